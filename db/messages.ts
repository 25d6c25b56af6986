/** The queue of what visitors ask to be corrected or removed. Nothing in it is public; no query of a page reads it. */
import { randomBytes } from 'node:crypto'
import type { DoneEntry, MessageEntry } from './journal.ts'
import { journalled, type Writable } from './journalled.ts'
import type { Db, Trx } from './tables.ts'

/** Keeps a message and gives its number. The day it came is kept, not the hour: together with a log, that could tell who wrote. */
export function saveMessage(store: Writable, message: Omit<MessageEntry, 'is' | 'id'>): Promise<string> {
  return journalled(store, async (trx) => {
    const entry: MessageEntry = { is: 'message', id: newNumber(), ...message }
    await writeMessage(trx, entry)
    return { entry, result: entry.id }
  })
}

/** Ten letters and digits that are not mistaken for each other, so that a number can be read out. */
function newNumber(): string {
  const signs = '23456789abcdefghjkmnpqrstuvwxyz'
  return [...randomBytes(10)].map((byte) => signs[byte % signs.length]).join('')
}

export async function writeMessage(
  trx: Trx,
  { id, on, wish, about, says }: MessageEntry,
): Promise<'written' | 'known'> {
  const written = await trx
    .insertInto('message')
    .values({ id, received_on: on, wish, about, says, done_on: null, done_by: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ? 'written' : 'known'
}

/** The message was dealt with already, or is not there. */
export class NotWaiting extends Error {
  override name = 'NotWaiting'
}

/** Takes a message off the queue; it stays, with the day and who was done with it. Throws NotWaiting. */
export function markDone(store: Writable, done: Omit<DoneEntry, 'is'>): Promise<void> {
  return journalled(store, async (trx) => {
    const entry: DoneEntry = { is: 'done', ...done }
    if ((await writeDone(trx, entry)) === 'known') throw new NotWaiting(`Message ${done.id} was done already.`)
    return { entry, result: undefined }
  })
}

/** For a replay: throws NotWaiting, unless the same is said already. */
export async function writeDone(trx: Trx, { id, on, by }: DoneEntry): Promise<'written' | 'known'> {
  const done = await trx
    .updateTable('message')
    .set({ done_on: on, done_by: by })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (done) return 'written'
  const known = await trx.selectFrom('message').select(['done_on', 'done_by']).where('id', '=', id).executeTakeFirst()
  if (!known) throw new NotWaiting(`There is no message ${id}. The command "messages" lists them.`)
  if (known.done_on === on && known.done_by === by) return 'known'
  throw new NotWaiting(`Message ${id} was done already, by ${known.done_by} on ${known.done_on}.`)
}

/** Those that wait, or all. Oldest first: who waits longest is read first. */
export function listMessages(db: Db | Trx, which: 'open' | 'all') {
  let query = db.selectFrom('message').selectAll().orderBy('received_on').orderBy('id')
  if (which === 'open') query = query.where('done_on', 'is', null)
  return query.execute()
}
