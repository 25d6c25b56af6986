import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { propose } from '../../db/proposals.ts'
import { analyse } from '../../db/versions.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { type Fault, readDossier, sayFault } from '../contract/read-dossier.ts'
import type { AnyRecord } from '../contract/record.ts'
import type { Proposed } from '../proposals/plan.ts'
import { acceptProposal, refuseUnlessFit, review } from '../proposals/review.ts'
import { authorOf } from './author.ts'
import { type Command, CommandFailed, counted } from './command.ts'
import { sayAccepted, sayPlan } from './say-plan.ts'

export const importCommand: Command = {
  usage: 'FILE… [--accept] [--author NAME] [--message TEXT]',
  says: 'proposes dossiers (YAML or JSON), and with --accept accepts them at once as one version',
  words: [1, Number.POSITIVE_INFINITY],
  options: { accept: { type: 'boolean' }, author: { type: 'string' }, message: { type: 'string' } },
  async run({ store, terminal, words, values, at, progress }) {
    const author = authorOf(values.author)
    const dossier = await readFiles(words)
    const { plan, version } = await review(store.db, dossier)
    for (const line of sayPlan(plan)) terminal.say(line)
    refuseUnlessFit('The dossier', plan)
    if (plan.added.length + plan.changed.length + plan.retracted.length === 0)
      return terminal.say('Nothing in it is new; nothing was proposed.')
    const message = typeof values.message === 'string' ? values.message : `Import of ${sayFiles(words)}`
    const { records } = plan
    const id = await propose(store, { at, author, message, baseVersion: version, records, retract: plan.retracted })
    if (!values.accept) {
      terminal.out(`${id}\n`)
      return terminal.say(`Proposed. To accept it: npm run threatline -- accept ${id}`)
    }
    const accepted = await acceptProposal(store, id, { by: author, at, progress: progress('Writing') })
    await analyse(store.db)
    terminal.say(sayAccepted(accepted))
  },
}

const sayFiles = (paths: readonly string[]): string =>
  paths.length > 3 ? counted(paths.length, 'file') : paths.map((path) => basename(path)).join(', ')

/** Throws CommandFailed with a line for each fault. */
async function readFiles(paths: readonly string[]): Promise<Proposed> {
  const faults: Fault[] = []
  const given: { file: string; record: AnyRecord }[] = []
  const retract: RecordName[] = []
  for (const path of paths) {
    const read = readDossier(path, await readFile(path, 'utf8'))
    faults.push(...read.faults)
    given.push(...read.records.map((record) => ({ file: path, record })))
    retract.push(...read.retract)
  }
  if (faults.length)
    throw new CommandFailed(
      ['Nothing was imported; correct these first:', ...faults.map((f) => `  ${sayFault(f)}`)].join('\n'),
    )
  return { given, retract, file: paths.join(', ') }
}
