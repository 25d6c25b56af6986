/** The queue of what visitors ask to be corrected or removed. Nothing in it is public; no query of a page reads it. */
import { randomBytes } from 'node:crypto'
import type { MessageEntry } from './journal.ts'
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
    .values({ id, received_on: on, wish, about, says })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ? 'written' : 'known'
}

/** Oldest first: who waits longest is read first. */
export function listMessages(db: Db | Trx) {
  return db.selectFrom('message').selectAll().orderBy('received_on').orderBy('id').execute()
}
