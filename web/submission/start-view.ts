/** Where one begins: drafts of this browser, a draft from a file, and what a new one is to be about. */
import { html, nothing, type TemplateResult } from 'lit'
import { MECHANISMS, type Mechanism } from '../../db/vocabulary/lists.ts'
import type { Draft } from './draft.ts'
import { stageChip } from './parts.ts'
import type { TlSubmission } from './tl-submission.ts'

const MECHANISM_WORDS: Readonly<Record<Mechanism, string>> = {
  upr: 'Universal Periodic Review',
  special_procedures: 'Special Procedures',
  treaty_body: 'Treaty bodies',
}

/** Of a State that the record does not have. */
const OTHER = 'other'

export function startView(workspace: TlSubmission): TemplateResult {
  const { choices, drafts, isBusy } = workspace
  return html`
    ${drafts.length > 0 ? draftList(workspace, drafts) : nothing}
    <section aria-labelledby="begin">
      <h2 id="begin" tabindex="-1">Begin a submission</h2>
      ${choices ? beginForm(workspace, choices, isBusy) : html`<p>Reading the rules of the mechanisms …</p>`}
    </section>
    <section aria-labelledby="open-file">
      <h2 id="open-file">Open a draft from a file</h2>
      <form class="workspace-form" @submit=${(event: SubmitEvent) => openFile(event, workspace)}>
        <p><label>File <input type="file" name="file" accept=".json,application/json" required></label></p>
        <p><label>Passphrase <input type="password" name="passphrase" autocomplete="off" required></label></p>
        <button ?disabled=${isBusy}>Open the file</button>
      </form>
    </section>
    <section aria-labelledby="trace">
      <h2 id="trace">Leave no trace</h2>
      <p>Takes every draft out of this browser, and the database that held them. It cannot be undone.</p>
      <button
        type="button"
        class="danger"
        @click=${() => confirm('Delete every draft in this browser for good?') && workspace.onLeaveNoTrace()}
      >
        Leave no trace
      </button>
    </section>`
}

function draftList(workspace: TlSubmission, drafts: readonly Draft[]): TemplateResult {
  return html`<section aria-labelledby="drafts">
    <h2 id="drafts" tabindex="-1">Drafts in this browser</h2>
    <ul class="draft-list">
      ${drafts.map(
        (draft) => html`<li>
          <span>${stageChip(draft)} <strong>${draft.title}</strong> <span class="facts">${draft.pack.short}, ${draft.state.name}</span></span>
          <span class="acts">
            <button type="button" @click=${() => workspace.onOpen(draft)} aria-label="Open ${draft.title}">Open</button>
            <button
              type="button"
              aria-label="Delete ${draft.title}"
              @click=${() => confirm(`Delete “${draft.title}” for good?`) && workspace.onDelete(draft.id)}
            >
              Delete
            </button>
          </span>
        </li>`,
      )}
    </ul>
  </section>`
}

type Choices = NonNullable<TlSubmission['choices']>

function beginForm(workspace: TlSubmission, { packs, states, rights }: Choices, isBusy: boolean): TemplateResult {
  // The page of a State or of a mechanism's rules names it behind the #, which no server sees.
  const meant = location.hash.slice(1)
  return html`<form class="workspace-form" @submit=${(event: SubmitEvent) => begin(event, workspace)}>
    <p>
      <label for="pack">Mechanism</label>
      <select id="pack" name="pack" required>
        ${MECHANISMS.map(
          (mechanism) => html`<optgroup label=${MECHANISM_WORDS[mechanism]}>
            ${packs.filter((pack) => pack.mechanism === mechanism).map(({ slug, title }) => html`<option value=${slug} ?selected=${slug === meant}>${title.en}</option>`)}
          </optgroup>`,
        )}
      </select>
    </p>
    <p>
      <label for="state">State</label>
      <select id="state" name="state" required>
        <option value="">Choose a State</option>
        ${states.map(({ code, name }) => html`<option value=${code} ?selected=${code === meant}>${name}</option>`)}
        <option value=${OTHER}>Another, not on record</option>
      </select>
    </p>
    <p class="if-other">
      <label for="other">Name of a State that is not on record</label>
      <input id="other" name="other" maxlength="80" autocomplete="off">
    </p>
    <fieldset>
      <legend>Rights</legend>
      ${rights.map(
        ({ slug, name }) =>
          html`<label class="tick"><input type="checkbox" name="right" value=${slug}> <span>${name}</span></label>`,
      )}
    </fieldset>
    <div class="pair">
      <p><label for="from">From</label> <input id="from" type="date" name="from" min="1990-01-01" max="2100-12-31"></p>
      <p><label for="until">Until</label> <input id="until" type="date" name="until" min="1990-01-01" max="2100-12-31"></p>
    </div>
    <p class="facts">Leave the days empty for all years. The UPR asks for what came since the last review.</p>
    <button class="primary" ?disabled=${isBusy}>Show what the record holds</button>
  </form>`
}

function begin(event: SubmitEvent, workspace: TlSubmission): void {
  event.preventDefault()
  const form = new FormData(event.target as HTMLFormElement)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const { choices } = workspace
  const pack = choices?.packs.find(({ slug }) => slug === text('pack'))
  const state = choices?.states.find(({ code }) => code === text('state')) ?? { code: '', name: text('other') }
  const rights = form.getAll('right').map(String)
  const [from, until] = [text('from') || null, text('until') || null]
  if (!pack || !state.name) workspace.said = 'Write the name of the State, or choose one of the list.'
  else if (rights.length === 0) workspace.said = 'Choose at least one right: by it the record finds what belongs.'
  else if (from && until && from > until) workspace.said = 'The first day comes after the last one. Change one of them.'
  else void workspace.onPropose({ pack, state, rights, from, until })
}

function openFile(event: SubmitEvent, workspace: TlSubmission): void {
  event.preventDefault()
  const form = new FormData(event.target as HTMLFormElement)
  const file = form.get('file')
  if (file instanceof File) void workspace.onOpenFile(file, String(form.get('passphrase') ?? ''))
}
