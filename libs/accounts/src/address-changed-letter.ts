import type { MailKind } from '@hemicycle/mail';

/** Goes to the address that a person had: if she did not ask for another, she finds out. */
export const ADDRESS_CHANGED_LETTER: MailKind = {
  kind: 'ADDRESS_CHANGED',
  compose: (_, language, { publicUrl, forum }) =>
    language === 'fr'
      ? {
          subject: `Votre adresse a changé – ${forum.name.fr}`,
          text: [
            'Bonjour,',
            'Le secrétariat a remplacé cette adresse par une autre : les liens de connexion au forum iront désormais à la nouvelle.',
            'Si vous ne l’avez pas demandé, dites-le sans attendre au secrétariat. La nouvelle adresse ne permet de voter à aucun scrutin dont la liste électorale était arrêtée avant le changement.',
            publicUrl,
          ].join('\n\n'),
        }
      : {
          subject: `Your address has changed – ${forum.name.en}`,
          text: [
            'Hello,',
            'The secretariat has replaced this address by another: links to sign in to the forum go to the new one from now on.',
            'If you did not ask for it, tell the secretariat at once. The new address lets nobody vote in an election whose register was fixed before the change.',
            publicUrl,
          ].join('\n\n'),
        },
};
