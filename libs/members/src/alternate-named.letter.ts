import type { MailKind } from '@hemicycle/mail';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type AlternateNamedWords = {
  readonly memberName: string;
  readonly memberNumber: number;
  readonly organisationFr: string;
  readonly organisationEn: string;
};

/** The news, to whoever may sit in for a member from now on, of what that is (charter ALTERNATE). */
export const ALTERNATE_NAMED_LETTER: MailKind<AlternateNamedWords> = {
  kind: 'alternate-named',
  compose: ({ memberName, memberNumber, organisationFr, organisationEn }, language, { publicUrl }) =>
    language === 'fr'
      ? {
          subject: `Vous suppléez ${memberName} au forum`,
          text: [
            'Bonjour,',
            `Vous avez été désigné·e pour suppléer ${memberName}, membre n° ${memberNumber} du forum, pour « ${organisationFr} ».`,
            'Vous siégez et votez à sa place lorsque votre présence est enregistrée au titre de ce siège avant l’ouverture d’un vote ; vous ne pouvez être candidat·e à sa place, ni siéger au comité de direction. Les convocations aux séances plénières et aux réunions de ses groupes de travail vous sont adressées aussi.',
            `Vous pouvez vous connecter avec cette adresse : ${publicUrl}`,
          ].join('\n\n'),
        }
      : {
          subject: `You are the alternate of ${memberName} in the forum`,
          text: [
            'Hello,',
            `You were named to sit in for ${memberName}, member no. ${memberNumber} of the forum, for “${organisationEn}”.`,
            'You sit and vote in her or his place where your presence is recorded for that seat before a vote opens; you cannot stand for election in that place, nor sit on the management committee. Convocations to plenaries and to the meetings of her or his working groups are sent to you too.',
            `You may sign in with this address: ${publicUrl}`,
          ].join('\n\n'),
        },
};
