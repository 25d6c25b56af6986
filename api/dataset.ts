/**
 * What this process knows of the dataset without asking the store: its newest version, its erase epoch, what is new of dead links,
 * and the day. Every answer's version, day and ETag rest on it, and the hot cache compares with it at every request.
 */
import type { Store } from '../db/connect.ts'
import { newestLinkNews } from '../db/links.ts'
import { newestVersion } from '../db/versions.ts'
import type { Day } from '../db/vocabulary/edtf.ts'

export interface Dataset {
  /** The newest version's number; 0 in an empty store. */
  readonly newest: number
  /** Rises when something is erased from all versions. */
  readonly epoch: number
  /** Rises when what readers are told of dead links changes; 0 if they were never told anything. */
  readonly links: number
  /** The day in UTC. */
  today(): Day
  /** The instant of the clock, in milliseconds. */
  now(): number
  /** When a newer version than this one became known here, in the clock's milliseconds; undefined if none has, or long ago. */
  supersededAt(version: number): number | undefined
  /**
   * Asks the store, for whoever has heard of a version that is not known here yet; the backstop does so every few seconds, which is
   * also how news of dead links comes.
   */
  ask(): Promise<void>
  /** Calls back after a newer version, or news of dead links, has become known. Gives the way to stop. */
  onNews(listener: () => void): () => void
}

export interface OpenDataset extends Dataset {
  close(): Promise<void>
}

export interface DatasetOptions {
  /** How often a server is asked whether news went unheard, in milliseconds. An embedded store has no other writer. */
  pollMs?: number
}

const POLL_MS = 2000
const DAY_MS = 86_400_000
/** How many superseded versions are remembered; more than can arrive in the second for which anybody asks. */
const REMEMBERED = 64

interface Learning {
  learn(version: number): void
  learnLinks(links: number): void
}

/** The part without a store: versions come by `learn`, news of dead links by `learnLinks`. */
export function createDataset(now: () => Date, newest = 0): Dataset & Learning {
  const superseded = new Map<number, number>()
  const listeners = new Set<() => void>()
  let dayNumber = Number.NaN
  let day: Day = ''
  const dataset = {
    newest,
    epoch: 0,
    links: 0,
    now: () => now().getTime(),
    today() {
      const instant = now()
      const number = Math.floor(instant.getTime() / DAY_MS)
      if (number !== dayNumber) {
        dayNumber = number
        day = instant.toISOString().slice(0, 10)
      }
      return day
    },
    supersededAt: (version: number) => superseded.get(version),
    ask: async () => {},
    onNews(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    // News comes late and twice, and a poll can be overtaken by it: the number only rises.
    learn(version: number) {
      if (!(version > dataset.newest)) return
      superseded.set(dataset.newest, now().getTime())
      for (const old of superseded.keys()) if (superseded.size > REMEMBERED) superseded.delete(old)
      dataset.newest = version
      for (const listener of listeners) listener()
    },
    learnLinks(links: number) {
      if (!(links > dataset.links)) return
      dataset.links = links
      for (const listener of listeners) listener()
    },
  }
  return dataset
}

/** What is known of a store's dataset, kept up to date until it is closed. */
export async function openDataset(
  store: Pick<Store, 'db' | 'kind' | 'watch'>,
  now: () => Date,
  { pollMs = POLL_MS }: DatasetOptions = {},
): Promise<OpenDataset> {
  const dataset = createDataset(now)
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  const ask = async () => {
    const [version, links] = await Promise.all([newestVersion(store.db), newestLinkNews(store.db)])
    dataset.learn(version)
    dataset.learnLinks(links)
  }
  // A store that cannot be reached is the business of the requests that need it; the next poll tries again.
  const askQuietly = () => ask().catch(() => {})
  const poll = () => {
    if (isClosed) return
    timer = setTimeout(() => askQuietly().then(poll), pollMs)
    timer.unref()
  }
  const stopWatching = store.watch(dataset.learn, askQuietly)
  await ask()
  if (store.kind === 'server') poll()
  return Object.assign(dataset, {
    ask,
    async close() {
      isClosed = true
      clearTimeout(timer)
      await stopWatching()
    },
  })
}
