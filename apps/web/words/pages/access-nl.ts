// SPDX-License-Identifier: EUPL-1.2

const of = (part: number, whole: number) => `${part} van ${whole}`

const accounts = (count: number) => (count === 1 ? '1 account' : `${count} accounts`)

export const accessNl = {
  title: 'Toegang',
  intro:
    'Wie kan waar aanmelden, volgens de systemen zelf, naast uw lijst van mensen. Schouw meldt zich nergens aan: u brengt een export.',
  bring: 'Export inlezen',
  bringText:
    'Entra ID: gebruikers, registratie van aanmeldmethoden, aanmeldactiviteit, rollen. Active Directory: csvde of Get-ADUser. Van een machine: een lijst als CSV. Elke export vult aan wat een andere niet weet.',
  system: 'Van welk systeem',
  systemHelp:
    'Als het bestand het niet zegt. Bijvoorbeeld Entra ID, of de naam van een bedienpaneel.',
  exportedOn: 'Gemaakt op',
  file: 'Kies een CSV',
  drop: 'of sleep het hierheen',
  read: (rows: number, format: string) => `${rows} accounts gelezen uit ${format}.`,
  toImport: 'Bekijk wat er verandert en leg vast',
  formats: {
    'entra-users': 'de gebruikers van Entra ID',
    'entra-methods': 'de aanmeldmethoden van Entra ID',
    'entra-sign-ins': 'de aanmeldingen van Entra ID',
    'entra-roles': 'de rollen van Entra ID',
    'active-directory': 'Active Directory',
    local: 'een lijst van een machine',
  } as Readonly<Record<string, string>>,
  problems: 'Niet alles was leesbaar',
  problem: (line: number | null, expected: string, found: string) =>
    `${line === null ? '' : `Regel ${line}: `}verwacht ${expected}, er stond ${found}`,
  empty:
    'Er zijn nog geen accounts. Begin met de gebruikers van uw grootste systeem; daarna de aanmeldmethoden, dan ziet u wie zonder tweede factor werkt.',
  coverage: 'Tweede factor',
  covered: of,
  coverageText: (part: number, whole: number, unknown: number) =>
    unknown === 0
      ? `Accounts van mensen met een tweede factor: ${of(part, whole)}.`
      : `Accounts van mensen met een tweede factor: ${of(part, whole)}; van ${unknown} is het niet bekend.`,
  privilegedText: (part: number, whole: number, unknown: number) =>
    unknown === 0
      ? `Accounts met beheerrechten: ${of(part, whole)}.`
      : `Accounts met beheerrechten: ${of(part, whole)}; van ${unknown} is het niet bekend.`,
  noBase: 'Er is nog geen account van mensen waarover dit te zeggen valt.',
  rightsUnknown: (count: number) => `Niet bekend welke rechten: ${accounts(count)}.`,
  neverSeen: (count: number) => `Geen aanmelding bekend: ${accounts(count)}.`,
  systems: 'Systemen',
  seenOn: 'Lijst van',
  active: 'Actief',
  noList: 'nog geen volledige lijst',
  flagged: 'Wat aandacht vraagt',
  nothingFlagged: 'Niets valt op in wat de exports laten zien.',
  flags: {
    leaver: 'van iemand die weg is',
    privileged_without_mfa: 'beheer zonder tweede factor',
    stale: 'niet meer gebruikt',
    shared: 'gedeeld',
    without_mfa: 'zonder tweede factor',
    nobody: 'niet aan een mens te koppelen',
    gone: 'staat niet meer in de lijst',
  },
  hiddenPeople: 'Uw rol ziet niet van wie de accounts zijn.',
  unknownCount: 'niet bekend',
  account: 'Account',
  where: 'Systeem',
  who: 'Van',
  lastUsed: 'Laatst gebruikt',
  why: 'Wat opvalt',
  all: 'Alles',
  shown: (part: number, whole: number) => `${of(part, whole)} getoond`,
  staleDays: 'Ongebruikt na (dagen)',
  toRegister: 'Alle accounts in het register',
  reviews: 'Beoordelingen',
  reviewsText:
    'Twee keer per jaar bekijkt wie ervoor verantwoordelijk is elk account: houden, weghalen of wijzigen. Getekend is het een toets waarop de zorgplichten i en j rusten, een half jaar lang.',
  noReviews: 'Er is nog niets beoordeeld.',
  start: 'Beoordeling beginnen',
  which: 'Welke accounts',
  whichFlagged: 'Wat aandacht vraagt',
  whichPrivileged: 'Alle met beheerrechten',
  whichAll: 'Alle actieve',
  reviewer: 'Beoordelaar',
  due: 'Klaar vóór',
  name: 'Naam',
  usualName: (day: string) => `Toegang ${day}`,
  begin: (count: number) =>
    count === 1 ? 'Voor 1 account beginnen' : `Voor ${count} accounts beginnen`,
  tooMany: (most: number, parts: number) =>
    `Een beoordeling telt ten hoogste ${most} accounts; dit worden er ${parts}.`,
  decided: of,
  state: { open: 'open', signed: 'getekend', withdrawn: 'ingetrokken' } as Readonly<
    Record<string, string>
  >,
  late: 'te laat',
  signedOn: (day: string) => `getekend op ${day}`,
  review: 'Beoordeling',
  asOf: (size: number, day: string) =>
    `De lijst van ${day}, bij regel ${size.toLocaleString('nl-NL')} van het logboek. Wat u tekent, blijft zo staan.`,
  notFrozen: 'Deze beoordeling is getekend voordat de lijst werd vastgelegd.',
  digestHolds: 'De lijst is wat er getekend is; nagerekend uit het logboek:',
  digestDiffers: 'De lijst is uit het logboek niet meer zo te maken als ze getekend is:',
  since: 'Sinds de lijst veranderd',
  sinceText: 'Dit verandert niets aan wat op tafel lag. Neem het mee in de volgende beoordeling.',
  sinceWhat: { changed: 'is gewijzigd', gone: 'is weg of staat uit', fresh: 'is er bij gekomen' },
  sinceMore: (count: number) => `en nog ${count}`,
  verdict: 'Oordeel',
  verdicts: { keep: 'houden', remove: 'weghalen', change: 'wijzigen' },
  reason: 'Reden',
  reasonNeeded: 'Zeg bij weghalen en wijzigen waarom.',
  keepRest: 'De rest houden',
  save: 'Tussentijds bewaren',
  saved: 'Bewaard.',
  sign: 'Tekenen',
  left: (count: number) => (count === 1 ? 'Nog 1 account' : `Nog ${count} accounts`),
  onlyReviewer: 'Alleen de beoordelaar tekent.',
  makeAction: 'Maak hier een actie van',
  actionMade: 'De actie staat in het register.',
  actionName: (count: number, name: string) =>
    `${count === 1 ? '1 account' : `${count} accounts`} weghalen of wijzigen (${name})`,
  figures: 'Wat de exports lieten zien',
  back: 'Toegang',
  yes: 'ja',
  no: 'nee',
  mfa: 'Tweede factor',
  admin: 'Beheer',
}

export type AccessWords = typeof accessNl
