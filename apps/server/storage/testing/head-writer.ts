// SPDX-License-Identifier: EUPL-1.2
// Adds heads to the file of a log, odd sizes or even ones, and says each size once it is on disk.
// node head-writer.ts FOLDER TENANT FIRST STEP LONGEST
import { KnownHeads } from '../ledger/known-heads.ts'
import { headOf } from './heads.ts'

const [folder = '', tenant = '', first = '1', step = '1', longest = '0'] = process.argv.slice(2)
const heads = new KnownHeads(folder, Number(longest))
for (let size = Number(first); ; size += Number(step)) {
  await heads.add(tenant, headOf(size))
  process.stdout.write(`${size}\n`)
}
