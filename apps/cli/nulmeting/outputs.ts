// SPDX-License-Identifier: EUPL-1.2
// The files of a nulmeting. Each is written beside its name and then moved there: a reader
// never meets half a report.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Baseline, LossesDrawn } from '@schouw/core/baseline'
import { reportTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { paperOf } from '@schouw/report/paper'
import { renderHtml } from '@schouw/report/screen'
import type { Language } from '@schouw/report/words'
import { actionsCsv, assetsCsv } from './tables.ts'

export interface Written {
  readonly files: readonly string[]
  /** Why there is no PDF, when there is none: the rest is written all the same. */
  readonly withoutPdf: string | undefined
}

export function baselineText(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`
}

export function writeOutputs(baseline: Baseline, language: Language, out: string): Written {
  mkdirSync(out, { recursive: true })
  const json = baselineText(baseline)
  const pdf = pdfOf(baseline, language, json)
  const { html, networkSvg } = renderHtml(baseline, language)
  const files: [string, string | Uint8Array][] = [
    ['baseline.json', json],
    ['assets.csv', assetsCsv(baseline)],
    ['actions.csv', actionsCsv(baseline, language)],
    ['network.svg', networkSvg],
    ['report.html', html],
    ...lossFiles(baseline),
    ...(typeof pdf === 'string' ? [] : [['report.pdf', pdf] as [string, Uint8Array]]),
  ]
  for (const [name, content] of files) {
    const path = join(out, name)
    writeFileSync(`${path}.part`, content)
    renameSync(`${path}.part`, path)
  }
  return {
    files: files.map(([name]) => name),
    withoutPdf: typeof pdf === 'string' ? pdf : undefined,
  }
}

/** What `schouw simulate` takes, so that nobody has to believe the figures. */
function lossFiles({ losses }: Baseline): readonly [string, string][] {
  const file = (name: string, of: LossesDrawn | null): [string, string][] =>
    of === null ? [] : [[name, `${JSON.stringify(of.input, null, 2)}\n`]]
  return [
    ...file('losses.json', losses?.now ?? null),
    ...file('losses-with-measures.json', losses?.later ?? null),
  ]
}

function pdfOf(baseline: Baseline, language: Language, json: string): Uint8Array | string {
  const { data, attachment, createdAt } = paperOf(baseline, language)
  const made = writePdf({
    template: reportTemplate(),
    data,
    fonts: paperFonts(),
    attachments: { [attachment]: json },
    createdAt,
  })
  return made.ok ? made.value : `${made.refusal}: ${String(made.facts['detail'] ?? '')}`
}
