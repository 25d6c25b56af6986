/** Letters: an envelope, then a reply's dot, a vouched silence or a hollow end. Packed in rows. */
import { bisectLeft } from 'd3'
import type { Day } from '../../db/vocabulary/edtf.ts'
import { type CrowdPoint, layCrowd } from './crowd.ts'
import { type Doubt, doubtOf, stretchOfPoint } from './doubt.ts'
import type { Item, Mark } from './marks.ts'
import { fitText, textWidth } from './metrics.ts'
import { oncePer } from './once.ts'
import { type Extent, packRows } from './rooms.ts'
import { fadeOf, inRange, isLater, layBar, layText, MARGIN, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayNumber, dayOfNumber } from './time-scale.ts'
import type { TimelineLetter } from './view.ts'
import { replyWord, sayDayShort, sayWhen } from './words.ts'

export const ENVELOPE = { width: 15, height: 11 }
const ROW = 22
const MOST_ROWS = 14
const LONGEST_LABEL = 150
/** Length of a line that means no length of time: to a reply of unknown date, or to nobody knows. */
const STUB = 20
const DOT = 4.5
const RUN = 9

interface IndexedLetter extends CrowdPoint {
  letter: TimelineLetter
  sent: Doubt
  /** Day numbers of the reply's dot, and of the silence. */
  replied: Doubt | null
  silence: { from: number; until: number; deadlineKnown: boolean } | null
  /** The last day to which it is drawn. */
  last: number
}

interface LetterIndex {
  /** By the day sent. A letter without any date is in the list alone. */
  letters: IndexedLetter[]
  ats: Float64Array
  /** The last day that anything up to this letter comes to: it rises too, so that both sides can be searched. */
  lasts: Float64Array
}

const indexLetters = oncePer((all: readonly TimelineLetter[]): LetterIndex => {
  const letters = all
    .filter(({ kind }) => kind === 'letter')
    .map((letter) => {
      const sent = doubtOf(letter.on)
      if (!sent) return null
      const { reply, laterReply } = letter
      const replied = doubtOf(reply.state === 'received' ? reply.on : laterReply)
      const silence = reply.state === 'none' ? silenceOf(sent.at, letter.dueOn, reply.asOf) : null
      const { slug } = letter
      const last = Math.max(sent.at, replied?.at ?? (silence ? silence.until - 1 : sent.at))
      return { id: `letter:${slug}`, slug, at: sent.at, letter, sent, replied, silence, last }
    })
    .filter((letter) => letter !== null)
    .sort((a, b) => a.sent.at - b.sent.at)
  const ats = new Float64Array(letters.length)
  const lasts = new Float64Array(letters.length)
  letters.forEach((letter, i) => {
    ats[i] = letter.at
    lasts[i] = Math.max(letter.last, lasts[i - 1] ?? Number.NEGATIVE_INFINITY)
  })
  return { letters, ats, lasts }
})

/** From the day after the deadline, or after the day sent where no deadline is known, to the day vouched for. */
function silenceOf(sentAt: number, dueOn: Day | null, asOf: Day): IndexedLetter['silence'] {
  const until = dayNumber(asOf)
  if (until === null) return null
  const due = dayNumber(dueOn)
  return { from: (due ?? sentAt) + 1, until: until + 1, deadlineKnown: due !== null }
}

interface PlacedLetter extends IndexedLetter, Extent {
  /** Middle of the envelope. */
  x: number
  /** Where the line or run ends. */
  endX: number
  words: Word[]
}

interface Word {
  text: string
  x: number
  anchor: 'start' | 'end'
  paint: 'ink' | 'muted'
}

