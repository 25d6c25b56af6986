/** What the process that is made to be killed says, a line each. */
export type Said =
  | { is: 'talk'; line: string }
  /** Digests of all versions found, and what verify found wrong. */
  | { is: 'open'; versions: string[]; faults: string[] }
  /** Acknowledged: it must be there for ever. */
  | { is: 'accepted'; version: number; digest: string }
