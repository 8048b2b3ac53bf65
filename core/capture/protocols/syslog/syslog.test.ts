// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { syslog } from './index.ts'

const hostAndProgram = (text: string) => {
  const read = readBy(syslog, bytesOf(text))
  return [...factsNamed(read, 'syslog.host'), ...factsNamed(read, 'syslog.program')]
}

describe('syslog', () => {
  it('reads host and program of both forms', () => {
    assert.deepEqual(hostAndProgram('<34>1 2026-03-01T10:00:00.0Z plc-4 webd 7 - - hello'), [
      'plc-4',
      'webd',
    ])
    assert.deepEqual(hostAndProgram('<13>Mar  1 10:00:00 switch-2 sshd[123]: hello'), [
      'switch-2',
      'sshd',
    ])
    assert.deepEqual(hostAndProgram('<13>1 - - - - - - hello'), [])
    assert.deepEqual(hostAndProgram('<13>anything at all'), [])
  })

  it('notes a message without priority', () => {
    assert.deepEqual(readBy(syslog, bytesOf('hello')).oddities, ['no-priority'])
  })

  it('accepts any bytes', () => {
    assertTotal(syslog, [bytesOf('<13>Mar  1 10:00:00 switch-2 sshd[123]: hello')], 2000)
  })
})
