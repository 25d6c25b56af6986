/**
 * How many messages may come from one place. A place is known by a keyed hash of its address, whose key is made anew every ten
 * minutes and never leaves memory: nobody can tell afterwards who wrote.
 */
import { createHmac, randomBytes } from 'node:crypto'

const WINDOW_MS = 600_000
const FROM_ONE_PLACE = 5
/** From everywhere together, so that many places cannot bury the queue either. */
const FROM_ALL = 200

export class MessageLimit {
  private key = randomBytes(32)
  private begun = 0
  private all = 0
  private readonly counts = new Map<string, number>()

  /** Counts one message; false if it is one too many. `now` in milliseconds. */
  allows(address: string, now: number): boolean {
    if (now - this.begun >= WINDOW_MS) {
      this.key = randomBytes(32)
      this.begun = now
      this.all = 0
      this.counts.clear()
    }
    const place = createHmac('sha256', this.key).update(address).digest('base64')
    const count = (this.counts.get(place) ?? 0) + 1
    this.counts.set(place, count)
    this.all++
    return count <= FROM_ONE_PLACE && this.all <= FROM_ALL
  }

  /** Seconds until it is forgotten. */
  secondsLeft(now: number): number {
    return Math.max(1, Math.ceil((this.begun + WINDOW_MS - now) / 1000))
  }
}
