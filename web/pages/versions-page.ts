/** The log of corrections: every version of the record, and what each changed. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { VersionDetail } from '../../api/contract/overview-views.ts'
import type { VersionView } from '../../api/contract/views.ts'
import { RECORD_KINDS } from '../../db/vocabulary/lists.ts'
import { sayDay } from '../timeline/words.ts'
import { type Content, countOf, type PageContext, page, twinsOf } from './layout.ts'
import { recordHeading, recordHref } from './links.ts'

export interface VersionLog {
  items: readonly VersionView[]
  /** Number of the last one on the page, if older ones follow. */
  next: number | null
  version: number
}

export function versionsPage({ items, next, version }: VersionLog, context: PageContext): ServerRenderedTemplate {
  return page(context, {
    title: 'Versions of the record',
    description:
      'Every accepted change of the record, newest first: who made it, why, and what it changed. It is the log of corrections.',
    data: { href: '/api/versions', version },
    twins: twinsOf('changes', { query: {} }),
    main: html`<div class="versions-page">
      <h1>Versions of the record</h1>
      <p class="summary">
        Every accepted change is a version. Nothing is overwritten: a page with <code>version</code> in its address shows what the
        record knew then. Corrections are found here, with their reasons.
      </p>
      <ol class="about" reversed>
        ${items.map(
          ({ number, at, author, message, counts }) => html`<li>
            <h2 class="plain"><a href="/versions/${number}">Version ${number}: ${message}</a></h2>
            <p class="facts">${[sayDay(at.slice(0, 10)), `by ${author}`, sayCounts(counts)].join(' · ')}</p>
          </li>`,
        )}
      </ol>
      ${next === null ? nothing : html`<p><a rel="next" href="/versions?before=${next}">Older versions</a></p>`}
    </div>`,
  })
}

export function versionPage(view: VersionDetail, context: PageContext): ServerRenderedTemplate {
  const { number, at, author, message, counts, changes, digest, rulesEdition, newest, version } = view
  return page(context, {
    title: `Version ${number}: ${message}`,
    description: `Version ${number} of the record, ${sayDay(at.slice(0, 10))}: ${sayCounts(counts)}.`,
    data: { href: `/api/versions/${number}`, version },
    main: html`<article class="version">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href="/versions">Versions</a></nav>
      <h1>Version ${number}: ${message}</h1>
      <p class="facts">${[sayDay(at.slice(0, 10)), `by ${author}`, sayCounts(counts), `status rules of edition ${rulesEdition}`].join(' · ')}</p>
      <p>
        <a href="/?version=${number}">The timeline as this version knew it</a>${number > 1 ? html` · <a href="/versions/${number - 1}">the version before</a>` : nothing}${number < newest ? html` · <a href="/versions/${number + 1}">the version after</a>` : nothing}
      </p>
      <p class="facts digest">Digest <code>${digest}</code></p>
      ${changes.length === 0 ? html`<p class="empty">It changed no record.</p>` : CHANGES.map((change) => changed(change, view, context))}
    </article>`,
  })
}

const sayCounts = ({ added, changed, retracted }: VersionView['counts']): string =>
  [
    added > 0 ? `${countOf(added, 'record')} added` : '',
    changed > 0 ? `${changed} changed` : '',
    retracted > 0 ? `${retracted} taken back` : '',
  ]
    .filter(Boolean)
    .join(', ') || 'no record changed'

/** What was corrected comes before what is new. */
const CHANGES = ['retracted', 'changed', 'added'] as const
const HEADINGS: Readonly<Record<(typeof CHANGES)[number], string>> = {
  retracted: 'Taken back',
  changed: 'Changed',
  added: 'Added',
}

function changed(change: (typeof CHANGES)[number], view: VersionDetail, context: PageContext): Content {
  const those = view.changes.filter((one) => one.change === change)
  if (those.length === 0) return nothing
  return html`<section aria-labelledby=${change}>
    <h2 id=${change}>${HEADINGS[change]}</h2>
    ${RECORD_KINDS.flatMap((record) => {
      const records = those.filter((one) => one.record === record)
      if (records.length === 0) return []
      const list = html`<ul class="about">
        ${records.map((one) => changedRecord(one, view.number, context))}
      </ul>`
      return change === 'changed'
        ? html`<h3 class="kind-heading">${recordHeading(record)}</h3>
            ${list}`
        : html`<details ?open=${records.length <= FEW}>
            <summary>${recordHeading(record)}: ${records.length}</summary>
            ${list}
          </details>`
    })}
  </section>`
}

/** So many stand open. */
const FEW = 20

/** A record that was taken back stands in the version before. */
function changedRecord(one: VersionDetail['changes'][number], number: number, context: PageContext): Content {
  const pinned = { ...context, query: { version: String(one.change === 'retracted' ? number - 1 : number) } }
  const href = recordHref(one.record, one.slug, pinned)
  return html`<li>
    ${href ? html`<a href=${href}>${one.title}</a>` : one.title}
    ${
      one.differences.length > 0
        ? html`<dl class="differences">
            ${one.differences.map(
              ({ path, is, before, after }) => html`<div>
                <dt><code>${path || 'record'}</code> ${is === 'order' ? 'in another order' : is}</dt>
                ${before === null ? nothing : html`<dd><del>${before}</del></dd>`}
                ${after === null ? nothing : html`<dd><ins>${after}</ins></dd>`}
              </div>`,
            )}
          </dl>`
        : nothing
    }
  </li>`
}
