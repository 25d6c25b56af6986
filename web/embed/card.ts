/** In a frame without a timeline: tells the height, and notes what came after a frozen card. */
import { tellHeight } from './height.ts'
import { noteNewer } from './newer.ts'

tellHeight()
void noteNewer(document.body)
