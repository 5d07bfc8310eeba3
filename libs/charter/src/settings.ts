import { type College, COLLEGES, quantity, type Text } from '@hemicycle/kernel';
import type { DocumentId } from './documents.js';
import type { ElectionMethod, RulesOfProcedure, Setting, Share } from './rules-of-procedure.js';

interface Option {
  readonly value: string;
  readonly name: Text;
}

/** The shape and the bounds of a setting's value. */
export type SettingForm =
  | { readonly type: 'YES_NO' }
  /** Both bounds included. `whenNull` is what null means, where null is allowed. */
  | { readonly type: 'INTEGER'; readonly min: number; readonly max: number; readonly whenNull?: Text }
  | { readonly type: 'CHOICE'; readonly options: readonly Option[]; readonly whenNull?: Text }
  /** Some of the options, each at most once, in an order that matters. */
  | { readonly type: 'ORDER'; readonly options: readonly Option[] }
  /** More than nothing, at most the whole. */
  | { readonly type: 'SHARE' }
  /** A number for each college; both bounds included, and a fixed sum. */
  | { readonly type: 'BY_COLLEGE'; readonly min: number; readonly sum: number };

/** What a setting means, what it may be, and where its default comes from. */
export interface SettingDefinition {
  readonly meaning: Text;
  readonly form: SettingForm;
  /** The text or practice that inspired the default. */
  readonly defaultFrom: DocumentId;
}

const text = (fr: string, en: string): Text => ({ fr, en });
const option = (value: string, fr: string, en: string): Option => ({ value, name: { fr, en } });
const integer = (min: number, max: number, whenNull?: Text): SettingForm =>
  whenNull === undefined ? { type: 'INTEGER', min, max } : { type: 'INTEGER', min, max, whenNull };

const METHODS: Readonly<Record<ElectionMethod, Option>> = {
  MAJORITY_TWO_ROUNDS: option('MAJORITY_TWO_ROUNDS', 'majorité en deux tours', 'majority in two rounds'),
  BLOCK_VOTE: option('BLOCK_VOTE', 'scrutin plurinominal à un tour', 'block vote, one round'),
  APPROVAL: option('APPROVAL', 'vote par approbation', 'approval voting'),
  MAJORITY_JUDGMENT: option('MAJORITY_JUDGMENT', 'jugement majoritaire', 'majority judgment'),
  INSTANT_RUNOFF: option('INSTANT_RUNOFF', 'vote alternatif', 'instant run-off'),
  SINGLE_TRANSFERABLE_VOTE: option(
    'SINGLE_TRANSFERABLE_VOTE',
    'vote unique transférable',
    'single transferable vote',
  ),
  SCHULZE: option('SCHULZE', 'méthode de Schulze', 'Schulze method'),
};

/** Methods whose ballots rank candidates: they cannot be summed sealed (charter METHOD). */
const RANKED_METHODS: readonly ElectionMethod[] = ['INSTANT_RUNOFF', 'SINGLE_TRANSFERABLE_VOTE', 'SCHULZE'];

