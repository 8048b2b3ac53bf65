// SPDX-License-Identifier: EUPL-1.2
/**
 * Captures: what is said of a recording to whoever made it, on the command line and in the browser:
 * why a file cannot be read, and what would make the next one show more.
 */
export { captureAdvice } from './advice.ts'
export { mirrorWords } from './mirror.ts'
export { captureTroubles } from './troubles.ts'
