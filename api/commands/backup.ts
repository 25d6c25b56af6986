import { backUp } from '../../db/backup.ts'
import type { Command } from './command.ts'

export const backupCommand: Command = {
  usage: 'FILE',
  says: 'writes all versions and proposals to a file',
  words: [1, 1],
  async run({ store, terminal, words: [file = ''], progress }) {
    const bytes = await backUp(store.db, file, progress('Backing up'))
    terminal.say(`${file} is written: ${bytes} bytes. It holds open proposals too: keep it as you keep the store.`)
  },
}
