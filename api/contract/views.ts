/**
 * The wire: what the API answers and what pages are made from (camelCase, dates as { edtf, earliest, latest }). These schemas
 * are the one description of the answers: the OpenAPI document, the client and the tests of the contract come from them. A
 * resource's API answer and its page come from the same view.
 */
import { z } from 'zod'
import { DEAD_STATES } from '../../db/vocabulary/links.ts'
import {
  CERTAINTIES,
  COMMUNICATION_KINDS,
  COUNTED_PARTS,
  DEADLINE_BASES,
  EFFECTS,
  EVENT_KINDS,
  GROUNDS,
  GROUPINGS,
  LETTER_TYPES,
  LIMIT_SCOPES,
  MEASURE_KINDS,
  MECHANISMS,
  PUBLICITIES,
  RECORD_KINDS,
  RELATION_TYPES,
  REPLY_STATES,
  SEVERITIES,
  STANDINGS,
} from '../../db/vocabulary/lists.ts'
import { RESULTS, RULES, STAGES, STATUSES } from '../../db/vocabulary/stages.ts'
import type * as timeline from '../../web/timeline/view.ts'
import { Texts } from './record.ts'

export type { TimelineView } from '../../web/timeline/view.ts'

/** Named in the OpenAPI document; the id is the name of the type in the generated client. */
export const named = <Schema extends z.ZodType>(id: string, schema: Schema, description?: string): Schema =>
  schema.meta({ id, ...(description ? { description } : {}) })

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A day in UTC, YYYY-MM-DD', format: 'date' })
export const Slug = z.string().meta({ description: 'The record’s name in addresses; stable for ever' })

export const WireDate = named(
  'WireDate',
  z.strictObject({ edtf: z.string(), earliest: Day.nullable(), latest: Day.nullable() }),
  'A date as stated (EDTF), with the earliest and latest day it can mean; null = open or unknown',
) satisfies z.ZodType<timeline.WireDate>
export type WireDate = timeline.WireDate

export const StatusAnswer = named(
  'StatusAnswer',
  z.strictObject({
    is: z.enum(STATUSES).nullable(),
    since: Day.nullable().meta({ description: 'The day from which the status certainly holds' }),
    basis: z
      .strictObject({ measure: Slug, step: z.string(), label: z.string(), on: WireDate })
      .nullable()
      .meta({ description: 'The step it rests on, of this measure or of the one named' }),
    rule: z.enum(RULES).nullable(),
    atTheLatest: z.boolean().meta({ description: 'The basis is dated to a stretch of days: the status may be older' }),
    asAnnounced: z.boolean(),
    asReported: z.boolean(),
    dormant: z.boolean(),
    noStepSince: Day.nullable(),
    notCheckedSince: Day.nullable(),
    possibly: z.enum(STATUSES).nullable(),
    entryIntoForceNotEstablished: z.boolean(),
  }),
  'Where a measure stands on a day, why, and how sure that is (methodology: rules S1 to S16)',
) satisfies z.ZodType<timeline.StatusAnswer>
export type StatusAnswer = timeline.StatusAnswer

export const QuietSpan = z.strictObject({
  from: Day,
  until: Day.nullable(),
  kind: z.enum(['dormant', 'not_checked']),
}) satisfies z.ZodType<timeline.QuietSpan>

export const StatusSpan = named(
  'StatusSpan',
  z.strictObject({
    status: z.enum(STATUSES),
    from: Day,
    until: Day.nullable(),
    basis: z.string().nullable(),
    rule: z.enum(RULES),
    quiet: z.array(QuietSpan),
    asAnnounced: z.boolean(),
    asReported: z.boolean(),
  }),
  'A stretch of one status: `from` included, `until` excluded (null = no end known)',
) satisfies z.ZodType<timeline.StatusSpan>
export type StatusSpan = timeline.StatusSpan

export const CitationView = named(
  'Citation',
  z.strictObject({
    source: Slug,
    certainty: z.enum(CERTAINTIES),
    locator: z.string().exactOptional(),
    quotation: z.string().exactOptional(),
    note: z.string().exactOptional(),
  }),
  'A fact’s link to a source',
)
export type CitationView = timeline.CitationView
export const Cites = z.array(CitationView)

export const VoteView = z.strictObject({
  for: z.int().exactOptional(),
  against: z.int().exactOptional(),
  abstain: z.int().exactOptional(),
  needed: z.int().exactOptional(),
})

