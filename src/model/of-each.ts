/**
 * The same function, asked once for each object: what tens of thousands of entries share is looked at
 * once. It remembers as long as the object lives.
 */
export function ofEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  let last: K | undefined;
  let value: V | undefined;
  return (key) => {
    // Equal ones stand together.
    if (key === last) return value as V;
    const found = known.has(key) ? (known.get(key) as V) : make(key);
    known.set(key, found);
    [last, value] = [key, found];
    return found;
  };
}
