/** What readers read for the closed lists, and the sentences about statuses and replies; shared by drawing and pages. English. */
import { type Day, daysBetween, sayDate } from '../../db/vocabulary/edtf.ts'
import type {
  Certainty,
  CommunicationKind,
  DeadlineBasis,
  Effect,
  EventKind,
  Ground,
  Grouping,
  LetterType,
  MeasureKind,
  RelationType,
  Severity,
} from '../../db/vocabulary/lists.ts'
import type { Result, Rule, Stage, Status } from '../../db/vocabulary/stages.ts'
import type { StatusAnswer, TimelineCounts, TimelineLetter, VoteView, WireDate } from './view.ts'

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  proposed: 'Proposed',
  in_procedure: 'In procedure',
  adopted: 'Adopted',
  returned: 'Returned',
  in_force: 'In force',
  suspended: 'Suspended',
  defeated: 'Defeated',
  ended: 'Ended',
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  announced: 'Announced',
  drafted: 'Drafted',
  consultation: 'Consultation',
  introduced: 'Introduced',
  committee: 'Committee',
  first_reading: 'First reading',
  second_reading: 'Second reading',
  further_reading: 'Further reading',
  postponed: 'Postponed',
  sent_back: 'Sent back',
  referendum_called: 'Referendum called',
  adopted: 'Adopted',
  readopted: 'Adopted again',
  referendum_approved: 'Approved by referendum',
  returned: 'Returned',
  signed: 'Signed',
  published: 'Published',
  issued: 'Issued',
  in_force: 'In force',
  in_force_confirmed: 'Applied as law',
  extended: 'Extended',
  suspended: 'Suspended',
  annulled: 'Annulled',
  repealed: 'Repealed',
  replaced: 'Replaced',
  expired: 'Expired',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  referendum_rejected: 'Rejected by referendum',
  reported: 'Reported',
  amended: 'Amended',
  implemented: 'Implemented',
  challenged: 'Challenged',
  upheld: 'Upheld',
  found_unconstitutional: 'Found unconstitutional',
  noted: 'Noted',
}

const KIND_WORDS: Readonly<Record<MeasureKind, string>> = {
  bill: 'Bill',
  constitutional_amendment: 'Constitutional amendment',
  constitution: 'Constitution',
  law: 'Law',
  decree: 'Decree',
  regulation: 'Regulation',
  court_order: 'Court order',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  measure: 'Nothing: each by itself',
  state: 'State',
  family: 'Family',
  right: 'Right touched most severely',
  status: 'Status',
  kind: 'Kind',
}

const COMMUNICATION_WORDS: Readonly<Record<CommunicationKind, string>> = {
  letter: 'Letter',
  opinion: 'Opinion',
  concluding_observations: 'Concluding observations',
  upr_recommendation: 'UPR recommendation',
  resolution: 'Resolution',
  judgment: 'Judgment',
  statement: 'Statement',
}

const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  smear: 'Smear',
  attack: 'Attack',
  surveillance: 'Surveillance',
  data_leak: 'Data leak',
  obstructed_assembly: 'Obstructed assembly',
  assembly: 'Assembly',
  court_case: 'Court case',
}

/** As it is, and as it is announced to become. */
const RELATION_WORDS: Readonly<Record<RelationType, readonly [string, string]>> = {
  revives: ['revives', 'revive'],
  replaces: ['replaces', 'replace'],
  amends: ['amends', 'amend'],
  implements: ['implements', 'implement'],
  splits_from: ['splits from', 'split from'],
  merges: ['merges', 'merge'],
  companion: ['goes with', 'go with'],
  inspired_by: ['is inspired by', 'be inspired by'],
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { limited: 'limited', serious: 'serious', severe: 'severe' }

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  stated: 'stated by the source',
  reported: 'reported',
  alleged: 'alleged',
  inferred: 'inferred',
}

const LETTER_WORDS: Readonly<Record<LetterType, string>> = {
  allegation_letter: 'Allegation letter',
  urgent_appeal: 'Urgent appeal',
  other_letter: 'Letter on legislation or policy',
}

const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  restricts: 'restricts',
  improves: 'improves',
  mixed: 'restricts and improves',
}

const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  vague: 'vague wording',
  overbroad: 'too broad',
  criminal_penalty: 'criminal penalty',
  dissolution: 'dissolution',
  blocking: 'blocking',
  registration: 'registration',
  funding_limit: 'limit on funding',
  prior_permission: 'prior permission',
  discrimination: 'discrimination',
  surveillance: 'surveillance',
  chilling: 'chilling effect',
  label: 'stigmatising label',
}

const DEADLINE_BASIS_WORDS: Readonly<Record<DeadlineBasis, string>> = {
  stated_in_letter: 'stated in the letter',
  usual_for_kind: 'usual for letters of this kind',
  unknown: 'not known where it comes from',
}

