// SPDX-License-Identifier: EUPL-1.2
import type { WorstCode } from '@schouw/core/board/worst'

const some = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const organisationsNl = {
  title: 'Al uw organisaties',
  intro: 'Van elke organisatie waar u bij hoort wat daar het meest om een blik vraagt.',
  only: 'U hoort bij één organisatie.',
  open: 'Ga erheen',
  here: 'hier bent u nu',
  as: (roles: string) => `als ${roles}`,
  hidden: 'Uw rol ziet hier niet hoe het ervoor staat.',
  calm: 'Niets wat nu om een blik vraagt.',
  cut: 'Er zijn er meer; hier staan de eerste vijftig.',
  worst: {
    report_late: (count: number) => some(count, 'melding is te laat', 'meldingen zijn te laat'),
    incident_open: (count: number) => some(count, 'incident loopt', 'incidenten lopen'),
    decision_late: (count: number) => some(count, 'besluit is te laat', 'besluiten zijn te laat'),
    training_overdue: (count: number) =>
      some(
        count,
        'bestuurder is te laat met de training',
        'bestuurders zijn te laat met de training',
      ),
    contradicted: (count: number) =>
      some(
        count,
        'zorgplicht tegengesproken door de meting',
        'zorgplichten tegengesproken door de meting',
      ),
    below_level: (count: number) =>
      some(
        count,
        'zorgplicht onder het niveau van het bestuur',
        'zorgplichten onder het niveau van het bestuur',
      ),
    actions_late: (count: number) => some(count, 'actie is te laat', 'acties zijn te laat'),
    decision_waiting: (count: number) =>
      some(count, 'besluit wacht op het bestuur', 'besluiten wachten op het bestuur'),
    no_level: () => 'Het bestuur heeft nog geen niveau gesteld',
    not_measured: (count: number) =>
      some(count, 'zorgplicht nog niet gemeten', 'zorgplichten nog niet gemeten'),
  } satisfies Readonly<Record<WorstCode, (count: number) => string>> as Readonly<
    Record<WorstCode, (count: number) => string>
  >,
}

export type OrganisationsWords = typeof organisationsNl
