// SPDX-License-Identifier: EUPL-1.2
// What advisories of real vendors do to those who read them, one test for each. Documents are ours;
// the shape of every name and range is one that exists.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csaf, findings, type Row, verdict } from './testing/documents.ts'

type Facts = Readonly<Record<string, string>>

/** Rows of a document, an asset, the verdict with its basis. */
function check(rows: readonly Row[], asset: Facts, expected: string): void {
  const { vendor = rows[0]?.vendor ?? 'Siemens', ...rest } = asset
  assert.equal(verdict(csaf(rows), { vendor, ...rest }), expected, JSON.stringify(asset))
}

describe('ranges that are not what their form says', () => {
  it('reads bounds behind the scheme "all"', () => {
    const rows = [{ name: 'CPU 1515-2 PN (6ES7515-2AM01-0AB0)', range: 'vers:all/<V2.9.7' }]
    const asset = { product: 'CPU 1515-2 PN', order_number: '6ES7 515-2AM01-0AB0' }
    check(rows, { ...asset, version: 'V2.9.6' }, 'affected version_in_range')
    check(rows, { ...asset, version: 'V2.9.7' }, 'not_affected fixed_version')
  })

  it('reads two bounds without a separator, and with the word and', () => {
    const rows = [
      { name: 'SIMOTION D445-2 (6AU1445-2AD00-0AA1)', range: 'vers:all/>=V5.4<V5.5 SP1' },
    ]
    const asset = { product: 'SIMOTION D445-2', order_number: '6AU1445-2AD00-0AA1' }
    check(rows, { ...asset, version: 'V5.3 SP1' }, 'not_affected version_below_range')
    check(rows, { ...asset, version: 'V5.5' }, 'affected version_in_range')
    check(rows, { ...asset, version: 'V5.5 SP1' }, 'not_affected fixed_version')
    const prose = [{ name: 'RF166C', range: '>= V8.7.0 and < V8.7.1.3' }]
    check(prose, { product: 'RF166C', version: 'V8.7.1' }, 'affected version_in_range')
  })

  it('reads underscores as blanks', () => {
    const rows = [{ name: 'TIA Portal V17', range: '<V17_Update_8' }]
    check(rows, { product: 'TIA Portal', version: 'V17 Update 7' }, 'affected version_in_range')
    check(rows, { product: 'TIA Portal', version: 'V17 Update 8' }, 'not_affected fixed_version')
    const firmware = [{ vendor: 'Mitsubishi Electric', name: 'R04CPU', range: '<=firmware_65' }]
    check(firmware, { product: 'R04CPU', version: '65' }, 'affected version_in_range')
  })

  it('reads one fix for each train, not the first or the last', () => {
    const rows = [
      {
        vendor: 'Rockwell Automation',
        name: 'ControlLogix 5580',
        range: '<V33.017_V34.014_V36.011',
      },
    ]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'ControlLogix 5580', version }, expected)
    of('33.016', 'affected multi_train')
    of('33.017', 'not_affected multi_train')
    of('34.013', 'affected multi_train')
    of('34.014', 'not_affected multi_train')
    of('35.011', 'affected multi_train')
    of('36.011', 'not_affected fixed_version')
    of('20.011', 'affected multi_train')
  })

  it('does not clear later versions by a single version without end', () => {
    const rows = [{ vendor: 'Rockwell Automation', name: 'CompactLogix 5380', version: 'v.32.011' }]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'CompactLogix 5380', version }, expected)
    of('32.011', 'affected exact_version')
    of('32.013', 'cannot_decide version_not_enumerated')
    of('31.011', 'not_affected version_below_range')
  })

  it('takes several single versions as a list', () => {
    const rows = ['2.2', '2.4', '2.6'].map((version) => ({
      vendor: 'Moxa',
      name: 'NPort 5110',
      version,
    }))
    check(rows, { product: 'NPort 5110', version: '2.4' }, 'affected exact_version')
    check(rows, { product: 'NPort 5110', version: '2.5' }, 'not_affected version_not_enumerated')
  })

  it('takes a single version vers:all/* for all', () => {
    const rows = [{ vendor: 'Omron', name: 'NX1P2', version: 'vers:all/*' }]
    check(rows, { product: 'NX1P2', version: '' }, 'affected all_versions')
  })

  it('reads a version with an open end as a train', () => {
    const rows = [
      { vendor: 'Hitachi Energy', name: 'RTU500 series CMU Firmware', version: '12.4.*' },
    ]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'RTU500 series CMU', version }, expected)
    of('12.4.9', 'affected version_pattern')
    of('12.40.1', 'not_affected version_above_range')
    of('12.3.9', 'not_affected version_below_range')
  })

  it('does not make one empty range of several intervals', () => {
    const rows = [{ name: 'RF166C', range: 'vers:intdot/>=1|<2|>=3|<4' }]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'RF166C', version }, expected)
    of('1.5', 'affected version_in_range')
    of('2.5', 'not_affected version_below_range')
    of('3.0', 'affected version_in_range')
  })

  it('does not guess at dates, nothing or a range that contradicts itself', () => {
    for (const range of [
      '< March 13, 2019',
      'No version',
      '>= <= 2.2 | 2.5.1',
      '>= 1.0 | >= 2.4',
    ]) {
      check(
        [{ name: 'RF166C', range }],
        { product: 'RF166C', version: '2.0' },
        'cannot_decide range_unreadable',
      )
    }
  })
})

