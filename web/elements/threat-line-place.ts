/** Puts a part of a template at its place on the drawing. */
import { noChange } from 'lit'
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js'

/** Lengths in CSS pixels from the top left of what it stands in. Exactly one of left and right is given. */
export interface Place {
  left?: number
  right?: number
  top: number
  width?: number
  height?: number
  maxWidth?: number
  fontSize?: number
}

const PROPERTIES = {
  left: 'left',
  right: 'right',
  top: 'top',
  width: 'width',
  height: 'height',
  maxWidth: 'max-width',
  fontSize: 'font-size',
} as const satisfies Record<keyof Place, string>

/**
 * Written through the object model: the pages' policy (style-src 'self') refuses style attributes, which is what lit's
 * own styleMap writes first.
 */
class PlaceDirective extends Directive {
  private before = ''

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('place() stands in a tag, not in an attribute or between tags')
  }

  render(_place: Place): unknown {
    return noChange
  }

  override update({ element }: ElementPart, [place]: [Place]): unknown {
    const { style } = element as HTMLElement
    let text = ''
    for (const name in place) {
      const value = place[name as keyof Place]
      if (value !== undefined) text += `${PROPERTIES[name as keyof Place]}:${value}px;`
    }
    // One write, and none where nothing moved.
    if (text !== this.before) style.cssText = text
    this.before = text
    return noChange
  }
}

export const place = directive(PlaceDirective)
