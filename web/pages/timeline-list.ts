/** The timeline as ordered text: the base of the page for every reader, and cards on a narrow screen. */
import { html } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { type Comparison, sayComparison } from '../timeline/compare.ts'
import {
  type CommunicationDescription,
  describe,
  type EventDescription,
  type GroupDescription,
  type MeasureDescription,
  type StepDescription,
} from '../timeline/describe.ts'
import { groupLanes } from '../timeline/groups.ts'
import type { CitationView, MeasureLane, TimelineStep, TimelineView } from '../timeline/view.ts'
import { sayDay, sayLater, severityWord } from '../timeline/words.ts'
import type { Sources } from './cites.ts'
import { type Content, countOf, momentOf, type PageContext } from './layout.ts'
import { linkRules } from './links.ts'
import { miniBar } from './mini-bar.ts'
import { AFTER, replyTag, section, statusChip } from './parts.ts'

/**
 * What the list holds in full. Of more measures than one takes in at once, those of closed groups are a line each, which leads
 * to the measure's page; so are letters and opinions, unless everything stands open.
 */
export function inFull(view: TimelineView): Pick<TimelineView, 'lanes' | 'letters' | 'events'> {
  const { lanes, letters, events, open } = view
  if (open === 'all') return { lanes, letters, events }
  const groups = groupLanes(view, view.group) ?? []
  const shown = new Set(groups.flatMap((group) => (open.includes(group.key) ? group.lanes : [])))
  return { lanes: lanes.filter((_, i) => shown.has(i)), letters: [], events }
}

export function timelineList(view: TimelineView, sources: Sources, context: PageContext): Content {
  const { summary, measures, groups, comparison, letters, opinions, events, pressure } = describe(view)
  const list = new TimelineList(view, sources, context)
  const later = sayLater({ ...view.counts.later, letters: 0, events: 0 }, view.asOfIsToday)
  const parts = [
    measures.length > 0 ? (['measures', 'Measures'] as const) : null,
    letters.length > 0 ? (['letters', 'Letters'] as const) : null,
    opinions.length > 0 ? (['opinions', 'Opinions'] as const) : null,
    events.length > 0 ? (['events', 'Events'] as const) : null,
    sources.isEmpty ? null : (['sources', 'Sources'] as const),
  ].filter((part) => part !== null)
  return html`
    ${jumps(parts)} ${comparison ? list.comparison(comparison) : nothing}
    ${
      measures.length > 0
        ? section(
            'measures',
            'Measures',
            html`<p>${summary[0]}${later ? ` ${later}.` : nothing}</p>
              ${groups ? groups.map((group) => list.group(group, measures)) : list.measures(measures)}`,
          )
        : html`<p class="empty">No measure on record fits this choice. <a href="/">Show all measures</a></p>`
    }
    ${section('letters', 'Letters', list.conversation(letters), letters.length === 0)}
    ${section('opinions', 'Opinions, resolutions and statements', list.conversation(opinions), opinions.length === 0)}
    ${section('events', 'Events', list.events(events), events.length === 0)}
    ${section(
      'pressure',
      'Measures pending and in force',
      html`<p>A count, not a score. Pending: proposed, in procedure, returned, or adopted and not yet in force.</p>
        <details>
          <summary>${countOf(pressure.length, 'change')}</summary>
          <ul>
            ${pressure.map((change) => html`<li>${change}</li>`)}
          </ul>
        </details>`,
      pressure.length === 0,
    )}
    ${sources.list()}
  `
}

/** On a narrow screen the list is all there is, and long. */
function jumps(parts: readonly (readonly [id: string, word: string])[]): Content {
  if (parts.length < 2) return nothing
  return html`<nav class="jumps" aria-label="On this page">
    <ul class="chips">
      ${parts.map(([id, word]) => html`<li><a class="chip" href="#${id}">${word}</a></li>`)}
    </ul>
  </nav>`
}

/** More lines of letters or opinions than these are folded, so that what follows them is near. */
const MOST_LINES = 40

/** What each entry of the list needs beside itself. */
class TimelineList {
  private readonly moment: string
  private readonly lanes: ReadonlyMap<string, MeasureLane>
  private readonly cites: ReadonlyMap<string, readonly CitationView[]>
  private readonly isInFull: ReadonlySet<string>
  private readonly replies: ReadonlyMap<string, TimelineView['letters'][number]['reply']['state']>

