/** What every page has around its own content. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'

/** Addresses of the built files. */
export interface PageAssets {
  css: readonly string[]
  scripts: readonly string[]
}

/** What a template knows of the request: the path, and the query as it was asked. */
export interface PageContext {
  assets: PageAssets
  path: string
  query: Readonly<Record<string, string>>
}

/** Anything that stands between tags. */
export type Content = ServerRenderedTemplate | string | typeof nothing | readonly Content[]

interface PageParts {
  /** Without the site's name. */
  title: string
  /** One sentence for search engines and link previews. */
  description: string
  /** The same as data, and the version it was taken from; null where there is none. */
  data: { href: string; version: number } | null
  /** As wide as the window, for a drawing; text stands in a column that can be read. */
  isWide?: boolean
  main: Content
}

export function page(
  { assets }: PageContext,
  { title, description, data, isWide = false, main }: PageParts,
): ServerRenderedTemplate {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Threatline</title>
    <meta name="description" content=${description}>
    <link rel="icon" href="data:,">
    ${assets.css.map((href) => html`<link rel="stylesheet" href=${href}>`)}
    ${assets.scripts.map((src) => html`<script type="module" src=${src}></script>`)}
    ${data ? html`<link rel="alternate" type="application/json" href=${data.href}>` : nothing}
  </head>
  <body class=${isWide ? 'wide' : nothing}>
    <a class="skip" href="#main">To the content</a>
    <header class="site">
      <a class="brand" href="/">Threatline</a>
      <p>Laws that threaten rights, the letters about them, and the silence</p>
      <nav aria-label="Site"><a href="/families">How ideas travel</a></nav>
    </header>
    <main id="main" tabindex="-1">${main}</main>
    <footer class="site">
      ${
        data
          ? html`<p>Version ${data.version} of the record. <a href=${data.href}>This page as data (JSON)</a>.</p>`
          : nothing
      }
      <p><a href="/api/docs">The API</a></p>
      <p>
        Record: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Every statement names
        its source; what is alleged is called alleged. Nobody who reads is counted or followed.
      </p>
    </footer>
  </body>
</html>`
}

/** The address with some parameters set (empty or null: left out), the others as they were asked. */
export function addressWith(
  { path, query }: Pick<PageContext, 'path' | 'query'>,
  changes: Readonly<Record<string, string | null>>,
): string {
  const merged = Object.entries({ ...query, ...changes }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  )
  const text = new URLSearchParams(merged).toString()
  return text ? `${path}?${text}` : path
}

/** The same moment on another page: as-of day and version are kept, other parameters are not. */
export function momentOf({ query }: Pick<PageContext, 'query'>): string {
  return addressWith({ path: '', query: {} }, { asOf: query.asOf ?? null, version: query.version ?? null })
}

/** Hidden fields, so that a form keeps what it does not ask. */
export function keptFields({ query }: Pick<PageContext, 'query'>, asked: readonly string[]): Content {
  return Object.entries(query)
    .filter(([name, value]) => value !== '' && !asked.includes(name))
    .map(([name, value]) => html`<input type="hidden" name=${name} value=${value}>`)
}

/** "2 letters", "1 letter". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
