// SPDX-License-Identifier: EUPL-1.2

/** Interfaces whose presence means something for a factory, by identifier. */
export const interfaceNames: Readonly<Record<string, string>> = {
  // The runtime itself.
  'e1af8308-5d1f-11c9-91a4-08002b14a0fa': 'endpoint mapper',
  '99fcfec4-5260-101b-bbcb-00aa0021347a': 'DCOM object exporter',
  '000001a0-0000-0000-c000-000000000046': 'DCOM activation',
  '4d9f4ab8-7d1c-11cf-861e-0020af6e7c57': 'DCOM activation',
  '00000131-0000-0000-c000-000000000046': 'DCOM IRemUnknown',
  '00000143-0000-0000-c000-000000000046': 'DCOM IRemUnknown2',
  // OPC classic (OPC Foundation).
  '39c13a4d-011e-11d0-9675-0020afd8adb3': 'OPC DA server',
  '39c13a50-011e-11d0-9675-0020afd8adb3': 'OPC DA group',
  '39c13a52-011e-11d0-9675-0020afd8adb3': 'OPC DA read',
  '39c13a54-011e-11d0-9675-0020afd8adb3': 'OPC DA items',
  '39c13a70-011e-11d0-9675-0020afd8adb3': 'OPC DA data callback',
  '39c13a71-011e-11d0-9675-0020afd8adb3': 'OPC DA asynchronous',
  '13486d50-4821-11d2-a494-3cb306c10000': 'OPC server list',
  '9dd0b56c-ad9e-43ee-8305-487f3188bf7a': 'OPC server list',
  'f31dfde2-07b6-11d2-b2d8-0060083ba1fb': 'OPC common',
  '65168851-5783-11d1-84a0-00608cb8a7e9': 'OPC alarms and events server',
  '1f1217b0-dee0-11d2-a5e5-000086339399': 'OPC HDA server',
  // Administration of Windows: what remote control and lateral movement use.
  '367abb81-9844-35f1-ad32-98f038001003': 'service control',
  '338cd001-2244-31f1-aaaa-900038001003': 'remote registry',
  '1ff70682-0a51-30e8-076d-740be8cee98b': 'task scheduler (at)',
  '86d35949-83c9-4044-b424-db363231fd0c': 'task scheduler',
  '4b324fc8-1670-01d3-1278-5a47bf6ee188': 'server service',
  '6bffd098-a112-3610-9833-46c3f87e345a': 'workstation service',
  '12345678-1234-abcd-ef00-01234567cffb': 'netlogon',
  '12345778-1234-abcd-ef00-0123456789ab': 'local security authority',
  '12345778-1234-abcd-ef00-0123456789ac': 'account manager',
  'e3514235-4b06-11d1-ab04-00c04fc2dcd2': 'directory replication',
  '12345678-1234-abcd-ef00-0123456789ab': 'print spooler',
  '82273fdc-e32a-18c3-3f78-827929dc23ea': 'event log',
  '9556dc99-828c-11cf-a37e-00aa003240c7': 'WMI services',
  'f309ad18-d86a-11d0-a075-00c04fb68820': 'WMI log-in',
  '8a885d04-1ceb-11c9-9fe8-08002b104860': 'NDR',
}
