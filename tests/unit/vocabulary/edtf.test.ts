import packageEdtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  dayOfIndex,
  daysBetween,
  EdtfError,
  isDay,
  parseEdtf,
  sayDate,
} from '../../../db/vocabulary/edtf.ts'
import { readEdtf } from '../../../db/vocabulary/edtf-mistakes.ts'

const pad = (n: number, width: number) => String(n).padStart(width, '0')
const inUtc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayInUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)

// Dates made at random, all of them valid

const daysFrom = (first: Day, last: Day) =>
  fc.integer({ min: inUtc(first) / 864e5, max: inUtc(last) / 864e5 }).map((n) => dayInUtc(n * 864e5))
const anyDay = daysFrom('0001-01-01', '9999-12-31')
const aNearDay = daysFrom('1990-01-01', '2040-12-31')
const aMark = fc.constantFrom('', '?', '~', '%')
const aMonth = anyDay.map((day) => day.slice(0, 7))
const aYear = fc.integer({ min: 1, max: 9999 }).map((n) => pad(n, 4))

/** Day, month, year, decade, century, unspecified day or month: what the package bounds as we do. */
const aPlainDate = fc.oneof(
  anyDay,
  aMonth,
  aYear,
  fc.integer({ min: 1, max: 999 }).map((n) => `${pad(n, 3)}X`),
  fc.integer({ min: 1, max: 99 }).map((n) => `${pad(n, 2)}XX`),
  aYear.map((year) => `${year}-XX`),
  aYear.map((year) => `${year}-XX-XX`),
  aMonth.map((month) => `${month}-XX`),
)
const aSeason = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 21, max: 24 }))
  .map(([year, season]) => `${pad(year, 4)}-${season}`)
const aStatedDate = fc.tuple(fc.oneof(aPlainDate, aSeason), aMark).map(([date, mark]) => date + mark)

/** Two dates, the one that can begin first in front. */
const twoDates = fc.tuple(aStatedDate, aStatedDate).map(([a, b]) => {
  const first = parseEdtf(a).earliest ?? ''
  const second = parseEdtf(b).earliest ?? ''
  return first <= second ? ([a, b] as const) : ([b, a] as const)
})

const anyDate = fc.oneof(
  aStatedDate,
  twoDates.map(([a, b]) => `${a}/${b}`),
  twoDates.map(([a, b]) => `[${a}..${b}]`),
  aStatedDate.chain((date) =>
    fc.constantFrom(`${date}/..`, `${date}/`, `../${date}`, `/${date}`, `[${date}..]`, `[..${date}]`),
  ),
)

