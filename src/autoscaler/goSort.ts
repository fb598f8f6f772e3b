/*
 * Go's `sort.Slice`, step by step. It is not stable above 12 elements, and the autoscaler's answers depend on where it
 * leaves equal ones. Source: golang/go src/sort/zsortfunc.go (1.26).
 */

const MAX_INSERTION = 12;
const SHORTEST_NINTHER = 50;
const MOST_SWAPS = 12;
const SHORTEST_SHIFTING = 50;
const MOST_STEPS = 5;

type Hint = 'unknown' | 'increasing' | 'decreasing';

/** A sorted copy; equal elements end where Go would leave them. */
export function goSort<T>(list: readonly T[], less: (a: T, b: T) => boolean): T[] {
  const sorted = [...list];
  new Sorter(sorted, less).pdqsort(0, sorted.length, bitLength(sorted.length));
  return sorted;
}

function bitLength(value: number): number {
  return value === 0 ? 0 : 32 - Math.clz32(value);
}

class Sorter<T> {
  private readonly data: T[];
  private readonly isLess: (a: T, b: T) => boolean;

  constructor(data: T[], isLess: (a: T, b: T) => boolean) {
    this.data = data;
    this.isLess = isLess;
  }

  private less(i: number, j: number): boolean {
    return this.isLess(this.data[i] as T, this.data[j] as T);
  }

  private swap(i: number, j: number): void {
    const kept = this.data[i] as T;
    this.data[i] = this.data[j] as T;
    this.data[j] = kept;
  }

  pdqsort(from: number, to: number, badChoices: number): void {
    let a = from;
    let b = to;
    let limit = badChoices;
    let wasBalanced = true;
    let wasPartitioned = true;
    for (;;) {
      const length = b - a;
      if (length <= MAX_INSERTION) return this.insertionSort(a, b);
      if (limit === 0) return this.heapSort(a, b);
      if (!wasBalanced) {
        this.breakPatterns(a, b);
        limit--;
      }
      let [pivot, hint] = this.choosePivot(a, b);
      if (hint === 'decreasing') {
        this.reverse(a, b);
        pivot = b - 1 - (pivot - a);
        hint = 'increasing';
      }
      if (wasBalanced && wasPartitioned && hint === 'increasing' && this.partialInsertionSort(a, b)) return;
      if (a > 0 && !this.less(a - 1, pivot)) {
        a = this.partitionEqual(a, b, pivot);
        continue;
      }
      const [middle, alreadyPartitioned] = this.partition(a, b, pivot);
      wasPartitioned = alreadyPartitioned;
      const left = middle - a;
      const right = b - middle;
      wasBalanced = Math.min(left, right) >= Math.floor(length / 8);
      if (left < right) {
        this.pdqsort(a, middle, limit);
        a = middle + 1;
      } else {
        this.pdqsort(middle + 1, b, limit);
        b = middle;
      }
    }
  }

  private insertionSort(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) for (let j = i; j > a && this.less(j, j - 1); j--) this.swap(j, j - 1);
  }

  private heapSort(first: number, b: number): void {
    const length = b - first;
    for (let i = Math.floor((length - 1) / 2); i >= 0; i--) this.siftDown(i, length, first);
    for (let i = length - 1; i >= 0; i--) {
      this.swap(first, first + i);
      this.siftDown(0, i, first);
    }
  }

  private siftDown(from: number, to: number, first: number): void {
    for (let root = from; ;) {
      let child = 2 * root + 1;
      if (child >= to) return;
      if (child + 1 < to && this.less(first + child, first + child + 1)) child++;
      if (!this.less(first + root, first + child)) return;
      this.swap(first + root, first + child);
      root = child;
    }
  }

  private reverse(a: number, b: number): void {
    for (let i = a, j = b - 1; i < j; i++, j--) this.swap(i, j);
  }

  /** Scatters three elements, by a xorshift that starts from the length. */
  private breakPatterns(a: number, b: number): void {
    const length = b - a;
    if (length < 8) return;
    let random = BigInt(length);
    const next = (): bigint => {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      return random;
    };
    const mask = BigInt(2 ** bitLength(length) - 1);
    const middle = a + Math.floor(length / 4) * 2;
    for (let index = middle - 1; index <= middle + 1; index++) {
      const other = Number(next() & mask);
      this.swap(index, a + (other >= length ? other - length : other));
    }
  }

  private choosePivot(a: number, b: number): [number, Hint] {
    const length = b - a;
    const quarter = Math.floor(length / 4);
    const swaps = { count: 0 };
    let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
    if (length >= SHORTEST_NINTHER) {
      i = this.median(i - 1, i, i + 1, swaps);
      j = this.median(j - 1, j, j + 1, swaps);
      k = this.median(k - 1, k, k + 1, swaps);
    }
    j = this.median(i, j, k, swaps);
    return [j, swaps.count === 0 ? 'increasing' : swaps.count === MOST_SWAPS ? 'decreasing' : 'unknown'];
  }

  private median(first: number, second: number, third: number, swaps: { count: number }): number {
    let [a, b, c] = [first, second, third];
    const order = (x: number, y: number): [number, number] => {
      if (!this.less(y, x)) return [x, y];
      swaps.count++;
      return [y, x];
    };
    [a, b] = order(a, b);
    [b, c] = order(b, c);
    [a, b] = order(a, b);
    return b;
  }

  /** False where more than a few elements were out of place. */
  private partialInsertionSort(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < MOST_STEPS; step++) {
      while (i < b && !this.less(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < SHORTEST_SHIFTING) return false;
      this.swap(i, i - 1);
      if (i - a >= 2) for (let j = i - 1; j >= 1 && this.less(j, j - 1); j--) this.swap(j, j - 1);
      if (b - i >= 2) for (let j = i + 1; j < b && this.less(j, j - 1); j++) this.swap(j, j - 1);
    }
    return false;
  }

  private partition(a: number, b: number, pivot: number): [number, boolean] {
    this.swap(a, pivot);
    let i = a + 1;
    let j = b - 1;
    for (let round = 0; ; round++) {
      while (i <= j && this.less(i, a)) i++;
      while (i <= j && !this.less(j, a)) j--;
      if (i > j) {
        this.swap(j, a);
        return [j, round === 0];
      }
      this.swap(i++, j--);
    }
  }

  /** Elements equal to the pivot, which is the least, go to the front. */
  private partitionEqual(a: number, b: number, pivot: number): number {
    this.swap(a, pivot);
    let i = a + 1;
    let j = b - 1;
    for (;;) {
      while (i <= j && !this.less(a, i)) i++;
      while (i <= j && this.less(a, j)) j--;
      if (i > j) return i;
      this.swap(i++, j--);
    }
  }
}
