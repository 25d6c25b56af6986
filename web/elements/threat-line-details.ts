/** What stands behind an item, with every source: the contents of the details panel of `<threat-line>`. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { addDays, type Day } from '../../db/vocabulary/edtf.ts'
import { RULE_TEXT, type Rule } from '../../db/vocabulary/stages.ts'
import { isAtTheLatest } from '../timeline/lane-bar.ts'
import { statusOn } from '../timeline/lane-index.ts'
import type {
  CitationView,
  MeasureLane,
  StatusSpan,
  TimelineEvent,
  TimelineLetter,
  TimelineStep,
  TimelineView,
  VoteView,
} from '../timeline/view.ts'
import {
  certaintyWord,
  communicationWord,
  deadlineWord,
  eventWord,
  kindWithOutcome,
  relationWord,
  replyWord,
  sayDay,
  sayWhen,
  severityWord,
  stageWord,
  statusSentence,
  statusWord,
  voteWords,
} from '../timeline/words.ts'
import { findLane, type Subject, titleOf, whenOf } from './threat-line-subjects.ts'

/** Where pages of records stand. */
export interface Place {
  view: TimelineView
  /** The day on show. */
  asOf: Day
  /** Origin of the record, where it is not the page's own; without a slash at its end. */
  site: string
  /** Whether the data was asked of one version, to which links then lead too. */
  isPinned: boolean
  /** Where the page of a record stands that the record's own site has at this path; null for nowhere. Without it, there. */
  pageOf: ((path: string) => string | null) | null
}

/** What the panel needs to know beside its subject. */
export interface DetailsContext extends Place {
  /** Opens a member of a cluster. */
  open: (id: string) => void
}

/** The page of a measure, on the day on show. */
export function measureHref(slug: string, place: Place): string | typeof nothing {
  return pageHref(`/measures/${encodeURIComponent(slug)}`, place)
}

function communicationHref(slug: string, place: Place): string | typeof nothing {
  return pageHref(`/communications/${encodeURIComponent(slug)}`, place)
}

function pageHref(path: string, place: Place): string | typeof nothing {
  const { site, pageOf } = place
  return pageOf ? (pageOf(path) ?? nothing) : `${site}${path}${momentOf(place)}`
}

function sourceHref(slug: string, place: Place): string {
  return `${place.site}/sources/${encodeURIComponent(slug)}${momentOf(place)}`
}

function momentOf({ view: { today, version }, asOf, isPinned }: Place): string {
  const parameters = [...(asOf === today ? [] : [`asOf=${asOf}`]), ...(isPinned ? [`version=${version}`] : [])]
  return parameters.length > 0 ? `?${parameters.join('&')}` : ''
}

/** A heading (its id is `details-title`) and what follows from it. */
export function details(subject: Subject, context: DetailsContext): TemplateResult {
  switch (subject.kind) {
    case 'measure':
      return measureDetails(subject.lane, context)
    case 'span':
      return spanDetails(subject.lane, subject.span, context)
    case 'step':
      return stepDetails(subject.lane, subject.step, context)
    case 'letter':
      return letterDetails(subject.letter, context)
    case 'event':
      return eventDetails(subject.event, context)
    case 'relation':
      return relationDetails(subject, context)
    case 'cluster':
      return clusterDetails(subject.members, context)
  }
}

function measureDetails(lane: MeasureLane, context: DetailsContext): TemplateResult {
  const { view, asOf } = context
  const status = asOf === view.asOf ? lane.status : statusOn(lane, asOf)
  const { basis } = status
  const step = basis?.measure === lane.slug ? lane.steps.find(({ key }) => key === basis.step) : undefined
  return panel(
    kindWithOutcome(lane.kind, status.is),
    lane.title,
    html`
      <dl>
        ${fact(`On ${sayDay(asOf)}`, html`<strong>${statusSentence(status)}</strong>`)}
        ${fact('Rests on', basis && html`${basis.label}${basis.on.edtf && html`, ${sayWhen(basis.on)}`}`)}
        ${fact('Rule', status.rule && ruleText(status.rule))}
        ${fact('Touches', lane.rights.map(({ right, severity }) => `${rightTitle(view, right)} (${severityWord(severity)})`).join('; '))}
      </dl>
      ${measureLink(lane, context)}
    `,
    sources(step?.cites ?? [], context),
  )
}

function spanDetails(lane: MeasureLane, span: StatusSpan, context: DetailsContext): TemplateResult {
  const basis = findBasis(context.view, lane, span)
  const asIs = span.asReported ? ', as reported' : span.asAnnounced ? ', as announced' : ''
  return panel(
    lane.title,
    `${statusWord(span.status)}${asIs}`,
    html`
      <dl>
        ${fact('Since', isAtTheLatest(span, lane.steps) ? `${sayDay(span.from)} at the latest` : sayDay(span.from))}
        ${fact('Until', span.until === null ? 'no end known' : sayDay(addDays(span.until, -1)))}
        ${fact(
          'Rests on',
          basis &&
            html`${basis.step.label || stageWord(basis.step.stage)}, ${sayWhen(basis.step.on)}${
              basis.lane === lane ? nothing : html` (${basis.lane.title})`
            }`,
        )}
        ${fact('Rule', ruleText(span.rule))}
        ${span.quiet.map(({ from, until, kind }) =>
          fact(
            kind === 'dormant' ? 'Dormant' : 'Not checked',
            `${kind === 'dormant' ? 'No step known for twelve months,' : 'Nobody has looked for news,'} from ${sayDay(from)}${
              until === null ? ' on' : ` to ${sayDay(addDays(until, -1))}`
            }`,
          ),
        )}
      </dl>
      ${measureLink(lane, context)}
    `,
    sources(basis?.step.cites ?? [], context),
  )
}

