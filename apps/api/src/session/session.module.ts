import { Module } from '@nestjs/common';
import { SessionStore } from './session.store.js';

/** Sessions stand by themselves, since the door to GraphQL needs them before any resolver. */
@Module({ providers: [SessionStore], exports: [SessionStore] })
export class SessionModule {}
