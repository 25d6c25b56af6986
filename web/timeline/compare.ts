/** Two days held against each other: what each lane was, what it became, and by which steps. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import { indexLane, statusOn } from './lane-index.ts'
import { dayNumber } from './time-scale.ts'
import type { MeasureLane, TimelineLetter, TimelineStep, TimelineView } from './view.ts'
import { sayDay, sayWhen, stageWord, statusWord, voteFigures } from './words.ts'

export interface LaneChange {
  slug: string
  title: string
  was: Status | null
  is: Status | null
  /** "In procedure, then in force." */
  says: string
  /** What happened after the earlier day, up to the later one. */
  steps: string[]
}

export interface Comparison {
  earlier: Day
  later: Day
  changes: LaneChange[]
  /** How many lanes had neither a step nor another status. */
  unchanged: number
  /** Letters, opinions and statements sent, and replies received, after the earlier day, up to the later one. */
  letters: string[]
}

/** The as-of day and another, whichever comes first; null where there is no other day. */
export function compareDays(view: TimelineView, other: Day | null, asOf: Day = view.asOf): Comparison | null {
  if (other === null || other === asOf) return null
  const [earlier, later] = other < asOf ? [other, asOf] : [asOf, other]
  const changes = view.lanes
    .map((lane) => changeOf(view, lane, earlier, later))
    .filter(({ was, is, steps }) => was !== is || steps.length > 0)
  const letters = view.letters.flatMap((letter) => tellLetter(letter, earlier, later))
  return { earlier, later, changes, unchanged: view.lanes.length - changes.length, letters }
}

function changeOf(view: TimelineView, lane: MeasureLane, earlier: Day, later: Day): LaneChange {
  const statusOf = (day: Day) => (day === view.asOf ? lane.status.is : statusOn(lane, day).is)
  const was = statusOf(earlier)
  const is = statusOf(later)
  const [from, until] = [dayNumber(earlier) ?? 0, dayNumber(later) ?? 0]
  const steps = indexLane(lane).steps.filter(({ at, step }) => at > from && at <= until && !step.planned)
  const { slug, title } = lane
  return { slug, title, was, is, says: sayChange(was, is), steps: steps.map(({ step }) => sayStep(step)) }
}

function sayChange(was: Status | null, is: Status | null): string {
  if (was === is) return is ? `Still ${statusWord(is).toLowerCase()}.` : 'Still without a status.'
  if (!is) return `${statusWord(was as Status)}, then without a status.`
  return was ? `${statusWord(was)}, then ${statusWord(is).toLowerCase()}.` : `New: ${statusWord(is).toLowerCase()}.`
}

function sayStep({ label, stage, vote, on }: TimelineStep): string {
  const figures = vote ? voteFigures(vote) : ''
  return `${sayWhen(on)}: ${[label || stageWord(stage), figures].filter(Boolean).join(' ')}`
}

function tellLetter({ title, on, reply, laterReply }: TimelineLetter, earlier: Day, later: Day): string[] {
  const isBetween = (day: Day | null | undefined) => typeof day === 'string' && day > earlier && day <= later
  const sent = isBetween(on?.latest) ? [`${sayWhen(on)}: ${title}`] : []
  const came = reply.state === 'received' ? reply.on : laterReply
  return isBetween(came?.latest) ? [...sent, `${sayWhen(came)}: reply to ${title}`] : sent
}

/** "3 of 12 measures changed after 1 May 2021, up to 1 May 2022." */
export function sayComparison({ earlier, later, changes, unchanged }: Comparison): string {
  const all = changes.length + unchanged
  const measures = all === 1 ? 'measure' : 'measures'
  return `${changes.length} of ${all} ${measures} changed after ${sayDay(earlier)}, up to ${sayDay(later)}.`
}
