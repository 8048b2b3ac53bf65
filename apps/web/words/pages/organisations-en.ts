// SPDX-License-Identifier: EUPL-1.2
import type { OrganisationsWords } from './organisations-nl.ts'

const some = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const organisationsEn: OrganisationsWords = {
  title: 'All your organisations',
  intro: 'Of every organisation you belong to, what most asks for a look there.',
  only: 'You belong to one organisation.',
  open: 'Go there',
  here: 'you are here now',
  as: (roles) => `as ${roles}`,
  hidden: 'Your role does not see how things stand here.',
  calm: 'Nothing that asks for a look now.',
  cut: 'There are more; these are the first fifty.',
  worst: {
    report_late: (count) => some(count, 'report is late', 'reports are late'),
    incident_open: (count) => some(count, 'incident is open', 'incidents are open'),
    decision_late: (count) => some(count, 'decision is late', 'decisions are late'),
    training_overdue: (count) =>
      some(count, 'director is late with training', 'directors are late with training'),
    contradicted: (count) =>
      some(count, 'duty contradicted by measurement', 'duties contradicted by measurement'),
    below_level: (count) =>
      some(count, 'duty below the level of the board', 'duties below the level of the board'),
    actions_late: (count) => some(count, 'action is late', 'actions are late'),
    decision_waiting: (count) =>
      some(count, 'decision waits for the board', 'decisions wait for the board'),
    no_level: () => 'The board has set no level yet',
    not_measured: (count) => some(count, 'duty not measured yet', 'duties not measured yet'),
  },
}
