// SPDX-License-Identifier: EUPL-1.2
import { Modal } from '@mantine/core'
import type { Session } from '../data/session.ts'
import { ShowSecondFactor } from '../pages/door/show-second-factor.tsx'
import { useWords } from '../words/language.tsx'

interface QuestionProps {
  readonly session: Session
  readonly isOpen: boolean
  readonly end: (isShown: boolean) => void
}

export function StepUpQuestion({ session, isOpen, end }: QuestionProps) {
  const { secondFactor, close } = useWords()
  return (
    <Modal
      opened={isOpen}
      onClose={() => end(false)}
      title={secondFactor.againTitle}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p>{secondFactor.againText}</p>
      <ShowSecondFactor session={session} onShown={() => end(true)} />
    </Modal>
  )
}
