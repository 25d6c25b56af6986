/** Installs what the tests need from the system's own packages; only as root on Debian and its relatives. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const APT_GET = '/usr/bin/apt-get'

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Installs a package, with what its makers recommend beside it unless `bare`, and says true; false where this user or
 * system cannot. Throws with apt's words if it fails.
 */
export function installFromDebian(name: string, { bare = false } = {}): boolean {
  if (!isRoot() || !existsSync(APT_GET)) return false
  console.log(`Threatline: installing ${name} for the tests (once; it can take a minute)`)
  const install = () => aptGet('install', '-y', ...(bare ? ['--no-install-recommends'] : []), name)
  try {
    install()
  } catch {
    // A fresh system has no lists of packages yet, or old ones.
    aptGet('update')
    install()
  }
  return true
}

function aptGet(...args: string[]): void {
  try {
    execFileSync(APT_GET, ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new Error(`apt-get ${args.join(' ')} failed:\n${said}`)
  }
}
