// SPDX-License-Identifier: EUPL-1.2
import { attackPaths, pathsProblems } from '@schouw/core/network'
import { problemAt } from '@schouw/formats/entries'
import { readPathsFile } from '@schouw/formats/paths'
import { problemLine } from '@schouw/formats/problem'
import { jsonPieces } from '../../captures/json.ts'
import { type Call, exitCode } from '../../command.ts'
import { bytesOfOperand } from '../../input/file.ts'
import { namedOption } from '../../input/options.ts'
import { pathsExpectations } from '../../words/paths.ts'
import { permitted, permittedText, rulesOf } from './firewall.ts'
import { pathsText } from './text.ts'

const mostProblems = 20

export function run({ arguments: given, language, shell }: Call): number {
  const { file, bytes } = bytesOfOperand(given, shell, 'paths')
  const failOn = namedOption(given, 'fail-on', ['path', 'forbidden'])
  const rules = rulesOf(given, shell)
  const read = readPathsFile(file, bytes)
  for (const problem of [...read.problems, ...read.remarks]) {
    shell.complain(`${problemLine(problem)}\n`)
  }
  if (read.input === undefined) return exitCode.refused
  const problems = pathsProblems(read.input)
  for (const { at, rule } of problems.slice(0, mostProblems)) {
    const key = at.findLast((step) => typeof step === 'string')
    const expected = `${key}: ${pathsExpectations[rule]}`
    shell.complain(`${problemLine(problemAt(read.file, at, expected))}\n`)
  }
  if (problems.length > 0) return exitCode.refused
  const result = attackPaths(read.input)
  const over = rules === undefined ? undefined : permitted(read.input, result, rules)
  const pieces = given.flags.has('json')
    ? jsonPieces(over === undefined ? result : { ...result, permitted: over })
    : [
        pathsText(result, language, shell.terminal.columns ?? 120),
        ...(over === undefined ? [] : [permittedText(over, language)]),
      ]
  for (const piece of pieces) if (!shell.print(piece)) break
  const isFound =
    (failOn.has('path') && (result.paths.length > 0 || (over?.paths.length ?? 0) > 0)) ||
    (failOn.has('forbidden') && result.forbidden.length > 0)
  return isFound ? exitCode.found : exitCode.done
}
