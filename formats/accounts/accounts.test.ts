// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readAccounts } from './index.ts'
import { momentOf } from './moments.ts'

const reading = { system: 'Entra ID', exportedOn: '2026-11-20' }
const read = (text: string) => readAccounts('a.csv', Buffer.from(text), reading)

describe('exports of accounts', () => {
  it('reads the download of users of Entra ID', () => {
    const { format, rows, problems } = read(
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,accountEnabled\n' +
        'Kim@Hollewand.example,Kim Bos,Bos,kim@hollewand.example,Kim,1,Member,True\n' +
        'piet_x.example#EXT#@hollewand.example,Piet,,,,2,Guest,False\n',
    )
    assert.equal(format, 'entra-users')
    assert.deepEqual(problems, [])
    assert.deepEqual(rows, [
      {
        line: 2,
        system: 'Entra ID',
        account: 'kim@hollewand.example',
        source: 'entra',
        name: 'Kim Bos',
        email: 'kim@hollewand.example',
        is_enabled: true,
        seen_on: '2026-11-20',
      },
      {
        line: 3,
        system: 'Entra ID',
        account: 'piet_x.example#ext#@hollewand.example',
        source: 'entra',
        name: 'Piet',
        account_type: 'guest',
        is_enabled: false,
        seen_on: '2026-11-20',
      },
    ])
  })

  it('reads registered methods, and keeps from them only what they tell', () => {
    const { format, rows } = read(
      'userPrincipalName,userDisplayName,isAdmin,isMfaRegistered,isMfaCapable,methodsRegistered\n' +
        'kim@h.example,Kim,True,True,True,"microsoftAuthenticatorPush,passKeyDeviceBound"\n' +
        'jo@h.example,Jo,False,False,False,\n',
    )
    assert.equal(format, 'entra-methods')
    assert.deepEqual(
      rows.map(({ mfa, mfa_methods, is_privileged, seen_on }) => [
        mfa,
        mfa_methods,
        is_privileged,
        seen_on,
      ]),
      [
        [true, ['microsoftAuthenticatorPush', 'passKeyDeviceBound'], true, undefined],
        [false, undefined, false, undefined],
      ],
    )
  })

  it('takes the newest sign-in of an account, whichever kind it was', () => {
    const { format, rows } = read(
      'UserPrincipalName,LastSignInDateTime,LastNonInteractiveSignInDateTime\n' +
        'kim@h.example,2026-01-03T10:00:00Z,2026-11-02T08:00:00Z\njo@h.example,,\n',
    )
    assert.equal(format, 'entra-sign-ins')
    assert.deepEqual(
      rows.map((row) => row.last_used_at),
      ['2026-11-02T08:00:00.000Z', undefined],
    )
  })

  it('gathers the roles of an account, and takes a reader for no administrator', () => {
    const { format, rows } = read(
      'Assignment State,User Group Name,Role Name,PrincipalName,Member Type\n' +
        'Active,Kim,Global Administrator,kim@h.example,Direct\n' +
        'Eligible,Kim,Security Administrator,kim@h.example,Direct\n' +
        'Active,Jo,Global Reader,jo@h.example,Direct\n' +
        'Active,Admins,User Administrator,admins,Group\n',
    )
    assert.equal(format, 'entra-roles')
    assert.deepEqual(
      rows.map(({ account, roles, is_privileged }) => [account, roles, is_privileged]),
      [
        ['kim@h.example', ['Global Administrator', 'Security Administrator'], true],
        ['jo@h.example', ['Global Reader'], undefined],
      ],
    )
  })

  it('reads what csvde writes, bits and times of Windows included', () => {
    const { format, rows } = read(
      'DN,objectClass,sAMAccountName,userAccountControl,lastLogonTimestamp,memberOf\n' +
        '"CN=Kim,OU=Staff,DC=hollewand,DC=local",user,Kim,66048,134062560000000000,' +
        '"CN=Domain Admins,CN=Users,DC=hollewand,DC=local;CN=VPN,DC=hollewand,DC=local"\n' +
        '"CN=Oud,DC=hollewand,DC=local",user,oud,514,0,\n',
    )
    assert.equal(format, 'active-directory')
    assert.deepEqual(
      rows.map(({ system, is_enabled, is_privileged, roles, last_used_at }) => {
        return [system, is_enabled, is_privileged, roles, last_used_at]
      }),
      [
        ['hollewand.local', true, true, ['Domain Admins', 'VPN'], '2025-10-30T00:00:00.000Z'],
        ['hollewand.local', false, undefined, undefined, undefined],
      ],
    )
  })

  it('reads what PowerShell writes, in the spelling of where it was made', () => {
    const { rows } = read(
      '"SamAccountName","Enabled","LastLogonDate","DistinguishedName"\n' +
        '"kim","True","3-11-2026 08:12:44","CN=Kim,DC=h,DC=local"\n' +
        '"jo","False","11/3/2026 8:12:44 PM","CN=Jo,DC=h,DC=local"\n',
    )
    assert.deepEqual(
      rows.map(({ last_used_at }) => last_used_at),
      ['2026-11-03T08:12:44.000Z', '2026-11-03T20:12:44.000Z'],
    )
  })

  it('names a date that can be read two ways, and leaves it unknown', () => {
    const { rows, problems } = read(
      'Gebruiker;Apparaat;Laatst gebruikt\noperator;L2-HMI01;3/11/2026\n',
    )
    assert.equal(rows[0]?.last_used_at, undefined)
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2],
    )
  })

  it('reads a list of a machine, shared accounts and all', () => {
    const { format, rows } = read(
      'Apparaat;Gebruikersnaam;Soort;Beheerder;Tweede factor\nL2-HMI01;operator;gedeeld;nee;nee\n',
    )
    assert.equal(format, 'local')
    assert.deepEqual(rows[0], {
      line: 2,
      system: 'L2-HMI01',
      account: 'operator',
      source: 'local',
      account_type: 'shared',
      is_privileged: false,
      mfa: false,
      seen_on: '2026-11-20',
    })
  })

  it('recognises nothing in another table, and says what it asks', () => {
    const { format, problems } = read('Fruit,Prijs\nappel,3\n')
    assert.equal(format, null)
    assert.equal(problems.length, 1)
  })

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isHeaded) => {
        const head = isHeaded ? Buffer.from('sAMAccountName,Enabled,LastLogonDate,memberOf\n') : ''
        readAccounts('a', Buffer.concat([Buffer.from(head), bytes]), reading)
      }),
    )
  })

  it('takes any text for a moment, and gives instants only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const moment = momentOf(text)
        if (typeof moment === 'object') assert.ok(!Number.isNaN(Date.parse(moment.at)))
      }),
    )
  })
})
