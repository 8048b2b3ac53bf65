// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/**
 * Codes: `service << 8 | class` for CIP (7 bits and 8 bits), with the bases below for the rest.
 * Class `anyClass` stands for an answer, which does not repeat it; `otherClass` for one above 0xFD.
 */
export const anyClass = 0xff
export const otherClass = 0xfe
export const errorCode = 0x8000
export const commandBase = 0x9000
/** With `command << 8 | function`, 4 bits and 8 bits. */
export const pcccBase = 0xc000
/** In place of the functions that change the mode, where the new mode is "run". */
export const setRun = 0xfe

const read = (name: string): Operation => ({ name, effect: 'read' })
const other = (name: string): Operation => ({ name, effect: 'other' })
const configure = (name: string): Operation => ({ name, effect: 'configure' })
const download = (name: string): Operation => ({ name, effect: 'download' })

/** Common services, and those of Logix controllers for tags. */
const services: Readonly<Record<number, Operation>> = {
  1: read('get_attributes_all'),
  2: configure('set_attributes_all'),
  3: read('get_attribute_list'),
  4: configure('set_attribute_list'),
  5: { name: 'reset', effect: 'restart' },
  6: { name: 'start', effect: 'start' },
  7: { name: 'stop', effect: 'stop' },
  8: other('create'),
  9: other('delete'),
  10: other('multiple_service_packet'),
  13: other('apply_attributes'),
  14: read('get_attribute_single'),
  16: configure('set_attribute_single'),
  17: read('find_next_object'),
  21: configure('restore'),
  22: configure('save'),
  23: other('no_operation'),
  24: read('get_member'),
  25: configure('set_member'),
  76: read('read_tag'),
  77: { name: 'write_tag', effect: 'write' },
  78: other('service_0x4e'),
  82: other('service_0x52'),
  83: { name: 'write_tag_fragmented', effect: 'write' },
  85: read('get_instance_attribute_list'),
}

/** `service << 8 | class` where the class changes the meaning. */
const special: Readonly<Record<number, Operation>> = {
  // Connection manager.
  19974: other('forward_close'),
  20998: other('unconnected_send'),
  21510: other('forward_open'),
  22022: read('get_connection_data'),
  22278: read('search_connection_data'),
  23046: read('get_connection_owner'),
  23302: other('large_forward_open'),
  // Tags by their name or by symbol instance.
  20075: { name: 'read_modify_write_tag', effect: 'write' },
  21099: read('read_tag_fragmented'),
  // The mode of a Logix controller.
  1678: { name: 'plc_start', effect: 'start' },
  1934: { name: 'plc_stop', effect: 'stop' },
  // Wall clock, TCP/IP interface, Ethernet link.
  651: configure('set_clock'),
  1163: configure('set_clock'),
  4235: configure('set_clock'),
  757: configure('set_ip_configuration'),
  1269: configure('set_ip_configuration'),
  4341: configure('set_ip_configuration'),
  4342: configure('set_link_configuration'),
  // Firmware lies in non-volatile storage.
  19361: { name: 'begin_firmware_update', effect: 'firmware' },
  19873: { name: 'transfer_firmware', effect: 'firmware' },
  20897: { name: 'end_firmware_update', effect: 'firmware' },
  // File object: the device's own description, or new firmware.
  19255: read('begin_file_upload'),
  19511: { name: 'begin_file_download', effect: 'firmware' },
  20279: read('transfer_file_upload'),
  20535: { name: 'transfer_file_download', effect: 'firmware' },
}

/** Classes in which a Logix controller keeps its program, routines, tags, types and tasks. */
function isProgramClass(classId: number): boolean {
  return (classId >= 0x64 && classId <= 0x6e && classId !== 0x67) || classId === 0x70
}

