/** What of a view was there on its day: what begins or comes later is named as later, and counted apart. Pure. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { MeasureLane, StatusAnswer, TimelineCounts, TimelineEvent, TimelineLetter, WireDate } from './view.ts'

/** Whether it comes after the day however its date is read. What is not dated is taken to have been there. */
export function isAfter(on: Pick<WireDate, 'earliest'> | null | undefined, day: Day): boolean {
  return typeof on?.earliest === 'string' && on.earliest > day
}

/** Whether a measure's story begins after the day. */
export function beginsAfter({ steps }: Pick<MeasureLane, 'steps'>, day: Day): boolean {
  return isAfter(steps[0]?.on, day)
}

/** Those that had begun by the day, and those that begin later. */
export function splitByBeginning<T extends { begunOn: Day | null }>(measures: readonly T[], day: Day): [T[], T[]] {
  const isLater = ({ begunOn }: T) => begunOn !== null && begunOn > day
  return [measures.filter((one) => !isLater(one)), measures.filter(isLater)]
}

type Told = TimelineLetter['reply']

/**
 * What was known of a reply on the day. One that came later vouches that none had come; where its date can be read as before
 * and as after the day, nobody knows. Silence goes no further than the day. `later`: the date of a reply that was not, or not
 * certainly, there. A letter that was not yet sent keeps what is on record.
 */
export function replyOnDay(told: Told, sent: WireDate | null, day: Day): { reply: Told; later: WireDate | null } {
  if (isAfter(sent, day) || told.state === 'not_known') return { reply: told, later: null }
  if (told.state === 'none') return { reply: { state: 'none', asOf: told.asOf < day ? told.asOf : day }, later: null }
  const { on } = told
  if (isAfter(on, day)) return { reply: { state: 'none', asOf: day }, later: on }
  if (on?.latest && on.latest > day) return { reply: { state: 'not_known' }, later: on }
  return { reply: told, later: null }
}

/** By what was known of a reply on the day; only letters that may have been sent by then. */
function countReplies(letters: readonly TimelineLetter[], day: Day): TimelineCounts['letters'] {
  const counts = { replied: 0, noReply: 0, notKnown: 0 }
  const nameOf = { received: 'replied', none: 'noReply', not_known: 'notKnown' } as const
  for (const { kind, on, reply } of letters) if (kind === 'letter' && !isAfter(on, day)) counts[nameOf[reply.state]]++
  return counts
}

export function countStatuses(measures: readonly { status: StatusAnswer }[]): TimelineCounts['byStatus'] {
  const counts: TimelineCounts['byStatus'] = {}
  for (const { status } of measures) if (status.is) counts[status.is] = (counts[status.is] ?? 0) + 1
  return counts
}

/** What was there on the day, and apart from it what came later. */
export function countOnDay(
  {
    lanes,
    letters,
    events,
  }: { lanes: readonly MeasureLane[]; letters: readonly TimelineLetter[]; events: readonly TimelineEvent[] },
  day: Day,
): TimelineCounts {
  const laterMeasures = lanes.filter((lane) => beginsAfter(lane, day)).length
  const laterEvents = events.filter(({ on }) => isAfter(on, day)).length
  return {
    measures: lanes.length - laterMeasures,
    byStatus: countStatuses(lanes),
    letters: countReplies(letters, day),
    events: events.length - laterEvents,
    later: {
      measures: laterMeasures,
      letters: letters.filter(({ kind, on }) => kind === 'letter' && isAfter(on, day)).length,
      events: laterEvents,
    },
  }
}
