/** How facts lead to their sources: small raised figures in the text, and the numbered list they lead to. */
import { html } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { CitationView, LinkView, SourceView } from '../timeline/view.ts'
import { certaintyWord, sayDay, sayWhen } from '../timeline/words.ts'
import type { Content } from './layout.ts'

/** The sources of a page in their order, and every citation of each. */
export class Sources {
  private readonly numbers: ReadonlyMap<string, number>

  /** `view` is walked for its citations; `sources` in the order of their numbers. */
  constructor(
    private readonly view: object,
    private readonly sources: readonly SourceView[],
  ) {
    this.numbers = new Map(sources.map(({ slug }, i) => [slug, i + 1]))
  }

  /** Figures that lead to the sources, and the word for a claim that no source states as fact. */
  marks(cites: readonly CitationView[]): Content {
    const numbered = cites.flatMap((cite) => {
      const number = this.numbers.get(cite.source)
      return number === undefined ? [] : [{ ...cite, number }]
    })
    if (numbered.length === 0) return nothing
    const unique = [...new Map(numbered.map((cite) => [cite.number, cite])).values()]
    const doubt = doubtOf(cites)
    return html`<sup class="cites"
      >${unique.map(
        ({ number }, i) =>
          html`${i > 0 ? ',' : nothing}<a href="#source-${number}" aria-label="Source ${number}">${number}</a>`,
      )}</sup
    >${doubt ? html` <span class="doubt">${doubt}</span>` : nothing}`
  }

  /** The section that the figures lead to. */
  get isEmpty(): boolean {
    return this.sources.length === 0
  }

  list(): Content {
    if (this.sources.length === 0) return nothing
    const cited = citationsOf(this.view)
    return html`<section class="sources" aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol>
        ${this.sources.map(
          (source, i) => html`<li id="source-${i + 1}">
            ${describeSource(source)} ${placesIn(cited.get(source.slug) ?? [])}
          </li>`,
        )}
      </ol>
    </section>`
  }
}

/** "alleged", if nothing firmer stands beside it; what is stated or reported needs no word. */
function doubtOf(cites: readonly CitationView[]): string | null {
  const firm = cites.some(({ certainty }) => certainty === 'stated' || certainty === 'reported')
  if (firm) return null
  return cites.some(({ certainty }) => certainty === 'alleged') ? certaintyWord('alleged') : certaintyWord('inferred')
}

function describeSource(source: SourceView): Content {
  const { publisher, title, titleIs, on, language, retrieved, archivedAddress, note, link } = source
  const facts = [
    on ? sayWhen(on) : '',
    titleIs === 'described' ? 'title described by us' : '',
    language && language !== 'en' ? `in ${languageName(language)}` : '',
    `read ${sayWhen(retrieved)}`,
  ].filter(Boolean)
  const copy = archivedAddress ? html`<a href=${archivedAddress} rel="noreferrer">archived copy</a>` : null
  const told = (link ? [deadLink(source), copy, ...facts] : [...facts, copy]).filter((part) => part !== null)
  return html`<cite>${publisher}: ${linkTo(source, title)}</cite>
    <small>${told.map((part, i) => html`${i > 0 ? ' · ' : nothing}${part}`)}</small>
    ${note ? html`<small>${note}</small>` : nothing}`
}

/** "not found since 3 November 2026". Nothing for a link against which nothing is known. */
export const deadLink = ({ link }: SourceView): Content =>
  link ? html`<span class="dead-link">${sayDead(link)}</span>` : nothing

export const sayDead = ({ since }: LinkView): string => `not found since ${sayDay(since)}`

function linkTo({ address, addressWithheld, language }: SourceView, title: string): Content {
  const titled = html`<span lang=${language ?? nothing}>${title}</span>`
  if (address) return html`<a href=${address} rel="noreferrer">${titled}</a>`
  return addressWithheld ? html`${titled} (address withheld, to protect people)` : titled
}

/** Where in the source, in its words, how sure: each once. */
function placesIn(cites: readonly CitationView[]): Content {
  const places = new Map(
    cites.map((cite) => [JSON.stringify([cite.certainty, cite.locator, cite.quotation, cite.note]), cite]),
  )
  const told = [...places.values()].filter(({ locator, quotation, note }) => locator || quotation || note)
  if (told.length === 0) return nothing
  return html`<ul>
    ${told.map(
      ({ certainty, locator, quotation, note }) => html`<li>
        ${locator ?? 'Anywhere'}${quotation ? html`: <q>${quotation}</q>` : nothing} (${certaintyWord(certainty)})${
          note ? html`. ${note}` : nothing
        }
      </li>`,
    )}
  </ul>`
}

/** Every citation anywhere in a view, by source. */
export function citationsOf(view: object): Map<string, CitationView[]> {
  const found = new Map<string, CitationView[]>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('source' in value && 'certainty' in value) {
      const cite = value as CitationView
      found.set(cite.source, [...(found.get(cite.source) ?? []), cite])
    }
    for (const part of Object.values(value)) visit(part)
  }
  visit(view)
  return found
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** "Russian". A tag that names no language stays as it is. */
export function languageName(tag: string): string {
  return NAMES.of(tag) ?? tag
}
