/**
 * What is derived from a part of a view is worked out once, however often the view is laid out. A view's parts are read
 * as unchanging; when they are no longer held, neither is what was derived.
 */
export function oncePer<K extends object, V>(derive: (part: K) => V): (part: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (part) => {
    const found = known.get(part)
    if (found) return found.value
    const value = derive(part)
    known.set(part, { value })
    return value
  }
}
