/** Each rule of the published table (docs/methodology.md), clause by clause. */
import { describe, expect, test } from 'vitest'
import { type Day, parseEdtf } from '../../../db/vocabulary/edtf.ts'
import { RULE_OF_STAGE, type Rule, type Stage, type Status } from '../../../db/vocabulary/stages.ts'
import {
  type Counting,
  effectiveDays,
  type Influence,
  influenceOf,
  quietSpans,
  readStatus,
  type StatusStep,
  spanOn,
} from '../../../db/vocabulary/status.ts'

type More = Partial<Omit<StatusStep, 'until'>> & { until?: string }
type Row = readonly [edtf: string, stage: Stage, more?: More]

const boundsOf = (edtf: string) => {
  const { earliest, latest } = parseEdtf(edtf)
  return { earliest, latest }
}
/** Steps from rows; a step's key is its stage unless the row gives one. */
const stepsOf = (rows: readonly Row[]): StatusStep[] =>
  rows.map(([edtf, stage, { until, ...more } = {}]) => ({
    key: stage,
    stage,
    on: boundsOf(edtf),
    ...(until === undefined ? {} : { until: boundsOf(until) }),
    ...more,
  }))

const read = (rows: readonly Row[], influences: Influence[] = [], counting: Counting = 'certain') =>
  readStatus(stepsOf(rows), influences, counting)

/** "2021-05-03 adopted S3 by adopted": from which day, what, by which rule, resting on which step. */
const history = (rows: readonly Row[], influences: Influence[] = [], counting: Counting = 'certain') =>
  read(rows, influences, counting).spans.map(
    ({ from, status, rule, basis }) =>
      `${from} ${status} ${rule} by ${basis.measure === null ? '' : `${basis.measure}#`}${basis.step}`,
  )
const possibly = (rows: readonly Row[], influences: Influence[] = []) => history(rows, influences, 'possible')
const on = (day: Day, rows: readonly Row[], influences: Influence[] = []) =>
  spanOn(read(rows, influences).spans, day)?.status ?? null

// The table, status by status

type Before = Status | 'none'

/** The shortest way to each status; all is over by the end of 2020. */
const WAY_TO: Readonly<Record<Before, readonly Row[]>> = {
  none: [],
  proposed: [['2020-01-01', 'announced']],
  in_procedure: [['2020-01-01', 'introduced']],
  adopted: [['2020-01-01', 'adopted']],
  returned: [['2020-01-01', 'returned']],
  in_force: [['2020-01-01', 'in_force']],
  suspended: [
    ['2020-01-01', 'in_force'],
    ['2020-02-01', 'suspended'],
  ],
  defeated: [
    ['2020-01-01', 'introduced'],
    ['2020-02-01', 'rejected'],
  ],
  ended: [
    ['2020-01-01', 'in_force'],
    ['2020-02-01', 'repealed'],
  ],
}
const EVERY = Object.keys(WAY_TO) as Before[]
const EVERY_BUT = (...left: Before[]) => EVERY.filter((before) => !left.includes(before))

interface Clause {
  rule: Rule
  stages: Stage[]
  becomes: Status
  /** From these it becomes so; every other stays as it was. */
  from: Before[]
  more?: More
}

const TABLE: Clause[] = [
  { rule: 'S1', stages: ['announced', 'drafted', 'consultation'], becomes: 'proposed', from: ['none', 'defeated'] },
  {
    rule: 'S2',
    stages: ['committee', 'postponed', 'sent_back', 'referendum_called'],
    becomes: 'in_procedure',
    from: ['none', 'proposed', 'returned'],
  },
  {
    rule: 'S2',
    stages: ['introduced', 'first_reading', 'second_reading', 'further_reading'],
    becomes: 'in_procedure',
    from: ['none', 'proposed', 'returned', 'defeated'],
  },
  {
    rule: 'S2',
    stages: ['introduced', 'committee', 'first_reading', 'second_reading', 'further_reading', 'referendum_called'],
    more: { result: 'failed' },
    becomes: 'in_procedure',
    from: ['none', 'proposed'],
  },
  {
    rule: 'S3',
    stages: ['adopted', 'readopted', 'referendum_approved'],
    becomes: 'adopted',
    from: EVERY_BUT('in_force', 'suspended'),
  },
  {
    rule: 'S3',
    stages: ['adopted', 'readopted', 'referendum_approved'],
    more: { result: 'passed' },
    becomes: 'adopted',
    from: EVERY_BUT('in_force', 'suspended'),
  },
  {
    rule: 'S3',
    stages: ['adopted', 'readopted', 'referendum_approved'],
    more: { result: 'failed' },
    becomes: 'in_procedure',
    from: ['none', 'proposed'],
  },
  { rule: 'S4', stages: ['returned'], becomes: 'returned', from: EVERY_BUT('in_force', 'suspended') },
  {
    rule: 'S5',
    stages: ['signed', 'published', 'issued'],
    becomes: 'adopted',
    from: EVERY_BUT('in_force', 'suspended', 'ended'),
  },
  { rule: 'S6', stages: ['in_force'], becomes: 'in_force', from: EVERY },
  { rule: 'S7', stages: ['in_force_confirmed'], becomes: 'in_force', from: EVERY },
  { rule: 'S8', stages: ['extended'], becomes: 'in_force', from: EVERY },
  { rule: 'S10', stages: ['suspended'], becomes: 'suspended', from: EVERY },
  {
    rule: 'S11',
    stages: ['annulled', 'repealed', 'replaced', 'expired'],
    becomes: 'ended',
    from: ['in_force', 'suspended'],
  },
  {
    rule: 'S12',
    stages: ['rejected', 'withdrawn', 'lapsed', 'referendum_rejected'],
    becomes: 'ended',
    from: ['in_force', 'suspended'],
  },
]

