/** What an invented world stands on: 190 States, ten of them with a part, mandates, an instrument, and the press. */
import type { AnyRecord } from '../../../api/contract/record.ts'
import type { Language } from '../../../db/vocabulary/lists.ts'
import { chanceOf } from './chance.ts'

/** The last day on which anything in the world has happened. */
export const WORLD_TODAY = '2026-11-20'

/** Two letters that ISO 3166 gives to nobody: first letters with few States, without those that it gave. */
const FIRST_LETTERS = 'QXOJWYUZR'
const ASSIGNED = new Set(
  'QA OM JE JM JO JP WF WS YE YT UA UG UM US UY UZ ZA ZM ZW RE RO RS RU RW XK'.toLowerCase().split(' '),
)
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Each State writes in English, and one of these: Latin, Cyrillic, Arabic, Georgian and Chinese script. */
const TONGUES: readonly Language[] = ['ru', 'ar', 'ka', 'zh', 'fr', 'ky']

export interface InventedState {
  code: string
  name: string
  tongue: Language
  /** ISO 3166-2 in lower case, where the State has a part that makes laws of its own. */
  part: string | null
}

const SYLLABLES = ['vel', 'mo', 'ra', 'quin', 'tal', 'oz', 'be', 'lu', 'dor', 'ne', 'xi', 'um', 'par', 'sol', 'ike']

function nameOf(code: string): string {
  const chance = chanceOf('name', code)
  const word = Array.from({ length: chance.between(2, 3) }, () => chance.pick(SYLLABLES)).join('')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}ia (invented)`
}

/** The first is the sample State: it has the same measures in a world of any size (see world.ts). */
export const STATES: readonly InventedState[] = [...FIRST_LETTERS.toLowerCase()]
  .flatMap((first) => [...LETTERS].map((second) => first + second))
  .filter((code) => !ASSIGNED.has(code))
  .slice(0, 190)
  .map((code, i) => ({
    code,
    name: nameOf(code),
    tongue: TONGUES[i % TONGUES.length] ?? 'ru',
    part: i % 19 === 1 ? `${code}-n` : null,
  }))

export const MANDATES = ['expression', 'assembly', 'defenders', 'belief', 'privacy', 'lawyers', 'minorities', 'women']
export const mandateSlug = (about: string): string => `invented-mandate-on-${about}`
export const INSTRUMENT = 'invented-covenant'
export const PRESS = ['gazette', 'monitor', 'courier', 'herald']
export const pressSlug = (state: string, paper: string): string => `${state}-${paper}`

function pressOf({ code, name, tongue }: InventedState): AnyRecord[] {
  return PRESS.map((paper) => ({
    record: 'source',
    slug: pressSlug(code, paper),
    address: paper === 'herald' ? null : `https://${paper}.${code}.example/archive`,
    ...(paper === 'herald' ? { address_withheld: true } : {}),
    publisher: `The ${paper} of ${name}`,
    title: `Everything that the ${paper} printed`,
    title_is: 'described',
    on: null,
    language: paper === 'gazette' ? tongue : 'en',
    retrieved: WORLD_TODAY,
  }))
}

/** Records that every other record of the world refers to. */
export function groundOf(): AnyRecord[] {
  const states = STATES.flatMap((state): AnyRecord[] => {
    const { code, name, part } = state
    const lawMaking = [
      {
        says: `The invented parliament of ${name} reads a bill three times.`,
        cites: [{ source: pressSlug(code, 'gazette'), certainty: 'stated' as const }],
      },
    ]
    return [
      ...pressOf(state),
      { record: 'jurisdiction', slug: code, code: code.toUpperCase(), name: { en: name }, law_making: lawMaking },
      ...(part
        ? [
            {
              record: 'jurisdiction' as const,
              slug: part,
              code: part.toUpperCase(),
              name: { en: `The north of ${name}` },
              law_making: [],
            },
          ]
        : []),
    ]
  })
  const mandates = MANDATES.map(
    (about): AnyRecord => ({
      record: 'mandate',
      slug: mandateSlug(about),
      title: { en: `Invented mandate on ${about}` },
      short: about,
    }),
  )
  const instrument: AnyRecord = {
    record: 'instrument',
    slug: INSTRUMENT,
    kind: 'treaty',
    short: 'Invented Covenant',
    title: { en: 'The Invented Covenant on Rights' },
    on: '1970-01-01',
  }
  return [...states, ...mandates, instrument]
}
