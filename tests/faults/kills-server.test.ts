import { inject } from 'vitest'
import { createDatabase } from '../support/postgres.ts'
import { testKills } from './kills.ts'

testKills('PostgreSQL server', async () => {
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  return { address: { databaseUrl: url }, remove: drop }
})
