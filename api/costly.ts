/**
 * Costly answers (pictures, unpaged exports, odd days) take turns, so that they leave the others their share of the machine:
 * a few at a time, a short queue, then 503. What is wrapped is the work, not the sending.
 */
import { busy } from './problem.ts'

export interface Turns {
  /** Runs the work when its turn comes. Throws a 503 at once if the queue is full. */
  take<Result>(work: () => Promise<Result>): Promise<Result>
  readonly running: number
  readonly waiting: number
  /** How many were turned away since the start. */
  readonly refused: number
}

export interface TurnsOptions {
  atOnce?: number
  /** Length of the queue. */
  waiting?: number
  /** What a refused caller is told to wait, in seconds. */
  retryAfter?: number
}

export function createTurns({ atOnce = 2, waiting = 16, retryAfter = 5 }: TurnsOptions = {}): Turns {
  const queue: (() => void)[] = []
  let running = 0
  let refused = 0

  /** A turn that ends is handed to the next in the queue, so that nobody who comes in between goes before it. */
  function pass(): void {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  return {
    async take(work) {
      if (running < atOnce) running++
      else if (queue.length < waiting) await new Promise<void>((go) => queue.push(go))
      else {
        refused++
        throw busy(retryAfter)
      }
      try {
        return await work()
      } finally {
        pass()
      }
    },
    get running() {
      return running
    },
    get waiting() {
      return queue.length
    },
    get refused() {
      return refused
    },
  }
}

/** Runs costly work in its turn. Throws a 503 problem with Retry-After if too much is waiting already. */
export const costly = <Result>({ turns }: { turns: Turns }, work: () => Promise<Result>): Promise<Result> =>
  turns.take(work)
