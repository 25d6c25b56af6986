/** The lists without filters of their own: sources, families, and the reference lists. */
import type { z } from 'zod'
import { listBodies } from '../../db/queries/records.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { dataAddress } from '../addresses.ts'
import type { Family, Instrument, Jurisdiction, Mandate, Right, RulePack, Source } from '../contract/record.ts'
import {
  FamilyView,
  InstrumentView,
  JurisdictionView,
  MandateView,
  RightView,
  RulePackView,
  SourceView,
} from '../contract/views.ts'
import { presentSource } from '../facts.ts'
import { type ListResource, orderOf } from '../list.ts'
import { Slugs } from '../parse.ts'
import type { ResolvedMoment } from '../service.ts'
import { withLinks } from '../summaries.ts'
import { type Column, joined } from '../writers/csv.ts'
import {
  presentFamily,
  presentInstrument,
  presentJurisdiction,
  presentMandate,
  presentRight,
  presentRulePack,
} from './present.ts'

const ReferenceFilters = { slug: Slugs.optional().meta({ description: 'Only these, up to 200' }) }

interface Reference<Body, View> {
  name: string
  title: string
  record: RecordKind
  item: z.ZodObject
  present(body: Body): View
  /** Adds what is known beside the records. */
  complete?(db: Db, moment: ResolvedMoment, views: readonly View[]): Promise<View[]>
  columns: Column<View>[]
}

/** A resource over records of one kind, with what the API says of one. */
export interface ReferenceList extends ListResource<typeof ReferenceFilters, { slug: string }> {
  record: RecordKind
  present(body: object): { slug: string }
}

/** Bodies of a kind are valid records of it: the store takes no other. */
function reference<Body extends { slug: string }, View extends { slug: string }>({
  name,
  title,
  record,
  item,
  present,
  complete = async (_db, _moment, views) => [...views],
  columns,
}: Reference<Body, View>): ReferenceList {
  return {
    name,
    title,
    record,
    item,
    filters: ReferenceFilters,
    includes: [],
    sorts: ['slug'],
    present: (body) => present(body as Body),
    async find({ db }, { slug }, moment, page) {
      const bodies = await listBodies(db, record, moment.version, { slugs: slug, ...orderOf(page) })
      const views = await complete(
        db,
        moment,
        bodies.map((body) => present(body as Body)),
      )
      return views.map((view) => ({ item: view, position: { slug: view.slug, value: null } }))
    },
    columns: [
      { name: 'slug', of: ({ slug }) => slug },
      ...(columns as readonly Column<never>[] as readonly Column<{ slug: string }>[]),
      { name: 'version', of: (_, { moment }) => moment.version },
      { name: 'data', of: ({ slug }, { service }) => dataAddress(service.address, record, slug) },
    ],
  }
}

export const REFERENCE_LISTS: readonly ReferenceList[] = [
  reference<Source, SourceView>({
    name: 'sources',
    title: 'Sources',
    record: 'source',
    item: SourceView,
    present: presentSource,
    complete: withLinks,
    columns: [
      { name: 'publisher', of: ({ publisher }) => publisher },
      { name: 'title', of: ({ title }) => title },
      { name: 'title_is', of: ({ titleIs }) => titleIs },
      { name: 'date', of: ({ on }) => on?.edtf ?? null },
      { name: 'language', of: ({ language }) => language },
      { name: 'address', of: ({ address, addressWithheld }) => (addressWithheld ? '[address withheld]' : address) },
      { name: 'archived_address', of: ({ archivedAddress }) => archivedAddress },
      { name: 'retrieved', of: ({ retrieved }) => retrieved.edtf },
    ],
  }),
  reference<Family, ReturnType<typeof presentFamily>>({
    name: 'families',
    title: 'Families',
    record: 'family',
    item: FamilyView,
    present: presentFamily,
    columns: [
      { name: 'title', of: ({ title }) => title.en },
      { name: 'summary', of: ({ summary }) => summary },
      { name: 'members', of: ({ members }) => joined(members) },
    ],
  }),
  reference<Right, ReturnType<typeof presentRight>>({
    name: 'rights',
    title: 'Rights',
    record: 'right',
    item: RightView,
    present: presentRight,
    columns: [
      { name: 'title', of: ({ title }) => title.en },
      {
        name: 'articles',
        of: ({ articles }) => joined(articles.map(({ instrument, article }) => `${instrument} ${article}`)),
      },
    ],
  }),
  reference<Instrument, ReturnType<typeof presentInstrument>>({
    name: 'instruments',
    title: 'Instruments',
    record: 'instrument',
    item: InstrumentView,
    present: presentInstrument,
    columns: [
      { name: 'kind', of: ({ kind }) => kind },
      { name: 'title', of: ({ title }) => title.en },
      { name: 'symbol', of: ({ symbol }) => symbol },
      { name: 'date', of: ({ on }) => on?.edtf ?? null },
    ],
  }),
  reference<Mandate, ReturnType<typeof presentMandate>>({
    name: 'mandates',
    title: 'Mandates',
    record: 'mandate',
    item: MandateView,
    present: presentMandate,
    columns: [
      { name: 'title', of: ({ title }) => title.en },
      { name: 'resolutions', of: ({ resolutions }) => joined(resolutions.map(({ symbol }) => symbol)) },
    ],
  }),
  reference<Jurisdiction, ReturnType<typeof presentJurisdiction>>({
    name: 'jurisdictions',
    title: 'Jurisdictions',
    record: 'jurisdiction',
    item: JurisdictionView,
    present: presentJurisdiction,
    columns: [
      { name: 'code', of: ({ code }) => code },
      { name: 'name', of: ({ name }) => name.en },
      { name: 'parliament', of: ({ parliament }) => parliament },
    ],
  }),
  reference<RulePack, RulePackView>({
    name: 'rule-packs',
    title: 'Rule packs',
    record: 'rule_pack',
    item: RulePackView,
    present: presentRulePack,
    columns: [
      { name: 'mechanism', of: ({ mechanism }) => mechanism },
      { name: 'title', of: ({ title }) => title.en },
      {
        name: 'limits',
        of: ({ limits }) => joined(limits.map(({ scope, words }) => `${scope} ${words ?? 'unknown'}`)),
      },
      { name: 'checked_on', of: ({ checkedOn }) => checkedOn.edtf },
      { name: 'replaced_by', of: ({ replacedBy }) => replacedBy },
    ],
  }),
]

/** Those of which one record is answered as it stands in the list, without more around it. */
export const PLAIN_LISTS = REFERENCE_LISTS.filter(({ record }) =>
  ['family', 'instrument', 'mandate', 'rule_pack'].includes(record),
)
