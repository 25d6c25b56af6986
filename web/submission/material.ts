/** What the record holds about a State, and what of it a submission on some rights and some years would want. */
import type { EventSummary, SourceView, WireDate } from '../../api/contract/views.ts'
import { addMonths, type Day } from '../../db/vocabulary/edtf.ts'
import { SEVERITIES } from '../../db/vocabulary/lists.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import { isAfter } from '../timeline/on-day.ts'
import { type CommunicationMaterial, factOfCommunication } from './communication-fact.ts'
import { factOfEvent } from './event-fact.ts'
import type { Fact } from './fact.ts'
import { factOfMeasure, type MeasureMaterial } from './measure-fact.ts'
import { countWords } from './words.ts'

/** All that one version holds about a State on a day. */
export interface Material {
  version: number
  asOf: Day
  measures: readonly MeasureMaterial[]
  communications: readonly CommunicationMaterial[]
  events: readonly EventSummary[]
  sources: Readonly<Record<string, SourceView>>
}

export interface Proposed {
  fact: Fact
  /** How many words it brings into the text. */
  words: number
  /** Chosen at first. */
  fits: boolean
}

interface Scope {
  rights: readonly string[]
  from: Day | null
  until: Day | null
}

/** Of what binds or may soon bind, a mechanism wants to hear first. */
const LIVE: ReadonlySet<Status | null> = new Set<Status | null>([
  'in_force',
  'suspended',
  'adopted',
  'returned',
  'in_procedure',
])
/** What has ended belongs to the story for as long. */
const RECENT_YEARS = 5
/** Of the limit, what facts may take at first; the rest is the authors'. */
const SHARE_OF_FACTS = 0.7
/** Where no limit is known. */
const ROOM = 4000

/**
 * What touches one of the rights and falls into the years, most pressing first. Chosen at first are laws that bind, are under way or
 * ended not long ago, letters about them and events that belong to them, as long as there is room under `limit` words.
 */
export function propose(material: Material, { rights, from, until }: Scope, limit: number | null): Proposed[] {
  const { measures, communications, events, asOf } = material
  const isPressing = ({ status }: MeasureMaterial) =>
    isLive({ status }) ||
    (status.is === 'ended' && status.since !== null && status.since >= (from ?? addMonths(asOf, -12 * RECENT_YEARS)))
  const inYears = (on: WireDate | null) => falls(on, from, until)
  const touching = measures.filter(
    (measure) =>
      measure.rights.some(({ right }) => rights.includes(right)) &&
      (measure.steps.some(({ on, planned }) => !planned && !isAfter(on, asOf) && inYears(on)) ||
        (isLive(measure) && from !== null && measure.begunOn !== null && measure.begunOn < from)),
  )
  touching.sort(
    (a, b) =>
      Number(isPressing(b)) - Number(isPressing(a)) ||
      weightOf(b, rights) - weightOf(a, rights) ||
      latest(b).localeCompare(latest(a)),
  )
  const slugs = new Set(touching.map(({ slug }) => slug))
  const about = (those: readonly string[]) => those.some((slug) => slugs.has(slug))
  const letters = communications
    .filter(({ measures, on }) => about(measures) && inYears(on) && !isAfter(on, asOf))
    .sort(
      (a, b) => Number(b.kind === 'letter') - Number(a.kind === 'letter') || lastDay(b.on).localeCompare(lastDay(a.on)),
    )
  const happened = events
    .filter(
      (event) =>
        (about(event.measures) || event.rights.some((right) => rights.includes(right))) &&
        inYears(event.on) &&
        !isAfter(event.on, asOf),
    )
    .sort((a, b) => lastDay(b.on).localeCompare(lastDay(a.on)))

  const live = new Set(touching.filter(isPressing).map(({ slug }) => slug))
  const wanted = [
    ...touching.map((measure) => ({ fact: measureFact(measure, material, rights), first: isPressing(measure) })),
    ...letters.map((letter) => ({
      fact: factOfCommunication(letter, asOf),
      first: letter.kind === 'letter' && letter.measures.some((slug) => live.has(slug)),
    })),
    ...happened.map((event) => ({
      fact: factOfEvent(event),
      first: event.rights.some((right) => rights.includes(right)),
    })),
  ]
  let room = (limit ?? ROOM) * SHARE_OF_FACTS
  return wanted.map(({ fact, first }) => {
    const words = wordsOf(fact)
    const fits = first && words <= room
    if (fits) room -= words
    return { fact, words, fits }
  })
}

/** Every record of the State as a fact, for comparing with what a draft holds. */
export function allFacts(material: Material, rights: readonly string[]): Fact[] {
  return [
    ...material.measures.map((measure) => measureFact(measure, material, rights)),
    ...material.communications.map((communication) => factOfCommunication(communication, material.asOf)),
    ...material.events.map(factOfEvent),
  ]
}

const measureFact = (measure: MeasureMaterial, { asOf, measures }: Material, rights: readonly string[]): Fact =>
  factOfMeasure(measure, { asOf, rights }, (slug) => measures.find((other) => other.slug === slug)?.steps ?? [])

const wordsOf = ({ sentences, besides }: Fact): number =>
  sentences
    .filter(({ key }) => !besides.includes(key))
    .reduce((sum, { pieces }) => sum + countWords(pieces.map(({ text }) => text).join('')), 0)

const isLive = ({ status }: Pick<MeasureMaterial, 'status'>): boolean => LIVE.has(status.is) && !status.dormant

/** Whether a day that the date can mean falls into the years; without a date it may. */
function falls(on: WireDate | null, from: Day | null, until: Day | null): boolean {
  const { earliest = null, latest = null } = on ?? {}
  return (
    (from === null || latest === null || latest >= from) && (until === null || earliest === null || earliest <= until)
  )
}

const lastDay = (on: WireDate | null): string => on?.latest ?? on?.earliest ?? ''
const latest = ({ steps }: MeasureMaterial): string => lastDay(steps.findLast(({ planned }) => !planned)?.on ?? null)

/** The highest severity among the rights chosen. */
function weightOf({ rights }: MeasureMaterial, chosen: readonly string[]): number {
  const weights = rights
    .filter(({ right }) => chosen.includes(right))
    .map(({ severity }) => (severity === null ? -1 : SEVERITIES.indexOf(severity)))
  return Math.max(-1, ...weights)
}
