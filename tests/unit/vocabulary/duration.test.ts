import { expect, test } from 'vitest'
import { lasted, sayLasted } from '../../../db/vocabulary/duration.ts'

const day = (text: string) => ({ earliest: text, latest: text })
const year = (text: string) => ({ earliest: `${text}-01-01`, latest: `${text}-12-31` })

test.each([
  [day('2020-01-01'), day('2020-01-11'), '10 days'],
  [day('2020-01-01'), day('2020-01-02'), '1 day'],
  [day('2020-01-01'), day('2020-01-01'), '0 days'],
  [day('2019-01-01'), day('2020-03-01'), '425 days (about 14 months)'],
  [day('2016-01-01'), day('2021-01-01'), '1,827 days (about 5 years)'],
  [year('2019'), day('2020-01-31'), 'at least 31 and at most 395 days'],
  [year('2019'), day('2019-03-01'), 'at most 59 days (about 2 months)'],
  [{ earliest: null, latest: '2020-01-01' }, day('2020-01-31'), 'at least 30 days'],
  [day('2020-01-01'), { earliest: null, latest: '2020-01-31' }, 'at most 30 days'],
  [{ earliest: null, latest: null }, day('2020-01-31'), 'not known'],
])('how long it took says what the dates bear: %o to %o', (from, to, words) => {
  expect(sayLasted(lasted(from, to))).toBe(words)
})
