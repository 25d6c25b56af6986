/** A communication as the ledger has it on a day: how it stands to its deadline, and how long the silence is that a source vouches for. */
import { dueOn } from '../db/record-index.ts'
import { type Day, daysBetween } from '../db/vocabulary/edtf.ts'
import { isAfter, replyOnDay } from '../web/timeline/on-day.ts'
import type { DueState, LedgerLine, LedgerView } from './contract/overview-views.ts'
import type { Communication } from './contract/record.ts'
import { tellReply } from './facts.ts'
import { type StateNames, stateOf } from './states.ts'
import { type MandateNames, presentCommunication } from './summaries.ts'

export interface LedgerNames {
  mandates: MandateNames
  measures: ReadonlyMap<string, string>
  states: StateNames
}

export function presentLedgerLine(letter: Communication, names: LedgerNames, asOf: Day): LedgerLine {
  const summary = presentCommunication(letter, names.mandates, asOf)
  const reply = letter.kind === 'letter' ? replyOnDay(tellReply(letter.reply), summary.on, asOf).reply : null
  const due = dueOn(letter)
  const until = reply?.state === 'none' ? reply.asOf : null
  const came = reply?.state === 'received' && reply.on?.earliest === reply.on?.latest ? reply.on?.earliest : null
  const { reply: known } = letter
  return {
    ...summary,
    state: stateOf(names.states, letter.jurisdiction),
    measures: summary.measures.map((slug) => ({ slug, title: names.measures.get(slug) ?? slug })),
    due: letter.kind === 'letter' ? dueState(due, asOf) : null,
    silence: until === null ? null : { until, days: due === null ? null : daysBetween(due, until) },
    replyDelay: came && due ? daysBetween(due, came) : null,
    disputed:
      (letter.disagreements ?? []).length > 0 ||
      (known !== undefined && known.state !== 'not_known' && (known.disagreements ?? []).length > 0),
  }
}

const dueState = (due: Day | null, asOf: Day): DueState => (due === null ? 'unknown' : due < asOf ? 'past' : 'ahead')

/** Whether it may have been sent by the day. */
export const isSentBy = ({ on }: Pick<LedgerLine, 'on'>, asOf: Day): boolean => !isAfter(on, asOf)

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
