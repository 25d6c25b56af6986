/**
 * For a page that holds embeds in frames: gives each frame the height that it tells. Only a frame of this page is heard, by the
 * window that the message comes from, whatever the message says, and only one that shows a page of the site that this file is from. One with `data-fixed` stays as high as it is.
 */
const TALLEST = 20_000

const { origin } = new URL(import.meta.url)
const isOurs = ({ src }: HTMLIFrameElement): boolean => URL.canParse(src) && new URL(src).origin === origin

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'threatline-height') return
  const height = 'height' in data ? Number(data.height) : Number.NaN
  if (!(height > 0 && height <= TALLEST)) return
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe:not([data-fixed])'))
    if (frame.contentWindow === source && isOurs(frame)) frame.height = String(Math.ceil(height))
})
