/**
 * How wide text is in the font that exports are set in, DejaVu Sans, so that every machine lays out alike. Pages use the
 * system's fonts, which are narrower, and are told to draw no text wider than this (TextMark.maxWidth).
 */

import { oncePer } from './once.ts'

type Table = readonly (readonly [first: number, widths: string])[]

/** Advance widths in hundredths of the text size, rounded up, from a first character on. Soft hyphens and marks that combine are 0. */
const REGULAR: Table = [
  [
    0x20,
    `32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 100 69
    69 70 78 64 58 78 76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 40 34 40 84 50 50 62 64 55 64
    62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84`,
  ],
  [
    0xa0,
    `32 41 64 64 64 64 34 50 50 100 48 62 84 0 100 50 50 84 41 41 50 64 64 32 50 41 48 62 97 97 97 54 69 69
    69 69 69 69 98 70 64 64 64 64 30 30 30 30 78 75 79 79 79 79 79 84 79 74 74 74 74 62 61 63 62 62 62 62 62
    62 99 55 62 62 62 62 28 28 28 28 62 64 62 62 62 62 62 84 62 64 64 64 64 60 64 60`,
  ],
  [
    0x100,
    `69 62 69 62 69 62 70 55 70 55 70 55 70 55 78 64 78 64 64 62 64 62 64 62 64 62 64 62 78 64 78 64 78 64 78
    64 76 64 92 70 30 28 30 28 30 28 30 28 30 28 59 56 30 28 66 58 58 56 28 56 28 56 38 56 35 57 29 75 64 75
    64 75 64 82 75 64 79 62 79 62 79 62 107 103 70 42 70 42 70 42 64 53 64 53 64 53 64 53 62 40 62 40 62 40
    74 64 74 64 74 64 74 64 74 64 74 64 99 82 62 60 62 69 53 69 53 69 53 36`,
  ],
  [
    0x400,
    `64 64 79 61 70 64 30 30 30 110 105 79 71 75 61 76 69 69 69 61 79 64 108 65 75 75 71 76 87 76 79 76 61 70
    62 61 87 69 78 69 107 110 84 89 69 70 108 70 62 62 59 53 70 62 91 54 65 65 61 64 76 66 62 66 64 55 59 60
    86 60 69 60 92 95 71 79 59 55 85 61 62 62 63 53 55 53 28 28 28 91 90 66 61 65 60 66`,
  ],
  [
    0x460,
    `94 84 78 68 95 75 88 79 116 101 79 62 103 83 64 55 86 88 79 62 79 67 79 67 100 91 96 76 118 103 94 84 70
    55 51 0 0 0 0 0 0 0 78 68 69 59 61 64 61 53 68 60 63 53 108 91 65 54 71 61 71 61 71 61 86 84 76 67 102
    88 109 92 88 70 70 55 62 59 62 60 62 60 69 60 94 81 69 60 69 60 69 64 95 73 95 73 30 108 91 66 61 78 68
    76 67 78 69 69 60 89 78 28 69 62 69 62 98 99 64 62 79 62 79 62 108 91 65 54 67 58 75 65 75 65 79 62 79
    62 79 62 70 55 61 60 61 60 61 60 69 60 61 53 89 79 68 60 69 60 69 60`,
  ],
  [
    0x10d0,
    `51 52 59 82 51 52 51 81 52 52 107 53 53 79 51 52 80 53 66 53 83 52 79 52 52 53 58 53 52 53 53 46 51 52
    51 51 52 56 83 56 51 58 51`,
  ],
  [0x2010, '37 37 64 50 100 100'],
  [0x2018, '32 32 32 32 52 52 52 52'],
  [0x2020, '50 50 59 59 34 67 100'],
  [0x2030, '135 174 23 38 53 23 38 53 34 40 40'],
  [0x2190, '84 84 84 84'],
  [0x20ac, '64'],
  [0x2116, '105'],
  [0x2122, '100'],
  [0x2212, '84'],
]

