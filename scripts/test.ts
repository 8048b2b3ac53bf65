// SPDX-License-Identifier: EUPL-1.2
// `npm test [-- FILTER…]`: runs every *.test.ts whose path contains a filter (all without one) on
// node's own test runner and prints its report.
import { globSync } from 'node:fs'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const filters = process.argv.slice(2)
const files = globSync('{core,formats,report,fixtures,apps,scripts,bench,examples}/**/*.test.ts', {
  exclude: (name) => name.includes('node_modules'),
})
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort()

if (files.length === 0) {
  console.error(`test: no test file matches ${filters.join(' ')}`)
  process.exit(2)
}
run({ files, concurrency: true, isolation: 'process' })
  .on('test:fail', () => {
    process.exitCode = 1
  })
  .compose(spec)
  .pipe(process.stdout)
