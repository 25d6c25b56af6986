/**
 * Where each fact of the collection on Bosnia and Herzegovina arrived in the seed: entries of measures, letters, statements, conflicts,
 * impacts, relations and sources, in the order of the collection. How targets are written stands in state-facts.ts.
 */
import type { StateFacts } from './state-facts.ts'

export const FACTS: StateFacts = {
  jurisdictions: ['ba', 'ba-srp'],
  entries: {
    'ba-rs-special-registry-bill-2023-2024': [
      { date: '2022', to: ['step ba-rs-special-registry-bill-2023-2024#announced-2022'] },
      { date: '2023-03-23', to: ['step ba-rs-special-registry-bill-2023-2024#drafted-2023'] },
      { date: '2023-06', to: ['communication ba-venice-odihr-opinion-1132'] },
      { date: '2023-09-27', to: ['step ba-rs-special-registry-bill-2023-2024#debate-2023'] },
      {
        date: '2023-09-28',
        vote: { for: 48, against: 11 },
        to: ['step ba-rs-special-registry-bill-2023-2024#first-reading-2023'],
      },
      {
        date: '2024-05-22',
        to: ['step ba-rs-special-registry-bill-2023-2024#introduced-2024'],
        because: 'two reports give 22 and 23 May, and nothing decides between them',
      },
      { date: '2024-05-28', to: ['step ba-rs-special-registry-bill-2023-2024#withdrawn-2024'] },
    ],
    'ba-rs-special-registry-law-2025': [
      { date: '2025-01-23', to: ['step ba-rs-special-registry-law-2025#announced-2025'] },
      { date: '2025-01-24', to: ['step ba-rs-special-registry-law-2025#drafted-2025-01'] },
      {
        date: '2025-02',
        to: ['step ba-rs-special-registry-law-2025#drafted-2025-02'],
        because: 'it is no later than the report of 13 February',
      },
      { date: '2025-02-27', to: ['step ba-rs-special-registry-law-2025#adopted-2025'] },
      {
        date: '2025-03-05',
        to: ['step ba-rs-special-registry-law-2025#signed-2025', 'step ba-rs-special-registry-law-2025#published-2025'],
      },
      { date: '2025-03-06', to: ['step ba-rs-special-registry-law-2025#in-force-2025'] },
      { date: '2025-03-06', to: ['step ba-rs-special-registry-law-2025#challenged-2025'] },
      { date: '2025-03-07', to: ['step ba-rs-special-registry-law-2025#suspended-2025'] },
      {
        date: '2025-05-29',
        to: ['step ba-rs-special-registry-law-2025#annulled-2025', 'communication ba-constitutional-court-u-6-25'],
      },
      { date: '2025-10-18', to: ['step ba-rs-special-registry-law-2025#noted-2025-10'] },
    ],
    'ba-rs-criminal-code-defamation-2023': [
      { date: '2023-03-02', to: ['step ba-rs-criminal-code-defamation-2023#announced-2023'] },
      { date: '2023-03-03', to: ['step ba-rs-criminal-code-defamation-2023#drafted-2023'] },
      { date: '2023-07-20', to: ['step ba-rs-criminal-code-defamation-2023#adopted-2023'] },
    ],
  },
  furtherSteps: {
    'ba-rs-special-registry-bill-2023-2024#noted-2024': 'the outcome: it would come back, by the entity’s President',
    'ba-rs-criminal-code-defamation-2023#first-reading-2023': 'found later, in a report of March 2023',
    'ba-rs-criminal-code-defamation-2023#in-force-confirmed-2023':
      'the outcome: in force by the time of the EU statement of September 2023',
  },
  letters: [
    {
      date: '2023-03?',
      to: ['communication ol-bih-1-2023'],
      reference: 'OL BIH 1/2023',
      deadline: { days: null, basis: 'unknown' },
      reply: { state: 'not_known' },
    },
  ],
  statements: [
    { date: '2023-06', to: ['communication ba-venice-odihr-opinion-1132'] },
    { date: '2023-07-25', to: ['communication ba-un-experts-statement-2023'] },
    { date: '2023-07-20', to: ['communication ba-joint-statement-defamation-2023'] },
    { date: '2023-09-21', to: ['communication ba-eu-delegation-statement-2023'] },
    { date: '2023-09-21', to: ['communication ba-osce-open-letter-2023'] },
    { date: '2023-09-22', to: ['communication ba-eu-special-representative-statement-2023'] },
    { date: '2023-09-28?', to: ['communication ba-eu-spokesperson-statement-2023'] },
    { date: '2024-05', to: ['communication ba-osce-mission-statement-2024'] },
    { date: '2025-02-28', to: ['communication ba-coe-commissioner-statement-2025'] },
    { date: '2025-02-28', to: ['communication ba-odihr-rfom-statement-2025'] },
    { date: '2025-03', to: ['communication ba-eu-press-office-statement-2025'] },
    { date: '2025-03-07', to: ['communication ba-osce-chair-statement-2025'] },
    { date: '2025-06', to: ['communication ba-special-rapporteur-statement-2025'] },
  ],
  lettersAmongStatements: { 'ba-osce-open-letter-2023': { days: null, basis: 'unknown' } },
  furtherCommunications: {
    'ba-constitutional-court-u-6-25': 'the decision of the entry of 29 May 2025, which two impacts quote',
  },
  conflicts: [
    {
      conflict: 'ba-rs-special-registry-bill-2023-2024: who passed the draft in September 2023',
      sources: ['ba-rferl_2023_09', 'ba-idea_2023_09', 'ba-bne_2024_05'],
      at: [
        {
          on: 'ba-rs-special-registry-bill-2023-2024#first-reading-2023',
          about: 'Who passed the draft',
          values: ['Passed by the National Assembly', 'Adopted by the Government'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-bill-2023-2024: length of the public debate',
      sources: ['ba-rferl_2023_03', 'ba-idea_2023_09', 'ba-eurasia_2023_09'],
      at: [
        {
          on: 'ba-rs-special-registry-bill-2023-2024#first-reading-2023',
          about: 'How long the public debate',
          values: ['30 days', 'Two months'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-bill-2023-2024: government session on the proposal on 22 May',
      sources: ['ba-rferl_2024_05_28', 'ba-rksnews_2024_05'],
      at: [
        {
          on: 'ba-rs-special-registry-bill-2023-2024#introduced-2024',
          about: 'When the Government considered',
          values: ['[2024-05-22..2024-05-23]', '2024-05-22', '2024-05-23'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-bill-2023-2024: first announcement in 2022 (RFE/RL, RKS News) versus',
      sources: ['ba-rferl_2023_09', 'ba-jurist_2023_09', 'ba-idea_2023_09'],
      at: [
        {
          on: 'ba-rs-special-registry-bill-2023-2024#announced-2022',
          about: 'When the law was first announced',
          values: ['2022', '2023-03'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-law-2025: day of adoption',
      sources: ['ba-bcsdn_2025_03', 'ba-coe_2025_02', 'ba-rferl_2025_03'],
      at: [
        {
          on: 'ba-rs-special-registry-law-2025#adopted-2025',
          about: 'When the law was adopted',
          values: ['2025-02-27', '2025-02-28'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-law-2025: entry into force',
      sources: ['ba-osce_cio_2025_03', 'ba-vijesti_2025_03', 'ba-og_36_25'],
      at: [
        {
          on: 'ba-rs-special-registry-law-2025#in-force-2025',
          about: 'When the law took effect',
          values: ['2025-03-06', '2025-03-07', '2025-03-05'],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-law-2025: applicants',
      sources: ['ba-og_14_25', 'ba-og_36_25'],
      at: [
        {
          on: 'ba-rs-special-registry-law-2025#challenged-2025',
          about: 'Who asked the Court',
          values: [
            'A Deputy Speaker of the House of Peoples and a member of the Presidency',
            'A Deputy Speaker of the House of Peoples',
          ],
        },
      ],
    },
    {
      conflict: 'ba-rs-special-registry-law-2025: "suspended" (BIRN, English page of the Court) versus',
      sources: ['ba-birn_2025_05', 'ba-ccbh_2025_05_29', 'ba-og_36_25'],
      at: [
        {
          on: 'ba-rs-special-registry-law-2025#annulled-2025',
          about: 'What the Court did',
          values: ['Put out of force, no longer valid', 'Suspended'],
        },
      ],
    },
  ],
  relations: [
    'relation ba-rs-special-registry-law-2025->ba-rs-special-registry-bill-2023-2024 revives',
    'relation ba-rs-special-registry-law-2025->ru-foreign-agents-2012 inspired_by',
    'relation ba-rs-special-registry-law-2025->outside inspired_by Foreign Agents Registration Act',
    'relation ba-rs-special-registry-bill-2023-2024->outside inspired_by Foreign Agents Registration Act',
  ],
  impacts: [
    { right: 'association', to: ['impact ba-rs-special-registry-bill-2023-2024#sanctions-association'] },
    { right: 'expression', to: ['impact ba-rs-special-registry-bill-2023-2024#political-activity-expression'] },
    { right: 'remedy', to: ['impact ba-rs-special-registry-bill-2023-2024#opinion-remedy'] },
    { right: 'non-discrimination', to: ['impact ba-rs-special-registry-bill-2023-2024#opinion-non-discrimination'] },
    { right: 'association', to: ['impact ba-rs-special-registry-law-2025#ban-association'] },
    { right: 'participation', to: ['impact ba-rs-special-registry-law-2025#agents-participation'] },
    {
      right: 'expression',
      to: [
        'impact ba-rs-special-registry-law-2025#commissioner-expression',
        'impact ba-rs-special-registry-law-2025#osce-expression',
      ],
    },
    { right: 'defend-rights', to: ['impact ba-rs-special-registry-law-2025#special-rapporteur-defend-rights'] },
    {
      right: 'expression',
      to: [
        'impact ba-rs-criminal-code-defamation-2023#letter-expression',
        'impact ba-rs-criminal-code-defamation-2023#statement-expression',
      ],
    },
  ],
  sources: [
    'ba-rferl_2023_03',
    'ba-rferl_2023_03b',
    'ba-buka_2023_04',
    'ba-venice_1132',
    'ba-reuters_2023_09',
    'ba-osce_letter_2023',
    'ba-ti_2023_09',
    'ba-civicus_2023',
    'ba-rferl_2023_09',
    'ba-idea_2023_09',
    'ba-eu_2023_09',
    'ba-jurist_2023_09',
    'ba-eurasia_2023_09',
    'ba-istraga_2024',
    'ba-mirage_osce_2024',
    'ba-rksnews_2024_05',
    'ba-rferl_2024_05_28',
    'ba-rferl_2024_05_30',
    'ba-bne_2024_05',
    'ba-mnenews_2025_01',
    'ba-pravda_net_2025_02',
    'ba-fena_2025_02',
    'ba-n1_2025_02',
    'ba-bcsdn_2025_03',
    'ba-coe_2025_02',
    'ba-odihr_2025_02',
    'ba-rferl_2025_03',
    'ba-vijesti_2025_03',
    'ba-osce_cio_2025_03',
    'ba-a2_2025_03',
    'ba-ccbh_2025_03_07',
    'ba-og_14_25',
    'ba-ccbh_2025_05_29',
    'ba-og_36_25',
    'ba-birn_2025_05',
    'ba-n1_2025_05',
    'ba-bne_2025_05',
    'ba-jurist_2025_06',
    'ba-hrhf_2025_07',
    'ba-rtvslon_2025_10',
    'ba-siol_2025_10',
    'ba-freedex_2023_bih',
    'ba-freedex_2023_07',
    'ba-un_bih_2023_07',
  ],
  furtherSources: ['ba-bln_2023_03'],
  described: [
    'ba-a2_2025_03',
    'ba-bcsdn_2025_03',
    'ba-bln_2023_03',
    'ba-ccbh_2025_03_07',
    'ba-fena_2025_02',
    'ba-istraga_2024',
    'ba-jurist_2023_09',
    'ba-n1_2025_05',
    'ba-og_14_25',
    'ba-og_36_25',
    'ba-osce_cio_2025_03',
    'ba-osce_letter_2023',
    'ba-rferl_2023_03',
    'ba-rferl_2023_03b',
    'ba-rferl_2024_05_28',
    'ba-rferl_2024_05_30',
    'ba-rtvslon_2025_10',
    'ba-siol_2025_10',
    'ba-ti_2023_09',
    'ba-venice_1132',
    'ba-vijesti_2025_03',
  ],
  withheld: [],
  offices: /^(?:Member|Deputy)\b/,
  counts: { measures: 3, steps: 20, letters: 1, statements: 13, conflicts: 8, sources: 44 },
}