describe('a step gives its status by the table, and else changes nothing', () => {
  const cases = TABLE.flatMap(({ rule, stages, becomes, from, more = {} }) =>
    stages.flatMap((stage) =>
      EVERY.map((before) => ({
        rule,
        stage,
        before,
        more,
        result: more.result ?? 'no result',
        becomes: from.includes(before) ? becomes : ('as it was' as const),
      })),
    ),
  ).filter(({ rule, before }) => {
    // What was never law is defeated by S11 and S12; their own tests have that.
    return !['S11', 'S12'].includes(rule) || ['in_force', 'suspended', 'ended'].includes(before)
  })

  test.each(cases)('$rule: $stage ($result) of a measure that is $before: $becomes', (clause) => {
    const { stage, before, becomes, more } = clause
    const way = WAY_TO[before]
    const step: Row = ['2021-03-05', stage, { key: 'then', ...more }]
    expect(on('2021-03-04', [...way, step])).toBe(before === 'none' ? null : before)
    if (becomes === 'as it was' || becomes === before) {
      expect(read([...way, step]).spans).toEqual(read(way).spans)
    } else {
      const rule =
        before === 'defeated' && becomes === 'in_procedure' ? 'S15' : more.result === 'failed' ? 'S2' : clause.rule
      expect(history([...way, step]).at(-1)).toBe(`2021-03-05 ${becomes} ${rule} by then`)
    }
  })

  test('each stage stands in the table under its rule', () => {
    const stages = TABLE.flatMap(({ rule, stages }) => stages.map((stage) => [stage, rule] as const))
    const elsewhere = (Object.entries(RULE_OF_STAGE) as [Stage, Rule][]).filter(([, rule]) =>
      ['S13', 'S14'].includes(rule),
    )
    expect(Object.fromEntries([...stages, ...elsewhere])).toEqual(RULE_OF_STAGE)
  })
})

describe('before the first step that gives a status there is none', () => {
  test('a measure without steps has no status', () => {
    expect(read([])).toEqual({ spans: [], movements: [] })
  })

  test('a measure of which only notes are known has no status', () => {
    expect(history([['2021-03-05', 'noted']])).toEqual([])
    expect(on('2021-01-01', [['2021-03-05', 'introduced']])).toBe(null)
  })
})

describe('S2: a lost vote is not the end of a bill', () => {
  test.each(['first_reading', 'second_reading', 'adopted', 'readopted'] as const)(
    'after a lost %s the bill is in procedure, since and by the step that brought it there',
    (stage) => {
      const rows: Row[] = [
        ['2021-05-31', 'committee'],
        ['2021-06-30', stage, { result: 'failed' }],
      ]
      expect(history(rows)).toEqual(['2021-05-31 in_procedure S2 by committee'])
    },
  )

  test('a returned law whose readoption fails stays returned', () => {
    const rows: Row[] = [
      ['2021-01-01', 'returned'],
      ['2021-06-30', 'readopted', { result: 'failed' }],
    ]
    expect(history(rows)).toEqual(['2021-01-01 returned S4 by returned'])
  })

  test('a defeated bill that fails again stays defeated', () => {
    const rows: Row[] = [
      ['2021-01-01', 'introduced'],
      ['2021-02-01', 'rejected'],
      ['2021-06-30', 'first_reading', { result: 'failed' }],
    ]
    expect(history(rows).at(-1)).toBe('2021-02-01 defeated S12 by rejected')
  })

  test('a vote that ends the bill is written as rejected', () => {
    const rows: Row[] = [
      ['2021-01-01', 'introduced'],
      ['2021-02-01', 'rejected', { result: 'failed' }],
    ]
    expect(history(rows).at(-1)).toBe('2021-02-01 defeated S12 by rejected')
  })

  test('the law that was returned is back in procedure when a committee takes it up', () => {
    const rows: Row[] = [
      ['2020-06-25', 'adopted'],
      ['2020-08-03', 'returned'],
      ['2021-05-31', 'committee'],
      ['2021-06-30', 'further_reading', { result: 'failed' }],
      ['2021-07-28', 'readopted'],
    ]
    expect(history(rows)).toEqual([
      '2020-06-25 adopted S3 by adopted',
      '2020-08-03 returned S4 by returned',
      '2021-05-31 in_procedure S2 by committee',
      '2021-07-28 adopted S3 by readopted',
    ])
  })
})

describe('S5: signature and publication leave a law adopted until it is in force', () => {
  test('signature confirms adoption and moves neither day nor basis', () => {
    const rows: Row[] = [
      ['2024-03-14', 'adopted'],
      ['2024-04-02', 'signed'],
      ['2024-04-05', 'published'],
    ]
    expect(history(rows)).toEqual(['2024-03-14 adopted S3 by adopted'])
  })

  test('publication after entry into force changes nothing', () => {
    const rows: Row[] = [
      ['2024-04-02', 'in_force'],
      ['2024-04-05', 'published'],
    ]
    expect(history(rows)).toEqual(['2024-04-02 in_force S6 by in_force'])
  })
})

describe('S6: a measure is in force from its entry into force', () => {
  test('of several parts the first counts', () => {
    const rows: Row[] = [
      ['2024-04-02', 'signed'],
      ['2024-05-01', 'in_force', { key: 'most-articles' }],
      ['2025-01-01', 'in_force', { key: 'article-9' }],
    ]
    expect(history(rows).at(-1)).toBe('2024-05-01 in_force S6 by most-articles')
  })

  test('the day counts from which it is certain', () => {
    const rows: Row[] = [
      ['2024-04-02', 'signed'],
      ['2024-05', 'in_force'],
    ]
    expect(read(rows).spans.at(-1)).toMatchObject({ from: '2024-05-31', status: 'in_force', atTheLatest: true })
    expect(possibly(rows).at(-1)).toBe('2024-05-01 in_force S6 by in_force')
  })
})

