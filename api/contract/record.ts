/**
 * The records of the dataset, as they stand in dossiers and in the store: snake_case, dates as EDTF text, every fact
 * with its citations. These schemas are the one description of the format; the JSON Schema that is served comes from them.
 */
import { z } from 'zod'
import { readEdtf } from '../../db/vocabulary/edtf-mistakes.ts'
import {
  CERTAINTIES,
  COMMUNICATION_KINDS,
  COUNTED_PARTS,
  DEADLINE_BASES,
  EFFECTS,
  EVENT_KINDS,
  GROUNDS,
  LANGUAGES,
  type Language,
  LETTER_TYPES,
  LIMIT_SCOPES,
  MEASURE_KINDS,
  MECHANISMS,
  PUBLICITIES,
  RECORD_KINDS,
  RELATION_TYPES,
  SEVERITIES,
  STANDINGS,
} from '../../db/vocabulary/lists.ts'
import { INSTRUMENTS, RIGHTS } from '../../db/vocabulary/rights.ts'
import { RESULTS, STAGES, STATUSES } from '../../db/vocabulary/stages.ts'

/** Lower-case words joined by - or _; stable for ever, because addresses and citations use it. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'write lower-case letters and digits joined by - or _')
  .max(120)

/** A date as stated (EDTF level 1, and [a..b] for one day between). */
export const Edtf = z
  .string()
  .superRefine((text, context) => {
    const read = readEdtf(text)
    if (!read.ok) context.addIssue({ code: 'custom', message: read.message })
  })
  .meta({ description: 'EDTF date: 2021-07-15, 2021-07, 2021, 2014-10-07?, [2021-06-26..2021-07-07], 2019/2020' })

/** A single day, YYYY-MM-DD. */
export const DayText = z.string().superRefine((text, context) => {
  const read = readEdtf(text)
  if (!read.ok || read.date.precision !== 'day' || read.date.edtf.length !== 10)
    context.addIssue({ code: 'custom', message: 'write one day as YYYY-MM-DD' })
})

const prose = z.string().trim().min(1).max(4000)

/** Text by language (BCP 47). English is required in our own sentences; titles carry the languages that are known. */
export const Texts = z.strictObject({
  en: prose,
  ...(Object.fromEntries(LANGUAGES.map((tag) => [tag, prose.optional()])) as Record<
    Language,
    z.ZodOptional<typeof prose>
  >),
})

export const Address = z
  .string()
  .max(1000)
  .refine(
    (text) => /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text),
    'write a web address that begins with http:// or https://',
  )

/** A fact's link to a source. Quotation only of public official text. */
export const Citation = z.strictObject({
  source: Slug,
  certainty: z.enum(CERTAINTIES),
  locator: z.string().max(200).optional(),
  quotation: z.string().max(1200).optional(),
  note: prose.optional(),
})
export const Citations = z.array(Citation).min(1)

/**
 * Where sources disagree about one field: all claims, each cited; exactly one preferred, with the reason.
 * `field` is the field of the thing this stands in; for dates the values are EDTF, else short text.
 */
export const Disagreement = z.strictObject({
  field: z.enum(['on', 'until', 'stage', 'vote', 'result', 'wording', 'sponsors', 'reply', 'reference', 'other']),
  about: prose,
  claims: z
    .array(z.strictObject({ value: z.string().min(1).max(400), preferred: z.boolean().optional(), cites: Citations }))
    .min(2),
  reason: prose,
})
const disagreements = z.array(Disagreement).optional()

export const Vote = z.strictObject({
  for: z.int().min(0).optional(),
  against: z.int().min(0).optional(),
  abstain: z.int().min(0).optional(),
  needed: z.int().min(0).optional(),
})

