/** What an item of the drawing is about: its id looked up in the view. Pure. */
import type { Item } from '../timeline/marks.ts'
import type {
  MeasureLane,
  StatusSpan,
  TimelineEvent,
  TimelineLetter,
  TimelineRelation,
  TimelineStep,
  TimelineView,
} from '../timeline/view.ts'
import { relationWord, sayWhen, stageWord, statusWord } from '../timeline/words.ts'

export type Subject =
  | { kind: 'measure'; lane: MeasureLane }
  | { kind: 'span'; lane: MeasureLane; span: StatusSpan }
  | { kind: 'step'; lane: MeasureLane; step: TimelineStep }
  | { kind: 'letter'; letter: TimelineLetter }
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'relation'; relation: TimelineRelation; newer: MeasureLane; older: MeasureLane }
  | { kind: 'cluster'; members: { id: string; subject: Subject }[] }

/** An item as far as it outlives the layout that it came from: a cluster's members are told by nothing else. */
export type Choice = Pick<Item, 'id' | 'members'>

/** Null where the view no longer holds it. */
export function findSubject(view: TimelineView, { id, members }: Choice): Subject | null {
  if (members) {
    const found = members.flatMap((member) => {
      const subject = findSubject(view, { id: member })
      return subject ? [{ id: member, subject }] : []
    })
    return found.length > 0 ? { kind: 'cluster', members: found } : null
  }
  const [kind = '', rest = ''] = cut(id, ':')
  const [slug = '', part = ''] = cut(rest, '/')
  const lane = findLane(view, slug)
  switch (kind) {
    case 'measure':
      return lane && { kind, lane }
    case 'span': {
      const span = lane?.spans.find(({ from }) => from === part)
      return lane && span ? { kind, lane, span } : null
    }
    case 'step': {
      const step = lane?.steps.find(({ key }) => key === part)
      return lane && step ? { kind, lane, step } : null
    }
    case 'letter':
    case 'communication': {
      const letter = view.letters.find((candidate) => candidate.slug === rest)
      return letter ? { kind: 'letter', letter } : null
    }
    case 'event': {
      const event = view.events.find((candidate) => candidate.slug === rest)
      return event ? { kind, event } : null
    }
    case 'relation': {
      const relation = view.relations.find(({ type, from, to }) => `${type}/${from}/${to}` === rest)
      const newer = relation && findLane(view, relation.from)
      const older = relation && findLane(view, relation.to)
      return newer && older ? { kind, relation, newer, older } : null
    }
    default:
      return null
  }
}

export function findLane(view: TimelineView, slug: string): MeasureLane | null {
  return view.lanes.find((lane) => lane.slug === slug) ?? null
}

/** One line: what a list of them says. */
export function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'measure':
      return subject.lane.title
    case 'span':
      return `${subject.lane.title}: ${statusWord(subject.span.status).toLowerCase()}`
    case 'step':
      return subject.step.label || stageWord(subject.step.stage)
    case 'letter':
      return subject.letter.title
    case 'event':
      return subject.event.title
    case 'relation': {
      const { relation, newer, older } = subject
      return `${newer.title} ${relationWord(relation.type, relation.intended)} ${older.title}`
    }
    case 'cluster':
      return `${subject.members.length} at one place`
  }
}

/** When it was, in words; empty for what has no date of its own. */
export function whenOf(subject: Subject): string {
  switch (subject.kind) {
    case 'step':
      return sayWhen(subject.step.on)
    case 'letter':
      return sayWhen(subject.letter.on)
    case 'event':
      return sayWhen(subject.event.on)
    default:
      return ''
  }
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