export const statusWord = (status: Status): string => STATUS_WORDS[status]
export const stageWord = (stage: Stage): string => STAGE_WORDS[stage]
export const kindWord = (kind: MeasureKind): string => KIND_WORDS[kind]
export const communicationWord = (kind: CommunicationKind): string => COMMUNICATION_WORDS[kind]
export const eventWord = (kind: EventKind): string => EVENT_WORDS[kind]
/** After “together by”. */
export function groupingWord(group: Grouping): string {
  return GROUPING_WORDS[group]
}

/** From the newer measure to the older one: "revives", "is inspired by"; "is meant to replace" where only announced. */
export const relationWord = (type: RelationType, intended = false): string =>
  intended ? `is meant to ${RELATION_WORDS[type][1]}` : RELATION_WORDS[type][0]
/** Of a right that a measure touches; null = its wording was not assessed. */
export const severityWord = (severity: Severity | null): string =>
  severity === null ? 'severity not assessed' : SEVERITY_WORDS[severity]
export const certaintyWord = (certainty: Certainty): string => CERTAINTY_WORDS[certainty]
/** The kind of letter where the record knows it: "Allegation letter". */
export const letterWord = (type: LetterType): string => LETTER_WORDS[type]
export const effectWord = (effect: Effect): string => EFFECT_WORDS[effect]
export const groundWord = (ground: Ground): string => GROUND_WORDS[ground]
/** Where a deadline comes from: "stated in the letter". */
export const deadlineBasisWord = (basis: DeadlineBasis): string => DEADLINE_BASIS_WORDS[basis]
export const resultWord = (result: Result): string => result

/** A bill that has become law is still called by what it was: "Bill, now law". */
export function kindWithOutcome(kind: MeasureKind, status: Status | null): string {
  const isLaw = status === 'in_force' || status === 'suspended'
  return kind === 'bill' && isLaw ? 'Bill → law' : kindWord(kind)
}

/** A day in words: "15 July 2021". */
export const sayDay = (day: Day): string => sayDate({ edtf: day })

/** "15 Jul 2021": for the flag, where room is short. */
export function sayDayShort(day: Day): string {
  const [date = '', month = '', year = ''] = sayDay(day).split(' ')
  return `${date} ${month.length > 4 ? month.slice(0, 3) : month} ${year}`
}

/** The date in words; what a source gives that is no EDTF stays as it stands. */
export function sayWhen(on: WireDate | null): string {
  if (!on) return 'date not known'
  try {
    return sayDate(on)
  } catch {
    return on.edtf
  }
}

/** Four digits of a vote stand without a comma, as years do; five and more with it: "955,447". */
const sayVotes = (count: number): string => (count < 10_000 ? String(count) : count.toLocaleString('en'))

/** "79–7", "83 for"; empty where no number is known. */
export function voteFigures({ for: yes, against: no }: VoteView): string {
  if (yes !== undefined && no !== undefined) return `${sayVotes(yes)}–${sayVotes(no)}`
  if (yes !== undefined) return `${sayVotes(yes)} for`
  return no === undefined ? '' : `${sayVotes(no)} against`
}

/** "66 for, 5 against, 9 abstaining; 61 needed". */
export function voteWords({ for: yes, against: no, abstain, needed }: VoteView): string {
  const counted = [
    yes === undefined ? null : `${sayVotes(yes)} for`,
    no === undefined ? null : `${sayVotes(no)} against`,
    abstain === undefined ? null : `${sayVotes(abstain)} abstaining`,
  ].filter((part) => part !== null)
  return [counted.join(', '), needed === undefined ? '' : `${sayVotes(needed)} needed`].filter(Boolean).join('; ')
}

/** What binds first, then what is on its way, then what is over. */
export const COUNTING_ORDER: readonly (Status | null)[] = [
  'in_force',
  'suspended',
  'adopted',
  'returned',
  'in_procedure',
  'proposed',
  'defeated',
  'ended',
  null,
]

/** "7 in force, 2 in procedure, 3 without a status yet"; empty where there is nothing to count. */
export function sayStatusCounts(statuses: readonly (Status | null)[]): string {
  return COUNTING_ORDER.flatMap((status) => {
    const count = statuses.filter((is) => is === status).length
    return count > 0 ? [`${count} ${status ? statusWord(status).toLowerCase() : 'without a status yet'}`] : []
  }).join(', ')
}

/** "10 more measures, 1 letter and 3 events came later"; empty where nothing did. Of a later day than today, it is to come. */
export function sayLater({ measures, letters, events }: TimelineCounts['later'], isToday: boolean): string {
  const parts = [
    measures > 0 ? `${measures} more ${measures === 1 ? 'measure' : 'measures'}` : '',
    letters > 0 ? `${letters} ${letters === 1 ? 'letter' : 'letters'}` : '',
    events > 0 ? `${events} ${events === 1 ? 'event' : 'events'}` : '',
  ].filter(Boolean)
  const [last = '', ...before] = parts.reverse()
  if (!last) return ''
  const listed = before.length > 0 ? `${before.reverse().join(', ')} and ${last}` : last
  const isOne = measures + letters + events === 1
  return `${listed} ${isToday ? `${isOne ? 'is' : 'are'} still to come` : 'came later'}`
}

