/** Dates as people write them: read, or told what is wrong and what to write instead. For validators; a reader's page has valid dates. */
import { type EdtfDate, EdtfError, parseEdtf, sayWrong } from './edtf.ts'

/** parseEdtf for those who collect messages rather than catch errors. */
export function readEdtf(text: string): { ok: true; date: EdtfDate } | { ok: false; message: string } {
  try {
    return { ok: true, date: parseEdtf(text) }
  } catch (error) {
    if (error instanceof EdtfError) return { ok: false, message: explain(error) }
    throw error
  }
}

function explain({ message, unreadable }: EdtfError): string {
  if (unreadable === null) return message
  const [, fault, remedy] = MISTAKES.find(([pattern]) => pattern.test(unreadable)) ?? []
  return fault && remedy ? sayWrong(unreadable, fault, remedy) : message
}

/** What people write instead of the EDTF meant here; the first that fits is named. */
const MISTAKES: readonly (readonly [RegExp, string, string])[] = [
  [/^$/, 'is empty', 'Write a date such as 2021, 2021-05 or 2021-05-03, or leave the field out'],
  [/\s/, 'contains a space', 'Write dates without spaces, such as 2021-05-03'],
  [/^\d{4}-\d\d-\d\dT/, 'has a time of day', 'A date here is a day: leave out the T and what follows'],
  [/^(unknown|open)$/i, 'is a word of older drafts', 'Write 2021/ for an unknown end, 2021/.. for an open one'],
  [/^\d+[ux]+|-([ux]{2}|\d[ux])/, 'marks digits with u or x', 'Unspecified digits are a capital X: 201X, 2014-XX'],
  [/^-\d|^Y-/, 'is a year before 0001', 'Years run from 0001 to 9999'],
  [/^Y|^\d{5,}(-|$)/, 'is a year of more than four digits', 'Years run from 0001 to 9999; write a day as 2021-05-03'],
  [/^\[.*\][?~%]$/, 'has a mark outside the brackets', 'Put it at the end in doubt: [2021-06-26?..2021-07-07]'],
  [/[[\]{},]/, 'is a set of dates', 'The one set kept is a day between two: [2021-06-26..2021-07-07]'],
  [/^\d{4}-\d(-|$)|^\d{4}-\d\d-\d$/, 'has a month or day of one digit', 'Write two digits: 2021-05-03'],
  [/\.\./, 'has .. outside brackets', 'Write one day between two as [2021-06-26..2021-07-07]'],
  [/[?~%]./, 'has a mark inside', 'Put ?, ~ or % at the end of the whole date: 2021-05-03?'],
  [/X/, 'has an X out of place', 'Write 201X, 20XX, 2014-XX or 2014-05-XX'],
]
