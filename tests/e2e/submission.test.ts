/** The workspace for submissions, as an advocate uses it: in a browser, against the real record. */
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Draft } from '../../web/submission/draft.ts'
import { readDocx } from '../support/docx.ts'
import { visits } from '../support/visits.ts'

const visit = visits()

const WORKSPACE = '/submissions/new'
const UPR = 'upr-stakeholder-cycle-4'
const THREE_RIGHTS = [
  'Freedom of opinion, expression and information',
  'Freedom of peaceful assembly',
  'Freedom of association',
]
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const text = (page: Page, section: string) => page.getByRole('textbox', { name: `Your text: ${section}` })
const count = (page: Page) => page.locator('.length .count')
const words = (told: string) => told.split(/\s+/).filter(Boolean).length

/** Up to what the record holds. */
async function ask(page: Page, { pack = UPR, state = 'KG', rights = THREE_RIGHTS } = {}): Promise<void> {
  await page.getByLabel('Mechanism', { exact: true }).selectOption(pack)
  await page.getByLabel('State', { exact: true }).selectOption(state)
  for (const right of rights) await page.getByLabel(right, { exact: true }).check()
  await button(page, 'Show what the record holds').click()
}

/** Up to an outline with what was proposed. */
async function begin(page: Page, choice: Parameters<typeof ask>[1] = {}): Promise<void> {
  await ask(page, choice)
  await button(page, 'Make the outline').click()
  await page.getByLabel('Title').waitFor()
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Organisation', { exact: true }).fill('Example Rights Centre')
  await page.getByLabel('Contact (asked for)').fill('office@example.org')
  await text(page, 'Who submits').fill('The centre follows laws on civil society.')
  await text(page, 'Key words').fill('expression, association, assembly')
  await text(page, 'Recommendations').fill('The State should:\n\n- answer the letters that it has received.')
}

/** Ticks what must be ticked, and takes the file. */
async function take(page: Page, name: RegExp): Promise<Download> {
  for (const box of await page.locator('.way-out form').first().getByRole('checkbox').all()) await box.check()
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return download
}

const read = async (download: Download) => readDocx(await readFile(await download.path()))

/** What the browser keeps. */
const kept = (page: Page): Promise<Draft[]> =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('threatline-drafts')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const all = database.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            database.close()
            done(all.result)
          }
        }
      }),
  )

/** Until the browser keeps what was written last. */
const untilKept = (page: Page, written: string) =>
  expect.poll(async () => JSON.stringify(await kept(page)).includes(written), { timeout: 10_000 }).toBe(true)

test('from the record of Kyrgyzstan a submission to the UPR is made in less than two minutes, and is sound', async () => {
  const page = await visit(WORKSPACE)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  const begun = performance.now()
  await begin(page)
  await fill(page)
  await expect.poll(() => count(page).textContent()).toMatch(/[\d,]+ words of at most 2,815/)
  // Counted after the last word was typed.
  await untilKept(page, 'answer the letters')
  await expect.poll(() => page.locator('.checks').textContent()).not.toMatch(/asked for and empty/)
  const docx = await read(await take(page, /Word/))
  expect((performance.now() - begun) / 1000).toBeLessThan(120)

  const [draft] = await kept(page)
  if (!draft) throw new Error('No draft was kept.')
  const facts = draft.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'fact'))
  const own = draft.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'text' && block.text))
  expect(facts.length).toBeGreaterThan(15)

  // The document: its notes, headings and paragraphs, and no fact without a note.
  const pieces = facts.flatMap(({ fact, leftOut }) =>
    fact.sentences.filter(({ key }) => !leftOut.includes(key)).flatMap(({ pieces }) => pieces),
  )
  expect(docx.notes).toHaveLength(pieces.length)
  expect(docx.marks).toEqual(docx.notes.map((_, i) => i + 1))
  expect(docx.headings).toEqual([
    'Who submits',
    'Key words',
    'Laws and bills',
    'What was written to the State, and what came back',
    'Events',
    'Recommendations',
    'Annex I. Table of measures',
    'Annex II. Chronology',
    'Annex III. Questions without a known answer',
    'Annex IV. Sources',
  ])
  expect(docx.numbered).toHaveLength(facts.length + own.length)
  for (const { fact, leftOut } of facts) {
    const told = fact.sentences.filter(({ key }) => !leftOut.includes(key)).flatMap(({ pieces }) => pieces)
    const paragraph = docx.paragraphs.find(({ text }) => told.every((piece) => text.includes(piece.text.trim())))
    expect(paragraph?.marks, fact.slug).toBe(told.length)
  }
  for (const { text: told } of pieces) expect(docx.text.body).toContain(told.trim())

  expect(docx.files['word/document.xml']).toContain('descr="Timeline of the measures of Kyrgyzstan')

  // Its length, counted here, and counted on the page.
  const shown = Number(/([\d,]+) words/.exec((await count(page).textContent()) ?? '')?.[1]?.replace(',', ''))
  const counted = words(docx.text.body)
  expect(counted).toBeLessThanOrEqual(2815)
  expect(Math.abs(shown - counted) / counted).toBeLessThan(0.01)

  // Every record and every source that it cites is there, at the version that it names.
  const names = { measure: 'measures', communication: 'communications', event: 'events' }
  const addresses = [
    ...facts.map(({ fact, version }) => `/api/${names[fact.record]}/${fact.slug}?version=${version}`),
    ...Object.keys(draft.sources).map((slug) => `/api/sources/${slug}?version=${draft.version}`),
  ]
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200)
  expect(docx.text.cover).toContain(`version ${draft.version} as of`)
  for (const { cites, text: told } of pieces) {
    const best = cites.map(({ certainty }) => certainty)
    if (best.every((certainty) => certainty === 'alleged')) expect(told).toMatch(/allegedly/i)
  }

  // Nothing that was written left the browser.
  for (const secret of ['Example', 'office', 'centre', 'answer', 'letters that'])
    expect(asked.filter((request) => request.includes(secret))).toEqual([])
  expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([])
})

