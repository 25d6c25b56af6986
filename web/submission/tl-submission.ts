/**
 * The workspace in which a record becomes a submission. It keeps drafts in the browser and asks the server for the record of a
 * State, never with a word that somebody wrote. It stands in the page's own document, so that the page's styles, labels and
 * headings are its own.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { RequestError } from '../api-client.ts'
import { type Check, check } from './checks.ts'
import { choosingView } from './choosing-view.ts'
import { compose } from './compose.ts'
import {
  beginDraft,
  type Choice,
  chooseFacts,
  type Draft,
  factsOf,
  type Renewal,
  renew,
  renewalsOf,
  withText,
} from './draft.ts'
import { deleteDraft, KeepError, keepDraft, leaveNoTrace, listDrafts } from './drafts.ts'
import { type Choices, loadChoices, loadFigure, loadMaterial } from './load.ts'
import { allFacts, type Material, type Proposed, propose } from './material.ts'
import type { Figure, Paper } from './paper.ts'
import { SealError, seal, unseal } from './sealed-file.ts'
import { startView } from './start-view.ts'
import { toHtml } from './to-html.ts'
import { toMarkdown } from './to-markdown.ts'
import { type Length, measureLength, type WordCounts, wordsOf } from './words.ts'
import { writingView } from './writing-view.ts'

/** How long after the last key a paper is looked at anew: short enough to be live, long enough for 200 000 words. */
const LOOK_AFTER_MS = 150

/** The documents that can be made, each by its writer. */
const DOCUMENTS = {
  docx: { ending: 'docx', write: async (paper: Paper) => (await import('./to-docx.ts')).toDocx(paper) },
  html: { ending: 'html', write: async (paper: Paper) => new Blob([toHtml(paper)], { type: 'text/html' }) },
  markdown: { ending: 'md', write: async (paper: Paper) => new Blob([toMarkdown(paper)], { type: 'text/markdown' }) },
}
export type DocumentType = keyof typeof DOCUMENTS

/** What is said of the draft as it stands. */
export interface Look {
  words: WordCounts
  length: Length
  checks: readonly Check[]
}

/** Records that could be taken, and which of them are. */
export interface Choosing {
  material: Material
  proposed: readonly Proposed[]
  chosen: ReadonlySet<string>
  /** The draft that they are for; null where one is begun. */
  begins: Choice
}

/** A name of a record among others. */
export const nameOf = ({ fact }: Pick<Proposed, 'fact'>): string => `${fact.record}/${fact.slug}`

export class TlSubmission extends LitElement {
  static override properties = {
    choices: { state: true },
    drafts: { state: true },
    draft: { state: true },
    choosing: { state: true },
    look: { state: true },
    renewals: { state: true },
    said: { state: true },
    isBusy: { state: true },
  }

  declare choices: Choices | null
  declare drafts: readonly Draft[]
  declare draft: Draft | null
  declare choosing: Choosing | null
  declare look: Look | null
  declare renewals: readonly Renewal[]
  /** What the last act came to, or what kept it from coming. */
  declare said: string
  declare isBusy: boolean

  /** The record as it is now, of the open draft's State. */
  material: Material | null = null
  /** The timeline of the open draft's State. It is drawn anew from the record, so it is not kept with the draft. */
  private figure: Figure | null = null
  private drawing: Promise<void> = Promise.resolve()
  private lookTimer: ReturnType<typeof setTimeout> | null = null
  private keeping: Promise<void> | null = null
  private isUnkept = false

