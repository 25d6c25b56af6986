/** A measure: where it stands and why, what happened, what it does to rights, and what was said about it. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { ImpactView, MeasureDetail, ProvisionView, RelationView, StepView } from '../../api/contract/views.ts'
import { RULE_TEXT } from '../../db/vocabulary/stages.ts'
import { sayPeriod, saySpan } from '../timeline/lane-bar.ts'
import {
  effectWord,
  groundWord,
  kindWithOutcome,
  relationWord,
  resultWord,
  sayDay,
  sayWhen,
  severityWord,
  stageWord,
  statusSentence,
  statusWord,
} from '../timeline/words.ts'
import { languageName, Sources } from './cites.ts'
import {
  addressWith,
  type Content,
  citeAddress,
  embedsAddress,
  jsonLdTwin,
  momentOf,
  type PageContext,
  page,
} from './layout.ts'
import { eventHref, ruleLink, stateHref } from './links.ts'
import { miniBar } from './mini-bar.ts'
import {
  asOfBar,
  communicationList,
  disagreementBox,
  eventList,
  otherTitles,
  section,
  statusChip,
  statusReason,
  voteFigures,
} from './parts.ts'
import { citedMeasure, measureData } from './structured.ts'

export function measurePage(measure: MeasureDetail, context: PageContext): ServerRenderedTemplate {
  const sources = new Sources(measure, measure.sources)
  const { slug, shortTitle, title, summary, status, asOf, asOfIsToday, version } = measure
  return page(context, {
    title: shortTitle.en,
    description: `${statusSentence(status)} ${summary}`,
    data: { href: addressWith({ ...context, path: `/api/measures/${slug}` }, {}), version },
    structured: measureData(measure, { site: context.site, asOf }),
    twins: [jsonLdTwin('measures', slug, context)],
    pictured: { jurisdiction: measure.jurisdiction.toUpperCase() },
    cited: citedMeasure(measure, context.site),
    main: html`<article class="measure">
      <header>
        ${breadcrumbs(measure, context)}
        <h1>${shortTitle.en}</h1>
        <p class="lead">${title.en === shortTitle.en ? nothing : title.en}</p>
        ${otherTitles(title)}
        <p class="facts">
          ${kindWithOutcome(measure.kind, status.is)}${measure.identifiers.map(({ value, cites }) => html` · ${value}${sources.marks(cites)}`)} ·
          <a href=${embedsAddress(context)}>Embed</a>
        </p>
      </header>
      ${asOfBar(asOf, asOfIsToday, context)} ${statusCard(measure, sources, context)}
      <p class="summary">${summary}${sources.marks(measure.cites)}</p>
      ${measure.disagreements.map((one) => disagreementBox(one, sources))}
      <div class="columns">
        <div>
          ${section('steps', 'What happened', stepList(measure, sources, context))} ${history(measure)}
          ${section('texts', 'Texts', textList(measure, sources), measure.texts.length === 0)}
          ${section('sponsors', 'Sponsors', sponsorList(measure, sources), measure.sponsors.length === 0)}
        </div>
        <div>
          ${section('impacts', 'What it does to rights', impactCards(measure, sources, context))}
          ${families(measure, context)}
          ${section('relations', 'Beside other measures', relationList(measure.relations, sources, context), measure.relations.length === 0)}
          ${section('communications', 'Letters and opinions', communicationList(measure.communications, asOf, context), measure.communications.length === 0)}
          ${section(
            'events',
            'Events',
            eventList(measure.events, asOf, sources, (slug) => eventHref(slug, context)),
            measure.events.length === 0,
          )}
        </div>
      </div>
      ${sources.list()}
    </article>`,
  })
}

function breadcrumbs(measure: MeasureDetail, context: PageContext): Content {
  return html`<nav class="breadcrumbs" aria-label="Where this stands">
    <a href=${stateHref(measure.jurisdiction.toUpperCase(), context)}>${measure.jurisdictionName}</a>
    ${measure.familyRecords.map(({ slug, title }) => html` › <a href="/families/${slug}${momentOf(context)}">Idea: ${title.en}</a>`)}
  </nav>`
}

function statusCard(measure: MeasureDetail, sources: Sources, context: PageContext): Content {
  const { status, steps, slug, checkedOn, relations } = measure
  const { basis } = status
  const ownStep = basis?.measure === slug ? steps.find(({ key }) => key === basis.step) : undefined
  const other = basis && basis.measure !== slug ? basis.measure : null
  const otherTitle = other && (relations.find(({ measure: one }) => one?.slug === other)?.measure?.title ?? other)
  const href = basis
    ? other
      ? `/measures/${other}${momentOf(context)}#step-${basis.step}`
      : `#step-${basis.step}`
    : null
  return html`<section class="card status-card ${status.is ?? 'none'}" aria-label="Status">
    ${statusChip(status.is)}
    <div>
      <p><strong>${statusSentence(status)}</strong>${ownStep ? sources.marks(ownStep.cites) : nothing}</p>
      <p>${statusReason(status, otherTitle, href)}</p>
      <p class="checked">Checked ${sayDay(checkedOn)}.</p>
    </div>
  </section>`
}

function stepList({ steps }: MeasureDetail, sources: Sources, context: PageContext): Content {
  return html`<ol class="steps">
    ${steps.map(
      (step) => html`<li id="step-${step.key}" class=${classesOf(step)}>
        <p class="when">${sayWhen(step.on)}${step.until ? ` to ${sayWhen(step.until)}` : nothing}</p>
        <div>
          <h3>${step.label}${sources.marks(step.cites)} ${step.vote ? voteFigures(step.vote) : nothing}</h3>
          <p class="facts">${stepFacts(step)} <a class="cite-part" href=${citeAddress(context, `step-${step.key}`)} aria-label="Cite: ${step.label}">cite</a></p>
          ${step.note ? html`<p>${step.note}</p>` : nothing}
          ${step.disagreements.map((one) => disagreementBox(one, sources))}
        </div>
      </li>`,
    )}
  </ol>`
}

function classesOf({ afterAsOf, planned }: StepView): string {
  return [afterAsOf ? 'later' : '', planned ? 'planned' : ''].filter(Boolean).join(' ')
}

function stepFacts(step: StepView): string {
  const stage = stageWord(step.stage)
  const staged = step.result ? `${stage}, ${resultWord(step.result)}` : stage
  return [
    staged === step.label ? '' : staged,
    step.standsAt ? `reported as ${statusWord(step.standsAt).toLowerCase()}` : '',
    step.body ?? '',
    step.planned ? 'planned' : '',
    step.inferred ? 'date inferred, no source states it' : '',
    step.afterAsOf ? 'after the day shown' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function history({ spans, steps }: MeasureDetail): Content {
  const first = spans[0]
  if (!first) return nothing
  return section(
    'history',
    'Status over time',
    html`${miniBar(spans)}
      <ol class="history">
        ${spans.map(
          (span) => html`<li>
            ${statusChip(span.status)}
            <div>
              <p>
                ${saySpan(span, steps)}${span.asAnnounced ? ', as announced' : nothing}${span.asReported ? ', as reported' : nothing}
              </p>
              ${span.quiet.map(
                (quiet) =>
                  html`<p class="facts">
                    ${quiet.kind === 'dormant' ? `Dormant ${sayPeriod(quiet)}: no step is known.` : `Not checked ${sayPeriod(quiet)}.`}
                  </p>`,
              )}
              <p class="facts">${ruleLink(span.rule)}: ${RULE_TEXT[span.rule]}</p>
            </div>
          </li>`,
        )}
      </ol>`,
  )
}

function textList({ texts }: MeasureDetail, sources: Sources): Content {
  return html`<ul class="texts">
    ${texts.map(
      ({ label, on, language, address, current, cites }) => html`<li>
        ${address ? html`<a href=${address} rel="noreferrer">${label.en}</a>` : label.en}${sources.marks(cites)}
        <span class="facts"
          >${[sayWhen(on), language ? languageName(language) : '', current ? 'the current text' : ''].filter(Boolean).join(' · ')}</span
        >
      </li>`,
    )}
  </ul>`
}

function sponsorList({ sponsors }: MeasureDetail, sources: Sources): Content {
  return html`<ul>
    ${sponsors.map(({ name, office, cites }) => html`<li>${name ? `${name}, ` : nothing}${office}${sources.marks(cites)}</li>`)}
  </ul>`
}

/** By provision, in the order of the text; what concerns the measure as a whole comes first. */
function impactCards(measure: MeasureDetail, sources: Sources, context: PageContext): Content {
  const { provisions, impacts } = measure
  if (provisions.length + impacts.length === 0)
    return html`<p>No right that it touches is on record: no provision yet, and no assessment of what it does.</p>`
  const whole = impacts.filter(({ provision }) => provision === null)
  return html`
    ${
      whole.length > 0
        ? html`<section class="card provision">
            <h3>The measure as a whole</h3>
            ${whole.map((impact) => impactEntry(impact, sources, context))}
          </section>`
        : nothing
    }
    ${provisions.map((provision) =>
      provisionCard(
        provision,
        impacts.filter((impact) => impact.provision === provision.key),
        measure,
        sources,
        context,
      ),
    )}
  `
}

