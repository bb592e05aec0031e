import { ActResolver, AllianceResolver } from './alliance.resolver.js';
import { AllianceStore } from './alliance.store.js';
import { CoordinatingResolver } from './coordinating.resolver.js';
import { CoordinatingStore } from './coordinating.store.js';
import { DescribingResolver } from './describing.resolver.js';
import { FormingResolver } from './forming.resolver.js';
import { InvitationStore } from './invitation.store.js';
import { InvitingResolver } from './inviting.resolver.js';
import { Invitations } from './inviting.js';
import { JoiningResolver } from './joining.resolver.js';
import { LedgerStore } from './ledger.store.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { CoordinatingFieldsResolver, ParticipationResolver, RepresentationResolver } from './participation.resolver.js';
import { ParticipationStore } from './participation.store.js';
import { ProblemStore } from './problem.store.js';
import { RepresentationStore } from './representation.store.js';
import { ResemblingResolver } from './resembling.resolver.js';

/** All parts of the alliance slice. */
export const allianceProviders = [
  AllianceStore, ParticipationStore, RepresentationStore, CoordinatingStore, InvitationStore, ProblemStore, LedgerStore, Invitations,
  AllianceResolver, ActResolver, ParticipationResolver, RepresentationResolver, CoordinatingFieldsResolver,
  FormingResolver, DescribingResolver, InvitingResolver, JoiningResolver, OrganisationsResolver, CoordinatingResolver, ResemblingResolver,
];
