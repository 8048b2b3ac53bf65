// SPDX-License-Identifier: EUPL-1.2
// `npm run fuzz [-- --cases 100000 --seed N]`: feeds changed captures to the inspection. A worker
// does the work, so that a hang is seen too. Exits 1 with seed and case when anything was thrown,
// a decoder failed, or a case took longer than it may.
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { FuzzReport } from './fuzz/campaign.ts'

// A case is some twenty packets; the slowest takes milliseconds.
const longestMs = 10_000

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } },
})
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
const cases = Number(values.cases)
const progress = new Int32Array(new SharedArrayBuffer(4))
const worker = new Worker(join(import.meta.dirname, 'fuzz/worker.ts'), {
  workerData: { seed, cases, progress },
})
console.error(`fuzz: seed ${seed}, ${cases} cases`)

let seen = -1
let since = performance.now()
const watch = setInterval(() => {
  const now = performance.now()
  const at = Atomics.load(progress, 0)
  if (at !== seen) {
    seen = at
    since = now
  } else if (now - since > longestMs) {
    console.error(`fuzz: case ${at} of seed ${seed} does not end`)
    process.exit(1)
  }
}, 500)

worker.on('message', (report: FuzzReport) => {
  clearInterval(watch)
  console.log(JSON.stringify({ seed, ...report }))
  for (const failure of report.failures) console.error(`fuzz: ${failure}`)
  process.exitCode = report.failures.length === 0 ? 0 : 1
})
worker.on('error', (fault) => {
  clearInterval(watch)
  console.error(`fuzz: case ${Atomics.load(progress, 0)} of seed ${seed}:`, fault)
  process.exitCode = 1
})
