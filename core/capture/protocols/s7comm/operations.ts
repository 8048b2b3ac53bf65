// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** First byte of a code: what numbers the second. Userdata: `0x40 | group`, then the subfunction. */
export const family = { job: 0x01, service: 0x02, userdata: 0x40, plus: 0x50 } as const

const jobs: Readonly<Record<number, Operation>> = {
  0: { name: 'cpu_services', effect: 'other' },
  4: { name: 'read_var', effect: 'read' },
  5: { name: 'write_var', effect: 'write' },
  26: { name: 'request_download', effect: 'download' },
  27: { name: 'download_block', effect: 'download' },
  28: { name: 'download_ended', effect: 'download' },
  29: { name: 'start_upload', effect: 'upload' },
  30: { name: 'upload', effect: 'upload' },
  31: { name: 'end_upload', effect: 'upload' },
  40: { name: 'pi_service', effect: 'other' },
  41: { name: 'plc_stop', effect: 'stop' },
  240: { name: 'setup_communication', effect: 'other' },
}

/** Program invocation services by name. Order is their code. */
export const services: readonly (readonly [string, Operation])[] = [
  ['P_PROGRAM', { name: 'plc_start', effect: 'start' }],
  ['_INSE', { name: 'activate_block', effect: 'download' }],
  ['_DELE', { name: 'delete_block', effect: 'download' }],
  ['_GARB', { name: 'compress_memory', effect: 'configure' }],
  ['_MODU', { name: 'copy_ram_to_rom', effect: 'configure' }],
]

const userdata: Readonly<Record<number, Operation>> = {
  258: { name: 'variable_table', effect: 'other' },
  268: { name: 'erase', effect: 'configure' },
  272: { name: 'forces', effect: 'read' },
  769: { name: 'list_blocks', effect: 'read' },
  770: { name: 'list_blocks_of_type', effect: 'read' },
  771: { name: 'block_info', effect: 'read' },
  1025: { name: 'read_szl', effect: 'read' },
  1026: { name: 'message_service', effect: 'other' },
  1281: { name: 'plc_password', effect: 'authenticate' },
  1793: { name: 'read_clock', effect: 'read' },
  1794: { name: 'set_clock', effect: 'configure' },
  1795: { name: 'read_clock', effect: 'read' },
  1796: { name: 'set_clock', effect: 'configure' },
}

const groups: readonly string[] = [
  'mode_transition',
  'programmer_command',
  'cyclic_data',
  'block_function',
  'cpu_function',
  'security',
  'block_send',
  'time_function',
]

/** Functions of S7comm-plus, in the order of their codes. */
export const plusFunctions: readonly (readonly [number, Operation])[] = [
  [0x04bb, { name: 'explore', effect: 'read' }],
  [0x04ca, { name: 'create_object', effect: 'other' }],
  [0x04d4, { name: 'delete_object', effect: 'other' }],
  [0x04f2, { name: 'set_variable', effect: 'write' }],
  [0x04fc, { name: 'get_variable', effect: 'read' }],
  [0x0524, { name: 'add_link', effect: 'other' }],
  [0x0542, { name: 'set_multi_variables', effect: 'write' }],
  [0x054c, { name: 'get_multi_variables', effect: 'read' }],
  [0x0556, { name: 'begin_sequence', effect: 'other' }],
  [0x0560, { name: 'end_sequence', effect: 'other' }],
  [0x056b, { name: 'invoke', effect: 'other' }],
  [0x0586, { name: 'get_variable_substring', effect: 'read' }],
]

/** As codes: attributes of the session are set, no process values; an answer to any setting. */
export const plusSession = 0xff
export const plusSetAnswer = 0xfe

export function operationOf(code: number): Operation {
  const what = code & 0xff
  const first = code >> 8
  if (first === family.job) return jobs[what] ?? { name: 'unknown_function', effect: 'other' }
  if (first === family.service) {
    return services[what]?.[1] ?? { name: 'pi_service', effect: 'other' }
  }
  if (first === family.plus) {
    if (what === plusSession) return { name: 'set_session', effect: 'other' }
    if (what === plusSetAnswer) return { name: 'set_answer', effect: 'other' }
    return plusFunctions[what]?.[1] ?? { name: 'unknown_function', effect: 'other' }
  }
  const group = first & 0x0f
  return (
    userdata[(group << 8) | what] ?? { name: groups[group] ?? 'userdata_other', effect: 'other' }
  )
}
