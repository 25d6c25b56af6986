/**
 * The journal: everything that was written to the store, in order, as lines of text that are on the disk before the store
 * commits. It brings back what the embedded store lost, and it is the format of backups. A line is sixteen hexadecimal
 * digits (the beginning of the SHA-256 of what follows the space), a space, and JSON.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Decision } from './tables.ts'
import type { Day } from './vocabulary/edtf.ts'
import type { MessageWish } from './vocabulary/lists.ts'
import type { RecordName } from './vocabulary/record-name.ts'

/** A record of a version, with the salt that its digest was made with. */
export interface SaltedRecord {
  salt: string
  body: object & RecordName
}

export interface VersionEntry {
  is: 'version'
  number: number
  at: string
  author: string
  message: string
  rulesEdition: number
  records: readonly SaltedRecord[]
  retracted: readonly RecordName[]
  /** The proposal that this version carries out. */
  decision?: DecisionEntry
  digest: string
}

export interface ProposalEntry {
  is: 'proposal'
  id: string
  at: string
  author: string
  message: string
  baseVersion: number
  records: readonly object[]
  retract: readonly RecordName[]
}

export interface DecisionEntry {
  is: 'decision'
  id: string
  decision: Decision
  at: string
  by: string
  because: string | null
  version: number | null
}

/** What a visitor asked of the editors (messages.ts). */
export interface MessageEntry {
  is: 'message'
  id: string
  on: Day
  wish: MessageWish
  about: string
  says: string
}

/** An editor is done with a message. */
export interface DoneEntry {
  is: 'done'
  /** The message's. */
  id: string
  on: Day
  by: string
}

/** The last entry of a backup, by which a copy that was cut off is known. In a journal it says nothing. */
export interface ClosingEntry {
  is: 'closing'
  /** The newest version of the backup, and its digest. */
  version: number
  digest: string
}

export type Entry = VersionEntry | ProposalEntry | DecisionEntry | MessageEntry | DoneEntry | ClosingEntry

/** A version takes many lines, so that no line is larger than a record: its head, its records, its end. */
type Line =
  | (Omit<VersionEntry, 'records' | 'digest'> & { records: number })
  | ({ is: 'record' } & SaltedRecord)
  | { is: 'end'; number: number; digest: string }
  | ProposalEntry
  | DecisionEntry
  | MessageEntry
  | DoneEntry
  | ClosingEntry

/** The journal is damaged before its end, so that what follows cannot be trusted; the message says where and what to do. */
export class JournalDamaged extends Error {
  override name = 'JournalDamaged'
}

const checksum = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)

function lineOf(line: Line): string {
  const json = JSON.stringify(line)
  return `${checksum(json)} ${json}\n`
}

/** The lines of an entry, in pieces of text that are small enough to write one by one. */
export function* entryText(entry: Entry): Generator<string> {
  if (entry.is !== 'version') {
    yield lineOf(entry)
    return
  }
  const { records, digest, ...head } = entry
  yield lineOf({ ...head, records: records.length })
  for (const record of records) yield lineOf({ is: 'record', ...record })
  yield lineOf({ is: 'end', number: entry.number, digest })
}

export interface ReadEntry {
  entry: Entry
  /** Where the file goes on after the entry, in bytes. */
  end: number
}

/**
 * The entries of a journal or backup, in order. A torn tail ends the reading at the entry before it: each entry was on the disk
 * before the next began, so only the last can be torn, and of its lines any may be missing. Throws JournalDamaged where a
 * line is wrong and another entry begins after it.
 */
export async function* readEntries(path: string): AsyncGenerator<ReadEntry> {
  let version: { head: VersionHead; records: SaltedRecord[] } | null = null
  let wrong: number | null = null
  for await (const { text, end } of linesOf(path)) {
    const line = readLine(text)
    if (wrong === null && line && fits(line, version)) {
      if (line.is === 'version') version = { head: line, records: [] }
      else if (line.is === 'record') version?.records.push({ salt: line.salt, body: line.body })
      else if (line.is === 'end' && version) {
        yield { entry: { ...version.head, records: version.records, digest: line.digest }, end }
        version = null
      } else yield { entry: line as Entry, end }
      continue
    }
    wrong ??= end
    if (line && line.is !== 'record' && line.is !== 'end')
      throw new JournalDamaged(
        `${path} is damaged before byte ${wrong}. Put a backup in its place under the same name, or move it away if the store itself verifies (npm run threatline -- verify).`,
      )
  }
}

type VersionHead = Extract<Line, { is: 'version' }>

/** Whether a line may follow, given the version that has begun and has not ended. */
function fits(line: Line, version: { head: VersionHead; records: readonly SaltedRecord[] } | null): boolean {
  if (line.is === 'record') return version !== null
  if (line.is === 'end') return version?.head.number === line.number && version.head.records === version.records.length
  return version === null
}

function readLine(text: string): Line | null {
  const json = text.slice(17)
  if (text[16] !== ' ' || checksum(json) !== text.slice(0, 16)) return null
  return JSON.parse(json) as Line
}

interface TextLine {
  text: string
  end: number
}

/** Lines with the byte after their newline; a last one without a newline was cut off and is left out. Nothing where there is no file. */
async function* linesOf(path: string): AsyncGenerator<TextLine> {
  const size = await stat(path).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0
      throw error
    },
  )
  if (size === 0) return
  const file = await open(path)
  try {
    // A line can take many chunks; they are put together once, when its end is there.
    let begun: Buffer[] = []
    let end = 0
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      let bytes = chunk as Buffer
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10)) {
        const line = begun.length ? Buffer.concat([...begun, bytes.subarray(0, at)]) : bytes.subarray(0, at)
        end += line.length + 1
        yield { text: line.toString('utf8'), end }
        begun = []
        bytes = bytes.subarray(at + 1)
      }
      if (bytes.length) begun.push(bytes)
    }
  } finally {
    await file.close()
  }
}

/** An open journal. One process at a time; the directory's lock sees to that. */
export class Journal {
  /** The file could not be cut to `size` after a failure, and may hold more: it is cut before anything else is written. */
  private isAhead = false
  private queue: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: FileHandle,
    private size: number,
  ) {}

  /** Opens or makes the file and cuts it to `size` bytes, which drops a torn tail. */
  static async open(path: string, size: number): Promise<Journal> {
    const file = await open(path, 'a')
    await file.truncate(size)
    await file.sync()
    await syncFolder(dirname(path))
    return new Journal(file, size)
  }

  /** One piece of work after the other: an entry that is taken back must be the last one in the file. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => {})
    return turn
  }

  /**
   * Writes an entry and waits until it is on the disk. Gives the way back, for a commit that fails afterwards. After a failure
   * the file is as it was before, or will be made so before the next entry.
   */
  async append(entry: Entry): Promise<() => Promise<void>> {
    if (this.isAhead) await this.cut(this.size)
    const before = this.size
    try {
      let size = before
      for (const text of inPieces(entryText(entry))) {
        const bytes = Buffer.from(text)
        await this.file.appendFile(bytes)
        size += bytes.length
      }
      await this.file.datasync()
      this.size = size
    } catch (error) {
      await this.cut(before).catch(() => {})
      throw error
    }
    return () => this.cut(before)
  }

  private async cut(size: number): Promise<void> {
    this.size = size
    this.isAhead = true
    await this.file.truncate(size)
    await this.file.sync()
    this.isAhead = false
  }

  get bytes(): number {
    return this.size
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

const PIECE = 1 << 20

/** Joins small texts to pieces of about a megabyte. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

/** Waits until a file's content is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name in a folder lasts only when the folder is on the disk too. Windows knows no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
