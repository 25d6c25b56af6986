/** Styles of `<threat-line>`. Colours are the page's custom properties (web/styles/tokens.css), else those of a palette. */
import { unsafeCSS } from 'lit'
import { cssName, DARK, LIGHT, PAINTS, type Palette } from '../timeline/palette.ts'
import sheet from './threat-line.css?inline'

/** Names of our own, because what is slotted inherits them. */
const paints = (palette: Palette): string =>
  PAINTS.map((paint) => `--_${paint}:var(${cssName(paint)},${palette[paint]});`).join('')

export const threatLineStyles = unsafeCSS(`.root{${paints(LIGHT)}}.root.dark{${paints(DARK)}}${sheet}`)