/** Every setting of the rules of procedure. The bounds keep a setting from contradicting what a text fixes. */
export const SETTINGS: Readonly<Record<Setting, SettingDefinition>> = {
  callOpenDays: {
    meaning: text(
      'Durée minimale d’ouverture d’un appel à candidatures, en jours',
      'Shortest time a call for applications stays open, in days',
    ),
    form: integer(1, 180),
    defaultFrom: 'OURS',
  },
  alternatesAllowed: {
    meaning: text('Un membre peut avoir un suppléant', 'A member may have an alternate'),
    form: { type: 'YES_NO' },
    defaultFrom: 'CRPA',
  },
  parityFollowed: {
    meaning: text(
      'L’écart entre femmes et hommes au comité est suivi et signalé',
      'The gap between women and men on the committee is followed and warned of',
    ),
    form: { type: 'YES_NO' },
    defaultFrom: 'L2014-873',
  },
  committeeSeatsPerCollege: {
    meaning: text(
      'Répartition entre les collèges des quatre sièges du comité autres que la coprésidence',
      'How the committee’s four seats beside the co-chairs are shared between the colleges',
    ),
    // C3-COMMITTEE fixes four, from both sides.
    form: { type: 'BY_COLLEGE', min: 1, sum: 4 },
    defaultFrom: 'OURS',
  },
  termLimitPerPerson: {
    meaning: text(
      'Nombre maximal de mandats complets et consécutifs d’une personne dans une même fonction',
      'Most consecutive full terms of one person in the same office',
    ),
    form: integer(1, 10, text('aucune limite', 'no limit')),
    defaultFrom: 'OURS',
  },
  termLimitPerOrganisation: {
    meaning: text(
      'Nombre maximal de mandats complets et consécutifs d’une organisation dans une même fonction',
      'Most consecutive full terms of one organisation in the same office',
    ),
    form: integer(1, 10, text('aucune limite', 'no limit')),
    defaultFrom: 'OURS',
  },
  actingMonths: {
    meaning: text('Durée maximale de l’intérim, en mois', 'Longest time a former holder acts, in months'),
    // OGP 1.1: a meeting at least every six months, and the next plenary must carry the election.
    form: integer(1, 6),
    defaultFrom: 'ES',
  },
  byElectionFullTermMonths: {
    meaning: text(
      'Durée restante, en mois, à partir de laquelle et au-dessous de laquelle l’élection partielle ouvre un mandat complet',
      'Remaining months at or below which a by-election is for a full term',
    ),
    form: integer(0, 12),
    defaultFrom: 'OURS',
  },
  collegeVotes: {
    meaning: text('Qui vote pour un siège', 'Who votes for a seat'),
    form: {
      type: 'CHOICE',
      options: [
        option('OWN_COLLEGE', 'le collège du siège', 'the seat’s own college'),
        option('PLENARY', 'toute la séance plénière', 'the whole plenary'),
      ],
    },
    defaultFrom: 'IT',
  },
  presidingOrder: {
    meaning: text(
      'Qui préside une séance, dans cet ordre, parmi les non-candidats',
      'Who presides over a session, in this order, among those who are not candidates',
    ),
    form: {
      type: 'ORDER',
      options: [
        option('CO_CHAIR', 'un coprésident', 'a co-chair'),
        option('COMMITTEE_MEMBER', 'un membre du comité', 'a committee member'),
        option(
          'LONGEST_SERVING_MEMBER',
          'le membre présent le plus anciennement entré, puis le plus petit numéro de membre',
          'the longest-serving member present, then the lowest member number',
        ),
        option('SECRETARIAT', 'une personne du secrétariat', 'a person of the secretariat'),
      ],
    },
    defaultFrom: 'OURS',
  },
  recusalRequired: {
    meaning: text(
      'Un membre qui a déclaré un intérêt ne prend pas part au point',
      'A member with a declared interest takes no part in the item',
    ),
    form: { type: 'YES_NO' },
    defaultFrom: 'CRPA',
  },
  tieRule: {
    meaning: text(
      'Règle qui départage les ex æquo avant le tirage au sort',
      'The rule that settles a tied seat before the lot',
    ),
    form: {
      type: 'CHOICE',
      options: [
        option('SENIORITY', 'l’ancienneté au forum', 'seniority in the forum'),
        option('AGE', 'le plus âgé', 'the eldest'),
        option('UNDER_REPRESENTED_GENDER', 'le sexe le moins représenté', 'the under-represented gender'),
      ],
      whenNull: text('aucune : le sort décide', 'none: the lot decides'),
    },
    defaultFrom: 'OURS',
  },
  facilitatorsPerCollege: {
    meaning: text(
      'Nombre d’animateurs qu’un groupe thématique reçoit de chaque collège',
      'Facilitators that each college gives a thematic group',
    ),
    form: integer(1, 3),
    defaultFrom: 'OURS',
  },
  groupConvocation: {
    meaning: text('Départ de la convocation d’un groupe', 'How a group’s convocation leaves'),
    form: {
      type: 'CHOICE',
      options: [
        option('AUTOMATIC', 'd’elle-même, sauf arrêt motivé', 'by itself, unless stopped with a reason'),
        option('SENT_BY_SECRETARIAT', 'sur envoi du secrétariat', 'when the secretariat sends it'),
      ],
    },
    defaultFrom: 'OURS',
  },
  plenaryNoticeDays: {
    meaning: text('Délai de convocation d’une séance plénière, en jours', 'Notice of a plenary, in days'),
    form: integer(1, 60),
    defaultFrom: 'OURS',
  },
  committeeNoticeDays: {
    meaning: text(
      'Délai de convocation du comité de direction, en jours',
      'Notice of a committee meeting, in days',
    ),
    form: integer(1, 60),
    defaultFrom: 'CRPA',
  },
  groupNoticeDays: {
    meaning: text(
      'Délai de convocation d’un groupe thématique, en jours',
      'Notice of a group’s meeting, in days',
    ),
    form: integer(1, 60),
    defaultFrom: 'CRPA',
  },
  secondConvocationNoticeDays: {
    meaning: text('Délai d’une seconde convocation, en jours', 'Notice of a second convocation, in days'),
    form: integer(1, 60),
    defaultFrom: 'OURS',
  },
  quorumShare: {
    meaning: text(
      'Part des membres de chaque collège requise pour le quorum, au moins',
      'Share of each college’s members needed for a quorum, at least',
    ),
    form: { type: 'SHARE' },
    defaultFrom: 'CRPA',
  },
  proxiesPerHolder: {
    meaning: text(
      'Nombre maximal de procurations par membre (0 : aucune procuration)',
      'Most proxies one member may hold (0: no proxies)',
    ),
    form: integer(0, 3),
    defaultFrom: 'CRPA',
  },
  decisionMajority: {
    meaning: text('Majorité d’une décision mise aux voix', 'Majority of a decision put to the vote'),
    form: {
      type: 'CHOICE',
      options: [
        option('DOUBLE', 'double, dans chaque collège', 'double, in each college'),
        option('SIMPLE', 'simple', 'simple'),
      ],
    },
    defaultFrom: 'GE',
  },
  extraordinaryRequestShare: {
    meaning: text(
      'Part des membres qui peut exiger une séance plénière, au moins',
      'Share of the members that may require a plenary, at least',
    ),
    form: { type: 'SHARE' },
    defaultFrom: 'ES',
  },
  extraordinaryWithinDays: {
    meaning: text(
      'Délai dans lequel se tient une séance plénière exigée, en jours',
      'Time within which a required plenary is held, in days',
    ),
    form: integer(1, 180),
    defaultFrom: 'OURS',
  },
  minutesCirculatedWithinDays: {
    meaning: text('Délai d’envoi du compte rendu, en jours', 'Time to send the minutes, in days'),
    form: integer(1, 90),
    defaultFrom: 'IT',
  },
  minutesCommentDays: {
    meaning: text('Délai d’observation du compte rendu, en jours', 'Time to comment on the minutes, in days'),
    form: integer(1, 90),
    defaultFrom: 'IT',
  },
  minutesRulingDays: {
    meaning: text(
      'Délai du président pour statuer sur les observations, en jours',
      'Time for the president to decide on the comments, in days',
    ),
    form: integer(1, 90),
    defaultFrom: 'IT',
  },
  recordedElectionsAllowed: {
    meaning: text(
      'Les personnes peuvent être élues au scrutin public, si nul ne demande le secret',
      'Persons may be elected by recorded vote, if nobody asks for secrecy',
    ),
    form: { type: 'YES_NO' },
    defaultFrom: 'OURS',
  },
  registerUnit: {
    meaning: text('Une voix par', 'One vote for each'),
    form: {
      type: 'CHOICE',
      options: [option('MEMBER', 'membre', 'member'), option('ORGANISATION', 'organisation', 'organisation')],
    },
    defaultFrom: 'OURS',
  },
  nominationsCloseDaysBefore: {
    meaning: text(
      'Clôture des candidatures, en jours avant la séance',
      'Close of nominations, in days before the session',
    ),
    form: integer(1, 30, text('lorsque le point est abordé', 'when the item is taken up')),
    defaultFrom: 'OURS',
  },
  pollMaxDays: {
    meaning: text(
      'Durée maximale d’un tour qui ne se clôt pas en séance, en jours',
      'Longest time of a round that does not close in session, in days',
    ),
    form: integer(1, 30),
    defaultFrom: 'OURS',
  },
  laterRoundWithinDays: {
    meaning: text(
      'Délai d’ouverture d’un tour suivant, en jours après le dépouillement',
      'Time to open a later round, in days after the count',
    ),
    form: integer(1, 30),
    defaultFrom: 'OURS',
  },
  blankVotesCountAsCast: {
    meaning: text('Les votes blancs entrent dans les suffrages exprimés', 'Blank votes are votes cast'),
    form: { type: 'YES_NO' },
    defaultFrom: 'OURS',
  },
  coChairMethod: {
    meaning: text('Mode de scrutin pour la coprésidence', 'Method of election of a co-chair'),
    form: {
      type: 'CHOICE',
      options: [
        METHODS.MAJORITY_TWO_ROUNDS,
        METHODS.APPROVAL,
        METHODS.MAJORITY_JUDGMENT,
        METHODS.INSTANT_RUNOFF,
        METHODS.SCHULZE,
      ],
    },
    defaultFrom: 'OURS',
  },
  committeeMethod: {
    meaning: text(
      'Mode de scrutin pour les autres sièges du comité',
      'Method of election of the other committee seats',
    ),
    form: {
      type: 'CHOICE',
      options: [
        METHODS.BLOCK_VOTE,
        METHODS.APPROVAL,
        METHODS.MAJORITY_JUDGMENT,
        METHODS.SINGLE_TRANSFERABLE_VOTE,
        METHODS.SCHULZE,
      ],
    },
    defaultFrom: 'OURS',
  },
  secrecyFloor: {
    meaning: text(
      'Nombre de bulletins au-dessous duquel les chiffres ne sont pas publiés',
      'Number of ballots below which figures are not published',
    ),
    // With two ballots, each voter would read the other's.
    form: integer(3, 50),
    defaultFrom: 'OURS',
  },
  whatWeHeardRequired: {
    meaning: text(
      'Un plan n’est publié qu’une fois montrées les contributions non retenues',
      'A plan is published only once the contributions not retained are shown',
    ),
    form: { type: 'YES_NO' },
    defaultFrom: 'OURS',
  },
};