describe('S7: a source shows that it is applied as law', () => {
  const rows: Row[] = [
    ['2024-03-14', 'adopted'],
    ['2024-04-02', 'signed'],
    ['[2024-04-02..2024-09-09]', 'in_force_confirmed'],
  ]

  test('it is in force at the latest from the day of the source', () => {
    expect(on('2024-09-08', rows)).toBe('adopted')
    expect(read(rows).spans.at(-1)).toMatchObject({
      status: 'in_force',
      from: '2024-09-09',
      rule: 'S7',
      atTheLatest: true,
    })
  })

  test('it may have been in force since it was signed', () => {
    expect(possibly(rows)).toEqual(['2024-03-14 adopted S3 by adopted', '2024-04-02 in_force S7 by in_force_confirmed'])
  })

  test('“at the latest” also where the source has one day', () => {
    expect(read([['2024-09-09', 'in_force_confirmed']]).spans[0]?.atTheLatest).toBe(true)
  })

  test('it gives no new term and takes none away', () => {
    const withTerm: Row[] = [
      ['2022-01-01', 'in_force', { until: '2022-06-30' }],
      ['2022-03-01', 'in_force_confirmed', { until: '2023-12-31' }],
    ]
    expect(history(withTerm)).toEqual(['2022-01-01 in_force S6 by in_force', '2022-07-01 ended S9 by in_force'])
  })
})

describe('S8: an extension keeps it in force for a new term', () => {
  const order: Row = ['2022-04-01', 'in_force', { until: '2022-06-30' }]

  test('an extension within the old term leaves no gap, and the new term counts', () => {
    const rows: Row[] = [order, ['2022-06-20', 'extended', { until: '2022-09-30' }]]
    expect(history(rows)).toEqual(['2022-04-01 in_force S6 by in_force', '2022-10-01 ended S9 by extended'])
  })

  test('an extension that is certain only after the old term joins it where it may be that old', () => {
    const rows: Row[] = [order, ['[2022-06-20..2022-08-15]', 'extended', { until: '2022-09-30' }]]
    expect(history(rows)).toEqual(['2022-04-01 in_force S6 by in_force', '2022-10-01 ended S9 by extended'])
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2022-04-01', '2022-07-01'])
  })

  test('it joins on the very day after the old term, not a day later', () => {
    const from = (edtf: string) => history([order, [edtf, 'extended', { until: '2022-09-30' }]])
    expect(from('[2022-07-01..2022-08-15]')).toHaveLength(2)
    expect(from('[2022-07-02..2022-08-15]')).toEqual([
      '2022-04-01 in_force S6 by in_force',
      '2022-07-01 ended S9 by in_force',
      '2022-08-15 in_force S8 by extended',
      '2022-10-01 ended S9 by extended',
    ])
  })

  test('it joins where nothing says how early it can be', () => {
    const rows: Row[] = [order, ['[..2022-08-15]', 'extended', { until: '2022-09-30' }]]
    expect(history(rows)).toHaveLength(2)
  })

  test('a new order after a break is in force from its own day', () => {
    const rows: Row[] = [order, ['2022-08-15', 'extended', { until: '2022-09-30' }]]
    expect(history(rows)).toEqual([
      '2022-04-01 in_force S6 by in_force',
      '2022-07-01 ended S9 by in_force',
      '2022-08-15 in_force S8 by extended',
      '2022-10-01 ended S9 by extended',
    ])
  })

  test('extensions join one another', () => {
    const rows: Row[] = [
      order,
      ['[2022-06-20..2022-07-15]', 'extended', { key: 'first', until: '2022-09-30' }],
      ['[2022-09-20..2022-10-15]', 'extended', { key: 'second', until: '2022-12-31' }],
    ]
    expect(history(rows)).toEqual(['2022-04-01 in_force S6 by in_force', '2023-01-01 ended S9 by second'])
  })

  test('it does not come before a step that stands before it in the record', () => {
    const rows: Row[] = [
      order,
      ['2022-07-20', 'suspended'],
      ['[2022-06-20..2022-08-15]', 'extended', { until: '2022-09-30' }],
    ]
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2022-04-01', '2022-07-20', '2022-07-20'])
  })

  test('the latest of the terms counts, also where it is the shorter', () => {
    const rows: Row[] = [order, ['2022-05-01', 'extended', { until: '2022-05-31' }]]
    expect(history(rows).at(-1)).toBe('2022-06-01 ended S9 by extended')
  })

  test('an extension without a term has no end that is known', () => {
    expect(history([order, ['2022-06-01', 'extended']])).toEqual(['2022-04-01 in_force S6 by in_force'])
  })
})

describe('S9: the term ran out', () => {
  test('it is in force on the last day of the term, and has ended on the next', () => {
    const rows: Row[] = [['2022-04-01', 'in_force', { until: '2022-06-30' }]]
    expect(on('2022-06-30', rows)).toBe('in_force')
    expect(on('2022-07-01', rows)).toBe('ended')
    expect(read(rows).spans[1]).toMatchObject({ rule: 'S9', basis: { step: 'in_force' }, atTheLatest: false })
  })

  test('of a last day that is not exactly known the latest counts, possibly the earliest', () => {
    const rows: Row[] = [['2022-04-01', 'in_force', { until: '2022-06' }]]
    expect(read(rows).spans[1]).toMatchObject({ from: '2022-07-01', atTheLatest: true })
    expect(possibly(rows)[1]).toBe('2022-06-02 ended S9 by in_force')
  })

  test('a term whose first possible end nobody knows ends, possibly too, when it is certain', () => {
    const rows: Row[] = [['2022-04-01', 'in_force', { until: '[..2022-06-30]' }]]
    expect(history(rows)[1]).toBe('2022-07-01 ended S9 by in_force')
    expect(possibly(rows)).toEqual(history(rows))
  })

  test('a term that may last for ever does not run out', () => {
    expect(history([['2022-04-01', 'in_force', { until: '[2022-06-30..]' }]])).toHaveLength(1)
    expect(history([['2022-04-01', 'in_force', { until: '9999-12-31' }]])).toHaveLength(1)
    expect(possibly([['2022-04-01', 'in_force', { until: '9999-12-31' }]])).toHaveLength(1)
  })

  test('a term over before the entry into force is certain leaves no day in force', () => {
    const rows: Row[] = [
      ['2022-03-01', 'issued'],
      ['2022', 'in_force', { until: '2022-06-30' }],
    ]
    expect(history(rows)).toEqual(['2022-03-01 adopted S5 by issued', '2022-12-31 ended S9 by in_force'])
  })

  test('a later entry into force without a term lifts the term', () => {
    const rows: Row[] = [
      ['2022-04-01', 'in_force', { until: '2022-06-30' }],
      ['2022-06-15', 'in_force', { key: 'made-permanent' }],
    ]
    expect(history(rows)).toHaveLength(1)
  })

  test('what has ended otherwise does not end again', () => {
    const rows: Row[] = [
      ['2022-04-01', 'in_force', { until: '2022-06-30' }],
      ['2022-05-01', 'repealed'],
      ['2022-05-15', 'readopted'],
    ]
    expect(history(rows).at(-1)).toBe('2022-05-15 adopted S3 by readopted')
  })

  test('the term runs out while the measure is suspended, and the suspension with it', () => {
    const rows: Row[] = [
      ['2022-04-01', 'in_force', { until: '2022-06-30' }],
      ['2022-05-01', 'suspended', { until: '2022-08-31' }],
    ]
    expect(history(rows)).toEqual([
      '2022-04-01 in_force S6 by in_force',
      '2022-05-01 suspended S10 by suspended',
      '2022-07-01 ended S9 by in_force',
    ])
  })

  test('term and suspension are over on one day: it has ended, and does not come back', () => {
    const rows: Row[] = [
      ['2022-04-01', 'in_force', { until: '2022-06-30' }],
      ['2022-05-01', 'suspended', { until: '2022-06-30' }],
    ]
    expect(history(rows).at(-1)).toBe('2022-07-01 ended S9 by in_force')
    expect(history(rows)).toHaveLength(3)
  })
})

