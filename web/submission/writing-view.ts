/** The draft itself: cover, sections with own text and facts, and beside them length, checks and the way out. */
import { html, nothing, type TemplateResult } from 'lit'
import { sayDay } from '../timeline/words.ts'
import { checkList, countBar, lengthMeter } from './aside-view.ts'
import {
  COVER_PART,
  type Draft,
  type FactBlock,
  factBlocksOf,
  moveBlock,
  moveSection,
  type Organisation,
  type Renewal,
  renew,
  type Section,
  type TextBlock,
  withBlock,
} from './draft.ts'
import { exportView } from './export-view.ts'
import { stageChip } from './parts.ts'
import type { Look, TlSubmission } from './tl-submission.ts'

export function writingView(workspace: TlSubmission, draft: Draft, look: Look | null): TemplateResult {
  return html`<section class="writing" aria-labelledby="draft">
    <div class="draft-head">
      <h2 id="draft" tabindex="-1">${draft.title}</h2>
      <p class="facts">
        ${stageChip(draft)} ${draft.pack.title.en} ·
        facts as of ${sayDay(draft.asOf)}, version ${draft.version}
      </p>
      <p class="acts">
        <button type="button" @click=${workspace.onClose}>All drafts</button>
        <button type="button" @click=${workspace.onChooseAgain}>Choose facts</button>
        <button type="button" ?disabled=${workspace.isBusy} @click=${workspace.onToday}>Compare with today’s record</button>
      </p>
    </div>
    <div class="desk">
      <div class="sheet-of-draft">
        ${renewalList(workspace, draft)} ${cover(workspace, draft)}
        ${draft.sections.map((section, i) => sectionPart(workspace, draft, section, i))}
      </div>
      <aside aria-label="Length and checks">
        ${look ? [lengthMeter(draft, look), checkList(workspace, draft, look)] : html`<p>Counting …</p>`}
      </aside>
    </div>
    ${exportView(workspace, draft)}
    ${look ? countBar(look) : nothing}
  </section>`
}

function renewalList(
  { change, renewals, material, onRenewAll }: TlSubmission,
  draft: Draft,
): TemplateResult | typeof nothing {
  if (renewals.length === 0 || !material) return nothing
  const take = (renewal: Renewal) => renew(draft, renewal, material, material.sources)
  return html`<section class="renewals" aria-labelledby="renewals">
    <h3 id="renewals">The record says something else by now</h3>
    <p>Your draft stays as it is until you take the new wording.</p>
    <ul>
      ${renewals.map(
        (renewal) => html`<li>
          ${renewal.block.fact.title}${renewal.now ? nothing : ': no longer on record'}
          <button type="button" @click=${() => change(take(renewal))} aria-label="${renewal.now ? 'Take the new wording' : 'Take it out'}: ${renewal.block.fact.title}">
            ${renewal.now ? 'Take the new wording' : 'Take it out'}
          </button>
        </li>`,
      )}
    </ul>
    <button type="button" @click=${onRenewAll}>Take all of them</button>
  </section>`
}

function cover({ change }: TlSubmission, draft: Draft): TemplateResult {
  const { organisations, pack } = draft
  const set = (at: number, part: Partial<Organisation>) =>
    change({
      ...draft,
      ...scopeFor(
        draft,
        organisations.map((one, i) => (i === at ? { ...one, ...part } : one)),
      ),
    })
  const contact = pack.parts.find(({ key }) => key === COVER_PART)
  return html`<section class="part" aria-labelledby="cover">
    <h3 id="cover">Cover</h3>
    <p>
      <label for="title">Title</label>
      <input id="title" .value=${draft.title} @input=${(event: Event) => change({ ...draft, title: typed(event) })}>
    </p>
    ${organisations.map(
      ({ name, contact: way }, i) => html`<div class="pair">
        <p>
          <label for="organisation-${i}">Organisation${organisations.length > 1 ? ` ${i + 1}` : ''}</label>
          <input id="organisation-${i}" autocomplete="off" .value=${name} @input=${(event: Event) => set(i, { name: typed(event) })}>
        </p>
        <p>
          <label for="contact-${i}">Contact${contact?.required ? ' (asked for)' : ''}</label>
          <input id="contact-${i}" autocomplete="off" .value=${way} @input=${(event: Event) => set(i, { contact: typed(event) })}>
        </p>
        ${
          organisations.length > 1
            ? html`<button type="button" aria-label="Take organisation ${i + 1} away" @click=${() =>
                change({
                  ...draft,
                  ...scopeFor(
                    draft,
                    organisations.filter((_, at) => at !== i),
                  ),
                })}>Take away</button>`
            : nothing
        }
      </div>`,
    )}
    <p class="acts">
      <button type="button" @click=${() => change({ ...draft, ...scopeFor(draft, [...organisations, { name: '', contact: '' }]) })}>
        Add an organisation (joint submission)
      </button>
    </p>
    ${scopeChoice(change, draft)}
  </section>`
}

/** One organisation or several: where a mechanism tells them apart, the limit follows. */
function scopeFor(
  { pack, scope }: Draft,
  organisations: readonly Organisation[],
): Pick<Draft, 'organisations' | 'scope'> {
  const fits = organisations.length > 1 ? 'joint' : 'one'
  const tellsApart = pack.limits.some((limit) => limit.scope === 'joint')
  return { organisations, scope: tellsApart ? fits : scope }
}

