/** Stand-in until the full list arrives. */
export const INSTRUMENTS = [
  { slug: 'iccpr', short: 'ICCPR' },
  { slug: 'icescr', short: 'ICESCR' },
  { slug: 'udhr', short: 'UDHR' },
  { slug: 'hrd-declaration', short: 'Declaration on HRDs' },
  { slug: 'cedaw', short: 'CEDAW' },
  { slug: 'crc', short: 'CRC' },
  { slug: 'cerd', short: 'ICERD' },
  { slug: 'cat', short: 'CAT' },
  { slug: 'crpd', short: 'CRPD' },
] as const
export type InstrumentSlug = (typeof INSTRUMENTS)[number]['slug']
const right = <S extends string>(slug: S, title: string, article: string) => ({
  slug,
  title,
  short: title,
  articles: [{ instrument: 'iccpr' as InstrumentSlug, article }],
})
export const RIGHTS = [
  right('expression', 'Freedom of expression', '19'),
  right('assembly', 'Peaceful assembly', '21'),
  right('association', 'Association', '22'),
  right('privacy', 'Privacy', '17'),
  right('non-discrimination', 'Non-discrimination', '26'),
  right('participation', 'Participation', '25'),
  right('defend-rights', 'Defend rights', '2'),
  right('fair-trial', 'Fair trial', '14'),
  right('liberty-security', 'Liberty', '9'),
  right('religion', 'Religion', '18'),
  right('family-marriage', 'Family', '23'),
  right('remedy', 'Remedy', '2'),
  right('children', 'Children', '24'),
  right('work-unions', 'Unions', '22'),
  right('health', 'Health', '6'),
  right('education', 'Education', '18'),
  right('movement', 'Movement', '12'),
] as const
export type RightSlug = (typeof RIGHTS)[number]['slug']
export const articleLabel = ({ instrument, article }: { instrument: InstrumentSlug; article: string }) =>
  `${INSTRUMENTS.find((i) => i.slug === instrument)?.short} ${article}`
