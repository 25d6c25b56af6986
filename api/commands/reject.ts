import { findProposal, reject } from '../../db/proposals.ts'
import { authorOf } from './author.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'

export const rejectCommand: Command = {
  usage: 'ID --because TEXT [--author NAME]',
  says: 'turns a proposal down; it stays, with who did it and why',
  words: [1, 1],
  options: { because: { type: 'string' }, author: { type: 'string' } },
  async run({ store, terminal, words: [id = ''], values, at }) {
    const because = typeof values.because === 'string' ? values.because.trim() : ''
    if (!because) throw new UsageError('Say why, in words that its author can use: --because "…".')
    if (!(await findProposal(store.db, id)))
      throw new CommandFailed(`There is no proposal ${id}. The command "proposals" lists them.`)
    await reject(store, { id, at, by: authorOf(values.author), because })
    terminal.say(`Proposal ${id} is rejected.`)
  },
}
