/** Links to the pages of records, for the day and version that the page is on. */
import { html } from '@lit-labs/ssr'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import type { Rule } from '../../db/vocabulary/stages.ts'
import { type Content, momentOf, type PageContext } from './layout.ts'

type Asked = Pick<PageContext, 'query'>

export const measureHref = (slug: string, context: Asked): string => `/measures/${slug}${momentOf(context)}`
export const communicationHref = (slug: string, context: Asked): string => `/communications/${slug}${momentOf(context)}`
export const rightHref = (slug: string, context: Asked): string => `/rights/${slug}${momentOf(context)}`
export const eventHref = (slug: string, context: Asked): string => `/events/${slug}${momentOf(context)}`
export const stateHref = (code: string, context: Asked): string => `/jurisdictions/${code}${momentOf(context)}`

/** Where a record of each kind has its page; null where it has none. */
export function recordHref(record: RecordKind, slug: string, context: Asked): string | null {
  switch (record) {
    case 'measure':
      return measureHref(slug, context)
    case 'communication':
      return communicationHref(slug, context)
    case 'event':
      return eventHref(slug, context)
    case 'right':
      return rightHref(slug, context)
    case 'jurisdiction':
      return stateHref(slug.toUpperCase(), context)
    case 'source':
      return `/sources/${slug}${momentOf(context)}`
    case 'family':
      return `/families/${slug}${momentOf(context)}`
    case 'rule_pack':
      return `/rule-packs/${slug}${momentOf(context)}`
    case 'instrument':
    case 'mandate':
      return null
  }
}

/** A rule's number leads to what it says. */
export const ruleLink = (rule: Rule): Content => html`<a href="/methodology#${rule.toLowerCase()}">${rule}</a>`

/** The numbers of rules in a sentence lead to what they say. */
export const linkRules = (text: string): Content =>
  text.split(/\b(S\d{1,2})\b(?=[:.)])/).map((part, i) => (i % 2 === 1 ? ruleLink(part as Rule) : part))

/** Words for the kinds of records: "measure", "State". */
const RECORD_WORDS: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  jurisdiction: ['State', 'States'],
  mandate: ['mandate', 'mandates'],
  right: ['right', 'rights'],
  instrument: ['instrument', 'instruments'],
  source: ['source', 'sources'],
  measure: ['measure', 'measures'],
  communication: ['letter or opinion', 'letters and opinions'],
  event: ['event', 'events'],
  family: ['idea', 'ideas'],
  rule_pack: ['rule pack', 'rule packs'],
}

export const recordWord = (record: RecordKind, count = 1): string => RECORD_WORDS[record][count === 1 ? 0 : 1]

/** "Measures": as a heading. */
export function recordHeading(record: RecordKind): string {
  const word = recordWord(record, 2)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
