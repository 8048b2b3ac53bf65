// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { type Call, exitCode } from '../../command.ts'
import { askServer } from '../../instance/ask.ts'
import { UsageError } from '../../usage.ts'
import { missingLines, restoreText, unknownHeadsLine } from '../../words/instance.ts'

export async function run(call: Call): Promise<number> {
  const { arguments: given, shell, language } = call
  const [file, second] = given.operands
  if (file === undefined) throw new UsageError('restore needs a backup: schouw restore FILE')
  if (second !== undefined) throw new UsageError(`restore takes one file, not also ${second}`)
  const value = (name: string) => given.values.get(name)?.[0]
  const path = (name: string) => {
    const found = value(name)
    return found === undefined ? undefined : resolve(shell.folder, found)
  }
  const report = await askServer(call, 'restore', {
    folder: resolve(shell.folder, value('data') ?? 'data'),
    file: resolve(shell.folder, file),
    passphraseFile: path('passphrase-file'),
    heads: path('heads'),
    isLossTaken: given.flags.has('accept-loss'),
    isCheckOnly: given.flags.has('check'),
  })
  if (report === undefined) return exitCode.cancelled
  if (given.flags.has('json')) shell.print(`${JSON.stringify(report)}\n`)
  else shell.print(restoreText(report, language))
  const lines = [...missingLines(report, language), ...unknownHeadsLine(report, language)]
  for (const line of lines) shell.complain(`schouw: ${line}\n`)
  return report.missing_files.length > 0 ? exitCode.found : exitCode.done
}
