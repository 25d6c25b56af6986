/** The one door to the environment. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { StoreAddress } from '../db/connect.ts'

export interface Config {
  host: string
  port: number
  store: StoreAddress
  /** Where the site is read, for feeds, calendars and CSV: PUBLIC_URL, else the address it listens on. */
  address: string
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

/** Settings from environment variables; paths are relative to the project's folder. Throws ConfigError. */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(`PORT is "${env.PORT}"; write a number from 0 to 65535.`)
  const databaseUrl = env.DATABASE_URL
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://')
  const host = env.HOST || '127.0.0.1'
  const publicUrl = env.PUBLIC_URL
  if (publicUrl && !/^https?:\/\/[^/]+$/.test(publicUrl))
    throw new ConfigError(
      `PUBLIC_URL is "${publicUrl}"; write the site's address without a path, such as https://threatline.example`,
    )
  return {
    host,
    port,
    address: publicUrl || `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    store: databaseUrl ? { databaseUrl } : { dataDir: resolve(root, env.DATA_DIR || 'data') },
    seedDir: resolve(root, 'seed'),
    clientDir: resolve(root, 'dist/client'),
    development: env.THREATLINE_DEV === '1',
  }
}
