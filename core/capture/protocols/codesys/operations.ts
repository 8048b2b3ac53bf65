// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

const device = 1
const application = 2
const files = 8
const variables = 9
const shell = 0x11
const forcing = 0x13

const functions: Readonly<Record<number, Operation>> = {
  [(device << 8) | 1]: { name: 'target_identity', effect: 'read' },
  [(device << 8) | 2]: { name: 'device_login', effect: 'authenticate' },
  [(device << 8) | 4]: { name: 'reset_origin', effect: 'restart' },
  [(application << 8) | 0x01]: { name: 'application_login', effect: 'authenticate' },
  [(application << 8) | 0x02]: { name: 'application_logout', effect: 'other' },
  [(application << 8) | 0x03]: { name: 'create_application', effect: 'download' },
  [(application << 8) | 0x04]: { name: 'delete_application', effect: 'download' },
  [(application << 8) | 0x05]: { name: 'download_application', effect: 'download' },
  [(application << 8) | 0x06]: { name: 'online_change', effect: 'download' },
  [(application << 8) | 0x07]: { name: 'device_download', effect: 'download' },
  [(application << 8) | 0x08]: { name: 'create_device_application', effect: 'download' },
  [(application << 8) | 0x10]: { name: 'start_application', effect: 'start' },
  [(application << 8) | 0x11]: { name: 'stop_application', effect: 'stop' },
  [(application << 8) | 0x12]: { name: 'reset_application', effect: 'restart' },
}

const groups: Readonly<Record<number, Operation>> = {
  [device]: { name: 'device', effect: 'read' },
  [application]: { name: 'application', effect: 'other' },
  4: { name: 'visualisation', effect: 'other' },
  5: { name: 'log', effect: 'read' },
  6: { name: 'settings', effect: 'other' },
  [files]: { name: 'file_transfer', effect: 'other' },
  [variables]: { name: 'variables', effect: 'other' },
  12: { name: 'users', effect: 'authenticate' },
  [shell]: { name: 'shell', effect: 'other' },
  18: { name: 'breakpoints', effect: 'other' },
  [forcing]: { name: 'force', effect: 'force' },
  27: { name: 'monitor', effect: 'read' },
}

export function operationOf(code: number): Operation {
  return functions[code] ?? groups[code >> 8] ?? { name: `group_${code >> 8}`, effect: 'other' }
}
