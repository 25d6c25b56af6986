/** The view as ordered text: the list that is the page's base, and what a screen reader hears. Every fact of the view is in it. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { RULE_TEXT, type Status } from '../../db/vocabulary/stages.ts'
import { type Comparison, compareDays } from './compare.ts'
import { groupLanes } from './groups.ts'
import { sayPeriod, saySpan } from './lane-bar.ts'
import { beginsAfter, isAfter } from './on-day.ts'
import type {
  CitationView,
  MeasureLane,
  StatusSpan,
  TimelineEvent,
  TimelineLetter,
  TimelineRelation,
  TimelineStep,
  TimelineView,
} from './view.ts'
import {
  certaintyWord,
  communicationWord,
  deadlineWord,
  eventWord,
  kindWithOutcome,
  relationWord,
  replyWord,
  resultWord,
  sayDay,
  sayLater,
  sayStatusCounts,
  sayWhen,
  severityWord,
  stageWord,
  statusSentence,
  statusWord,
  voteWords,
} from './words.ts'

export interface Description {
  title: string
  asOf: Day
  /** What is in the view, in a few sentences. */
  summary: string[]
  measures: MeasureDescription[]
  /** How the measures stand together, by slug; null where each stands by itself. */
  groups: GroupDescription[] | null
  /** What changed between the as-of day and another; null where there is no other. */
  comparison: Comparison | null
  letters: CommunicationDescription[]
  /** Opinions, judgments, resolutions, statements. */
  opinions: CommunicationDescription[]
  events: EventDescription[]
  /** How many measures were pending and in force, a sentence a change. */
  pressure: string[]
}

export interface GroupDescription {
  key: string
  title: string
  says: string
  measures: string[]
  open: boolean
}

export interface MeasureDescription {
  slug: string
  title: string
  kind: string
  families: string[]
  /** "In force since 5 May 2021." */
  status: string
  is: Status | null
  /** Its first step comes after the day. */
  later: boolean
  /** What the status rests on: step and rule. Empty where there is no status. */
  because: string
  rights: { right: string; text: string }[]
  /** "Proposed from 17 November 2020 to 10 March 2021." */
  history: string[]
  steps: StepDescription[]
  relations: RelationDescription[]
}

export interface StepDescription {
  key: string
  when: string
  label: string
  /** "first reading, passed". */
  stage: string
  body: string | null
  vote: string | null
  /** What is doubtful about it: planned, date inferred, sources disagree. */
  notes: string[]
  cites: CiteDescription[]
}

export interface RelationDescription {
  text: string
  /** Slug of the other measure. */
  other: string
}

export interface CommunicationDescription {
  slug: string
  label: string
  title: string
  kind: string
  when: string
  /** It was sent after the day. */
  later: boolean
  /** Letters only: when a reply was due, and what came. */
  deadline: string | null
  reply: string | null
  /** Slugs and titles of the measures it speaks of; the slug stands for a title that is not in the view. */
  about: { slug: string; title: string }[]
  notes: string[]
  cites: CiteDescription[]
}

export interface EventDescription {
  slug: string
  title: string
  kind: string
  when: string
  /** It happened after the day. */
  later: boolean
  summary: string
  notes: string[]
  cites: CiteDescription[]
}

export interface CiteDescription {
  source: string
  /** Publisher and title, where the view has the source. */
  text: string
  certainty: string
  locator: string | null
  quotation: string | null
  note: string | null
}

const DISAGREE = 'Sources disagree about this.'

/** Steps in the record's order, letters and events by day, undated ones last. */
export function describe(view: TimelineView): Description {
  const communications = byDay(view.letters).map((letter) => describeCommunication(view, letter))
  const isLetter = new Set(view.letters.filter(({ kind }) => kind === 'letter').map(({ slug }) => slug))
  return {
    title: view.title,
    asOf: view.asOf,
    summary: summarise(view),
    measures: view.lanes.map((lane) => describeMeasure(view, lane)),
    groups: describeGroups(view),
    comparison: compareDays(view, view.compare),
    letters: communications.filter(({ slug }) => isLetter.has(slug)),
    opinions: communications.filter(({ slug }) => !isLetter.has(slug)),
    events: byDay(view.events).map((event) => describeEvent(view, event)),
    pressure: view.pressure.map(
      ({ on, pending, inForce }) => `From ${sayDay(on)}: ${pending} pending, ${inForce} in force.`,
    ),
  }
}

function describeGroups(view: TimelineView): GroupDescription[] | null {
  const groups = groupLanes(view, view.group)
  return (
    groups?.map(({ key, title, says, lanes }) => ({
      key,
      title,
      says,
      measures: lanes.flatMap((i) => view.lanes[i]?.slug ?? []),
      open: view.open === 'all' || view.open.includes(key),
    })) ?? null
  )
}

