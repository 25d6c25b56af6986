/** From the start of the process to its first answer: cold, with an empty data folder, and warm, on the one left behind. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server.ts'
import type { Figure } from './figures.ts'

const RUNS = 7

export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-start-'))
  const secondsToFirstAnswer = async (dataDir: string): Promise<number> => {
    const begun = performance.now()
    const server = await startServer({ DATA_DIR: dataDir }, { askEveryMs: 10 })
    const seconds = (performance.now() - begun) / 1000
    await server.stop()
    return seconds
  }
  const cold: number[] = []
  const warm: number[] = []
  try {
    for (let run = 0; run < RUNS; run++) {
      const dataDir = join(folder, String(run))
      cold.push(await secondsToFirstAnswer(dataDir))
      warm.push(await secondsToFirstAnswer(dataDir))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    { what: 'start, cold: new store, seed loaded', unit: 's', ours: cold },
    { what: 'start, warm', unit: 's', ours: warm },
  ]
}
