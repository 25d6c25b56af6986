/** What each mechanism asks of those who write to it: all of them, and one with its rules and how far they are known. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { RulePackView } from '../../api/contract/views.ts'
import {
  type CountedPart,
  type LimitScope,
  MECHANISMS,
  type Mechanism,
  type Standing,
} from '../../db/vocabulary/lists.ts'
import type { CitationView, SourceView } from '../timeline/view.ts'
import { sayWhen } from '../timeline/words.ts'
import { languageName, Sources } from './cites.ts'
import { addressWith, type Content, countOf, momentOf, type PageContext, page } from './layout.ts'
import { section } from './parts.ts'

const MECHANISM_WORDS: Readonly<Record<Mechanism, string>> = {
  upr: 'Universal Periodic Review',
  special_procedures: 'Special Procedures',
  treaty_body: 'Treaty bodies',
}
const SCOPE_WORDS: Readonly<Record<LimitScope, string>> = {
  one: 'One organisation',
  joint: 'Several together',
  comprehensive: 'A comprehensive paper',
  thematic: 'A paper on one theme',
  any: 'Any paper',
}
const PART_WORDS: Readonly<Record<CountedPart, string>> = {
  body: 'The text',
  notes: 'Footnotes',
  cover: 'Cover page',
  annexes: 'Annexes',
}
/** What is said of a rule that does not come from the body's own text as it stands. */
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  own_text: '',
  second_hand: 'by others’ account',
  earlier_cycle: 'of an earlier cycle',
  unknown: 'not known',
}

const INTRODUCTION =
  'What each mechanism asks of those who write to it, with where it was read and when. Rules change: read the body’s own page before you file. What is not known is not guessed here.'

export function rulePacksPage(
  packs: readonly RulePackView[],
  { version }: { version: number },
  context: PageContext,
): ServerRenderedTemplate {
  return page(context, {
    title: 'Rules for submissions',
    description: INTRODUCTION,
    data: { href: addressWith({ ...context, path: '/api/rule-packs' }, {}), version },
    main: html`<h1>Rules for submissions</h1>
      <p class="summary">${INTRODUCTION}</p>
      <p><a href="/submissions/new">Write a submission</a> under these rules, from the record.</p>
      ${packs.length === 0 ? html`<p class="empty">No rules are on record in this version. <a href="/rule-packs">Show the newest</a></p>` : nothing}
      ${MECHANISMS.map((mechanism) => {
        const those = packs.filter((pack) => pack.mechanism === mechanism)
        return section(
          mechanism,
          MECHANISM_WORDS[mechanism],
          html`<ul class="cards">${those.map((pack) => card(pack, context))}</ul>`,
          those.length === 0,
        )
      })}`,
  })
}

function card({ slug, title, limits, checkedOn, replacedBy }: RulePackView, context: PageContext): Content {
  return html`<li>
    <article class="card">
      <h3 class="title"><a href=${`/rule-packs/${slug}${momentOf(context)}`}>${title.en}</a></h3>
      <p>${limits.map(sayLimit).join('; ')}.</p>
      <p class="facts">Checked in ${sayWhen(checkedOn)}${replacedBy ? ' · replaced by newer rules' : nothing}</p>
    </article>
  </li>`
}

/** "One organisation: 2,815 words"; "Any paper: limit not known". */
function sayLimit({ scope, words }: RulePackView['limits'][number]): string {
  return `${SCOPE_WORDS[scope]}: ${words === null ? 'limit not known' : countOf(words, 'word').replace(String(words), words.toLocaleString('en'))}`
}

export function rulePackPage(
  pack: RulePackView,
  cited: readonly SourceView[],
  { version }: { version: number },
  context: PageContext,
): ServerRenderedTemplate {
  const { slug, mechanism, title, body, cycle, checkedOn, replacedBy, limits, counted, languages, parts, rules } = pack
  const sources = new Sources(pack, cited)
  const moment = momentOf(context)
  const told = (finding: Finding, word = finding.says): Content => tell(finding, word, sources)
  return page(context, {
    title: title.en,
    description: `${MECHANISM_WORDS[mechanism]}, ${body}. ${limits.map(sayLimit).join('; ')}. Checked in ${sayWhen(checkedOn)}.`,
    data: { href: `/api/rule-packs/${slug}${moment}`, version },
    main: html`<article>
      <nav class="breadcrumbs" aria-label="Where this stands"><a href=${`/rule-packs${moment}`}>Rules for submissions</a></nav>
      <h1>${title.en}</h1>
      <p class="counts">${MECHANISM_WORDS[mechanism]} · ${body} · checked in ${sayWhen(checkedOn)}</p>
      <p><a href="/submissions/new#${slug}">Write a submission</a> under these rules, from the record.</p>
      ${replacedBy ? html`<p class="notice">Newer rules are on record: <a href=${`/rule-packs/${replacedBy}${moment}`}>see them</a>. These stay for drafts that were begun with them.</p>` : nothing}
      ${cycle ? html`<p>${cycle.name}${cycle.on ? `, ${sayWhen(cycle.on)}` : nothing}. ${told(cycle)}</p>` : nothing}
      ${section(
        'limit',
        'How long',
        html`<dl class="facts-list">
            ${limits.map((limit) => row(SCOPE_WORDS[limit.scope], told(limit)))}
          </dl>
          <h3>What counts</h3>
          <dl class="facts-list">
            ${counted.map((part) => row(PART_WORDS[part.part], told(part)))}
          </dl>`,
      )}
      ${section(
        'form',
        'Form',
        html`<dl class="facts-list">
          ${row('Language', told(languages, languages.tags ? `${languages.says} (${languages.tags.map(languageName).join(', ')})` : languages.says))}
          ${row('File', told(pack.fileType))} ${row('Filed', told(pack.filing))} ${row('Who sees it', told(pack.publicity))}
        </dl>`,
      )}
      ${section(
        'parts',
        'What stands in it',
        html`<dl class="facts-list">${parts.map((part) => row(`${part.title}${part.required ? '' : ' (advised)'}`, told(part)))}</dl>`,
        parts.length === 0,
      )}
      ${section('rules', 'Besides', html`<ul>${rules.map((rule) => html`<li>${told(rule)}</li>`)}</ul>`, rules.length === 0)}
      ${sources.list()}
    </article>`,
  })
}

interface Finding {
  says: string
  standing: Standing
  cites: readonly CitationView[]
}

function tell({ standing, cites }: Finding, word: string, sources: Sources): Content {
  const how = STANDING_WORDS[standing]
  return html`${word}${sources.marks(cites)}${how ? html` <span class="doubt">${how}</span>` : nothing}`
}

const row = (name: string, value: Content): Content => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
