// One list of settings serves the start scripts, which run before anything is installed, and the API.
export { readSettings, settingWarnings } from '../../../../scripts/settings.mjs';
export type { SettingRefusal, Settings } from '../../../../scripts/settings.mjs';
