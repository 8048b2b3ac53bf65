// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { campaign } from './campaign.ts'

it('accepts thousands of changed captures; `npm run fuzz` a hundred thousand', () => {
  const { failures, packets, cases } = campaign(20261121, 3000)
  assert.deepEqual(failures, [])
  assert.ok(packets > cases)
})
