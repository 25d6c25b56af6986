/** Measures against rights: how severely each is touched, who says so and by which articles; on a narrow screen as a list. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { MatrixView } from '../../api/contract/overview-views.ts'
import type { ImpactView } from '../../api/contract/views.ts'
import { MEASURE_KINDS } from '../../db/vocabulary/lists.ts'
import { STATUSES } from '../../db/vocabulary/stages.ts'
import { splitByBeginning } from '../timeline/on-day.ts'
import { kindWord, sayDay, sayLater, severityWord, statusWord } from '../timeline/words.ts'
import { addressWith, type Content, countOf, filterForm, type PageContext, page, twinsOf } from './layout.ts'
import { measureHref, rightHref, stateHref } from './links.ts'
import { asOfBar, statusChip } from './parts.ts'

type Row = MatrixView['rows'][number]
type Cell = Row['cells'][number]

export function rightsPage(
  matrix: MatrixView,
  choices: { states: readonly { code: string; name: string }[] },
  context: PageContext,
): ServerRenderedTemplate {
  const { rights, rows, asOf, asOfIsToday, version } = matrix
  const touched = rights.filter(({ measures }) => measures > 0)
  const [begun, later] = splitByBeginning(rows, asOf)
  const after = sayLater({ measures: later.length, letters: 0, events: 0 }, asOfIsToday)
  const untouched = rights.filter(({ measures }) => measures === 0)
  return page(context, {
    title: 'Rights',
    description: `${countOf(rows.length, 'measure')} against ${countOf(touched.length, 'right')}: how severely each is touched, who says so, and by which articles.`,
    data: { href: addressWith({ ...context, path: '/api/matrix' }, {}), version },
    twins: twinsOf('measures', context, ['jurisdiction', 'status', 'kind', 'family']),
    isWide: true,
    main: html`<div class="rights-page">
      <h1>Rights</h1>
      <p class="summary">
        Each cell tells the highest severity among what a measure does to a right, and leads to the reasoning with its sources.
        Severity is the editors’ assessment by <a href="/methodology#how-badly-severity">published criteria</a>; who says that
        the right is touched stands beside it. A pale word “not assessed”: touched, but the wording is not known.
      </p>
      ${asOfBar(asOf, asOfIsToday, context)} ${filters(choices, context)}
      <p class="counts" role="status">
        ${countOf(begun.length, 'measure')} · ${countOf(touched.length, 'right')} touched · status as of ${sayDay(asOf)}${after ? ` (${after})` : nothing}
      </p>
      ${rightList(touched, untouched, context)}
      ${
        rows.length > 0
          ? html`${table(touched, rows, context)} ${list(touched, rows, context)}`
          : html`<p class="empty">No measure on record fits this choice. <a href="/rights">Show all measures</a></p>`
      }
    </div>`,
  })
}

function filters({ states }: { states: readonly { code: string; name: string }[] }, context: PageContext): Content {
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
        name: 'status',
        label: 'Status on the day',
        all: 'Any status',
        options: STATUSES.map((status) => [status, statusWord(status)] as const),
      },
      {
        name: 'kind',
        label: 'Kind',
        all: 'All kinds',
        options: MEASURE_KINDS.map((kind) => [kind, kindWord(kind)] as const),
      },
    ],
    context,
  )
}

type Rights = MatrixView['rights']

function rightList(touched: Rights, untouched: Rights, context: PageContext): Content {
  const item = ({ slug, title, measures }: Rights[number]) =>
    html`<li><a href=${rightHref(slug, context)}>${title}</a> <small>${measures}</small></li>`
  return html`<details class="all-rights">
    <summary>All ${touched.length + untouched.length} rights, with the number of measures that touch each</summary>
    <ul class="columns-list">
      ${[...touched, ...untouched].map(item)}
    </ul>
  </details>`
}

/** Rows stand by State; the head of each column leads to the right, the head of each row to the measure. */
function table(rights: Rights, rows: readonly Row[], context: PageContext): Content {
  const states = [...new Map(rows.map(({ state }) => [state.code, state])).values()]
  return html`<section class="matrix" tabindex="0" aria-label="Measures and the rights that they touch">
    <table>
      <caption class="unseen">Severity of each measure for each right</caption>
      <thead>
        <tr>
          <th scope="col" class="corner">Measure</th>
          ${rights.map(({ slug, short, measures }) => html`<th scope="col"><a href=${rightHref(slug, context)}>${short}</a> <small>${countOf(measures, 'measure')}</small></th>`)}
        </tr>
      </thead>
      ${states.map(
        ({ code, name }) => html`<tbody>
          ${
            states.length > 1
              ? html`<tr class="group"><th scope="rowgroup" colspan=${rights.length + 1}><a href=${stateHref(code, context)}>${name}</a></th></tr>`
              : nothing
          }
          ${rows
            .filter(({ state }) => state.code === code)
            .map(
              (row) => html`<tr>
                <th scope="row">
                  <a href=${measureHref(row.slug, context)}>${row.title}</a> ${statusChip(row.status.is)}
                </th>
                ${rights.map(({ slug }) => {
                  const cell = row.cells.find(({ right }) => right === slug)
                  return html`<td>${cell ? cellContent(row, cell, context) : html`<span class="unseen">not touched</span>`}</td>`
                })}
              </tr>`,
            )}
        </tbody>`,
      )}
    </table>
  </section>`
}

