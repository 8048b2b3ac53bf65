// SPDX-License-Identifier: EUPL-1.2
// Bounds that we choose, each with its reason.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A screen somebody walked away from. */
export const idleMs = hour
/** A working day; whoever comes back the next morning shows who he or she is. */
export const longestMs = 12 * hour
/** How long ago a second factor may have been shown for a sensitive act. */
export const freshMs = 10 * minute
/** Clocks of two servers differ by less; a time further ahead is no time to trust. */
export const skewMs = 5 * minute
/** The use of a session is written down no more often than this. */
export const touchMs = minute
/** Of one account; the oldest gives way. */
export const mostSessions = 30

/** Between the start of the server and the person who reads what it printed. */
export const setupMs = day
/** A set-up that got stuck may be taken up by the next one after this. */
export const setupStepMs = 2 * minute
export const invitationMs = 7 * day
/** A browser that was asked something answers within this. */
export const challengeMs = 5 * minute
/** A round by way of an identity provider, with whatever that asks. */
export const providerMs = 10 * minute

/** Guesses that cost nothing; from then on every one doubles the wait. */
export const accountGuesses = { free: 5, longestMs: 5 * minute }
/** Many people can share an address. */
export const addressGuesses = { free: 30, longestMs: 15 * minute }
/** Failures are forgotten when none was added for so long. */
export const guessMemoryMs = day

export const recoveryCodeCount = 10
export const shortestPassword = 12
/** A browser is remembered from its last sign-in; no browser keeps a cookie for longer. */
export const deviceDays = 400
/** People who share a browser and are all remembered in it. */
export const mostDeviceMarks = 4
export const mostPasskeys = 20
/** Argon2 takes 19 MiB for each. */
export const hashesAtOnce = 4
export const mostTokens = 200
