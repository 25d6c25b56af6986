/**
 * Citations as footnotes in the manner of UN papers: descriptive title and symbol, the paragraph, the date; then where it can be
 * read. https://www.un.org/dgacm/en/content/editorial-manual/footnotes. The address of what is withheld is never written.
 */
import type { CitationView, SourceView } from '../../api/contract/views.ts'
import { sayWhen } from '../timeline/words.ts'
import type { Fact } from './fact.ts'

type SourcesBySlug = Readonly<Record<string, SourceView>>

/**
 * Writes the footnotes of one paper, in order; each is for all that a piece rests on. A source is told in full the first time. What
 * the note before says of the same fact is not said again: facts move as a whole, so “Ibid.” stays true when they do.
 */
export function noteWriter(sources: SourcesBySlug): (cites: readonly CitationView[], fact: Fact) => string {
  const seen = new Set<string>()
  let before: { fact: Fact; cites: string } | null = null
  return (cites, fact) => {
    const key = JSON.stringify(cites.map(({ source, locator, certainty }) => [source, locator, certainty]))
    if (before?.fact === fact && before.cites === key) return 'Ibid.'
    before = { fact, cites: key }
    const told = cites.flatMap((cite) => {
      const source = sources[cite.source]
      if (!source) return []
      const isRepeated = seen.has(cite.source)
      seen.add(cite.source)
      return [sayCitation(cite, source, isRepeated)]
    })
    return `${symbolOf(fact, cites, sources)}${told.join('; ')}.`
  }
}

/** "AL KGZ 2/2021; see ": the published symbol of what the fact is about, where the title of no source has it. */
function symbolOf({ symbol }: Fact, cites: readonly CitationView[], sources: SourcesBySlug): string {
  if (symbol === null) return ''
  return cites.some(({ source }) => sources[source]?.title.includes(symbol)) ? '' : `${symbol}; see `
}

/** Told in full the first time, later by publisher and title; what a source only reports or alleges is said each time. */
function sayCitation({ locator, certainty }: CitationView, source: SourceView, isRepeated: boolean): string {
  const doubt = certainty === 'stated' ? '' : ` (${certainty})`
  const place = locator ? `, ${locator}` : ''
  if (isRepeated) return `${sayName(source)}${place}${doubt}`
  return `${sayName(source)}${place}${sayDate(source)}${doubt}${sayWhere(source)}`
}

/** "Norwegian Helsinki Committee, “Kyrgyzstan: Reject …”"; a title that we gave stands without quotation marks. */
const sayName = ({ publisher, title, titleIs }: SourceView): string =>
  `${publisher}, ${titleIs === 'printed' ? `“${title}”` : title}`

const sayDate = ({ on }: SourceView): string => (on ? `, ${sayWhen(on)}` : ', date not known')

/** ". Available at …, archived at … (accessed November 2026)" */
export function sayWhere({ address, addressWithheld, archivedAddress, retrieved }: SourceView): string {
  if (addressWithheld) return ', address withheld'
  const places = [address ? `available at ${address}` : '', archivedAddress ? `archived at ${archivedAddress}` : '']
  const told = places.filter(Boolean).join(', ')
  return `${told ? `, ${told}` : ''} (accessed ${sayWhen(retrieved)})`
}

/** A line of the list of sources. */
export const saySource = (source: SourceView): string => `${sayName(source)}${sayDate(source)}`
