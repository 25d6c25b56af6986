/** Parts that several pages are made of. */
import { html } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { CommunicationSummary, DisagreementView, EventSummary } from '../../api/contract/views.ts'
import { RULE_TEXT, type Status } from '../../db/vocabulary/stages.ts'
import { isAfter, replyOnDay } from '../timeline/on-day.ts'
import type { StatusAnswer, VoteView } from '../timeline/view.ts'
import {
  communicationWord,
  eventWord,
  letterWord,
  replyShort,
  replyWord,
  sayDay,
  sayWhen,
  statusWord,
  voteWords,
} from '../timeline/words.ts'
import type { Sources } from './cites.ts'
import { addressWith, type Content, keptFields, momentOf, type PageContext } from './layout.ts'

/** Of what stands on a page but came later. */
export const AFTER = 'after the day shown'

/** One strong word on the status's own colour. */
export function statusChip(is: Status | null): Content {
  return html`<span class="status ${is ?? 'none'}">${is ? statusWord(is) : 'No status yet'}</span>`
}

/** What the status rests on: step, day, rule. */
export function statusReason({ basis, rule }: StatusAnswer, of: string | null, stepHref: string | null): Content {
  const step = basis && (stepHref ? html`<a href=${stepHref}>${basis.label}</a>` : basis.label)
  return html`${basis ? html`Rests on the step “${step}”${of ? ` of ${of}` : nothing}, ${sayWhen(basis.on)}. ` : nothing}${
    rule
      ? html`<span class="rule"><a href="/methodology#${rule.toLowerCase()}">Rule ${rule}</a>: ${RULE_TEXT[rule]}</span>`
      : nothing
  }`
}

/** As wide as the votes, with its numbers beside it; only the numbers where one side is not known. */
export function voteFigures(vote: VoteView): Content {
  const { for: yes, against: no } = vote
  const words = voteWords(vote)
  if (!words) return nothing
  if (yes === undefined || no === undefined || yes + no === 0) return html`<span class="vote">${words}</span>`
  const share = Math.round((1000 * yes) / (yes + no)) / 10
  return html`<span class="vote"
    ><svg width="104" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="for" width=${share} height="8"></rect>
      <rect class="against" x=${share} width=${Math.round((100 - share) * 10) / 10} height="8"></rect></svg
    >${words}</span
  >`
}

/** All accounts side by side, what is followed, and why. */
export function disagreementBox({ about, reason, claims }: DisagreementView, sources: Sources): Content {
  return html`<div class="disagreement">
    <p><strong>Sources disagree.</strong> ${about}:</p>
    <ul>
      ${claims.map(
        ({ value, date, preferred, cites }) => html`<li>
          ${date ? sayWhen(date) : value}${sources.marks(cites)}${preferred ? html` <b class="followed">followed here</b>` : nothing}
        </li>`,
      )}
    </ul>
    <p>${reason}</p>
  </div>`
}

/** Where letters and opinions are listed: what, when, and what came back. */
export function communicationList(
  communications: readonly CommunicationSummary[],
  asOf: string,
  context: PageContext,
): Content {
  return html`<ul class="ledger">
    ${communications.map(
      (one) => html`<li>
        <a href="/communications/${one.slug}${momentOf(context)}">${one.title.en}</a>
        <span>${kindOf(one)} · ${sayWhen(one.on)}${isAfter(one.on, asOf) ? ` · ${AFTER}` : nothing}${one.replyOnDay ? html` · ${replyTag(one.replyOnDay)}` : nothing}</span>
      </li>`,
    )}
  </ul>`
}

/** "Allegation letter", "Opinion". */
export function kindOf({ kind, letterType }: Pick<CommunicationSummary, 'kind' | 'letterType'>): string {
  return letterType ? letterWord(letterType) : communicationWord(kind)
}

/** "no reply": vouched for; "reply not known": nobody says. */
export function replyTag(state: 'received' | 'none' | 'not_known'): Content {
  return html`<span class="reply ${state}">${replyShort(state)}</span>`
}

/** The reply in a sentence as it was known on the day, with the silence since the deadline where a source vouches for it. */
export function replySentence(
  { reply, on, deadline }: Pick<CommunicationSummary, 'reply' | 'on' | 'deadline'>,
  asOf: string,
): string {
  const known = replyOnDay(reply ?? { state: 'not_known' }, on, asOf)
  return replyWord({ reply: known.reply, laterReply: known.later, dueOn: deadline?.on ?? null })
}

/** `hrefOf` gives the page of each event. */
export function eventList(
  events: readonly EventSummary[],
  asOf: string,
  sources: Sources,
  hrefOf: (slug: string) => string,
): Content {
  return html`<ul class="events">
    ${events.map(
      (event) => html`<li>
        <p class="kicker">
          ${eventWord(event.kind)} · ${sayWhen(event.on)}${event.inferred ? ' (inferred)' : nothing}${event.place ? ` · ${event.place}` : nothing}${isAfter(event.on, asOf) ? ` · ${AFTER}` : nothing}
        </p>
        <h3><a href=${hrefOf(event.slug)}>${event.title.en}</a>${sources.marks(event.cites)}</h3>
        <p>${event.summary}</p>
      </li>`,
    )}
  </ul>`
}

/** Says that the page speaks of another day than today, and lets the reader choose one. */
export function asOfBar(
  asOf: string,
  isToday: boolean,
  context: PageContext,
  what = 'What came later is marked, and a reply that came later was not there yet; titles and summaries are as known today.',
): Content {
  return html`<form class="as-of" method="get" action=${context.path}>
    ${keptFields(context, ['asOf'])}
    <label for="as-of">As of</label>
    <input id="as-of" type="date" name="asOf" value=${asOf} min="1990-01-01" max="2100-12-31">
    <button>Show that day</button>
    ${isToday ? nothing : html`<a href=${addressWith(context, { asOf: null })}>Today</a>`}
    ${isToday ? nothing : html`<p role="note"><strong>Statuses are those of ${sayDay(asOf)}.</strong> ${what}</p>`}
  </form>`
}

/** Of pages that tell replies as they were known on the day. */
export const REPLIES_ON_DAY =
  'Letters sent later are left out, and a reply that came later was not there yet; titles and summaries are as known today.'

/** A section with its heading; nothing where it is empty. */
export function section(id: string, heading: string, content: Content, isEmpty = false): Content {
  if (isEmpty) return nothing
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${heading}</h2>
    ${content}
  </section>`
}

/** A title in the languages of the State, each marked with its own. */
export function otherTitles(texts: Readonly<Partial<Record<string, string>>>): Content {
  // Two languages may have the same word for it; it stands once, in the first of them.
  const others = Object.entries(texts).filter(
    ([language, text], i, all) => language !== 'en' && all.findIndex(([, other]) => other === text) === i,
  )
  return others.map(([language, text]) => html`<p class="original" lang=${language}>${text}</p>`)
}
