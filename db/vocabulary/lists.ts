/** The closed lists of the record, apart from stages (stages.ts) and rights (rights.ts). */

export const MEASURE_KINDS = [
  'bill',
  'constitutional_amendment',
  'constitution',
  'law',
  'decree',
  'regulation',
  'court_order',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export const COMMUNICATION_KINDS = [
  'letter',
  'opinion',
  'concluding_observations',
  'upr_recommendation',
  'resolution',
  'judgment',
  'statement',
] as const
export type CommunicationKind = (typeof COMMUNICATION_KINDS)[number]

/** The three kinds of letter of the UN Special Procedures; null in a record where the kind is not shown. */
export const LETTER_TYPES = ['allegation_letter', 'urgent_appeal', 'other_letter'] as const
export type LetterType = (typeof LETTER_TYPES)[number]

export const DEADLINE_BASES = ['stated_in_letter', 'usual_for_kind', 'unknown'] as const
export type DeadlineBasis = (typeof DEADLINE_BASES)[number]

/** received: a reply came; none: a source vouches that none had come by a day; not_known: nobody says. */
export const REPLY_STATES = ['received', 'none', 'not_known'] as const
export type ReplyState = (typeof REPLY_STATES)[number]

export const EVENT_KINDS = [
  'smear',
  'attack',
  'surveillance',
  'data_leak',
  'obstructed_assembly',
  'assembly',
  'court_case',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const CERTAINTIES = ['stated', 'reported', 'alleged', 'inferred'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** Relations run from the newer measure to the older one. */
export const RELATION_TYPES = [
  'revives',
  'replaces',
  'amends',
  'implements',
  'splits_from',
  'merges',
  'companion',
  'inspired_by',
] as const
export type RelationType = (typeof RELATION_TYPES)[number]

export const EFFECTS = ['restricts', 'improves', 'mixed'] as const
export type Effect = (typeof EFFECTS)[number]

/** Editors' assessment of a provision's wording, lowest first (design: section 6). Vagueness is a ground, not a severity. */
export const SEVERITIES = ['limited', 'serious', 'severe'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The criteria of each severity, for readers. The highest that the provision's wording meets counts. */
export const SEVERITY_TEXT: Readonly<Record<Severity, string>> = {
  severe:
    'Imprisonment; dissolution, closing or blocking of an organisation or medium; a blanket ban on a kind of expression, assembly or association; loss of the right itself for a group; surveillance without a court.',
  serious:
    'Administrative or civil penalty; loss of licence; prior permission or registration as a condition; a stigmatising label or register; a ceiling or ban on funding; removal of content without a court; forced identification.',
  limited: 'Reporting, formality, fee or delay without penalty, or with an effective remedy.',
}

export const GROUNDS = [
  'vague',
  'overbroad',
  'criminal_penalty',
  'dissolution',
  'blocking',
  'registration',
  'funding_limit',
  'prior_permission',
  'discrimination',
  'surveillance',
  'chilling',
  'label',
] as const
export type Ground = (typeof GROUNDS)[number]

/** Languages (BCP 47) in which titles and labels may stand beside the English that our own sentences are written in. */
export const LANGUAGES = [
  'ru',
  'ky',
  'fr',
  'es',
  'ar',
  'zh',
  'ka',
  'hu',
  'kk',
  'bs',
  'sr',
  'hr',
  'sk',
  'bg',
  'be',
  'tr',
] as const
export type Language = (typeof LANGUAGES)[number]

export const RECORD_KINDS = [
  'jurisdiction',
  'mandate',
  'right',
  'instrument',
  'source',
  'measure',
  'communication',
  'event',
  'family',
  'rule_pack',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** What a visitor's message to the editors asks for. */
export const MESSAGE_WISHES = ['correct', 'remove', 'other'] as const
export type MessageWish = (typeof MESSAGE_WISHES)[number]

/** What the timeline puts measures together by; `measure` = each by itself. */
export const GROUPINGS = ['measure', 'state', 'family', 'right', 'status', 'kind'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Where submissions go. */
export const MECHANISMS = ['upr', 'special_procedures', 'treaty_body'] as const
export type Mechanism = (typeof MECHANISMS)[number]

/**
 * How far a mechanism's rule is known: by the body's own text, by somebody else's account of it, by the body's own text of an
 * earlier cycle, or not at all.
 */
export const STANDINGS = ['own_text', 'second_hand', 'earlier_cycle', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

/** What a limit of words is for: a paper by one organisation or by several, on all or on one theme, or any paper. */
export const LIMIT_SCOPES = ['one', 'joint', 'comprehensive', 'thematic', 'any'] as const
export type LimitScope = (typeof LIMIT_SCOPES)[number]

/** Parts of a paper that count towards its limit, or do not. */
export const COUNTED_PARTS = ['body', 'notes', 'cover', 'annexes'] as const
export type CountedPart = (typeof COUNTED_PARTS)[number]

/** Who may see what is sent: everybody; everybody if its authors say so; the paper but not who sent it. */
export const PUBLICITIES = ['public', 'authors_choose', 'source_confidential'] as const
export type Publicity = (typeof PUBLICITIES)[number]
