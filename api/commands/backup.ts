import { backUp } from '../../db/backup.ts'
import { exists } from '../../db/recover.ts'
import { type Command, CommandFailed } from './command.ts'

export const backupCommand: Command = {
  usage: 'FILE [--replace]',
  says: 'writes all versions and proposals to a file; --replace puts it in the place of one that is there',
  words: [1, 1],
  options: { replace: { type: 'boolean' } },
  async run({ store, terminal, words: [file = ''], values, progress }) {
    if (!values.replace && (await exists(file)))
      throw new CommandFailed(
        `${file} is there already. Name another file, or say --replace to put the backup in its place.`,
      )
    // Ended by a signal, it must not leave what it has of the file.
    const stopping = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stopping.abort(new CommandFailed('The backup was stopped; nothing was written.')))
    const bytes = await backUp(store.db, file, progress('Backing up'), stopping.signal)
    terminal.say(`${file} is written: ${bytes} bytes. It holds open proposals too: keep it as you keep the store.`)
  },
}
