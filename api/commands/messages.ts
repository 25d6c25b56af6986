import { listMessages, markDone } from '../../db/messages.ts'
import { authorOf } from './author.ts'
import { type Command, counted, UsageError } from './command.ts'

export const messagesCommand: Command = {
  usage: '[--all] | done NUMBER [--author NAME]',
  says: 'lists what visitors ask to be corrected or removed and nobody is done with, or all; it is for editors alone',
  words: [0, 2],
  options: { all: { type: 'boolean' }, author: { type: 'string' } },
  async run({ store, terminal, words: [word, number], values, at }) {
    if (word !== undefined) {
      if (word !== 'done' || !number)
        throw new UsageError('Write "messages" to list them, or "messages done NUMBER" with the number of one.')
      const id = number.toLowerCase()
      await markDone(store, { id, on: at.slice(0, 10), by: authorOf(values.author) })
      return terminal.say(`Message ${id} is done.`)
    }
    const rows = await listMessages(store.db, values.all ? 'all' : 'open')
    for (const { id, received_on, wish, about, says, done_on, done_by } of rows) {
      const outcome = values.all ? [done_on ? `done on ${done_on} by ${done_by}` : 'open'] : []
      terminal.out(`${[id, received_on, wish, about || '-', says, ...outcome].map(inOneLine).join('\t')}\n`)
    }
    terminal.say(`${counted(rows.length, 'message')}${values.all ? '' : ' to be dealt with'}.`)
  },
}

/** Strangers wrote it: no sign in it may move the terminal's cursor or end the line. */
const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
