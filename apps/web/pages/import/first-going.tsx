// SPDX-License-Identifier: EUPL-1.2
import { Problem } from '@schouw/contract/client'
import { isGoing, useJobs } from '../../data/jobs.ts'
import { GoingOn } from '../jobs/going.tsx'
import { useJobsWords } from '../jobs/words.ts'
import { FileRefusal } from './file-refusal.tsx'

interface FirstGoingProps {
  readonly isPending: boolean
  readonly error: unknown
  /** What is said until the server tells how far it is. */
  readonly busy: string
}

/** A first state being read or written: what it is doing, how to stop it, and how that ended. */
export function FirstGoing({ isPending, error, busy }: FirstGoingProps) {
  const { stoppedFirst } = useJobsWords()
  if (isPending) return <UnderWay busy={busy} />
  if (error instanceof Problem && error.body.code === 'stopped') {
    return <output>{stoppedFirst}</output>
  }
  return <FileRefusal error={error} />
}

function UnderWay({ busy }: { readonly busy: string }) {
  const { names } = useJobsWords()
  const jobs = useJobs({ isExpected: true }).data?.items ?? []
  const job = jobs.find((one) => one.name === 'first-state' && isGoing(one))
  return (
    <>
      <p className="quiet" role="status">
        {busy}
      </p>
      {job !== undefined && <GoingOn job={job} named={names['first-state']} />}
    </>
  )
}
