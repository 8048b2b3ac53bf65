// SPDX-License-Identifier: EUPL-1.2
// Changes one byte of a dossier at a time and asks the verifier: `node bin/run.mjs scripts/tamper.ts
// FILE [COUNT]`. Prints how often which layer spoke up; exits 1 when a change went by unnamed.
import { readFileSync } from 'node:fs'
import { pure } from '@schouw/core/ledger/cryptography'
import { judgeDossier } from '@schouw/core/ledger/dossiers'

const [file = '', count = '10000'] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(file))
const trust = { keys: [], nowMs: Date.now() }
const whole = judgeDossier(bytes, trust, pure)
const layers = new Map<string, number>()
const missed: number[] = []
let seed = 1
const before = performance.now()
for (let step = 0; step < Number(count); step += 1) {
  seed = (seed * 48271) % 2147483647
  const at = seed % bytes.length
  const former = bytes[at] ?? 0
  bytes[at] = former ^ (1 + (seed % 255))
  const { isProven, findings } = judgeDossier(bytes, trust, pure)
  bytes[at] = former
  const [first] = findings
  // A dossier that was not proven to begin with still has to name what changed in it.
  const isNamed = !isProven && findings.length > whole.findings.length
  if (first === undefined || !(isNamed || first.layer === 'container')) missed.push(at)
  else layers.set(first.layer, (layers.get(first.layer) ?? 0) + 1)
}
const ms = performance.now() - before
const told = {
  bytes: bytes.length,
  changes: Number(count),
  missed: missed.length,
  ms: Math.round(ms),
}
console.log(JSON.stringify({ ...told, first_named_by: Object.fromEntries(layers) }))
if (missed.length > 0) {
  console.error(`unnamed at ${missed.slice(0, 20).join(', ')}`)
  process.exit(1)
}
