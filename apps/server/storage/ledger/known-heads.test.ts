// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { headOf } from '../testing/heads.ts'
import { KnownHeads } from './known-heads.ts'

const folder = mkdtempSync(join(tmpdir(), 'schouw-heads-'))
const children: ChildProcess[] = []
after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})
/** A dozen of heads: in the tests the file begins anew all the time. */
const longest = 2_000
const writer = join(import.meta.dirname, '../testing/head-writer.ts')

function place(name: string) {
  const at = join(folder, name)
  const heads = new KnownHeads(at, longest)
  return { at, heads, path: join(at, 'log.heads') }
}

it('keeps the largest head however often its file begins anew', async () => {
  const { heads, path } = place('one')
  assert.equal(heads.last('log'), undefined)
  heads.begin('log', headOf(0))
  for (let size = 1; size <= 300; size += 1) {
    await heads.add('log', headOf(size))
    assert.equal(heads.last('log')?.size, size)
  }
  // One that comes late does not take the place of a later one.
  await heads.add('log', headOf(5))
  assert.equal(heads.last('log')?.size, 300)
  assert.ok(statSync(path).size < 2 * longest)
})

it('loses none that was added by two processes, also when both are killed', async () => {
  const { at, heads, path } = place('two')
  let rounds = 0
  let next = 1
  for (; rounds < 6; rounds += 1) {
    const known = [0, 0]
    const pair = [0, 1].map((which) => {
      const words = [at, 'log', next + which, 2, longest].map(String)
      const args = ['--disable-warning=ExperimentalWarning', writer, ...words]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      children.push(child)
      let rest = ''
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        known[which] = Number(lines.at(-1) ?? known[which])
        const acknowledged = Math.max(...known)
        const found = heads.last('log')?.size ?? -1
        assert.ok(found >= acknowledged, `${found} is known, ${acknowledged} was acknowledged`)
      })
      return child
    })
    const goal = next + 120 + 37 * rounds
    while (Math.min(...known) < goal) await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all(
      pair.map((child) => {
        child.kill('SIGKILL')
        return new Promise((resolve) => child.once('close', resolve))
      }),
    )
    const acknowledged = Math.max(...known)
    const found = heads.last('log')?.size ?? -1
    assert.ok(found >= acknowledged, `${found} is known, ${acknowledged} was acknowledged`)
    next = found + 1
  }
  await heads.add('log', headOf(next))
  assert.equal(heads.last('log')?.size, next)
  assert.ok(statSync(path).size < 4 * longest, 'it was made shorter by whoever came')
})

it('reads what a crash between two steps left, and tidies up', async () => {
  const { at, heads, path } = place('crash')
  for (let size = 1; size <= 9; size += 1) await heads.add('log', headOf(size))
  const former = `${path}.former`
  // Before the shorter file was in its place: two names of one file.
  linkSync(path, former)
  assert.equal(heads.last('log')?.size, 9)
  // After: the former one has what another process added at the last moment.
  rmSync(former)
  copyFileSync(path, former)
  rmSync(path)
  await heads.add('log', headOf(7))
  assert.equal(heads.last('log')?.size, 9)
  for (let round = 0; round < 20; round += 1) await heads.add('log', headOf(8))
  assert.equal(existsSync(former), false)
  assert.equal(heads.last('log')?.size, 9)
  await heads.close()
  assert.deepEqual(readdirSync(at).sort(), ['heads.lock', 'log.heads'])
})
