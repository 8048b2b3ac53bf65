// SPDX-License-Identifier: EUPL-1.2
import type { ScenarioWords } from './model.ts'

const shift = 'Ploegleider'
const board = 'Bestuur'
const it = 'Hoofd IT'
const ot = 'OT-engineer'
const ciso = 'CISO'
const press = 'Woordvoerder'
const owner = 'Proceseigenaar'

export const scenariosNl: ScenarioWords = {
  sorts: {
    ransomware_reaches_jewel: {
      name: ({ jewel }) => `Gijzelsoftware bereikt ${jewel}`,
      story: ({ start, way, line, hours }) =>
        `Zondag, 02.40 uur. Een computer in ${start} is besmet. ${way === '' ? `Langs welke weg ${line} te bereiken is, heeft niemand getekend.` : `De weg naar ${line} is: ${way}.`} De lijn mag ${hours} uur stilstaan. Hoe ver laat u het komen, en wie beslist dat?`,
    },
    supplier_session_abused: {
      name: ({ supplier, jewel }) => `Toegang van ${supplier} misbruikt bij ${jewel}`,
      story: ({ supplier, thing, line }) =>
        `Iemand werkt in ${line} via ${thing}, onder de naam van ${supplier}. Er is geen afspraak, en de storingsdienst neemt pas maandag op.`,
    },
    controller_tampered: {
      name: ({ thing, line }) => `Besturing ${thing} van ${line} veranderd`,
      story: ({ thing, line }) =>
        `De machine in ${line} doet iets anders dan het scherm laat zien. Het programma in ${thing} is niet dat van vorige week. Niemand weet wie het veranderde, en of de beveiliging nog werkt.`,
    },
    shared_system_lost: {
      name: ({ thing, line }) => `${thing} valt weg, ${line} wacht`,
      story: ({ thing, line, hours }) =>
        `${thing} doet het niet meer, en niemand weet waarom. In ${line} is niets kapot, maar zonder ${thing} is er geen werk. De lijn mag ${hours} uur stilstaan.`,
    },
  },
  injects: {
    first_sign: ({ line }) => [
      shift,
      `De ploegleider van ${line} belt: een scherm toont een vreemde melding en twee stations reageren niet. Wat moet hij doen?`,
      'Eerst mensen en machine veilig. Iemand schrijft op wie het wanneer wist: daar begint de klok.',
    ],
    spreads: ({ way, start }) => [
      it,
      `Ook buiten ${start} vallen systemen uit. Een firewallregel laat verkeer door op de weg ${way === '' ? 'naar de fabriek' : way}.`,
      'Afsluiten per zone volgens de lijst met stromen; weten wie dat mag zonder te bellen.',
    ],
    ransom_note: ({ line }) => [
      board,
      `Er staat een losgeldbrief op een server van ${line}: 48 uur. De afzender noemt uw omzet en toont drie bestanden van klanten.`,
      'Het bestuur beslist over losgeld, niet de techniek. Politie, verzekeraar en forensisch bureau worden gebeld; de privacyklok komt erbij.',
    ],
    supplier_denies: ({ supplier }) => [
      ot,
      `De storingsdienst van ${supplier} zegt: wij zijn dit niet, en ons account is al maanden niet gebruikt.`,
      'Toegang dicht bij u, niet bij hen. Opname en logboek veiliggesteld voordat iemand iets herstart.',
    ],
    program_differs: ({ thing }) => [
      ot,
      `Het programma uit ${thing} is uitgelezen. Het verschilt op elf plaatsen van de kopie van juni; de kopie van september is onleesbaar.`,
      'Bewijs bewaren vóór terugzetten. Besluit wie zegt welk programma het goede is.',
    ],
    safety_doubt: ({ line }) => [
      owner,
      `Een monteur in ${line} zegt dat een deur openging terwijl de machine nog draaide. Het is niet zeker.`,
      'Stilzetten bij twijfel, en dat niet laten afhangen van de schade. De veiligheidsbesturing apart nagaan.',
    ],
    by_hand: ({ line }) => [
      owner,
      `De ploeg van ${line} vraagt of ze met de hand door mag: op papier, met de bonnen van gisteren.`,
      'Er is een afgesproken manier van werken zonder systeem, of iemand stelt vast dat die er niet is.',
    ],
    press_calls: ({ line }) => [
      press,
      `Een journalist belt: "Ik hoor dat ${line} stilligt door hackers. Klopt dat, en zijn er gegevens weg?"`,
      'Eén woordvoerder, het eerste bericht dat klaarligt, en geen uitspraak over oorzaak of dader.',
    ],
    customer_asks: ({ line }) => [
      owner,
      `Uw grootste klant vraagt schriftelijk of zijn gegevens veilig zijn en wanneer ${line} weer levert. Het contract noemt een termijn.`,
      'De contracttermijn staat naast de wettelijke. Wat u niet weet, zegt u ook zo.',
    ],
    copy_doubted: ({ line }) => [
      it,
      `De kopie voor ${line} is gevonden. Ze hangt aan hetzelfde net, en de laatste hersteltest weet niemand.`,
      'Een los staande kopie, een gemeten hersteltijd, of het besluit om die er te laten komen.',
    ],
    early_warning_due: () => [
      ciso,
      'Stel: het is nu 23 uur nadat de eerste het wist. Is dit significant, wie beslist dat, en wat staat er in de vroegtijdige waarschuwing?',
      'Een besluit met naam en reden, ook als het nee is. De waarschuwing gaat uit met wat bekend is.',
    ],
    restart_pressed: ({ line, hours }) => [
      board,
      `${line} staat nu langer stil dan u dacht; ${hours} uur komt in zicht. Verkoop wil vanavond draaien. Wie zegt ja, en waarop?`,
      'De proceseigenaar aanvaardt de herstart, lijn voor lijn, op eisen die vooraf vastlagen.',
    ],
  },
  goals:
    'Weten wie er beslist. De klok starten en de vroegtijdige waarschuwing op papier krijgen. Een zone afsluiten zonder gevaar. Vaststellen wat er mist, en dat als actie opschrijven.',
  unknown: {
    start: 'het kantoor',
    supplier: 'een leverancier',
    thing: 'het systeem',
    hours: 'een onbekend aantal',
  },
}
