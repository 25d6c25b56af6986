/** One idea over all States: when it came up, how it ended, how long it took, what differs, and what bodies said. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { FamilyDetail, FamilyMeasure, FamilyRelation } from '../../api/contract/views.ts'
import { sayLasted } from '../../db/vocabulary/duration.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { GROUNDS, type Ground, SEVERITIES, type Severity } from '../../db/vocabulary/lists.ts'
import { beginsAfter } from '../timeline/on-day.ts'
import type { TimelineView } from '../timeline/view.ts'
import {
  effectWord,
  groundWord,
  kindWithOutcome,
  relationWord,
  sayDay,
  sayLater,
  sayWhen,
  severityWord,
  statusSentence,
} from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page } from './layout.ts'
import { asOfBar, disagreementBox, kindOf, replyTag, section, statusChip } from './parts.ts'
import { compareForm, timelineFigure } from './timeline-page.ts'

export function familyPage(family: FamilyDetail, timeline: TimelineView, context: PageContext): ServerRenderedTemplate {
  const { slug, title, summary, measures, relations, asOf, asOfIsToday, version } = family
  const sources = new Sources(family, family.sources)
  const later = new Set(timeline.lanes.flatMap((lane) => (beginsAfter(lane, asOf) ? [lane.slug] : [])))
  const begun = measures.filter((measure) => !later.has(measure.slug))
  const notYet = measures.filter((measure) => later.has(measure.slug))
  const after = sayLater({ measures: notYet.length, letters: 0, events: 0 }, asOfIsToday)
  const states = [...new Set(begun.map(({ jurisdiction }) => stateOf(jurisdiction)))]
  const moment = momentOf(context)
  const data = `/api/families/${slug}`
  return page(context, {
    title: title.en,
    description: `${countOf(begun.length, 'measure')} in ${countOf(states.length, 'State')} with one idea. ${summary}`,
    data: { href: `${data}${moment}`, version },
    pictured: { family: family.slug },
    isWide: true,
    main: html`<article class="family-page">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href=${`/families${moment}`}>How ideas travel</a></nav>
      <h1>${title.en}</h1>
      <p class="counts" data-counts>
        ${countOf(begun.length, 'measure')} in ${countOf(states.length, 'State')} · as of ${sayDay(asOf)}${after ? ` (${after})` : nothing} ·
        <a href=${`${data}.csv${moment}`}>CSV</a> · <a href=${`${data}${moment}`}>JSON</a>
      </p>
      <p class="summary">${summary}</p>
      <threat-line src=${addressWith({ path: '/api/timeline', query: context.query }, { family: slug })}>
        <div slot="figure">${asOfBar(asOf, asOfIsToday, context)}${compareForm(timeline, context)}</div>
        ${timelineFigure(timeline, context)}
        <div slot="list">
          ${section('measures', 'Each time it came up', list(begun, notYet, asOf, sources, context), measures.length === 0)}
          ${section('provisions', 'What differs between the texts', grounds(measures, context), measures.length === 0)}
          ${section('relations', 'Who took it from whom', relationList(family, sources, context), relations.length === 0)}
          ${sources.list()}
        </div>
      </threat-line>
    </article>`,
  })
}

function list(
  begun: readonly FamilyMeasure[],
  later: readonly FamilyMeasure[],
  asOf: string,
  sources: Sources,
  context: PageContext,
): Content {
  const cards = (some: readonly FamilyMeasure[]) => html`<ol class="cards family-cards">
    ${some.map((measure) => card(measure, sources, context))}
  </ol>`
  return html`<p>By the day of introduction, or of the first step where no introduction is on record.</p>
    ${begun.length > 0 ? cards(begun) : nothing}
    ${later.length > 0 ? html`<p class="later-heading"><strong>After ${sayDay(asOf)}</strong></p>${cards(later)}` : nothing}`
}

function card(measure: FamilyMeasure, sources: Sources, context: PageContext): Content {
  const { slug, title, jurisdictionName, kind, status, introduced, communications, disagreements } = measure
  const row = (term: string, said: Content) => html`<div><dt>${term}</dt><dd>${said}</dd></div>`
  return html`<li>
    <article class="card" id="measure-${slug}">
      <p class="kicker">${jurisdictionName} · ${kindWithOutcome(kind, status.is)}</p>
      <h3><a href="/measures/${slug}${momentOf(context)}">${title}</a></h3>
      <p>${statusChip(status.is)} ${statusSentence(status)}</p>
      <dl class="took">
        ${introduced ? row('Came up', html`${sayWhen(introduced.on)}: ${introduced.label}${sources.marks(introduced.cites)}`) : nothing}
        ${duration('To adoption', measure.first, measure.adopted, measure.toAdoption, sources, row)}
        ${duration('To force', measure.first, measure.inForce, measure.toForce, sources, row)}
        ${row('Said of it', communications.length > 0 ? said(measure, context) : 'No letter, opinion or statement is on record.')}
      </dl>
      ${provisions(measure, sources)}
      ${disagreements.map((one) => disagreementBox(one, sources))}
    </article>
  </li>`
}

/** From the first step on record; how sure, by its two dates. */
function duration(
  term: string,
  first: FamilyMeasure['first'],
  last: FamilyMeasure['adopted'],
  took: FamilyMeasure['toForce'],
  sources: Sources,
  row: (term: string, said: Content) => Content,
): Content {
  if (!last || !took) return nothing
  return row(
    term,
    html`${sayLasted(took)}: from ${first ? sayWhen(first.on) : 'a day not known'} to ${sayWhen(last.on)}${sources.marks(last.cites)}`,
  )
}

