/** What machines that read pages are told, in the words of schema.org. A date that is not known to the day is left out. */
import type { CommunicationDetail, MeasureDetail, StepView } from '../../api/contract/views.ts'
import type { Stage } from '../../db/vocabulary/stages.ts'
import type { WireDate } from '../timeline/view.ts'
import { communicationWord, kindWord } from '../timeline/words.ts'

const dayOf = (on: WireDate | null): string | undefined =>
  on?.earliest && on.earliest === on.latest ? on.earliest : undefined

/** The day of the last step of these stages that certainly happened, if a source gives it to the day. */
function dayOfLast(steps: readonly StepView[], stages: readonly Stage[]): string | undefined {
  const step = steps.findLast(
    ({ stage, planned, result, inferred }) => stages.includes(stage) && !planned && result !== 'failed' && !inferred,
  )
  return step ? dayOf(step.on) : undefined
}

/** Only what the status says without doubt; a pending bill has no legal force to speak of. */
function legalForce({ is, asReported, asAnnounced }: MeasureDetail['status']): string | undefined {
  if (asReported || asAnnounced) return undefined
  if (is === 'in_force') return 'https://schema.org/InForce'
  return is === 'ended' || is === 'defeated' || is === 'suspended' ? 'https://schema.org/NotInForce' : undefined
}

/** For reference managers (Highwire Press). A date that is not known to the day is left out. */
export const citedMeasure = (
  { slug, shortTitle, jurisdictionName }: Pick<MeasureDetail, 'slug' | 'shortTitle' | 'jurisdictionName'>,
  site: string,
) => ({
  title: `${shortTitle.en} (${jurisdictionName})`,
  publisher: 'Threatline',
  language: 'en',
  public_url: `${site}/measures/${slug}`,
})

export const citedCommunication = ({ slug, title, from, reference, on }: CommunicationDetail, site: string) => ({
  title: title.en,
  author: from.map(({ name }) => name),
  technical_report_number: reference,
  publication_date: dayOf(on)?.replaceAll('-', '/') ?? null,
  publisher: 'Threatline',
  language: 'en',
  public_url: `${site}/communications/${slug}`,
})

export function measureData(measure: MeasureDetail, site: string): object {
  const { slug, title, shortTitle, summary, kind, identifiers, jurisdictionName, steps, status } = measure
  const others = Object.entries(title).flatMap(([language, text]) =>
    language !== 'en' && text ? [{ '@value': text, '@language': language }] : [],
  )
  return {
    '@type': 'Legislation',
    '@id': `${site}/measures/${slug}`,
    name: shortTitle.en,
    alternateName: [...(title.en === shortTitle.en ? [] : [title.en]), ...others],
    description: summary,
    legislationType: kindWord(kind),
    legislationIdentifier: identifiers.map(({ value }) => value),
    legislationJurisdiction: { '@type': 'AdministrativeArea', name: jurisdictionName },
    legislationDate: dayOfLast(steps, ['signed', 'issued']),
    datePublished: dayOfLast(steps, ['published']),
    legislationLegalForce: legalForce(status),
  }
}

export function communicationData(letter: CommunicationDetail, site: string): object {
  const { slug, title, summary, kind, on, from, measures, reference } = letter
  return {
    '@type': 'CreativeWork',
    '@id': `${site}/communications/${slug}`,
    name: title.en,
    description: summary,
    genre: communicationWord(kind),
    identifier: reference ?? undefined,
    dateCreated: dayOf(on),
    author: from.map(({ name }) => ({ '@type': 'Organization', name })),
    about: measures.map((measure) => ({
      '@type': 'Legislation',
      '@id': `${site}/measures/${measure.slug}`,
      name: measure.title,
    })),
  }
}
