import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import { Settings } from '../core/settings.js';

/** Whom the provider means. */
export interface Meant {
  readonly issuer: string;
  readonly subject: string;
}

/** The provider cannot be reached, or says what it must not. */
export class ProviderAway extends Error {}

const patience = 8;

/**
 * An organisation's sign-in by OpenID Connect: authorization code with PKCE, state and nonce, issuer and audience exactly ours.
 * Nothing but `openid` is asked for, so that no name, address or number of anybody comes here [E3].
 */
@Injectable()
export class Provider {
  private found: Promise<oidc.Configuration> | null = null;

  constructor(private readonly settings: Settings) {}

  get isThere(): boolean {
    return this.settings.oidcIssuer !== '';
  }

  private get back(): string {
    return `${this.settings.publicUrl}/sign-in/organisation/back`;
  }

  /** Where the browser goes. Nonce and verifier follow from what only the browser has, and are stored nowhere. */
  async way(state: string, browser: string): Promise<string> {
    const config = await this.configuration();
    return oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.back,
      scope: 'openid',
      response_type: 'code',
      state,
      nonce: derived('nonce', state, browser),
      code_challenge: await oidc.calculatePKCECodeChallenge(derived('verifier', state, browser)),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Whom the provider means, once everything that it says has been checked. */
  async meant(query: string, state: string, browser: string): Promise<Meant> {
    const config = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${this.back}${query}`), {
        expectedState: state,
        expectedNonce: derived('nonce', state, browser),
        pkceCodeVerifier: derived('verifier', state, browser),
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const { oidcIssuer, oidcClientId } = this.settings;
      const isForUs = [claims?.aud].flat().every((audience) => audience === oidcClientId);
      if (claims === undefined || claims.iss !== oidcIssuer || !isForUs || claims.sub === '' || claims.sub.length > 255) throw new ProviderAway('claims');
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      // What exactly was wrong with it is told to nobody: whoever forges would learn from it.
      throw new ProviderAway('grant', { cause: error });
    }
  }

  private configuration(): Promise<oidc.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.settings;
    const issuer = new URL(oidcIssuer);
    this.found ??= oidc
      .discovery(issuer, oidcClientId, undefined, oidcClientSecret === '' ? oidc.None() : oidc.ClientSecretBasic(oidcClientSecret), {
        timeout: patience,
        // Also what comes straight from the provider is believed only with its signature.
        execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
      })
      .then((config) => {
        if (config.serverMetadata().issuer !== oidcIssuer) throw new Error('another issuer');
        config.timeout = patience;
        return config;
      });
    return this.found.catch((error: unknown) => {
      // Away now need not be away for ever.
      this.found = null;
      throw new ProviderAway('discovery', { cause: error });
    });
  }
}

function derived(what: string, state: string, browser: string): string {
  return createHash('sha256').update(`${what}\n${state}\n${browser}`).digest('base64url');
}