function summarise({ asOf, asOfIsToday, counts, lanes }: TimelineView): string[] {
  const statuses = sayStatusCounts(lanes.filter((lane) => !beginsAfter(lane, asOf)).map(({ status }) => status.is))
  const later = sayLater(counts.later, asOfIsToday)
  const { replied, noReply, notKnown } = counts.letters
  const letters = replied + noReply + notKnown
  return [
    `As of ${sayDay(asOf)}: ${countOf(counts.measures, 'measure')}${statuses ? `, ${statuses}` : ''}.`,
    letters === 0
      ? ''
      : `${countOf(letters, 'letter')}: ${replied} answered, ${noReply} without reply, ${notKnown} not known.`,
    counts.events === 0 ? '' : `${countOf(counts.events, 'event')}.`,
    later ? `${later}.` : '',
  ].filter(Boolean)
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function describeMeasure(view: TimelineView, lane: MeasureLane): MeasureDescription {
  const { slug, title, kind, families, status, rights, spans, steps } = lane
  const later = beginsAfter(lane, view.asOf)
  const [first] = steps
  return {
    slug,
    title,
    kind: kindWithOutcome(kind, status.is),
    families,
    status: later && first ? `Begins later: ${sayWhen(first.on)}.` : statusSentence(status),
    later,
    is: status.is,
    because: because(lane, view),
    rights: rights.map(({ right, severity }) => {
      const named = view.rights.find((known) => known.slug === right)?.short ?? right
      return { right, text: `${named}: ${severityWord(severity)}` }
    }),
    history: spans.flatMap((span) => describeSpan(span, steps)),
    steps: steps.map((step) => describeStep(view, step)),
    relations: view.relations
      .map((relation) => describeRelation(view, relation, slug))
      .filter((found) => found !== null),
  }
}

/** "By the step “Signed”, 2 April 2024. Rule S5: …" */
function because({ slug, status }: MeasureLane, view: TimelineView): string {
  const { basis, rule } = status
  const where = basis && basis.measure !== slug ? ` of ${titleOf(view, basis.measure)}` : ''
  const step = basis ? `By the step “${basis.label}”${where}, ${sayWhen(basis.on)}.` : ''
  return [step, rule ? `Rule ${rule}: ${RULE_TEXT[rule]}` : ''].filter(Boolean).join(' ')
}

function describeSpan(span: StatusSpan, steps: readonly TimelineStep[]): string[] {
  const doubt = `${span.asAnnounced ? ', as announced' : ''}${span.asReported ? ', as reported' : ''}`
  const quiet = span.quiet.map((part) => {
    const period = sayPeriod(part)
    return part.kind === 'dormant' ? `Dormant ${period}: no step is known.` : `Not checked ${period}.`
  })
  return [`${statusWord(span.status)} ${saySpan(span, steps)}${doubt}.`, ...quiet]
}

function describeStep(view: TimelineView, step: TimelineStep): StepDescription {
  const stage = stageWord(step.stage)
  return {
    key: step.key,
    when: sayWhen(step.on),
    label: step.label || stage,
    stage: step.result ? `${stage}, ${resultWord(step.result)}` : stage,
    body: step.body,
    vote: step.vote ? voteWords(step.vote) || null : null,
    notes: [
      step.planned ? 'Planned.' : '',
      step.inferred ? 'Date inferred.' : '',
      step.disputed ? DISAGREE : '',
    ].filter(Boolean),
    cites: describeCites(view, step.cites),
  }
}

function describeRelation(view: TimelineView, relation: TimelineRelation, slug: string): RelationDescription | null {
  const { type, from, to, intended, certainty } = relation
  const said = certainty === 'stated' ? '' : ` (${certaintyWord(certainty)})`
  const word = relationWord(type, intended)
  if (from === slug) return { text: `This measure ${word} ${titleOf(view, to)}${said}.`, other: to }
  if (to === slug) return { text: `${titleOf(view, from)} ${word} this measure${said}.`, other: from }
  return null
}

function describeCommunication(view: TimelineView, letter: TimelineLetter): CommunicationDescription {
  const isLetter = letter.kind === 'letter'
  return {
    slug: letter.slug,
    label: letter.label,
    title: letter.title,
    kind: communicationWord(letter.kind),
    when: sayWhen(letter.on),
    later: isAfter(letter.on, view.asOf),
    deadline: isLetter ? deadlineWord(letter.dueOn) : null,
    reply: isLetter ? replyWord(letter) : null,
    about: letter.measures.map((slug) => ({ slug, title: titleOf(view, slug) })),
    notes: letter.disputed ? [DISAGREE] : [],
    cites: describeCites(view, letter.cites),
  }
}

function describeEvent(view: TimelineView, event: TimelineEvent): EventDescription {
  return {
    slug: event.slug,
    title: event.title,
    kind: eventWord(event.kind),
    when: sayWhen(event.on),
    later: isAfter(event.on, view.asOf),
    summary: event.summary,
    notes: event.inferred ? ['Date inferred.'] : [],
    cites: describeCites(view, event.cites),
  }
}

function describeCites(view: TimelineView, cites: readonly CitationView[]): CiteDescription[] {
  return cites.map(({ source, certainty, locator, quotation, note }) => {
    const known = view.sources[source]
    return {
      source,
      text: known ? `${known.publisher}: ${known.title}` : source,
      certainty: certaintyWord(certainty),
      locator: locator ?? null,
      quotation: quotation ?? null,
      note: note ?? null,
    }
  })
}

function titleOf({ lanes }: TimelineView, slug: string): string {
  return lanes.find((lane) => lane.slug === slug)?.title ?? slug
}

function byDay<T extends Pick<TimelineLetter, 'on'>>(things: readonly T[]): T[] {
  const dayOf = ({ on }: T) => on?.earliest ?? on?.latest ?? '9999-12-31'
  return things.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
