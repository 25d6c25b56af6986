/**
 * `npm run threatline -- COMMAND`: the command line, from whatever state the folder is in. Plain JavaScript without
 * dependencies. What it says of packages and build goes to stderr, since stdout is the command's data.
 */
import { checkNode, ensureBuild, ensurePackages, StepFailed, talkOnStderr } from './prepare.mjs'

try {
  talkOnStderr()
  checkNode()
  await ensurePackages(process.env)
  await ensureBuild(process.env)
  await import('../dist/server/cli.js')
} catch (error) {
  console.error(
    error instanceof StepFailed ? `Threatline: ${error.message}` : `Threatline could not begin: ${error.message}`,
  )
  process.exitCode = 1
}
