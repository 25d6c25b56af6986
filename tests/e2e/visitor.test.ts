/** A visitor with script: finds a law, sees why it has its status, goes to another day, narrows the view, uses the keyboard. */
import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { inject, test } from 'vitest'
import {
  axis,
  card,
  cards,
  counts,
  day,
  inkOfLines,
  laneTitles,
  letters,
  lines,
  rights,
  timeline,
  toolCounts,
  untilInteractive,
  whatItSays,
} from '../support/first-page.ts'
import { HOME, visits } from '../support/visits.ts'

const visit = visits()

/** The item of the timeline that the keyboard is at. */
const itemInFocus = (page: Page) => timeline(page).locator('.items button:focus')

test('a visitor finds the foreign-representatives law on the timeline and sees why it is in force', async () => {
  const page = await visit(HOME)
  await untilInteractive(page)
  expect(Math.max(...(await inkOfLines(page)))).toBeGreaterThan(0.5)
  await laneTitles(page).filter({ hasText: '“Foreign representatives” law' }).click()
  await expect(page).toHaveURL('/measures/foreign-representatives-law-2022-2024')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('“Foreign representatives” law')

  const status = page.getByRole('region', { name: 'Status', exact: true })
  await expect(status.locator('.status')).toHaveText('In force')
  await expect(status).toContainText('In force at the latest since 9 September 2024.')
  await expect(status).toContainText('Rule S7: A source shows that the measure is applied as law')
  await expect(status).toContainText('between 2 April and 9 September 2024')

  await status.getByRole('link', { name: 'Shown to be in force by rules under it' }).click()
  const step = page.locator('.steps > li:target')
  await expect(step).toBeInViewport()
  await expect(step.getByRole('heading')).toContainText('Shown to be in force by rules under it')
  await expect(step.locator('.when')).toHaveText('between 2 April and 9 September 2024')
})

test('the figure beside a fact leads to the source of that number, which is the one on record for it', async () => {
  const address = '/measures/foreign-representatives-law-2022-2024'
  const { status, steps, sources } = await (await fetch(`${inject('serverUrl')}/api${address}`)).json()
  const basis = steps.find(({ key }: { key: string }) => key === status.basis.step)
  const onRecord = sources.find(({ slug }: { slug: string }) => slug === basis.cites[0].source)

  const page = await visit(address)
  const figure = page.getByRole('region', { name: 'Status', exact: true }).locator('.cites a').first()
  const number = Number(await figure.innerText())
  await figure.click()
  const source = page.locator(`.sources > ol > li:nth-child(${number}):target`)
  await expect(source).toBeInViewport()
  await expect(source.locator('cite')).toHaveText(`${onRecord.publisher}: ${onRecord.title}`)
  await expect(source.locator('cite a')).toHaveAttribute('href', onRecord.address)
  expect(onRecord.address).toMatch(/^https?:/)
})

test('moved to 15 July 2021, address, counts, list, letters and timeline speak of that day, also after a reload', async () => {
  const page = await visit(HOME)
  await untilInteractive(page)
  await expect(card(page, 'foreign-representatives-law-2022-2024').locator('.status')).toHaveText('In force')
  await day(page).fill('2021-07-15')

  await expect(page).toHaveURL('/?jurisdiction=KG&asOf=2021-07-15')
  await expect(counts(page)).toContainText('6 letters: 2 answered, 3 without reply, 1 not known')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  await expect(toolCounts(page)).toContainText('15 July 2021: 1 in force')
  await expect(timeline(page).locator('.word.flag')).toContainText('15 July 2021')

  const law = card(page, 'foreign-representatives-law-2022-2024')
  await expect(law).toContainText('Begins later: November 2022.')
  await expect(law.getByRole('link', { name: '“Foreign representatives” law' })).toHaveAttribute(
    'href',
    /\?asOf=2021-07-15$/,
  )
  await expect(card(page, 'manipulating-information-2020-2021')).toContainText('In procedure since 31 May 2021.')
  await expect(card(page, 'constitution-2021')).toContainText('In force since 5 May 2021.')

  const sentByThen = letters(page).filter({ hasNotText: 'after the day shown' })
  await expect(sentByThen.locator('.reply')).toHaveText([
    ...['replied', 'replied'],
    ...['no reply', 'no reply', 'no reply'],
    'reply not known',
  ])
  await expect(sentByThen.last()).toContainText('Reply due by 13 September 2021. Whether a reply came is not known.')

  const before = await whatItSays(page)
  await page.reload()
  await untilInteractive(page)
  await expect.poll(() => whatItSays(page)).toEqual(before)
})

