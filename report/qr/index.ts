// SPDX-License-Identifier: EUPL-1.2
/**
 * QR codes (ISO/IEC 18004): text in byte mode, versions 1 to 20, levels L, M and Q. For what a phone
 * takes over from a screen or from paper: the key of a code app, the address on a poster, the head
 * of the log under minutes.
 */
export { type QrCode, type QrLevel, qrCode } from './code.ts'
export { type QrPicture, qrPicture } from './picture.ts'
