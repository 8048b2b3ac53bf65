// SPDX-License-Identifier: EUPL-1.2
import { judgeFile } from '@schouw/core/ledger/dossiers'
import type { Call } from '../command.ts'
import { digesting } from './crypto.ts'
import type { Report } from './report.ts'
import { bytesOf, fileOption, trustOf } from './trust.ts'

export function verifyFile(call: Call, name: string): Report {
  const bytes = bytesOf(call, name)
  const beside = {
    entry: fileOption(call, 'entry'),
    stamped: fileOption(call, 'stamped'),
    document: fileOption(call, 'document'),
    credential: fileOption(call, 'credential'),
  }
  const { kind, verdict } = judgeFile(bytes, trustOf(call), beside, digesting)
  return { kind, name, isProven: verdict.isProven, parts: [{ name, ...verdict }] }
}
