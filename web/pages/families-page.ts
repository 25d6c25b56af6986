/** The ideas on record, and how far each has travelled. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import type { FamilyCard } from '../../api/contract/views.ts'
import { sayBeginLater, sayStatusCounts } from '../timeline/words.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page } from './layout.ts'

export function familiesPage(
  families: readonly FamilyCard[],
  { version }: { version: number },
  context: PageContext,
): ServerRenderedTemplate {
  return page(context, {
    title: 'How ideas travel',
    description: `${countOf(families.length, 'idea')} that turn up in law after law, each over all States on one timeline.`,
    data: { href: addressWith({ ...context, path: '/api/families' }, {}), version },
    main: html`<h1>How ideas travel</h1>
      <p class="summary">
        A bill that fails comes back; a law of one State turns up in the next. A family holds the measures that carry the
        same idea, whether or not anybody says that one was the model for another. Who says so stands with each relation.
      </p>
      ${
        families.length === 0
          ? html`<p class="empty">No family is on record. <a href="/">Show all measures</a></p>`
          : html`<ul class="cards">${families.map((family) => card(family, context))}</ul>`
      }`,
  })
}

function card(
  { slug, title, summary, measures, states, statuses, later, begunOn, lastBegunOn }: FamilyCard,
  context: PageContext,
): Content {
  const [first, last] = [begunOn?.slice(0, 4), lastBegunOn?.slice(0, 4)]
  const years = first ? (first === last ? first : `${first} to ${last}`) : ''
  const facts = [countOf(measures, 'measure'), countOf(states.length, 'State'), years].filter(Boolean)
  return html`<li>
    <article class="card">
      <p class="kicker">${facts.join(' · ')}</p>
      <h2 class="title"><a href=${`/families/${slug}${momentOf(context)}`}>${title.en}</a></h2>
      <p>${summary}</p>
      <p class="facts">${states.join(', ')}. ${[sayStatusCounts(statuses), sayBeginLater(later, statuses.length)].filter(Boolean).join('; ')}.</p>
    </article>
  </li>`
}
