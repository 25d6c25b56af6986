import { countOf } from '../../web/pages/layout.ts'
import { sayDay } from '../../web/timeline/words.ts'
import { permalinkOf } from '../addresses.ts'
import { LICENCE_ADDRESS, type ResolvedMoment, type Service } from '../service.ts'

interface Told {
  service: Pick<Service, 'address'>
  moment: ResolvedMoment
  search: string
  /** `isWhole`: with what is about none of the measures. */
  counts: { measures: number; letters: number; events: number; isWhole: boolean }
  files: readonly { name: string; says: string }[]
}

/** Parameters that choose no records. */
const MOMENT = ['version', 'asOf']

/** What somebody needs who finds the files years later. */
export function writeReadMe({ service, moment, search, counts, files }: Told): string {
  const { version, asOf } = moment
  const chosen = [...new URLSearchParams(search)].filter(([name]) => !MOMENT.includes(name))
  const width = Math.max(...files.map(({ name }) => name.length)) + 2
  const line = (name: string, says: string) => `${name.padEnd(width)}${says}`
  return `Threatline: laws that threaten rights, and the letters about them

What was chosen   ${chosen.map(([name, value]) => `${name}=${value}`).join(', ') || 'everything on record'}
Held              ${countOf(counts.measures, 'measure')}; ${countOf(counts.letters, 'letter or other text', 'letters and other texts')}; ${countOf(counts.events, 'event')}${counts.isWhole ? '' : ' (only those about these measures)'}
Version           ${version} of the record
Day               ${sayDay(asOf)} (${asOf}): statuses are told as of its end
Licence           CC BY 4.0, ${LICENCE_ADDRESS} Quotations belong to their authors.
The same again    ${permalinkOf(service.address, new URL(`/api/measures.zip${search}`, service.address), moment)}

FILES

${files.map(({ name, says }) => line(name, says)).join('\n')}
${line('SHA256SUMS', 'digests of all files; "sha256sum -c SHA256SUMS" checks them')}

All are in UTF-8. In the tables a cell that a spreadsheet would take for a formula begins with an apostrophe, and an empty cell is
something that is not known.

DATES

A date stands as the source has it, in EDTF (ISO 8601-2): 2021-07 is some day in that month, [2021-06-26..2021-07-07] one day between
the two, 2014-10-07? was worked out by us. "Earliest" and "latest" are the first and the last day that it can mean; an empty one is
not known. JSON-LD has no place for doubt, so that there a date that is not certain to the day is left out.

HOW SURE

Every fact names its sources, each with one of four words:

stated      the source is the body itself, or an official text or record that says so
reported    a source reports it: press, an organisation's page, a secondary account
alleged     the source itself presents it as an allegation; call it alleged too
inferred    worked out by us from what the source does say

Where sources disagree, one account is followed, and the page of the measure shows all with the reason.
Rules in full: ${service.address}/methodology
`
}