describe('conditions no machine can judge', () => {
  it('cannot decide inside a condition in prose', () => {
    const rows = [{ name: 'SINAMICS G120', range: 'All versions with Ethernet interface' }]
    const asset = { product: 'SINAMICS G120', version: 'V4.7' }
    check(rows, asset, 'cannot_decide condition_not_evaluable')
  })

  it('still clears what the condition cannot save', () => {
    const rows = [{ name: 'RF166C', range: '< V2.0 only when the web server is enabled' }]
    check(rows, { product: 'RF166C', version: 'V2.0' }, 'not_affected fixed_version')
    check(rows, { product: 'RF166C', version: 'V1.9' }, 'cannot_decide condition_not_evaluable')
  })

  it('judges a condition that names the vulnerability', () => {
    const document = csaf([{ name: 'RF166C', range: '>= 2.0 (only affected by CVE-2026-0002)' }], {
      vulnerabilities: ['CVE-2026-0001', 'CVE-2026-0002'].map((cve) => ({
        cve,
        product_status: { known_affected: ['P1'] },
      })),
    })
    const found = findings(document, { vendor: 'Siemens', product: 'RF166C', version: '2.1' })
    const ids = found.flatMap(({ advisory, weaknesses }) =>
      weaknesses.map((at) => advisory.weaknesses[at]?.id),
    )
    assert.deepEqual(ids, ['CVE-2026-0002'])
  })

  it('asks for the BIOS where the range is on the BIOS', () => {
    const rows = [{ name: 'SIMATIC IPC427E', range: 'All BIOS versions < V21.01.15' }]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'SIMATIC IPC427E', version }, expected)
    of('BIOS V21.01.14', 'affected version_in_range')
    of('', 'cannot_decide asset_version_missing')
  })

  it('reads serial number ranges in the range and in the name', () => {
    const rows = [
      {
        vendor: 'Mitsubishi Electric',
        name: 'MELSEC-Q Series Q03UDECPU',
        range: '<=The_first_5_digits_of_serial_No._"26061"',
      },
    ]
    const asset = { product: 'Q03UDECPU', version: '' }
    check(rows, { ...asset, serial_number: '260610000000000-A' }, 'affected serial_condition')
    check(rows, { ...asset, serial_number: '260620000000000-A' }, 'not_affected serial_condition')
    check(rows, asset, 'cannot_decide serial_missing')
    const named = [
      {
        vendor: 'Mitsubishi Electric',
        name: 'FX5U-32MT/ES (Serial number 17X**** and later)',
        range: '<1.100',
      },
      {
        vendor: 'Mitsubishi Electric',
        name: 'FX5U-32MT/ES (Serial number 179**** and prior)',
        range: '>=1.060',
      },
    ]
    const fx5u = { product: 'FX5U-32MT/ES' }
    check(
      named,
      { ...fx5u, serial_number: '1790123', version: '1.040' },
      'not_affected version_below_range',
    )
    check(
      named,
      { ...fx5u, serial_number: '17X0123', version: '1.040' },
      'affected version_in_range',
    )
  })

  it('asks for the hardware series and revision', () => {
    const rows = [
      { vendor: 'Rockwell Automation', name: '1763-L16BBB Series A and B', range: '<= 16.00' },
    ]
    const asset = { product: '1763-L16BBB', order_number: '1763-L16BBB', version: '15.00' }
    check(rows, { ...asset, hardware_series: 'B' }, 'affected version_in_range')
    check(rows, { ...asset, hardware_series: 'C' }, 'not_affected hardware_condition')
    check(rows, asset, 'cannot_decide hardware_missing')
    const abb = [
      {
        vendor: 'ABB',
        name: 'CP651',
        range: '1SAP551100R0001 (revision index B1 with BSP <= UN30 1.76)',
      },
    ]
    const panel = { product: 'CP651', order_number: '1SAP551100R0001', version: 'BSP UN30 1.76' }
    check(abb, { ...panel, hardware_revision: 'B1' }, 'affected version_in_range')
    check(abb, { ...panel, hardware_revision: 'A0' }, 'not_affected hardware_condition')
    check(abb, panel, 'cannot_decide hardware_missing')
  })

  it('cannot decide when branch and name contradict each other', () => {
    const rows = [
      { vendor: 'Moxa', name: 'NPort 5110', version: '2.1', fullName: 'NPort 5110: Version 2.10' },
    ]
    check(
      rows,
      { product: 'NPort 5110', version: '2.10' },
      'cannot_decide entry_contradicts_itself',
    )
  })
})

