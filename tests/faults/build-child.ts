/** Before the faults: builds the process that is killed, since starting it from its sources takes longer than it lives. */
import { join } from 'node:path'
import { build } from 'vite'

export const CHILD = join(import.meta.dirname, '../../dist/faults/accept-forever.js')

export default async function setup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(import.meta.dirname, 'accept-forever.ts'),
      outDir: join(import.meta.dirname, '../../dist/faults'),
      target: 'node20',
    },
  })
}
