/** The picture in the README: the project draws itself, from the seed, on a fixed day, so that it is the same every time. */
import type { Db } from '../db/tables.ts'
import { newestVersion } from '../db/versions.ts'
import { describe } from '../web/timeline/describe.ts'
import { layOut } from '../web/timeline/lay-out.ts'
import { toSvg } from '../web/timeline/to-svg.ts'
import { findTimeline } from './timeline/view.ts'

/** The day on which the sources of the seed were last read. */
const DAY = '2026-11-23'
const WIDTH = 1180

/** Kyrgyzstan's measures on association, with the letters about them, as an SVG document. */
export async function drawPicture(db: Db): Promise<string> {
  const version = await newestVersion(db)
  const moment = { version, asOf: DAY, today: DAY, epoch: 0, links: 0, pinned: { version: true, asOf: true } }
  const view = await findTimeline({ db }, { jurisdiction: 'kg', right: 'association' }, moment)
  return `${toSvg(layOut(view, WIDTH), {
    palette: 'light',
    title: view.title,
    subtitle: describe(view).summary.join(' '),
    footer: ['Threatline. CC BY 4.0. Each fact has its source in the record.'],
  })}\n`
}
