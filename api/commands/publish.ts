import { resolve } from 'node:path'
import { newestVersion } from '../../db/versions.ts'
import { projectRoot, readConfig } from '../config.ts'
import { Day } from '../parse.ts'
import { ApiError } from '../problem.ts'
import { readClientFiles } from '../publish/client-files.ts'
import { publish } from '../publish/publish.ts'
import { type Command, CommandFailed, counted, UsageError, versionNumber } from './command.ts'

export const publishCommand: Command = {
  usage: '--out DIR [--filter QUERY] [--version N] [--as-of DAY] [--site URL] [--live URL] [--replace]',
  says: 'writes the site, or the view of a filter such as "jurisdiction=KG&right=expression", as files for any web host',
  words: [0, 0],
  options: {
    out: { type: 'string' },
    filter: { type: 'string' },
    version: { type: 'string' },
    'as-of': { type: 'string' },
    site: { type: 'string' },
    live: { type: 'string' },
    replace: { type: 'boolean' },
  },
  async run({ store, terminal, values, at, publicUrl, progress }) {
    const said = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
    const out = said('out')
    if (!out) throw new UsageError('Say where the copy is to stand: --out DIR.')
    if ((await newestVersion(store.db)) === 0)
      throw new CommandFailed('The store is empty. Start the server once, or restore or import something.')
    const version = said('version')
    const asOf = said('as-of') ?? at.slice(0, 10)
    const day = Day.safeParse(asOf)
    if (!day.success) throw new UsageError(`--as-of ${asOf} ${day.error.issues[0]?.message}.`)
    const root = projectRoot(import.meta.dirname)
    const { clientDir } = readConfig(root)
    const site = siteOf('site', said('site'))
    const live = siteOf('live', said('live')) ?? publicUrl
    // Ended by a signal, it must not leave what it has of the folder.
    const stopping = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stopping.abort(new CommandFailed('Publishing was stopped; nothing was written.')))
    const { fixed, folder } = await publish({
      store,
      client: await readClientFiles(root, clientDir),
      out: resolve(out),
      version: version === undefined ? undefined : versionNumber(version),
      asOf,
      filter: said('filter') ?? '',
      sites: { site, live },
      isReplaced: values.replace === true,
      progress: progress('Publishing'),
      stopping: stopping.signal,
    }).catch(asUsage)
    terminal.say(
      `${counted(folder.files.length, 'file')}, ${folder.bytes} bytes: version ${fixed.version} as of ${fixed.asOf} is in ${out}.`,
    )
    terminal.say(`Open ${out}/index.html in a browser, or upload the folder to any web host. README.txt says more.`)
  },
}

/** What the options ask for cannot be given. */
function asUsage(error: unknown): never {
  if (!(error instanceof ApiError) || error.status !== 400) throw error
  const option = (field: string) => (field === 'version' ? '--version' : `--filter ${field}`)
  throw new UsageError(
    error.errors.map(({ field, message, remedy }) => `${option(field)} ${message} ${remedy}`).join('\n'),
  )
}

/** Without a slash at its end. Throws UsageError. */
function siteOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^https?:\/\/[^\s?#]+$/.test(text) || !URL.canParse(text))
    throw new UsageError(`--${option} ${text}: write an address such as https://threatline.example/laws`)
  return text.replace(/\/+$/, '')
}
