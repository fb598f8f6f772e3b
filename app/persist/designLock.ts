/**
 * Which tab works on which saved design: one at a time. A lock is held until the tab goes or takes another design; the
 * browser frees it even after a crash.
 */
let release: (() => void) | null = null;

/** A reload asks before the old page is quite gone. */
const patienceMs = 500;

/** Takes a design for this tab; false where another tab has it. The design held before is let go only on success. */
export async function holdDesign(id: string): Promise<boolean> {
  const held = typeof navigator.locks === 'undefined' ? await holdByChannel(id) : await holdByLock(id);
  if (held === null) return false;
  release?.();
  release = held;
  return true;
}

async function holdByLock(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`zonesketch/${id}`, { signal: AbortSignal.timeout(patienceMs) }, () => new Promise<void>((free) => resolve(free)))
      .catch(() => resolve(null));
  });
}

/** Where the page is served without https there are no locks: the tabs ask each other. */
async function holdByChannel(id: string): Promise<(() => void) | null> {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(`zonesketch/${id}`);
  const isTaken = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 200);
    channel.addEventListener('message', (event) => {
      if (event.data !== 'held') return;
      clearTimeout(timer);
      resolve(true);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
    channel.postMessage('who');
  });
  if (isTaken) {
    channel.close();
    return null;
  }
  channel.addEventListener('message', (event) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (event.data === 'who') channel.postMessage('held');
  });
  return () => channel.close();
}
