/** A real browser for end-to-end tests. */
import { type Browser, chromium } from 'playwright'
import { chromiumArgs, chromiumPath } from './chromium.ts'

/** Starts a headless Chromium; the caller closes it. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs(), ...args] })
}