/** Why one setting of a proposed edition cannot be adopted. `setting` is the name as it was given. */
export interface SettingProblem {
  readonly setting: string;
  readonly problem: Text;
}

/**
 * Everything that keeps a candidate from being an edition: settings that are missing, unknown, of the wrong
 * type or out of bounds, then those that contradict one another. An empty list means that the candidate is a
 * complete `RulesOfProcedure`. Anything may be given; what is not an object lacks every setting.
 */
export function settingsProblems(candidate: unknown): SettingProblem[] {
  const given = isPlainObject(candidate) ? candidate : {};
  const names = Object.keys(SETTINGS) as Setting[];
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(SETTINGS, name));
  const problems: SettingProblem[] = [
    ...names.flatMap((name) => {
      const problem = Object.hasOwn(given, name)
        ? formProblem(SETTINGS[name].form, given[name])
        : text('Ce paramètre manque.', 'This setting is missing.');
      return problem === null ? [] : [{ setting: name, problem }];
    }),
    ...unknown.map((name) => ({
      setting: name,
      problem: text('Ce paramètre n’existe pas.', 'There is no such setting.'),
    })),
  ];
  return problems.length > 0 ? problems : contradictions(given as unknown as RulesOfProcedure);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formProblem(form: SettingForm, value: unknown): Text | null {
  switch (form.type) {
    case 'YES_NO':
      return typeof value === 'boolean' ? null : text('Répondre par oui ou non.', 'Answer yes or no.');
    case 'INTEGER':
      return (value === null && form.whenNull !== undefined) || isIntegerWithin(value, form.min, form.max)
        ? null
        : text(
            `Un nombre entier de ${form.min} à ${form.max} est attendu.`,
            `A whole number from ${form.min} to ${form.max} is expected.`,
          );
    case 'CHOICE':
      return (value === null && form.whenNull !== undefined) || isOneOf(form.options, value)
        ? null
        : text(
            `Une valeur est attendue parmi : ${values(form.options)}.`,
            `One value is expected among: ${values(form.options)}.`,
          );
    case 'ORDER':
      return Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((entry) => isOneOf(form.options, entry))
        ? null
        : text(
            `Une liste ordonnée et sans répétition est attendue, parmi : ${values(form.options)}.`,
            `An ordered list without repetition is expected, among: ${values(form.options)}.`,
          );
    case 'SHARE':
      return isShare(value)
        ? null
        : text(
            'Une fraction est attendue : deux nombres entiers, de plus de zéro au tout, dénominateur de 100 au plus.',
            'A fraction is expected: two whole numbers, more than zero, at most the whole, denominator at most 100.',
          );
    case 'BY_COLLEGE':
      return hasExactly(value, COLLEGES) &&
        COLLEGES.every((college) => isIntegerWithin(value[college], form.min, form.sum)) &&
        COLLEGES.reduce((sum, college) => sum + Number(value[college]), 0) === form.sum
        ? null
        : text(
            `Un nombre entier d’au moins ${form.min} est attendu pour chaque collège, ${form.sum} au total.`,
            `A whole number of at least ${form.min} is expected for each college, ${form.sum} in all.`,
          );
  }
}