describe('a date is kept as stated, with the earliest and latest day that it can mean', () => {
  test.each([
    // one date
    ['2021-07-15', '2021-07-15', '2021-07-15', 'day'],
    ['2021-07', '2021-07-01', '2021-07-31', 'month'],
    ['2021-02', '2021-02-01', '2021-02-28', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['1900-02', '1900-02-01', '1900-02-28', 'month'],
    ['2000-02', '2000-02-01', '2000-02-29', 'month'],
    ['2021', '2021-01-01', '2021-12-31', 'year'],
    ['0001', '0001-01-01', '0001-12-31', 'year'],
    ['9999', '9999-01-01', '9999-12-31', 'year'],
    // digits that nobody specified
    ['201X', '2010-01-01', '2019-12-31', 'between'],
    ['20XX', '2000-01-01', '2099-12-31', 'between'],
    ['2014-XX', '2014-01-01', '2014-12-31', 'year'],
    ['2014-XX-XX', '2014-01-01', '2014-12-31', 'year'],
    ['2014-05-XX', '2014-05-01', '2014-05-31', 'month'],
    // seasons, as north of the equator; winter runs into the next year
    ['2021-21', '2021-03-01', '2021-05-31', 'between'],
    ['2021-22', '2021-06-01', '2021-08-31', 'between'],
    ['2021-23', '2021-09-01', '2021-11-30', 'between'],
    ['2021-24', '2021-12-01', '2022-02-28', 'between'],
    ['2023-24', '2023-12-01', '2024-02-29', 'between'],
    // one day between, after, before
    ['[2021-06-26..2021-07-07]', '2021-06-26', '2021-07-07', 'between'],
    ['[2021..2022-02]', '2021-01-01', '2022-02-28', 'between'],
    ['[2021-05-03..2021-05-03]', '2021-05-03', '2021-05-03', 'between'],
    ['[2020-05-03..]', '2020-05-03', null, 'between'],
    ['[2020-05..]', '2020-05-01', null, 'between'],
    ['[..2020-05-03]', null, '2020-05-03', 'between'],
    ['[..2020]', null, '2020-12-31', 'between'],
    // what lasted
    ['2023-09-11/2023-09-12', '2023-09-11', '2023-09-12', 'interval'],
    ['2021-05/2021-06', '2021-05-01', '2021-06-30', 'interval'],
    ['2021-05-20/2021-05', '2021-05-20', '2021-05-31', 'interval'],
    ['2019-04-11/..', '2019-04-11', null, 'interval'],
    ['2019-04-11/', '2019-04-11', null, 'interval'],
    ['../2020-05', null, '2020-05-31', 'interval'],
    ['/2020-05', null, '2020-05-31', 'interval'],
  ] as const)('%s is %s to %s', (edtf, earliest, latest, precision) => {
    const duration = edtf.includes('/')
    expect(parseEdtf(edtf)).toEqual({ edtf, earliest, latest, precision, duration, inferred: false })
  })

  test.each(['2021-05-03?', '2021-05~', '2021%', '201X?', '2014-05-XX~', '2021-21%', '2021?/2022', '2021/2022~'])(
    '%s is inferred',
    (edtf) => {
      expect(parseEdtf(edtf).inferred).toBe(true)
    },
  )

  test.each(['[2021-06-26?..2021-07-07]', '[2021-06..2021-07~]', '[2021%..]', '[..2021?]', '2021~/..', '/2021?'])(
    'a mark on one end makes %s inferred',
    (edtf) => {
      expect(parseEdtf(edtf).inferred).toBe(true)
    },
  )

  test('marks of doubt leave the bounds as written', () => {
    fc.assert(
      fc.property(fc.oneof(aPlainDate, aSeason), fc.constantFrom('?', '~', '%'), (date, mark) => {
        const { earliest, latest, precision } = parseEdtf(date)
        expect(parseEdtf(date + mark)).toMatchObject({ earliest, latest, precision, inferred: true })
      }),
    )
  })

  test('every valid date has real days as bounds, the earliest no later than the latest', () => {
    fc.assert(
      fc.property(anyDate, (edtf) => {
        const { earliest, latest } = parseEdtf(edtf)
        for (const bound of [earliest, latest]) expect(bound === null || isDay(bound)).toBe(true)
        expect(earliest !== null || latest !== null).toBe(true)
        expect(earliest === null || latest === null || earliest <= latest).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('a day means itself', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseEdtf(day)).toMatchObject({ earliest: day, latest: day, precision: 'day', duration: false })
      }),
    )
  })

  test('a range goes from the earliest day of its start to the latest day of its end, and only a slash lasts', () => {
    fc.assert(
      fc.property(twoDates, ([a, b]) => {
        const bounds = { earliest: parseEdtf(a).earliest, latest: parseEdtf(b).latest }
        expect(parseEdtf(`${a}/${b}`)).toMatchObject({ ...bounds, duration: true, precision: 'interval' })
        expect(parseEdtf(`[${a}..${b}]`)).toMatchObject({ ...bounds, duration: false, precision: 'between' })
      }),
    )
  })
})

describe('what is no such date is refused, with what to write instead', () => {
  test.each([
    ['', 'The date is empty'],
    [' 2021', 'contains a space'],
    ['2021\n', 'contains a space'],
    ['2021-05-03T10:00:00Z', 'has a time of day'],
    ['2021-05-03T10:00/2021-05-04', 'has a time of day'],
    ['201u', '201X'],
    ['2014-uu', '2014-XX'],
    ['2014-05-uu', '2014-XX'],
    ['201x', 'capital X'],
    ['unknown', '2021/'],
    ['2021/unknown', '2021/ for an unknown end'],
    ['2021/open', '2021/.. for an open one'],
    ['-0100', 'is a year before 0001'],
    ['-2021-05-03', 'is a year before 0001'],
    ['Y-17000', 'is a year before 0001'],
    ['Y17E7', 'more than four digits'],
    ['12021', 'more than four digits'],
    ['20210503', '2021-05-03'],
    ['0000', 'is in the year 0'],
    ['00XX', 'is in the year 0'],
    ['2021-02-30', 'has day 30. That month has the days 01 to 28'],
    ['2021-02-29', 'has day 29'],
    ['1900-02-29', 'has day 29'],
    ['2021-04-31', '01 to 30'],
    ['2021-05-00', 'has day 00'],
    ['2021-00', 'has month 00'],
    ['2021-13', 'has month 13'],
    ['2021-25', 'seasons from 21 (spring) to 24 (winter)'],
    ['2021-21-05', 'has a day in a season'],
    ['9999-24', '0001 to 9999'],
    ['2014-XX-05', 'has a day in an unspecified month'],
    ['201X-05', 'Write 201X'],
    ['20XX-XX', 'Write 20XX'],
    ['2XXX', 'has an X out of place'],
    ['2021-1X', 'has an X out of place'],
    ['2021-05-1X', 'has an X out of place'],
    ['2021-5-3', 'two digits'],
    ['2021-05-3', 'two digits'],
    ['3.5.2021', 'is not a date in EDTF'],
    ['２０２１', 'is not a date in EDTF'],
    ['?2021', 'at the end of the whole date'],
    ['2021?-05', 'at the end of the whole date'],
    ['2021??', 'at the end of the whole date'],
    ['2022/2021', 'ends before it begins'],
    ['2021-05-03/2021-05-02', 'ends before it begins'],
    ['[2021-07-07..2021-06-26]', 'Write the earlier date first'],
    ['2021/05/03', 'has more than one slash'],
    ['2021/05', '“05” is not a date in EDTF'],
    ['/', 'says nothing'],
    ['../..', 'says nothing'],
    ['[..]', 'says nothing'],
    ['[]', 'does not name two ends'],
    ['[2021]', 'does not name two ends'],
    ['[2021,2022]', '[2021-06-26..2021-07-07]'],
    ['[2020..2021..2022]', 'does not name two ends'],
    ['{2021..2022}', 'is a set of dates'],
    ['2021..2022', 'has .. outside brackets'],
    ['[2021..2022]?', 'has a mark outside the brackets'],
  ])('%j: %s', (edtf, part) => {
    expect(() => parseEdtf(edtf)).toThrow(EdtfError)
    expect(readEdtf(edtf)).toEqual({ ok: false, message: expect.stringContaining(part) })
  })

  test('a message shows the beginning of a long text, not all of it', () => {
    const reading = readEdtf('x'.repeat(100_000))
    expect(reading.ok ? '' : reading.message).toMatch(/^“x{40}…” /)
  })

  test('any text at all gives a date or a message', () => {
    const nearlyADate = fc.string({ unit: fc.constantFrom(...'0129-X?~%./[]Yu'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearlyADate), (text) => {
        const reading = readEdtf(text)
        if (reading.ok) expect(sayDate(reading.date)).toMatch(/\d/)
        else expect(reading.message).toMatch(/^(“|The date|Days run).+\.$/s)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the edtf package agrees where it bounds dates rightly', () => {
  const packageBounds = (edtf: string) => {
    const { min, max } = packageEdtf(edtf)
    return { earliest: dayInUtc(min), latest: Number.isFinite(max) ? dayInUtc(max) : null }
  }
  const agrees = (edtf: string) => {
    expect(parseEdtf(edtf)).toMatchObject(packageBounds(edtf))
  }

  test('on days, months, years and unspecified digits', () => {
    fc.assert(fc.property(aPlainDate, agrees), { numRuns: 500 })
  })

  test('on uncertain and approximate days, months and years', () => {
    const marked = fc.tuple(fc.oneof(anyDay, aMonth, aYear), aMark).map(([date, mark]) => date + mark)
    fc.assert(fc.property(marked, agrees))
  })

  test('on durations, closed and still going on', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(4, 7, 10), (a, b, length) => {
        const [from = '', to = ''] = [a.slice(0, length), b.slice(0, length)].sort()
        fc.pre(from !== to)
        agrees(`${from}/${to}`)
        agrees(`${from}/..`)
      }),
    )
  })
})

describe('a date is said with its doubt in words', () => {
  test.each([
    ['2021-07-15', '15 July 2021'],
    ['2021-07', 'July 2021'],
    ['2021', '2021'],
    ['2021-05~', 'about May 2021'],
    ['2014-10?', 'October 2014 (month or year inferred)'],
    ['2014-10-05?', '5 October 2014 (day or year inferred)'],
    ['2014?', '2014 (year inferred)'],
    ['2014-10-05%', 'about 5 October 2014 (day or year inferred)'],
    ['201X', 'some year in 2010–2019'],
    ['20XX~', 'about some year in 2000–2099'],
    ['2014-XX-XX', '2014'],
    ['2014-05-XX', 'May 2014'],
    ['2021-21', 'spring 2021'],
    ['2021-22?', 'summer 2021 (season or year inferred)'],
    ['2021-24', 'winter 2021–2022'],
    ['[2021-06-26..2021-07-07]', 'between 26 June and 7 July 2021'],
    ['[2021-06-26..2021-06-28]', 'between 26 and 28 June 2021'],
    ['[2020-12-30..2021-01-02]', 'between 30 December 2020 and 2 January 2021'],
    ['[2021-06..2021-07]', 'between June and July 2021'],
    ['[2021-06-26?..2021-07-07]', 'between 26 June 2021 (day or year inferred) and 7 July 2021'],
    ['[2021..2022-05]', 'between 2021 and May 2022'],
    ['[2021-05-03..2021-05-03]', '3 May 2021'],
    ['[2020-05-03..]', 'on or after 3 May 2020'],
    ['[2020-05..]', 'in or after May 2020'],
    ['[..2020-05-03]', 'on or before 3 May 2020'],
    ['[..2020]', 'in or before 2020'],
    ['2023-09-11/2023-09-12', '11–12 September 2023'],
    ['2023-09-11/2023-10-12', '11 September – 12 October 2023'],
    ['2021-05/2021-06', 'May–June 2021'],
    ['2021-05/2021-05-20', 'May 2021 – 20 May 2021'],
    ['2019/2021', '2019–2021'],
    ['2019/2021-05', '2019 – May 2021'],
    ['2021-05~/2021-06', 'about May 2021 – June 2021'],
    ['2021-05/2021-06~', 'May 2021 – about June 2021'],
    ['2021-05-03/2021-05-03', '3 May 2021'],
    ['2019-04-11/..', 'since 11 April 2019'],
    ['2019-04-11/', 'from 11 April 2019, end not known'],
    ['../2020-05', 'until May 2020'],
    ['/2020-05', 'until May 2020, start not known'],
  ])('%s: %s', (edtf, words) => {
    expect(sayDate(parseEdtf(edtf))).toBe(words)
  })

  test('every valid date can be said, and an inferred one says so', () => {
    fc.assert(
      fc.property(anyDate, (edtf) => {
        const date = parseEdtf(edtf)
        const words = sayDate(date)
        expect(words).toMatch(/\d/)
        expect(words).not.toMatch(/undefined|null|NaN|X/)
        expect(/about|inferred/.test(words)).toBe(date.inferred)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('days are counted in the calendar alone', () => {
  test.each(['2021-07-15', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-00-01',
    '2021-13-01',
    '2021-01-00',
    '0000-01-01',
    '2021-07',
    '2021-07-15?',
    '2021-7-15',
    '15.07.2021',
    '',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })

  test.each([
    ['2021-07-15', 60, '2021-09-13'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2021-01-01', -1, '2020-12-31'],
    ['2021-07-15', 0, '2021-07-15'],
  ])('%s and %i days is %s', (day, n, then) => {
    expect(addDays(day, n)).toBe(then)
  })

  test.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-01-15', -1, '2020-12-15'],
    ['2021-01-15', -13, '2019-12-15'],
  ])('%s and %i months is %s', (day, n, then) => {
    expect(addMonths(day, n)).toBe(then)
  })

  test('adding days agrees with UTC time, and can be taken back', () => {
    fc.assert(
      fc.property(aNearDay, fc.integer({ min: -500_000, max: 500_000 }), (day, n) => {
        const then = addDays(day, n)
        expect(then).toBe(dayInUtc(inUtc(day) + n * 864e5))
        expect(addDays(then, -n)).toBe(day)
        expect(daysBetween(day, then)).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test('days are counted from 1970 as UTC time counts them, from the first year to the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (n) => {
        expect(dayOfIndex(n)).toBe(dayInUtc(n * 864e5))
      }),
      { numRuns: 2000 },
    )
    expect([dayOfIndex(-719_162), dayOfIndex(0), dayOfIndex(2_932_896)]).toEqual([
      '0001-01-01',
      '1970-01-01',
      '9999-12-31',
    ])
  })

  test('every day of four hundred years follows the one before', () => {
    const days: Day[] = ['1800-01-01']
    while (days.length < 146_097) days.push(addDays(days.at(-1) ?? '', 1))
    expect(days).toEqual(days.map((_, n) => dayInUtc(inUtc('1800-01-01') + n * 864e5)))
    expect(days.at(-1)).toBe('2199-12-31')
  })

  test('adding months keeps the date, or takes the last of a shorter month', () => {
    fc.assert(
      fc.property(aNearDay, fc.integer({ min: -6000, max: 6000 }), (day, n) => {
        const then = addMonths(day, n)
        const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n
        expect(then.slice(0, 7)).toBe(`${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`)
        const shortened = then.slice(8) !== day.slice(8)
        if (shortened) expect(addDays(then, 1).slice(8)).toBe('01')
        expect(then.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })

  test('days compare as their dates do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(inUtc(a) - inUtc(b)))
        expect(Math.sign(daysBetween(b, a))).toBe(Math.sign(inUtc(a) - inUtc(b)))
      }),
    )
  })

  test('what is no day, or leaves the years 0001 to 9999, is refused', () => {
    expect(() => addDays('2021-02-30', 1)).toThrow('“2021-02-30” is not a day')
    expect(() => addMonths('2021-07', 1)).toThrow(EdtfError)
    expect(() => daysBetween('2021-07-15', 'today')).toThrow(EdtfError)
    expect(() => addDays('9999-12-31', 1)).toThrow('0001 to 9999')
    expect(() => addDays('0001-01-01', -1)).toThrow('0001 to 9999')
    expect(() => addMonths('0001-01-31', -1)).toThrow(EdtfError)
    expect(() => addDays('2021-07-15', Number.NaN)).toThrow(EdtfError)
  })
})
