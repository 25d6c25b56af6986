/**
 * The rights that measures are held against, each tied to the articles that protect it. The articles say where a right
 * stands, not everything that bears on it; an impact names its own articles.
 *
 * Articles are written as the record writes them: number, then paragraph, letter and roman numeral in brackets, each
 * after a space: "19", "2 (1)", "5 (a)", "5 (d) (viii)".
 */

/** In the order in which articles are named. With each, its adoption by the General Assembly and its number of articles. */
export const INSTRUMENTS = [
  /** International Covenant on Civil and Political Rights. Resolution 2200 A (XXI), 16 December 1966. 53 articles. */
  { slug: 'iccpr', short: 'ICCPR' },
  /** International Covenant on Economic, Social and Cultural Rights. Resolution 2200 A (XXI), 16 December 1966. 31 articles. */
  { slug: 'icescr', short: 'ICESCR' },
  /** Universal Declaration of Human Rights. Resolution 217 A (III), 10 December 1948. 30 articles. */
  { slug: 'udhr', short: 'UDHR' },
  /** Declaration on Human Rights Defenders, by its short name. Resolution 53/144 (A/RES/53/144), 9 December 1998. 20 articles. */
  { slug: 'hrd-declaration', short: 'Declaration on Human Rights Defenders' },
  /** Convention on the Elimination of All Forms of Discrimination against Women. Resolution 34/180, 18 December 1979. 30 articles. */
  { slug: 'cedaw', short: 'CEDAW' },
  /** Convention on the Rights of the Child. Resolution 44/25, 20 November 1989. 54 articles. */
  { slug: 'crc', short: 'CRC' },
  /** Convention on the Elimination of All Forms of Racial Discrimination. Resolution 2106 (XX), 21 December 1965. 25 articles. */
  { slug: 'cerd', short: 'CERD' },
  /** Convention against Torture. Resolution 39/46, 10 December 1984. 33 articles. */
  { slug: 'cat', short: 'CAT' },
  /** Convention on the Rights of Persons with Disabilities. Resolution 61/106, 13 December 2006. 50 articles. */
  { slug: 'crpd', short: 'CRPD' },
] as const
export type InstrumentSlug = (typeof INSTRUMENTS)[number]['slug']

export interface Article {
  instrument: InstrumentSlug
  article: string
}

