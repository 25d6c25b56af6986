/** A lane's steps: hollow circles, clusters with a count, and as many labels as there is room for. */
import { bisectLeft } from 'd3'
import type { Stage } from '../../db/vocabulary/stages.ts'
import { clusterRadius, countOf, type Group, groupNeighbours } from './clusters.ts'
import { layCount } from './crowd.ts'
import { stretchOfPoint } from './doubt.ts'
import { BAR } from './lane-bar.ts'
import type { IndexedStep, LaneIndex } from './lane-index.ts'
import type { CircleMark, Item, Mark, TextMark } from './marks.ts'
import { textWidth } from './metrics.ts'
import { oncePer } from './once.ts'
import type { LabelRow } from './rooms.ts'
import { fadeOf, isLater, layBar, layText, MARGIN, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayOfNumber } from './time-scale.ts'
import type { MeasureLane, TimelineStep } from './view.ts'
import { sayWhen, stageWord, voteFigures } from './words.ts'

const RADIUS = 4.5
/** A local label longer than this gives way to the stage's word. */
const LONGEST_LABEL = 150

/** Where a lane's words may stand, with the baselines of the three rows. */
export interface LaneRows {
  above: LabelRow
  bar: LabelRow
  below: LabelRow
  baselines: { above: number; bar: number; below: number }
}

export interface PlacedSteps {
  steps: readonly IndexedStep[]
  groups: readonly Group[]
  doubts: Mark[]
  points: Mark[]
  items: Omit<Item, 'order'>[]
}

/** Circles and clusters, which take their room in the rows; `top` of the bar in pixels. */
export function placeSteps(
  sheet: Sheet,
  lane: MeasureLane,
  index: LaneIndex,
  rows: LaneRows,
  top: number,
): PlacedSteps {
  const { from, until } = sheet.scale
  const first = bisectLeft(index.ats, from)
  const steps = index.steps.slice(first, bisectLeft(index.ats, until))
  const xs = steps.map((step) => xOfStep(sheet, step))
  const groups = groupNeighbours(xs, (count) => clusterRadius(count, RADIUS), 1)
  const y = top + BAR / 2
  for (const group of groups) {
    const radius = clusterRadius(countOf(group), RADIUS)
    rows.bar.take(group.x - radius, group.x + radius)
  }
  return {
    steps,
    groups,
    doubts: layDoubts(sheet, steps, top),
    points: groups.flatMap((group) => layGroup(sheet, steps, group, y)),
    items: groups.map((group) => asItem(lane, steps, group, y)),
  }
}

/** In the middle of the day; at its start where no last day is known. */
function xOfStep(sheet: Sheet, { at, doubt }: IndexedStep): number {
  return xOn(sheet, doubt.until === null ? at : at + 0.5)
}

/** As wide as the doubt; what adds nothing to the doubts before it is left out, so that there are never more than pixels. */
function layDoubts(sheet: Sheet, steps: readonly IndexedStep[], top: number): Mark[] {
  let covered = Number.NEGATIVE_INFINITY
  return steps.flatMap(({ id, doubt, at }) => {
    if (doubt.exact) return []
    const held = { ...doubt, at, until: doubt.until === null ? null : at + 1 }
    const stretch = stretchOfPoint(held, (day) => xOn(sheet, day))
    if (stretch.x1 < covered + 0.5) return []
    covered = stretch.x1
    const pattern = doubt.approximate ? 'hatch' : 'none'
    return layBar(sheet, { ...stretch, y: top - 4, height: BAR + 8, paint: 'doubt', pattern, opacity: 0.35, item: id })
  })
}

function layGroup(sheet: Sheet, steps: readonly IndexedStep[], group: Group, y: number): Mark[] {
  const step = steps[group.first] as IndexedStep
  if (countOf(group) === 1) return layStep(sheet, step, group.x, y)
  return layCount(sheet, countOf(group), step.at, group.x, y, idOfGroup(steps, group))
}

const CIRCLE = {
  kind: 'circle',
  layer: 'plot',
  fill: 'ground',
  stroke: 'ink',
  strokeWidth: 1.75,
  dashed: false,
} as const satisfies Partial<CircleMark>

/** Hollow; dashed where inferred or where no last day is known; without ground where only planned; dotted where sources disagree. */
function layStep(sheet: Sheet, { id, step, doubt, at }: IndexedStep, x: number, y: number): Mark[] {
  const fade = fadeOf(sheet, at)
  const circle: CircleMark = {
    ...CIRCLE,
    ...(step.planned ? { fill: null, stroke: 'muted' } : {}),
    dashed: step.inferred || doubt.until === null,
    x,
    y,
    radius: RADIUS,
    item: id,
    ...fade,
  }
  if (!step.disputed) return [circle]
  return [circle, { ...CIRCLE, x, y, radius: 1.5, fill: 'ink', stroke: null, item: id, ...fade }]
}

