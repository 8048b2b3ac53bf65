// SPDX-License-Identifier: EUPL-1.2
// `schouw demo`: the example factory through the whole pipeline, with nothing to fill in, and then to
// look around in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Call, exitCode } from '../command.ts'
import { runServer } from '../commands/serve/start.ts'
import { UsageError } from '../usage.ts'
import { closingWords, demoWords } from '../words/nulmeting.ts'
import { measured } from './measure.ts'
import { writeOutputs } from './outputs.ts'

const factory = join(import.meta.dirname, '../../../examples/factory')

export async function run({ arguments: given, language, shell }: Call): Promise<number> {
  if (given.operands.length > 0) {
    throw new UsageError('demo takes no folder; schouw nulmeting DIR --out OUT measures your own')
  }
  const [asked] = given.values.get('data') ?? []
  const out = asked === undefined ? mkdtempSync(join(tmpdir(), 'schouw-demo-')) : asked
  const own = given.values.has('lang') ? { language } : {}
  const result = await measured(factory, { siteRanges: [], ...own }, shell)
  if (result.wasCancelled) return exitCode.cancelled
  const written = writeOutputs(result.baseline, result.language, resolve(shell.folder, out))
  if (written.withoutPdf !== undefined) {
    shell.complain(`schouw: no report.pdf: ${written.withoutPdf}\n`)
  }
  const hasPdf = written.withoutPdf === undefined
  const next = demoWords(result.language)
  shell.print(closingWords(result.baseline, result.language, { out, hasPdf, next }))
  if (given.flags.has('once')) return exitCode.done
  const data = join(resolve(shell.folder, out), 'data')
  const [port] = given.values.get('port') ?? []
  const words = [
    `--data=${data}`,
    `--lang=${result.language}`,
    ...(port === undefined ? [] : [`--port=${port}`]),
    ...(asked === undefined ? [] : ['--keeps']),
  ]
  try {
    return await runServer('demo', words, shell)
  } finally {
    if (asked === undefined) rmSync(data, { recursive: true, force: true })
  }
}