describe('S10: suspended, and back when the suspension has passed', () => {
  const law: Row = ['2022-01-01', 'in_force']

  test('a suspension without a term lasts', () => {
    expect(history([law, ['2022-03-01', 'suspended']])).toEqual([
      '2022-01-01 in_force S6 by in_force',
      '2022-03-01 suspended S10 by suspended',
    ])
  })

  test('after its last day the measure is as before, resting on the suspension', () => {
    const rows: Row[] = [law, ['2022-03-01', 'suspended', { until: '2022-05-31' }]]
    expect(on('2022-05-31', rows)).toBe('suspended')
    expect(history(rows)).toEqual([
      '2022-01-01 in_force S6 by in_force',
      '2022-03-01 suspended S10 by suspended',
      '2022-06-01 in_force S10 by suspended',
    ])
  })

  test('what was not in force yet is not in force afterwards', () => {
    const rows: Row[] = [
      ['2022-01-01', 'signed'],
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
    ]
    expect(history(rows).at(-1)).toBe('2022-06-01 adopted S10 by suspended')
  })

  test('it is back on a known day, however vaguely it was in force before', () => {
    const rows: Row[] = [
      ['[2021-01-01..2022-01-01]', 'in_force_confirmed'],
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
    ]
    const back = read(rows).spans.at(-1)
    expect(back).toMatchObject({ from: '2022-06-01', status: 'in_force', atTheLatest: false })
    const vague: Row[] = [law, ['2022-03-01', 'suspended', { until: '2022-05' }]]
    expect(read(vague).spans.at(-1)).toMatchObject({ from: '2022-06-01', status: 'in_force', atTheLatest: true })
  })

  test('a step that ends the suspension early counts, and the term of suspension no more', () => {
    const rows: Row[] = [
      law,
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
      ['2022-04-01', 'in_force', { key: 'lifted' }],
      ['2022-05-01', 'repealed'],
    ]
    expect(history(rows).slice(2)).toEqual(['2022-04-01 in_force S6 by lifted', '2022-05-01 ended S11 by repealed'])
  })

  test.each([
    ['2022-05-15', '2022-08-31', '2022-09-01', 'again'],
    ['2022-05-15', '2022-05-20', '2022-06-01', 'suspended'],
    ['2022-03-01', '2022-08-31', '2022-09-01', 'again'],
  ])('suspended again on %s until %s: back on %s', (day, until, back, basis) => {
    const rows: Row[] = [
      law,
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
      [day, 'suspended', { key: 'again', until }],
    ]
    expect(history(rows)).toEqual([
      '2022-01-01 in_force S6 by in_force',
      '2022-03-01 suspended S10 by suspended',
      `${back} in_force S10 by ${basis}`,
    ])
  })

  test('suspended again without a term: it stays suspended', () => {
    const rows: Row[] = [
      law,
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
      ['2022-05-15', 'suspended', { key: 'again' }],
    ]
    expect(history(rows)).toHaveLength(2)
  })

  test('a second suspension for a term does not end a first one that has none', () => {
    const rows: Row[] = [
      law,
      ['2022-03-01', 'suspended'],
      ['2022-05-15', 'suspended', { key: 'again', until: '2022-08-31' }],
    ]
    expect(history(rows)).toHaveLength(2)
  })

  test('suspended anew after the first suspension has passed', () => {
    const rows: Row[] = [
      law,
      ['2022-03-01', 'suspended', { until: '2022-05-31' }],
      ['2022-07-01', 'suspended', { key: 'again', until: '2022-08-31' }],
    ]
    expect(history(rows).slice(2)).toEqual([
      '2022-06-01 in_force S10 by suspended',
      '2022-07-01 suspended S10 by again',
      '2022-09-01 in_force S10 by again',
    ])
  })
})

describe('S11: annulled, repealed, replaced, expired', () => {
  const WAYS = ['annulled', 'repealed', 'replaced', 'expired'] as const

  test.each(WAYS)('a law that was signed, published, issued or in force has ended when it is %s', (stage) => {
    for (const law of ['signed', 'published', 'issued', 'in_force', 'in_force_confirmed', 'extended'] as const)
      expect(
        history([
          [`2022-01-01`, law],
          ['2022-03-01', stage],
        ]).at(-1),
      ).toBe(`2022-03-01 ended S11 by ${stage}`)
  })

  test.each(WAYS)('what was never more than adopted is defeated when it is %s', (stage) => {
    for (const before of ['none', 'proposed', 'in_procedure', 'adopted', 'returned'] as const)
      expect(history([...WAY_TO[before], ['2022-03-01', stage]]).at(-1)).toBe(`2022-03-01 defeated S11 by ${stage}`)
  })

  test('a law that was signed and then annulled has ended also where it never entered into force', () => {
    const rows: Row[] = [
      ['2022-01-01', 'adopted'],
      ['2022-02-01', 'signed'],
      ['2022-03-01', 'annulled'],
    ]
    expect(history(rows)).toEqual(['2022-01-01 adopted S3 by adopted', '2022-03-01 ended S11 by annulled'])
  })
})