/** One dated, sourced thing in a measure's life. Steps stand in the order in which they happened. */
export const Step = z.strictObject({
  key: Slug,
  stage: z.enum(STAGES),
  result: z.enum(RESULTS).optional(),
  on: Edtf,
  planned: z.boolean().optional(),
  until: Edtf.optional(),
  stands_at: z.enum(STATUSES).exclude(['in_force']).optional(),
  label: Texts,
  body: prose.optional(),
  vote: Vote.optional(),
  text: Slug.optional(),
  note: prose.optional(),
  cites: Citations,
  disagreements,
})

export const MeasureText = z.strictObject({
  key: Slug,
  label: Texts,
  on: Edtf.optional(),
  language: z.string().min(2).max(12).optional(),
  address: Address.optional(),
  current: z.boolean().optional(),
  cites: Citations,
})

/** A numbered part of a measure. `gist` is our words; `wording` only from official public text. */
export const Provision = z.strictObject({
  key: Slug,
  label: prose,
  gist: prose,
  wording: prose.optional(),
  texts: z.array(Slug).optional(),
  cites: Citations,
  disagreements,
})

export const Article = z.strictObject({
  instrument: z.enum(INSTRUMENTS.map((i) => i.slug)),
  article: z.string().max(40),
})

export const Impact = z.strictObject({
  key: Slug,
  provision: Slug.optional(),
  right: z.enum(RIGHTS.map((r) => r.slug)),
  effect: z.enum(EFFECTS),
  severity: z.enum(SEVERITIES).nullable(),
  severity_reason: prose.optional(),
  grounds: z.array(z.enum(GROUNDS)),
  articles: z.array(Article),
  reasoning: prose,
  said_by: z.discriminatedUnion('voice', [
    z.strictObject({ voice: z.literal('communication'), communication: Slug }),
    z.strictObject({ voice: z.literal('editors') }),
  ]),
  cites: Citations,
})

export const Relation = z.strictObject({
  type: z.enum(RELATION_TYPES),
  to: Slug.optional(),
  outside: prose.optional(),
  intended: z.boolean().optional(),
  note: prose.optional(),
  cites: Citations,
})

export const Measure = z.strictObject({
  record: z.literal('measure'),
  slug: Slug,
  jurisdiction: Slug,
  kind: z.enum(MEASURE_KINDS),
  title: Texts,
  short_title: Texts,
  summary: prose,
  identifiers: z.array(z.strictObject({ value: prose, cites: Citations })).optional(),
  sponsors: z.array(z.strictObject({ name: prose.optional(), office: prose, cites: Citations })).optional(),
  checked_on: DayText,
  texts: z.array(MeasureText).optional(),
  steps: z.array(Step),
  provisions: z.array(Provision).optional(),
  impacts: z.array(Impact).optional(),
  relations: z.array(Relation).optional(),
  cites: Citations,
  disagreements,
})

export const Deadline = z.strictObject({
  days: z.int().min(1).max(365).nullable(),
  basis: z.enum(DEADLINE_BASES),
  cites: z.array(Citation).optional(),
})

export const Reply = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('received'), on: Edtf.optional(), cites: Citations, disagreements }),
  z.strictObject({ state: z.literal('none'), as_of: DayText, cites: Citations, disagreements }),
  z.strictObject({ state: z.literal('not_known'), note: prose.optional() }),
])

/** A reference to another text as printed, beside what it resolves to (null when it does not resolve). */
export const Reference = z.strictObject({
  cited_as: z.string().min(1).max(80),
  resolved_to: Slug.nullable(),
  on: Edtf.optional(),
  note: prose.optional(),
  cites: Citations,
})

