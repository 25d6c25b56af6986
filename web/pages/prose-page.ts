/** The texts that stand in docs/: methodology and glossary. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import glossary from '../../docs/glossary.md?raw'
import methodology from '../../docs/methodology.md?raw'
import { type PageContext, page } from './layout.ts'
import { type Prose, readProse } from './prose.ts'

const METHODOLOGY = readProse(methodology)
const GLOSSARY = readProse(glossary)

export const methodologyPage = (context: PageContext): ServerRenderedTemplate =>
  prosePage(
    METHODOLOGY,
    'What is tracked, the rules that give a measure its status, the criteria of severity, the words of certainty, how claims are preferred, and how silence is counted.',
    context,
  )

export const glossaryPage = (context: PageContext): ServerRenderedTemplate =>
  prosePage(GLOSSARY, 'The words that the record, the pages and the API share, each with its sense here.', context)

function prosePage({ title, body, parts }: Prose, description: string, context: PageContext): ServerRenderedTemplate {
  return page(context, {
    title,
    description,
    data: null,
    main: html`<article class="prose">
      <h1>${title}</h1>
      ${
        parts.length > 1
          ? html`<nav class="contents" aria-label="On this page">
              <ul>
                ${parts.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}
              </ul>
            </nav>`
          : nothing
      }
      ${unsafeHTML(body)}
    </article>`,
  })
}
