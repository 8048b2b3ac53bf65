// SPDX-License-Identifier: EUPL-1.2
import type { Columns } from '../table/index.ts'

export type ExportName =
  | 'entra-users'
  | 'entra-methods'
  | 'entra-sign-ins'
  | 'entra-roles'
  | 'active-directory'
  | 'local'

/** One kind of export: how it is known, and what its columns are called. */
export interface Export {
  readonly name: ExportName
  /** Of these keys all must be there. */
  readonly needs: readonly string[]
  /** Of these keys at least one. */
  readonly some: readonly string[]
  readonly columns: Columns
  /** Every account of the system stands in it, so that one that is missing is gone. */
  readonly isWhole: boolean
}

const upn = ['userPrincipalName', 'User principal name', 'UPN', 'Username', 'PrincipalName', 'User']
const name = ['displayName', 'Display name', 'userDisplayName', 'Name', 'Naam', 'Full name']

/**
 * The most telling first. Names are those of the admin centre's downloads, of Microsoft Graph
 * (`userRegistrationDetails`, `signInActivity`) as PowerShell writes them, of csvde and of
 * `Get-ADUser | Export-Csv`; compared without case, blanks and signs.
 */
export const exports: readonly Export[] = [
  {
    name: 'active-directory',
    needs: ['account'],
    some: ['control', 'enabled', 'dn'],
    isWhole: true,
    columns: {
      account: ['sAMAccountName', 'SamAccountName'],
      upn: ['userPrincipalName'],
      name: ['displayName', 'Name', 'cn'],
      email: ['mail', 'EmailAddress'],
      dn: ['DN', 'DistinguishedName'],
      class: ['objectClass'],
      control: ['userAccountControl'],
      enabled: ['Enabled'],
      last: ['lastLogonTimestamp', 'LastLogonDate', 'lastLogon'],
      password: ['pwdLastSet', 'PasswordLastSet'],
      expires: ['accountExpires', 'AccountExpirationDate'],
      groups: ['memberOf'],
      protected: ['adminCount'],
    },
  },
  {
    name: 'entra-methods',
    needs: ['upn'],
    some: ['mfa', 'capable', 'methods'],
    isWhole: false,
    columns: {
      upn,
      name,
      type: ['userType'],
      admin: ['isAdmin', 'Is admin'],
      mfa: ['isMfaRegistered', 'MFA registered', 'Multifactor authentication registered'],
      capable: [
        'isMfaCapable',
        'MFA capable',
        'Multifactor authentication capable',
        'Multi-factor authentication capable',
      ],
      methods: ['methodsRegistered', 'Methods registered', 'Authentication methods registered'],
    },
  },
  {
    name: 'entra-roles',
    needs: ['upn', 'role'],
    some: ['role'],
    isWhole: false,
    columns: {
      upn: [...upn, 'Principal'],
      name,
      role: ['Role Name', 'RoleName', 'Role', 'roleDefinitionName', 'Directory role', 'Rol'],
      state: ['Assignment State', 'AssignmentState', 'AssignmentKind'],
      member: ['Member Type', 'MemberType', 'PrincipalType'],
    },
  },
  {
    name: 'entra-sign-ins',
    needs: ['upn'],
    some: ['last', 'other', 'success', 'date'],
    isWhole: false,
    columns: {
      upn,
      name,
      last: ['lastSignInDateTime', 'Last sign-in', 'Last interactive sign-in', 'LastSignin_Date'],
      other: [
        'lastNonInteractiveSignInDateTime',
        'Last non-interactive sign-in',
        'LastNonInteractiveSignInDate',
      ],
      success: ['lastSuccessfulSignInDateTime', 'Last successful sign-in'],
      date: ['Date (UTC)', 'createdDateTime'],
      enabled: ['accountEnabled', 'Account enabled'],
      type: ['userType', 'User type'],
    },
  },
  {
    name: 'entra-users',
    needs: ['upn'],
    some: ['enabled', 'type', 'id'],
    isWhole: true,
    columns: {
      upn,
      name,
      email: ['mail', 'E-mail', 'Email'],
      id: ['id', 'objectId', 'Object ID'],
      type: ['userType', 'User type'],
      enabled: ['accountEnabled', 'Account enabled'],
    },
  },
  {
    name: 'local',
    needs: ['account'],
    some: ['account'],
    isWhole: true,
    columns: {
      account: ['Gebruiker', 'Gebruikersnaam', 'User', 'Username', 'Login', 'User name', 'Naam'],
      system: ['Systeem', 'Apparaat', 'Device', 'Machine', 'Host', 'Computer'],
      name: ['Volledige naam', 'Full name', 'Weergavenaam', 'Display name'],
      email: ['E-mail', 'Mail', 'Email'],
      type: ['Soort', 'Type', 'Kind', 'Soort account'],
      enabled: ['Ingeschakeld', 'Actief', 'Enabled', 'Active'],
      admin: ['Beheerder', 'Beheerrechten', 'Admin', 'Administrator', 'Privileged'],
      groups: ['Groepen', 'Rollen', 'Groups', 'Roles', 'Rechten', 'Role', 'Rol'],
      mfa: ['Tweede factor', 'MFA', '2FA', 'Second factor'],
      last: ['Laatst gebruikt', 'Laatste aanmelding', 'Last logon', 'Last used', 'Last login'],
      password: ['Wachtwoord gewijzigd', 'Password last set', 'Password changed'],
      expires: ['Verloopt op', 'Account expires', 'Expires on'],
    },
  },
]
