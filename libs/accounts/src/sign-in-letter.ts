import type { MailKind } from '@hemicycle/mail';
import { SignInLinksRepository } from './sign-in-links.repository.js';

/** How long a link that was asked for can be used. */
export const LINK_MINUTES = 30;

/** Where a link leads, below the forum's address. */
export const signInPath = (token: string): string => `/sign-in?token=${token}`;

const links = new SignInLinksRepository();

/** The link that opens a session. Its token is made when the letter leaves. */
export const SIGN_IN_LETTER: MailKind<Record<never, never>, { token: string }> = {
  kind: 'SIGN_IN_LINK',
  uselessAfterMinutes: LINK_MINUTES,
  fresh: async (tx, personId, at) => ({ token: await links.make(tx, personId, at, LINK_MINUTES) }),
  compose: ({ token }, language, { publicUrl, forum }) => {
    const address = `${publicUrl}${signInPath(token)}`;
    return language === 'fr'
      ? {
          subject: `Votre lien de connexion – ${forum.name.fr}`,
          text: [
            'Bonjour,',
            `Pour vous connecter, ouvrez ce lien dans les ${LINK_MINUTES} minutes :`,
            address,
            'Il ne sert qu’une fois. Ne le transmettez à personne.',
            'Si vous n’avez rien demandé, ignorez ce message : sans ce lien, personne n’entre à votre place.',
          ].join('\n\n'),
        }
      : {
          subject: `Your sign-in link – ${forum.name.en}`,
          text: [
            'Hello,',
            `To sign in, open this link within ${LINK_MINUTES} minutes:`,
            address,
            'It works once. Do not pass it on.',
            'If you asked for nothing, ignore this message: without this link nobody can come in as you.',
          ].join('\n\n'),
        };
  },
};
