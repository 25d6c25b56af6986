/** Before the tests in a browser: sees that there is one. */
import { chromiumPath } from './chromium.ts'

export default function setup(): void {
  chromiumPath()
}