export const TimelineStep = z.strictObject({
  key: z.string(),
  stage: z.enum(STAGES),
  result: z.enum(RESULTS).nullable(),
  on: WireDate,
  inferred: z.boolean(),
  planned: z.boolean(),
  label: z.string(),
  body: z.string().nullable(),
  vote: VoteView.nullable(),
  disputed: z.boolean(),
  cites: Cites,
})
export type TimelineStep = timeline.TimelineStep

export const RightSquare = z.strictObject({
  right: z.string(),
  severity: z.enum(SEVERITIES).nullable(),
}) satisfies z.ZodType<timeline.RightSquare>
export type RightSquare = timeline.RightSquare

export const LinkView = named(
  'Link',
  z.strictObject({
    state: z.enum(DEAD_STATES).meta({
      description: 'gone: its server says that nothing is there; no_such_host: its host’s name resolves to nothing',
    }),
    since: Day.meta({ description: 'The first of the days in a row on which it was found so' }),
  }),
) satisfies z.ZodType<timeline.LinkView>
export type LinkView = timeline.LinkView

export const SourceView = named(
  'Source',
  z.strictObject({
    slug: Slug,
    address: z.string().nullable(),
    addressWithheld: z.boolean(),
    publisher: z.string(),
    title: z.string(),
    titleIs: z.enum(['printed', 'described']),
    on: WireDate.nullable(),
    language: z.string().nullable(),
    retrieved: WireDate,
    archivedAddress: z.string().nullable(),
    note: z.string().nullable(),
    link: LinkView.optional().meta({
      description:
        'Only of a link that was found dead; that it is absent does not say that the link works. Never where version and asOf are both given',
    }),
  }),
) satisfies z.ZodType<timeline.SourceView>
export type SourceView = timeline.SourceView

/** What every answer says of itself; `asOf` and `version` are resolved. */
export const Envelope = z.strictObject({ version: z.int(), asOf: Day, licence: z.string() })
export type Envelope = z.infer<typeof Envelope>

