/**
 * Citations: words for a footnote (of letters in the style of the UN Editorial Manual: who wrote, what, its reference, its
 * day), BibTeX, RIS, and CSL-JSON 1.0. Each holds the permalink with version and day.
 */
import { sayDay, sayWhen } from '../../web/timeline/words.ts'
import type { Citation, CitedKind } from '../cite/citation.ts'
import { certainParts } from '../cite/dates.ts'

const RECORD = 'Threatline'

/** "Threatline, version 3, as of 25 November 2026": the record, with what fixes its words. */
const recordOf = ({ version, asOf }: Citation): string => `${RECORD}, version ${version}, as of ${sayDay(asOf)}`

/** "Special Rapporteur on A; Special Rapporteur on B, allegation letter AL KGZ 2/2021, 15 July 2021. Threatline, …" */
export function writeFootnote(citation: Citation): string {
  const { kind, title, from, number, genre, on, state, says, outside, permalink } = citation
  const when = on ? sayWhen(on) : null
  const told =
    kind === 'letter'
      ? [from.join('; '), [genre?.toLowerCase() ?? 'letter', number ?? quoted(title)].join(' '), when]
      : kind === 'source'
        ? [from.join('; '), quoted(title), when]
        : [state, kind === 'page' ? title : quoted(title), kind === 'event' ? when : null, number]
  const first = told.filter(Boolean).join(', ')
  const copy = outside?.archived ? `; archived at ${outside.archived}` : ''
  const where = outside ? ` ${outside.address} (read ${sayWhen(outside.read)}${copy}).` : ''
  const status = says ? ` ${says}` : ''
  return `${ended(first)}${where}${status} ${recordOf(citation)}. ${permalink}`
}

/** Quotation marks within quotation marks are single ones. */
const quoted = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** Who made it; what nobody is named for is the record's. */
const authorsOf = ({ from }: Citation): readonly string[] => (from.length > 0 ? from : [RECORD])

/** What no field holds: a date with its doubt, and what the record says. */
const noteOf = ({ on, says }: Citation): string =>
  [on && (certainParts(on)?.length ?? 0) < 3 ? `Date: ${sayWhen(on)}.` : '', says ?? ''].filter(Boolean).join(' ')

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** Of those that BibTeX knows none is a law or a letter; `@misc` is read by all. */
export function writeBibTeX(citation: Citation): string {
  const { key, title, number, genre, on, state, permalink } = citation
  const [year, month, day] = certainParts(on) ?? []
  const fields: [string, string | number | undefined][] = [
    ['title', `{${forTeX(title)}}`],
    [
      'author',
      authorsOf(citation)
        .map((name) => `{${forTeX(name)}}`)
        .join(' and '),
    ],
    ['year', year],
    ['month', month],
    ['day', day],
    ['number', number ? forTeX(number) : undefined],
    ['type', genre ? forTeX(genre) : undefined],
    ['address', state ? forTeX(state) : undefined],
    ['howpublished', forTeX(recordOf(citation))],
    ['note', forTeX(noteOf(citation)) || undefined],
    // A brace in the part of the page would end the field.
    ['url', permalink.replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['urldate', citation.asOf],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]))
  return `@misc{${key},\n${lines.join('\n')}\n}\n`
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const forTeX = (text: string): string => onOneLine(text).replace(/[\\{}~^#$%&_]/g, (sign) => TEX[sign] ?? `\\${sign}`)

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const RIS_TYPES: Readonly<Record<CitedKind, string>> = {
  bill: 'BILL',
  law: 'STAT',
  letter: 'RPRT',
  event: 'ELEC',
  source: 'GEN',
  page: 'ELEC',
}

/** RIS: two letters, two spaces, a hyphen, a space; lines end in CR and LF. `DA` keeps its slashes where a part is not known. */
export function writeRis(citation: Citation): string {
  const { kind, key, title, number, genre, on, state, permalink, asOf } = citation
  const parts = certainParts(on)
  const day = parts && [...parts.map((part) => String(part).padStart(2, '0')), '', ''].slice(0, 3)
  const fields: [string, string | null | undefined][] = [
    ['TY', RIS_TYPES[kind]],
    ['ID', key],
    ['TI', title],
    ...authorsOf(citation).map((name): [string, string] => ['AU', name]),
    ['PY', day?.[0]],
    ['DA', day && `${day.join('/')}/`],
    [kind === 'bill' || kind === 'law' ? 'M1' : 'SN', number],
    ['M3', genre],
    ['CY', state],
    ['DP', recordOf(citation)],
    ['N1', noteOf(citation)],
    ['UR', permalink],
    ['Y2', `${asOf.replaceAll('-', '/')}/`],
    ['ER', ''],
  ]
  return fields
    .filter(([tag, value]) => value || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${onOneLine(value ?? '')}\r\n`)
    .join('')
}

const CSL_TYPES: Readonly<Record<CitedKind, string>> = {
  bill: 'bill',
  law: 'legislation',
  letter: 'report',
  event: 'webpage',
  source: 'document',
  page: 'webpage',
}

/** One item of CSL-JSON. A date with doubt stands in the note. */
export function cslItem(citation: Citation): Record<string, unknown> {
  const { kind, key, title, number, genre, on, state, permalink, asOf } = citation
  const parts = certainParts(on)
  const note = noteOf(citation)
  return {
    id: key,
    type: CSL_TYPES[kind],
    title,
    author: authorsOf(citation).map((literal) => ({ literal })),
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    ...(number ? { number } : {}),
    ...(genre ? { genre } : {}),
    ...(state ? { jurisdiction: state } : {}),
    archive: RECORD,
    archive_location: recordOf(citation),
    ...(note ? { note } : {}),
    URL: permalink,
    accessed: { 'date-parts': [asOf.split('-').map(Number)] },
  }
}

export const writeCsl = (citation: Citation): string => `${JSON.stringify([cslItem(citation)], null, 2)}\n`
