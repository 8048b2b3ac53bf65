// SPDX-License-Identifier: EUPL-1.2

/** Het opheffen van het eigen account. */
export const closingNl = {
  title: 'Account opheffen',
  text: 'U meldt zich hierna niet meer aan. Uw sessies, passkeys, herstelcodes en tokens eindigen meteen, bij elke organisatie waar u werkt.',
  stays:
    'Wat u vastlegde en besloot, blijft met uw naam in het logboek staan: dat is het bewijs van uw organisatie. Vraag haar om uw naam te wissen als zij die niet meer nodig heeft.',
  begin: 'Account opheffen',
  password: 'Uw wachtwoord',
  confirm: (email: string) => `Hef ${email} op`,
  lastAdmitter: (organisations: string) =>
    `Zonder u kan bij ${organisations} niemand meer worden uitgenodigd. Laat eerst een andere CISO benoemen en aanmelden.`,
}
