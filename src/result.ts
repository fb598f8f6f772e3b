/** Success or failure as data. Functions that read the outside world return one; only programmer errors throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** A nominal type over a primitive: a `Brand<string, 'EntityId'>` is no other string. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
