/** An event on the ground, with the measures and letters to whose story it belongs. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { EventDetail } from '../../api/contract/overview-views.ts'
import { eventWord, sayWhen, statusSentence } from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { addressWith, type Content, type PageContext, page } from './layout.ts'
import { measureHref, rightHref, stateHref } from './links.ts'
import { asOfBar, communicationList, disagreementBox, otherTitles, section, statusChip } from './parts.ts'

export function eventPage(event: EventDetail, context: PageContext): ServerRenderedTemplate {
  const { slug, title, kind, on, inferred, place, summary, state, cites, asOf, asOfIsToday, version } = event
  const sources = new Sources(event, event.sources)
  return page(context, {
    title: title.en,
    description: `${eventWord(kind)}, ${state.name}, ${sayWhen(on)}. ${summary}`,
    data: { href: addressWith({ ...context, path: `/api/events/${slug}` }, {}), version },
    pictured: { jurisdiction: state.code },
    main: html`<article class="event">
      <nav class="breadcrumbs" aria-label="Where this stands"><a href=${stateHref(state.code, context)}>${state.name}</a></nav>
      <h1>${title.en}</h1>
      ${otherTitles(title)}
      <p class="facts">
        ${[eventWord(kind), sayWhen(on), inferred ? 'date inferred' : '', place ?? ''].filter(Boolean).join(' · ')}
      </p>
      <p class="summary">${summary}${sources.marks(cites)}</p>
      ${event.disagreements.map((one) => disagreementBox(one, sources))} ${asOfBar(asOf, asOfIsToday, context)}
      ${section('measures', 'Measures to whose story it belongs', measureList(event, context), event.measures.length === 0)}
      ${section('communications', 'Letters and opinions that speak of it', communicationList(event.communications, asOf, context), event.communications.length === 0)}
      ${section(
        'rights',
        'Rights that it touches',
        html`<ul class="tags">
          ${event.rights.map((right) => html`<li><a class="tag" href=${rightHref(right.slug, context)}>${right.title}</a></li>`)}
        </ul>`,
        event.rights.length === 0,
      )}
      ${event.measures.length + event.communications.length === 0 ? html`<p class="empty">It is not joined to a measure or letter on record.</p>` : nothing}
      ${sources.list()}
    </article>`,
  })
}

function measureList({ measures }: EventDetail, context: PageContext): Content {
  return html`<ul class="about">
    ${measures.map(
      ({ slug, title, status }) => html`<li>
        <h3><a href=${measureHref(slug, context)}>${title}</a></h3>
        <p>${statusChip(status.is)} ${statusSentence(status)}</p>
      </li>`,
    )}
  </ul>`
}
