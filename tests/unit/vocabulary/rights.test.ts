import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDossier } from '../../../api/contract/read-dossier.ts'
import { articleLabel, INSTRUMENTS, type InstrumentSlug, RIGHTS } from '../../../db/vocabulary/rights.ts'

/** How many articles each instrument has, counted in its text and not taken from the list. */
const LENGTHS: Readonly<Record<InstrumentSlug, number>> = {
  iccpr: 53,
  icescr: 31,
  udhr: 30,
  'hrd-declaration': 20,
  cedaw: 30,
  crc: 54,
  cerd: 25,
  cat: 33,
  crpd: 50,
}

/** The last article of each instrument that states a right or a duty towards people; what follows is procedure. */
const LAST_RIGHT: Readonly<Record<InstrumentSlug, number>> = {
  iccpr: 27,
  icescr: 15,
  udhr: 30,
  'hrd-declaration': 20,
  cedaw: 16,
  crc: 41,
  cerd: 7,
  cat: 16,
  crpd: 30,
}

const articlesOf = (slug: string) => RIGHTS.find((right) => right.slug === slug)?.articles.map(articleLabel) ?? []

describe('every right', () => {
  test.each(RIGHTS)('$slug is protected by a treaty or the Universal Declaration', ({ articles }) => {
    expect(articles.filter(({ instrument }) => instrument !== 'hrd-declaration')).not.toEqual([])
  })

  test.each(RIGHTS)('$slug names each article once, in the order of the instruments', ({ articles }) => {
    const labels = articles.map(articleLabel)
    expect(new Set(labels).size).toBe(labels.length)
    const order = articles.map(({ instrument }) => INSTRUMENTS.findIndex(({ slug }) => slug === instrument))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test.each(RIGHTS)('$slug writes articles as the record does, and only such as the instrument has', ({ articles }) => {
    for (const { instrument, article } of articles) {
      expect(article).toMatch(/^[1-9]\d?( \([1-9]\))?( \([a-h]\))?( \((i|ii|iii|iv|v|vi|vii|viii|ix)\))?$/)
      expect(Number.parseInt(article, 10), articleLabel({ instrument, article })).toBeLessThanOrEqual(
        Math.min(LENGTHS[instrument], LAST_RIGHT[instrument]),
      )
    }
  })

  test.each(RIGHTS)('$slug does not name a paragraph beside the whole article', ({ articles }) => {
    const whole = new Set(articles.map(articleLabel))
    const doubled = articles.filter(({ instrument, article }) => {
      const parts = article.split(' ')
      return parts.some(
        (_, i) => i > 0 && whole.has(articleLabel({ instrument, article: parts.slice(0, i).join(' ') })),
      )
    })
    expect(doubled).toEqual([])
  })

  test.each(RIGHTS)('$slug has a label that fits a chip', ({ short, title }) => {
    expect(short.length).toBeLessThanOrEqual(18)
    expect(short).toMatch(/^[A-Z][a-z]/)
    expect(title.length).toBeGreaterThanOrEqual(short.length)
  })
})

test('no two rights share a slug, a title or a label', () => {
  for (const field of ['slug', 'title', 'short'] as const)
    expect(new Set(RIGHTS.map((right) => right[field])).size).toBe(RIGHTS.length)
})

test('readers see expression, assembly and association first', () => {
  expect(RIGHTS.slice(0, 6).map(({ slug }) => slug)).toEqual([
    'expression',
    'assembly',
    'association',
    'privacy',
    'non-discrimination',
    'participation',
  ])
})

test('every instrument protects some right, and is a record of the dataset', () => {
  const { records } = parse(readFileSync('seed/reference/instruments.yaml', 'utf8')) as { records: { slug: string }[] }
  const onRecord = records.map(({ slug }) => slug)
  const named = new Set(RIGHTS.flatMap(({ articles }) => articles.map(({ instrument }) => instrument)))
  for (const { slug } of INSTRUMENTS) {
    expect(onRecord).toContain(slug)
    expect([...named]).toContain(slug)
  }
})

describe('the letter AL KGZ 2/2021 names articles of the rights that it is about', () => {
  test.each([
    ['expression', 'ICCPR 19'],
    ['assembly', 'ICCPR 21'],
    ['association', 'ICCPR 22'],
    ['privacy', 'ICCPR 17'],
    ['liberty-security', 'ICCPR 9'],
    ['non-discrimination', 'ICCPR 2 (1)'],
    ['non-discrimination', 'ICCPR 26'],
    ['assembly', 'Declaration on Human Rights Defenders 5 (a)'],
    ['association', 'Declaration on Human Rights Defenders 5 (b)'],
    ['expression', 'Declaration on Human Rights Defenders 6'],
    ['remedy', 'Declaration on Human Rights Defenders 9'],
    ['liberty-security', 'Declaration on Human Rights Defenders 12 (2)'],
    ['defend-rights', 'Declaration on Human Rights Defenders 1'],
    ['defend-rights', 'Declaration on Human Rights Defenders 12'],
  ])('%s: %s', (right, article) => {
    expect(articlesOf(right)).toContain(article)
  })
})

describe('article 5 of the Convention on racial discrimination lists rights by letter and number', () => {
  test.each([
    ['fair-trial', '5 (a)'],
    ['liberty-security', '5 (b)'],
    ['participation', '5 (c)'],
    ['movement', '5 (d) (i)'],
    ['movement', '5 (d) (ii)'],
    ['nationality', '5 (d) (iii)'],
    ['family-marriage', '5 (d) (iv)'],
    ['property', '5 (d) (v)'],
    ['religion', '5 (d) (vii)'],
    ['expression', '5 (d) (viii)'],
    ['assembly', '5 (d) (ix)'],
    ['association', '5 (d) (ix)'],
    ['work-unions', '5 (e) (ii)'],
    ['health', '5 (e) (iv)'],
    ['education', '5 (e) (v)'],
    ['culture-science', '5 (e) (vi)'],
  ])('%s: CERD %s', (right, article) => {
    expect(articlesOf(right)).toContain(`CERD ${article}`)
  })
})

test('instruments are called the same here and in the record', () => {
  const { records } = readDossier('instruments.yaml', readFileSync('seed/reference/instruments.yaml', 'utf8'))
  const shortOf = new Map(records.flatMap((one) => (one.record === 'instrument' ? [[one.slug, one.short]] : [])))
  expect(INSTRUMENTS.map(({ slug }) => shortOf.get(slug))).toEqual(INSTRUMENTS.map(({ short }) => short))
})
