// SPDX-License-Identifier: EUPL-1.2
import { readCsv } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { type NamedRow, namedRows, plainName, type Table } from '../table/index.ts'
import { type Export, type ExportName, exports } from './exports.ts'
import { momentOf } from './moments.ts'

/** What an export tells of one account; what it does not tell is absent. */
export interface AccountRow {
  readonly line: number
  readonly system: string
  readonly account: string
  readonly source: 'entra' | 'active_directory' | 'local'
  readonly name?: string
  readonly email?: string
  readonly account_type?: 'personal' | 'shared' | 'service' | 'built_in' | 'guest' | 'emergency'
  readonly is_enabled?: boolean
  readonly is_privileged?: boolean
  readonly roles?: readonly string[]
  readonly mfa?: boolean
  readonly mfa_methods?: readonly string[]
  readonly last_used_at?: string
  readonly password_changed_at?: string
  readonly expires_on?: string
  readonly seen_on?: string
}

/** In the order in which they are written; the names of fields of `access-account`. */
export const accountColumns = [
  'system',
  'account',
  'source',
  'name',
  'email',
  'account_type',
  'is_enabled',
  'is_privileged',
  'roles',
  'mfa',
  'mfa_methods',
  'last_used_at',
  'password_changed_at',
  'expires_on',
  'seen_on',
] as const satisfies readonly (keyof AccountRow)[]

export interface AccountsRead {
  /** Null when nothing known was recognised. */
  readonly format: ExportName | null
  readonly rows: readonly AccountRow[]
  readonly problems: readonly Problem[]
}

export interface Reading {
  /** What the directory or the machine is called, where the file does not say. */
  readonly system: string
  /** Day of the export: `YYYY-MM-DD`. */
  readonly exportedOn: string
}

const mostProblems = 200
const longestAccount = 254
const longestText = 200

/** Any bytes give rows and problems, each at its line. */
export function readAccounts(path: string, bytes: Uint8Array, reading: Reading): AccountsRead {
  const table = readCsv(path, bytes)
  const found = exportOf(table)
  if (found === undefined) {
    const expected = 'columns of an export of Entra ID, Active Directory, or a list of accounts'
    const problem = {
      path,
      line: table.headLine,
      column: null,
      expected,
      found: quoted(table.head.join(', ')),
    }
    const problems = table.problems.length > 0 ? table.problems : [problem]
    return { format: null, rows: [], problems: problems.slice(0, mostProblems) }
  }
  const { rows } = namedRows(table, found.columns)
  const problems: Problem[] = [...table.problems]
  const byAccount = new Map<string, AccountRow>()
  for (const row of rows) {
    const made = rowOf(row, { path, found, reading, problems })
    if (made === undefined) continue
    const key = JSON.stringify([made.system, made.account])
    const before = byAccount.get(key)
    byAccount.set(key, before === undefined ? made : merged(before, made))
  }
  return {
    format: found.name,
    rows: [...byAccount.values()],
    problems: problems.slice(0, mostProblems),
  }
}

function exportOf({ head }: Table): Export | undefined {
  const names = new Set(head.map(plainName))
  return exports.find(({ columns, needs, some }) => {
    const has = (key: string) =>
      [key, ...(columns[key] ?? [])].some((one) => names.has(plainName(one)))
    return needs.every(has) && some.some(has)
  })
}

interface Around {
  readonly path: string
  readonly found: Export
  readonly reading: Reading
  readonly problems: Problem[]
}

function rowOf(row: NamedRow, around: Around): AccountRow | undefined {
  const { found, reading, problems, path } = around
  const { line, cells } = row
  const account = (cells['account'] ?? cells['upn'] ?? '').slice(0, longestAccount).toLowerCase()
  if (account === '') {
    problems.push({
      path,
      line,
      column: null,
      expected: 'the name of an account',
      found: 'nothing',
    })
    return undefined
  }
  // Groups and applications hold roles too, and are no accounts of anybody.
  if (/^(group|groep|serviceprincipal)$/i.test(cells['member'] ?? '')) return undefined
  const source = found.name.startsWith('entra')
    ? 'entra'
    : found.name === 'local'
      ? 'local'
      : 'active_directory'
  const system = (cells['system'] ?? domainOf(cells['dn']) ?? reading.system).slice(0, longestText)
  return {
    line,
    system,
    account,
    source,
    ...text('name', cells['name']),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cells['email'] ?? '')
      ? { email: (cells['email'] ?? '').toLowerCase() }
      : {}),
    ...typeOf(cells, account),
    ...flag('is_enabled', enabledOf(cells)),
    ...privileges(found.name, cells),
    ...secondFactor(cells),
    ...moments(row, around),
    ...(found.isWhole ? { seen_on: reading.exportedOn } : {}),
  }
}

function text<Name extends string>(name: Name, given: string | undefined) {
  if (given === undefined) return {}
  return { [name]: given.slice(0, longestText) } as { readonly [N in Name]: string }
}

function flag<Name extends string>(name: Name, given: boolean | undefined) {
  if (given === undefined) return {}
  return { [name]: given } as { readonly [N in Name]: boolean }
}

/** `CN=Kim,OU=Staff,DC=hollewand,DC=local` is of `hollewand.local`. */
function domainOf(dn: string | undefined): string | undefined {
  const parts = [...(dn ?? '').matchAll(/(?:^|,)DC=([^,]+)/gi)].map(([, part = '']) => part)
  return parts.length === 0 ? undefined : parts.join('.').toLowerCase()
}

