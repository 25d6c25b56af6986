/**
 * Reads dossiers: YAML or JSON text to records, and every fault in words that name file, record, field and remedy.
 * A dossier with a fault is refused whole.
 */
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { countsTowardsStatus, keepsOrder } from '../../db/vocabulary/status.ts'
import { readText } from './dossier-text.ts'
import { AnyRecord, type Citation, type Disagreement, type Measure, RecordNameShape } from './record.ts'

export interface Fault {
  file: string
  /** "measure foreign-agents-bill-2013-2016", or null where the file itself is at fault. */
  record: string | null
  /** Path in the record, such as "steps.2.on". */
  field: string
  message: string
}

export interface ReadDossier {
  records: AnyRecord[]
  retract: RecordName[]
  faults: Fault[]
}

/** One line for a fault, for people: file, record, field, what is wrong and what to do. */
export function sayFault({ file, record, field, message }: Fault): string {
  return [file, record, field, message].filter(Boolean).join(': ')
}

/** Reads one dossier's text, YAML or JSON. The file's name serves the messages. */
export function readDossier(file: string, text: string): ReadDossier {
  const fault = (record: string | null, field: string, message: string): Fault => ({ file, record, field, message })
  const read = readText(text)
  if ('faults' in read)
    return { records: [], retract: [], faults: read.faults.map(({ place, message }) => fault(null, place, message)) }
  const { value } = read
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return {
      records: [],
      retract: [],
      faults: [fault(null, '', 'is not a dossier; it must begin with "dossier: 1" and hold "records".')],
    }
  const { dossier, title, records, retract = [], ...unknown } = value as Record<string, unknown>
  const faults: Fault[] = Object.keys(unknown).map((key) =>
    fault(
      null,
      key,
      'is not a field of a dossier; remove it. A dossier has "dossier", "title", "records" and "retract".',
    ),
  )
  if (dossier !== 1) faults.push(fault(null, 'dossier', 'must be 1, the edition of this format.'))
  if (title !== undefined && typeof title !== 'string') faults.push(fault(null, 'title', 'must be text.'))
  if (!Array.isArray(records)) {
    faults.push(fault(null, 'records', 'must be a list of records.'))
    return { records: [], retract: [], faults }
  }
  const names = RecordNameShape.array().safeParse(retract)
  if (!names.success)
    faults.push(fault(null, 'retract', 'must be a list of names, each with "record" (its kind) and "slug".'))
  const sound = readRecords(file, records)
  const all = [...faults, ...sound.faults]
  return all.length
    ? { records: [], retract: [], faults: all }
    : { records: sound.records, retract: names.data ?? [], faults: all }
}

/** Reads records that are already values and not text. With a fault there are no records. */
export function readRecords(file: string, records: readonly unknown[]): Pick<ReadDossier, 'records' | 'faults'> {
  const fault = (record: string | null, field: string, message: string): Fault => ({ file, record, field, message })
  const faults: Fault[] = []
  const read: AnyRecord[] = []
  records.forEach((record: unknown, i) => {
    const result = AnyRecord.safeParse(record)
    if (result.success) {
      read.push(result.data)
      faults.push(...innerFaults(result.data).map(({ field, message }) => fault(nameOf(result.data), field, message)))
    } else {
      for (const issue of result.error.issues) {
        const field = issue.path.join('.') || 'record'
        faults.push(fault(nameOf(record) ?? `record ${i + 1}`, field, remedyOf(issue)))
      }
    }
  })
  return { records: faults.length ? [] : read, faults }
}

function nameOf(record: unknown): string | null {
  if (record === null || typeof record !== 'object') return null
  const { record: kind, slug } = record as { record?: unknown; slug?: unknown }
  return typeof kind === 'string' && typeof slug === 'string' ? `${kind} ${slug}` : null
}

type Issue = {
  code?: string | undefined
  message: string
  keys?: string[]
  values?: unknown[]
  expected?: string
  input?: unknown
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with their values',
}

/** zod's message as a sentence that says what to write. */
function remedyOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys')
    return `does not know ${(issue.keys ?? []).map((key) => `"${key}"`).join(', ')}; correct the spelling or remove it.`
  if (issue.code === 'invalid_value')
    return `must be one of ${(issue.values ?? []).map((value) => String(value)).join(', ')}.`
  if (issue.code === 'invalid_type') {
    const wanted = EXPECTED[issue.expected ?? ''] ?? issue.expected
    return /received undefined/.test(issue.message)
      ? `is missing; write ${wanted} there.`
      : `must be ${wanted}; put quotes around text that looks like a number or a date.`
  }
  if (issue.code === 'invalid_union')
    return 'has a value that no form of this field allows; see the format of dossiers.'
  return `${issue.message}.`.replace(/\.\.$/, '.')
}

/** PostgreSQL keeps every text that is well-formed and holds no zero character. */
const canBeKept = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)

type Complaint = { field: string; message: string }