/** "10 more begin later", "1 begins later" where there is no other; empty where none does. */
export function sayBeginLater(later: number, others: number): string {
  if (later === 0) return ''
  return `${later} ${others > 0 ? 'more ' : ''}${later === 1 ? 'begins' : 'begin'} later`
}

/** For a label: "In procedure, dormant", "No status yet". */
export function statusShort(answer: StatusAnswer): string {
  if (!answer.is) return 'No status yet'
  const word = statusWord(answer.is)
  if (answer.dormant) return `${word}, dormant`
  if (answer.notCheckedSince) return `${word}, not checked`
  if (answer.asReported) return `${word}, as reported`
  if (answer.asAnnounced) return `${word}, as announced`
  if (answer.entryIntoForceNotEstablished) return `${word}; entry into force not established`
  return answer.possibly ? `${word}, possibly ${statusWord(answer.possibly).toLowerCase()}` : word
}

/**
 * The status with its doubts, as one sentence: "In force at the latest since 9 September 2024." What it rests on (step,
 * rule) is told beside it.
 */
export function statusSentence(answer: StatusAnswer): string {
  if (!answer.is) return 'No step that gives it a status is known by this day.'
  const since = answer.since ? `${answer.atTheLatest ? ' at the latest' : ''} since ${sayDay(answer.since)}` : ''
  const sentences = [
    `${statusWord(answer.is)}${since}${answer.asReported ? ', as reported' : ''}${answer.asAnnounced ? ', as announced' : ''}.`,
    answer.dormant && answer.noStepSince ? `No step known since ${sayDay(answer.noStepSince)}.` : '',
    answer.notCheckedSince ? `Not checked since ${sayDay(answer.notCheckedSince)}.` : '',
    answer.possibly ? `Possibly already ${statusWord(answer.possibly).toLowerCase()}.` : '',
    answer.entryIntoForceNotEstablished ? 'Entry into force not established.' : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

const ENDINGS: Partial<Record<Stage, string>> = {
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  referendum_rejected: 'rejected by referendum',
  annulled: 'annulled',
  repealed: 'repealed',
  replaced: 'replaced',
  expired: 'expired',
}

/** How a measure came to its end, in a word or two: by its last step's stage where that says it, else by the rule. */
export function endingWord(status: Status, rule: Rule, stage: Stage | null): string {
  const byStage = stage ? ENDINGS[stage] : undefined
  if (byStage) return byStage
  if (rule === 'S9') return 'term ran out'
  if (rule === 'S11' && status === 'ended') return 'replaced'
  if (rule === 'S16') return 'taken up again'
  return statusWord(status).toLowerCase()
}

/**
 * What came back, in words, with the days of silence since the deadline where a source vouches for silence, and the reply that
 * came after the day shown.
 */
export function replyWord(letter: Pick<TimelineLetter, 'reply' | 'dueOn' | 'laterReply'>): string {
  const { laterReply } = letter
  const known = sayReply(letter)
  if (!laterReply) return known
  if (letter.reply.state === 'not_known') return `${known} One is dated ${sayWhen(laterReply)}.`
  return `${known} One came later, ${sayReplyDay(laterReply)}.`
}

function sayReply({ reply, dueOn }: Pick<TimelineLetter, 'reply' | 'dueOn'>): string {
  switch (reply.state) {
    case 'received':
      return reply.on ? `Replied ${sayReplyDay(reply.on)}.` : 'Replied; date not known.'
    case 'not_known':
      return 'Whether a reply came is not known.'
    case 'none':
      return `No reply had come by ${sayDay(reply.asOf)}${sinceDeadline(reply.asOf, dueOn)}.`
  }
}

function sayReplyDay(on: WireDate): string {
  return on.earliest !== null && on.earliest === on.latest ? `on ${sayWhen(on)}` : `(${sayWhen(on)})`
}

function sinceDeadline(asOf: Day, dueOn: Day | null): string {
  if (dueOn === null) return '; its deadline is not known'
  const days = daysBetween(dueOn, asOf)
  const count = Math.abs(days).toLocaleString('en')
  const unit = Math.abs(days) === 1 ? 'day' : 'days'
  if (days < 0) return `, ${count} ${unit} before the deadline`
  return days === 0 ? ', the day of the deadline' : `, ${count} ${unit} after the deadline`
}

/** For a label: "no reply", "reply not known", "replied". */
export function replyShort(state: TimelineLetter['reply']['state']): string {
  return state === 'none' ? 'no reply' : state === 'received' ? 'replied' : 'reply not known'
}

export function deadlineWord(dueOn: Day | null): string {
  return dueOn === null ? 'Deadline not known.' : `Reply due by ${sayDay(dueOn)}.`
}
