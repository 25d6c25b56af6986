/** What mechanisms ask of those who write to them: the views of the pages on submissions. */
import { listBodies } from '../../db/queries/records.ts'
import type { RulePack } from '../contract/record.ts'
import type { RulePackView, SourceView } from '../contract/views.ts'
import { notFound } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { listCited } from '../summaries.ts'
import { presentRulePack } from './present.ts'

/** Every pack of the version, with those that are no longer in use. */
export async function listRulePacks({ db }: Service, { version }: ResolvedMoment): Promise<RulePackView[]> {
  return ((await listBodies(db, 'rule_pack', version)) as RulePack[]).map(presentRulePack)
}

/** Throws a 404 if the version has no such pack. */
export async function findRulePack(
  { db }: Service,
  slug: string,
  moment: ResolvedMoment,
): Promise<{ pack: RulePackView; sources: SourceView[] }> {
  const [body] = await listBodies(db, 'rule_pack', moment.version, { slugs: [slug] })
  if (!body) throw notFound('rule pack', slug)
  const pack = presentRulePack(body as RulePack)
  return { pack, sources: await listCited(db, moment, pack) }
}
