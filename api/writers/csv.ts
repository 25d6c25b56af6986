/** CSV by RFC 4180: a header, CRLF, quotes where needed. Cells that a spreadsheet would take for a formula are disarmed. */
import { stringify } from 'csv-stringify/sync'
import type { TwinContext } from './twins.ts'

export type Cell = string | number | boolean | null

export interface Column<Item, Context = TwinContext> {
  /** In snake case, stable: scripts read it. */
  name: string
  of(item: Item, context: Context): Cell
}

/** One row an item. Empty cells are what is not known. */
export function writeCsv<Item, Context>(
  columns: readonly Column<Item, Context>[],
  items: readonly Item[],
  context: Context,
): string {
  const rows = items.map((item) => columns.map((column) => column.of(item, context)))
  return stringify(rows, {
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  })
}

/** Several values in one cell. */
export const joined = (values: readonly (string | null | undefined)[]): string => values.filter(Boolean).join('; ')
