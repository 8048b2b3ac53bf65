// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'

/** RFC 9457. `code` is for programs, and `errors` names every place that was refused. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** Id of the request, as in the log of the server. */
  instance: z.string(),
  errors: z.array(z.looseObject({ code: z.string(), path: z.string().optional() })).optional(),
  /** With `stale-version`: the record as it was given and as it stands. */
  versions: z
    .object({
      given: z.object({ version: z.int(), record: z.unknown() }),
      current: z.object({ version: z.int(), record: z.unknown() }),
    })
    .optional(),
})

export type ProblemBody = z.infer<typeof problem>
