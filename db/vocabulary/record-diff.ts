/**
 * What differs between two bodies of one record, field by field. In lists, things that bear a name are matched by it and not by
 * their place: a step that moved is the same step, and an edit before it does not make it another.
 */

export interface Difference {
  /** Fields and the names of things in lists, joined by dots: "steps.signed-2021-07-15.on". Empty for the record itself. */
  path: string
  /** `order`: the same things stand in another order; `before` and `after` are their names. */
  is: 'added' | 'removed' | 'changed' | 'order'
  /** Undefined where it was not there, or is not any more. */
  before: unknown
  after: unknown
}

/** The fields by which things in a list are told apart; the first that all of them have, and no two share. */
const NAMES = [
  'key',
  'slug',
  'number',
  'source',
  'measure',
  'mandate',
  'instrument',
  'to',
  'cited_as',
  'value',
] as const

/** Every difference, in the order of the fields of `before`, then those that are only in `after`. */
export function diffRecords(before: unknown, after: unknown, path = ''): Difference[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ path, is: 'added', before, after }]
  if (after === undefined) return [{ path, is: 'removed', before, after }]
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path)
  if (isObject(before) && isObject(after)) return diffParts(before, after, path)
  return before === after ? [] : [{ path, is: 'changed', before, after }]
}

type Parts = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Parts =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const within = (path: string, name: string): string => (path ? `${path}.${name}` : name)

function diffParts(before: Parts, after: Parts, path: string): Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => diffRecords(own(before, name), own(after, name), within(path, name)))
}

/** Names come from data, and one may be that of something every object has. */
const own = (parts: Parts, name: string): unknown => (Object.hasOwn(parts, name) ? parts[name] : undefined)

function diffLists(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  const nameOf = namingOf([before, after])
  // Things without names are compared place by place.
  if (!nameOf) return diffParts({ ...before }, { ...after }, path)
  const old = new Map(before.map((item) => [nameOf(item), item]))
  const fresh = new Map(after.map((item) => [nameOf(item), item]))
  const kept = [...old.keys()].filter((name) => fresh.has(name))
  const keptNow = [...fresh.keys()].filter((name) => old.has(name))
  const moved: Difference[] = kept.some((name, i) => name !== keptNow[i])
    ? [{ path, is: 'order', before: kept, after: keptNow }]
    : []
  const names = new Set([...old.keys(), ...fresh.keys()])
  return [...moved, ...[...names].flatMap((name) => diffRecords(old.get(name), fresh.get(name), within(path, name)))]
}

/** How things in these lists are named; null where they have no names that are their own. */
function namingOf(lists: readonly (readonly unknown[])[]): ((item: unknown) => string) | null {
  const namings = [asItself, ...NAMES.map((field) => (item: unknown) => nameIn(item, field))]
  const found = namings.find((naming) =>
    lists.every((list) => {
      const names = list.map(naming)
      return names.every((name) => name !== null) && new Set(names).size === names.length
    }),
  )
  return found ? (item) => found(item) ?? '' : null
}

const asItself = (item: unknown): string | null => (typeof item === 'string' ? item : null)

function nameIn(item: unknown, field: string): string | null {
  const name = isObject(item) ? own(item, field) : null
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null
}
