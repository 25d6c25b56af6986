/** WCAG 2.2 A and AA as far as a machine can tell, in every dress that a page can wear; and HTML that is as the standard has it. */
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { BrowserContextOptions, Page } from 'playwright'
import { expect, test } from 'vitest'
import { inkOfLines, timeline, untilInteractive } from '../support/first-page.ts'
import { HOME, NOWHERE, visits } from '../support/visits.ts'

const visit = visits()

const PAGES = {
  'the first page': '/',
  'the timeline of a State': HOME,
  'the families': '/families',
  'the page of a family': '/families/ngo-control',
  'the page of a measure': '/measures/foreign-representatives-law-2022-2024',
  'the page of a letter': '/communications/al-kgz-2-2021',
  'the ledger of letters': '/letters',
  'the open questions to a State': '/letters/questions?jurisdiction=KG',
  'the matrix of rights': '/rights',
  'the page of a right': '/rights/association',
  'the States': '/jurisdictions',
  'the page of a State': '/jurisdictions/KG',
  'the page of an event': '/events/break-in-attempt-2021-04-16',
  'a citation': '/cite?of=/measures/foreign-representatives-law-2022-2024',
  'the card of a measure': '/embed/measure/foreign-representatives-law-2022-2024',
  'the timeline in a frame': '/embed/timeline?jurisdiction=KG',
  'the sources': '/sources',
  'the page of a source': '/sources/al-kgz-2-2021',
  'the versions': '/versions',
  'the page of a version': '/versions/1',
  'the methodology': '/methodology',
  'the rules for submissions': '/rule-packs',
  'the rules of one mechanism': '/rule-packs/upr-stakeholder-cycle-4',
  'the workspace for submissions': '/submissions/new',
  'the glossary': '/glossary',
  'the page about the site': '/about',
  'where embeds are made': '/embeds?jurisdiction=KG',
  'where the card of a measure is made': '/embeds?measure=foreign-representatives-law-2022-2024&version=1',
  'the form for corrections': '/correct',
  'a page that says what is not there': NOWHERE,
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Dress = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors'>
const DRESSES: Record<string, Dress> = {
  'light colours': { colorScheme: 'light' },
  'dark colours': { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
}

const WIDTHS = [1280, 360]

/** What stands against the page, a line each: rule, place, and what axe says of it. */
async function violations(page: Page, { forcedColors }: Dress = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(WCAG)
    // One frame, one document: no second page is needed to put results together, and it is twice as fast.
    .setLegacyMode()
  // Forced colours are the visitor's own; axe takes the page's text colours, which nobody sees there, against their ground.
  if (forcedColors) axe.disableRules('color-contrast')
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What is folded away is a part of the page too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })

for (const [name, address] of Object.entries(PAGES))
  for (const [dress, options] of Object.entries(DRESSES))
    test(`${name} has no barrier that axe knows, in ${dress}, wide and narrow`, async () => {
      const page = await visit(address, options)
      if (address.startsWith('/?') || address === '/') await untilInteractive(page)
      await unfold(page)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        expect(await violations(page, options), `${width} pixels wide`).toEqual([])
      }
    })

test('the details of an item have no barrier that axe knows', async () => {
  const page = await visit(`${HOME}&family=ngo-control`)
  await untilInteractive(page)
  await timeline(page).locator('.items button').first().press('Enter')
  await timeline(page).locator('#details-title').waitFor()
  expect(await violations(page)).toEqual([])
})

test('each view of the workspace has no barrier that axe knows, wide and narrow, and fits a small screen', async () => {
  for (const options of Object.values(DRESSES)) {
    const page = await visit('/submissions/new', options)
    const holds = async (view: string) => {
      await unfold(page)
      for (const width of [...WIDTHS, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await violations(page, options), `${view}, ${width} pixels wide`).toEqual([])
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, `${view}, ${width} pixels wide`).toBe(0)
      }
    }
    await page.getByLabel('State', { exact: true }).selectOption('KG')
    await page.getByLabel('Freedom of association').check()
    await holds('the beginning')
    await page.getByRole('button', { name: 'Show what the record holds' }).click()
    await page.getByRole('button', { name: 'Make the outline' }).waitFor()
    await holds('the choice')
    await page.getByRole('button', { name: 'Make the outline' }).click()
    await page.getByLabel('Your text: Recommendations').fill('Ms. Examplova asked for it.')
    await page.getByText('May be names of persons').waitFor()
    await holds('the draft')
    await page.getByRole('button', { name: 'All drafts' }).click()
    await page.getByRole('heading', { name: 'Drafts in this browser' }).waitFor()
    await holds('the list of drafts')
  }
})

test('the drawing that the server makes has no barrier that axe knows', async () => {
  const page = await visit('about:blank')
  // As if no script ran: axe, which is one, can still be put into the page.
  await page.route('/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.goto(`${HOME}&family=ngo-control`)
  await page.locator('figure.drawing svg').waitFor()
  expect(await violations(page)).toEqual([])
})

/** For each lane, the share of the width that its longest line of ink takes, but for the lines between lanes. */
async function ink(page: Page): Promise<number[]> {
  const rows = await timeline(page).evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('.lane-title') ?? [])].map((title) => {
      const { top, height } = title.getBoundingClientRect()
      const offset = element.shadowRoot?.querySelector('canvas')?.getBoundingClientRect().top ?? 0
      return { from: Math.round(top - offset), to: Math.round(top - offset + 2 * height) }
    }),
  )
  const lines = await inkOfLines(page)
  return rows.map(({ from, to }) => Math.max(...lines.slice(from, to).filter((share) => share < 0.9)))
}

test('in forced colours every bar is drawn that is drawn in others', async () => {
  const [seen = [], forced = []] = await Promise.all(
    ['light colours', 'forced colours'].map(async (dress) => {
      const page = await visit(`${HOME}&family=ngo-control`, DRESSES[dress])
      await untilInteractive(page)
      return ink(page)
    }),
  )
  expect(seen.length).toBeGreaterThan(3)
  // Steps are holes in a bar where all has one colour.
  const lost = seen.flatMap((share, lane) => ((forced[lane] ?? 0) < 0.75 * share ? [lane] : []))
  expect(lost, `${seen} of the width in light, ${forced} in forced colours`).toEqual([])
})

/** Off only where a rule is about how HTML is written, not about what it says. */
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The templates are laid out for those who read the templates.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // A button in a form sends it, as the standard has it; the pages have no other buttons.
    'no-implicit-button-type': 'off',
    // The name of a law is as long as it is.
    'long-title': 'off',
    // ARIA 1.2 lets lists have a name; the rule's own list is shorter.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

test('every page is HTML as the standard has it', async () => {
  for (const [name, address] of Object.entries(PAGES)) {
    const page = await visit('about:blank')
    const answer = await page.request.get(address, { headers: { Accept: 'text/html' } })
    const { results } = await html.validateString(await answer.text())
    const told = results.flatMap(({ messages }) => messages)
    expect(
      told.map(({ ruleId, message, line }) => `${ruleId} in line ${line}: ${message}`),
      name,
    ).toEqual([])
  }
})
