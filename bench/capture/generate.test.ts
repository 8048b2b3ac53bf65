// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { complaints, dissect, withoutTshark } from '../../fixtures/tshark/index.ts'
import { generate, type Recipe } from './generate.ts'
import { recipes } from './recipes.ts'

function made(recipe: Recipe): { file: Uint8Array; packets: number; conversations: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const path = join(folder, 'a.pcap')
    const { bytes, ...counts } = generate(recipe, path)
    const file = readFileSync(path)
    assert.equal(file.length, bytes)
    return { file, ...counts }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const small = { ...recipes['mix-20mb'], bytes: 1_000_000, slots: 300, hosts: 60 }

describe('benchmark captures', () => {
  it('are the same every time, and a longer one begins with a shorter one', () => {
    const one = made(small)
    assert.deepEqual(made(small), one)
    const longer = made({ ...small, bytes: 1_500_000 }).file
    assert.deepEqual(longer.subarray(0, one.file.length), one.file)
  })

  it('hold what tshark finds in order', { skip: withoutTshark }, () => {
    assert.deepEqual(complaints(made(small).file, ['ip', 'udp']), [])
    assert.deepEqual(complaints(made({ ...small, life: 8 }).file, ['ip', 'udp']), [])
  })

  it('begins as many conversations as it says', { skip: withoutTshark }, () => {
    const recipe = { ...recipes['flows-2500k'], bytes: 300_000, slots: 100, hosts: 1000 }
    const { file, conversations } = made(recipe)
    const seen = dissect(file, ['tcp.stream', 'udp.stream']).values
    const count = new Set(seen['tcp.stream']).size + new Set(seen['udp.stream']).size
    // The last of the hundred slots may not have spoken yet.
    assert.ok(count <= conversations && count > conversations - 100, `${count} ${conversations}`)
  })
})
