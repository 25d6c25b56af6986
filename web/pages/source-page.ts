/** A source, and everything that rests on it: so that a reader sees what would fall if it were wrong. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { RestingFact, SourceDetail } from '../../api/contract/overview-views.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { certaintyWord, sayWhen } from '../timeline/words.ts'
import { deadLink, languageName } from './cites.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page } from './layout.ts'
import { recordHeading, recordHref } from './links.ts'
import { section } from './parts.ts'

export function sourcePage(source: SourceDetail, context: PageContext): ServerRenderedTemplate {
  const { slug, title, publisher, rests, records, version } = source
  return page(context, {
    title: `${publisher}: ${title}`,
    description: `${countOf(rests.length, 'fact')} in ${countOf(records, 'record')} ${rests.length === 1 ? 'rests' : 'rest'} on this source: ${publisher}, ${sayWhen(source.on)}.`,
    data: { href: addressWith({ ...context, path: `/api/sources/${slug}` }, {}), version },
    main: html`<article class="source">
      <nav class="breadcrumbs" aria-label="Where this stands">
        <a href="/sources${momentOf(context)}">Sources</a> ›
        <a href=${addressWith({ path: '/sources', query: {} }, { publisher })}>${publisher}</a>
      </nav>
      <h1 lang=${source.language ?? nothing}>${title}</h1>
      ${facts(source)}
      ${section('rests', 'What rests on it', restList(source, context))}
    </article>`,
  })
}

function facts(source: SourceDetail): Content {
  const { publisher, titleIs, on, language, address, addressWithheld, archivedAddress, retrieved, note, slug } = source
  const row = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<dl class="facts-list">
    ${row('Publisher', publisher)} ${row('Date', sayWhen(on))}
    ${language ? row('Language', languageName(language)) : nothing}
    ${titleIs === 'described' ? row('Title', 'described by us') : nothing}
    ${row(
      'Address',
      address
        ? html`<a href=${address} rel="noreferrer">${address}</a> ${deadLink(source)}`
        : addressWithheld
          ? 'withheld, to protect people'
          : 'none known',
    )}
    ${archivedAddress ? row('Archived copy', html`<a href=${archivedAddress} rel="noreferrer">${archivedAddress}</a>`) : nothing}
    ${row('Read', sayWhen(retrieved))} ${note ? row('Note', note) : nothing} ${row('Name in the record', html`<code>${slug}</code>`)}
  </dl>`
}

/** What readers know best comes first. */
const ORDER: readonly RecordKind[] = [
  'measure',
  'communication',
  'event',
  'family',
  'jurisdiction',
  'mandate',
  'instrument',
  'right',
  'rule_pack',
]

function restList({ rests }: SourceDetail, context: PageContext): Content {
  if (rests.length === 0) return html`<p class="empty">Nothing in this version of the record rests on it.</p>`
  return ORDER.flatMap((record) => {
    const those = rests.filter((fact) => fact.record === record)
    if (those.length === 0) return []
    const bySlug = grouped(those)
    return html`<h3 class="kind-heading">${recordHeading(record)}</h3>
      <ul class="about">
        ${[...bySlug].map(([slug, facts]) => restingRecord(slug, facts, context))}
      </ul>`
  })
}

/** In the order of the first of each. */
function grouped(facts: readonly RestingFact[]): Map<string, RestingFact[]> {
  const groups = new Map<string, RestingFact[]>()
  for (const fact of facts) groups.set(fact.slug, [...(groups.get(fact.slug) ?? []), fact])
  return groups
}

function restingRecord(slug: string, facts: readonly RestingFact[], context: PageContext): Content {
  const [first] = facts
  if (!first) return nothing
  const href = recordHref(first.record, slug, context)
  return html`<li>
    <h4>${href ? html`<a href=${href}>${first.title}</a>` : first.title}</h4>
    <ul>
      ${facts.map((fact) => restingFact(fact, href))}
    </ul>
  </li>`
}

const PARTS: Readonly<Record<string, string>> = {
  record: 'as a whole',
  steps: 'step',
  texts: 'text',
  provisions: 'provision',
  impacts: 'impact',
  relations: 'relation to another measure',
  disagreements: 'claim, where sources disagree',
  identifiers: 'number',
  sponsors: 'sponsor',
  about: 'what it is about',
  reply: 'reply',
  deadline: 'deadline',
  earlier: 'reference to an earlier letter',
  cited_as: 'how it is cited',
  law_making: 'how laws are made',
  parties: 'party',
  resolutions: 'resolution',
}

/** Parts that have a place of their own on the measure's page. */
const ANCHORS: Readonly<Record<string, string>> = { steps: 'step', provisions: 'provision', impacts: 'impact' }

function restingFact(
  { record, part, key, label, certainty, locator, quotation, note }: RestingFact,
  href: string | null,
) {
  const anchor = record === 'measure' && key && ANCHORS[part] ? `#${ANCHORS[part]}-${key}` : null
  const name = label ? `${PARTS[part] ?? part}: ${label}` : (PARTS[part] ?? part)
  const told = [certaintyWord(certainty), locator ?? '', note ?? ''].filter(Boolean).join(' · ')
  return html`<li>
    ${anchor && href ? html`<a href="${href}${anchor}">${name}</a>` : name}
    <span class="facts">${told}</span>${quotation ? html` <q>${quotation}</q>` : nothing}
  </li>`
}
