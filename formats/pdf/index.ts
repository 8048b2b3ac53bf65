// SPDX-License-Identifier: EUPL-1.2
/**
 * PDF: plain values and a Typst template in, an archival, tagged PDF/A-3a out, the same bytes for
 * the same values. Runs in process: a report takes a fraction of a second. Where the native
 * compiler is missing it refuses with a reason, so that a caller can still write the rest.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
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

/** The template of the emergency pack; what it reads is made by `@schouw/report/emergency`. */
export function emergencyTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'emergency.typ'), 'utf8')
}

/** The template of the plan; what it reads is made by `@schouw/report/roadmap`. */
export function planTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'plan.typ'), 'utf8')
}

/** The template of the board pack; what it reads is made by `@schouw/report/pack`. */
export function packTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'pack.typ'), 'utf8')
}

/** The template of a poster; what it reads is made by `@schouw/report/poster`. */
export function posterTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'poster.typ'), 'utf8')
}

/** The template of a paper for somebody outside; what it reads is made by `@schouw/report/chain`. */
export function paperTemplate(): string {
  return readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')
}

type Compiler = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Refuses, with `detail`: `no-compiler` on a platform without the native module, else `template-failed`. */
export function writePdf(input: PdfInput): Outcome<Uint8Array, PdfRefusal> {
  return withDocument(input, ({ engine, document }) => {
    const createdAt = Math.floor(input.createdAt.getTime() / 1000)
    return new Uint8Array(
      engine.pdf(document, { pdfStandard: 'a-3a', creationTimestamp: createdAt }),
    )
  })
}

/** The values that the template left under a label, `metadata(…) <label>`: on which page a part ends, say. */
export function marksOf(input: PdfInput, label: string): Outcome<readonly unknown[], PdfRefusal> {
  return withDocument(input, ({ engine, document }) =>
    [engine.query(document, { selector: `<${label}>`, field: 'value' })].flat(),
  )
}

interface Ready {
  readonly engine: NodeCompiler
  readonly document: NodeTypstDocument
}

function withDocument<Value>(
  input: PdfInput,
  use: (ready: Ready) => Value,
): Outcome<Value, PdfRefusal> {
  const loaded = compiler()
  if (typeof loaded === 'string') return refuse('no-compiler', { detail: loaded })
  const [first, ...others] = input.fonts.map(characters)
  const known = new Set([...(first ?? [])].filter((code) => others.every((font) => font.has(code))))
  const fontBlobs = input.fonts.map((font) => Buffer.from(font))
  // A folder that does not exist: the template must not read files.
  const engine = loaded.NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs }] })
  const inputs = { ...input.attachments, data: JSON.stringify(replaced(input.data, known)) }
  try {
    const compiled = engine.compile({ mainFileContent: input.template, inputs })
    const failure = compiled.takeError()
    const document = compiled.result
    if (failure !== null || document === null) {
      const reasons = failure === null ? 'no document' : engine.fetchDiagnostics(failure)
      return refuse('template-failed', { detail: JSON.stringify(reasons) })
    }
    return ok(use({ engine, document }))
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    return refuse('template-failed', { detail })
  } finally {
    // What the last reports laid out helps the next; older layouts are let go.
    engine.evictCache(10)
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
