/** The state of play in one State: how laws are made, where each measure stands, what was written, what moved and what is planned. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { JurisdictionDetail } from '../../api/contract/overview-views.ts'
import { REPLY_STATES } from '../../db/vocabulary/lists.ts'
import { STATUSES, type Status } from '../../db/vocabulary/stages.ts'
import { splitByBeginning } from '../timeline/on-day.ts'
import { kindWithOutcome, sayDay, sayWhen, severityWord, statusSentence, statusWord } from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page, twinsOf } from './layout.ts'
import { replyCell } from './letters-page.ts'
import { communicationHref, eventHref, measureHref } from './links.ts'
import { miniBar } from './mini-bar.ts'
import { asOfBar, communicationList, eventList, otherTitles, REPLIES_ON_DAY, section } from './parts.ts'
import { sayChecked, sayCounts, sayHoldings, statusBar } from './states-page.ts'

type Measure = JurisdictionDetail['measures'][number]

export function statePage(state: JurisdictionDetail, context: PageContext): ServerRenderedTemplate {
  const { code, name, counts, asOf, asOfIsToday, version } = state
  const sources = new Sources(state, state.sources)
  const { asOf: day = null, version: known = null } = context.query
  const questions = `/letters/questions?jurisdiction=${code}${momentOf(context).replace('?', '&')}`
  const timeline = addressWith({ path: '/', query: {} }, { jurisdiction: code, asOf: day, version: known })
  return page(context, {
    title: name.en,
    description: `${name.en}: ${countOf(counts.measures, 'measure')}${counts.measures > 0 ? ` (${sayCounts(counts)})` : ''}; ${sayHoldings(counts, asOfIsToday)}. As of ${sayDay(asOf)}.`,
    data: { href: addressWith({ ...context, path: `/api/jurisdictions/${code}` }, {}), version },
    twins: twinsOf('measures', { query: { ...context.query, jurisdiction: code } }, ['jurisdiction']),
    canonical: `/jurisdictions/${code}`,
    pictured: { jurisdiction: code },
    main: html`<article class="state">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href="/jurisdictions${momentOf(context)}">States</a></nav>
      <h1>${name.en}</h1>
      ${otherTitles(name)}
      ${asOfBar(asOf, asOfIsToday, context, REPLIES_ON_DAY)}
      <section class="card holdings" aria-label="What is on record">
        ${statusBar(counts.byStatus)}
        <p><strong>${countOf(counts.measures, 'measure')}</strong>${counts.measures + counts.later.measures > 0 ? `: ${sayCounts(counts)}` : nothing}</p>
        <p class="facts">${sayHoldings(counts, asOfIsToday)}</p>
        <p class="facts">
          ${sayChecked(state.checked)} ${counts.measures > 0 ? html`<a href=${timeline}>All on the timeline</a>` : nothing}
        </p>
        <p class="facts">
          For advocates: <a href=${questions}>questions without a known answer</a> ·
          <a href="/submissions/new#${code}">write a submission</a>
        </p>
        ${thinNote(counts)}
        ${state.parts.length > 0 ? html`<p class="facts">With its parts: ${state.parts.join(', ')}.</p>` : nothing}
      </section>
      <div class="columns">
        <div>
          ${section('measures', 'Where each measure stands', measuresByStatus(state, context))}
          ${section('events', 'Events', eventLinks(state, sources, context), state.events.length === 0)}
        </div>
        <div>
          ${section('planned', 'Planned', stepList(state.planned, sources, context), state.planned.length === 0)}
          ${section('newest', 'Newest steps', stepList(state.newest, sources, context), state.newest.length === 0)}
          ${section('letters', 'Letters by reply', letterList(state, context), state.letters.length === 0)}
          ${section('opinions', 'Opinions and findings', communicationList(state.communications, asOf, context), state.communications.length === 0)}
          ${section('families', 'Ideas that are at work here', familyList(state, context), state.families.length === 0)}
          ${section('law-making', 'How laws are made', lawMaking(state, sources))}
        </div>
      </div>
      ${sources.list()}
    </article>`,
  })
}

/** With fewer than this, a reader should not take the page for the whole story. */
const FEW = 5

function thinNote(counts: JurisdictionDetail['counts']): Content {
  const measures = counts.measures + counts.later.measures
  if (measures >= FEW) return nothing
  return html`<p role="note">
    <strong>This page is thin.</strong> ${measures === 0 ? 'No measure of this State is on record yet.' : `Only ${countOf(measures, 'measure')} of this State ${measures === 1 ? 'is' : 'are'} on record; there may be more.`}
  </p>`
}

/** What binds first, then what is on its way, then what is over. */
const STATUS_ORDER: readonly (Status | null)[] = [
  'in_force',
  'suspended',
  'adopted',
  'returned',
  'in_procedure',
  'proposed',
  ...STATUSES.filter((status) => status === 'defeated' || status === 'ended'),
  null,
]

