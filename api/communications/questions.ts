/** What was asked of a State and, as far as is known, not answered: the view of the table that submissions annex. */
import { listMeasureTitles } from '../../db/queries/measures.ts'
import { listAbout } from '../../db/queries/records.ts'
import type { OpenQuestionsView } from '../contract/overview-views.ts'
import type { Communication } from '../contract/record.ts'
import { presentCites } from '../facts.ts'
import { isSentBy, presentLedgerLine } from '../ledger-line.ts'
import { badRequest } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { stateNames } from '../states.ts'
import { listCited, mandateNames } from '../summaries.ts'
import type { Column } from '../writers/csv.ts'

/**
 * Letters sent by the day of which a source vouches that no reply had come, or of which nobody says: oldest first. A letter
 * whose questions are not on record has none. `jurisdiction` by its code or slug; a 400 where the record has no such State.
 */
export async function findOpenQuestions(
  { db }: Service,
  jurisdiction: string,
  moment: ResolvedMoment,
): Promise<OpenQuestionsView> {
  const { version, asOf } = moment
  const [letters, mandates, measures, states] = await Promise.all([
    listAbout(db, 'communication', { jurisdiction, kind: 'letter' }, version, { sort: 'on' }) as Promise<
      Communication[]
    >,
    mandateNames(db, version),
    listMeasureTitles(db, version),
    stateNames(db, version),
  ])
  const state = states.get(jurisdiction)
  if (!state)
    throw badRequest([
      {
        field: 'jurisdiction',
        message: `is "${jurisdiction}", and the record has no such State.`,
        remedy: `Write one of ${[...states.values()].map(({ code }) => code).join(', ')}.`,
      },
    ])
  const items = letters
    .map((letter) => ({
      ...presentLedgerLine(letter, { mandates, measures, states }, asOf),
      questions: letter.questions ?? [],
      cites: presentCites(letter.cites),
    }))
    .filter((line) => isSentBy(line, asOf) && line.replyOnDay !== 'received')
  return {
    state,
    items,
    sources: await listCited(
      db,
      moment,
      items.map(({ cites }) => cites),
    ),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

type Line = OpenQuestionsView['items'][number]
/** A row a question; a letter whose questions are not on record has one row without. */
type Row = Line & { question: Line['questions'][number] | null }

export const questionRows = ({ items }: OpenQuestionsView): Row[] =>
  items.flatMap((line) =>
    (line.questions.length > 0 ? line.questions : [null]).map((question) => ({ ...line, question })),
  )

export const QUESTION_COLUMNS: readonly Column<Row, OpenQuestionsView>[] = [
  { name: 'letter', of: ({ reference, slug }) => reference ?? slug },
  { name: 'title', of: ({ title }) => title.en },
  { name: 'sent', of: ({ on }) => on?.edtf ?? null },
  { name: 'deadline', of: ({ deadline }) => deadline?.on ?? null },
  { name: 'reply', of: ({ replyOnDay }) => replyOnDay },
  { name: 'no_reply_until', of: ({ silence }) => silence?.until ?? null },
  { name: 'question', of: ({ question }) => question?.number ?? null },
  { name: 'asks', of: ({ question }) => question?.gist ?? null },
  { name: 'where', of: ({ question }) => question?.locator ?? null },
  { name: 'as_of', of: (_, { asOf }) => asOf },
  { name: 'version', of: (_, { version }) => version },
]
