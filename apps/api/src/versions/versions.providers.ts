import { Clearing } from './clearing.js';
import { ClearingResolver } from './clearing.resolver.js';
import { ComparedSideResolver, ComparisonResolver, FramingComparisonResolver } from './comparison.resolver.js';
import { DeletedStore } from './deleted.store.js';
import { DeletedTextResolver, FramingDeletedResolver } from './deleted.resolver.js';
import { KeyframeStore } from './keyframe.store.js';
import { Past } from './past.js';
import { Replay } from './replay.js';
import { RestoreResolver, RestoringResolver } from './restore.resolver.js';
import { Sides } from './sides.js';
import { StandingContributions } from './standing.js';
import { SittingResolver, StepResolver, TimelineResolver } from './timeline.resolver.js';
import { TimelineStore } from './timeline.store.js';
import { Trace } from './trace.js';
import { FramingVersionsResolver, LabelCorrectionResolver, VersionResolver } from './version.resolver.js';
import { VersionStore } from './version.store.js';

/** What the slice hands to Nest. */
export const versionsProviders = [
  KeyframeStore, Replay, Past, Sides, StandingContributions, TimelineStore, VersionStore,
  TimelineResolver, SittingResolver, StepResolver,
  FramingVersionsResolver, VersionResolver, LabelCorrectionResolver,
  DeletedStore, Trace, Clearing, FramingDeletedResolver, DeletedTextResolver, ClearingResolver,
  RestoreResolver, RestoringResolver,
  FramingComparisonResolver, ComparisonResolver, ComparedSideResolver,
];
