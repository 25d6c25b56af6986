/** Where a command's words go: data to stdout, talk to stderr, so that the data can be piped. */
import type { Progress } from '../../db/versions.ts'

export interface Terminal {
  /** Data. */
  out(text: string): void
  /** A line of talk. */
  say(line: string): void
  /** Progress of something long: one line that is written over on a terminal, a plain line now and then elsewhere. */
  progress(doing: string): Progress
  /** Leaves the line that is being written over. */
  endProgress(): void
}

interface Stream {
  write(text: string): unknown
  isTTY?: boolean
}

/** A terminal can show no more; a log should hold few. */
const TERMINAL_MS = 100
const LOG_MS = 5000

export function createTerminal(stdout: Stream, stderr: Stream, now: () => number = Date.now): Terminal {
  const interval = stderr.isTTY ? TERMINAL_MS : LOG_MS
  let isOver = false
  const endProgress = () => {
    if (isOver) stderr.write('\n')
    isOver = false
  }
  return {
    out: (text) => stdout.write(text),
    say: (line) => {
      endProgress()
      stderr.write(`${line}\n`)
    },
    progress: (doing) => {
      let last = now()
      return (done, of) => {
        const isDone = done === of
        if (now() - last < interval && !(isDone && stderr.isTTY)) return
        last = now()
        const line = `${doing}: ${done} of ${of}`
        if (stderr.isTTY) {
          // Back to the line's beginning, and what stood there cleared.
          stderr.write(`\r\u001b[K${line}`)
          isOver = true
          if (isDone) endProgress()
        } else stderr.write(`${line}\n`)
      }
    },
    endProgress,
  }
}
