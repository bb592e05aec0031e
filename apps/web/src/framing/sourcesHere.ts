import { createContext } from 'react';
import type { FramingShown } from './framingQuery';

/** The list of sources of the framing that is read. */
export const SourcesHere = createContext<FramingShown['sources']>([]);