test('with the network gone after loading, a draft is edited and the document made', async () => {
  const page = await visit(WORKSPACE)
  await begin(page)
  // The part that makes documents comes by itself, once a draft is open.
  await expect
    .poll(() =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('to-docx')).length,
      ),
    )
    .toBeGreaterThan(0)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await text(page, 'Recommendations').fill('Written without a network.')
  await untilKept(page, 'Written without a network.')
  const docx = await read(await take(page, /Word/))
  expect(docx.text.body).toContain('Written without a network.')
  const markdown = await readFile(await (await take(page, /Markdown/)).path(), 'utf8')
  expect(markdown).toContain('Written without a network.')
})

test('a reload loses nothing, and two tabs lose neither of two texts', async () => {
  const page = await visit(WORKSPACE)
  await begin(page)
  await text(page, 'Recommendations').fill('Before the reload.')
  await untilKept(page, 'Before the reload.')
  await page.reload()
  await button(page, /^Open Submission/).click()
  expect(await text(page, 'Recommendations').inputValue()).toBe('Before the reload.')

  const other = await page.context().newPage()
  await other.goto(WORKSPACE)
  await button(other, /^Open Submission/).click()
  await text(page, 'Recommendations').fill('Of the one tab.')
  await untilKept(page, 'Of the one tab.')
  await text(other, 'Recommendations').fill('Of the other tab.')
  await untilKept(other, 'Of the other tab.')
  await other.getByText('Both are kept').waitFor()
  expect(JSON.stringify(await kept(page))).toContain('Of the one tab.')
  expect(await kept(page)).toHaveLength(2)
  // Each goes on by itself.
  await text(page, 'Recommendations').fill('Of the one tab, later.')
  await untilKept(page, 'Of the one tab, later.')
  expect(await kept(page)).toHaveLength(2)
})

test('where nothing is chosen, nothing is on record or nothing is filled in, a sentence says how to go on', async () => {
  const page = await visit(WORKSPACE)
  await page.getByLabel('State', { exact: true }).selectOption('KG')
  await button(page, 'Show what the record holds').click()
  await page.getByText('Choose at least one right').waitFor()
  await page.getByLabel('State', { exact: true }).selectOption('other')
  await page.getByLabel('Freedom of association').check()
  await button(page, 'Show what the record holds').click()
  await page.getByText('Write the name of the State').waitFor()
  await page.getByLabel('Name of a State that is not on record').fill('Exampleland')
  await button(page, 'Show what the record holds').click()
  await page.getByText('The record does not follow Exampleland yet').waitFor()
  await button(page, 'Back').click()

  await ask(page, { rights: ['Freedom of association'] })
  await button(page, 'Make the outline').waitFor()
  for (const none of await button(page, /^None/).all()) await none.click()
  await page.getByText('Without facts of the record every word is yours to write.').waitFor()
  await button(page, 'Make the outline').click()
  await page.getByText('Nothing is taken from the record yet').waitFor()
  await page.getByText('“Who submits” is asked for and empty.').waitFor()
})

