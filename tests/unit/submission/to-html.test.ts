import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { compose } from '../../../web/submission/compose.ts'
import { toHtml } from '../../../web/submission/to-html.ts'
import { anyDraft } from './arbitrary-draft.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
})

test('is HTML as the standard has it, with a note for each mark and a way back', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const paper = compose(draft)
      const html = toHtml(paper)
      const { results } = await validator.validateString(html)
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
        [],
      )
      expect([...html.matchAll(/<a id="mark-(\d+)" href="#note-\1">/g)]).toHaveLength(paper.notes.length)
      expect([...html.matchAll(/<li id="note-(\d+)">[\s\S]*?<a href="#mark-\1">/g)]).toHaveLength(paper.notes.length)
      // What prints asks nobody for anything.
      expect(html).not.toMatch(/<(script|link|iframe)|src="(?!data:)|url\(/)
    }),
    { numRuns: 40 },
  )
})
