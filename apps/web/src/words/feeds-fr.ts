/** Ce que disent les pages des calendriers et des flux. */
export const feedsFr = {
  title: 'Suivre le forum',
  lead: 'Abonnez-vous une fois : les réunions arrivent dans votre calendrier et les publications dans votre lecteur, avec leurs changements et leurs annulations.',
  calendars: 'Calendriers',
  howCalendar:
    'Le lien « S’abonner » ouvre votre application de calendrier. Sinon, copiez l’adresse et collez-la dans votre calendrier : « ajouter par URL » dans Google Agenda, « s’abonner à partir du web » dans Outlook, « nouvel abonnement » dans Calendrier d’Apple ou Thunderbird. Un calendrier abonné se met à jour seul, en quelques heures selon l’application.',
  all: 'Réunions et événements ouverts à tous',
  plenaries: 'Séances plénières',
  committee: 'Réunions du comité de direction',
  group: 'Réunions du groupe « {{theme}} »',
  followGroup: 'Suivre les réunions dans votre calendrier',
  subscribe: 'S’abonner',
  subscribeTo: 'S’abonner : {{name}}',
  address: 'Adresse : {{name}}',
  own: 'Votre calendrier personnel',
  ownText:
    'Il ajoute le lien de participation à distance des réunions auxquelles vous prenez part, la clôture des votes dont vous êtes électeur ou électrice et la fin des observations sur les comptes rendus des séances plénières et de vos groupes. Son adresse se crée sur la page :',
  news: 'Publications',
  howNews:
    'Ces flux au format Atom se lisent dans un lecteur de flux, un navigateur ou une messagerie qui en propose un : copiez l’adresse et collez-la dans « ajouter un flux ».',
  minutes: 'Comptes rendus publiés et corrigés',
  decisions: 'Décisions',
  elections: 'Résultats des élections, une fois proclamés',
  calls: 'Appels à candidatures',
  myCalendar: 'Mon calendrier',
  myCalendarText:
    'Une adresse secrète, à coller dans votre application de calendrier : séances plénières, réunions de vos groupes de travail, celles du comité si vous y siégez, avec leurs liens de participation ; clôture de vos votes, fin des observations. Le secrétariat y a toutes les réunions. Quiconque la connaît lit votre calendrier ; elle ne dit jamais si vous avez voté.',
  made: 'Une adresse existe depuis le',
  make: 'Créer une adresse secrète',
  replace: 'Remplacer l’adresse',
  revoke: 'Supprimer l’adresse',
  madeNow: 'Voici l’adresse. Elle n’est montrée que cette fois.',
  replacing: 'La remplacer ou la supprimer met fin à l’ancienne, où qu’elle soit collée.',
  revoked: 'L’adresse est supprimée.',
  secret: 'Adresse secrète',
};
