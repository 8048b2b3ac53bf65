// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Contradiction } from '@schouw/core/baseline'
import type { Detection } from '@schouw/core/capture'

const office = 'captures/kantoor.pcapng'
const line2 = 'captures/lijn-2.pcap'

/** What the example factory claims and what was seen against it. */
export const contradictions: readonly Contradiction[] = [
  {
    id: 'c1',
    kind: 'forbidden_conversation',
    severity: 'high',
    claim: { code: 'claim.no_conduit', facts: { from: 'Kantoor Almelo', to: 'Lijn 2 Lassen' } },
    seen: {
      code: 'seen.conversation',
      facts: {
        from: 'Kantoor Almelo',
        to: 'Lijn 2 Lassen',
        source: 'WS-kantoor-3',
        target: 'PLC-lijn2-1',
        services: 's7comm',
        conversations: 3,
        pairs: 2,
      },
    },
    requirements: ['E2'],
    assets: ['a006', 'a037'],
    frames: [
      { capture: office, frame: 1_432 },
      { capture: office, frame: 1_440 },
      { capture: line2, frame: 418 },
    ],
    sources: [
      { kind: 'frame', capture: office, frame: 1_432 },
      { kind: 'row', path: 'zones.yaml', line: 41 },
    ],
  },
  {
    id: 'c2',
    kind: 'internet_from_ot',
    severity: 'high',
    claim: { code: 'claim.ot_offline', facts: { zone: 'Lijn 2 Lassen' } },
    seen: {
      code: 'seen.internet_from_ot',
      facts: {
        zone: 'Lijn 2 Lassen',
        devices: 1,
        source: 'Ewon-lijn2-1',
        destination: '203.0.113.9',
        services: 'tls',
      },
    },
    requirements: ['E2', 'D5'],
    assets: ['a047'],
    frames: [{ capture: line2, frame: 90_233 }],
    sources: [{ kind: 'frame', capture: line2, frame: 90_233 }],
  },
  {
    id: 'c3',
    kind: 'remote_access_without_grant',
    severity: 'high',
    claim: { code: 'claim.grants', facts: { count: 1, path: 'zones.yaml' } },
    seen: {
      code: 'seen.remote_access',
      facts: {
        tool: 'talk2m',
        source: 'Ewon-lijn2-1',
        target: null,
        zone: 'Lijn 2 Lassen',
        at: '2026-11-12T23:41:02+01:00',
      },
    },
    requirements: ['D5'],
    assets: ['a047'],
    frames: [{ capture: line2, frame: 90_241 }],
    sources: [{ kind: 'row', path: 'zones.yaml', line: 66 }],
  },
  {
    id: 'c4',
    kind: 'restore_test_missed',
    severity: 'medium',
    claim: {
      code: 'claim.restore_planned',
      facts: { system: 'SCADA-server lijn 2', planned: '2026-06-30' },
    },
    seen: {
      code: 'seen.restore_missed',
      facts: { system: 'SCADA-server lijn 2', days_late: 144, last: null },
    },
    requirements: ['C4'],
    assets: [],
    frames: [],
    sources: [{ kind: 'row', path: 'answers.yaml', line: 302 }],
  },
  {
    id: 'c5',
    kind: 'cleartext_management',
    severity: 'medium',
    claim: { code: 'claim.management_protected', facts: {} },
    seen: {
      code: 'seen.cleartext',
      facts: { protocol: 'telnet', source: null, target: 'SWITCH-lijn1-1', logins: 2, devices: 1 },
    },
    requirements: ['H5'],
    assets: ['a033'],
    frames: [{ capture: line2, frame: 7_002 }],
    sources: [{ kind: 'frame', capture: line2, frame: 7_002 }],
  },
  {
    id: 'c6',
    kind: 'unregistered_device',
    severity: 'medium',
    claim: { code: 'claim.register', facts: { rows: 44, path: 'assets.csv' } },
    seen: {
      code: 'seen.unregistered',
      facts: {
        count: 11,
        zone: null,
        examples: 'Ewon-lijn2-1, SERVER-dmz-2, CAMERA-kantoor-1',
      },
    },
    requirements: ['I1'],
    assets: ['a004', 'a009'],
    frames: [],
    sources: [{ kind: 'row', path: 'assets.csv', line: 1 }],
  },
]

export const detections: readonly Detection[] = [
  detection('d1', 'program_download', 'a023', 'a038', { frame: 20_114, technique: 'T0843' }),
  detection('d2', 'plc_stop', 'a006', 'a037', { frame: 1_502, technique: 'T0858' }),
  detection('d3', 'remote_access', 'a047', null, { frame: 90_241, technique: 'T0822' }),
  detection('d4', 'cleartext_login', 'a023', 'a033', { frame: 7_002, technique: 'T0859' }),
  detection('d5', 'smb1', 'a008', 'a011', { frame: 511, technique: null }),
  detection('d6', 'certificate_expiry', 'a018', null, { frame: 14_220, technique: null }),
]

function detection(
  id: string,
  kind: Detection['kind'],
  source: string | null,
  target: string | null,
  at: { frame: number; technique: string | null },
): Detection {
  return {
    id,
    kind,
    source,
    target,
    protocol: kind === 'smb1' ? 'smb' : kind === 'cleartext_login' ? 'telnet' : 's7comm',
    count: 2,
    first: '2026-11-12T09:12:44Z',
    last: '2026-11-12T15:40:10Z',
    frames: [{ capture: line2, frame: at.frame }],
    technique: at.technique === null ? null : { id: at.technique, name: 'Program Download' },
    detail: kind === 'remote_access' ? { tool: 'talk2m' } : {},
  }
}

export const suppliers: Baseline['suppliers'] = [
  {
    id: 'las',
    name: 'Lastechniek Twente B.V.',
    is_critical: true,
    gaps: ['no_notice_clause', 'remote_access_without_grant'],
    source: { kind: 'row', path: 'suppliers.csv', line: 4 },
  },
  {
    id: 'erp',
    name: 'Rekenwolk ERP',
    is_critical: true,
    gaps: ['no_exit_plan'],
    source: { kind: 'row', path: 'suppliers.csv', line: 7 },
  },
  {
    id: 'sig',
    name: 'Besturing & Zn.',
    is_critical: true,
    gaps: [],
    source: { kind: 'row', path: 'suppliers.csv', line: 2 },
  },
]
