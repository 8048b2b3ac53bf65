// SPDX-License-Identifier: EUPL-1.2
import type { plan } from '@schouw/core/board'

type What = plan.CalendarWhat

/** What a day in the calendar is called; names come from the registers. */
export const calendarWords = {
  nl: {
    name: (organisation: string) => `Schouw: ${organisation}`,
    clock: (title: string, incident: string, isExercise: boolean) =>
      `${isExercise ? 'OEFENING: ' : ''}${title}, voor het einde van dit blok: ${incident}`,
    summary: {
      action: (name: string) => `Actie klaar: ${name}`,
      audit: (name: string) => `Audit: ${name}`,
      decision: (name: string) => `Besluit nodig: ${name}`,
      exception_ends: (name: string) => `Uitzondering loopt af: ${name}`,
      exercise: (name: string) => `Oefening: ${name}`,
      meeting: (name: string) => name,
      restore_test: (name: string) => `Hersteltest: ${name}`,
      review: (name: string) => `Opnieuw bekijken: ${name}`,
      training: (name: string) => `Training: ${name}`,
      training_deadline: () => 'Uw bestuurstraining moet klaar zijn',
    },
  },
  en: {
    name: (organisation: string) => `Schouw: ${organisation}`,
    clock: (title: string, incident: string, isExercise: boolean) =>
      `${isExercise ? 'EXERCISE: ' : ''}${title}, due by the end: ${incident}`,
    summary: {
      action: (name: string) => `Action due: ${name}`,
      audit: (name: string) => `Audit: ${name}`,
      decision: (name: string) => `Decision needed: ${name}`,
      exception_ends: (name: string) => `Exception ends: ${name}`,
      exercise: (name: string) => `Exercise: ${name}`,
      meeting: (name: string) => name,
      restore_test: (name: string) => `Restore test: ${name}`,
      review: (name: string) => `Review again: ${name}`,
      training: (name: string) => `Training: ${name}`,
      training_deadline: () => 'Your training as a director must be done',
    },
  },
} as const satisfies Readonly<
  Record<
    'nl' | 'en',
    {
      readonly name: (organisation: string) => string
      readonly clock: (title: string, incident: string, isExercise: boolean) => string
      readonly summary: Readonly<Record<What, (name: string) => string>>
    }
  >
>
