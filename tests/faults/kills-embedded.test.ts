import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testKills } from './kills.ts'

testKills('embedded store', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'threatline-kills-'))
  return { address: { dataDir }, remove: () => rm(dataDir, { recursive: true, force: true }) }
})
