// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { advisoryOf, revisions } from '@schouw/core/vulns'
import { eachDocument } from '@schouw/formats/csaf'
import { type Problem, problemLine } from '@schouw/formats/problem'
import type { Call } from '../../command.ts'
import { UsageError } from '../../usage.ts'
import type { Source } from './inputs.ts'

export interface Collected {
  /** The newest revision of each document, in the order of their ids. */
  readonly sources: readonly Source[]
  readonly counters: {
    readonly documents: number
    readonly superseded_revisions: number
    readonly invalid_documents: number
    readonly unreadable_files: number
    readonly other_json_files: number
  }
}

const loudest = 20

export function collectAdvisories(call: Call): Collected {
  const { shell } = call
  const paths = call.arguments.values.get('advisories') ?? []
  if (paths.length === 0) {
    throw new UsageError('match needs --advisories PATH: a CSAF file, a folder or a zip')
  }
  const newest = new Map<string, Source>()
  const problems: Problem[] = []
  let documents = 0
  let others = 0
  for (const path of paths) {
    eachDocument(resolve(shell.folder, path), {
      problem: (problem) => problems.push(problem),
      document: ({ path: name, sha256, value }) => {
        const advisory = advisoryOf(value)
        if (advisory === undefined) {
          others += 1
          return
        }
        documents += 1
        const key = advisory.id === '' ? sha256 : revisions.documentKey(advisory)
        const known = newest.get(key)
        if (known === undefined || revisions.isNewer(advisory, known.advisory)) {
          newest.set(key, { advisory, path: name, sha256 })
        }
      },
    })
  }
  for (const problem of problems.slice(0, loudest)) shell.complain(`${problemLine(problem)}\n`)
  if (problems.length > loudest) shell.complain(`… and ${problems.length - loudest} more\n`)
  if (documents === 0) {
    throw new UsageError(`${paths.join(', ')}: expected advisories, found none`)
  }
  const sources = [...newest.values()].sort((a, b) =>
    a.advisory.id < b.advisory.id ? -1 : a.advisory.id > b.advisory.id ? 1 : 0,
  )
  return {
    sources,
    counters: {
      documents,
      superseded_revisions: documents - sources.length,
      invalid_documents: sources.filter(({ advisory }) => advisory.oddities.length > 0).length,
      unreadable_files: problems.length,
      other_json_files: others,
    },
  }
}
