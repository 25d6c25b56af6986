import { beforeAll, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { ThreatLine } from '../../web/elements/threat-line.ts'
import { kyrgyzView } from '../../web/gallery/timeline.examples.ts'

const refused: string[] = []

/** The pages' own policy on styles, from here on in this document. */
beforeAll(async () => {
  await page.viewport(1280, 900)
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "style-src 'self'"
  document.head.append(policy)
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective))
  customElements.define('threat-line', ThreatLine)
})

it('the policy of the pages refuses a style attribute', async () => {
  const bold = document.createElement('p')
  document.body.append(bold)
  bold.setAttribute('style', 'font-weight: 900')
  await vi.waitFor(() => expect(refused).toEqual(['style-src-attr']))
  expect(getComputedStyle(bold).fontWeight).toBe('400')
  refused.length = 0
})

it('everything stands at its place under that policy, and nothing is refused', async () => {
  const element = document.createElement('threat-line')
  element.data = kyrgyzView()
  document.body.append(element)
  const shadow = await vi.waitFor(() => {
    if (!element.shadowRoot?.querySelector('canvas')) throw new Error('It is not drawn yet')
    return element.shadowRoot
  }, 5000)
  await element.open('step:foreign-representatives/s4')
  element.range = { from: '2020-01-01', until: '2022-12-31' }
  await element.updateComplete
  const tops = [...shadow.querySelectorAll('.lane-title')].map((title) => title.getBoundingClientRect().top)
  expect(tops).toHaveLength(kyrgyzView().lanes.length)
  expect(tops.every((top, i) => i === 0 || top > (tops[i - 1] ?? 0) + 40)).toBe(true)
  expect(getComputedStyle(shadow.querySelector('.tools') as HTMLElement).display).toBe('flex')
  expect(refused).toEqual([])
})
