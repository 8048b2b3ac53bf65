// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Judgement } from '@schouw/core/ledger/verdicts'
import { StorageFault, sqlState } from '../storage/fault.ts'
import { strangers } from '../storage/inspection/strangers.ts'
import { Session } from '../storage/session.ts'
import type { OpenedData } from './open.ts'
import { type DataTrust, judgeTenant, type Part, type TenantToJudge } from './tenant.ts'
import { unreadable } from './unreadable.ts'

export interface DataVerdict {
  readonly isProven: boolean
  /** One for each log, and one for what belongs to none. */
  readonly parts: readonly Part[]
}

/** Every log of an installation, and what should not be there besides. */
export async function judgeData(
  data: OpenedData,
  trust: DataTrust,
  progress: (entries: number) => void = () => {},
): Promise<DataVerdict> {
  const session = new Session(data.engine)
  const tenants = await session.run('system', () => tenantIds(session), { isReadOnly: true })
  const parts: Part[] = []
  let before = 0
  for (const id of tenants) {
    let read = 0
    const tenant = {
      id,
      data,
      trust,
      progress: (entries: number) => {
        read = entries
        progress(before + entries)
      },
    }
    const part = await judgeTenant(tenant).catch((error) => judgeDamaged(tenant, error))
    before += read
    parts.push(part)
  }
  const rest = await judgeRest(data, tenants).catch((error) => unreadableRest(data, error))
  if (rest.count > 0) parts.push(rest)
  const isProven = parts.length > 0 && parts.every((part) => part.isProven)
  return { isProven, parts }
}

/** PostgreSQL, appendix A: data_corrupted and index_corrupted. */
const corrupted = /^XX00[12]$/

/**
 * A page whose checksum is wrong is a finding by itself. The embedded engine is then told to read it
 * all the same, so that what was changed in it can be named as well.
 */
async function judgeDamaged(tenant: TenantToJudge, error: unknown): Promise<Part> {
  const { engine } = tenant.data
  const part = unreadableRest(tenant.data, error, `schouw/${tenant.id}`)
  if (engine.name !== 'embedded' || !corrupted.test(sqlState(error) ?? '')) return part
  try {
    await engine.pool.query('set ignore_checksum_failure = on')
    const read = await judgeTenant(tenant)
    return {
      ...read,
      isProven: false,
      layers: [...part.layers, ...read.layers.filter(({ layer }) => layer !== 'entries')],
      findings: [...part.findings, ...read.findings],
      count: part.count + read.count,
    }
  } catch {
    return part
  }
}

/** A page that the engine cannot read is a finding; an engine that is away is not, nor our bug. */
function unreadableRest({ engine }: OpenedData, error: unknown, name = 'database'): Part {
  const isAway = error instanceof StorageFault && error.code === 'storage-unavailable'
  const isOfDatabase =
    error instanceof StorageFault || sqlState(error) !== undefined || error instanceof RangeError
  if (!isOfDatabase || (isAway && engine.name === 'postgres')) throw error
  return unreadable(name, error)
}

async function tenantIds(session: Session): Promise<readonly string[]> {
  const { rows } = await session.transaction.query<{ id: string }>({
    text: 'select id from tenants order by created_at, id',
  })
  return rows.map(({ id }) => id)
}

/** Rows and heads of organisations that are not there. */
async function judgeRest(data: OpenedData, tenants: readonly string[]): Promise<Part> {
  const judgement = new Judgement()
  for (const { table, tenant } of (await strangers(data.engine)) ?? []) {
    judgement.refuse('entries', 'tenant-unknown', { table, tenant })
  }
  for (const file of headFiles(join(data.source.folder, 'heads'))) {
    const tenant = file.replace(/\.heads$/, '')
    if (!tenants.includes(tenant))
      judgement.refuse('heads', 'log-missing', { origin: `schouw/${tenant}` })
  }
  if (tenants.length === 0) judgement.notClaimed('entries')
  return { name: 'database', ...judgement.verdict() }
}

function headFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.heads'))
  } catch {
    return []
  }
}
