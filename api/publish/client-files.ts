/** What pages in files need beside themselves: style, scripts and licences. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageAssets } from '../../web/pages/layout.ts'
import { readAssets } from '../pages/assets.ts'
import { SCRIPT } from './page.ts'

export interface ClientFiles {
  /** As the application names them. */
  assets: PageAssets
  /** By path in the copy. */
  files: ReadonlyMap<string, Buffer>
}

/** Of a build; `root` is the project's folder. */
export async function readClientFiles(root: string, clientDir: string): Promise<ClientFiles> {
  const assets = await readAssets(clientDir)
  const dist = join(clientDir, '..')
  const files = new Map([[SCRIPT, await readFile(join(dist, 'copy/threatline.js'))]])
  for (const href of assets.css) files.set(href.slice(1), await readFile(join(clientDir, href)))
  for (const name of (await readdir(join(dist, 'embed'))).sort())
    files.set(`embed/${name}`, await readFile(join(dist, 'embed', name)))
  files.set('LICENSE.txt', await readFile(join(root, 'seed/LICENSE')))
  files.set('LICENSE-CODE.txt', await readFile(join(root, 'LICENSE')))
  return { assets, files }
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

export const typeOf = (path: string): string => TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