function provisionCard(
  provision: ProvisionView,
  impacts: readonly ImpactView[],
  { texts }: MeasureDetail,
  sources: Sources,
  context: PageContext,
): Content {
  const stands = texts.filter(({ key }) => provision.texts.includes(key))
  return html`<section class="card provision" id="provision-${provision.key}">
    <h3>${provision.label}</h3>
    <p>${provision.gist}${sources.marks(provision.cites)}</p>
    ${provision.wording ? html`<blockquote>${provision.wording}</blockquote>` : nothing}
    ${stands.length > 0 ? html`<p class="facts">Stands in: ${stands.map(({ label }) => label.en).join('; ')}</p>` : nothing}
    ${provision.disagreements.map((one) => disagreementBox(one, sources))}
    ${impacts.map((impact) => impactEntry(impact, sources, context))}
  </section>`
}

function impactEntry(impact: ImpactView, sources: Sources, context: PageContext): Content {
  const { right, articles, effect, severity, severityReason, grounds, reasoning, saidBy, counts, cites } = impact
  const voice =
    saidBy.voice === 'editors'
      ? 'Editors’ assessment'
      : html`Said by <a href="/communications/${saidBy.communication}${momentOf(context)}">${saidBy.reference ?? saidBy.title}</a>`
  return html`<div class="impact" id="impact-${impact.key}">
    <p class="tags">
      <span class="severity ${severity ?? 'none'}">${severityWord(severity)}</span>
      <span class="tag">${[right.title, ...articles].join(' · ')}</span>
      ${effect === 'restricts' ? nothing : html`<span class="tag">${effectWord(effect)}</span>`}
      ${grounds.map((ground) => html`<span class="tag ground">${groundWord(ground)}</span>`)}
    </p>
    <p>${reasoning}</p>
    <p class="facts">
      ${voice}${sources.marks(cites)}${severityReason ? html`. Severity, editors’ assessment: ${severityReason}` : nothing}${
        counts ? nothing : html` <b>No longer in the current text.</b>`
      }
    </p>
  </div>`
}

