/** Reads a copy of the site in files as its readers get it: each file, and each link of each page. */
import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** By path from the folder on, with `/`. */
export async function readCopy(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)))
}

export interface Link {
  /** The page that it stands in. */
  page: string
  element: string
  href: string
}

export interface ReadPage {
  links: Link[]
  ids: Set<string>
  /** Names of the elements in it. */
  elements: Set<string>
}

const ADDRESSES = ['href', 'src', 'action']

export function readPage(page: string, text: string): ReadPage {
  const read: ReadPage = { links: [], ids: new Set(), elements: new Set() }
  const walk = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue
      const element: Element = node
      read.elements.add(element.tagName)
      for (const { name, value } of element.attrs) {
        if (name === 'id') read.ids.add(value)
        if (ADDRESSES.includes(name)) read.links.push({ page, element: element.tagName, href: value })
      }
      walk(element.childNodes)
    }
  }
  walk(parse(text, { scriptingEnabled: false }).childNodes)
  return read
}

const ELSEWHERE = /^(https?:|data:|mailto:)/

/** Links that lead to no file, or to no part of it, as a browser follows them from a folder on a disk. */
export function deadLinks(files: ReadonlyMap<string, Buffer>): string[] {
  const pages = new Map<string, ReadPage>()
  for (const [path, bytes] of files) if (path.endsWith('.html')) pages.set(path, readPage(path, bytes.toString()))
  const faults: string[] = []
  for (const [page, { links }] of pages)
    for (const { element, href } of links) {
      if (ELSEWHERE.test(href)) continue
      const [path = '', hash] = href.split('#')
      const target = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path))
      const isThere = files.has(target) && (!hash || pages.get(target)?.ids.has(decodeURIComponent(hash)))
      if (!isThere) faults.push(`${page}: <${element}> ${href}`)
    }
  return faults
}
