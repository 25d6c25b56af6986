/** From what can go wrong with the store, the settings and the files to sentences for the person who runs the program. */
import { RestoreRefused } from '../db/backup.ts'
import { StoreMissing } from '../db/connect.ts'
import { JournalDamaged } from '../db/journal.ts'
import { DirectoryHeld, DirectoryUnusable } from '../db/lock.ts'
import { NotWaiting } from '../db/messages.ts'
import { StoreIsNewer } from '../db/migrate.ts'
import { type Outage, outageOf } from '../db/outage.ts'
import { NotOpen } from '../db/proposals.ts'
import { ChainBroken, Overtaken } from '../db/versions.ts'
import { RulesUnknown } from '../db/vocabulary/editions.ts'
import { SeedRefused } from '../seed/load.ts'
import { ConfigError } from './config.ts'
import { NotAcceptable } from './proposals/review.ts'
import { FolderRefused } from './publish/folder.ts'

/** Errors whose message is already what a person needs. */
const SENTENCES = [
  ChainBroken,
  ConfigError,
  DirectoryHeld,
  DirectoryUnusable,
  FolderRefused,
  JournalDamaged,
  NotAcceptable,
  NotOpen,
  NotWaiting,
  Overtaken,
  RestoreRefused,
  RulesUnknown,
  SeedRefused,
  StoreIsNewer,
  StoreMissing,
]

const OUTAGES: Readonly<Record<Outage, string>> = {
  unreachable: 'The database cannot be reached. See that the server of DATABASE_URL runs, and try again.',
  full: 'The disk is full. Make room and try again; nothing was half-written.',
  busy: 'The database has too much to do. Try again in a while.',
}

/** Refusals of a PostgreSQL server, by SQLSTATE: of the user, the password, the database. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28000': 'refuses the user',
  '28P01': 'refuses the password',
  '3D000': 'has no such database',
}

const FILES: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Correct the path.',
  EACCES: 'may not be read or written by this account.',
  EPERM: 'may not be read or written by this account.',
  EISDIR: 'is a folder; name a file.',
  ENOTDIR: 'is not in a folder. Correct the path.',
  EROFS: 'is on a disk that can only be read.',
}

/** What happened and what to do; null for a fault of the program itself. */
export function sentenceOf(error: unknown): string | null {
  const { message, code, path } = error as { message?: string; code?: string; path?: string }
  if (SENTENCES.some((type) => error instanceof type)) return message ?? ''
  const outage = outageOf(error)
  if (outage) return `${OUTAGES[outage]} (${code})`
  if (code && Object.hasOwn(REFUSALS, code))
    return `The server of DATABASE_URL ${REFUSALS[code]}. Correct DATABASE_URL. (${code})`
  // Program limit exceeded: a proposal is one value, which may have 256 MB.
  if (code === '54000')
    return 'That is more than one proposal can hold. Accept it at once (--accept), or divide it into several dossiers.'
  if (path && code && Object.hasOwn(FILES, code)) return `${path} ${FILES[code]}`
  return null
}