function families(measure: MeasureDetail, context: PageContext): Content {
  return measure.familyRecords.map((family) =>
    section(
      `family-${family.slug}`,
      `The idea, before and after: ${family.title.en}`,
      html`<p>${family.summary}</p>
        <ol class="family">
          ${family.members.map(({ slug, title, status, firstOn }) => {
            const said = html`${title} <span class="facts">${firstOn ? `from ${firstOn.slice(0, 4)} · ` : nothing}${status ? statusWord(status).toLowerCase() : 'no status yet'}</span>`
            return slug === measure.slug
              ? html`<li aria-current="true"><strong>${said}</strong></li>`
              : html`<li><a href="/measures/${slug}${momentOf(context)}">${said}</a></li>`
          })}
        </ol>`,
    ),
  )
}

function relationList(relations: readonly RelationView[], sources: Sources, context: PageContext): Content {
  return html`<ul class="relations">
    ${relations.map(({ type, side, measure, outside, intended, note, cites }) => {
      const other = measure
        ? html`<a href="/measures/${measure.slug}${momentOf(context)}">${measure.title}</a>`
        : (outside ?? 'a measure outside this record')
      const word = relationWord(type, intended)
      return html`<li>
        ${side === 'newer' ? html`This measure ${word} ${other}` : html`${other} ${word} this measure`}${sources.marks(cites)}.
        ${note ? html`<span class="facts">${note}</span>` : nothing}
      </li>`
    })}
  </ul>`
}
