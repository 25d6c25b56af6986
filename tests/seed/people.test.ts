import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { readSeed } from '../../seed/load.ts'
import { FACTS_SOURCES } from './kyrgyzstan-sources.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))

/** Office-holders whom a printed title or an address names, with the office in which they acted. */
const IN_TITLES: Record<string, string> = {
  'Gulshat Asylbaeva': 'member of the Jogorku Kenesh',
  'Sadyr Japarov': 'President of the Kyrgyz Republic',
  'Zhanar Akaev': 'member of the Jogorku Kenesh',
}

/**
 * What looks like the name of a person of the region: two capitalised words, the second with the ending of a family
 * name, or a word before "uulu" or "kyzy"; and a name after Mr, Ms or Mrs.
 */
const NAMES = [
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[oe]va?|yeva?|in|ina|sky|skaya)(?![\p{L}])/gu,
  /\p{Lu}\p{Ll}+ (?:uulu|kyzy)(?![\p{L}])/gu,
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[оеё]ва?|ский|ская)(?![\p{L}])/gu,
  /\p{Lu}\p{Ll}+ (?:уулу|кызы)(?![\p{L}])/gu,
  /(?<!\p{L})(?:Mr|Ms|Mrs)\.? \p{Lu}\p{Ll}+/gu,
]
const namesIn = (text: string) => NAMES.flatMap((pattern) => text.match(pattern) ?? [])

type Said = { path: string; text: string }

/** Every text of a value, with its path, apart from the fields in `leave`. */
function said(value: unknown, leave: readonly string[], path = ''): Said[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    leave.includes(key) ? [] : said(part, leave, path ? `${path}.${key}` : key),
  )
}

let seed: AnyRecord[] = []
beforeAll(async () => {
  seed = await readSeed(SEED)
})

const ofKyrgyzstan = () => seed.filter((record) => 'jurisdiction' in record && record.jurisdiction === 'kg')

describe('persons', () => {
  test('a likely name is seen', () => {
    const text =
      'Invented Personova and Made Up uulu met Ms. Nobody; Выдуман Никтоев пришёл. The Jogorku Kenesh did not.'
    expect(namesIn(text).sort()).toEqual(['Invented Personova', 'Ms. Nobody', 'Up uulu', 'Выдуман Никтоев'])
  })

  test('a sponsor with a name has an office in the State', () => {
    const named = seed.flatMap((record) =>
      record.record === 'measure' && record.jurisdiction === 'kg'
        ? (record.sponsors ?? []).filter(({ name }) => name)
        : [],
    )
    expect(named).not.toEqual([])
    expect(
      named.filter(
        ({ office }) => !/^(?:Member of the Jogorku Kenesh|President of the Kyrgyz Republic)\b/.test(office),
      ),
    ).toEqual([])
  })

  test('a holder is named with the mandate only', () => {
    const holders = seed.flatMap((record) =>
      record.record === 'communication' ? record.from.filter(({ holder }) => holder) : [],
    )
    expect(holders).not.toEqual([])
    expect(holders.filter(({ mandate }) => !mandate)).toEqual([])
  })

  test('stand nowhere but there: no text names a person, not even an office-holder', () => {
    const known = ofKyrgyzstan().flatMap((record) => {
      if (record.record === 'measure') return (record.sponsors ?? []).flatMap(({ name }) => name ?? [])
      return record.record === 'communication' ? record.from.flatMap(({ holder }) => holder ?? []) : []
    })
    const family = new Set(known.flatMap((name) => name.split(' ').slice(-1)).filter((word) => word !== 'uulu'))
    const found = ofKyrgyzstan().flatMap((record) =>
      said(record, ['name', 'holder']).flatMap(({ path, text }) =>
        namesIn(text).length || (text.match(/[\p{L}-]+/gu) ?? []).some((word) => family.has(word))
          ? [`${record.record} ${record.slug} ${path}: ${text}`]
          : [],
      ),
    )
    expect(found).toEqual([])
  })

  test('sources name office-holders only, and no title of ours names anybody', () => {
    const found = seed.flatMap((record) => {
      if (record.record !== 'source' || !FACTS_SOURCES.includes(record.slug)) return []
      const { slug, title, title_is, note = '', address } = record
      const own = title_is === 'described' ? `${title} ${note}` : note
      const printed = title_is === 'printed' ? title : ''
      const names = [
        ...namesIn(own),
        ...namesIn(`${printed} ${decodeURI(address ?? '').replace(/[_\-/]+/g, ' ')}`).filter(
          (name) => !(name in IN_TITLES),
        ),
      ]
      return names.length ? [`${slug}: ${names}`] : []
    })
    expect(found).toEqual([])
  })
})
