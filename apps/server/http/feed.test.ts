// SPDX-License-Identifier: EUPL-1.2
// Who signed out and left a screen open: told for as long as one is taken at one's word, and never
// of anything that happened later; at once no more where it matters who may read.
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { httpApp } from './app.ts'
import { developmentTokens } from './development.ts'
import { everybody, tokenOf } from './testing/people.ts'

/** As `feed.ts` has it. */
const trustMs = 3_000

onBothEngines('a follower who signed out', (bench) => {
  let app: FastifyInstance
  let address = ''
  let isOut = false
  before(async () => {
    const known = developmentTokens(everybody)
    const { storage } = bench
    app = await httpApp({
      storage,
      authenticate: async (asked) => (isOut ? undefined : known(asked)),
      requestsPerMinute: 1e9,
    })
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  after(() => app.close())

  const made = async (kind: 'site' | 'person', code: string) => {
    const { record } = await done(bench.storage, creating(kind, { code, name: code }))
    return record?.id ?? ''
  }
  const until = async (holds: () => boolean) => {
    for (const end = performance.now() + 60_000; !holds(); await pause(20)) {
      assert.ok(performance.now() < end, 'it did not come so far')
    }
  }
  const follower = async () => {
    isOut = false
    const came = await fetch(`${address}/api/v1/changes`, {
      headers: { authorization: `Bearer ${tokenOf('ciso')}` },
    })
    const state = { text: '', isOver: false }
    void (async () => {
      for await (const chunk of came.body ?? []) state.text += Buffer.from(chunk).toString()
    })()
      .catch(() => {})
      .finally(() => {
        state.isOver = true
      })
    return state
  }

  it('hears nothing of what happened after the time that one is trusted', async () => {
    const one = await follower()
    const first = await made('site', 'S0')
    await until(() => one.text.includes(first))
    isOut = true
    const outAt = performance.now()
    const late: string[] = []
    for (let number = 1; !one.isOver; number += 1) {
      const isLate = performance.now() - outAt > trustMs
      const id = await made('site', `S${number}`)
      if (isLate) late.push(id)
      await pause(100)
      assert.ok(performance.now() - outAt < 60_000, 'the stream goes on')
    }
    for (const id of late) assert.ok(!one.text.includes(id), 'told too late')
  })

  it('is sent away at once when somebody’s part in it changes', async () => {
    const one = await follower()
    const first = await made('site', 'T0')
    await until(() => one.text.includes(first))
    isOut = true
    const person = await made('person', 'P1')
    await until(() => one.isOver)
    assert.ok(!one.text.includes(person))
  })
})
