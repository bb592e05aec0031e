import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Acknowledged } from './acknowledged';

/** Where the writing socket of this page is. */
export function writingAddress(page: Location = location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/collab`;
}

/**
 * The socket, with two differences: it keeps no queue while closed (what was written lies in the document and is
 * sent whole by the first exchange; a queue would send it twice and blur the count), and it tells the count.
 */
export class WritingSocket extends HocuspocusProviderWebsocket {
  private count: Acknowledged | null = null;

  constructor(count: Acknowledged, heard: () => void) {
    super({ url: writingAddress(), autoConnect: false, delay: 500, minDelay: 300, maxDelay: 5_000, factor: 1.6 });
    this.count = count;
    this.on('open', () => count.begin());
    this.on('close', () => count.begin());
    this.on('message', (event: MessageEvent<ArrayBuffer>) => {
      if (count.in(new Uint8Array(event.data))) heard();
    });
  }

  override send(frame: unknown): void {
    if (this.webSocket?.readyState !== WebSocket.OPEN || !(frame instanceof Uint8Array)) return;
    this.count?.out(frame);
    this.webSocket.send(frame as Uint8Array<ArrayBuffer>);
  }
}
