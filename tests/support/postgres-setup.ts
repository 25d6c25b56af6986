/** Before the tests that need PostgreSQL: one server for all of them, its address under `inject('postgresUrl')`. */
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Each project of tests loads this file anew; the server is kept where all of them find it. */
const kept = globalThis as { threatlinePostgres?: Promise<PostgresServer> | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  kept.threatlinePostgres ??= startPostgres()
  project.provide('postgresUrl', (await kept.threatlinePostgres).url)
  // Called once for each project after all tests have ended; the first call stops the server.
  return async () => {
    const server = kept.threatlinePostgres
    kept.threatlinePostgres = undefined
    await (await server)?.stop()
  }
}
