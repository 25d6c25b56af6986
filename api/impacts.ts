/** What a measure does to rights, as its page, the rights' pages and the API tell it. */
import { listBodies } from '../db/queries/records.ts'
import { impactCounts } from '../db/record-index.ts'
import type { Db } from '../db/tables.ts'
import { articleLabel, RIGHTS } from '../db/vocabulary/rights.ts'
import type { Communication, Measure } from './contract/record.ts'
import type { ImpactView } from './contract/views.ts'
import { presentCites } from './facts.ts'

/** A communication that an impact's reasoning is taken from. */
export type Speakers = ReadonlyMap<string, { title: string; reference: string | null }>

/** The communications that impacts of these measures are taken from, by slug. */
export async function findSpeakers(db: Db, measures: readonly Measure[], version: number): Promise<Speakers> {
  const slugs = measures.flatMap(({ impacts = [] }) =>
    impacts.flatMap(({ said_by }) => (said_by.voice === 'communication' ? [said_by.communication] : [])),
  )
  const found = (await listBodies(db, 'communication', version, { slugs: [...new Set(slugs)] })) as Communication[]
  return new Map(found.map(({ slug, title, reference }) => [slug, { title: title.en, reference }]))
}

export function presentImpacts({ impacts = [], provisions, texts }: Measure, speakers: Speakers): ImpactView[] {
  return impacts.map((impact) => {
    const { said_by } = impact
    const slug = said_by.voice === 'communication' ? said_by.communication : null
    return {
      key: impact.key,
      provision: impact.provision ?? null,
      right: { slug: impact.right, title: RIGHTS.find((right) => right.slug === impact.right)?.title ?? impact.right },
      effect: impact.effect,
      severity: impact.severity,
      severityReason: impact.severity_reason ?? null,
      grounds: impact.grounds,
      articles: impact.articles.map(articleLabel),
      reasoning: impact.reasoning,
      saidBy: slug
        ? {
            voice: 'communication',
            communication: slug,
            title: speakers.get(slug)?.title ?? slug,
            reference: speakers.get(slug)?.reference ?? null,
          }
        : { voice: 'editors' },
      counts: impactCounts(impact, provisions, texts),
      cites: presentCites(impact.cites),
    }
  })
}
