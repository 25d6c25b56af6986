/** A communication as the ledger has it on a day: how it stands to its deadline, and how long the silence is that a source vouches for. */
import { dueOn } from '../db/record-index.ts'
import { type Day, daysBetween } from '../db/vocabulary/edtf.ts'
import type { ReplyState } from '../db/vocabulary/lists.ts'
import type { DueState, LedgerLine, LedgerView } from './contract/overview-views.ts'
import type { Communication } from './contract/record.ts'
import { presentOptionalDate } from './facts.ts'
import { type StateNames, stateOf } from './states.ts'
import { type MandateNames, presentCommunication } from './summaries.ts'

export interface LedgerNames {
  mandates: MandateNames
  measures: ReadonlyMap<string, string>
  states: StateNames
}

export function presentLedgerLine(letter: Communication, names: LedgerNames, asOf: Day): LedgerLine {
  const summary = presentCommunication(letter, names.mandates)
  const reply = replyOn(letter, asOf)
  const due = dueOn(letter)
  const until = reply?.silentUntil ?? null
  const { reply: known } = letter
  return {
    ...summary,
    state: stateOf(names.states, letter.jurisdiction),
    measures: summary.measures.map((slug) => ({ slug, title: names.measures.get(slug) ?? slug })),
    due: letter.kind === 'letter' ? dueState(due, asOf) : null,
    replyOnDay: reply?.state ?? null,
    silence: until === null ? null : { until, days: due === null ? null : daysBetween(due, until) },
    replyDelay: reply?.on && due ? daysBetween(due, reply.on) : null,
    disputed:
      (letter.disagreements ?? []).length > 0 ||
      (known !== undefined && known.state !== 'not_known' && (known.disagreements ?? []).length > 0),
  }
}

const dueState = (due: Day | null, asOf: Day): DueState => (due === null ? 'unknown' : due < asOf ? 'past' : 'ahead')

interface ReplyOnDay {
  state: ReplyState
  /** The day of the reply, where it is known to the day. */
  on: Day | null
  silentUntil: Day | null
}

/** A reply that came after the day vouches that none had come on it. Null for what asks for no reply. */
function replyOn({ kind, reply }: Communication, asOf: Day): ReplyOnDay | null {
  if (kind !== 'letter') return null
  if (!reply || reply.state === 'not_known') return { state: 'not_known', on: null, silentUntil: null }
  if (reply.state === 'none') return { state: 'none', on: null, silentUntil: reply.as_of < asOf ? reply.as_of : asOf }
  const on = presentOptionalDate(reply.on)
  if (on?.latest && on.latest > asOf) return { state: 'none', on: null, silentUntil: asOf }
  return { state: 'received', on: on && on.earliest === on.latest ? on.earliest : null, silentUntil: null }
}

/** Whether it may have been sent by the day. */
export const isSentBy = ({ on }: Pick<LedgerLine, 'on'>, asOf: Day): boolean =>
  on === null || on.earliest === null || on.earliest <= asOf

/** The three states of replies apart, each by the deadline; what asks for no reply is counted beside them. */
export function countLedger(lines: readonly LedgerLine[]): LedgerView['counts'] {
  const counts: LedgerView['counts'] = {
    received: { past: 0, ahead: 0, unknown: 0 },
    none: { past: 0, ahead: 0, unknown: 0 },
    not_known: { past: 0, ahead: 0, unknown: 0 },
    others: 0,
  }
  for (const { replyOnDay, due } of lines)
    if (replyOnDay && due) counts[replyOnDay][due]++
    else counts.others++
  return counts
}
