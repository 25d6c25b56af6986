/**
 * The timeline in named situations, each once: for eyes (`npm run gallery`), for tests, for documentation. What is said here
 * about Kyrgyzstan is shortened to be drawn; the record itself is in `seed/`.
 */
import { addDays, type Day } from '../../db/vocabulary/edtf.ts'
import { influenceOf } from '../../db/vocabulary/status.ts'
import type { TimelineView, VoteView } from '../timeline/view.ts'
import {
  buildMeasure,
  buildView,
  date,
  event,
  letter,
  type MeasureSpec,
  opinion,
  relation,
  type StepRow,
  TODAY,
} from './build-view.ts'

const votes = (yes: number, no: number): { vote: VoteView } => ({ vote: { for: yes, against: no } })

export const emptyView = buildView()

export const oneDayView = buildView({
  lanes: [
    buildMeasure({
      slug: 'decree',
      title: 'Decree of one day',
      kind: 'decree',
      steps: [['2026-11-23', 'issued', 'Issued']],
    }).lane,
  ],
  range: { from: TODAY, until: TODAY },
})

export const openEndedView = buildView({
  lanes: [
    buildMeasure({
      slug: 'law',
      title: 'Law of unknown beginnings',
      kind: 'law',
      steps: [
        ['[..2019-05]', 'introduced', 'Introduced, day not known'],
        ['2020', 'first_reading', 'First reading'],
        ['2021-03~', 'adopted', 'Adopted about March'],
        ['[2022-01..2022-08]', 'signed', 'Signed'],
        ['[2023-02-01..]', 'in_force', 'In force on or after'],
      ],
    }).lane,
    buildMeasure({
      slug: 'term',
      title: 'Order with a term',
      kind: 'court_order',
      steps: [
        ['2022-03-01', 'in_force', 'First ban', { until: '2022-12-31' }],
        ['2023-06', 'in_force', 'Second ban', { until: '2023-12-31' }],
      ],
    }).lane,
  ],
  letters: [
    letter('open', '[2021..]', { state: 'none', asOf: '2023-01-01' }),
    letter('undated', null, { state: 'not_known' }),
  ],
  events: [
    event('since', '2019/..', 'Pressure on the press since 2019'),
    event('about', '2020-06~', 'About June 2020', 'attack'),
  ],
})

/** Everything at once in one month, so that nothing fits. */
export const overlappingView = buildView({
  lanes: Array.from(
    { length: 4 },
    (_, n) =>
      buildMeasure({
        slug: `m${n}`,
        title: `A measure with a title so long that no column of labels would ever hold it, number ${n}`,
        steps: Array.from(
          { length: 10 },
          (_step, i): StepRow => [
            `2021-06-${String(10 + i).padStart(2, '0')}`,
            i === 9 ? 'adopted' : 'committee',
            `Committee sitting ${i}`,
            votes(60 + i, i),
          ],
        ),
      }).lane,
  ),
  letters: Array.from({ length: 30 }, (_, i) =>
    letter(`l${i}`, '2021-06-15', { state: 'none', asOf: '2022-01-01' }, { dueOn: '2021-08-14' }),
  ),
  events: Array.from({ length: 30 }, (_, i) => event(`e${i}`, '2021-06-16', `Event number ${i} with some words`)),
})

export const fortyStepsView = buildView({
  lanes: [
    buildMeasure({
      slug: 'forty',
      title: 'Bill with forty steps',
      steps: Array.from({ length: 40 }, (_, i): StepRow => {
        const month = String((i % 12) + 1).padStart(2, '0')
        return [`${2015 + Math.floor(i / 12)}-${month}-05`, 'committee', `Sitting ${i + 1}`]
      }),
    }).lane,
  ],
})

const RIGHTS = [
  { slug: 'expression', short: 'Expression', title: 'Freedom of expression' },
  { slug: 'assembly', short: 'Assembly', title: 'Freedom of peaceful assembly' },
  { slug: 'association', short: 'Association', title: 'Freedom of association' },
  { slug: 'privacy', short: 'Privacy', title: 'Privacy' },
  { slug: 'equality', short: 'Non-discrimination', title: 'Non-discrimination' },
]

