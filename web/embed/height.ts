/** Tells the page around an embed how high it is: in a shape of our own, and in the one that WordPress listens for. */

/** What is sent: whole CSS pixels. `secret` is WordPress's, by which it knows the frame. */
export function heightMessages(height: number, hash: string): object[] {
  const secret = new URLSearchParams(hash.replace(/^#\??/, '')).get('secret')
  return [{ type: 'threatline-height', height }, ...(secret ? [{ message: 'height', value: height, secret }] : [])]
}

/** Sends the height now and whenever it changes. Nothing in it is secret, so that any page may hear it. */
export function tellHeight(): void {
  if (window.parent === window) return
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    for (const message of heightMessages(height, location.hash)) window.parent.postMessage(message, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
}
