/**
 * What the tests of a State's dossiers share: tables that say where each fact of the collection on the State arrived in
 * the seed, and the checks that hold the seed against them.
 *
 * A target names what holds a fact: "step measure#key", "communication slug", "relation newer->older type" (for a law
 * that is not followed as a measure: "relation newer->outside type words of the reference"), "impact measure#key". A
 * disagreement is known by where it stands ("measure", "measure#key of a step or provision", "communication") and by the
 * words it begins with.
 */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Citation, Disagreement, Measure, Vote } from '../../api/contract/record.ts'
import { statusStepsOf } from '../../db/record-index.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { Severity } from '../../db/vocabulary/lists.ts'
import { type Counting, influenceOf, type Reading, readStatus, spanOn } from '../../db/vocabulary/status.ts'
import { readSeed } from '../../seed/load.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))

/** `date` and `vote` as the facts give them; `because` tells why a date is another in the seed. */
export interface Arrival {
  date: string
  vote?: Vote
  to: string[]
  because?: string
}

export interface Letter extends Arrival {
  reference: string | null
  deadline: object
  reply: object
}

export interface Conflict {
  /** The words that the conflict begins with in the facts. */
  conflict: string
  sources: string[]
  at: { on: string; about: string; values: string[] }[]
}

export interface StateFacts {
  /** The jurisdictions whose records these are. */
  jurisdictions: string[]
  /** By measure, its entries in the order of the facts. */
  entries: Record<string, Arrival[]>
  /** Steps that rest on what the facts say outside their entries, or on a source that was found later, and why. */
  furtherSteps: Record<string, string>
  letters: Letter[]
  statements: Arrival[]
  /** The letters among the statements, by slug, with their deadlines; of none of them is a reply known. */
  lettersAmongStatements?: Record<string, object>
  /** Communications that are no letter or statement of the facts, and why they stand here. */
  furtherCommunications: Record<string, string>
  conflicts: Conflict[]
  relations: string[]
  /** The impacts of the facts, in their order: measure, right and where they arrived. */
  impacts: { right: string; to: string[] }[]
  sources: string[]
  furtherSources: string[]
  described: string[]
  withheld: string[]
  /** What the office of a sponsor with a name begins with. */
  offices: RegExp
  counts: { measures: number; steps: number; letters: number; statements: number; conflicts: number; sources: number }
}

type RecordOf<K extends AnyRecord['record']> = Extract<AnyRecord, { record: K }>

export class Seed {
  readonly measures: Map<string, Measure>
  constructor(readonly records: readonly AnyRecord[]) {
    this.measures = new Map(this.all('measure').map((measure) => [measure.slug, measure]))
  }

  all<K extends AnyRecord['record']>(kind: K): RecordOf<K>[] {
    return this.records.filter((record): record is RecordOf<K> => record.record === kind)
  }

  find<K extends AnyRecord['record']>(kind: K, slug: string): RecordOf<K> {
    const found = this.all(kind).find((record) => record.slug === slug)
    if (!found) throw new Error(`The seed has no ${kind} "${slug}".`)
    return found
  }

  /** The status of a measure by its own steps and by what other measures do to it, as the store reads it. */
  reading(slug: string, counting: Counting): Reading {
    const influences = [...this.measures.values()]
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
      .flatMap((other) =>
        (other.relations ?? []).flatMap(({ type, to, intended }) =>
          to === slug && !intended && (type === 'replaces' || type === 'revives')
            ? (influenceOf(type, { measure: other.slug, steps: statusStepsOf(other).steps }) ?? [])
            : [],
        ),
      )
    return readStatus(statusStepsOf(this.find('measure', slug)).steps, influences, counting)
  }

  /** "in_force S6 since 2025-06-01 by in-force-2025", with what the page would add; null before the first status. */
  statusOn(slug: string, day: string, counting: Counting = 'certain'): string | null {
    const span = spanOn(this.reading(slug, counting).spans, day)
    if (!span) return null
    const { status, rule, from, basis, atTheLatest, asAnnounced, asReported } = span
    const basisStep = basis.measure ? `${basis.measure}#${basis.step}` : basis.step
    const added = [atTheLatest && 'at the latest', asAnnounced && 'as announced', asReported && 'as reported']
    return [`${status} ${rule} since ${from} by ${basisStep}`, ...added.filter(Boolean)].join(', ')
  }

