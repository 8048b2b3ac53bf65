// SPDX-License-Identifier: EUPL-1.2
import type { PlaybookModel } from './model.ts'

const director = 'Bestuurder van dienst'
const ciso = 'CISO'
const it = 'Hoofd IT'
const ot = 'OT-engineer van dienst'
const owner = 'Proceseigenaar'
const shift = 'Ploegleider'
const finance = 'Hoofd financiën'
const press = 'Woordvoerder'
const people = 'Hoofd personeel'

export const playbooksNl: readonly PlaybookModel[] = [
  {
    code: 'DB-01',
    name: 'Gijzelsoftware op de productielijn',
    types: ['ransomware', 'malware'],
    trigger:
      'Losgeldscherm, onleesbare bestanden op HMI, historian of server, of een virusmelding uit de OT.',
    mandate:
      'De OT-engineer van dienst mag een zone afsluiten zonder eerst te bellen. Over losgeld beslist alleen het bestuur.',
    steps: [
      [
        'Breng de lijn in de veilige stand volgens de noodprocedure. Veiligheid van mensen gaat voor bewijs en voor productie.',
        shift,
        0.25,
        'stop',
      ],
      [
        'Sluit de getroffen zone af op de firewall of trek de kabel van de zoneswitch. Zet niets uit: het geheugen is bewijs.',
        ot,
        0.5,
      ],
      ['Sluit toegang op afstand van alle leveranciers en het kantoor naar de OT.', ot, 0.5],
      [
        'Controleer of back-ups en de back-upserver los staan van het getroffen net. Trek ze anders los.',
        it,
        1,
      ],
      ['Bel de crisisleden op de papieren bellijst. Gebruik geen bedrijfsmail of Teams.', ciso, 1],
      [
        'Besluit: lijnen die nog draaien, stoppen of met de hand doorgaan.',
        director,
        2,
        'decide_stop',
      ],
      [
        'Bewaar bewijs: foto van het scherm, geheugen en schijf van één getroffen station, opname van het netwerk.',
        ot,
        6,
      ],
      ['Bel verzekeraar, forensisch bureau en politie. Onderhandel niet zelf.', director, 6],
      [
        'Besluit of het incident significant is, en verstuur de vroegtijdige waarschuwing.',
        ciso,
        20,
        'decide',
      ],
      [
        'Bouw engineering-stations schoon op vanaf bekende media. Zet PLC-programma’s terug uit de laatst geteste back-up en vergelijk ze.',
        ot,
        48,
      ],
      [
        'Herstel in volgorde: veiligheidssystemen, besturing van de kroonjuwelen, historian en MES, kantoorkoppeling als laatste.',
        ot,
        72,
      ],
      [
        'Aanvaard de herstart per lijn: criteria gehaald, wachtwoorden nieuw, ingang van de aanvaller dicht.',
        owner,
        null,
        'decide',
      ],
    ],
  },
  {
    code: 'DB-02',
    name: 'PLC of engineering-station gemanipuleerd',
    types: ['sabotage', 'unauthorised_access'],
    trigger:
      'Een programma dat afwijkt van de back-up, een download buiten het onderhoudsvenster, of een machine die iets anders doet dan het scherm toont.',
    mandate:
      'De ploegleider mag de lijn stoppen op vermoeden. Niemand laadt een programma zonder de OT-engineer van dienst.',
    steps: [
      [
        'Stop de machine op de fysieke noodknop en vergrendel haar. Vertrouw het scherm niet.',
        shift,
        0.1,
        'stop',
      ],
      ['Zet de sleutelschakelaar van de PLC op RUN en sluit programmeertoegang af.', ot, 0.5],
      ['Controleer het veiligheidssysteem apart, met eigen meetmiddelen.', ot, 2],
      ['Lees het programma uit en bewaar het als bewijs. Overschrijf nog niets.', ot, 3],
      ['Vergelijk met de laatst goedgekeurde versie en schrijf elk verschil op.', ot, 8],
      ['Zoek in de netwerkopnames welk station de verandering bracht, en wanneer.', ciso, 12],
      ['Controleer alle andere PLC’s van hetzelfde type en station.', ot, 24],
      ['Vraag de machinebouwer om een eigen oordeel over veiligheid en garantie.', owner, 24],
      [
        'Besluit of het incident significant is. Bij letsel ook: Arbeidsinspectie.',
        ciso,
        20,
        'decide',
      ],
      ['Laad het goedgekeurde programma, test met lege machine, dan met product.', ot, null],
      ['Aanvaard de herstart: veiligheidstest gehaald en getekend.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-03',
    name: 'Betaalfraude via e-mail',
    types: ['phishing', 'other'],
    trigger:
      'Een gewijzigd rekeningnummer, een spoedbetaling op verzoek van een bestuurder, of een leverancier die zijn geld mist.',
    mandate:
      'Iedereen op de administratie mag elke betaling stilleggen. Terugbellen gaat altijd buiten de mail om, op een eerder bekend nummer.',
    steps: [
      ['Bel de bank en laat de betaling terugroepen. De eerste uren tellen.', finance, 0.5],
      ['Leg alle openstaande betalingen met gewijzigde rekening stil.', finance, 1],
      ['Bel de echte relatie op een nummer uit een oud contract.', finance, 2],
      [
        'Sluit het mailaccount dat misbruikt is: sessies, doorstuurregels, wachtwoord, tweede factor.',
        it,
        2,
      ],
      ['Bewaar de berichten met hun koppen.', it, 4],
      ['Doe aangifte en meld het de verzekeraar.', director, 24],
      ['Zoek dezelfde afzender en hetzelfde rekeningnummer in alle postvakken.', it, 24],
      [
        'Besluit of persoonsgegevens zijn ingezien: dan loopt ook de privacyklok.',
        ciso,
        48,
        'decide',
      ],
      ['Leg limieten en vier ogen opnieuw vast, en oefen het terugbellen.', finance, null],
    ],
  },
  {
    code: 'DB-04',
    name: 'Leverancier of toegang op afstand misbruikt',
    types: ['supplier_incident', 'unauthorised_access'],
    trigger:
      'Een sessie zonder afspraak, een leverancier die een inbraak meldt, of verkeer vanaf een onderhoudskast buiten het venster.',
    mandate:
      'De OT-engineer van dienst mag elke leverancier afsluiten. De leverancier hoort het daarna.',
    steps: [
      ['Verbreek de sessie en zet de onderhoudskast fysiek uit.', ot, 0.25],
      ['Sluit alle andere toegang van deze leverancier, ook accounts in kantoor en cloud.', it, 1],
      ['Bel de leverancier op het nummer uit het contract: wat weten zij, sinds wanneer.', ciso, 2],
      [
        'Kijk in opnames en logboeken wat de sessie raakte: apparaten, programma’s, bestanden.',
        ot,
        8,
      ],
      ['Vergelijk de geraakte PLC’s met hun back-up.', ot, 24],
      ['Vernieuw alle wachtwoorden en sleutels die de leverancier kende.', it, 24],
      [
        'Besluit of het incident significant is. Hun melding aan ons start onze klok.',
        ciso,
        20,
        'decide',
      ],
      ['Besluit onder welke voorwaarden de toegang weer opengaat.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-05',
    name: 'Datalek',
    types: ['data_breach', 'loss_or_theft'],
    trigger:
      'Gegevens van mensen, tekeningen of recepten zijn ingezien, verstuurd, gepubliceerd of kwijt.',
    mandate: 'De CISO mag elk systeem laten afsluiten dat lekt.',
    steps: [
      ['Stop het lek: sluit de deling, het account of het systeem.', it, 1],
      ['Stel vast welke gegevens, van wie, hoeveel, sinds wanneer.', ciso, 12],
      ['Bewaar logboeken voordat ze overschreven worden.', it, 4],
      [
        'Besluit of het de Autoriteit Persoonsgegevens moet weten: binnen 72 uur.',
        director,
        48,
        'decide',
      ],
      ['Besluit of de mensen zelf het moeten weten, en in welke woorden.', director, 48, 'decide'],
      [
        'Bij tekeningen en recepten: raadpleeg de jurist over geheimhouding en octrooi.',
        director,
        48,
      ],
      ['Bel klanten van wie de gegevens waren, volgens hun contract.', ciso, 24],
      ['Leg vast hoe het kon en wat het sluit.', ciso, null],
    ],
  },
  {
    code: 'DB-06',
    name: 'ERP of MES valt uit',
    types: ['outage', 'denial_of_service'],
    trigger: 'Geen orders, geen recepten, geen etiketten of geen tracering meer.',
    mandate: 'De proceseigenaar beslist of zijn lijn op papier doorgaat.',
    steps: [
      ['Besluit per lijn: doorgaan op papier of stoppen.', owner, 1, 'decide_stop'],
      ['Haal de papieren orderset en de laatste uitdraai van recepten uit de kast.', shift, 1],
      [
        'Zoek de oorzaak: storing, verandering of aanval. Behandel het als aanval tot het tegendeel blijkt.',
        it,
        2,
      ],
      ['Bewaar een kopie van de database voordat iemand herstelt.', it, 4],
      ['Bel klanten met een leverdag binnen drie dagen.', owner, 8],
      ['Herstel naar een schone omgeving en meet de tijd: dit telt als hersteltest.', it, 24],
      ['Voer de papieren productie in en controleer tracering en voorraad.', owner, null],
      ['Besluit of het incident significant is.', ciso, 20, 'decide'],
    ],
  },
  {
    code: 'DB-07',
    name: 'Wachtwoord afgegeven na phishing',
    types: ['phishing'],
    trigger: 'Iemand meldt dat hij inlogde op een valse pagina, of een inlog van een vreemde plek.',
    mandate:
      'De helpdesk mag elk account direct sluiten. Wie meldt, krijgt dank en nooit een verwijt.',
    steps: [
      ['Dank de melder. Verbreek alle sessies van het account en zet het dicht.', it, 0.5],
      ['Nieuw wachtwoord, tweede factor opnieuw aanmelden aan de balie.', it, 2],
      ['Zoek nieuwe doorstuurregels, toegestane apps en extra factoren.', it, 2],
      ['Zoek wie dezelfde mail kreeg en wie klikte. Haal de mail overal weg.', it, 4],
      ['Kijk of het account bij VPN, onderhoudskast of OT kon.', ot, 4],
      ['Besluit of gegevens zijn ingezien.', ciso, 24, 'decide'],
      ['Vertel iedereen wat er gebeurde, zonder naam.', ciso, 48],
    ],
  },
  {
    code: 'DB-08',
    name: 'Toegangskast voor OT kwijt of gekraakt',
    types: ['unauthorised_access', 'vulnerability', 'loss_or_theft'],
    trigger:
      'Een lek met misbruik in de onderhoudskast of firewall, een kast die ontbreekt, of een onbekende beheerder erop.',
    mandate:
      'De OT-engineer van dienst mag de kast uitzetten, ook als een monteur dan niet kan werken.',
    steps: [
      ['Zet de kast uit of haal haar van het net. Bewaar haar zoals ze is.', ot, 0.5],
      ['Kijk welke zones via deze kast bereikbaar waren.', ot, 2],
      ['Zoek in opnames naar verbindingen vanuit de kast.', ciso, 8],
      ['Regel monteursbezoek ter plaatse waar onderhoud niet kan wachten.', owner, 8],
      ['Installeer de vervanger met nieuwe sleutels en de laatste versie.', ot, 48],
      ['Trek oude certificaten en accounts in.', it, 24],
      ['Besluit of het incident significant is.', ciso, 20, 'decide'],
      ['Besluit wanneer de toegang weer opengaat, en voor wie.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-09',
    name: 'Cloud of IT-dienstverlener valt uit',
    types: ['outage', 'supplier_incident'],
    trigger:
      'Mail, aanmelden, bestanden of telefonie werkt niet, of de dienstverlener meldt een aanval bij zichzelf.',
    mandate: 'De CISO mag de koppelingen met de dienstverlener verbreken.',
    steps: [
      [
        'Stap over op het afgesproken kanaal buiten het netwerk: bellijst en groepsbericht.',
        ciso,
        0.5,
      ],
      [
        'Controleer of productie zonder de cloud kan draaien: licenties, tijd, recepten, etiketten.',
        ot,
        1,
      ],
      ['Is de dienstverlener zelf aangevallen: verbreek koppelingen en beheeraccounts.', it, 1],
      ['Vraag om schriftelijk bericht: wat, sinds wanneer, welke van onze gegevens.', ciso, 4],
      ['Besluit of de lijnen doorgaan zonder ERP, mail of tracering.', owner, 4, 'decide_stop'],
      ['Besluit of het incident voor ons significant is.', ciso, 20, 'decide'],
      ['Zet koppelingen terug na controle, een voor een.', it, null],
    ],
  },
  {
    code: 'DB-10',
    name: 'Eigen medewerker of ingehuurde kracht',
    types: ['sabotage', 'unauthorised_access', 'human_error'],
    trigger:
      'Bewuste schade, gekopieerde tekeningen, of handelingen met rechten die iemand niet meer hoort te hebben.',
    mandate:
      'Hoofd personeel en CISO beslissen samen over afsluiten. Niemand onderzoekt een collega alleen.',
    steps: [
      ['Betrek hoofd personeel en jurist voordat iemand wordt aangesproken.', people, 2],
      ['Bewaar logboeken en toegangsgegevens zonder de betrokkene te waarschuwen.', it, 4],
      [
        'Besluit over het afsluiten van accounts, passen en sleutels, op één moment.',
        people,
        4,
        'decide',
      ],
      ['Wijzig gedeelde wachtwoorden in de OT die de betrokkene kende.', ot, 12],
      ['Controleer PLC’s en recepten waar de betrokkene bij kon.', ot, 24],
      [
        'Houd de privacy van de betrokkene in acht: alleen wat nodig is, alleen wie het nodig heeft.',
        people,
        null,
      ],
      ['Besluit over aangifte en over melding.', director, 48, 'decide'],
      ['Bereid een kort bericht voor aan de afdeling, zonder naam.', press, 48],
    ],
  },
]
