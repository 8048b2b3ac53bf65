// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { type Block, ipSuiteOf } from './block.ts'

/** The qualifier's lowest bit: keep the value over a restart. */
const permanentBit = 1

/** Somebody gives the receiver a name or an address, or wipes it. */
export function recordSet(blocks: readonly Block[], payload: Payload, recorder: Recorder): void {
  const mac = payload.destination.mac ?? ''
  for (const { kind, information, value } of blocks) {
    const kept = (information & permanentBit) === permanentBit ? 'permanent' : 'temporary'
    if (kind === 0x0102 || kind === 0x0103) {
      const suite = ipSuiteOf(value)
      if (suite === undefined) recorder.oddity('truncated')
      else {
        recorder.event('address_set', { mac, ...suite, kept })
        recorder.fact('pn_dcp.set_ip', suite.ip, 'receiver')
      }
    } else if (kind === 0x0202) {
      const name = value.text(value.left)
      recorder.event('name_set', { mac, name, kept })
      recorder.fact('pn_dcp.set_name', name, 'receiver')
    } else if (kind === 0x0505) {
      recorder.event('factory_reset', { mac, what: 'all' })
    } else if (kind === 0x0506) {
      recorder.event('factory_reset', { mac, what: resetScope(information) })
    }
  }
}

/** Bits 1 to 15 of the qualifier number the scope. */
function resetScope(qualifier: number): string {
  const names = [
    'unknown',
    'application',
    'communication',
    'engineering',
    'all',
    '',
    '',
    '',
    'device',
  ]
  return names[qualifier >> 1] || `scope ${qualifier >> 1}`
}
