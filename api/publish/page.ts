/**
 * A page of the application as a file: links lead from file to file, and what needs a server is left out, or leads to one. The
 * template is the server's; this works on its document.
 */
import { defaultTreeAdapter as tree } from 'parse5'
import { between, NOWHERE } from './addresses.ts'
import type { Contents } from './contents.ts'
import {
  attributeOf,
  documentText,
  type Element,
  elementsOf,
  isElement,
  LINES,
  made,
  readDocument,
  remove,
  removeAttribute,
  removeIfEmpty,
  removeWithSeparator,
  saysMore,
  setAttribute,
  unwrap,
} from './document.ts'

export interface PageParts {
  contents: Contents
  /** The page's own path in the application. */
  path: string
  file: string
  /** Said at the top of the page. */
  note: string
  /** The page for frames, which says its day by itself. */
  isEmbed: boolean
  /** The data of a timeline, as JSON. */
  load: (address: string) => Promise<string>
}

/** The script that makes the timelines of a copy interactive, and tells frames their height. */
export const SCRIPT = 'assets/threatline.js'

export async function copyPage(text: string, parts: PageParts): Promise<string> {
  const { contents, file } = parts
  const document = readDocument(text)
  const all = elementsOf(document)
  // The forms in which a page is offered too are part of the copy.
  for (const link of all) if (isTwin(link)) takeTwin(link, parts)
  for (const element of all) COPIED[element.tagName]?.(element, parts)
  const timelines = all.filter(({ tagName }) => tagName === 'threat-line')
  for (const timeline of timelines) {
    const data = await parts.load(attributeOf(timeline, 'src') ?? '')
    removeAttribute(timeline, 'src')
    setAttribute(timeline, 'data-root', between(file, 'index.html').replace(/index\.html$/, ''))
    tree.appendChild(timeline, dataBlock(data))
  }
  const head = all.find(({ tagName }) => tagName === 'head')
  if (head && (timelines.length > 0 || parts.isEmbed))
    tree.appendChild(
      head,
      made('script', [
        ['defer', ''],
        ['src', between(file, SCRIPT)],
      ]),
    )
  const main = all.find(({ tagName }) => tagName === 'main')
  if (main && !parts.isEmbed) insertNote(main, parts)
  return documentText(document).replaceAll(new RegExp(`${NOWHERE}[^\\s"<]*`, 'g'), (found) =>
    escaped(contents.publicAddress(found.replaceAll('&amp;', '&'))),
  )
}

const escaped = (address: string): string => address.replaceAll('&', '&amp;')

const COPIED: Readonly<Record<string, (element: Element, parts: PageParts) => void>> = {
  a: copyLink,
  form: copyForm,
  img: copyImage,
  link: copyRelation,
  meta: copyMeta,
  script: copyScript,
  span: copyAddress,
}

/** A name of a record stays as text where its page is not here; a control goes. */
function copyLink(link: Element, { contents, path, file }: PageParts): void {
  const href = attributeOf(link, 'href')
  if (href === null || href.startsWith('#')) return
  const target = contents.follow(href, path)
  if (target.is === 'file') setAttribute(link, 'href', between(file, target.file) + target.hash)
  else if (target.is === 'live') setAttribute(link, 'href', target.href)
  else if (target.is === 'nowhere') leaveOut(link, target.path)
}

/** In a sentence its words stay, and so does the name of a record. */
function leaveOut(link: Element, path: string): void {
  const { parentNode: parent } = link
  const isInSentence = !parent || !isElement(parent) || !LINES.includes(parent.tagName) || saysMore(parent)
  if (!path.startsWith('/cite') && (isInSentence || RECORD.test(path))) {
    unwrap(link)
    return
  }
  removeWithSeparator(link)
  removeIfEmpty(parent)
}