const SCOPE_WORDS: Readonly<Partial<Record<Draft['scope'], string>>> = {
  comprehensive: 'Comprehensive',
  thematic: 'On one theme',
}

function scopeChoice(change: TlSubmission['change'], draft: Draft): TemplateResult | typeof nothing {
  const scopes = draft.pack.limits.map(({ scope }) => scope).filter((scope) => SCOPE_WORDS[scope])
  if (scopes.length < 2) return nothing
  return html`<fieldset>
    <legend>Kind of paper</legend>
    ${scopes.map(
      (scope) =>
        html`<label class="tick"><input type="radio" name="scope" .checked=${draft.scope === scope} @change=${() => change({ ...draft, scope })}> <span>${SCOPE_WORDS[scope]}</span></label>`,
    )}
  </fieldset>`
}

function sectionPart(workspace: TlSubmission, draft: Draft, section: Section, at: number): TemplateResult {
  const { key, title, advice, required, blocks } = section
  const { change } = workspace
  return html`<section class="part" aria-labelledby="section-${key}">
    <div class="part-head">
      <h3 id="section-${key}">${title}${required ? html` <span class="facts">asked for</span>` : nothing}</h3>
      <span class="acts">
        ${movers(workspace, key, title, { isFirst: at === 0, isLast: at === draft.sections.length - 1 }, (by) => moveSection(draft, at, by))}
      </span>
    </div>
    ${advice ? html`<p class="facts">${advice}</p>` : nothing}
    ${factBlocksOf(section).length === 0 && blocks.length === 0 ? html`<p class="facts">Nothing stands here; the document leaves it out.</p>` : nothing}
    ${blocks.map((block, i) =>
      block.kind === 'text'
        ? ownText(change, draft, block, title, i)
        : factPart(workspace, draft, block, { isFirst: i === 0, isLast: i === blocks.length - 1 }),
    )}
    ${
      blocks.some(({ kind }) => kind === 'text')
        ? nothing
        : html`<p class="acts"><button type="button" @click=${() => workspace.onAddText(at)} aria-label="Add text of your own to ${title}">Add text of your own</button></p>`
    }
  </section>`
}

function ownText(
  change: TlSubmission['change'],
  draft: Draft,
  block: TextBlock,
  title: string,
  at: number,
): TemplateResult {
  const set = (event: Event) =>
    change(withBlock(draft, block.id, (old) => ({ ...old, text: typed(event) }) as TextBlock))
  return html`<label class="own-text">
    <span class="facts">Your text${at > 0 ? ` (${at + 1})` : ''}, in Markdown: an empty line begins a paragraph</span>
    <textarea rows=${title === 'Recommendations' ? 8 : 4} aria-label="Your text: ${title}" .value=${block.text} @input=${set}></textarea>
  </label>`
}

interface Place {
  isFirst: boolean
  isLast: boolean
}

/** Two buttons that move something within its list. `name` tells it from all others. */
function movers(
  { onMove }: TlSubmission,
  name: string,
  title: string,
  { isFirst, isLast }: Place,
  moved: (by: 1 | -1) => Draft,
): TemplateResult {
  return html`<button type="button" data-moves=${name} ?disabled=${isFirst} @click=${() => onMove(moved(-1), name, -1)} aria-label="Move ${title} up">↑</button>
    <button type="button" data-moves=${name} ?disabled=${isLast} @click=${() => onMove(moved(1), name, 1)} aria-label="Move ${title} down">↓</button>`
}

function factPart(workspace: TlSubmission, draft: Draft, block: FactBlock, place: Place): TemplateResult {
  const { change } = workspace
  const { id, fact, leftOut } = block
  const toggle = (key: string, isKept: boolean) =>
    change(
      withBlock(draft, id, () => ({
        ...block,
        leftOut: isKept ? leftOut.filter((one) => one !== key) : [...leftOut, key],
      })),
    )
  return html`<article class="fact" aria-label=${fact.title}>
    <div class="part-head">
      <h4>${fact.title} <span class="facts">${fact.kind}</span></h4>
      <span class="acts">
        <a href=${`/${PAGES[fact.record]}/${fact.slug}?version=${block.version}`} target="_blank" rel="noopener" aria-label="On record: ${fact.title}">On record</a>
        ${movers(workspace, id, fact.title, place, (by) => moveBlock(draft, id, by))}
        <button type="button" @click=${() => change(withBlock(draft, id, () => null))} aria-label="Take ${fact.title} out">Take out</button>
      </span>
    </div>
    ${fact.sentences.map(
      ({ key, pieces }) => html`<label class="tick">
        <input type="checkbox" .checked=${!leftOut.includes(key)} @change=${(event: Event) => toggle(key, (event.target as HTMLInputElement).checked)}>
        <span>${pieces.map(({ text }) => text).join('')} <span class="facts">${sayCited(pieces)}</span></span>
      </label>`,
    )}
  </article>`
}

const PAGES: Readonly<Record<FactBlock['fact']['record'], string>> = {
  measure: 'measures',
  communication: 'communications',
  event: 'events',
}

/** "3 sources" */
function sayCited(pieces: FactBlock['fact']['sentences'][number]['pieces']): string {
  const { size } = new Set(pieces.flatMap(({ cites }) => cites.map(({ source }) => source)))
  return size === 1 ? '1 source' : `${size} sources`
}

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value
