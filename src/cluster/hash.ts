const OFFSET = 2_166_136_261;
const PRIME = 16_777_619;

/** FNV-1 over the UTF-8 bytes of ASCII text, 32 bits, as Go's `hash/fnv` `New32`. Kubernetes object names are ASCII. */
export function fnv32(text: string, start = OFFSET): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, PRIME) ^ text.charCodeAt(i)) >>> 0;
  return hash;
}

/** `digits` lower-case hexadecimal digits that stand for a text: invented, yet the same every time. */
export function hexOf(text: string, digits: number): string {
  let hex = '';
  for (let part = 0; hex.length < digits; part++) hex += fnv32(text, fnv32(`${part}`)).toString(16).padStart(8, '0');
  return hex.slice(0, digits);
}

/** A uid for an object that a real API server would have given one, e.g. in ownerReferences. */
export function uidOf(kind: string, key: string): string {
  const hex = hexOf(`${kind} ${key}`, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Letters and digits that Kubernetes uses in generated names: no vowels, so no words. */
const SAFE = 'bcdfghjklmnpqrstvwxz2456789';

/** Ten characters such as `7d9c5b8f6d`, as in the label `pod-template-hash`. */
export function templateHash(text: string): string {
  let rest = fnv32(text);
  let hash = '';
  for (let i = 0; i < 10; i++) {
    hash += SAFE[rest % SAFE.length] ?? '';
    rest = i === 4 ? fnv32(text, rest + OFFSET) : Math.floor(rest / SAFE.length);
  }
  return hash;
}
