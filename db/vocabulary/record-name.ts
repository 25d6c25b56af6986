import type { RecordKind } from './lists.ts'

/** Names a record without its content. */
export interface RecordName {
  record: RecordKind
  slug: string
}

/** The name as one text, for maps and messages: "measure foreign-agents-bill-2013-2016". */
export const keyOf = ({ record, slug }: RecordName): string => `${record} ${slug}`
