/** What was asked of a State and, as far as is known, not answered: a table to annex, that prints by itself. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { OpenQuestionsView } from '../../api/contract/overview-views.ts'
import { sayDay, sayWhen } from '../timeline/words.ts'
import { Sources } from './cites.ts'
import { addressWith, type Content, countOf, filterForm, type PageContext, page } from './layout.ts'
import { communicationHref } from './links.ts'
import { asOfBar, REPLIES_ON_DAY, replySentence, replyTag } from './parts.ts'

type States = readonly { code: string; name: string }[]

const INTRODUCTION =
  'What UN experts and others asked in letters to which no reply is on record. Silence is claimed only to the day for which a source vouches; where nobody says whether a reply came, that is said.'

const chooseState = (states: States, context: PageContext): Content =>
  filterForm(
    [
      {
        name: 'jurisdiction',
        label: 'State',
        all: 'Choose a State',
        options: states.map(({ code, name }) => [code, name] as const),
      },
    ],
    context,
  )

/** Questions are put to one State. */
export function chooseQuestionsPage(
  states: States,
  { version }: { version: number },
  context: PageContext,
): ServerRenderedTemplate {
  return page(context, {
    title: 'Questions without a known answer',
    description: INTRODUCTION,
    data: { href: addressWith({ ...context, path: '/api/ledger' }, {}), version },
    main: html`<h1>Questions without a known answer</h1>
      <p class="summary">${INTRODUCTION}</p>
      ${chooseState(states, context)}`,
  })
}

/** `states`: those to choose from. */
export function questionsPage(view: OpenQuestionsView, states: States, context: PageContext): ServerRenderedTemplate {
  const { state, items, asOf, asOfIsToday, version } = view
  const sources = new Sources(view, view.sources)
  const title = `Questions to ${state.name} without a known answer`
  const questions = items.reduce((sum, line) => sum + line.questions.length, 0)
  const silent = items.filter(({ replyOnDay }) => replyOnDay === 'none').length
  const counts = `${countOf(items.length, 'letter')}: ${silent} without reply as a source vouches, ${items.length - silent} of which the reply is not known; ${countOf(questions, 'question')}`
  const data = { path: '/api/questions', query: context.query }
  return page(context, {
    title,
    description: `${counts}. As of ${sayDay(asOf)}.`,
    data: { href: addressWith(data, {}), version },
    twins: [{ type: 'text/csv', href: addressWith({ ...data, path: '/api/questions.csv' }, {}), title: 'Table (CSV)' }],
    isWide: true,
    main: html`<div class="questions-page">
      <h1>${title}</h1>
      <p class="summary">
        ${INTRODUCTION} The questions are in our words; the paragraph shows where they stand.
      </p>
      ${asOfBar(asOf, asOfIsToday, context, REPLIES_ON_DAY)}
      ${chooseState(states, context)}
      <p class="counts" role="status">${counts} · as of ${sayDay(asOf)} · version ${version}</p>
      ${items.length > 0 ? table(view, sources, context) : html`<p class="empty">No letter to ${state.name} without a known reply is on record as of this day. <a href=${`/letters?jurisdiction=${state.code}`}>All letters to ${state.name}</a></p>`}
      ${sources.list()}
    </div>`,
  })
}

function table({ items, asOf }: OpenQuestionsView, sources: Sources, context: PageContext): Content {
  return html`<table class="entries questions-table">
      <thead>
        <tr>
          <th scope="col">Letter</th>
          <th scope="col">Reply</th>
          <th scope="col">Asked</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (line) => html`<tr>
            <th scope="row">
              <a href=${communicationHref(line.slug, context)}>${line.reference ?? line.title.en}</a>
              <span class="facts">${sayWhen(line.on)}${line.deadline?.on ? `, reply due by ${sayDay(line.deadline.on)}` : nothing}</span>
              ${sources.marks(line.cites)}
            </th>
            <td>${line.replyOnDay ? replyTag(line.replyOnDay) : nothing} <span class="facts">${replySentence(line, asOf)}</span></td>
            <td>
              ${
                line.questions.length > 0
                  ? html`<ol class="questions">
                      ${line.questions.map(({ number, gist, locator }) => html`<li value=${number}>${gist} <span class="facts">${locator}</span></li>`)}
                    </ol>`
                  : html`<p class="facts">The questions of this letter are not on record.</p>`
              }
            </td>
          </tr>`,
        )}
      </tbody>
    </table>`
}
