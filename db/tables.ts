/**
 * The store's rows. `record` is the truth; the tables below it are its index, rebuilt from it by `reindex` in versions.ts.
 * Days are text 'YYYY-MM-DD' (both drivers are told so in connect.ts); null bound = open or unknown.
 */
import type { Generated, JSONColumnType, Kysely, Transaction } from 'kysely'
import type { Day } from './vocabulary/edtf.ts'
import type { LinkState } from './vocabulary/links.ts'
import type { MeasureKind, MessageWish, RecordKind, ReplyState, Severity } from './vocabulary/lists.ts'
import type { Rule, Stage, Status } from './vocabulary/stages.ts'
import type { Quiet } from './vocabulary/status.ts'

export interface VersionTable {
  number: number
  at: string
  author: string
  message: string
  rules_edition: number
  /** Of the chain; see digest.ts. */
  digest: string
  /** How many records it added, changed and retracted. */
  added: number
  changed: number
  retracted: number
  /** How many rows of the index tables the version wrote. */
  index_rows: number
}

/** A record as it stood from one version until another (excluded; null = still). Immutable but for `to_version`. */
export interface RecordTable {
  id: Generated<number>
  record: RecordKind
  slug: string
  from_version: number
  to_version: number | null
  salt: string
  digest: string
  body: JSONColumnType<object>
  /** Closed by being taken back, not by a newer record of the name. */
  retracted: Generated<boolean>
}

export type Decision = 'accepted' | 'rejected'

/** A dossier that waits for review, or was decided about. Nothing in it is public. */
export interface ProposalTable {
  id: string
  at: string
  author: string
  message: string
  /** The version that the author had before them. */
  base_version: number
  records: JSONColumnType<object[]>
  retract: JSONColumnType<{ record: RecordKind; slug: string }[]>
  decision: Decision | null
  decided_at: string | null
  decided_by: string | null
  decided_because: string | null
  /** The version that acceptance made. */
  version: number | null
}

/** What a visitor asks of the editors. Nothing in it is public, and nothing tells who wrote. */
export interface MessageTable {
  id: string
  received_on: Day
  wish: MessageWish
  /** The page it is about, as the visitor wrote it. */
  about: string
  says: string
  /** Null while it waits. */
  done_on: Day | null
  done_by: string | null
}

/**
 * What the latest look at a link found (vocabulary/links.ts). It belongs to no version, goes into no digest, and is in neither
 * journal nor backup: who has lost it looks again.
 */
export interface LinkCheckTable {
  address: string
  state: LinkState
  /** The status code of the last answer; null where there was none. */
  code: number | null
  /** Where the last redirect led. */
  checked_at: string
  since: Day
  days: number
  last_good_on: Day | null
  is_dead: boolean
}

/** One row. Its number rises whenever what readers are told of dead links changes. */
export interface LinkNewsTable {
  number: number
}

/** What a list shows of a measure without opening its record. */
export interface MeasureDigest {
  title: Record<string, string>
  short_title: Record<string, string>
  checked_on: Day
  /** In the order of the rights list, each with the highest severity among impacts that count. */
  rights: { right: string; severity: Severity | null }[]
  /** The day by which signature, publication or issue is certain. */
  signed_on: Day | null
  /** Some step says when it enters into force, or that it is in force. */
  force_known: boolean
}

/** As they stand in the record. */
export interface MeasureLane {
  steps: readonly object[]
  relations?: readonly object[] | undefined
}

export interface MeasureTable {
  record_id: number
  slug: string
  jurisdiction: string
  kind: MeasureKind
  /** The short English title in lower case, by which lists are sorted. */
  title_key: string
  /** The earliest day of the first step. */
  begun_on: Day | null
  /**
   * The earliest and the latest day of any step; minus infinity and infinity where one is open, the other way round where
   * there is no step.
   */
  steps_from: Day | '-infinity' | 'infinity'
  steps_until: Day | '-infinity' | 'infinity'
  checked_on: Day
  summary: JSONColumnType<MeasureDigest>
  /** Of its record what a timeline shows. */
  lane: JSONColumnType<MeasureLane>
  /** Slugs of the sources that its lane cites. */
  lane_sources: string[]
}

