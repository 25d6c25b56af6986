/**
 * iCalendar (RFC 5545): days that were announced. An entry keeps its UID for ever; its SEQUENCE rises when its days or words
 * change, and it is cancelled instead of vanishing.
 */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { addDays, type Day } from '../../db/vocabulary/edtf.ts'
import { describeList, type TwinContext } from './twins.ts'

export interface Announced {
  /** Stable and unique: record, slug and key. */
  id: string
  summary: string
  description: string
  /** First and last day it can be, both included. */
  from: Day
  until: Day
  stands: boolean
  revision: number
  /** When it was last touched. */
  at: string
  page: string
}

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

export function writeCalendar(context: TwinContext, announced: readonly Announced[]): string {
  const { service, resource } = context
  const calendar = ical({
    prodId: { company: 'Threatline', product: 'Threatline', language: 'EN' },
    name: `Threatline: ${resource.title.toLowerCase()}, days that were announced`,
    description: describeList(context),
    method: ICalCalendarMethod.PUBLISH,
    url: `${service.address}/api/${resource.name}.ics`,
    timezone: 'UTC',
  })
  for (const { id, summary, description, from, until, stands, revision, at, page } of announced)
    calendar.createEvent({
      id: `${id}@threatline`,
      sequence: revision,
      stamp: new Date(at),
      lastModified: new Date(at),
      allDay: true,
      start: midnight(from),
      // The end of an all-day entry is the day after its last (RFC 5545, 3.6.1).
      end: midnight(addDays(until, 1)),
      summary: stands ? summary : `Cancelled: ${summary}`,
      description,
      url: page,
      status: stands ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}
