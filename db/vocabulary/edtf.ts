/**
 * Dates as sources state them, in EDTF (ISO 8601-2 level 1, and of level 2 the one form `[a..b]`), with the
 * earliest and the latest day that each can mean.
 *
 * A day is text and a day is a day: no clock, no time zone and no Date object is used here, so that server, browser
 * and worker agree. Days are proleptic Gregorian, from 0001-01-01 to 9999-12-31: what a `date` of PostgreSQL and a
 * plain comparison of text can both hold. Year 0000, negative years and longer ones are refused.
 */

/** 'YYYY-MM-DD'. Two days compare as text as they do in time. */
export type Day = string

/**
 * How finely a date is told. `between`: one day, within bounds that are no calendar day, month or year (`[a..b]`, a
 * decade or century as in 201X and 20XX, a season). `interval`: `a/b`.
 */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'interval', 'between'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

export interface EdtfDate {
  /** As written. */
  edtf: string
  /** First day it can mean, of a duration the first day it can begin on; null where that is open or unknown. */
  earliest: Day | null
  /** Last day it can mean; null where open or unknown. What lasted counts as having happened on this day. */
  latest: Day | null
  /** Carries `?`, `~` or `%`. The bounds stay as written: no source tells how wide the doubt is. */
  inferred: boolean
  precision: DatePrecision
  /** `a/b`: it lasted. Everything else is one day, however little is known of it. */
  duration: boolean
}

/** Says what is wrong with a date and what to write instead, for the person who wrote it. */
export class EdtfError extends Error {
  override name = 'EdtfError'

  /** `unreadable` is the part of the date that has no form of a date at all, where that is what is wrong. */
  constructor(
    message: string,
    readonly unreadable: string | null = null,
  ) {
    super(message)
  }
}

/** Reads one date in EDTF. Throws EdtfError. */
export function parseEdtf(text: string): EdtfDate {
  const { form, from, to } = read(text)
  const duration = form === 'interval' || form === 'since' || form === 'until' || form === 'begun' || form === 'ended'
  return {
    edtf: text,
    earliest: from?.earliest ?? null,
    latest: to?.latest ?? null,
    inferred: Boolean(from?.mark || to?.mark),
    precision: form === 'one' ? from.precision : duration ? 'interval' : 'between',
    duration,
  }
}

/**
 * The date in English, its doubt in words: "about May 2021", "between 26 June and 7 July 2021". Takes whatever holds
 * EDTF text, so a date from the wire too. Throws EdtfError where that text is no date.
 */
export function sayDate({ edtf }: Pick<EdtfDate, 'edtf'>): string {
  const { form, from, to } = read(edtf)
  switch (form) {
    case 'one':
      return say(from)
    case 'between':
      return from.text === to.text ? say(from) : `between ${sayStart(from, to)} and ${say(to)}`
    case 'after':
      return `${from.day === null ? 'in' : 'on'} or after ${say(from)}`
    case 'before':
      return `${to.day === null ? 'in' : 'on'} or before ${say(to)}`
    case 'interval':
      return from.text === to.text ? say(from) : sayLasting(from, to)
    case 'since':
      return `since ${say(from)}`
    case 'until':
      return `until ${say(to)}`
    case 'begun':
      return `from ${say(from)}, end not known`
    case 'ended':
      return `until ${say(to)}, start not known`
  }
}

/** Whether the text is a day that the calendar has, 0001-01-01 to 9999-12-31. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const { year, month, date } = split(text)
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** The day n whole days later, earlier if n is negative. Throws EdtfError if that, or what is given, is no day. */
export function addDays(day: Day, n: number): Day {
  return dayAt(indexOf(day) + n)
}

/** The same date n months later (earlier if negative), or that month's last: a month from 31 January is 28 February. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day)
  const months = year * 12 + (month - 1) + n
  const thatYear = Math.floor(months / 12)
  const thatMonth = months - thatYear * 12 + 1
  return dayOf(thatYear, thatMonth, Math.min(date, daysInMonth(thatYear, thatMonth)))
}

/** The day that is so many whole days after 1970-01-01, before it if negative. Throws EdtfError outside the years 0001 to 9999. */
export function dayOfIndex(days: number): Day {
  return dayAt(days + INDEX_OF_1970)
}

/** Days from a to b: 0 for the same day, negative if b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return indexOf(b) - indexOf(a)
}

/** Negative, 0 or positive, for sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// Reading

/** One date without brackets or slash. */
interface Stated {
  text: string
  /** Of a decade or century (201X, 20XX) the first and the last; else the same. */
  firstYear: number
  lastYear: number
  month: number | null
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  season: number | null
  day: number | null
  mark: '' | '?' | '~' | '%'
  earliest: Day
  latest: Day
  precision: DatePrecision
}

