/** In place of the first page where a choice holds more than one timeline shows: the States to choose from. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { sayBeginLater, sayDay } from '../timeline/words.ts'
import { addressWith, type Content, countOf, type PageContext, page, twinsOf } from './layout.ts'
import { asOfBar } from './parts.ts'
import { filterForm, rightChips, type TimelineChoices } from './timeline-page.ts'

export interface ChoiceOfStates {
  /** With the measures that had begun by the day, and those that begin later. */
  states: readonly { code: string; name: string; measures: number; later: number }[]
  /** More than this are more than one timeline shows. */
  most: number
  asOf: string
  asOfIsToday: boolean
  version: number
}

const TITLE = 'Laws narrowing civic space'

export function choosePage(
  view: ChoiceOfStates,
  choices: TimelineChoices,
  context: PageContext,
): ServerRenderedTemplate {
  const { states, most, asOf, asOfIsToday, version } = view
  const measures = states.reduce((sum, state) => sum + state.measures + state.later, 0)
  const [only, ...others] = states
  const whole = others.length === 0 && only ? `${only.name}: ` : ''
  return page(context, {
    title: TITLE,
    description: `${countOf(measures, 'measure')} of ${countOf(states.length, 'State')} on record. One timeline shows at most ${most.toLocaleString('en')}.`,
    data: { href: '/api/states', version },
    twins: twinsOf(
      'measures',
      context,
      ['jurisdiction', 'right', 'kind', 'status', 'family', 'severity', 'article', 'mandate'],
      false,
    ),
    main: html`<div class="choose-page">
      <h1>${TITLE}</h1>
      <p class="summary">
        ${whole}${measures.toLocaleString('en')} measures fit this choice, and one timeline shows at most
        ${most.toLocaleString('en')}. ${others.length > 0 ? 'Choose a State, or narrow the choice.' : 'Choose a right, a kind, a status or a family.'}
      </p>
      ${rightChips(context)}
      ${filterForm({ states: states.map(({ code, name }) => ({ slug: code.toLowerCase(), name })), group: 'state' }, choices, context)}
      ${asOfBar(asOf, asOfIsToday, context, 'Measures that begin later are counted apart.')}
      ${others.length > 0 ? stateList(view, context) : ''}
    </div>`,
  })
}

function stateList({ states, asOf }: ChoiceOfStates, context: PageContext): Content {
  return html`<section aria-labelledby="states">
    <h2 id="states">States</h2>
    <ul class="columns-list">
      ${states.map(
        ({ code, name, measures, later }) => html`<li>
          <a href=${addressWith(context, { jurisdiction: code, group: null, open: null })}>${name}</a>
          <small>${[measures > 0 ? countOf(measures, 'measure') : '', sayBeginLater(later, measures)].filter(Boolean).join('; ')}</small>
        </li>`,
      )}
    </ul>
    <p class="facts">As of ${sayDay(asOf)}. <a href="/jurisdictions">What is on record about each State</a></p>
  </section>`
}
