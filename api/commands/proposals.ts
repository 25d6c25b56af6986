import { listProposals } from '../../db/proposals.ts'
import { type Command, counted } from './command.ts'

export const proposalsCommand: Command = {
  usage: '[--all]',
  says: 'lists the proposals that wait for review, or all',
  words: [0, 0],
  options: { all: { type: 'boolean' } },
  async run({ store, terminal, values }) {
    const rows = await listProposals(store.db, values.all ? 'all' : 'open')
    for (const { id, at, author, message, records, retract, decision, decided_by, decided_because } of rows) {
      const outcome = decision ? [decision, `by ${decided_by}`, decided_because].filter(Boolean).join(', ') : 'open'
      const size = `${records.length} given, ${retract.length} taken back`
      const fields = [id, new Date(at).toISOString(), author, message, size, outcome]
      terminal.out(`${fields.map((field) => field.replace(/\s+/g, ' ')).join('\t')}\n`)
    }
    terminal.say(`${counted(rows.length, 'proposal')}.`)
  },
}
