// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { type Call, exitCode } from '../../command.ts'
import { askServer } from '../../instance/ask.ts'
import { UsageError } from '../../usage.ts'
import { backupText, missingLines } from '../../words/instance.ts'

export async function run(call: Call): Promise<number> {
  const { arguments: given, shell, language } = call
  const [operand] = given.operands
  if (operand !== undefined) throw new UsageError(`backup takes no ${operand}; see --help`)
  const value = (name: string) => given.values.get(name)?.[0]
  const out = value('out')
  if (out === undefined) throw new UsageError('backup needs a file to write: --out FILE')
  const passphraseFile = value('passphrase-file')
  const report = await askServer(call, 'backup', {
    folder: resolve(shell.folder, value('data') ?? 'data'),
    file: resolve(shell.folder, out),
    ...(passphraseFile === undefined
      ? {}
      : { passphraseFile: resolve(shell.folder, passphraseFile) }),
  })
  if (report === undefined) return exitCode.cancelled
  if (given.flags.has('json')) shell.print(`${JSON.stringify({ ...report, file: out })}\n`)
  else shell.print(backupText({ ...report, file: out }, language))
  for (const line of missingLines(report, language)) shell.complain(`schouw: ${line}\n`)
  // A copy without all of its files is made, and is not what was asked for.
  return report.missing_files.length > 0 ? exitCode.found : exitCode.done
}
