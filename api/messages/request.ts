import { z } from 'zod'
import { MESSAGE_WISHES } from '../../db/vocabulary/lists.ts'
import { LONGEST_MESSAGE } from '../../web/pages/correct-page.ts'

const text = z.string().transform((value) => value.replaceAll('\r\n', '\n').trim())

/** What the form sends. `website` is a trap: people do not see it, programs fill it. */
export const MessageRequest = z.strictObject({
  wish: z.enum(MESSAGE_WISHES, 'Say what it is about.'),
  about: text.pipe(z.string().max(300, 'The address of the page is too long: write at most 300 signs.')).default(''),
  says: text.pipe(
    z
      .string()
      .min(10, 'Write what should be corrected or removed, in at least a few words.')
      .max(LONGEST_MESSAGE, `The message is too long: write at most ${LONGEST_MESSAGE} signs, or send it in parts.`)
      .refine((value) => !value.includes('\0'), 'The message holds a sign that cannot be kept.'),
  ),
  website: z.string().default(''),
})

/** The page from which a visitor came to the form. */
export const CorrectRequest = z.strictObject({ about: z.string().max(300).optional() })
