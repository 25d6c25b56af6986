/** Dossiers that wait for review. Nothing in them is public; accepting one is `accept` with its `decides`. */
import { randomUUID } from 'node:crypto'
import type { DecisionEntry, ProposalEntry } from './journal.ts'
import { journalled, type Writable } from './journalled.ts'
import type { Db, Trx } from './tables.ts'

/** Keeps a dossier for review and gives its id. `at` is an instant, ISO 8601 in UTC. */
export function propose(store: Writable, proposal: Omit<ProposalEntry, 'is' | 'id'>): Promise<string> {
  return journalled(store, async (trx) => {
    const entry: ProposalEntry = { is: 'proposal', id: randomUUID(), ...proposal }
    await writeProposal(trx, entry)
    return { entry, result: entry.id }
  })
}

/** Throws NotOpen. The proposal stays, with who turned it down and why. */
export function reject(store: Writable, { id, at, by, because }: Pick<DecisionEntry, 'id' | 'at' | 'by' | 'because'>) {
  return journalled(store, async (trx) => {
    const entry: DecisionEntry = { is: 'decision', id, decision: 'rejected', at, by, because, version: null }
    await writeDecision(trx, entry)
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

/** Throws NotOpen, unless the same decision stands already. */
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
export function listProposals(db: Db, which: 'open' | 'all') {
  let query = db.selectFrom('proposal').selectAll().orderBy('at', 'desc').orderBy('id')
  if (which === 'open') query = query.where('decision', 'is', null)
  return query.execute()
}
export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number]
