/** What every page has around its own content. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'

/** Addresses of the built files. */
export interface PageAssets {
  css: readonly string[]
  scripts: readonly string[]
  /** Of what scripts share: asked for beside them, not after them. */
  preloads: readonly string[]
  /** Those that the page of the workspace loads besides. */
  workspace: { css: readonly string[]; scripts: readonly string[] }
  /** Those of embeds, whose names stay: the scripts of a timeline, and of what is none. */
  embed: { css: readonly string[]; timeline: readonly string[]; card: readonly string[] }
}

/** What a template knows of the request: the path, and the query as it was asked. */
export interface PageContext {
  assets: PageAssets
  path: string
  query: Readonly<Record<string, string>>
  /** Where the site is read, without a slash at its end: for addresses that others keep. */
  site: string
}

/** The same list in another form: a feed, a table. */
export interface Twin {
  type: string
  href: string
  title: string
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
  /** Where the page stands for good, if that is not the path it was asked by; null: it is no page to be found by (a fault). */
  canonical?: string | null
  twins?: readonly Twin[]
  /** schema.org, in JSON-LD. */
  structured?: object | null
  /** For reference managers, in Highwire’s names without `citation_`; what is null is left out. */
  cited?: Readonly<Record<string, string | readonly string[] | null>>
  /** What the picture of link previews is of, in the words of the timeline’s address; the whole timeline without it. */
  pictured?: Readonly<Record<string, string>>
  /** Files that this page loads besides those of every page. */
  besides?: { css: readonly string[]; scripts: readonly string[] }
  /** As wide as the window, for a drawing; text stands in a column that can be read. */
  isWide?: boolean
  main: Content
}

/** The parts of the site; each address belongs to the first of which a path is its beginning. */
const PARTS: readonly { name: string; href: string; paths: readonly string[] }[] = [
  { name: 'Timeline', href: '/', paths: ['/measures', '/events'] },
  { name: 'Letters', href: '/letters', paths: ['/letters', '/communications'] },
  { name: 'Rights', href: '/rights', paths: ['/rights'] },
  { name: 'States', href: '/jurisdictions', paths: ['/jurisdictions'] },
  { name: 'Ideas', href: '/families', paths: ['/families'] },
  { name: 'Methodology', href: '/methodology', paths: ['/methodology', '/glossary'] },
  {
    name: 'About',
    href: '/about',
    paths: ['/about', '/correct', '/versions', '/sources', '/embeds', '/rule-packs', '/submissions'],
  },
]

function navigation({ path, query }: PageContext): Content {
  const moment = momentOf({ query })
  const isIn = (start: string) => path === start || path.startsWith(`${start}/`)
  return html`<nav class="site" aria-label="Site">
    <ul>
      ${PARTS.map(({ name, href, paths }) => {
        const current = path === href ? 'page' : paths.some(isIn) ? 'true' : nothing
        return html`<li><a href="${href}${moment}" aria-current=${current}>${name}</a></li>`
      })}
    </ul>
  </nav>`
}

/** What ends a script stands nowhere in it. */
const jsonLd = (structured: object): Content =>
  html`${unsafeHTML(`<script type="application/ld+json">${JSON.stringify(structured).replaceAll('<', '\\u003c')}</script>`)}`

