import { CallingResolver } from './calling.resolver.js';
import { Closing } from './closing.js';
import { DecisionReadStore } from './decision.read.store.js';
import { DecisionStore } from './decision.store.js';
import { AllianceEffects } from './effects/alliance.store.js';
import { Effects } from './effects/effects.js';
import { TakingPartEffects } from './effects/takingPart.store.js';
import { RespondingResolver } from './responding.resolver.js';
import { RoundQuestionResolver, RoundResolver, RoundResponseResolver, RoundWordingResolver } from './round.resolver.js';

/** Everything this slice provides. */
export const decisionProviders = [
  DecisionStore, DecisionReadStore, AllianceEffects, TakingPartEffects, Effects, Closing,
  RoundResolver, RoundWordingResolver, RoundQuestionResolver, RoundResponseResolver, CallingResolver, RespondingResolver,
];
