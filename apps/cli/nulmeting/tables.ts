// SPDX-License-Identifier: EUPL-1.2
// The inventory and the actions as tables. Heads are the names `assets.csv` itself is read by, so
// that the inventory of today can be the register of tomorrow.
import type { Baseline } from '@schouw/core/baseline'
import { type CsvValue, csvText } from '@schouw/formats/csv'
import { type Language, words } from '@schouw/report/words'

const assetHeads = [
  'name',
  'type',
  'vendor',
  'model',
  'order_number',
  'serial',
  'firmware',
  'operating_system',
  'macs',
  'ips',
  'vlan',
  'zone',
  'purdue_level',
  'hostnames',
  'first_seen',
  'last_seen',
  'state',
  'register_path',
  'register_line',
  'asset_id',
] as const

/** Devices seen on the network, then rows of the register that nobody saw. Far hosts are left out. */
export function assetsCsv({ inventory }: Baseline): string {
  const seen = inventory.assets
    .filter(({ external }) => !external)
    .map((asset): CsvValue[] => [
      asset.label,
      asset.role,
      asset.vendor,
      asset.model,
      asset.order_number,
      asset.serial,
      asset.firmware,
      asset.operating_system,
      asset.macs.join(' '),
      [...asset.ipv4, ...asset.ipv6].join(' '),
      asset.vlans.length === 1 ? asset.vlans[0] : null,
      asset.zone,
      asset.purdue_level,
      asset.hostnames.join(', '),
      asset.first_seen,
      asset.last_seen,
      asset.register === null ? 'not_registered' : 'registered',
      asset.register?.path,
      asset.register?.line,
      asset.id,
    ])
  const unseen = inventory.register_only.map((row): CsvValue[] =>
    assetHeads.map((head) => {
      if (head === 'name') return row.name
      if (head === 'zone') return row.zone
      if (head === 'state') return row.state
      if (head === 'register_path') return row.path
      return head === 'register_line' ? row.line : null
    }),
  )
  return csvText([assetHeads, ...seen, ...unseen])
}

const actionHeads = [
  'id',
  'action',
  'owner_role',
  'owner',
  'due',
  'week',
  'phase',
  'quick_win',
  'effort',
  'requirements',
  'risks',
  'findings',
] as const

/** One row an action, in the language of the report. */
export function actionsCsv({ actions }: Baseline, language: Language): string {
  const { sentence, say } = words(language)
  const rows = actions.map((action): CsvValue[] => [
    action.id,
    sentence(action.title),
    say.word(action.owner_role, 'role'),
    action.owner,
    action.due,
    action.week,
    say.word(action.phase, 'phase'),
    action.is_quick_win,
    say.word(action.effort, 'effort'),
    action.requirements.join(' '),
    action.risks.map((risk) => say.word(risk, 'scenario')).join('; '),
    action.contradictions.length,
  ])
  return csvText([actionHeads, ...rows])
}
