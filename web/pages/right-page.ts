/** One right: where it is protected, what touches it and how badly, who says so, and how many there were when. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { RightDetail } from '../../api/contract/overview-views.ts'
import type { ImpactView } from '../../api/contract/views.ts'
import { isAfter, splitByBeginning } from '../timeline/on-day.ts'
import { sayDay, sayLater, sayStatusCounts, severityWord, statusSentence } from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { countChart } from './count-chart.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page } from './layout.ts'
import { communicationHref, measureHref, stateHref } from './links.ts'
import { asOfBar, communicationList, section, statusChip } from './parts.ts'

export function rightPage(right: RightDetail, context: PageContext): ServerRenderedTemplate {
  const { slug, title, communications, asOf, asOfIsToday, version } = right
  const [measures] = splitByBeginning(right.measures, asOf)
  const sources = new Sources(right, right.sources)
  const article = chosenLabel(right)
  return page(context, {
    title: article ? `${title.en}: ${article}` : title.en,
    description: `${countOf(measures.length, 'measure')} on record ${measures.length === 1 ? 'touches' : 'touch'} ${article ?? title.en.toLowerCase()}: ${sayStatusCounts(measures.map(({ status }) => status.is)) || 'none'}. With reasoning, articles and sources.`,
    data: { href: addressWith({ ...context, path: `/api/rights/${slug}` }, {}), version },
    canonical: `/rights/${slug}`,
    pictured: { right: slug },
    main: html`<article class="right">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href="/rights${momentOf(context)}">Rights</a></nav>
      <h1>${title.en}</h1>
      <p class="facts">${counts(right)}</p>
      ${asOfBar(asOf, asOfIsToday, context)} ${articleChips(right, context)}
      ${section('trend', 'Measures pending and in force', trend(right), right.pressure.length === 0)}
      ${section('measures', article ? `Measures that touch ${article}` : 'Measures that touch it', measureList(right, sources, context))}
      ${section('communications', 'Letters and opinions about them', communicationList(communications, asOf, context), communications.length === 0)}
      ${sources.list()}
    </article>`,
  })
}

/** "ICCPR 22"; null where no article is chosen. */
function chosenLabel({ chosenArticle, articles }: RightDetail): string | null {
  if (!chosenArticle) return null
  const { instrument, article } = chosenArticle
  const short = articles.find((one) => one.instrument === instrument)?.short ?? instrument
  return article ? `${short} ${article}` : short
}

function counts({ measures: all, bySeverity, communications: texts, asOf, asOfIsToday }: RightDetail): string {
  const [measures, later] = splitByBeginning(all, asOf)
  const communications = texts.filter(({ on }) => !isAfter(on, asOf))
  const after = sayLater({ measures: later.length, letters: 0, events: 0 }, asOfIsToday)
  const severities = (['severe', 'serious', 'limited'] as const).flatMap((severity) => {
    const count = bySeverity[severity] ?? 0
    return count > 0 ? [`${count} ${severityWord(severity)}`] : []
  })
  return [
    countOf(measures.length, 'measure'),
    sayStatusCounts(measures.map(({ status }) => status.is)),
    severities.join(', '),
    bySeverity.not_assessed ? `${bySeverity.not_assessed} not assessed` : '',
    countOf(communications.length, 'letter or opinion', 'letters and opinions'),
    `as of ${sayDay(asOf)}${after ? ` (${after})` : ''}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The articles that protect the right, and others by which measures touch it; each narrows the page to itself. */
function articleChips({ articles, chosenArticle }: RightDetail, context: PageContext): Content {
  const chip = (label: string, value: string | null, count: number | null, isChosen: boolean) => html`<li>
    <a class="chip" href=${addressWith(context, { article: value })} aria-current=${isChosen ? 'true' : nothing}
      >${label}${count === null ? nothing : html` <small>${countOf(count, 'measure')}</small>`}</a
    >
  </li>`
  const isChosen = (instrument: string, article: string) =>
    chosenArticle?.instrument === instrument && chosenArticle.article === article
  const bare = articles.filter(({ measures }) => measures === 0)
  return html`<nav class="articles" aria-label="Articles that protect it">
    <ul class="chips">
      ${chip('All articles', null, null, chosenArticle === null)}
      ${articles
        .filter(({ measures }) => measures > 0)
        .map(({ instrument, article, short, measures }) =>
          chip(`${short} ${article}`, `${instrument}:${article}`, measures, isChosen(instrument, article)),
        )}
    </ul>
    ${
      bare.length > 0
        ? html`<p class="facts">Also protected by ${bare.map(({ short, article }) => `${short} ${article}`).join('; ')}; no impact on record names them.</p>`
        : nothing
    }
  </nav>`
}

function trend({ pressure, asOf, title }: RightDetail): Content {
  return html`${countChart(pressure, asOf, `Measures that touch ${title.en.toLowerCase()}`)}
    <details>
      <summary>The same in words: ${countOf(pressure.length, 'change')}</summary>
      <ul>
        ${pressure.map(({ on, pending, inForce }) => html`<li>From ${sayDay(on)}: ${inForce} in force, ${pending} pending${on > asOf ? ' (after the day shown)' : nothing}</li>`)}
      </ul>
    </details>`
}

function measureList({ measures: all, asOf }: RightDetail, sources: Sources, context: PageContext): Content {
  const [begun, later] = splitByBeginning(all, asOf)
  const measures = [...begun, ...later]
  if (measures.length === 0)
    return html`<p class="empty">No measure on record touches it. <a href="/rights">All rights</a></p>`
  return html`<ul class="touching">
    ${measures.map(
      (measure) => html`<li>
        <h3><a href=${measureHref(measure.slug, context)}>${measure.shortTitle.en}</a></h3>
        <p>
          ${statusChip(measure.status.is)} <span class="severity ${measure.severity ?? 'none'}">${severityWord(measure.severity)}</span>
          <a class="facts" href=${stateHref(measure.state.code, context)}>${measure.state.name}</a>
        </p>
        <p class="facts">${later.includes(measure) ? `Begun after ${sayDay(asOf)}.` : statusSentence(measure.status)}</p>
        ${measure.impacts.map((impact) => impactLine(measure.slug, impact, sources, context))}
      </li>`,
    )}
  </ul>`
}

function impactLine(measure: string, impact: ImpactView, sources: Sources, context: PageContext): Content {
  const { saidBy, articles, reasoning, cites, severity, key } = impact
  const voice =
    saidBy.voice === 'editors'
      ? 'editors'
      : html`<a href=${communicationHref(saidBy.communication, context)}>${saidBy.reference ?? saidBy.title}</a>`
  return html`<div class="impact">
    <p>${reasoning}${sources.marks(cites)}</p>
    <p class="facts">
      ${[severityWord(severity), ...articles].join(' · ')} · said by ${voice} ·
      <a href="${measureHref(measure, context)}#impact-${key}">in the measure</a>
    </p>
  </div>`
}
