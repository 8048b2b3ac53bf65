// SPDX-License-Identifier: EUPL-1.2

export interface Technique {
  readonly id: string
  readonly name: string
}

/**
 * MITRE ATT&CK for ICS, version 19.1 (2026). In it T0855, T0857 and T0812 of earlier versions have
 * become the sub-techniques T1692.001, T1693.001 and T1694.001.
 */
export const techniques = {
  changeOperatingMode: { id: 'T0858', name: 'Change Operating Mode' },
  deviceRestart: { id: 'T0816', name: 'Device Restart/Shutdown' },
  programDownload: { id: 'T0843', name: 'Program Download' },
  programUpload: { id: 'T0845', name: 'Program Upload' },
  systemFirmware: { id: 'T1693.001', name: 'Modify Firmware: System Firmware' },
  commandMessage: { id: 'T1692.001', name: 'Unauthorized Message: Command Message' },
  manipulateImage: { id: 'T0835', name: 'Manipulate I/O Image' },
  modifyParameter: { id: 'T0836', name: 'Modify Parameter' },
  remoteServices: { id: 'T0886', name: 'Remote Services' },
  externalRemoteServices: { id: 'T0822', name: 'External Remote Services' },
  networkSniffing: { id: 'T0842', name: 'Network Sniffing' },
  defaultCredentials: { id: 'T1694.001', name: 'Insecure Credentials: Default Credentials' },
  validAccounts: { id: 'T0859', name: 'Valid Accounts' },
  exploitationOfRemoteServices: { id: 'T0866', name: 'Exploitation of Remote Services' },
  adversaryInTheMiddle: { id: 'T0830', name: 'Adversary-in-the-Middle' },
  internetAccessibleDevice: { id: 'T0883', name: 'Internet Accessible Device' },
  standardApplicationProtocol: { id: 'T0869', name: 'Standard Application Layer Protocol' },
  transientCyberAsset: { id: 'T0864', name: 'Transient Cyber Asset' },
  portScan: { id: 'T0846.001', name: 'Remote System Discovery: Port Scan' },
} as const satisfies Readonly<Record<string, Technique>>
