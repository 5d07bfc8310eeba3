/** Ce que dit la page de contact, en français. */
export const contactFr = {
  title: 'Écrire au secrétariat',
  lead: 'Une question, une remarque, une difficulté : tout le monde peut écrire au secrétariat du forum, sans compte.',
  yours: 'Votre message',
  kept: 'Votre message est envoyé par courriel à toutes les personnes qui travaillent aujourd’hui au secrétariat. Le forum ne le garde pas une fois qu’il est transmis.',
  name: 'Votre nom (facultatif)',
  email: 'Votre adresse électronique',
  emailText: 'Le secrétariat vous répond à cette adresse. Elle n’est montrée à personne d’autre.',
  subject: 'Objet',
  message: 'Message',
  send: 'Envoyer le message',
  sent: 'Votre message part vers le secrétariat. Un accusé de réception, qui ne le répète pas, est envoyé à votre adresse.',
};
