/** What every command is made of. A command decides and does; how it talks, opens the store and ends is here. */
import type { ParseArgsConfig } from 'node:util'
import type { Store } from '../../db/connect.ts'
import type { Progress } from '../../db/versions.ts'
import type { Terminal } from './terminal.ts'

export interface Context<Values = Record<string, string | boolean | undefined>> {
  store: Store
  terminal: Terminal
  /** What follows the command, without its options. */
  words: readonly string[]
  values: Values
  /** The instant in which the command runs, ISO 8601. */
  at: string
  /** Where the site is read, if the operator says so. */
  publicUrl: string | null
  progress(doing: string): Progress
}

export interface Command {
  /** After the command's name: "FROM TO [--record NAME]". */
  usage: string
  /** One sentence for the list of commands. */
  says: string
  /** How many words must follow, and at most. */
  words: readonly [least: number, most: number]
  options?: NonNullable<ParseArgsConfig['options']>
  /** It brings a record in, so it may make the store; any other command wants one that is there. */
  bringsRecord?: true
  /** Throws CommandFailed, UsageError, or an error whose message is a sentence with a remedy (failure.ts). */
  run(context: Context): Promise<void>
}

/** The command did not do what it should; the message says why, and what to do. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}

/** The command line cannot be read. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A version's number as written. Throws UsageError. */
export function versionNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is no version; write its number, such as 3.`)
  return Number(text)
}

export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
