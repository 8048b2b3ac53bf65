// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, ProductStatus } from '../advisory.ts'
import { type JsonObject, listOf, objectOf, textOf } from '../csaf/json.ts'
import { limits } from '../limits.ts'
import { Statements } from './statements.ts'

const stateOf: Readonly<Record<string, ProductStatus>> = {
  exploitable: 'affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  not_affected: 'not_affected',
  false_positive: 'not_affected',
  in_triage: 'under_investigation',
}

/** Reads the vulnerabilities of a CycloneDX document; undefined where it has none to read. */
export function cycloneDxAdvisory(value: unknown): Advisory | undefined {
  const whole = objectOf(value)
  if (whole['bomFormat'] !== 'CycloneDX' || !Array.isArray(whole['vulnerabilities']))
    return undefined
  const components = componentsOf(whole)
  const statements = new Statements()
  for (const [at, one] of whole['vulnerabilities'].slice(0, limits.weaknesses).entries()) {
    const vulnerability = objectOf(one)
    const status = stateOf[textOf(objectOf(vulnerability['analysis'])['state'])]
    if (status === undefined) {
      // Found by a scanner and not judged by anyone: no statement of the maker.
      statements.oddities.push({ code: 'without-analysis', place: `/vulnerabilities/${at}` })
      continue
    }
    const targets = listOf(vulnerability['affects']).map(objectOf)
    if (targets.length === 0) {
      statements.oddities.push({ code: 'without-product', place: `/vulnerabilities/${at}/affects` })
    }
    for (const target of targets) {
      const reference = textOf(target['ref'])
      const component = components.get(reference.replace(/^urn:cdx:[^#]*#/, '')) ?? {}
      const about = {
        id: textOf(vulnerability['id']),
        productId: reference,
        purl: textOf(component['purl']) || reference,
        cpe: textOf(component['cpe']),
        vendor: textOf(objectOf(component['supplier'])['name']) || textOf(component['publisher']),
        name: textOf(component['name']),
      }
      for (const one of versionsOf(target, textOf(component['version']))) {
        statements.say({ ...about, ...one, status: statusFor(status, one.said) })
      }
    }
  }
  const metadata = objectOf(whole['metadata'])
  return statements.advisory({
    id: textOf(whole['serialNumber']),
    publisher: textOf(objectOf(metadata['supplier'])['name']),
    revision: String(whole['version'] ?? ''),
    releasedAt: textOf(metadata['timestamp']),
    format: `cyclonedx-${textOf(whole['specVersion'])}`,
  })
}

interface Said {
  readonly version?: string
  readonly range?: string
  readonly said: string
}

/** The versions a statement names; where it names none it is about the component as it stands. */
function versionsOf(target: JsonObject, own: string): readonly Said[] {
  const named = listOf(target['versions']).flatMap((value): Said[] => {
    const { version, range, status } = objectOf(value)
    const said = textOf(status)
    if (textOf(version) !== '') return [{ version: textOf(version), said }]
    return textOf(range) === '' ? [] : [{ range: textOf(range), said }]
  })
  return named.length === 0 ? [{ version: own, said: '' }] : named
}

/** What is judged of the vulnerability and what is said of a version have to agree. */
function statusFor(judged: ProductStatus, said: string): ProductStatus {
  const isAffected = judged === 'affected'
  if (said === 'unknown') return 'under_investigation'
  if (said === 'unaffected') return isAffected ? 'not_affected' : judged
  if (said !== 'affected' || isAffected) return judged
  return judged === 'under_investigation' ? judged : 'contradictory'
}

function componentsOf(whole: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>()
  const waiting: unknown[] = [
    objectOf(whole['metadata'])['component'],
    ...listOf(whole['components']),
  ]
  while (waiting.length > 0 && found.size < limits.products) {
    const component = objectOf(waiting.pop())
    const reference = textOf(component['bom-ref'])
    if (reference !== '') found.set(reference, component)
    for (const inner of listOf(component['components'])) waiting.push(inner)
  }
  return found
}
