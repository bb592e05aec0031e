import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Channel } from './channel.js';
import { Writer } from './change.js';
import { Database } from './database.js';
import { Live } from './live.js';
import { Settings } from './settings.js';

/** What every slice stands on. */
@Global()
@Module({})
export class CoreModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: CoreModule,
      providers: [{ provide: Settings, useValue: settings }, Database, Channel, Live, Writer],
      exports: [Settings, Database, Channel, Live, Writer],
    };
  }
}
