/** Every list that the API offers, in the order of its documentation. */
import { communicationList } from './communications/list.ts'
import { eventList } from './events/list.ts'
import type { ListResource } from './list.ts'
import { measureList } from './measures/list.ts'
import { REFERENCE_LISTS } from './reference/list.ts'
import { changeList, versionList } from './versions/list.ts'

/** Each is sound by itself; together they are asked for in one way, with what their own request has read. */
export const LISTS = [
  measureList,
  communicationList,
  eventList,
  ...REFERENCE_LISTS,
  changeList,
  versionList,
] as readonly object[] as readonly ListResource[]