/** Lays the rows from y on; returns their height, 0 where there is none. */
export function layLetterRows(sheet: Sheet, y: number): number {
  const visible = visibleLetters(sheet)
  const isDense = visible.length > (MOST_ROWS * (sheet.scale.x1 - sheet.scale.x0)) / 40
  const placed = isDense ? [] : visible.map((letter) => place(sheet, letter))
  const rows = packRows(placed, MOST_ROWS, 10)
  const used = rows.reduce<number>((most, row) => Math.max(most, (row ?? -1) + 1), 0)
  placed.forEach((letter, i) => {
    const row = rows[i]
    if (typeof row === 'number') layLetter(sheet, letter, y + row * ROW + ROW / 2)
  })
  const rest = visible.filter((letter, i) => (isDense || rows[i] === null) && inRange(sheet, letter.at))
  const middle = y + used * ROW + ROW / 2
  const crowd = layCrowd(sheet, rest, middle, 'letters', (letter, x) => ({
    kind: 'letter',
    name: () => nameOf(letter.letter),
    marks: [layEnvelope(sheet, letter, x, middle)],
  }))
  sheet.marks.push(...crowd.marks)
  sheet.items.push(...crowd.items)
  return (used + (rest.length > 0 ? 1 : 0)) * ROW
}

function visibleLetters({ view, scale }: Sheet): IndexedLetter[] {
  const { letters, ats, lasts } = indexLetters(view.letters)
  return letters
    .slice(bisectLeft(lasts, scale.from), bisectLeft(ats, scale.until))
    .filter(({ last }) => last >= scale.from)
}

function place(sheet: Sheet, indexed: IndexedLetter): PlacedLetter {
  const { letter, sent, replied, silence } = indexed
  const x = xOn(sheet, sent.at + 0.5)
  const smudge = sent.exact ? x : stretchOfPoint(sent, (day) => xOn(sheet, day)).x0
  const startX = Math.max(sheet.scale.x0, Math.min(x - ENVELOPE.width / 2, smudge))
  const endX = Math.min(sheet.scale.x1, endOf(sheet, x, replied, silence))
  const words = layWords(sheet, letter, startX, Math.max(sheet.scale.x0, endX) + DOT)
  const extents = words.map(extentOfWord)
  const x0 = Math.min(startX, ...extents.map((extent) => extent.x0))
  const x1 = Math.max(startX, endX + DOT, ...extents.map((extent) => extent.x1))
  return { ...indexed, x, endX, words, x0, x1 }
}

/** The reference before the envelope, what came back behind; both behind where there is no room before. */
function layWords(sheet: Sheet, letter: TimelineLetter, startX: number, endX: number): Word[] {
  const limit = sheet.scale.x1 + MARGIN
  const label = fitText(letter.label, LONGEST_LABEL, SMALL)
  const before: Word = { text: label, x: startX - 5, anchor: 'end', paint: 'ink' }
  const fitsBefore = extentOfWord(before).x0 >= sheet.scale.x0
  const name: Word = fitsBefore ? before : { text: label, x: endX + 5, anchor: 'start', paint: 'ink' }
  const behind = fitsBefore ? endX : extentOfWord(name).x1 + 3
  const answer: Word = { text: afterWord(letter), x: behind + 5, anchor: 'start', paint: 'muted' }
  return [name, answer].filter((word) => word.text !== '' && extentOfWord(word).x1 <= limit)
}

function extentOfWord({ text, x, anchor }: Word): Extent {
  const width = Math.ceil(textWidth(text, SMALL))
  return anchor === 'start' ? { x0: x, x1: x + width } : { x0: x - width, x1: x }
}

function endOf(sheet: Sheet, x: number, replied: Doubt | null, silence: IndexedLetter['silence']): number {
  if (replied) return Math.max(x + ENVELOPE.width, xOn(sheet, replied.at + 0.5))
  if (silence) return Math.max(x + ENVELOPE.width / 2, xOn(sheet, silence.until))
  return x + STUB
}

function afterWord({ reply }: TimelineLetter): string {
  if (reply.state === 'none') return `no reply by ${sayDayShort(reply.asOf)}`
  if (reply.state === 'not_known') return 'reply not known'
  return reply.on ? '' : 'replied, date not known'
}

const nameOf = oncePer((letter: TimelineLetter) => `${letter.label}, sent ${sayWhen(letter.on)}. ${replyWord(letter)}`)

function layLetter(sheet: Sheet, placed: PlacedLetter, y: number): void {
  const { id, at, x } = placed
  const words = placed.words.map(({ text, paint, anchor, ...word }) =>
    layText(text, sheet.width, {
      layer: 'plot',
      part: 'label',
      x: word.x,
      y: y + 4,
      size: SMALL,
      bold: false,
      anchor,
      paint: isLater(sheet, at) ? 'muted' : paint,
      item: id,
    }),
  )
  const isHere = inRange(sheet, at)
  sheet.marks.push(
    ...laySentDoubt(sheet, placed, y),
    ...layReply(sheet, placed, y),
    ...(isHere ? [layEnvelope(sheet, placed, x, y)] : []),
    ...words.filter((mark) => mark !== null),
  )
  sheet.items.push(itemOf(placed, y))
}

