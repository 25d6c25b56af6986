/** Styles of `<threat-line>`. Colours are the page's custom properties (web/styles/tokens.css), else the light palette. */
import { css, unsafeCSS } from 'lit'
import { cssName, LIGHT, type Paint } from '../timeline/palette.ts'

const colour = (paint: Paint) => unsafeCSS(`var(${cssName(paint)}, ${LIGHT[paint]})`)

export const threatLineStyles = css`
  :host {
    display: block;
    position: relative;
    color: ${colour('ink')};
    font-family: inherit;
    font-variant-numeric: tabular-nums;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  a {
    color: ${colour('accent')};
  }

  :focus-visible {
    outline: 2px solid ${colour('accent')};
    outline-offset: 2px;
  }

  button,
  input {
    box-sizing: border-box;
    min-block-size: 28px;
    font: inherit;
    font-size: 0.8125rem;
    color: inherit;
  }

  button,
  input[type='date'] {
    min-inline-size: 28px;
    padding: 2px 8px;
    border: 1px solid ${colour('muted')};
    border-radius: 6px;
    background: ${colour('ground')};
  }

  button {
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    border-color: ${colour('ink')};
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  .note {
    margin-block: 8px;
    padding: 8px 12px;
    border-inline-start: 3px solid ${colour('muted')};
    font-size: 0.875rem;
  }

  .note:empty {
    display: none;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
    margin-block: 12px;
  }

  /* The room that the controls will take, so that nothing moves when they come. */
  .tools:empty {
    min-block-size: 56px;
  }

  @media (width < 820px) {
    .tools:empty {
      min-block-size: 111px;
    }
  }

  .as-of {
    display: flex;
    flex: 1 1 24rem;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin: 0;
    font-size: 0.8125rem;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .as-of label {
    font-weight: 600;
  }

  .as-of input[type='range'] {
    flex: 1 1 8rem;
    min-inline-size: 6rem;
    margin: 0;
    accent-color: ${colour('accent')};
  }

  .counts {
    flex-basis: 100%;
    min-block-size: 1.3em;
    margin: 0;
    color: ${colour('muted')};
  }

  .zooms {
    display: flex;
    align-self: flex-start;
    gap: 4px;
  }

  .hint {
    margin: 4px 0 0;
    color: ${colour('muted')};
    font-size: 0.75rem;
  }

  @media (pointer: coarse) {
    button,
    input {
      min-block-size: 44px;
    }

    button {
      min-inline-size: 44px;
    }
  }

  .drawing.scrolls {
    max-block-size: 85vh;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .stage {
    position: relative;
    touch-action: pan-y;
  }

  .plot {
    position: absolute;
    cursor: grab;
  }

  .plot.over {
    cursor: pointer;
  }

  .sight {
    position: absolute;
    z-index: 0;
    inset-block-start: 0;
    left: 0;
  }

  /* The canvas is as high as what is in sight, and stays there while the stage moves under it. */
  .scrolls .sight {
    position: sticky;
    block-size: 0;
  }

  canvas {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    pointer-events: none;
  }

  .axis {
    position: sticky;
    z-index: 3;
    inset-block-start: 0;
    border-block-end: 1px solid ${colour('grid')};
    background: ${colour('ground')};
    cursor: col-resize;
    touch-action: pan-y;
  }

  .overview {
    position: absolute;
    z-index: 2;
    cursor: crosshair;
    touch-action: pan-y;
  }

  .hold {
    position: absolute;
    box-sizing: border-box;
    border-radius: 3px;
  }

  .hold.whole {
    cursor: grab;
  }

  .hold.from,
  .hold.until {
    padding-inline: 8px;
    background-clip: content-box;
    cursor: ew-resize;
  }

  .hold.from:hover,
  .hold.until:hover,
  .hold.from:focus-visible,
  .hold.until:focus-visible {
    background-color: ${colour('accent')};
  }

  .word {
    position: absolute;
    overflow: hidden;
    line-height: 1.17;
    white-space: pre;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }

  .word.middle {
    translate: -50%;
  }

  .word.bold,
  .word .bold {
    font-weight: 700;
  }

  .word.tick,
  .word.today,
  .word.count,
  .word.heading,
  .word.group-title,
  .word.note,
  .word.legend {
    pointer-events: none;
  }

  .word.note {
    padding: 0;
    border: 0;
    margin: 0;
  }

  .word a {
    color: inherit;
    text-decoration: none;
  }

  .word a:hover {
    text-decoration: underline;
  }

  .ink {
    color: ${colour('ink')};
  }

  .muted {
    color: ${colour('muted')};
  }

  .danger {
    color: ${colour('danger')};
  }

  .accent {
    color: ${colour('accent')};
  }

  .word.flag {
    max-inline-size: none;
    padding: 4px 9px;
    margin-block-start: -4px;
    border-radius: 11px;
    background: ${colour('accent')};
    color: ${colour('on-accent')};
  }

  @media (forced-colors: active) {
    .word.flag {
      outline: 1px solid;
    }
  }

  .items {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .items button {
    position: absolute;
    z-index: 2;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    overflow: hidden;
    color: transparent;
    /* Forced colours give a ground to text that is transparent, so it stands outside. */
    font-size: 1px;
    line-height: 1;
    text-indent: calc(100% + 4px);
    white-space: nowrap;
    pointer-events: none;
    user-select: none;
    scroll-margin: 48px 16px;
  }

  .ring {
    position: absolute;
    z-index: 1;
    border-radius: 5px;
    outline: 2px solid ${colour('accent')};
    outline-offset: 3px;
    pointer-events: none;
  }

  .tip {
    position: absolute;
    z-index: 4;
    box-sizing: border-box;
    inline-size: max-content;
    padding: 4px 8px;
    border: 1px solid ${colour('rule')};
    border-radius: 6px;
    background: ${colour('ground')};
    box-shadow: 0 2px 8px rgb(0 0 0 / 18%);
    font-size: 0.75rem;
    unicode-bidi: plaintext;
    pointer-events: none;
  }

  .details {
    position: sticky;
    z-index: 5;
    inset-block-end: 0;
    box-sizing: border-box;
    max-block-size: 50vh;
    margin-block: 12px;
    padding: 16px 20px;
    overflow-y: auto;
    border: 1px solid ${colour('rule')};
    border-block-start: 3px solid ${colour('accent')};
    border-radius: 6px;
    background: ${colour('ground')};
    box-shadow: 0 -4px 20px rgb(0 0 0 / 14%);
    font-size: 0.875rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 8px 40px;
  }

  .close {
    float: inline-end;
  }

  .kicker {
    margin: 0;
    color: ${colour('muted')};
    font-size: 0.8125rem;
  }

  h2 {
    margin: 0 0 8px;
    font-size: 1.125rem;
    line-height: 1.3;
  }

  h3 {
    margin: 0 0 4px;
    font-size: 0.875rem;
  }

  dl {
    margin: 0;
  }

  dl > div {
    display: grid;
    grid-template-columns: 6.5rem 1fr;
    gap: 12px;
    padding-block: 3px;
  }

  dt {
    color: ${colour('muted')};
  }

  dd {
    margin: 0;
  }

  dd > span {
    display: block;
  }

  dd ul {
    margin: 0;
    padding-inline-start: 1.1em;
  }

  .facts > p {
    margin-block: 8px 0;
  }

  .facts > .kicker {
    margin-block: 0;
  }

  .disagreement {
    padding: 8px 12px;
    border: 1px solid ${colour('status-in-procedure')};
    border-radius: 4px;
  }

  .vote {
    inline-size: 110px;
    block-size: 8px;
    border-radius: 4px;
    vertical-align: 0;
    forced-color-adjust: none;
  }

  .vote .for {
    fill: ${colour('accent')};
  }

  .vote .against {
    fill: ${colour('status-in-procedure')};
  }

  .sources ol {
    margin: 0;
    padding-inline-start: 1.6em;
  }

  .sources li + li {
    margin-block-start: 6px;
  }

  .sources small {
    display: block;
    color: ${colour('muted')};
  }

  cite {
    font-style: normal;
  }

  .members {
    margin: 0;
    padding-inline-start: 1.6em;
  }

  .members li + li {
    margin-block-start: 4px;
  }

  .members button {
    border-color: transparent;
    padding-inline: 4px;
    color: ${colour('accent')};
    text-align: start;
    text-decoration: underline;
  }

  /* The width under which a page shows cards; of the drawing only the as-of control is left. */
  @media screen and (max-width: 599.98px) {
    .drawing,
    .zooms,
    .hint {
      display: none;
    }
  }

  /* On paper the server's drawing is vector, with title, legend and date on it. */
  @media print {
    .tools,
    .drawing,
    .details,
    .note,
    .hint {
      display: none;
    }

    .stand-in[hidden] {
      display: block !important;
    }
  }
`
