/**
 * Where each entry of the facts on the ninth to the nineteenth measure of Kyrgyzstan arrived in the seed, and each
 * conflict that belongs to them. The form is that of the map of the first eight.
 */
export const MAP: Record<string, { entry: number; to: string[] }[]> = {
  'foreign-representatives-law-2022-2024': [
    { entry: 0, to: ['step foreign-representatives-law-2022-2024#drafted-2022'] },
    { entry: 1, to: ['step foreign-representatives-law-2022-2024#introduced-2023'] },
    { entry: 2, to: ['step foreign-representatives-law-2022-2024#postponed-2023'] },
    { entry: 3, to: ['step foreign-representatives-law-2022-2024#committee-2023-10-03'] },
    {
      entry: 4,
      to: [
        'step foreign-representatives-law-2022-2024#hearing-2023-10-17',
        'communication resident-coordinator-hearing-2023',
      ],
    },
    { entry: 5, to: ['step foreign-representatives-law-2022-2024#first-reading-2023'] },
    { entry: 6, to: ['step foreign-representatives-law-2022-2024#committee-2024-01'] },
    { entry: 7, to: ['step foreign-representatives-law-2022-2024#postponed-2024'] },
    { entry: 8, to: ['step foreign-representatives-law-2022-2024#sent-back-2024'] },
    { entry: 9, to: ['step foreign-representatives-law-2022-2024#committee-2024-02'] },
    { entry: 10, to: ['step foreign-representatives-law-2022-2024#second-reading-2024'] },
    { entry: 11, to: ['step foreign-representatives-law-2022-2024#committee-2024-03'] },
    { entry: 12, to: ['step foreign-representatives-law-2022-2024#adopted-2024'] },
    { entry: 13, to: ['step foreign-representatives-law-2022-2024#signed-2024'] },
    { entry: 14, to: ['step foreign-representatives-law-2022-2024#challenged-2024'] },
    { entry: 15, to: ['step foreign-representatives-law-2022-2024#petition-refused-2024'] },
    {
      entry: 16,
      to: [
        'step foreign-representatives-law-2022-2024#implemented-2024',
        'measure cabinet-resolution-518-2024#issued-2024',
        'relation cabinet-resolution-518-2024->foreign-representatives-law-2022-2024 implements',
      ],
    },
    {
      entry: 17,
      to: [
        'step foreign-representatives-law-2022-2024#in-force-confirmed-2024',
        'measure cabinet-resolution-518-2024#in-force-2024',
      ],
    },
    { entry: 18, to: ['measure cabinet-resolution-518-2024#challenged-2024'] },
    { entry: 19, to: ['measure cabinet-resolution-518-2024#upheld-2025-01'] },
    { entry: 20, to: ['measure cabinet-resolution-518-2024#upheld-2025-03'] },
    { entry: 21, to: ['measure cabinet-resolution-518-2024#hearing-2025'] },
  ],
  'child-protection-information-amendments-2023': [
    { entry: 0, to: ['step child-protection-information-amendments-2023#consultation-2023'] },
    { entry: 1, to: ['step child-protection-information-amendments-2023#committee-2023'] },
    {
      entry: 2,
      to: [
        'step child-protection-information-amendments-2023#second-reading-2023',
        'step child-protection-information-amendments-2023#adopted-2023',
      ],
    },
    { entry: 3, to: ['step child-protection-information-amendments-2023#signed-2023'] },
  ],
  'mass-media-law-2022-2025': [
    { entry: 0, to: ['step mass-media-law-2022-2025#consultation-2022'] },
    { entry: 1, to: ['step mass-media-law-2022-2025#consultation-2023'] },
    { entry: 2, to: ['step mass-media-law-2022-2025#visit-2023'] },
    { entry: 3, to: ['step mass-media-law-2022-2025#introduced-2024'] },
    { entry: 4, to: ['step mass-media-law-2022-2025#postponed-2024'] },
    { entry: 5, to: ['step mass-media-law-2022-2025#committee-2024'] },
    { entry: 6, to: ['step mass-media-law-2022-2025#withdrawn-2024'] },
    { entry: 7, to: ['step mass-media-law-2022-2025#drafted-2024-03'] },
    { entry: 8, to: ['step mass-media-law-2022-2025#drafted-2024-sixth'] },
    { entry: 9, to: ['step mass-media-law-2022-2025#first-reading-2025'] },
    { entry: 10, to: ['step mass-media-law-2022-2025#amended-2025'] },
    {
      entry: 11,
      to: ['step mass-media-law-2022-2025#second-reading-2025', 'step mass-media-law-2022-2025#adopted-2025'],
    },
    { entry: 12, to: ['step mass-media-law-2022-2025#signed-2025'] },
    { entry: 13, to: ['step mass-media-law-2022-2025#in-force-2025'] },
  ],
  'false-information-fines-2025': [
    { entry: 0, to: ['step false-information-fines-2025#introduced-2025'] },
    { entry: 1, to: ['step false-information-fines-2025#signed-2025'] },
    { entry: 2, to: ['step false-information-fines-2025#in-force-2025'] },
  ],
  'defamation-insult-fines-2024-2025': [
    { entry: 0, to: ['step defamation-insult-fines-2024-2025#consultation-2024'] },
    { entry: 1, to: ['step defamation-insult-fines-2024-2025#committee-2024'] },
    { entry: 2, to: ['step defamation-insult-fines-2024-2025#second-reading-2024'] },
    { entry: 3, to: ['step defamation-insult-fines-2024-2025#plenary-vote-2024'] },
    { entry: 4, to: ['step defamation-insult-fines-2024-2025#published-2025'] },
    { entry: 5, to: ['step defamation-insult-fines-2024-2025#in-force-2025'] },
  ],
  'bishkek-assembly-bans-2022-2026': [
    { entry: 0, to: ['step bishkek-assembly-bans-2022-2026#first-ban-2022'] },
    { entry: 1, to: ['step bishkek-assembly-bans-2022-2026#extended-2022'] },
    { entry: 2, to: ['step bishkek-assembly-bans-2022-2026#new-ban-2022'] },
    { entry: 3, to: ['step bishkek-assembly-bans-2022-2026#extended-2023'] },
    { entry: 4, to: ['step bishkek-assembly-bans-2022-2026#extended-2024-03'] },
    { entry: 5, to: ['step bishkek-assembly-bans-2022-2026#upheld-2024'] },
    { entry: 6, to: ['step bishkek-assembly-bans-2022-2026#extended-2025-01'] },
    { entry: 7, to: ['step bishkek-assembly-bans-2022-2026#extended-2025-03'] },
    { entry: 8, to: ['step bishkek-assembly-bans-2022-2026#appeal-refused-2025'] },
    { entry: 9, to: ['step bishkek-assembly-bans-2022-2026#extended-2025-07'] },
    { entry: 10, to: ['step bishkek-assembly-bans-2022-2026#extended-2025-09'] },
    { entry: 11, to: ['step bishkek-assembly-bans-2022-2026#extended-2025-12'] },
  ],
  'trade-unions-bill-2019-2022': [
    { entry: 0, to: ['step trade-unions-bill-2019-2022#introduced-2019'] },
    { entry: 1, to: ['step trade-unions-bill-2019-2022#second-reading-2019'] },
    {
      entry: 2,
      to: [
        'step trade-unions-bill-2019-2022#returned-2021-04',
        'step trade-unions-bill-2019-2022#returned-2021-07',
        'step trade-unions-bill-2019-2022#returned-2021-11',
      ],
    },
    { entry: 3, to: ['step trade-unions-bill-2019-2022#introduced-2022'] },
  ],
  'reporting-extension-2025': [{ entry: 0, to: ['step reporting-extension-2025#signed-2025'] }],
  'online-pornography-ban-2025': [{ entry: 0, to: ['step online-pornography-ban-2025#signed-2025'] }],
  'international-internet-traffic-monopoly-2025': [
    { entry: 0, to: ['step international-internet-traffic-monopoly-2025#signed-2025'] },
    { entry: 1, to: ['step international-internet-traffic-monopoly-2025#in-force-2025'] },
  ],
  'presidential-ngo-draft-2022': [
    { entry: 0, to: ['step presidential-ngo-draft-2022#consultation-2022'] },
    { entry: 1, to: ['step presidential-ngo-draft-2022#working-group-2023'] },
  ],
}

