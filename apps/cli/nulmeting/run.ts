// SPDX-License-Identifier: EUPL-1.2
// `schouw nulmeting`: a folder in, a report out.
import { resolve } from 'node:path'
import { siteRanges } from '../captures/options.ts'
import { codeOf } from '../captures/sources.ts'
import { type Call, exitCode } from '../command.ts'
import { UsageError } from '../usage.ts'
import { closingWords } from '../words/nulmeting.ts'
import { measured } from './measure.ts'
import { asOfOption, earlierOption } from './options.ts'
import { baselineText, type Written, writeOutputs } from './outputs.ts'

export async function run({ arguments: given, language, shell }: Call): Promise<number> {
  const [folder, ...more] = given.operands
  if (folder === undefined)
    throw new UsageError('nulmeting needs a folder: schouw nulmeting DIR --out OUT')
  if (more.length > 0)
    throw new UsageError(`nulmeting takes one folder, not also ${more.join(', ')}`)
  const [out] = given.values.get('out') ?? []
  if (out === undefined) throw new UsageError('nulmeting needs --out OUT, the folder to write to')
  const asOf = asOfOption(given)
  const earlier = earlierOption(given, shell.folder)
  const result = await measured(
    resolve(shell.folder, folder),
    {
      siteRanges: siteRanges(given),
      ...(asOf === undefined ? {} : { asOf }),
      ...(earlier === undefined ? {} : { earlier }),
      ...(given.values.has('lang') ? { language } : {}),
    },
    shell,
  )
  if (result.wasCancelled) return exitCode.cancelled
  const written = write(result, resolve(shell.folder, out), out)
  if (given.flags.has('json')) shell.print(baselineText(result.baseline))
  else {
    const hasPdf = written.withoutPdf === undefined
    shell.print(closingWords(result.baseline, result.language, { out, hasPdf }))
  }
  if (written.withoutPdf !== undefined)
    shell.complain(`schouw: no report.pdf: ${written.withoutPdf}\n`)
  return exitCode.done
}

function write(result: Awaited<ReturnType<typeof measured>>, path: string, shown: string): Written {
  try {
    return writeOutputs(result.baseline, result.language, path)
  } catch (fault) {
    const code = codeOf(fault)
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EISDIR'].includes(code)) {
      throw new UsageError(
        `--out ${shown}: expected a folder that can be written to, found ${code}`,
      )
    }
    throw fault
  }
}
