// SPDX-License-Identifier: EUPL-1.2
import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '../data/session.ts'
import { answerStepUpBy } from '../data/step-up.ts'
import { ShowSecondFactor } from '../pages/door/show-second-factor.tsx'
import { useWords } from '../words/language.tsx'

/** The question for a second factor in the middle of an act. */
export function StepUp({ session }: { readonly session: Session }) {
  const { secondFactor, close } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const settle = useRef<(isShown: boolean) => void>(() => {})
  useEffect(
    () =>
      answerStepUpBy(
        () =>
          new Promise((resolve) => {
            settle.current = resolve
            setIsOpen(true)
          }),
      ),
    [],
  )
  const end = (isShown: boolean) => {
    setIsOpen(false)
    settle.current(isShown)
  }
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
