// SPDX-License-Identifier: EUPL-1.2
/**
 * Bytes and the texts that stand for them. Every reader here accepts exactly what its writer
 * writes, so no two texts mean the same bytes.
 */
export { base64, base64url, fromBase64, fromBase64url } from './base64.ts'
export { bigintOf, bytesOfBigint, concat, equalBytes, fromHex } from './bytes.ts'
export { ascii, utf8Bytes, utf8Text } from './utf8.ts'
