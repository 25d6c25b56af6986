/** On paper: the drawing as vectors, everything unfolded, and nothing that only a hand could use. */
import { expect } from 'playwright/test'
import { test } from 'vitest'
import { card, day, timeline, untilInteractive } from '../support/first-page.ts'
import { HOME, PHONE, visits } from '../support/visits.ts'

const visit = visits()

test('the printed first page has the server’s drawing and everything unfolded, but no tools', async () => {
  const page = await visit(HOME)
  await untilInteractive(page)
  const drawing = page.locator('figure.drawing svg')
  const step = card(page, 'foreign-representatives-law-2022-2024').locator('.steps > li').first()
  const tools = [
    timeline(page).locator('.tools'),
    timeline(page).locator('canvas'),
    timeline(page).locator('.hint'),
    page.locator('form.filters'),
    page.locator('nav.rights'),
  ]
  await expect(drawing).toBeHidden()
  await expect(step).toBeHidden()
  for (const tool of tools) await expect(tool).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(drawing).toBeVisible()
  await expect(step).toBeVisible()
  for (const tool of tools) await expect(tool).toBeHidden()
})

test('the drawing on paper is of the day that was chosen on the screen', async () => {
  const page = await visit('/?jurisdiction=KG&family=ngo-control')
  await day(page).fill('2021-07-15')
  const drawing = page.locator('figure.drawing')
  await expect(drawing).toContainText('as of 15 July 2021')
  await page.emulateMedia({ media: 'print' })
  await expect(drawing).toBeVisible()
})

test('printed from a phone or without script, the first page has its drawing too', async () => {
  for (const options of [PHONE, { javaScriptEnabled: false }]) {
    const page = await visit(HOME, options)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('figure.drawing svg')).toBeVisible()
    await expect(page.locator('form.filters')).toBeHidden()
    await expect(page.getByRole('button')).toHaveCount(0)
  }
})

test('the printed page of a measure has its sources, and no buttons', async () => {
  const page = await visit('/measures/foreign-representatives-law-2022-2024')
  await expect(page.getByRole('button', { name: 'Show that day' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('listitem').last()).toBeVisible()
})