/** `after`, `before`: one day. The rest last: `since`, `until` have an open side, `begun`, `ended` an unknown one. */
type Reading =
  | TwoEnds
  | { form: 'after' | 'since' | 'begun'; from: Stated; to: null }
  | { form: 'before' | 'until' | 'ended'; from: null; to: Stated }

type TwoEnds = { form: 'one' | 'between' | 'interval'; from: Stated; to: Stated }

function read(text: string): Reading {
  if (/^\[.*\]$/.test(text)) return readBetween(text)
  if (text.includes('/')) return readInterval(text)
  const date = readStated(text)
  return { form: 'one', from: date, to: date }
}

function readBetween(text: string): Reading {
  const [from, to, ...more] = text.slice(1, -1).split('..')
  if (from === undefined || to === undefined || more.length > 0) {
    throw wrong(text, 'does not name two ends', 'Write one day between two as [2021-06-26..2021-07-07]')
  }
  if (from && to) return inOrder(text, { form: 'between', from: readStated(from), to: readStated(to) })
  if (from) return { form: 'after', from: readStated(from), to: null }
  if (to) return { form: 'before', from: null, to: readStated(to) }
  throw wrong(text, 'says nothing', 'Give one end, as in [2021-06-26..], or leave the date out')
}

function readInterval(text: string): Reading {
  const [from = '', to = '', ...more] = text.split('/')
  if (more.length > 0) throw wrong(text, 'has more than one slash', 'Write a day as 2021-05-03')
  const starts = from !== '' && from !== '..'
  const ends = to !== '' && to !== '..'
  if (starts && ends) return inOrder(text, { form: 'interval', from: readStated(from), to: readStated(to) })
  if (starts) return { form: to === '..' ? 'since' : 'begun', from: readStated(from), to: null }
  if (ends) return { form: from === '..' ? 'until' : 'ended', from: null, to: readStated(to) }
  throw wrong(text, 'says nothing', 'Give a start or an end, as in 2021-05-03/.., or leave the date out')
}

function inOrder(text: string, reading: TwoEnds): Reading {
  if (reading.from.earliest <= reading.to.latest) return reading
  throw wrong(text, 'ends before it begins', 'Write the earlier date first')
}

/** A whole day, which most dates are, read without the pattern that knows all the rest: answers read thousands. */
function readDay(text: string): Stated | null {
  if (text.length !== 10 || !isDay(text)) return null
  const { year, month, date } = split(text)
  const told = { firstYear: year, lastYear: year, month, season: null, day: date, mark: '' } as const
  return { text, ...told, earliest: text, latest: text, precision: 'day' }
}

function readStated(text: string): Stated {
  const whole = readDay(text)
  if (whole) return whole
  const match = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?$/.exec(text)
  if (!match) throw notADate(text)
  const [, yearText = '', monthText, dayText] = match
  const firstYear = Number(yearText.replaceAll('X', '0'))
  const lastYear = Number(yearText.replaceAll('X', '9'))
  const mark = (match[4] ?? '') as Stated['mark']
  if (firstYear === 0) throw wrong(text, 'is in the year 0', 'Years run from 0001 to 9999')

  const year = { text, firstYear, lastYear, month: null, season: null, day: null, mark }
  if (firstYear !== lastYear && monthText) {
    throw wrong(text, 'has a month in an unspecified year', `Write ${yearText}, or the year in full`)
  }
  if (!monthText || monthText === 'XX') {
    if (dayText && dayText !== 'XX') {
      throw wrong(text, 'has a day in an unspecified month', `Write ${yearText}, or the month too`)
    }
    const precision = firstYear === lastYear ? 'year' : 'between'
    return { ...year, earliest: dayOf(firstYear, 1, 1), latest: dayOf(lastYear, 12, 31), precision }
  }

  const month = Number(monthText)
  if (month >= 21 && month <= 24) {
    if (dayText) throw wrong(text, 'has a day in a season', `Write ${yearText}-${month}, or the month and the day`)
    // The codes do not tell the hemisphere. Read as north of the equator, three whole months from March, and winter
    // from December into the next year: elsewhere, write the months, as in [2021-09..2021-11].
    const earliest = dayOf(firstYear, (month - 20) * 3, 1)
    return { ...year, season: month, earliest, latest: addDays(addMonths(earliest, 3), -1), precision: 'between' }
  }
  if (month < 1 || month > 12) {
    throw wrong(text, `has month ${monthText}`, 'Months run from 01 to 12, seasons from 21 (spring) to 24 (winter)')
  }

  const lastDay = daysInMonth(firstYear, month)
  if (!dayText || dayText === 'XX') {
    const latest = dayOf(firstYear, month, lastDay)
    return { ...year, month, earliest: dayOf(firstYear, month, 1), latest, precision: 'month' }
  }
  const day = Number(dayText)
  if (day < 1 || day > lastDay) {
    throw wrong(text, `has day ${dayText}`, `That month has the days 01 to ${lastDay}`)
  }
  const only = dayOf(firstYear, month, day)
  return { ...year, month, day, earliest: only, latest: only, precision: 'day' }
}

