// SPDX-License-Identifier: EUPL-1.2
// Draws docs/pictures/curve.svg: what a year costs the example factory, before and after its roadmap.
// Run it when the example, the model or the drawing changes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Baseline } from '@schouw/core/baseline'
import { curveOnPaper } from '@schouw/report/risk'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'schouw-curve-'))
try {
  const words = ['nulmeting', join(root, 'examples/factory'), '--out', folder, '--lang', 'en']
  execFileSync(process.execPath, [join(root, 'bin/schouw.mjs'), ...words], { stdio: 'ignore' })
  const { losses } = JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')) as Baseline
  if (losses?.now == null || losses.later === null) throw new Error('the example has no estimates')
  const { svg } = curveOnPaper(
    {
      before: losses.now.result,
      after: losses.later.result,
      later: 'proposed',
      appetiteEur: losses.appetite?.eur_per_year ?? null,
      limits: losses.later.appetite?.points ?? [],
    },
    'en',
  )
  // On paper of its own, with its own letters: others would be wider than the room that is left.
  const ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
  const faces = `${face('regular', 400)}${face('semibold', 600)}`
  const shown = svg.replace('</desc>', `</desc><style>${faces}</style>${ground}`)
  writeFileSync(join(root, 'docs/pictures/curve.svg'), `${shown.replaceAll('><', '>\n<')}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function face(name: string, weight: number): string {
  const bytes = readFileSync(join(root, `report/fonts/schouw-sans-${name}.woff2`))
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`
  return `@font-face{font-family:"Schouw Sans";font-weight:${weight};src:${source}}`
}
