/** What the pages take that no resource of the API does. */
import { z } from 'zod'
import { MomentRequest, wholeNumber } from '../parse.ts'
import { TimelineRequest } from '../timeline/request.ts'

/** A family's page is drawn as its timeline: the range on show, how lanes stand together, and another day. */
export const FamilyPageRequest = TimelineRequest.pick({
  version: true,
  asOf: true,
  from: true,
  to: true,
  group: true,
  open: true,
  compare: true,
})

/** Pages that say the same on every day: links and citations of other days lead to them too. */
export const MomentAlone = z.strictObject(MomentRequest)

export const VersionsRequest = MomentAlone.extend({ before: wholeNumber(1, 999_999_999).optional() })