const pccc: Readonly<Record<number, Operation>> = {
  1536: other('pccc_echo'),
  1537: read('pccc_diagnostic_counters'),
  1539: read('pccc_diagnostic_status'),
  1543: configure('pccc_reset_counters'),
  1792: { name: 'pccc_disable_outputs', effect: 'stop' },
  1793: { name: 'pccc_enable_outputs', effect: 'start' },
  1796: download('pccc_enter_download'),
  1797: other('pccc_exit_transfer'),
  1798: { name: 'pccc_enter_upload', effect: 'upload' },
  3840: { name: 'pccc_word_range_write', effect: 'write' },
  3841: read('pccc_word_range_read'),
  3842: { name: 'pccc_bit_write', effect: 'write' },
  3843: { name: 'pccc_file_write', effect: 'write' },
  3844: read('pccc_file_read'),
  3845: download('pccc_download_request'),
  3846: { name: 'pccc_upload', effect: 'upload' },
  3847: { name: 'pccc_shutdown', effect: 'stop' },
  3848: download('pccc_physical_write'),
  3849: { name: 'pccc_physical_read', effect: 'upload' },
  3850: { name: 'pccc_restart', effect: 'restart' },
  3857: other('pccc_get_edit_resource'),
  3858: other('pccc_return_edit_resource'),
  3863: { name: 'pccc_read_bytes_physical', effect: 'upload' },
  3864: download('pccc_write_bytes_physical'),
  3878: { name: 'pccc_read_modify_write', effect: 'write' },
  3898: { name: 'pccc_set_mode', effect: 'stop' },
  3905: { name: 'pccc_disable_forces', effect: 'force' },
  3920: download('pccc_download_all'),
  3922: download('pccc_download_completed'),
  3923: { name: 'pccc_upload_all', effect: 'upload' },
  3925: { name: 'pccc_upload_completed', effect: 'upload' },
  3927: download('pccc_initialise_memory'),
  3943: { name: 'pccc_typed_write', effect: 'write' },
  3944: read('pccc_typed_read'),
  3961: { name: 'pccc_read_modify_write', effect: 'write' },
  3968: { name: 'pccc_set_mode', effect: 'stop' },
  3969: other('pccc_open_file'),
  3970: other('pccc_close_file'),
  3976: other('pccc_multiple_commands'),
  3983: configure('pccc_apply_port_configuration'),
  4001: read('pccc_logical_read'),
  4002: read('pccc_logical_read'),
  4007: read('pccc_protected_file_read'),
  4009: { name: 'pccc_logical_write', effect: 'write' },
  4010: { name: 'pccc_logical_write', effect: 'write' },
  4011: { name: 'pccc_masked_write', effect: 'write' },
  [0x0f00 | setRun]: { name: 'pccc_set_run', effect: 'start' },
  4015: { name: 'pccc_protected_file_write', effect: 'write' },
}

const commands: Readonly<Record<number, string>> = {
  0: 'no_operation',
  4: 'list_services',
  99: 'list_identity',
  100: 'list_interfaces',
  101: 'register_session',
  102: 'unregister_session',
}

export function operationOf(code: number): Operation {
  if (code >= pcccBase) return pccc[code & 0x0fff] ?? other('pccc_other')
  if (code >= commandBase) return other(commands[code & 0xff] ?? 'command_other')
  if (code >= errorCode) return other('error_answer')
  const service = code >> 8
  const classId = code & 0xff
  if (classId === anyClass) return answerOf(service)
  const known = special[code]
  if (known !== undefined) return known
  if (service === 0x4b && classId === 0x67) return other('execute_pccc')
  if (isProgramClass(classId)) {
    if (service === 0x4f) return { name: 'upload_program', effect: 'upload' }
    if (service === 0x50) return download('download_program')
    if (service === 0x08) return download('create_program_object')
    if (service === 0x09) return download('delete_program_object')
    if (service === 0x04 || service === 0x10) return download('set_program_object')
  }
  return services[service] ?? other(`service_0x${service.toString(16).padStart(2, '0')}`)
}

/** What an answer is to depends on the class where the object has services of its own. */
function answerOf(service: number): Operation {
  const known = service < firstOwnService ? services[service] : undefined
  return known ?? other('answer')
}

const firstOwnService = 0x4b
