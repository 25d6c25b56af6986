/**
 * The names of the paints and their colours. Marks name a paint; a hand (paint, toSvg) is given the colours. On a page
 * each paint is the custom property `cssName(paint)`, defined in web/styles/tokens.css.
 */
import type { Status } from '../../db/vocabulary/stages.ts'

/**
 * Text is only ever painted in ink, muted, danger or accent on ground, or in on-accent on accent: each of these pairs
 * has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), in both palettes.
 */
export const PAINTS = [
  'ground',
  'ink',
  'muted',
  'danger',
  'accent',
  'on-accent',
  'grid',
  'rule',
  'status-proposed',
  'status-in-procedure',
  'status-adopted',
  'status-returned',
  'status-in-force',
  'status-suspended',
  'status-defeated',
  'status-ended',
  'pressure-pending',
  'pressure-in-force',
  'severity-limited',
  'severity-serious',
  'severity-severe',
  'severity-line',
  'silence',
  'silence-pale',
  'event',
  'opinion',
  'doubt',
] as const
export type Paint = (typeof PAINTS)[number]

export type Palette = Readonly<Record<Paint, string>>

export const LIGHT: Palette = {
  ground: '#ffffff',
  ink: '#14181d',
  muted: '#59636e',
  danger: '#8f1a2b',
  accent: '#1f5c9e',
  'on-accent': '#ffffff',
  grid: '#e7eaee',
  rule: '#c2c9d1',
  'status-proposed': '#c3d2e0',
  'status-in-procedure': '#e8b569',
  'status-adopted': '#d8703b',
  'status-returned': '#a57fc2',
  'status-in-force': '#8f1a2b',
  'status-suspended': '#c24a58',
  'status-defeated': '#8a929b',
  'status-ended': '#7c9484',
  'pressure-pending': '#f0d2a4',
  'pressure-in-force': '#9b2f3e',
  'severity-limited': '#e3b7bc',
  'severity-serious': '#c3626e',
  'severity-severe': '#8f1a2b',
  'severity-line': '#b07a81',
  silence: '#c0392b',
  'silence-pale': '#dd9f97',
  event: '#4a545e',
  opinion: '#5f7f9e',
  doubt: '#59636e',
}

export const DARK: Palette = {
  ground: '#14171b',
  ink: '#eef1f4',
  muted: '#a3adb8',
  danger: '#ff8d94',
  accent: '#7db3ee',
  'on-accent': '#0f1419',
  grid: '#272c33',
  rule: '#454d57',
  'status-proposed': '#5b7187',
  'status-in-procedure': '#c08b40',
  'status-adopted': '#dd7c45',
  'status-returned': '#a682cb',
  'status-in-force': '#cf3f4d',
  'status-suspended': '#e27a83',
  'status-defeated': '#7b848e',
  'status-ended': '#76917f',
  'pressure-pending': '#7d6034',
  'pressure-in-force': '#b43c4a',
  'severity-limited': '#6a3d43',
  'severity-serious': '#a84d58',
  'severity-severe': '#e25763',
  'severity-line': '#8f5d64',
  silence: '#ee6a5c',
  'silence-pale': '#8d4a43',
  event: '#aab3bd',
  opinion: '#86a7c8',
  doubt: '#a3adb8',
}

/** For `forced-colors: active`: the system's colours alone; patterns, shapes and words then tell the statuses apart. */
export const FORCED: Palette = Object.fromEntries(
  PAINTS.map((paint) => {
    if (paint === 'ground') return [paint, 'Canvas']
    if (paint === 'accent') return [paint, 'Highlight']
    if (paint === 'on-accent') return [paint, 'HighlightText']
    if (paint === 'grid' || paint === 'rule') return [paint, 'GrayText']
    return [paint, 'CanvasText']
  }),
) as Record<Paint, string>

/** The custom property that holds a paint: `--tl-status-in-force`. */
export function cssName(paint: Paint): string {
  return `--tl-${paint}`
}

/** Every paint as its custom property, for drawings inside a page. */
export const PAGE: Palette = Object.fromEntries(PAINTS.map((paint) => [paint, `var(${cssName(paint)})`])) as Record<
  Paint,
  string
>

export const STATUS_PAINT: Readonly<Record<Status, Paint>> = {
  proposed: 'status-proposed',
  in_procedure: 'status-in-procedure',
  adopted: 'status-adopted',
  returned: 'status-returned',
  in_force: 'status-in-force',
  suspended: 'status-suspended',
  defeated: 'status-defeated',
  ended: 'status-ended',
}