export const Communication = z.strictObject({
  record: z.literal('communication'),
  slug: Slug,
  jurisdiction: Slug,
  kind: z.enum(COMMUNICATION_KINDS),
  letter_type: z.enum(LETTER_TYPES).nullable().optional(),
  joint: z.boolean().optional(),
  reference: z.string().max(80).nullable(),
  title: Texts,
  summary: prose,
  on: Edtf.nullable(),
  from: z
    .array(
      z.strictObject({
        mandate: Slug.optional(),
        body: prose.optional(),
        resolution: z.string().max(40).optional(),
        holder: prose.optional(),
      }),
    )
    .min(1),
  from_is_partial: z.boolean().optional(),
  about: z.array(z.strictObject({ measure: Slug, note: prose.optional(), cites: Citations })),
  deadline: Deadline.optional(),
  reply: Reply.optional(),
  questions: z.array(z.strictObject({ number: z.int().min(1), gist: prose, locator: z.string().max(120) })).optional(),
  legal_references: z
    .array(
      z.strictObject({
        instrument: Slug,
        article: z.string().max(40).optional(),
        paragraphs: z.string().max(60).optional(),
        cited_as: z.string().max(160),
      }),
    )
    .optional(),
  earlier: z.array(Reference).optional(),
  cited_as: z.array(Reference).optional(),
  checked_on: DayText.optional(),
  cites: Citations,
  disagreements,
})

export const Event = z.strictObject({
  record: z.literal('event'),
  slug: Slug,
  jurisdiction: Slug,
  kind: z.enum(EVENT_KINDS),
  on: Edtf,
  place: prose.optional(),
  title: Texts,
  summary: prose,
  measures: z.array(Slug).optional(),
  communications: z.array(Slug).optional(),
  rights: z.array(z.enum(RIGHTS.map((r) => r.slug))).optional(),
  cites: Citations,
  disagreements,
})

export const Source = z
  .strictObject({
    record: z.literal('source'),
    slug: Slug,
    address: Address.nullable(),
    address_withheld: z.boolean().optional(),
    publisher: prose,
    title: prose,
    title_is: z.enum(['printed', 'described']),
    on: Edtf.nullable(),
    language: z.string().min(2).max(12).nullable(),
    retrieved: Edtf,
    archived_address: Address.nullable().optional(),
    note: prose.optional(),
  })
  .refine((source) => !(source.address_withheld && source.address), {
    path: ['address'],
    message: 'is withheld: leave the address out',
  })
  .refine((source) => !(source.address_withheld && source.archived_address), {
    path: ['archived_address'],
    message: 'leads to what is withheld: leave it out',
  })

export const Family = z.strictObject({
  record: z.literal('family'),
  slug: Slug,
  title: Texts,
  summary: prose,
  members: z.array(Slug).min(1),
})

export const Right = z.strictObject({
  record: z.literal('right'),
  slug: Slug,
  title: Texts,
  short: prose,
  articles: z.array(Article),
})

export const Instrument = z.strictObject({
  record: z.literal('instrument'),
  slug: Slug,
  kind: z.enum(['treaty', 'declaration', 'constitution', 'general_comment', 'report', 'resolution']),
  short: prose,
  title: Texts,
  symbol: z.string().max(80).optional(),
  on: Edtf.nullable(),
  parties: z
    .array(
      z.strictObject({ jurisdiction: Slug, action: z.enum(['accession', 'ratification']), on: Edtf, cites: Citations }),
    )
    .optional(),
  cites: z.array(Citation).optional(),
})

export const Mandate = z.strictObject({
  record: z.literal('mandate'),
  slug: Slug,
  title: Texts,
  short: prose,
  resolutions: z.array(z.strictObject({ symbol: z.string().max(40), cites: Citations })).optional(),
})

export const Jurisdiction = z.strictObject({
  record: z.literal('jurisdiction'),
  slug: Slug,
  code: z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'write an ISO 3166 code, such as KG or BA-SRP'),
  name: Texts,
  law_making: z.array(z.strictObject({ says: prose, cites: Citations })),
  parliament: prose.optional(),
})

/** What a mechanism asks, with how far that is known. What is unknown has nothing to cite, and says so. */
const finding = { says: prose, standing: z.enum(STANDINGS), cites: Citations.optional() }

