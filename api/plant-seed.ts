/**
 * Takes the seed in. In an empty store it is version 1. In a store that has moved on, records on which the seed itself had the last
 * word follow a newer seed by themselves; what somebody else has edited or taken back is never overwritten or brought back: where the
 * newer seed says something new about it, that waits as a proposal, once.
 */
import { createHash } from 'node:crypto'
import { canonicalJson, instantOf } from '../db/digest.ts'
import type { Writable } from '../db/journalled.ts'
import { listProposals, type ProposalRow, propose, reject } from '../db/proposals.ts'
import { listLastSaidBy, listLastWords } from '../db/queries/authorship.ts'
import { accept, adoptRules, analyse, newestVersion, Overtaken } from '../db/versions.ts'
import { keyOf, type RecordName } from '../db/vocabulary/record-name.ts'
import { crossFaults } from './contract/read-dossier.ts'
import type { AnyRecord } from './contract/record.ts'

/** In whose name the seed's versions and proposals are made. Nobody else may use it. */
export const SEED_AUTHOR = 'seed'
const FIRST = 'The first record'
const NEWER = 'A newer seed'

type Say = (line: string) => void

/** How often to look again when another process accepts at the same moment. */
const TRIES = 5

/** Takes in the seed's records, and then the newest rules. */
export async function plantSeed(store: Writable, seed: readonly AnyRecord[], now: () => Date, say: Say): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await takeIn(store, seed, now().toISOString(), say)
      break
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === TRIES) throw error
    }
  }
  const adopted = await adoptRules(store, now().toISOString())
  if (adopted) say(`Version ${adopted}: the newest status rules.`)
}

async function takeIn(store: Writable, seed: readonly AnyRecord[], at: string, say: Say): Promise<void> {
  const version = await newestVersion(store.db)
  const { byItself, forReview } =
    version === 0 ? { byItself: whole(seed), forReview: none } : await sortOut(store, seed)
  const accepted = await accept(
    store,
    byItself.records,
    { author: SEED_AUTHOR, message: version === 0 ? FIRST : NEWER, at },
    {
      retract: byItself.retract,
      after: version,
      progress: (done, of) => say(`Loading the record: ${done} of ${of}`),
    },
  )
  const { added, changed, retracted } = accepted
  if (added + changed + retracted > 0) {
    await analyse(store.db)
    const gone = retracted ? `, ${retracted} retracted` : ''
    say(`Version ${accepted.version}: ${added} records added, ${changed} changed${gone}.`)
  } else say(`The record is current: version ${accepted.version}, ${seed.length} records in the seed.`)
  await proposeRest(store, forReview, accepted.version, at, say)
}

interface Part {
  records: AnyRecord[]
  retract: RecordName[]
}

const none: Part = { records: [], retract: [] }
const whole = (seed: readonly AnyRecord[]): Part => ({ records: [...seed], retract: [] })

/** Parts the newer seed into what follows by itself and what somebody must look at. */
async function sortOut({ db }: Writable, seed: readonly AnyRecord[]): Promise<{ byItself: Part; forReview: Part }> {
  const lastWords = await listLastWords(db)
  const words = new Map(lastWords.map((row) => [keyOf(row), row]))
  const said = await whatSeedSaid({ db })
  const named = new Set(seed.map(keyOf))
  const byItself: Part = { records: [], retract: [] }
  const forReview: Part = { records: [], retract: [] }
  for (const record of seed) {
    const word = words.get(keyOf(record))
    if (!word || word.author === SEED_AUTHOR) byItself.records.push(record)
    else if (said.get(keyOf(record)) !== canonicalJson(record) && !(word.isCurrent && isSame(word.body, record)))
      forReview.records.push(record)
  }
  for (const { record, slug, isCurrent, author } of lastWords) {
    const name = { record, slug }
    if (!isCurrent || named.has(keyOf(name)) || !said.has(keyOf(name))) continue
    if (author === SEED_AUTHOR) byItself.retract.push(name)
    else if (said.get(keyOf(name)) !== TAKEN_BACK) forReview.retract.push(name)
  }
  const current = lastWords.filter((row) => row.isCurrent).map((row) => row.body as AnyRecord)
  return keepWhole(current, byItself, forReview, said)
}

