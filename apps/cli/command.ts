// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './language.ts'
import type { Shell } from './terminal/shell.ts'
import type { Arguments, OptionShape } from './usage.ts'

/** Exit codes of every command. */
export const exitCode = {
  done: 0,
  /** Found what it was asked to look for. */
  found: 1,
  /** Bad usage or input. */
  refused: 2,
  /** Our fault, or the machine's. */
  fault: 3,
  /** Stopped by the person, as shells have it. */
  cancelled: 130,
} as const

export interface Call {
  readonly arguments: Arguments
  readonly language: Language
  readonly shell: Shell
}

/** A command: one file in `commands/`, one line in `commands/index.ts`. */
export interface Command {
  readonly name: string
  /** Words after the name in help: `FILE…`. */
  readonly operands: string
  readonly summary: Readonly<Record<Language, string>>
  /** `--lang` and `--help` every command has by itself. */
  readonly options: readonly OptionShape[]
  /** Examples shown in help, without the `schouw` before them. */
  readonly examples?: readonly string[]
  /** Loaded on use, so that `--help` starts fast. Returns the exit code. */
  readonly load: () => Promise<{ run(call: Call): Promise<number> | number }>
}