describe('S11: another measure replaces it', () => {
  const newer: StatusStep[] = stepsOf([
    ['2021-03-11', 'adopted'],
    ['2021-05-05', 'in_force'],
  ])
  const replaced = (steps = newer) => {
    const influence = influenceOf('replaces', { measure: 'newer', steps })
    return influence ? [influence] : []
  }

  test('the older law has ended from the newer one’s entry into force', () => {
    expect(history([['2017-01-15', 'in_force']], replaced())).toEqual([
      '2017-01-15 in_force S6 by in_force',
      '2021-05-05 ended S11 by newer#in_force',
    ])
  })

  test.each([
    ['signed', 'ended'],
    ['adopted', 'defeated'],
  ] as const)('an older law that was %s, not in force, is %s', (stage, status) => {
    expect(history([['2017-01-15', stage]], replaced()).at(-1)).toBe(`2021-05-05 ${status} S11 by newer#in_force`)
  })

  test('a suspended law that is replaced has ended, and does not come back', () => {
    const rows: Row[] = [
      ['2017-01-15', 'in_force'],
      ['2021-05-01', 'suspended', { until: '2021-06-30' }],
    ]
    expect(history(rows, replaced()).at(-1)).toBe('2021-05-05 ended S11 by newer#in_force')
  })

  test('the term of a law that is replaced runs out no more', () => {
    const rows: Row[] = [['2017-01-15', 'in_force', { until: '2021-06-30' }]]
    expect(history(rows, replaced()).at(-1)).toBe('2021-05-05 ended S11 by newer#in_force')
  })

  test.each(['proposed', 'in_procedure', 'returned', 'defeated'] as const)('what is %s is left as it is', (before) => {
    expect(history(WAY_TO[before], replaced())).toEqual(history(WAY_TO[before]))
  })

  test('while the newer one is only adopted, or signed, nothing is replaced', () => {
    for (const stage of ['introduced', 'adopted', 'signed', 'published'] as const)
      expect(replaced(stepsOf([['2021-03-11', stage]]))).toEqual([])
  })

  test('a newer law known only to be applied replaces at the latest from then', () => {
    const [influence] = replaced(stepsOf([['[2021-03-11..2021-09-09]', 'in_force_confirmed']]))
    expect(influence).toMatchObject({ rule: 'S11', on: { earliest: '2021-03-11', latest: '2021-09-09' } })
    const { spans } = read([['2017-01-15', 'in_force']], influence ? [influence] : [])
    expect(spans.at(-1)).toMatchObject({ from: '2021-09-09', atTheLatest: true })
    expect(possibly([['2017-01-15', 'in_force']], influence ? [influence] : []).at(-1)).toBe(
      '2021-03-11 ended S11 by newer#in_force_confirmed',
    )
  })

  test('an announced entry into force replaces as announced', () => {
    const steps = stepsOf([['2027-01-01', 'in_force', { planned: true }]])
    const { spans } = read([['2017-01-15', 'in_force']], replaced(steps))
    expect(spans.at(-1)).toMatchObject({ from: '2027-01-01', status: 'ended', asAnnounced: true })
  })

  test('the day is that of the newer one’s step as its own later steps bound it', () => {
    const steps = stepsOf([
      ['2021', 'in_force'],
      ['2021-06-10', 'suspended'],
    ])
    expect(replaced(steps)[0]?.on).toEqual({ earliest: '2021-01-01', latest: '2021-06-10' })
  })

  test('an own step of that day comes first', () => {
    expect(history([['2021-05-05', 'in_force']], replaced())).toEqual(['2021-05-05 ended S11 by newer#in_force'])
    const rows: Row[] = [
      ['2017-01-15', 'in_force'],
      ['2021-05-05', 'repealed'],
    ]
    expect(history(rows, replaced()).at(-1)).toBe('2021-05-05 ended S11 by repealed')
  })

  test('a newer law without any date does nothing yet', () => {
    const influence: Influence = { rule: 'S11', measure: 'newer', step: 'x', on: { earliest: null, latest: null } }
    expect(history([['2017-01-15', 'in_force']], [influence])).toHaveLength(1)
  })
})

describe('S12: rejected, withdrawn, lapsed', () => {
  const WAYS = ['rejected', 'withdrawn', 'lapsed', 'referendum_rejected'] as const

  test.each(WAYS)('%s before entry into force: defeated, signed or not', (stage) => {
    for (const before of ['none', 'proposed', 'in_procedure', 'adopted', 'returned'] as const)
      expect(history([...WAY_TO[before], ['2022-03-01', stage]]).at(-1)).toBe(`2022-03-01 defeated S12 by ${stage}`)
    expect(
      history([
        ['2022-01-01', 'signed'],
        ['2022-03-01', stage],
      ]).at(-1),
    ).toBe(`2022-03-01 defeated S12 by ${stage}`)
  })

  test.each(WAYS)('%s after entry into force: ended', (stage) => {
    for (const law of ['in_force', 'in_force_confirmed', 'extended'] as const)
      expect(
        history([
          ['2022-01-01', law],
          ['2022-03-01', stage],
        ]).at(-1),
      ).toBe(`2022-03-01 ended S12 by ${stage}`)
  })
})

