/** Two readers with a task each: an analyst looks for silence, an advocate for what touches an article and who says so. */
import { expect } from 'playwright/test'
import { expect as expectAll, inject, test } from 'vitest'
import { visits } from '../support/visits.ts'

const visit = visits()

test('an analyst finds a State’s letters past their deadline, vouched silence and not known apart', async () => {
  const page = await visit('/')
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Letters' }).click()
  const counts = page.getByRole('table', { name: /Letters that ask for a reply/ })
  await page.locator('select[name=jurisdiction]').selectOption('Kyrgyzstan')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const row = (name: string) => counts.getByRole('row', { name })
  await expect(row('No reply, as a source vouches').getByRole('cell')).toHaveText(['0', '3', '0', '3'])
  await expect(row('Reply not known').getByRole('cell')).toHaveText([/^\d+$/, /^\d+$/, '0', /^\d+$/])

  await row('Reply not known').getByRole('link').first().click()
  await expect(page).toHaveURL(
    (url) => url.searchParams.get('reply') === 'not_known' && url.searchParams.get('due') === 'past',
  )
  const letter = page.getByRole('row').filter({ hasText: 'AL KGZ 2/2021' })
  await expect(letter).toContainText('13 September 2021')
  await expect(letter).toContainText('reply not known')
  await expect(letter).not.toContainText('past the deadline')

  await row('No reply, as a source vouches').getByRole('link').last().click()
  const silent = page.locator('table.entries tbody').getByRole('row')
  await expect(silent).toHaveCount(3)
  for (const line of await silent.all()) await expect(line).toContainText('vouched for to 15 July 2021')
})

test('the ledger is sorted by links, and the address keeps the choice', async () => {
  const page = await visit('/letters?kind=letter', { javaScriptEnabled: false })
  await page.getByRole('columnheader', { name: 'Sent' }).getByRole('link').click()
  await expect(page).toHaveURL('/letters?kind=letter&sort=on')
  await expect(page.getByRole('columnheader', { name: 'Sent' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByLabel('Kind')).toHaveValue('letter')
})

test('an advocate opens what touches ICCPR article 22, and reaches each source in two clicks', async () => {
  const page = await visit('/rights', { javaScriptEnabled: false })
  await page.getByRole('columnheader').getByRole('link', { name: 'Association' }).click()
  await page
    .getByRole('navigation', { name: 'Articles that protect it' })
    .getByRole('link', { name: /^ICCPR 22/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Measures that touch ICCPR 22' })).toBeVisible()
  const figures = page.locator('.touching .cites a')
  const all = await figures.count()
  expectAll(all).toBeGreaterThan(5)
  for (let i = 0; i < all; i++) {
    await figures.nth(i).click()
    await expect(page.locator('.sources > ol > li:target cite')).toHaveText(/\S+: \S+/)
  }
  const linked = page.locator('.sources > ol > li cite a').first()
  await expect(linked).toHaveAttribute('href', /^https?:/)
})

test('a cell of the matrix is reached by keyboard and leads to the reasoning', async () => {
  const page = await visit('/rights?jurisdiction=KG')
  const cell = page
    .getByRole('row', { name: /“Foreign representatives” law/ })
    .getByRole('cell')
    .getByRole('link')
    .first()
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/measures\/foreign-representatives-law-2022-2024#impact-/)
  await expect(page.locator('.impact:target')).toBeInViewport()
})

test('a visitor without script asks for a removal, and is told its number', async () => {
  const page = await visit('/measures/foreign-representatives-law-2022-2024', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Correct or remove something' }).click()
  await expect(page.getByLabel('Which page')).toHaveValue('/measures/foreign-representatives-law-2022-2024')
  await page.getByLabel('Something should not be public').check()
  await page.getByRole('button', { name: 'Send to the editors' }).click()
  await expect(page.getByRole('alert')).toContainText('at least a few words')
  await expect(page.getByLabel('Something should not be public')).toBeChecked()
  await page.getByLabel('Your message').fill('This is a test of the form by its makers.')
  await page.getByRole('button', { name: 'Send to the editors' }).click()
  await expect(page).toHaveURL(/\/correct\/received\/[a-z0-9]{10}$/)
})

test('every link of the reading pages within the site leads somewhere', async () => {
  const base = inject('serverUrl')
  const pages = [
    '/letters',
    '/letters/questions?jurisdiction=KG',
    '/families',
    '/families/ngo-control',
    '/rights',
    '/rights/association',
    '/jurisdictions/KG',
    '/sources/al-kgz-2-2021',
    '/versions/1',
    '/methodology',
    '/rule-packs',
    '/rule-packs/upr-stakeholder-cycle-4',
    '/about',
  ]
  const links = new Set<string>()
  for (const path of pages) {
    const text = await (await fetch(base + path, { headers: { Accept: 'text/html' } })).text()
    for (const [, href = ''] of text.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)) links.add(href.replaceAll('&amp;', '&'))
  }
  const ours = [...links]
  expectAll(ours.length).toBeGreaterThan(100)
  const dead: string[] = []
  for (const href of ours) {
    const { status } = await fetch(base + href, { method: 'HEAD', headers: { Accept: '*/*' } })
    if (status !== 200) dead.push(`${status} ${href}`)
  }
  expectAll(dead).toEqual([])
})