function stepDetails(lane: MeasureLane, step: TimelineStep, context: DetailsContext): TemplateResult {
  const stage = stageWord(step.stage)
  const title = step.label || stage
  return panel(
    html`${lane.title}${title === stage ? nothing : html` · ${stage}`}${step.planned ? ' · planned' : nothing}`,
    title,
    html`
      <dl>
        ${fact('When', html`${sayWhen(step.on)}${step.inferred ? ' (inferred, no source states it)' : nothing}`)}
        ${fact('By', step.body)}
        ${fact('Result', step.result)}
        ${fact('Vote', step.vote && html`${voteBar(step.vote)} ${voteWords(step.vote)}`)}
        ${fact('Status', effectOf(step, lane, context.view))}
        ${fact('Certainty', certainties(step.cites))}
      </dl>
      ${step.disputed ? disagreement(html`<a href=${measureHref(lane.slug, context)}>the measure’s page</a>`) : nothing}
      ${measureLink(lane, context)}
    `,
    sources(step.cites, context),
  )
}

function letterDetails(letter: TimelineLetter, context: DetailsContext): TemplateResult {
  return panel(
    communicationWord(letter.kind),
    letter.title,
    html`
      <dl>
        ${fact('Reference', letter.label === letter.title ? null : letter.label)}
        ${fact(letter.kind === 'letter' ? 'Sent' : 'Dated', sayWhen(letter.on))}
        ${letter.kind === 'letter' ? replyFacts(letter) : nothing}
        ${fact('About', letter.measures.length > 0 ? measureList(letter.measures, context) : null)}
        ${fact('Certainty', certainties(letter.cites))}
      </dl>
      ${letter.disputed ? disagreement(html`<a href=${communicationHref(letter.slug, context)}>its page</a>`) : nothing}
      <p><a href=${communicationHref(letter.slug, context)}>All of ${letter.label}</a></p>
    `,
    sources(letter.cites, context),
  )
}

function replyFacts(letter: TimelineLetter): TemplateResult {
  return html`
    ${fact('Deadline', deadlineWord(letter.dueOn))} ${fact('Reply', html`<strong>${replyWord(letter)}</strong>`)}
  `
}

/** By title where the view has them, else by slug. */
function measureList(slugs: readonly string[], context: DetailsContext): TemplateResult {
  return html`<ul>
    ${slugs.map(
      (slug) => html`<li><a href=${measureHref(slug, context)}>${findLane(context.view, slug)?.title ?? slug}</a></li>`,
    )}
  </ul>`
}

function eventDetails(event: TimelineEvent, context: DetailsContext): TemplateResult {
  return panel(
    eventWord(event.kind),
    event.title,
    html`
      <p>${event.summary}</p>
      <dl>
        ${fact('When', html`${sayWhen(event.on)}${event.inferred ? ' (inferred, no source states it)' : nothing}`)}
        ${fact('Certainty', certainties(event.cites))}
      </dl>
    `,
    sources(event.cites, context),
  )
}

function relationDetails(
  { relation, newer, older }: Extract<Subject, { kind: 'relation' }>,
  context: DetailsContext,
): TemplateResult {
  return panel(
    'One idea, two measures',
    html`${newer.title} ${relationWord(relation.type, relation.intended)} ${older.title}`,
    html`
      <dl>
        ${fact('Newer', html`<a href=${measureHref(newer.slug, context)}>${newer.title}</a>`)}
        ${fact('Older', html`<a href=${measureHref(older.slug, context)}>${older.title}</a>`)}
        ${fact('Intended', relation.intended ? 'Announced, not done.' : null)}
        ${fact('Certainty', certaintyWord(relation.certainty))}
      </dl>
      <p>The sources stand on <a href=${measureHref(newer.slug, context)}>the newer measure’s page</a>.</p>
    `,
    nothing,
  )
}

function clusterDetails(
  members: readonly { id: string; subject: Subject }[],
  { open }: DetailsContext,
): TemplateResult {
  const [first] = members
  const lane = first && 'lane' in first.subject ? first.subject.lane.title : 'Too near to one another to be told apart'
  return panel(
    lane,
    `${members.length} at this place`,
    html`<ol class="members">
      ${members.map(({ id, subject }) => {
        const when = whenOf(subject)
        return html`<li>
          <button type="button" @click=${() => open(id)}>${titleOf(subject)}${when && html`, ${when}`}</button>
        </li>`
      })}
    </ol>`,
    nothing,
  )
}

