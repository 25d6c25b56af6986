/** The one door to the environment. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { StoreAddress } from '../db/connect.ts'

export interface Config {
  host: string
  port: number
  /** Where health and metrics are served; null for nowhere. */
  watched: { host: string; port: number } | null
  /** Bound of the hot cache, in bytes. */
  cacheBytes: number
  store: StoreAddress
  /** How many proxies of the operator's stand in front; each says in X-Forwarded-For whom it speaks for. */
  proxies: number
  /** Where the site is read, for feeds, calendars and CSV: PUBLIC_URL, else the address it listens on. */
  address: string
  /** PUBLIC_URL; null where it is not set. */
  publicUrl: string | null
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

/** The project's folder: the nearest one upwards that holds package.json, from the source as from the bundle. */
export function projectRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from))
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
  const host = env.HOST || '127.0.0.1'
  const port = wholeNumber(env, 'PORT', 8080, MOST_PORTS)
  const publicUrl = env.PUBLIC_URL || null
  if (publicUrl && !/^https?:\/\/[^/]+$/.test(publicUrl))
    throw new ConfigError(
      `PUBLIC_URL is "${publicUrl}"; write the site's address without a path, such as https://threatline.example`,
    )
  return {
    host,
    port,
    address: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    publicUrl,
    watched: env.PRIVATE_PORT
      ? { host: env.PRIVATE_HOST || '127.0.0.1', port: wholeNumber(env, 'PRIVATE_PORT', 0, MOST_PORTS) }
      : null,
    cacheBytes: wholeNumber(env, 'CACHE_MB', 64, 65_536) * 1024 * 1024,
    proxies: wholeNumber(env, 'PROXIES', 0, 9),
    store: databaseUrl ? { databaseUrl } : { dataDir: resolve(root, env.DATA_DIR || 'data') },
    seedDir: resolve(root, 'seed'),
    clientDir: resolve(root, 'dist/client'),
    development: env.THREATLINE_DEV === '1',
  }
}