export interface StepTable {
  record_id: number
  key: string
  ordinal: number
  stage: Stage
  label: string
  on_edtf: string
  on_earliest: Day | null
  on_latest: Day | null
  planned: boolean
}

export interface ImpactTable {
  record_id: number
  key: string
  right_slug: string
  severity: string | null
  /** A current text holds the provision. */
  counts: boolean
}

/** The articles that impacts touch, by their number alone (ICCPR 19 (3) is article 19), with what the impact is. */
export interface ImpactArticleTable extends ImpactTable {
  instrument: string
  article: string
}

export interface RelationTable {
  record_id: number
  type: string
  to_measure: string
  intended: boolean
}

export interface CommunicationTable {
  record_id: number
  slug: string
  jurisdiction: string
  kind: string
  reference_key: string | null
  on_earliest: Day | null
  on_latest: Day | null
  /** The day a reply was due, where the day of the letter and the days it gave are known. */
  due_on: Day | null
  reply: ReplyState | null
}

export interface CommunicationMandateTable {
  record_id: number
  mandate: string
}

export interface CommunicationMeasureTable {
  record_id: number
  measure: string
}

/** The earlier letters that a communication names, as far as they are records. */
export interface CommunicationEarlierTable {
  record_id: number
  earlier: string
}

export interface EventTable {
  record_id: number
  slug: string
  jurisdiction: string
  kind: string
  on_earliest: Day | null
  on_latest: Day | null
}

export interface EventMeasureTable {
  record_id: number
  measure: string
}

export interface EventCommunicationTable {
  record_id: number
  communication: string
}

export interface EventRightTable {
  record_id: number
  right_slug: string
}

export interface FamilyMemberTable {
  record_id: number
  family: string
  measure: string
  ordinal: number
}

/** A stretch of a measure's life, with the step that it rests on as that step's record tells it. */
export interface StandingSpan {
  status: Status
  from_on: Day
  until_on: Day | null
  rule: Rule
  /** Null for a step of the measure itself. */
  basis_measure: string | null
  basis_step: string
  basis_label: string | null
  basis_edtf: string | null
  basis_earliest: Day | null
  basis_latest: Day | null
  at_the_latest: boolean
  as_announced: boolean
  as_reported: boolean
}

export interface QuietSpan {
  from_on: Day
  until_on: Day | null
  kind: Quiet['kind']
  last_movement_on: Day
}

/** All that the rules give for a measure, each list in order. */
export interface Standing {
  certain: StandingSpan[]
  /** When each step counts from its earliest day. */
  possible: Pick<StandingSpan, 'status' | 'from_on' | 'until_on'>[]
  quiet: QuietSpan[]
}

/** A measure's standing as known from one version until another: what answers show, one row a measure. */
export interface StandingTable {
  measure: string
  from_version: number
  to_version: number | null
  body: JSONColumnType<Standing>
}

/** The same spans, as far as lists filter by them. */
export interface StatusSpanTable {
  measure: string
  from_version: number
  to_version: number | null
  from_on: Day
  until_on: Day | null
  status: Status
}

export interface Tables {
  version: VersionTable
  record: RecordTable
  proposal: ProposalTable
  message: MessageTable
  link_check: LinkCheckTable
  link_news: LinkNewsTable
  measure: MeasureTable
  step: StepTable
  impact: ImpactTable
  impact_article: ImpactArticleTable
  relation: RelationTable
  communication: CommunicationTable
  communication_measure: CommunicationMeasureTable
  communication_mandate: CommunicationMandateTable
  communication_earlier: CommunicationEarlierTable
  event: EventTable
  event_measure: EventMeasureTable
  event_communication: EventCommunicationTable
  event_right: EventRightTable
  family_member: FamilyMemberTable
  standing: StandingTable
  status_span: StatusSpanTable
}

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
