/**
 * Cursors: where the next page begins, and of which version the list is, so that a list read page by page is one list
 * whatever is accepted meanwhile. Opaque to callers.
 */
import { badRequest } from './problem.ts'

export interface Cursor {
  after: string
  version: number
}

export const DEFAULT_LIMIT = 50

export function writeCursor({ after, version }: Cursor): string {
  return Buffer.from(JSON.stringify([version, after])).toString('base64url')
}

/** Throws a 400 for anything that writeCursor did not make. */
export function readCursor(text: string): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 2) {
      const [version, after]: unknown[] = value
      if (Number.isSafeInteger(version) && (version as number) > 0 && typeof after === 'string') {
        const cursor = { version: version as number, after }
        if (writeCursor(cursor) === text) return cursor
      }
    }
  } catch {
    // Not ours, as below.
  }
  throw badRequest([
    {
      field: 'cursor',
      message: 'is not a cursor of this list.',
      remedy: 'Use the value of "next" of the page before, unchanged, or leave it out.',
    },
  ])
}

/** One page of rows that were asked for with a limit one too high, and the cursor of the next. */
export function cut<Row>(
  rows: readonly Row[],
  limit: number,
  version: number,
  slugOf: (row: Row) => string,
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last ? writeCursor({ after: slugOf(last), version }) : null }
}
