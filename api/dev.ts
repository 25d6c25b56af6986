/**
 * The application in development. Vite loads this module afresh whenever something that it rests on has changed; what
 * the last one had opened is found again, and closed, because only one may hold the store. So a changed query, migration
 * or rule takes effect as a changed page does.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { openThreatline, type Threatline } from './open.ts'

const kept = globalThis as { threatlineInDevelopment?: Promise<Threatline> }

async function reopen(earlier: Promise<Threatline> | undefined): Promise<Threatline> {
  await earlier?.then(
    (threatline) => threatline.close(),
    () => {},
  )
  return openThreatline(readConfig(join(import.meta.dirname, '..')), (line) => console.log(line))
}

const opening = reopen(kept.threatlineInDevelopment)
kept.threatlineInDevelopment = opening
// Each request is told of a failure below; without this line the first failure would end the process.
opening.catch(() => {})

/** Answers a request. Throws what kept the application from opening. */
export async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { app } = await opening
  app(req, res)
}
