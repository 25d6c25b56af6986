/**
 * The journal: everything that was written to the store, in order, as lines of text that are on the disk before the store
 * commits. It brings back what the embedded store lost, and it is the format of backups. A line is sixteen hexadecimal
 * digits (the beginning of the SHA-256 of what follows the space), a space, and JSON.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Decision } from './tables.ts'
import type { RecordKind } from './vocabulary/lists.ts'

/** A record of a version, with the salt that its digest was made with. */
export interface SaltedRecord {
  salt: string
  body: object & { record: RecordKind; slug: string }
}

export interface RecordName {
  record: RecordKind
  slug: string
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

export type Entry = VersionEntry | ProposalEntry | DecisionEntry

/** A version takes many lines, so that no line is larger than a record: its head, its records, its end. */
type Line =
  | (Omit<VersionEntry, 'records' | 'digest'> & { records: number })
  | ({ is: 'record' } & SaltedRecord)
  | { is: 'end'; number: number; digest: string }
  | ProposalEntry
  | DecisionEntry

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
 * The entries of a journal or backup, in order. A torn tail (the file ends within an entry, or its last line is not whole)
 * ends the reading at the entry before. Throws JournalDamaged where a whole line is wrong and more follows.
 */
export async function* readEntries(path: string): AsyncGenerator<ReadEntry> {
  let version: (Omit<VersionEntry, 'digest' | 'records'> & { count: number; records: SaltedRecord[] }) | null = null
  for await (const { text, end, isLast } of linesOf(path)) {
    const line = readLine(text)
    if (line === null) {
      if (isLast) return
      throw new JournalDamaged(
        `${path} is damaged before byte ${end}. Put a backup in its place (npm run threatline -- restore), or move it away if the store itself verifies.`,
      )
    }
    if (line.is === 'version') {
      const { records: count, ...head } = line
      version = { ...head, count, records: [] }
    } else if (line.is === 'record') {
      if (version) version.records.push({ salt: line.salt, body: line.body })
    } else if (line.is === 'end') {
      if (version?.number === line.number && version.records.length === version.count) {
        const { count: _, ...whole } = version
        yield { entry: { ...whole, digest: line.digest }, end }
      }
      version = null
    } else yield { entry: line, end }
  }
}

function readLine(text: string): Line | null {
  const json = text.slice(17)
  if (text[16] !== ' ' || checksum(json) !== text.slice(0, 16)) return null
  return JSON.parse(json) as Line
}

interface TextLine {
  text: string
  end: number
  isLast: boolean
}

/** Lines with the byte after their newline; a last line without a newline is given too. Nothing where there is no file. */
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
    let rest: Buffer = Buffer.alloc(0)
    let end = 0
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      let bytes = rest.length ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10)) {
        end += at + 1
        yield { text: bytes.toString('utf8', 0, at), end, isLast: end === size }
        bytes = bytes.subarray(at + 1)
      }
      rest = bytes
    }
    if (rest.length) yield { text: rest.toString('utf8'), end: end + rest.length, isLast: true }
  } finally {
    await file.close()
  }
}

/** An open journal. One writer at a time; the directory's lock sees to that. */
export class Journal {
  /** Set when the file could not be put back after a failed write: nothing more is written until the next start. */
  private isBroken = false

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

  /**
   * Writes entries and waits until they are on the disk. Gives the way back, for a commit that fails afterwards. After a
   * failure the file is as it was before.
   */
  async append(entry: Entry): Promise<() => Promise<void>> {
    if (this.isBroken) throw new Error('The journal could not be put in order after an earlier failure. Start again.')
    const before = this.size
    try {
      for (const text of inPieces(entryText(entry))) {
        const bytes = Buffer.from(text)
        await this.file.appendFile(bytes)
        this.size += bytes.length
      }
      await this.file.datasync()
    } catch (error) {
      await this.cut(before)
      throw error
    }
    return () => this.cut(before)
  }

  private async cut(size: number): Promise<void> {
    try {
      await this.file.truncate(size)
      await this.file.sync()
      this.size = size
    } catch (error) {
      this.isBroken = true
      throw error
    }
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
