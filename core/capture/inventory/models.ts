// SPDX-License-Identifier: EUPL-1.2
// What an order number or model name says about the kind of device. Public catalogue schemes of
// the makers; first match decides.
import type { Role } from '../asset.ts'

export const modelRoles: readonly { readonly pattern: RegExp; readonly role: Role }[] = [
  // Siemens, S7-300/400/1200/1500 and ET 200 CPUs; F in the fifth place of the second block or
  // before the last two digits of it marks a safety CPU.
  { pattern: /\b6ES7 ?[345]1\d-\d{0,2}F/i, role: 'safety_plc' },
  { pattern: /\b6ES7 ?21\d-\d[A-Z]F/i, role: 'safety_plc' },
  { pattern: /\b6ES7 ?(151[0-9A-Z]?|154)-[18]F/i, role: 'safety_plc' },
  { pattern: /\b6ES7 ?(31|41|51|21)\d/i, role: 'plc' },
  { pattern: /\b6ES7 ?15(1-[78]|4-8)/i, role: 'plc' },
  { pattern: /\b6ED1\b/i, role: 'plc' },
  { pattern: /\b6ES7 ?1[3-9]\d/i, role: 'remote_io' },
  { pattern: /\b6AV[2367]/i, role: 'hmi' },
  { pattern: /\b6SL3/i, role: 'drive' },
  { pattern: /\b6GK5 ?(7|8)/i, role: 'access_point' },
  { pattern: /\b6GK5 ?6/i, role: 'firewall' },
  { pattern: /\b6GK5/i, role: 'switch' },
  { pattern: /\b6GK7 ?(2|3|4|5)4/i, role: 'plc' },
  { pattern: /\bSCALANCE ?X/i, role: 'switch' },
  { pattern: /\bSCALANCE ?W/i, role: 'access_point' },
  { pattern: /\bSCALANCE ?(S|M)/i, role: 'firewall' },
  { pattern: /\bSINUMERIK|\b840D|\bNCU ?7/i, role: 'cnc' },
  { pattern: /\bSINAMICS|\bMICROMASTER/i, role: 'drive' },
  { pattern: /\bET ?200/i, role: 'remote_io' },
  { pattern: /\bS7-?(200|300|400|1200|1500)|\bCPU ?\d{3,4}/i, role: 'plc' },
  { pattern: /\bSIMATIC[- ]?HMI|\b(KTP|TP|MP|OP)\d{3}/i, role: 'hmi' },
  // Rockwell Automation.
  { pattern: /\b(1756-L\d+S|5069-L\d+S|1768-L\d+S|GuardLogix)/i, role: 'safety_plc' },
  {
    pattern: /\b(1756-L|1768-L|1769-L|5069-L|1747-L|1785-L|176[1-9]-L|MicroLogix|CompactLogix)/i,
    role: 'plc',
  },
  { pattern: /\b(ControlLogix|SLC ?500|PLC-5|Micro8\d\d)/i, role: 'plc' },
  // A communication module answers for the rack it sits in.
  { pattern: /\b1756-(EN|EWEB)/i, role: 'plc' },
  // ES, DS and the like after the number: the safety versions of the same modules.
  {
    pattern: /\b(1719|1732|1734|1738|179[0-478]|5094)[A-Z]{0,3}-/i,
    role: 'remote_io',
  },
  { pattern: /\b(PowerFlex|Kinetix|22-COMM|20-COMM)/i, role: 'drive' },
  { pattern: /\b(PanelView|2711)/i, role: 'hmi' },
  { pattern: /\b(Stratix|1783-)/i, role: 'switch' },
  // Schneider Electric.
  {
    pattern: /\b(BM[XE] ?P|140 ?CPU|TSX|TM2[0-9]{2}|171 ?C|Modicon|Quantum|M340|M580)/i,
    role: 'plc',
  },
  { pattern: /\b(ATV|Altivar|Lexium)/i, role: 'drive' },
  { pattern: /\b(HMIS?TU|HMIG|Magelis)/i, role: 'hmi' },
  // Beckhoff, WAGO, Phoenix Contact, B&R, Omron, Mitsubishi, others.
  { pattern: /\b(CX\d{4}|TwinCAT|TCatPlcCtrl|PLC Server)/i, role: 'plc' },
  { pattern: /\b(EK1\d{3}|BK\d{4}|EL\d{4}|EP\d{4})/i, role: 'remote_io' },
  { pattern: /\b(AKD|AX[58]\d{3})/i, role: 'drive' },
  { pattern: /\b750-(8|82)\d\d/i, role: 'plc' },
  { pattern: /\b750-3\d\d/i, role: 'remote_io' },
  { pattern: /\b(ILC|AXC|RFC) ?[1-9]/i, role: 'plc' },
  { pattern: /\b(ILB|AXL) /i, role: 'remote_io' },
  { pattern: /\b(CJ[12]|CS1|CP1|NJ\d|NX\d)[A-Z0-9-]*/, role: 'plc' },
  { pattern: /\b(Q\d{2}U|QnU|R\d{2}CPU|FX[35]|L\d{2}CPU)/, role: 'plc' },
  { pattern: /\b(ACS|DCS|ACQ)\d{3}/i, role: 'drive' },
  { pattern: /\b(KR ?C\d|KUKA|IRC5|OmniCore|R-[0-9]{1,2}i|R-J3|URController)/i, role: 'robot' },
  { pattern: /\bFANUC\b.*\b(robot|ARC ?Mate|LR ?Mate|CRX|M-\d+i)/i, role: 'robot' },
  { pattern: /\b(TNC ?\d|iTNC)/i, role: 'cnc' },
  { pattern: /\bFANUC\b.*\b(CNC|series|Power ?Motion|(0|15|16|18|21|3[0-5])i)/i, role: 'cnc' },
  {
    pattern: /\b(eWON|Cosy|Flexy|SiteManager|mbNET|mGuard|TOSIBOX)\b/i,
    role: 'remote_access_gateway',
  },
]

