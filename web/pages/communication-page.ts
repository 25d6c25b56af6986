/** A letter, opinion or other communication: what it said, about what, what came back, and how others cite it. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { CommunicationDetail, ReferenceView } from '../../api/contract/views.ts'
import { deadlineBasisWord, replyShort, sayDay, sayWhen, statusSentence } from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { addressWith, type Content, jsonLdTwin, momentOf, type PageContext, page } from './layout.ts'
import { eventHref, stateHref } from './links.ts'
import {
  asOfBar,
  communicationList,
  disagreementBox,
  eventList,
  kindOf,
  otherTitles,
  replySentence,
  replyTag,
  section,
  statusChip,
} from './parts.ts'
import { citedCommunication, communicationData, describedLetter } from './structured.ts'

export function communicationPage(letter: CommunicationDetail, context: PageContext): ServerRenderedTemplate {
  const sources = new Sources(letter, letter.sources)
  const { slug, title, summary, asOf, asOfIsToday, version } = letter
  return page(context, {
    title: title.en,
    description: summary,
    canonical: `/communications/${slug}`,
    data: { href: addressWith({ ...context, path: `/api/communications/${slug}` }, {}), version },
    structured: communicationData(describedLetter(letter), context.site),
    twins: [jsonLdTwin('communications', slug, context)],
    pictured: { jurisdiction: letter.jurisdiction.toUpperCase() },
    cited: citedCommunication(letter, context.site),
    main: html`<article class="communication">
      <header>
        ${breadcrumbs(letter, context)}
        <h1>${title.en}</h1>
        ${otherTitles(title)}
        <p class="facts">
          ${[kindOf(letter), letter.joint ? 'joint' : '', letter.reference ?? '', sayWhen(letter.on)].filter(Boolean).join(' · ')}${sources.marks(letter.cites)}
        </p>
      </header>
      ${asOfBar(asOf, asOfIsToday, context)} ${notYet(letter)} ${replyCard(letter, sources)}
      ${letter.disagreements.map((one) => disagreementBox(one, sources))}
      <p class="summary">${summary}</p>
      <div class="columns">
        <div>
          ${section('measures', 'What it is about', measureList(letter, sources, context), letter.measures.length === 0)}
          ${section('questions', 'What it asks', questionList(letter), letter.questions.length === 0)}
          ${section(
            'events',
            'Events it speaks of',
            eventList(letter.events, asOf, sources, (event) => eventHref(event, context)),
            letter.events.length === 0,
          )}
        </div>
        <div>
          ${section('from', 'From', senderList(letter), letter.from.length === 0)}
          ${section('earlier', 'Earlier letters that it names', earlierList(letter, sources, context), letter.earlier.length === 0)}
          ${section('cited-as', 'How others cite it', citedAsList(letter.citedAs, sources), letter.citedAs.length === 0)}
          ${section('later', 'Later texts that name it', communicationList(letter.later, asOf, context), letter.later.length === 0)}
          ${section('law', 'What it refers to', legalList(letter), letter.legalReferences.length === 0)}
        </div>
      </div>
      ${sources.list()}
    </article>`,
  })
}

function breadcrumbs({ jurisdiction, jurisdictionName }: CommunicationDetail, context: PageContext): Content {
  const { asOf = null, version = null } = context.query
  const letters = addressWith(
    { path: '/letters', query: {} },
    { jurisdiction: jurisdiction.toUpperCase(), asOf, version },
  )
  return html`<nav class="breadcrumbs" aria-label="Where this stands">
    <a href=${stateHref(jurisdiction.toUpperCase(), context)}>${jurisdictionName}</a> › <a href=${letters}>Letters</a>
  </nav>`
}

/** On a day before it was written. */
function notYet({ on, asOf }: CommunicationDetail): Content {
  if (!on?.earliest || on.earliest <= asOf) return nothing
  return html`<p class="not-yet"><strong>Not yet written on ${sayDay(asOf)}.</strong> What follows was so later.</p>`
}

/** The reply in one strong word, and what is known of the deadline; silence only as far as a source vouches for it. */
function replyCard(letter: CommunicationDetail, sources: Sources): Content {
  const { deadline, reply, replyOnDay, asOf } = letter
  // Of a letter not yet written, what is on record; the page says above that all of it was later.
  const state = replyOnDay ?? reply?.state
  if (!reply || !state) return nothing
  const word = replyShort(state)
  const known = reply.state === 'not_known' ? [] : reply.cites
  const disagreements = reply.state === 'not_known' ? [] : reply.disagreements
  return html`<section class="card status-card reply-${state}" aria-label="Reply">
    <span class="reply ${state}">${word.charAt(0).toUpperCase()}${word.slice(1)}</span>
    <div>
      <p><strong>${replySentence(letter, asOf)}</strong>${sources.marks(known)}</p>
      ${deadline ? html`<p>${deadlineSentence(deadline)}</p>` : nothing}
      ${reply.state === 'not_known' && reply.note ? html`<p class="facts">${reply.note}</p>` : nothing}
      ${disagreements.map((one) => disagreementBox(one, sources))}
    </div>
  </section>`
}

