// SPDX-License-Identifier: EUPL-1.2
import { type ClockReport, dueReports } from '@schouw/core/clock'
import { jurisdictions } from '@schouw/core/law'
import { readClockFile } from '@schouw/formats/clock'
import { problemLine } from '@schouw/formats/problem'
import { type Call, exitCode } from '../../command.ts'
import { bytesOfOperand } from '../../input/file.ts'
import { asOfOption, namedOption } from '../../input/options.ts'
import { clockText } from './text.ts'

const statuses = [
  'waiting',
  'no_term',
  'without_delay',
  'due',
  'overdue',
  'sent',
  'sent_late',
] as const satisfies readonly ClockReport['status'][]

export function run({ arguments: given, language, shell }: Call): number {
  const { file, bytes } = bytesOfOperand(given, shell, 'clock')
  const failOn = namedOption(given, 'fail-on', statuses)
  const asOf = asOfOption(given) ?? Date.now()
  const { incidents, problems, remarks } = readClockFile(file, bytes, jurisdictions)
  for (const problem of [...problems, ...remarks]) shell.complain(`${problemLine(problem)}\n`)
  if (problems.length > 0) return exitCode.refused
  const results = incidents.map((incident) => dueReports(incident, asOf))
  const answer = {
    schema: 'schouw/clock/1',
    as_of: new Date(asOf).toISOString(),
    incidents: results,
  }
  const isJson = given.flags.has('json')
  shell.print(
    isJson
      ? `${JSON.stringify(answer, null, 2)}\n`
      : clockText(results, asOf, language, shell.terminal.columns ?? 120),
  )
  const isFound = results.some(({ reports }) => reports.some(({ status }) => failOn.has(status)))
  return isFound ? exitCode.found : exitCode.done
}