/** A list: `next` is the cursor of the next page, null on the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable(), ...Envelope.shape })

export const DisagreementView = named(
  'Disagreement',
  z.strictObject({
    field: z.string(),
    about: z.string(),
    reason: z.string(),
    claims: z.array(
      z.strictObject({ value: z.string(), date: WireDate.nullable(), preferred: z.boolean(), cites: Cites }),
    ),
  }),
  'All that sources say about one fact; one claim is followed, with the reason',
)
export type DisagreementView = z.infer<typeof DisagreementView>
export const Disagreements = z.array(DisagreementView)

export const MeasureSummary = named(
  'MeasureSummary',
  z.strictObject({
    slug: Slug,
    jurisdiction: Slug,
    kind: z.enum(MEASURE_KINDS),
    title: Texts,
    shortTitle: Texts,
    families: z.array(Slug),
    rights: z.array(RightSquare),
    status: StatusAnswer,
    begunOn: Day.nullable().meta({ description: 'The first day on which its first step can have come; null: open' }),
    checkedOn: Day,
  }),
)
export type MeasureSummary = z.infer<typeof MeasureSummary>

export const StepView = named(
  'Step',
  TimelineStep.extend({
    labels: Texts,
    text: z.string().nullable(),
    until: WireDate.nullable(),
    standsAt: z.enum(STATUSES).nullable(),
    note: z.string().nullable(),
    afterAsOf: z.boolean(),
    disagreements: Disagreements,
  }),
)
export type StepView = z.infer<typeof StepView>

export const ImpactView = named(
  'Impact',
  z.strictObject({
    key: z.string(),
    provision: z.string().nullable(),
    right: z.strictObject({ slug: Slug, title: z.string() }),
    effect: z.enum(EFFECTS),
    severity: z.enum(SEVERITIES).nullable(),
    severityReason: z.string().nullable(),
    grounds: z.array(z.enum(GROUNDS)),
    articles: z.array(z.string()),
    reasoning: z.string(),
    saidBy: z.discriminatedUnion('voice', [
      z.strictObject({ voice: z.literal('editors') }),
      z.strictObject({
        voice: z.literal('communication'),
        communication: Slug,
        title: z.string(),
        reference: z.string().nullable(),
      }),
    ]),
    counts: z.boolean().meta({ description: 'False when no current text holds the provision any more' }),
    cites: Cites,
  }),
)
export type ImpactView = z.infer<typeof ImpactView>

export const ProvisionView = named(
  'Provision',
  z.strictObject({
    key: z.string(),
    label: z.string(),
    gist: z.string(),
    wording: z.string().nullable(),
    texts: z.array(z.string()),
    cites: Cites,
    disagreements: Disagreements,
  }),
)
export type ProvisionView = z.infer<typeof ProvisionView>

export const RelationView = named(
  'Relation',
  z.strictObject({
    type: z.enum(RELATION_TYPES),
    side: z
      .enum(['newer', 'older'])
      .meta({ description: 'newer: this measure acts on the other; older: the other acts on it' }),
    measure: z.strictObject({ slug: Slug, title: z.string(), status: z.enum(STATUSES).nullable() }).nullable(),
    outside: z.string().nullable(),
    intended: z.boolean(),
    note: z.string().nullable(),
    cites: Cites,
  }),
)
export type RelationView = z.infer<typeof RelationView>

export const ReplyView = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('received'),
    on: WireDate.nullable(),
    cites: Cites,
    disagreements: Disagreements,
  }),
  z.strictObject({ state: z.literal('none'), asOf: Day, cites: Cites, disagreements: Disagreements }),
  z.strictObject({ state: z.literal('not_known'), note: z.string().nullable() }),
])

export const CommunicationSummary = named(
  'CommunicationSummary',
  z.strictObject({
    slug: Slug,
    jurisdiction: Slug,
    kind: z.enum(COMMUNICATION_KINDS),
    letterType: z.enum(LETTER_TYPES).nullable(),
    joint: z.boolean(),
    reference: z.string().nullable(),
    title: Texts,
    summary: z.string(),
    on: WireDate.nullable(),
    from: z.array(z.string()),
    fromIsPartial: z.boolean(),
    measures: z.array(Slug),
    deadline: z
      .strictObject({ days: z.int().nullable(), on: Day.nullable(), basis: z.enum(DEADLINE_BASES) })
      .nullable(),
    reply: ReplyView.nullable().meta({ description: 'As it is on record, whatever the day' }),
    replyOnDay: z.enum(REPLY_STATES).nullable().meta({
      description:
        'Letters sent by the day only: what was known of a reply on it. One that came later was not there yet, and vouches for that',
    }),
  }),
)
export type CommunicationSummary = z.infer<typeof CommunicationSummary>

export const EventSummary = named(
  'Event',
  z.strictObject({
    slug: Slug,
    jurisdiction: Slug,
    kind: z.enum(EVENT_KINDS),
    on: WireDate,
    inferred: z.boolean(),
    duration: z.boolean(),
    place: z.string().nullable(),
    title: Texts,
    summary: z.string(),
    measures: z.array(Slug),
    communications: z.array(Slug),
    rights: z.array(z.string()),
    cites: Cites,
  }),
)
export type EventSummary = z.infer<typeof EventSummary>

export const TextView = named(
  'Text',
  z.strictObject({
    key: z.string(),
    label: Texts,
    on: WireDate.nullable(),
    language: z.string().nullable(),
    address: z.string().nullable(),
    current: z.boolean(),
    cites: Cites,
  }),
)

export const MeasureDetail = named(
  'Measure',
  MeasureSummary.extend({
    jurisdictionName: z.string(),
    summary: z.string(),
    identifiers: z.array(z.strictObject({ value: z.string(), cites: Cites })),
    sponsors: z.array(z.strictObject({ name: z.string().nullable(), office: z.string(), cites: Cites })),
    spans: z.array(StatusSpan),
    steps: z.array(StepView),
    texts: z.array(TextView),
    provisions: z.array(ProvisionView),
    impacts: z.array(ImpactView),
    relations: z.array(RelationView),
    familyRecords: z.array(
      z.strictObject({
        slug: Slug,
        title: Texts,
        summary: z.string(),
        members: z.array(
          z.strictObject({
            slug: Slug,
            title: z.string(),
            status: z.enum(STATUSES).nullable(),
            firstOn: Day.nullable(),
          }),
        ),
      }),
    ),
    communications: z.array(CommunicationSummary),
    events: z.array(EventSummary),
    disagreements: Disagreements,
    cites: Cites,
    sources: z
      .array(SourceView)
      .meta({ description: 'Every source cited, in the order of first citation: the numbers on the page' }),
    asOfIsToday: z.boolean(),
    ...Envelope.shape,
  }),
)
export type MeasureDetail = z.infer<typeof MeasureDetail>

export const ReferenceView = named(
  'Reference',
  z.strictObject({
    citedAs: z.string(),
    resolvedTo: Slug.nullable(),
    on: WireDate.nullable(),
    note: z.string().nullable(),
    cites: Cites,
  }),
  'A reference as printed, beside what it resolves to',
)
export type ReferenceView = z.infer<typeof ReferenceView>

export const CommunicationDetail = named(
  'Communication',
  CommunicationSummary.omit({ from: true, measures: true }).extend({
    jurisdictionName: z.string(),
    from: z.array(
      z.strictObject({
        mandate: Slug.nullable(),
        name: z.string(),
        resolution: z.string().nullable(),
        holder: z.string().nullable(),
      }),
    ),
    measures: z.array(
      z.strictObject({
        slug: Slug,
        title: z.string(),
        status: StatusAnswer,
        note: z.string().nullable(),
        cites: Cites,
      }),
    ),
    questions: z.array(z.strictObject({ number: z.int(), gist: z.string(), locator: z.string() })),
    legalReferences: z.array(
      z.strictObject({
        instrument: Slug,
        short: z.string(),
        symbol: z.string().nullable(),
        article: z.string().nullable(),
        paragraphs: z.string().nullable(),
        citedAs: z.string(),
      }),
    ),
    earlier: z.array(ReferenceView.extend({ resolved: CommunicationSummary.nullable() })),
    citedAs: z.array(ReferenceView),
    later: z.array(CommunicationSummary),
    events: z.array(EventSummary),
    disagreements: Disagreements,
    cites: Cites,
    sources: z.array(SourceView),
    asOfIsToday: z.boolean(),
    ...Envelope.shape,
  }),
)
export type CommunicationDetail = z.infer<typeof CommunicationDetail>

export const FamilyView = named(
  'Family',
  z.strictObject({ slug: Slug, title: Texts, summary: z.string(), members: z.array(Slug) }),
)
export type FamilyView = z.infer<typeof FamilyView>

const StepRef = z.strictObject({
  key: z.string(),
  stage: z.enum(STAGES),
  label: z.string(),
  on: WireDate,
  cites: Cites,
})
export type StepRef = z.infer<typeof StepRef>

const Lasted = z
  .strictObject({ atLeast: z.int().nullable(), atMost: z.int().nullable() })
  .meta({ description: 'Days, as far as the dates tell; null where a date is open' })

export const FamilyMeasure = named(
  'FamilyMeasure',
  z.strictObject({
    slug: Slug,
    title: z.string(),
    jurisdiction: Slug,
    jurisdictionName: z.string(),
    kind: z.enum(MEASURE_KINDS),
    summary: z.string(),
    status: StatusAnswer,
    introduced: StepRef.nullable().meta({ description: 'The introduction, or the first step where none is on record' }),
    first: StepRef.nullable(),
    adopted: StepRef.nullable(),
    inForce: StepRef.nullable(),
    toAdoption: Lasted.nullable(),
    toForce: Lasted.nullable(),
    rights: z.array(RightSquare),
    impacts: z.array(
      z.strictObject({
        right: z.string(),
        severity: z.enum(SEVERITIES).nullable(),
        effect: z.enum(EFFECTS),
        grounds: z.array(z.enum(GROUNDS)),
        provision: z.string().nullable(),
        reasoning: z.string(),
        cites: Cites,
      }),
    ),
    communications: z.array(CommunicationSummary),
    disagreements: Disagreements,
  }),
)
export type FamilyMeasure = z.infer<typeof FamilyMeasure>

const FamilyRelation = z.strictObject({
  type: z.enum(RELATION_TYPES),
  from: z.strictObject({ slug: Slug, title: z.string() }),
  to: z.strictObject({ slug: Slug, title: z.string() }).nullable(),
  outside: z.string().nullable(),
  intended: z.boolean(),
  note: z.string().nullable(),
  cites: Cites,
})
export type FamilyRelation = z.infer<typeof FamilyRelation>

/** One idea over all States; measures by the day of their introduction. */
export const FamilyDetail = named(
  'FamilyDetail',
  FamilyView.extend({
    measures: z.array(FamilyMeasure),
    relations: z.array(FamilyRelation),
    sources: z.array(SourceView),
    asOfIsToday: z.boolean(),
    ...Envelope.shape,
  }),
)
export type FamilyDetail = z.infer<typeof FamilyDetail>

