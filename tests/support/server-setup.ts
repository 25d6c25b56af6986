/** Before the end-to-end tests: one running server with the real seed, its address under `inject('serverUrl')`. */
import type { TestProject } from 'vitest/node'
import { chromiumPath } from './chromium.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  chromiumPath()
  const server = await startServer()
  project.provide('serverUrl', server.url)
  return async () => void (await server.stop())
}