function measuresByStatus({ measures, asOf }: JurisdictionDetail, context: PageContext): Content {
  if (measures.length === 0)
    return html`<p class="empty">No measure is on record. <a href="/jurisdictions">Other States</a></p>`
  const days = measures.flatMap(({ spans }) => spans.map(({ from }) => from)).sort()
  const period = { from: days[0] ?? asOf, until: asOf }
  const [begun, later] = splitByBeginning(measures, asOf)
  const group = (heading: string, those: readonly Measure[]) =>
    html`<h3 class="status-heading">${heading} <small>${those.length}</small></h3>
      <ul class="standing">
        ${those.map((measure) => standing(measure, asOf, period, context))}
      </ul>`
  const byStatus = STATUS_ORDER.flatMap((is) => {
    const those = begun.filter(({ status }) => status.is === is)
    return those.length > 0 ? [group(is ? statusWord(is) : 'No status yet', those)] : []
  })
  return later.length > 0 ? [...byStatus, group(`Begun after ${sayDay(asOf)}`, later)] : byStatus
}

function standing(
  measure: Measure,
  asOf: string,
  period: { from: string; until: string },
  context: PageContext,
): Content {
  const { slug, shortTitle, kind, status, begunOn, spans, rights, checkedOn } = measure
  const stands =
    begunOn !== null && begunOn > asOf ? `first step not before ${sayDay(begunOn)}` : statusSentence(status)
  const worst = rights.filter(({ severity }) => severity === 'severe').length
  return html`<li>
    <a href=${measureHref(slug, context)}>${shortTitle.en}</a>
    ${period.from < period.until ? miniBar(spans, period) : nothing}
    <p class="facts">
      ${[kindWithOutcome(kind, status.is), stands.replace(/\.$/, ''), rights.length > 0 ? `${countOf(rights.length, 'right')} touched${worst > 0 ? `, ${worst} ${severityWord('severe')}` : ''}` : 'no right that it touches is on record', `checked ${sayDay(checkedOn)}`].join(' · ')}
    </p>
  </li>`
}

function stepList(steps: JurisdictionDetail['newest'], sources: Sources, context: PageContext): Content {
  return html`<ul class="about dated">
    ${steps.map(
      ({ measure, key, label, on, cites }) => html`<li>
        <p class="kicker">${sayWhen(on)}</p>
        <div>
          <a href="${measureHref(measure.slug, context)}#step-${key}">${label}</a>${sources.marks(cites)}
          <span class="facts">${measure.title}</span>
        </div>
      </li>`,
    )}
  </ul>`
}

/** Vouched silence first, because it is the story; then what nobody knows; then the replies. */
function letterList({ letters, code }: JurisdictionDetail, context: PageContext): Content {
  const order = [...REPLY_STATES].sort(
    (a, b) => ['none', 'not_known', 'received'].indexOf(a) - ['none', 'not_known', 'received'].indexOf(b),
  )
  const ledger = addressWith({ path: '/letters', query: {} }, { jurisdiction: code, asOf: context.query.asOf ?? null })
  return html`<ul class="ledger">
      ${order.flatMap((state) =>
        letters
          .filter(({ replyOnDay }) => replyOnDay === state)
          .map(
            (line) => html`<li>
              <a href=${communicationHref(line.slug, context)}>${line.title.en}</a>
              <span>${sayWhen(line.on)}</span>
              <p>${replyCell(line)}</p>
            </li>`,
          ),
      )}
    </ul>
    <p><a href=${ledger}>The ledger, with deadlines</a></p>`
}

function eventLinks({ events, asOf }: JurisdictionDetail, sources: Sources, context: PageContext): Content {
  return eventList(events, asOf, sources, (slug) => eventHref(slug, context))
}

function familyList({ families }: JurisdictionDetail, context: PageContext): Content {
  return html`<ul class="ledger">
    ${families.map(
      ({ slug, title, here, all }) => html`<li>
        <a href="/families/${slug}${momentOf(context)}">${title.en}</a>
        <span>${countOf(here, 'measure')} here${all > here ? `, ${all - here} elsewhere` : nothing}</span>
      </li>`,
    )}
  </ul>`
}

function lawMaking({ parliament, lawMaking }: JurisdictionDetail, sources: Sources): Content {
  if (lawMaking.length === 0 && !parliament) return html`<p>Not on record yet.</p>`
  return html`${parliament ? html`<p>Parliament: ${parliament}.</p>` : nothing}
    <ul class="law-making">
      ${lawMaking.map(({ says, cites }) => html`<li>${says}${sources.marks(cites)}</li>`)}
    </ul>`
}
