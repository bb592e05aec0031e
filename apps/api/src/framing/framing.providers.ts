import { FramingResolver } from './framing.resolver.js';
import { FramingStore } from './framing.store.js';
import { ReadingResolver } from './reading.resolver.js';
import { AllianceProblemsResolver, ProblemResolver, ReframingResolver } from './problem.resolver.js';
import { FramingSourcesResolver, SourceResolver } from './source.resolver.js';
import { SourceStore } from './source.store.js';

/** What the slice hands to Nest. */
export const framingProviders = [FramingStore, FramingResolver, ProblemResolver, AllianceProblemsResolver, ReframingResolver, ReadingResolver, SourceStore, SourceResolver, FramingSourcesResolver];
