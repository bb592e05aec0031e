import { pino, type Logger } from 'pino';
import type { Settings } from './settings.js';

/** The log: JSON lines in UTC. No text, address, name or IP of anybody is ever handed to it. */
export function logOf(settings: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
