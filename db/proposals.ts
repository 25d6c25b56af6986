/** Dossiers that wait for review. Nothing in them is public; accepting one is `accept` with its `decides`. */
import { randomUUID } from 'node:crypto'
import { instantOf } from './digest.ts'
import type { DecisionEntry, ProposalEntry } from './journal.ts'
import { journalled, type Writable } from './journalled.ts'
import type { Db, Trx } from './tables.ts'

/** Keeps a dossier for review and gives its id. `at` is an instant, ISO 8601 in UTC. A proposal whose id is known stays as it is. */
export function propose(
  store: Writable,
  { id = randomUUID(), at, ...proposal }: Omit<ProposalEntry, 'is' | 'id'> & { id?: string },
): Promise<string> {
  return journalled(store, async (trx) => {
    const entry: ProposalEntry = { is: 'proposal', id, at: instantOf(at), ...proposal }
    const written = await writeProposal(trx, entry)
    return { entry: written === 'written' ? entry : null, result: id }
  })
}

/** Throws NotOpen. The proposal stays, with who turned it down and why. */
export function reject(store: Writable, { id, at, by, because }: Pick<DecisionEntry, 'id' | 'at' | 'by' | 'because'>) {
  return journalled(store, async (trx) => {
    const entry: DecisionEntry = {
      is: 'decision',
      id,
      decision: 'rejected',
      at: instantOf(at),
      by,
      because,
      version: null,
    }
    await decide(trx, entry)
    return { entry, result: undefined }
  })
}

export async function writeProposal(trx: Trx, entry: ProposalEntry): Promise<'written' | 'known'> {
  const { id, at, author, message, baseVersion, records, retract } = entry
  const written = await trx
    .insertInto('proposal')
    .values({
      id,
      at,
      author,
      message,
      base_version: baseVersion,
      records: JSON.stringify(records),
      retract: JSON.stringify(retract),
      decision: null,
      decided_at: null,
      decided_by: null,
      decided_because: null,
      version: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ? 'written' : 'known'
}

/** The proposal was decided about already, or is not there. */
export class NotOpen extends Error {
  override name = 'NotOpen'
}

/** Writes the decision about an open proposal. Throws NotOpen. */
export async function decide(trx: Trx, entry: DecisionEntry): Promise<void> {
  if ((await writeDecision(trx, entry)) === 'known')
    throw new NotOpen(`Proposal ${entry.id} was ${entry.decision} already.`)
}

/** For a replay: throws NotOpen, unless the same decision stands already. */
export async function writeDecision(
  trx: Trx,
  { id, decision, at, by, because, version }: DecisionEntry,
): Promise<'written' | 'known'> {
  const decided = await trx
    .updateTable('proposal')
    .set({ decision, decided_at: at, decided_by: by, decided_because: because, version })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (decided) return 'written'
  const known = await findProposal(trx, id)
  if (known?.decision === decision && known.version === version) return 'known'
  throw new NotOpen(known ? `Proposal ${id} was ${known.decision} already.` : `There is no proposal ${id}.`)
}

export function findProposal(db: Db | Trx, id: string) {
  return db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first; the open ones, or all. */
export function listProposals(db: Db | Trx, which: 'open' | 'all') {
  let query = db.selectFrom('proposal').selectAll().orderBy('at', 'desc').orderBy('id')
  if (which === 'open') query = query.where('decision', 'is', null)
  return query.execute()
}
export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number]
