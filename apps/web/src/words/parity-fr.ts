/** Parité entre femmes et hommes parmi les sièges du comité. */
export const parityFr = {
  of: 'Parité entre femmes et hommes, {{college}}',
  MET: 'respectée',
  NOT_MET: 'non respectée',
  UNKNOWN: 'inconnue (trop peu de déclarations)',
  mine: 'Parité au comité de direction',
  text: 'Vous occupez un siège du comité de direction. Pour suivre la parité, le forum vous propose de déclarer si vous êtes comptée comme femme ou compté comme homme. Rien ne vous y oblige. Personne d’autre que vous ne lit votre déclaration : pour chaque collège, le forum montre seulement si la parité est « respectée », « non respectée » ou « inconnue ». Vous pouvez la changer ou la retirer à tout moment ; elle est supprimée quand vous quittez le siège.',
  legend: 'Ma déclaration',
  gender: {
    WOMAN: 'Une femme',
    MAN: 'Un homme',
    NEITHER: 'Ni l’un ni l’autre',
    NOTHING: 'Je ne déclare rien',
  },
  saved: 'Votre choix est enregistré.',
};
