/** For whoever is handed the folder. */
import { sayDay } from '../../web/timeline/words.ts'
import { addressOf, type Fixed } from './addresses.ts'
import type { Sites } from './contents.ts'

export function readMe({ version, asOf, filter }: Fixed, { site, live }: Sites): string {
  const choice = addressOf('', filter).slice(1)
  return `Threatline: a copy in files

Version ${version} of the record, as of ${sayDay(asOf)}. Nothing in it changes: statuses, replies and counts are those of that day.
${choice ? `Only what this choice shows: ${choice}\n` : ''}
Look at it
  Open index.html in a browser. Nothing has to be installed, and nothing is asked of the network.

Put it on a web host
  Upload the whole folder, into whatever folder of the host. No program, no setting and no database is needed.
  ${sayAddresses(site, live)}
  A page of yours holds the timeline in a frame, which the script makes as high as it has to be:
    <iframe src="embed/timeline/index.html" title="Timeline" width="100%" height="640"></iframe>
    <script type="module" src="embed/resize.js"></script>
  embed/threat-line.js is the element alone, for <threat-line src="api/timeline.json">; its links lead to pages only where this folder
  is the root of the host. For pages on other hosts, let yours send "Access-Control-Allow-Origin: *" with embed/ and api/.
${live ? `\nFilters, other days and citations lead to ${live}\n` : ''}
What is in it
  index.html and the folders with pages  the site
  api/             the same as data: JSON, CSV, TimelineJS, figures (SVG, PNG)${site ? ', feeds (Atom, JSON Feed), calendars (iCalendar)' : ''}
  dossier.json, dossier.yaml             the records, in the format in which they are edited
  embed/           for frames and pages of others
  assets/          style and script
  manifest.json    version, day, choice, and each file with size, media type and SHA-256
  SHA256SUMS       the same checksums: sha256sum -c SHA256SUMS

The same version, day and choice give the same bytes, whoever makes the copy. What had to be erased to protect a person, after this
copy was made, is still in it: make it anew from time to time, and replace what you uploaded.

Licence of the record: CC BY 4.0 (LICENSE.txt). Of the scripts and the style: MIT (LICENSE-CODE.txt).
`
}

function sayAddresses(site: string | null, live: string | null): string {
  if (site) return `Addresses in feeds, tables and previews say that it is read at ${site}`
  const where = live ? `those of ${live}` : 'paths in this folder'
  return `Nobody said where it is read (--site): there are no feeds, calendars and site map, and addresses in tables are ${where}.`
}
