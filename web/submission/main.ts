/** The script of the workspace's page alone. */
import '../styles/workspace.css'
import { TlSubmission } from './tl-submission.ts'

customElements.define('tl-submission', TlSubmission)
