/**
 * The browser's store for designs: IndexedDB behind promises. `null` where the browser has none (some private modes):
 * the page then works on, and says that only files keep the work.
 */
const name = 'zonesketch';
const version = 1;

export interface SavedDesign {
  readonly id: string;
  readonly name: string;
  /** The design file. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** An earlier state of a saved design. */
export interface Snapshot {
  readonly key: number;
  readonly design: string;
  readonly takenAt: number;
  /** What had been done last, a message key or text. */
  readonly label: string;
  readonly text: string;
}

type Store = 'designs' | 'snapshots';

let opening: Promise<IDBDatabase | null> | undefined;

export function openDatabase(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name, version);
    } catch {
      resolve(null);
      return;
    }
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('designs', { keyPath: 'id' });
      request.result.createObjectStore('snapshots', { keyPath: 'key', autoIncrement: true }).createIndex('design', 'design');
    });
    request.addEventListener('success', () => {
      // A newer version of the page in another tab must not wait for this one.
      request.result.addEventListener('versionchange', () => request.result.close());
      resolve(request.result);
    });
    request.addEventListener('error', () => resolve(null));
    request.addEventListener('blocked', () => resolve(null));
  });
  return opening;
}

/** One request in one transaction. Rejects where the store fails, e.g. when the disk is full. */
export async function request<T>(store: Store, mode: IDBTransactionMode, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  if (database === null) throw new Error('this browser keeps no data for the page');
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const asked = ask(transaction.objectStore(store));
    const fail = () => reject(transaction.error ?? asked.error ?? new Error('the browser store failed'));
    transaction.addEventListener('complete', () => resolve(asked.result));
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
}
