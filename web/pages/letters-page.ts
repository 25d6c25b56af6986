/** The ledger of letters: who wrote, about what, what was due when, and how long the silence is that a source vouches for. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { DueState, LedgerLine, LedgerView } from '../../api/contract/overview-views.ts'
import { COMMUNICATION_KINDS, REPLY_STATES, type ReplyState } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { communicationWord, deadlineBasisWord, replyShort, sayDay, sayWhen } from '../timeline/words.ts'
import {
  addressWith,
  type Content,
  countOf,
  filterForm,
  momentOf,
  type PageContext,
  page,
  pager,
  twinsOf,
} from './layout.ts'
import { communicationHref, measureHref, stateHref } from './links.ts'
import { asOfBar, kindOf, REPLIES_ON_DAY, replyTag } from './parts.ts'

/** What can be chosen, whatever is chosen now. */
export interface LedgerChoices {
  states: readonly { code: string; name: string }[]
  mandates: readonly { slug: string; short: string }[]
  families: readonly { slug: string; title: string }[]
}

export const DUE_WORDS: Readonly<Record<DueState, string>> = {
  past: 'Deadline passed',
  ahead: 'Deadline still ahead',
  unknown: 'Deadline not known',
}

export const REPLY_HEADINGS: Readonly<Record<ReplyState, string>> = {
  received: 'Replied',
  none: 'No reply, as a source vouches',
  not_known: 'Reply not known',
}

export function lettersPage(ledger: LedgerView, choices: LedgerChoices, context: PageContext): ServerRenderedTemplate {
  const { counts, items, total, asOf, asOfIsToday, version } = ledger
  const chosenState = choices.states.find(
    ({ code }) => code.toLowerCase() === context.query.jurisdiction?.toLowerCase(),
  )
  const title = chosenState ? `Letters to ${chosenState.name}` : 'Letters'
  return page(context, {
    title,
    description: `${sayCounts(counts)} Each letter with its deadline, what came back, and the days of silence that a source vouches for.`,
    data: { href: addressWith({ ...context, path: '/api/ledger' }, {}), version },
    twins: twinsOf('communications', context, ['jurisdiction', 'kind', 'mandate', 'right', 'family', 'reply']),
    isWide: true,
    main: html`<div class="letters-page">
      <h1>${title}</h1>
      <p class="summary">
        Letters, opinions and findings of international bodies about the measures on record. Silence is claimed only up to the
        day for which a source vouches; where nobody says whether a reply came, that is said.
        <a href="/methodology#silence">How silence is counted</a>
      </p>
      ${asOfBar(asOf, asOfIsToday, context, REPLIES_ON_DAY)} ${countTable(counts, context)} ${filters(choices, context)}
      <p class="counts" role="status">${countOf(total, 'entry', 'entries')}${narrowing(context)} · as of ${sayDay(asOf)}</p>
      ${
        items.length > 0
          ? ledgerTable(items, context)
          : html`<p class="empty">
              Nothing on record fits this choice. <a href="/letters">Show all letters</a>
            </p>`
      }
      ${pager(ledger, context)}
      ${chosenState ? html`<p><a href=${`/letters/questions?jurisdiction=${chosenState.code}${momentOf(context).replace('?', '&')}`}>What these letters asked and no known reply answered</a></p>` : nothing}
    </div>`,
  })
}

const sum = ({ past, ahead, unknown }: LedgerView['counts']['none']): number => past + ahead + unknown

function sayCounts({ received, none, not_known }: LedgerView['counts']): string {
  const all = sum(received) + sum(none) + sum(not_known)
  return `${countOf(all, 'letter')}: ${sum(received)} answered, ${sum(none)} without reply, ${sum(not_known)} not known.`
}

/** What the choice shows beside its counts. */
function narrowing({ query }: PageContext): string {
  const { reply, due } = query
  return [
    reply && reply in REPLY_HEADINGS ? ` · ${REPLY_HEADINGS[reply as ReplyState].toLowerCase()}` : '',
    due && due in DUE_WORDS ? ` · ${DUE_WORDS[due as DueState].toLowerCase()}` : '',
  ].join('')
}

