import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { logOf } from '../core/log.js';
import { Settings } from '../core/settings.js';
import { LetterStore, type WaitingLetter } from './letter.store.js';

/** How often letters that could not be handed in are tried again. */
const again = 15_000;

/** Hands letters in after the commit, and again when the post was away [M2]. Without SMTP_URL they stay in the outbox. */
@Injectable()
export class Post implements OnModuleInit, OnModuleDestroy {
  private readonly log: Logger;
  private transport: Transporter | null = null;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | null = null;
  private asked = false;

  constructor(
    private readonly settings: Settings,
    private readonly letters: LetterStore,
  ) {
    this.log = logOf(settings);
  }

  onModuleInit(): void {
    if (this.settings.smtpUrl === '') return;
    this.transport = createTransport({ url: this.settings.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, logger: false });
    this.timer = setInterval(() => this.wake(), again).unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    const transport = this.transport;
    this.transport = null;
    await this.round;
    transport?.close();
  }

  /** Looks for letters that wait; called after a commit that wrote some. */
  wake(): void {
    if (this.transport === null) return;
    this.asked = true;
    this.round ??= this.deliver().finally(() => {
      this.round = null;
    });
  }

  private async deliver(): Promise<void> {
    while (this.asked && this.transport !== null) {
      this.asked = false;
      try {
        const waiting = await this.letters.waiting(20);
        for (const letter of waiting) await this.handIn(letter);
        if (waiting.length === 20) this.asked = true;
      } catch (error) {
        this.log.error({ code: codeOf(error) }, 'letters could not be read');
      }
    }
  }

  private async handIn(letter: WaitingLetter): Promise<void> {
    try {
      await this.transport?.sendMail({
        from: this.settings.mailFrom,
        to: letter.address,
        subject: letter.subject,
        text: letter.body,
        headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated' },
      });
      await this.letters.sent(letter.id);
    } catch (error) {
      const code = codeOf(error);
      await this.letters.failed(letter.id, code);
      this.log.warn({ code }, 'a letter could not be handed in and is tried again');
    }
  }
}

// A mail server's answer may repeat the address; only its number is kept.
function codeOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ').slice(0, 60) || 'unknown';
}
