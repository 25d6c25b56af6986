/** A page's template into its text. */
import { render, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'

/**
 * Lit closes a template that ends with an expression with this, for its own work in a browser. HTML knows no such tag;
 * text never holds it, because there `<` is escaped.
 */
const END_MARK = '<?>'

/** The whole document. Everything in a template's expressions is escaped, except where `unsafeHTML` says otherwise. */
export async function renderPage(template: ServerRenderedTemplate): Promise<string> {
  return (await collectResult(render(template))).replaceAll(END_MARK, '')
}
