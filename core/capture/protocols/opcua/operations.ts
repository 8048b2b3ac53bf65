// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Requests by the number of their binary encoding; an answer has the number plus 3 (or 1). */
const requests: Readonly<Record<number, readonly [string, Effect]>> = {
  422: ['find_servers', 'read'],
  428: ['get_endpoints', 'read'],
  437: ['register_server', 'other'],
  446: ['open_secure_channel', 'other'],
  452: ['close_secure_channel', 'other'],
  461: ['create_session', 'other'],
  467: ['activate_session', 'authenticate'],
  473: ['close_session', 'other'],
  479: ['cancel', 'other'],
  488: ['add_nodes', 'configure'],
  494: ['add_references', 'configure'],
  500: ['delete_nodes', 'configure'],
  506: ['delete_references', 'configure'],
  527: ['browse', 'read'],
  533: ['browse_next', 'read'],
  554: ['translate_browse_paths', 'read'],
  560: ['register_nodes', 'other'],
  566: ['unregister_nodes', 'other'],
  615: ['query_first', 'read'],
  621: ['query_next', 'read'],
  631: ['read', 'read'],
  664: ['history_read', 'read'],
  673: ['write', 'write'],
  700: ['history_update', 'write'],
  712: ['call', 'write'],
  751: ['create_monitored_items', 'read'],
  763: ['modify_monitored_items', 'other'],
  769: ['set_monitoring_mode', 'other'],
  775: ['set_triggering', 'other'],
  781: ['delete_monitored_items', 'other'],
  787: ['create_subscription', 'other'],
  793: ['modify_subscription', 'other'],
  799: ['set_publishing_mode', 'other'],
  826: ['publish', 'read'],
  832: ['republish', 'read'],
  841: ['transfer_subscriptions', 'other'],
  847: ['delete_subscriptions', 'other'],
}

const newer: Readonly<Record<number, readonly [string, Effect]>> = {
  12208: ['find_servers_on_network', 'read'],
  12211: ['register_server', 'other'],
}

const fault = 397

export const service = {
  findServersAnswer: 425,
  endpointsRequest: 428,
  endpointsAnswer: 431,
  registerServer: 437,
  createSession: 461,
  createSessionAnswer: 464,
  activateSession: 467,
  readAnswer: 634,
  registerServer2: 12211,
} as const

/** Those that say who somebody is; reads do when the state of the server is read. */
export const statingServices: ReadonlySet<number> = new Set(Object.values(service))

/** Values are read all the time; the state of the server at the beginning of a session. */
export function isAlwaysRead(code: number): boolean {
  return code !== service.readAnswer && statingServices.has(code)
}

export function isKnownService(code: number): boolean {
  return entryOf(code) !== undefined || code === fault
}

export function operationOf(code: number): Operation {
  if (code === fault) return { name: 'service_fault', effect: 'other' }
  const [name, effect] = entryOf(code) ?? ['unknown_service', 'other']
  return { name, effect }
}

function entryOf(code: number): readonly [string, Effect] | undefined {
  return requests[code] ?? requests[code - 3] ?? newer[code] ?? newer[code - 1]
}
