// SPDX-License-Identifier: EUPL-1.2
// Rows of the table of who gets what from a route that belongs to no register.
import { roles } from '@schouw/core/registers'
import type { Role } from './people.ts'

/** Everybody who can put a file into a register. */
export function bringers(status: number): Record<Role | 'nobody', number> {
  return { ...everyone(status), nobody: 401, customer: 403, auditor: 403 }
}

/** Everybody who may put something into a register by the table. */
export function importers(status: number): Record<Role | 'nobody', number> {
  const outside = { supervisory_director: 403, employee: 403, supplier: 403, customer: 403 }
  return { ...everyone(status), nobody: 401, auditor: 403, ...outside }
}

export function everyone(status: number): Record<Role | 'nobody', number> {
  const all = [...roles, 'nobody'].map((role) => [role, status])
  return Object.fromEntries(all) as Record<Role | 'nobody', number>
}

export function sourceKeepers(status: number): Record<Role | 'nobody', number> {
  const who = { ciso: status, it_manager: status, ot_engineer: status, consultant: status }
  return { ...everyone(403), nobody: 401, ...who }
}

/** Who may have the server ask something of the outside, or show something to it. */
export function fetchers(status: number): Record<Role | 'nobody', number> {
  return { ...sourceKeepers(status), ot_engineer: 403, consultant: 403 }
}

/** Everybody inside who answers for something. */
export function frameworkReaders(status: number): Record<Role | 'nobody', number> {
  const outside = { employee: 403, supplier: 403, customer: 403 }
  return { ...everyone(status), nobody: 401, ...outside }
}

/** Members of the bodies, and those who look over their shoulders. */
export function everyoneSigning(member: number, looker: number): Record<Role | 'nobody', number> {
  const lookers = { ciso: looker, auditor: looker, consultant: looker }
  const inside = { director: member, supervisory_director: member }
  return { ...everyone(403), nobody: 401, ...lookers, ...inside }
}

export function chainKeepers(status: number): Record<Role | 'nobody', number> {
  return { ...everyone(403), nobody: 401, ciso: status, it_manager: status }
}

export function watchers(status: number): Record<Role | 'nobody', number> {
  const inside = { ciso: status, it_manager: status, ot_engineer: status }
  return { ...everyone(403), nobody: 401, ...inside }
}

export function overseers(status: number): Record<Role | 'nobody', number> {
  return {
    ...everyone(403),
    nobody: 401,
    director: status,
    supervisory_director: status,
    ciso: status,
    auditor: status,
  }
}

/** Who lets sensors in, and out. */
function sensorKeepers(status: number): Record<Role | 'nobody', number> {
  return { ...everyone(403), nobody: 401, ciso: status, ot_engineer: status }
}

/** Of alerts, and of sensors and others that bring them. */
export const watchingRows: Readonly<Record<string, Record<Role | 'nobody', number>>> = {
  'GET /api/v1/monitoring': frameworkReaders(200),
  // Nothing in it is nothing that a sensor wrote.
  'POST /api/v1/monitoring/files': watchers(422),
  'POST /api/v1/monitoring/alerts/:id/incident': watchers(404),
  'GET /api/v1/monitoring/intakes': { ...everyone(403), nobody: 401, ciso: 200 },
  'POST /api/v1/monitoring/intakes': { ...everyone(403), nobody: 401, ciso: 422 },
  'DELETE /api/v1/monitoring/intakes/:id': { ...everyone(403), nobody: 401, ciso: 404 },
  // Who has the key signs; what is not signed is told nothing.
  'POST /api/v1/monitoring/deliveries/:intake': everyone(404),
  'GET /api/v1/sensors': frameworkReaders(200),
  'POST /api/v1/sensors/codes': sensorKeepers(422),
  'DELETE /api/v1/sensors/codes/:id': sensorKeepers(404),
  'POST /api/v1/sensors/:id/revocation': sensorKeepers(404),
  'PUT /api/v1/sensors/:id/settings': sensorKeepers(422),
  // Who has the code or the key signs; what is not signed is told nothing.
  'POST /api/v1/sensors/enrolments': everyone(422),
  'PUT /api/v1/sensors/:address/batches/:sequence': everyone(404),
  'PUT /api/v1/sensors/:address/beats/:number': everyone(404),
}

/** Advisories: where they come from, what is in them, what was taken away. */
export const advisoryRows = {
  'POST /api/v1/advisory-imports': sourceKeepers(422),
  'GET /api/v1/advisory-imports': frameworkReaders(200),
  'GET /api/v1/advisory-imports/:id': frameworkReaders(404),
  'GET /api/v1/advisory-providers': frameworkReaders(200),
  'POST /api/v1/advisory-providers': fetchers(422),
  'PATCH /api/v1/advisory-providers/:id': fetchers(404),
  'DELETE /api/v1/advisory-providers/:id': fetchers(404),
  'POST /api/v1/advisory-providers/:id/runs': fetchers(404),
  'POST /api/v1/advisory-aggregators': fetchers(422),
  'GET /api/v1/advisory-keys': frameworkReaders(200),
  'POST /api/v1/advisory-keys': fetchers(422),
  'POST /api/v1/advisory-keys/:id/acceptance': fetchers(404),
  'DELETE /api/v1/advisory-keys/:id': fetchers(404),
  'GET /api/v1/advisories': frameworkReaders(200),
  'GET /api/v1/advisories/:document': frameworkReaders(404),
  'GET /api/v1/advisories/:document/revisions/:digest': frameworkReaders(404),
  'PUT /api/v1/advisories/:document/reading': frameworkReaders(404),
  'POST /api/v1/advisories/:document/assessments': sourceKeepers(404),
  'GET /api/v1/advisory-deletions': frameworkReaders(200),
  'POST /api/v1/advisory-deletions': fetchers(422),
}
