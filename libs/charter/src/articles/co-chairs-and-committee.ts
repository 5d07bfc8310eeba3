import { type Article, from } from '../article.js';

/** Co-chairs and management committee. */
export const CO_CHAIRS_AND_COMMITTEE_CHAPTER = {
  'C3-COCHAIRS': {
    statement: {
      fr:
        'Le forum a deux coprésidents : un acteur public et un membre de la société civile ; jamais deux du même collège, jamais un troisième. Un scrutin n’est ' +
        'ouvert que pour un siège vacant, occupé par intérim, ou dont le mandat s’achève dans les six mois qui suivent la séance plénière élective.',
      en:
        'The forum has two co-chairs: one government actor and one civil-society member; never two of one college, never a third. An election is called only for a ' +
        'seat that is vacant, held by an acting holder, or ending within six months of the electing plenary.',
    },
    sources: [
      from('C3', 'coprésidence du forum', 'co-chairs of the forum'),
      from('OURS', 'les six mois avant la fin du mandat', 'the six months before the end of the mandate'),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'C3-FIRST-PLENARY': {
    statement: {
      fr:
        'Les coprésidents sont élus lors de la première séance plénière. Elle ne peut être convoquée sans que cette élection figure à son ordre du jour, ni close avant ' +
        'que les deux sièges soient pourvus ou que l’échec du scrutin soit constaté.',
      en:
        'The co-chairs are elected at the first plenary session. It cannot be convened without that election on its agenda, nor closed before both seats are filled ' +
        'or the failure is recorded.',
    },
    sources: [
      from(
        'C3',
        'élection des coprésidents à la première séance plénière',
        'election of the co-chairs at the first plenary session',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'C3-COMMITTEE': {
    statement: {
      fr:
        'Le comité de direction se compose des coprésidents et de quatre membres issus de la société civile et du Gouvernement, élus en séance plénière ; la fiche en ' +
        'français les dit « qualifiés », la fiche en anglais ne le dit pas. Par défaut, ces quatre sièges sont deux par collège. Nul n’occupe deux sièges : les ' +
        'coprésidents sont proclamés avant l’ouverture du vote pour le comité, et les autres candidatures d’une personne élue deviennent caduques. La première séance ' +
        'plénière n’est convoquée que si chaque collège compte assez de membres pour ses sièges ; par la suite, un siège que son collège ne peut pourvoir n’est pas ' +
        'mis aux voix, reste vacant et est signalé.',
      en:
        'The management committee is made of the co-chairs and four members from civil society and government, elected at a plenary; the French sheet calls them ' +
        '“qualifiés” (qualified), the English sheet does not. By default these four seats are two a college. Nobody holds two seats: the co-chairs are proclaimed ' +
        'before the committee’s polls open, and a winner’s other candidacies lapse. The first plenary is convened only if each college has members enough for its ' +
        'seats; later, a seat that its college cannot fill is not put to the vote, stays vacant and is warned of.',
    },
    sources: [
      from(
        'C3',
        'comité de direction : coprésidents et quatre membres',
        'management committee: the co-chairs and four members',
      ),
      from(
        'OURS',
        'deux sièges par collège ; sièges qui ne peuvent être pourvus',
        'two seats a college; seats that cannot be filled',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED', 'WARNED'],
    settings: ['committeeSeatsPerCollege'],
  },
  'C3-TERM': {
    statement: {
      fr:
        'Un mandat au comité de direction, coprésidence comprise, dure deux ans au plus : du jour de la proclamation au même quantième deux ans plus tard ou, si cette ' +
        'date n’existe pas, au dernier jour du mois (29 février : 28 février). L’élu d’une élection partielle achève le mandat en cours. En cas de renouvellement, ' +
        'l’ancien mandat prend fin la veille du nouveau ; les pouvoirs passent à l’instant de la proclamation et les actes accomplis plus tôt ce jour-là demeurent ' +
        'valables. Aucun acte n’allonge un mandat. La fiche en français prévoit une élection tous les deux ans, la fiche en anglais un mandat de deux ans ' +
        '(« two-year term »).',
      en:
        'A mandate on the management committee, co-chairs included, lasts two years at most: from the day of proclamation through the same date two years later or, ' +
        'where that date does not exist, that month’s last day (29 February: 28 February). A by-election serves the rest of the term. On renewal the old mandate ends ' +
        'the day before the new one starts; powers pass at the instant of proclamation, and earlier acts of that day stand. No act lengthens a term. The English ' +
        'sheet says “two-year term”; the French one, that they are elected every two years.',
    },
    sources: [
      from(
        'C3',
        'durée du mandat : élection tous les deux ans (version française), « two-year term » (version anglaise)',
        'length of the mandate: elected every two years (French version), “two-year term” (English version)',
      ),
      from(
        'CPC-641',
        'délai exprimé en années : même quantième ou, à défaut, dernier jour du mois',
        'periods in years: the same date or, failing that, the last day of the month',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'C3-ELECTED-AT-PLENARY': {
    statement: {
      fr: 'Les mandats au comité de direction ne naissent que d’un scrutin ouvert en séance plénière et proclamé. Nul n’y est nommé.',
      en: 'Mandates on the management committee begin only from an election opened at a plenary and proclaimed. Nobody is appointed to it.',
    },
    sources: [from('C3', 'élection en séance plénière', 'election at a plenary session')],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'TERM-LIMIT': {
    statement: {
      fr:
        'Les règles de fonctionnement peuvent limiter le nombre de mandats complets et consécutifs dans une même fonction, par personne et par organisation. Par défaut, ' +
        'aucune limite.',
      en: 'The rules of procedure may limit consecutive full terms in the same office, for a person and for an organisation. By default there is no limit.',
    },
    sources: [from('OURS', 'mandats consécutifs', 'consecutive terms')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['termLimitPerPerson', 'termLimitPerOrganisation'],
  },
  ACTING: {
    statement: {
      fr:
        'Lorsqu’un mandat s’achève sans successeur, son titulaire sortant est présenté comme assurant l’intérim, pour les affaires courantes seulement : ordres du jour, ' +
        'convocations, présidence des séances, comptes rendus. La séance plénière suivante porte l’élection à son ordre du jour. Par défaut, l’intérim dure six mois au plus.',
      en:
        'When a term ends with no successor, the outgoing holder is shown as acting, for current business only: agendas, convening, presiding, minutes. The next plenary ' +
        'must carry the election. By default, nobody acts for more than six months.',
    },
    sources: [from('ES', 'exercice par intérim après la fin du mandat', 'acting after the end of a mandate')],
    kind: 'SETTING',
    effects: ['REFUSED', 'WARNED'],
    settings: ['actingMonths'],
  },
  VACANCY: {
    statement: {
      fr:
        'Un siège devenu vacant par démission, départ de l’organisation ou du collège, départ de l’organisation du forum ou du collège, élection à un autre siège, ' +
        'révocation par décision de la séance plénière ou décès est pourvu par une élection partielle à la séance plénière suivante, pour la durée du mandat restant à ' +
        'courir ou, s’il en reste six mois ou moins (par défaut), pour un mandat complet. Un siège qui n’a jamais été pourvu court jusqu’à la fin du mandat proclamé le ' +
        'premier dans ce comité.',
      en:
        'A seat vacant by resignation, leaving the organisation or college, the organisation leaving the forum or college, election to another seat, removal by plenary ' +
        'decision, or death goes to a by-election at the next plenary, for the rest of the term or, where six months or less are left (by default), for a full term. A ' +
        'seat never filled runs to the end of that committee’s first-proclaimed mandate.',
    },
    sources: [
      from(
        'CRPA',
        'article R133-4 (remplacement pour la durée du mandat restant à courir)',
        'article R133-4 (replacement for the rest of the mandate)',
      ),
      from(
        'OURS',
        'élection partielle ; moins de six mois restants ; siège jamais pourvu',
        'by-election; less than six months left; seats never filled',
      ),
    ],
    kind: 'SETTING',
    effects: ['WARNED', 'STATED'],
    settings: ['byElectionFullTermMonths'],
  },
  'COLLEGE-VOTES': {
    statement: {
      fr: 'Un siège est pourvu par le vote de son propre collège (par défaut) ou par celui de toute la séance plénière, selon les règles de fonctionnement.',
      en: 'A seat is filled by the vote of its own college (by default) or of the whole plenary, as the rules of procedure say.',
    },
    sources: [from('IT', 'vote par collège', 'each college votes for its own')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['collegeVotes'],
  },
  PRESIDING: {
    statement: {
      fr:
        'La séance est présidée par un coprésident qui n’est pas candidat au point examiné ; à défaut, par un membre du comité non candidat ; à défaut, par le membre ' +
        'présent non candidat le plus anciennement entré au forum, puis celui dont le numéro de membre est le plus petit ; si tous sont candidats, par une personne du ' +
        'secrétariat.',
      en:
        'A session is presided over by a co-chair who is not a candidate in the item; else by a non-candidate committee member; else by the longest-serving non-candidate ' +
        'present, then the lowest member number; if all are candidates, by a person of the secretariat.',
    },
    sources: [from('OURS', 'présidence des séances', 'who presides')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['presidingOrder'],
  },
  RECUSAL: {
    statement: {
      fr:
        'Un membre qui a déclaré un intérêt ne prend pas part au point concerné. Être candidat n’est pas un tel intérêt : les candidats votent ; ils ne président pas ' +
        'leur élection et n’en conduisent pas le vote.',
      en:
        'A member with a declared interest takes no part in that item. Candidacy is not such an interest: candidates vote; they neither preside over their election nor ' +
        'run its poll.',
    },
    sources: [
      from(
        'CRPA',
        'article R133-12 (intérêt personnel à l’affaire)',
        'article R133-12 (personal interest in the matter)',
      ),
      from('OURS', 'candidature', 'candidacy'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['recusalRequired'],
  },
  TIE: {
    statement: {
      fr:
        'Avec deux coprésidents, nulle voix n’est prépondérante : une décision à égalité des voix est rejetée. Un siège à égalité est attribué ainsi : pour le vote unique ' +
        'transférable et le vote alternatif, on remonte aux tours précédents ; sinon, un seul tour de départage entre les ex æquo (un par scrutin, omis lorsque le dernier ' +
        'tour opposait exactement ceux-ci) ; puis la règle adoptée, s’il y en a une ; puis le sort. La graine du tirage est faite d’une valeur par collège, de 32 chiffres ' +
        'hexadécimaux minuscules, dont le scrutateur du collège publie l’empreinte avant l’ouverture du vote et qu’il révèle après la clôture (si l’une est retenue, des dés ' +
        'sont jetés en séance) : empreinte SHA-256 de la chaîne ASCII formée de la valeur des acteurs publics, de celle de la société civile, de l’identifiant du scrutin, ' +
        'du numéro du tour et de l’identifiant de la candidature, séparés par des barres verticales, en hexadécimal ; la plus petite l’emporte. Chacun peut refaire le tirage.',
      en:
        'With two co-chairs no casting vote is possible: a tied decision falls. A tied seat is settled so: STV and IRV look back; otherwise one run-off among the tied (one ' +
        'per election, skipped when the last round had exactly them); then the adopted rule, if any; then a lot. The seed of the lot is one value per college, 32 lowercase ' +
        'hexadecimal digits each, whose hash the college’s scrutineer commits before the poll opens and which is revealed after it closes (dice are rolled in session if one ' +
        'is withheld): SHA-256 of the ASCII string made of the government’s value, civil society’s, the election id, the round number and the candidacy id, joined by ' +
        'vertical bars; in hexadecimal, smallest first. Anyone can replay it.',
    },
    sources: [from('OURS', 'partages égaux des voix', 'ties')],
    kind: 'SETTING',
    effects: ['REFUSED', 'STATED'],
    settings: ['tieRule'],
  },
} as const satisfies Record<string, Article>;
