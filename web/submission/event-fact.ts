/** An event as a sentence. */
import type { EventSummary } from '../../api/contract/views.ts'
import { eventWord, sayWhen } from '../timeline/words.ts'
import { ended, type Fact, hedgeOf, inBrackets } from './fact.ts'

/** "Attack, 16 April 2021, Bishkek, allegedly. According to …" */
export function factOfEvent(event: EventSummary): Fact {
  const { slug, kind, on, inferred, place, title, summary, cites } = event
  const where = place ? `, ${place}` : ''
  const hedge = inBrackets(hedgeOf(cites))
  return {
    record: 'event',
    slug,
    symbol: null,
    title: title.en,
    kind: eventWord(kind),
    sentences: [
      {
        key: 'summary',
        pieces: [
          {
            text: ended(`${title.en}, ${sayWhen(on)}${inferred ? ' (inferred)' : ''}${where}${hedge}. ${summary}`),
            cites,
          },
        ],
        disputes: [],
      },
    ],
    besides: [],
    dated: [{ on, text: `${title.en}${hedge}`, cites }],
    status: null,
    reply: null,
    questions: [],
  }
}
