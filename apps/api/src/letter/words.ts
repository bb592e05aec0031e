import type { Language } from '@samsyn/domain/shared/refusals';
import type { Letter } from './letter.store.js';

/** The letter with a link to sign in. */
export function signInLetter(address: string, language: Language, url: string): Letter {
  const words = {
    sv: {
      subject: 'Din länk till Samsyn',
      body: `Hej!\n\nHär är länken som tar dig in i Samsyn:\n\n${url}\n\nÖppna den i samma webbläsare som du bad om den i. Den gäller i tio minuter och kan användas en gång.\n\nHar du inte bett om någon länk? Då behöver du inte göra något.\n`,
    },
    en: {
      subject: 'Your link to Samsyn',
      body: `Hello!\n\nHere is the link that takes you into Samsyn:\n\n${url}\n\nOpen it in the same browser in which you asked for it. It works for ten minutes and can be used once.\n\nDid you not ask for a link? Then you need not do anything.\n`,
    },
  }[language];
  return { address, language, ...words };
}

/** What an invitation is about. */
export interface Inviting {
  readonly by: string;
  readonly alliance: string;
  readonly worry: string;
  readonly url: string;
  readonly coordinates: boolean;
}

/** The letter that invites somebody to an alliance. */
export function invitationLetter(address: string, language: Language, about: Inviting): Letter {
  const { by, alliance, worry, url, coordinates } = about;
  const words = {
    sv: {
      subject: `Inbjudan till kunskapsalliansen ${alliance}`,
      body:
        `Hej!\n\n${by} bjuder in dig till kunskapsalliansen ${alliance} i Samsyn.\n\nDet här oroar dem som är med:\n${worry}\n\n` +
        (coordinates ? `Du tillfrågas också om att samordna tillsammans med ${by}. Uppdraget ger inga särskilda rättigheter, och du kan lämna det vidare när du vill.\n\n` : '') +
        `Gå med här. Du väljer själv vad du vill kallas:\n${url}\n\nLänken är din och kan användas en gång, inom trettio dagar. Vill du inte vara med behöver du inte göra något.\n`,
    },
    en: {
      subject: `Invitation to the knowledge alliance ${alliance}`,
      body:
        `Hello!\n\n${by} invites you to the knowledge alliance ${alliance} in Samsyn.\n\nThis is what worries those who take part:\n${worry}\n\n` +
        (coordinates ? `You are also asked to coordinate together with ${by}. The task gives no special rights, and you can pass it on whenever you like.\n\n` : '') +
        `Join here. You choose yourself what to be called:\n${url}\n\nThe link is yours and can be used once, within thirty days. If you do not want to join, you need not do anything.\n`,
    },
  }[language];
  return { address, language, ...words };
}
