// SPDX-License-Identifier: EUPL-1.2
export { bytes, dice, hex, zeros } from '../../fixtures/frames/index.ts'
export * as messages from '../../fixtures/frames/messages/index.ts'
