// SPDX-License-Identifier: EUPL-1.2
import {
  dateCell,
  ipsCell,
  listCell,
  macsCell,
  numberCell,
  textCell,
  vlanCell,
  wordCell,
  yesNoCell,
} from './cells.ts'
import { entry, id, optional } from './fields.ts'

/*
 * The tables of a factory folder: per table the fields of a row and the other names people give
 * its columns, Dutch and English; spelling, capitals and punctuation do not matter.
 */

const lists = (schema: typeof macsCell) => schema.nullish().transform((value) => value ?? [])

export const assetRow = entry({
  name: textCell,
  type: optional(textCell),
  vendor: optional(textCell),
  model: optional(textCell),
  order_number: optional(textCell),
  serial: optional(textCell),
  firmware: optional(textCell),
  operating_system: optional(textCell),
  macs: lists(macsCell),
  ips: lists(ipsCell),
  vlan: optional(vlanCell),
  zone: optional(id),
  site: optional(id),
  location: optional(textCell),
  owner: optional(textCell),
  process: optional(id),
  crown_jewel: optional(yesNoCell),
  support_until: optional(dateCell),
  last_backup: optional(dateCell),
  connection: optional(
    wordCell({
      network: ['netwerk', 'ethernet', 'lan', 'wifi'],
      serial: ['serieel', 'rs485', 'rs232', 'profibus', 'veldbus', 'fieldbus'],
      none: ['geen', 'offline', 'standalone', 'losstaand'],
    }),
  ),
  note: optional(textCell),
})

export const assetColumns: Readonly<Record<Exclude<keyof typeof assetRow.shape, 'at'>, string[]>> =
  {
    name: ['naam', 'asset', 'apparaat', 'device', 'hostnaam', 'hostname', 'asset name', 'tag'],
    type: ['soort', 'kind', 'category', 'categorie', 'asset type', 'device type'],
    vendor: ['fabrikant', 'merk', 'leverancier', 'manufacturer', 'brand', 'make'],
    model: ['model name', 'typeaanduiding', 'product'],
    order_number: [
      'bestelnummer',
      'artikelnummer',
      'order code',
      'part number',
      'partnumber',
      'mlfb',
    ],
    serial: ['serienummer', 'serial number', 'sn', 's/n'],
    firmware: ['firmwareversie', 'firmware version', 'fw', 'version', 'versie'],
    operating_system: ['besturingssysteem', 'os'],
    macs: ['mac', 'mac-adres', 'mac address', 'mac adressen', 'mac addresses'],
    ips: [
      'ip',
      'ip-adres',
      'ip address',
      'ip adressen',
      'ip addresses',
      'ipv4',
      'adres',
      'address',
    ],
    vlan: ['vlan id', 'vlan nummer'],
    zone: ['netwerkzone', 'network zone', 'segment'],
    site: ['vestiging', 'locatiecode', 'plant', 'fabriek'],
    location: ['locatie', 'plaats', 'place', 'kast', 'cabinet'],
    owner: ['eigenaar', 'beheerder', 'asset owner'],
    process: ['proces', 'lijn', 'line', 'productielijn'],
    crown_jewel: ['kroonjuweel', 'kritiek', 'critical', 'is_critical'],
    support_until: ['ondersteuning tot', 'end of support', 'eos', 'einde ondersteuning', 'eol'],
    last_backup: ['laatste back-up', 'laatste backup', 'backup', 'backup date'],
    connection: ['aansluiting', 'verbinding', 'interface'],
    note: ['opmerking', 'opmerkingen', 'notitie', 'notes', 'remark', 'comment'],
  }

export const supplierRow = entry({
  id,
  name: textCell,
  service: optional(textCell),
  is_critical: optional(yesNoCell),
  has_remote_access: optional(yesNoCell),
  notice_hours: optional(numberCell),
  has_security_clauses: optional(yesNoCell),
  has_exit_plan: optional(yesNoCell),
  certificate: optional(textCell),
  certificate_valid_until: optional(dateCell),
  last_review: optional(dateCell),
  delivers_sbom: optional(yesNoCell),
  contact: optional(textCell),
  note: optional(textCell),
})

