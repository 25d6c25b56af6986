/**
 * Where the facts' letters and statements on Kyrgyzstan, the dated events of the letter AL KGZ 2/2021, and the
 * conflicts that belong to letters arrived in the seed.
 *
 * An entry is the index, from 0, in the facts' `communications` and `statements`, and in `dated_events` of what a
 * careful reader gets out of the letter; `date` is as given there. `to` names what holds it: "communication slug",
 * "event slug", "step measure#key", "disagreement communication field" ("communication#reply field" where the claims
 * stand on the reply), "reference communication cited_as". `because` tells why an entry is not there, or why its date
 * is another.
 */
export interface Arrival {
  entry: number
  date: string
  to: string[]
  because?: string
}

export const LETTERS: (Arrival & { reference: string | null })[] = [
  { entry: 0, reference: 'KGZ 2/2013', date: '2013-09-30', to: ['communication kgz-2-2013'] },
  { entry: 1, reference: 'KGZ 1/2014', date: '2014-05-06', to: ['communication kgz-1-2014'] },
  { entry: 2, reference: 'KGZ 5/2014', date: '2014-09-23', to: ['communication kgz-5-2014'] },
  { entry: 3, reference: 'KGZ 2/2015', date: '2015-07-30', to: ['communication kgz-2-2015'] },
  { entry: 4, reference: 'KGZ 1/2020', date: '2020-03-09', to: ['communication kgz-1-2020'] },
  { entry: 5, reference: 'AL KGZ 2/2021', date: '2021-07-15', to: ['communication al-kgz-2-2021'] },
  {
    entry: 6,
    reference: null,
    date: '2022-01-06?',
    to: ['communication joint-letter-ngo-law-2022'],
    because: 'no source gives that day in 2022; the one that gives a day gives it in 2021, and both claims are kept',
  },
  { entry: 7, reference: 'OL KGZ 3/2023', date: '2023-06-20', to: ['communication ol-kgz-3-2023'] },
  { entry: 8, reference: null, date: '2023?', to: ['communication joint-letter-foreign-representatives-2023'] },
  {
    entry: 9,
    reference: 'AL KGZ 1/2024',
    date: '2024?',
    to: ['communication al-kgz-1-2024'],
    because: 'it was sent no later than the day on which the UN published it',
  },
]

export const STATEMENTS: Arrival[] = [
  { entry: 0, date: '2013-10-16', to: ['communication venice-odihr-opinion-foreign-agents-2013'] },
  { entry: 1, date: '2014-10-24', to: ['communication high-commissioner-statement-propaganda-2014'] },
  { entry: 2, date: '2014-11-26', to: ['communication un-experts-statement-propaganda-2014'] },
  { entry: 3, date: '2015-01-15', to: ['communication european-parliament-resolution-propaganda-2015'] },
  { entry: 4, date: '2015-03-06', to: ['communication cedaw-concluding-observations-2015'] },
  { entry: 5, date: '2015-06-24', to: ['communication pace-declaration-595-2015'] },
  { entry: 6, date: '2015-06-24', to: ['communication upr-2015-adoption'] },
  { entry: 7, date: '2016-05-14', to: ['communication odihr-statement-foreign-agents-2016'] },
  { entry: 8, date: '2016-08-29', to: ['communication venice-odihr-opinion-constitution-2016'] },
  { entry: 9, date: '2020-01-20', to: ['communication upr-2020-denmark'] },
  {
    entry: 10,
    date: '2020-05',
    to: ['communication resident-coordinator-note-2020'],
    because: 'it is no later than the report of 22 May',
  },
  {
    entry: 11,
    date: '2020-06/2020-07',
    to: ['communication osce-rfom-statement-manipulating-2020'],
    because: 'it is one day of the two months, not before the vote of 25 June that it speaks of',
  },
  { entry: 12, date: '2020', to: ['communication upr-2020-united-kingdom'] },
  { entry: 13, date: '2020-11-17', to: ['communication venice-amicus-brief-2020'] },
  { entry: 14, date: '2021-03-19', to: ['communication venice-odihr-opinion-constitution-2021'] },
  { entry: 15, date: '2022-10-28', to: ['communication ccpr-concluding-observations-2022'] },
  { entry: 16, date: '2023-07-13', to: ['communication european-parliament-resolution-2023'] },
  { entry: 17, date: '2023-07-13', to: ['communication foreign-ministry-statement-2023'] },
  { entry: 18, date: '2023?', to: ['communication osce-analysis-media-law-2023'] },
  {
    entry: 19,
    date: '2023-10?',
    to: ['communication venice-draft-opinion-media-law-2023'],
    because:
      'the only source is older than the session at which the opinion was due; nobody reports that it was adopted',
  },
  {
    entry: 20,
    date: '2023-10',
    to: ['communication ohchr-statement-foreign-representatives-2023'],
    because: 'it is no later than the report of 15 October',
  },
  { entry: 21, date: '2023-10-17', to: ['communication resident-coordinator-hearing-2023'] },
  { entry: 22, date: '2023?', to: ['communication resident-coordinator-round-table-2023'] },
  { entry: 23, date: '2024-02-07', to: ['communication odihr-rfom-statement-foreign-representatives-2024'] },
  {
    entry: 24,
    date: '2024-03-16',
    to: ['communication resident-coordinator-statement-2024'],
    because: 'that is the day of the report; the statement lies between the vote of 14 March and it',
  },
  { entry: 25, date: '2024-06-06', to: ['communication special-rapporteur-statement-media-law-2024'] },
  { entry: 26, date: '2025-03-20', to: ['communication high-commissioner-statement-2025'] },
  { entry: 27, date: '2025-04-28', to: ['communication upr-2025-united-kingdom'] },
]

