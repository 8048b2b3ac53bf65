// SPDX-License-Identifier: EUPL-1.2
import { personNamed, placeOf } from './people.ts'
import { line, lines } from './plan.ts'
import type { State } from './state.ts'

export function addZones({ plan, inputs, baseline }: State): void {
  for (const zone of inputs?.zones?.zones ?? []) {
    const source = placeOf(zone)
    const values = {
      code: line(zone.id, 40),
      name: line(zone.name, 200),
      kind: zone.kind,
      purdue_level: levelOf(zone.purdue_level),
      site: plan.wanted('site', zone.site, source),
      ranges: zone.ranges,
      vlans: zone.vlans,
      security_level_target: zone.security_level_target,
      security_level_achieved: zone.security_level_achieved,
    }
    plan.add('zone', [zone.id, zone.name], values, { source })
  }
  if (inputs?.zones != null) return
  for (const { id, name, kind, purdue_level, site } of baseline?.network.zones ?? []) {
    const values = {
      code: line(id, 40),
      name: line(name, 200),
      kind,
      purdue_level: levelOf(purdue_level),
      site: plan.find('site', site),
    }
    plan.add('zone', [id, name], values, { source: 'baseline.json' })
  }
}

export function levelOf(level: number | null | undefined): string | null {
  return level === null || level === undefined ? null : String(level)
}

/** As designed, and therefore asked for: that it may be is for two people to say. */
export function addConduits({ plan, inputs }: State): void {
  for (const conduit of inputs?.zones?.conduits ?? []) {
    const source = placeOf(conduit)
    const values = {
      code: line(conduit.id, 40),
      name: line(conduit.purpose, 200) ?? `${conduit.from} → ${conduit.to}`,
      from_zone: plan.wanted('zone', conduit.from, source),
      to_zone: plan.wanted('zone', conduit.to, source),
      services: conduit.services,
      purpose: lines(conduit.purpose),
      owner: personNamed(plan, conduit.owner, source),
      windows: windowsOf(conduit.window),
    }
    plan.add('conduit', [conduit.id], values, { source })
  }
}

export function addRemoteAccess({ plan, inputs }: State): void {
  for (const access of inputs?.zones?.remote_access ?? []) {
    const source = placeOf(access)
    const assets = access.targets.flatMap((name) => plan.find('asset', name) ?? [])
    const zones = access.targets.flatMap((name) => plan.find('zone', name) ?? [])
    const isKnown = (name: string) =>
      plan.find('asset', name) !== undefined || plan.find('zone', name) !== undefined
    const strange = access.targets.filter((name) => !isKnown(name))
    const values = {
      code: line(access.id, 40),
      name: line(`${access.supplier ?? ''} ${access.tool}`, 200),
      supplier: plan.wanted('supplier', access.supplier, source),
      tool: line(access.tool, 80),
      purpose: lines(access.targets.join(', ')) ?? access.tool,
      target_assets: [...new Set(assets)],
      target_zones: [...new Set(zones)],
      source_ranges: access.sources.map(asRange),
      windows: windowsOf(access.window),
      mfa: access.mfa,
      recorded: access.recorded,
      requested_by: personNamed(plan, access.approved_by, source),
      valid_until: access.valid_until,
      note: lines(strange.join(', ')),
    }
    plan.add('remote-access', [access.id], values, { source })
  }
}

function asRange(text: string): string {
  if (text.includes('/')) return text
  return text.includes(':') ? `${text}/128` : `${text}/32`
}

function windowsOf(window: { days: readonly string[]; from: string; to: string } | null) {
  if (window === null) return null
  return [{ days: window.days, from: window.from, to: window.to }]
}
