// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { judged, said } from './testing/data.ts'

onBothEngines('verifying while somebody writes', (bench) => {
  it('is of one moment, and finds nothing wrong in it', async () => {
    let isOver = false
    let written = 0
    const writing = (async () => {
      while (!isOver) {
        written += 1
        const code = `L${written}`
        await done(bench.storage, creating('site', { code, name: `Plant ${code}` }))
      }
    })()
    // The embedded one has no other reader than its own server; there both take turns.
    for (let round = 0; round < 8; round += 1) {
      const verdict = await judged(bench)
      const live = bench.engine === 'embedded' ? /^(entries-unsigned|checkpoint-beyond)/ : /^$/
      const wrong = said(verdict).filter((line) => !live.test(line))
      assert.deepEqual(wrong, [], `round ${round}`)
    }
    isOver = true
    await writing
    assert.ok(written > 8)
    assert.deepEqual(said(await judged(bench)), [])
  })
})
