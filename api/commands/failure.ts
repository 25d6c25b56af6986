/** From whatever went wrong to sentences for the person at the keyboard. Never a stack. */
import { RestoreRefused } from '../../db/backup.ts'
import { JournalDamaged } from '../../db/journal.ts'
import { DirectoryHeld } from '../../db/lock.ts'
import { StoreIsNewer } from '../../db/migrate.ts'
import { outageOf } from '../../db/outage.ts'
import { NotOpen } from '../../db/proposals.ts'
import { ChainBroken, Overtaken } from '../../db/versions.ts'
import { RulesUnknown } from '../../db/vocabulary/editions.ts'
import { ConfigError } from '../config.ts'
import { NotAcceptable } from '../proposals/review.ts'
import { CommandFailed, UsageError } from './command.ts'

/** Errors whose message is already what a person needs. */
const SENTENCES = [
  CommandFailed,
  UsageError,
  ConfigError,
  JournalDamaged,
  StoreIsNewer,
  RestoreRefused,
  NotOpen,
  NotAcceptable,
  Overtaken,
  RulesUnknown,
]

const OUTAGES = {
  unreachable: 'The database cannot be reached. See that the server of DATABASE_URL runs, and say it again.',
  full: 'The disk is full. Make room and say it again; nothing was half-written.',
  busy: 'The database has too much to do. Say it again in a while.',
} as const

const FILES: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Correct the path.',
  EACCES: 'may not be read or written by this account.',
  EPERM: 'may not be read or written by this account.',
  EISDIR: 'is a folder; name a file.',
  ENOTDIR: 'is not in a folder. Correct the path.',
  EROFS: 'is on a disk that can only be read.',
}

export const USAGE = 2
const FAILED = 1

export interface Failure {
  message: string
  exitCode: number
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { message: error.message, exitCode: USAGE }
  return { message: sentenceOf(error), exitCode: FAILED }
}

function sentenceOf(error: unknown): string {
  const { message, code, path } = error as { message?: string; code?: string; path?: string }
  if (error instanceof DirectoryHeld)
    return `${message} While the server runs, the embedded store is its alone: stop the server, give the command, start it again.`
  if (error instanceof ChainBroken)
    return `${message} Restore into an empty store (set DATA_DIR or DATABASE_URL to another one).`
  if (SENTENCES.some((type) => error instanceof type)) return message ?? ''
  const outage = outageOf(error)
  if (outage) return `${OUTAGES[outage]} (${code})`
  if (path && code && Object.hasOwn(FILES, code)) return `${path} ${FILES[code]}`
  return `This should not have happened: ${message ?? String(error)}. Nothing was half-written; please report it with the command that you gave.`
}