export const supplierColumns: Readonly<
  Record<Exclude<keyof typeof supplierRow.shape, 'at'>, string[]>
> = {
  id: ['code', 'nummer', 'leveranciersnummer', 'supplier id'],
  name: ['naam', 'leverancier', 'supplier', 'bedrijf', 'company'],
  service: ['dienst', 'levert', 'delivers', 'product'],
  is_critical: ['kritiek', 'critical', 'essentieel'],
  has_remote_access: ['toegang op afstand', 'remote access', 'remote', 'externe toegang'],
  notice_hours: ['meldtermijn uren', 'meldtermijn', 'notification hours', 'incident notice hours'],
  has_security_clauses: ['beveiligingseisen', 'security clauses', 'contract eisen'],
  has_exit_plan: ['exitplan', 'exit plan', 'uitstapplan'],
  certificate: ['certificaat', 'certification'],
  certificate_valid_until: ['certificaat tot', 'certificaat geldig tot', 'certificate until'],
  last_review: ['laatste beoordeling', 'laatste review', 'last assessment', 'reviewed on'],
  delivers_sbom: ['sbom', 'componentenlijst'],
  contact: ['contactpersoon', 'e-mail', 'email'],
  note: ['opmerking', 'opmerkingen', 'notitie', 'notes', 'remark', 'comment'],
}

export const personRow = entry({
  id,
  name: textCell,
  role: wordCell({
    director: ['bestuurder', 'directeur', 'bestuur', 'dga', 'ceo', 'cfo', 'coo', 'board member'],
    supervisory_director: ['commissaris', 'rvc', 'toezichthouder', 'supervisory board'],
    ciso: ['security officer', 'isms owner', 'informatiebeveiliger'],
    it_manager: ['it-manager', 'hoofd it', 'ict manager', 'head of it'],
    ot_engineer: ['ot-engineer', 'technische dienst', 'automation engineer', 'ot security owner'],
    process_owner: ['proceseigenaar', 'productieleider', 'production manager', 'line manager'],
    purchasing: ['inkoop', 'inkoper', 'buyer'],
    hr: ['personeelszaken', 'human resources', 'p&o'],
    legal: ['juridisch', 'jurist', 'compliance'],
    quality: ['kwaliteit', 'qhse', 'kam'],
    employee: ['medewerker', 'staff'],
  }),
  title: optional(textCell),
  is_executive: optional(yesNoCell),
  appointed_on: optional(dateCell),
  left_on: optional(dateCell),
  certificate_file: optional(textCell),
  certificate_dated: optional(dateCell),
  certificate_provider: optional(textCell),
  certificate_language: optional(textCell),
  certificate_topics: lists(listCell),
})

export const personColumns: Readonly<
  Record<Exclude<keyof typeof personRow.shape, 'at'>, string[]>
> = {
  id: ['code', 'personeelsnummer', 'person id'],
  name: ['naam', 'volledige naam', 'full name'],
  role: ['rol'],
  title: ['functie', 'function', 'job title'],
  is_executive: ['uitvoerend', 'executive', 'uitvoerend bestuurder'],
  appointed_on: ['benoemd op', 'benoemd', 'appointed', 'in functie sinds'],
  left_on: ['uit functie', 'uit dienst', 'left', 'afgetreden op'],
  certificate_file: ['certificaat', 'certificaat bestand', 'certificate'],
  certificate_dated: ['certificaat datum', 'certificaatdatum', 'certificate date'],
  certificate_provider: ['opleider', 'aanbieder', 'provider'],
  certificate_language: ['taal certificaat', 'certificaat taal', 'language'],
  certificate_topics: ['onderwerpen', 'certificaat onderwerpen', 'topics'],
}
