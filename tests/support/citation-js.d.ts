/** What the tests use of the citation parsers, which have no types of their own. */
declare module '@citation-js/core' {
  interface CslItem {
    title: string
    author: unknown
    issued: { 'date-parts': number[][] }
    note: string
    URL: string
  }
  export class Cite {
    constructor(text: string, options: { forceType: string })
    readonly data: CslItem[]
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
