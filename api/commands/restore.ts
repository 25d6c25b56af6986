import { restore } from '../../db/backup.ts'
import { verify } from '../../db/verify.ts'
import { analyse } from '../../db/versions.ts'
import { type Command, CommandFailed, counted } from './command.ts'

export const restoreCommand: Command = {
  usage: 'FILE [--resume] [--partial]',
  says: 'brings a backup into an empty store, of either kind',
  words: [1, 1],
  bringsRecord: true,
  options: { resume: { type: 'boolean' }, partial: { type: 'boolean' } },
  async run({ store, terminal, words: [file = ''], values, progress }) {
    const { versions, proposals } = await restore(store, file, {
      isResumed: values.resume === true,
      isPartial: values.partial === true,
      progress: progress('Restoring'),
    })
    await analyse(store.db)
    const { digest, faults } = await verify(store.db, progress('Verifying'))
    if (faults.length) throw new CommandFailed(['What was restored is not whole:', ...faults].join('\n'))
    terminal.out(`${digest}\n`)
    terminal.say(`${counted(versions, 'version')} and ${counted(proposals, 'proposal')} are restored and verified.`)
  },
}