  constructor() {
    super()
    this.choices = null
    this.drafts = []
    this.draft = null
    this.choosing = null
    this.look = null
    this.renewals = []
    this.said = ''
    this.isBusy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.onLeave)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('beforeunload', this.onLeave)
  }

  /** Whoever leaves while something is not kept is asked first. */
  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.isUnkept || this.keeping) event.preventDefault()
  }

  /** In the page's own document. What the server wrote for those without script makes room. */
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren()
    return this
  }

  protected override firstUpdated(): void {
    void this.attempt(async () => {
      this.drafts = await listDrafts()
    })
    void this.attempt(async () => {
      this.choices = await loadChoices()
    })
  }

  /** Runs what may fail for a reason that its author can be told. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof RequestError || error instanceof KeepError || error instanceof SealError)) throw error
      this.said = error.message
    }
  }

  private async whileBusy(act: () => Promise<void>): Promise<void> {
    this.isBusy = true
    this.said = ''
    await this.attempt(act).finally(() => {
      this.isBusy = false
    })
  }

  /** Moves to another view, and the reader with it. */
  private async turnTo(change: () => void): Promise<void> {
    change()
    await this.updateComplete
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  /** Shows what the record holds for a choice; a State that is not on record has nothing. */
  readonly onPropose = (choice: Omit<Choice, 'version' | 'asOf'>): Promise<void> =>
    this.whileBusy(async () => {
      const { code } = choice.state
      const { version, asOf } = this.choices ?? { version: 0, asOf: '' }
      const material = code
        ? await loadMaterial(code, null)
        : { version, asOf, measures: [], communications: [], events: [], sources: {} }
      this.material = material
      const begins: Choice = { ...choice, version: material.version, asOf: material.asOf }
      const proposed = propose(material, choice, choice.pack.limits[0]?.words ?? null)
      const chosen = new Set(proposed.filter(({ fits }) => fits).map(nameOf))
      await this.turnTo(() => {
        this.choosing = { material, proposed, chosen, begins }
      })
    })

  /** Goes back to what could be taken, with what is taken marked. */
  readonly onChooseAgain = (): Promise<void> | void => {
    const { draft, material } = this
    if (!draft || !material) {
      this.said = 'The record could not be reached, so there is nothing to choose from. What you took is in the draft.'
      return
    }
    const limit = draft.pack.limits.find(({ scope }) => scope === draft.scope)?.words ?? null
    const proposed = propose(material, draft, limit)
    const chosen = new Set(factsOf(draft).map(nameOf))
    return this.turnTo(() => {
      this.choosing = { material, proposed, chosen, begins: draft }
    })
  }

  readonly onChoose = (names: readonly string[], isChosen: boolean): void => {
    if (!this.choosing) return
    const chosen = new Set(this.choosing.chosen)
    for (const name of names) isChosen ? chosen.add(name) : chosen.delete(name)
    this.choosing = { ...this.choosing, chosen }
  }

  /** Makes the outline, or puts what is chosen into the open draft. */
  readonly onTake = (): Promise<void> | void => {
    const { choosing } = this
    if (!choosing) return
    const { material, proposed, chosen, begins } = choosing
    const base = this.draft ?? beginDraft(begins, newId)
    // What an open draft holds and is not proposed, because years or rights do not lead to it, stays.
    const others = factsOf(base).filter((block) => !proposed.some((one) => nameOf(one) === nameOf(block)))
    const facts = [...proposed.filter((one) => chosen.has(nameOf(one))), ...others].map(({ fact }) => fact)
    return this.turnTo(() => {
      this.choosing = null
      this.change(chooseFacts(base, facts, material.sources, newId))
      if (base.state.code) this.draw(base)
    })
  }

  /** Has the timeline at hand, so that it is there when the network is not. */
  private draw({ id, ...choice }: Draft): void {
    this.drawing = this.attempt(async () => {
      const figure = await loadFigure(choice)
      if (this.draft?.id !== id) return
      this.figure = figure
      this.lookAnew()
    })
  }

  /** Leaves the choice without taking anything. */
  readonly onLeaveChoice = (): Promise<void> =>
    this.turnTo(() => {
      this.choosing = null
    })

  readonly onOpen = (draft: Draft): Promise<void> =>
    this.turnTo(() => {
      this.draft = draft
      this.material = null
      this.figure = null
      this.renewals = []
      this.lookAnew()
      if (!draft.state.code) return
      void this.attempt(() => this.compareWithRecord(draft.asOf))
      this.draw(draft)
    })

  readonly onClose = (): Promise<void> =>
    this.attempt(async () => {
      await this.keeping
      if (this.isUnkept && !confirm('The latest changes are on this page alone. Close the draft without them?')) return
      this.isUnkept = false
      const drafts = await listDrafts()
      await this.turnTo(() => {
        this.drafts = drafts
        this.draft = null
        this.look = null
        this.said = ''
      })
    })

  /** What the record says by now of what the draft holds. `asOf` null: as of today. */
  private async compareWithRecord(asOf: string | null): Promise<void> {
    const { draft } = this
    if (!draft?.state.code) return
    const material = await loadMaterial(draft.state.code, asOf)
    if (this.draft?.id !== draft.id) return
    this.material = material
    this.renewals = renewalsOf(this.draft, allFacts(material, draft.rights))
  }

  /** Statuses and replies of today: what differs is offered. */
  readonly onToday = (): Promise<void> =>
    this.whileBusy(async () => {
      await this.compareWithRecord(null)
      const { length } = this.renewals
      this.said = length === 0 ? 'The record says the same today.' : ''
    })

  /** Takes all that is offered, and the day that it is told of. */
  readonly onRenewAll = (): void => {
    const { draft, material, renewals } = this
    if (!draft || !material) return
    const { version, asOf, sources } = material
    const taken = renewals.reduce((sofar, renewal) => renew(sofar, renewal, material, sources), draft)
    this.change({ ...taken, version, asOf })
    this.draw({ ...taken, version, asOf })
  }

  /** Every change of the draft goes through here: it is kept, and looked at anew. Text that was exported is a draft again. */
  readonly change = (draft: Draft): void => {
    this.draft = { ...draft, stage: 'draft' }
    this.look ??= lookAt(this.draft, this.figure)
    this.keep()
    this.lookAnew()
  }

  readonly onAddText = (at: number): void => {
    const { draft } = this
    if (draft) this.change(withText(draft, at, newId))
  }

  /** Moves a section or a block, by a button that the reader keeps under the finger. */
  readonly onMove = async (draft: Draft, name: string, by: 1 | -1): Promise<void> => {
    this.change(draft)
    await this.updateComplete
    const buttons = [...this.querySelectorAll<HTMLButtonElement>(`[data-moves="${name}"]`)]
    // At the end of the way the button of that way is off, and the other one takes over.
    const button = buttons[by === -1 ? 0 : 1]
    ;(button?.disabled ? buttons.find(({ disabled }) => !disabled) : button)?.focus()
  }

  /** What was done with the text, which itself stays as it is. */
  readonly note = (draft: Draft): void => {
    this.draft = draft
    this.keep()
  }

  private lookAnew(): void {
    if (this.lookTimer !== null) clearTimeout(this.lookTimer)
    this.lookTimer = setTimeout(() => {
      if (!this.draft) return
      this.look = lookAt(this.draft, this.figure)
      if (!this.material) return
      this.renewals = renewalsOf(this.draft, allFacts(this.material, this.draft.rights))
    }, LOOK_AFTER_MS)
  }

  /** One after the other, and the latest last, begun at once: so that nothing waits for a page that is closed. */
  private keep(): void {
    this.isUnkept = true
    this.keeping ??= this.attempt(async () => {
      while (this.isUnkept && this.draft) {
        this.isUnkept = false
        const { draft } = this
        const { id, kept, title } = await keepDraft(draft, newId).catch((error: unknown) => {
          this.isUnkept = true
          throw error
        })
        if (id !== draft.id)
          this.said =
            'This draft was changed in another tab too. Both are kept; this one has “(from another tab)” in its name.'
        if (this.draft?.id === draft.id)
          this.draft = { ...this.draft, id, kept, title: id === draft.id ? this.draft.title : title }
      }
    }).finally(() => {
      this.keeping = null
    })
  }

  readonly onDelete = (id: string): Promise<void> =>
    this.attempt(async () => {
      await deleteDraft(id)
      this.drafts = await listDrafts()
      this.said = 'The draft is deleted.'
    })

  readonly onLeaveNoTrace = (): Promise<void> =>
    this.attempt(async () => {
      this.isUnkept = false
      this.draft = null
      await this.keeping
      await leaveNoTrace()
      this.drafts = []
      this.said =
        'All drafts of this browser are gone, and their database with them. Files that you downloaded are yours to delete, and the browser’s history names this page.'
    })

  readonly onSave = (passphrase: string): Promise<void> =>
    this.whileBusy(async () => {
      if (!this.draft) return
      const text = await seal(this.draft, passphrase)
      download(new Blob([text], { type: 'application/json' }), `${fileName(this.draft)}.draft.json`)
      this.said = 'Saved. Without the passphrase nobody can open the file, and nobody can tell you the passphrase.'
    })

  readonly onOpenFile = (file: File, passphrase: string): Promise<void> =>
    this.whileBusy(async () => {
      const draft = await unseal(await file.text(), passphrase)
      // A draft of its own, also where the one it was saved from is still here.
      const own: Draft = { ...draft, id: newId(), kept: 0 }
      await this.onOpen(own)
      this.note(own)
    })

  readonly onExport = (type: DocumentType): Promise<void> =>
    this.whileBusy(async () => {
      const { draft } = this
      if (!draft) return
      const { write, ending } = DOCUMENTS[type]
      await this.drawing
      download(await write(compose(draft, this.figure)), `${fileName(draft)}.${ending}`)
      this.note({ ...draft, stage: draft.stage === 'filed' ? 'filed' : 'exported' })
      this.said = 'Made and downloaded. Look at it once more before you send it.'
    })

  protected override updated(changed: PropertyValues): void {
    // So that the document can be made when the network is gone. A fault here shows when it is asked for.
    if (this.draft && changed.has('draft') && !changed.get('draft')) import('./to-docx.ts').catch(() => undefined)
  }

  protected override render(): TemplateResult {
    return html`<p class="said" role="status" ?hidden=${!this.said}>${this.said || nothing}</p>
      ${this.choosing ? choosingView(this, this.choosing) : this.draft ? writingView(this, this.draft, this.look) : startView(this)}`
  }
}

function lookAt(draft: Draft, figure: Figure | null): Look {
  const words = wordsOf(compose(draft, figure))
  const length = measureLength(draft.pack, draft.scope, words)
  return { words, length, checks: check(draft, length) }
}

/** 128 bits of chance; `crypto.randomUUID` is there on secure pages alone. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const fileName = ({ pack, state }: Draft): string =>
  `${pack.slug}-${state.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The download has begun when the click returns; the address may go in the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href))
}
