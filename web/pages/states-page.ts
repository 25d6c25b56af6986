/** The States on record, each with what is known of it in figures; few is shown as few. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { JurisdictionDetail, StatesView } from '../../api/contract/overview-views.ts'
import { sayBeginLater, sayDay, sayLater, statusWord } from '../timeline/words.ts'
import { addressWith, type Content, countOf, type PageContext, page, twinsOf } from './layout.ts'
import { sayReplies } from './letters-page.ts'
import { stateHref } from './links.ts'
import { asOfBar, REPLIES_ON_DAY } from './parts.ts'

type Counts = JurisdictionDetail['counts']

export function statesPage(view: StatesView, context: PageContext): ServerRenderedTemplate {
  const { states, asOf, asOfIsToday, version } = view
  const measures = states.reduce((sum, { counts }) => sum + counts.measures, 0)
  const whole = states.filter(({ code }) => !code.includes('-'))
  return page(context, {
    title: 'States',
    description: `${countOf(whole.length, 'State')} on record with ${countOf(measures, 'measure')}: where each measure stands, what was written, and when people last looked.`,
    data: { href: addressWith({ ...context, path: '/api/states' }, {}), version },
    twins: twinsOf('jurisdictions', context),
    main: html`<div class="states-page">
      <h1>States</h1>
      <p class="summary">
        What the record holds about each State. A State with few entries is one where little has been read so far; the figures say
        nothing about how it compares with others. <a href="/methodology#what-is-tracked-and-what-is-not">What is tracked</a>
      </p>
      ${asOfBar(asOf, asOfIsToday, context, REPLIES_ON_DAY)}
      <ul class="states">
        ${states.map((state) => entry(state, asOfIsToday, context))}
      </ul>
    </div>`,
  })
}

function entry(
  { code, name, counts, checked }: StatesView['states'][number],
  asOfIsToday: boolean,
  context: PageContext,
): Content {
  return html`<li>
    <h2 class="plain"><a href=${stateHref(code, context)}>${name}</a> <small>${code}</small></h2>
    <div>
      ${statusBar(counts.byStatus)}
      <p>${countOf(counts.measures, 'measure')}${counts.measures + counts.later.measures > 0 ? html`: ${sayCounts(counts)}` : nothing}</p>
      <p class="facts">${sayHoldings(counts, asOfIsToday)}</p>
      <p class="facts">${sayChecked(checked)}</p>
    </div>
  </li>`
}

const ORDER = [
  'in_force',
  'suspended',
  'adopted',
  'returned',
  'in_procedure',
  'proposed',
  'defeated',
  'ended',
  'none',
] as const

/** How many measures have each status, side by side. The words stand below it. */
export function statusBar(byStatus: Counts['byStatus']): Content {
  const all = ORDER.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0)
  if (all === 0) return nothing
  let x = 0
  const parts = ORDER.flatMap((status) => {
    const width = Math.round((1000 * (byStatus[status] ?? 0)) / all)
    if (width === 0) return []
    x += width
    return [html`<rect class=${status} x=${x - width} width=${width} height="10"></rect>`]
  })
  return html`<svg class="mini-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="1000" height="10"></rect>
    ${parts}
  </svg>`
}

export const sayCounts = ({ byStatus, later, measures }: Counts): string =>
  [sayStatuses(byStatus), sayBeginLater(later.measures, measures)].filter(Boolean).join('; ')

const sayStatuses = (byStatus: Counts['byStatus']): string =>
  ORDER.flatMap((status) => {
    const count = byStatus[status] ?? 0
    return count > 0
      ? [`${count} ${status === 'none' ? 'without a status yet' : statusWord(status).toLowerCase()}`]
      : []
  }).join(', ')

/** What else is on record, and what is not. */
export function sayHoldings({ letters, otherCommunications, events, later }: Counts, asOfIsToday: boolean): string {
  const sent = letters.received + letters.none + letters.not_known
  return [
    sent > 0 ? `${countOf(sent, 'letter')}: ${sayReplies(letters)}` : 'no letters on record',
    otherCommunications > 0
      ? countOf(otherCommunications, 'other text of an international body', 'other texts of international bodies')
      : 'no opinions or findings on record',
    events > 0 ? countOf(events, 'event') : 'no events on record',
    sayLater({ ...later, measures: 0 }, asOfIsToday),
  ]
    .filter(Boolean)
    .join(' · ')
}

export function sayChecked(checked: JurisdictionDetail['checked']): string {
  if (!checked) return 'Nobody has looked yet.'
  const { first, last } = checked
  return first === last ? `Checked ${sayDay(last)}.` : `Checked between ${sayDay(first)} and ${sayDay(last)}.`
}
