/** The one door to the environment. */
import { resolve } from 'node:path'
import type { StoreAddress } from '../db/connect.ts'

export interface Config {
  host: string
  port: number
  /** Where health and metrics are served; null for nowhere. */
  watched: { host: string; port: number } | null
  /** Bound of the hot cache, in bytes. */
  cacheBytes: number
  store: StoreAddress
  /** Folder of the seed's dossiers. */
  seedDir: string
  /** Folder of the built client files. */
  clientDir: string
  development: boolean
}

/** A setting has a value that cannot be used; the message names the variable and what to write. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** A whole number of a variable, or `otherwise` where it is not set. */
function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, to: number): number {
  const value = Number(env[name] || otherwise)
  if (!Number.isInteger(value) || value < 0 || value > to)
    throw new ConfigError(`${name} is "${env[name]}"; write a number from 0 to ${to}.`)
  return value
}

const MOST_PORTS = 65_535

/** Settings from environment variables; paths are relative to the project's folder. Throws ConfigError. */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = env.DATABASE_URL
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://')
  return {
    host: env.HOST || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 8080, MOST_PORTS),
    watched: env.PRIVATE_PORT
      ? { host: env.PRIVATE_HOST || '127.0.0.1', port: wholeNumber(env, 'PRIVATE_PORT', 0, MOST_PORTS) }
      : null,
    cacheBytes: wholeNumber(env, 'CACHE_MB', 64, 65_536) * 1024 * 1024,
    store: databaseUrl ? { databaseUrl } : { dataDir: resolve(root, env.DATA_DIR || 'data') },
    seedDir: resolve(root, 'seed'),
    clientDir: resolve(root, 'dist/client'),
    development: env.THREATLINE_DEV === '1',
  }
}
