/**
 * Where each fact of the collection on Bulgaria arrived in the seed: entries of measures, letters, statements, conflicts,
 * impacts, relations and sources, in the order of the collection. How targets are written stands in state-facts.ts.
 */
import type { StateFacts } from './state-facts.ts'

export const FACTS: StateFacts = {
  jurisdictions: ['bg'],
  entries: {
    'bg-foreign-agents-bill-2022': [
      {
        date: '2022',
        to: ['step bg-foreign-agents-bill-2022#introduced-2022'],
        because: 'a fact check gives the day and the month',
      },
    ],
    'bg-foreign-agents-bill-2023': [
      {
        date: '2023',
        to: [
          'step bg-foreign-agents-bill-2023#introduced-2023',
          'relation bg-foreign-agents-bill-2023->bg-foreign-agents-bill-2022 revives',
        ],
      },
    ],
    'bg-foreign-agents-bill-2024': [
      { date: '2024-09-10', to: ['step bg-foreign-agents-bill-2024#introduced-2024'] },
      {
        date: '2024-09-19',
        vote: { for: 2, against: 6, abstain: 2 },
        to: ['step bg-foreign-agents-bill-2024#committee-2024'],
      },
    ],
    'bg-foreign-agents-bill-2025': [
      {
        date: '2025-02-05',
        vote: { for: 38, against: 112, abstain: 48 },
        to: ['step bg-foreign-agents-bill-2025#rejected-2025'],
      },
    ],
    'bg-school-lgbt-amendment-2024': [
      {
        date: '2024-08-07',
        vote: { for: 135, against: 57, abstain: 8 },
        to: ['step bg-school-lgbt-amendment-2024#adopted-2024'],
      },
      {
        date: '2024-08-07',
        vote: { for: 159, against: 22, abstain: 12 },
        to: ['disagreement bg-school-lgbt-amendment-2024#adopted-2024 What the vote of 7 August was'],
      },
      { date: '2024-08-15', to: ['step bg-school-lgbt-amendment-2024#signed-2024'] },
      { date: '2024-08-16', to: ['step bg-school-lgbt-amendment-2024#published-2024'] },
    ],
  },
  furtherSteps: {
    'bg-foreign-agents-bill-2022#lapsed-2022':
      'the outcome: not discussed before the end of the 48th National Assembly',
    'bg-foreign-agents-bill-2023#reported-2024': 'the outcome: counted among the defeats',
  },
  letters: [],
  statements: [
    { date: '2024-08-12', to: ['communication bg-coe-commissioner-statement-2024'] },
    { date: '2024-08-13', to: ['communication bg-commissioner-equality-letter-2024'] },
    { date: '2024-08-16', to: ['communication bg-ohchr-statement-2024'] },
    { date: '2024-09?', to: ['communication bg-commission-spokesperson-2024'] },
  ],
  lettersAmongStatements: { 'bg-commissioner-equality-letter-2024': { days: 14, basis: 'stated_in_letter' } },
  furtherCommunications: {},
  conflicts: [
    {
      conflict: 'bg-school-lgbt-amendment-2024: vote of 7 August 2024',
      sources: ['bg-b2b_2024_08', 'bg-remix_2024_08', 'bg-opoka_2024_08', 'bg-gaytoday_2024_08'],
      at: [
        {
          on: 'bg-school-lgbt-amendment-2024#adopted-2024',
          about: 'What the vote of 7 August was',
          values: ['135 for, 57 against, 8 abstentions', '159 for, 22 against, 12 abstentions'],
        },
      ],
    },
    {
      conflict: 'bg-school-lgbt-amendment-2024: the Commission’s letter is dated 13 August but',
      sources: ['bg-novinite_2024_08_20', 'bg-lemonde_bnt_2024_08'],
      at: [
        {
          on: 'bg-commissioner-equality-letter-2024',
          about: 'When the letter was sent',
          values: ['2024-08-13', '[2024-08-15..2024-08-20]'],
        },
      ],
    },
    {
      conflict: 'bg-school-lgbt-amendment-2024: share of LGBT persons bullied at school in',
      sources: ['bg-scoop_2024_08', 'bg-nmd_2024_08'],
      at: [{ on: 'bg-ohchr-statement-2024', about: 'Share of LGBT persons', values: ['72 per cent', '82 per cent'] }],
    },
    {
      conflict: 'foreign-agents bills: fate of the first bill',
      sources: ['bg-bnr_101816565', 'bg-sofiaglobe_2024_09'],
      at: [
        {
          on: 'bg-foreign-agents-bill-2022#lapsed-2022',
          about: 'How the first bill ended',
          values: ['Never discussed in plenary', 'Tabled in three parliaments before, with defeat each time'],
        },
      ],
    },
    {
      conflict: 'foreign-agents bills: count',
      sources: ['bg-novinite_2024_09_19', 'bg-sofiaglobe_2025_02', 'bg-bnr_2024_09'],
      at: [
        {
          on: 'bg-foreign-agents-bill-2024',
          about: 'Which attempt it was',
          values: [
            'The fourth attempt',
            'Followed by the fifth rejection, in February 2025',
            'Submitted in 2022, 2023 and 2024, in four parliaments in a row',
          ],
        },
      ],
    },
    {
      conflict: 'foreign-agents bills: model',
      sources: ['bg-bnr_2024_09', 'bg-sofiaglobe_2024_09', 'bg-novinite_2024_09_19'],
      at: [
        {
          on: 'bg-foreign-agents-bill-2024',
          about: 'Which law abroad was the model',
          values: [
            'The Russian law on foreign agents',
            'The United States act of 1938',
            'United States legislation of the 1940s, as the newspaper renders the claim',
          ],
        },
      ],
    },
    {
      conflict: 'bg-foreign-agents-bill-2024: who presided over the bill',
      sources: ['bg-sofiaglobe_2024_09', 'bg-kyivind_2024_09'],
      at: [
        {
          on: 'bg-foreign-agents-bill-2024#committee-2024',
          about: 'What part the committee’s chair had',
          values: ['The group tabled it; the chair is one of its members', 'The chair proposed it'],
        },
      ],
    },
    {
      conflict: 'foreign-agents bills: EU money',
      sources: ['bg-novinite_2024_09_19', 'bg-fakti_foreign_agents', 'bg-bta_2025_02'],
      at: [
        {
          on: 'bg-foreign-agents-bill-2025#register',
          about: 'Whether money from the European Union',
          values: [
            'All foreign funding counts',
            'Only money from outside the European Union',
            'Activities paid by the European Union are excepted',
          ],
        },
      ],
    },
  ],
  relations: [
    'relation bg-foreign-agents-bill-2023->bg-foreign-agents-bill-2022 revives',
    'relation bg-foreign-agents-bill-2024->bg-foreign-agents-bill-2023 revives',
    'relation bg-foreign-agents-bill-2025->bg-foreign-agents-bill-2024 revives',
    'relation bg-foreign-agents-bill-2024->ru-foreign-agents-2012 inspired_by',
    'relation bg-foreign-agents-bill-2024->outside inspired_by Foreign Agents Registration Act',
    'relation bg-school-lgbt-amendment-2024->hu-child-protection-act-2021 inspired_by',
    'relation bg-school-lgbt-amendment-2024->ru-gay-propaganda-2013 inspired_by',
  ],
  impacts: [
    { right: 'non-discrimination', to: ['impact bg-school-lgbt-amendment-2024#ban-non-discrimination'] },
    { right: 'expression', to: ['impact bg-school-lgbt-amendment-2024#ban-expression'] },
    { right: 'education', to: ['impact bg-school-lgbt-amendment-2024#ban-education'] },
  ],
  sources: [
    'bg-bnr_101816565',
    'bg-bnr_2024_09',
    'bg-novinite_2024_09_10',
    'bg-novinite_2024_09_19',
    'bg-sofiaglobe_2024_09',
    'bg-kyivind_2024_09',
    'bg-fakti_foreign_agents',
    'bg-bta_2025_02',
    'bg-sofiaglobe_2025_02',
    'bg-bnt_2025_02',
    'bg-b2b_2024_08',
    'bg-remix_2024_08',
    'bg-opoka_2024_08',
    'bg-gaytoday_2024_08',
    'bg-rferl_2024_08',
    'bg-eurointeg_2024_08',
    'bg-lemonde_bnt_2024_08',
    'bg-afp_ar_2024_08',
    'bg-town_2024_08',
    'bg-bulnews_2024_08',
    'bg-plovdiv24_2024_08',
    'bg-scoop_2024_08',
    'bg-nmd_2024_08',
    'bg-novinite_2024_08_20',
    'bg-novinite_2024_08_b',
    'bg-bnt_2024_08',
    'bg-vesti_2024_08',
  ],
  furtherSources: ['bg-factcheck_2022'],
  described: [
    'bg-afp_ar_2024_08',
    'bg-b2b_2024_08',
    'bg-eurointeg_2024_08',
    'bg-factcheck_2022',
    'bg-gaytoday_2024_08',
    'bg-lemonde_bnt_2024_08',
    'bg-nmd_2024_08',
    'bg-novinite_2024_08_b',
    'bg-opoka_2024_08',
    'bg-remix_2024_08',
    'bg-rferl_2024_08',
    'bg-scoop_2024_08',
    'bg-town_2024_08',
    'bg-vesti_2024_08',
  ],
  withheld: ['bg-scoop_2024_08'],
  offices: /^(?:Member of the National Assembly)/,
  counts: { measures: 5, steps: 9, letters: 0, statements: 4, conflicts: 8, sources: 27 },
}
