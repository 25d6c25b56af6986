/** Lanes put together by State, family, right, status or kind: which groups there are, in which order, and who is in which. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { type Grouping, MEASURE_KINDS, SEVERITIES } from '../../db/vocabulary/lists.ts'
import { countPressure } from './count-pressure.ts'
import { statusOn } from './lane-index.ts'
import { beginsAfter } from './on-day.ts'
import { oncePer } from './once.ts'
import type { MeasureLane, PressurePoint, TimelineView } from './view.ts'
import { COUNTING_ORDER, kindWord, sayBeginLater, sayStatusCounts, statusWord } from './words.ts'

export interface LaneGroup {
  /** What the address names it by: a slug or a word of a closed list; `without` for what belongs nowhere. */
  key: string
  title: string
  /** "12 measures: 5 in force, 7 ended". */
  says: string
  /** For a label: "12 measures, 5 in force". */
  short: string
  /** Places of its lanes in the view, in the view's order. */
  lanes: readonly number[]
  pressure: readonly PressurePoint[]
}

/** A lane that belongs to no group. */
const NONE = 'without'

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
  // Without an order of its own, as the view's lanes come: in the order in which their stories begin.
  const keys = order ?? [...members.keys()]
  const unknown = [...members.keys()].filter((key) => !keys.includes(key)).sort()
  return [...new Set([...keys, ...unknown].filter((key) => key !== NONE)), NONE].flatMap((key) => {
    const lanes = members.get(key)
    return lanes ? [makeGroup(view, key, titleOf(key), lanes, asOf)] : []
  })
}

function makeGroup(view: TimelineView, key: string, title: string, lanes: readonly number[], asOf: Day): LaneGroup {
  const members = lanes.map((i) => view.lanes[i] as MeasureLane)
  const there = members.filter((lane) => !beginsAfter(lane, asOf)).map((lane) => statusOfLane(view, lane, asOf))
  const counts = sayStatusCounts(there)
  const count = there.length === 0 ? '' : `${there.length} ${there.length === 1 ? 'measure' : 'measures'}`
  const later = sayBeginLater(members.length - there.length, there.length)
  const withLater = (words: string) => [words, later].filter(Boolean).join('; ')
  const says = withLater(counts ? `${count}: ${counts}` : count)
  const binding = there.filter((status) => status === 'in_force').length
  const short = binding > 0 && binding < there.length ? withLater(`${count}, ${binding} in force`) : says
  return { key, title, says, short, lanes, pressure: countPressure(members) }
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
      return worstRight(lane, view) ?? NONE
  }
}

function worstRight({ rights }: MeasureLane, { touched }: TimelineView): string | null {
  const weight = ({ severity }: MeasureLane['rights'][number]) => (severity ? SEVERITIES.indexOf(severity) + 1 : 0)
  const place = placeOf(touched)
  const [worst] = rights.toSorted(
    (a, b) => weight(b) - weight(a) || (place.get(a.right) ?? Infinity) - (place.get(b.right) ?? Infinity),
  )
  return worst?.right ?? null
}

const placeOf = oncePer((rights: TimelineView['touched']) => new Map(rights.map(({ slug }, i) => [slug, i])))

interface Order {
  /** Null for the order in which the groups come up. */
  order: readonly string[] | null
  titleOf: (key: string) => string
}

type Named = readonly (readonly [key: string, title: string])[]

function asTheyCome(named: Named, none: string): Order {
  const titles = new Map([...named, [NONE, none]])
  return { order: null, titleOf: (key) => titles.get(key) ?? key }
}

const inTheirOrder = (named: Named, none: string): Order => ({
  ...asTheyCome(named, none),
  order: named.map(([key]) => key),
})

/** States and families as their stories begin, closed lists in their own order. */
const ORDERS: Readonly<Record<Exclude<Grouping, 'measure'>, (view: TimelineView) => Order>> = {
  state: ({ states }) =>
    asTheyCome(
      states.map(({ slug, name }) => [slug, name] as const),
      'No State',
    ),
  family: ({ families }) =>
    asTheyCome(
      families.map(({ slug, title }) => [slug, title] as const),
      'In no family',
    ),
  right: ({ touched }) =>
    inTheirOrder(
      touched.map(({ slug, short }) => [slug, short] as const),
      'No right assessed',
    ),
  status: () =>
    inTheirOrder(
      COUNTING_ORDER.flatMap((status) => (status ? [[status, statusWord(status)] as const] : [])),
      'No status yet',
    ),
  kind: () =>
    inTheirOrder(
      MEASURE_KINDS.map((kind) => [kind, kindWord(kind)] as const),
      'No kind',
    ),
}
