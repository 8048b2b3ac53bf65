// SPDX-License-Identifier: EUPL-1.2
/**
 * Detached OpenPGP signatures (RFC 4880, RFC 9580), as publishers of advisories put them beside their
 * documents, held against keys that somebody accepted. Nothing is ever signed or unlocked here.
 */
export { type PublishedKey, readKeys } from './keys.ts'
export { Keyring, type SignatureRead } from './signature.ts'
