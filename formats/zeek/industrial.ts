// SPDX-License-Identifier: EUPL-1.2
// Logs of Zeek's own Modbus and DNP3 readers and of the public ICS protocol parsers for it.
import { ipOf, type Saying, type Sheet, type SightingBook } from '../sightings/index.ts'
import type { Log, Told } from './log.ts'
import type { Row } from './row.ts'

/** The server of the connection speaks the protocol; the client uses it. */
const speaks =
  (protocol: string): Log =>
  (book, row, told) => {
    const said = { protocol, ...told }
    server(book, row, told)?.add('protocol', protocol, said)
    client(book, row, told)?.add('protocol.used', protocol, said)
  }

const modbusIdentification: Log = (book, row, told) => {
  speaks('modbus')(book, row, told)
  const object = (row.one('object_id') ?? '').toLowerCase().replaceAll(/[^a-z]+/g, '')
  const name = modbusObjects[object]
  if (name === undefined) return
  speaker(book, row, told)?.add(name, row.one('object_value'), { protocol: 'modbus', ...told })
}

/** Objects of Modbus function 43/14, by name. */
const modbusObjects: Readonly<Record<string, string>> = {
  vendorname: 'vendor',
  productcode: 'order_number',
  majorminorrevision: 'firmware',
  vendorurl: 'vendor.url',
  productname: 'product',
  modelname: 'model',
  userapplicationname: 'station_name',
}

const cipIdentity: Log = (book, row, told) => {
  const said = { protocol: 'enip', ...told }
  const stated = ipOf(row.one('socket_address'))
  const sheet = speaker(book, row, told) ?? (stated ? book.card({ ip: stated }, told.where) : null)
  sheet?.addAll(
    {
      protocol: 'enip',
      vendor: row.one('vendor_name'),
      device_type: row.one('device_type_name'),
      model: row.one('product_name'),
      product_code: row.one('product_code'),
      firmware: row.one('revision'),
      serial: row.one('serial_number'),
      'stated.ip': stated,
    },
    said,
  )
}

const bacnetDiscovery: Log = (book, row, told) => {
  speaks('bacnet')(book, row, told)
  if (!/^i[-_ ](am|have)/i.test(row.one('pdu_service') ?? '')) return
  const said = { protocol: 'bacnet', ...told }
  speaker(book, row, told)?.addAll(
    {
      vendor: row.one('vendor'),
      'bacnet.instance': row.one('instance_number'),
      station_name: row.one('object_name'),
    },
    said,
  )
}

const bacnetProperties: Readonly<Record<string, string>> = {
  vendorname: 'vendor',
  modelname: 'model',
  firmwarerevision: 'firmware',
  applicationsoftwareversion: 'application.version',
  objectname: 'station_name',
  description: 'description',
  location: 'location',
  serialnumber: 'serial',
}

/** Properties of the device itself, as it answers; of its points there are thousands. */
const bacnetProperty: Log = (book, row, told) => {
  speaks('bacnet')(book, row, told)
  if (!/ack/i.test(row.one('pdu_service') ?? '')) return
  if (!/device/i.test(row.one('object_type') ?? '')) return
  const property = (row.one('property') ?? '').toLowerCase().replaceAll(/[^a-z]+/g, '')
  const name = bacnetProperties[property]
  if (name === undefined) return
  speaker(book, row, told)?.add(name, row.one('value'), { protocol: 'bacnet', ...told })
}

const s7KnownDevices: Log = (book, row, told) => {
  const said = { protocol: 's7comm', ...told }
  const ip = ipOf(row.one('host')) ?? ipOf(row.one('id.resp_h'))
  if (ip === undefined) return
  book.card({ ip }, told.where)?.addAll(
    {
      protocol: 's7comm',
      station_name: row.one('system_name'),
      model: row.one('module_type') ?? row.one('module'),
      order_number: row.one('order_number'),
      firmware: row.one('firmware') ?? row.one('version'),
      serial: row.one('serial_number') ?? row.one('serial'),
      plant: row.one('plant') ?? row.one('plant_id'),
    },
    said,
  )
}

const opcua: Log = (book, row, told) => {
  speaks('opcua')(book, row, told)
  const said: Saying = { protocol: 'opcua', ...told }
  server(book, row, told)?.addAll(
    {
      'opcua.endpoint': row.one('endpoint_url'),
      station_name: row.one('application_name') ?? row.one('server_name'),
      'opcua.application': row.one('application_uri') ?? row.one('server_uri'),
      product: row.one('product_uri'),
    },
    said,
  )
}

const profinet: Log = (book, row, told) => {
  speaks('pn_io')(book, row, told)
}

export const industrialLogs: Readonly<Record<string, Log>> = {
  modbus: speaks('modbus'),
  modbus_detailed: speaks('modbus'),
  modbus_read_device_identification: modbusIdentification,
  modbus_register_change: speaks('modbus'),
  s7comm: speaks('s7comm'),
  s7comm_plus: speaks('s7comm_plus'),
  s7comm_read_szl: speaks('s7comm'),
  s7comm_upload_download: speaks('s7comm'),
  s7comm_known_devices: s7KnownDevices,
  cotp: speaks('cotp'),
  enip: speaks('enip'),
  enip_list_identity: cipIdentity,
  cip: speaks('cip'),
  cip_io: speaks('cip'),
  cip_identity: cipIdentity,
  bacnet: speaks('bacnet'),
  bacnet_discovery: bacnetDiscovery,
  bacnet_property: bacnetProperty,
  bacnet_device_control: speaks('bacnet'),
  dnp3: speaks('dnp3'),
  dnp3_control: speaks('dnp3'),
  dnp3_objects: speaks('dnp3'),
  opcua_binary: opcua,
  opcua_binary_get_endpoints: opcua,
  opcua_binary_get_endpoints_description: opcua,
  opcua_binary_opensecure_channel: opcua,
  opcua_binary_create_session: opcua,
  profinet,
  profinet_io_cm: profinet,
}

function server(book: SightingBook, row: Row, told: Told): Sheet | null {
  return at(book, row, told, 'id.resp_h')
}

function client(book: SightingBook, row: Row, told: Told): Sheet | null {
  return at(book, row, told, 'id.orig_h')
}

/** Who sent the message: answers come from the responder of the connection. */
function speaker(book: SightingBook, row: Row, told: Told): Sheet | null {
  const stated = at(book, row, told, 'source_h')
  if (stated !== null) return stated
  return row.one('is_orig') === 'T' ? client(book, row, told) : server(book, row, told)
}

function at(book: SightingBook, row: Row, { where }: Told, field: string): Sheet | null {
  const ip = ipOf(row.one(field))
  return ip === undefined ? null : book.card({ ip }, where)
}
