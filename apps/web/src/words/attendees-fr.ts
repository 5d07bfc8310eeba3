/** Ce que disent les pages de qui assiste à une séance sans y siéger. */
export const attendeesFr = {
  title: 'Autres personnes présentes',
  text: 'Le compte rendu nomme aussi qui assiste à la séance sans y siéger, avec sa qualité : personne entendue, observateur, secrétariat, invité. Ces personnes ne comptent pas pour le quorum et ne votent pas.',
  name: 'Nom',
  nameHint:
    'Prévenez cette personne : le compte rendu rend son nom public, et lui seul. D’ici là, il n’est montré qu’à qui tient les présences et le compte rendu ; une fois celui-ci communiqué aux membres, il n’est plus conservé qu’avec lui.',
  organisation: 'Organisation, s’il y en a une',
  as: 'Qualité',
  capacity: {
    EXPERT: 'personne entendue en qualité d’expert',
    OBSERVER: 'observateur ou observatrice',
    SECRETARIAT: 'secrétariat',
    GUEST: 'invité·e',
  },
  record: 'Enregistrer cette personne',
  recorded: 'La personne est enregistrée parmi les présents.',
  remove: 'Retirer {{name}}',
  removed: 'La personne est retirée, et son nom effacé.',
};
