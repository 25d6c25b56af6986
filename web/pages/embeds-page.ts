/** Where embeds are made: a form of choices, the frame as readers will see it, and what to paste. Without script too. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { GROUPINGS, MEASURE_KINDS } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { groupingWord, kindWord, sayDay } from '../timeline/words.ts'
import { type EmbedChoice, frameAddress, frameHeight, SANDBOX, snippetsOf } from './embed-snippets.ts'
import { type Content, keptFields, type PageContext, page } from './layout.ts'
import type { TimelineChoices } from './timeline-page.ts'

/** The version and the day are those of now, or those that were asked for. */
export type EmbedsView = { version: number; asOf: string } & (
  | {
      embed: EmbedChoice
      /** What a reader's browser loads; null where it is not known. */
      bytes: number | null
    }
  /** More measures fit the choice than one timeline shows. */
  | { embed: null; most: number }
)

/** `choices` are those of a timeline; null for a card. */
export function embedsPage(
  view: EmbedsView,
  choices: TimelineChoices | null,
  context: PageContext,
): ServerRenderedTemplate {
  const isCard = choices === null
  return page(context, {
    title: 'Embed',
    description:
      'Set a timeline or the card of a measure into a story: as a frame, an element or a link, live or frozen.',
    data: null,
    isWide: true,
    main: html`<div class="embeds">
      <h1>Embed</h1>
      <p class="lead">${view.embed ? view.embed.title : nothing}</p>
      <p class="summary">
        ${
          isCard
            ? html`The card of a measure. <a href="/embeds">Embed a timeline instead</a>.`
            : 'A timeline for your own page. The card of one measure is made from the measure’s page.'
        }
        It sets no cookie and asks no other site for anything.
      </p>
      ${embedForm(view, choices, context)}
      ${
        view.embed
          ? made(view.embed, view.bytes)
          : html`<p class="empty">
              More measures fit this choice than the ${view.most.toLocaleString('en')} that one timeline shows. Choose a State, a right, a
              kind or a family.
            </p>`
      }
    </div>`,
  })
}

/** The frame as it will be, and what to paste. */
function made(embed: EmbedChoice, bytes: number | null): Content {
  const { frame, element, link } = snippetsOf(embed)
  const loaded = `page, script${element ? ', style sheet and data of this choice' : ' and style sheet'}`
  return html`<section aria-labelledby="preview-title">
      <h2 id="preview-title">As readers see it</h2>
      <iframe
        class="preview"
        src=${frameAddress(embed)}
        title=${`Preview: ${embed.title}`}
        height=${String(frameHeight(embed))}
        sandbox=${SANDBOX}
        ?data-fixed=${embed.height !== null}
      ></iframe>
      ${bytes === null ? nothing : html`<p class="facts" id="weight">${sayWeight(bytes, loaded)}</p>`}
    </section>
    ${snippet('frame', 'Frame', frame, 'Works where scripts are taken out. With the second line, where it is kept, the frame is as high as it needs to be.')}
    ${element === null ? nothing : snippet('element', 'Element', element, 'Stands in your page without a frame, as wide as its place, in your font.')}
    ${snippet('link', 'Link', link, 'Systems that know oEmbed make a frame of the address alone.')}`
}

function embedForm({ version, asOf }: EmbedsView, choices: TimelineChoices | null, context: PageContext): Content {
  const { query } = context
  const select = (name: string, label: string, all: string | null, options: readonly (readonly [string, string])[]) =>
    html`<label
      >${label}
      <select name=${name}>
        ${all === null ? nothing : html`<option value="">${all}</option>`}
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${query[name]?.toLowerCase() === value.toLowerCase()}>${text}</option>`,
        )}
      </select>
    </label>`
  const day = (name: string, label: string) =>
    html`<label>${label} <input type="date" name=${name} value=${query[name] ?? ''} min="1990-01-01" max="2100-12-31"></label>`
  const asked = [
    'theme',
    'height',
    'frozen',
    ...(choices ? ['jurisdiction', 'right', 'kind', 'family', 'group', 'from', 'to'] : []),
  ]
  return html`<form class="filters" method="get" action="/embeds">
    ${keptFields(context, asked)}
    ${
      choices
        ? html`${select(
            'jurisdiction',
            'State',
            'All States',
            choices.jurisdictions.map(({ code, name }) => [code, name] as const),
          )}
          ${select(
            'right',
            'Right',
            'All rights',
            RIGHTS.map(({ slug, title }) => [slug, title] as const),
          )}
          ${select(
            'kind',
            'Kind',
            'All kinds',
            MEASURE_KINDS.map((kind) => [kind, kindWord(kind)] as const),
          )}
          ${select(
            'family',
            'Family',
            'All families',
            choices.families.map(({ slug, title }) => [slug, title] as const),
          )}
          ${select(
            'group',
            'Together by',
            'As it fits',
            GROUPINGS.map((group) => [group, groupingWord(group)] as const),
          )}
          ${day('from', 'From')} ${day('to', 'To')}`
        : nothing
    }
    ${select('theme', 'Colours', null, [
      ['auto', 'As the reader’s system'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ])}
    ${day('asOf', 'As of')}
    <label>Height in pixels <input type="number" name="height" min="120" max="4000" value=${query.height ?? ''} placeholder="as needed"></label>
    <label class="tick">
      <input type="checkbox" name="version" value=${String(version)} ?checked=${Boolean(query.version)}>
      Frozen: version ${version} as of ${sayDay(asOf)}, for ever
    </label>
    <button>Show</button>
    ${choices ? html`<a href="/embeds">Clear</a>` : nothing}
  </form>
  <p class="facts">
    Without a day an embed is live: it shows the newest version of the record as of its reader’s day. Frozen it says its day on its
    face, and tells when what it shows was changed later.
  </p>`
}

/** In thousands of bytes, as networks count. */
const sayWeight = (bytes: number, what: string): string =>
  `${Math.round(bytes / 1000)} kB in a browser that has seen none of it: ${what}, each compressed by brotli and weighed on this server, without headers.`

function snippet(id: string, title: string, text: string, says: string): Content {
  return html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p>${says}</p>
    <section class="frame" tabindex="0" aria-label="Text of the ${id}"><pre id=${id}>${text}</pre></section>
    <copy-button of=${id} what=${id}></copy-button>
  </section>`
}
