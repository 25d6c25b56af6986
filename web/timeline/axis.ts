/** The time axis: years, months or days, whichever fit; today; and the flag of another as-of day. */
import type { LineMark, Mark, TextMark, Tick } from './marks.ts'
import { textWidth } from './metrics.ts'
import { LabelRow } from './rooms.ts'
import { layText, MARGIN, type Sheet, SMALL, xOn } from './sheet.ts'
import { tickNumbers } from './ticks.ts'
import { dateOfNumber, dayOfNumber, xOfNumber } from './time-scale.ts'
import { sayDayShort } from './words.ts'

/** A line for today and the as-of flag, and one for the ticks. */
export const AXIS = 40
const FLAG = 18
const FLAG_BASELINE = 13
const BASELINE = 33
const TICK_SIZE = 12
/** Pixels that a tick should have to itself. */
const PITCH = 72

/** Lays the axis from y on; `bottom` is where its lines end. The lines belong beneath everything else. */
export function layAxis(sheet: Sheet, y: number): { ticks: Tick[]; words: TextMark[]; pill: Mark[] } {
  const flags = new LabelRow()
  const flag = [...layAsOfFlag(sheet, y, flags), ...layComparedFlag(sheet, y, flags)]
  const today = layToday(sheet, y, flags)
  const ticks = layTicks(sheet)
  const labels = layTickLabels(sheet, ticks, y, new LabelRow())
  return { ticks, words: [...today, ...labels], pill: flag }
}

/** Lines of the ticks, from the axis down. */
export function layGrid(ticks: readonly Tick[], top: number, bottom: number): LineMark[] {
  return ticks.map(({ x, major }) => upright(x, top, bottom, major ? 'rule' : 'grid', 1, false))
}

/** What lies between two days that are held against each other, shaded. */
export function layBetween({ scale, knownUntil, comparedWith }: Sheet, top: number, bottom: number): Mark[] {
  if (!comparedWith) return []
  const held = (day: number) => xOfNumber(scale, Math.max(scale.from, Math.min(scale.until, day)))
  const [x, end] = [comparedWith.ends, knownUntil].map(held).sort((a, b) => a - b) as [number, number]
  if (end <= x) return []
  const box = { x, y: top, width: end - x, height: Math.max(0, bottom - top) }
  return [{ kind: 'rect', layer: 'plot', ...box, fill: 'accent', stroke: null, radius: 0, opacity: 0.06 }]
}

const isKnownToday = ({ view, knownUntil, todayEnds }: Sheet): boolean =>
  view.today !== null && knownUntil === todayEnds

/** Where today ends, the as-of day, and the day it is held against. */
export function layDayLines(sheet: Sheet, top: number, bottom: number): LineMark[] {
  const { view, scale, todayEnds, knownUntil, comparedWith } = sheet
  const isDrawn = (end: number) => end > scale.from && end <= scale.until
  return [
    ...(view.today && isDrawn(todayEnds) ? [upright(xOn(sheet, todayEnds), top, bottom, 'muted', 1.5, false)] : []),
    ...(isDrawn(knownUntil) && !isKnownToday(sheet)
      ? [upright(xOn(sheet, knownUntil), top, bottom, 'accent', 1.5, true)]
      : []),
    ...(comparedWith && isDrawn(comparedWith.ends)
      ? [upright(xOn(sheet, comparedWith.ends), top, bottom, 'accent', 1.5, true)]
      : []),
  ]
}

function upright(
  x: number,
  y1: number,
  y2: number,
  stroke: LineMark['stroke'],
  strokeWidth: number,
  dashed: boolean,
): LineMark {
  return { kind: 'line', layer: 'plot', x1: x, y1, x2: x, y2, stroke, strokeWidth, dashed }
}

function layAsOfFlag(sheet: Sheet, y: number, row: LabelRow): Mark[] {
  const { knownUntil, asOf } = sheet
  return isKnownToday(sheet) ? [] : layFlag(sheet, y, row, knownUntil, `as of ${sayDayShort(asOf)}`)
}

function layComparedFlag(sheet: Sheet, y: number, row: LabelRow): Mark[] {
  const { comparedWith } = sheet
  return comparedWith ? layFlag(sheet, y, row, comparedWith.ends, `with ${sayDayShort(comparedWith.day)}`) : []
}

