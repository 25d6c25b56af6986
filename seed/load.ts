/** The seed: a folder of dossiers, read whole. Nothing but data and this loader stands in `seed/`. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { crossFaults, type Fault, type Filed, readDossier, sayFault } from '../api/contract/read-dossier.ts'
import type { AnyRecord } from '../api/contract/record.ts'
import { RIGHTS } from '../db/vocabulary/rights.ts'

/** The seed cannot be taken: one line for each fault. */
export class SeedRefused extends Error {
  override name = 'SeedRefused'
  constructor(readonly faults: readonly Fault[]) {
    super(['The seed is refused:', ...faults.map((fault) => `  ${sayFault(fault)}`)].join('\n'))
  }
}

/** The rights are a closed list of the vocabulary; as records they can be cited and versioned like everything else. */
function rightRecords(): AnyRecord[] {
  return RIGHTS.map(({ slug, title, short, articles }) => ({
    record: 'right',
    slug,
    title: { en: title },
    short,
    articles: articles.map(({ instrument, article }) => ({ instrument, article })),
  }))
}

/** All records of the dossiers in a folder (default: this one), checked against each other. Throws SeedRefused. */
export async function readSeed(folder: string): Promise<AnyRecord[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const faults: Fault[] = []
  const filed: Filed[] = rightRecords().map((record) => ({ file: 'the list of rights', record }))
  for (const path of files) {
    const file = relative(folder, path).split(sep).join('/')
    const read = readDossier(file, await readFile(path, 'utf8'))
    faults.push(...read.faults)
    if (read.retract.length)
      faults.push({
        file,
        record: null,
        field: 'retract',
        message: 'the seed takes back what it leaves out; remove it.',
      })
    filed.push(...read.records.map((record) => ({ file, record })))
  }
  if (faults.length === 0) faults.push(...crossFaults(filed))
  if (faults.length) throw new SeedRefused(faults)
  return filed.map(({ record }) => record)
}
