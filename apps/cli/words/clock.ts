// SPDX-License-Identifier: EUPL-1.2
import type { ClockRemark, ReportNotDue, ReportStatus } from '@schouw/core/clock'
import type { Language } from '../language.ts'

interface ClockWords {
  readonly heading: (id: string, at: string, zone: string) => string
  readonly columns: readonly [string, string, string, string]
  readonly status: Readonly<Record<ReportStatus, string>>
  readonly left: (length: string) => string
  readonly late: (length: string) => string
  readonly strict: (at: string) => string
  readonly notDue: Readonly<Record<ReportNotDue['why'], (titles: string, from: string) => string>>
  readonly remark: Readonly<Record<ClockRemark['code'], (fields: string) => string>>
  readonly length: (days: number, hours: number, minutes: number) => string
  readonly recipient: Readonly<Record<string, string>>
}

export const clockWords: Readonly<Record<Language, ClockWords>> = {
  en: {
    heading: (id, at, zone) => `${id}: aware ${at} (${zone})`,
    columns: ['Until', 'State', 'Report', 'To'],
    status: {
      waiting: 'waits for what comes before',
      no_term: 'asked, no moment set',
      without_delay: 'at once',
      due: 'open',
      overdue: 'TOO LATE',
      sent: 'sent in time',
      sent_late: 'SENT LATE',
    },
    left: (length) => `${length} left`,
    late: (length) => `by ${length}`,
    strict: (at) => `strictly ${at}`,
    notDue: {
      not_in_force: (titles, from) => `Not due, as the rule applies from ${from}: ${titles}`,
      out_of_scope: (titles) =>
        `Not due, as it was concluded that the law is not for this organisation: ${titles}`,
      not_significant: (titles) => `Not due, as it was decided to be not significant: ${titles}`,
    },
    remark: {
      before_awareness: (fields) => `Look at ${fields}: before the moment of awareness`,
      handled_but_ongoing: (fields) =>
        `Look at ${fields}: handled and yet going on; what was handled counts`,
      undecided: (fields) => `Still to decide: ${fields}`,
    },
    length: (days, hours, minutes) =>
      days > 0
        ? `${days} d ${hours} h`
        : hours > 0
          ? `${hours} h ${minutes} min`
          : `${minutes} min`,
    recipient: {
      csirt: 'CSIRT',
      competent_authority: 'authority',
      recipients_of_services: 'recipients of the service',
      data_protection_authority: 'data protection authority',
      data_subjects: 'people concerned',
      controller: 'controller',
      csirt_coordinator: 'coordinating CSIRT',
      enisa_single_reporting_platform: 'ENISA platform',
      product_users: 'users of the product',
      medical_device_authority: 'medical device authority',
      nl_arbeidsinspectie: 'labour authority',
      environment_authority: 'environment authority',
      bsi_bbk_joint_reporting_office: 'BSI and BBK',
      ccb: 'CCB',
      customer: 'customer',
      insurer: 'insurer',
    },
  },
  nl: {
    heading: (id, at, zone) => `${id}: bekend ${at} (${zone})`,
    columns: ['Uiterlijk', 'Stand', 'Melding', 'Aan'],
    status: {
      waiting: 'wacht op wat ervoor komt',
      no_term: 'gevraagd, geen moment genoemd',
      without_delay: 'onverwijld',
      due: 'open',
      overdue: 'TE LAAT',
      sent: 'op tijd verstuurd',
      sent_late: 'TE LAAT VERSTUURD',
    },
    left: (length) => `nog ${length}`,
    late: (length) => `${length}`,
    strict: (at) => `strikt ${at}`,
    notDue: {
      not_in_force: (titles, from) => `Hoeft niet, want de regel geldt vanaf ${from}: ${titles}`,
      out_of_scope: (titles) =>
        `Hoeft niet, want vastgesteld is dat de wet niet geldt voor deze organisatie: ${titles}`,
      not_significant: (titles) => `Hoeft niet, want beoordeeld als niet significant: ${titles}`,
    },
    remark: {
      before_awareness: (fields) => `Kijk naar ${fields}: vóór het moment van bekend worden`,
      handled_but_ongoing: (fields) =>
        `Kijk naar ${fields}: afgehandeld en toch gaande; de afhandeling telt`,
      undecided: (fields) => `Nog te beslissen: ${fields}`,
    },
    length: (days, hours, minutes) =>
      days > 0
        ? `${days} d ${hours} u`
        : hours > 0
          ? `${hours} u ${minutes} min`
          : `${minutes} min`,
    recipient: {
      csirt: 'CSIRT',
      competent_authority: 'toezichthouder',
      recipients_of_services: 'ontvangers van de dienst',
      data_protection_authority: 'Autoriteit Persoonsgegevens',
      data_subjects: 'betrokkenen',
      controller: 'verwerkingsverantwoordelijke',
      csirt_coordinator: 'coördinerend CSIRT',
      enisa_single_reporting_platform: 'platform van ENISA',
      product_users: 'gebruikers van het product',
      medical_device_authority: 'instantie medische hulpmiddelen',
      nl_arbeidsinspectie: 'Arbeidsinspectie',
      environment_authority: 'bevoegd gezag omgeving',
      bsi_bbk_joint_reporting_office: 'BSI en BBK',
      ccb: 'CCB',
      customer: 'klant',
      insurer: 'verzekeraar',
    },
  },
}
