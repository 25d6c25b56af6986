import { verify } from '../../db/verify.ts'
import { type Command, CommandFailed, counted } from './command.ts'

const REMEDY =
  'Do not accept anything into this store. Restore a backup into an empty one (restore FILE), and keep this one to find out what happened.'

export const verifyCommand: Command = {
  usage: '',
  says: 'works out every digest anew and says whether the record is whole',
  words: [0, 0],
  async run({ store, terminal, progress }) {
    const { versions, records, digest, faults } = await verify(store.db, progress('Verifying'))
    if (faults.length) throw new CommandFailed([...faults, REMEDY].join('\n'))
    terminal.out(`${digest}\n`)
    terminal.say(`${counted(versions, 'version')} and ${counted(records, 'record')} are what their digests say.`)
  },
}