/** The three states of replies, apart, by the deadline. Every number leads to its letters. */
function countTable(counts: LedgerView['counts'], context: PageContext): Content {
  const dues: readonly DueState[] = ['past', 'unknown', 'ahead']
  const number = (count: number, reply: ReplyState, due: DueState | null) =>
    count === 0
      ? html`<span class="zero">0</span>`
      : html`<a href=${addressWith(context, { reply, due, kind: 'letter', page: null })}>${count}</a>`
  return html`<table class="reply-counts">
    <caption>
      Letters that ask for a reply, by what is known of it${counts.others > 0 ? html`; beside them ${countOf(counts.others, 'text')} that ask for none` : nothing}
    </caption>
    <thead>
      <tr>
        <th scope="col">Reply</th>
        ${dues.map((due) => html`<th scope="col">${DUE_WORDS[due]}</th>`)}
        <th scope="col">All</th>
      </tr>
    </thead>
    <tbody>
      ${REPLY_STATES.map(
        (state) => html`<tr>
          <th scope="row"><span class="reply ${state}">${REPLY_HEADINGS[state]}</span></th>
          ${dues.map((due) => html`<td>${number(counts[state][due], state, due)}</td>`)}
          <td>${number(sum(counts[state]), state, null)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

function filters({ states, mandates, families }: LedgerChoices, context: PageContext): Content {
  return filterForm(
    [
      ...(states.length > 1
        ? [
            {
              name: 'jurisdiction',
              label: 'State',
              all: 'All States',
              options: states.map(({ code, name }) => [code, name] as const),
            },
          ]
        : []),
      {
        name: 'kind',
        label: 'Kind',
        all: 'All kinds',
        options: COMMUNICATION_KINDS.map((kind) => [kind, communicationWord(kind)] as const),
      },
      {
        name: 'reply',
        label: 'Reply',
        all: 'Any',
        options: REPLY_STATES.map((state) => [state, REPLY_HEADINGS[state]] as const),
      },
      {
        name: 'due',
        label: 'Deadline',
        all: 'Any',
        options: Object.entries(DUE_WORDS),
      },
      {
        name: 'mandate',
        label: 'Mandate',
        all: 'All mandates',
        options: mandates.map(({ slug, short }) => [slug, short] as const),
      },
      {
        name: 'right',
        label: 'Right',
        all: 'All rights',
        options: RIGHTS.map(({ slug, short }) => [slug, short] as const),
      },
      {
        name: 'family',
        label: 'Idea',
        all: 'All ideas',
        options: families.map(({ slug, title }) => [slug, title] as const),
      },
    ],
    context,
  )
}

/** A column's head that sorts by it, and the other way round when pressed again. */
function sortHead(label: string, key: string, first: '' | '-', context: PageContext): Content {
  const now = context.query.sort ?? '-on'
  const isBy = now.replace('-', '') === key
  const next = isBy ? (now.startsWith('-') ? key : `-${key}`) : `${first}${key}`
  const direction = now.startsWith('-') ? 'descending' : 'ascending'
  return html`<th scope="col" aria-sort=${isBy ? direction : nothing}>
    <a href=${addressWith(context, { sort: next === '-on' ? null : next, page: null })}
      >${label}${isBy ? html`<span aria-hidden="true"> ${now.startsWith('-') ? '↓' : '↑'}</span>` : nothing}</a
    >
  </th>`
}

function ledgerTable(items: readonly LedgerLine[], context: PageContext): Content {
  return html`<table class="entries">
    <thead>
      <tr>
        ${sortHead('Sent', 'on', '-', context)}
        <th scope="col">What and from whom</th>
        ${sortHead('State', 'state', '', context)}
        <th scope="col">About</th>
        ${sortHead('Deadline', 'deadline', '-', context)} ${sortHead('Reply and silence', 'silence', '-', context)}
      </tr>
    </thead>
    <tbody>
      ${items.map((line) => entry(line, context))}
    </tbody>
  </table>`
}

/** So many senders stand in a line; the others are counted. */
const SENDERS = 3

function entry(line: LedgerLine, context: PageContext): Content {
  const { slug, title, reference, on, from, fromIsPartial, state, measures, disputed } = line
  const senders = [...from.slice(0, SENDERS), ...(from.length > SENDERS ? [`and ${from.length - SENDERS} more`] : [])]
  return html`<tr id="letter-${slug}">
    <td class="when">${sayWhen(on)}</td>
    <th scope="row">
      <a href=${communicationHref(slug, context)}>${title.en}</a>
      <span class="facts">${[kindOf(line), line.joint ? 'joint' : '', reference && !title.en.includes(reference) ? reference : ''].filter(Boolean).join(' · ')}</span>
      <span class="facts">From ${senders.join('; ')}${fromIsPartial ? '; others signed too' : nothing}${disputed ? '. Sources disagree' : nothing}</span>
    </th>
    <td><span class="label">State </span><a href=${stateHref(state.code, context)}>${state.name}</a></td>
    <td>
      ${
        measures.length > 0
          ? html`<span class="label">About </span>${measures.map((measure, i) => html`${i > 0 ? '; ' : nothing}<a href=${measureHref(measure.slug, context)}>${measure.title}</a>`)}`
          : html`<span class="facts">no measure on record</span>`
      }
    </td>
    <td>${deadlineCell(line)}</td>
    <td>${replyCell(line)}</td>
  </tr>`
}

function deadlineCell({ kind, deadline, due }: LedgerLine): Content {
  if (kind !== 'letter') return html`<span class="facts">asks for no reply</span>`
  if (!deadline?.on)
    return html`<span class="label">Deadline </span><span class="facts">${deadline?.days ? `${deadline.days} days; day sent not known to the day` : 'not known'}</span>`
  return html`<span class="label">Deadline </span>${sayDay(deadline.on)}
    <span class="facts">${[due === 'past' ? 'passed' : '', `${deadline.days} days, ${deadlineBasisWord(deadline.basis)}`].filter(Boolean).join(' · ')}</span>`
}

export function replyCell({ replyOnDay, reply, silence, replyDelay }: LedgerLine): Content {
  if (replyOnDay === null) return nothing
  const told = {
    received: () =>
      reply?.state === 'received' ? [reply.on ? sayWhen(reply.on) : 'date not known', sayDelay(replyDelay)] : [],
    none: () => (silence ? [saySilence(silence), `vouched for to ${sayDay(silence.until)}`] : []),
    not_known: () => (reply?.state === 'not_known' && reply.note ? [reply.note] : []),
  }[replyOnDay]()
  return html`${replyTag(replyOnDay)}
    <span class="facts">${told.filter(Boolean).join(' · ')}</span>`
}

/** "1,234 days of silence past the deadline". */
export function saySilence({ days }: NonNullable<LedgerLine['silence']>): string {
  if (days === null) return 'silence since a deadline that is not known'
  if (days < 0) return `${Math.abs(days)} days before the deadline`
  return `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'} past the deadline`
}

function sayDelay(delay: number | null): string {
  if (delay === null) return ''
  if (delay === 0) return 'on the day of the deadline'
  const days = `${Math.abs(delay)} ${Math.abs(delay) === 1 ? 'day' : 'days'}`
  return delay < 0 ? `${days} before the deadline` : `${days} after the deadline`
}

/** For other pages: the three states in a line, each with its word. */
export const sayReplies = ({ received, none, not_known }: Record<ReplyState, number>): string =>
  [
    received > 0 ? `${received} ${replyShort('received')}` : '',
    none > 0 ? `${none} ${replyShort('none')}` : '',
    not_known > 0 ? `${not_known} ${replyShort('not_known')}` : '',
  ]
    .filter(Boolean)
    .join(', ')