/** The word on its colour leads to the reasoning; below it the articles, and whose word it is. */
function cellContent(row: Row, { severity, impacts }: Cell, context: PageContext): Content {
  const [worst] = impacts
  const href = `${measureHref(row.slug, context)}${worst ? `#impact-${worst.key}` : '#impacts'}`
  return html`<a class="severity ${severity ?? 'none'}" href=${href} title=${worst?.reasoning ?? nothing}
      >${severity === null ? 'not assessed' : severityWord(severity)}</a
    >
    <small>${[...articlesOf(impacts), sayVoices(impacts)].filter(Boolean).join(' · ')}</small>`
}

/** Each article once; two stand in a cell, the others behind the link. */
const SHOWN_ARTICLES = 2

function articlesOf(impacts: readonly ImpactView[]): string[] {
  const articles = [...new Set(impacts.flatMap((impact) => impact.articles))]
  return articles.length > SHOWN_ARTICLES
    ? [...articles.slice(0, SHOWN_ARTICLES), `+${articles.length - SHOWN_ARTICLES}`]
    : articles
}

/** "editors", or the reference of the text that says it; "and 2 more". */
function sayVoices(impacts: readonly ImpactView[]): string {
  const voices = [
    ...new Set(
      impacts.map(({ saidBy }) => (saidBy.voice === 'editors' ? 'editors' : (saidBy.reference ?? saidBy.title))),
    ),
  ]
  const [first = ''] = voices
  return voices.length > 1 ? `${first} and ${voices.length - 1} more` : first
}

function list(rights: Rights, rows: readonly Row[], context: PageContext): Content {
  return html`<ul class="matrix-list">
    ${rows.map(
      (row) => html`<li>
        <h2 class="plain"><a href=${measureHref(row.slug, context)}>${row.title}</a></h2>
        <p>${statusChip(row.status.is)} <span class="facts">${row.state.name}</span></p>
        ${
          row.cells.length > 0
            ? html`<dl>
                ${rights.flatMap(({ slug, short }) => {
                  const cell = row.cells.find(({ right }) => right === slug)
                  return cell
                    ? [
                        html`<div><dt><a href=${rightHref(slug, context)}>${short}</a></dt><dd>${cellContent(row, cell, context)}</dd></div>`,
                      ]
                    : []
                })}
              </dl>`
            : html`<p class="facts">No impact on a right is on record yet.</p>`
        }
      </li>`,
    )}
  </ul>`
}