/** What a schema cannot say: order of steps, keys that point inside the record, exactly one preferred claim. */
function innerFaults(record: AnyRecord): Complaint[] {
  const complaints: Complaint[] = []
  walk(record, '', (value, path) => {
    if (typeof value === 'string' && !canBeKept(value))
      complaints.push({
        field: path,
        message: 'holds a character that no store can keep (U+0000, or half of a pair); remove it.',
      })
    if (isDisagreement(value)) complaints.push(...disagreementFaults(value, path, parentOf(record, path)))
  })
  if (record.record === 'measure') complaints.push(...measureFaults(record))
  if (record.record === 'family' && new Set(record.members).size < record.members.length)
    complaints.push({ field: 'members', message: 'names a measure twice; name each once.' })
  return complaints
}

function walk(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  visit(value, path)
  if (value === null || typeof value !== 'object') return
  for (const [key, part] of Object.entries(value)) walk(part, path ? `${path}.${key}` : key, visit)
}

const isDisagreement = (value: unknown): value is Disagreement =>
  value !== null && typeof value === 'object' && 'claims' in value && 'reason' in value

/** The thing that a disagreement at `…disagreements.n` stands in. */
function parentOf(record: object, path: string): Record<string, unknown> {
  const steps = path.split('.').slice(0, -2)
  return steps.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], record) as Record<
    string,
    unknown
  >
}

function disagreementFaults(
  { field, claims }: Disagreement,
  path: string,
  parent: Record<string, unknown>,
): Complaint[] {
  const preferred = claims.filter((claim) => claim.preferred)
  if (preferred.length !== 1)
    return [
      {
        field: `${path}.claims`,
        message: `has ${preferred.length} preferred claims; mark exactly one with "preferred: true".`,
      },
    ]
  const value = preferred[0]?.value
  if ((field === 'on' || field === 'until') && value !== parent[field])
    return [
      {
        field: `${path}.claims`,
        message: `prefers ${value}, but "${field}" is ${String(parent[field] ?? 'empty')}; make the two equal.`,
      },
    ]
  return []
}

const TERM_STAGES = ['in_force', 'extended', 'suspended']

function measureFaults(measure: Measure): Complaint[] {
  const complaints: Complaint[] = []
  const say = (field: string, message: string) => complaints.push({ field, message })
  const { steps, texts = [], provisions = [], impacts = [], relations = [] } = measure
  for (const [name, list] of Object.entries({ steps, texts, provisions, impacts })) {
    const keys = list.map((item) => item.key)
    const twice = keys.find((key, i) => keys.indexOf(key) !== i)
    if (twice) say(name, `has the key "${twice}" twice; keys are unique in a measure.`)
  }
  const textKeys = new Set(texts.map((text) => text.key))
  const provisionKeys = new Set(provisions.map((provision) => provision.key))
  let bound: { key: string; earliest: string } | null = null
  steps.forEach((step, i) => {
    const on = parseEdtf(step.on)
    if (step.stage === 'reported' && !step.stands_at)
      say(`steps.${i}.stands_at`, 'is missing: a reported step says where the measure stands.')
    if (step.stage !== 'reported' && step.stands_at)
      say(`steps.${i}.stands_at`, 'belongs to reported steps only; remove it.')
    if (step.until && !TERM_STAGES.includes(step.stage))
      say(`steps.${i}.until`, 'belongs to in_force, extended and suspended steps only; remove it.')
    if (step.stage === 'extended' && !step.until) say(`steps.${i}.until`, 'is missing: an extension has a term.')
    if (step.text && !textKeys.has(step.text)) say(`steps.${i}.text`, `names no text of this measure: "${step.text}".`)
    if (!keepsOrder(step.stage) || !countsTowardsStatus(step)) return
    if (bound && on.latest !== null && on.latest < bound.earliest)
      say(
        `steps.${i}.on`,
        `is ${step.on}, before the step "${bound.key}" that stands before it; put the steps in the order in which they happened.`,
      )
    if (on.earliest !== null && (!bound || on.earliest > bound.earliest))
      bound = { key: step.key, earliest: on.earliest }
  })
  provisions.forEach(({ texts: standsIn = [] }, i) => {
    for (const key of standsIn)
      if (!textKeys.has(key)) say(`provisions.${i}.texts`, `names no text of this measure: "${key}".`)
  })
  if (provisions.some((provision) => provision.texts?.length) && !texts.some((text) => text.current))
    say('texts', 'none is current; mark the newest text with "current: true".')
  impacts.forEach((impact, i) => {
    if (impact.provision && !provisionKeys.has(impact.provision))
      say(`impacts.${i}.provision`, `names no provision of this measure: "${impact.provision}".`)
    if (impact.severity !== null && !impact.severity_reason)
      say(`impacts.${i}.severity_reason`, 'is missing: say which clause the severity rests on.')
  })
  relations.forEach((relation, i) => {
    if ((relation.to === undefined) === (relation.outside === undefined))
      say(`relations.${i}`, 'must name either a measure ("to") or something outside the record ("outside").')
    if (relation.to === measure.slug)
      say(`relations.${i}.to`, 'is the measure itself; relations run to an older measure.')
    if (
      relations.findIndex(
        (other) => other.type === relation.type && other.to === relation.to && other.outside === relation.outside,
      ) < i
    )
      say(`relations.${i}`, 'stands twice; keep one.')
  })
  return complaints
}

