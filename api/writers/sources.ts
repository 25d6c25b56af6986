import { citedSources } from '../facts.ts'
import { joined } from './csv.ts'
import type { TwinContext } from './twins.ts'

/** The addresses of all sources that an item cites; a withheld one is said to be so. */
export function sourceAddresses(item: object, { sources }: TwinContext): string {
  return joined(
    citedSources(item).map((slug) => {
      const source = sources.get(slug)
      return source?.addressWithheld ? '[address withheld]' : source?.address
    }),
  )
}