function itemOf({ id, slug, letter, at, x0, x1 }: PlacedLetter, y: number): Omit<Item, 'order'> {
  const box = { x: x0, y: y - ROW / 2 + 1, width: Math.max(1, x1 - x0), height: ROW - 2 }
  return {
    id,
    kind: 'letter',
    box,
    get name() {
      return nameOf(letter)
    },
    lane: null,
    slug,
    day: dayOfNumber(at),
  }
}

function layEnvelope(sheet: Sheet, { at, id }: IndexedLetter, x: number, y: number): Mark {
  const { width, height } = ENVELOPE
  const box = { x: x - width / 2, y: y - height / 2, width, height }
  return { kind: 'envelope', layer: 'plot', ...box, fill: 'ground', stroke: 'accent', item: id, ...fadeOf(sheet, at) }
}

function laySentDoubt(sheet: Sheet, { id, sent }: IndexedLetter, y: number): Mark[] {
  if (sent.exact) return []
  const stretch = stretchOfPoint(sent, (day) => xOn(sheet, day))
  const pattern = sent.approximate ? 'hatch' : 'none'
  return layBar(sheet, { ...stretch, y: y - 8, height: 16, paint: 'doubt', pattern, opacity: 0.3, item: id })
}

function layReply(sheet: Sheet, placed: PlacedLetter, y: number): Mark[] {
  const { silence, replied, letter } = placed
  const quiet = silence ? laySilence(sheet, placed, silence, y) : []
  if (silence && !replied) return quiet
  const isDated = replied !== null
  const day = replied?.at ?? placed.at
  const doubt = replied && !replied.exact ? stretchOfPoint(replied, (n) => xOn(sheet, n)) : null
  const uncertain = doubt
    ? layBar(sheet, { ...doubt, y: y - 6, height: 12, paint: 'doubt', pattern: 'none', opacity: 0.3, item: placed.id })
    : []
  const waited = silence
    ? layWait(sheet, { ...placed, x: xOn(sheet, silence.until), at: silence.until }, placed.endX, y, false)
    : layWait(sheet, placed, placed.endX, y, !isDated)
  const marks: Mark[] = [...quiet, ...uncertain, ...waited]
  if (inRange(sheet, day)) {
    marks.push({
      kind: 'circle',
      layer: 'plot',
      x: placed.endX,
      y,
      radius: DOT,
      fill: isDated || letter.reply.state === 'received' ? 'accent' : 'ground',
      stroke: 'accent',
      strokeWidth: 1.5,
      dashed: false,
      item: placed.id,
      ...fadeOf(sheet, day),
    })
  }
  return marks
}

/** The wait to the deadline as a line, then the silence as a hatched run; paler where the deadline is not known. */
function laySilence(
  sheet: Sheet,
  placed: PlacedLetter,
  silence: NonNullable<IndexedLetter['silence']>,
  y: number,
): Mark[] {
  const from = xOn(sheet, Math.min(silence.from, silence.until))
  const run = layBar(sheet, {
    x0: from,
    x1: xOn(sheet, silence.until),
    y: y - RUN / 2,
    height: RUN,
    paint: silence.deadlineKnown ? 'silence' : 'silence-pale',
    pattern: 'hatch',
    edges: [{ kind: 'hard' }, { kind: 'hard' }],
    item: placed.id,
  })
  return [...layWait(sheet, placed, from, y, false), ...run]
}

function layWait(sheet: Sheet, { x, at, id }: PlacedLetter, to: number, y: number, dashed: boolean): Mark[] {
  const x1 = Math.max(sheet.scale.x0, x)
  const x2 = Math.min(sheet.scale.x1, to)
  if (x2 <= x1) return []
  const line = { layer: 'plot', x1, y1: y, x2, y2: y, stroke: 'accent', strokeWidth: 1.5, dashed } as const
  return [{ kind: 'line', ...line, item: id, ...fadeOf(sheet, at) }]
}
