/**
 * What a dossier would do to the record: what it adds, changes and takes back, what is wrong with it, and what has changed
 * under its author's hands. Pure, so that a command, a page and a test see the same plan.
 */
import { canonicalJson } from '../../db/digest.ts'
import { findPersonNames } from '../../db/vocabulary/person-names.ts'
import { type Difference, diffRecords } from '../../db/vocabulary/record-diff.ts'
import { keyOf, type RecordName } from '../../db/vocabulary/record-name.ts'
import { crossFaults, type Fault, type Filed, readRecords } from '../contract/read-dossier.ts'
import type { AnyRecord } from '../contract/record.ts'

/** What somebody proposes. */
export interface Proposed {
  /** Values that nobody has checked yet; `file` serves the messages. */
  given: readonly { file: string; record: unknown }[]
  retract: readonly RecordName[]
  /** Where the retractions were read, for the messages. */
  file: string
}

/** Words that look like the name of a person, in a text that the dossier would add: somebody has to look before it is public. */
export interface LikelyPerson extends RecordName {
  /** Path in the record, such as "steps.2.label.en". */
  field: string
  name: string
  /** An office stands beside it: office-holders may be named, for official acts. A hint, no more. */
  withOffice: boolean
}

/** What the dossier is held against. */
export interface Held {
  /** Every record of the newest version. */
  current: readonly AnyRecord[]
  /** Names (keyOf) of records that are not what they were in the version that the author had before them. */
  changedSince: ReadonlySet<string>
}

export interface PlannedChange extends RecordName {
  differences: Difference[]
  /** Steps, texts, provisions and impacts that are gone: what cites them would point nowhere. */
  keysLost: string[]
}

export interface Plan {
  added: RecordName[]
  changed: PlannedChange[]
  unchanged: RecordName[]
  retracted: RecordName[]
  /** Why the dossier cannot be accepted as it is. */
  invalid: Fault[]
  /** Changed by somebody else since the author looked, and now to be changed or taken back by this dossier. */
  conflicting: RecordName[]
  persons: LikelyPerson[]
  /** The records as they would be written; none where something is invalid. */
  records: AnyRecord[]
}

export function planDossier({ given, retract, file }: Proposed, { current, changedSince }: Held): Plan {
  const read = given.map((one) => ({ file: one.file, ...readRecords(one.file, [one.record]) }))
  const faults = read.flatMap((one) => one.faults)
  const valid = faults.length
    ? []
    : read.flatMap((one) => one.records.map((record): Filed => ({ file: one.file, record })))
  const records = valid.map(({ record }) => record)
  const known = new Map(current.map((record) => [keyOf(record), record]))
  const plan: Plan = {
    added: [],
    changed: [],
    unchanged: [],
    retracted: retract.map(named).filter((gone) => known.has(keyOf(gone))),
    invalid: [...faults, ...retractFaults(file, records, retract, known)],
    conflicting: [],
    persons: [],
    records,
  }
  for (const record of records) {
    const before = known.get(keyOf(record))
    plan.persons.push(...likelyPersons(record, before))
    if (!before) plan.added.push(named(record))
    else if (canonicalJson(before) === canonicalJson(record)) plan.unchanged.push(named(record))
    else
      plan.changed.push({
        ...named(record),
        differences: diffRecords(before, record),
        keysLost: keysLost(before, record),
      })
  }
  if (faults.length === 0) plan.invalid = [...plan.invalid, ...wholeFaults(valid, retract, current)]
  plan.conflicting = [...plan.added, ...plan.changed, ...plan.retracted]
    .map(named)
    .filter((name) => changedSince.has(keyOf(name)))
  return plan
}

const named = ({ record, slug }: RecordName): RecordName => ({ record, slug })

function retractFaults(
  file: string,
  records: readonly AnyRecord[],
  retract: readonly RecordName[],
  known: ReadonlyMap<string, unknown>,
): Fault[] {
  const given = new Set(records.map(keyOf))
  return retract.flatMap((gone, i): Fault[] => {
    const fault = (message: string): Fault[] => [{ file, record: keyOf(gone), field: `retract.${i}`, message }]
    if (given.has(keyOf(gone))) return fault('is both given and taken back; keep one of the two.')
    return known.has(keyOf(gone)) ? [] : fault('is not in the record, so it cannot be taken back; remove it here.')
  })
}

/** What does not hold in the whole that would come of it, in records that stay as they are too. */
function wholeFaults(valid: readonly Filed[], retract: readonly RecordName[], current: readonly AnyRecord[]): Fault[] {
  const replaced = new Set([...valid.map(({ record }) => record), ...retract].map(keyOf))
  const kept = current.filter((record) => !replaced.has(keyOf(record)))
  return crossFaults([...valid, ...kept.map((record) => ({ file: 'the record', record }))])
}

/** Keys whose values are no prose: names of records and parts, addresses, dates, words of closed lists. */
const NO_PROSE = /(^|\.)(slug|key|source|address|archived_address|on|until|stage|kind|record|instrument|symbol|code)$/

function likelyPersons(record: AnyRecord, before: AnyRecord | undefined): LikelyPerson[] {
  const known = new Set(before ? textsIn(before).map(([, text]) => text) : [])
  return textsIn(record)
    .filter(([, text]) => !known.has(text))
    .flatMap(([field, text]) =>
      findPersonNames(text).map(({ text: name, withOffice }) => ({ ...named(record), field, name, withOffice })),
    )
}

/** Every text of a record that is prose, with its path. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return NO_PROSE.test(path) ? [] : [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, path ? `${path}.${key}` : key))
}

/** The lists of a measure whose items have keys that are cited: addresses of parts end in them. */
const KEYED = ['steps', 'texts', 'provisions', 'impacts'] as const

function keysLost(before: AnyRecord, after: AnyRecord): string[] {
  if (before.record !== 'measure' || after.record !== 'measure') return []
  return KEYED.flatMap((list) => {
    const now = new Set((after[list] ?? []).map(({ key }) => key))
    return (before[list] ?? []).filter(({ key }) => !now.has(key)).map(({ key }) => `${list}.${key}`)
  })
}
