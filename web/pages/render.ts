/** A page's template into its text. */
import { render, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'

/** The whole document. Everything in a template's expressions is escaped, except where `unsafeHTML` says otherwise. */
export function renderPage(template: ServerRenderedTemplate): Promise<string> {
  return collectResult(render(template))
}
