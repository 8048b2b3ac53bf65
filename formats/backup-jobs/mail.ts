// SPDX-License-Identifier: EUPL-1.2
import { isMail, type Mail, readMail } from '../eml/index.ts'
import { quoted } from '../problem/index.ts'
import { type BackupRunsRead, readBackupRuns } from './read.ts'
import { type BackupRun, longestJob, mostProblems, outcomeOf } from './run.ts'

type Zoned = { readonly zone: string }

/**
 * A report as a file, or the mail that software for backups sends after a job: the tables that came
 * with it, or else what its subject says.
 */
export function readBackupReport(path: string, bytes: Uint8Array, of: Zoned): BackupRunsRead {
  if (!isMail(bytes)) return readBackupRuns(path, bytes, of)
  const mail = readMail(bytes)
  const found = mail === null ? [] : mailsOf(mail).map((one) => runsOf(path, one, of))
  const [first, ...more] = found
  if (first === undefined) return readBackupRuns(path, new Uint8Array(), of)
  return more.reduce(
    (sum, one): BackupRunsRead => ({
      format: sum.format ?? one.format,
      columns: { ...one.columns, ...sum.columns },
      runs: [...sum.runs, ...one.runs],
      unfinished: sum.unfinished + one.unfinished,
      problems: [...sum.problems, ...one.problems].slice(0, mostProblems),
    }),
    first,
  )
}

function mailsOf(mail: Mail): readonly Mail[] {
  return [mail, ...mail.mails.flatMap(mailsOf)]
}

const tables = /\.(?:csv|tsv|json)$/i

function runsOf(path: string, mail: Mail, of: Zoned): BackupRunsRead {
  const read = mail.attachments
    .filter(({ name, type }) => tables.test(name) || type === 'text/csv')
    .map(({ name, bytes }) => readBackupRuns(name === '' ? path : name, bytes, of))
  const withRuns = read.find(({ runs, unfinished }) => runs.length + unfinished > 0)
  if (withRuns !== undefined) return withRuns
  const told = runIn(mail)
  const none = { format: null, columns: {}, unfinished: 0 } as const
  if (told === 'unfinished') return { ...none, runs: [], unfinished: 1, problems: [] }
  if (told !== null) return { ...none, runs: [told], problems: [] }
  const expected = 'a table that came with the mail, or a subject such as [Success] name of the job'
  const problem = { path, line: null, column: null, expected, found: quoted(mail.subject) }
  return { ...none, runs: [], problems: [problem, ...read.flatMap(({ problems }) => problems)] }
}

/** `[Warning] ERP nightly (3 VMs) 1 warning`, `Back-up ERP: mislukt`, `ERP nightly - Failed`. */
function runIn({ subject, sent_at }: Mail): BackupRun | 'unfinished' | null {
  const plain = subject.replace(/^(?:(?:fwd?|re|tr|doorst)\s*:\s*)+/i, '')
  const [, before, after] = /^\[([^\]]{2,40})\]\s*(.+)$/.exec(plain) ?? []
  const [, first, last] = /^(.+?)\s*[:–-]\s+([^:–-]{2,60})$/.exec(plain) ?? []
  const outcome = outcomeOf(before ?? last ?? '')
  const job = (before === undefined ? first : after)?.replace(/\s*\([^)]*\).*$/, '').trim() ?? ''
  if (outcome === null || job === '' || sent_at === null) return null
  if (outcome === 'unfinished') return outcome
  return { line: 1, job: job.slice(0, longestJob), outcome, ended_at: sent_at, size_bytes: null }
}