export function page(
  context: PageContext,
  {
    title,
    description,
    data,
    canonical = context.path,
    twins = [],
    structured = null,
    cited = {},
    pictured = {},
    besides = { css: [], scripts: [] },
    isWide = false,
    main,
  }: PageParts,
): ServerRenderedTemplate {
  const { assets, site } = context
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Threatline</title>
    <meta name="description" content=${shortened(description)}>
    ${
      canonical === null
        ? html`<meta name="robots" content="noindex">`
        : html`<link rel="canonical" href="${site}${canonical}">`
    }
    <link rel="icon" href="data:,">
    ${[...assets.css, ...besides.css].map((href) => html`<link rel="stylesheet" href=${href}>`)}
    ${assets.preloads.map((href) => html`<link rel="modulepreload" href=${href}>`)}
    ${[...assets.scripts, ...besides.scripts].map((src) => html`<script type="module" src=${src}></script>`)}
    ${data ? html`<link rel="alternate" type="application/json" href=${data.href}>` : nothing}
    ${twins.map((twin) => html`<link rel="alternate" type=${twin.type} href=${twin.href} title=${twin.title}>`)}
    ${citationTags(cited)} ${canonical === null ? nothing : previewTags({ title, description, canonical, pictured }, context)}
    ${isEmbeddable(canonical) ? oEmbedLink(context) : nothing}
    ${structured ? jsonLd({ '@context': 'https://schema.org', ...structured }) : nothing}
  </head>
  <body class=${isWide ? 'wide' : nothing}>
    <a class="skip" href="#main">To the content</a>
    <header class="site">
      <a class="brand" href="/">Threatline</a>
      <p>Laws that threaten rights, the letters about them, and the silence</p>
      ${navigation(context)}
    </header>
    <main id="main" tabindex="-1">${main}</main>
    <footer class="site">
      ${
        data
          ? html`<p>
              Version ${data.version} of the record. <a href=${data.href}>This page as data (JSON)</a>${twins.map((twin) => html`, <a href=${twin.href}>${twin.title}</a>`)}.
            </p>`
          : nothing
      }
      <ul>
        <li><a href="/submissions/new">Write a submission</a></li>
        <li><a href="/rule-packs">Rules for submissions</a></li>
        <li><a href="/sources">Sources</a></li>
        <li><a href="/versions">Versions</a></li>
        <li><a href="/glossary">Glossary</a></li>
        <li><a href="/api/docs">The API</a></li>
        <li><a href=${embedsAddress(context)}>${isEmbeddable(canonical) ? 'Embed this page' : 'Embed'}</a></li>
        <li><a href=${reportAddress(context)}>Correct or remove something</a></li>
        ${data && canonical ? html`<li><a href=${citeAddress(context)}>Cite this page</a></li>` : nothing}
      </ul>
      <p>
        Record: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Every statement names
        its source; what is alleged is called alleged. Nobody who reads is counted or followed.
      </p>
    </footer>
  </body>
</html>`
}

/** The form knows which page its visitor comes from. */
const reportAddress = ({ path }: PageContext): string =>
  path.startsWith('/correct') ? '/correct' : addressWith({ path: '/correct', query: {} }, { about: path })

const isEmbeddable = (path: string | null): boolean => path === '/' || path?.startsWith('/measures/') === true

/** Where an embed of the same is made. */
export function embedsAddress({ path, query }: Pick<PageContext, 'path' | 'query'>): string {
  const [, measure] = /^\/measures\/([^/]+)$/.exec(path) ?? []
  if (measure !== undefined) {
    const { asOf = null, version = null } = query
    return addressWith({ path: '/embeds', query: { measure } }, { asOf, version })
  }
  return addressWith({ path: '/embeds', query: path === '/' ? query : {} }, {})
}

/** Of the picture: the card that api/timeline/figure.ts draws. */
const PICTURE = { width: '1200', height: '630' }

/** Open Graph, and the one tag of Twitter that has no equal there. */
function previewTags(
  {
    title,
    description,
    canonical,
    pictured,
  }: { title: string; description: string; canonical: string; pictured: object },
  { site, query }: PageContext,
): Content {
  const { asOf = '', version = '' } = query
  const chosen = { ...pictured, asOf, version, size: 'social' }
  const tags = {
    site_name: 'Threatline',
    type: 'article',
    title,
    description: shortened(description),
    url: site + canonical,
    image: site + addressWith({ path: '/api/timeline.png', query: {} }, chosen),
    'image:type': 'image/png',
    'image:width': PICTURE.width,
    'image:height': PICTURE.height,
    'image:alt': 'A timeline of measures with their statuses; the page says the same in words',
  }
  return [
    ...Object.entries(tags).map(([name, content]) => html`<meta property="og:${name}" content=${content}>`),
    html`<meta name="twitter:card" content="summary_large_image">`,
  ]
}

/** By which a site that is given the page's address finds the embed. */
const oEmbedLink = (context: PageContext): Content =>
  html`<link rel="alternate" type="application/json+oembed" href=${addressWith(
    { path: `${context.site}/oembed`, query: {} },
    { url: context.site + addressWith(context, {}), format: 'json' },
  )}>`

/** Tags of Highwire Press, which reference managers read; one for each of several values. */
const citationTags = (cited: NonNullable<PageParts['cited']>): Content =>
  Object.entries(cited).flatMap(([name, values]) =>
    [values ?? []].flat().map((content) => html`<meta name="citation_${name}" content=${content}>`),
  )

/** Where the page, or the part of it with this id, is made into a citation. */
export const citeAddress = (context: Pick<PageContext, 'path' | 'query'>, part = ''): string =>
  addressWith({ path: '/cite', query: {} }, { of: addressWith(context, {}) + (part ? `#${part}` : '') })

/** Search engines show about so many signs of a description. */
const DESCRIPTION_LENGTH = 300

function shortened(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text
  return `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))} …`
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

/** Which day and version a page speaks of. */
const MOMENT = ['asOf', 'version']

/** A list in its other forms, with the same choice, by its name in the API; those that hold it whole only where it `isNarrow` enough. */
export function twinsOf(
  name: string,
  { query }: Pick<PageContext, 'query'>,
  kept: readonly string[] = [],
  isNarrow = true,
): Twin[] {
  const chosen = Object.fromEntries(Object.entries(query).filter(([key]) => [...kept, ...MOMENT].includes(key)))
  const twin = (extension: string, type: string, title: string): Twin => ({
    type,
    href: addressWith({ path: `/api/${name}.${extension}`, query: chosen }, {}),
    title,
  })
  return [
    twin('csv', 'text/csv', 'CSV'),
    ...(isNarrow && WHOLE.includes(name)
      ? [
          twin('json', 'application/json', 'the whole list as JSON'),
          twin('jsonld', 'application/ld+json', 'JSON-LD'),
          twin('dossier.yaml', 'application/yaml', 'dossier'),
        ]
      : []),
    ...(isNarrow && name === 'measures' ? [twin('zip', 'application/zip', 'all in one ZIP')] : []),
    twin('atom', 'application/atom+xml', 'Atom feed'),
    twin('feed.json', 'application/feed+json', 'JSON Feed'),
  ]
}

/** The lists that can be narrowed to one State, and so be had whole in forms that hold every part of a record. */
const WHOLE = ['measures', 'communications', 'events']

/** One record in the words of schema.org. */
export const jsonLdTwin = (name: string, slug: string, context: Pick<PageContext, 'query'>): Twin => ({
  type: 'application/ld+json',
  href: `/api/${name}/${slug}.jsonld${momentOf(context)}`,
  title: 'JSON-LD',
})

/** A line that leads from page to page of a long list; nothing where there is one page. */
export function pager({ page: current, pages }: { page: number; pages: number }, context: PageContext): Content {
  if (pages <= 1) return nothing
  const to = (number: number) => addressWith(context, { page: number === 1 ? null : String(number) })
  return html`<nav class="pager" aria-label="Pages of the list">
    ${current > 1 ? html`<a rel="prev" href=${to(current - 1)}>Back</a>` : nothing}
    <span>Page ${current} of ${pages}</span>
    ${current < pages ? html`<a rel="next" href=${to(current + 1)}>On</a>` : nothing}
  </nav>`
}

export interface SelectChoice {
  name: string
  label: string
  /** What the empty choice is called. */
  all: string
  options: readonly (readonly [value: string, text: string])[]
}

/** A form of choices that works by the address alone; `kept` parameters are carried along. */
export function filterForm(choices: readonly SelectChoice[], context: PageContext): Content {
  const { query, path } = context
  const names = choices.map(({ name }) => name)
  const isNarrowed = names.some((name) => query[name])
  return html`<form class="filters" method="get" action=${path}>
    ${keptFields(context, [...names, 'page'])}
    ${choices.map(
      ({ name, label, all, options }) => html`<label
        >${label}
        <select name=${name}>
          <option value="">${all}</option>
          ${options.map(
            ([value, text]) =>
              html`<option value=${value} ?selected=${query[name]?.toLowerCase() === value.toLowerCase()}>${text}</option>`,
          )}
        </select>
      </label>`,
    )}
    <button>Show</button>
    ${isNarrowed ? html`<a href=${addressWith(context, Object.fromEntries([...names, 'page'].map((name) => [name, null])))}>Clear</a>` : nothing}
  </form>`
}

/** Hidden fields, so that a form keeps what it does not ask. */
export function keptFields({ query }: Pick<PageContext, 'query'>, asked: readonly string[]): Content {
  return Object.entries(query)
    .filter(([name, value]) => value !== '' && !asked.includes(name))
    .map(([name, value]) => html`<input type="hidden" name=${name} value=${value}>`)
}

/** "2 letters", "1 letter", "2 entries". */
export function countOf(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : many}`
}
