// SPDX-License-Identifier: EUPL-1.2
/**
 * Who made a network card: the IEEE registers of address blocks (24, 28 and 36 bits). `npm ci`
 * compiles them into `oui.bin`; without that file the package itself is read, slower and larger.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledRegister, compileRegister } from './compiled.ts'
import { readRegister } from './register.ts'

const compiledFile = join(import.meta.dirname, 'oui.bin')

let loaded: CompiledRegister | undefined

/**
 * The registered owner of the block that `mac` is in, as the register spells it. Undefined for
 * locally administered and group addresses, which no register hands out, and for text that is no
 * address. Loads the register on first use.
 */
export function macVendor(mac: string): string | undefined {
  const digits = usual.test(mac) ? withoutColons(mac) : anyDigits(mac)
  if (digits.length !== 12) return undefined
  if ((Number.parseInt(digits.slice(0, 2), 16) & 3) !== 0) return undefined
  loaded ??= loadRegister()
  return loaded.name(digits)
}

const usual = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/

function withoutColons(mac: string): string {
  return (
    mac.slice(0, 2) +
    mac.slice(3, 5) +
    mac.slice(6, 8) +
    mac.slice(9, 11) +
    mac.slice(12, 14) +
    mac.slice(15)
  )
}

function anyDigits(mac: string): string {
  return mac.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
}

/** Writes the compiled register; part of `npm ci`. */
export function storeCompiledRegister(): void {
  writeFileSync(compiledFile, compileRegister(readRegister()))
}

function loadRegister(): CompiledRegister {
  if (existsSync(compiledFile)) {
    try {
      return new CompiledRegister(readFileSync(compiledFile))
    } catch {
      // An interrupted or older install: the package still has everything.
    }
  }
  return new CompiledRegister(compileRegister(readRegister()))
}
