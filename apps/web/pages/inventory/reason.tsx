// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useInventoryWords } from './words.ts'

/** The fewest characters that say anything; the server asks as much. */
const least = 3

interface ReasonProps {
  readonly label: string
  /** What it is about, for whoever does not see the row. */
  readonly about: string
  readonly isBusy: boolean
  readonly isReady?: boolean
  readonly example?: string
  readonly onGiven: (reason: string) => void
}

/** An act that leaves a trace only with the reason for it. */
export function WithReason({
  label,
  about,
  isBusy,
  isReady = true,
  example,
  onGiven,
}: ReasonProps) {
  const words = useInventoryWords()
  const [reason, setReason] = useState('')
  return (
    <form
      className="with-reason"
      onSubmit={(event) => {
        event.preventDefault()
        onGiven(reason.trim())
      }}
    >
      <TextInput
        size="xs"
        label={words.reason}
        placeholder={example}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        loading={isBusy}
        disabled={!isReady || reason.trim().length < least}
        aria-label={`${label}: ${about}`}
      >
        {label}
      </Button>
    </form>
  )
}
