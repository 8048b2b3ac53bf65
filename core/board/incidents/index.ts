// SPDX-License-Identifier: EUPL-1.2
/**
 * Incidents: what the registers say about one incident or about all that still run. Which reports are
 * due and what each lacks, the log with its corrections, the steps of the playbook, what it has cost
 * so far and which line may start again. Reads records and an instant, changes nothing.
 */
import * as alerts from '../alerts/index.ts'

export { type ClockHour, clockHours } from './calendar.ts'
export { clockCaseOf } from './clock-case.ts'
export { type DraftItem, draftOf } from './draft.ts'
export { kindsOfClocks, kindsOfRooms, type RoomFacts } from './facts.ts'
export { type NewLine, type RoomLine, withLine } from './log.ts'
export { type ClockReminder, clockReminders, leadOf, unsortedReminders } from './reminding.ts'
export { type Room, type RoomClock, type RunningClock, roomOf, runningClocks } from './room.ts'

/** What sensors say is odd, and what it touches. */
export { alerts }
