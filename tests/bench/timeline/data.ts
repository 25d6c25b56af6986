/**
 * Invented items for timelines, the same on every machine: up to 500 lanes, each a chain of statuses (six of ten items) and
 * points (four of ten), from 1990 to 2026. Times in milliseconds. Every candidate draws these.
 */
import { chanceOf } from '../../support/chance.ts'

export interface BenchLane {
  id: number
  label: string
}

export interface BenchItem {
  id: number
  lane: number
  start: number
  /** Null of a point. */
  end: number | null
  /** Place in STATUSES. */
  status: number
  title: string
}

export interface BenchData {
  lanes: BenchLane[]
  items: BenchItem[]
  t0: number
  t1: number
}

const FROM = Date.UTC(1990, 0, 1)
const UNTIL = Date.UTC(2026, 11, 31)
const DAY = 86_400_000
const MOST_LANES = 500
const WORDS =
  'Act Data Water Climate Transport Health Tax Housing Police Energy School Budget Labour Media Privacy Trade Farm Forest Rail Pension'.split(
    ' ',
  )
const DEEDS = ['letter to', 'hearing on', 'vote on', 'opinion on', 'amendment of', 'report on', 'question on']
export const STATUSES = ['draft', 'committee', 'reading', 'adopted', 'in force', 'repealed'] as const

/** So many items, a tenth of that in lanes. The same number gives the same data. */
export function makeData(count: number): BenchData {
  const { next, below, pick } = chanceOf(42)
  const laneCount = Math.max(1, Math.min(MOST_LANES, Math.round(count / 10)))
  const word = (i: number) => WORDS[i % WORDS.length] as string
  const lanes = Array.from({ length: laneCount }, (_, i) => ({
    id: i,
    label: `${word(i)} ${word(i * 7 + 3)} Act ${i + 1}`,
  }))
  const items: BenchItem[] = []
  const add = (item: Omit<BenchItem, 'id'>) => items.push({ id: items.length, ...item })
  for (let lane = 0; lane < laneCount; lane++) {
    const size = Math.floor(((lane + 1) * count) / laneCount) - Math.floor((lane * count) / laneCount)
    const stretches = Math.round(size * 0.6)
    let at = FROM + next() * (UNTIL - FROM) * 0.5
    const room = (UNTIL - at) * (0.5 + 0.5 * next())
    for (let k = 0; k < stretches; k++) {
      const end = Math.min(UNTIL, at + Math.max(DAY, (room / stretches) * (0.4 + 1.2 * next())))
      if (at >= UNTIL - DAY) at = UNTIL - DAY - next() * DAY * 300
      const status = Math.min(STATUSES.length - 1, Math.floor((k / stretches) * STATUSES.length))
      const title = `${STATUSES[status]}: ${pick(WORDS)} ${k + 1}`
      add({ lane, start: Math.round(at), end: Math.round(Math.max(end, at + DAY)), status, title })
      at = end
    }
    for (let k = stretches; k < size; k++) {
      const start = Math.round(FROM + next() * (UNTIL - FROM))
      const status = below(STATUSES.length)
      add({ lane, start, end: null, status, title: `${pick(DEEDS)} ${pick(WORDS)} Act ${lane + 1}` })
    }
  }
  return { lanes, items, t0: FROM, t1: UNTIL }
}
