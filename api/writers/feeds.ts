/**
 * Atom (RFC 4287) and JSON Feed 1.1: what changed in the record, by when it was recorded, never by a date in the
 * data. The library writes Atom; its JSON Feed is of edition 1, so that one is written here.
 */
import { Feed } from 'feed'
import type { ChangeRow } from '../../db/queries/change-log.ts'
import { escapeHtml } from '../../web/pages/escape.ts'
import { pageAddress } from '../addresses.ts'
import { describeList, type TwinContext } from './twins.ts'

/** Newest first; readers ask often, and older changes stand in `/api/changes`. */
export const FEED_LENGTH = 200

const WORDS: Readonly<Record<ChangeRow['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  retracted: 'Retracted',
}

export interface FeedEntry {
  /** Permanent and unique. */
  id: string
  link: string
  title: string
  text: string
  /** When it was recorded: an instant. */
  at: string
}

/** A record that was taken back is no longer there, so its entry leads to the version before. */
export function entryOfChange(
  { number, at, change, record, slug, title, message }: Omit<ChangeRow, 'author'>,
  base: string,
): FeedEntry {
  const page = pageAddress(base, record, slug)
  return {
    id: `${page}?version=${number}#${change}`,
    link: `${page}?version=${change === 'retracted' ? number - 1 : number}`,
    title: `${WORDS[change]}: ${title}`,
    text: `${WORDS[change]} in version ${number} of the record. ${message}`,
    at,
  }
}

const titleOf = ({ resource }: TwinContext): string => `Threatline: ${resource.title.toLowerCase()}`

/** The same list in another form, with the same query. */
const twinAddress = ({ service, resource, address }: TwinContext, extension: string): string =>
  `${service.address}/api/${resource.name}.${extension}${/\?.*$/.exec(address)?.[0] ?? ''}`

/** Entries newest first. Titles are HTML there, by the library's choice, and so are escaped. */
export function writeAtom(context: TwinContext, entries: readonly FeedEntry[]): string {
  const here = twinAddress(context, 'atom')
  const feed = new Feed({
    id: here,
    title: titleOf(context),
    description: describeList(context),
    link: `${context.service.address}/`,
    feed: here,
    updated: new Date(entries[0]?.at ?? 0),
    generator: false,
    language: 'en',
    copyright: 'CC BY 4.0',
    author: { name: 'Threatline' },
  })
  for (const { id, link, title, text, at } of entries) {
    const when = new Date(at)
    const said = escapeHtml(text)
    feed.addItem({ id, title: escapeHtml(title), link, date: when, published: when, description: said, content: said })
  }
  return feed.atom1()
}

/** Entries newest first; jsonfeed.org/version/1.1. */
export function writeJsonFeed(context: TwinContext, entries: readonly FeedEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(context),
    description: describeList(context),
    home_page_url: `${context.service.address}/`,
    feed_url: twinAddress(context, 'feed.json'),
    language: 'en',
    authors: [{ name: 'Threatline' }],
    items: entries.map(({ id, link, title, text, at }) => ({
      id,
      url: link,
      title,
      content_text: text,
      date_published: new Date(at).toISOString(),
      date_modified: new Date(at).toISOString(),
    })),
  })
}
