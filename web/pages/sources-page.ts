/** All sources by publisher, in pages. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { SourceIndexView } from '../../api/contract/overview-views.ts'
import { sayWhen } from '../timeline/words.ts'
import { languageName, sayDead } from './cites.ts'
import {
  addressWith,
  type Content,
  countOf,
  filterForm,
  momentOf,
  type PageContext,
  page,
  pager,
  twinsOf,
} from './layout.ts'

export function sourcesPage(view: SourceIndexView, context: PageContext): ServerRenderedTemplate {
  const { publishers, total, version } = view
  const publisher = filterForm(
    [
      {
        name: 'publisher',
        label: 'Publisher',
        all: 'All publishers',
        options: publishers.map((one) => [one.publisher, `${one.publisher} (${one.sources})`] as const),
      },
    ],
    context,
  )
  return page(context, {
    title: 'Sources',
    description: `${countOf(total, 'source')} of ${countOf(publishers.length, 'publisher')}, each with everything in the record that rests on it.`,
    data: { href: addressWith({ ...context, path: '/api/source-index' }, {}), version },
    twins: twinsOf('sources', { query: {} }),
    main: html`<div class="sources-page">
      <h1>Sources</h1>
      <p class="summary">
        Where each fact was read. The page of a source shows everything that rests on it. Sources that expose people are
        described, not linked.
      </p>
      ${publisher}
      <p class="counts" role="status">${countOf(total, 'source')}</p>
      ${sourceList(view, context)} ${pager(view, context)}
    </div>`,
  })
}

function sourceList({ items }: SourceIndexView, context: PageContext): Content {
  if (items.length === 0)
    return html`<p class="empty">No source fits this choice. <a href="/sources">All sources</a></p>`
  const publishers = [...new Set(items.map(({ publisher }) => publisher))]
  return publishers.map(
    (publisher) => html`<section>
      <h2>${publisher}</h2>
      <ul class="about">
        ${items
          .filter((source) => source.publisher === publisher)
          .map(
            ({ slug, title, on, language, address, addressWithheld, link }) => html`<li>
              <a href="/sources/${slug}${momentOf(context)}" lang=${language ?? nothing}>${title}</a>
              <span class="facts"
                >${[sayWhen(on), language && language !== 'en' ? `in ${languageName(language)}` : '', address ? '' : addressWithheld ? 'address withheld' : 'no address', link ? sayDead(link) : ''].filter(Boolean).join(' · ')}</span
              >
            </li>`,
          )}
      </ul>
    </section>`,
  )
}
