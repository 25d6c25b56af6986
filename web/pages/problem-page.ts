/** What a reader sees instead of a page: what is wrong, what to do, and ways on. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { Problem } from '../../api/contract/views.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { type Content, type PageContext, page } from './layout.ts'
import { recordHref, recordWord } from './links.ts'

/** A record whose name is like the one that was asked for. */
export interface Suggestion {
  record: RecordKind
  slug: string
  title: string
}

export function problemPage(
  { status, title, detail, errors = [] }: Problem,
  suggestions: readonly Suggestion[],
  context: PageContext,
): ServerRenderedTemplate {
  return page(context, {
    title,
    description: detail,
    data: null,
    canonical: null,
    main: html`<article class="problem">
      <p class="kicker">${status}</p>
      <h1>${title}</h1>
      <p>${detail}</p>
      ${
        errors.length > 0
          ? html`<ul>
              ${errors.map(({ field, message, remedy }) => html`<li><b>${field}</b> ${message} ${remedy}</li>`)}
            </ul>`
          : nothing
      }
      ${suggestions.length > 0 ? suggested(suggestions, context) : nothing}
      ${status === 404 ? ways() : html`<p><a href="/">To the timeline, with every measure on record</a></p>`}
    </article>`,
  })
}

function suggested(suggestions: readonly Suggestion[], context: PageContext): Content {
  return html`<section aria-labelledby="meant">
    <h2 id="meant">Names like it on record</h2>
    <ul class="about">
      ${suggestions.map(
        ({ record, slug, title }) => html`<li>
          <a href=${recordHref(record, slug, context) ?? '/'}>${title}</a> <span class="facts">${recordWord(record)}</span>
        </li>`,
      )}
    </ul>
  </section>`
}

const ways = (): Content => html`<section aria-labelledby="ways">
  <h2 id="ways">Everything on record</h2>
  <ul>
    <li><a href="/">To the timeline, with every measure on record</a></li>
    <li><a href="/letters">Letters, with what came back</a></li>
    <li><a href="/rights">Rights, and what touches them</a></li>
    <li><a href="/jurisdictions">States</a></li>
    <li><a href="/sources">Sources</a></li>
    <li><a href="/correct">Say that something is missing or wrong</a></li>
  </ul>
</section>`