/** Makers whose cards sit in controllers, drives and field devices rather than in computers. */
export const automationMakers =
  /siemens|rockwell|allen-bradley|schneider|modicon|telemecanique|beckhoff|wago|phoenix contact|omron|mitsubishi electric|b ?& ?r industrial|bernecker|bosch rexroth|abb\b|honeywell|emerson|ge fanuc|fanuc|yokogawa|keyence|sick ag|pilz|festo|lenze|sew[- ]eurodrive|danfoss|kuka|hilscher|hms industrial|turck|murrelektronik|ifm electronic|balluff|pepperl|eaton|panasonic industrial|delta electronics|ls electric|ls industrial|unitronics|koyo|automation ?direct|profibus|profinet/i

export const makerRoles: readonly { readonly pattern: RegExp; readonly role: Role }[] = [
  {
    pattern: /\b(ewon|secomea|mb connect line|ixon|tosibox|insys|netmodule)\b/i,
    role: 'remote_access_gateway',
  },
  { pattern: /\b(hirschmann|westermo|ruggedcom|korenix|oring industrial)\b/i, role: 'switch' },
  {
    pattern: /\b(kuka|universal robots|staubli|yaskawa robot|fanuc (america )?robot)/i,
    role: 'robot',
  },
  { pattern: /\b(heidenhain)\b/i, role: 'cnc' },
  { pattern: /\b(kollmorgen|lenze|sew-eurodrive|danfoss drives)\b/i, role: 'drive' },
  {
    pattern: /\b(axis communications|hikvision|dahua|mobotix|basler ag|baumer optronic|cognex)\b/i,
    role: 'camera',
  },
  {
    pattern: /\b(fortinet|check point software|palo alto networks|sonicwall|watchguard)\b/i,
    role: 'firewall',
  },
  {
    pattern:
      /\b(lexmark|kyocera display|kyocera document|brother industries|ricoh|zebra technologies|seiko epson)\b/i,
    role: 'printer',
  },
  { pattern: /\b(snom|yealink|polycom|mitel)\b/i, role: 'phone' },
]

// CIP device profiles (ODVA, Volume 1, chapter 6), by number.
export const cipDeviceTypes: Readonly<Record<number, Role>> = {
  2: 'drive',
  7: 'remote_io',
  12: 'gateway',
  14: 'plc',
  16: 'drive',
  19: 'drive',
  24: 'hmi',
  34: 'remote_io',
  35: 'remote_io',
  37: 'drive',
  42: 'remote_io',
  44: 'switch',
  45: 'drive',
  46: 'drive',
}
