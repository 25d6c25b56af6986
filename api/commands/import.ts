import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { propose } from '../../db/proposals.ts'
import { accept, analyse } from '../../db/versions.ts'
import { type ReadDossier, readDossier, sayFault } from '../contract/read-dossier.ts'
import type { Proposed } from '../proposals/plan.ts'
import { refuseUnlessFit, review } from '../proposals/review.ts'
import { authorOf } from './author.ts'
import { type Command, CommandFailed, counted } from './command.ts'
import { sayAccepted, sayPlan } from './say-plan.ts'

export const importCommand: Command = {
  usage: 'FILE… [--accept] [--author NAME] [--message TEXT]',
  says: 'proposes dossiers (YAML or JSON), and with --accept accepts them at once as one version',
  words: [1, Number.POSITIVE_INFINITY],
  bringsRecord: true,
  options: { accept: { type: 'boolean' }, author: { type: 'string' }, message: { type: 'string' } },
  async run({ store, terminal, words, values, at, progress }) {
    const author = authorOf(values.author)
    const dossier = await readFiles(words)
    terminal.say(`${counted(dossier.given.length, 'record')} read; they are held against the store.`)
    const { plan, version } = await review(store.db, dossier)
    for (const line of sayPlan(plan)) terminal.say(line)
    refuseUnlessFit('The dossier', plan)
    if (plan.added.length + plan.changed.length + plan.retracted.length === 0)
      return terminal.say('Nothing in it is new; nothing was proposed.')
    const message = typeof values.message === 'string' ? values.message : `Import of ${sayFiles(words)}`
    const { records, retracted: retract } = plan
    if (!values.accept) {
      const id = await propose(store, { at, author, message, baseVersion: version, records, retract })
      terminal.out(`${id}\n`)
      return terminal.say(`Proposed. To accept it: npm run threatline -- accept ${id}`)
    }
    const options = { retract, after: version, progress: progress('Writing') }
    const accepted = await accept(store, records, { author, message, at }, options)
    await analyse(store.db)
    terminal.say(sayAccepted(accepted))
  },
}

const sayFiles = (paths: readonly string[]): string =>
  paths.length > 3 ? counted(paths.length, 'file') : paths.map((path) => basename(path)).join(', ')

/** Throws CommandFailed with a line for each fault. */
async function readFiles(paths: readonly string[]): Promise<Proposed> {
  const read: ReadDossier[] = []
  for (const path of paths) read.push(readDossier(path, await readFile(path, 'utf8')))
  const faults = read.flatMap((one) => one.faults)
  if (faults.length)
    throw new CommandFailed(
      ['Nothing was imported; correct these first:', ...faults.map((f) => `  ${sayFault(f)}`)].join('\n'),
    )
  return {
    given: read.flatMap(({ records }, i) => records.map((record) => ({ file: paths[i] ?? '', record }))),
    retract: read.flatMap((one) => one.retract),
    file: paths.join(', '),
  }
}
