/** Titles in six languages, put together from a few words of each script. */
import type { Language } from '../../../db/vocabulary/lists.ts'
import type { Chance } from './chance.ts'

export const TOPICS = [
  'assemblies',
  'associations',
  'broadcasting',
  'foreign-funding',
  'blocking',
  'defamation',
  'data',
]

const WORDS: Partial<Record<Language, readonly string[]>> = {
  ru: ['О вымышленных собраниях', 'Об ограничении вымысла', 'Ёжик и щит: о реестре'],
  ky: ['Ойдон чыгарылган мыйзам жөнүндө', 'Үгүт жана өзгөртүү тууралуу'],
  ar: ['قانون مُتخيَّل بشأن التجمعات', 'مشروع قانون لا وجود له'],
  ka: ['გამოგონილი კანონი შეკრებების შესახებ', 'არარსებული რეესტრის კანონი'],
  zh: ['虚构的集会法', '关于不存在的登记册的法律草案'],
  fr: ['Loi imaginaire sur l’étonnement', 'Projet de loi, « œuvre » de fiction'],
}

/** English, the State's own tongue, and now and then a third. */
export function titleOf(chance: Chance, tongue: Language, english: string) {
  const third = chance.maybe(0.2) ? chance.pick(Object.keys(WORDS) as Language[]) : tongue
  const told = [tongue, third].map((tag) => [tag, chance.pick(WORDS[tag] ?? ['?'])] as const)
  return { en: english, ...Object.fromEntries(told) }
}
