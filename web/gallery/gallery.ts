/** The dev page of `npm run gallery`: every named situation of the timeline, as the element draws it. */
import '../styles/main.css'
import { ThreatLine } from '../elements/threat-line.ts'
import { TIMELINE_EXAMPLES } from './timeline.examples.ts'

customElements.define('threat-line', ThreatLine)

const chosen = new URLSearchParams(location.search).get('example')
const main = document.querySelector('main')
const nav = document.querySelector('nav')
for (const { name } of TIMELINE_EXAMPLES) {
  const link = document.createElement('a')
  Object.assign(link, { href: `?example=${name}`, textContent: name })
  nav?.append(link, ' ')
}
// Ten thousand measures take a second to build: only what is asked for by name is.
for (const { name, shows, view, direction } of TIMELINE_EXAMPLES.filter((example) =>
  chosen ? example.name === chosen : example.name !== 'ten-thousand',
)) {
  const section = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = name
  const note = document.createElement('p')
  note.textContent = shows
  const timeline = document.createElement('threat-line')
  timeline.dir = direction ?? 'ltr'
  timeline.data = view()
  section.append(heading, note, timeline)
  main?.append(section)
}
