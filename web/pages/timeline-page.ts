/** The first page: measures, letters and events on the timeline, and the same as a list that is complete without script. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { GROUPINGS, MEASURE_KINDS, SEVERITIES } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { STATUSES } from '../../db/vocabulary/stages.ts'
import { layOut } from '../timeline/lay-out.ts'
import type { Item } from '../timeline/marks.ts'
import { toSvg } from '../timeline/to-svg.ts'
import type { TimelineView } from '../timeline/view.ts'
import { groupingWord, kindWord, sayDay, sayLater, severityWord, statusWord } from '../timeline/words.ts'
import { citationsOf, Sources } from './cites.ts'
import {
  addressWith,
  type Content,
  countOf,
  embedsAddress,
  keptFields,
  momentOf,
  type PageContext,
  page,
  twinsOf,
} from './layout.ts'
import { asOfBar } from './parts.ts'
import { inFull, timelineList } from './timeline-list.ts'

/** What can be chosen, whatever is chosen now. */
export interface TimelineChoices {
  jurisdictions: readonly { code: string; name: string }[]
  families: readonly { slug: string; title: string }[]
  /** Offices that wrote. */
  mandates: readonly { slug: string; title: string }[]
}

/** The width that the drawing without script is laid out for, in CSS pixels: a desktop page less its margins. */
const DRAWING_WIDTH = 1280
/** So many rights stand as chips at once; the others are one press away. */
const RIGHTS_FIRST = 6

export function timelinePage(
  view: TimelineView,
  choices: TimelineChoices,
  context: PageContext,
): ServerRenderedTemplate {
  const { title, asOf, asOfIsToday, version } = view
  const data = addressWith({ ...context, path: '/api/timeline' }, {})
  const sources = sourcesOfList(view)
  return page(context, {
    title,
    description: `${countOf(view.counts.measures, 'measure')} on record, each with its status on ${sayDay(asOf)}, the letters about it and every source.`,
    data: { href: data, version },
    twins: [
      ...twinsOf('measures', context, [
        'jurisdiction',
        'right',
        'kind',
        'status',
        'family',
        'severity',
        'article',
        'mandate',
      ]),
      {
        type: 'application/json',
        href: addressWith({ ...context, path: '/api/timeline.timelinejs.json' }, {}),
        title: 'TimelineJS',
      },
    ],
    pictured: choiceOf(context),
    isWide: true,
    main: html`<div class="timeline-page">
      <h1>${title}</h1>
      ${counts(view)} ${rightChips(context)} ${filterForm(view, choices, context)}
      <p class="facts"><a href=${embedsAddress(context)} data-keeps-view>Embed this timeline</a></p>
      <threat-line src=${data}>
        <div slot="figure">${asOfBar(asOf, asOfIsToday, context)}${compareForm(view, context)}</div>
        ${timelineFigure(view, context)}
        <div slot="list">${timelineList(view, sources, context)}</div>
      </threat-line>
    </div>`,
  })
}

/** What is chosen, without how it is drawn. */
function choiceOf({ query }: PageContext): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => value && CHOICE.includes(name)))
}

const CHOICE = ['jurisdiction', 'right', 'kind', 'status', 'family', 'severity', 'article', 'mandate', 'group']

/** Those that the list cites; of what is a line, the sources stand on its page. */
function sourcesOfList(view: TimelineView): Sources {
  const shown = inFull(view)
  const cited = citationsOf(shown)
  return new Sources(
    shown,
    Object.values(view.sources).filter(({ slug }) => cited.has(slug)),
  )
}

/** What is in view on the day, in figures that are called what they count. */
function counts({ counts: { measures, byStatus, letters, events, later }, asOf, asOfIsToday }: TimelineView): Content {
  const after = sayLater(later, asOfIsToday)
  const sent = letters.replied + letters.noReply + letters.notKnown
  const facts = [
    countOf(measures, 'measure'),
    byStatus.in_force ? `${byStatus.in_force} in force` : '',
    sent > 0
      ? `${countOf(sent, 'letter')}: ${letters.replied} answered, ${letters.noReply} without reply, ${letters.notKnown} not known`
      : '',
    events > 0 ? countOf(events, 'event') : '',
  ].filter(Boolean)
  return html`<p class="counts" data-counts>${facts.join(' · ')} · as of ${sayDay(asOf)}${after ? ` (${after})` : nothing}</p>`
}

export function rightChips(context: PageContext): Content {
  const chosen = context.query.right ?? ''
  const chip = (right: string, label: string, articles: string) => html`<li>
    <a
      class="chip"
      data-keeps-view
      href=${addressWith(context, { right })}
      aria-current=${right === chosen ? 'true' : nothing}
      >${label}${articles ? html` <small>${articles}</small>` : nothing}</a
    >
  </li>`
  const chips = (rights: readonly (typeof RIGHTS)[number][]) =>
    rights.map(({ slug, short, articles }) => chip(slug, short, covenantArticles(articles)))
  const rest = RIGHTS.slice(RIGHTS_FIRST)
  return html`<nav class="rights" aria-label="Right that measures touch">
    <ul class="chips">
      ${chip('', 'All rights', '')} ${chips(RIGHTS.slice(0, RIGHTS_FIRST))}
    </ul>
    <details ?open=${rest.some(({ slug }) => slug === chosen)}>
      <summary>More rights</summary>
      <ul class="chips">
        ${chips(rest)}
      </ul>
    </details>
  </nav>`
}

