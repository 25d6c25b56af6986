/** Chance that is the same every time: a stream of numbers that follows from its keys alone. */

export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number, both bounds included. */
  between(from: number, to: number): number
  maybe(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[]
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** mulberry32: small, fast, and the same on every machine. */
export function chanceOf(...keys: readonly (string | number)[]): Chance {
  let state = hash(keys.join(' '))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('There is nothing to pick from')
    return chosen
  }
  return {
    next,
    between,
    pick,
    maybe: (probability) => next() < probability,
    some: <T>(list: readonly T[], count: number) => {
      const left = list.map((_, i) => i)
      const chosen: number[] = []
      while (chosen.length < count && left.length) chosen.push(...left.splice(between(0, left.length - 1), 1))
      return chosen.sort((a, b) => a - b).map((i) => list[i] as T)
    },
  }
}