test('from the page of a State or of a mechanism’s rules, that one is chosen already', async () => {
  const page = await visit('/jurisdictions/GE')
  await page.getByRole('main').getByRole('link', { name: 'write a submission' }).click()
  expect(await page.getByLabel('State', { exact: true }).inputValue()).toBe('GE')
  await page.goto('/rule-packs/sp-urgent-appeal')
  await page.getByRole('main').getByRole('link', { name: 'Write a submission' }).click()
  expect(await page.getByLabel('Mechanism', { exact: true }).inputValue()).toBe('sp-urgent-appeal')
})

test('years in which nothing happened are told, and can be widened', async () => {
  const page = await visit(WORKSPACE)
  await page.getByLabel('From', { exact: true }).fill('1991-01-01')
  await page.getByLabel('Until', { exact: true }).fill('1991-12-31')
  await ask(page, { rights: ['Freedom of association'] })
  await page.getByText('Nothing on record touches these rights in these years').waitFor()
})

test('a paper that is too long says by how much; a mechanism without a known limit says that', async () => {
  const page = await visit(WORKSPACE)
  await begin(page)
  await text(page, 'Recommendations').fill('word '.repeat(2000))
  await page.getByText(/words too long/).waitFor()
  await button(page, 'Add an organisation (joint submission)').click()
  await expect.poll(() => count(page).textContent()).toMatch(/of at most 5,630/)
  await button(page, 'All drafts').click()
  await begin(page, { pack: 'sp-other-letter' })
  await expect.poll(() => count(page).textContent()).toMatch(/the limit is not known/)
  await page.getByText('How long this mechanism lets a paper be is not known').waitFor()
})

test('what the record says otherwise by now is offered, and taken only when asked', async () => {
  const page = await visit(WORKSPACE)
  await begin(page)
  await untilKept(page, 'is not known')
  await button(page, 'All drafts').click()
  // As if the record had said something else when the facts were taken, and had held one fact more.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('threatline-drafts')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite')
          const drafts = transaction.objectStore('drafts')
          const all = drafts.getAll()
          all.onsuccess = () => {
            const [draft] = all.result
            const { blocks } = draft.sections.find((section: { key: string }) => section.key === 'laws')
            blocks[0].fact.sentences[0].pieces[0].text = 'An older wording. '
            blocks[1].fact.slug = 'taken-back'
            drafts.put(draft)
          }
          transaction.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )
  await page.reload()
  await button(page, /^Open Submission/).click()
  await page.getByText('The record says something else by now').waitFor()
  await page.getByText('An older wording.').waitFor()
  await button(page, /^Take the new wording/).click()
  await expect.poll(() => page.getByText('An older wording.').count()).toBe(0)
  await button(page, /^Take it out: /).click()
  await expect.poll(() => page.getByText('The record says something else by now').count()).toBe(0)
  await expect.poll(async () => JSON.stringify(await kept(page)).includes('taken-back')).toBe(false)
})

test('200,000 words can be pasted, and are counted and kept', async () => {
  const page = await visit(WORKSPACE)
  await begin(page, { rights: ['Freedom of association'] })
  await text(page, 'Follow-up to earlier recommendations').fill('freedom '.repeat(200_000))
  await expect.poll(() => count(page).textContent(), { timeout: 20_000 }).toMatch(/20\d,\d{3} words/)
  await text(page, 'Recommendations').fill('Still quick to write in.')
  await untilKept(page, 'Still quick to write in.')
})

test('a browser without room says so, and the text stays on the page', async () => {
  const page = await visit(WORKSPACE)
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
  await begin(page, { rights: ['Freedom of association'] })
  await text(page, 'Recommendations').fill('There is room for this.')
  await untilKept(page, 'There is room for this.')
  await text(page, 'Recommendations').fill('No room for this. '.repeat(200_000))
  await page.getByText('This browser has no room left').waitFor()
  // Whoever leaves now is asked first, and may stay.
  const [question] = await Promise.all([
    page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss()
      return dialog.type()
    }),
    page.evaluate(() => location.reload()).catch(() => undefined),
  ])
  expect(question).toBe('beforeunload')
  expect(await text(page, 'Recommendations').inputValue()).toContain('No room for this.')
  expect(JSON.stringify(await kept(page))).toContain('There is room for this.')
})

