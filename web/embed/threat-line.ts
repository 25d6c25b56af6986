/**
 * The one file that others include: `<script type="module" src="…/embed/threat-line.js">` makes `<threat-line>` known. In our own
 * frames it also tells the height, and notes what came after a frozen embed.
 */
import '../styles/embed.css'
import { ThreatLine } from '../elements/threat-line.ts'
import { tellHeight } from './height.ts'
import { noteNewer } from './newer.ts'

// The record of the site that this file is from; without the sources, which are asked for when somebody wants to see them.
const here = import.meta.url
ThreatLine.home = new URL('../api/timeline?without=sources', here).href

// A page may include it twice, or hold another version of it already.
if (!customElements.get('threat-line')) customElements.define('threat-line', ThreatLine)

// A class could be anybody's; this name is ours.
if (document.body?.hasAttribute('data-threatline-embed')) {
  tellHeight()
  void noteNewer(document.body)
}
