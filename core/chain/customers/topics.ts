// SPDX-License-Identifier: EUPL-1.2
import { Matcher } from './match.ts'

/** What customers ask about, by the requirement that answers it, in words they use in either language. */
const topics: Readonly<Record<string, string>> = {
  A1: 'information security policy approved by the board, reviewed; informatiebeveiligingsbeleid goedgekeurd door directie',
  A2: 'person responsible for security, CISO, officer; verantwoordelijke functionaris, rollen',
  A3: 'risk management method, risk appetite, criteria; risicomethode, risicobereidheid, grenzen',
  A4: 'critical processes, crown jewels; kritieke processen, kroonjuwelen',
  A5: 'periodic risk analysis, risk assessment yearly; risicoanalyse, risicobeoordeling',
  A6: 'risk register, treatment plan, acceptance of residual risk; risicoregister, behandeling, restrisico, eigenaar',
  A7: 'threat intelligence, advisories, alerts; dreigingsinformatie, adviezen, NCSC, waarschuwingen',
  A8: 'NIS2 Cbw essential important entity registered supervisor; valt onder, registratie, sector',
  B1: 'incident response plan, playbooks; incidentresponsplan, draaiboeken, incidentafhandeling',
  B2: 'monitoring detection SIEM SOC 24/7; bewaking, detectie dag en nacht',
  B3: 'logging retention time log files protected; logbestanden, bewaartermijn',
  B4: 'employees report incidents contact point; medewerkers melden incidenten, meldpunt',
  B5: 'significant incidents last year, breaches in the past; incidenten afgelopen jaar, ernst, classificatie van incidenten',
  B6: 'notify customers authority of incident within 24 hours 72 hours; klant informeren melden binnen uren, datalek melden',
  B7: 'forensic evidence preserved; forensisch bewijs veiligstellen',
  B8: 'lessons learned after incident, root cause; leren van incidenten, oorzaak, nazorg',
  C1: 'business impact analysis RTO RPO; impactanalyse, hersteltijd, maximale uitvalduur',
  C2: 'backups made daily of data and controllers; back-ups gemaakt, welke gegevens, frequentie',
  C3: 'offline immutable backup ransomware separate; losgekoppelde onwijzigbare kopie, gescheiden bewaard',
  C4: 'restore of backups tested; terugzetten herstel getest, hersteltest',
  C5: 'production continues when office network is lost; productie los van kantoornetwerk, noodbedrijf',
  C6: 'business continuity plan, crisis plan, crisis team; continuïteitsplan, crisisplan, crisisteam',
  C7: 'continuity exercise tested yearly; crisisoefening, oefening continuïteit jaarlijks geoefend',
  C8: 'power supply UPS generator spare parts; noodstroom, reserveonderdelen, stroomuitval',
  D1: 'register of suppliers, overview of critical vendors; leveranciersregister, overzicht kritieke leveranciers',
  D2: 'selecting suppliers security assessment before; selectie nieuwe leveranciers beoordelen op beveiliging',
  D3: 'contracts with suppliers security requirements; contracten leveranciers beveiligingseisen, subcontractors, verwerkersovereenkomst',
  D4: 'review suppliers yearly assurance supply chain; leveranciers periodiek beoordelen, ketenrisico, toetsing',
  D5: 'remote maintenance by vendors supervised gateway; onderhoud op afstand leveranciers, toegangspoort, opname sessies',
  D6: 'software bill of materials SBOM components; softwarecomponenten, open source',
  D7: 'visiting engineers laptops USB scanned; monteurs van buiten, laptop, usb-stick scannen',
  D8: 'exit plan dependency alternative supplier; exitplan, afhankelijkheid, uitval van leverancier, alternatief',
  E1: 'security in procurement and acceptance; beveiligingseisen bij aanschaf, inkoop, acceptatie',
  E2: 'network segmentation office production OT IT separated firewall; netwerksegmentatie, scheiding kantoor en productie, zones',
  E3: 'vulnerability management, vulnerability scans; kwetsbaarhedenbeheer, kwetsbaarheidsscan',
  E4: 'patch management, critical patches within days; patchbeleid, updates installeren termijn, end of life',
  E5: 'change management, configuration; wijzigingsbeheer, wijzigingen aan besturingen vastgelegd',
  E6: 'antivirus malware endpoint protection hardening; virusscanner, hardening, alleen toegestane programma’s',
  E7: 'coordinated vulnerability disclosure policy security.txt; kwetsbaarheden melden door buitenstaanders, CVD-beleid, meldpunt voor zwakke plekken in producten',
  E8: 'secure development lifecycle code review; veilige softwareontwikkeling, broncode, testen, gescheiden omgevingen',
  F1: 'security metrics KPI measured; indicatoren, meetplan',
  F2: 'independent audit ISO 27001 certified certificate; onafhankelijke audit, gecertificeerd ISO 27001 IEC 62443',
  F3: 'penetration test performed by third party; penetratietest, technische test',
  F4: 'management review of security by the board; directiebeoordeling, bestuur bespreekt resultaten',
  F5: 'corrective actions, findings followed up; tekortkomingen, bevindingen opvolgen, verbeterplan',
  F6: 'evidence of measures kept current; bewijs actueel',
  F7: 'internal control self-assessment; zelfbeoordeling per vestiging, interne controle',
  F8: 'continuous improvement; verbetering van maatregelen na oefeningen en incidenten',
  G1: 'board management trained in cyber; training bestuurders, opleiding directie',
  G2: 'security awareness training for all employees yearly; bewustwordingstraining medewerkers jaarlijks',
  G3: 'role-specific training administrators developers; training voor specifieke rollen, beheerders, ontwikkelaars',
  G4: 'acceptable use, password policy, clean desk, mobile devices; gedragsregels, wachtwoordbeleid, schermvergrendeling, gegevensdragers',
  G5: 'phishing simulation, payment fraud; phishingtest, phishingsimulatie, betaalfraude',
  G6: 'effect of training measured; effect van training gemeten',
  G7: 'email security SPF DKIM DMARC spam filter; e-mailbeveiliging, webfilter',
  G8: 'instruction cards operators; instructiekaart bij machines',
  H1: 'cryptography policy encryption standards algorithms; cryptografiebeleid, algoritmen',
  H2: 'data encrypted at rest laptops disks; opgeslagen gegevens versleuteld, schijfversleuteling, encryptie laptops',
  H3: 'data encrypted in transit TLS; gegevens tijdens transport versleuteld, verzending, VPN',
  H4: 'key management certificates expiry; sleutelbeheer, verlopen certificaten',
  H5: 'default passwords changed, vault secrets; standaardwachtwoorden gewijzigd, wachtwoordkluis',
  H6: 'unencrypted industrial protocols; onversleutelde industriële protocollen',
  H7: 'firmware integrity signed updates verified; integriteit firmware, ondertekende updates, herkomst',
  H8: 'post-quantum, obsolete algorithms; verouderde versleuteling, kwantum',
  I1: 'asset inventory hardware software up to date; inventaris van apparatuur en software, assetregister, bedrijfsmiddelen',
  I2: 'data classification handling; classificatie van informatie, omgang met onze gegevens, vertrouwelijk',
  I3: 'access control role based need to know personal accounts; toegangsbeheer, autorisaties op basis van rol, persoonlijke accounts',
  I4: 'access removed when employees leave; toegang intrekken bij uit dienst, in- en uitstroom',
  I5: 'privileged administrator accounts separate; beheerdersrechten, aparte beheeraccounts',
  I6: 'access rights reviewed periodically; toegangsrechten periodiek gecontroleerd, herziening van autorisaties',
  I7: 'background checks screening, confidentiality agreement NDA employees; screening personeel, VOG, geheimhoudingsverklaring',
  I8: 'physical security premises visitors; fysieke beveiliging terrein, serverruimte, bezoekers, toegangspassen',
  J1: 'multi-factor authentication remote access VPN; MFA toegang op afstand, tweefactorauthenticatie',
  J2: 'MFA for administrators cloud email; meerfactor beheerders, cloud, mail, Microsoft 365',
  J3: 'machines without MFA alternative; machine zonder meerfactor, alternatief, ploegaccount',
  J4: 'session timeout automatically logged off; sessies verlopen, automatisch uitloggen',
  J5: 'secure communication tools voice video chat; beveiligde communicatie, spraak, video, berichten',
  J6: 'emergency communication out of band; noodcommunicatie buiten eigen netwerk',
  J7: 'exceptions to multi-factor; uitzonderingen op meerfactor',
  J8: 'emergency break-glass accounts, issuing tokens; noodaccounts, uitgifte van tokens',
}

/** What requirement a question is about, the likeliest first. */
export class Topics {
  readonly #matcher: Matcher

  /** Own words of the requirements, in every language they have. */
  constructor(texts: Readonly<Record<string, readonly string[]>>) {
    const ids = [...new Set([...Object.keys(topics), ...Object.keys(texts)])]
    this.#matcher = new Matcher(
      ids.map((id) => ({
        id,
        text: topics[id] ?? (texts[id] ?? []).join(' '),
        requirements: [id],
      })),
    )
  }

  find(question: string, most = 3) {
    return this.#matcher.find(question, most)
  }
}
