import { LINK_REQUESTED } from '@hemicycle/accounts';
import type { Language } from '@hemicycle/kernel';

/** What the pages say. */
export const WORDS = {
  withoutScripts: {
    fr: 'Ces pages ont besoin de JavaScript, que votre navigateur n’exécute pas. Merci de l’autoriser pour ce site, ou d’écrire au secrétariat, qui vous répondra. La connexion, elle, s’en passe.',
    en: 'These pages need JavaScript, which your browser does not run. Please allow it for this site, or write to the secretariat, who will answer you. Signing in does without.',
  },
  title: { fr: 'Connexion', en: 'Sign in' },
  notFound: {
    fr: 'Il n’y a rien à cette adresse.',
    en: 'There is nothing at this address.',
  },
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
  unsubscribeTitle: { fr: 'Messages du forum', en: 'Letters of the forum' },
  unsubscribe: {
    fr: 'Vous pouvez ne plus recevoir les messages facultatifs de ce genre. Les convocations et les autres messages que la charte impose continueront de vous parvenir.',
    en: 'You may stop receiving optional letters of this kind. Convocations and the other letters that the charter requires will still reach you.',
  },
  unsubscribeButton: { fr: 'Ne plus recevoir ces messages', en: 'Stop these letters' },
  unsubscribed: {
    fr: 'C’est fait : vous ne recevrez plus ces messages. Pour revenir sur ce choix, ouvrez « Mon compte » sur le site du forum.',
    en: 'Done: you will not receive these letters any more. To choose again, open “My account” on the forum’s site.',
  },
  unsubscribeUnknown: {
    fr: 'Ce lien n’est pas complet. Ouvrez-le depuis le message, ou faites votre choix dans « Mon compte ».',
    en: 'This link is not complete. Open it from the letter, or make your choice in “My account”.',
  },
  outbox: { fr: 'Messages envoyés', en: 'Letters sent' },
  outboxMeaning: {
    fr: 'Une démonstration n’envoie pas de courrier. Ses derniers messages sont ici, sur cette machine seulement.',
    en: 'A demonstration sends no mail. Its last letters are here, on this machine only.',
  },
  noLetter: { fr: 'Aucun message pour l’instant.', en: 'No letter yet.' },
  to: { fr: 'À', en: 'To' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
