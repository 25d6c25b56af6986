/** From whatever went wrong to sentences for the person at the keyboard. Never a stack. */
import { DirectoryHeld } from '../../db/lock.ts'
import { ChainBroken } from '../../db/versions.ts'
import { sentenceOf } from '../failure.ts'
import { CommandFailed, UsageError } from './command.ts'

export const USAGE = 2
const FAILED = 1

export interface Failure {
  message: string
  exitCode: number
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { message: error.message, exitCode: USAGE }
  return { message: saidOf(error), exitCode: FAILED }
}

function saidOf(error: unknown): string {
  if (error instanceof CommandFailed) return error.message
  const sentence = sentenceOf(error)
  if (sentence === null)
    return `This should not have happened: ${(error as Error).message ?? String(error)}. Nothing was half-written; please report it with the command that you gave.`
  if (error instanceof DirectoryHeld)
    return `${sentence} While the server runs, the embedded store is its alone: stop the server, give the command, start it again.`
  if (error instanceof ChainBroken)
    return `${sentence} Restore into an empty store (set DATA_DIR or DATABASE_URL to another one).`
  return sentence
}