const isSame = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b)

/** What the seed's last word on a record is when a decided proposal of it was to take the record back. */
const TAKEN_BACK = 'taken back'

/** What the seed last said of each record and somebody has heard: in a version, or in a proposal that was decided about. */
async function whatSeedSaid({ db }: Pick<Writable, 'db'>): Promise<Map<string, string>> {
  const said = new Map<string, { what: string; at: string }>()
  const hear = (name: RecordName, what: string, at: string) => {
    const before = said.get(keyOf(name))
    if (!before || before.at <= at) said.set(keyOf(name), { what, at })
  }
  for (const row of await listLastSaidBy(db, SEED_AUTHOR)) hear(row, canonicalJson(row.body), instantOf(row.at))
  for (const { author, records, retract, decided_by, decided_at } of await listProposals(db, 'all')) {
    if (author !== SEED_AUTHOR || !decided_at || decided_by === SEED_AUTHOR) continue
    for (const record of records as AnyRecord[]) hear(record, canonicalJson(record), instantOf(decided_at))
    for (const name of retract) hear(name, TAKEN_BACK, instantOf(decided_at))
  }
  return new Map([...said].map(([name, { what }]) => [name, what]))
}

/**
 * Nothing may follow by itself that would leave the record with a reference to something that is not there: it goes to review, with
 * what it hangs on.
 */
function keepWhole(
  current: readonly AnyRecord[],
  byItself: Part,
  forReview: Part,
  said: ReadonlyMap<string, string>,
): { byItself: Part; forReview: Part } {
  const given = new Map(byItself.records.map((record) => [keyOf(record), record]))
  const gone = new Set(byItself.retract.map(keyOf))
  const kept = current.filter((record) => !given.has(keyOf(record)) && !gone.has(keyOf(record)))
  const result = [...kept, ...given.values()].map((record) => ({ file: 'seed', record }))
  const faulty = new Set(crossFaults(result).map((fault) => fault.record))
  const unfit = byItself.records.filter((record) => faulty.has(keyOf(record)) && !isKnown(record, current))
  const isTornByRetraction = gone.size > 0 && faulty.size > unfit.length
  if (unfit.length === 0 && !isTornByRetraction) return { byItself, forReview }
  const held = isTornByRetraction ? byItself.retract : []
  return keepWhole(
    current,
    {
      records: byItself.records.filter((record) => !unfit.includes(record)),
      retract: isTornByRetraction ? [] : byItself.retract,
    },
    {
      records: [...forReview.records, ...unfit.filter((record) => said.get(keyOf(record)) !== canonicalJson(record))],
      retract: [...forReview.retract, ...held.filter((name) => said.get(keyOf(name)) !== TAKEN_BACK)],
    },
    said,
  )
}

const isKnown = (record: AnyRecord, current: readonly AnyRecord[]): boolean =>
  current.some((known) => isSame(known, record))

/** One open proposal holds all that the seed has to say and nobody has decided about; an older one gives way to it. */
async function proposeRest(store: Writable, part: Part, baseVersion: number, at: string, say: Say): Promise<void> {
  const earlier = (await listProposals(store.db, 'all')).filter(({ author }) => author === SEED_AUTHOR)
  const open = earlier.filter((row) => row.decision === null)
  const isWaiting = ({ records, retract }: Pick<ProposalRow, 'records' | 'retract'>) =>
    isSame({ records, retract }, part)
  for (const older of open.filter((row) => !isWaiting(row)))
    await reject(store, { id: older.id, at, by: SEED_AUTHOR, because: 'A newer seed took its place' })
  if (part.records.length + part.retract.length === 0 || open.some(isWaiting)) return
  // Two processes that start at once make the same id, and so one proposal.
  const content = canonicalJson([part, earlier.length])
  const id = `seed-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  await propose(store, { id, at, author: SEED_AUTHOR, message: NEWER, baseVersion, ...part })
  say(`The seed has news of records that were edited here: proposal ${id} waits for review.`)
}
