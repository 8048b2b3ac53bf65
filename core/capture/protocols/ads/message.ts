// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'
import { command } from './header.ts'
import { netId, routerOf } from './net-id.ts'

/** The service that answers for TwinCAT as a whole. */
const systemService = 10000

const states: readonly string[] = [
  'invalid',
  'idle',
  'reset',
  'init',
  'start',
  'run',
  'stop',
  'save_config',
  'load_config',
  'power_failure',
  'power_good',
  'error',
  'shutdown',
  'suspend',
  'resume',
  'config',
  'reconfig',
]

/** `cursor` begins at the AMS header. */
export function recordMessage(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(8)
  const source = netId(cursor)
  const port = cursor.u16le()
  const code = cursor.u16le()
  const isAnswer = (cursor.u16le() & 1) !== 0
  cursor.skip(4)
  const error = cursor.u32le()
  cursor.skip(4)
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  const about = routerOf(source)
  recorder.fact('ads.netid', source, about)
  // The router answers with an error alone, the service with a result in front.
  if (!isAnswer || error !== 0 || cursor.u32le() !== 0) return
  if (code === command.deviceInfo) {
    const version = `${cursor.u8()}.${cursor.u8()}.${cursor.u16le()}`
    const name = cursor.text(16)
    if (cursor.isShort) recorder.oddity('truncated')
    else {
      recorder.fact('ads.service', `${port} ${name} ${version}`, about)
      recorder.fact('vendor', 'Beckhoff', about)
      if (port === systemService) recorder.fact('firmware', version, about)
    }
  } else if (code === command.state && port !== systemService) {
    const state = states[cursor.u16le()]
    if (!cursor.isShort && state !== undefined)
      recorder.fact('ads.state', `${port} ${state}`, about)
  }
}