function kyrgyzMeasures(asOf: Day) {
  const newConstitution = buildMeasure(
    {
      slug: 'constitution-2021',
      title: 'Constitution of 2021, Article 10 (4)',
      kind: 'constitution',
      rights: { expression: 'severe', assembly: 'serious', association: 'limited' },
      steps: [
        ['2020-11-17', 'drafted', 'Draft posted'],
        ['2021-02-09', 'consultation', 'Revised draft posted'],
        ['2021-03-11', 'referendum_called', 'Referendum called', votes(94, 6)],
        ['2021-04-11', 'referendum_approved', 'Referendum'],
        ['2021-05-05', 'signed', 'Signed'],
        ['2021-05-05', 'in_force', 'In force'],
      ],
    },
    asOf,
  )
  const replaced = influenceOf('replaces', { measure: 'constitution-2021', steps: newConstitution.steps })
  const representatives = buildMeasure(
    {
      slug: 'foreign-representatives',
      title: '“Foreign representatives” law',
      rights: { expression: 'serious', association: 'severe', privacy: 'serious', equality: null },
      steps: [
        ['2022-11', 'drafted', 'First version'],
        ['2023-05-19', 'introduced', 'Introduced', { disputed: true }],
        ['2023-06-29', 'postponed', 'Put off to autumn'],
        ['2023-10-03', 'committee', 'Committee'],
        ['2023-10-25', 'first_reading', '1st reading', votes(52, 7)],
        ['2024-02-07', 'postponed', 'Postponed'],
        ['2024-02-22', 'second_reading', '2nd reading', votes(64, 5)],
        ['2024-03-14', 'adopted', 'Adopted', votes(66, 5)],
        ['2024-04-02', 'signed', 'Signed'],
        ['[2024-04-02..2024-09-09]', 'in_force_confirmed', 'Rules take effect'],
        ['2025-01-14', 'upheld', 'Claim dismissed'],
      ],
    },
    asOf,
  )
  const specs: MeasureSpec[] = [
    {
      slug: 'constitutional-amendments-2016',
      title: 'Constitutional amendments of 2016',
      kind: 'constitutional_amendment',
      rights: { privacy: 'limited', equality: 'severe' },
      influences: replaced ? [replaced] : [],
      steps: [
        ['2016-07-29', 'consultation', 'Draft'],
        ['2016-09-29', 'first_reading', '1st reading', votes(94, 11)],
        ['2016-11-02', 'referendum_called', '3rd reading', votes(89, 16)],
        ['2016-12-11', 'referendum_approved', 'Referendum'],
        ['2016-12-28', 'signed', 'Signed'],
        ['2017-01-15', 'in_force', 'In force'],
      ],
    },
    {
      slug: 'gay-propaganda',
      title: '“Gay propaganda” bill',
      rights: {
        expression: 'severe',
        assembly: 'serious',
        association: 'serious',
        privacy: 'limited',
        equality: 'severe',
      },
      steps: [
        ['2014-03-26', 'drafted', 'First version'],
        ['2014-05-06', 'introduced', 'Registered'],
        ['2014-06-17', 'committee', 'Committee'],
        ['2014-10-07?', 'committee', 'Committee'],
        ['2014-10-15', 'first_reading', '1st reading', votes(79, 7)],
        ['2015-02-17', 'committee', 'Committee'],
        ['2015-06-24', 'second_reading', '2nd reading', votes(90, 2)],
        ['2015-06-30?', 'postponed', 'Off the agenda'],
        ['2016-05-24', 'sent_back', 'Sent back to 2nd reading'],
      ],
    },
    {
      slug: 'foreign-agents',
      title: '“Foreign agents” bill',
      rights: { association: 'severe', expression: 'limited' },
      steps: [
        ['2013-09', 'introduced', 'First version'],
        ['2014-05-26', 'introduced', 'Introduced again'],
        ['2015-06-04', 'first_reading', '1st reading', votes(83, 23)],
        ['2016-04-14', 'second_reading', '2nd reading, softened'],
        ['2016-05-12', 'rejected', '3rd reading', votes(46, 65)],
      ],
    },
    {
      slug: 'ngo-reporting',
      title: 'NGO law amendments (financial reporting)',
      rights: { association: 'serious', privacy: 'limited' },
      steps: [
        ['2019-12-31', 'consultation', 'Public discussion'],
        ['2020-03-04', 'first_reading', '1st reading', { vote: { for: 100 } }],
        ['2020-06-18', 'second_reading', '2nd reading', votes(89, 9)],
        ['2021-06-17', 'adopted', '3rd reading', votes(83, 10)],
        ['[2021-06-26..2021-07-07]', 'signed', 'Signed', { disputed: true }],
        ['2021-11-04', 'implemented', 'Reporting form'],
        ['[2021-07-07..2022-01-01]', 'in_force_confirmed', 'Applied'],
      ],
    },
    {
      slug: 'children-2019',
      title: 'Protection of children from harmful information (2019)',
      rights: { expression: 'serious', equality: null },
      steps: [
        ['2019-04', 'drafted', 'Draft known'],
        ['2021-07-15', 'committee', 'Still considered'],
      ],
      checkedOn: '2022-01-01',
    },
    {
      slug: 'manipulating-information',
      title: 'Manipulating → false information law',
      rights: { expression: 'severe' },
      steps: [
        ['2020-05-14', 'introduced', 'Introduced'],
        ['2020-06-25', 'adopted', 'Passed', votes(79, 10)],
        ['2020-07-25', 'returned', 'Returned'],
        ['2021-05-31', 'committee', 'Conciliation group'],
        ['2021-06-30', 'further_reading', 'Fails', { vote: { for: 59, against: 38, needed: 61 }, result: 'failed' }],
        ['2021-07-28', 'readopted', 'Passed again', votes(97, 5)],
        ['2021-08-23', 'in_force', 'In force'],
      ],
    },
    {
      slug: 'assembly-bans',
      title: 'Assembly bans, central Bishkek',
      kind: 'court_order',
      rights: { assembly: 'severe' },
      steps: [
        ['2022-03?', 'in_force', 'First ban', { until: '2022-04-11' }],
        ['2022?', 'extended', 'Extended', { until: '2022-12-01' }],
        ['2022-12-26', 'extended', 'Again', { until: '2023-12-31' }],
        ['2024-03?', 'extended', 'Extended', { until: '2024-06-30' }],
        ['2025-01-08', 'extended', 'Extended', { until: '2025-03-31' }],
        ['2025-03-26', 'extended', 'Extended', { until: '2025-06-30' }],
        ['2025-09-30', 'extended', 'Extended', { until: '2025-12-31' }],
        ['2025-12-31', 'extended', 'Extended', { until: '2026-03-31' }],
      ],
    },
    {
      slug: 'internet-monopoly',
      title: 'State monopoly on internet traffic',
      kind: 'decree',
      rights: { expression: 'serious', privacy: 'serious' },
      steps: [
        ['2025-07-29', 'signed', 'Decree signed'],
        ['2025-08-15', 'in_force', 'Start of trial', { until: '2027-08-14' }],
      ],
    },
  ]
  const built = specs.map((spec) => buildMeasure(spec, asOf).lane)
  const byTime = [...built.slice(0, 6), newConstitution.lane, representatives.lane, ...built.slice(6)]
  return byTime
}

