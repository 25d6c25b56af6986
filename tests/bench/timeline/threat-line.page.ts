/** `<threat-line>` with what it shows by default, and the invented items as the view that it draws. */
import type { Day } from '../../../db/vocabulary/edtf.ts'
import type { Status } from '../../../db/vocabulary/stages.ts'
import { ThreatLine } from '../../../web/elements/threat-line.ts'
import { PENDING } from '../../../web/timeline/count-pressure.ts'
import type {
  MeasureLane,
  PressurePoint,
  StatusAnswer,
  StatusSpan,
  TimelineLetter,
  TimelineStep,
  TimelineView,
  WireDate,
} from '../../../web/timeline/view.ts'
import type { BenchData, BenchItem, BenchLane } from './data.ts'
import { appElement, CTRL } from './hooks.ts'

customElements.define('threat-line', ThreatLine)

const MS_A_DAY = 86_400_000
/** What the bench's statuses are here, in its order. */
const STATUSES: readonly Status[] = ['proposed', 'in_procedure', 'in_procedure', 'adopted', 'in_force', 'ended']
const numberOf = (time: number) => Math.floor(time / MS_A_DAY)
const TWO = Array.from({ length: 32 }, (_, i) => String(i).padStart(2, '0'))

/** The days of all years that the items fall in, in order: written one after another, which costs less than each by itself. */
const days: Day[] = []
let firstNumber = 0

function writeDays(from: number, until: number): void {
  const [first, last] = [from, until].map((time) => new Date(time).getUTCFullYear()) as [number, number]
  firstNumber = numberOf(Date.UTC(first, 0, 1))
  for (let year = first; year <= last; year++)
    for (let month = 1; month <= 12; month++) {
      const start = `${year}-${TWO[month]}-`
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
      for (let date = 1; date <= length; date++) days.push(start + TWO[date])
    }
}

const dayOf = (time: number): Day => days[numberOf(time) - firstNumber] as Day

/** One date for all that falls on a day. */
const dates: WireDate[] = []

function dateOf(time: number): WireDate {
  const at = numberOf(time) - firstNumber
  const found = dates[at]
  if (found) return found
  const day = days[at] as Day
  const date = { edtf: day, earliest: day, latest: day }
  dates[at] = date
  return date
}

/** What countPressure comes to, counted by number of the day: plain loops, since all of it runs once, before it is fast. */
function pressureOf(items: readonly BenchItem[]): PressurePoint[] {
  const pending = new Int16Array(days.length + 1)
  const inForce = new Int16Array(days.length + 1)
  const counts = STATUSES.map((is) => (is === 'in_force' ? inForce : PENDING.has(is) ? pending : null))
  for (const item of items) {
    const count = counts[item.status]
    if (item.end === null || !count) continue
    const from = numberOf(item.start) - firstNumber
    const until = numberOf(item.end) - firstNumber
    count[from] = (count[from] as number) + 1
    count[until] = (count[until] as number) - 1
  }
  const points: PressurePoint[] = []
  let [pendingNow, inForceNow] = [0, 0]
  for (let i = 0; i < days.length; i++) {
    if (pending[i] === 0 && inForce[i] === 0) continue
    pendingNow += pending[i] as number
    inForceNow += inForce[i] as number
    points.push({ on: days[i] as Day, pending: pendingNow, inForce: inForceNow })
  }
  return points
}

const STATUS: StatusAnswer = {
  is: 'in_force',
  since: '2020-01-01',
  basis: null,
  rule: 'S6',
  atTheLatest: false,
  asAnnounced: false,
  asReported: false,
  dormant: false,
  noStepSince: null,
  notCheckedSince: null,
  possibly: null,
  entryIntoForceNotEstablished: false,
}

/** What is the same for all is one in memory. */
const NONE: never[] = []
const RIGHTS: MeasureLane['rights'] = [{ right: 'expression', severity: 'serious' }]
const NOT_KNOWN = { state: 'not_known' } as const

