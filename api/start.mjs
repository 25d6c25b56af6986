/**
 * `npm start`: from a fresh clone to a running server with one command. Plain JavaScript without dependencies. With
 * `--dev` the sources run as they are and are reloaded when they change; with `--build` it ends after the build; with
 * `--picture` it draws the picture in the README anew.
 */
import { join } from 'node:path'
import { checkNode, ensureBuild, ensurePackages, root, StepFailed } from './prepare.mjs'

async function start() {
  checkNode()
  await ensurePackages(process.env)
  if (process.argv.includes('--dev')) return develop()
  if (process.argv.includes('--picture')) return drawPicture()
  await ensureBuild(process.env)
  if (process.argv.includes('--build')) return
  await import('../dist/server/server.js')
}

/** One process: Vite serves the web modules and hands every other request to the API, which it reloads too. */
async function develop() {
  process.env.THREATLINE_DEV = '1'
  const { createServer } = await import('vite')
  const server = await createServer({
    root,
    server: { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 8080), strictPort: true },
  })
  await server.listen()
  server.printUrls()
}

async function drawPicture() {
  const { runnerImport } = await import('vite')
  await runnerImport(join(root, 'api', 'write-picture.ts'), { configFile: false, root })
}

try {
  await start()
} catch (error) {
  console.error(
    error instanceof StepFailed ? `Threatline: ${error.message}` : `Threatline did not start: ${error.message}`,
  )
  process.exit(1)
}