describe('S13: a source reports where it stands', () => {
  const report = (stands_at: Status): Row => ['2021-03-05', 'reported', { stands_at }]
  const REPORTABLE = ['proposed', 'in_procedure', 'adopted', 'returned', 'suspended', 'defeated', 'ended'] as const

  test.each(REPORTABLE)('without a step, it is %s, as reported', (status) => {
    expect(read([report(status)]).spans).toMatchObject([
      { status, from: '2021-03-05', rule: 'S13', asReported: true, basis: { measure: null, step: 'reported' } },
    ])
  })

  test.each(['proposed', 'in_procedure', 'returned', 'defeated'] as const)('what is %s takes any report', (before) => {
    for (const status of REPORTABLE.filter((reported) => reported !== before))
      expect(history([...WAY_TO[before], report(status)]).at(-1)).toBe(`2021-03-05 ${status} S13 by reported`)
  })

  test.each([
    ['adopted', ['proposed', 'in_procedure', 'returned', 'defeated']],
    ['in_force', ['proposed', 'in_procedure', 'returned', 'defeated', 'adopted']],
    ['suspended', ['proposed', 'in_procedure', 'returned', 'defeated', 'adopted']],
    ['ended', ['proposed', 'in_procedure', 'returned', 'defeated', 'adopted', 'suspended']],
  ] as const)('what is %s is not taken back', (before, reports) => {
    for (const status of reports)
      expect(read([...WAY_TO[before], report(status)]).spans).toEqual(read(WAY_TO[before]).spans)
  })

  test('a law in force may be reported suspended, or ended', () => {
    for (const status of ['suspended', 'ended'] as const)
      expect(history([...WAY_TO.in_force, report(status)]).at(-1)).toBe(`2021-03-05 ${status} S13 by reported`)
  })

  test('a report that says nothing of where it stands changes nothing', () => {
    expect(history([...WAY_TO.in_procedure, ['2021-03-05', 'reported']])).toHaveLength(1)
  })

  test('a report that confirms the status leaves it as a step’s, not “as reported”', () => {
    const { spans } = read([...WAY_TO.in_procedure, report('in_procedure')])
    expect(spans).toMatchObject([{ from: '2020-01-01', rule: 'S2', asReported: false }])
  })

  test('a step after the report rests on itself again', () => {
    const rows: Row[] = [report('in_procedure'), ['2021-06-01', 'adopted']]
    expect(read(rows).spans.map(({ status, asReported }) => [status, asReported])).toEqual([
      ['in_procedure', true],
      ['adopted', false],
    ])
  })
})

describe('S14: part of the story, without change of status', () => {
  const STORY = ['amended', 'implemented', 'challenged', 'upheld', 'found_unconstitutional', 'noted'] as const

  test.each(STORY)('%s changes nothing, whatever the status', (stage) => {
    for (const before of EVERY)
      expect(read([...WAY_TO[before], ['2021-03-05', stage]]).spans).toEqual(read(WAY_TO[before]).spans)
  })
})

describe('S15: a defeated bill is taken up again', () => {
  const defeated = WAY_TO.defeated

  test.each(['introduced', 'first_reading', 'second_reading', 'further_reading'] as const)('by %s', (stage) => {
    expect(history([...defeated, ['2021-03-05', stage, { key: 'again' }]]).at(-1)).toBe(
      '2021-03-05 in_procedure S15 by again',
    )
  })

  test.each(['committee', 'postponed', 'sent_back', 'referendum_called'] as const)('not by %s', (stage) => {
    expect(history([...defeated, ['2021-03-05', stage]])).toEqual(history(defeated))
  })

  test('what has ended is not taken up again by a reading', () => {
    expect(history([...WAY_TO.ended, ['2021-03-05', 'introduced']])).toEqual(history(WAY_TO.ended))
  })
})

describe('S16: another measure revives it', () => {
  const revived = (...rows: Row[]) => {
    const influence = influenceOf('revives', { measure: 'newer', steps: stepsOf(rows) })
    return influence ? [influence] : []
  }

  test.each(['proposed', 'in_procedure', 'returned'] as const)('what is %s is defeated', (before) => {
    expect(history(WAY_TO[before], revived(['2022-11-02', 'introduced'])).at(-1)).toBe(
      '2022-11-02 defeated S16 by newer#introduced',
    )
  })

  test.each(['adopted', 'in_force', 'suspended', 'defeated', 'ended'] as const)('what is %s stays so', (before) => {
    expect(history(WAY_TO[before], revived(['2022-11-02', 'introduced']))).toEqual(history(WAY_TO[before]))
  })

  test('a law that was signed and returned is defeated too, not ended', () => {
    const rows: Row[] = [
      ['2022-01-01', 'signed'],
      ['2022-02-01', 'returned'],
    ]
    expect(history(rows, revived(['2022-11-02', 'introduced'])).at(-1)).toBe(
      '2022-11-02 defeated S16 by newer#introduced',
    )
  })

  test('from the newer one’s first step of S2 or later, not from its announcement, a report or a note', () => {
    const before: Row[] = [
      ['2022-05-01', 'announced'],
      ['2022-06-01', 'drafted'],
      ['2022-06-15', 'consultation'],
      ['2022-07-01', 'reported', { stands_at: 'in_procedure' }],
      ['2022-08-01', 'noted'],
      ['2022-09-01', 'introduced', { planned: true }],
    ]
    expect(revived(...before)).toEqual([])
    for (const stage of ['introduced', 'committee', 'first_reading', 'adopted', 'signed', 'in_force'] as const)
      expect(revived(...before, ['2022-11-02', stage, { key: 'then' }], ['2022-12-01', 'adopted'])).toMatchObject([
        { rule: 'S16', step: 'then', on: { earliest: '2022-11-02', latest: '2022-11-02' } },
      ])
  })

  test('a bill introduced again later is in procedure again', () => {
    const rows: Row[] = [...WAY_TO.in_procedure, ['2023-02-01', 'introduced', { key: 'again' }]]
    expect(history(rows, revived(['2022-11-02', 'introduced'])).at(-1)).toBe('2023-02-01 in_procedure S15 by again')
  })
})

