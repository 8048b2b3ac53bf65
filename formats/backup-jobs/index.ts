// SPDX-License-Identifier: EUPL-1.2
/**
 * Backup jobs: what backup software reports of its runs, as a table (Veeam, Acronis, Windows Server
 * Backup and whatever else names a job, an outcome and a moment), as JSON (restic, Borg), or in the
 * mail that is sent after a job.
 */
export { readBackupReport } from './mail.ts'
export { type BackupRun, type BackupRunsRead, type RunOutcome, readBackupRuns } from './read.ts'