  constructor(
    private readonly view: TimelineView,
    private readonly sources: Sources,
    context: PageContext,
  ) {
    this.moment = momentOf(context)
    this.lanes = new Map(view.lanes.map((lane) => [lane.slug, lane]))
    this.cites = new Map([...view.letters, ...view.events].map(({ slug, cites }) => [slug, cites]))
    const { lanes, letters } = inFull(view)
    this.isInFull = new Set([...lanes, ...letters].map(({ slug }) => slug))
    this.replies = new Map(view.letters.map(({ slug, reply }) => [slug, reply.state]))
  }

  /** What changed between the two days, in words. */
  comparison(comparison: Comparison): Content {
    const { changes, letters } = comparison
    return section(
      'comparison',
      'What changed',
      html`<p>${sayComparison(comparison)}</p>
        <ul class="changes">
          ${changes.map(
            ({ slug, title, was, is, says, steps }) => html`<li>
              <a href=${this.measureHref(slug)}>${title}</a>
              ${was === is ? nothing : html`${statusChip(was)} → ${statusChip(is)}`} ${says}
              ${steps.length > 0 ? html`<ul>${steps.map((step) => html`<li>${step}</li>`)}</ul>` : nothing}
            </li>`,
          )}
        </ul>
        ${
          letters.length > 0
            ? html`<h3>Letters, opinions and statements</h3>
                <ul>${letters.map((letter) => html`<li>${letter}</li>`)}</ul>`
            : nothing
        }`,
    )
  }

  /** A heading that opens, as the drawing's does. */
  group({ key, title, says, measures: slugs, open }: GroupDescription, all: readonly MeasureDescription[]): Content {
    const members = all.filter(({ slug }) => slugs.includes(slug))
    return html`<div class="lane-group">
      <details id="group-${key}" ?open=${open}>
        <summary><h3>${title}</h3> <span class="facts">${says}</span></summary>
        ${this.measures(members, true)}
      </details>
      ${this.groupLink(key, title)}
    </div>`
  }

  /** A State and an idea have a page of their own. */
  private groupLink(key: string, title: string): Content {
    const { group, states, families } = this.view
    const isState = group === 'state' && states.some(({ slug }) => slug === key)
    if (!isState && !(group === 'family' && families.some(({ slug }) => slug === key))) return nothing
    const href = isState ? `/jurisdictions/${key.toUpperCase()}` : `/families/${key}`
    const word = isState ? 'The State’s page' : 'The idea’s page'
    return html`<a class="to-page" href=${href + this.moment} aria-label="${word}: ${title}">${word}</a>`
  }

  /** What was there on the day, then under a heading what came later. */
  private inTwo<T extends { later: boolean }>(all: readonly T[], list: (some: readonly T[]) => Content): Content {
    const later = all.filter((one) => one.later)
    if (later.length === 0) return list(all)
    const before = all.filter((one) => !one.later)
    return html`${before.length > 0 ? list(before) : nothing}
      <p class="later-heading"><strong>After ${sayDay(this.view.asOf)}</strong></p>
      ${list(later)}`
  }

  measures(measures: readonly MeasureDescription[], inGroup = false): Content {
    return this.inTwo(measures, (some) => this.measureList(some, inGroup))
  }

  private measureList(measures: readonly MeasureDescription[], inGroup: boolean): Content {
    if (!measures.every(({ slug }) => this.isInFull.has(slug)))
      return html`<ol class="lines">
        ${measures.map(
          ({ slug, title, kind, is, status }) => html`<li id="measure-${slug}">
            ${this.titleLink(slug, title)} <small class="facts">${kind}</small>
            <span>${statusChip(is)} ${status}</span>
          </li>`,
        )}
      </ol>`
    return html`<ol class="cards">
      ${measures.map((measure) => this.measure(measure, inGroup))}
    </ol>`
  }

  private measure(
    { slug, title, kind, is, status, because, history, steps, relations }: MeasureDescription,
    inGroup: boolean,
  ): Content {
    const lane = this.lanes.get(slug)
    return html`<li>
      <article class="card" id="measure-${slug}">
        <p class="kicker">${kind}</p>
        ${inGroup ? html`<h4 class="title">${this.titleLink(slug, title)}</h4>` : html`<h3>${this.titleLink(slug, title)}</h3>`}
        <p>${statusChip(is)} ${status}</p>
        ${lane ? html`${miniBar(lane.spans, this.view.extent)} ${this.squares(lane)}` : nothing}
        <details>
          <summary>Why, and what happened: ${countOf(steps.length, 'step')}</summary>
          ${because ? html`<p>${linkRules(because)}</p>` : nothing}
          <ol class="steps">
            ${steps.map((step, i) => this.step(step, lane?.steps[i]))}
          </ol>
          ${
            history.length > 0
              ? html`<p class="facts"><strong>Status over time</strong></p>
                  <ul>
                    ${history.map((stretch) => html`<li>${stretch}</li>`)}
                  </ul>`
              : nothing
          }
          ${relations.map(({ text, other }) => html`<p><a href=${this.measureHref(other)}>${text}</a></p>`)}
        </details>
      </article>
    </li>`
  }

