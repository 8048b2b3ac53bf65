// SPDX-License-Identifier: EUPL-1.2

/** Words of the page on which the door and the connections are kept. */
export const administrationNl = {
  title: 'Beheer',
  intro: 'Wie en wat van buiten bij Schouw komt, en of het werk op de achtergrond loopt.',
  name: 'Naam',
  add: 'Toevoegen',
  end: 'Beëindigen',
  none: 'Nog geen.',
  once: 'Dit ziet u één keer. Bewaar het waar het hoort; Schouw kent alleen de afdruk ervan.',
  until: (on: string) => `tot ${on}`,
  noEnd: 'zonder einddatum',
  days: 'Dagen geldig',
  health: {
    title: 'Loopt het?',
    jobs: (waiting: number, active: number) =>
      waiting + active === 0
        ? 'Er wacht geen werk.'
        : `${active} ${active === 1 ? 'taak loopt' : 'taken lopen'}, ${waiting} ${waiting === 1 ? 'wacht' : 'wachten'}.`,
    givenUp: (count: number) =>
      count === 1 ? 'Eén taak is opgegeven.' : `${count} taken zijn opgegeven.`,
    work: 'Waar mensen op wachten',
    noJobs: 'Over het werk op de achtergrond is niets bekend.',
    mail: {
      off: 'Mail staat uit: uitnodigingen en herinneringen geeft u zelf door.',
      unknown: 'Mail staat aan; sinds de start is nog niets verstuurd.',
      ok: 'Mail wordt verstuurd.',
      away: 'De mailserver antwoordt niet; wat wacht, wordt later verstuurd.',
    },
    mailWaits: (count: number) => `${count} ${count === 1 ? 'brief wacht' : 'brieven wachten'}.`,
  },
  grants: {
    title: 'Rollen voor een tijd',
    text: 'Wie van buiten meekijkt, krijgt een rol met een einddatum. Een benoeming staat in het register.',
    person: 'Wie',
    role: 'Rol',
    untilField: 'Tot en met',
    give: 'Rol geven',
  },
  tokens: {
    title: 'Sleutels voor programma’s',
    text: 'Een programma komt binnen met een sleutel die afloopt. Geef elke sleutel niet meer rechten dan nodig is.',
    role: 'Met de rechten van',
    mayWrite: 'Mag ook schrijven',
    make: 'Sleutel maken',
    kinds: { personal: 'van een persoon', machine: 'van een programma', link: 'link' },
    reads: 'leest',
    writes: 'leest en schrijft',
    may: 'Mag',
    last: 'Laatst gebruikt',
    unused: 'nog niet',
  },
  webhooks: {
    title: 'Berichten naar buiten',
    text: 'Bij elke verandering gaat een ondertekend bericht naar het adres dat u opgeeft.',
    url: 'Adres (https)',
    purpose: 'Waarvoor',
    states: { active: 'aan', disabled: 'uit' },
    why: {
      person: 'door iemand uitgezet',
      failing: 'dagen zonder antwoord',
      gone: 'de ontvanger zegt dat hij weg is',
    },
    success: (on: string) => `laatst aangekomen ${on}`,
    never: 'nog niets aangekomen',
    test: 'Proefbericht',
    tested: 'Het proefbericht is onderweg.',
    on: 'Aanzetten',
    off: 'Uitzetten',
  },
  followers: {
    title: 'Meelezers van het logboek',
    text: 'Wie het logboek van buiten bewaakt, ziet alleen afdrukken, nooit de inhoud. Zo kan niemand het ongemerkt herschrijven.',
    prefix: 'Adres om te volgen',
    keys: 'Sleutels om mee te controleren',
  },
  provider: {
    title: 'Aanmelden met uw eigen systeem',
    text: 'Laat medewerkers aanmelden met Entra ID, Keycloak of een andere aanbieder van OpenID Connect.',
    issuer: 'Adres van de aanbieder (issuer)',
    client: 'Client-id',
    secret: 'Geheim van de client',
    secretKept: 'Laat leeg om het te houden.',
    enabled: 'Aan',
    redirect: 'Vul bij de aanbieder in als redirect-URI:',
    signIn: 'Medewerkers beginnen op:',
    kept: 'Bewaard.',
  },
}

export type AdministrationWords = typeof administrationNl
