import { describe, expect, test } from 'vitest'
import type { StatusAnswer } from '../../../web/timeline/view.ts'
import {
  endingWord,
  kindWithOutcome,
  relationWord,
  sayDayShort,
  sayWhen,
  statusSentence,
  statusShort,
  voteFigures,
  voteWords,
} from '../../../web/timeline/words.ts'

const answer = (more: Partial<StatusAnswer>): StatusAnswer => ({
  is: 'in_procedure',
  since: '2021-05-05',
  basis: null,
  rule: 'S2',
  atTheLatest: false,
  asAnnounced: false,
  asReported: false,
  dormant: false,
  noStepSince: null,
  notCheckedSince: null,
  possibly: null,
  entryIntoForceNotEstablished: false,
  ...more,
})

describe('a status in words', () => {
  test.each([
    [{}, 'In procedure', 'In procedure since 5 May 2021.'],
    [{ is: null, since: null }, 'No status yet', 'No step that gives it a status is known by this day.'],
    [{ atTheLatest: true }, 'In procedure', 'In procedure at the latest since 5 May 2021.'],
    [
      { dormant: true, noStepSince: '2020-01-01' },
      'In procedure, dormant',
      'In procedure since 5 May 2021. No step known since 1 January 2020.',
    ],
    [
      { notCheckedSince: '2020-01-01' },
      'In procedure, not checked',
      'In procedure since 5 May 2021. Not checked since 1 January 2020.',
    ],
    [{ asReported: true }, 'In procedure, as reported', 'In procedure since 5 May 2021, as reported.'],
    [{ asAnnounced: true }, 'In procedure, as announced', 'In procedure since 5 May 2021, as announced.'],
    [
      { is: 'adopted', possibly: 'in_force' },
      'Adopted, possibly in force',
      'Adopted since 5 May 2021. Possibly already in force.',
    ],
    [
      { is: 'adopted', entryIntoForceNotEstablished: true },
      'Adopted; entry into force not established',
      'Adopted since 5 May 2021. Entry into force not established.',
    ],
  ] as const)('%o', (more, short, sentence) => {
    expect(statusShort(answer(more))).toBe(short)
    expect(statusSentence(answer(more))).toBe(sentence)
  })
})

describe('small words', () => {
  test('votes, as far as they are known', () => {
    expect(voteFigures({ for: 79, against: 7 })).toBe('79–7')
    expect(voteFigures({ for: 100 })).toBe('100 for')
    expect(voteFigures({ against: 0 })).toBe('0 against')
    expect(voteFigures({})).toBe('')
    expect(voteWords({ for: 66, against: 5, abstain: 9, needed: 61 })).toBe(
      '66 for, 5 against, 9 abstaining; 61 needed',
    )
    expect(voteWords({ needed: 61 })).toBe('61 needed')
    expect(voteWords({})).toBe('')
  })

  test('a bill that is law says so; one that is not, does not', () => {
    expect(kindWithOutcome('bill', 'in_force')).toBe('Bill → law')
    expect(kindWithOutcome('bill', 'defeated')).toBe('Bill')
    expect(kindWithOutcome('decree', 'in_force')).toBe('Decree')
  })

  test('an end by its stage, else by its rule', () => {
    expect(endingWord('defeated', 'S12', 'withdrawn')).toBe('withdrawn')
    expect(endingWord('ended', 'S9', 'in_force')).toBe('term ran out')
    expect(endingWord('ended', 'S11', null)).toBe('replaced')
    expect(endingWord('defeated', 'S16', null)).toBe('taken up again')
    expect(endingWord('defeated', 'S13', 'reported')).toBe('defeated')
  })

  test('a relation that is only announced', () => {
    expect(relationWord('revives')).toBe('revives')
    expect(relationWord('inspired_by', true)).toBe('is meant to be inspired by')
  })

  test('dates, short and in doubt', () => {
    expect(sayDayShort('2021-07-15')).toBe('15 July 2021')
    expect(sayDayShort('2021-09-15')).toBe('15 Sep 2021')
    expect(sayWhen(null)).toBe('date not known')
    expect(sayWhen({ edtf: 'when?', earliest: null, latest: null })).toBe('when?')
  })
})
