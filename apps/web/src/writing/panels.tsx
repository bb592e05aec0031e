import { lazy, type ComponentType } from 'react';
import { bringWords } from '../lib/words';
import type { PanelName, PanelProps } from './panel';

// None of them is fetched before it is used, and neither are its words.
const later = (load: () => Promise<ComponentType<PanelProps>>) => lazy(() => Promise.all([load(), bringWords(['editing'])]).then(([shown]) => ({ default: shown })));

/** The parts that open under the toolbar. */
export const panels: Readonly<Record<PanelName, ComponentType<PanelProps>>> = {
  link: later(() => import('./LinkForm').then((m) => m.LinkForm)),
  insert: later(() => import('./InsertPanel').then((m) => m.InsertPanel)),
  picture: later(() => import('./PictureForm').then((m) => m.PictureForm)),
  source: later(() => import('./SourceForm').then((m) => m.SourceForm)),
  find: later(() => import('./FindPanel').then((m) => m.FindPanel)),
  count: later(() => import('./CountPanel').then((m) => m.CountPanel)),
  keys: later(() => import('./KeySheet').then((m) => m.KeySheet)),
};

/** What can be done with the table one stands in. */
export const TableTools = later(() => import('./TableTools').then((m) => m.TableTools));