/** A pill over the line where a day ends; none where another stands in its place, or the day is not on show. */
function layFlag(sheet: Sheet, y: number, row: LabelRow, ends: number, text: string): Mark[] {
  const { scale } = sheet
  if (ends <= scale.from || ends > scale.until) return []
  const width = Math.ceil(textWidth(text, SMALL, true)) + 18
  const line = xOn(sheet, ends)
  const held = (x: number) => Math.max(scale.x0, Math.min(scale.x1 + MARGIN - width, x))
  const shifts = [0.5, 1, 0, 1.4, -0.4]
  const x0 = shifts.map((shift) => held(line - shift * width)).find((x) => row.isFree(x, x + width))
  if (x0 === undefined) return []
  row.take(x0, x0 + width)
  const words = layText(text, width, {
    layer: 'chrome',
    part: 'flag',
    x: x0 + width / 2,
    y: y + FLAG_BASELINE,
    size: SMALL,
    bold: true,
    anchor: 'middle',
    paint: 'on-accent',
  })
  const box = { x: x0, y, width, height: FLAG }
  return [
    { kind: 'rect', layer: 'chrome', ...box, fill: 'accent', stroke: null, radius: FLAG / 2 },
    ...(words ? [words] : []),
  ]
}

function layToday(sheet: Sheet, y: number, row: LabelRow): TextMark[] {
  const { view, scale, todayEnds } = sheet
  if (!view.today || todayEnds <= scale.from || todayEnds > scale.until) return []
  const width = Math.ceil(textWidth('today', SMALL, true))
  const line = xOn(sheet, todayEnds)
  const [x0, anchor] =
    line - 5 - width >= scale.x0 ? ([line - 5 - width, 'end'] as const) : ([line + 5, 'start'] as const)
  if (!row.isFree(x0, x0 + width)) return []
  row.take(x0, x0 + width)
  const x = anchor === 'end' ? x0 + width : x0
  const text = layText('today', width, {
    layer: 'chrome',
    part: 'today',
    x,
    y: y + FLAG_BASELINE,
    size: SMALL,
    bold: true,
    anchor,
    paint: 'muted',
  })
  return text ? [text] : []
}

function layTicks(sheet: Sheet): Tick[] {
  const { from, until, x0, x1 } = sheet.scale
  const count = Math.max(2, Math.floor((x1 - x0) / PITCH))
  const numbers = tickNumbers(Math.ceil(from), Math.ceil(until) - 1, count)
  const days = numbers.map(dayOfNumber)
  const areYears = days.every((day) => day.endsWith('-01-01'))
  const areMonths = days.every((day) => day.endsWith('-01'))
  const words = wordsOf(sheet.locale, areYears || !days.some((day) => day.endsWith('-01-01')))
  return numbers.map((number, i) => {
    const day = days[i] as string
    const major = !areYears && (areMonths ? day.endsWith('-01-01') : day.endsWith('-01'))
    return { day, x: xOn(sheet, number), label: words(number, day, i === 0), major }
  })
}

/** A year at each new year; else the month, or day and month; and the year beside the first where no new year names it. */
function wordsOf(locale: string, nameFirstYear: boolean): (number: number, day: string, isFirst: boolean) => string {
  const say = (number: number, options: Intl.DateTimeFormatOptions) =>
    formatter(locale, options).format(dateOfNumber(number))
  // In English a year is its digits; what a browser knows of languages takes it ten milliseconds to have at hand.
  const sayYear = (number: number, day: string) =>
    locale === 'en' ? String(Number(day.slice(0, 4))) : say(number, { year: 'numeric' })
  return (number, day, isFirst) => {
    if (day.endsWith('-01-01')) return sayYear(number, day)
    const year = isFirst && nameFirstYear ? ({ year: 'numeric' } as const) : {}
    const date = day.endsWith('-01') ? {} : ({ day: 'numeric' } as const)
    return say(number, { ...date, month: 'short', ...year })
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept, since making one costs more than laying out an axis. A locale that is no language tag gives English. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const found = formatters.get(key)
  if (found) return found
  if (formatters.size > 100) formatters.clear()
  const made = makeFormatter(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  formatters.set(key, made)
  return made
}

function makeFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  } catch {
    return new Intl.DateTimeFormat('en-GB', options)
  }
}

function layTickLabels(sheet: Sheet, ticks: Tick[], y: number, row: LabelRow): TextMark[] {
  const labels: TextMark[] = []
  // The major ones take their room first: a year matters more than the months around it.
  for (const tick of [...ticks.filter(({ major }) => major), ...ticks.filter(({ major }) => !major)]) {
    const x = tick.x + 4
    const width = Math.ceil(textWidth(tick.label, TICK_SIZE, tick.major))
    const fits = x + width <= sheet.scale.x1 + MARGIN && row.isFree(x, x + width)
    const text = fits
      ? layText(tick.label, width, {
          layer: 'chrome',
          part: 'tick',
          x,
          y: y + BASELINE,
          size: TICK_SIZE,
          bold: tick.major,
          anchor: 'start',
          paint: 'muted',
        })
      : null
    if (text) {
      row.take(x, x + width)
      labels.push(text)
    } else tick.label = ''
  }
  return labels.sort((a, b) => a.x - b.x)
}
