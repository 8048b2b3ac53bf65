// SPDX-License-Identifier: EUPL-1.2

/** SHA-1 serves one purpose: the certificate hash of an old signing-certificate attribute. */
export type DigestName = 'sha1' | 'sha256' | 'sha384' | 'sha512'

export type CurveName =
  | 'p256'
  | 'p384'
  | 'p521'
  | 'brainpoolP256r1'
  | 'brainpoolP384r1'
  | 'brainpoolP512r1'

export type PublicKey =
  /** 32 bytes, RFC 8032. */
  | { readonly kind: 'ed25519'; readonly point: Uint8Array }
  /** x and y one after the other, each as wide as the field. */
  | { readonly kind: 'ec'; readonly curve: CurveName; readonly xy: Uint8Array }
  | { readonly kind: 'rsa'; readonly modulus: Uint8Array; readonly exponent: Uint8Array }

export type Scheme =
  | { readonly name: 'ed25519' }
  /** The signature is r and s one after the other, each as wide as the curve's order. */
  | { readonly name: 'ecdsa'; readonly digest: DigestName }
  | { readonly name: 'rsa-pkcs1'; readonly digest: DigestName }
  /** MGF1 with the same digest. */
  | { readonly name: 'rsa-pss'; readonly digest: DigestName; readonly saltBytes: number }

export interface SignatureCheck {
  readonly key: PublicKey
  readonly scheme: Scheme
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/**
 * What the ledger asks of cryptography. `pure` is one in this code; a server may hand in its
 * platform's. An Ed25519 check need not look at odd points: `holds` does that for every port.
 */
export interface Crypto {
  digest(name: DigestName, bytes: Uint8Array): Uint8Array
  /** False for anything that does not verify, whatever the bytes; never throws. */
  verify(check: SignatureCheck): boolean
}

export type Sha256 = (bytes: Uint8Array) => Uint8Array
