/** oEmbed 1.0 (oembed.com): from the address of a page of this site to what another site may set into its own. */
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { SANDBOX } from '../../web/pages/embed-snippets.ts'
import { escapeHtml } from '../../web/pages/escape.ts'
import { answerJsonToAnybody } from '../answer.ts'
import { findCited } from '../cite/find.ts'
import { readAddress } from '../cite/request.ts'
import { parse, wholeNumber } from '../parse.ts'
import { ApiError, badRequest, noSuchAddress } from '../problem.ts'
import { resolveMoment, type Service } from '../service.ts'

const pixels = wholeNumber(1, 100_000).optional()

export const OEmbedRequest = z.strictObject({
  url: z.string().min(1).max(2000).meta({ description: 'Address of a timeline, a measure, or an embed of either' }),
  maxwidth: pixels,
  maxheight: pixels,
  format: z.string().optional().meta({ description: '`json`; without it too' }),
})

/** Sizes in CSS pixels, for hosts that hear no message: wide enough for labels, high enough for a State. */
const SIZES = { timeline: { width: 720, height: 640 }, measure: { width: 480, height: 360 } }

const notImplemented = () =>
  new ApiError(501, 'format-not-offered', 'Not offered', 'oEmbed is answered in JSON here; ask with format=json.')

/** The frame that shows the same as the page; null for pages that have none. */
export function embedOf({ pathname, search }: URL): { kind: keyof typeof SIZES; path: string } | null {
  if (pathname === '/' || pathname === '/embed/timeline') return { kind: 'timeline', path: `/embed/timeline${search}` }
  const [, slug] = /^\/(?:measures|embed\/measure)\/([^/]+)$/.exec(pathname) ?? []
  return slug === undefined ? null : { kind: 'measure', path: `/embed/measure/${slug}${search}` }
}

/** An address of this site in full, as others link to it. Throws a 400 for any other. */
function pathOf(url: string, site: string): string {
  if (url !== site && !url.startsWith(`${site}/`))
    throw badRequest([
      { field: 'url', message: 'is no address of this site.', remedy: `Write one that begins with ${site}/.` },
    ])
  return url.slice(site.length) || '/'
}

export function oEmbed(service: Service): RequestHandler {
  return async (req, res) => {
    // Every site may read, also why something was refused.
    res.set('Access-Control-Allow-Origin', '*')
    const { url, maxwidth, maxheight, format = 'json' } = parse(OEmbedRequest, req.query)
    if (format !== 'json') throw notImplemented()
    const { address, ...asked } = readAddress(pathOf(url, service.address))
    const embed = embedOf(address)
    if (!embed) throw noSuchAddress(address.pathname)
    const moment = await resolveMoment(service, asked)
    await answerJsonToAnybody(req, res, service, moment, async () => {
      const page = new URL(address)
      page.searchParams.delete('theme')
      page.pathname = embed.kind === 'timeline' ? '/' : `/measures/${embed.path.split(/[/?]/)[3]}`
      const { title, says } = await findCited(service, page, moment)
      const width = Math.min(SIZES[embed.kind].width, maxwidth ?? Number.POSITIVE_INFINITY)
      const height = Math.min(SIZES[embed.kind].height, maxheight ?? Number.POSITIVE_INFINITY)
      const link = service.address + page.pathname + page.search
      const frame = service.address + embed.path
      return {
        version: '1.0',
        type: 'rich',
        title,
        provider_name: 'Threatline',
        provider_url: `${service.address}/`,
        cache_age: 300,
        width,
        height,
        html:
          `<blockquote><a href="${escapeHtml(link)}">${escapeHtml(title)}</a>${says ? ` ${escapeHtml(says)}` : ''}</blockquote>` +
          `<iframe src="${escapeHtml(frame)}" width="${width}" height="${height}" title="${escapeHtml(title)}" ` +
          `sandbox="${SANDBOX}" loading="lazy" frameborder="0"></iframe>`,
      }
    })
  }
}
