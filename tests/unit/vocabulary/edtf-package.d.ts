/** The npm package edtf carries no types. The tests use it as a second opinion; the product does not use it. */
declare module 'edtf' {
  /** Milliseconds since 1970 in UTC: the first of `min`'s day, the last of `max`'s; Infinity where open. */
  export default function edtf(text: string): { min: number; max: number }
}
