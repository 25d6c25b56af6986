import { listMessages } from '../../db/messages.ts'
import { type Command, counted } from './command.ts'

export const messagesCommand: Command = {
  usage: '',
  says: 'lists what visitors ask to be corrected or removed; it is for editors alone',
  words: [0, 0],
  options: {},
  async run({ store, terminal }) {
    const rows = await listMessages(store.db)
    for (const { id, received_on, wish, about, says } of rows)
      terminal.out(`${[id, received_on, wish, about || '-', says].map(inOneLine).join('\t')}\n`)
    terminal.say(`${counted(rows.length, 'message')}.`)
  },
}

/** Strangers wrote it: no sign in it may move the terminal's cursor or end the line. */
const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
