// SPDX-License-Identifier: EUPL-1.2
import type { FactoryInputs } from '@schouw/core/baseline'
import { placeOf } from './people.ts'
import { line, lines } from './plan.ts'
import { hours } from './processes.ts'
import type { State } from './state.ts'

type SupplierRow = NonNullable<FactoryInputs['suppliers']>[number]

export function addSuppliers({ plan, inputs, baseline, entity }: State): void {
  for (const row of inputs?.suppliers ?? []) {
    const source = placeOf(row)
    const standard = line(row.certificate, 80)
    const values = {
      code: line(row.id, 40),
      name: line(row.name, 200),
      service: line(row.service, 500),
      criticality: row.is_critical === true ? 'critical' : null,
      certificates:
        standard === undefined
          ? []
          : [
              {
                standard,
                ...(row.certificate_valid_until === null
                  ? {}
                  : { valid_until: row.certificate_valid_until }),
              },
            ],
      delivers_sbom: row.delivers_sbom,
      has_exit_plan: row.has_exit_plan,
      last_review_on: row.last_review,
      note: lines(row.contact, row.note),
    }
    const id = plan.add('supplier', [row.id, row.name], values, { source })
    const clauses = clausesOf(row)
    if (clauses.length === 0) continue
    const contract = {
      code: line(row.id, 40),
      name: line(row.name, 200),
      supplier: id,
      legal_entity: entity,
      clauses,
      notice_hours: hours(row.notice_hours),
    }
    plan.add('contract', [row.id], contract, { source })
  }
  if (inputs?.suppliers != null) return
  for (const { id, name, is_critical } of baseline?.suppliers ?? []) {
    const criticality = is_critical ? 'critical' : null
    const values = { code: line(id, 40), name: line(name, 200), criticality }
    plan.add('supplier', [id, name], values, { source: 'baseline.json' })
  }
}

/** Only what was said of the contract: silence is no clause and no lack of one. */
function clausesOf({ has_security_clauses, notice_hours, has_exit_plan }: SupplierRow) {
  return [
    ...(has_security_clauses === null
      ? []
      : [{ subject: 'security_duties', is_agreed: has_security_clauses }]),
    ...(notice_hours === null
      ? []
      : [{ subject: 'incident_notice', is_agreed: true, term_hours: hours(notice_hours) }]),
    ...(has_exit_plan === null ? [] : [{ subject: 'exit', is_agreed: has_exit_plan }]),
  ]
}
