import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module.js';
import { Attribution } from './attribution.js';
import { Binding } from './binding.js';
import { Engine } from './engine.js';
import { Hearsay } from './hearsay.js';
import { History } from './history.js';
import { Lineages } from './lineages.js';
import { LineageStore } from './lineage.store.js';
import { Log } from './log.js';
import { Neighbours } from './neighbours.js';
import { Readings } from './reading.js';
import { Rooms } from './room.js';
import { Texts } from './texts.js';
import { Thinning } from './thinning.js';
import { ThinningStore } from './thinning.store.js';
import { Upgrades } from './upgrade.js';
import { Writing } from './writing.js';
import { WritingStore } from './writing.store.js';

/** Writing together: the rooms, their log, and what readers get of it. */
@Module({
  imports: [SessionModule],
  providers: [Writing, Engine, Log, History, Thinning, ThinningStore, Texts, Readings, Attribution, Lineages, LineageStore, Hearsay, Rooms, Neighbours, Binding, WritingStore, Upgrades],
  exports: [Writing, Attribution, History, Texts, Upgrades],
})
export class WritingModule {}