/** "ICCPR 2, 26": the covenant's articles, by which readers know a right. */
function covenantArticles(articles: readonly { instrument: string; article: string }[]): string {
  const numbers = articles.flatMap(({ instrument, article }) => (instrument === 'iccpr' ? [article] : []))
  return numbers.length > 0 ? `ICCPR ${numbers.join(', ')}` : ''
}

/** The day that the as-of day is held against. */
export function compareForm({ compare }: TimelineView, context: PageContext): Content {
  return html`<form class="as-of" method="get" action=${context.path}>
    ${keptFields(context, ['compare'])}
    <label for="compare">Compare with</label>
    <input id="compare" type="date" name="compare" value=${compare ?? ''} min="1990-01-01" max="2100-12-31">
    <button>Compare</button>
    ${compare ? html`<a href=${addressWith(context, { compare: null })}>Do not compare</a>` : nothing}
  </form>`
}

export function filterForm(
  view: { states: readonly unknown[]; group: TimelineView['group'] },
  { jurisdictions, families, mandates }: TimelineChoices,
  context: PageContext,
): Content {
  const { query } = context
  const select = (name: string, label: string, all: string, options: readonly (readonly [string, string])[]) =>
    html`<label
      >${label}
      <select name=${name}>
        <option value="">${all}</option>
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${query[name]?.toLowerCase() === value.toLowerCase()}>${text}</option>`,
        )}
      </select>
    </label>`
  const asked = [
    'kind',
    'status',
    'family',
    'severity',
    'mandate',
    'group',
    'open',
    ...(jurisdictions.length > 1 ? ['jurisdiction'] : []),
  ]
  const isNarrowed = ['right', ...asked].some((name) => query[name])
  const groupings = GROUPINGS.filter((group) => group !== 'state' || view.states.length > 1)
  return html`<form class="filters" method="get" action="/" data-keeps-view>
    ${keptFields(context, asked)}
    ${
      jurisdictions.length > 1
        ? select(
            'jurisdiction',
            'State',
            'All States',
            jurisdictions.map(({ code, name }) => [code, name] as const),
          )
        : nothing
    }
    ${select(
      'kind',
      'Kind',
      'All kinds',
      MEASURE_KINDS.map((kind) => [kind, kindWord(kind)] as const),
    )}
    ${select(
      'status',
      'Status on the day',
      'Any status',
      STATUSES.map((status) => [status, statusWord(status)] as const),
    )}
    ${select(
      'family',
      'Family',
      'All families',
      families.map(({ slug, title }) => [slug, title] as const),
    )}
    ${select(
      'severity',
      'Severity',
      'Any severity',
      SEVERITIES.map((severity) => [severity, severityWord(severity)] as const),
    )}
    ${
      mandates.length > 0
        ? select(
            'mandate',
            'Body that wrote',
            'Any body, or none',
            mandates.map(({ slug, title }) => [slug, title] as const),
          )
        : nothing
    }
    <label
      >Together by
      <select name="group">
        ${groupings.map((group) => html`<option value=${group} ?selected=${view.group === group}>${groupingWord(group)}</option>`)}
      </select>
    </label>
    <button>Show</button>
    ${isNarrowed ? html`<a href=${`/${momentOf(context)}`} data-keeps-view>Clear</a>` : nothing}
  </form>`
}

/** The address at which a group is open that was closed, or closed that was open. */
function toggled({ open }: TimelineView, { slug, open: isOpen }: Item, keys: readonly string[]): string {
  const shown = open === 'all' ? keys : open
  const next = isOpen ? shown.filter((key) => key !== slug) : [...shown, slug]
  return next.length > 0 ? next.join(',') : 'none'
}

/** The drawing without script and on paper. Its items lead to the measures' and letters' pages, and open groups. */
export function timelineFigure(view: TimelineView, context: PageContext): Content {
  if (view.lanes.length + view.letters.length + view.events.length === 0) return nothing
  const layout = layOut(view, DRAWING_WIDTH)
  const moment = momentOf(context)
  const groups = layout.items.flatMap(({ kind, slug }) => (kind === 'group' ? [slug] : []))
  const svg = toSvg(layout, {
    palette: 'page',
    title: `${view.title}, as of ${sayDay(view.asOf)}`,
    description: 'The same facts stand in the list below.',
    // Titles and envelopes lead on; a link for each of hundreds of steps would be as many stops of the keyboard.
    linkTo: (item) => {
      const { kind, slug } = item
      if (kind === 'group') return addressWith(context, { open: toggled(view, item, groups) })
      if (kind === 'measure') return `/measures/${slug}${moment}`
      return kind === 'letter' || kind === 'communication' ? `/communications/${slug}${moment}` : null
    },
  })
  return html`<figure slot="figure" class="drawing">
    <div class="sheet">${unsafeHTML(svg)}</div>
    <figcaption>
      Version ${view.version} of the record, as of ${sayDay(view.asOf)}. CC BY 4.0. Every fact’s source stands in the list.
    </figcaption>
  </figure>`
}
