import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MediaRows } from './media.rows.store.js';
import { MediaStore } from './media.store.js';

const hour = 60 * 60 * 1_000;

/** Takes away files that were uploaded and never given, a day after. */
@Injectable()
export class MediaTidying implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rows: MediaRows,
    private readonly media: MediaStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy().catch(() => undefined), hour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Once now: first the rows nobody used, then bytes that no row bears. */
  async tidy(): Promise<void> {
    await this.media.forget(await this.rows.tidy());
    const kept = await this.media.kept();
    if (kept.length > 0) await this.media.forget(await this.rows.strays(kept));
  }
}
