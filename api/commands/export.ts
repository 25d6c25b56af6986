import { rename, writeFile } from 'node:fs/promises'
import { listAllBodies } from '../../db/queries/records.ts'
import { newestVersion } from '../../db/versions.ts'
import type { AnyRecord } from '../contract/record.ts'
import { type DossierForm, writeDossier } from '../writers/dossier.ts'
import { type Command, CommandFailed, counted, UsageError, versionNumber } from './command.ts'

export const exportCommand: Command = {
  usage: '[--out FILE.json|FILE.yaml] [--version N]',
  says: 'writes the records of the newest version, or of version N, as one dossier',
  words: [0, 0],
  options: { out: { type: 'string' }, version: { type: 'string' } },
  async run({ store, terminal, values }) {
    const out = typeof values.out === 'string' ? values.out : null
    const form = out === null ? 'json' : formOf(out)
    const newest = await newestVersion(store.db)
    const version = typeof values.version === 'string' ? versionNumber(values.version) : newest
    if (newest === 0)
      throw new CommandFailed('The store is empty. Start the server once, or restore or import something.')
    if (version < 1 || version > newest)
      throw new CommandFailed(`There is no version ${version}; write a number from 1 to ${newest}.`)
    // The store holds only records that were valid when they were accepted.
    const records = (await listAllBodies(store.db, version)) as AnyRecord[]
    const text = writeDossier(records, form)
    if (out === null) terminal.out(text)
    else {
      await writeFile(`${out}.part`, text)
      await rename(`${out}.part`, out)
    }
    terminal.say(`${counted(records.length, 'record')} of version ${version}${out === null ? '' : ` are in ${out}`}.`)
  },
}

function formOf(path: string): DossierForm {
  if (/\.json$/i.test(path)) return 'json'
  if (/\.ya?ml$/i.test(path)) return 'yaml'
  throw new UsageError(`--out ${path}: the ending says the form; let it be .json or .yaml.`)
}
