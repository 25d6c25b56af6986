import { afterEach, expect, it, vi } from 'vitest'
import { CopyButton } from '../../web/elements/copy-button.ts'

customElements.define('copy-button', CopyButton)

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function button(clipboard: Pick<Clipboard, 'writeText'>) {
  vi.stubGlobal('navigator', { clipboard })
  document.body.innerHTML = '<pre id="text">@misc{a,\n}</pre><copy-button of="text" what="BibTeX"></copy-button>'
  const element = document.querySelector('copy-button') as CopyButton
  await element.updateComplete
  element.shadowRoot?.querySelector('button')?.click()
  return element.shadowRoot?.querySelector('[role=status]')
}

it('copies the text of the element that it names, line by line, and says what it copied', async () => {
  const writeText = vi.fn(async () => {})
  const status = await button({ writeText })
  await vi.waitFor(() => expect(status?.textContent).toBe('BibTeX copied.'))
  expect(writeText).toHaveBeenCalledExactlyOnceWith('@misc{a,\n}')
})

it('says what to do where the browser does not let it', async () => {
  const status = await button({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) })
  await vi.waitFor(() => expect(status?.textContent).toContain('select the text'))
})

it('says so too where there is no clipboard, as on a page without TLS', async () => {
  const status = await button(undefined as unknown as Clipboard)
  await vi.waitFor(() => expect(status?.textContent).toContain('select the text'))
})
