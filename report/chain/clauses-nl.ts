// SPDX-License-Identifier: EUPL-1.2
import type { ClauseWords } from './model.ts'

export const clausesNl: ClauseWords = {
  security_duties: [
    'Beveiligingseisen',
    'Zonder dit kunt u niets vragen als het misgaat.',
    'Leverancier beveiligt wat hij levert en de systemen waarmee hij dat doet naar de stand van de techniek, en minstens volgens de bijlage met beveiligingseisen. Hij wijst één persoon aan die daarvoor aanspreekbaar is.',
  ],
  incident_notice: [
    'Melden van incidenten',
    'Uw eigen termijn van 24 uur begint als u het weet.',
    'Leverancier meldt een incident dat Opdrachtgever kan raken zonder vertraging, en uiterlijk binnen [24] uur nadat hij ervan weet, telefonisch op het noodnummer in de bijlage en daarna schriftelijk. Hij zegt wat bekend is, wat nog niet, en werkt mee aan onderzoek en aan meldingen van Opdrachtgever aan autoriteiten.',
  ],
  vulnerability_notice: [
    'Melden van kwetsbaarheden',
    'U kunt alleen dichten wat u kent.',
    'Leverancier meldt een kwetsbaarheid in het geleverde binnen [72] uur nadat hij die heeft vastgesteld, met wat Opdrachtgever intussen kan doen. Waar mogelijk als CSAF-bericht.',
  ],
  component_list: [
    'Lijst van onderdelen (SBOM)',
    'Daarmee weet u binnen een uur of een nieuw lek u raakt.',
    'Leverancier levert bij oplevering en bij elke nieuwe versie een lijst van softwareonderdelen in CycloneDX of SPDX.',
  ],
  update_term: [
    'Beveiligingsupdates',
    'Een machine draait langer dan haar software wordt onderhouden.',
    'Leverancier levert gedurende [tien] jaar na oplevering kosteloos beveiligingsupdates, getest op de geleverde configuratie, en zegt minstens [twee] jaar vooraf wanneer dat eindigt.',
  ],
  remote_access: [
    'Toegang op afstand',
    'De meeste indringers in een fabriek kwamen door deze deur.',
    'Leverancier komt alleen binnen via de voorziening van Opdrachtgever, met persoonlijke accounts en een tweede factor, na toestemming per bezoek en binnen het afgesproken venster. Sessies worden opgenomen. Eigen modems en meekijkprogramma’s zijn niet toegestaan. Opdrachtgever mag elke verbinding altijd verbreken.',
  ],
  personnel: [
    'Personeel',
    'Wie bij u binnenloopt, moet u kunnen vertrouwen.',
    'Leverancier zet mensen in die op betrouwbaarheid zijn getoetst, geheimhouding hebben getekend en elk jaar uitleg over veilig werken krijgen. Hij meldt binnen één werkdag wie geen toegang meer nodig heeft.',
  ],
  audit_right: [
    'Controle',
    'U moet kunnen laten zien dat u heeft gekeken.',
    'Opdrachtgever, of een onafhankelijke derde namens hem, mag eens per jaar en na een incident nagaan of deze afspraken worden nagekomen. Een geldig certificaat dat de levering dekt, kan de jaarlijkse controle vervangen.',
  ],
  subcontracting: [
    'Onderaannemers',
    'Een keten is zo sterk als wie u niet kent.',
    'Leverancier schakelt voor wezenlijke onderdelen alleen anderen in na toestemming, legt hun dezelfde eisen op en blijft voor hen aansprakelijk. Hij houdt een actuele lijst bij.',
  ],
  continuity: [
    'Doorgaan en herstellen',
    'Zijn stilstand wordt uw stilstand.',
    'Leverancier houdt plannen en back-ups bij waarmee hij zijn levering binnen de afgesproken tijd kan hervatten, test die elk jaar en laat de uitkomst zien.',
  ],
  joint_exercise: [
    'Samen oefenen',
    'De eerste keer samenwerken hoort niet op de nacht zelf te zijn.',
    'Leverancier doet op verzoek eens per jaar mee aan een oefening van Opdrachtgever, en werkt mee aan de verbeteringen die daaruit volgen.',
  ],
  exit: [
    'Vertrek',
    'Wie niet weg kan, kan ook niets vragen.',
    'Bij het einde van de overeenkomst werkt Leverancier gedurende [zes] maanden mee aan de overgang, draagt hij documentatie, projectbestanden, wachtwoorden en licenties over, en blijft hij tot de overgang leveren.',
  ],
  data_return: [
    'Teruggave van gegevens',
    'Gegevens die achterblijven, lekken later.',
    'Leverancier geeft binnen [30] dagen na het einde alle gegevens terug in een gangbare vorm, wist daarna zijn kopieën en bevestigt dat schriftelijk.',
  ],
  confidentiality: [
    'Geheimhouding',
    'Tekeningen van uw netwerk zijn een routebeschrijving.',
    'Leverancier houdt alles wat hij over de systemen, processen en beveiliging van Opdrachtgever verneemt geheim, ook na het einde.',
  ],
  personal_data: [
    'Persoonsgegevens',
    'Dit vraagt een eigen overeenkomst.',
    'Partijen sluiten een verwerkersovereenkomst. Leverancier meldt een inbreuk binnen [24] uur.',
  ],
}
