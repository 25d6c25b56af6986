/**
 * What others set into their pages: a measure as a card, and a timeline. Each is readable without script, and grows with it. Links,
 * those of the timeline's details too, open outside the frame, where its host allows that: no other page of the site may be framed.
 */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { MeasureDetail, Problem, TimelineView } from '../../api/contract/views.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import { describe } from '../timeline/describe.ts'
import type { StatusSpan } from '../timeline/view.ts'
import { kindWithOutcome, sayDay, sayWhen, statusSentence } from '../timeline/words.ts'
import { escapeHtml } from './escape.ts'
import { addressWith, type Content, type PageContext } from './layout.ts'
import { measureHref } from './links.ts'
import { miniBar } from './mini-bar.ts'
import { statusChip } from './parts.ts'

interface FrameParts {
  title: string
  /** The page of the same, from its path on; null where there is none. */
  page: string | null
  script?: 'timeline' | 'card'
  /** Fixed to a version and a day, and said so on its face. */
  frozen: { version: number; asOf: string } | null
  /** The records that it shows, of which a later correction is told. */
  shows: readonly string[]
  main: Content
}

function frame(
  { assets, site, query }: PageContext,
  { title, page, script = 'card', frozen, shows, main }: FrameParts,
): ServerRenderedTemplate {
  return html`<!doctype html>
<html lang="en" data-theme=${query.theme || nothing}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <base target="_blank">
    <title>${title} · Threatline</title>
    ${page ? html`<link rel="canonical" href="${site}${page}">` : nothing}
    <link rel="icon" href="data:,">
    ${assets.embed.css.map((href) => html`<link rel="stylesheet" href=${href}>`)}
    ${assets.embed[script].map((src) => html`<script type="module" src=${src}></script>`)}
  </head>
  <body class="embed" data-threatline-embed data-version=${frozen ? String(frozen.version) : nothing} data-shows=${frozen ? shows.join(' ') : nothing}>
    <main>${main}</main>
    <footer>
      <p>
        ${frozen ? html`<strong>As of ${sayDay(frozen.asOf)}</strong>, version ${frozen.version} of the record.` : nothing}
        <span data-newer hidden></span>
        <a href="${site}${page ?? '/'}">Threatline</a>,
        CC BY 4.0. Every fact has its source there.
      </p>
    </footer>
  </body>
</html>`
}

/** Both fixed: the address decides, not the view, which is the same on the day itself. */
const frozenAt = (
  { version, asOf }: { version: number; asOf: string },
  { query }: PageContext,
): { version: number; asOf: string } | null => (query.version && query.asOf ? { version, asOf } : null)

/** Status, bar, what comes next, and the source of it. */
export function measureEmbed(measure: MeasureDetail, context: PageContext): ServerRenderedTemplate {
  const { slug, shortTitle, jurisdictionName, kind, status, spans, steps, summary, sources, asOf } = measure
  const page = addressWith({ ...context, path: `/measures/${slug}` }, { theme: null })
  const next = steps.find(({ planned, afterAsOf }) => planned && afterAsOf)
  const basis = steps.find(({ key }) => key === status.basis?.step)
  const source = sources.find((one) => one.slug === basis?.cites[0]?.source)
  return frame(context, {
    title: shortTitle.en,
    page,
    frozen: frozenAt(measure, context),
    shows: [`measure/${slug}`],
    main: html`<article class="card embed-measure">
      <p class="kicker">${jurisdictionName} · ${kindWithOutcome(kind, status.is)}</p>
      <h1><a href="${context.site}${page}">${shortTitle.en}</a></h1>
      <p>${statusChip(status.is)} ${statusSentence(status)}</p>
      ${miniBar(spansBy(spans, asOf))}
      <p>${summary}</p>
      ${next ? html`<p><strong>Next:</strong> ${next.label}, ${sayWhen(next.on)}.</p>` : nothing}
      <p class="facts">
        As of ${sayDay(asOf)}.${source ? html` Source of the status: ${source.address ? html`<a href=${source.address} rel="noreferrer">${source.publisher}</a>` : source.publisher}.` : nothing}
      </p>
    </article>`,
  })
}

/** What had come by the end of the day; what still held then goes on. */
const spansBy = (spans: readonly StatusSpan[], day: Day): StatusSpan[] =>
  spans.flatMap((span) =>
    span.from > day ? [] : [span.until !== null && span.until > day ? { ...span, until: null } : span],
  )

/** The timeline over a list of what it shows; without script a picture stands in its place. */
export function timelineEmbed(view: TimelineView, context: PageContext): ServerRenderedTemplate {
  const { title, lanes, letters } = view
  const { theme = '', ...choice } = context.query
  const page = addressWith({ path: '/', query: choice }, {})
  // Who opens the details of something asks for its sources; in a story most do not.
  const data = addressWith({ path: '/api/timeline', query: choice }, { without: 'sources' })
  const picture = addressWith(
    { path: '/api/timeline.svg', query: choice },
    { width: '640', theme: theme === 'auto' ? null : theme },
  )
  const { summary } = describe(view)
  return frame(context, {
    title,
    page,
    script: 'timeline',
    frozen: frozenAt(view, context),
    shows: [...lanes.map(({ slug }) => `measure/${slug}`), ...letters.map(({ slug }) => `communication/${slug}`)],
    main: html`<h1><a href="${context.site}${page}">${title}</a></h1>
      <p class="counts">${summary.join(' ')}</p>
      <threat-line src=${data}>
        <div slot="figure">${withoutScript(picture, title)}</div>
        <details slot="list" class="embed-list">
          <summary>The same as a list</summary>
          <ol class="lines">
            ${lanes.map(
              ({ slug, title: measure, status }) => html`<li>
                <a href="${context.site}${measureHref(slug, context)}">${measure}</a>
                <span>${statusChip(status.is)} ${statusSentence(status)}</span>
              </li>`,
            )}
          </ol>
        </details>
      </threat-line>`,
  })
}

/** In the words of the standard it is text where scripts run, so that no template reaches into it. */
const withoutScript = (picture: string, title: string): Content =>
  html`${unsafeHTML(`<noscript><img src="${escapeHtml(picture)}" alt="${escapeHtml(title)}: the same as the list below"></noscript>`)}`

/** What is not there says so in a sentence, and leads on; a frame is never blank. */
export function problemEmbed({ title, detail }: Problem, context: PageContext): ServerRenderedTemplate {
  return frame(context, {
    title,
    page: null,
    frozen: null,
    shows: [],
    main: html`<h1>${title}</h1>
      <p>${detail}</p>
      <p><a href="${context.site}/">The whole record</a></p>`,
  })
}
