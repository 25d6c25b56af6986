/** What the tests use of jsonld 9, which brings no types. */
declare module 'jsonld' {
  interface Options {
    documentLoader(url: string): Promise<{ contextUrl: null; document: object; documentUrl: string }>
    safe?: boolean
  }
  export interface Term {
    termType: string
    value: string
  }
  export interface Quad {
    subject: Term
    predicate: Term
    object: Term & { datatype?: Term; language?: string }
    graph: Term
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> }
  export default jsonld
}
