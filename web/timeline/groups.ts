/** Lanes put together by State, family, right, status or kind: which groups there are, in which order, and who is in which. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { type Grouping, MEASURE_KINDS, SEVERITIES } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { countPressure } from './count-pressure.ts'
import { statusOn } from './lane-index.ts'
import { oncePer } from './once.ts'
import type { MeasureLane, PressurePoint, TimelineView } from './view.ts'
import { COUNTING_ORDER, kindWord, sayStatusCounts, statusWord } from './words.ts'

export interface LaneGroup {
  /** What the address names it by: a slug or a word of a closed list; `none` for what belongs nowhere. */
  key: string
  title: string
  /** "12 measures: 5 in force, 7 ended". */
  says: string
  /** Places of its lanes in the view, in the view's order. */
  lanes: readonly number[]
  pressure: readonly PressurePoint[]
}

/** A lane that belongs to no group. */
const NONE = 'none'

/**
 * Every lane stands in exactly one group: of several rights, under the one it touches most severely, then the first in the
 * list of rights; of several families, the first. `asOf` is the day of the statuses. Null where lanes stand by themselves.
 */
export function groupLanes(view: TimelineView, by: Grouping, asOf: Day = view.asOf): readonly LaneGroup[] | null {
  if (by === 'measure') return null
  // Statuses and the counts in the headings change with the day; a drag along the axis asks for many.
  const known = groupsOf(view)
  const key = `${by} ${asOf}`
  const groups = known.get(key) ?? makeGroups(view, by, asOf)
  if (known.size > MOST_KEPT) known.clear()
  known.set(key, groups)
  return groups
}

const MOST_KEPT = 8
const groupsOf = oncePer((_: TimelineView) => new Map<string, readonly LaneGroup[]>())

function makeGroups(view: TimelineView, by: Exclude<Grouping, 'measure'>, asOf: Day): LaneGroup[] {
  const { order, titleOf } = ORDERS[by](view)
  const members = new Map<string, number[]>()
  view.lanes.forEach((lane, i) => {
    const key = keyOf(lane, by, view, asOf)
    const group = members.get(key)
    if (group) group.push(i)
    else members.set(key, [i])
  })
  const unknown = [...members.keys()].filter((key) => key !== NONE && !order.includes(key)).sort()
  return [...order.filter((key) => key !== NONE), ...unknown, NONE].flatMap((key) => {
    const lanes = members.get(key)
    return lanes ? [makeGroup(view, key, titleOf(key), lanes, asOf)] : []
  })
}

function makeGroup(view: TimelineView, key: string, title: string, lanes: readonly number[], asOf: Day): LaneGroup {
  const members = lanes.map((i) => view.lanes[i] as MeasureLane)
  const counts = sayStatusCounts(members.map((lane) => statusOfLane(view, lane, asOf)))
  const says = `${members.length} ${members.length === 1 ? 'measure' : 'measures'}${counts ? `: ${counts}` : ''}`
  return { key, title, says, lanes, pressure: countPressure(members) }
}

const statusOfLane = (view: TimelineView, lane: MeasureLane, asOf: Day) =>
  asOf === view.asOf ? lane.status.is : statusOn(lane, asOf).is

function keyOf(lane: MeasureLane, by: Exclude<Grouping, 'measure'>, view: TimelineView, asOf: Day): string {
  switch (by) {
    case 'state':
      return stateOf(lane.jurisdiction)
    case 'family':
      return lane.families[0] ?? NONE
    case 'kind':
      return lane.kind
    case 'status':
      return statusOfLane(view, lane, asOf) ?? NONE
    case 'right':
      return worstRight(lane) ?? NONE
  }
}

function worstRight({ rights }: MeasureLane): string | null {
  const weight = ({ severity }: MeasureLane['rights'][number]) => (severity ? SEVERITIES.indexOf(severity) + 1 : 0)
  const place = new Map(RIGHTS.map(({ slug }, i) => [slug as string, i]))
  const [worst] = rights.toSorted(
    (a, b) => weight(b) - weight(a) || (place.get(a.right) ?? Infinity) - (place.get(b.right) ?? Infinity),
  )
  return worst?.right ?? null
}

interface Order {
  order: readonly string[]
  titleOf: (key: string) => string
}

function namedOrder(named: readonly (readonly [key: string, title: string])[], none: string): Order {
  const titles = new Map([...named, [NONE, none]])
  return { order: named.map(([key]) => key), titleOf: (key) => titles.get(key) ?? key }
}

const byTitle = (a: readonly [string, string], b: readonly [string, string]) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)

/** States and families by name, closed lists in their own order. */
const ORDERS: Readonly<Record<Exclude<Grouping, 'measure'>, (view: TimelineView) => Order>> = {
  state: ({ states }) =>
    namedOrder(states.map(({ slug, name }) => [slug, name] as const).toSorted(byTitle), 'No State'),
  family: ({ families }) =>
    namedOrder(families.map(({ slug, title }) => [slug, title] as const).toSorted(byTitle), 'In no family'),
  right: () =>
    namedOrder(
      RIGHTS.map(({ slug, short }) => [slug, short] as const),
      'No right assessed',
    ),
  status: () =>
    namedOrder(
      COUNTING_ORDER.flatMap((status) => (status ? [[status, statusWord(status)] as const] : [])),
      'No status yet',
    ),
  kind: () =>
    namedOrder(
      MEASURE_KINDS.map((kind) => [kind, kindWord(kind)] as const),
      'No kind',
    ),
}
