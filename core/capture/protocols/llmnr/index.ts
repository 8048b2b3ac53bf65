// SPDX-License-Identifier: EUPL-1.2
/** Link-local multicast name resolution (RFC 4795): single-label names of neighbours. */
import type { Protocol } from '../../protocol.ts'
import { dnsOperation, isDnsMessage, scanDns } from '../dns/framing.ts'
import { readMessage } from '../dns/message.ts'
import { addressIn, recordType, reversedAddress, targetIn } from '../dns/records.ts'

export const llmnr: Protocol = {
  name: 'llmnr',
  carrier: 'udp',
  volatile: [0, 2],
  ports: [5355],
  recognises: isDnsMessage,
  scan: scanDns,
  operation: dnsOperation,
  decode(payload, recorder) {
    const message = readMessage(payload, payload.from, payload.to)
    for (const oddity of message.oddities) recorder.oddity(oddity)
    if (!message.isResponse) {
      for (const { name, type } of message.questions) {
        recorder.fact('llmnr.query', name)
        // RFC 4795 section 4.1: a host asks for ANY of its own name to see that it is unique.
        if (type === recordType.any) recorder.fact('hostname', name)
      }
      return undefined
    }
    for (const record of message.records) {
      if (record.section !== 'answer') continue
      const ip = addressIn(message, record) ?? reversedAddress(record.name)
      const name = targetIn(message, record) ?? record.name
      if (ip !== undefined) recorder.fact('hostname', name, { ip })
      recorder.fact('llmnr.answer', record.name)
    }
    return undefined
  },
}
