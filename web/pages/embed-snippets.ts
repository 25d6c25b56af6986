/** What others paste to embed something: a frame, the element, a link. Values are escaped: the text is markup in their pages. */
import { escapeHtml } from './escape.ts'
import { addressWith } from './layout.ts'

export interface EmbedChoice {
  /** Slug of a measure, whose card it is; null for a timeline. */
  measure: string | null
  /** What is shown, with day and version where they are fixed, as in the address of the page that shows the same. */
  query: Readonly<Record<string, string>>
  theme: 'auto' | 'light' | 'dark'
  /** CSS pixels; null: as high as it needs to be. */
  height: number | null
  title: string
  /** Where the record is read, without a slash at its end. */
  site: string
}

export interface Snippets {
  frame: string
  /** Null for a card: the element draws timelines. */
  element: string | null
  link: string
}

/** Of a frame that hears nothing: enough for a State, and for a card. In CSS pixels. */
const HEIGHTS = { timeline: 640, measure: 360 }

/** From the path on. */
export function frameAddress({ measure, query, theme }: EmbedChoice): string {
  const path = measure === null ? '/embed/timeline' : `/embed/measure/${encodeURIComponent(measure)}`
  return addressWith({ path, query }, theme === 'auto' ? {} : { theme })
}

export const frameHeight = ({ measure, height }: EmbedChoice): number =>
  height ?? HEIGHTS[measure === null ? 'timeline' : 'measure']

/** What opens from the frame is a page like any other, not shut in as the frame is. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

export function snippetsOf(embed: EmbedChoice): Snippets {
  const { measure, query, title, site, height } = embed
  const path = measure === null ? '/' : `/measures/${encodeURIComponent(measure)}`
  const link = site + addressWith({ path, query }, {})
  const resize = height === null ? `\n${script(`${site}/embed/resize.js`)}` : ''
  return {
    frame: `${tag('iframe', {
      src: site + frameAddress(embed),
      title,
      width: '100%',
      height: String(frameHeight(embed)),
      sandbox: SANDBOX,
      loading: 'lazy',
      frameborder: '0',
      ...(height === null ? {} : { 'data-fixed': '' }),
    })}</iframe>${resize}`,
    element:
      measure === null
        ? `${script(`${site}/embed/threat-line.js`)}\n${tag('threat-line', attributes(embed))}</threat-line>`
        : null,
    link: `${tag('a', { href: link })}${escapeHtml(title)}</a>`,
  }
}

/** The element's own names: a day's is written as attributes are. */
function attributes({ query, theme, height }: EmbedChoice): Record<string, string> {
  const { asOf, open: _, ...rest } = query
  return {
    ...rest,
    ...(asOf ? { 'as-of': asOf } : {}),
    ...(theme === 'auto' ? {} : { theme }),
    ...(height === null ? {} : { height: String(height) }),
  }
}

const script = (src: string): string => `${tag('script', { type: 'module', src })}</script>`

const tag = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeHtml(value)}"`)].join(' ')}>`
