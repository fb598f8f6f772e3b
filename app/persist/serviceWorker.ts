import { useNotices } from '../components/notices';
import { translator } from '../i18n/translate';
import { useSession } from '../stores/session';

/** Makes the page work without a network, from whatever path it is served. A new version waits for the next start. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = async () => {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state !== 'installed' || navigator.serviceWorker.controller === null) return;
        const t = translator(useSession.getState().language);
        useNotices.getState().show({
          text: t('persist.newVersion'),
          action: {
            label: t('persist.reload'),
            run: () => {
              navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
              // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
              worker.postMessage('activate');
            },
          },
          isSticky: true,
        });
      });
    });
  };
  // Offline work is a comfort: the page is the same without it.
  const attempt = () => void register().catch(() => undefined);
  if (document.readyState === 'complete') attempt();
  else window.addEventListener('load', attempt, { once: true });
}
