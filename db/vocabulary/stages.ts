/**
 * The closed list of stages and the published status rules that they fall under.
 * A step's stage is the closed-list word for what happened; its label keeps the local words.
 */

export const STAGES = [
  'announced',
  'drafted',
  'consultation',
  'introduced',
  'committee',
  'first_reading',
  'second_reading',
  'further_reading',
  'postponed',
  'sent_back',
  'referendum_called',
  'adopted',
  'readopted',
  'referendum_approved',
  'returned',
  'signed',
  'published',
  'issued',
  'in_force',
  'in_force_confirmed',
  'extended',
  'suspended',
  'annulled',
  'repealed',
  'replaced',
  'expired',
  'rejected',
  'withdrawn',
  'lapsed',
  'referendum_rejected',
  'reported',
  'amended',
  'implemented',
  'challenged',
  'upheld',
  'found_unconstitutional',
  'noted',
] as const
export type Stage = (typeof STAGES)[number]

export const RESULTS = ['passed', 'failed'] as const
export type Result = (typeof RESULTS)[number]

export const STATUSES = [
  'proposed',
  'in_procedure',
  'adopted',
  'returned',
  'in_force',
  'suspended',
  'defeated',
  'ended',
] as const
export type Status = (typeof STATUSES)[number]

/** Still before parliament or its drafters: the statuses that can fall dormant, and that a revival ends. */
export const UNDECIDED: readonly Status[] = ['proposed', 'in_procedure', 'returned']

export const RULES = [
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
] as const
export type Rule = (typeof RULES)[number]

/** The rule a stage falls under by itself. S9, S15 and S16 come from terms, defeat and relations, not from a stage. */
export const RULE_OF_STAGE: Readonly<Record<Stage, Rule>> = {
  announced: 'S1',
  drafted: 'S1',
  consultation: 'S1',
  introduced: 'S2',
  committee: 'S2',
  first_reading: 'S2',
  second_reading: 'S2',
  further_reading: 'S2',
  postponed: 'S2',
  sent_back: 'S2',
  referendum_called: 'S2',
  adopted: 'S3',
  readopted: 'S3',
  referendum_approved: 'S3',
  returned: 'S4',
  signed: 'S5',
  published: 'S5',
  issued: 'S5',
  in_force: 'S6',
  in_force_confirmed: 'S7',
  extended: 'S8',
  suspended: 'S10',
  annulled: 'S11',
  repealed: 'S11',
  replaced: 'S11',
  expired: 'S11',
  rejected: 'S12',
  withdrawn: 'S12',
  lapsed: 'S12',
  referendum_rejected: 'S12',
  reported: 'S13',
  amended: 'S14',
  implemented: 'S14',
  challenged: 'S14',
  upheld: 'S14',
  found_unconstitutional: 'S14',
  noted: 'S14',
}

/** Stages that, after a defeat, put a measure back in procedure (S15). */
export const REOPENING: readonly Stage[] = ['introduced', 'first_reading', 'second_reading', 'further_reading']

/** Planned steps of these stages come by themselves on their day; others must be seen to happen. */
export const SELF_ACTING: readonly Stage[] = ['in_force', 'expired']

/** The edition of the rules in this file and in status.ts; kept with each version, so that pinned views keep theirs. */
export const RULES_EDITION = 1

/** What each rule says, for readers: the text of the methodology page and of the rule shown beside a status. */
export const RULE_TEXT: Readonly<Record<Rule, string>> = {
  S1: 'A measure that is announced, drafted or put out for consultation is proposed, if it had no status or was defeated.',
  S2: 'A measure that is introduced, in committee, read, postponed, sent back by a chamber or put on the way to a referendum is in procedure. A lost vote does not end a bill.',
  S3: 'The last act of parliament that the law needs, or approval by referendum, makes a measure adopted.',
  S4: 'A law that the head of state sends back with objections is returned.',
  S5: 'Signature or publication, or issue by the court or authority whose own act it is, leaves a measure adopted until it is in force.',
  S6: 'A measure is in force from the day of its entry into force.',
  S7: 'A source shows that the measure is applied as law: it is in force at the latest from that day.',
  S8: 'An extension keeps a measure in force for a new term; a new order after a break puts it in force again.',
  S9: 'The term of the measure ran out, as far as is known.',
  S10: 'A measure that a court or authority has suspended is suspended until its term of suspension passes.',
  S11: 'A measure that is annulled, repealed, replaced or expired has ended, and so has one that another measure replaces, from the other’s entry into force; if it was never signed, published or in force, it is defeated.',
  S12: 'A measure that is rejected (also by referendum), withdrawn or lapsed is defeated before entry into force, and has ended after it.',
  S13: 'No step is known, but a source reports where the measure stands.',
  S14: 'The step is part of the story and does not change the status.',
  S15: 'A defeated measure that is introduced or read again is in procedure.',
  S16: 'A pending measure that another one revives is defeated from the day the newer one is before parliament.',
}
