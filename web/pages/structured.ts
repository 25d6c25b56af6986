/**
 * What machines are told in the words of schema.org: on pages, and in the export as JSON-LD (api/writers/json-ld.ts). A date that is
 * not certain to the day is left out: schema.org knows no doubt (schemaorg#242), and its Date, though ISO 8601 would let it end at
 * the month, is read by most programs as the first day of that month. Events are left out: an attack is no schema.org Event.
 */
import type { CommunicationDetail, DisagreementView, MeasureDetail, StepView } from '../../api/contract/views.ts'
import type { Stage } from '../../db/vocabulary/stages.ts'
import type { WireDate } from '../timeline/view.ts'
import { communicationWord, kindWord } from '../timeline/words.ts'

const dayOf = (on: WireDate | null): string | undefined =>
  on?.earliest && on.earliest === on.latest ? on.earliest : undefined

const areAtOdds = (disagreements: readonly DisagreementView[]): boolean =>
  disagreements.some(({ field }) => field === 'on')

/** The last step of these stages that has happened by the day. */
const lastOf = (steps: readonly StepView[], stages: readonly Stage[]): StepView | undefined =>
  steps.findLast(
    ({ stage, planned, result, afterAsOf }) => stages.includes(stage) && !planned && result !== 'failed' && !afterAsOf,
  )

/** Its day, if sources state or report it to the day and none says otherwise. */
function dayOfStep(step: StepView | undefined): string | undefined {
  if (!step || step.inferred || areAtOdds(step.disagreements)) return undefined
  const isVouchedFor = step.cites.some(({ certainty }) => certainty === 'stated' || certainty === 'reported')
  return isVouchedFor ? dayOf(step.on) : undefined
}

/**
 * Of adoption or signature, never of introduction: the day of the last signature, or of issue; where none is on record, and the
 * text came through, the day on which parliament or the people adopted it.
 */
const legislationDate = (measure: Pick<MeasureDetail, 'steps' | 'status'>): string | undefined =>
  dayOfStep(madeBy(measure))

/** The step that made a text law: the last signature or issue; where none is on record, and it came through, its adoption. */
export function madeBy({ steps, status }: Pick<MeasureDetail, 'steps' | 'status'>) {
  const signed = lastOf(steps, ['signed', 'issued'])
  if (signed) return signed
  const cameThrough = ['adopted', 'in_force', 'suspended', 'ended'].includes(status.is ?? '')
  return cameThrough ? lastOf(steps, ['adopted', 'readopted', 'referendum_approved']) : undefined
}

/** Only what the status says without doubt; a pending bill has no legal force to speak of. */
function legalForce({ is, asReported, asAnnounced, possibly }: MeasureDetail['status']): object | undefined {
  if (asReported || asAnnounced || possibly) return undefined
  if (is === 'in_force') return { '@id': 'https://schema.org/InForce' }
  const isNot = is === 'ended' || is === 'defeated' || is === 'suspended'
  return isNot ? { '@id': 'https://schema.org/NotInForce' } : undefined
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

type Described = Pick<
  MeasureDetail,
  | 'slug'
  | 'title'
  | 'shortTitle'
  | 'summary'
  | 'kind'
  | 'identifiers'
  | 'jurisdiction'
  | 'jurisdictionName'
  | 'steps'
  | 'status'
  | 'texts'
>

/** Known by its page here, since no other address is sure to last; `asOf` is the day of which the legal force is told. */
export function measureData(measure: Described, { site, asOf }: { site: string; asOf: string }): object {
  const { slug, title, shortTitle, summary, kind, identifiers, jurisdiction, jurisdictionName, steps, status } = measure
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
    legislationJurisdiction: {
      '@type': 'AdministrativeArea',
      name: jurisdictionName,
      // Its ISO 3166 code.
      identifier: jurisdiction.toUpperCase(),
    },
    legislationDate: legislationDate(measure),
    legislationDateVersion: asOf,
    datePublished: dayOfStep(lastOf(steps, ['published'])),
    legislationLegalForce: legalForce(status),
    // Where the wording that stands now can be read; drafts before it are not the same text.
    sameAs: measure.texts.flatMap(({ current, address }) => (current && address ? [address] : [])),
  }
}

interface DescribedLetter
  extends Pick<CommunicationDetail, 'slug' | 'title' | 'summary' | 'kind' | 'on' | 'reference' | 'disagreements'> {
  /** Names of the offices and bodies that wrote. */
  from: readonly string[]
  /** The measures, with their titles where these are at hand. */
  about: readonly { slug: string; title?: string }[]
}

export const describedLetter = (letter: CommunicationDetail): DescribedLetter => ({
  ...letter,
  from: letter.from.map(({ name }) => name),
  about: letter.measures,
})

export function communicationData(letter: DescribedLetter, site: string): object {
  const { slug, title, summary, kind, on, from, about, reference, disagreements } = letter
  return {
    '@type': 'CreativeWork',
    '@id': `${site}/communications/${slug}`,
    name: title.en,
    description: summary,
    genre: communicationWord(kind),
    identifier: reference ?? undefined,
    dateCreated: areAtOdds(disagreements) ? undefined : dayOf(on),
    author: from.map((name) => ({ '@type': 'Organization', name })),
    about: about.map((measure) => ({
      '@type': 'Legislation',
      '@id': `${site}/measures/${measure.slug}`,
      name: measure.title,
    })),
  }
}
