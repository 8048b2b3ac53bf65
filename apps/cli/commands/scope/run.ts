// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { scopeCaseOf } from '@schouw/core/baseline'
import { jurisdictions, type ScopeCase, scopeOf } from '@schouw/core/law'
import { readOrganisation } from '@schouw/formats/factory'
import { type Problem, problemLine } from '@schouw/formats/problem'
import { readScopeFile } from '@schouw/formats/scope'
import { type Call, exitCode } from '../../command.ts'
import { UsageError } from '../../usage.ts'
import { scopeText } from './text.ts'

interface Read {
  readonly cases: readonly ScopeCase[]
  readonly problems: readonly Problem[]
  readonly remarks: readonly Problem[]
}

export function run({ arguments: given, language, shell }: Call): number {
  const [file, ...more] = given.operands
  if (file === undefined) throw new UsageError('scope needs a FILE: a case or organisation.yaml')
  if (more.length > 0) throw new UsageError(`scope takes one FILE, not also ${more.join(', ')}`)
  const { cases, problems, remarks } = read(file, bytesOf(file, resolve(shell.folder, file)))
  for (const problem of [...problems, ...remarks]) shell.complain(`${problemLine(problem)}\n`)
  if (problems.length > 0 || cases.length === 0) return exitCode.refused
  const results = cases.map(scopeOf)
  const isJson = given.flags.has('json') || shell.terminal.columns === undefined
  shell.print(
    isJson
      ? `${JSON.stringify({ schema: 'schouw/scope/1', results }, null, 2)}\n`
      : results.map((result) => scopeText(result, language)).join('\n'),
  )
  return exitCode.done
}

/** An `organisation.yaml` names its company at the top; a case never does. */
function read(file: string, bytes: Uint8Array): Read {
  if (!/^["']?name["']?\s*:/m.test(Buffer.from(bytes).toString('utf8'))) {
    return readScopeFile(file, bytes, jurisdictions)
  }
  const { value, problems } = readOrganisation(file, bytes)
  return { cases: value === undefined ? [] : [scopeCaseOf(value)], problems, remarks: [] }
}

function bytesOf(file: string, path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : String(code)
    throw new UsageError(`${file}: expected a readable file, found ${why}`)
  }
}