test('in the list, what came after the day shown is marked, step by step', async () => {
  const page = await visit('/?jurisdiction=KG&asOf=2021-07-15')
  const steps = (slug: string) => card(page, slug).locator('.steps > li')
  const marked = { hasText: 'after the day shown' }
  await expect(steps('foreign-representatives-law-2022-2024').filter({ hasNotText: marked.hasText })).toHaveCount(0)
  await expect(steps('foreign-agents-bill-2013-2016').filter(marked)).toHaveCount(0)
  await expect(steps('manipulating-information-2020-2021').filter(marked).first()).toContainText('28 July 2021')
})

test('the browser’s way back returns from another day to today, and its way forward to that day', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control')
  await untilInteractive(page)
  const today = await whatItSays(page)
  await day(page).fill('2021-07-15')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  const then = await whatItSays(page)
  expect(then.counts).not.toBe(today.counts)

  await page.goBack()
  await expect.poll(() => whatItSays(page)).toEqual(today)
  await page.goForward()
  await expect.poll(() => whatItSays(page)).toEqual(then)

  await page.reload()
  await untilInteractive(page)
  await page.goBack()
  await expect.poll(() => whatItSays(page)).toEqual(today)
})

test('the button Today leads back from another day, and keeps the choice of measures', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control&asOf=2021-07-15')
  await untilInteractive(page)
  await timeline(page).getByRole('button', { name: 'Today' }).click()
  await expect(page).toHaveURL('/?jurisdiction=KG&family=ngo-control')
  await expect(card(page, 'foreign-representatives-law-2022-2024').locator('.status')).toHaveText('In force')
  await expect(counts(page)).not.toContainText('as of 15 July 2021')
})

test('a right chosen by its chip narrows timeline, list and counts, and keeps the day', async () => {
  const page = await visit(HOME)
  await untilInteractive(page)
  const all = await cards(page).count()
  await day(page).fill('2021-07-15')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  await rights(page).getByRole('link', { name: 'Assembly' }).click()

  await expect(page).toHaveURL('/?jurisdiction=KG&right=assembly&asOf=2021-07-15')
  await untilInteractive(page)
  await expect(page.locator('.chip[aria-current]')).toHaveText(/^Assembly/)
  const narrowed = await cards(page).count()
  expect(narrowed).toBeGreaterThan(0)
  expect(narrowed).toBeLessThan(all)
  await expect(cards(page).locator('.squares').filter({ hasText: 'Assembly' })).toHaveCount(narrowed)
  await expect(laneTitles(page)).toHaveCount(narrowed)
  const begun = await cards(page).filter({ hasNotText: 'Begins later' }).count()
  expect(begun).toBeLessThan(narrowed)
  await expect(counts(page)).toContainText(
    new RegExp(`^${begun} measures .* as of 15 July 2021 \\(${narrowed - begun} more measures? .*came later\\)$`),
  )
})

