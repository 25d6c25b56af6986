/**
 * Where each entry of the facts on the first eight measures of Kyrgyzstan arrived in the seed, and each conflict that
 * belongs to them.
 *
 * An entry is the index, from 0, in the facts' `steps` of that measure. `to` names what holds it: "step measure#key",
 * "measure slug#step" (a step of another measure than the facts file it under), "communication slug", "relation
 * newer->older type", "disagreement measure#key field" with the key of a step or provision, "disagreement measure field"
 * where the claims stand on the measure itself. A conflict is known by the words it begins with.
 */
export const MAP: Record<string, { entry: number; to: string[] }[]> = {
  'gay-propaganda-bill-2014': [
    { entry: 0, to: ['step gay-propaganda-bill-2014#drafted-2014-03'] },
    { entry: 1, to: ['step gay-propaganda-bill-2014#introduced-2014-05'] },
    {
      entry: 2,
      to: [
        'measure second-propaganda-bill-2014#consultation-2014',
        'relation second-propaganda-bill-2014->gay-propaganda-bill-2014 companion',
      ],
    },
    { entry: 3, to: ['step gay-propaganda-bill-2014#committee-2014-06'] },
    { entry: 4, to: ['step gay-propaganda-bill-2014#committee-2014-10'] },
    { entry: 5, to: ['step gay-propaganda-bill-2014#debate-2014-10'] },
    { entry: 6, to: ['step gay-propaganda-bill-2014#first-reading-2014'] },
    { entry: 7, to: ['step gay-propaganda-bill-2014#committee-2015-02'] },
    { entry: 8, to: ['step gay-propaganda-bill-2014#second-reading-2015'] },
    { entry: 9, to: ['step gay-propaganda-bill-2014#postponed-2015'] },
    { entry: 10, to: ['step gay-propaganda-bill-2014#committee-2016'] },
  ],
  'foreign-agents-bill-2013-2016': [
    { entry: 0, to: ['step foreign-agents-bill-2013-2016#introduced-2013'] },
    { entry: 1, to: ['communication venice-odihr-opinion-foreign-agents-2013'] },
    { entry: 2, to: ['step foreign-agents-bill-2013-2016#introduced-2014'] },
    { entry: 3, to: ['step foreign-agents-bill-2013-2016#committee-2015-03'] },
    { entry: 4, to: ['step foreign-agents-bill-2013-2016#committee-2015-05'] },
    { entry: 5, to: ['step foreign-agents-bill-2013-2016#postponed-2015-05'] },
    { entry: 6, to: ['step foreign-agents-bill-2013-2016#first-reading-2015'] },
    { entry: 7, to: ['step foreign-agents-bill-2013-2016#postponed-2015-06'] },
    { entry: 8, to: ['step foreign-agents-bill-2013-2016#committee-2016'] },
    { entry: 9, to: ['step foreign-agents-bill-2013-2016#second-reading-2016'] },
    { entry: 10, to: ['step foreign-agents-bill-2013-2016#rejected-2016'] },
  ],
  'justice-ministry-nonprofit-amendments-2014': [
    { entry: 0, to: ['step justice-ministry-nonprofit-amendments-2014#introduced-2014'] },
  ],
  'constitutional-amendments-2016': [
    { entry: 0, to: ['step constitutional-amendments-2016#consultation-2016'] },
    { entry: 1, to: ['communication venice-odihr-opinion-constitution-2016'] },
    { entry: 2, to: ['step constitutional-amendments-2016#first-reading-2016'] },
    { entry: 3, to: ['step constitutional-amendments-2016#noted-2016-10'] },
    {
      entry: 4,
      to: [
        'step constitutional-amendments-2016#third-reading-2016',
        'step constitutional-amendments-2016#referendum-called-2016',
      ],
    },
    { entry: 5, to: ['step constitutional-amendments-2016#referendum-2016'] },
    { entry: 6, to: ['step constitutional-amendments-2016#signed-2016'] },
    { entry: 7, to: ['step constitutional-amendments-2016#in-force-2017'] },
  ],
  'ngo-financial-reporting-2019-2021': [
    { entry: 0, to: ['step ngo-financial-reporting-2019-2021#introduced-2019'] },
    { entry: 1, to: ['step ngo-financial-reporting-2019-2021#consultation-2019'] },
    { entry: 2, to: ['step ngo-financial-reporting-2019-2021#first-reading-2020'] },
    { entry: 3, to: ['step ngo-financial-reporting-2019-2021#hearings-2020'] },
    { entry: 4, to: ['step ngo-financial-reporting-2019-2021#second-reading-2020'] },
    { entry: 5, to: ['step ngo-financial-reporting-2019-2021#adopted-2021'] },
    {
      entry: 6,
      to: [
        'step ngo-financial-reporting-2019-2021#sent-2021',
        'disagreement ngo-financial-reporting-2019-2021#signed-2021 on',
      ],
    },
    { entry: 7, to: ['step ngo-financial-reporting-2019-2021#signed-2021'] },
    { entry: 8, to: ['step ngo-financial-reporting-2019-2021#implemented-2021'] },
  ],
  'child-harmful-information-draft-2019': [
    { entry: 0, to: ['step child-harmful-information-draft-2019#drafted-2019'] },
    { entry: 1, to: ['step child-harmful-information-draft-2019#reported-2021'] },
  ],
  'manipulating-information-2020-2021': [
    { entry: 0, to: ['step manipulating-information-2020-2021#introduced-2020'] },
    {
      entry: 1,
      to: [
        'step manipulating-information-2020-2021#second-reading-2020',
        'step manipulating-information-2020-2021#adopted-2020',
      ],
    },
    { entry: 2, to: ['step manipulating-information-2020-2021#returned-2020'] },
    { entry: 3, to: ['step manipulating-information-2020-2021#committee-2021-05'] },
    { entry: 4, to: ['step manipulating-information-2020-2021#committee-2021-06'] },
    { entry: 5, to: ['step manipulating-information-2020-2021#vote-2021-06'] },
    { entry: 6, to: ['step manipulating-information-2020-2021#readopted-2021'] },
    {
      entry: 7,
      to: [
        'step manipulating-information-2020-2021#signed-2021',
        'step manipulating-information-2020-2021#in-force-2021',
      ],
    },
  ],
  'constitution-2021': [
    { entry: 0, to: ['step constitution-2021#drafted-2020-11'] },
    { entry: 1, to: ['step constitution-2021#convention-2020'] },
    {
      entry: 2,
      to: [
        'measure referendum-form-of-government-2021#adopted-2020',
        'relation referendum-form-of-government-2021->constitution-2021 companion',
      ],
    },
    { entry: 3, to: ['step constitution-2021#introduced-2021'] },
    { entry: 4, to: ['step constitution-2021#amended-2021'] },
    { entry: 5, to: ['step constitution-2021#committee-2021'] },
    { entry: 6, to: ['step constitution-2021#noted-2021-03'] },
    { entry: 7, to: ['step constitution-2021#readings-2021'] },
    { entry: 8, to: ['step constitution-2021#referendum-called-2021'] },
    { entry: 9, to: ['communication venice-odihr-opinion-constitution-2021'] },
    { entry: 10, to: ['step constitution-2021#referendum-2021'] },
    {
      entry: 11,
      to: [
        'step constitution-2021#signed-2021',
        'step constitution-2021#in-force-2021',
        'relation constitution-2021->constitutional-amendments-2016 replaces',
      ],
    },
  ],
}