  /** The day of what a target names. */
  dateOf(target: string): string | null {
    const [kind = '', name = ''] = target.split(' ')
    if (kind === 'communication') return this.find('communication', name).on
    const [slug = '', key] = name.split('#')
    const step = kind === 'step' && this.find('measure', slug).steps.find((found) => found.key === key)
    if (!step) throw new Error(`"${target}" names no step of the seed.`)
    return step.on
  }

  holdsRelation(target: string): boolean {
    const [, where = '', type, ...words] = target.split(' ')
    const [newer = '', older] = where.split('->')
    const { relations = [] } = this.find('measure', newer)
    return relations.some((relation) =>
      older === 'outside'
        ? relation.type === type && relation.outside?.startsWith(words.join(' '))
        : relation.type === type && relation.to === older,
    )
  }

  disagreement(on: string, about: string): Disagreement {
    const [slug = '', key] = on.split('#')
    const record = this.records.find(
      (found) => (found.record === 'measure' || found.record === 'communication') && found.slug === slug,
    )
    if (record?.record !== 'measure' && record?.record !== 'communication') throw new Error(`No record "${slug}".`)
    const holder =
      key === undefined
        ? record
        : record.record === 'measure'
          ? [...record.steps, ...(record.provisions ?? [])].find((part) => part.key === key)
          : undefined
    const found = holder?.disagreements?.find((disagreement) => disagreement.about.startsWith(about))
    if (!found) throw new Error(`"${on}" has no disagreement about "${about}".`)
    return found
  }
}

/** Every citation anywhere in a value. */
function citations(value: unknown): Citation[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'source' in value && 'certainty' in value ? [value as Citation] : []
  return [...own, ...Object.values(value).flatMap(citations)]
}

type Said = { path: string; text: string }

/** Every text of a value, with its path, apart from the fields in `leave`. */
function said(value: unknown, leave: readonly string[], path = ''): Said[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    leave.includes(key) ? [] : said(part, leave, path ? `${path}.${key}` : key),
  )
}

/**
 * What looks like the name of a person of these regions: two capitalised words, the second with the ending of a family
 * name, and a name after Mr, Ms or Mrs.
 */
const NAMES = [
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[oe]va?|yeva?|[ií]n|ina|sk[yý]|sk[aá]ya|sk[aá]|ić|ov[áa]|ák|ič)(?![\p{L}])/gu,
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[оеё]ва?|ский|ская|ић|ин|ина)(?![\p{L}])/gu,
  /(?<!\p{L})(?:Mr|Ms|Mrs)\.? \p{Lu}\p{Ll}+/gu,
]
/** Words that end like family names and are none. */
const NO_NAMES = /^(?:Republika Srpska|The Republika|Република Српска)$/
export const namesIn = (text: string) =>
  NAMES.flatMap((pattern) => text.match(pattern) ?? []).filter((name) => !NO_NAMES.test(name))

/** Whether two dates have a day in common. */
function meet(one: string, other: string): boolean {
  const [a, b] = [parseEdtf(one), parseEdtf(other)]
  return (a.earliest ?? '') <= (b.latest ?? '9999') && (b.earliest ?? '') <= (a.latest ?? '9999')
}

/** The words of the criteria that a reason can rest on. */
const CRITERIA: Record<Severity, RegExp> = {
  severe: /imprison|dissol|clos|block|blanket ban|loss of the right|surveillance/,
  serious: /penalty|licence|permission|registration|label|register|ceiling|removal|identification/,
  limited: /report|publish|formality|fee|delay/,
}

