// SPDX-License-Identifier: EUPL-1.2
// Writes the example factory into examples/factory (or into the folder given). What is there and is
// not made here stays, except captures and evidence, which are made anew. The advisories that go
// with it and what its customers sent are written beside it, into examples/advisories and
// examples/customers.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { advisoryFiles } from '../fixtures/advisories/index.ts'
import { customerFiles, factoryFiles } from '../fixtures/factory/index.ts'

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../examples/factory'))
for (const part of ['captures', 'evidence'])
  rmSync(join(folder, part), { recursive: true, force: true })

let total = 0
for (const [path, content] of factoryFiles()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
  total += content.length
}
console.log(`${folder}: ${Math.round(total / 1000)} kB`)

if (process.argv[2] === undefined) {
  for (const [name, files] of [
    ['advisories', advisoryFiles()],
    ['customers', customerFiles()],
  ] as const) {
    const beside = join(folder, '..', name)
    for (const [path, content] of files) {
      mkdirSync(dirname(join(beside, path)), { recursive: true })
      writeFileSync(join(beside, path), content)
    }
  }
}
