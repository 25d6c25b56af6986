/** The one script of the pages: makes the server's timeline interactive. Without it the pages are complete. */
import './styles/main.css'
import { ThreatLine } from './elements/threat-line.ts'
import { keepAddress } from './elements/threat-line-address.ts'

customElements.define('threat-line', ThreatLine)
for (const timeline of document.querySelectorAll('threat-line')) keepAddress(timeline)