/** A line of the list of families. */
export interface FamilyCard {
  slug: string
  title: Texts
  summary: string
  measures: number
  states: string[]
  /** Of those that had begun by the day. */
  statuses: timeline.StatusAnswer['is'][]
  /** How many of the measures begin after the day. */
  later: number
  begunOn: string | null
  lastBegunOn: string | null
}

export const RightView = named(
  'Right',
  z.strictObject({
    slug: Slug,
    title: Texts,
    short: z.string(),
    articles: z.array(z.strictObject({ instrument: Slug, article: z.string() })),
  }),
)

export const MandateView = named(
  'Mandate',
  z.strictObject({
    slug: Slug,
    title: Texts,
    short: z.string(),
    resolutions: z.array(z.strictObject({ symbol: z.string(), cites: Cites })),
  }),
)

/** What a mechanism asks, and how far that is known. Without citations where nothing is. */
const finding = { says: z.string(), standing: z.enum(STANDINGS), cites: Cites }
const FindingView = z.strictObject({ key: Slug, ...finding })

export const RulePackView = named(
  'RulePack',
  z.strictObject({
    slug: Slug,
    mechanism: z.enum(MECHANISMS),
    title: Texts,
    short: z.string(),
    body: z.string(),
    cycle: z.strictObject({ name: z.string(), on: WireDate.nullable(), ...finding }).nullable(),
    checkedOn: WireDate,
    replacedBy: Slug.nullable(),
    limits: z.array(z.strictObject({ scope: z.enum(LIMIT_SCOPES), words: z.int().nullable(), ...finding })),
    counted: z.array(z.strictObject({ part: z.enum(COUNTED_PARTS), counts: z.boolean().nullable(), ...finding })),
    languages: z.strictObject({ tags: z.array(z.string()).nullable(), ...finding }),
    fileType: z.strictObject({ type: z.string().nullable(), ...finding }),
    publicity: z.strictObject({ is: z.enum(PUBLICITIES).nullable(), ...finding }),
    filing: z.strictObject({ way: z.string().nullable(), ...finding }),
    parts: z.array(FindingView.extend({ title: z.string(), required: z.boolean() })),
    rules: z.array(FindingView),
  }),
  'What one mechanism asks of those who write to it. Null is not known: nobody should take it for no limit.',
)
export type RulePackView = z.infer<typeof RulePackView>

