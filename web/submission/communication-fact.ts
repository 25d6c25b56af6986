/** A letter, opinion or statement as sentences: who wrote, what it says, and what came back. */
import type { CitationView, CommunicationSummary, WireDate } from '../../api/contract/views.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { ReplyState } from '../../db/vocabulary/lists.ts'
import { isAfter, replyOnDay } from '../timeline/on-day.ts'
import { communicationWord, letterWord, replyWord, sayWhen } from '../timeline/words.ts'
import { disputesOf, ended, type Fact, hedged, hedgeOf, inBrackets, type Piece, small } from './fact.ts'

export type CommunicationMaterial = CommunicationSummary & {
  cites: readonly CitationView[]
  questions: Fact['questions']
}

/** Who wrote, what it says, and what came back: replied, silence to the day a source vouches for, or not known. */
export function factOfCommunication(communication: CommunicationMaterial, asOf: Day): Fact {
  const { slug, kind, letterType, reference, title, summary, on, deadline, reply, replyOnDay: onDay } = communication
  const word = letterType ? letterWord(letterType) : communicationWord(kind)
  const name = reference ? `${word} ${reference}` : title.en
  const { cites } = communication
  const told = onDay && reply ? sayReply(communication, asOf, { cites, reply, on, deadline }) : null
  const replyCites = told?.cites ?? []
  return {
    record: 'communication',
    slug,
    symbol: reference,
    title: title.en,
    kind: word,
    sentences: [
      {
        key: 'summary',
        pieces: [
          { text: ended(`${name}, ${sayWhen(on)} (${sayFrom(communication)}). ${hedged(summary, cites)}`), cites },
        ],
        disputes: [],
      },
      ...(told
        ? [
            {
              key: 'reply',
              pieces: [{ text: told.text, cites: replyCites }],
              disputes: reply && reply.state !== 'not_known' ? disputesOf(reply.disagreements) : [],
            },
          ]
        : []),
    ],
    besides: [],
    dated: on && !isAfter(on, asOf) ? [{ on, text: `${name}${inBrackets(hedgeOf(cites))}`, cites }] : [],
    status: null,
    reply: told,
    questions: communication.questions,
  }
}

/** At most two names; of more, their number. */
function sayFrom({ from, fromIsPartial }: CommunicationSummary): string {
  if (from.length > 2) return `${fromIsPartial ? 'at least ' : ''}${from.length} senders together`
  return from.length === 0 ? 'sender not known' : `${from.join(' and ')}${fromIsPartial ? ' and others' : ''}`
}

function sayReply(
  { replyOnDay: state }: CommunicationSummary,
  asOf: Day,
  {
    cites,
    reply,
    on,
    deadline,
  }: {
    cites: readonly CitationView[]
    reply: NonNullable<CommunicationSummary['reply']>
    on: WireDate | null
    deadline: CommunicationSummary['deadline']
  },
): (Piece & { state: ReplyState }) | null {
  if (!state) return null
  const known = replyOnDay(reply, on, asOf)
  const restsOn = reply.state === 'not_known' ? cites : reply.cites
  const sentence = replyWord({ reply: known.reply, laterReply: known.later, dueOn: deadline?.on ?? null })
  // Nobody's word stands behind what is not known: it needs no hedge.
  if (state === 'not_known') return { state, text: sentence, cites: restsOn }
  const text = state === 'none' ? `Silence, vouched for by a source: ${small(sentence)}` : sentence
  return { state, text: hedged(text, restsOn), cites: restsOn }
}
