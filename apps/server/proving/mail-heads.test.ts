// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onBothHouses } from '../identity/testing/house.ts'
import type { Mail } from '../mail/queue.ts'
import { signedBoard } from '../signing/testing/board.ts'
import { mailHead } from './mail-heads.ts'

onBothHouses('heads in the mail of directors', (house) => {
  it('go once to every director, and to nobody else', async () => {
    await signedBoard(house)
    const { storage } = house
    const [{ id: tenant } = { id: '' }] = await storage.tenants()
    const letters: Mail[] = []
    const around = {
      storage,
      clock: () => new Date().toISOString(),
      queueMail: async (_: unknown, mail: Mail) => {
        letters.push(mail)
        return { ok: true as const, value: 'id' }
      },
    }
    assert.equal(await mailHead(tenant, around), 1)
    assert.equal(await mailHead(tenant, around), 0)
    const [letter] = letters
    assert.equal(letter?.to, 'dirk@jansen.example')
    assert.equal(letter?.template, 'log-head')
    const { head, checkpoint } = await storage.log(tenant)
    const lines = letter?.template === 'log-head' ? letter.values.lines : []
    assert.equal(lines[1], String(head.size))
    const [text] = Buffer.from(checkpoint).toString('utf8').split('\n\n')
    assert.equal(lines.slice(0, 3).join('\n'), text?.trimEnd())
  })
})