const BOLD: Table = [
  [
    0x20,
    `35 46 53 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 59 100 78
    77 74 84 69 69 83 84 38 38 78 64 100 84 86 74 86 78 73 69 82 78 111 78 73 73 46 37 46 84 50 50 68 72 60
    72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 37 72 84`,
  ],
  [
    0xa0,
    `35 46 70 70 64 70 37 50 50 100 57 65 84 0 100 50 50 84 44 44 50 74 64 38 50 44 57 65 104 104 104 59 78
    78 78 78 78 78 109 74 69 69 69 69 38 38 38 38 84 84 86 86 86 86 86 84 86 82 82 82 82 73 74 72 68 68 68
    68 68 68 105 60 68 68 68 68 35 35 35 35 69 72 69 69 69 69 69 84 69 72 72 72 72 66 72 66`,
  ],
  [
    0x100,
    `78 68 78 68 78 68 74 60 74 60 74 60 74 60 84 72 84 72 69 68 69 68 69 68 69 68 69 68 83 72 83 72 83 72 83
    72 84 72 98 80 38 35 38 35 38 35 38 35 38 35 75 69 38 35 78 67 67 64 35 64 35 64 48 64 56 65 38 84 72 84
    72 84 72 99 84 72 86 69 86 69 86 69 117 110 78 50 78 50 78 50 73 60 73 60 73 60 73 60 69 48 69 48 69 48
    82 72 82 72 82 72 82 72 82 72 82 72 111 93 73 66 73 73 59 73 59 73 59 44`,
  ],
  [
    0x400,
    `69 69 88 64 74 73 38 38 38 116 113 88 82 84 78 84 78 77 77 64 90 69 123 72 84 84 82 84 100 84 86 84 74
    74 69 78 100 78 93 81 124 133 94 104 77 74 118 78 68 70 64 53 81 68 100 59 71 71 68 74 82 70 69 70 72 60
    58 66 100 65 75 69 107 111 76 91 64 60 98 65 68 68 72 53 60 60 35 35 35 100 96 74 68 71 66 70`,
  ],
  [
    0x460,
    `110 87 85 74 102 84 100 84 136 113 86 69 124 101 70 56 108 107 86 69 86 70 86 70 115 105 108 87 141 118
    110 87 74 60 66 0 0 0 0 0 0 0 96 81 77 62 74 72 64 53 67 55 81 67 123 100 72 59 78 68 82 68 82 68 102 83
    96 81 111 88 128 102 96 86 74 60 69 58 73 66 73 66 78 65 112 101 81 69 81 69 81 72 103 81 103 81 38 123
    100 78 63 96 81 84 70 96 81 81 69 112 94 35 78 68 78 68 109 105 69 68 85 68 85 68 123 100 72 59 78 65 84
    71 84 71 86 69 86 69 86 69 74 60 78 66 78 66 78 66 81 69 64 53 104 91 67 55 78 65 78 65`,
  ],
  [
    0x10d0,
    `56 57 63 84 56 57 56 83 57 56 108 57 57 82 56 57 83 57 71 60 86 56 82 57 56 57 63 57 56 57 57 55 56 56
    56 56 56 59 86 61 57 63 56`,
  ],
  [0x2010, '42 42 70 50 100 100'],
  [0x2018, '38 38 38 38 66 66 66 66'],
  [0x2020, '50 50 64 64 34 67 100'],
  [0x2030, '144 189 27 45 63 27 45 63 74 42 42'],
  [0x2190, '84 84 84 84'],
  [0x20ac, '70'],
  [0x2116, '121'],
  [0x2122, '100'],
  [0x2212, '84'],
]

/** Scripts outside the tables (Arabic, Han, emoji) come from another font: no letter of those is wider than this. */
const UNKNOWN = 125

const ELLIPSIS = '…'

/** Widths by code unit, up to the last that the tables know; made when the first text is measured. */
const widthsOf = oncePer((table: Table): Uint8Array => {
  const widths = new Uint8Array(LAST + 1).fill(UNKNOWN).fill(0, 0x300, 0x370)
  for (const [first, listed] of table) widths.set(listed.split(/\s+/).map(Number), first)
  return widths
})
const LAST = 0x2212

/** Of the character at a place: one code unit, or the two of one beyond the tables, which is none wider for it. */
function advance(widths: Uint8Array, text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code <= LAST) return widths[code] as number
  return isSecondHalf(text, at) ? 0 : UNKNOWN
}

function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}

/** Width in pixels of one line of text; `size` in pixels. Never less than the shipped font draws it. */
export function textWidth(text: string, size: number, isBold = false): number {
  const widths = widthsOf(isBold ? BOLD : REGULAR)
  let hundredths = 0
  for (let at = 0; at < text.length; at++) hundredths += advance(widths, text, at)
  return (hundredths * size) / 100
}

/** The text, or as much of it as fits before an ellipsis; empty where not even that fits. */
export function fitText(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text
  const room = width - textWidth(ELLIPSIS, size, isBold)
  const widths = widthsOf(isBold ? BOLD : REGULAR)
  let end = 0
  for (let used = 0; end < text.length; end++) {
    used += (advance(widths, text, end) * size) / 100
    if (used > room) break
  }
  if (isSecondHalf(text, end)) end++
  const kept = text.slice(0, end).trimEnd()
  return kept === '' ? '' : `${kept.replace(/[,;:·–-]$/, '').trimEnd()}${ELLIPSIS}`
}

/** The text in at most `lines` lines, broken at spaces; what does not fit the last is cut with an ellipsis. */
export function wrapText(text: string, width: number, size: number, lines: number): string[] {
  const words = text.split(' ')
  const set: string[] = []
  while (words.length > 0 && set.length < lines) {
    if (set.length === lines - 1) {
      set.push(fitText(words.join(' '), width, size))
      break
    }
    let line = words.shift() ?? ''
    while (words.length > 0 && textWidth(`${line} ${words[0]}`, size) <= width) line += ` ${words.shift()}`
    set.push(fitText(line, width, size))
  }
  return set.filter((line) => line !== '')
}
