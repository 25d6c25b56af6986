/** Where drafts are kept: in this browser's IndexedDB and nowhere else. */
import type { Draft } from './draft.ts'

const DATABASE = 'threatline-drafts'
const STORE = 'drafts'

/** What keeps a draft from being kept, in a sentence for its author. */
export class KeepError extends Error {
  override name = 'KeepError'
}

const DELETED =
  'This draft was deleted in another tab and is on this page alone. Save it as a file if you want to keep it.'

/** One for the page, opened when it is first needed. */
let connection: Promise<IDBDatabase> | null = null

function connect(): Promise<IDBDatabase> {
  connection ??= new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => {
      // Another tab may leave no trace: this one then lets go.
      request.result.onversionchange = disconnect
      request.result.onclose = disconnect
      done(request.result)
    }
    request.onerror = () => {
      connection = null
      fail(said(request.error))
    }
  })
  return connection
}

function disconnect(): void {
  connection?.then((database) => database.close()).catch(() => undefined)
  connection = null
}

/** Runs one transaction, and is done when it is written. */
async function transact<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore, done: (result: Result) => void, fail: (error: KeepError) => void) => void,
): Promise<Result> {
  const database = await connect()
  return new Promise((done, fail) => {
    const transaction = database.transaction(STORE, mode)
    let result: Result
    transaction.oncomplete = () => done(result)
    transaction.onabort = () => fail(said(transaction.error))
    act(
      transaction.objectStore(STORE),
      (value) => {
        result = value
      },
      fail,
    )
  })
}

function said(error: DOMException | null): KeepError {
  return new KeepError(
    error?.name === 'QuotaExceededError'
      ? 'This browser has no room left, so the latest changes are only on this page. Save the draft as a file before you close it.'
      : 'This browser does not keep drafts here (a private window, perhaps). Save the draft as a file before you close the page.',
  )
}

/** The newest first. */
export async function listDrafts(): Promise<Draft[]> {
  return transact('readonly', (store, done) => {
    const request = store.getAll()
    request.onsuccess = () => done(request.result as Draft[])
  })
}

/**
 * Keeps the draft and gives it back as kept. Where another tab has kept the same draft since, both stay: this one is kept under a
 * name of its own, by `newId`. What was deleted in another tab does not come back by itself.
 */
export async function keepDraft(draft: Draft, newId: () => string): Promise<Draft> {
  return transact('readwrite', (store, done, fail) => {
    const request = store.get(draft.id)
    request.onsuccess = () => {
      const there = request.result as Draft | undefined
      if (!there && draft.kept > 0) return fail(new KeepError(DELETED))
      const isOvertaken = there !== undefined && there.kept !== draft.kept
      const kept = isOvertaken
        ? { ...draft, id: newId(), kept: 1, title: `${draft.title} (from another tab)` }
        : { ...draft, kept: draft.kept + 1 }
      store.put(kept)
      done(kept)
    }
  })
}

export async function deleteDraft(id: string): Promise<void> {
  await transact<void>('readwrite', (store) => {
    store.delete(id)
  })
}

/** Takes the drafts and the database itself away. */
export function leaveNoTrace(): Promise<void> {
  disconnect()
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(DATABASE)
    request.onsuccess = () => done()
    request.onerror = () => fail(said(request.error))
  })
}
