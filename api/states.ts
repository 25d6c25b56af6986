/** Names of States, for everything that says where it belongs. */
import { listBodies } from '../db/queries/records.ts'
import type { Db } from '../db/tables.ts'
import type { Jurisdiction } from './contract/record.ts'

export interface StateName {
  code: string
  name: string
}

export type StateNames = ReadonlyMap<string, StateName>

/** By slug, in the order of their names. */
export async function stateNames(db: Db, version: number): Promise<StateNames> {
  const states = (await listBodies(db, 'jurisdiction', version)) as Jurisdiction[]
  const named = states.map(({ slug, code, name }) => [slug, { code, name: name.en }] as const)
  return new Map(named.sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)))
}

/** A State that has no record yet is called by its code. */
export const stateOf = (names: StateNames, slug: string): StateName =>
  names.get(slug) ?? { code: slug.toUpperCase(), name: slug.toUpperCase() }

/** Whether a record of the jurisdiction `slug` belongs to the State or is a part of it: `ba-srp` is of `ba`. */
export const isOf = (slug: string, state: string): boolean => slug === state || slug.startsWith(`${state}-`)
