// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Shell } from '../terminal/shell.ts'
import { type Arguments, UsageError } from '../usage.ts'

/** The one FILE of a command that takes exactly one. */
export function bytesOfOperand(
  { operands }: Arguments,
  shell: Shell,
  command: string,
): { readonly file: string; readonly bytes: Uint8Array } {
  const [file, ...more] = operands
  if (file === undefined) throw new UsageError(`${command} needs a FILE`)
  if (more.length > 0) {
    throw new UsageError(`${command} takes one FILE, not also ${more.join(', ')}`)
  }
  try {
    return { file, bytes: readFileSync(resolve(shell.folder, file)) }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : String(code)
    throw new UsageError(`${file}: expected a readable file, found ${why}`)
  }
}
