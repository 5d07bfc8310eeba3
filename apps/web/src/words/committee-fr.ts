/** Ce que disent les pages du comité de direction. */
export const committeeFr = {
  title: 'Comité de direction',
  lead: 'Les deux coprésidents et les membres élus de chaque collège. Le comité arrête l’ordre du jour des séances plénières avec le secrétariat ; ce qu’il adopte en réunion est une recommandation.',
  whoItIs: 'Composition',
  acting: 'mandat achevé, intérim pour les affaires courantes',
  meetings: 'Réunions du comité de direction',
  meeting: 'Réunion n° {{number}} du comité de direction',
  caption: 'Réunions du comité, la plus récente d’abord',
  none: 'Le comité ne s’est pas réuni, et aucune réunion n’est prévue.',
  planText: 'La coprésidence arrête l’ordre du jour ; le secrétariat convoque, cinq jours avant par défaut.',
  desk: 'Bureau : réunion n° {{number}} du comité de direction',
  conveneText: 'L’ordre du jour est publié, et les membres du comité reçoivent leur convocation.',
  minutes: 'Compte rendu de la réunion n° {{number}} du comité de direction',
  minutesDesk: 'Bureau : compte rendu de la réunion n° {{number}} du comité de direction',
  draftMinutes: 'En préparation : seuls la coprésidence et le secrétariat le lisent.',
  circulateText:
    'Les membres du comité le reçoivent et présentent leurs observations. Le texte ne se modifie plus ensuite.',
};
