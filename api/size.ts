/** A view that opens every record of a choice is for a choice that a reader can take in; a world of them is narrowed first. */
import { countMeasures, type MeasureFilter } from '../db/queries/measures.ts'
import { TooManyMeasures } from './problem.ts'
import type { ResolvedMoment, Service } from './service.ts'

/** More measures than this are more than one page holds, and than a server should open for one answer. */
export const MOST_MEASURES = 2000

/** Counts before any record is opened. Throws TooManyMeasures. */
export async function refuseTooMany(
  { db }: Pick<Service, 'db'>,
  choice: MeasureFilter,
  moment: ResolvedMoment,
): Promise<void> {
  if ((await countMeasures(db, choice, moment, MOST_MEASURES + 1)) > MOST_MEASURES)
    throw new TooManyMeasures(MOST_MEASURES, 'Choose a State.')
}
