// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes } from '../bytes/index.ts'
import type { Crypto, DigestName } from '../cryptography/index.ts'
import { holds } from '../cryptography/index.ts'
import { digestNames, digestOf, fixedSignature, readAlgorithm, schemeOf } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { Der, holding, tags } from './der.ts'
import type { SignerInfo, Token } from './token.ts'

export type SignerRefusal =
  | 'signer-not-found'
  | 'attribute-missing'
  | 'content-differs'
  | 'algorithm-not-accepted'
  | 'signing-certificate-missing'
  | 'signing-certificate-differs'
  | 'signature-wrong'

const contentTypeAttribute = '1.2.840.113549.1.9.3'
const digestAttribute = '1.2.840.113549.1.9.4'
const signingCertificate = '1.2.840.113549.1.9.16.2.12'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const stampContent = '1.2.840.113549.1.9.16.1.4'

/**
 * The certificate whose key signed the token. Those inside the token are signed by nobody, so the
 * signer is looked up by what the signer's own field names, and has to be the one that the signed
 * signing-certificate attribute names.
 */
export function signerOf(
  token: Token,
  certificates: readonly Certificate[],
  crypto: Crypto,
): Outcome<Certificate, SignerRefusal> {
  const { signer } = token
  const named = namedCertificate(signer, crypto)
  if (!named.ok) return named
  const candidates = certificates.filter((certificate) => isNamed(certificate, signer))
  if (candidates.length === 0) return refuse('signer-not-found')
  const certificate = candidates.find((one) => named.value(one))
  if (certificate === undefined) return refuse('signing-certificate-differs')
  const covered = coversContent(token, crypto)
  if (!covered.ok) return covered
  const scheme = schemeOf(signer.signatureAlgorithm, covered.value)
  // A second digest beside the signer's own would leave open which of them was meant.
  const isOne = scheme?.name === 'ed25519' || scheme?.digest === covered.value
  if (scheme === undefined || !isOne || certificate.key === undefined) {
    return refuse('algorithm-not-accepted', { oid: signer.signatureAlgorithm.oid })
  }
  const signature = fixedSignature(certificate.key, signer.signature)
  const isHeld =
    signature !== undefined &&
    holds(crypto, {
      key: certificate.key,
      scheme,
      message: signer.signedAttributes,
      signature,
    })
  return isHeld ? ok(certificate) : refuse('signature-wrong', { signer: certificate.commonName })
}

function isNamed(certificate: Certificate, { issuer, serial, keyId }: SignerInfo): boolean {
  if (issuer !== undefined && serial !== undefined) {
    return equalBytes(certificate.issuer, issuer) && equalBytes(certificate.serial, serial)
  }
  return (
    keyId !== undefined && certificate.keyId !== undefined && equalBytes(certificate.keyId, keyId)
  )
}

/** RFC 5652, section 5.4: the signed attributes say which content, by kind and digest. */
function coversContent(token: Token, crypto: Crypto): Outcome<DigestName, SignerRefusal> {
  const { attributes, digestAlgorithm } = token.signer
  const type = single(attributes.get(contentTypeAttribute))
  const said = single(attributes.get(digestAttribute))
  if (type === undefined || said === undefined) return refuse('attribute-missing')
  const name = digestOf(digestAlgorithm)
  if (name === undefined || name === 'sha1') {
    return refuse('algorithm-not-accepted', { oid: digestAlgorithm.oid })
  }
  const typeDer = Der.of(type)
  const digestDer = Der.of(said)
  const isStamp = typeDer.oid() === stampContent
  const digest = digestDer.take(tags.octets)
  typeDer.end()
  digestDer.end()
  const isRead = typeDer.oddity === undefined && digestDer.oddity === undefined
  const isSame = equalBytes(digest, crypto.digest(name, token.content))
  return isRead && isStamp && isSame ? ok(name) : refuse('content-differs')
}

/** RFC 5035, section 3 and RFC 2634, section 5.4: what the attribute says of a certificate. */
function namedCertificate(
  { attributes }: SignerInfo,
  crypto: Crypto,
): Outcome<(certificate: Certificate) => boolean, SignerRefusal> {
  const second = attributes.get(signingCertificateV2)
  const first = attributes.get(signingCertificate)
  if (second === undefined && first === undefined) return refuse('signing-certificate-missing')
  const tests: ((certificate: Certificate) => boolean)[] = []
  for (const [values, isFirst] of [
    [first, true],
    [second, false],
  ] as const) {
    if (values === undefined) continue
    const value = single(values)
    const test = value === undefined ? undefined : certificateTest(value, isFirst, crypto)
    if (test === undefined) return refuse('signing-certificate-differs')
    tests.push(test)
  }
  return ok((certificate) => tests.every((test) => test(certificate)))
}

/** Of the list only the first names the signer's certificate; others would limit the chain. */
function certificateTest(
  value: Uint8Array,
  isFirst: boolean,
  crypto: Crypto,
): ((certificate: Certificate) => boolean) | undefined {
  const der = Der.of(value)
  const id = der.enter(tags.sequence).enter(tags.sequence).enter(tags.sequence)
  const algorithm =
    isFirst || !id.has(tags.sequence) ? undefined : digestNames[readAlgorithm(id).oid]
  const name: DigestName = algorithm ?? (isFirst ? 'sha1' : 'sha256')
  const digest = id.take(tags.octets)
  const issuerSerial = id.has(tags.sequence) ? readIssuerSerial(id.enter(tags.sequence)) : undefined
  id.end()
  if (der.oddity !== undefined || (!isFirst && name === 'sha1')) return undefined
  return (certificate) =>
    equalBytes(crypto.digest(name, certificate.der), digest) &&
    (issuerSerial === undefined ||
      (equalBytes(certificate.serial, issuerSerial.serial) &&
        equalBytes(certificate.issuer, issuerSerial.issuer)))
}

function readIssuerSerial(der: Der): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const names = der.enter(tags.sequence)
  const issuer = names.enter(holding(4)).whole(tags.sequence)
  const serial = der.integer()
  der.end()
  return { issuer, serial }
}

function single(values: readonly Uint8Array[] | undefined): Uint8Array | undefined {
  return values?.length === 1 ? values[0] : undefined
}