export const InstrumentView = named(
  'Instrument',
  z.strictObject({
    slug: Slug,
    kind: z.string(),
    short: z.string(),
    title: Texts,
    symbol: z.string().nullable(),
    on: WireDate.nullable(),
    parties: z.array(z.strictObject({ jurisdiction: Slug, action: z.string(), on: WireDate, cites: Cites })),
    cites: Cites,
  }),
)

export const JurisdictionView = named(
  'Jurisdiction',
  z.strictObject({
    slug: Slug,
    code: z.string(),
    name: Texts,
    parliament: z.string().nullable(),
    lawMaking: z.array(z.strictObject({ says: z.string(), cites: Cites })),
  }),
)

export const VersionView = named(
  'Version',
  z.strictObject({
    number: z.int(),
    at: z.string().meta({ format: 'date-time' }),
    author: z.string(),
    message: z.string(),
    rulesEdition: z.int(),
    digest: z.string(),
    counts: z.strictObject({ added: z.int(), changed: z.int(), retracted: z.int() }),
  }),
)
export type VersionView = z.infer<typeof VersionView>

/** One record in one version: what the correction log is made of. */
export const ChangeView = named(
  'Change',
  z.strictObject({
    number: z.int().meta({ description: 'The version that changed it' }),
    at: z.string().meta({ format: 'date-time' }),
    change: z.enum(['added', 'changed', 'retracted']),
    record: z.enum(RECORD_KINDS),
    slug: Slug,
    title: z.string(),
    message: z.string(),
  }),
)
export type ChangeView = z.infer<typeof ChangeView>

