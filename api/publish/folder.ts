/** The folder of a copy: written beside its place under another name, and put there whole. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { exists } from '../../db/recover.ts'

/** The folder cannot be written where it was asked for; the message says what to do. */
export class FolderRefused extends Error {
  override name = 'FolderRefused'
}

export interface WrittenFile {
  /** From the folder on, with `/`. */
  path: string
  bytes: number
  /** Media type. */
  type: string
  sha256: string
}

export class Folder {
  readonly files: WrittenFile[] = []
  private readonly made = new Set<string>()

  constructor(
    private readonly root: string,
    private readonly stopping: AbortSignal | undefined,
  ) {}

  get bytes(): number {
    return this.files.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Throws the signal's reason when it is stopped. */
  async write(path: string, type: string, contents: string | Buffer): Promise<void> {
    this.stopping?.throwIfAborted()
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
      throw new Error(`"${path}" is no path in the folder`)
    const bytes = Buffer.from(contents)
    const folder = dirname(join(this.root, path))
    if (!this.made.has(folder)) await mkdir(folder, { recursive: true })
    this.made.add(folder)
    // Two addresses in one file would be a fault of ours.
    await writeFile(join(this.root, path), bytes, { flag: 'wx' })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.files.push({ path, bytes: bytes.length, type, sha256 })
  }
}

/** Names beside the folder that are ours, so that what a run left that was killed may be deleted. */
const besides = (out: string, word: string): string => join(dirname(out), `.${basename(out)}.threatline-${word}`)

export const MANIFEST = 'manifest.json'
/** In the form that `sha256sum -c` reads. */
export const SUMS = 'SHA256SUMS'
/** By which a manifest is known for ours. */
export const FORMAT = 'threatline-copy'

/**
 * Has the folder filled and puts it at `out`, whole or not at all. What is there stays, unless it is empty, or a copy that is to be
 * replaced: nothing else is ever deleted. Throws FolderRefused, or the signal's reason when it is stopped.
 */
export async function writeFolder(
  out: string,
  { isReplaced, stopping }: { isReplaced: boolean; stopping?: AbortSignal | undefined },
  fill: (folder: Folder) => Promise<void>,
): Promise<Folder> {
  const old = besides(out, 'old')
  // A run was killed between taking the older copy away and putting the new one there.
  if (!(await exists(out)) && (await exists(old))) await rename(old, out)
  await checkPlace(out, isReplaced)
  const part = besides(out, 'part')
  await rm(part, { recursive: true, force: true })
  try {
    await mkdir(part, { recursive: true })
    const folder = new Folder(part, stopping)
    await fill(folder)
    stopping?.throwIfAborted()
    await putInPlace(part, out, old)
    return folder
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function checkPlace(out: string, isReplaced: boolean): Promise<void> {
  if (!(await exists(out))) return
  if ((await readdir(out)).length === 0) return
  if (!isReplaced)
    throw new FolderRefused(
      `${out} is there already and not empty. Name another folder, or say --replace to put the copy in the place of an older one.`,
    )
  const ours = await filesOfCopy(out)
  if (!ours)
    throw new FolderRefused(
      `${out} holds no copy of the site, so that --replace does not delete it. Name another folder.`,
    )
  const strangers = (await filesIn(out)).filter((path) => !ours.has(path))
  if (strangers.length > 0)
    throw new FolderRefused(
      `${out} also holds what no copy wrote, such as ${strangers.slice(0, 3).join(', ')}, so that --replace does not delete it. Move that away, or name another folder.`,
    )
}

/** What a copy wrote into its folder, by its own manifest; null where the folder is none. */
async function filesOfCopy(folder: string): Promise<ReadonlySet<string> | null> {
  try {
    const { format, files } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'))
    return format === FORMAT ? new Set([...files.map(({ path }: WrittenFile) => path), MANIFEST, SUMS]) : null
  } catch {
    return null
  }
}

/** Everything in a folder that is no folder, with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The older copy stays until the new one stands. */
async function putInPlace(part: string, out: string, old: string): Promise<void> {
  const isThere = await exists(out)
  if (isThere && (await readdir(out)).length === 0) await rmdir(out)
  else if (isThere) {
    await rm(old, { recursive: true, force: true })
    await rename(out, old)
  }
  try {
    await rename(part, out)
  } catch (error) {
    if (await exists(old)) await rename(old, out)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