// Saying what is wrong

/** What no form fits; what its writer may have meant is told by edtf-mistakes.ts, which readers' pages do without. */
const notADate = (text: string): EdtfError =>
  wrong(text, 'is not a date in EDTF', 'Write 2021, 2021-05 or 2021-05-03', text)

/** The text is cut, since it may come from a file that holds anything. */
export function sayWrong(text: string, fault: string, remedy: string): string {
  const shown = text === '' ? 'The date' : `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
  return `${shown} ${fault}. ${remedy}.`
}

const wrong = (text: string, fault: string, remedy: string, unreadable: string | null = null): EdtfError =>
  new EdtfError(sayWrong(text, fault, remedy), unreadable)

// Saying what is meant

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SEASONS = ['spring', 'summer', 'autumn', 'winter']

function say(date: Stated): string {
  const words = date.mark === '~' || date.mark === '%' ? `about ${sayPlain(date)}` : sayPlain(date)
  if (date.mark !== '?' && date.mark !== '%') return words
  const finest = date.day ? 'day or ' : date.month ? 'month or ' : date.season ? 'season or ' : ''
  return `${words} (${finest}year inferred)`
}

function sayPlain(date: Stated): string {
  const { firstYear, lastYear, month, season } = date
  if (firstYear !== lastYear) return `some year in ${firstYear}–${lastYear}`
  if (season === 24) return `winter ${firstYear}–${firstYear + 1}`
  if (season !== null) return `${SEASONS[season - 21]} ${firstYear}`
  return month === null ? `${firstYear}` : `${sayMonth(date)} ${firstYear}`
}

/** "3 May", or "May" where the day is not told. */
function sayMonth({ month, day }: Stated): string {
  const name = MONTHS[(month ?? 1) - 1] ?? ''
  return day === null ? name : `${day} ${name}`
}

/** The first of two dates, less what the second repeats: "11" of "11 and 12 September 2023". */
function sayStart(from: Stated, to: Stated): string {
  const sameYear = from.firstYear === to.firstYear && from.month !== null && to.month !== null
  const sameGrain = (from.day === null) === (to.day === null)
  if (!sameYear || !sameGrain || from.mark || to.mark) return say(from)
  return from.day !== null && from.month === to.month ? `${from.day}` : sayMonth(from)
}

/** With an en dash, closed up between words of one kind: "11–12 September 2023", "May 2019 – June 2020". */
function sayLasting(from: Stated, to: Stated): string {
  const start = sayStart(from, to)
  const end = say(to)
  const shares = start !== say(from) || !end.includes(' ')
  return shares && !start.includes(' ') ? `${start}–${end}` : `${start} – ${end}`
}

// The calendar, in whole numbers

function split(day: string): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) }
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  if (!isDay(day)) throw wrong(day, 'is not a day', 'Write a day of the calendar as 2021-05-03')
  return split(day)
}

function dayOf(year: number, month: number, date: number): Day {
  if (!(year >= 1 && year <= 9999)) throw new EdtfError(`Days run from 0001 to 9999, not to the year ${year}.`)
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(date)}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const DAYS_IN_400_YEARS = 146_097
/** Of 1970-01-01, in days since 1 March of the year 0. */
const INDEX_OF_1970 = 719_468

/** Days before the first of a month (March is 0) in a year reckoned from March, whose leap day then comes last. */
function daysBeforeMonth(fromMarch: number): number {
  return Math.floor((153 * fromMarch + 2) / 5)
}

/** Days before 1 March in the nth year after 1 March of the year 0. */
function daysBeforeYear(n: number): number {
  return n * 365 + Math.floor(n / 4) - Math.floor(n / 100) + Math.floor(n / 400)
}

/** Days since 1 March of the year 0. */
function indexOf(day: Day): number {
  const { year, month, date } = partsOf(day)
  return daysBeforeYear(month > 2 ? year : year - 1) + daysBeforeMonth((month + 9) % 12) + date - 1
}

/** The inverse of indexOf. */
function dayAt(index: number): Day {
  const atLeast = Math.floor((index * 400) / DAYS_IN_400_YEARS) // never too high, sometimes one too low
  const years = daysBeforeYear(atLeast + 1) <= index ? atLeast + 1 : atLeast
  const dayOfYear = index - daysBeforeYear(years)
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - daysBeforeMonth(fromMarch) + 1
  return fromMarch < 10 ? dayOf(years, fromMarch + 3, date) : dayOf(years + 1, fromMarch - 9, date)
}
