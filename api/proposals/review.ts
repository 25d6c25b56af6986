/** A proposal held against the store, and what is decided about it. */
import type { Writable } from '../../db/journalled.ts'
import { findProposal, NotOpen, type ProposalRow, propose, reject } from '../../db/proposals.ts'
import { listChanges } from '../../db/queries/changes.ts'
import { listAllBodies } from '../../db/queries/records.ts'
import type { Db } from '../../db/tables.ts'
import { type Accepted, accept, newestVersion, type Progress } from '../../db/versions.ts'
import { keyOf } from '../../db/vocabulary/record-name.ts'
import { sayFault } from '../contract/read-dossier.ts'
import type { AnyRecord } from '../contract/record.ts'
import { type Held, type Plan, type Proposed, planDossier } from './plan.ts'

/** A plan, and the version that it was made against. */
export interface Review {
  plan: Plan
  version: number
}

/** Holds a dossier, made by somebody who had version `base` before them, against the newest version. */
export async function review(db: Db, proposed: Proposed, base?: number): Promise<Review> {
  const version = await newestVersion(db)
  return { version, plan: planDossier(proposed, await heldAt(db, version, base ?? version)) }
}

async function heldAt(db: Db, version: number, base: number): Promise<Held> {
  const changes = base === version ? [] : await listChanges(db, base, version)
  // The store holds only records that were valid when they were accepted.
  const current = (await listAllBodies(db, version)) as AnyRecord[]
  return { current, changedSince: new Set(changes.map(keyOf)) }
}

/** Holds a proposal against the newest version. Throws NotOpen if there is none, or it was decided about. */
export async function reviewProposal(db: Db, id: string): Promise<Review & { proposal: ProposalRow }> {
  const proposal = await findProposal(db, id)
  if (!proposal) throw new NotOpen(`There is no proposal ${id}. The command "proposals" lists them.`)
  if (proposal.decision) throw new NotOpen(`Proposal ${id} was ${proposal.decision} already.`)
  const { records, retract, base_version } = proposal
  const file = `proposal ${id}`
  const given = records.map((record) => ({ file, record }))
  return { proposal, ...(await review(db, { given, retract, file }, base_version)) }
}

/** The proposal cannot be accepted as it is; the message has a line for each reason, and what to do. */
export class NotAcceptable extends Error {
  override name = 'NotAcceptable'
}

export interface Deciding {
  by: string
  /** An instant, ISO 8601 in UTC. */
  at: string
  progress?: Progress | undefined
}

/**
 * Accepts an open proposal as a new version, in its author's name. Throws NotAcceptable while it is invalid or conflicting,
 * NotOpen, and Overtaken (db/versions.ts) if another version was accepted at the same moment.
 */
export async function acceptProposal(store: Writable, id: string, { by, at, progress }: Deciding): Promise<Accepted> {
  const { proposal, plan, version } = await reviewProposal(store.db, id)
  refuseUnlessFit(`Proposal ${id}`, plan)
  return accept(
    store,
    plan.records,
    { author: proposal.author, message: proposal.message, at },
    {
      retract: plan.retracted,
      decides: { id, by, because: null },
      after: version,
      progress,
    },
  )
}

/** Throws NotAcceptable. */
export function refuseUnlessFit(what: string, { invalid, conflicting }: Plan): void {
  if (invalid.length)
    throw new NotAcceptable(
      [`${what} cannot be accepted; correct it and propose it again:`, ...invalid.map((f) => `  ${sayFault(f)}`)].join(
        '\n',
      ),
    )
  if (conflicting.length)
    throw new NotAcceptable(
      [
        `${what} was made on an older version, and these records have changed since:`,
        ...conflicting.map((name) => `  ${keyOf(name)}`),
        'Look at what differs; to propose it again on the newest version as it is, say --again.',
      ].join('\n'),
    )
}

/** Makes the proposal anew on the newest version, and closes the old one. Gives the new one's id. Throws NotOpen. */
export async function proposeAgain(store: Writable, id: string, { by, at }: Deciding): Promise<string> {
  const { proposal, version } = await reviewProposal(store.db, id)
  const { author, message, records, retract } = proposal
  const fresh = await propose(store, { at, author, message, baseVersion: version, records, retract })
  await reject(store, { id, at, by, because: `Proposed again as ${fresh}` })
  return fresh
}
