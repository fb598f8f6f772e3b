/**
 * The code of the service worker. Files are relative to its scope. A new version is fetched whole beside the old one and
 * takes over when no page uses the old one any more, or when the page asks: pages never mix versions.
 */
export function serviceWorkerSource(version: string, files: readonly string[]): string {
  return `const files = ${JSON.stringify(files, null, 1)};
// Another copy of the page on the same host, under another path, has caches of its own.
const prefix = 'zonesketch ' + self.registration.scope + ' ';
const cacheName = prefix + '${version}';
const page = new URL('index.html', self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(files.map((file) => new Request(new URL(file, self.registration.scope), { cache: 'no-cache' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  // Servers that vary by Origin answer module scripts and the worker's own fetch alike: the files are static.
  const wanted = request.mode === 'navigate' ? page : request;
  event.respondWith(
    caches
      .open(cacheName)
      .then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});
`;
}