test('a draft travels as a sealed file, and opens with its passphrase alone', async () => {
  const page = await visit(WORKSPACE)
  await begin(page, { rights: ['Freedom of association'] })
  await text(page, 'Recommendations').fill('To be shared with care.')
  await page.getByLabel(/^Passphrase/).fill('a long enough phrase')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as an encrypted file').click(),
  ])
  const file = await download.path()
  expect(await readFile(file, 'utf8')).not.toContain('care')

  page.on('dialog', (dialog) => dialog.accept())
  await button(page, 'All drafts').click()
  await button(page, 'Leave no trace').click()
  await page.getByText('All drafts of this browser are gone').waitFor()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])

  const open = async (passphrase: string) => {
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'shared.draft.json', mimeType: 'application/json', buffer: await readFile(file) })
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await button(page, 'Open the file').click()
  }
  await open('another phrase altogether')
  await page.getByText('The file does not open').waitFor()
  await open('a long enough phrase')
  expect(await text(page, 'Recommendations').inputValue()).toBe('To be shared with care.')
})

test('what leaves no trace in one tab does not come back by itself from another', async () => {
  const page = await visit(WORKSPACE)
  await begin(page, { rights: ['Freedom of association'] })
  await untilKept(page, 'sections')
  const other = await page.context().newPage()
  await other.goto(WORKSPACE)
  other.on('dialog', (dialog) => dialog.accept())
  await button(other, 'Leave no trace').click()
  await other.getByText('All drafts of this browser are gone').waitFor()
  await text(page, 'Recommendations').fill('Written on, unaware.')
  await page.getByText('This draft was deleted in another tab').waitFor()
  expect(await kept(page)).toEqual([])
})

test('draft, exported and filed look different, and what is changed is a draft again', async () => {
  const page = await visit(WORKSPACE)
  const stage = page.locator('.draft-head .stage')
  await begin(page, { rights: ['Freedom of association'] })
  expect(await stage.textContent()).toBe('Draft')
  // Nothing leaves before everything is agreed to.
  await button(page, /Word/).click()
  expect(await stage.textContent()).toBe('Draft')
  await take(page, /Word/)
  await expect.poll(() => stage.textContent()).toBe('Exported, not filed')
  await page.getByLabel('Where it was sent').fill('An online system')
  await page.getByLabel('On', { exact: true }).fill('2026-11-25')
  await button(page, 'Note that it was filed').click()
  await expect.poll(() => stage.textContent()).toBe('Filed')
  await text(page, 'Recommendations').fill('One more.')
  await expect.poll(() => stage.textContent()).toBe('Draft')
  await page.getByText('An online system, 25 November 2026').waitFor()
})

test('names in one’s own text are asked about before the document is made', async () => {
  const page = await visit(WORKSPACE)
  await begin(page, { rights: ['Freedom of association'] })
  await text(page, 'Recommendations').fill('Ms. Examplova asked for it.')
  await page.getByText('May be names of persons').waitFor()
  await page.getByText('We have looked at the name listed above').waitFor()
  await button(page, 'They may be named').click()
  await expect.poll(() => page.getByText('May be names of persons').count()).toBe(0)
})

test('sections move by keyboard, and the focus goes along', async () => {
  const page = await visit(WORKSPACE)
  await begin(page, { rights: ['Freedom of association'] })
  const headings = () => page.locator('.part > .part-head h3').allTextContents()
  const before = (await headings()).map((heading) => heading.trim())
  await button(page, 'Move Key words up').focus()
  await page.keyboard.press('Enter')
  expect((await headings())[0]).toContain('Key words')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Move Key words down')
  await page.keyboard.press('Enter')
  expect((await headings()).map((heading) => heading.trim())).toEqual(before)
})

test('without script the page says what stands there, and leads on', async () => {
  const page = await visit(WORKSPACE, { javaScriptEnabled: false })
  await page.getByText('Drafts never leave your browser').first().waitFor()
  await page.getByRole('link', { name: 'what each mechanism asks' }).click()
  await page.getByRole('heading', { name: 'Rules for submissions' }).waitFor()
})
