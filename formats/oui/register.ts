// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The register as the package gives it, name only: digits in lower case → first line. */
export function readRegister(): Record<string, string> {
  const file = createRequire(import.meta.url).resolve('oui-data')
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const register: Record<string, string> = {}
  for (const [digits, owner] of Object.entries(entries)) {
    register[digits.toLowerCase()] = (owner.split('\n')[0] ?? '').replace(/[\s,]+$/, '')
  }
  return register
}
