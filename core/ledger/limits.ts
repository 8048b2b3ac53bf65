// SPDX-License-Identifier: EUPL-1.2
// Bounds we choose. What a format sets stands beside its reader.

/** Deeper than any record of ours; shallow enough for every engine's stack. */
export const jsonDepth = 64

/** A payload slot holds a record or a description of a file, never the file. */
export const jsonLengthBytes = 1 << 20

/** A header of one entry; about 400 bytes is usual, an entry bundle could carry 65,535. */
export const headerLengthBytes = 16_384

/** Slots of one entry. */
export const slotCount = 64

/** A checkpoint with a hundred witnesses fits; one post-quantum signature is nearly 5 kB. */
export const noteLengthBytes = 1 << 20

/** The format asks for at least 16. */
export const noteSignatures = 128

/** The policy format asks for at least 32 of each. */
export const policyLines = 1024

/** A token with its certificates is 2 to 8 kB. */
export const tokenLengthBytes = 1 << 18

/** Certificates looked at for one chain, and how long it may be. */
export const chainCertificates = 32
export const chainLength = 8

/** A revocation list of a public authority. */
export const revocationListBytes = 1 << 24

/** An authenticator sends some 200 bytes; attestation chains reach a few thousand. */
export const cborLengthBytes = 1 << 16
export const cborDepth = 8

/** How far a time-stamp may lie ahead of the clock that is handed in. */
export const clockToleranceMs = 60_000

/** Findings an audit keeps; it goes on counting beyond. */
export const auditFindings = 1000