function spanOf({ status, start, end }: BenchItem): StatusSpan {
  const until = end === null ? null : dayOf(end)
  const is = STATUSES[status] ?? 'proposed'
  return {
    status: is,
    from: dayOf(start),
    until,
    basis: null,
    rule: 'S6',
    quiet: NONE,
    asAnnounced: false,
    asReported: false,
  }
}

function stepOf({ id, start, title }: BenchItem): TimelineStep {
  return {
    key: `s${id}`,
    stage: 'noted',
    result: null,
    on: dateOf(start),
    inferred: false,
    planned: false,
    label: title,
    body: null,
    vote: null,
    disputed: false,
    cites: NONE,
  }
}

function letterOf({ id, start, title }: BenchItem, measure: string): TimelineLetter {
  return {
    slug: `l${id}`,
    label: title,
    title,
    kind: 'letter',
    on: dateOf(start),
    dueOn: null,
    reply: NOT_KNOWN,
    laterReply: null,
    measures: [measure],
    disputed: false,
    cites: NONE,
  }
}

/**
 * A lane whose items are made into statuses and steps when the element comes to it, as a page with a hundred thousand of them
 * would do: what is out of sight is made when it is counted, after the first picture.
 */
class Lane implements MeasureLane {
  readonly slug: string
  readonly title: string
  readonly jurisdiction = 'ex'
  readonly kind = 'bill'
  readonly families: string[] = NONE
  readonly rights: MeasureLane['rights'] = RIGHTS
  readonly status = STATUS
  readonly items: BenchItem[] = []
  private made: Pick<MeasureLane, 'spans' | 'steps'> | null = null

  constructor({ id, label }: BenchLane) {
    this.slug = `m${id}`
    this.title = label
  }

  get spans(): StatusSpan[] {
    return this.make().spans
  }

  get steps(): TimelineStep[] {
    return this.make().steps
  }

  private make(): Pick<MeasureLane, 'spans' | 'steps'> {
    if (this.made) return this.made
    const spans: StatusSpan[] = []
    const steps: TimelineStep[] = []
    for (const item of this.items)
      if (item.end === null) steps.push(stepOf(item))
      else spans.push(spanOf(item))
    this.made = { spans, steps }
    return this.made
  }
}

/** Stretches are statuses, points are steps, and one in seven of them a letter. */
function viewOf({ lanes: named, items, t0, t1 }: BenchData): TimelineView {
  writeDays(t0, t1)
  const lanes = named.map((lane) => new Lane(lane))
  const letters: TimelineLetter[] = []
  for (const item of items) {
    const lane = lanes[item.lane] as Lane
    if (item.end === null && item.title.startsWith('letter')) letters.push(letterOf(item, lane.slug))
    else lane.items.push(item)
  }
  const range = { from: dayOf(t0), until: dayOf(t1) }
  const right = { slug: 'expression', short: 'Expression', title: 'Freedom of expression' }
  return {
    title: 'Invented',
    jurisdiction: null,
    asOf: range.until,
    asOfIsToday: true,
    today: range.until,
    version: 1,
    extent: range,
    range,
    chosenRight: null,
    rights: [right],
    touched: [right],
    states: [],
    families: [],
    group: 'measure',
    open: 'all',
    compare: null,
    lanes,
    letters,
    events: [],
    relations: [],
    pressure: pressureOf(items),
    counts: {
      measures: lanes.length,
      byStatus: { in_force: lanes.length },
      letters: { replied: 0, noReply: 0, notKnown: letters.length },
      events: 0,
      later: { measures: 0, letters: 0, events: 0 },
    },
    sources: {},
  }
}

const element = document.createElement('threat-line')
const inside = (selector: string) => element.shadowRoot?.querySelector(selector) ?? null

window.bench = {
  async load(data) {
    element.data = viewOf(data)
    appElement().append(element)
    while (!inside('canvas')) await null
  },
  view: () => element.range,
  at() {
    const { x, width, bottom } = (inside('.drawing') ?? element).getBoundingClientRect()
    return { x: x + width * 0.58, y: Math.min(bottom, innerHeight) - 150 }
  },
  marks: () => inside('.stage')?.querySelectorAll('*').length ?? 0,
  wheelModifier: CTRL,
}
