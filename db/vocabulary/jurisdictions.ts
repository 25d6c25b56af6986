/** The State that a jurisdiction is or is part of: `ba` of `ba-srp` (ISO 3166-1 of ISO 3166-2, in lower case). */
export function stateOf(jurisdiction: string): string {
  return jurisdiction.split('-', 1)[0] ?? jurisdiction
}
