/**
 * Heads of answers that are sent again and again. Node checks and joins some twenty headers each time, which costs a sixth of a
 * cached answer; so the text that it made the first time is kept, and sent again with the date of the day. That text is in a field
 * of Node's own (`_header`); where a Node has no such field, every answer goes the ordinary way.
 */
import type { ServerResponse } from 'node:http'

interface Internals {
  _header?: unknown
  shouldKeepAlive?: unknown
}

const BEFORE_DATE = '\r\nDate: '
/** An HTTP date has always the same length (RFC 9110, 5.6.7). */
const DATE_LENGTH = 29

let date: string | undefined

/** The date in HTTP's form, made once a second. */
function currentDate(): string {
  if (date === undefined) {
    const now = new Date()
    date = now.toUTCString()
    setTimeout(() => {
      date = undefined
    }, 1000 - now.getMilliseconds()).unref()
  }
  return date
}

export class PreparedHead {
  private before = ''
  private after = ''

  constructor(
    private readonly status: number,
    private readonly headers: string[],
  ) {}

  /** Sends an answer. Only what keeps its connection can be sent from the kept text, which says so. */
  send(res: ServerResponse, body?: Buffer): void {
    const internals = res as Internals
    const isUsual = internals.shouldKeepAlive === true && res.socket !== null
    if (isUsual && this.before) {
      res.statusCode = this.status
      internals._header = this.before + currentDate() + this.after
    } else {
      res.writeHead(this.status, this.headers)
      if (isUsual) this.learn(internals._header)
    }
    res.end(body)
  }

  private learn(head: unknown): void {
    if (typeof head !== 'string') return
    const at = head.indexOf(BEFORE_DATE)
    if (at < 0) return
    const from = at + BEFORE_DATE.length
    this.before = head.slice(0, from)
    this.after = head.slice(from + DATE_LENGTH)
  }
}
