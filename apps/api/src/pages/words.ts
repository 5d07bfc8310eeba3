import { LINK_REQUESTED } from '@hemicycle/accounts';
import type { Language } from '@hemicycle/kernel';

/** What the pages say. */
export const WORDS = {
  welcome: { fr: 'Bienvenue', en: 'Welcome' },
  whatThisIs: {
    fr: 'Hemicycle fait vivre ce forum : ses membres, ses séances, ses scrutins et ses documents, selon sa charte. Chaque refus cite la règle qui refuse. Les données publiques se lisent sans connexion, par l’API.',
    en: 'Hemicycle runs this forum: its members, its sessions, its elections and its documents, under its charter. Every refusal cites the rule that refuses. What is public can be read without signing in, through the API.',
  },
  charter: { fr: 'La charte du forum, règle par règle', en: 'The charter of the forum, rule by rule' },
  graphiql: { fr: 'Essayer l’API (GraphiQL)', en: 'Try the API (GraphiQL)' },
  title: { fr: 'Connexion', en: 'Sign in' },
  signedIn: { fr: 'Connexion ouverte au nom de', en: 'Signed in as' },
  leave: { fr: 'Me déconnecter', en: 'Sign out' },
  notFoundTitle: { fr: 'Page introuvable', en: 'Page not found' },
  notFound: {
    fr: 'Il n’y a rien à cette adresse.',
    en: 'There is nothing at this address.',
  },
  home: { fr: 'Aller à l’accueil', en: 'Go to the first page' },
  confirm: {
    fr: 'Ce lien vous connecte au forum sur cet appareil. Il sert une seule fois.',
    en: 'This link signs you in to the forum on this device. It works once.',
  },
  enter: { fr: 'Me connecter', en: 'Sign in' },
  ask: {
    fr: 'Indiquez votre adresse électronique : vous recevrez un lien de connexion.',
    en: 'Give your email address: you will receive a sign-in link.',
  },
  address: { fr: 'Adresse électronique', en: 'Email address' },
  send: { fr: 'Recevoir un lien', en: 'Send me a link' },
  requestedTitle: { fr: 'Consultez votre messagerie', en: 'Check your mail' },
  requested: LINK_REQUESTED,
  badAddress: {
    fr: 'Ce n’est pas une adresse électronique. Écrivez-la ainsi : nom@exemple.fr',
    en: 'This is not an email address. Write it like this: name@example.org',
  },
  notValidTitle: { fr: 'Ce lien n’est plus valable', en: 'This link is no longer valid' },
  refusedTitle: { fr: 'Demande refusée', en: 'Request refused' },
  elsewhere: {
    fr: 'Cette demande ne vient pas d’une page du forum. Rien n’a été fait. Ouvrez le lien de votre message vous-même.',
    en: 'This request does not come from a page of the forum. Nothing was done. Open the link of your message yourself.',
  },
  outbox: { fr: 'Messages envoyés', en: 'Letters sent' },
  outboxMeaning: {
    fr: 'Une démonstration n’envoie pas de courrier. Ses derniers messages sont ici, sur cette machine seulement.',
    en: 'A demonstration sends no mail. Its last letters are here, on this machine only.',
  },
  noLetter: { fr: 'Aucun message pour l’instant.', en: 'No letter yet.' },
  to: { fr: 'À', en: 'To' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
