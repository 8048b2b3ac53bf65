// SPDX-License-Identifier: EUPL-1.2

/** Hoe iemand zich aanmeldt, op de eigen accountpagina. */
export const waysNl = {
  noPasskeys:
    'U hebt nog geen passkey. Daarmee meldt u zich aan met vingerafdruk, gezicht of sleutel.',
  password: 'Wachtwoord',
  former: 'Uw huidige wachtwoord',
  next: 'Uw nieuwe wachtwoord',
  change: 'Wachtwoord wijzigen',
  changed: 'Uw wachtwoord is gewijzigd. Uw andere sessies zijn beëindigd.',
  weak: 'Dit wachtwoord is te makkelijk te raden. Een zin van vier woorden is goed.',
  wrong: 'Uw huidige wachtwoord klopt niet.',
  codes: 'Herstelcodes',
  left: (count: number) =>
    count === 1 ? 'U hebt nog één ongebruikte code.' : `U hebt nog ${count} ongebruikte codes.`,
  endAccess: 'Toegang beëindigen',
  endAccessSure: (email: string) => `Ja, ${email} kan er niet meer in`,
  makeCodes: 'Nieuwe codes maken',
  madeCodes:
    'Dit zijn uw nieuwe codes; de oude werken niet meer. Bewaar ze op papier. U ziet ze maar één keer.',
}