describe('a step counts from its effective day', () => {
  test('its latest day, but no later than that of any step after it', () => {
    const rows: Row[] = [
      ['2021', 'introduced'],
      ['2021-03', 'first_reading'],
      ['2021-06-15', 'adopted'],
      ['2021-12', 'signed'],
    ]
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2021-03-31', '2021-03-31', '2021-06-15', '2021-12-31'])
    expect(effectiveDays(stepsOf(rows), 'possible')).toEqual(['2021-01-01', '2021-03-01', '2021-06-15', '2021-12-01'])
  })

  test('a bill that was adopted must have been introduced, though nobody says when', () => {
    const rows: Row[] = [
      ['[2021-01-01..]', 'introduced'],
      ['2021-06-15', 'adopted'],
    ]
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2021-06-15', '2021-06-15'])
    expect(history(rows)).toEqual(['2021-06-15 adopted S3 by adopted'])
    expect(possibly(rows)).toEqual(['2021-01-01 in_procedure S2 by introduced', '2021-06-15 adopted S3 by adopted'])
  })

  test('a step that no date makes certain does not count', () => {
    expect(history([['[2021-01-01..]', 'introduced']])).toEqual([])
    expect(possibly([['[2021-01-01..]', 'introduced']])).toEqual(['2021-01-01 in_procedure S2 by introduced'])
  })

  test.each(['noted', 'amended', 'challenged', 'reported'] as const)('%s neither bounds nor is bounded', (stage) => {
    const rows: Row[] = [
      ['2021', 'introduced'],
      ['2021-03-05', stage],
      ['2021-02-01', 'committee'],
    ]
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2021-02-01', '2021-03-05', '2021-02-01'])
    expect(
      effectiveDays(
        stepsOf([
          ['2021', 'introduced'],
          ['2021-03-05', stage],
        ]),
        'certain',
      ),
    ).toEqual(['2021-12-31', '2021-03-05'])
    expect(
      effectiveDays(
        stepsOf([
          ['2021-06-01', 'introduced'],
          ['2021', stage],
        ]),
        'possible',
      ),
    ).toEqual(['2021-06-01', '2021-01-01'])
    expect(
      effectiveDays(
        stepsOf([
          ['2021', stage],
          ['2021-06-01', 'introduced'],
        ]),
        'possible',
      ),
    ).toEqual(['2021-01-01', '2021-06-01'])
  })

  test('order in the record decides on one day', () => {
    const day = '2021-06-15'
    expect(
      history([
        [day, 'introduced'],
        [day, 'rejected'],
      ]),
    ).toEqual([`${day} defeated S12 by rejected`])
    expect(
      history([
        [day, 'rejected'],
        [day, 'introduced'],
      ]),
    ).toEqual([`${day} in_procedure S15 by introduced`])
  })

  test('the status on a day is that at its end, and what lasted no day is not shown', () => {
    const rows: Row[] = [
      ['2021-01-01', 'introduced'],
      ['2021-06-15', 'adopted'],
      ['2021-06-15', 'signed'],
      ['2021-06-15', 'in_force'],
    ]
    expect(history(rows)).toEqual(['2021-01-01 in_procedure S2 by introduced', '2021-06-15 in_force S6 by in_force'])
  })

  test('a status that is left and regained within a day goes on, since and by what gave it first', () => {
    const rows: Row[] = [
      ['2021-01-01', 'introduced'],
      ['2021-06-15', 'rejected'],
      ['2021-06-15', 'introduced', { key: 'again' }],
    ]
    expect(history(rows)).toEqual(['2021-01-01 in_procedure S2 by introduced'])
  })

  test('“at the latest” where the step’s date is a stretch of days, else not', () => {
    const spans = read([
      ['2021-01', 'announced'],
      ['2021-03-05', 'introduced'],
      ['[2021-04-01..]', 'adopted'],
      ['2021-06-15', 'in_force'],
    ]).spans
    expect(spans.map(({ status, atTheLatest }) => [status, atTheLatest])).toEqual([
      ['proposed', true],
      ['in_procedure', false],
      ['in_force', false],
    ])
  })
})

describe('possibly: each step counts from its earliest day', () => {
  test('but not before a step that stands before it', () => {
    const rows: Row[] = [
      ['2021-03-05', 'introduced'],
      ['2021', 'adopted'],
    ]
    expect(possibly(rows)).toEqual(['2021-03-05 adopted S3 by adopted'])
    expect(history(rows)).toEqual(['2021-03-05 in_procedure S2 by introduced', '2021-12-31 adopted S3 by adopted'])
  })

  test('a law of which only the last possible day of signature is known was signed, when it is annulled', () => {
    const rows: Row[] = [
      ['[..2021-05-01]', 'signed'],
      ['2021-08', 'annulled'],
    ]
    expect(history(rows).map((line) => line.slice(11))).toEqual(['adopted S5 by signed', 'ended S11 by annulled'])
    expect(possibly(rows)).toEqual(['2021-05-01 adopted S5 by signed', '2021-08-01 ended S11 by annulled'])
  })

  test('a first step without an earliest day counts no later than the next', () => {
    const rows: Row[] = [
      ['[..2021-05-01]', 'in_force'],
      ['[2021-03-01..2021-08-01]', 'repealed'],
    ]
    expect(effectiveDays(stepsOf(rows), 'possible')).toEqual(['2021-03-01', '2021-03-01'])
    expect(possibly(rows)).toEqual(['2021-03-01 ended S11 by repealed'])
  })

  test('a note or report of which only the last possible day is known counts on that day', () => {
    expect(possibly([['[..2021-05-01]', 'reported', { stands_at: 'in_procedure' }]])).toEqual([
      '2021-05-01 in_procedure S13 by reported',
    ])
  })
})