/** Readers see the rights in this order: the freedoms that laws on civil society touch first, the rest after them. */
export const RIGHTS = [
  right('expression', 'Freedom of opinion, expression and information', 'Expression', {
    iccpr: ['19'],
    // The freedom indispensable for scientific research and creative activity.
    icescr: ['15 (3)'],
    udhr: ['19'],
    'hrd-declaration': ['6'],
    // 13 expression, 17 access to information.
    crc: ['13', '17'],
    cerd: ['5 (d) (viii)'],
    crpd: ['21'],
  }),
  right('assembly', 'Freedom of peaceful assembly', 'Assembly', {
    iccpr: ['21'],
    udhr: ['20 (1)'],
    // 5 (a) to meet or assemble, 12 (1) to take part in peaceful activities against violations.
    'hrd-declaration': ['5 (a)', '12 (1)'],
    crc: ['15'],
    cerd: ['5 (d) (ix)'],
  }),
  right('association', 'Freedom of association', 'Association', {
    iccpr: ['22'],
    udhr: ['20'],
    // 5 (b) organisations, 5 (c) contact with them, 13 funds.
    'hrd-declaration': ['5 (b)', '5 (c)', '13'],
    // Organisations concerned with public and political life.
    cedaw: ['7 (c)'],
    crc: ['15'],
    cerd: ['5 (d) (ix)'],
    crpd: ['29 (b)'],
  }),
  right('privacy', 'Privacy', 'Privacy', {
    iccpr: ['17'],
    udhr: ['12'],
    crc: ['16'],
    crpd: ['22'],
  }),
  right('non-discrimination', 'Equality and non-discrimination', 'Non-discrimination', {
    iccpr: ['2 (1)', '3', '26'],
    icescr: ['2 (2)', '3'],
    udhr: ['2', '7'],
    cedaw: ['1', '2', '15 (1)'],
    crc: ['2'],
    cerd: ['1', '2', '5'],
    crpd: ['5'],
  }),
  right('participation', 'Participation in public affairs', 'Participation', {
    iccpr: ['25'],
    udhr: ['21'],
    'hrd-declaration': ['8'],
    cedaw: ['7'],
    cerd: ['5 (c)'],
    crpd: ['29'],
  }),
  // No treaty names this right. It is the use of these freedoms for human rights, which the Declaration spells out.
  right('defend-rights', 'The right to defend human rights', 'Defending rights', {
    iccpr: ['19', '21', '22'],
    // 7 new ideas, 9 (3) and (4) complaints and international bodies, 11 professions, 12 protection, 13 funds.
    'hrd-declaration': ['1', '2', '5', '6', '7', '8', '9 (3)', '9 (4)', '11', '12', '13'],
  }),
  right('fair-trial', 'Fair trial', 'Fair trial', {
    iccpr: ['14', '15'],
    udhr: ['10', '11'],
    cedaw: ['15 (2)'],
    crc: ['40'],
    cerd: ['5 (a)'],
    // Statements made under torture are no evidence.
    cat: ['15'],
    crpd: ['13'],
  }),
  right('liberty-security', 'Liberty and security of person', 'Liberty', {
    iccpr: ['9'],
    udhr: ['3', '9'],
    // Protection against violence, threats and retaliation.
    'hrd-declaration': ['12 (2)'],
    crc: ['37 (b)'],
    cerd: ['5 (b)'],
    crpd: ['14'],
  }),
  right('religion', 'Freedom of thought, conscience and religion', 'Religion', {
    iccpr: ['18'],
    udhr: ['18'],
    crc: ['14'],
    cerd: ['5 (d) (vii)'],
  }),
  right('family-marriage', 'Family and marriage', 'Family', {
    iccpr: ['23'],
    icescr: ['10'],
    udhr: ['16'],
    cedaw: ['16'],
    crc: ['9', '10', '18'],
    cerd: ['5 (d) (iv)'],
    crpd: ['23'],
  }),
  right('remedy', 'Effective remedy', 'Remedy', {
    iccpr: ['2 (3)'],
    udhr: ['8'],
    'hrd-declaration': ['9'],
    cedaw: ['2 (c)'],
    cerd: ['6'],
    cat: ['13', '14'],
    crpd: ['13'],
  }),
  right('children', 'Rights of the child', 'Children', {
    iccpr: ['24'],
    icescr: ['10 (3)'],
    udhr: ['25 (2)'],
    // 3 best interests, 12 to be heard, 17 access to information, 19 protection from violence.
    crc: ['3', '12', '17', '19'],
    crpd: ['7'],
  }),
  right('work-unions', 'Work and trade unions', 'Work and unions', {
    iccpr: ['22'],
    icescr: ['6', '7', '8'],
    udhr: ['23'],
    // To exercise one's occupation.
    'hrd-declaration': ['11'],
    cedaw: ['11'],
    cerd: ['5 (e) (i)', '5 (e) (ii)'],
    crpd: ['27'],
  }),
  right('health', 'Health', 'Health', {
    icescr: ['12'],
    udhr: ['25 (1)'],
    cedaw: ['12'],
    crc: ['24'],
    cerd: ['5 (e) (iv)'],
    crpd: ['25'],
  }),
  right('education', 'Education', 'Education', {
    // The liberty of parents in moral and religious education.
    iccpr: ['18 (4)'],
    icescr: ['13', '14'],
    udhr: ['26'],
    cedaw: ['10'],
    crc: ['28', '29'],
    cerd: ['5 (e) (v)'],
    crpd: ['24'],
  }),
  right('movement', 'Freedom of movement', 'Movement', {
    iccpr: ['12'],
    udhr: ['13'],
    cedaw: ['15 (4)'],
    // To leave any country and enter one's own, for the family's sake.
    crc: ['10 (2)'],
    cerd: ['5 (d) (i)', '5 (d) (ii)'],
    crpd: ['18'],
  }),
  right('legal-recognition', 'Recognition before the law', 'Recognition', {
    iccpr: ['16'],
    udhr: ['6'],
    crpd: ['12'],
  }),
  right('nationality', 'Nationality', 'Nationality', {
    iccpr: ['24 (3)'],
    udhr: ['15'],
    cedaw: ['9'],
    crc: ['7', '8'],
    cerd: ['5 (d) (iii)'],
    crpd: ['18'],
  }),
  right('minorities', 'Rights of minorities', 'Minorities', {
    iccpr: ['27'],
    crc: ['30'],
  }),
  right('culture-science', 'Cultural life and science', 'Culture', {
    icescr: ['15'],
    udhr: ['27'],
    cedaw: ['13 (c)'],
    crc: ['31'],
    cerd: ['5 (e) (vi)'],
    crpd: ['30'],
  }),
  right('living-standard', 'Social security and adequate living', 'Living standard', {
    icescr: ['9', '11'],
    udhr: ['22', '25'],
    cedaw: ['11 (1) (e)', '13 (a)', '14 (2) (c)', '14 (2) (h)'],
    crc: ['26', '27'],
    cerd: ['5 (e) (iii)', '5 (e) (iv)'],
    crpd: ['28'],
  }),
  right('property', 'Property', 'Property', {
    udhr: ['17'],
    cerd: ['5 (d) (v)'],
    crpd: ['12 (5)'],
  }),
  right('asylum', 'Asylum and protection from expulsion', 'Asylum', {
    iccpr: ['13'],
    udhr: ['14'],
    crc: ['22'],
    cat: ['3'],
  }),
  right('life', 'Life', 'Life', {
    iccpr: ['6'],
    udhr: ['3'],
    crc: ['6'],
    crpd: ['10'],
  }),
  right('torture', 'Freedom from torture and ill-treatment', 'Torture', {
    // 10: humane treatment of those who are deprived of their liberty.
    iccpr: ['7', '10'],
    udhr: ['5'],
    crc: ['37 (a)', '37 (c)'],
    cat: ['2', '16'],
    crpd: ['15'],
  }),
] as const

/** "ICCPR 19", "Declaration on Human Rights Defenders 5 (a)". */
export function articleLabel({ instrument, article }: Article): string {
  return `${INSTRUMENTS.find(({ slug }) => slug === instrument)?.short ?? instrument} ${article}`
}

/** `short` fits a chip; `articles` go by instrument, in the order of INSTRUMENTS. */
function right<S extends string>(
  slug: S,
  title: string,
  short: string,
  protectedBy: Readonly<Partial<Record<InstrumentSlug, readonly string[]>>>,
) {
  const articles = INSTRUMENTS.flatMap(({ slug: instrument }) =>
    (protectedBy[instrument] ?? []).map((article): Article => ({ instrument, article })),
  )
  return { slug, title, short, articles }
}
