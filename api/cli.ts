/** The command line: acts on import. `npm run threatline -- COMMAND`; settings come from the environment (config.ts). */
import { parseArgs } from 'node:util'
import { openStore } from '../db/connect.ts'
import { acceptCommand } from './commands/accept.ts'
import { backupCommand } from './commands/backup.ts'
import { checkSourcesCommand } from './commands/check-sources.ts'
import { type Command, UsageError } from './commands/command.ts'
import { diffCommand } from './commands/diff.ts'
import { exportCommand } from './commands/export.ts'
import { failureOf, USAGE } from './commands/failure.ts'
import { importCommand } from './commands/import.ts'
import { messagesCommand } from './commands/messages.ts'
import { proposalsCommand } from './commands/proposals.ts'
import { publishCommand } from './commands/publish.ts'
import { reindexCommand } from './commands/reindex.ts'
import { rejectCommand } from './commands/reject.ts'
import { restoreCommand } from './commands/restore.ts'
import { createTerminal } from './commands/terminal.ts'
import { verifyCommand } from './commands/verify.ts'
import { projectRoot, readConfig } from './config.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  reindex: reindexCommand,
  backup: backupCommand,
  restore: restoreCommand,
  import: importCommand,
  export: exportCommand,
  publish: publishCommand,
  diff: diffCommand,
  proposals: proposalsCommand,
  accept: acceptCommand,
  reject: rejectCommand,
  messages: messagesCommand,
  'check-sources': checkSourcesCommand,
}

const HELP = [
  'npm run threatline -- COMMAND',
  '',
  ...Object.entries(COMMANDS).flatMap(([name, { usage, says }]) => [`  ${name} ${usage}`.trimEnd(), `      ${says}`]),
  '',
  'The store is that of DATABASE_URL, or else of DATA_DIR. Data goes to stdout and talk to stderr; with "npm run -s" npm adds',
  'nothing of its own. It ends with 0, with 1 where something failed, with 2 where the command cannot be read.',
  '',
].join('\n')

const terminal = createTerminal(process.stdout, process.stderr)

/** Throws UsageError, or what the command throws. */
async function run(args: readonly string[]): Promise<void> {
  const [name = '', ...rest] = args
  if (['', 'help', '--help', '-h'].includes(name)) {
    terminal.out(HELP)
    if (name === '') process.exitCode = USAGE
    return
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`There is no command "${name}". See: npm run threatline -- --help`)
  const { values, positionals } = read(name, command, rest)
  if (values.help) return terminal.out(`npm run threatline -- ${name} ${command.usage}\n    ${command.says}\n`)
  const [least, most] = command.words
  if (positionals.length < least || positionals.length > most) throw usageOf(name, command)
  const config = readConfig(projectRoot(import.meta.dirname))
  const store = await openStore(config.store, {
    say: terminal.say,
    statementMs: 0,
    mustExist: !command.bringsRecord,
  })
  store.announce(`at the command ${name}`)
  try {
    const at = new Date().toISOString()
    const { progress } = terminal
    await command.run({ store, terminal, words: positionals, values, at, publicUrl: config.publicUrl, progress })
  } finally {
    terminal.endProgress()
    await store.close()
  }
}

const usageOf = (name: string, { usage }: Command, why = '') =>
  new UsageError(`${why}Write: npm run threatline -- ${name} ${usage}`.trimEnd())

function read(name: string, command: Command, args: string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw usageOf(name, command, `${(error as Error).message.split('. ')[0]}. `)
  }
}

// A reader that has seen enough, such as head, closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await run(process.argv.slice(2))
} catch (error) {
  const { message, exitCode } = failureOf(error)
  terminal.endProgress()
  terminal.say(message)
  process.exitCode = exitCode
}
