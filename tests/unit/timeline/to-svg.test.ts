import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMeasure, buildView } from '../../../web/gallery/build-view.ts'
import { emptyView, kyrgyzView, openEndedView, overlappingView } from '../../../web/gallery/timeline.examples.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import { PAINTS } from '../../../web/timeline/palette.ts'
import { toSvg } from '../../../web/timeline/to-svg.ts'
import { anySetting, anyView, optionsOf } from './arbitrary-view.ts'

/** Tags of a document in order, each with its attributes. Throws where it is not well-formed XML. */
function readXml(text: string): { name: string; attributes: Record<string, string> }[] {
  const found: ReturnType<typeof readXml> = []
  const open: string[] = []
  let rest = text
  while (rest !== '') {
    const words = /^[^<]+/.exec(rest)?.[0]
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot);)/.test(words)) throw new Error(`A bare ampersand in ${words}`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(words)) throw new Error('A forbidden character')
      if (/\p{Surrogate}/u.test(words)) throw new Error('Half of a surrogate pair')
      rest = rest.slice(words.length)
      continue
    }
    const tag = /^<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/.exec(rest)
    if (!tag) throw new Error(`No tag: ${rest.slice(0, 80)}`)
    const [whole, closing, name = '', written = '', empty] = tag
    rest = rest.slice(whole.length)
    if (closing) {
      if (open.pop() !== name) throw new Error(`${name} closed out of order`)
      continue
    }
    const pairs = [...written.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, value] as const,
    )
    const attributes = Object.fromEntries(pairs)
    if (Object.keys(attributes).length !== pairs.length) throw new Error(`${name} has an attribute twice`)
    found.push({ name, attributes })
    if (!empty) open.push(name)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`)
  return found
}

const kyrgyz = layOut(kyrgyzView('2021-07-15'), 1340)

describe('the drawing as SVG', () => {
  test('of any view is well-formed, with every number finite and every reference defined', () => {
    fc.assert(
      fc.property(anyView, anySetting, fc.constantFrom('page' as const, 'light' as const), (view, setting, palette) => {
        const layout = layOut(view, setting.width, { ...optionsOf(setting), direction: 'rtl' })
        const svg = toSvg(layout, { palette, title: 'A & <b>', description: '"Quoted"', footer: ['\u0001x'] })
        const tags = readXml(svg)
        const ids = tags.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
        expect(new Set(ids).size).toBe(ids.length)
        for (const { attributes } of tags) {
          for (const value of Object.values(attributes)) {
            expect(value).not.toMatch(/NaN|Infinity|undefined|null/)
            const reference = /^url\(#(.*)\)$/.exec(value)?.[1]
            if (reference) expect(ids).toContain(reference)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('has a name and a description that a screen reader finds', () => {
    const svg = toSvg(kyrgyz, { palette: 'page', title: 'Laws', description: 'Eleven measures', idPrefix: 'kg' })
    const root = readXml(svg)[0]
    expect(root?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'kg-title kg-description' })
    expect(svg).toContain('<title id="kg-title">Laws</title>')
    expect(svg).toContain('<desc id="kg-description">Eleven measures</desc>')
  })

  test('with links is a group, and leads from each item to its place', () => {
    const linkTo = ({ kind, slug }: { kind: string; slug: string }) =>
      kind === 'measure' ? `/measures/${slug}?a=1&b=2` : null
    const tags = readXml(toSvg(kyrgyz, { palette: 'page', title: 'Laws', linkTo }))
    expect(tags[0]?.attributes.role).toBe('group')
    const links = tags.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href)
    expect(links).toContain('/measures/foreign-agents?a=1&amp;b=2')
    expect(new Set(links).size).toBe(10)
  })

  test('an item drawn in several places is one stop for the keyboard', () => {
    const tags = readXml(toSvg(kyrgyz, { palette: 'page', title: 'Laws', linkTo: ({ id }) => `#${id}` }))
    const links = tags.filter(({ name }) => name === 'a').map(({ attributes }) => attributes)
    const stops = links.filter(({ tabindex }) => tabindex === undefined).map(({ href }) => href)
    expect(stops).toHaveLength(kyrgyz.items.length)
    expect(new Set(stops).size).toBe(stops.length)
    expect(links.length).toBeGreaterThan(stops.length)
    expect(links.filter(({ tabindex }) => tabindex === '-1').every((link) => link['aria-hidden'] === 'true')).toBe(true)
  })

  test('marks every item', () => {
    const drawn = new Set(readXml(toSvg(kyrgyz, { palette: 'page' })).map(({ attributes }) => attributes['data-item']))
    for (const { id } of kyrgyz.items) expect([...drawn]).toContain(id)
  })

  test('needs nothing that a strict content security policy forbids, and loads nothing', () => {
    const linkTo = () => '/x'
    for (const palette of ['page', 'light', 'dark'] as const) {
      const tags = readXml(toSvg(kyrgyz, { palette, title: 'T', linkTo }))
      expect(tags.filter(({ name }) => ['style', 'script', 'image', 'use', 'foreignObject'].includes(name))).toEqual([])
      expect(
        tags.filter(
          ({ attributes }) => 'style' in attributes || Object.keys(attributes).some((key) => key.startsWith('on')),
        ),
      ).toEqual([])
    }
  })

  test('on a page names custom properties; alone it holds its colours, font, ground and title', () => {
    const page = toSvg(kyrgyz, { palette: 'page', title: 'Laws' })
    expect(page).toContain('var(--tl-status-in-force)')
    expect(page).not.toMatch(/#[\da-f]{6}/i)
    const alone = toSvg(kyrgyz, { palette: 'dark', title: 'Laws', subtitle: 'as of today', footer: ['CC BY 4.0'] })
    expect(alone).not.toContain('var(')
    expect(alone).toContain('DejaVu Sans')
    for (const words of ['>Laws</text>', '>as of today</text>', '>CC BY 4.0</text>']) expect(alone).toContain(words)
  })

  test('two drawings of one document share no id', () => {
    const layout = layOut(openEndedView, 900)
    const ids = (idPrefix: string) =>
      readXml(toSvg(layout, { palette: 'page', title: 'T', idPrefix })).flatMap(({ attributes }) =>
        attributes.id ? [attributes.id] : [],
      )
    expect(ids('a').filter((id) => ids('b').includes(id))).toEqual([])
    expect(ids('a').length).toBeGreaterThan(2)
  })

  test('escapes what people wrote', () => {
    const view = buildView({
      lanes: [
        buildMeasure({ slug: 'm', title: '<script>"&', steps: [['2020-01-01', 'introduced', '</text><b>']] }).lane,
      ],
    })
    const svg = toSvg(layOut(view, 900), { palette: 'light' })
    expect(readXml(svg).some(({ name }) => name === 'script' || name === 'b')).toBe(false)
    expect(svg).toContain('&lt;script&gt;')
  })

  test('says the status in bold right after the kind', () => {
    expect(toSvg(kyrgyz, { palette: 'page' })).toContain(
      'Constitution · <tspan font-weight="bold" fill="var(--tl-danger)">In force</tspan>',
    )
  })

  test('is read from the right where the layout is', () => {
    const rtl = layOut(kyrgyzView(), 900, { direction: 'rtl' })
    expect(readXml(toSvg(rtl, { palette: 'page' }))[0]?.attributes.direction).toBe('rtl')
  })

  test('of every situation is well-formed', () => {
    for (const view of [emptyView, openEndedView, overlappingView]) {
      expect(readXml(toSvg(layOut(view, 1000), { palette: 'light' })).length).toBeGreaterThan(3)
    }
  })

  test('uses only paints that exist', () => {
    const used = new Set(
      [...toSvg(kyrgyz, { palette: 'page' }).matchAll(/var\(--tl-([\w-]+)\)/g)].map(([, name]) => name),
    )
    expect([...used].filter((name) => !PAINTS.some((paint) => paint === name))).toEqual([])
    expect(used.size).toBeGreaterThan(10)
  })
})
