import { userInfo } from 'node:os'
import { RULES_AUTHOR } from '../../db/versions.ts'
import { SEED_AUTHOR } from '../plant-seed.ts'
import { UsageError } from './command.ts'

/** In these names the program itself makes versions, and treats them as its own afterwards. */
const RESERVED: readonly string[] = [SEED_AUTHOR, RULES_AUTHOR]

/** The name that a version is made in: as given, else that of the account on this machine. Throws UsageError. */
export function authorOf(given: unknown): string {
  const author = (typeof given === 'string' ? given : userInfo().username).trim()
  if (!author) throw new UsageError('--author is empty; write a name.')
  if (RESERVED.includes(author)) throw new UsageError(`--author "${author}" is the program's own; write another name.`)
  return author
}
