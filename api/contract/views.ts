/**
 * The wire: what the API answers and what pages are made from (camelCase, dates as { edtf, earliest, latest }).
 * A resource's API answer and its page come from the same view.
 */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type {
  CommunicationKind,
  DeadlineBasis,
  Effect,
  EventKind,
  Ground,
  LetterType,
  MeasureKind,
  RelationType,
  Severity,
} from '../../db/vocabulary/lists.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import type {
  CitationView,
  RightSquare,
  SourceView,
  StatusAnswer,
  StatusSpan,
  TimelineStep,
  WireDate,
} from '../../web/timeline/view.ts'
import type { Texts } from './record.ts'

export type {
  CitationView,
  RightSquare,
  SourceView,
  StatusAnswer,
  StatusSpan,
  TimelineStep,
  TimelineView,
  WireDate,
} from '../../web/timeline/view.ts'

/** What every answer says of itself. `asOf` is resolved; `pinned` names what the request fixed. */
export interface Envelope {
  version: number
  asOf: Day
  licence: string
}

/** A list: `next` is the cursor of the next page, null on the last. */
export interface List<Item> extends Envelope {
  items: Item[]
  next: string | null
}

export interface DisagreementView {
  field: string
  about: string
  reason: string
  claims: { value: string; date: WireDate | null; preferred: boolean; cites: CitationView[] }[]
}

export interface MeasureSummary {
  slug: string
  jurisdiction: string
  kind: MeasureKind
  title: Texts
  shortTitle: Texts
  families: string[]
  rights: RightSquare[]
  status: StatusAnswer
  checkedOn: Day
}

export interface StepView extends TimelineStep {
  labels: Texts
  /** Text of the measure that the step concerns. */
  text: string | null
  until: WireDate | null
  standsAt: Status | null
  note: string | null
  /** After the day asked for: it had not happened, or not certainly. */
  afterAsOf: boolean
  disagreements: DisagreementView[]
}

export interface ImpactView {
  key: string
  provision: string | null
  right: { slug: string; title: string }
  effect: Effect
  severity: Severity | null
  severityReason: string | null
  grounds: Ground[]
  /** Labels such as "ICCPR 19 (2)". */
  articles: string[]
  reasoning: string
  saidBy:
    | { voice: 'editors' }
    | { voice: 'communication'; communication: string; title: string; reference: string | null }
  /** False when no current text holds the provision any more. */
  counts: boolean
  cites: CitationView[]
}

export interface ProvisionView {
  key: string
  label: string
  gist: string
  wording: string | null
  texts: string[]
  cites: CitationView[]
  disagreements: DisagreementView[]
}

export interface RelationView {
  type: RelationType
  /** newer: this measure acts on the other; older: the other acts on this one. */
  side: 'newer' | 'older'
  measure: { slug: string; title: string; status: Status | null } | null
  outside: string | null
  intended: boolean
  note: string | null
  cites: CitationView[]
}

export interface CommunicationSummary {
  slug: string
  jurisdiction: string
  kind: CommunicationKind
  letterType: LetterType | null
  joint: boolean
  reference: string | null
  title: Texts
  summary: string
  on: WireDate | null
  from: string[]
  fromIsPartial: boolean
  measures: string[]
  deadline: { days: number | null; on: Day | null; basis: DeadlineBasis } | null
  reply:
    | { state: 'received'; on: WireDate | null; cites: CitationView[]; disagreements: DisagreementView[] }
    | { state: 'none'; asOf: Day; cites: CitationView[]; disagreements: DisagreementView[] }
    | { state: 'not_known'; note: string | null }
    | null
}

export interface MeasureDetail extends MeasureSummary, Envelope {
  jurisdictionName: string
  summary: string
  identifiers: { value: string; cites: CitationView[] }[]
  sponsors: { name: string | null; office: string; cites: CitationView[] }[]
  spans: StatusSpan[]
  steps: StepView[]
  texts: {
    key: string
    label: Texts
    on: WireDate | null
    language: string | null
    address: string | null
    current: boolean
    cites: CitationView[]
  }[]
  provisions: ProvisionView[]
  impacts: ImpactView[]
  relations: RelationView[]
  familyRecords: {
    slug: string
    title: Texts
    summary: string
    members: { slug: string; title: string; status: Status | null; firstOn: Day | null }[]
  }[]
  communications: CommunicationSummary[]
  events: EventSummary[]
  disagreements: DisagreementView[]
  cites: CitationView[]
  /** Every source cited on the page, in the order of first citation: their numbers on the page are index + 1. */
  sources: SourceView[]
  asOfIsToday: boolean
}

export interface ReferenceView {
  citedAs: string
  resolvedTo: string | null
  on: WireDate | null
  note: string | null
  cites: CitationView[]
}

export interface CommunicationDetail extends Omit<CommunicationSummary, 'from' | 'measures'>, Envelope {
  jurisdictionName: string
  from: { mandate: string | null; name: string; resolution: string | null; holder: string | null }[]
  measures: { slug: string; title: string; status: StatusAnswer; note: string | null; cites: CitationView[] }[]
  questions: { number: number; gist: string; locator: string }[]
  legalReferences: {
    instrument: string
    short: string
    symbol: string | null
    article: string | null
    paragraphs: string | null
    citedAs: string
  }[]
  /** Earlier letters that this one names, each with what it resolves to and the reply state of that letter. */
  earlier: (ReferenceView & { resolved: CommunicationSummary | null })[]
  /** How others cite this text, as printed, and whether that resolves. */
  citedAs: ReferenceView[]
  /** Later communications that name this one. */
  later: CommunicationSummary[]
  events: EventSummary[]
  disagreements: DisagreementView[]
  cites: CitationView[]
  sources: SourceView[]
  asOfIsToday: boolean
}

export interface EventSummary {
  slug: string
  jurisdiction: string
  kind: EventKind
  on: WireDate
  inferred: boolean
  duration: boolean
  place: string | null
  title: Texts
  summary: string
  measures: string[]
  communications: string[]
  rights: string[]
  cites: CitationView[]
}

export interface FamilyView {
  slug: string
  title: Texts
  summary: string
  members: string[]
}

export interface VersionView {
  number: number
  at: string
  author: string
  message: string
  rulesEdition: number
  counts: { added: number; changed: number; retracted: number }
}

/** RFC 9457. `field` and `remedy` are ours: what was wrong and what to write instead. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance?: string
  errors?: { field: string; message: string; remedy: string }[]
}
