// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromBase64 } from '@schouw/core/ledger/bytes'
import { type NoteKey, parsePolicy, parseVerifierKey, type Quorum } from '@schouw/core/ledger/notes'
import { certificatesOfPem, revocationListIn } from '@schouw/core/ledger/timestamps'
import type { Trust } from '@schouw/core/ledger/verdicts'
import type { Call } from '../command.ts'
import { UsageError } from '../usage.ts'

/** As much as fits in memory at once; a zip could be four times that. */
const longestFile = 1 << 30

export function bytesOf({ shell }: Call, file: string): Uint8Array {
  try {
    const bytes = readFileSync(resolve(shell.folder, file))
    if (bytes.length > longestFile) throw new UsageError(`${file}: more than ${longestFile} bytes`)
    return bytes
  } catch (fault) {
    if (fault instanceof UsageError) throw fault
    const { code } = fault as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : String(code)
    throw new UsageError(`${file}: expected a readable file, found ${why}`)
  }
}

export function option({ arguments: given }: Call, name: string): string | undefined {
  return given.values.get(name)?.[0]
}

export function fileOption(call: Call, name: string): Uint8Array | undefined {
  const file = option(call, name)
  return file === undefined ? undefined : bytesOf(call, file)
}

export function filesOption(call: Call, name: string): readonly Uint8Array[] {
  return (call.arguments.values.get(name) ?? []).map((file) => bytesOf(call, file))
}

/** What the person believes, from options and files; one clear line for what cannot be read. */
export function trustOf(call: Call): Trust {
  const keys = (call.arguments.values.get('key') ?? []).flatMap((text) => keysOf(call, text))
  const policy = policyOf(call)
  const origin = option(call, 'origin')
  const witnesses = [
    ...keys.filter(({ type }) => type === 'cosignature'),
    ...(policy?.witnesses ?? []),
  ]
  return {
    keys: [...keys.filter(({ type }) => type === 'ed25519'), ...(policy?.logs ?? [])],
    witnesses,
    ...(policy === undefined ? {} : { quorum: policy.quorum }),
    ...(origin === undefined ? {} : { origin }),
    anchors: certificates(call, 'anchor'),
    others: certificates(call, 'certificate'),
    revocationLists: filesOption(call, 'crl').map(
      (one) => revocationListIn(one, fromBase64) ?? one,
    ),
    nowMs: Date.now(),
  }
}

/** A key as text, or a file with one on each line; `#` begins a remark. */
function keysOf(call: Call, text: string): readonly NoteKey[] {
  const isKey =
    /^[^+\n]+\+[0-9a-f]{8}\+/.test(text) && !existsSync(resolve(call.shell.folder, text))
  const lines = isKey ? [text] : Buffer.from(bytesOf(call, text)).toString('utf8').split('\n')
  const keys: NoteKey[] = []
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const key = parseVerifierKey(trimmed)
    if (!key.ok) {
      throw new UsageError(`--key ${text}: line ${at + 1} is no verifier key (${key.refusal})`)
    }
    keys.push(key.value)
  }
  if (keys.length === 0) throw new UsageError(`--key ${text}: there is no key in it`)
  return keys
}

function policyOf(call: Call):
  | {
      readonly logs: readonly NoteKey[]
      readonly witnesses: readonly NoteKey[]
      readonly quorum: Quorum
    }
  | undefined {
  const file = option(call, 'policy')
  if (file === undefined) return undefined
  const policy = parsePolicy(bytesOf(call, file))
  if (policy.ok) return policy.value
  const line = policy.facts['line'] === undefined ? '' : `, line ${policy.facts['line']}`
  throw new UsageError(`--policy ${file}: ${policy.refusal}${line}`)
}

function certificates(call: Call, name: string): readonly Uint8Array[] {
  return (call.arguments.values.get(name) ?? []).flatMap((file) => {
    const bytes = bytesOf(call, file)
    if (bytes[0] === 0x30) return [bytes]
    const found = certificatesOfPem(Buffer.from(bytes).toString('latin1'), fromBase64)
    if (found === undefined || found.length === 0) {
      throw new UsageError(`--${name} ${file}: there is no certificate in it`)
    }
    return found
  })
}
