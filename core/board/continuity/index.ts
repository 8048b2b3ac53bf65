// SPDX-License-Identifier: EUPL-1.2
/**
 * Continuity: what each process may lose and how long it may stand still, held against what was
 * measured; which copies there are, whether they stand apart and when something last came back from
 * them; in which order processes come back. Reads records on a day, changes nothing.
 */
export { continuityAgainst } from './against.ts'
export { type BackupLine, backupLines, type TestStanding } from './backups.ts'
export { type Continuity, continuityOf, kindsOfContinuity } from './continuity.ts'
export { type CopyRow, copiesOfDevices } from './devices.ts'
export type { ProcessLine, Verdict } from './processes.ts'
export { type JobRun, type MatchedReports, matchedReports } from './reports.ts'
export { type RestoreStep, restoreOrder } from './restore-order.ts'
