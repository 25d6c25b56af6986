/**
 * Cursors: where the next page begins, and of which version, day and order the list is, so that a list read page by page is one
 * list whatever is accepted meanwhile. Opaque to callers.
 */
import { isDay } from '../db/vocabulary/edtf.ts'
import { badRequest } from './problem.ts'

/** The last item of a page: its slug (or number), and what it was sorted by where that is something else. */
export interface Position {
  slug: string
  value: string | null
}

export interface Cursor {
  version: number
  /** As the request asked for it; empty where it did not ask. */
  sort: string
  position: Position
}

export const DEFAULT_LIMIT = 50

/** What a cursor of a list looks like inside. Anybody can write one, so that nothing else of it may reach the store. */
export interface CursorShape {
  /** As the request asks for it. */
  sort?: string | undefined
  /** Of the position's slug, where it is something else. */
  place?: RegExp | undefined
  /** What is sorted by is a day; else it is text. */
  isDated?: boolean
}

const SLUG = /^[a-z0-9_-]{1,200}$/

/** PostgreSQL takes every text that is well-formed and holds no zero character. */
const canBeAsked = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)

export function writeCursor({ version, sort, position: { slug, value } }: Cursor): string {
  return Buffer.from(JSON.stringify([version, sort, slug, value])).toString('base64url')
}

/** Throws a 400 for anything that writeCursor would not make for a list in this order. */
export function readCursor(text: string, { sort = '', place = SLUG, isDated = false }: CursorShape = {}): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 4) {
      const [version, order, slug, sorted]: unknown[] = value
      const isRead =
        Number.isSafeInteger(version) &&
        (version as number) > 0 &&
        order === sort &&
        typeof slug === 'string' &&
        place.test(slug) &&
        (sorted === null || (typeof sorted === 'string' && (isDated ? isDay(sorted) : canBeAsked(sorted))))
      if (isRead) {
        const position = { slug: slug as string, value: sorted as string | null }
        const cursor = { version: version as number, sort, position }
        if (writeCursor(cursor) === text) return cursor
      }
    }
  } catch {
    // Not ours, as below.
  }
  throw badRequest([
    {
      field: 'cursor',
      message: 'is not a cursor of this list in this order.',
      remedy: 'Use the value of "next" of the page before, unchanged and with the same filters, or leave it out.',
    },
  ])
}
