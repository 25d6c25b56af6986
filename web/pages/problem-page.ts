/** What a reader sees instead of a page: what is wrong, what to do, and ways on. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { Problem } from '../../api/contract/views.ts'
import { type PageContext, page } from './layout.ts'

export function problemPage(
  { status, title, detail, errors = [] }: Problem,
  context: PageContext,
): ServerRenderedTemplate {
  return page(context, {
    title,
    description: detail,
    data: null,
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
      <p><a href="/">To the timeline, with every measure on record</a></p>
    </article>`,
  })
}
