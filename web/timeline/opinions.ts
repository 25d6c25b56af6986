/** Opinions, judgments, resolutions and statements: small squares in three rows, named where there is room. */
import { type CrowdPoint, layCrowd } from './crowd.ts'
import { type Doubt, doubtOf, stretchOfPoint } from './doubt.ts'
import type { Mark } from './marks.ts'
import { textWidth } from './metrics.ts'
import { oncePer } from './once.ts'
import { spreadRows } from './rooms.ts'
import { fadeOf, inRange, isLater, layBar, layText, MARGIN, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayOfNumber } from './time-scale.ts'
import type { TimelineLetter } from './view.ts'
import { communicationWord, sayWhen } from './words.ts'

const ROW = 20
const MOST_ROWS = 3
const SQUARE = 9
const LONGEST_LABEL = 190
/** A label cut shorter than this says nothing. */
const SHORTEST_LABEL = 48

interface IndexedOpinion extends CrowdPoint {
  opinion: TimelineLetter
  doubt: Doubt
}

/** By day; what has no date is in the list alone. */
const indexOpinions = oncePer((letters: readonly TimelineLetter[]): IndexedOpinion[] =>
  letters
    .filter(({ kind }) => kind !== 'letter')
    .map((opinion) => {
      const doubt = doubtOf(opinion.on)
      const { slug } = opinion
      return doubt && { id: `communication:${slug}`, slug, at: doubt.at, opinion, doubt }
    })
    .filter((indexed) => indexed !== null)
    .sort((a, b) => a.at - b.at),
)

const nameOf = oncePer(({ kind, title, on }: TimelineLetter) => `${communicationWord(kind)}: ${title}, ${sayWhen(on)}`)

interface PlacedOpinion extends IndexedOpinion {
  x: number
}

/** Lays the rows from y on; returns their height, 0 where there is none. */
export function layOpinionRows(sheet: Sheet, y: number): number {
  const placed = indexOpinions(sheet.view.letters)
    .filter(({ at }) => inRange(sheet, at))
    .map((indexed): PlacedOpinion => ({ ...indexed, x: xOn(sheet, indexed.at + 0.5) }))
  const rows = spreadRows(
    placed.map(({ x }) => x),
    MOST_ROWS,
    SQUARE + 5,
  )
  const used = rows.reduce<number>((most, row) => Math.max(most, (row ?? -1) + 1), 0)
  for (let row = 0; row < used; row++) {
    layRow(
      sheet,
      placed.filter((_, i) => rows[i] === row),
      y + row * ROW + ROW / 2,
    )
  }
  const rest = placed.filter((_, i) => rows[i] === null)
  const middle = y + used * ROW + ROW / 2
  const crowd = layCrowd(sheet, rest, middle, 'opinions and statements', (point, x) => ({
    kind: 'communication',
    name: () => nameOf(point.opinion),
    marks: [laySquare(sheet, point, x, middle)],
  }))
  sheet.marks.push(...crowd.marks)
  sheet.items.push(...crowd.items)
  return (used + (rest.length > 0 ? 1 : 0)) * ROW
}

function layRow(sheet: Sheet, row: readonly PlacedOpinion[], y: number): void {
  row.forEach((placed, i) => {
    const next = row[i + 1]
    const end = next ? next.x - SQUARE / 2 - 6 : sheet.scale.x1 + MARGIN
    const { doubt, x, id, at } = placed
    if (!doubt.exact) {
      const stretch = stretchOfPoint(doubt, (day) => xOn(sheet, day))
      const pattern = doubt.approximate ? 'hatch' : 'none'
      const smudge = { y: y - 7, height: 14, paint: 'doubt', pattern, opacity: 0.25, item: id } as const
      sheet.marks.push(...layBar(sheet, { ...stretch, ...smudge }))
    }
    const from = x + SQUARE / 2 + 4
    const room = Math.min(end - from, LONGEST_LABEL)
    const label = placed.opinion.label || placed.opinion.title
    const isReadable = room >= Math.min(SHORTEST_LABEL, textWidth(label, SMALL))
    const text = isReadable
      ? layText(label, room, {
          layer: 'plot',
          part: 'label',
          x: from,
          y: y + 4,
          size: SMALL,
          bold: false,
          anchor: 'start',
          paint: isLater(sheet, at) ? 'muted' : 'ink',
          item: id,
        })
      : null
    sheet.marks.push(laySquare(sheet, placed, x, y), ...(text ? [text] : []))
    const width = SQUARE + (text ? text.maxWidth + 4 : 0)
    sheet.items.push({
      id,
      kind: 'communication',
      box: { x: x - SQUARE / 2, y: y - SQUARE / 2, width, height: SQUARE },
      name: nameOf(placed.opinion),
      lane: null,
      slug: placed.slug,
      day: dayOfNumber(at),
    })
  })
}

function laySquare(sheet: Sheet, { at, id }: IndexedOpinion, x: number, y: number): Mark {
  const box = { x: x - SQUARE / 2, y: y - SQUARE / 2, width: SQUARE, height: SQUARE }
  const fade = fadeOf(sheet, at)
  return { kind: 'rect', layer: 'plot', ...box, fill: 'opinion', stroke: null, radius: 1, item: id, ...fade }
}
