// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** Above it: messages of the session itself. */
export const sessionCode = 0x8000

const sessions: Readonly<Record<number, string>> = {
  1: 'select',
  3: 'deselect',
  5: 'link_test',
  7: 'reject',
  9: 'separate',
}

/** Stream and function, only those that are asked: odd numbers. */
const messages: Readonly<Record<number, Operation>> = {
  257: { name: 'are_you_there', effect: 'read' },
  259: { name: 'read_status', effect: 'read' },
  269: { name: 'establish', effect: 'other' },
  271: { name: 'go_off_line', effect: 'configure' },
  273: { name: 'go_on_line', effect: 'configure' },
  525: { name: 'read_constants', effect: 'read' },
  527: { name: 'set_constants', effect: 'configure' },
  543: { name: 'set_clock', effect: 'configure' },
  553: { name: 'host_command', effect: 'write' },
  561: { name: 'enhanced_command', effect: 'write' },
  1281: { name: 'alarm', effect: 'other' },
  1547: { name: 'event', effect: 'other' },
  1795: { name: 'send_recipe', effect: 'download' },
  1797: { name: 'fetch_recipe', effect: 'upload' },
  1809: { name: 'delete_recipe', effect: 'download' },
  1815: { name: 'send_formatted_recipe', effect: 'download' },
  1817: { name: 'fetch_formatted_recipe', effect: 'upload' },
}

export function operationOf(code: number): Operation {
  if ((code & sessionCode) !== 0) {
    return { name: sessions[code & 0xff] ?? 'session', effect: 'other' }
  }
  return messages[code] ?? { name: `s${code >> 8}f${code & 0xff}`, effect: 'other' }
}
