/** All settings, checked; see docs/settings.md. */
export interface Settings {
  host: string;
  port: number;
  publicUrl: string;
  databaseUrl: string;
  data: string;
  examples: boolean;
  smtpUrl: string;
  mailFrom: string;
  mediaDir: string;
  sessionDays: number;
  trustProxy: boolean;
  oidcIssuer: string;
  oidcClientId: string;
  oidcClientSecret: string;
  oidcLabelSv: string;
  oidcLabelEn: string;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** A setting that is wrong, and what is wrong with it. */
export interface SettingRefusal {
  name: string;
  why: string;
}

export const SETTINGS: readonly {
  name: string;
  key: keyof Settings;
  default: string;
  description: string;
  secret?: boolean;
  check(text: string): unknown;
}[];
export function readSettings(env: Record<string, string | undefined>): { settings: Settings; refusals: SettingRefusal[] };
export function settingWarnings(settings: Settings): string[];
export function defaultPublicUrl(host: string, port: number): string;