/** Drawn after the facts that the project follows in Kyrgyzstan, shortened. */
export function kyrgyzView(asOf: Day = TODAY): TimelineView {
  return buildView({
    title: 'Kyrgyzstan: laws narrowing civic space',
    asOf,
    rights: RIGHTS,
    range: { from: '2013-01-01', until: TODAY },
    lanes: kyrgyzMeasures(asOf),
    relations: [
      relation('foreign-representatives', 'revives', 'foreign-agents'),
      relation('constitution-2021', 'replaces', 'constitutional-amendments-2016'),
    ],
    letters: [
      letter('kgz-2-2013', '2013-09-30', { state: 'received', on: date('2013-11-22') }, { label: 'KGZ 2/2013' }),
      letter('kgz-1-2014', '2014-05-06', { state: 'received', on: date('2015-04-21') }, { label: 'KGZ 1/2014' }),
      letter(
        'kgz-5-2014',
        '2014-09-23',
        { state: 'none', asOf: '2021-07-15' },
        { label: 'KGZ 5/2014', dueOn: '2014-11-22' },
      ),
      letter('kgz-2-2015', '2015-07-30', { state: 'none', asOf: '2021-07-15' }, { label: 'KGZ 2/2015' }),
      letter('kgz-1-2020', '2020-03-09', { state: 'none', asOf: '2021-07-15' }, { label: 'KGZ 1/2020' }),
      letter('al-kgz-2-2021', '2021-07-15', { state: 'not_known' }, { label: 'AL KGZ 2/2021', dueOn: '2021-09-13' }),
      letter(
        'january-2022',
        '2022-01-06?',
        { state: 'not_known' },
        { label: 'Letter of January 2022', disputed: true },
      ),
      letter('ol-kgz-3-2023', '2023-06-20', { state: 'not_known' }, { label: 'OL KGZ 3/2023' }),
      letter('al-kgz-1-2024', '2024?', { state: 'not_known' }, { label: 'AL KGZ 1/2024' }),
      opinion('venice-2013', '2013-10-16', 'Venice Commission, interim opinion'),
      opinion('hc-2014', '2014-10-24', 'High Commissioner', 'statement'),
      opinion('ep-2015', '2015-01-15', 'European Parliament', 'resolution'),
      opinion('cedaw-2015', '2015-03-06', 'CEDAW Committee', 'concluding_observations'),
      opinion('venice-2016', '2016-08-29', 'Venice Commission, preliminary opinion'),
      opinion('upr-2020', '2020-01-20', 'UPR, third cycle', 'upr_recommendation'),
      opinion('venice-2021', '2021-03-19', 'Venice Commission and ODIHR'),
      opinion('ccpr-2022', '2022-10-28', 'Human Rights Committee', 'concluding_observations'),
      opinion('ep-2023', '2023-07-13', 'European Parliament', 'resolution'),
      opinion('ohchr-2023', '2023-10', 'OHCHR', 'statement'),
      opinion('odihr-2024', '2024-02-07', 'ODIHR and media representative', 'statement'),
      opinion('hc-2025', '2025-03-20', 'High Commissioner', 'statement'),
    ],
    events: [
      event('march-2019', '2019', 'March for women’s rights', 'assembly'),
      event('reaction', '2019/2020', '#ReAction rallies', 'assembly'),
      event('sms-2020', '2020-10', 'Mass SMS smear before elections'),
      event('rally-2021', '2021-04-15', 'Rally against violence obstructed', 'obstructed_assembly'),
      event('break-in', '2021-04-16', 'Attempted break-in at an LGBTI organisation', 'attack'),
      event('broadcast', '2021-04-19', 'Broadcast against NGOs'),
      event('data', '2021-04-21', 'Personal data of staff published', 'data_leak'),
      event('followed', '2021-04-30', 'Staff followed', 'surveillance'),
    ],
  })
}