/** Registers the checks of a State's dossiers, and gives the seed to further tests once it has been read. */
export function checkState(name: string, facts: StateFacts): () => Seed {
  let seed: Seed
  beforeAll(async () => {
    seed = new Seed(await readSeed(SEED))
  })
  const own = () =>
    seed.records.filter((record) => 'jurisdiction' in record && facts.jurisdictions.includes(record.jurisdiction))
  const ownMeasures = () =>
    own().flatMap((record) => (record.record === 'measure' ? [seed.find('measure', record.slug)] : []))
  const arrivesOn = ({ date, to, because }: Arrival, says: string) => {
    const dates = to.filter((target) => /^(?:step|communication) /.test(target)).map((target) => seed.dateOf(target))
    if (because) {
      expect(
        dates.filter((on) => on !== date),
        says,
      ).not.toEqual([])
      expect(
        dates.filter((on) => on === null || !meet(on, date)),
        says,
      ).toEqual([])
    } else {
      expect(
        dates.filter((on) => on !== date),
        says,
      ).toEqual([])
    }
  }

  describe(`${name}: every entry of the facts has arrived`, () => {
    test('the tables hold as many facts as the collection', () => {
      expect({
        measures: Object.keys(facts.entries).length,
        steps: Object.values(facts.entries).flat().length,
        letters: facts.letters.length,
        statements: facts.statements.length,
        conflicts: facts.conflicts.length,
        sources: facts.sources.length,
      }).toEqual(facts.counts)
    })

    test.each(Object.entries(facts.entries))(
      '%s: each entry is where the table says, on its day',
      (measure, entries) => {
        entries.forEach((entry, i) => {
          const says = `${measure} ${i}`
          expect(entry.to, says).not.toEqual([])
          arrivesOn(entry, says)
          for (const target of entry.to) {
            if (target.startsWith('relation ')) expect(seed.holdsRelation(target), target).toBe(true)
            if (target.startsWith('disagreement ')) {
              const [, on = '', ...about] = target.split(' ')
              expect(seed.disagreement(on, about.join(' '))).toBeTruthy()
            }
          }
        })
      },
    )

    test.each(Object.entries(facts.entries))(
      '%s: the votes are those of the facts, and no others',
      (measure, entries) => {
        const told = entries.flatMap(({ vote, to }) => (vote ? [{ vote, to }] : []))
        const steps = seed.find('measure', measure).steps.filter(({ vote }) => vote)
        for (const { vote, to } of told) {
          const held = to.some((target) => {
            const step = steps.find(({ key }) => target === `step ${measure}#${key}`)
            return step !== undefined && JSON.stringify(step.vote) === JSON.stringify(vote)
          })
          const claimed = to.some((target) => target.startsWith('disagreement '))
          expect(held || claimed, `${measure} ${JSON.stringify(vote)}`).toBe(true)
        }
        const further = steps.filter(({ key }) => !told.some(({ to }) => to.includes(`step ${measure}#${key}`)))
        expect(further.filter(({ key }) => !(`${measure}#${key}` in facts.furtherSteps))).toEqual([])
      },
    )

    test('a step that is no entry of the facts has its reason', () => {
      const mapped = Object.values(facts.entries).flatMap((entries) => entries.flatMap(({ to }) => to))
      const steps = ownMeasures().flatMap(({ slug, steps }) => steps.map(({ key }) => `${slug}#${key}`))
      expect(steps.filter((step) => !mapped.includes(`step ${step}`)).sort()).toEqual(
        Object.keys(facts.furtherSteps).sort(),
      )
    })

    test('the measures are those of the facts', () => {
      expect(
        ownMeasures()
          .map(({ slug }) => slug)
          .sort(),
      ).toEqual(Object.keys(facts.entries).sort())
    })
  })

  describe(`${name}: letters and statements`, () => {
    test('each letter has its day, reference, deadline and reply as the sources vouch', () => {
      for (const { reference, deadline, reply, ...arrival } of facts.letters) {
        expect(arrival.to).toHaveLength(1)
        arrivesOn(arrival, arrival.to[0] ?? '')
        const letter = seed.find('communication', arrival.to[0]?.split(' ')[1] ?? '')
        expect(letter).toMatchObject({ kind: 'letter', reference, deadline, reply })
      }
    })

    test('each statement has arrived on its day, and is about a measure', () => {
      facts.statements.forEach((arrival, i) => {
        expect(arrival.to, `statement ${i}`).toHaveLength(1)
        arrivesOn(arrival, `statement ${i}`)
        expect(seed.find('communication', arrival.to[0]?.split(' ')[1] ?? '').about).not.toEqual([])
      })
    })

    test('no communication stands in the seed without a fact or a reason', () => {
      const mapped = [...facts.letters, ...facts.statements].flatMap(({ to }) => to)
      const further = Object.keys(facts.furtherCommunications).map((slug) => `communication ${slug}`)
      const seeded = own().flatMap((record) =>
        record.record === 'communication' ? [`communication ${record.slug}`] : [],
      )
      expect(seeded.sort()).toEqual([...mapped, ...further].sort())
    })

    test('a letter that the facts hold among the statements has its deadline too, and no reply is known of', () => {
      const { lettersAmongStatements = {} } = facts
      const mapped = facts.letters.flatMap(({ to }) => to)
      const letters = own().flatMap((record) =>
        record.record === 'communication' &&
        record.kind === 'letter' &&
        !mapped.includes(`communication ${record.slug}`)
          ? [record]
          : [],
      )
      expect(letters.map(({ slug }) => slug).sort()).toEqual(Object.keys(lettersAmongStatements).sort())
      for (const { slug, deadline, reply } of letters) {
        expect(deadline, slug).toMatchObject(lettersAmongStatements[slug] ?? {})
        expect(reply?.state, slug).toBe('not_known')
      }
    })
  })

  describe(`${name}: where sources disagree`, () => {
    test.each(facts.conflicts)('$conflict', ({ sources, at }) => {
      const cited = at.flatMap(({ on, about, values }) => {
        const { claims } = seed.disagreement(on, about)
        expect(claims.map(({ value }) => value)).toEqual(values)
        expect(new Set(values).size).toBe(values.length)
        expect(claims.filter(({ preferred }) => preferred)).toHaveLength(1)
        return claims.flatMap(({ cites }) => cites.map(({ source }) => source))
      })
      expect(sources.filter((source) => !cited.includes(source))).toEqual([])
    })

    test('no disagreement stands in the seed that no conflict of the facts tells of', () => {
      const mapped = facts.conflicts.flatMap(({ at }) => at.map(({ on, about }) => seed.disagreement(on, about)))
      const seeded = own().flatMap((record) => {
        const found: Disagreement[] = []
        const walk = (value: unknown): void => {
          if (value === null || typeof value !== 'object') return
          if ('disagreements' in value) found.push(...((value.disagreements ?? []) as Disagreement[]))
          Object.values(value).forEach(walk)
        }
        walk(record)
        return found
      })
      expect(seeded.filter((found) => !mapped.includes(found)).map(({ about }) => about)).toEqual([])
    })
  })

  describe(`${name}: impacts and relations`, () => {
    test('each impact of the facts has arrived, under its right', () => {
      for (const { right, to } of facts.impacts) {
        expect(to).not.toEqual([])
        for (const target of to) {
          const [slug = '', key] = target.replace('impact ', '').split('#')
          const impact = seed.find('measure', slug).impacts?.find((found) => found.key === key)
          expect(impact?.right, target).toBe(right)
        }
      }
    })

    test('what a communication is said to say, it says of the measure, and its own source vouches for it', () => {
      const astray = ownMeasures().flatMap(({ slug, impacts = [] }) =>
        impacts.flatMap(({ key, said_by, cites }) => {
          if (said_by.voice !== 'communication') return []
          const { about, cites: own } = seed.find('communication', said_by.communication)
          const sources = citations({ about, own }).map(({ source }) => source)
          return about.some(({ measure }) => measure === slug) && cites.some(({ source }) => sources.includes(source))
            ? []
            : [`${slug} ${key}`]
        }),
      )
      expect(astray).toEqual([])
    })

    test('severity rests on a criterion of its level and on the clause, which the reason names', () => {
      const first = (text: string) => text.match(/[\p{L}\p{N}-]+/u)?.[0].toLowerCase()
      const astray = ownMeasures().flatMap(({ slug, impacts = [], provisions = [] }) =>
        impacts.flatMap(({ key, provision, severity, severity_reason = '' }) => {
          if (severity === null) return severity_reason ? [`${slug} ${key}: a reason without severity`] : []
          const label = provisions.find((found) => found.key === provision)?.label
          return label && first(label) === first(severity_reason) && CRITERIA[severity].test(severity_reason)
            ? []
            : [`${slug} ${key}: ${severity_reason}`]
        }),
      )
      expect(astray).toEqual([])
    })

    test('the relations are those of the facts, and who says that a law abroad was the model is told', () => {
      expect(facts.relations.filter((target) => !seed.holdsRelation(target))).toEqual([])
      const relations = ownMeasures().flatMap(({ relations = [] }) => relations)
      expect(relations).toHaveLength(facts.relations.length)
      expect(relations.filter(({ type, note }) => type === 'inspired_by' && !note)).toEqual([])
    })

    test('a day or a year that was inferred is cited as inferred', () => {
      const dated = own().flatMap((record) => {
        if (record.record === 'measure')
          return record.steps.map((step) => ({ at: `${record.slug} ${step.key}`, ...step }))
        return record.record === 'communication' ? [{ at: record.slug, on: record.on ?? '', cites: record.cites }] : []
      })
      expect(
        dated
          .filter(({ on, cites }) => on.includes('?') && cites.every(({ certainty }) => certainty !== 'inferred'))
          .map(({ at }) => at),
      ).toEqual([])
    })
  })

  describe(`${name}: sources`, () => {
    test('each source of the facts is in the seed and vouches for something', () => {
      const used = new Set(seed.records.flatMap((record) => citations(record).map(({ source }) => source)))
      const known = new Set(seed.all('source').map(({ slug }) => slug))
      const all = [...facts.sources, ...facts.furtherSources]
      expect(new Set(all).size).toBe(all.length)
      expect(all.filter((slug) => !known.has(slug) || !used.has(slug))).toEqual([])
    })

    test('have an address, or say that it is withheld; titles that are ours say so', () => {
      const found = [...facts.sources, ...facts.furtherSources].map((slug) => seed.find('source', slug))
      expect(found.filter(({ address }) => address === null).map(({ slug }) => slug)).toEqual(facts.withheld)
      expect(found.filter(({ address_withheld }) => address_withheld).map(({ slug }) => slug)).toEqual(facts.withheld)
      expect(
        found
          .filter(({ title_is }) => title_is === 'described')
          .map(({ slug }) => slug)
          .sort(),
      ).toEqual(facts.described)
      expect(found.filter(({ title }) => /\((?:title )?from (?:address|text)\)|^\(/.test(title))).toEqual([])
      const addresses = found.flatMap(({ address }) => address ?? [])
      expect(addresses.filter((address, i) => addresses.indexOf(address) < i)).toEqual([])
    })
  })

  describe(`${name}: persons`, () => {
    test('a sponsor with a name has an office in the State', () => {
      const named = ownMeasures().flatMap(({ sponsors = [] }) => sponsors.filter((sponsor) => sponsor.name))
      expect(named.filter(({ office }) => !facts.offices.test(office))).toEqual([])
    })

    test('no text names a person, and no title of ours does', () => {
      const sponsors = ownMeasures().flatMap(({ sponsors = [] }) => sponsors.flatMap((sponsor) => sponsor.name ?? []))
      const family = new Set(sponsors.flatMap((sponsor) => sponsor.split(' ').slice(-1)))
      const texts = [
        ...own().flatMap((record) =>
          said(record, ['name', 'source', 'slug']).map((text) => ({ of: record.slug, ...text })),
        ),
        ...[...facts.sources, ...facts.furtherSources].flatMap((slug) => {
          const { title, title_is, note = '' } = seed.find('source', slug)
          return [{ of: slug, path: 'title', text: title_is === 'described' ? `${title} ${note}` : note }]
        }),
      ]
      const found = texts.filter(
        ({ text }) => namesIn(text).length || (text.match(/[\p{L}-]+/gu) ?? []).some((word) => family.has(word)),
      )
      expect(found).toEqual([])
    })
  })

  return () => seed
}