test('kind, status and family are chosen in one form; the address is the view, for others too, and can be cleared', async () => {
  const page = await visit('/?jurisdiction=KG&asOf=2024-12-31')
  await untilInteractive(page)
  await page.locator('select[name=kind]').selectOption('Law')
  await page.locator('select[name=status]').selectOption('In force')
  await page.locator('select[name=family]').selectOption('ngo-control')
  await page.getByRole('button', { name: 'Show', exact: true }).click()

  await expect(page).toHaveURL((url) => {
    const { kind, status, family, asOf } = Object.fromEntries(url.searchParams)
    return kind === 'law' && status === 'in_force' && family === 'ngo-control' && asOf === '2024-12-31'
  })
  await untilInteractive(page)
  await expect(cards(page).getByRole('heading', { level: 3 })).toHaveText(['“Foreign representatives” law'])
  await expect(laneTitles(page)).toHaveText(['“Foreign representatives” law'])
  await expect(counts(page)).toContainText('1 measure · 1 in force')
  const view = await whatItSays(page)

  const other = await visit(page.url())
  await untilInteractive(other)
  await expect.poll(() => whatItSays(other)).toEqual(view)
  await expect(other.locator('select[name=kind]')).toHaveValue('law')
  await expect(other.locator('select[name=status]')).toHaveValue('in_force')
  await expect(other.locator('select[name=family]')).toHaveValue('ngo-control')

  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page).toHaveURL('/?asOf=2024-12-31')
  await expect(counts(page)).toContainText(/^\d+ measures · .* as of 31 December 2024 \(.* came later\)$/)
  await expect(lines(page)).not.toHaveCount(0)
})

test('a choice that no measure fits says so and leads back to all of them', async () => {
  const page = await visit('/?jurisdiction=KG&kind=law&status=in_force&asOf=2021-07-15')
  await expect(page.getByText('No measure on record fits this choice.')).toBeVisible()
  await expect(cards(page)).toHaveCount(0)
  await page.getByRole('link', { name: 'Show all measures' }).click()
  await expect(lines(page)).not.toHaveCount(0)
})

test('a magnified stretch of time stands in the address and outlives a reload', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control')
  await untilInteractive(page)
  const whole = await axis(page).innerText()
  await timeline(page).getByRole('button', { name: 'Zoom in' }).click()
  await expect(page).toHaveURL(/family=ngo-control&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/)
  const view = await whatItSays(page)
  expect(view.axis).not.toBe(whole)
  await page.reload()
  await untilInteractive(page)
  await expect.poll(() => whatItSays(page)).toEqual(view)
  await timeline(page).getByRole('button', { name: 'Fit all time' }).click()
  await expect(page).toHaveURL('/?jurisdiction=KG&family=ngo-control')
  await expect(axis(page)).toHaveText(whole, { useInnerText: true })
})

test('with the keyboard: arrows walk the items, Enter opens one with its sources, Escape closes and gives the focus back', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control')
  await untilInteractive(page)
  await timeline(page).getByRole('slider', { name: 'Last day on show' }).focus()
  await page.keyboard.press('Tab')
  const titles = await laneTitles(page).allInnerTexts()
  await expect(itemInFocus(page)).toHaveAttribute('data-item', /^measure:/)
  await expect(itemInFocus(page)).toContainText(titles[0] ?? 'no lane')
  await page.keyboard.press('ArrowDown')
  await expect(itemInFocus(page)).toContainText(titles[1] ?? 'no lane')
  for (const kind of [/^span:/, /^step:/]) {
    await page.keyboard.press('ArrowRight')
    await expect(itemInFocus(page)).toHaveAttribute('data-item', kind)
  }
  const step = (await itemInFocus(page).getAttribute('data-item')) ?? 'none'

  await page.keyboard.press('Enter')
  const details = timeline(page).getByRole('region', { name: 'Details' })
  await expect(details.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(details.locator('.sources a').first()).toHaveAttribute('href', /^https?:\/\//)

  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(itemInFocus(page)).toHaveAttribute('data-item', step)
})

test('a visit leaves nothing in the browser and asks no other host', async () => {
  const page = await visit(HOME)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await untilInteractive(page)
  await day(page).fill('2021-07-15')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  await laneTitles(page).first().click()
  await page.getByRole('navigation', { name: 'Where this stands' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'All on the timeline' }).click()
  await untilInteractive(page)

  expect(new Set(asked)).toEqual(new Set([inject('serverUrl')]))
  expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] })
  expect(
    await page.evaluate(async () => ({
      session: sessionStorage.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: (await caches.keys()).length,
    })),
  ).toEqual({ session: 0, workers: 0, caches: 0 })
})
