// SPDX-License-Identifier: EUPL-1.2

export const registrationNl = {
  title: 'Het registratiedossier',
  intro: (portal: string) => `Dit vraagt de autoriteit bij de registratie (${portal}).`,
  registered: (day: string) => `Geregistreerd op ${day}`,
  reference: (text: string) => `kenmerk ${text}`,
  reported: (day: string) => `laatste wijziging doorgegeven op ${day}`,
  notRegistered: 'Nog niet geregistreerd, voor zover hier bekend.',
  columns: ['Gevraagd', 'Wat u hebt', 'Bron'],
  allHeld: 'De gegevens in uw register',
  missing: (fields: string) => `Ontbreekt: ${fields}`,
  notHere: 'Dit staat in geen register. Kijk op het portaal wat er wordt gevraagd.',
  ifAny: 'als het op u van toepassing is',
  changesTitle: 'Nog door te geven',
  noChanges: 'Sinds de laatste melding is niets gewijzigd wat geregistreerd staat.',
  change: (field: string, day: string) => `${field} wijzigde op ${day}`,
  due: (day: string) => `doorgeven uiterlijk ${day}`,
  noTerm: 'de wet van dit land noemt hier geen termijn',
  late: 'te laat',
  told: 'Ik heb dit doorgegeven',
  register: 'Registratie noteren',
  day: 'Datum',
  referenceField: 'Kenmerk van de registratie',
  save: 'Noteren',
  edit: 'Gegevens aanvullen',
}

export type RegistrationWords = typeof registrationNl
