/** What several views of the workspace show. */
import { html, type TemplateResult } from 'lit'
import type { Draft, Stage } from './draft.ts'

const STAGE_WORDS: Readonly<Record<Stage, string>> = { draft: 'Draft', exported: 'Exported, not filed', filed: 'Filed' }

/** A word and a shape for each stage, never colour alone. */
export const stageChip = ({ stage }: Pick<Draft, 'stage'>): TemplateResult =>
  html`<span class="stage ${stage}">${STAGE_WORDS[stage]}</span>`

/** "1,204 words" */
export const sayWords = (words: number): string => `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`