type Content = TemplateResult | string | typeof nothing

function panel(kicker: Content, title: Content, facts: TemplateResult, cited: Content): TemplateResult {
  return html`
    <div class="facts">
      <p class="kicker">${kicker}</p>
      <h2 id="details-title" tabindex="-1">${title}</h2>
      ${facts}
    </div>
    ${cited}
  `
}

/** Nothing where there is nothing to say. */
function fact(name: string, said: Content | null | undefined): Content {
  return said ? html`<div><dt>${name}</dt><dd>${said}</dd></div>` : nothing
}

function ruleText(rule: Rule): TemplateResult {
  return html`${rule}: ${RULE_TEXT[rule]}`
}

function rightTitle(view: TimelineView, slug: string): string {
  const { rights, touched } = view
  return (
    rights.find((right) => right.slug === slug)?.title ?? touched.find((right) => right.slug === slug)?.short ?? slug
  )
}

function measureLink(lane: MeasureLane, context: DetailsContext): TemplateResult {
  return html`<p><a href=${measureHref(lane.slug, context)}>All of ${lane.title}</a></p>`
}

function disagreement(where: TemplateResult): TemplateResult {
  return html`<p class="disagreement"><strong>Sources disagree.</strong> Each account stands on ${where}.</p>`
}

function certainties(cites: readonly CitationView[]): string {
  return [...new Set(cites.map(({ certainty }) => certaintyWord(certainty)))].join(', ') || 'no source'
}

/** What the step did to the status of its measure, and of others that rest on it. */
function effectOf(step: TimelineStep, lane: MeasureLane, view: TimelineView): Content {
  const own = lane.spans.find(({ basis }) => basis === step.key)
  const others = view.lanes.flatMap((other) =>
    other.spans.filter(({ basis }) => basis === `${lane.slug}#${step.key}`).map((span) => ({ other, span })),
  )
  if (!own && others.length === 0) return 'no change'
  return html`
    ${own ? html`<strong>${statusWord(own.status)}</strong> from ${sayDay(own.from)}, by rule ${ruleText(own.rule)}` : nothing}
    ${others.map(
      ({ other, span }) =>
        html`<span>${other.title}: <strong>${statusWord(span.status)}</strong> from ${sayDay(span.from)}, by rule ${ruleText(span.rule)}</span>`,
    )}
  `
}

function findBasis(view: TimelineView, lane: MeasureLane, { basis }: StatusSpan) {
  if (basis === null) return null
  const [measure, key] = basis.includes('#') ? basis.split('#') : [lane.slug, basis]
  const other = measure === lane.slug ? lane : findLane(view, measure ?? '')
  const step = other?.steps.find((candidate) => candidate.key === key)
  return other && step ? { lane: other, step } : null
}

/** As wide as the votes; nothing where one side is not known. Its numbers stand beside it in words. */
function voteBar({ for: yes, against: no }: VoteView): Content {
  if (yes === undefined || no === undefined || yes + no === 0) return nothing
  const share = (100 * yes) / (yes + no)
  return html`<svg class="vote" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="for" width=${share} height="8"/><rect class="against" x=${share} width=${100 - share} height="8"/>`}
  </svg>`
}

/** Every source, numbered, with where in it, how sure, and the way there. */
function sources(cites: readonly CitationView[], context: DetailsContext): Content {
  if (cites.length === 0) return nothing
  return html`<div class="sources">
    <h3>Sources</h3>
    <ol>
      ${cites.map((cite) => html`<li>${citation(cite, context)}</li>`)}
    </ol>
  </div>`
}

/** Of a source that the data came without: the way to its page, until it has been asked for. */
function citation({ locator, quotation, note, certainty, source: slug }: CitationView, context: DetailsContext) {
  const source = context.view.sources[slug]
  if (!source)
    return html`<a href=${sourceHref(slug, context)} data-source=${slug}>${slug}</a>${locator && html`, ${locator}`}`
  const date = source.on ? `, ${sayWhen(source.on)}` : ''
  const words = source.titleIs === 'described' ? `[${source.title}]` : source.title
  const title = html`<span lang=${source.language ?? nothing} dir="auto">${words}</span>`
  return html`
    ${source.publisher}:
    ${source.address ? away(source.address, title) : html`<cite>${title}</cite>`}${date}${locator && html`, ${locator}`}.
    ${source.addressWithheld ? html`<span class="withheld">Address withheld to protect people.</span>` : nothing}
    ${quotation && html`<q>${quotation}</q>`} ${note && html`<span>${note}</span>`}
    <small
      >${certaintyWord(certainty)}; read ${sayWhen(source.retrieved)}${
        source.archivedAddress ? html`; ${away(source.archivedAddress, 'archived copy')}` : nothing
      }</small
    >
  `
}

/** A link that tells the other side nothing of who comes and from where. */
function away(address: string, text: Content): TemplateResult {
  return html`<a href=${address} rel="noreferrer noopener external">${text}</a>`
}
