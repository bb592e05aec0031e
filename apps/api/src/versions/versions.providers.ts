import { ComparedSideResolver, ComparisonResolver, FramingComparisonResolver } from './comparison.resolver.js';
import { KeyframeStore } from './keyframe.store.js';
import { Past } from './past.js';
import { Replay } from './replay.js';
import { RestoreResolver, RestoringResolver } from './restore.resolver.js';
import { Sides } from './sides.js';
import { StandingContributions } from './standing.js';
import { SittingResolver, StepResolver, TimelineResolver } from './timeline.resolver.js';
import { TimelineStore } from './timeline.store.js';
import { FramingVersionsResolver, LabelCorrectionResolver, VersionResolver } from './version.resolver.js';
import { VersionStore } from './version.store.js';

/** What the slice hands to Nest. */
export const versionsProviders = [
  KeyframeStore, Replay, Past, Sides, StandingContributions, TimelineStore, VersionStore,
  TimelineResolver, SittingResolver, StepResolver,
  FramingVersionsResolver, VersionResolver, LabelCorrectionResolver,
  RestoreResolver, RestoringResolver,
  FramingComparisonResolver, ComparisonResolver, ComparedSideResolver,
];
