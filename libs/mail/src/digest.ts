import type { Language } from '@hemicycle/kernel';
import type { Letter, MailContext } from './mail-kind.js';

/** The kind of the letter that gathers what waited, one a day and a person. */
export const DIGEST = 'digest';

const titled = (title: string): string => `${title}\n${'='.repeat(Math.min(title.length, 60))}`;

/** One letter of several: how many, then each with its subject as title. */
export function digestOf(letters: readonly Letter[], language: Language, { forum }: MailContext): Letter {
  const count = letters.length;
  const [subject, greeting] =
    language === 'fr'
      ? [
          `Votre lettre du jour : ${count} ${count > 1 ? 'messages' : 'message'} – ${forum.name.fr}`,
          'Bonjour,',
        ]
      : [`Your daily letter: ${count} ${count > 1 ? 'messages' : 'message'} – ${forum.name.en}`, 'Hello,'];
  // Each begins with the same greeting, which is said once.
  const texts = letters.map(({ subject: title, text }) => [
    titled(title.replaceAll(/\s+/g, ' ')),
    text.trim().replace(`${greeting}\n\n`, ''),
  ]);
  return { subject, text: [greeting, ...texts.flat()].join('\n\n') };
}