  private titleLink(slug: string, title: string): Content {
    return html`<a href=${this.measureHref(slug)}>${title}</a>`
  }

  private measureHref(slug: string): string {
    return `/measures/${slug}${this.moment}`
  }

  private squares({ rights }: MeasureLane): Content {
    if (rights.length === 0) return html`<p class="facts">No right that it touches is on record.</p>`
    return html`<ul class="squares" aria-label="Rights it touches">
      ${rights.map(({ right, severity }) => {
        const named = RIGHTS.find(({ slug }) => slug === right)?.short ?? right
        return html`<li><span class="square ${severity ?? 'none'}"></span>${named}: ${severityWord(severity)}</li>`
      })}
    </ul>`
  }

  private step({ when, label, stage, body, vote, notes }: StepDescription, step: TimelineStep | undefined): Content {
    // As on the measure's page: what may lie after the day, not only what must.
    const isLater = step !== undefined && (step.on.latest === null || step.on.latest > this.view.asOf)
    const facts = [stage === label ? '' : stage, body ?? '', vote ?? '', ...notes, isLater ? AFTER : ''].filter(Boolean)
    return html`<li class=${isLater ? 'later' : nothing}>
      <p class="when">${when}</p>
      <div>
        <p>${label}${this.sources.marks(step?.cites ?? [])}</p>
        ${facts.length > 0 ? html`<p class="facts">${facts.join(' · ')}</p>` : nothing}
      </div>
    </li>`
  }

  conversation(all: readonly CommunicationDescription[]): Content {
    return this.inTwo(all, (some) => this.conversationList(some))
  }

  private conversationList(all: readonly CommunicationDescription[]): Content {
    if (all.every(({ slug }) => this.isInFull.has(slug))) return this.communications(all)
    const lines = html`<ul class="lines">
      ${all.map(({ slug, label, title, when, reply, later }) => {
        const state = this.replies.get(slug)
        return html`<li id="communication-${slug}">
          <a href="/communications/${slug}${this.moment}">${title}</a>
          <small class="facts">${[label === title ? '' : label, when, later ? AFTER : ''].filter(Boolean).join(' · ')}</small>
          ${reply && state ? html`<span>${replyTag(state)}</span>` : nothing}
        </li>`
      })}
    </ul>`
    if (all.length <= MOST_LINES) return lines
    return html`<details class="folded">
      <summary>All ${all.length}, by day</summary>
      ${lines}
    </details>`
  }

  private communications(all: readonly CommunicationDescription[]): Content {
    return html`<ul class="cards">
      ${all.map(({ slug, label, title, kind, when, deadline, reply, about, notes, later }) => {
        const state = this.replies.get(slug)
        return html`<li>
          <article class="card" id="communication-${slug}">
            <p class="kicker">${[kind, label === title ? '' : label, when, later ? AFTER : ''].filter(Boolean).join(' · ')}</p>
            <h3><a href="/communications/${slug}${this.moment}">${title}</a>${this.sources.marks(this.cites.get(slug) ?? [])}</h3>
            ${reply && state ? html`<p>${replyTag(state)} ${deadline} ${reply}</p>` : nothing}
            ${
              about.length > 0
                ? html`<p class="facts">
                    About
                    ${about.map((measure, i) => html`${i > 0 ? ', ' : nothing}<a href=${this.measureHref(measure.slug)}>${measure.title}</a>`)}
                  </p>`
                : nothing
            }
            ${notes.map((note) => html`<p class="facts">${note}</p>`)}
          </article>
        </li>`
      })}
    </ul>`
  }

  events(all: readonly EventDescription[]): Content {
    return this.inTwo(
      all,
      (some) => html`<ul class="events">
        ${some.map((event) => this.event(event))}
      </ul>`,
    )
  }

  private event({ slug, title, kind, when, summary, notes, later }: EventDescription): Content {
    return html`<li id="event-${slug}">
      <p class="kicker">${[kind, when, ...notes, ...(later ? [AFTER] : [])].join(' · ')}</p>
      <h3>${title}${this.sources.marks(this.cites.get(slug) ?? [])}</h3>
      <p>${summary}</p>
    </li>`
  }
}
