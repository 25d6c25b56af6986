import { z } from 'zod'
import { MomentRequest, parse } from '../parse.ts'
import { badRequest } from '../problem.ts'

export const CITATION_FORMS = ['text', 'bibtex', 'ris', 'csl'] as const
export type CitationForm = (typeof CITATION_FORMS)[number]

const Of = z.string().min(1).max(2000).meta({
  description: 'An address of this site, from its path on, such as `/measures/SLUG?asOf=2021-07-15#step-KEY`',
})

export const CiteRequest = z.strictObject({
  of: Of,
  format: z.enum(CITATION_FORMS).optional().meta({ description: 'One form as it is; without it, all of them in JSON' }),
})
export const CitePageRequest = z.strictObject({ of: Of })

const Moment = z.strictObject(MomentRequest)

/** The address, and the day and version that it names. Throws a 400 for what is no address of this site. */
export function readAddress(of: string): { address: URL; version?: number | undefined; asOf?: string | undefined } {
  const refused = badRequest([
    { field: 'of', message: 'is no address of this site.', remedy: 'Write a path, such as /measures/SLUG.' },
  ])
  // A second slash or a backslash would name another host.
  if (!/^\/(?![/\\])/.test(of)) throw refused
  const base = 'http://site.invalid'
  const address = URL.canParse(of, base) ? new URL(of, base) : null
  if (address?.origin !== base) throw refused
  const given = ['version', 'asOf'].flatMap((name) => {
    const value = address.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  return { address, ...parse(Moment, Object.fromEntries(given)) }
}