/** Pages of records, whatever day they are asked for. */
const RECORD = /^\/(measures|communications|events|sources|families|rights|jurisdictions|versions)\/[^/?#]+/
/** A form asks a server. What it also tells stays. */
function copyForm(form: Element, { contents, path }: PageParts): void {
  const { live } = contents.sites
  if (live) {
    setAttribute(form, 'action', live + (attributeOf(form, 'action') ?? path))
    return
  }
  for (const told of elementsOf(form))
    if (attributeOf(told, 'role') === 'note') {
      tree.detachNode(told)
      if (form.parentNode) tree.insertBefore(form.parentNode, told, form)
    }
  remove(form)
}

function copyImage(image: Element, { contents, path, file }: PageParts): void {
  const target = contents.follow(attributeOf(image, 'src') ?? '', path)
  if (target.is === 'file') setAttribute(image, 'src', between(file, target.file))
  else if (target.is !== 'elsewhere') remove(image)
}

function copyRelation(link: Element, { contents, path, file }: PageParts): void {
  const href = attributeOf(link, 'href') ?? ''
  const target = contents.follow(href, path)
  if (target.is === 'elsewhere') return
  if (attributeOf(link, 'rel') === 'canonical' && contents.sites.site)
    setAttribute(link, 'href', contents.publicAddress(new URL(href, NOWHERE).href))
  else if (attributeOf(link, 'rel') !== 'canonical' && target.is === 'file')
    setAttribute(link, 'href', between(file, target.file))
  else remove(link)
}

/** An address to be copied out, which a copy without one has not. */
function copyAddress(said: Element, { contents }: PageParts): void {
  const { site, live } = contents.sites
  if (attributeOf(said, 'class') === 'address' && !site && !live) removeWithSeparator(said)
}

/** Previews and reference managers want whole addresses; where there are none, they are told none. */
function copyMeta(meta: Element, { contents }: PageParts): void {
  const content = attributeOf(meta, 'content') ?? ''
  if (/^og:image:/.test(attributeOf(meta, 'property') ?? '')) {
    // They go with the picture that they describe, which stands before them.
    const hasPicture = meta.parentNode?.childNodes.some(
      (node) => isElement(node) && attributeOf(node, 'property') === 'og:image',
    )
    if (!hasPicture) remove(meta)
    return
  }
  if (!content.startsWith(NOWHERE)) return
  const { site, live } = contents.sites
  const target = contents.follow(content)
  if (target.is === 'live' || (target.is === 'file' && (site || live)))
    setAttribute(meta, 'content', contents.publicAddress(content))
  else remove(meta)
}

/** No module loads from a file; data about the page needs whole addresses. */
function copyScript(script: Element, { contents }: PageParts): void {
  const { site, live } = contents.sites
  if (attributeOf(script, 'type') !== 'application/ld+json' || !(site || live)) {
    remove(script)
    return
  }
  const text = script.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('')
  script.childNodes.splice(0)
  tree.insertText(script, contents.withPublicAddresses(text))
}

const isTwin = (link: Element): boolean => link.tagName === 'link' && attributeOf(link, 'rel') === 'alternate'

/** Feeds and calendars are read at an address. */
function takeTwin(link: Element, { contents, path }: PageParts): void {
  const type = attributeOf(link, 'type') ?? ''
  const target = contents.follow(attributeOf(link, 'href') ?? '', path)
  if (target.is === 'elsewhere' || target.is === 'file' || type === 'application/json+oembed') return
  if (/atom|feed/.test(type) && !contents.sites.site) return
  contents.add(new URL(attributeOf(link, 'href') ?? '', NOWHERE + path).href)
}

/** What ends a script stands nowhere in it. */
function dataBlock(json: string): Element {
  const block = made('script', [['type', 'application/json']])
  tree.insertText(block, json.replaceAll('<', '\\u003c'))
  return block
}

function insertNote(main: Element, { note, contents, path }: PageParts): void {
  const line = made('p', [
    ['class', 'facts'],
    ['role', 'note'],
  ])
  tree.insertText(line, note)
  const { live } = contents.sites
  if (live) {
    const link = made('a', [['href', live + path]])
    tree.insertText(line, ' ')
    tree.insertText(link, 'The newest version of this page')
    tree.appendChild(line, link)
  }
  const [first] = main.childNodes
  if (first) tree.insertBefore(main, line, first)
  else tree.appendChild(main, line)
}
