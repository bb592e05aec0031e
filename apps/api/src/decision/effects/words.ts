import type { Effect } from './effect.js';

const decidedInWords = (subject: Effect['subject']): Effect => ({ subject, find: async () => ({ before: '' }), apply: async () => [] });

/** Goals and recommendations: the decided words are the effect. */
export const wordEffects: readonly Effect[] = [decidedInWords('GOAL'), decidedInWords('RECOMMENDATION')];
