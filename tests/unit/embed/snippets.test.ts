import { expect, test } from 'vitest'
import { type EmbedChoice, frameAddress, snippetsOf } from '../../../web/pages/embed-snippets.ts'

const SITE = 'https://threatline.example'
const choice = (more: Partial<EmbedChoice> = {}): EmbedChoice => ({
  measure: null,
  query: { jurisdiction: 'KG' },
  theme: 'auto',
  height: null,
  title: 'Kyrgyzstan',
  site: SITE,
  ...more,
})

test('a frame, the element and a link show the same choice', () => {
  const { frame, element, link } = snippetsOf(choice({ query: { jurisdiction: 'KG', right: 'privacy' } }))
  expect(frame).toMatch(
    /^<iframe src="https:\/\/threatline\.example\/embed\/timeline\?jurisdiction=KG&amp;right=privacy"/,
  )
  expect(frame).toContain(`<script type="module" src="${SITE}/embed/resize.js"></script>`)
  expect(element).toBe(
    `<script type="module" src="${SITE}/embed/threat-line.js"></script>\n<threat-line jurisdiction="KG" right="privacy"></threat-line>`,
  )
  expect(link).toBe(`<a href="${SITE}/?jurisdiction=KG&amp;right=privacy">Kyrgyzstan</a>`)
})

test('what is frozen holds its version and day, the element by its own names', () => {
  const { frame, element, link } = snippetsOf(choice({ query: { version: '3', asOf: '2026-11-25' } }))
  for (const text of [frame, link]) expect(text).toContain('version=3&amp;asOf=2026-11-25')
  expect(element).toContain('<threat-line version="3" as-of="2026-11-25">')
})

test('a height that was chosen stays, and a theme is told to the frame but not to the page behind it', () => {
  const { frame, element, link } = snippetsOf(choice({ height: 400, theme: 'dark' }))
  expect(frame).toContain('height="400"')
  expect(frame).toContain('data-fixed')
  expect(frame).not.toContain('resize.js')
  expect(frame).toContain('theme=dark')
  expect(element).toContain('theme="dark" height="400"')
  expect(link).not.toContain('theme')
})

test('the card of a measure is a frame or a link', () => {
  const card = choice({ measure: 'example-bill', query: {} })
  expect(frameAddress(card)).toBe('/embed/measure/example-bill')
  expect(snippetsOf(card)).toMatchObject({
    element: null,
    link: `<a href="${SITE}/measures/example-bill">Kyrgyzstan</a>`,
  })
})

test('no value is ever markup where it is pasted', () => {
  const value = '"><img src=x onerror=alert(1)>'
  const { frame, element, link } = snippetsOf(choice({ query: { q: value }, title: value }))
  for (const text of [frame, element, link]) expect(text).not.toContain('<img')
  expect(element).toContain('q="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"')
})