export const TimelineAnswer = named(
  'Timeline',
  z.strictObject({
    title: z.string(),
    jurisdiction: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
    asOf: Day,
    asOfIsToday: z.boolean(),
    today: Day.nullable(),
    version: z.int(),
    extent: z.strictObject({ from: Day, until: Day }),
    range: z.strictObject({ from: Day, until: Day }),
    chosenRight: z.string().nullable(),
    rights: z.array(z.strictObject({ slug: Slug, short: z.string(), title: z.string() })),
    touched: z.array(z.strictObject({ slug: Slug, short: z.string() })),
    states: z.array(z.strictObject({ slug: Slug, name: z.string() })),
    families: z.array(z.strictObject({ slug: Slug, title: z.string() })),
    group: z.enum(GROUPINGS),
    open: z.union([z.literal('all'), z.array(z.string())]).meta({ description: 'The groups that stand open' }),
    compare: Day.nullable().meta({ description: 'Another day that is held against `asOf`' }),
    lanes: z.array(
      z.strictObject({
        slug: Slug,
        title: z.string(),
        jurisdiction: Slug,
        kind: z.enum(MEASURE_KINDS),
        families: z.array(Slug),
        rights: z.array(RightSquare),
        status: StatusAnswer,
        spans: z.array(StatusSpan),
        steps: z.array(TimelineStep),
      }),
    ),
    letters: z.array(
      z.strictObject({
        slug: Slug,
        label: z.string(),
        title: z.string(),
        kind: z.enum(COMMUNICATION_KINDS),
        on: WireDate.nullable(),
        dueOn: Day.nullable(),
        reply: z
          .discriminatedUnion('state', [
            z.strictObject({ state: z.literal('received'), on: WireDate.nullable() }),
            z.strictObject({ state: z.literal('none'), asOf: Day }),
            z.strictObject({ state: z.literal('not_known') }),
          ])
          .meta({ description: 'As it was known on the day; of a letter sent later, as it is on record' }),
        laterReply: WireDate.nullable().meta({
          description: 'The date of a reply that had not, or not certainly, come by the day',
        }),
        measures: z.array(Slug),
        disputed: z.boolean(),
        cites: Cites,
      }),
    ),
    events: z.array(
      z.strictObject({
        slug: Slug,
        title: z.string(),
        kind: z.enum(EVENT_KINDS),
        on: WireDate,
        inferred: z.boolean(),
        duration: z.boolean(),
        summary: z.string(),
        cites: Cites,
      }),
    ),
    relations: z.array(
      z.strictObject({
        type: z.enum(RELATION_TYPES),
        from: Slug,
        to: Slug,
        intended: z.boolean(),
        certainty: z.enum(CERTAINTIES),
      }),
    ),
    pressure: z.array(z.strictObject({ on: Day, pending: z.int(), inForce: z.int() })),
    counts: z
      .strictObject({
        measures: z.int().meta({ description: 'Measures whose first step may have come by the day' }),
        byStatus: z.partialRecord(z.enum(STATUSES), z.int()),
        letters: z
          .strictObject({ replied: z.int(), noReply: z.int(), notKnown: z.int() })
          .meta({ description: 'Letters that may have been sent by the day, by what was known of a reply on it' }),
        events: z.int().meta({ description: 'Events that may have begun by the day' }),
        later: z
          .strictObject({ measures: z.int(), letters: z.int(), events: z.int() })
          .meta({ description: 'What stands in the lists but begins, was sent or happened after the day' }),
      })
      .meta({ description: 'Counts of what was there on the day `asOf`; what came later is counted apart' }),
    sources: z.record(z.string(), SourceView).meta({ description: 'By their slugs; empty with `without=sources`' }),
    licence: z.string(),
  }),
)

/** RFC 9457. `errors` is ours: which field was wrong, and what to write instead. */
export const Problem = named(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().exactOptional(),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string(), remedy: z.string() })).exactOptional(),
  }),
  'RFC 9457 problem details',
)
export type Problem = z.infer<typeof Problem>

/** All forms of a citation. */
export const CitationAnswer = named(
  'CitationForms',
  z.strictObject({
    permalink: z.string().meta({ description: 'With version and day: the same for ever, save erasure' }),
    text: z.string(),
    bibtex: z.string(),
    ris: z.string(),
    csl: z.record(z.string(), z.unknown()).meta({ description: 'An item of CSL-JSON' }),
    ...Envelope.shape,
  }),
)
export type CitationAnswer = z.infer<typeof CitationAnswer>
