/** localStorage or sessionStorage that never throws: where the browser refuses, nothing is remembered. */
type Where = 'local' | 'session';

function storageOf(where: Where): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}

export function readText(where: Where, key: string): string | null {
  try {
    return storageOf(where).getItem(key);
  } catch {
    return null;
  }
}

/** False where it could not be kept: no storage, or none left. */
export function writeText(where: Where, key: string, text: string): boolean {
  try {
    storageOf(where).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeText(where: Where, key: string): void {
  try {
    storageOf(where).removeItem(key);
  } catch {
    // It was not there either.
  }
}
