// SPDX-License-Identifier: EUPL-1.2
// `npm test [-- FILTER…]`: runs every *.test.ts whose path contains a filter (all without one) on
// node's own test runner and prints its report. Skipped tests are named again at the end; with
// SCHOUW_NO_SKIPS=1 a skip is a failure.
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const filters = process.argv.slice(2)
const files = globSync(
  '{core,contract,formats,report,fixtures,apps,scripts,bench,examples}/**/*.test.ts',
  {
    cwd: join(import.meta.dirname, '..'),
    exclude: (name) => name.includes('node_modules'),
  },
)
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort()

if (files.length === 0) {
  console.error(`test: no test file matches ${filters.join(' ')}`)
  process.exit(2)
}

const skipped: string[] = []
const report = run({
  cwd: join(import.meta.dirname, '..'),
  files,
  concurrency: availableParallelism(),
  isolation: 'process',
  // One file that waits for ever must not keep the others' answers.
  timeout: 20 * 60_000,
})
  .on('test:pass', ({ name, skip }) => {
    if (skip !== undefined && skip !== false) skipped.push(`${name}: ${skip}`)
  })
  .on('test:fail', () => {
    process.exitCode = 1
  })
  .compose(spec)
report.pipe(process.stdout)
report.on('end', () => {
  for (const line of skipped) console.error(`SKIPPED: ${line}`)
  if (skipped.length > 0 && process.env['SCHOUW_NO_SKIPS'] === '1') {
    console.error(`test: ${skipped.length} skipped where none may be`)
    process.exitCode = 1
  }
})
