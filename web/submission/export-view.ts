/** The way out: annexes, consent, documents, a sealed file to share, and what was filed. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Publicity } from '../../db/vocabulary/lists.ts'
import { sayDay } from '../timeline/words.ts'
import { undecidedNames } from './checks.ts'
import type { Draft, Filing } from './draft.ts'
import type { DocumentType, TlSubmission } from './tl-submission.ts'

const ANNEX_WORDS: Readonly<Record<keyof Draft['annexes'], string>> = {
  measures: 'Table of measures',
  chronology: 'Chronology',
  timeline: 'The timeline as a figure, in the chronology',
  questions: 'Questions without a known answer',
  sources: 'Sources',
}

const PUBLICITY_WORDS: Readonly<Record<Publicity | 'unknown', string>> = {
  public: 'This mechanism is public: what we send, and our name, will be on the internet.',
  authors_choose: 'This mechanism makes the paper public if we say so. We have decided, and will say it when we file.',
  source_confidential:
    'This mechanism may make public what we write, while it keeps to itself who sent it. What must stay confidential is marked.',
  unknown: 'Who will see the paper is not known. We write as if everybody does.',
}

export function exportView(workspace: TlSubmission, draft: Draft): TemplateResult {
  const { change, isBusy } = workspace
  const { annexes, pack } = draft
  return html`<section class="way-out" aria-labelledby="out">
    <h3 id="out">Make the document</h3>
    <fieldset>
      <legend>Annexes</legend>
      ${(Object.keys(ANNEX_WORDS) as (keyof Draft['annexes'])[]).map(
        (annex) => html`<label class="tick">
          <input type="checkbox" .checked=${annexes[annex]} @change=${(event: Event) => change({ ...draft, annexes: { ...annexes, [annex]: (event.target as HTMLInputElement).checked } })}>
          <span>${ANNEX_WORDS[annex]}</span>
        </label>`,
      )}
    </fieldset>
    <form @submit=${(event: SubmitEvent) => make(event, workspace)}>
      <fieldset>
        <legend>Before it leaves this browser</legend>
        <p class="publicity">${pack.publicity.says}</p>
        ${agreements(draft).map((says) => html`<label class="tick"><input type="checkbox" required> <span>${says}</span></label>`)}
      </fieldset>
      <p class="acts">
        <button class="primary" name="type" value="docx" ?disabled=${isBusy}>Download Word file (DOCX)</button>
        <button name="type" value="html" ?disabled=${isBusy}>Download HTML, to print as PDF</button>
        <button name="type" value="markdown" ?disabled=${isBusy}>Download Markdown</button>
      </p>
    </form>
    <h3>Save the draft as a file</h3>
    <form class="workspace-form" @submit=${(event: SubmitEvent) => save(event, workspace)}>
      <p>
        <label for="passphrase">Passphrase, at least 12 signs: without it the file does not open</label>
        <input id="passphrase" type="password" name="passphrase" minlength="12" autocomplete="new-password" required>
      </p>
      <button ?disabled=${isBusy}>Save as an encrypted file</button>
    </form>
    <h3>Filed with</h3>
    ${draft.filings.length > 0 ? html`<ul class="filings">${draft.filings.map((filing, i) => filingLine(workspace, draft, filing, i))}</ul>` : html`<p class="facts">Nothing is noted. A file that was made is not filed yet.</p>`}
    <form class="workspace-form" @submit=${(event: SubmitEvent) => file(event, workspace, draft)}>
      <div class="pair">
        <p><label for="filed-where">Where it was sent</label> <input id="filed-where" name="where" autocomplete="off" required></p>
        <p><label for="filed-on">On</label> <input id="filed-on" type="date" name="on" required></p>
        <p><label for="filed-receipt">Receipt</label> <input id="filed-receipt" name="receipt" autocomplete="off"></p>
      </div>
      <button ?disabled=${isBusy}>Note that it was filed</button>
    </form>
  </section>`
}

/** What its authors say they have done; each must be ticked each time. */
function agreements(draft: Draft): string[] {
  const names = undecidedNames(draft).length
  return [
    PUBLICITY_WORDS[draft.pack.publicity.is ?? 'unknown'],
    'Everybody who is named, or can be recognised by office, place and day, has agreed or cannot be harmed by it.',
    'What is alleged or reported is still called so.',
    ...(names > 0
      ? [`We have looked at the ${names === 1 ? 'name' : `${names} names`} listed above, and each may stand.`]
      : []),
  ]
}

function make(event: SubmitEvent, workspace: TlSubmission): void {
  event.preventDefault()
  const type = (event.submitter as HTMLButtonElement).value as DocumentType
  ;(event.target as HTMLFormElement).reset()
  void workspace.onExport(type)
}

function save(event: SubmitEvent, workspace: TlSubmission): void {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  const passphrase = String(new FormData(form).get('passphrase') ?? '')
  form.reset()
  void workspace.onSave(passphrase)
}

function file(event: SubmitEvent, { note }: TlSubmission, draft: Draft): void {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  const text = (name: string) => String(new FormData(form).get(name) ?? '').trim()
  note({
    ...draft,
    stage: 'filed',
    filings: [...draft.filings, { where: text('where'), on: text('on'), receipt: text('receipt'), outcome: '' }],
  })
  form.reset()
}

function filingLine({ note }: TlSubmission, draft: Draft, filing: Filing, at: number): TemplateResult {
  const { where, on, receipt, outcome } = filing
  const set = (event: Event) => {
    const told = (event.target as HTMLInputElement).value
    note({ ...draft, filings: draft.filings.map((one, i) => (i === at ? { ...one, outcome: told } : one)) })
  }
  return html`<li>
    <p>${where}, ${sayDay(on)}${receipt ? `; receipt: ${receipt}` : nothing}</p>
    <label>What came of it <input .value=${outcome} autocomplete="off" @input=${set}></label>
  </li>`
}
