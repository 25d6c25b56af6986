/**
 * JSON-LD 1.1 of what web/pages/structured.ts says of records. The file is a named graph: its name is the permalink, and licence,
 * version and day are said of it, not of the laws in it.
 */
import { permalinkOf } from '../addresses.ts'
import { canonicalUrl } from '../answer.ts'
import { LICENCE_ADDRESS, type ResolvedMoment } from '../service.ts'

export const JSON_LD_TYPE = 'application/ld+json; charset=utf-8'

interface Graph {
  title: string
  /** Path and query as asked for. */
  address: string
  site: string
  moment: ResolvedMoment
}

export function writeJsonLd({ title, address, site, moment }: Graph, nodes: readonly object[]): string {
  const permalink = permalinkOf(site, new URL(canonicalUrl(address), site), moment)
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@id': permalink,
    '@type': 'Dataset',
    name: `Threatline: ${title}`,
    license: LICENCE_ADDRESS,
    version: String(moment.version),
    isPartOf: { '@type': 'Dataset', '@id': `${site}/`, name: 'Threatline' },
    '@graph': nodes,
  })
}
