/** The script of a copy in files, in a page as such a copy has it. */
import { beforeAll, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { ThreatLine } from '../../web/elements/threat-line.ts'
import { buildMeasure, buildView, letter } from '../../web/gallery/build-view.ts'

const view = buildView({
  lanes: [buildMeasure({ slug: 'bill', title: 'Example bill', steps: [['2020-01-15', 'introduced']] }).lane],
  letters: [letter('al-1', '2020-02-01', { state: 'not_known' }, { measures: ['bill', 'other'] })],
})

beforeAll(async () => {
  await page.viewport(1280, 900)
  const data = JSON.stringify(view).replaceAll('<', '\\u003c')
  document.body.innerHTML = `<threat-line data-root="../../"><script type="application/json">${data}</script></threat-line>`
  await import('../../web/copy.ts')
})

it('draws the data of the page, asks nobody, and leads to the files of records that the copy has', async () => {
  const ask = vi.spyOn(window, 'fetch')
  const element = document.querySelector('threat-line') as ThreatLine
  const inside = element.shadowRoot as ShadowRoot
  await vi.waitFor(() => expect(inside.querySelector('.lane-title a')).toBeTruthy(), 5000)
  expect(inside.querySelector('.lane-title a')?.getAttribute('href')).toBe('../../measures/bill/index.html')
  await element.open('letter:al-1')
  const links = [...inside.querySelectorAll('.details a')].map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toEqual([
    ['Example bill', '../../measures/bill/index.html'],
    // The copy has no page of it.
    ['other', null],
    [expect.stringContaining('All of'), '../../communications/al-1/index.html'],
    ...links.slice(3),
  ])
  element.asOf = '2020-01-20'
  await vi.waitFor(() => expect(inside.querySelector('.tools .counts')?.textContent).toContain('20 January 2020'))
  expect(inside.querySelector('.lane-title a')?.getAttribute('href')).toBe('../../measures/bill/index.html')
  expect(ask).not.toHaveBeenCalled()
})
