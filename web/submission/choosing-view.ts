/** What the record proposes: measures, letters and events to tick, with how many words each brings. */
import { html, nothing, type TemplateResult } from 'lit'
import { sayDay } from '../timeline/words.ts'
import type { Fact } from './fact.ts'
import type { Proposed } from './material.ts'
import { sayWords } from './parts.ts'
import { type Choosing, nameOf, type TlSubmission } from './tl-submission.ts'

const GROUPS: Readonly<Record<Fact['record'], string>> = {
  measure: 'Laws and bills',
  communication: 'Letters, opinions and statements',
  event: 'Events',
}

export function choosingView(workspace: TlSubmission, choosing: Choosing): TemplateResult {
  const { proposed, chosen, begins, material } = choosing
  const taken = proposed.filter((one) => chosen.has(nameOf(one)))
  const words = taken.reduce((sum, { words }) => sum + words, 0)
  const limit = begins.pack.limits[0]?.words ?? null
  return html`<section aria-labelledby="choose">
    <h2 id="choose" tabindex="-1">What the record holds on ${begins.state.name}</h2>
    <p>
      ${
        proposed.length > 0
          ? html`As of ${sayDay(material.asOf)}, version ${material.version}. What is most pressing and fits the limit is ticked;
            the choice is yours.`
          : begins.state.code
            ? 'Nothing on record touches these rights in these years. Go back and widen the years or the rights, or write without facts of the record.'
            : `The record does not follow ${begins.state.name} yet, so there is nothing to take from it. You can write the whole paper yourself; outline, word count, checks and documents work all the same.`
      }
    </p>
    ${(Object.keys(GROUPS) as Fact['record'][]).map((record) => {
      const those = proposed.filter(({ fact }) => fact.record === record)
      return those.length > 0 ? group(workspace, choosing, GROUPS[record], those) : nothing
    })}
    <div class="choice-bar">
      <p class="counts" role="status">
        ${taken.length} chosen, ${sayWords(words)}${limit === null ? '; the limit is not known' : ` of at most ${limit.toLocaleString('en')}`}.
        ${taken.length === 0 && proposed.length > 0 ? 'Without facts of the record every word is yours to write.' : nothing}
      </p>
      <button type="button" class="primary" @click=${workspace.onTake}>
        ${workspace.draft ? 'Back to the draft with these' : 'Make the outline'}
      </button>
      <button type="button" @click=${workspace.onLeaveChoice}>${workspace.draft ? 'Back without a change' : 'Back'}</button>
    </div>
  </section>`
}

function group(
  { onChoose }: TlSubmission,
  { chosen }: Choosing,
  title: string,
  those: readonly Proposed[],
): TemplateResult {
  const names = those.map(nameOf)
  return html`<fieldset class="material">
    <legend>${title} (${those.length})</legend>
    <p class="acts">
      <button type="button" @click=${() => onChoose(names, true)} aria-label="All: ${title}">All</button>
      <button type="button" @click=${() => onChoose(names, false)} aria-label="None: ${title}">None</button>
    </p>
    ${those.map((one) => {
      const { fact, words } = one
      const name = nameOf(one)
      return html`<label class="tick">
        <input
          type="checkbox"
          .checked=${chosen.has(name)}
          @change=${(event: Event) => onChoose([name], (event.target as HTMLInputElement).checked)}
        >
        <span>
          ${fact.title}
          <span class="facts">${[fact.kind, fact.status, replyWord(fact), sayWords(words)].filter(Boolean).join(' · ')}</span>
        </span>
      </label>`
    })}
  </fieldset>`
}

const REPLY_WORDS = { received: 'replied', none: 'silence, vouched for', not_known: 'reply not known' } as const
const replyWord = ({ reply }: Fact): string => (reply ? REPLY_WORDS[reply.state] : '')
