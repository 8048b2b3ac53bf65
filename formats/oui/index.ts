// SPDX-License-Identifier: EUPL-1.2
/**
 * Who made a network card: the IEEE registers of address blocks (24, 28 and 36 bits). `npm ci`
 * compiles them into `oui.bin`; without that file the package itself is read, slower and larger.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileRegister } from './compiled.ts'
import { readRegister } from './register.ts'

const compiledFile = join(import.meta.dirname, 'oui.bin')

/** Writes the compiled register; part of `npm ci`. */
export function storeCompiledRegister(): void {
  writeFileSync(compiledFile, compileRegister(readRegister()))
}

/** The register as `CardMakers` of core/capture looks up in it; made anew when `isFresh`. */
export function compiledRegister({ isFresh = false } = {}): Uint8Array {
  const isStored = !isFresh && existsSync(compiledFile)
  return isStored ? readFileSync(compiledFile) : compileRegister(readRegister())
}
