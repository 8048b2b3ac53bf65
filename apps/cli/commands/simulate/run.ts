// SPDX-License-Identifier: EUPL-1.2
import { type LossInput, lossModel, lossProblems, lossResult } from '@schouw/core/risk'
import { problemAt, valueAt } from '@schouw/formats/entries'
import { readLossFile } from '@schouw/formats/losses'
import { problemLine, quoted } from '@schouw/formats/problem'
import { type Call, exitCode } from '../../command.ts'
import { bytesOfOperand } from '../../input/file.ts'
import { wholeOption } from '../../input/options.ts'
import { lossExpectations, simulateWords } from '../../words/simulate.ts'
import { drawn } from './draw.ts'
import { simulateText } from './text.ts'

export async function run({ arguments: given, language, shell }: Call): Promise<number> {
  const { file, bytes } = bytesOfOperand(given, shell, 'simulate')
  const workers = wholeOption(given, 'workers', { min: 1, max: 256 })
  const years = wholeOption(given, 'years', { min: 1, max: 100_000_000 })
  const seed = wholeOption(given, 'seed', { min: 0, max: Number.MAX_SAFE_INTEGER })
  const read = readLossFile(file, bytes)
  for (const problem of [...read.problems, ...read.remarks]) {
    shell.complain(`${problemLine(problem)}\n`)
  }
  if (read.input === undefined) return exitCode.refused
  const input: LossInput = {
    ...read.input,
    years: years ?? read.input.years,
    seed: seed ?? read.input.seed,
  }
  const problems = lossProblems(input)
  for (const { at, rule } of problems.slice(0, 20)) {
    const key = at.findLast((step) => typeof step === 'string')
    const expected = `${key === undefined ? '' : `${key}: `}${lossExpectations[rule]}`
    shell.complain(
      `${problemLine(problemAt(read.file, at, expected, foundAt(read.file.value, at)))}\n`,
    )
  }
  if (problems.length > 0) return exitCode.refused
  const model = lossModel(input)
  const tally = await drawn(model, shell, workers)
  if (tally === undefined) {
    shell.complain(`schouw: ${simulateWords[language].cancelled}\n`)
    return exitCode.cancelled
  }
  const result = lossResult(model, tally)
  shell.print(
    given.flags.has('json')
      ? `${JSON.stringify(result, null, 2)}\n`
      : simulateText(result, language, shell.terminal.columns ?? 120),
  )
  return exitCode.done
}

/** A short range as it was written; `a list` would not say what is wrong with it. */
function foundAt(root: unknown, at: readonly (string | number)[]): string {
  const value = valueAt(root, at)
  if (typeof value !== 'object' || value === null) return quoted(value)
  const text = JSON.stringify(value)
  return text.length > 60 ? quoted(value) : text
}
