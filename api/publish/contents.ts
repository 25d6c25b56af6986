/** What a copy of the site holds: its files by address, and those of them that are still to be written. */
import { type Fixed, fileOf, keyOf, knownAddress, NOWHERE } from './addresses.ts'

/** Where a copy and its original are read, without a slash at the end; null where nobody said. */
export interface Sites {
  /** The copy. */
  site: string | null
  /** A server that answers what no file does. */
  live: string | null
}

/** An answer that is to be written. */
export interface Asked {
  key: string
  file: string
  /** As it is asked of the application. */
  address: string
}

export type Target =
  | { is: 'elsewhere' }
  | { is: 'file'; file: string; hash: string }
  | { is: 'live'; href: string; path: string }
  | { is: 'nowhere'; path: string }

/** Parameters that lead through a long list. */
const PAGERS = ['page', 'before']

/** A host gives a folder's page at the folder's address. */
export const publicFile = (site: string, file: string): string => `${site}/${file.replace(/(^|\/)index\.html$/, '$1')}`

export class Contents {
  private readonly files = new Map<string, string>()
  private readonly pages: Asked[] = []
  private readonly data: Asked[] = []
  private readonly paged = new Set<string>()

  constructor(
    readonly fixed: Fixed,
    readonly sites: Sites,
  ) {}

  get size(): number {
    return this.files.size
  }

  /** Takes an answer of the application in. */
  add(address: string): void {
    const known = knownAddress(address, this.fixed)
    if (!known || this.files.has(known.key)) return
    this.files.set(known.key, fileOf(known.key))
    const list = known.key.startsWith('/api/') ? this.data : this.pages
    list.push({ key: known.key, file: fileOf(known.key), address: this.atMoment(known.path) })
  }

  /** The same with the pages of the list that follow the first. */
  addPaged(address: string): void {
    this.paged.add(keyOf(address, this.fixed))
    this.add(address)
  }

  /** What is asked of the application, for the version and day of the copy. */
  private atMoment(address: string): string {
    if (OF_NO_MOMENT.test(address)) return address
    const url = new URL(address, NOWHERE)
    url.searchParams.set('version', String(this.fixed.version))
    url.searchParams.set('asOf', this.fixed.asOf)
    return url.pathname + url.search
  }

  /** Knows a file that is written by other hands. */
  know(key: string, file = fileOf(key)): string {
    this.files.set(key, file)
    return file
  }

  /** The next to be written: pages first, because they say which data belong to them. */
  next(): Asked | undefined {
    return this.pages.shift() ?? this.data.shift()
  }

  fileAt(key: string): string | null {
    if (!this.files.has(key) && this.isFurtherPage(key)) this.add(key)
    return this.files.get(key) ?? null
  }

  /** Where a link leads that stands at the path `from`. */
  follow(href: string, from = '/'): Target {
    const known = knownAddress(href, this.fixed, from)
    if (known === null) return { is: 'elsewhere' }
    const file = this.fileAt(known.key)
    if (file !== null) return { is: 'file', file, hash: known.hash }
    const { path } = known
    return this.sites.live ? { is: 'live', href: this.sites.live + path, path } : { is: 'nowhere', path }
  }

  /**
   * The address under which others read what is at one of the application's: in this copy, else at the server, else the file's path
   * in the folder. An older version's page is that of this version, which says so. Empty where it is nowhere.
   */
  publicAddress(href: string): string {
    const { site, live } = this.sites
    const target = this.follow(href)
    if (target.is === 'elsewhere') return href
    if (!site) return live ? href.replace(NOWHERE, live) : target.is === 'file' ? target.file + target.hash : ''
    if (target.is === 'file') return publicFile(site, target.file) + target.hash
    const url = new URL(href)
    const version = url.searchParams.get('version')
    url.searchParams.delete('version')
    const file = version === null ? null : this.fileAt(url.pathname + url.search)
    if (file !== null) return `${publicFile(site, file)}?version=${version}${url.hash}`
    return target.is === 'live' ? target.href : `${site}/versions/?of=${encodeURIComponent(target.path)}`
  }

  /** In the text of a file: every address of the application as others read it. */
  withPublicAddresses(text: string): string {
    return text.replaceAll(ADDRESS, (found) => {
      const isEscaped = found.includes('&amp;')
      const address = this.publicAddress(isEscaped ? found.replaceAll('&amp;', '&') : found)
      return isEscaped ? address.replaceAll('&', '&amp;') : address
    })
  }

  private isFurtherPage(key: string): boolean {
    const url = new URL(key, NOWHERE)
    for (const name of PAGERS) url.searchParams.delete(name)
    return this.paged.has(url.pathname + url.search)
  }
}

/** The log of versions stands in none. */
const OF_NO_MOMENT = /^\/api\/(versions|changes)([/.?]|$)/

/** Up to what ends an address in JSON, CSV, XML and prose. */
const ADDRESS = new RegExp(`${NOWHERE.replaceAll('.', '\\.')}(?:&amp;|[^\\s"'<>\\\\|;,)])*`, 'g')
