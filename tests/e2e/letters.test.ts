/** The pages of two letters: one that is well known, and one about whose date sources disagree. */
import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { test } from 'vitest'
import { visits } from '../support/visits.ts'

const visit = visits()

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('AL KGZ 2/2021: due by 13 September 2021, and whether a reply came is not known', async () => {
  const page = await visit('/communications/al-kgz-2-2021')
  await expect(page.locator('article > header .facts')).toHaveText(
    /Allegation letter · joint · AL KGZ 2\/2021 · 15 July 2021/,
  )
  const reply = region(page, 'Reply')
  await expect(reply.locator('.reply')).toHaveText('Reply not known')
  await expect(reply).toContainText('Whether a reply came is not known.')
  await expect(reply).toContainText('Reply due by 13 September 2021: 60 days, stated in the letter.')
})

test('AL KGZ 2/2021: four mandates ask six questions about seven measures', async () => {
  const page = await visit('/communications/al-kgz-2-2021')
  await expect(region(page, 'From').getByRole('listitem')).toHaveText([
    /human rights defenders\s+held by Mary Lawlor · Human Rights Council resolution 43\/16/,
    /freedom of opinion and expression\s+held by Irene Khan · Human Rights Council resolution 43\/4/,
    /peaceful assembly and of association\s+held by Clement Nyaletsossi Voule · Human Rights Council resolution 41\/12/,
    /sexual orientation and gender identity\s+held by Victor Madrigal-Borloz · Human Rights Council resolution 41\/18/,
  ])
  const questions = region(page, 'What it asks').getByRole('listitem')
  await expect(questions).toHaveText([1, 2, 3, 4, 5, 6].map((number) => new RegExp(`\\S+ question ${number}$`)))
  const measures = region(page, 'What it is about').getByRole('heading', { level: 3 })
  await expect(measures).toHaveCount(7)
  await measures.getByRole('link', { name: 'Constitution, 2021' }).click()
  await expect(page).toHaveURL('/measures/constitution-2021')
})

test('AL KGZ 2/2021 names five earlier letters: two answered, three without reply as of the day it was sent', async () => {
  const page = await visit('/communications/al-kgz-2-2021')
  const earlier = region(page, 'Earlier letters that it names').getByRole('listitem')
  await expect(earlier).toHaveText([
    /^\s*KGZ 1\/2020.*no reply as of 15 July 2021/s,
    /^\s*KGZ 2\/2015.*no reply as of 15 July 2021/s,
    /^\s*KGZ 5\/2014.*no reply as of 15 July 2021/s,
    /^\s*KGZ 1\/2014.*replied/s,
    /^\s*KGZ 2\/2013.*replied/s,
  ])
  await earlier.getByRole('link', { name: 'KGZ 1/2020', exact: true }).click()
  await expect(region(page, 'Reply')).toContainText('No reply had come by 15 July 2021')
})

test('the joint letter on the NGO law shows both dates that are claimed for it, with sources, and why one is followed', async () => {
  const page = await visit('/communications/joint-letter-ngo-law-2022')
  const disagreement = page.locator('.disagreement', { hasText: 'Sources disagree. When the letter was sent' })
  await expect(disagreement).toBeVisible()
  await expect(disagreement.getByRole('listitem')).toHaveText([
    /January 2022\s*\d+\s+followed here/,
    /6 January 2021\s*\d+\s*$/,
  ])
  await expect(disagreement.locator('p').last()).toContainText('it cannot be of January 2021')
  for (const claim of await disagreement.getByRole('listitem').all()) {
    const figure = claim.getByRole('link', { name: /^Source \d+$/ })
    await figure.click()
    await expect(page.locator('.sources > ol > li:target cite')).toHaveText(/\S+: \S+/)
    await expect(page).toHaveURL(new RegExp(`#source-${await figure.innerText()}$`))
  }
})
