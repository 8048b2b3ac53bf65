// SPDX-License-Identifier: EUPL-1.2
// Words that vendors put in versions.

/** Steps after a version, the weightiest first; a step that is not named counts as none. */
export const levels = [
  'release',
  'service_pack',
  'feature_pack',
  'maintenance_pack',
  'cumulative_update',
  'update',
  'service_release',
  'upgrade_component',
  'patch',
  'hotfix',
  'interim_release',
] as const

export type LevelName = (typeof levels)[number]

const levelWords: ReadonlyMap<string, LevelName> = new Map([
  ['r', 'release'],
  ['sp', 'service_pack'],
  ['fp', 'feature_pack'],
  ['mp', 'maintenance_pack'],
  ['cu', 'cumulative_update'],
  ['tcu', 'cumulative_update'],
  ['update', 'update'],
  ['upd', 'update'],
  ['ud', 'update'],
  ['u', 'update'],
  ['sr', 'service_release'],
  ['uc', 'upgrade_component'],
  ['patch', 'patch'],
  ['p', 'patch'],
  ['hf', 'hotfix'],
  ['hotfix', 'hotfix'],
  ['ir', 'interim_release'],
])

export function levelOf(word: string): LevelName | undefined {
  return levelWords.get(word)
}

/** Say nothing about which version it is. */
export const noise: ReadonlySet<string> = new Set(
  `v ver vers version versions firmware fw release rel revision rev r sw software os no number
   build default final ga stable and the hw service feature pack`
    .split(/\s+/)
    .filter(Boolean),
)

export const preRelease: ReadonlySet<string> = new Set([
  'alpha',
  'beta',
  'rc',
  'pre',
  'dev',
  'preview',
  'snapshot',
])

/** What a version may be of, apart from the firmware or the product itself. */
export const subjects: ReadonlySet<string> = new Set(['bios', 'bsp', 'bootloader', 'uefi'])
