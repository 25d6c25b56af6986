/**
 * Where each fact of the collection on Georgia arrived in the seed: entries of measures, letters, statements, conflicts,
 * impacts and relations, in the order of the collection. How targets are written stands in state-facts.ts; "event slug"
 * names an event. The sources stand in georgia-sources.ts.
 */
import { ADDED_SOURCES, DESCRIBED, SOURCES, WITHHELD } from './georgia-sources.ts'
import type { StateFacts } from './state-facts.ts'

export const FACTS: StateFacts = {
  jurisdictions: ['ge'],
  entries: {
    'foreign-influence-bill-2023': [
      { date: '2023-02-14', to: ['step foreign-influence-bill-2023#drafted-2023'] },
      {
        date: '2023-02',
        to: ['step foreign-influence-bill-2023#introduced-2023'],
        because: 'the registration came after the announcement and no later than a report of 27 February',
      },
      { date: '2023-03-02', to: ['step foreign-influence-bill-2023#committee-2023'] },
      {
        date: '2023-03-07',
        vote: { for: 76, against: 13 },
        to: ['step foreign-influence-bill-2023#first-reading-2023'],
      },
      { date: '2023-03-09', to: ['step foreign-influence-bill-2023#withdrawal-announced-2023'] },
      {
        date: '2023-03-10',
        vote: { for: 1, against: 35 },
        to: [
          'step foreign-influence-bill-2023#rejected-2023',
          'disagreement foreign-influence-bill-2023#rejected-2023 How many abstained',
        ],
      },
    ],
    'foreign-agents-registration-bill-2023': [
      { date: '2023-02-27', to: ['step foreign-agents-registration-bill-2023#introduced-2023'] },
      { date: '2023-03-07', to: ['step foreign-agents-registration-bill-2023#postponed-2023'] },
      { date: '2023-03-10', to: ['step foreign-agents-registration-bill-2023#withdrawn-2023'] },
    ],
    'assemblies-temporary-structures-bill-2023': [
      { date: '2023-10?', to: ['step assemblies-temporary-structures-bill-2023#first-reading-2023'] },
      {
        date: '2023-10?',
        vote: { for: 74, against: 22 },
        to: ['step assemblies-temporary-structures-bill-2023#adopted-2023'],
      },
      { date: '2023?', to: ['step assemblies-temporary-structures-bill-2023#returned-2023'] },
    ],
    'foreign-influence-law-2024': [
      {
        date: '2024-04-03',
        to: [
          'step foreign-influence-law-2024#announced-2024',
          'disagreement foreign-influence-law-2024#introduced-2024 When the bill was brought in',
        ],
      },
      { date: '2024-04-08', to: ['step foreign-influence-law-2024#introduced-2024'] },
      { date: '2024-04-15', to: ['step foreign-influence-law-2024#committee-2024-04-15'] },
      { date: '2024-04-17', vote: { for: 83, against: 0 }, to: ['step foreign-influence-law-2024#first-reading-2024'] },
      { date: '2024-04-29', to: ['step foreign-influence-law-2024#committee-2024-04-29'] },
      {
        date: '2024-05-01',
        vote: { for: 83, against: 23 },
        to: ['step foreign-influence-law-2024#second-reading-2024'],
      },
      { date: '2024-05-13', to: ['step foreign-influence-law-2024#committee-2024-05-13'] },
      { date: '2024-05-14', vote: { for: 84, against: 30 }, to: ['step foreign-influence-law-2024#adopted-2024'] },
      { date: '2024-05-18', to: ['step foreign-influence-law-2024#returned-2024'] },
      { date: '2024-05-27', to: ['step foreign-influence-law-2024#committee-2024-05-27'] },
      { date: '2024-05-28', vote: { for: 84, against: 4 }, to: ['step foreign-influence-law-2024#readopted-2024'] },
      { date: '2024-06-03', to: ['step foreign-influence-law-2024#signed-2024'] },
      {
        date: '2024-06-04',
        to: ['step foreign-influence-law-2024#published-2024', 'step foreign-influence-law-2024#in-force-2024'],
        because: 'other sources have it on the day before; the claims are kept',
      },
      { date: '2024-07-15', to: ['step foreign-influence-law-2024#challenged-2024-07-15'] },
      { date: '2024-07-17', to: ['step foreign-influence-law-2024#challenged-2024-07-17'] },
      { date: '2024-10-09', to: ['step foreign-influence-law-2024#admitted-2024'] },
      { date: '2024-10-17', to: ['step foreign-influence-law-2024#challenged-2024-10-17'] },
      { date: '2025-03-24', to: ['step foreign-influence-law-2024#complaint-withdrawn-2025'] },
      { date: '2025?', to: ['step foreign-influence-law-2024#questions-2025'] },
      {
        date: '2025-09',
        to: ['step foreign-influence-law-2024#in-force-confirmed-2025'],
        because: 'that is the month of the report; the law was in force no later',
      },
    ],
    'constitutional-family-values-draft-2024': [
      { date: '2024-03-25', to: ['step constitutional-family-values-draft-2024#announced-2024'] },
      { date: '2024-04-03', to: ['step constitutional-family-values-draft-2024#introduced-2024'] },
      { date: '2024-04-16', to: ['step constitutional-family-values-draft-2024#consultation-2024-04-16'] },
      { date: '2024-04-22', to: ['step constitutional-family-values-draft-2024#consultation-2024-04-22'] },
      { date: '2024-06?', to: ['step constitutional-family-values-draft-2024#committee-2024'] },
      { date: '2024-06-27', to: ['step constitutional-family-values-draft-2024#postponed-2024'] },
    ],
    'family-values-law-2024': [
      { date: '2024-06-04', to: ['step family-values-law-2024#introduced-2024'] },
      { date: '2024-06-27', vote: { for: 78, against: 0 }, to: ['step family-values-law-2024#first-reading-2024'] },
      { date: '2024-09?', vote: { for: 81 }, to: ['step family-values-law-2024#second-reading-2024'] },
      { date: '2024-09?', to: ['step family-values-law-2024#committee-2024'] },
      { date: '2024-09-17', vote: { for: 84, against: 0 }, to: ['step family-values-law-2024#adopted-2024'] },
      { date: '2024-10-02', to: ['step family-values-law-2024#unsigned-2024'] },
      { date: '2024-10-03', to: ['step family-values-law-2024#signed-2024'] },
      { date: '2024-12?', to: ['step family-values-law-2024#in-force-2024'] },
    ],
    'assemblies-offences-amendments-2024-12': [
      { date: '2024-12-08', to: ['step assemblies-offences-amendments-2024-12#announced-2024'] },
      { date: '2024-12-11', to: ['step assemblies-offences-amendments-2024-12#amended-2024'] },
      { date: '2024-12-13', to: ['step assemblies-offences-amendments-2024-12#adopted-2024'] },
      {
        date: '2024-12-29',
        to: [
          'step assemblies-offences-amendments-2024-12#signed-2024',
          'step assemblies-offences-amendments-2024-12#published-2024',
        ],
      },
      {
        date: '2024-12-30',
        to: ['disagreement assemblies-offences-amendments-2024-12#in-force-2024 When the new rules took effect'],
      },
    ],
    'assemblies-offences-criminal-amendments-2025-02': [
      {
        date: '2025-02-03',
        to: [
          'step assemblies-offences-criminal-amendments-2025-02#announced-2025',
          'step assemblies-offences-criminal-amendments-2025-02#introduced-2025',
        ],
      },
      { date: '2025-02-06', to: ['step assemblies-offences-criminal-amendments-2025-02#adopted-2025'] },
      { date: '2025-02-06', to: ['step assemblies-offences-criminal-amendments-2025-02#published-2025'] },
    ],
    'grants-state-agency-amendments-2025-02': [
      { date: '2025-02-18', vote: { for: 85 }, to: ['step grants-state-agency-amendments-2025-02#first-reading-2025'] },
      { date: '2025-02-20', vote: { for: 80 }, to: ['step grants-state-agency-amendments-2025-02#adopted-2025'] },
    ],
    'foreign-agents-registration-act-2025': [
      { date: '2025-02-05', to: ['step foreign-agents-registration-act-2025#announced-2025'] },
      { date: '2025-02-24', to: ['step foreign-agents-registration-act-2025#introduced-2025'] },
      { date: '2025-03-03', to: ['step foreign-agents-registration-act-2025#committee-2025'] },
      {
        date: '2025-03-04',
        vote: { for: 84, against: 0 },
        to: ['step foreign-agents-registration-act-2025#first-reading-2025'],
      },
      {
        date: '2025-04-01',
        vote: { for: 86, against: 0 },
        to: ['step foreign-agents-registration-act-2025#adopted-2025'],
      },
      { date: '2025-04-01', to: ['step foreign-agents-registration-act-2025#signed-2025'] },
      { date: '2025-05-31', to: ['step foreign-agents-registration-act-2025#in-force-2025'] },
      { date: '2025-06', to: ['step foreign-agents-registration-act-2025#inspections-2025-06'] },
      { date: '2025-08', to: ['step foreign-agents-registration-act-2025#inspections-2025-08'] },
      { date: '2025-09-05', to: ['step foreign-agents-registration-act-2025#challenged-2025'] },
    ],
    'broadcasting-amendments-2025': [
      { date: '2025-02-24', to: ['step broadcasting-amendments-2025#introduced-2025'] },
      { date: '2025-03-03', to: ['step broadcasting-amendments-2025#committee-2025'] },
      { date: '2025-03-04', vote: { for: 82 }, to: ['step broadcasting-amendments-2025#first-reading-2025'] },
      { date: '2025-03-17', to: ['step broadcasting-amendments-2025#online-media-2025'] },
      { date: '2025-04-01', vote: { for: 86 }, to: ['step broadcasting-amendments-2025#adopted-2025'] },
      { date: '2025-04-01', to: ['step broadcasting-amendments-2025#signed-2025'] },
    ],
    'criminal-code-treason-2025': [
      { date: '2025-03-03', to: ['step criminal-code-treason-2025#committee-2025'] },
      { date: '2025-04-01', to: ['step criminal-code-treason-2025#adopted-2025'] },
    ],
    'gender-terms-removal-2025': [
      { date: '2025-03-04?', vote: { for: 83 }, to: ['step gender-terms-removal-2025#first-reading-2025'] },
      { date: '2025-04-01', to: ['step gender-terms-removal-2025#adopted-2025'] },
    ],
    'parliament-rules-cso-amendments-2025': [
      { date: '2025-03-04?', to: ['step parliament-rules-cso-amendments-2025#first-reading-2025'] },
      { date: '2025-04-01', to: ['step parliament-rules-cso-amendments-2025#adopted-2025'] },
    ],
    'grants-amendments-2025-04': [
      { date: '2025-04-07', to: ['step grants-amendments-2025-04#introduced-2025'] },
      { date: '2025-04-15', vote: { for: 83 }, to: ['step grants-amendments-2025-04#first-reading-2025'] },
      { date: '2025-04-16', vote: { for: 82, against: 0 }, to: ['step grants-amendments-2025-04#adopted-2025'] },
      {
        date: '2025-04-17?',
        to: ['step grants-amendments-2025-04#signed-2025', 'step grants-amendments-2025-04#in-force-2025'],
        because: 'the day of the report is not shown',
      },
    ],
    'grants-amendments-2025-06': [
      { date: '2025-05-21', to: ['step grants-amendments-2025-06#introduced-2025'] },
      { date: '2025-06-09', to: ['step grants-amendments-2025-06#amended-2025'] },
      { date: '2025-06-10', to: ['step grants-amendments-2025-06#first-reading-2025'] },
      { date: '2025-06-12', vote: { for: 84, against: 0 }, to: ['step grants-amendments-2025-06#adopted-2025'] },
    ],
    'assemblies-offences-criminal-amendments-2025-10': [
      { date: '2025-10-13', to: ['step assemblies-offences-criminal-amendments-2025-10#announced-2025'] },
      { date: '2025-10-15', to: ['step assemblies-offences-criminal-amendments-2025-10#first-reading-2025'] },
      { date: '2025-10-16', to: ['step assemblies-offences-criminal-amendments-2025-10#adopted-2025'] },
      {
        date: '2025-10-16',
        to: [
          'step assemblies-offences-criminal-amendments-2025-10#signed-2025',
          'step assemblies-offences-criminal-amendments-2025-10#published-2025',
          'step assemblies-offences-criminal-amendments-2025-10#in-force-2025',
        ],
      },
      {
        date: '2025-10-20',
        to: [
          'step assemblies-offences-criminal-amendments-2025-10#warning-2025',
          'disagreement assemblies-offences-criminal-amendments-2025-10#in-force-2025 From when the stricter penalties apply',
        ],
      },
      { date: '2025-10-22', to: ['event ge-road-block-arrests-2025-10-22'] },
    ],
    'assemblies-amendments-2025-12': [
      { date: '2025-12-08', to: ['step assemblies-amendments-2025-12#introduced-2025'] },
      { date: '2025-12-10', to: ['step assemblies-amendments-2025-12#adopted-2025'] },
      {
        date: '2025-12-11',
        to: [
          'step assemblies-amendments-2025-12#signed-2025',
          'step assemblies-amendments-2025-12#published-2025',
          'step assemblies-amendments-2025-12#in-force-2025',
        ],
        because: 'another source has the signature on the day before; the claims are kept',
      },
      { date: '2025-12-20', to: ['step assemblies-amendments-2025-12#order-2025'] },
    ],
    'grants-political-activity-package-2026': [
      { date: '2026-01-26?', to: ['step grants-political-activity-package-2026#announced-2026'] },
      {
        date: '2026-01-28',
        to: [
          'step grants-political-activity-package-2026#presented-2026',
          'step grants-political-activity-package-2026#introduced-2026',
        ],
        because: 'the package was presented on that day and brought in later',
      },
      {
        date: '2026-02-18?',
        vote: { for: 83, against: 9 },
        to: ['step grants-political-activity-package-2026#second-reading-2026'],
      },
      {
        date: '2026-03-04',
        vote: { for: 78, against: 9 },
        to: ['step grants-political-activity-package-2026#adopted-2026'],
      },
    ],
    'grants-diplomatic-exemption-2026': [
      {
        date: '2026?',
        to: ['step grants-diplomatic-exemption-2026#introduced-2026'],
        because: 'it came after the package of 4 March, and before it was read',
      },
    ],
  },
  furtherSteps: {
    'foreign-influence-law-2024#implemented-2024': 'from a page that the facts do not have',
    'foreign-agents-registration-act-2025#published-2025':
      'told in the entry on the signature; the day is that of the official publication',
    'broadcasting-amendments-2025#sanctions-2025': 'told in the outcome',
    'assemblies-offences-amendments-2024-12#in-force-2024':
      'the day that two other sources give, on publication; the day of the entry is kept as a claim',
  },
  letters: [
    {
      reference: null,
      date: '2024-05-10',
      to: ['communication ge-joint-letter-foreign-influence-2024'],
      deadline: { days: null, basis: 'unknown' },
      reply: { state: 'none', as_of: '2024-07-09' },
    },
    {
      reference: null,
      date: '2024-09-16',
      to: ['communication ge-experts-letter-family-values-2024'],
      deadline: { days: null, basis: 'unknown' },
      reply: { state: 'not_known' },
    },
  ],
  statements: [
    { date: '2023-02-26', to: ['communication ge-un-georgia-statement-2023'] },
    { date: '2023-02-28', to: ['communication ge-commissioner-letter-2023'] },
    { date: '2023-03?', to: ['communication ge-secretary-general-statement-2023'] },
    { date: '2023-08-09?', to: ['communication ge-odihr-note-foreign-agents-2023'] },
    { date: '2023?', to: ['communication ge-odihr-opinion-structures-2023'] },
    { date: '2024-03-12', to: ['communication ge-special-rapporteur-report-2024'] },
    { date: '2024-04-04', to: ['communication ge-pace-rapporteurs-statement-2024'] },
    { date: '2024-04-09', to: ['communication ge-un-georgia-statement-2024'] },
    { date: '2024-04-11', to: ['communication ge-commissioner-letter-2024'] },
    { date: '2024-04-15', to: ['communication ge-pace-president-request-2024'] },
    { date: '2024-04-25', to: ['communication ge-ep-resolution-2024-04'] },
    { date: '2024-05-02', to: ['communication ge-high-commissioner-statement-2024-05-02'] },
    { date: '2024-05-15?', to: ['communication ge-high-commissioner-statement-2024-05-15'] },
    { date: '2024-05-15', to: ['communication ge-un-experts-statement-foreign-influence-2024'] },
    { date: '2024-05-21', to: ['communication ge-venice-opinion-foreign-influence-2024'] },
    { date: '2024-05-22', to: ['communication ge-eu-high-representative-statement-2024'] },
    { date: '2024-05-30', to: ['communication ge-odihr-opinion-foreign-influence-2024'] },
    {
      date: '2024-06-25?',
      to: ['communication ge-venice-opinion-family-values-2024'],
      because: 'another source has it a day later; the claims are kept',
    },
    { date: '2024-06?', to: ['communication ge-pace-resolution-2561-2024'] },
    { date: '2024-06-28', to: ['communication ge-joint-statement-36-states-2024'] },
    { date: '2024-09-17', to: ['communication ge-ohchr-statement-family-values-2024'] },
    { date: '2024-09-26', to: ['communication ge-un-experts-statement-family-values-2024'] },
    { date: '2024-10-09', to: ['communication ge-ep-resolution-2024-10'] },
    { date: '2025-02?', to: ['communication ge-secretary-general-statement-2025'] },
    { date: '2025-03-03', to: ['communication ge-venice-opinion-assemblies-2025'] },
    { date: '2025-03-06', to: ['communication ge-odihr-opinion-assemblies-2025'] },
    { date: '2025-03?', to: ['communication ge-commissioner-memorandum-2025'] },
    { date: '2025-04-02?', to: ['communication ge-odihr-statement-foreign-agents-act-2025'] },
    { date: '2025-04-02', to: ['communication ge-eu-statement-2025-04'] },
    { date: '2025-04-03', to: ['communication ge-ohchr-statement-2025'] },
    { date: '2025-04-10', to: ['communication ge-pace-resolution-2025-04'] },
    { date: '2025-06?', to: ['communication ge-high-commissioner-report-2025'] },
    { date: '2025-07-07', to: ['communication ge-odihr-director-statement-2025'] },
    { date: '2025?', to: ['communication ge-ep-resolution-2025'] },
    { date: '2025-10-15', to: ['communication ge-venice-opinion-foreign-agents-2025'] },
    { date: '2026-01-26', to: ['communication ge-upr-2026'] },
    { date: '2026-01-26?', to: ['communication ge-special-rapporteur-statement-2026'] },
  ],
  lettersAmongStatements: {
    'ge-commissioner-letter-2023': { days: null, basis: 'unknown' },
    'ge-commissioner-letter-2024': { days: null, basis: 'unknown' },
  },
  furtherCommunications: {},
  conflicts: [
    {
      conflict: 'foreign-influence-bill-2023: abstentions',
      sources: ['ge-trend_3721096', 'ge-zazoom_2023'],
      at: [
        {
          on: 'foreign-influence-bill-2023#rejected-2023',
          about: 'How many abstained',
          values: ['76 abstentions', '58 abstentions, of 112 registered members'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-bill-2023: authorship',
      sources: ['ge-kyivind_2024_04', 'ge-civil_525575'],
      at: [
        {
          on: 'foreign-influence-bill-2023',
          about: 'Who brought the bill in',
          values: ['People’s Power, within the majority', 'Georgian Dream'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: introduction.',
      sources: ['ge-srdefenders_8690', 'ge-finchannel_ep_2024', 'ge-babel_107077'],
      at: [
        {
          on: 'foreign-influence-law-2024#announced-2024',
          about: 'When the return of the bill was announced',
          values: ['2024-04-03', '2024-04-04'],
        },
        {
          on: 'foreign-influence-law-2024#introduced-2024',
          about: 'When the bill was brought in',
          values: ['2024-04-08', '2024-04-03'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: committee meeting',
      sources: ['ge-politicallore_2024', 'ge-srdefenders_8690', 'ge-oc_2024_04_15'],
      at: [
        {
          on: 'foreign-influence-law-2024#committee-2024-04-15',
          about: 'When the committee met',
          values: ['2024-04-15', '2024-04-12'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: vote on 28 May 2024.',
      sources: ['ge-babel_107715', 'ge-rustavi2_283446', 'ge-pace_16018_memo'],
      at: [
        {
          on: 'foreign-influence-law-2024#readopted-2024',
          about: 'How the vote went',
          values: ['84 for, 4 against', '66 for, none against'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: entry into force.',
      sources: [
        'ge-babel_107715',
        'ge-civil_671232',
        'ge-sakartvelosambebi_sign',
        'ge-ccbs_7816',
        'ge-volksfreund_2024',
      ],
      at: [
        {
          on: 'foreign-influence-law-2024#in-force-2024',
          about: 'When the law entered into force',
          values: ['[2024-06-03..2024-06-04]', '2024-06-04', '2024-06-03'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: registration duty.',
      sources: ['ge-sakartvelosambebi_sign', 'ge-ccbs_7816', 'ge-myseldon_2024'],
      at: [
        {
          on: 'foreign-influence-law-2024#registration-date',
          about: 'From when organisations have to register',
          values: ['Between 3 and 5 September 2024', 'From 1 August 2024'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: date of the Venice',
      sources: ['ge-einpresswire_2024', 'ge-politico_2024_05_21', 'ge-pace_16018_memo'],
      at: [
        {
          on: 'ge-venice-opinion-foreign-influence-2024',
          about: 'When the opinion came out',
          values: ['2024-05-21', '2024-05-20'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: European Parliament vote',
      sources: ['ge-oeil_1784454', 'ge-newsaz_ep_2024', 'ge-vk_167914'],
      at: [{ on: 'ge-ep-resolution-2024-04', about: 'How many voted against it', values: ['25 against', '5 against'] }],
    },
    {
      conflict: 'foreign-influence-law-2024: number of organisations',
      sources: ['ge-messenger_5754', 'ge-civil_671232', 'ge-caliber_cc_2024'],
      at: [
        {
          on: 'foreign-influence-law-2024#challenged-2024-07-17',
          about: 'How many organisations complained',
          values: ['121', '122, and two media organisations'],
        },
      ],
    },
    {
      conflict: 'foreign-influence-law-2024: when the European Court',
      sources: ['ge-frontnews_echr_begin', 'ge-kavkazuzel_68695'],
      at: [
        {
          on: 'foreign-influence-law-2024#questions-2025',
          about: 'When the Court took the case up',
          values: ['2025?', '[2025-02-05?..2025-04-01?]', '[2025-08-15?..2025-09-30?]'],
        },
      ],
    },
    {
      conflict: 'constitutional-family-values-draft-2024: publication',
      sources: ['ge-agenda_39679', 'ge-civil_614345', 'ge-1tv_venice_const'],
      at: [
        {
          on: 'ge-venice-opinion-family-values-2024',
          about: 'When the opinion was published',
          values: ['[2024-06-25..2024-06-26]', '2024-06-25?', '2024-06-26'],
        },
        {
          on: 'ge-venice-opinion-family-values-2024',
          about: 'What the opinion is about',
          values: ['The draft constitutional law', 'The core law and the amendments to others'],
        },
      ],
    },
    {
      conflict: 'family-values-law-2024: act of the President.',
      sources: ['ge-unn_lgbt_sign', 'ge-frontnews_lgbt', 'ge-mina_2024', 'ge-novaya_2024_09'],
      at: [
        {
          on: 'family-values-law-2024#unsigned-2024',
          about: 'What the President did',
          values: ['Sent it back unsigned, without a veto', 'A veto, as expected beforehand'],
        },
      ],
    },
    {
      conflict: 'family-values-law-2024: entry into force.',
      sources: ['ge-unn_lgbt_sign', 'ge-frontnews_lgbt', 'ge-europeaninterest_lgbt'],
      at: [
        {
          on: 'family-values-law-2024#in-force-2024',
          about: 'When the law enters into force',
          values: ['2024-12?', '2024-10-03?'],
        },
      ],
    },
    {
      conflict: 'assemblies-offences-amendments-2024-12: entry',
      sources: ['ge-sia_1218635', 'ge-georgiatoday_2024_12'],
      at: [
        {
          on: 'assemblies-offences-amendments-2024-12#in-force-2024',
          about: 'When the new rules took effect',
          values: ['2024-12-29', '2024-12-30'],
        },
      ],
    },
    {
      conflict: 'assemblies-offences-criminal-amendments-2025-02: fine',
      sources: ['ge-civil_660718', 'ge-ipn_137474'],
      at: [
        {
          on: 'assemblies-offences-criminal-amendments-2025-02#petty-hooliganism',
          about: 'How high the fine is',
          values: ['GEL 500 up to 2,000 or 3,000', 'GEL 500 to 2,000', 'GEL 500 to 3,000'],
        },
        {
          on: 'assemblies-offences-criminal-amendments-2025-02#vandalism',
          about: 'How long the detention can be',
          values: ['Up to 20 or 60 days', 'Up to 60 days', 'Up to 20 days'],
        },
      ],
    },
    {
      conflict: 'foreign-agents-registration-act-2025: scope',
      sources: ['ge-jam_2025_04_01', 'ge-messenger_5907', 'ge-caliber_fara_sign', 'ge-babel_115948'],
      at: [
        {
          on: 'foreign-agents-registration-act-2025#article-1',
          about: 'Whether the act covers individuals',
          values: ['Natural persons are covered', 'It does not apply to individuals'],
        },
        {
          on: 'foreign-agents-registration-act-2025#sanctions',
          about: 'Which penalties the act has',
          values: ['A fine, or prison for up to five years', 'Fines only'],
        },
      ],
    },
    {
      conflict: 'foreign-agents-registration-act-2025: signature.',
      sources: ['ge-frontnews_ohchr_2025', 'ge-iz_1864274'],
      at: [
        {
          on: 'foreign-agents-registration-act-2025#signed-2025',
          about: 'When the act was signed',
          values: ['2025-04-01', '2025-04-02'],
        },
      ],
    },
    {
      conflict: 'grants-amendments-2025-04: final adoption.',
      sources: ['ge-jam_grants_2025_04', 'ge-gbc_politics', 'ge-jam_grants_2025_06'],
      at: [
        {
          on: 'grants-amendments-2025-04#adopted-2025',
          about: 'When the law was finally adopted',
          values: ['2025-04-16', '2025-04-15'],
        },
        { on: 'grants-amendments-2025-04#adopted-2025', about: 'How many voted for it', values: ['82', '80'] },
      ],
    },
    {
      conflict: 'assemblies-offences-criminal-amendments-2025-10: detention',
      sources: ['ge-unn_oct17', 'ge-haqqin_362882', 'ge-reportaz_oct16', 'ge-unn_oct20'],
      at: [
        {
          on: 'assemblies-offences-criminal-amendments-2025-10#weapons-terminated',
          about: 'How long the detention for weapons or fireworks can be',
          values: ['Up to 60 days', 'Up to 65 days'],
        },
        {
          on: 'assemblies-offences-criminal-amendments-2025-10#in-force-2025',
          about: 'From when the stricter penalties apply',
          values: ['2025-10-16', '2025-10-20'],
        },
      ],
    },
    {
      conflict: 'assemblies-amendments-2025-12: third reading',
      sources: ['ge-apsny_1765397205', 'ge-vkru_dec09', 'ge-vkru_dec10', 'ge-apsny_1765485328'],
      at: [
        {
          on: 'assemblies-amendments-2025-12#adopted-2025',
          about: 'When the law was finally adopted',
          values: ['2025-12-10', '2025-12-09'],
        },
        {
          on: 'assemblies-amendments-2025-12#signed-2025',
          about: 'When the law was signed',
          values: ['[2025-12-10..2025-12-11]', '2025-12-11', '2025-12-10'],
        },
      ],
    },
    {
      conflict: 'grants-political-activity-package-2026: third',
      sources: ['ge-oc_2026_03', 'ge-apsny_1772644711', 'ge-zbruc_123743'],
      at: [
        {
          on: 'grants-political-activity-package-2026#adopted-2026',
          about: 'When the package was finally adopted',
          values: ['2026-03-04', '2026-02-04'],
        },
      ],
    },
    {
      conflict: 'constitutional-family-values-draft-2024: majority',
      sources: ['ge-georgiatoday_homophobic', 'ge-messenger_5681', 'ge-tellerreport_2024'],
      at: [
        {
          on: 'constitutional-family-values-draft-2024#postponed-2024',
          about: 'How many votes the change needs',
          values: ['113', '100'],
        },
      ],
    },
  ],
  relations: [
    'relation foreign-influence-law-2024->foreign-influence-bill-2023 revives',
    'relation foreign-agents-registration-bill-2023->foreign-influence-bill-2023 companion',
    'relation foreign-influence-bill-2023->ru-foreign-agents-2012 inspired_by',
    'relation foreign-influence-law-2024->ru-foreign-agents-2012 inspired_by',
    'relation foreign-agents-registration-bill-2023->outside inspired_by United States: Foreign Agents Registration Act (1938)',
    'relation foreign-agents-registration-act-2025->outside inspired_by United States: Foreign Agents Registration Act (1938)',
    'relation foreign-agents-registration-act-2025->foreign-influence-law-2024 replaces',
    'relation family-values-law-2024->constitutional-family-values-draft-2024 companion',
    'relation family-values-law-2024->ru-lgbt-propaganda-2022 inspired_by',
    'relation assemblies-offences-criminal-amendments-2025-02->assemblies-offences-amendments-2024-12 companion',
    'relation broadcasting-amendments-2025->foreign-agents-registration-act-2025 companion',
    'relation broadcasting-amendments-2025->outside inspired_by United Kingdom: legislation on broadcasting',
    'relation criminal-code-treason-2025->foreign-agents-registration-act-2025 companion',
    'relation gender-terms-removal-2025->foreign-agents-registration-act-2025 companion',
    'relation parliament-rules-cso-amendments-2025->foreign-agents-registration-act-2025 companion',
    'relation grants-state-agency-amendments-2025-02->foreign-agents-registration-act-2025 companion',
    'relation grants-amendments-2025-06->grants-amendments-2025-04 amends',
    'relation grants-political-activity-package-2026->grants-amendments-2025-04 amends',
    'relation grants-diplomatic-exemption-2026->grants-political-activity-package-2026 amends',
  ],
  impacts: [
    { right: 'association', to: ['impact foreign-influence-bill-2023#un-association'] },
    { right: 'expression', to: ['impact foreign-influence-bill-2023#un-expression'] },
    { right: 'participation', to: ['impact foreign-influence-bill-2023#un-participation'] },
    { right: 'privacy', to: ['impact foreign-influence-bill-2023#un-privacy'] },
    { right: 'non-discrimination', to: ['impact foreign-influence-bill-2023#un-non-discrimination'] },
    { right: 'association', to: ['impact foreign-influence-bill-2023#commissioner-association'] },
    { right: 'association', to: ['impact foreign-influence-bill-2023#odihr-association'] },
    { right: 'association', to: ['impact foreign-agents-registration-bill-2023#odihr-association'] },
    { right: 'expression', to: ['impact foreign-influence-bill-2023#odihr-expression'] },
    { right: 'expression', to: ['impact foreign-agents-registration-bill-2023#odihr-expression'] },
    { right: 'privacy', to: ['impact foreign-influence-bill-2023#odihr-privacy'] },
    { right: 'privacy', to: ['impact foreign-agents-registration-bill-2023#odihr-privacy'] },
    { right: 'participation', to: ['impact foreign-influence-bill-2023#odihr-participation'] },
    { right: 'participation', to: ['impact foreign-agents-registration-bill-2023#odihr-participation'] },
    { right: 'non-discrimination', to: ['impact foreign-influence-bill-2023#odihr-non-discrimination'] },
    { right: 'non-discrimination', to: ['impact foreign-agents-registration-bill-2023#odihr-non-discrimination'] },
    { right: 'association', to: ['impact foreign-influence-law-2024#venice-association'] },
    { right: 'expression', to: ['impact foreign-influence-law-2024#venice-expression'] },
    { right: 'privacy', to: ['impact foreign-influence-law-2024#venice-privacy'] },
    { right: 'participation', to: ['impact foreign-influence-law-2024#venice-participation'] },
    { right: 'non-discrimination', to: ['impact foreign-influence-law-2024#venice-non-discrimination'] },
    { right: 'association', to: ['impact foreign-influence-law-2024#experts-association'] },
    { right: 'defend-rights', to: ['impact foreign-influence-law-2024#experts-defend-rights'] },
    { right: 'expression', to: ['impact foreign-influence-law-2024#high-commissioner-expression'] },
    { right: 'association', to: ['impact foreign-influence-law-2024#high-commissioner-association'] },
    { right: 'association', to: ['impact foreign-influence-law-2024#odihr-association'] },
    { right: 'expression', to: ['impact foreign-influence-law-2024#odihr-expression'] },
    { right: 'non-discrimination', to: ['impact constitutional-family-values-draft-2024#venice-non-discrimination'] },
    {
      right: 'privacy',
      to: [
        'impact constitutional-family-values-draft-2024#venice-privacy-couples',
        'impact constitutional-family-values-draft-2024#venice-privacy-gender',
      ],
    },
    { right: 'non-discrimination', to: ['impact family-values-law-2024#ohchr-non-discrimination'] },
    { right: 'education', to: ['impact family-values-law-2024#ohchr-education'] },
    { right: 'expression', to: ['impact family-values-law-2024#ohchr-expression'] },
    { right: 'assembly', to: ['impact family-values-law-2024#ohchr-assembly'] },
    { right: 'association', to: ['impact family-values-law-2024#ohchr-association'] },
    { right: 'privacy', to: ['impact family-values-law-2024#ohchr-privacy'] },
    { right: 'liberty-security', to: ['impact family-values-law-2024#ohchr-liberty'] },
    { right: 'assembly', to: ['impact family-values-law-2024#experts-assembly'] },
    { right: 'expression', to: ['impact family-values-law-2024#experts-expression'] },
    { right: 'expression', to: ['impact family-values-law-2024#experts-information'] },
    { right: 'privacy', to: ['impact family-values-law-2024#experts-privacy'] },
    { right: 'defend-rights', to: ['impact family-values-law-2024#experts-defend-rights'] },
    { right: 'non-discrimination', to: ['impact family-values-law-2024#experts-non-discrimination'] },
    { right: 'expression', to: ['impact family-values-law-2024#parliament-expression'] },
    { right: 'assembly', to: ['impact assemblies-offences-amendments-2024-12#venice-assembly'] },
    { right: 'expression', to: ['impact assemblies-offences-amendments-2024-12#venice-expression'] },
    { right: 'assembly', to: ['impact assemblies-offences-criminal-amendments-2025-02#venice-assembly'] },
    { right: 'expression', to: ['impact assemblies-offences-criminal-amendments-2025-02#venice-expression'] },
    { right: 'assembly', to: ['impact assemblies-offences-criminal-amendments-2025-02#odihr-assembly'] },
    { right: 'expression', to: ['impact assemblies-offences-criminal-amendments-2025-02#odihr-expression'] },
    {
      right: 'defend-rights',
      to: ['impact assemblies-offences-criminal-amendments-2025-02#special-rapporteur-defend-rights'],
    },
    { right: 'defend-rights', to: ['impact assemblies-offences-amendments-2024-12#special-rapporteur-defend-rights'] },
    { right: 'assembly', to: ['impact assemblies-temporary-structures-bill-2023#structures-assembly'] },
    { right: 'association', to: ['impact foreign-agents-registration-act-2025#odihr-association'] },
    { right: 'assembly', to: ['impact foreign-agents-registration-act-2025#odihr-assembly'] },
    { right: 'expression', to: ['impact foreign-agents-registration-act-2025#odihr-expression'] },
    { right: 'association', to: ['impact foreign-agents-registration-act-2025#venice-association'] },
    { right: 'expression', to: ['impact foreign-agents-registration-act-2025#ohchr-expression'] },
    { right: 'association', to: ['impact foreign-agents-registration-act-2025#ohchr-association'] },
    { right: 'defend-rights', to: ['impact foreign-agents-registration-act-2025#special-rapporteur-defend-rights'] },
    { right: 'association', to: ['impact grants-amendments-2025-04#venice-association'] },
    { right: 'defend-rights', to: ['impact grants-amendments-2025-04#special-rapporteur-defend-rights'] },
    { right: 'expression', to: ['impact broadcasting-amendments-2025#venice-expression'] },
  ],
  sources: SOURCES.map((key) => `ge-${key}`),
  furtherSources: Object.keys(ADDED_SOURCES),
  described: DESCRIBED.map((key) => `ge-${key}`).sort(),
  withheld: Object.keys(WITHHELD).map((key) => `ge-${key}`),
  offices: /^(?:(?:Prime Minister|Speaker of the Parliament|Member of the Parliament) of Georgia)\b/,
  counts: { measures: 20, steps: 101, letters: 2, statements: 37, conflicts: 23, sources: 230 },
}
