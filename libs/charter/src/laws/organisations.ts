import { type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { law, rule } from '../rule.js';

/** An organisation as its laws know it. */
export interface OrganisationFacts {
  readonly name: Text;
  readonly college: College;
  /** Its last day in the forum; null: still there. */
  readonly leftOn: Day | null;
}

export const organisationIsInTheForum = rule<{ readonly on: Day; readonly organisation: OrganisationFacts }>(
  'C3-COLLEGES',
  ({ on, organisation: { name, leftOn } }) =>
    leftOn === null || on <= leftOn
      ? true
      : {
          fr: `L’organisation « ${name.fr} » a quitté le forum le ${dayInWords(leftOn).fr}.`,
          en: `The organisation “${name.en}” left the forum on ${dayInWords(leftOn).en}.`,
        },
);

export interface NamingFacts {
  /** Colleges of the other organisations that bear one of the names then or later. */
  readonly namesakes: readonly College[];
}

export const organisationIsInOneCollege = rule<NamingFacts>('C3-COLLEGES', ({ namesakes }) =>
  namesakes.length === 0
    ? true
    : {
        fr: 'Une organisation de ce nom est déjà inscrite : une organisation appartient à un seul collège.',
        en: 'An organisation of this name is registered already: an organisation belongs to one college.',
      },
);

export const registerOrganisation = law<NamingFacts>('registerOrganisation', [organisationIsInOneCollege]);

export interface RenamingFacts extends NamingFacts {
  /** The day from which the new name is borne. */
  readonly on: Day;
  readonly organisation: OrganisationFacts;
  /** The first day of the last name recorded, which may be to come. */
  readonly lastNamedOn: Day;
}

export const namesFollowEachOther = rule<RenamingFacts>('C3-COLLEGES', ({ on, lastNamedOn }) =>
  lastNamedOn <= on
    ? true
    : {
        fr: `Un nom est déjà enregistré à partir du ${dayInWords(lastNamedOn).fr} : un changement de nom ne prend pas effet avant lui.`,
        en: `A name is recorded from ${dayInWords(lastNamedOn).en} on already: a renaming does not take effect before it.`,
      },
);

export const renameOrganisation = law<RenamingFacts>('renameOrganisation', [
  organisationIsInTheForum,
  organisationIsInOneCollege,
  namesFollowEachOther,
]);

export interface CorrespondentFacts {
  readonly on: Day;
  readonly organisation: OrganisationFacts;
}

export const correspondentIsOfADepartment = rule<CorrespondentFacts>(
  'C3-COLLEGES',
  ({ organisation: { name, college } }) =>
    college === 'GOVERNMENT' || {
      fr: `« ${name.fr} » appartient au collège de la société civile : un correspondant suit le plan pour un acteur public.`,
      en: `“${name.en}” is in the college of civil society: a correspondent follows the plan for a government actor.`,
    },
);

export const nameCorrespondent = law<CorrespondentFacts>('nameCorrespondent', [
  organisationIsInTheForum,
  correspondentIsOfADepartment,
]);

export interface EndOfCorrespondenceFacts {
  readonly on: Day;
  /** The last day already recorded; null: none. */
  readonly untilOn: Day | null;
}

export const correspondentIsStillNamed = rule<EndOfCorrespondenceFacts>('LIFE', ({ untilOn }) =>
  untilOn === null
    ? true
    : {
        fr: `La fonction de ce correspondant a pris fin le ${dayInWords(untilOn).fr}. Aucun autre état ne peut suivre.`,
        en: `This correspondent’s charge ended on ${dayInWords(untilOn).en}. No other state can follow.`,
      },
);

export const endCorrespondent = law<EndOfCorrespondenceFacts>('endCorrespondent', [
  correspondentIsStillNamed,
]);
