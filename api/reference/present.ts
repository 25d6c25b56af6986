import type { Family, Instrument, Jurisdiction, Mandate, Right } from '../contract/record.ts'
import type { FamilyView } from '../contract/views.ts'
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
