/** A lane's label: title, kind and status in words, and a square for each chosen right. */
import type { MeasureKind, Severity } from '../../db/vocabulary/lists.ts'
import { statusOn } from './lane-index.ts'
import type { Item, Mark, RectMark } from './marks.ts'
import { fitText, textWidth } from './metrics.ts'
import { beginsAfter } from './on-day.ts'
import type { Paint } from './palette.ts'
import { layText, type Sheet, SMALL, TITLE } from './sheet.ts'
import type { MeasureLane, StatusAnswer } from './view.ts'
import { kindWithOutcome, statusShort, statusWord } from './words.ts'

const SQUARE = 10
const PITCH = 13

export interface LaneLabel {
  marks: Mark[]
  item: Omit<Item, 'order'>
}

/** Height of the line above the bar that takes the label's place where there is no column. */
export const TITLE_LINE = 20

/** `y` of the lane's top. */
export function layLaneLabel(sheet: Sheet, lane: MeasureLane, y: number): LaneLabel {
  const status = sheet.asOf === sheet.view.asOf ? lane.status : statusOn(lane, sheet.asOf)
  const words = statusWords(sheet, lane, status)
  const id = `measure:${lane.slug}`
  const x0 = sheet.compact ? sheet.scale.x0 : sheet.labels.x0
  const x1 = sheet.compact ? sheet.scale.x1 : sheet.labels.x1
  const squares = sheet.compact ? [] : laySquares(sheet, lane, { x0, x1 }, y + sheet.rowHeight / 2 + 1, id)
  const endOfWords = squares.length > 0 ? Math.min(...squares.map(({ x }) => x)) - 8 : x1
  const marks = sheet.compact
    ? layLine(lane, status, words, { x0, x1 }, y + 15, id)
    : layTwoLines(lane, status, words, { x0, x1 }, endOfWords, y + sheet.rowHeight / 2, id)
  const height = sheet.compact ? TITLE_LINE : sheet.rowHeight
  const name = `${lane.title}, ${kindWithOutcome(lane.kind, status.is)}, ${words}`
  const box = { x: x0, y, width: x1 - x0, height }
  return {
    marks: [...marks, ...squares],
    item: { id, kind: 'measure', box, name, lane: lane.slug, slug: lane.slug, day: null },
  }
}

/** With another day beside the as-of day, from what to what it went, where it went. */
function statusWords({ comparedWith, asOf }: Sheet, lane: MeasureLane, status: StatusAnswer): string {
  const said = beginsAfter(lane, asOf) ? 'Begins later' : statusShort(status)
  const other = comparedWith ? statusOn(lane, comparedWith.day) : status
  if (!comparedWith || other.is === status.is) return said
  const then = other.is ? statusWord(other.is) : 'None'
  return comparedWith.day < asOf ? `${then} → ${said}` : `${said} → ${then}`
}

interface Sides {
  x0: number
  x1: number
}

function layTwoLines(
  lane: MeasureLane,
  status: StatusAnswer,
  words: string,
  { x0, x1 }: Sides,
  end: number,
  middle: number,
  item: string,
): Mark[] {
  const title = layText(lane.title, x1 - x0, { ...TITLE_TEXT, x: x0, y: middle - 4, item })
  return [...(title ? [title] : []), ...layStatus(lane.kind, status, words, { x0, x1: end }, middle + 13, item)]
}

/** Title and status side by side. */
function layLine(
  lane: MeasureLane,
  status: StatusAnswer,
  words: string,
  { x0, x1 }: Sides,
  baseline: number,
  item: string,
): Mark[] {
  const title = layText(lane.title, (x1 - x0) * 0.62, { ...TITLE_TEXT, x: x0, y: baseline, item })
  const from = x0 + (title?.maxWidth ?? 0) + 8
  return [...(title ? [title] : []), ...layStatus(null, status, words, { x0: from, x1 }, baseline, item)]
}

/** "Bill → law · In force", the status in bold. */
function layStatus(
  kind: MeasureKind | null,
  status: StatusAnswer,
  words: string,
  { x0, x1 }: Sides,
  y: number,
  item: string,
): Mark[] {
  const roomAfter = (before: string) => x1 - x0 - textWidth(before, SMALL)
  const fits = (text: string, before: string) => textWidth(text, SMALL, true) <= roomAfter(before)
  const kindFirst = kind ? `${kindWithOutcome(kind, status.is)} · ` : ''
  // What stands after a semicolon, and the kind, are told in the item's name and in the list where the label has no room for them.
  const short = fits(words, kindFirst) ? words : words.replace(/;.*$/, '')
  const before = fits(short, kindFirst) ? kindFirst : ''
  const strong = fitText(short, roomAfter(before), SMALL, true)
  const paint = status.is === 'in_force' || status.is === 'suspended' ? 'danger' : 'ink'
  const mark = { layer: 'chrome', part: 'lane-status', x: x0, y, size: SMALL, anchor: 'start', item } as const
  if (strong === '')
    return [layText(before.slice(0, -3), x1 - x0, { ...mark, bold: false, paint: 'muted' })].filter(
      (text) => text !== null,
    )
  const maxWidth = Math.ceil(textWidth(before, SMALL) + textWidth(strong, SMALL, true))
  const tail = { text: strong, bold: true, paint } as const
  return [{ kind: 'text', ...mark, text: before, tail, bold: false, paint: 'muted', maxWidth }]
}

const TITLE_TEXT = {
  layer: 'chrome',
  part: 'lane-title',
  size: TITLE,
  bold: true,
  anchor: 'start',
  paint: 'ink',
} as const

const FILLS: Readonly<Record<Severity, { share: number; fill: Paint }>> = {
  limited: { share: 1 / 3, fill: 'severity-limited' },
  serious: { share: 2 / 3, fill: 'severity-serious' },
  severe: { share: 1, fill: 'severity-severe' },
}

/** One for each right of the view, in its order, as many as half the label takes: filled from below, the more the more severe. */
function laySquares(sheet: Sheet, lane: MeasureLane, { x0, x1 }: Sides, middle: number, item: string): RectMark[] {
  const room = Math.floor((x1 - x0) / 2 / PITCH)
  const rights = sheet.view.rights.slice(0, room)
  return rights.flatMap(({ slug }, i) => {
    const touched = lane.rights.find(({ right }) => right === slug)
    const severity = touched ? touched.severity : undefined
    return layRightSquare(x1 - (rights.length - i) * PITCH + PITCH - SQUARE, middle + 2, severity, item)
  })
}

/** `severity`: undefined = not touched, null = touched but not assessed, shown by a dot. */
export function layRightSquare(x: number, y: number, severity: Severity | null | undefined, item?: string): RectMark[] {
  const base = { kind: 'rect', layer: 'chrome', radius: 1.5, ...(item ? { item } : {}) } as const
  const outline: RectMark = {
    ...base,
    x,
    y,
    width: SQUARE,
    height: SQUARE,
    fill: 'ground',
    stroke: severity === undefined ? 'rule' : 'severity-line',
  }
  if (severity === undefined) return [outline]
  if (severity === null) {
    const dot = { x: x + 3.5, y: y + 3.5, width: 3, height: 3 }
    return [outline, { ...base, ...dot, fill: 'severity-line', stroke: null }]
  }
  const { share, fill } = FILLS[severity]
  const height = SQUARE * share
  return [outline, { ...base, x, y: y + SQUARE - height, width: SQUARE, height, fill, stroke: null }]
}
