// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { splitDescription } from './device-description.ts'

const split = (text: string) =>
  Object.fromEntries(splitDescription(text).map(({ name, value }) => [name, value]))

describe('splitDescription', () => {
  it('takes a Siemens line apart', () => {
    assert.deepEqual(
      split(
        'Siemens, SIMATIC S7, CPU-1200, 6ES7 214-1AG40-0XB0, HW: 3, FW: V.4.2.3, S C-H9V12345017',
      ),
      {
        vendor: 'Siemens',
        model: 'CPU-1200',
        order_number: '6ES7 214-1AG40-0XB0',
        hardware: '3',
        firmware: 'V.4.2.3',
        serial: 'S C-H9V12345017',
      },
    )
    assert.deepEqual(split('Siemens, SIMOCODE pro V PN, 3UF7 011-1AU00-0, FW: Version V02.01.03'), {
      vendor: 'Siemens',
      model: 'SIMOCODE pro V PN',
      order_number: '3UF7 011-1AU00-0',
      firmware: 'V02.01.03',
    })
  })

  it('takes the family of a Siemens switch', () => {
    assert.deepEqual(split('Siemens AG SIMATIC S7 MULTIPORT SCALANCE X 200 FAM'), {
      vendor: 'Siemens',
      model: 'SCALANCE X 200',
    })
  })

  it('takes the version of a Cisco system', () => {
    assert.deepEqual(
      split(
        'Cisco IOS Software, C3560 Software (C3560-IPSERVICESK9-M), Version 12.2(55)SE1, RELEASE',
      ),
      {
        vendor: 'Cisco',
        operating_system: 'Cisco IOS Software',
        firmware: '12.2(55)SE1',
      },
    )
  })

  it('keeps operating systems', () => {
    assert.deepEqual(split('Debian GNU/Linux 12 Linux 6.1.0-18-amd64 #1 SMP'), {
      operating_system: 'Debian GNU/Linux 12 Linux 6.1.0-18-amd64',
    })
    assert.deepEqual(
      split(
        'Hardware: Intel64 Family 6 AT/AT COMPATIBLE - Software: Windows Version 6.3 (Build 9600)',
      ),
      { operating_system: 'Windows Version 6.3 (Build 9600)' },
    )
  })

  it('invents nothing', () => {
    assert.deepEqual(split('the switch in hall 3, by the door'), {})
    assert.deepEqual(split(''), {})
  })
})
