import type { Citation, Family, Instrument, Jurisdiction, Mandate, Right, RulePack } from '../contract/record.ts'
import type { FamilyView, RulePackView } from '../contract/views.ts'
import { presentCites, presentDate, presentOptionalDate } from '../facts.ts'

export const presentFamily = ({ slug, title, summary, members }: Family): FamilyView => ({
  slug,
  title,
  summary,
  members,
})

export const presentRight = ({ slug, title, short, articles }: Right) => ({ slug, title, short, articles })

export const presentMandate = ({ slug, title, short, resolutions = [] }: Mandate) => ({
  slug,
  title,
  short,
  resolutions: resolutions.map(({ symbol, cites }) => ({ symbol, cites: presentCites(cites) })),
})

export const presentInstrument = ({ slug, kind, short, title, symbol, on, parties = [], cites }: Instrument) => ({
  slug,
  kind,
  short,
  title,
  symbol: symbol ?? null,
  on: presentOptionalDate(on),
  parties: parties.map((party) => ({
    jurisdiction: party.jurisdiction,
    action: party.action,
    on: presentDate(party.on),
    cites: presentCites(party.cites),
  })),
  cites: presentCites(cites),
})

export const presentJurisdiction = ({ slug, code, name, law_making, parliament }: Jurisdiction) => ({
  slug,
  code,
  name,
  parliament: parliament ?? null,
  lawMaking: law_making.map(({ says, cites }) => ({ says, cites: presentCites(cites) })),
})

/** The citations of what a mechanism asks, as the wire has them; none of what is unknown. */
const cited = <T extends { cites?: readonly Citation[] | undefined }>(finding: T) => ({
  ...finding,
  cites: presentCites(finding.cites),
})

export const presentRulePack = (pack: RulePack): RulePackView => ({
  slug: pack.slug,
  mechanism: pack.mechanism,
  title: pack.title,
  short: pack.short,
  body: pack.body,
  cycle: pack.cycle ? { ...cited(pack.cycle), on: presentOptionalDate(pack.cycle.on) } : null,
  checkedOn: presentDate(pack.checked_on),
  replacedBy: pack.replaced_by ?? null,
  limits: pack.limits.map(cited),
  counted: pack.counted.map(cited),
  languages: cited(pack.languages),
  fileType: cited(pack.file_type),
  publicity: cited(pack.publicity),
  filing: cited(pack.filing),
  parts: pack.parts.map(cited),
  rules: pack.rules.map(cited),
})
