/** The same visitor where no script runs: the pages are complete as they come from the server. */
import { expect } from 'playwright/test'
import { test } from 'vitest'
import { card, cards, counts, letters, lines, rights } from '../support/first-page.ts'
import { HOME, visits } from '../support/visits.ts'

const visitWith = visits()
const visit = (address: string) => visitWith(address, { javaScriptEnabled: false })

test('without script a visitor finds the law on the drawing and sees why it is in force', async () => {
  const page = await visit(HOME)
  await expect(page.locator('canvas')).toHaveCount(0)
  const drawing = page.locator('figure.drawing svg')
  await expect(drawing).toBeVisible()
  await drawing.locator('a text', { hasText: '“Foreign representatives” law' }).click()

  await expect(page).toHaveURL('/measures/foreign-representatives-law-2022-2024')
  const status = page.getByRole('region', { name: 'Status', exact: true })
  await expect(status.locator('.status')).toHaveText('In force')
  await expect(status).toContainText('In force at the latest since 9 September 2024.')
  await expect(status).toContainText('Rule S7:')
  await status.getByRole('link', { name: 'Shown to be in force by rules under it' }).click()
  await expect(page.locator('.steps > li:target')).toContainText('between 2 April and 9 September 2024')
  await page.locator('.steps > li:target .cites a').first().click()
  await expect(page.locator('.sources > ol > li:target cite a')).toHaveAttribute('href', /^https?:\/\//)
})

test('without script the list has every measure of the drawing, each with its steps and their sources', async () => {
  const page = await visit(HOME)
  const drawn = page.locator('figure.drawing svg').getByRole('link').and(page.locator('[href^="/measures/"]'))
  const all = await cards(page).count()
  await expect(counts(page)).toContainText(new RegExp(`^${all} measures`))
  const addresses = (links: typeof drawn) => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(await addresses(drawn)).toEqual(await addresses(cards(page).locator('h3 a')))

  const law = card(page, 'foreign-representatives-law-2022-2024')
  await expect(law.getByText('Shown to be in force by rules under it').last()).toBeHidden()
  await law.getByText(/^Why, and what happened: \d+ steps$/).click()
  await expect(law).toContainText('Rule S7: A source shows that the measure is applied as law')
  const step = law.locator('.steps > li', { hasText: 'Shown to be in force by rules under it' })
  await expect(step).toBeVisible()
  await step.locator('.cites a').first().click()
  await expect(page.locator('.sources > ol > li:target')).toBeInViewport()
})

test('without script the form leads to 15 July 2021 and back to today, and keeps the choice of measures', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control')
  await page.getByLabel('As of', { exact: true }).fill('2021-07-15')
  await page.getByRole('button', { name: 'Show that day' }).click()
  await expect(page).toHaveURL('/?jurisdiction=KG&family=ngo-control&asOf=2021-07-15')
  await expect(page.getByRole('note')).toContainText('Statuses are those of 15 July 2021.')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  await expect(card(page, 'foreign-representatives-law-2022-2024').locator('.status')).toHaveText('No status yet')

  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page).toHaveURL('/?jurisdiction=KG&family=ngo-control')
  await expect(card(page, 'foreign-representatives-law-2022-2024').locator('.status')).toHaveText('In force')
})

test('without script all of the page speaks of the day in its address', async () => {
  const page = await visit('/?jurisdiction=KG&asOf=2021-07-15')
  await expect(counts(page)).toContainText('6 letters: 2 answered, 3 without reply, 1 not known')
  await expect(letters(page).filter({ hasNotText: 'after the day shown' })).toHaveCount(6)
  await expect(card(page, 'manipulating-information-2020-2021')).toContainText('In procedure since 31 May 2021.')
  await expect(page.locator('figure.drawing')).toContainText('as of 15 July 2021')
  await page.locator('figure.drawing a text', { hasText: /^Constitution, 2021$/ }).click()
  await expect(page).toHaveURL('/measures/constitution-2021?asOf=2021-07-15')
  await expect(page.getByRole('note')).toContainText('Statuses are those of 15 July 2021.')
})

test('without script rights are chosen by links, kind, status and family by the form, all on the same day', async () => {
  const page = await visit('/?jurisdiction=KG&asOf=2024-12-31')
  const all = await cards(page).count()
  await rights(page).getByRole('link', { name: 'Association' }).click()
  await expect(page).toHaveURL('/?jurisdiction=KG&asOf=2024-12-31&right=association')
  await expect(page.locator('.chip[aria-current]')).toHaveText(/^Association/)
  const narrowed = await cards(page).count()
  expect(narrowed).toBeGreaterThan(1)
  expect(narrowed).toBeLessThan(all)

  await page.locator('select[name=kind]').selectOption('Law')
  await page.locator('select[name=status]').selectOption('In force')
  await page.locator('select[name=family]').selectOption('ngo-control')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL((url) => {
    const { right, kind, status, family, asOf } = Object.fromEntries(url.searchParams)
    const chosen = [right, kind, status, family, asOf].join(' ')
    return chosen === 'association law in_force ngo-control 2024-12-31'
  })
  await expect(cards(page).getByRole('heading', { level: 3 })).toHaveText(['“Foreign representatives” law'])
  await expect(page.locator('select[name=kind]')).toHaveValue('law')

  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page).toHaveURL('/?asOf=2024-12-31')
  await expect(counts(page)).toContainText(/^\d+ measures · .* as of 31 December 2024 \(.* came later\)$/)
  await expect(lines(page)).not.toHaveCount(0)
})