function deadlineSentence({ days, on, basis }: NonNullable<CommunicationDetail['deadline']>): string {
  if (days === null) return 'The deadline for a reply is not known.'
  const due = on ? `Reply due by ${sayDay(on)}` : 'The day on which the reply was due is not known'
  return `${due}: ${days} days, ${deadlineBasisWord(basis)}.`
}

function measureList({ measures }: CommunicationDetail, sources: Sources, context: PageContext): Content {
  return html`<ul class="about">
    ${measures.map(
      ({ slug, title, status, note, cites }) => html`<li>
        <h3><a href="/measures/${slug}${momentOf(context)}">${title}</a>${sources.marks(cites)}</h3>
        <p>${statusChip(status.is)} ${statusSentence(status)}</p>
        ${note ? html`<p class="facts">${note}</p>` : nothing}
      </li>`,
    )}
  </ul>`
}

function questionList({ questions }: CommunicationDetail): Content {
  return html`<p class="facts">In our words; the numbers are the letter’s.</p>
    <ol class="questions">
      ${questions.map(({ number, gist, locator }) => html`<li value=${number}>${gist} <span class="facts">${locator}</span></li>`)}
    </ol>`
}

function senderList({ from, fromIsPartial }: CommunicationDetail): Content {
  return html`<ul class="senders">
      ${from.map(
        ({ name, resolution, holder }) => html`<li>
          ${name}
          <span class="facts">
            ${[holder ? `held by ${holder}` : '', resolution ? `Human Rights Council resolution ${resolution}` : ''].filter(Boolean).join(' · ')}
          </span>
        </li>`,
      )}
    </ul>
    ${fromIsPartial ? html`<p class="facts">Others signed too; who they are is not on record.</p>` : nothing}`
}

function earlierList({ earlier, asOf }: CommunicationDetail, sources: Sources, context: PageContext): Content {
  return html`<ul class="ledger">
    ${earlier.map(
      ({ citedAs, on, note, resolved, cites }) => html`<li>
        ${resolved ? html`<a href="/communications/${resolved.slug}${momentOf(context)}">${citedAs}</a>` : citedAs}
        <span
          >${sayWhen(on ?? resolved?.on ?? null)}${
            resolved?.replyOnDay
              ? html` · ${replyTag(resolved.replyOnDay)}${
                  resolved.replyOnDay === 'none' && resolved.reply?.state === 'none'
                    ? ` as of ${sayDay(resolved.reply.asOf < asOf ? resolved.reply.asOf : asOf)}`
                    : nothing
                }`
              : nothing
          }${sources.marks(cites)}</span
        >
        ${note ? html`<span class="facts">${note}</span>` : nothing}
      </li>`,
    )}
  </ul>`
}

function citedAsList(references: readonly ReferenceView[], sources: Sources): Content {
  return html`<ul>
    ${references.map(
      ({ citedAs, resolvedTo, note, cites }) => html`<li>
        Printed as <b>${citedAs}</b>${sources.marks(cites)}${resolvedTo === null ? ': this reference does not resolve to it' : nothing}.
        ${note ? html`<span class="facts">${note}</span>` : nothing}
      </li>`,
    )}
  </ul>`
}

/** By instrument, in the order in which the letter cites them. */
function legalList({ legalReferences }: CommunicationDetail): Content {
  const byInstrument = new Map<string, CommunicationDetail['legalReferences']>()
  for (const reference of legalReferences)
    byInstrument.set(reference.instrument, [...(byInstrument.get(reference.instrument) ?? []), reference])
  return html`<ul class="law">
    ${[...byInstrument.values()].map((references) => {
      const [first] = references
      if (!first) return nothing
      const { short, symbol } = first
      const places = references
        .map(({ article, paragraphs }) =>
          [article ? `article ${article}` : '', paragraphs ? `paragraphs ${paragraphs}` : '']
            .filter(Boolean)
            .join(', '),
        )
        .filter(Boolean)
      return html`<li>
        ${short}${symbol && symbol !== short ? html` <span class="facts">${symbol}</span>` : nothing}${
          places.length > 0 ? `: ${places.join('; ')}` : nothing
        }
      </li>`
    })}
  </ul>`
}