describe('planned steps', () => {
  test.each(['in_force', 'expired'] as const)('%s comes by itself on its day, as announced', (stage) => {
    const rows: Row[] = [
      ['2024-04-02', 'signed'],
      ['2027-01-01', stage, { planned: true }],
    ]
    const { spans } = read(rows)
    expect(spans.map(({ from, asAnnounced }) => [from, asAnnounced])).toEqual([
      ['2024-04-02', false],
      ['2027-01-01', true],
    ])
  })

  test.each([
    'introduced',
    'second_reading',
    'adopted',
    'signed',
    'in_force_confirmed',
    'extended',
    'repealed',
  ] as const)('%s must be seen to happen', (stage) => {
    const rows: Row[] = [...WAY_TO.proposed, ['2021-03-05', stage, { planned: true, until: '2022-01-01' }]]
    expect(read(rows)).toEqual(read(WAY_TO.proposed))
    expect(possibly(rows)).toEqual(possibly(WAY_TO.proposed))
  })

  test('one that does not count bounds no other step', () => {
    const rows: Row[] = [
      ['2021', 'introduced'],
      ['2021-03-05', 'second_reading', { planned: true }],
      ['[2021-06-01..2021-07-01]', 'adopted'],
    ]
    expect(effectiveDays(stepsOf(rows), 'certain')).toEqual(['2021-07-01', null, '2021-07-01'])
    expect(effectiveDays(stepsOf(rows), 'possible')).toEqual(['2021-01-01', null, '2021-06-01'])
  })

  test('the end of a planned term is as announced too', () => {
    const rows: Row[] = [['2027-01-01', 'in_force', { planned: true, until: '2027-06-30' }]]
    expect(read(rows).spans).toMatchObject([
      { status: 'in_force', asAnnounced: true },
      { status: 'ended', from: '2027-07-01', rule: 'S9', asAnnounced: true },
    ])
  })

  test('a suspension leaves an announced entry into force as announced', () => {
    const rows: Row[] = [
      ['2021-01-01', 'in_force', { planned: true }],
      ['2021-03-01', 'suspended', { until: '2021-05-31' }],
    ]
    expect(read(rows).spans.map(({ asAnnounced }) => asAnnounced)).toEqual([true, false, true])
  })
})

describe('quiet: nothing known for twelve months of what is pending', () => {
  const quiet = (rows: readonly Row[], checkedOn: Day, influences: Influence[] = []) =>
    quietSpans(read(rows, influences), checkedOn).map(
      ({ from, until, kind, lastMovementOn }) => `${from} to ${until ?? 'now'} ${kind} since ${lastMovementOn}`,
    )

  test('dormant from the day twelve months after the last step, if somebody looked on that day or later', () => {
    const bill: Row[] = [['2021-03-05', 'introduced']]
    expect(quiet(bill, '2022-03-05')).toEqual(['2022-03-05 to now dormant since 2021-03-05'])
    expect(quiet(bill, '2022-03-04')).toEqual(['2022-03-05 to now not_checked since 2021-03-05'])
  })

  test.each(['proposed', 'in_procedure', 'returned'] as const)('what is %s can fall dormant', (before) => {
    expect(quiet(WAY_TO[before], '2026-01-01')).toEqual(['2021-01-01 to now dormant since 2020-01-01'])
  })

  test.each(['none', 'adopted', 'in_force', 'suspended', 'defeated', 'ended'] as const)(
    'what is %s cannot',
    (before) => {
      expect(quiet(WAY_TO[before], '2026-01-01')).toEqual([])
    },
  )

  test('the next step wakes it', () => {
    const rows: Row[] = [
      ['2021-03-05', 'introduced'],
      ['2023-05-01', 'committee'],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual([
      '2022-03-05 to 2023-05-01 dormant since 2021-03-05',
      '2024-05-01 to now dormant since 2023-05-01',
    ])
    expect(quiet(rows, '2023-06-01')[1]).toBe('2024-05-01 to now not_checked since 2023-05-01')
  })

  test('a step twelve months later to the day comes in time', () => {
    const rows: Row[] = [
      ['2021-03-05', 'introduced'],
      ['2022-03-05', 'committee'],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual(['2023-03-05 to now dormant since 2022-03-05'])
  })

  test.each(['amended', 'challenged', 'implemented', 'postponed', 'first_reading'] as const)('%s wakes it', (stage) => {
    expect(
      quiet(
        [
          ['2021-03-05', 'introduced'],
          ['2021-09-01', stage],
        ],
        '2026-01-01',
      ),
    ).toEqual(['2022-09-01 to now dormant since 2021-09-01'])
  })

  test('a lost vote wakes it', () => {
    const rows: Row[] = [
      ['2021-03-05', 'introduced'],
      ['2021-09-01', 'second_reading', { result: 'failed' }],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual(['2022-09-01 to now dormant since 2021-09-01'])
  })

  test('a note, a report that changes nothing and a planned step do not', () => {
    const rows: Row[] = [
      ['2021-03-05', 'introduced'],
      ['2021-09-01', 'noted'],
      ['2021-09-01', 'reported', { stands_at: 'in_procedure' }],
      ['2021-10-01', 'second_reading', { planned: true }],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual(['2022-03-05 to now dormant since 2021-03-05'])
  })

  test('a report that changes the status does', () => {
    const rows: Row[] = [
      ['2021-03-05', 'announced'],
      ['2021-09-01', 'reported', { stands_at: 'in_procedure' }],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual(['2022-09-01 to now dormant since 2021-09-01'])
  })

  test('it ends with the pending status, whatever ends that', () => {
    const revives: Influence = {
      rule: 'S16',
      measure: 'newer',
      step: 'introduced',
      on: { earliest: '2022-11-02', latest: '2022-11-02' },
    }
    const bill: Row[] = [['2021-03-05', 'introduced']]
    expect(quiet(bill, '2026-01-01', [revives])).toEqual(['2022-03-05 to 2022-11-02 dormant since 2021-03-05'])
    expect(quiet([...bill, ['2022-11-02', 'rejected']], '2026-01-01')).toEqual([
      '2022-03-05 to 2022-11-02 dormant since 2021-03-05',
    ])
    expect(quiet([...bill, ['2021-11-02', 'rejected']], '2026-01-01')).toEqual([])
  })

  test('a bill that comes back from a suspension longer than a year is quiet from then', () => {
    const rows: Row[] = [
      ['2021-01-01', 'introduced'],
      ['2021-03-01', 'suspended', { until: '2022-12-31' }],
    ]
    expect(quiet(rows, '2026-01-01')).toEqual(['2023-01-01 to now dormant since 2021-03-01'])
  })

  test('twelve months from 29 February end on the 28th', () => {
    expect(quiet([['2024-02-29', 'introduced']], '2026-01-01')).toEqual(['2025-02-28 to now dormant since 2024-02-29'])
  })

  test('the last year of the calendar has no quiet after it', () => {
    expect(quiet([['9999-06-01', 'introduced']], '9999-12-31')).toEqual([])
    expect(quiet([['9998-12-31', 'introduced']], '9999-12-31')).toEqual(['9999-12-31 to now dormant since 9998-12-31'])
  })
})