export const CONFLICTS: { conflict: string; to: string[] }[] = [
  {
    conflict: 'foreign-representatives-law-2022-2024: number of initiators',
    to: ['disagreement foreign-representatives-law-2022-2024 sponsors'],
  },
  {
    conflict: 'foreign-representatives-law-2022-2024: The Diplomat (early October 2023)',
    to: ['disagreement foreign-representatives-law-2022-2024#first-reading-2023 on'],
  },
  {
    conflict: 'child-protection-information-amendments-2023: 17 March 2023',
    to: ['disagreement child-protection-information-amendments-2023#consultation-2023 stage'],
  },
  {
    conflict: 'mass-media-law-2022-2025: reached parliament',
    to: ['disagreement mass-media-law-2022-2025#introduced-2024 on'],
  },
  {
    conflict: 'mass-media-law-2022-2025: working-group decision',
    to: ['disagreement mass-media-law-2022-2025#drafted-2024-03 on'],
  },
  {
    conflict: 'mass-media-law-2022-2025: signed',
    to: ['disagreement mass-media-law-2022-2025#signed-2025 on'],
  },
  {
    conflict: 'false-information-fines-2025: signed',
    to: ['disagreement false-information-fines-2025#signed-2025 on'],
  },
  {
    conflict: 'defamation-insult-fines-2024-2025: 31 January 2025',
    to: ['disagreement defamation-insult-fines-2024-2025#published-2025 stage'],
  },
  {
    conflict: 'bishkek-assembly-bans-2022-2026: start',
    to: [
      'disagreement bishkek-assembly-bans-2022-2026#first-ban-2022 on',
      'disagreement bishkek-assembly-bans-2022-2026#extended-2022 until',
    ],
  },
  {
    conflict: 'trade-unions-bill-2019-2022: vetoes',
    to: ['disagreement trade-unions-bill-2019-2022#returned-2021-04 on'],
  },
]
