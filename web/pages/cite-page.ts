/** How something is cited: in words, and for reference managers. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import type { CitationAnswer } from '../../api/contract/views.ts'
import { sayDay } from '../timeline/words.ts'
import { addressWith, type Content, type PageContext, page } from './layout.ts'

/** `of` is the address of what is cited, as it was asked. */
export function citePage(of: string, citation: CitationAnswer, context: PageContext): ServerRenderedTemplate {
  const { permalink, text, bibtex, ris, csl, version, asOf } = citation
  const file = (format: string) => addressWith({ path: '/api/cite', query: {} }, { of, format })
  return page(context, {
    title: 'Cite',
    description: text,
    data: { href: addressWith({ path: '/api/cite', query: {} }, { of }), version },
    canonical: null,
    main: html`<article class="cite">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href=${of}>Back to what is cited</a></nav>
      <h1>Cite</h1>
      <p class="summary">
        A citation names the version of the record and the day that it speaks of. Its link shows the same statements for
        ever, whatever is corrected later; only what has to be erased to protect a person is gone from it.
      </p>
      ${form('text', 'In words', text, file('text'), false)}
      <section aria-labelledby="permalink-title">
        <h2 id="permalink-title">Link</h2>
        <p><a id="permalink" href=${permalink}>${permalink}</a></p>
        <p class="facts">Version ${version}, as of ${sayDay(asOf)}.</p>
        <copy-button of="permalink" what="link"></copy-button>
      </section>
      ${form('bibtex', 'BibTeX', bibtex, file('bibtex'))} ${form('ris', 'RIS', ris, file('ris'))}
      ${form('csl', 'CSL-JSON', JSON.stringify(csl, null, 2), file('csl'))}
    </article>`,
  })
}

function form(id: string, title: string, text: string, href: string, isCode = true): Content {
  const what = isCode ? title : 'citation'
  return html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${isCode ? html`<section class="frame" tabindex="0" aria-label="Text of ${title}"><pre id=${id}>${text}</pre></section>` : html`<blockquote id=${id}>${text}</blockquote>`}
    <p><a href=${href} download="threatline.${EXTENSIONS[id] ?? 'txt'}">Download ${what}</a></p>
    <copy-button of=${id} what=${what}></copy-button>
  </section>`
}

const EXTENSIONS: Readonly<Record<string, string>> = { bibtex: 'bib', ris: 'ris', csl: 'json' }
