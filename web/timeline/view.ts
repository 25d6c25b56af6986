/**
 * What the timeline draws: plain data, the same from the API, in the page and in an export. Days are 'YYYY-MM-DD'.
 * Nothing here knows pixels; lay-out.ts turns a view and a width into marks.
 */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { DEAD_STATES } from '../../db/vocabulary/links.ts'
import type {
  Certainty,
  CommunicationKind,
  EventKind,
  Grouping,
  MeasureKind,
  RelationType,
  Severity,
} from '../../db/vocabulary/lists.ts'
import type { Result, Rule, Stage, Status } from '../../db/vocabulary/stages.ts'

/** A date as stated with its bounds; null = open or unknown. */
export interface WireDate {
  edtf: string
  earliest: Day | null
  latest: Day | null
}

/** Where a measure stands on a day, why, and how sure that is. */
export interface StatusAnswer {
  is: Status | null
  /** The day from which the status certainly holds; null only when `is` is null. */
  since: Day | null
  /** The step it rests on: of this measure, or of the other measure named. Null when a term ran out is the reason of nothing but time. */
  basis: { measure: string; step: string; label: string; on: WireDate } | null
  rule: Rule | null
  /** The basis step is dated to a span, so the status may be older: "at the latest since". */
  atTheLatest: boolean
  /** The status rests on a planned step that comes by itself. */
  asAnnounced: boolean
  /** The status rests on a report of where it stands (S13). */
  asReported: boolean
  /** Not yet adopted, and no step known for twelve months although it was looked for. */
  dormant: boolean
  /** With `dormant`: the day of the last step. */
  noStepSince: Day | null
  /** Not yet adopted, over twelve months without a step, but nobody has looked since this day. */
  notCheckedSince: Day | null
  /** What the same rules give if every step came on its earliest day; null when that is the same. */
  possibly: Status | null
  /** Adopted and signed, but no source states when it enters into force. */
  entryIntoForceNotEstablished: boolean
}

/** Twelve months after the last step a measure that is proposed, in procedure or returned falls quiet. `from` included, `until` excluded. */
export interface QuietSpan {
  from: Day
  until: Day | null
  kind: 'dormant' | 'not_checked'
}

/** A stretch of one status: `from` included, `until` excluded (null = no end known). */
export interface StatusSpan {
  status: Status
  from: Day
  until: Day | null
  basis: string | null
  rule: Rule
  /** Stretches within the span in which no step is known although looked for (dormant), or nobody looked (not_checked). */
  quiet: QuietSpan[]
  asAnnounced: boolean
  asReported: boolean
}

export interface CitationView {
  source: string
  certainty: Certainty
  locator?: string
  quotation?: string
  note?: string
}

export interface VoteView {
  for?: number
  against?: number
  abstain?: number
  needed?: number
}

export interface TimelineStep {
  key: string
  stage: Stage
  result: Result | null
  on: WireDate
  inferred: boolean
  planned: boolean
  label: string
  body: string | null
  vote: VoteView | null
  /** Sources disagree about something in this step. */
  disputed: boolean
  cites: CitationView[]
}

export interface RightSquare {
  right: string
  /** Highest severity of the impacts that count on the day; null = touched, severity not assessed. */
  severity: Severity | null
}

export interface MeasureLane {
  slug: string
  title: string
  /** Slug of the State's record. */
  jurisdiction: string
  kind: MeasureKind
  families: string[]
  rights: RightSquare[]
  status: StatusAnswer
  spans: StatusSpan[]
  steps: TimelineStep[]
}

export interface TimelineLetter {
  slug: string
  /** Reference as published, or a short description where there is none. */
  label: string
  title: string
  kind: CommunicationKind
  on: WireDate | null
  dueOn: Day | null
  /** As it was known on the view's day; of a letter sent later, as it is on record. */
  reply: { state: 'received'; on: WireDate | null } | { state: 'none'; asOf: Day } | { state: 'not_known' }
  /** The date of a reply that had not, or not certainly, come by the view's day. */
  laterReply: WireDate | null
  measures: string[]
  disputed: boolean
  cites: CitationView[]
}

export interface TimelineEvent {
  slug: string
  title: string
  kind: EventKind
  on: WireDate
  inferred: boolean
  /** A stretch of time (a/b), not a day of doubt. */
  duration: boolean
  summary: string
  cites: CitationView[]
}

export interface TimelineRelation {
  type: RelationType
  from: string
  to: string
  intended: boolean
  certainty: Certainty
}

/** How many measures in the view that touch the chosen right are pending and in force from a day on: a count, no score. */
export interface PressurePoint {
  on: Day
  pending: number
  inForce: number
}

/** A link that was found dead (db/vocabulary/links.ts). */
export interface LinkView {
  state: (typeof DEAD_STATES)[number]
  since: Day
}

export interface SourceView {
  slug: string
  address: string | null
  addressWithheld: boolean
  publisher: string
  title: string
  titleIs: 'printed' | 'described'
  on: WireDate | null
  language: string | null
  retrieved: WireDate
  archivedAddress: string | null
  note: string | null
  /** Only of a dead link, and never where version and day are fixed: what is found of links later changes no such answer. */
  link?: LinkView | undefined
}

/** What was there by the view's day; what begins, was sent or happened later is counted in `later` alone. */
export interface TimelineCounts {
  measures: number
  byStatus: Partial<Record<Status, number>>
  letters: { replied: number; noReply: number; notKnown: number }
  events: number
  later: { measures: number; letters: number; events: number }
}

export interface TimelineView {
  title: string
  jurisdiction: { code: string; name: string } | null
  /** The resolved day whose statuses, colours and counts are shown, and whether it is the default (today, UTC). */
  asOf: Day
  asOfIsToday: boolean
  /** Null in what is pinned to a version and a day, which stays the same for ever. */
  today: Day | null
  version: number
  /** First and last day of anything in the view. */
  extent: { from: Day; until: Day }
  /** The visible range asked for, or the extent. */
  range: { from: Day; until: Day }
  chosenRight: string | null
  rights: { slug: string; short: string; title: string }[]
  /** Names of the rights that the lanes touch, in the order of the list of rights; of these, `rights` stand as squares. */
  touched: { slug: string; short: string }[]
  /** Names of the States and families that the lanes belong to. */
  states: { slug: string; name: string }[]
  families: { slug: string; title: string }[]
  group: Grouping
  /** Keys of the groups that stand open, or all of them. */
  open: 'all' | readonly string[]
  /** Another day that is held against the as-of day. */
  compare: Day | null
  lanes: MeasureLane[]
  letters: TimelineLetter[]
  events: TimelineEvent[]
  relations: TimelineRelation[]
  pressure: PressurePoint[]
  counts: TimelineCounts
  /** Every source cited by anything in the view, by slug. */
  sources: Record<string, SourceView>
}