const values = (options: readonly Option[]): string => options.map(({ value }) => value).join(', ');

const isOneOf = (options: readonly Option[], value: unknown): boolean =>
  options.some((known) => known.value === value);

function isIntegerWithin(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && min <= Number(value) && Number(value) <= max;
}

function hasExactly<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Record<Name, unknown> {
  return (
    isPlainObject(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name))
  );
}

function isShare(value: unknown): boolean {
  return (
    hasExactly(value, ['numerator', 'denominator']) &&
    isIntegerWithin(value.denominator, 1, 100) &&
    isIntegerWithin(value.numerator, 1, value.denominator)
  );
}

/** What well-formed settings, taken together, would make impossible. */
function contradictions(rules: RulesOfProcedure): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (rules.presidingOrder.at(-1) !== 'SECRETARIAT') {
    problems.push({
      setting: 'presidingOrder',
      problem: text(
        'Le secrétariat vient en dernier : une séance dont tous les membres sont candidats a encore un président.',
        'The secretariat comes last: a session whose members are all candidates still has a president.',
      ),
    });
  }
  if (
    rules.nominationsCloseDaysBefore !== null &&
    rules.nominationsCloseDaysBefore >= rules.plenaryNoticeDays
  ) {
    problems.push({
      setting: 'nominationsCloseDaysBefore',
      problem: text(
        `Les candidatures s’ouvrent avec la convocation, ${quantity.fr(rules.plenaryNoticeDays, 'jour', 'jours')} avant : elles seraient closes aussitôt.`,
        `Nominations open with the convocation, ${quantity.en(rules.plenaryNoticeDays, 'day', 'days')} before: they would close at once.`,
      ),
    });
  }
  for (const setting of ['coChairMethod', 'committeeMethod'] as const) {
    if (RANKED_METHODS.includes(rules[setting]) && !rules.recordedElectionsAllowed) {
      problems.push({
        setting,
        problem: text(
          'Un mode par classement ne sert qu’aux scrutins publics, que ces règles n’autorisent pas.',
          'A ranked method serves recorded elections only, and these rules do not allow them.',
        ),
      });
    }
  }
  return problems;
}

