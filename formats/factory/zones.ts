// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import {
  date,
  entry,
  id,
  listOf,
  optional,
  purdueLevel,
  range,
  securityLevel,
  text,
  timeWindow,
  vlan,
  yesNo,
} from './fields.ts'

const kinds = [
  'office',
  'ot',
  'dmz',
  'safety',
  'supplier',
  'guest',
  'management',
  'internet',
] as const

const service = text.regex(
  /^(?:any|(?:tcp|udp)\/\d{1,5}|[a-z][a-z0-9_.-]*)$/,
  'a service like tcp/102, udp/161, s7comm or any',
)

export const zones = entry({
  zones: listOf(
    entry({
      id,
      name: text,
      kind: z.enum(kinds, `one of ${kinds.join(', ')}`),
      purdue_level: optional(purdueLevel),
      site: optional(id),
      ranges: listOf(range),
      vlans: listOf(vlan),
      assets: listOf(text),
      security_level_target: optional(securityLevel),
      security_level_achieved: optional(securityLevel),
    }),
  ),
  conduits: listOf(
    entry({
      id,
      from: id,
      to: id,
      services: z.array(service, 'a list of services').min(1, 'at least one service'),
      purpose: optional(text),
      owner: optional(text),
      window: optional(timeWindow),
    }),
  ),
  remote_access: listOf(
    entry({
      id,
      supplier: optional(text),
      tool: text,
      targets: listOf(text),
      sources: listOf(range),
      window: optional(timeWindow),
      mfa: optional(yesNo),
      recorded: optional(yesNo),
      approved_by: optional(text),
      valid_until: optional(date),
    }),
  ),
})
