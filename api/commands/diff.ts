import { listChanges } from '../../db/queries/changes.ts'
import { newestVersion } from '../../db/versions.ts'
import { diffRecords } from '../../db/vocabulary/record-diff.ts'
import { keyOf } from '../../db/vocabulary/record-name.ts'
import { type Command, CommandFailed, counted, versionNumber } from './command.ts'
import { sayDifference } from './say-plan.ts'

export const diffCommand: Command = {
  usage: 'FROM TO [--record "measure SLUG"]',
  says: 'says what differs between two versions, field by field; version 0 is the empty one',
  words: [2, 2],
  options: { record: { type: 'string' } },
  async run({ store, terminal, words: [from = '', to = ''], values }) {
    const [older, newer] = [versionNumber(from), versionNumber(to)]
    const newest = await newestVersion(store.db)
    for (const version of [older, newer])
      if (version > newest) throw new CommandFailed(`There is no version ${version}; the newest is ${newest}.`)
    const changes = await listChanges(store.db, older, newer)
    const wanted = values.record ? changes.filter((change) => keyOf(change) === values.record) : changes
    for (const change of wanted) {
      const { before, after } = change
      const word = before === null ? 'added' : after === null ? 'retracted' : 'changed'
      terminal.out(`${word} ${keyOf(change)}\n`)
      if (before && after)
        for (const difference of diffRecords(before, after)) terminal.out(`${sayDifference(difference)}\n`)
    }
    terminal.say(`${counted(wanted.length, 'record')} differ${wanted.length === 1 ? 's' : ''}.`)
  },
}
