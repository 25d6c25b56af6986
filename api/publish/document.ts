/** An HTML document as it is worked on. */
import { type DefaultTreeAdapterTypes, html, parse, serialize, defaultTreeAdapter as tree } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

/** Without script the contents of `noscript` are elements like others. */
const READ = { scriptingEnabled: false }

export const readDocument = (text: string): DefaultTreeAdapterTypes.Document => parse(text, READ)
export const documentText = (document: DefaultTreeAdapterTypes.Document): string => serialize(document, READ)

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node

export function elementsOf(root: Parent): Element[] {
  return root.childNodes.flatMap((node) => (isElement(node) ? [node, ...elementsOf(node)] : []))
}

export const made = (name: string, attributes: [name: string, value: string][]): Element =>
  tree.createElement(
    name,
    html.NS.HTML,
    attributes.map(([name, value]) => ({ name, value })),
  )

export const attributeOf = ({ attrs }: Element, name: string): string | null =>
  attrs.find((attribute) => attribute.name === name)?.value ?? null

export function setAttribute(element: Element, name: string, value: string): void {
  const found = element.attrs.find((attribute) => attribute.name === name)
  if (found) found.value = value
  else element.attrs.push({ name, value })
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name)
}

export const remove = (node: Node): void => tree.detachNode(node)

/** What is in it stays. */
export function unwrap(element: Element): void {
  const { parentNode: parent } = element
  if (!parent) return
  for (const node of [...element.childNodes]) {
    tree.detachNode(node)
    tree.insertBefore(parent, node, element)
  }
  remove(element)
}

/** With the sign that stood between it and what came before. */
export function removeWithSeparator(element: Element): void {
  const { parentNode: parent } = element
  const before = parent?.childNodes[parent.childNodes.indexOf(element) - 1]
  if (before && tree.isTextNode(before)) before.value = before.value.replace(/\s*[,·]\s*$/, '')
  remove(element)
}

const isBlank = (node: Node): boolean => tree.isCommentNode(node) || (tree.isTextNode(node) && node.value.trim() === '')

/** A list, a line or a fold in which nothing is left. */
export function removeIfEmpty(node: Parent | null): void {
  if (!node || !isElement(node) || ![...LINES, 'ul', 'details'].includes(node.tagName)) return
  if (!node.childNodes.every((child) => isBlank(child) || (isElement(child) && child.tagName === 'summary'))) return
  const { parentNode: parent } = node
  remove(node)
  removeIfEmpty(parent)
}

/** Elements in which links stand side by side. */
export const LINES = ['li', 'p', 'nav']

/** Other words than links and what stands between them. */
export const saysMore = (line: Element): boolean =>
  line.childNodes.some((node) =>
    isElement(node) ? node.tagName !== 'a' : tree.isTextNode(node) && /[^\s,·.]/.test(node.value),
  )
