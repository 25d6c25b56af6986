/** Beside the draft: how long it is, and what its authors should look at. */
import { html, nothing, type TemplateResult } from 'lit'
import type { CountedPart } from '../../db/vocabulary/lists.ts'
import { type Check, undecidedNames } from './checks.ts'
import type { Draft } from './draft.ts'
import { sayWords } from './parts.ts'
import type { Look, TlSubmission } from './tl-submission.ts'

const PART_WORDS: Readonly<Record<CountedPart, string>> = {
  body: 'Text',
  notes: 'Footnotes',
  cover: 'Cover',
  annexes: 'Annexes',
}

export function lengthMeter({ pack }: Draft, { words, length }: Look): TemplateResult {
  const { limit, atMost, unsure, is } = length
  return html`<section class="length ${is}" aria-labelledby="length">
    <h3 id="length">Length</h3>
    <p class="count" role="status">
      <strong>${sayWords(length.words)}</strong>${limit === null ? '; the limit is not known' : ` of at most ${limit.toLocaleString('en')}`}
    </p>
    ${limit === null ? nothing : html`<meter min="0" max=${limit} value=${Math.min(length.words, limit)} aria-label="Words of the limit"></meter>`}
    <dl class="word-counts">
      ${(Object.keys(PART_WORDS) as CountedPart[]).map((part) => html`<div><dt>${PART_WORDS[part]}</dt><dd>${words[part].toLocaleString('en')}</dd></div>`)}
    </dl>
    ${
      unsure.length > 0
        ? html`<p class="facts">
            Whether ${unsure.map((part) => PART_WORDS[part].toLowerCase()).join(', ')} count is not known; with them it is ${sayWords(atMost)}.
          </p>`
        : nothing
    }
    <p class="facts"><a href="/rule-packs/${pack.slug}" target="_blank" rel="noopener">The rules, and where they were read</a></p>
  </section>`
}

/** The same in a line, where the screen has no room beside the draft. */
export const countBar = ({ length: { words, limit }, checks }: Look): TemplateResult =>
  html`<p class="count-bar">
    ${sayWords(words)}${limit === null ? nothing : ` of ${limit.toLocaleString('en')}`} ·
    <a href="#length">${checks.length} to look at</a>
  </p>`

const HEADINGS: Readonly<Record<Check['is'], string>> = {
  missing: 'Missing',
  length: 'Length',
  care: 'To weigh',
}

export function checkList({ change }: TlSubmission, draft: Draft, { checks }: Look): TemplateResult {
  const groups = (['missing', 'length', 'care'] as const).map(
    (is) => [is, checks.filter((one) => one.is === is)] as const,
  )
  return html`<section class="checks" aria-labelledby="checks">
    <h3 id="checks">To look at</h3>
    ${checks.length === 0 ? html`<p>Nothing that this page can see.</p>` : nothing}
    ${groups.map(([is, those]) =>
      those.length > 0
        ? html`<h4>${HEADINGS[is]}</h4>
            <ul>
              ${those.map(
                ({ key, says, about }) => html`<li>
                  ${says} ${about.length > 2 ? html`<details><summary>${about.length} places</summary>${places(about)}</details>` : places(about)}
                  ${key === 'names' ? html`<button type="button" @click=${() => change({ ...draft, mayBeNamed: [...draft.mayBeNamed, ...undecidedNames(draft)] })}>They may be named</button>` : nothing}
                </li>`,
              )}
            </ul>`
        : nothing,
    )}
  </section>`
}

const places = (about: readonly string[]): TemplateResult | typeof nothing =>
  about.length > 0 ? html`<ul>${about.map((line) => html`<li>${line}</li>`)}</ul>` : nothing
