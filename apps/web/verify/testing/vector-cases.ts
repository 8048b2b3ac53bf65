// SPDX-License-Identifier: EUPL-1.2
// Every shared vector that is a file somebody could be handed, with what they would know of it.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { base64, fromHex, utf8Bytes } from '@schouw/core/ledger/bytes'
import { canonicalJson } from '@schouw/core/ledger/json'
import { noteKey, verifierKey } from '@schouw/core/ledger/notes'
import { approvalSchema } from '@schouw/core/ledger/verdicts'
import {
  bytesOfBase64,
  bytesOfHex,
  bytesOfText,
  vectorBytes,
  vectorJson,
  vectorText,
} from '@schouw/fixtures/vectors'

/** Options of the command that a file can be given with. */
export type Option =
  | 'key'
  | 'policy'
  | 'entry'
  | 'stamped'
  | 'anchor'
  | 'certificate'
  | 'crl'
  | 'document'
  | 'credential'

export interface Case {
  readonly name: string
  readonly bytes: Uint8Array
  readonly known: readonly (readonly [option: Option, bytes: Uint8Array])[]
  /** What has to come out; absent where only agreement is asked. */
  readonly isProven?: boolean
}

const keyFile = (text: string) => ['key', bytesOfText(`${text}\n`)] as const

export function vectorCases(): readonly Case[] {
  return [
    ...notes(),
    ...checkpoints(),
    ...proofs(),
    ...tokens(),
    ...bundles(),
    ...approvals(),
    ...texts(),
  ]
}

function notes(): readonly Case[] {
  return vectorJson('note/open.json').map((one: any) => ({
    name: `note ${one.name}`,
    bytes: bytesOfBase64(one.noteBase64),
    known: one.vkeys.map(keyFile),
  }))
}

function checkpoints(): readonly Case[] {
  const { vkey, cases } = vectorJson('checkpoint/fork.json')
  const forks = cases.flatMap(({ name, old, new: next }: any) =>
    [old, next].map((note: string, at: number) => ({
      name: `fork ${name} ${at}`,
      bytes: bytesOfText(note),
      known: [keyFile(vkey)],
      isProven: true,
    })),
  )
  const texts = vectorJson('checkpoint/parse.json').map(({ name, text }: any) => ({
    name: `checkpoint text ${name}`,
    bytes: bytesOfText(`${text}\n\u2014 Log AAAAAAAA\n`),
    known: [keyFile(vkey)],
    isProven: false,
  }))
  const signed = vectorJson('checkpoint/signed.json').map((one: any) => ({
    name: `checkpoint ${one.name}`,
    bytes: bytesOfText(one.note),
    known: [keyFile(one.vkey)],
    isProven: one.ok,
  }))
  const tessera = Array.from({ length: 11 }, (_, size) => ({
    name: `tessera ${size}`,
    bytes: vectorBytes(`tiles/tessera-log/checkpoint.${size}`),
    known: [['key', vectorBytes('tiles/tessera-log/vkey.txt')] as const],
    isProven: true,
  }))
  const { logVkey, requestsInOrder } = vectorJson('witness/add-checkpoint.json')
  const asked = requestsInOrder.map(({ body }: any, at: number) => ({
    name: `witness request ${at}`,
    bytes: bytesOfText(body.slice(body.indexOf('\n\n') + 2)),
    known: [keyFile(logVkey)],
  }))
  return [...forks, ...texts, ...signed, ...tessera, ...asked]
}

function proofs(): readonly Case[] {
  return vectorJson('proof/tlog-proof.json').map((one: any) => {
    const names = one.witnessVkeys.map((_: string, at: number) => `w${at}`)
    const policy = [
      ...one.logVkeys.map((key: string) => `log ${key}`),
      ...one.witnessVkeys.map((key: string, at: number) => `witness ${names[at]} ${key}`),
      `group all ${one.quorum} ${names.join(' ')}`,
      'quorum all',
    ]
    return {
      name: `tlog-proof ${one.name}`,
      bytes: bytesOfText(one.proof),
      known: [
        ['policy', bytesOfText(`${policy.join('\n')}\n`)],
        ['entry', bytesOfBase64(one.entryBase64)],
      ],
      isProven: one.ok,
    }
  })
}

function tokens(): readonly Case[] {
  const folder = 'rfc3161/openssl'
  const own = vectorJson(`${folder}/cases.json`)
  const anchor = ['anchor', vectorBytes(`${folder}/ca.pem`)] as const
  const signer = ['certificate', vectorBytes(`${folder}/ec.pem`)] as const
  const data = ['stamped', vectorBytes(`${folder}/data.txt`)] as const
  const made = Object.entries<any>(own).map(([file, { expect }]) => ({
    name: `token ${file}`,
    bytes: vectorBytes(`${folder}/${file}`),
    known: [anchor, signer, data],
    isProven: expect === 'ok',
  }))
  const others = globSync('rfc3161/rfc3161-client/*/*.tsr', { cwd: vectorFolder }).map((path) => ({
    name: `token ${path}`,
    bytes: vectorBytes(path),
    known: [
      ...pemBlocks(vectorText(join(path, '../ts_chain.pem'))).map(
        (pem, at, all) => [at === all.length - 1 ? 'anchor' : 'certificate', pem] as const,
      ),
      ['stamped', bytesOfText('hello')] as const,
    ],
    isProven: !path.includes('invalid'),
  }))
  const bare = [
    { name: 'token alone', bytes: vectorBytes(`${folder}/ok-chain.tsr`), known: [] },
    {
      name: 'token of other data',
      bytes: vectorBytes(`${folder}/ok-chain.tsr`),
      known: [anchor, ['stamped', vectorBytes(`${folder}/other.txt`)] as const],
    },
    {
      name: 'token of another root',
      bytes: vectorBytes(`${folder}/ok-chain.tsr`),
      known: [['anchor', vectorBytes(`${folder}/ca_other.pem`)] as const, data],
    },
  ].map((one) => ({ ...one, isProven: false }))
  return [...made, ...others, ...bare]
}

