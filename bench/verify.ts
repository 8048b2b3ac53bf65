// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Crypto, pure } from '@schouw/core/ledger/cryptography'
import type { ZipFile } from '@schouw/core/ledger/dossiers'
import { proofFile, verifierKey } from '@schouw/core/ledger/notes'
import { leafHash, nodeHash } from '@schouw/core/ledger/trees'
import { judgeProofFile } from '@schouw/core/ledger/verdicts'
import { localAuthority } from '../apps/server/timestamps/testing/authority.ts'
import { platform } from '../apps/server/verify/crypto.ts'
import { contextIn, launched } from '../apps/web/testing/browser.ts'
import { OwnLog, packed } from '../apps/web/verify/testing/own-log.ts'
import { buildVerify } from '../scripts/build-verify.ts'
import { alone, type Figure } from './figure.ts'
import { compared } from './measure.ts'

/*
 * The verifier as somebody has it: the command as a process, and the page that travels with a dossier,
 * opened from a file in Chromium, each from the file to the verdict, with the key of the log and the
 * root of the authority known. A dossier of 10,000 headers, 50 approvals and 20 time-stamps; then one
 * of 100,000 headers with everything they commit to, which is a whole log audited.
 */
const rounds = 5
const lookMs = 50
/** Height of a tree of a million entries. */
const steps = 20

interface Kept {
  readonly bytes: Uint8Array
  readonly key: string
  readonly root: Uint8Array
}

export async function* verifyFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const { path } = await buildVerify()
  const unit = 'bytes'
  yield alone({ bench: 'verify', metric: 'page', value: statSync(path).size, unit, goal: 250_000 })
  yield* proofFigures()
  const sitting = await dossier({ headers: 10_000, approvals: 50, stamps: 20 })
  yield* verdictFigures('dossier', sitting, { page: path, commandS: 2, pageS: 5 })
  const whole = await dossier({ headers: isQuick ? 20_000 : 100_000, approvals: 1, stamps: 1 })
  yield* verdictFigures('log audited', whole, { page: path, commandS: 5, pageS: 10 })
}

/** Of one entry below a head over a million: its path and the signature, without a process. */
function* proofFigures(): Generator<Figure> {
  const log = new OwnLog()
  log.record('decision', 'decision-1', { question: 'What is asked?' })
  const [entry = new Uint8Array()] = log.headers.slice(1)
  const sha256 = (bytes: Uint8Array) => pure.digest('sha256', bytes)
  const proof = Array.from({ length: steps }, (_, at) => sha256(Uint8Array.of(at)))
  const root = proof.reduce((below, one) => nodeHash(below, one, sha256), leafHash(entry, sha256))
  const file = proofFile({ index: 0, proof, checkpoint: log.note(2 ** steps, root) })
  if (!file.ok) throw new Error(file.refusal)
  const trust = { keys: [log.key], nowMs: Date.now() }
  const best = (crypto: Crypto) => {
    let ms = Number.POSITIVE_INFINITY
    for (let round = 0; round < 50; round += 1) {
      const started = performance.now()
      const { isProven } = judgeProofFile(file.value, entry, trust, crypto)
      ms = Math.min(ms, performance.now() - started)
      if (!isProven) throw new Error('the proof does not hold')
    }
    return ms
  }
  const of = { bench: 'verify', unit: 'ms' }
  yield alone({ ...of, metric: 'one_proof_by_the_platform', value: best(platform), goal: 1 })
  yield alone({ ...of, metric: 'one_proof_in_plain_arithmetic', value: best(pure), goal: 30 })
  const value = file.value.length
  yield alone({ bench: 'verify', metric: 'proof_file', value, unit: 'bytes', goal: 1_500 })
}

async function dossier(of: {
  readonly headers: number
  readonly approvals: number
  readonly stamps: number
}): Promise<Kept> {
  const authority = await localAuthority()
  try {
    const log = new OwnLog()
    const key = log.enrol('key-1', 'dirk')
    const more: ZipFile[] = []
    const every = (count: number) => Math.floor(of.headers / (count + 1))
    while (log.size < of.headers - 1) {
      const { size } = log
      if (size % every(of.approvals) === 0) log.vote(`vote-${size}`, { key })
      else log.record('measure', `measure-${size}`, measure(size))
      if (size % every(of.stamps) !== 0) continue
      const note = log.note()
      more.push({ name: `checkpoints/${log.size}.txt`, bytes: note })
      more.push({ name: `tokens/${log.size}.tsr`, bytes: authority.stamp(note) })
    }
    const root = new Uint8Array(readFileSync(authority.root))
    return { bytes: packed(log.files(more)), key: `${verifierKey(log.key)}\n`, root }
  } finally {
    authority.stop()
  }
}

/** As long as what a factory writes of one. */
function measure(at: number): object {
  return {
    code: `M-${at}`,
    name: `Measure ${at} of the cell at the end of line ${at % 7}`,
    state: 'in_progress',
    note: 'Who works on the control of the line does so from a laptop that is used for it alone. '.repeat(
      3,
    ),
  }
}

async function* verdictFigures(
  name: string,
  kept: Kept,
  { page, commandS, pageS }: { page: string; commandS: number; pageS: number },
): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  const at = (file: string) => join(folder, file)
  try {
    writeFileSync(at('d.asice'), kept.bytes)
    writeFileSync(at('log.key'), kept.key)
    writeFileSync(at('root.pem'), kept.root)
    const bench = `${name}, ${(kept.bytes.length / 1e6).toFixed(1)} MB`
    const of = { bench, unit: 's' }
    const args = ['verify', at('d.asice'), '--key', at('log.key'), '--anchor', at('root.pem')]
    const program = join(import.meta.dirname, '../bin/schouw.mjs')
    const runs = await compared(
      [{ name, command: process.execPath, args: [program, ...args] }],
      rounds,
    )
    const run = runs.get(name)
    yield alone({ ...of, metric: 'command_wall', value: run?.wallS ?? null, goal: commandS })
    yield alone({ ...of, metric: 'command_cpu', value: run?.cpuS ?? null })
    const inPage = await pageTimes(page, folder)
    yield alone({ ...of, metric: 'page_wall', value: Math.min(...inPage), goal: pageS })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds from the file chosen to the verdict drawn, as the page's own clock has it. */
async function pageTimes(path: string, folder: string): Promise<readonly number[]> {
  const browser = await launched()
  try {
    const page = await (await contextIn(browser, 'en')).newPage()
    await page.addInitScript(`
      addEventListener('change', () => { window.chosenAt ??= performance.now() }, true)
      new MutationObserver(() => {
        const said = document.querySelector('[role=status]')?.dataset.verdict
        if (said === undefined || window.chosenAt === undefined) return
        requestAnimationFrame(() => { window.toldS ??= (performance.now() - window.chosenAt) / 1000 })
      }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-verdict'] })
    `)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(pathToFileURL(path).href)
      const [chosen, beside] = await page.locator('input[type=file]').all()
      await beside?.setInputFiles([join(folder, 'log.key'), join(folder, 'root.pem')])
      await page.evaluate('delete window.chosenAt')
      await chosen?.setInputFiles(join(folder, 'd.asice'))
      // Nothing may be made of text in this page, so its end is looked for from outside.
      let told: unknown = null
      while (told === null) {
        await page.waitForTimeout(lookMs)
        told = await page.evaluate('window.toldS ?? null')
      }
      times.push(Number(told))
      if ((await page.locator('h2.proven').count()) !== 1) throw new Error('it is not proven')
    }
    return times
  } finally {
    await browser.close()
  }
}