function idOfGroup(steps: readonly IndexedStep[], group: Group): string {
  const { id } = steps[group.first] as IndexedStep
  return countOf(group) === 1 ? id : `cluster:${id}`
}

function asItem(lane: MeasureLane, steps: readonly IndexedStep[], group: Group, y: number): Omit<Item, 'order'> {
  const first = steps[group.first] as IndexedStep
  const last = steps[group.last] as IndexedStep
  const radius = clusterRadius(countOf(group), RADIUS)
  const box = { x: group.x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
  const isAlone = countOf(group) === 1
  return {
    id: idOfGroup(steps, group),
    kind: isAlone ? 'step' : 'cluster',
    box,
    get name() {
      if (isAlone) return `${lane.title}: ${nameOf(first.step)}`
      return `${lane.title}: ${countOf(group)} steps, ${whenOf(first.step)} to ${whenOf(last.step)}`
    },
    lane: lane.slug,
    slug: lane.slug,
    day: dayOfNumber(first.at),
    ...(isAlone ? {} : { members: steps.slice(group.first, group.last + 1).map(({ id }) => id) }),
  }
}

const whenOf = oncePer(({ on }: TimelineStep) => sayWhen(on))

function nameOf(step: TimelineStep): string {
  const figures = step.vote ? voteFigures(step.vote) : ''
  const said = [step.label || stageWord(step.stage), figures].filter(Boolean).join(' ')
  return `${said}, ${step.planned ? 'planned, ' : ''}${whenOf(step)}`
}

/** As many labels as there is room for, the most telling first. */
export function labelSteps(sheet: Sheet, { steps, groups }: PlacedSteps, rows: LaneRows): TextMark[] {
  return groups
    .map((group) => {
      const step = mostTelling(steps, group)
      return { group, step, weight: weightOf(step.step) }
    })
    .sort((a, b) => b.weight - a.weight || a.group.first - b.group.first)
    .map(({ group, step }) => layLabel(sheet, step, group.x, rows))
    .filter((mark) => mark !== null)
}

function mostTelling(steps: readonly IndexedStep[], { first, last }: Group): IndexedStep {
  let best = steps[first] as IndexedStep
  for (let i = first + 1; i <= last; i++) {
    const step = steps[i] as IndexedStep
    if (weightOf(step.step) > weightOf(best.step)) best = step
  }
  return best
}

/** Above or below the bar, running on or back from the circle: the first place that is free, else none. */
function layLabel(sheet: Sheet, { step, at, id }: IndexedStep, x: number, rows: LaneRows): TextMark | null {
  const text = labelOf(step)
  const width = Math.ceil(textWidth(text, SMALL))
  const places = [
    { row: 'above', anchor: 'start', x0: x - RADIUS },
    { row: 'below', anchor: 'start', x0: x - RADIUS },
    { row: 'above', anchor: 'end', x0: x + RADIUS - width },
    { row: 'below', anchor: 'end', x0: x + RADIUS - width },
  ] as const
  const limit = sheet.scale.x1 + MARGIN
  const place = places.find(
    ({ row, x0 }) => x0 >= sheet.scale.x0 - 8 && x0 + width <= limit && rows[row].isFree(x0, x0 + width),
  )
  if (!place) return null
  rows[place.row].take(place.x0, place.x0 + width)
  return layText(text, width, {
    layer: 'plot',
    part: 'label',
    x: place.anchor === 'start' ? place.x0 : place.x0 + width,
    y: rows.baselines[place.row],
    size: SMALL,
    bold: false,
    anchor: place.anchor,
    paint: isLater(sheet, at) ? 'muted' : 'ink',
    item: id,
  })
}

function labelOf({ label, stage, vote }: TimelineStep): string {
  const fits = label !== '' && textWidth(label, SMALL) <= LONGEST_LABEL
  return [fits ? label : stageWord(stage), vote ? voteFigures(vote) : ''].filter(Boolean).join(' ')
}

const WEIGHTS: Partial<Record<Stage, number>> = {
  in_force: 10,
  adopted: 9,
  readopted: 9,
  referendum_approved: 9,
  rejected: 9,
  annulled: 9,
  referendum_rejected: 9,
  in_force_confirmed: 8,
  signed: 8,
  returned: 8,
  suspended: 8,
  withdrawn: 8,
  repealed: 8,
  replaced: 8,
  expired: 7,
  lapsed: 7,
  found_unconstitutional: 7,
  first_reading: 5,
  second_reading: 5,
  further_reading: 5,
  extended: 5,
  introduced: 4,
  issued: 5,
  published: 4,
  reported: 1,
  noted: 1,
}

/** Votes and the acts that change a law's standing are named first. */
function weightOf({ stage, vote }: TimelineStep): number {
  return (WEIGHTS[stage] ?? 3) + (vote && voteFigures(vote) !== '' ? 4 : 0)
}