/** `known` names the field that holds what is known: it is null where nothing is. */
function isFinding<T extends { standing: string; cites?: unknown }>(known?: keyof T & string) {
  return (value: T, context: z.RefinementCtx): void => {
    const isUnknown = value.standing === 'unknown'
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (isUnknown && value.cites) fault('cites', 'stands with what is unknown: leave it out, or say how it is known')
    if (!isUnknown && !value.cites) fault('cites', 'is missing: cite where the rule was read')
    if (known && isUnknown !== (value[known] === null))
      fault(known, isUnknown ? 'is not known: write null' : 'is null: write it, or write standing: unknown')
  }
}

const Rule = z.strictObject({ key: Slug, ...finding }).superRefine(isFinding())
const Limit = z
  .strictObject({ scope: z.enum(LIMIT_SCOPES), words: z.int().min(1).max(1_000_000).nullable(), ...finding })
  .superRefine(isFinding('words'))

/**
 * What one mechanism asks of those who write to it, as of the day it was checked. Drafts name the pack that they were begun
 * with; when rules change, a pack of a new slug comes, and `replaced_by` leads to it.
 */
export const RulePack = z.strictObject({
  record: z.literal('rule_pack'),
  slug: Slug,
  mechanism: z.enum(MECHANISMS),
  title: Texts,
  short: prose,
  body: prose,
  cycle: z
    .strictObject({ name: prose, on: Edtf.optional(), ...finding })
    .superRefine(isFinding())
    .optional(),
  checked_on: Edtf,
  replaced_by: Slug.optional(),
  limits: z.array(Limit).min(1),
  counted: z
    .array(
      z
        .strictObject({ part: z.enum(COUNTED_PARTS), counts: z.boolean().nullable(), ...finding })
        .superRefine(isFinding('counts')),
    )
    .min(1),
  languages: z
    .strictObject({ tags: z.array(z.string().min(2).max(12)).min(1).nullable(), ...finding })
    .superRefine(isFinding('tags')),
  file_type: z.strictObject({ type: z.enum(['docx', 'form']).nullable(), ...finding }).superRefine(isFinding('type')),
  publicity: z.strictObject({ is: z.enum(PUBLICITIES).nullable(), ...finding }).superRefine(isFinding('is')),
  filing: z
    .strictObject({ way: z.enum(['online', 'mail', 'online_or_mail']).nullable(), ...finding })
    .superRefine(isFinding('way')),
  parts: z.array(
    z.strictObject({ key: Slug, title: prose, required: z.boolean(), ...finding }).superRefine(isFinding()),
  ),
  rules: z.array(Rule),
})

/** Any record. `record` says which; `kind` is the record's own closed list. */
export const AnyRecord = z.discriminatedUnion('record', [
  Measure,
  Communication,
  Event,
  Source,
  Family,
  Right,
  Instrument,
  Mandate,
  Jurisdiction,
  RulePack,
])

/** Names a record without its content. */
export const RecordNameShape = z.strictObject({ record: z.enum(RECORD_KINDS), slug: Slug })

export type AnyRecord = z.infer<typeof AnyRecord>
export type Measure = z.infer<typeof Measure>
export type Step = z.infer<typeof Step>
export type Vote = z.infer<typeof Vote>
export type Provision = z.infer<typeof Provision>
export type Impact = z.infer<typeof Impact>
export type Relation = z.infer<typeof Relation>
export type Communication = z.infer<typeof Communication>
export type Deadline = z.infer<typeof Deadline>
export type Reply = z.infer<typeof Reply>
export type Event = z.infer<typeof Event>
export type Source = z.infer<typeof Source>
export type Family = z.infer<typeof Family>
export type Right = z.infer<typeof Right>
export type Instrument = z.infer<typeof Instrument>
export type Mandate = z.infer<typeof Mandate>
export type RulePack = z.infer<typeof RulePack>
export type Jurisdiction = z.infer<typeof Jurisdiction>
export type Citation = z.infer<typeof Citation>
export type Disagreement = z.infer<typeof Disagreement>
export type Texts = z.infer<typeof Texts>
