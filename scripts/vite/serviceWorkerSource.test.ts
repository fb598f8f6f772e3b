import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { serviceWorkerSource } from './serviceWorkerSource';

const scope = 'https://example.org/tools/zonesketch/';

interface Heard {
  waitUntil?: (work: Promise<unknown>) => void;
  respondWith?: (answer: Promise<unknown>) => void;
  request?: { method: string; url: string; mode: string };
  data?: string;
}

/** Runs the worker's code with caches in memory. */
function startWorker(version: string, caches = new Map<string, Map<string, string>>()) {
  const listeners = new Map<string, (event: Heard) => void>();
  const fetched: string[] = [];
  const said: string[] = [];
  const urlOf = (request: string | { url: string }) => new URL(typeof request === 'string' ? request : request.url, scope).href;
  const cache = (name: string) => {
    const entries = caches.get(name) ?? new Map<string, string>();
    caches.set(name, entries);
    return {
      addAll: async (requests: readonly { url: string }[]) => requests.forEach((request) => entries.set(urlOf(request), `${version}:${urlOf(request)}`)),
      match: async (request: string | { url: string }) => entries.get(urlOf(request).split('?')[0] ?? ''),
    };
  };
  runInNewContext(serviceWorkerSource(version, ['assets/lazy-1.js', 'index.html']), {
    self: {
      registration: { scope },
      addEventListener: (type: string, listener: (event: Heard) => void) => listeners.set(type, listener),
      clients: { claim: async () => said.push('claim') },
      skipWaiting: () => said.push('skipWaiting'),
    },
    caches: { open: async (name: string) => cache(name), keys: async () => [...caches.keys()], delete: async (name: string) => caches.delete(name) },
    fetch: async (request: { url: string }) => {
      fetched.push(request.url);
      return `network:${request.url}`;
    },
    URL,
    Request: class {
      readonly url: string;
      constructor(url: URL) {
        this.url = url.href;
      }
    },
    Promise,
  });
  const lifecycle = async (type: string) => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({ waitUntil: (promise) => (work = promise) });
    await work;
  };
  const get = async (url: string, mode = 'cors', method = 'GET') => {
    let answer: Promise<unknown> | undefined;
    listeners.get('fetch')?.({ request: { method, url, mode }, respondWith: (promise) => (answer = promise) });
    return answer;
  };
  return { caches, fetched, said, lifecycle, get, tell: (data: string) => listeners.get('message')?.({ data }) };
}

describe('service worker', () => {
  it('keeps every file, below a sub-path, and serves it without the network', async () => {
    const worker = startWorker('v1');
    await worker.lifecycle('install');
    expect(await worker.get(`${scope}assets/lazy-1.js`)).toBe(`v1:${scope}assets/lazy-1.js`);
    expect(await worker.get(`${scope}?x=1#y`, 'navigate')).toBe(`v1:${scope}index.html`);
    expect(worker.fetched).toEqual([]);
  });

  it('asks the network for what it has not kept, and leaves alone what is outside its scope or no GET', async () => {
    const worker = startWorker('v1');
    await worker.lifecycle('install');
    expect(await worker.get(`${scope}other.txt`)).toBe(`network:${scope}other.txt`);
    expect(await worker.get('https://example.org/elsewhere.js')).toBeUndefined();
    expect(await worker.get(`${scope}index.html`, 'cors', 'POST')).toBeUndefined();
  });

  it('removes its own old versions only, and takes over when asked', async () => {
    const first = startWorker('v1');
    await first.lifecycle('install');
    first.caches.set('zonesketch https://example.org/other/ v1', new Map());
    const second = startWorker('v2', first.caches);
    await second.lifecycle('install');
    second.tell('activate');
    await second.lifecycle('activate');
    expect([...first.caches.keys()]).toEqual(['zonesketch https://example.org/other/ v1', `zonesketch ${scope} v2`]);
    expect(second.said).toEqual(['skipWaiting', 'claim']);
  });
});
