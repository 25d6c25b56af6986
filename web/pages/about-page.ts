/** What Threatline is for, what it does not do, and how to use what it holds. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { type PageContext, page } from './layout.ts'

export interface AboutView {
  version: number
  asOf: string
  counts: { measures: number; communications: number; sources: number; states: number }
}

export function aboutPage({ version, asOf, counts }: AboutView, context: PageContext): ServerRenderedTemplate {
  const { site } = context
  return page(context, {
    title: 'About',
    description:
      'What Threatline tracks and what it does not, how it keeps people from harm, its licence, how to cite it, and how to have something corrected.',
    data: null,
    structured: {
      '@type': 'Dataset',
      name: 'Threatline',
      description: 'Laws that threaten rights, the letters about them, and the silence: each fact with its source.',
      url: `${site}/`,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      version: String(version),
      isAccessibleForFree: true,
      distribution: [
        { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${site}/api/measures.csv` },
        { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${site}/api/measures` },
      ],
    },
    main: html`<article class="prose">
      <h1>About</h1>
      <p>
        Threatline follows laws that threaten rights: drafts, constitutional changes, decrees and orders, the letters that
        international bodies write about them, what came back, and the next draft with the same idea. Version ${version} of the
        record holds ${counts.measures} measures of ${counts.states} ${counts.states === 1 ? 'State' : 'States'},
        ${counts.communications} letters and other texts, and ${counts.sources} sources.
      </p>
      <h2 id="not-tracked">What is not tracked</h2>
      <p>
        Speeches, practices and single prosecutions are not measures; some stand as events in a measure’s story. A State with few
        measures here may have many: what is on record is what somebody has read, and each page says when. There is no score and
        no ranking; numbers are counts. The full test stands in the
        <a href="/methodology#what-is-tracked-and-what-is-not">methodology</a>.
      </p>
      <h2 id="do-no-harm">Do no harm</h2>
      <p>
        Private persons are not named, and organisations under attack are not named where that could harm them. Office-holders
        are named with their office, for official acts only. Sources that expose people are described, not linked. What is
        alleged is called alleged. <a href="/methodology#people">How people are protected</a>
      </p>
      <p>
        Nobody who reads is counted or followed: no cookies, no scripts of others, no addresses of visitors kept or logged.
      </p>
      <h2 id="licence">Licence</h2>
      <p>
        The record may be copied, changed and published by anyone who names Threatline, under
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Quotations belong to their authors. All of it can be had as data:
        <a href="/api/docs">the API</a>, <a href="/api/measures.csv">measures as CSV</a>.
      </p>
      <h2 id="cite">How to cite</h2>
      <p>
        Name the page, the version of the record and the day, and add both to the address; such an address shows the same for good,
        unless something had to be erased:
      </p>
      <blockquote>
        <p>
          Threatline, “Laws narrowing civic space”, version ${version}, as of ${asOf},
          <span class="address">${site}/?version=${version}&amp;asOf=${asOf}</span>
        </p>
      </blockquote>
      <h2 id="corrections">Corrections and contact</h2>
      <p>
        Something is wrong, or should not be here? <a href="/correct">Ask for a correction or removal</a>. No account is needed, and
        nothing about you is kept. What was corrected, when and why stands in the <a href="/versions">log of versions</a>.
      </p>
    </article>`,
  })
}
