/** The one script of the pages: makes the server's timeline interactive. Without it the pages are complete. */
import './embed/resize.ts'
import './styles/main.css'
import { CopyButton } from './elements/copy-button.ts'
import { ThreatLine } from './elements/threat-line.ts'
import { keepAddress } from './elements/threat-line-address.ts'

customElements.define('copy-button', CopyButton)
customElements.define('threat-line', ThreatLine)
for (const timeline of document.querySelectorAll('threat-line')) keepAddress(timeline)
