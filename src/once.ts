/** `make` for each argument only once: the same answer as long as the object lives that stands for it, by default itself. */
export function once<Of extends object, Value extends object>(make: (of: Of) => Value, keyOf: (of: Of) => object = (of) => of): (of: Of) => Value {
  const known = new WeakMap<object, Value>();
  return (of) => {
    const key = keyOf(of);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(of)));
    return value;
  };
}