/** Events that are a measure's own steps stand in the measure, under the date that its own sources give. */
export const DATED_EVENTS: Arrival[] = [
  { entry: 0, date: 'withheld', to: [], because: 'the founding of a withheld organisation would help to identify it' },
  {
    entry: 1,
    date: '2014',
    to: ['step gay-propaganda-bill-2014#introduced-2014-05', 'step foreign-agents-bill-2013-2016#introduced-2014'],
  },
  { entry: 2, date: '2016', to: ['step constitutional-amendments-2016#consultation-2016'] },
  { entry: 3, date: '2019', to: ['event womens-rights-march-2019'] },
  { entry: 4, date: '2019', to: ['step ngo-financial-reporting-2019-2021#introduced-2019'] },
  { entry: 5, date: '2019', to: ['step child-harmful-information-draft-2019#drafted-2019'] },
  { entry: 6, date: '2019/2020', to: ['event reaction-rallies-2019-2020'] },
  { entry: 7, date: '2020', to: ['step manipulating-information-2020-2021#introduced-2020'] },
  { entry: 8, date: '2020-10', to: ['event bulk-sms-2020-10'] },
  { entry: 9, date: '2021', to: ['step constitution-2021#referendum-2021'] },
  { entry: 10, date: '2021-04-15', to: ['event rally-obstructed-2021-04-15', 'event counter-rally-2021-04-15'] },
  { entry: 11, date: '2021-04-16', to: ['event break-in-attempt-2021-04-16'] },
  { entry: 12, date: '2021-04-19', to: ['event broadcaster-report-2021-04-19'] },
  { entry: 13, date: '2021-04-21', to: ['event personal-data-video-2021-04-21'] },
  { entry: 14, date: '2021-04-30', to: ['event staff-member-followed-2021-04-30'] },
]

export const LETTER_CONFLICTS: { conflict: string; to: string[] }[] = [
  { conflict: 'KGZ 1/2014 reply:', to: ['disagreement kgz-1-2014#reply reply'] },
  {
    conflict: 'January 2022 UN letter on NGO law:',
    to: [
      'disagreement joint-letter-ngo-law-2022 on',
      'reference joint-letter-ngo-law-2022 KGZ 1/2020',
      'reference kgz-1-2020 KGZ 1/2020',
    ],
  },
]
