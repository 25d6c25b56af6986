/**
 * A copy of the site in files, at one version and one day. The application answers as it answers visitors, in this process and
 * without a socket; its answers are written down, and links between them are made to lead from file to file.
 */
import type { Store } from '../../db/connect.ts'
import type { Progress } from '../../db/versions.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import { parse } from '../parse.ts'
import type { Fixed } from './addresses.ts'
import type { ClientFiles } from './client-files.ts'
import { Contents, type Sites } from './contents.ts'
import { Copy } from './copy.ts'
import { type Folder, writeFolder } from './folder.ts'
import { FilterRequest, openOriginal, viewOf } from './original.ts'

export interface Publishing {
  store: Store
  client: ClientFiles
  out: string
  /** The newest without it. */
  version?: number | undefined
  asOf: Day
  /** As in the timeline's address. */
  filter: string
  sites: Sites
  isReplaced: boolean
  progress: Progress
  stopping?: AbortSignal
}

export interface Published {
  fixed: Fixed
  folder: Folder
}

/** The folder appears whole or not at all. Throws ApiError for a filter that cannot be read, and FolderRefused. */
export async function publish(publishing: Publishing): Promise<Published> {
  const { store, client, out, sites, isReplaced, progress, stopping } = publishing
  const filter = readFilter(publishing.filter)
  const original = await openOriginal(store, client, publishing)
  const { version, asOf } = original.moment
  const fixed: Fixed = { version, asOf, filter }
  // Before the folder is begun: what nobody knows is refused here.
  const view = isNarrowed(fixed) ? await viewOf(original, filter) : null
  const folder = await writeFolder(out, { isReplaced, stopping }, (folder) =>
    new Copy(original, new Contents(fixed, sites), folder, progress).write(client, view),
  )
  return { fixed, folder }
}

/** Throws a 400 that names each field and what to write instead. */
function readFilter(text: string): Record<string, string> {
  const said = new URLSearchParams(text)
  parse(
    FilterRequest,
    Object.fromEntries(
      [...said.keys()].map((name) => [name, said.getAll(name).length > 1 ? said.getAll(name) : said.get(name)]),
    ),
  )
  const filter = Object.fromEntries(said)
  return filter.jurisdiction ? { ...filter, jurisdiction: filter.jurisdiction.toLowerCase() } : filter
}

const isNarrowed = ({ filter }: Fixed): boolean => Object.keys(filter).length > 0
