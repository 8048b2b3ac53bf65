// SPDX-License-Identifier: EUPL-1.2
import type { ProblemBody } from '@schouw/contract'
import type { Refusal } from '@schouw/core/registers'
import type { StorageFaultCode } from '../storage/fault.ts'

/** What only a request can be refused for. */
type RequestCode =
  | 'not-signed-in'
  | 'not-found'
  | 'json-refused'
  | 'query-refused'
  | 'header-refused'
  | 'body-refused'
  | 'body-too-large'
  | 'media-type-unknown'
  | 'version-missing'
  | 'idempotency-key-reused'
  | 'moment-ahead'
  | 'too-many-requests'
  | 'request-refused'
  | 'proof-not-ready'
  | 'too-many-webhooks'
  | 'too-many-followers'
  | IdentityCode
  | 'file-empty'
  | 'file-too-large'
  | 'file-quarantined'
  | 'file-not-quarantined'
  | 'file-absent'
  | 'digest-differs'
  | 'upload-stalled'
  | 'import-state'
  | 'import-moved'
  | 'stopped'
  | 'registers-in-use'
  | 'number-taken'
  | 'fault'

/** What stands between somebody and the registers. */
type IdentityCode =
  | 'sign-in-refused'
  | 'second-factor-refused'
  | 'second-factor-needed'
  | 'step-up-needed'
  | 'organisation-needed'
  | 'scope-missing'
  | 'cross-site'
  | 'link-refused'
  | 'setup-closed'
  | 'password-weak'
  | 'account-exists'
  | 'account-needed'
  | 'challenge-refused'
  | 'last-factor'
  | 'last-admitter'
  | 'role-refused'
  | 'person-taken'
  | 'too-many'
  | 'provider-refused'

export type ProblemCode = Refusal['code'] | RequestCode | StorageFaultCode

type Status = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503

/** The only place where a refusal meets a status; a missing one does not compile. */
export const problems = {
  'field-refused': [422, 'A value is not what the field asks'],
  'unknown-field': [422, 'There is no such field'],
  'not-permitted': [403, 'Not permitted'],
  'stale-version': [412, 'The record has changed since'],
  'needs-second-person': [409, 'A second person is needed'],
  'own-change': [403, 'Somebody else must approve'],
  'already-answered': [409, 'Already answered'],
  'illegal-transition': [409, 'Not a state to go to from here'],
  'reason-missing': [422, 'A reason is needed'],
  frozen: [409, 'No longer changes in this state'],
  retired: [409, 'The record is retired'],
  'not-retired': [409, 'The record is not retired'],
  'reference-missing': [422, 'A record that is referred to is not there'],
  'circular-reference': [422, 'The record would lead back to itself'],
  'still-referenced': [409, 'Other records lean on this one'],
  'under-hold': [409, 'A legal hold keeps this record'],
  'id-taken': [409, 'The id is taken'],
  'natural-key-taken': [409, 'Another record has this key'],
  'value-taken': [409, 'Another record has this value'],
  'restart-not-accepted': [409, 'Nobody has said that a line may run again'],
  'out-of-order': [422, 'The other records of the body say otherwise'],
  'not-signed-in': [401, 'Not signed in'],
  'not-found': [404, 'Not found'],
  'json-refused': [400, 'The JSON cannot be read'],
  'query-refused': [400, 'The query cannot be read'],
  'header-refused': [400, 'A header cannot be read'],
  'body-refused': [422, 'The body is not what is asked'],
  'body-too-large': [413, 'The body is too large'],
  'media-type-unknown': [415, 'The body must be JSON'],
  'version-missing': [428, 'If-Match must name the version that was changed'],
  'idempotency-key-reused': [422, 'The key was used for another request'],
  'moment-ahead': [400, 'The log has not come so far'],
  'too-many-requests': [429, 'Too many requests'],
  'too-many-followers': [409, 'There are enough links to follow the log'],
  'too-many-webhooks': [409, 'There are as many webhooks as there may be'],
  'request-refused': [400, 'The request cannot be read'],
  'proof-not-ready': [503, 'The checkpoint for this entry is under way'],
  'file-empty': [422, 'The file is empty'],
  'file-too-large': [413, 'The file is too large for what it is'],
  'file-quarantined': [409, 'The file is kept apart until somebody has looked at it'],
  'file-not-quarantined': [409, 'The file is not in quarantine'],
  'file-absent': [404, 'The file is named, and its bytes are not here'],
  'digest-differs': [422, 'The bytes are not those of the digest'],
  'upload-stalled': [400, 'Nothing more came'],
  'import-state': [409, 'The import is not at that point'],
  'import-moved': [409, 'The registers have moved on since the dry run'],
  stopped: [409, 'Somebody stopped it before it was done'],
  'sign-in-refused': [401, 'This does not sign in'],
  'second-factor-refused': [403, 'The second factor is not right'],
  'second-factor-needed': [403, 'A second factor is needed'],
  'step-up-needed': [403, 'A second factor must be shown again'],
  'organisation-needed': [403, 'There is no organisation to be in'],
  'scope-missing': [403, 'The token was not made for this'],
  'cross-site': [403, 'The request came from another site'],
  'link-refused': [404, 'The link is not known, was used, or is over'],
  'setup-closed': [409, 'The installation has been set up'],
  'password-weak': [422, 'The password is too easy to guess'],
  'account-exists': [409, 'There is an account; sign in to it first'],
  'account-needed': [403, 'It is meant for another account'],
  'challenge-refused': [422, 'What was asked was not answered, or too late'],
  'last-factor': [409, 'The last second factor stays'],
  'last-admitter': [409, 'Nobody could let others in any more'],
  'role-refused': [422, 'The role cannot be given like this'],
  'person-taken': [409, 'Another account is this person'],
  'too-many': [409, 'There are too many of these'],
  'provider-refused': [503, 'The identity provider did not vouch'],
  'number-taken': [409, 'The number was used for something else'],
  'registers-in-use': [409, 'The registers are in use already'],
  fault: [500, 'Something went wrong on our side'],
  'storage-unavailable': [503, 'The database is away'],
  'storage-full': [503, 'The disk is full'],
  'storage-locked': [503, 'The database is in use'],
  'storage-version': [503, 'The database is of another version'],
  'storage-setup': [500, 'Something went wrong on our side'],
  'storage-nested': [500, 'Something went wrong on our side'],
  'storage-outside': [500, 'Something went wrong on our side'],
  'ledger-refused': [503, 'The log is refused until it is restored'],
} as const satisfies Readonly<Record<ProblemCode, readonly [Status, string]>>

export type ProblemDetail = NonNullable<ProblemBody['errors']>[number]

export interface ProblemParts {
  readonly errors?: readonly ProblemDetail[]
  readonly versions?: ProblemBody['versions']
  /** After which it makes sense to ask again. */
  readonly waitSeconds?: number
}

/** A way to say no from places that can only throw: readers of bodies, guards before a route. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly parts: ProblemParts

  constructor(code: ProblemCode, parts: ProblemParts = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.parts = parts
  }
}

export const problemType = 'application/problem+json; charset=utf-8'

/** What went wrong on our side is told by the id of the request alone. */
export function problemBody(code: ProblemCode, instance: string, parts: ProblemParts): ProblemBody {
  const [status, title] = problems[code]
  const { errors, versions } = parts
  return {
    type: `/problems/${status === 500 ? 'fault' : code}`,
    title,
    status,
    code: status === 500 ? 'fault' : code,
    instance,
    ...(errors === undefined || status === 500 ? {} : { errors: [...errors] }),
    ...(versions === undefined ? {} : { versions }),
  }
}
