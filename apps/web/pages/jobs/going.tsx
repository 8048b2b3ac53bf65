// SPDX-License-Identifier: EUPL-1.2
import { Button, Progress } from '@mantine/core'
import { type Job, useStopJob } from '../../data/jobs.ts'
import { Refusal } from '../../parts/state.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useJobsWords } from './words.ts'

/** How far it is, and a way to stop it. `named` is what is stopped, for who hears the button alone. */
export function GoingOn({ job, named }: { readonly job: Job; readonly named: string }) {
  const words = useJobsWords()
  const stop = useStopJob()
  const { id, progress, state } = job
  return (
    <>
      <p aria-live="polite">{state === 'waiting' ? words.states.waiting : <HowFar job={job} />}</p>
      {progress !== null && progress.total !== null && progress.total > 0 && (
        <Progress
          value={Math.min(100, (100 * progress.done) / progress.total)}
          aria-label={words.progress}
          maw="24rem"
        />
      )}
      {job.can_cancel && (
        <p>
          {job.is_cancel_asked ? (
            words.stopping
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              loading={stop.isPending}
              aria-label={`${words.stop}: ${named}`}
              onClick={() => stop.mutate(id)}
            >
              {words.stop}
            </Button>
          )}{' '}
          <span className="quiet">{words.leaves[job.leaves]}</span>
        </p>
      )}
      <Refusal error={stop.error} />
    </>
  )
}

export function HowFar({ job: { name, progress } }: { readonly job: Job }) {
  const words = useJobsWords()
  const { language } = useLanguage()
  if (progress === null) return name === 'first-state' ? words.measuring : words.uncounted
  const { done, total, of } = progress
  return words.counted(number(done, language), total === null ? null : number(total, language), of)
}
