import { describe, expect, test } from 'vitest'
import { RulePack } from '../../../api/contract/record.ts'

const cites = [{ source: 'a-page', certainty: 'stated' }]
const known = { says: 'A rule of theirs.', standing: 'own_text', cites }
const unknown = { says: 'Not found.', standing: 'unknown' }

const pack = (override: object = {}) => ({
  record: 'rule_pack',
  slug: 'example-committee',
  mechanism: 'treaty_body',
  title: { en: 'Paper for the Example Committee' },
  short: 'Example Committee',
  body: 'Example Committee',
  checked_on: '2026-11',
  limits: [{ scope: 'any', words: 1000, ...known }],
  counted: [{ part: 'notes', counts: null, ...unknown }],
  languages: { tags: ['en'], ...known },
  file_type: { type: null, ...unknown },
  publicity: { is: 'public', ...known },
  filing: { way: null, ...unknown },
  parts: [],
  rules: [],
  ...override,
})

/** Where a pack is at fault, and what is said there. */
const faultsOf = (override: object): string[] =>
  (RulePack.safeParse(pack(override)).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message.split(':')[0]}`,
  )

describe('a rule pack', () => {
  test('is taken with what is known and what is not', () => {
    expect(faultsOf({})).toEqual([])
  })

  test.each([
    [
      'a number that nobody read',
      { limits: [{ scope: 'any', words: 1000, ...unknown }] },
      'limits.0.words is not known',
    ],
    [
      'a rule without its source',
      { limits: [{ scope: 'any', words: 9, ...known, cites: undefined }] },
      'limits.0.cites is missing',
    ],
    ['no number where one was read', { limits: [{ scope: 'any', words: null, ...known }] }, 'limits.0.words is null'],
    [
      'a source for what is not known',
      { filing: { way: null, ...unknown, cites } },
      'filing.cites stands with what is unknown',
    ],
    [
      'a guess whether notes count',
      { counted: [{ part: 'notes', counts: false, ...unknown }] },
      'counted.0.counts is not known',
    ],
    ['a language that nobody named', { languages: { tags: ['en'], ...unknown } }, 'languages.tags is not known'],
  ])('is refused with %s', (_, override, fault) => {
    expect(faultsOf(override)).toContain(fault)
  })
})