export const CONFLICTS: { conflict: string; to: string[] }[] = [
  {
    conflict: 'gay-propaganda-bill-2014: start date.',
    to: ['disagreement gay-propaganda-bill-2014#drafted-2014-03 on'],
  },
  {
    conflict: 'gay-propaganda-bill-2014: sanction.',
    to: ['disagreement gay-propaganda-bill-2014#penalty wording'],
  },
  {
    conflict: 'foreign-agents-bill-2013-2016: first submission',
    to: ['disagreement foreign-agents-bill-2013-2016#introduced-2013 on'],
  },
  {
    conflict: 'foreign-agents-bill-2013-2016: second reading',
    to: ['disagreement foreign-agents-bill-2013-2016#second-reading-2016 on'],
  },
  {
    conflict: 'constitutional-amendments-2016: submitted',
    to: ['disagreement constitutional-amendments-2016#consultation-2016 on'],
  },
  {
    conflict: 'constitutional-amendments-2016: sponsors',
    to: ['disagreement constitutional-amendments-2016 sponsors'],
  },
  {
    conflict: 'ngo-financial-reporting-2019-2021: first reading',
    to: ['disagreement ngo-financial-reporting-2019-2021#first-reading-2020 on'],
  },
  {
    conflict: 'ngo-financial-reporting-2019-2021: signed',
    to: ['disagreement ngo-financial-reporting-2019-2021#signed-2021 on'],
  },
  {
    conflict: 'manipulating-information-2020-2021: adopted',
    to: ['disagreement manipulating-information-2020-2021#adopted-2020 on'],
  },
  {
    conflict: 'manipulating-information-2020-2021: returned',
    to: ['disagreement manipulating-information-2020-2021#returned-2020 on'],
  },
  {
    conflict: 'constitution-2021: referendum "yes" share',
    to: ['disagreement constitution-2021#referendum-2021 vote', 'disagreement constitution-2021#referendum-2021 other'],
  },
  {
    conflict: 'constitution-2021 Article 10(4):',
    to: ['disagreement constitution-2021#article-10-4 wording'],
  },
]
