import type { Settings as SettingsRead } from '../../../../scripts/settings.mjs';

// One list of settings serves the start scripts, which run before anything is installed, and the API.
export { readSettings, settingWarnings } from '../../../../scripts/settings.mjs';
export type { SettingRefusal } from '../../../../scripts/settings.mjs';

/** The settings, under the name by which Nest hands them out. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- an interface is no value, and Nest needs one to ask by
export abstract class Settings {}
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unsafe-declaration-merging -- as above
export interface Settings extends SettingsRead {}

/** The version people see. */
export const version = '0.1.0';

/** Are cookies to be sent over HTTPS only? */
export function isSecure(settings: Pick<Settings, 'publicUrl'>): boolean {
  return settings.publicUrl.startsWith('https:');
}