const STATES = [
  ['ge', 'Georgia'],
  ['hu', 'Hungary'],
  ['kg', 'Kyrgyzstan'],
  ['ru', 'Russia'],
] as const

const FAMILIES = [
  { slug: 'foreign-agents', title: 'Foreign agents' },
  { slug: 'propaganda', title: '“Propaganda”' },
]

/** The same two ideas in four States, each a year after the one before, some of them stopped. */
const statesLanes = STATES.flatMap(([state, name], s) =>
  Array.from({ length: 5 }, (_, i) => {
    const year = 2012 + s * 2 + i
    const passed = (s + i) % 3 !== 0
    return buildMeasure({
      slug: `${state}-${i}`,
      title: `${i % 2 === 0 ? '“Foreign agents”' : '“Propaganda”'} ${passed ? 'law' : 'bill'}, ${year}`,
      kind: passed ? 'law' : 'bill',
      jurisdiction: state,
      families: i === 4 ? [] : [i % 2 === 0 ? 'foreign-agents' : 'propaganda'],
      rights: i % 2 === 0 ? { association: 'severe', privacy: 'limited' } : { expression: 'serious' },
      steps: [
        [`${year}-02-10`, 'introduced', `Introduced in ${name}`],
        [`${year}-09-20`, 'first_reading', 'First reading', votes(80 - i, 12 + s)],
        passed ? [`${year + 1}-03`, 'adopted', 'Adopted'] : [`${year + 1}-05-12`, 'rejected', 'Rejected'],
        ...(passed ? [[`${year + 1}-06-01`, 'in_force', 'In force'] as const] : []),
      ],
    }).lane
  }),
)

/** One idea in several States, put together by State. */
export const statesView = buildView({
  title: 'Laws narrowing civic space',
  lanes: statesLanes,
  states: STATES.map(([slug, name]) => ({ slug, name })),
  families: FAMILIES,
  rights: RIGHTS,
  group: 'state',
  letters: [letter('al-1', '2014-05-05', { state: 'none', asOf: '2020-01-01' }, { measures: ['ru-0'] })],
  relations: [relation('kg-0', 'inspired_by', 'ge-0'), relation('ru-2', 'companion', 'ru-0')],
})

