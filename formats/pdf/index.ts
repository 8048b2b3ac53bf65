// SPDX-License-Identifier: EUPL-1.2
/**
 * PDF: plain values and a Typst template in, an archival, tagged PDF/A-3a out, the same bytes for
 * the same values. Runs in process: a report takes a fraction of a second. Where the native
 * compiler is missing it refuses with a reason, so that a caller can still write the rest.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { characters, replaced } from './coverage.ts'

export interface PdfInput {
  /** Typst source; it reads `data` and the attachments from `sys.inputs`. */
  readonly template: string
  /** Plain JSON values. Texts stay texts: nothing in them is markup. */
  readonly data: unknown
  /** TrueType files; no other font is used. */
  readonly fonts: readonly Uint8Array[]
  /** Name in `sys.inputs` → content, for the template to attach. */
  readonly attachments: Readonly<Record<string, string>>
  /** Written into the file as its time of making: never the wall clock. */
  readonly createdAt: Date
}

export type PdfRefusal = 'no-compiler' | 'template-failed'

/** The template of the report; what it reads is made by `@schouw/report/paper`. */
export function reportTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')
}

type Compiler = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Refuses, with `detail`: `no-compiler` on a platform without the native module, else `template-failed`. */
export function writePdf(input: PdfInput): Outcome<Uint8Array, PdfRefusal> {
  const loaded = compiler()
  if (typeof loaded === 'string') return refuse('no-compiler', { detail: loaded })
  const [first, ...others] = input.fonts.map(characters)
  const known = new Set([...(first ?? [])].filter((code) => others.every((font) => font.has(code))))
  const fontBlobs = input.fonts.map((font) => Buffer.from(font))
  // A folder that does not exist: the template must not read files.
  const engine = loaded.NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs }] })
  const inputs = { ...input.attachments, data: JSON.stringify(replaced(input.data, known)) }
  const compiled = engine.compile({ mainFileContent: input.template, inputs })
  const failure = compiled.takeError()
  if (failure !== null || compiled.result === null) {
    const detail =
      failure === null ? 'no document' : JSON.stringify(engine.fetchDiagnostics(failure))
    return refuse('template-failed', { detail })
  }
  try {
    const pdf = engine.pdf(compiled.result, {
      pdfStandard: 'a-3a',
      creationTimestamp: Math.floor(input.createdAt.getTime() / 1000),
    })
    return ok(new Uint8Array(pdf))
  } catch (cause) {
    return refuse('template-failed', {
      detail: cause instanceof Error ? cause.message : String(cause),
    })
  }
}

/** The module, or why it is not there. */
function compiler(): Compiler | string {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Compiler
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    return `${process.platform}-${process.arch}: ${reason}`
  }
}
