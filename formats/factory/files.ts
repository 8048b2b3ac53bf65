// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import { readCsv } from '../csv/index.ts'
import type { Problem } from '../problem/index.ts'
import type { Table } from '../table/index.ts'
import { readXlsx } from '../xlsx/index.ts'
import { answers } from './answers.ts'
import { checkedYaml } from './check.ts'
import { checkedRows } from './check-rows.ts'
import { organisation } from './organisation.ts'
import { processes } from './processes.ts'
import { risks } from './risks.ts'
import {
  assetColumns,
  assetRow,
  personColumns,
  personRow,
  supplierColumns,
  supplierRow,
} from './tables.ts'
import { zones } from './zones.ts'

/** What a reader answers: undefined when nothing in the file can be used. */
export interface Checked<Value> {
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
}

export type Organisation = z.output<typeof organisation>
export type Zones = z.output<typeof zones>
export type Processes = z.output<typeof processes>
export type Risks = z.output<typeof risks>
export type Answers = z.output<typeof answers>
export type AssetRow = z.output<typeof assetRow>
export type SupplierRow = z.output<typeof supplierRow>
export type PersonRow = z.output<typeof personRow>

/** `organisation.yaml`; also an input of `schouw scope`. */
export function readOrganisation(path: string, bytes: Uint8Array): Checked<Organisation> {
  return checkedYaml(path, bytes, organisation)
}

export function readZones(path: string, bytes: Uint8Array): Checked<Zones> {
  return checkedYaml(path, bytes, zones)
}

export function readProcesses(path: string, bytes: Uint8Array): Checked<Processes> {
  return checkedYaml(path, bytes, processes)
}

export function readRisks(path: string, bytes: Uint8Array): Checked<Risks> {
  return checkedYaml(path, bytes, risks)
}

export function readAnswers(path: string, bytes: Uint8Array): Checked<Answers> {
  return checkedYaml(path, bytes, answers)
}

export async function readAssets(path: string, bytes: Uint8Array) {
  return checkedRows(await readTable(path, bytes), assetColumns, assetRow)
}

export async function readSuppliers(path: string, bytes: Uint8Array) {
  return checkedRows(await readTable(path, bytes), supplierColumns, supplierRow)
}

export async function readPeople(path: string, bytes: Uint8Array) {
  return checkedRows(await readTable(path, bytes), personColumns, personRow)
}

async function readTable(path: string, bytes: Uint8Array): Promise<Table> {
  return path.toLowerCase().endsWith('.xlsx') ? readXlsx(path, bytes) : readCsv(path, bytes)
}