/** The value of one setting in words: « 15 », « aucune limite », « 1/2 », « acteurs publics : 2, société civile : 2 ». */
export function settingInWords(setting: Setting, rules: RulesOfProcedure): Text {
  const { form } = SETTINGS[setting];
  const value: unknown = rules[setting];
  if (value === null && 'whenNull' in form && form.whenNull !== undefined) return form.whenNull;
  switch (form.type) {
    case 'YES_NO':
      return value === true ? text('oui', 'yes') : text('non', 'no');
    case 'INTEGER':
      return text(String(value), String(value));
    case 'CHOICE':
      return form.options.find((known) => known.value === value)?.name ?? text(String(value), String(value));
    case 'ORDER': {
      const names = (value as readonly string[]).flatMap((entry) =>
        form.options.filter((known) => known.value === entry).map(({ name }) => name),
      );
      return text(names.map(({ fr }) => fr).join(' ; '), names.map(({ en }) => en).join('; '));
    }
    case 'SHARE': {
      const { numerator, denominator } = value as Share;
      return text(`${numerator}/${denominator}`, `${numerator}/${denominator}`);
    }
    case 'BY_COLLEGE': {
      const { GOVERNMENT, CIVIL_SOCIETY } = value as Readonly<Record<College, number>>;
      return text(
        `acteurs publics : ${GOVERNMENT} ; société civile : ${CIVIL_SOCIETY}`,
        `government actors: ${GOVERNMENT}; civil society: ${CIVIL_SOCIETY}`,
      );
    }
  }
}