/** The same with the headings alone: what a reader sees first where there is much. */
export const closedGroupsView: TimelineView = { ...statesView, open: [] }

/** The same, two days held against each other. */
export const comparedView: TimelineView = { ...statesView, compare: '2016-01-01' }

/** Titles as long as they come, in Kyrgyz and Georgian. */
export const scriptsView = buildView({
  title: 'Titles of other scripts',
  lanes: [
    buildMeasure({
      slug: 'kyrgyz',
      title: 'Коммерциялык эмес уюмдар жөнүндө мыйзамга өзгөртүүлөрдү киргизүү тууралуу мыйзам долбоору',
      rights: { association: 'severe' },
      steps: [
        ['2021-05-05', 'introduced', 'Биринчи окууга чейинки талкуу'],
        ['2021-09', 'first_reading', 'Биринчи окуу', votes(79, 7)],
      ],
    }).lane,
    buildMeasure({
      slug: 'georgian',
      title: 'კანონი უცხოური გავლენის გამჭვირვალობის შესახებ',
      kind: 'law',
      steps: [
        ['2024-04-03', 'introduced', 'ინიცირება'],
        ['2024-05-14', 'adopted', 'მესამე მოსმენა', votes(84, 30)],
        ['2024-08-01', 'in_force', 'ამოქმედდა'],
      ],
    }).lane,
    buildMeasure({
      slug: 'arabic',
      title: 'مشروع قانون بشأن الجمعيات والمنظمات الأجنبية',
      steps: [['2023-03-03', 'introduced', 'القراءة الأولى']],
    }).lane,
  ],
  rights: RIGHTS,
})

/** More than anybody reads: built when asked for, because it takes a second. */
export function manyLanesView(count = 10_000): TimelineView {
  const lanes = Array.from({ length: count }, (_, i) => {
    const from = addDays('2000-01-01', (i * 37) % 9000)
    return buildMeasure({
      slug: `m${i}`,
      title: `Measure number ${i}`,
      jurisdiction: STATES[i % STATES.length]?.[0] ?? 'ex',
      steps: [
        [from, 'introduced', 'Introduced'],
        [addDays(from, 200), 'adopted', 'Adopted'],
        [addDays(from, 260), 'in_force', 'In force'],
      ],
    }).lane
  })
  return buildView({
    title: `${count.toLocaleString('en')} measures`,
    lanes,
    states: STATES.map(([slug, name]) => ({ slug, name })),
  })
}

export interface Example {
  name: string
  /** What to look for. */
  shows: string
  view: () => TimelineView
  direction?: 'ltr' | 'rtl'
}

export const TIMELINE_EXAMPLES: readonly Example[] = [
  { name: 'empty', shows: 'Nothing fits the choice, and the drawing says so.', view: () => emptyView },
  { name: 'one-day', shows: 'A single step, today.', view: () => oneDayView },
  { name: 'open-ended', shows: 'Starts and ends that nobody knows fade out.', view: () => openEndedView },
  {
    name: 'overlapping',
    shows: 'Thirty letters of one day: rows, then a cluster with a count.',
    view: () => overlappingView,
  },
  { name: 'forty-steps', shows: 'Forty steps in four years: clusters that open as lists.', view: () => fortyStepsView },
  { name: 'kyrgyzstan', shows: 'A State’s record, shortened: every kind of mark.', view: () => kyrgyzView() },
  { name: 'another-day', shows: 'As of 15 July 2021: what came later is faded.', view: () => kyrgyzView('2021-07-15') },
  {
    name: 'right-to-left',
    shows: 'Labels at the right, time runs to the left.',
    view: () => kyrgyzView(),
    direction: 'rtl',
  },
  { name: 'scripts', shows: 'Kyrgyz, Georgian and Arabic titles are cut where they must be.', view: () => scriptsView },
  { name: 'grouped', shows: 'By State: headings with counts and a band each.', view: () => statesView },
  { name: 'grouped-closed', shows: 'The headings alone.', view: () => closedGroupsView },
  { name: 'grouped-right-to-left', shows: 'The same, turned over.', view: () => statesView, direction: 'rtl' },
  { name: 'compared', shows: 'Two days held against each other.', view: () => comparedView },
  {
    name: 'ten-thousand',
    shows: 'Ten thousand measures: only what is in sight is laid out.',
    view: () => manyLanesView(),
  },
]