describe('names', () => {
  it('knows article and order numbers in the version field', () => {
    const article = [{ vendor: 'Phoenix Contact', name: 'AXC 1050', version: '2700988' }]
    const asset = { vendor: 'Phoenix Contact GmbH & Co. KG', product: 'AXC 1050' }
    check(article, { ...asset, order_number: '2700988', version: '3.01' }, 'affected all_versions')
    const order = [
      {
        vendor: 'Rockwell Automation',
        name: 'MicroLogix 1100 controllers',
        version: '1763-L16BBB',
      },
    ]
    check(
      order,
      { product: 'x', order_number: '1763-L16BBB', version: '14.0' },
      'affected all_versions',
    )
  })

  it('knows an order number as product name with the model as version, and vendors in a row', () => {
    const vendor = 'ABB, Phoenix Contact, Schneider Electric, Siemens, and WAGO'
    const rows = [{ vendor, name: '6ES7211-1AE40-0XB0', version: 'S7-1211' }]
    const asset = { product: 'S7-1211C', order_number: '6ES7 211-1AE40-0XB0', version: 'V4.2.3' }
    check(rows, { vendor: 'Siemens AG', ...asset }, 'affected all_versions')
  })

  it('fills placeholders in names', () => {
    const forms: readonly (readonly [string, string, string, boolean])[] = [
      ['Phoenix Contact', 'ILC 1x1', 'ILC 151 ETH', true],
      ['Phoenix Contact', 'ILC 1x1', 'ILC 150', false],
      ['WAGO', '750-880/xxx-xxx', '750-880/025-001', true],
      ['WAGO', '750-880/xxx-xxx', '750-880', true],
      ['WAGO', '750-880/xxx-xxx', '750-881', false],
      ['Omron', 'CJ2M-CPU**', 'CJ2M-CPU31', true],
      ['Schneider Electric', 'BMXP34*', 'BMXP342020', true],
      ['Schneider Electric', 'BMXP34*', 'BMXP570100', false],
      ['Mitsubishi Electric', 'R04(EN)CPU', 'R04CPU', true],
      ['Mitsubishi Electric', 'R04(EN)CPU', 'R04ENCPU', true],
      ['Mitsubishi Electric', 'R04(EN)CPU', 'R04PCPU', false],
      ['Mitsubishi Electric', 'R04/08/16/32/120(EN)CPU', 'R16CPU', true],
      ['Mitsubishi Electric', 'R04/08/16/32/120(EN)CPU', 'R120ENCPU', true],
      ['Mitsubishi Electric', 'R04/08/16/32/120(EN)CPU', 'R02CPU', false],
      ['Mitsubishi Electric', 'FX5U-xMy/z x=32,64,80, y=T,R, z=ES,DS', 'FX5U-64MR/DS', true],
      ['Mitsubishi Electric', 'FX5U-xMy/z x=32,64,80, y=T,R, z=ES,DS', 'FX5U-96MR/DS', false],
      ['Omron', 'CP1H-X40D □ - □', 'CP1H-X40DR-A', true],
    ]
    for (const [vendor, name, product, isMatch] of forms) {
      const found = verdict(csaf([{ vendor, name, range: 'vers:all/*' }]), { vendor, product })
      assert.equal(found !== 'nothing', isMatch, `${name} and ${product}: ${found}`)
    }
  })

  it('knows part numbers in brackets as patterns', () => {
    const rows = [
      {
        vendor: 'Schneider Electric',
        name: 'Modicon M580 CPU Safety (part numbers BMEP58*S)',
        range: 'vers:all/*',
      },
    ]
    const asset = { vendor: 'Schneider Electric', product: 'Modicon M580' }
    check(rows, { ...asset, order_number: 'BMEP584040S' }, 'affected all_versions')
    check(rows, { ...asset, order_number: 'BMEP584040' }, 'nothing')
  })

  it('lets the order number decide between hardware of one name', () => {
    const rows = [
      { name: 'CPU 1515-2 PN (6ES7515-2AM00-0AB0)', range: 'vers:all/*' },
      { name: 'CPU 1515-2 PN (6ES7515-2AM01-0AB0)', range: 'vers:all/<V2.9.7' },
      { name: 'CPU 1515-2 PN (6ES7515-2AN03-0AB0)', range: 'vers:all/<V3.0.3' },
    ]
    const of = (order_number: string, expected: string) =>
      check(rows, { product: 'CPU 1515-2 PN', order_number, version: 'V2.9.8' }, expected)
    of('6ES7515-2AM00-0AB0', 'affected all_versions')
    of('6ES7515-2AM01-0AB0', 'not_affected version_above_range')
    of('6ES7515-2AN03-0AB0', 'affected version_in_range')
    of('6ES7515-2AM02-0AB0', 'nothing')
    of('', 'cannot_decide order_number_missing')
  })

  it('keeps families apart that begin alike', () => {
    const rows = [{ name: 'SIMATIC S7-1200 CPU family (incl. SIPLUS variants)', range: '<V4.6' }]
    const siplus = { product: 'SIPLUS S7-1200 CPU 1214C', order_number: '6AG1214-1AG40-2XB0' }
    check(rows, { ...siplus, version: 'V4.4' }, 'affected version_in_range')
    const smart = { product: 'SIMATIC S7-200 SMART CPU SR20', order_number: '6ES7288-1SR20-0AA1' }
    check(rows, { ...smart, version: 'V2.6' }, 'nothing')
    const soft = [{ name: 'SIMATIC S7-1500 Software Controller', range: 'vers:all/*' }]
    check(soft, { product: 'SIMATIC S7-1500 CPU 1511-1 PN', version: 'V2.0' }, 'nothing')
  })

  it('takes hardware versions beside an order number for hardware', () => {
    const rows = [{ name: 'CP 1242-7 V2 (6GK7242-7KX31-0XE0)', range: '>= V3.1 < V3.3.46' }]
    const asset = { product: 'CP 1242-7', version: 'V3.2' }
    check(rows, { ...asset, order_number: '6GK7242-7KX31-0XE0' }, 'affected version_in_range')
    check(rows, asset, 'cannot_decide hardware_missing')
  })

  it('lets a train beat the whole product', () => {
    const rows = [
      { name: 'Workflow Commons', range: '<V2.4.0' },
      { name: 'Workflow Commons V2.1', range: '<V2.1.4' },
    ]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'Workflow Commons', version }, expected)
    of('2.1.4', 'not_affected fixed_version')
    of('2.1.3', 'affected version_in_range')
    of('2.3.0', 'affected version_in_range')
  })

  it('lets one train beat all trains up to another', () => {
    const rows = [
      { name: 'SIMATIC WinCC V7.5', range: '<V7.5 SP2 Update 5' },
      { name: 'SIMATIC WinCC V15 and earlier', range: '<V15 SP1 Update 7' },
    ]
    const of = (version: string, expected: string) =>
      check(rows, { product: 'SIMATIC WinCC', version }, expected)
    of('V7.5 SP2 Update 5', 'not_affected fixed_version')
    of('V13', 'affected version_in_range')
  })

  it('reads the hardware series behind a catalogue number', () => {
    const rows = [
      { vendor: 'Rockwell Automation', name: '1756-HIST2G/A', range: '<= 3.054' },
      { vendor: 'Rockwell Automation', name: '1756-HIST2G/B', range: '<= 5.103' },
    ]
    const asset = { product: '1756-HIST2G/A', order_number: '1756-HIST2G/A', version: '3.055' }
    check(rows, asset, 'not_affected version_above_range')
  })

  it('knows signed and unsigned firmware lines as two when it can, and says so when not', () => {
    const rows = [
      { vendor: 'Rockwell Automation', name: '1756-EN2T Series A (unsigned)', range: '<= 5.008' },
      { vendor: 'Rockwell Automation', name: '1756-EN2T Series D (signed)', range: '<= 11.003' },
    ]
    const asset = { product: '1756-EN2T', order_number: '1756-EN2T', version: '10.001' }
    check(rows, { ...asset, hardware_series: 'D' }, 'affected version_in_range')
    check(rows, { ...asset, hardware_series: 'A' }, 'not_affected version_above_range')
  })

  it('knows vendors by brand, former name and legal form', () => {
    const pairs = [
      ['Rockwell Automation', 'Allen-Bradley'],
      ['Schneider Electric Software, LLC', 'Telemecanique'],
      ['PHOENIX CONTACT, Innominate Security Technologies', 'Phoenix Contact GmbH & Co. KG'],
      ['3S-Smart Software Solutions GmbH', 'CODESYS'],
      ['Hitachi Energy', 'Hitachi ABB Power Grids'],
      ['GeutebrÃ¼ck', 'Geutebrück GmbH'],
      [' Hitachi Energy ', 'Hitachi Energy'],
      ['Horner Automation', 'Horner'],
    ] as const
    for (const [named, vendor] of pairs) {
      const rows = [{ vendor: named, name: 'XY4711', range: 'vers:all/*' }]
      check(rows, { vendor, product: 'XY4711' }, 'affected all_versions')
    }
    check([{ vendor: 'ABB', name: 'XY4711' }], { vendor: 'Siemens', product: 'XY4711' }, 'nothing')
    check(
      [{ vendor: 'Hitachi Energy', name: 'XY4711' }],
      { vendor: 'ABB', product: 'XY4711' },
      'nothing',
    )
  })

  it('does not take a number of digits for another maker', () => {
    const rows = [{ vendor: 'Siemens', name: 'SCALANCE X302-7 (2x 24V)', range: 'vers:all/*' }]
    const asset = { vendor: 'Phoenix Contact', product: 'AXC 1050', order_number: '2700988' }
    check(rows, asset, 'nothing')
  })

  it('reads versions by the schemes of vendors', () => {
    const schemes: readonly (readonly [string, string, string, string])[] = [
      ['WAGO', '< 02.07.07(10)', '02.05.23(08)', 'affected version_in_range'],
      ['WAGO', '< FW14', '01.06.09(13)', 'affected version_in_range'],
      ['WAGO', '< FW14', '01.06.09(14)', 'not_affected fixed_version'],
      ['WAGO', '< FW14', '01.06.09', 'cannot_decide version_not_comparable'],
      ['Rockwell', '<= 15.2(6)E0a', '15.2(6)E0', 'affected version_in_range'],
      ['Rockwell', '<= 15.2(6)E0a', '15.2(6)E2a', 'not_affected version_above_range'],
      ['Yokogawa', '>= R1.01 | <= R4.31', 'R4.30', 'affected version_in_range'],
      ['Mitsubishi', '<= 1.087R', '1.087R', 'affected version_in_range'],
      ['Mitsubishi', '<= 1.087R', '1.088S', 'not_affected version_above_range'],
      ['Schneider', '< SV1.70', '1.60', 'affected version_in_range'],
      ['Schneider', '< SV1.70 IR22', 'SV1.70 IR21', 'affected version_in_range'],
      ['Hitachi Energy', '<= R15A', 'R15B', 'not_affected version_above_range'],
      ['Siemens', '< V4.5 HF1', 'V4.5', 'affected version_in_range'],
      ['Siemens', '< V4.5 SP1 Update 2', 'V4.5 SP1 Update 2', 'not_affected fixed_version'],
      ['Siemens', '< V4.5 SP2', 'V4.5 SP1 HF9', 'affected version_in_range'],
      ['Mitsubishi', '< 1.060', '1.1', 'cannot_decide version_not_comparable'],
      ['ABB', '<= UN30 1.76', 'HN31 1.80', 'cannot_decide version_not_comparable'],
    ]
    for (const [vendor, range, version, expected] of schemes) {
      check([{ vendor, name: 'XY4711', range }], { vendor, product: 'XY4711', version }, expected)
    }
  })
})

