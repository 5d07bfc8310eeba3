import type { Text } from '@hemicycle/kernel';

/** What a person may want to be written about or not. Everything else is always sent, at once. */
export const MAIL_TOPICS = ['REMINDERS', 'RESULTS', 'MINUTES'] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];

/** How she wants it: a letter each time, one a day with what waited, or none. */
export const MAIL_DELIVERIES = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
export type MailDelivery = (typeof MAIL_DELIVERIES)[number];

export const TOPIC_WORDS: Readonly<Record<MailTopic, Text>> = {
  REMINDERS: {
    fr: 'Rappels de ce que la charte demande : termes de mandats, ordres du jour, comptes rendus, suites de décisions',
    en: 'Reminders of what the charter asks for: ends of terms, agendas, minutes, what follows from decisions',
  },
  RESULTS: {
    fr: 'Résultats et annulations des scrutins dans lesquels vous votez ou êtes candidat·e',
    en: 'Results and cancellations of elections in which you vote or stand',
  },
  MINUTES: {
    fr: 'Comptes rendus de vos réunions, publiés ou rectifiés',
    en: 'Minutes of your meetings, published or corrected',
  },
};

/** What is always sent, and why. */
export const COMPULSORY_MAIL: readonly { readonly title: Text; readonly reason: Text }[] = [
  {
    title: {
      fr: 'Convocations, ordres du jour modifiés, documents ajoutés ensuite, annulations',
      en: 'Convocations, changed agendas, papers added afterwards, cancellations',
    },
    reason: {
      fr: 'La charte veut que chaque membre soit convoqué (règle NOTICE).',
      en: 'The charter has every member convened (rule NOTICE).',
    },
  },
  {
    title: {
      fr: 'Ouverture d’un vote dont vous êtes électeur ou électrice',
      en: 'The opening of a poll in which you vote',
    },
    reason: {
      fr: 'Qui figure sur la liste électorale doit savoir qu’elle est arrêtée et que le vote est ouvert (règle REGISTER).',
      en: 'Whoever is on the register must know that it is fixed and that the poll is open (rule REGISTER).',
    },
  },
  {
    title: { fr: 'Comptes rendus soumis à observations', en: 'Minutes to comment on' },
    reason: {
      fr: 'Les membres ont quelques jours pour présenter des observations (règle MINUTES).',
      en: 'Members have a few days to comment (rule MINUTES).',
    },
  },
  {
    title: {
      fr: 'Intérêt enregistré à votre nom par qui préside',
      en: 'An interest recorded in your name by whoever presides',
    },
    reason: {
      fr: 'Votre siège ne prend pas part au point ; si vous n’avez pas cet intérêt, vous êtes seul·e à pouvoir le dire (règle RECUSAL).',
      en: 'Your seat takes no part in the item; if you have no such interest, you alone can say so (rule RECUSAL).',
    },
  },
  {
    title: {
      fr: 'Suites de décisions dont vous, ou votre organisation, êtes chargé·e : échéance, changement, retrait',
      en: 'What decisions charge you, or your organisation, with: its day, a change, a withdrawal',
    },
    reason: {
      fr: 'Une décision vous en charge, et son suivi est public (règle DECISION).',
      en: 'A decision charges you with it, and whether it is done is public (rule DECISION).',
    },
  },
  {
    title: { fr: 'Décisions sur votre dossier de candidature', en: 'Decisions on your application' },
    reason: {
      fr: 'La décision est motivée et vous est adressée (règle OPEN-CALL).',
      en: 'The decision has its reasons and is sent to you (rule OPEN-CALL).',
    },
  },
  {
    title: {
      fr: 'Événements auxquels vous êtes inscrit : confirmation, rappel, changement, annulation',
      en: 'Events for which you registered: confirmation, reminder, change, cancellation',
    },
    reason: {
      fr: 'Vous l’avez demandé en vous inscrivant ; annuler votre inscription y met fin.',
      en: 'You asked for it by registering; cancelling your registration ends it.',
    },
  },
  {
    title: { fr: 'Liens de connexion, changement d’adresse', en: 'Sign-in links, change of address' },
    reason: {
      fr: 'Sans eux, vous ne pourriez ni entrer ni apprendre que quelqu’un d’autre le tente.',
      en: 'Without them you could neither come in nor learn that somebody else tries to.',
    },
  },
];