const vectorFolder = join(import.meta.dirname, '../../../../../shared/vectors')

function pemBlocks(text: string): readonly Uint8Array[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/g) ?? []
  return blocks.map(bytesOfText)
}

/** Sigstore's: the checkpoint of its log, and the token over its signature. */
function bundles(): readonly Case[] {
  return globSync('sigstore/*/bundle.sigstore.json', { cwd: vectorFolder }).flatMap((path) => {
    const { verificationMaterial: material, messageSignature } = vectorJson(path)
    const trusted = vectorJson(join(path, '../trusted_root.json'))
    const [entry] = material.tlogEntries
    const [token] = material.timestampVerificationData.rfc3161Timestamps
    const { baseUrl, publicKey } = trusted.tlogs.at(-1)
    const point = bytesOfBase64(publicKey.rawBytes).slice(-32)
    const key = noteKey(new URL(baseUrl).host, 'ed25519', point)
    const chains = trusted.timestampAuthorities.flatMap(({ certChain }: any) =>
      certChain.certificates.map(({ rawBytes }: any, at: number, all: readonly unknown[]) => [
        at === all.length - 1 ? 'anchor' : 'certificate',
        bytesOfBase64(rawBytes),
      ]),
    )
    return [
      {
        name: `${path} checkpoint`,
        bytes: bytesOfText(entry.inclusionProof.checkpoint.envelope),
        known: key.ok ? [keyFile(verifierKey(key.value))] : [],
      },
      {
        name: `${path} token`,
        bytes: bytesOfBase64(token.signedTimestamp),
        known: [...chains, ['stamped', bytesOfBase64(messageSignature.signature)] as const],
        // The others of them fail by their checkpoint.
        ...(path.includes('timestamp') ? { isProven: !path.includes('_fail') } : {}),
      },
    ]
  })
}

function approvals(): readonly Case[] {
  const { rule, cases } = vectorJson('webauthn/approvals.json')
  return cases.flatMap((one: any) => {
    const statement = bytesOfBase64(one.statementBase64)
    const signer = JSON.parse(new TextDecoder().decode(statement)).signer
    const key = bytesOfHex(one.credential.coseKeyHex)
    const file = canonicalJson({
      schema: approvalSchema,
      statement: base64(statement),
      document: base64(bytesOfBase64(one.documentBase64)),
      assertion: {
        authenticator_data: base64(fromHex(one.assertion.authenticatorDataHex) ?? new Uint8Array()),
        client_data_json: one.assertion.clientDataJSONBase64,
        signature: base64(fromHex(one.assertion.signatureHex) ?? new Uint8Array()),
      },
      credential: { signer, cose_key: base64(key), rp_id: rule.rpId, origin: rule.origin },
    })
    if (!file.ok) throw new Error(file.refusal)
    const bytes = file.value
    return [
      { name: `approval ${one.name}`, bytes, known: [], isProven: one.ok },
      { name: `approval ${one.name}, key known`, bytes, known: [['credential', key]] },
      {
        name: `approval ${one.name}, another document`,
        bytes,
        known: [['document', bytesOfText('another\n')]],
        isProven: false,
      },
    ]
  })
}

/** Some of them are no text, and stand there as bytes. */
export function hazardTexts(): readonly { readonly name: string; readonly json: string }[] {
  return vectorJson('jcs/hazards.json').texts.filter(({ json }: any) => typeof json === 'string')
}

/** What looks like one of ours and is none, or is not read alike by everybody. */
function texts(): readonly Case[] {
  const hazards = hazardTexts().map(({ name, json }) => ({
    name: `json ${name}`,
    bytes: bytesOfText(json.replace('{', '{"schema":"schouw/proof/1",')),
    known: [],
    isProven: false,
  }))
  const keys = vectorJson('note/vkeys.json')
  const [fork] = vectorJson('checkpoint/fork.json').cases
  const odd = [...keys.valid, ...keys.invalid].map((text: string, at) => ({
    name: `a key instead of a file, ${at}`,
    bytes: utf8Bytes(`${text}\n`) ?? new Uint8Array(),
    known: [],
    isProven: false,
  }))
  const crlf = bytesOfText(fork.old.replaceAll('\n', '\r\n'))
  const deep = bytesOfText(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
  const others = [
    { name: 'lines that end as elsewhere', bytes: crlf },
    { name: 'json too deep', bytes: deep },
    { name: 'nothing', bytes: new Uint8Array() },
  ]
  return [...hazards, ...odd, ...others.map((one) => ({ ...one, known: [], isProven: false }))]
}