describe('statuses', () => {
  it('differ for each vulnerability', () => {
    const document = csaf([{ name: 'RF166C', version: '1.0' }], {
      vulnerabilities: [
        { cve: 'CVE-2026-0001', product_status: { known_affected: ['P1'] } },
        { cve: 'CVE-2026-0002', product_status: { known_not_affected: ['P1'] } },
        { cve: 'CVE-2026-0003', product_status: { under_investigation: ['P1'] } },
        { cve: 'CVE-2026-0004', product_status: { known_affected: ['P1'], fixed: ['P1'] } },
        { cve: 'CVE-2026-0005', product_status: {} },
      ],
    })
    const found = findings(document, { vendor: 'Siemens', product: 'RF166C', version: '1.0' })
    assert.deepEqual(
      found.map(({ verdict: is, basis, isStated }) => [is, basis, isStated]),
      [
        ['affected', 'exact_version', true],
        ['not_affected', 'stated_not_affected', true],
        ['cannot_decide', 'under_investigation', false],
        ['cannot_decide', 'status_contradictory', false],
      ],
    )
  })

  it('tell the vendor’s word from our inference', () => {
    const [found] = findings(csaf([{ name: 'RF166C', range: '< 2.0' }]), {
      vendor: 'Siemens',
      product: 'RF166C',
      version: '2.0',
    })
    assert.deepEqual([found?.verdict, found?.isStated], ['not_affected', false])
  })
})

describe('products', () => {
  // Three branches with one path; which device it is, only the name of the product says.
  const rows = ['NJ501-1300', 'NJ501-1400', 'NX102-1000'].map((model) => ({
    vendor: 'Omron',
    name: 'NJ/NX-series Machine Automation Controllers',
    range: '<= 1.48',
    fullName: `Omron NJ/NX-series Machine Automation Controllers ${model}: Version 1.48 and prior`,
  }))

  it('are known by their own name where their paths are one', () => {
    const of = (product: string, version: string) => ({ vendor: 'Omron', product, version })
    check(rows, of('NJ501-1400', '1.40'), 'affected version_in_range')
    check(rows, of('NJ501-1400', '1.49'), 'not_affected version_above_range')
    const [found] = findings(csaf(rows), of('NX102-1000', '1.40'))
    assert.deepEqual(
      found?.claims.map(({ entry }) => entry.productId),
      ['P3'],
    )
  })
})
