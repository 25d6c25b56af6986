import { analyse, reindex } from '../../db/versions.ts'
import type { Command } from './command.ts'

export const reindexCommand: Command = {
  usage: '',
  says: 'makes the tables that answers are found by anew, from the records',
  words: [0, 0],
  async run({ store, terminal, progress }) {
    await reindex(store.db, { progress: progress('Indexing') })
    await analyse(store.db)
    terminal.say('The index is made anew.')
  },
}
