// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Advisory, type Asset, assetOf, withOwn } from '@schouw/core/vulns'
import { type Epss, readEpss } from '@schouw/formats/epss'
import { type Kev, readKev } from '@schouw/formats/kev'
import { problemLine } from '@schouw/formats/problem'
import type { Call } from '../../command.ts'
import { didYouMean, UsageError } from '../../usage.ts'

export const verdicts = ['affected', 'cannot_decide', 'not_affected'] as const

/** One value of an option; undefined where it is not given. */
export function optionOf({ arguments: { values } }: Call, name: string): string | undefined {
  return values.get(name)?.[0]
}

export function wordsOf(call: Call, name: string, known: readonly string[]): ReadonlySet<string> {
  const words = (optionOf(call, name) ?? '').split(',').map((word) => word.trim())
  const given = words.filter((word) => word !== '')
  for (const word of given) {
    if (known.includes(word)) continue
    throw new UsageError(
      `--${name}: expected ${known.join(', ')}, found ${word}${didYouMean(word, known)}`,
    )
  }
  return new Set(given)
}

/** A list of assets, or an object with the list as `assets`. */
export function readAssets(call: Call): Asset[] {
  const file = optionOf(call, 'assets')
  if (file === undefined)
    throw new UsageError('match needs --assets FILE: a list of assets in JSON')
  const value = jsonOf(call, file)
  const list = Array.isArray(value) ? value : recordOf(value)['assets']
  if (!Array.isArray(list)) throw new UsageError(`${file}: expected a list of assets, found none`)
  return list.map((one, at) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      throw new UsageError(`${file}: expected an asset at place ${at + 1} of the list, found none`)
    }
    return assetOf(one as Record<string, unknown>, String(at + 1))
  })
}

export function readTables(call: Call): ReturnType<typeof withOwn> {
  const file = optionOf(call, 'tables')
  if (file === undefined) return withOwn({})
  const value = recordOf(jsonOf(call, file))
  const isTexts = (one: unknown): one is string[] =>
    Array.isArray(one) && one.every((text) => typeof text === 'string')
  const rows = (name: string, isFine: (row: Record<string, unknown>) => boolean): never[] => {
    const list = value[name] ?? []
    if (!Array.isArray(list)) throw new UsageError(`${file}: expected a list at "${name}"`)
    const wrong = list.findIndex((row) => !isFine(recordOf(row)))
    if (wrong >= 0) throw new UsageError(`${file}: row ${wrong + 1} of "${name}" is not complete`)
    return list as never[]
  }
  return withOwn({
    vendors: rows('vendors', (row) => typeof row['id'] === 'string' && isTexts(row['names'])),
    families: rows(
      'families',
      (row) =>
        typeof row['vendor'] === 'string' &&
        typeof row['implies'] === 'string' &&
        (isTexts(row['catalogue']) || isTexts(row['model'])),
    ),
    aliases: rows('aliases', (row) => isTexts(row)),
  })
}

export interface Enrichment {
  readonly kev: Kev | undefined
  readonly epss: Epss | undefined
}

export function readEnrichment(call: Call): Enrichment {
  const { shell } = call
  const kevFile = optionOf(call, 'kev')
  const epssFile = optionOf(call, 'epss')
  const kev = kevFile === undefined ? undefined : readKev(kevFile, bytesOf(call, kevFile))
  const epss = epssFile === undefined ? undefined : readEpss(epssFile, bytesOf(call, epssFile))
  for (const problem of [...(kev?.problems ?? []), ...(epss?.problems ?? [])]) {
    shell.complain(`${problemLine(problem)}\n`)
  }
  if (kev?.byCve.size === 0) throw new UsageError(`${kevFile}: expected a KEV catalogue`)
  if (epss?.byCve.size === 0) throw new UsageError(`${epssFile}: expected EPSS scores`)
  return { kev, epss }
}

function jsonOf(call: Call, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(call, file)))
  } catch (fault) {
    if (fault instanceof UsageError) throw fault
    const why = fault instanceof SyntaxError ? fault.message : 'other bytes'
    throw new UsageError(`${file}: expected JSON in UTF-8, found ${why}`)
  }
}

function bytesOf({ shell }: Call, file: string): Uint8Array {
  try {
    return readFileSync(resolve(shell.folder, file))
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : String(code)
    throw new UsageError(`${file}: expected a readable file, found ${why}`)
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** An advisory with where it came from. */
export interface Source {
  readonly advisory: Advisory
  readonly path: string
  readonly sha256: string
}
