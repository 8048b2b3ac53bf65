// SPDX-License-Identifier: EUPL-1.2
// Changes one byte of a dossier at a time and asks the verifier: `node bin/run.mjs scripts/tamper.ts
// FILE [COUNT] [anew]`. `anew` changes a byte of one of its files and writes list and zip again, as
// somebody would who knows the format. Prints which layer spoke up first how often; exits 1 when a
// change went by unnamed that something in the dossier vouches for.
import { readFileSync } from 'node:fs'
import { pure } from '@schouw/core/ledger/cryptography'
import { containerOf, judgeDossier, manifestName, readZip } from '@schouw/core/ledger/dossiers'

const [file = '', count = '10000', how = ''] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(file))
const trust = { keys: [], nowMs: Date.now() }
const whole = judgeDossier(bytes, trust, pure)
/** Its own word, or for people: `docs/formats/dossier.md` says so, and so does every verdict. */
const unvouched = ['README.txt', 'report.pdf', 'verify.html', 'dossier.json']
const read = readZip(bytes)
const files = read.ok ? read.value.filter(({ name }) => name !== manifestName) : []
let seed = 1
const next = (below: number) => {
  seed = (seed * 48271) % 2147483647
  return seed % below
}

function changedOnce(): { readonly bytes: Uint8Array; readonly place: string } {
  if (how !== 'anew') {
    const at = next(bytes.length)
    return { bytes: flipped(bytes, at), place: String(at) }
  }
  // Small files as often as large ones.
  const { name, bytes: own } = files[next(files.length)] ?? { name: '', bytes: new Uint8Array() }
  const at = next(Math.max(1, own.length))
  const changed = files.map((one) => (one.name === name ? { name, bytes: flipped(own, at) } : one))
  const zip = containerOf(changed, (one) => pure.digest('sha256', one))
  if (!zip.ok) throw new Error(zip.refusal)
  return { bytes: zip.value, place: `${name} ${at}` }
}

function flipped(of: Uint8Array, at: number): Uint8Array {
  const other = Uint8Array.from(of)
  other[at] = (other[at] ?? 0) ^ (1 + next(255))
  return other
}

const layers = new Map<string, number>()
const silent = new Map<string, number>()
const missed: string[] = []
const before = performance.now()
for (let step = 0; step < Number(count); step += 1) {
  const { bytes: changed, place } = changedOnce()
  const { isProven, findings } = judgeDossier(changed, trust, pure)
  const [first] = findings
  // A dossier that was not proven to begin with still has to name what changed in it.
  const isNamed = !isProven && findings.length > whole.findings.length
  const [name = ''] = place.split(' ')
  if (first !== undefined && (isNamed || first.layer === 'container')) {
    layers.set(first.layer, (layers.get(first.layer) ?? 0) + 1)
  } else if (unvouched.includes(name)) silent.set(name, (silent.get(name) ?? 0) + 1)
  else missed.push(place)
}
const told = {
  ...{ bytes: bytes.length, files: files.length, changes: Number(count), missed: missed.length },
  ms: Math.round(performance.now() - before),
  first_named_by: Object.fromEntries(layers),
  vouched_for_by_nothing: Object.fromEntries(silent),
}
console.log(JSON.stringify(told))
if (missed.length > 0) {
  console.error(`unnamed at ${missed.slice(0, 20).join(', ')}`)
  process.exit(1)
}
