// SPDX-License-Identifier: EUPL-1.2
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Call, exitCode } from '../command.ts'
import { UsageError } from '../usage.ts'
import { verifyData } from './data.ts'
import { verifyFile } from './file.ts'
import { reportJson } from './report.ts'
import { reportText } from './text.ts'

export async function run(call: Call): Promise<number> {
  const { arguments: given, language, shell } = call
  const [first, ...more] = given.operands
  if (more.length > 0)
    throw new UsageError(`verify takes one FILE or DIR, not also ${more.join(', ')}`)
  const name = first ?? (shell.env['DATABASE_URL'] ? 'data' : undefined)
  if (name === undefined) throw new UsageError('verify needs a FILE or DIR, or DATABASE_URL')
  const isData = first === undefined || isFolder(resolve(shell.folder, name))
  const report = isData ? await verifyData(call, name) : verifyFile(call, name)
  const isJson = given.flags.has('json')
  shell.print(
    isJson ? `${JSON.stringify(reportJson(report), null, 2)}\n` : reportText(report, language),
  )
  return report.isProven ? exitCode.done : exitCode.found
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