/** More than this are folded away, so that a card can be set beside the next. */
const SAID_AT_ONCE = 4

function said({ communications }: FamilyMeasure, context: PageContext): Content {
  const items = html`<ul class="plain">
    ${communications.map(
      (one) => html`<li>
        <a href="/communications/${one.slug}${momentOf(context)}">${one.title.en}</a>
        <span class="facts">${kindOf(one)} · ${sayWhen(one.on)}</span> ${one.replyOnDay ? replyTag(one.replyOnDay) : nothing}
      </li>`,
    )}
  </ul>`
  if (communications.length <= SAID_AT_ONCE) return items
  return html`<details>
    <summary>${communications.length} letters, opinions and statements</summary>
    ${items}
  </details>`
}

function provisions({ impacts }: FamilyMeasure, sources: Sources): Content {
  if (impacts.length === 0) return nothing
  return html`<details>
    <summary>What it does to rights: ${countOf(impacts.length, 'impact')}</summary>
    <ul class="plain">
      ${impacts.map(
        ({ right, severity, effect, provision, reasoning, cites }) => html`<li>
          <span class="severity ${severity ?? 'none'}">${severityWord(severity)}</span>
          <strong>${[right, provision].filter(Boolean).join(', ')}</strong>${effect === 'restricts' ? nothing : ` (${effectWord(effect)})`}:
          ${reasoning}${sources.marks(cites)}
        </li>`,
      )}
    </ul>
  </details>`
}

/** A row a measure, a column for each ground that any of them has: the highest severity of what counts. */
function grounds(measures: readonly FamilyMeasure[], context: PageContext): Content {
  const met = GROUNDS.filter((ground) =>
    measures.some(({ impacts }) => impacts.some((impact) => impact.grounds.includes(ground))),
  )
  if (met.length === 0) return html`<p>No provision of these measures is on record.</p>`
  return html`<p>
      By ground, the highest severity of what stands in the current text. An empty cell means that nothing is on record, not
      that the text has nothing of the kind.
    </p>
    <section class="frame" tabindex="0" aria-label="Grounds and severities by measure">
      <table class="grounds">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            ${met.map((ground) => html`<th scope="col">${groundWord(ground)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${measures.map((measure) => groundsRow(measure, met, context))}
        </tbody>
      </table>
    </section>`
}

function groundsRow(
  { slug, title, jurisdictionName, impacts }: FamilyMeasure,
  met: readonly Ground[],
  context: PageContext,
): Content {
  return html`<tr>
    <th scope="row"><a href="/measures/${slug}${momentOf(context)}">${title}</a> <small>${jurisdictionName}</small></th>
    ${
      impacts.length === 0
        ? html`<td colspan=${met.length} class="facts">No provision on record</td>`
        : met.map((ground) => {
            const found = impacts.filter((impact) => impact.grounds.includes(ground))
            return html`<td>${found.length > 0 ? severityCell(found.map(({ severity }) => severity)) : nothing}</td>`
          })
    }
  </tr>`
}

function severityCell(severities: readonly (Severity | null)[]): Content {
  const highest = SEVERITIES.findLast((severity) => severities.includes(severity)) ?? null
  return html`<span class="severity ${highest ?? 'none'}">${severityWord(highest)}</span>`
}

/** Those that cross a border first. */
function relationList({ relations, measures }: FamilyDetail, sources: Sources, context: PageContext): Content {
  const stateOfMeasure = new Map(measures.map((measure) => [measure.slug, measure]))
  const crosses = ({ from, to }: FamilyRelation) =>
    to === null ||
    stateOf(stateOfMeasure.get(from.slug)?.jurisdiction ?? '') !==
      stateOf(stateOfMeasure.get(to.slug)?.jurisdiction ?? '')
  const across = relations.filter(crosses)
  const within = relations.filter((relation) => !crosses(relation))
  const named = ({ slug, title }: { slug: string; title: string }) =>
    html`<a href="/measures/${slug}${momentOf(context)}">${title}</a> <small>${stateOfMeasure.get(slug)?.jurisdictionName}</small>`
  const items = (some: readonly FamilyRelation[]) => html`<ul class="relations">
    ${some.map(
      ({ type, from, to, outside, intended, note, cites }) => html`<li>
        ${named(from)} ${relationWord(type, intended)} ${to ? named(to) : outside}${sources.marks(cites)}
        ${note ? html`<p class="facts">${note}</p>` : nothing}
      </li>`,
    )}
  </ul>`
  return html`<p>Each as its sources say it, with those who deny it. That two texts are alike says nothing by itself.</p>
    ${across.length > 0 ? html`<h3>Across borders</h3>${items(across)}` : nothing}
    ${within.length > 0 ? html`<h3>Within a State</h3>${items(within)}` : nothing}`
}
