/** What its authors should look at before a paper goes out: what is missing, too long, alleged, thin or disputed, and who is named. */
import { findPersonNames } from '../../db/vocabulary/person-names.ts'
import { sentencesOf } from './compose.ts'
import { COVER_PART, type Draft, type FactBlock, factsOf, type TextBlock } from './draft.ts'
import { certaintyOf } from './fact.ts'
import type { Length } from './words.ts'

/** `missing` and `length` stand against what the mechanism asks; `care` is for the authors to weigh. */
export interface Check {
  is: 'missing' | 'length' | 'care'
  key: string
  says: string
  /** What it is about, one line each. */
  about: readonly string[]
}

export function check(draft: Draft, length: Length): Check[] {
  const facts = factsOf(draft)
  return [...missing(draft), ...lengths(length), ...hedges(facts), ...thin(facts), ...disputed(facts), ...names(draft)]
}

function missing(draft: Draft): Check[] {
  const { sections, organisations, pack } = draft
  const empty = sections.filter(({ required, blocks }) => required && !blocks.some(saysSomething))
  const named = organisations.filter(({ name }) => name.trim() !== '')
  const noContact =
    pack.parts.some(({ key, required }) => key === COVER_PART && required) &&
    !organisations.some(({ contact }) => contact.trim() !== '')
  return [
    ...empty.map(
      ({ key, title, advice }): Check => one('missing', key, `“${title}” is asked for and empty.`, [advice]),
    ),
    ...(named.length === 0 ? [one('missing', 'organisations', 'No organisation is named on the cover.')] : []),
    ...(noContact ? [one('missing', 'contact', 'The cover tells no way to reach you, which is asked for.')] : []),
    ...(factsOf(draft).length === 0
      ? [
          one(
            'missing',
            'facts',
            'Nothing is taken from the record yet: choose measures, letters or events, or write without them.',
          ),
        ]
      : []),
  ]
}

const saysSomething = (block: TextBlock | FactBlock): boolean => block.kind === 'fact' || block.text.trim() !== ''
const one = (is: Check['is'], key: string, says: string, about: readonly string[] = []): Check => ({
  is,
  key,
  says,
  about: about.filter(Boolean),
})
const sayNumber = (words: number): string => words.toLocaleString('en')

function lengths({ is, limit, words, atMost }: Length): Check[] {
  if (is === 'limit_not_known' || limit === null)
    return [
      one(
        'length',
        'limit',
        'How long this mechanism lets a paper be is not known. Ask its secretariat before you send a long one.',
      ),
    ]
  if (is === 'over')
    return [
      one(
        'length',
        'limit',
        `${sayNumber(words - limit)} words too long: ${sayNumber(words)} of at most ${sayNumber(limit)}. Take facts out, or shorten your text.`,
      ),
    ]
  if (is === 'over_if_all_count')
    return [
      one(
        'length',
        'limit',
        `Within ${sayNumber(limit)} words as far as is known. If notes, cover and annexes count as well, it is ${sayNumber(atMost - limit)} too long; nobody says whether they do.`,
      ),
    ]
  return []
}

function hedges(facts: readonly FactBlock[]): Check[] {
  return (['alleged', 'reported'] as const).flatMap((certainty) => {
    const those = facts.filter((block) =>
      sentencesOf(block).some(({ pieces }) => pieces.some(({ cites }) => certaintyOf(cites) === certainty)),
    )
    const word = certainty === 'alleged' ? 'allegedly' : 'reportedly'
    return those.length > 0
      ? [
          one(
            'care',
            certainty,
            `Only ${certainty}, so “${word}” must stay in the text:`,
            those.map(({ fact }) => fact.title),
          ),
        ]
      : []
  })
}

/** Sentences that rest on one source alone. */
function thin(facts: readonly FactBlock[]): Check[] {
  const those = facts.filter((block) => {
    const cited = new Set(
      sentencesOf(block).flatMap(({ pieces }) => pieces.flatMap(({ cites }) => cites.map(({ source }) => source))),
    )
    return cited.size === 1
  })
  return those.length > 0
    ? [
        one(
          'care',
          'thin',
          'Rests on one source alone:',
          those.map(({ fact }) => fact.title),
        ),
      ]
    : []
}

function disputed(facts: readonly FactBlock[]): Check[] {
  const those = facts.flatMap((block) =>
    sentencesOf(block).flatMap(({ disputes }) =>
      disputes.map(({ about, reason }) => `${block.fact.title}: ${about}. ${reason}`),
    ),
  )
  return those.length > 0
    ? [one('care', 'disputed', 'Sources disagree; the record follows one of them:', [...new Set(those)])]
    : []
}

const found = new WeakMap<TextBlock, readonly string[]>()

function namesIn(block: TextBlock): readonly string[] {
  const known = found.get(block)
  if (known) return known
  const names = [...new Set(findPersonNames(block.text).map(({ text }) => text))]
  found.set(block, names)
  return names
}

/** Names in the authors' own text that nobody has decided on yet. */
export function undecidedNames({ sections, mayBeNamed }: Draft): string[] {
  const texts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'text'))
  return [...new Set(texts.flatMap(namesIn))].filter((name) => !mayBeNamed.includes(name))
}

function names(draft: Draft): Check[] {
  const those = undecidedNames(draft)
  return those.length > 0
    ? [one('care', 'names', 'May be names of persons. Does each know of this paper, and is it safe for them?', those)]
    : []
}
