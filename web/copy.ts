/** The one script of a copy of the site in files: a classic one, because no module loads from a file. It asks nobody for anything. */
import { ThreatLine } from './elements/threat-line.ts'
import { tellHeight } from './embed/height.ts'

customElements.define('threat-line', ThreatLine)

for (const timeline of document.querySelectorAll('threat-line')) {
  const data = JSON.parse(timeline.querySelector('script')?.textContent ?? 'null') as ThreatLine['data']
  if (!data) continue
  const { root = '' } = timeline.dataset
  const pages = new Set([
    ...data.lanes.map(({ slug }) => `/measures/${slug}`),
    ...data.letters.map(({ slug }) => `/communications/${slug}`),
  ])
  timeline.pageOf = (path) => (pages.has(path) ? `${root}${path.slice(1)}/index.html` : null)
  timeline.data = data
}

if (document.body.hasAttribute('data-threatline-embed')) tellHeight()
