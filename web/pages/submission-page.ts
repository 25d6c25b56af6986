/** Where a submission is written. Without script it says what stands here; with it `<tl-submission>` takes its place. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { type PageContext, page } from './layout.ts'

const DESCRIPTION =
  'From the record to a paper that a UN body accepts: choose a mechanism, a State and rights, take what the record holds with its footnotes, and write the rest. Drafts never leave your browser.'

export function submissionPage(context: PageContext): ServerRenderedTemplate {
  return page(context, {
    title: 'Write a submission',
    description: DESCRIPTION,
    data: null,
    isWide: true,
    besides: context.assets.workspace,
    main: html`<h1>Write a submission</h1>
      <p class="summary">${DESCRIPTION}</p>
      <tl-submission>
        <p>
          The workspace needs a browser that runs scripts; yours does not, or the script has not come yet. Until then, and without it, there are:
        </p>
        <ul>
          <li><a href="/rule-packs">what each mechanism asks of those who write to it</a>, with word limits as far as they are known;</li>
          <li><a href="/jurisdictions">each State’s page</a>, which leads to its questions without a known answer, as a table to annex;</li>
          <li><a href="/letters">letters, and what came back</a>;</li>
          <li><a href="/api/docs">everything as data</a>, with citations.</li>
        </ul>
      </tl-submission>`,
  })
}
