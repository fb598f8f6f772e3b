/**
 * A map that is cheap to copy: copies share a base that nobody changes any more, and each keeps its own changes.
 * Iteration is not offered, since it would need both layers in one order.
 */
export class LayeredMap<K, V> {
  private base: ReadonlyMap<K, V> = new Map();
  /** Undefined: deleted. */
  private changes: Map<K, V | undefined> = new Map();

  clone(): LayeredMap<K, V> {
    // Many changes would be copied with every clone; they become part of the base instead.
    if (this.changes.size * 4 > this.base.size) this.settle();
    const copy = new LayeredMap<K, V>();
    copy.base = this.base;
    copy.changes = new Map(this.changes);
    return copy;
  }

  private settle(): void {
    const merged = new Map(this.base);
    for (const [key, value] of this.changes) {
      if (value === undefined) merged.delete(key);
      else merged.set(key, value);
    }
    this.base = merged;
    this.changes = new Map();
  }

  get(key: K): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  set(key: K, value: V): void {
    this.changes.set(key, value);
  }

  delete(key: K): void {
    if (this.base.has(key)) this.changes.set(key, undefined);
    else this.changes.delete(key);
  }
}