/** A record and the file it was read from. */
export interface Filed {
  file: string
  record: AnyRecord
}

/**
 * What only the whole can say: each record once, and everything that is referred to is there, among the records read or
 * `known` from before (keys such as "measure foreign-agents-bill-2013-2016").
 */
export function crossFaults(filed: readonly Filed[], known: ReadonlySet<string> = new Set()): Fault[] {
  const faults: Fault[] = []
  const names = new Map<string, string>()
  for (const { file, record } of filed) {
    const name = `${record.record} ${record.slug}`
    const first = names.get(name)
    if (first) faults.push({ file, record: name, field: 'slug', message: `is also in ${first}; a record stands once.` })
    else names.set(name, file)
  }
  const sources = new Map(filed.flatMap(({ record }) => (record.record === 'source' ? [[record.slug, record]] : [])))
  for (const { file, record } of filed) {
    const name = `${record.record} ${record.slug}`
    const say = (field: string, message: string) => faults.push({ file, record: name, field, message })
    const need = (kind: AnyRecord['record'], slug: string, field: string) => {
      if (!names.has(`${kind} ${slug}`) && !known.has(`${kind} ${slug}`))
        say(field, `names the ${kind} "${slug}", which is not in the record; add it or correct the slug.`)
    }
    for (const { kind, slug, field } of references(record)) need(kind, slug, field)
    walk(record, '', (value, path) => {
      if (!isDatedFact(value)) return
      const day = parseEdtf(value.on).earliest
      const told = value.cites.map((cite) => sources.get(cite.source)).filter((source) => source !== undefined)
      if (day === null || value.planned || told.length < value.cites.length) return
      const last = told
        .map((source) => parseEdtf(source.on ?? source.retrieved).latest)
        .reduce((a, b) => (a === null || b === null ? null : a > b ? a : b))
      if (last !== null && day > last)
        say(
          path ? `${path}.on` : 'on',
          `is ${value.on}, later than every source that reports it; mark it planned or correct the date.`,
        )
    })
  }
  return faults
}

const isDatedFact = (value: unknown): value is { on: string; planned?: boolean; cites: Citation[] } =>
  value !== null &&
  typeof value === 'object' &&
  'on' in value &&
  typeof value.on === 'string' &&
  'cites' in value &&
  Array.isArray(value.cites)

export interface ToRecord {
  kind: AnyRecord['record']
  slug: string
  field: string
}

/** Every slug that a record refers to, with the field it stands in. */
export function references(record: AnyRecord): ToRecord[] {
  const cited: ToRecord[] = []
  walk(record, '', (value, path) => {
    if (value !== null && typeof value === 'object' && 'source' in value && 'certainty' in value)
      cited.push({ kind: 'source', slug: (value as Citation).source, field: `${path}.source` })
  })
  const home: ToRecord[] =
    'jurisdiction' in record ? [{ kind: 'jurisdiction', slug: record.jurisdiction, field: 'jurisdiction' }] : []
  return [...cited, ...home, ...named(record)]
}

/** The slugs in each item of a list, where it has one. */
function each<T>(
  kind: AnyRecord['record'],
  list: readonly T[] | undefined,
  field: string,
  slugOf: (item: T) => string | null | undefined,
): ToRecord[] {
  return (list ?? []).flatMap((item, i) => {
    const slug = slugOf(item)
    return slug ? [{ kind, slug, field: field.replace('#', String(i)) }] : []
  })
}

function named(record: AnyRecord): ToRecord[] {
  const itself = (slug: string) => slug
  switch (record.record) {
    case 'measure':
      return [
        ...each('measure', record.relations, 'relations.#.to', (relation) => relation.to),
        ...each('communication', record.impacts, 'impacts.#.said_by.communication', ({ said_by }) =>
          said_by.voice === 'communication' ? said_by.communication : null,
        ),
      ]
    case 'communication':
      return [
        ...each('mandate', record.from, 'from.#.mandate', (from) => from.mandate),
        ...each('measure', record.about, 'about.#.measure', (about) => about.measure),
        ...each('instrument', record.legal_references, 'legal_references.#.instrument', (legal) => legal.instrument),
        ...each('communication', record.earlier, 'earlier.#.resolved_to', (reference) => reference.resolved_to),
        ...each('communication', record.cited_as, 'cited_as.#.resolved_to', (reference) => reference.resolved_to),
      ]
    case 'event':
      return [
        ...each('measure', record.measures, 'measures.#', itself),
        ...each('communication', record.communications, 'communications.#', itself),
      ]
    case 'family':
      return each('measure', record.members, 'members.#', itself)
    case 'instrument':
      return each('jurisdiction', record.parties, 'parties.#.jurisdiction', (party) => party.jurisdiction)
    case 'rule_pack':
      return each('rule_pack', record.replaced_by ? [record.replaced_by] : [], 'replaced_by', itself)
    default:
      return []
  }
}
