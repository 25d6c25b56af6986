/** A button that copies the text of another element and says what it copied. Nothing stands there without script. */
import { css, html, LitElement, nothing } from 'lit'

export class CopyButton extends LitElement {
  static override properties = { of: {}, what: {}, said: { state: true } }

  /** Id of the element whose text is copied. */
  declare of: string
  /** What it is called: "BibTeX". */
  declare what: string
  declare private said: string

  static override styles = css`
    button {
      min-block-size: 2.75rem;
      padding: 0.25rem 0.75rem;
      border: 1px solid currentcolor;
      border-radius: 6px;
      color: inherit;
      font: inherit;
      background: none;
      cursor: pointer;
    }
  `

  constructor() {
    super()
    this.said = ''
  }

  private readonly onCopy = async (): Promise<void> => {
    const text = (this.getRootNode() as Document).getElementById(this.of)?.textContent ?? ''
    try {
      // Only a secure page has a clipboard, and not every one may write there.
      await navigator.clipboard.writeText(text)
      this.said = `${this.what} copied.`
    } catch {
      this.said = 'This browser does not let the page copy; select the text and copy it.'
    }
  }

  override render() {
    return html`<button type="button" @click=${this.onCopy}>Copy ${this.what}</button>
      <span role="status">${this.said || nothing}</span>`
  }
}