const yes = /^(true|yes|ja|y|j|1|waar|x|enabled|ingeschakeld|actief|capable|registered)$/i
const no = /^(false|no|nee|n|0|onwaar|disabled|uitgeschakeld|inactief|not capable|not registered)$/i

function truthOf(given: string | undefined): boolean | undefined {
  if (given === undefined) return undefined
  if (yes.test(given)) return true
  return no.test(given) ? false : undefined
}

/** ADS_UF_ACCOUNTDISABLE of `userAccountControl`. */
const disabledBit = 2

function enabledOf(cells: NamedRow['cells']): boolean | undefined {
  const { control } = cells
  if (control !== undefined && /^\d{1,10}$/.test(control))
    return (Number(control) & disabledBit) === 0
  return truthOf(cells['enabled'])
}

const types: readonly (readonly [RegExp, NonNullable<AccountRow['account_type']>])[] = [
  [/^(guest|gast)$/i, 'guest'],
  [/^(shared|gedeeld|gemeenschappelijk)$/i, 'shared'],
  [/^(service|dienst|system|systeem)$/i, 'service'],
  [/^(built.?in|ingebouwd)$/i, 'built_in'],
  [/^(emergency|nood|break.?glass)$/i, 'emergency'],
  [/^(personal|persoonlijk)$/i, 'personal'],
]

function typeOf(cells: NamedRow['cells'], account: string): Pick<AccountRow, 'account_type'> {
  const said = types.find(([pattern]) => pattern.test(cells['type'] ?? ''))
  if (said !== undefined) return { account_type: said[1] }
  if (account.includes('#ext#')) return { account_type: 'guest' }
  if (/msDS-(Group)?ManagedServiceAccount/i.test(cells['class'] ?? ''))
    return { account_type: 'service' }
  return /^(krbtgt|guest|gast)$/.test(account) ? { account_type: 'built_in' } : {}
}

const strongGroups =
  /^(domain admins|domeinadministrators|domeinbeheerders|enterprise admins|schema admins|administrators|account operators|backup operators|server operators|print operators|group policy creator owners|dnsadmins)$/i

function privileges(
  format: ExportName,
  cells: NamedRow['cells'],
): Pick<AccountRow, 'roles' | 'is_privileged'> {
  if (format === 'entra-roles') {
    const role = (cells['role'] ?? '').slice(0, longestText)
    // Readers see much and change nothing.
    return { roles: [role], ...(/reader$/i.test(role) ? {} : { is_privileged: true }) }
  }
  const groups = (cells['groups'] ?? '')
    .split(/[;\n]|\|(?=CN=)/i)
    .map((one) => (/^\s*CN=((?:\\,|[^,])+)/i.exec(one)?.[1] ?? one).trim().slice(0, longestText))
    .filter((one) => one !== '')
  const isProtected = cells['protected'] === '1'
  const told = truthOf(cells['admin'])
  const roles = groups.length === 0 ? {} : { roles: [...new Set(groups)] }
  if (isProtected || groups.some((one) => strongGroups.test(one))) {
    return { ...roles, is_privileged: true }
  }
  if (told !== undefined) return { ...roles, is_privileged: told }
  // A directory that lists groups has told that none of them is a strong one.
  return format === 'active-directory' && 'groups' in cells
    ? { ...roles, is_privileged: false }
    : roles
}

function secondFactor(cells: NamedRow['cells']): Pick<AccountRow, 'mfa' | 'mfa_methods'> {
  const methods = (cells['methods'] ?? '')
    .split(/[;,|]/)
    .map((one) =>
      one
        .trim()
        .replace(/^\[?"?|"?\]?$/g, '')
        .slice(0, longestText),
    )
    .filter((one) => one !== '')
  const told = truthOf(cells['mfa']) ?? truthOf(cells['capable'])
  return {
    ...(told === undefined ? {} : { mfa: told }),
    ...(methods.length === 0 ? {} : { mfa_methods: [...new Set(methods)] }),
  }
}

type Moments = Pick<AccountRow, 'last_used_at' | 'password_changed_at' | 'expires_on'>

function moments({ line, cells }: NamedRow, { path, problems }: Around): Moments {
  const read = (key: string): string | undefined => {
    const given = cells[key]
    const moment = given === undefined ? 'never' : momentOf(given)
    if (typeof moment === 'object') return moment.at
    if (moment !== 'never') {
      const expected =
        moment === 'unclear' ? 'a date that can be read one way: 2026-11-03' : 'a date'
      problems.push({ path, line, column: null, expected, found: quoted(given) })
    }
    return undefined
  }
  const used = ['last', 'other', 'success', 'date'].flatMap((key) => read(key) ?? [])
  const last = used.toSorted().at(-1)
  const password = read('password')
  const expires = read('expires')
  return {
    ...(last === undefined ? {} : { last_used_at: last }),
    ...(password === undefined ? {} : { password_changed_at: password }),
    ...(expires === undefined ? {} : { expires_on: expires.slice(0, 10) }),
  }
}

/** Several lines of one account: a role each, a sign-in each. */
function merged(one: AccountRow, other: AccountRow): AccountRow {
  const roles = [...new Set([...(one.roles ?? []), ...(other.roles ?? [])])]
  const last = [one.last_used_at, other.last_used_at].filter((at) => at !== undefined).toSorted()
  const newest = last.at(-1)
  return {
    ...one,
    ...other,
    line: one.line,
    ...(roles.length === 0 ? {} : { roles }),
    ...(one.is_privileged === true ? { is_privileged: true } : {}),
    ...(newest === undefined ? {} : { last_used_at: newest }),
  }
}
