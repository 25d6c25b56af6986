/**
 * The 24 conflicts of the facts on Kyrgyzstan: the sources that the facts name for each, and what the claims say in the
 * seed, in their order there. A conflict is known by the words it begins with, as in the maps.
 */
export const CLAIMS: { conflict: string; sources: string[]; values: string[] }[] = [
  {
    conflict: 'gay-propaganda-bill-2014: start date.',
    sources: ['lgbtep_2014_03', 'hrw_2014_06', 'eurasianet_2016_05_50'],
    values: ['2014-03-26', '2014-05-06', '2014-05'],
  },
  {
    conflict: 'gay-propaganda-bill-2014: sanction.',
    sources: ['globalvoices_2014_06', 'rferl_2015_06'],
    values: ['Up to one year', 'Up to six months'],
  },
  {
    conflict: 'KGZ 1/2014 reply:',
    sources: ['icj_srhrd_2015', 'icj_sr_2015'],
    values: ['A reply of 21 April 2015', 'None by 4 March 2015'],
  },
  {
    conflict: 'foreign-agents-bill-2013-2016: first submission',
    sources: ['venice_2013', 'frontline_2016_05', 'eurasianet_2016_04', 'rferl_2015_03', 'icnl_2014_ky'],
    values: ['2013-09', '2013-23', '2014', '2014-11?', '2014-05-26'],
  },
  {
    conflict: 'foreign-agents-bill-2013-2016: second reading',
    sources: ['diplomat_2016_05', 'frontline_2016_04'],
    values: ['2016-04-14', '2015-06'],
  },
  {
    conflict: 'constitutional-amendments-2016: submitted',
    sources: ['platforma_2016_ru', 'timesca_2016_08'],
    values: ['2016-07-29', '2016-07-27'],
  },
  {
    conflict: 'constitutional-amendments-2016: sponsors',
    sources: ['timesca_2016_08', 'platforma_2016_en', 'wiki_2016'],
    values: [
      'Four factions, SDPK, Respublika–Ata-Jurt, Onuguu–Progress and Kyrgyzstan',
      'The factions of the ruling coalition, without Ata-Meken and Respublika–Ata-Jurt',
      'Five parties',
    ],
  },
  {
    conflict: 'ngo-financial-reporting-2019-2021: first reading',
    sources: ['kg24_145499', 'kg24_200199', 'srd_2022'],
    values: ['2020-03-04', '2020-06'],
  },
  {
    conflict: 'ngo-financial-reporting-2019-2021: signed',
    sources: ['iphr_2021_07', 'kg24_200199', 'srd_2022'],
    values: ['[2021-06-26..2021-07-07]', '2021-06-26', '2021-07-07'],
  },
  {
    conflict: 'manipulating-information-2020-2021: adopted',
    sources: ['rfom_2020', 'cpc_2020', 'kg24_199296', 'opendem_2020'],
    values: ['2020-06-25', '2020-06-26'],
  },
  {
    conflict: 'manipulating-information-2020-2021: returned',
    sources: ['kg24_160731', 'kg24_195739', 'cpc_2020'],
    values: ['[2020-07-25..2020-08-03]', '2020-07-25', '2020-07', '2020-08', '2020-08-03'],
  },
  {
    conflict: 'constitution-2021: referendum "yes" share',
    sources: ['trend_2021_04', 'kg24_192859', 'kg24_201826', 'vlast_2021_04'],
    values: [
      '79.3% for, 13.7% against',
      '79.25% for, 13.69% against',
      '79.56% for',
      '36.6%',
      '36.75%',
      '35.9%',
      'Just over 30%',
    ],
  },
  {
    conflict: 'constitution-2021 Article 10(4):',
    sources: ['al-kgz-2-2021', 'kg24_183962'],
    values: ['Events may be limited by law', 'Activities may be prohibited'],
  },
  {
    conflict: 'foreign-representatives-law-2022-2024: number of initiators',
    sources: ['nhc_2023', 'mediakg_2023_06', 'diplomat_2023_10a', 'dolon_2023'],
    values: ['33', '32', '39', '25'],
  },
  {
    conflict: 'foreign-representatives-law-2022-2024: The Diplomat (early October 2023)',
    sources: ['diplomat_2023_10a', 'exclusive_2023_10', 'diplomat_2023_10b'],
    values: ['2023-10-25', '2023-10-03'],
  },
  {
    conflict: 'child-protection-information-amendments-2023: 17 March 2023',
    sources: ['hrw_2023_06_27', 'mediakg_2023_03'],
    values: ['Posted on the portal of public discussion', 'Registered in parliament'],
  },
  {
    conflict: 'mass-media-law-2022-2025: reached parliament',
    sources: ['cpj_2024_03', 'kg24_286041'],
    values: ['[2023-12-01..2024-01-10]', '[2024-01-01..2024-01-10]', '2023-12'],
  },
  {
    conflict: 'mass-media-law-2022-2025: working-group decision',
    sources: ['kg24_333251', 'kg24_290310'],
    values: ['[2024-03-13..2024-03-30]', '2023-12'],
  },
  {
    conflict: 'mass-media-law-2022-2025: signed',
    sources: ['azattyk_ru_2025_08', 'idea_2025_08', 'ng_2025_08'],
    values: ['2025-08-06', '2025-08-07'],
  },
  {
    conflict: 'false-information-fines-2025: signed',
    sources: ['ceetv_2025_07', 'tjc_2025_07'],
    values: ['2025-07-08', '2025-07-11'],
  },
  {
    conflict: 'defamation-insult-fines-2024-2025: 31 January 2025',
    sources: ['fergana_def', 'kg24_322223'],
    values: ['Published in Erkin-Too, after the signature', 'Signed by the President'],
  },
  {
    conflict: 'bishkek-assembly-bans-2022-2026: start',
    sources: ['silkway_2022', 'kg24_244000'],
    values: ['2022-03?', '2022-04-01?', '2022-12-01', '2022-12-02'],
  },
  {
    conflict: 'trade-unions-bill-2019-2022: vetoes',
    sources: ['ituc_2022', 'bwi_2021'],
    values: ['2021-04', '2021-05-22?'],
  },
  {
    conflict: 'January 2022 UN letter on NGO law:',
    sources: ['srd_2022', 'un_248422'],
    values: ['2022-01', '2021-01-06'],
  },
]
