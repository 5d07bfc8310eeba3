import type { Text } from '@hemicycle/kernel';
import type { StoryTopic } from './regular-meetings.js';

const quarter = (heard: Text, said: string, recommends: Text, wording: Text): StoryTopic => ({
  heard,
  said,
  recommends,
  wording,
});

const text = (fr: string, en: string): Text => ({ fr, en });

/** Commitments 1, 2, 5, 6 and 14 of the plan, two years of quarters. */
export const PARTICIPATION: readonly StoryTopic[] = [
  quarter(
    text(
      'Engagement 1 : ce que l’état des lieux des démarches de participation contient, ce qui y manque',
      'Commitment 1: what the inventory of participatory practices holds, and what it lacks',
    ),
    'L’état des lieux compte 214 démarches. Les collectivités de moins de 10 000 habitants y sont **trois fois moins nombreuses** que dans le pays.\n\n- Les associations proposent de relayer un questionnaire court.\n- Les administrations indiquent quelles démarches ont reçu une réponse publique.',
    text('Publier l’état des lieux sous forme de données', 'Publishing the inventory as data'),
    text(
      'Le groupe recommande de publier l’état des lieux dans un format ouvert, une ligne par démarche, avec la réponse qu’elle a reçue.',
      'The group recommends publishing the inventory in an open format, one row for each practice, with the answer that it was given.',
    ),
  ),
  quarter(
    text(
      'Engagement 6 : retours de l’expérimentation de la Fresque de la Démocratie',
      'Commitment 6: what the trial of the Fresque de la Démocratie taught',
    ),
    'Douze ateliers ont réuni 186 personnes. Les animateurs demandent une version d’une heure trente, et un jeu en gros caractères.\n\n- Deux lycées proposent de recevoir la version définitive.',
    text('Ouvrir l’animation de la Fresque aux associations', 'Letting associations run the Fresque'),
    text(
      'Le groupe recommande que le matériel de la Fresque soit librement réutilisable, et que toute association puisse l’animer après une demi-journée de formation.',
      'The group recommends that the material of the Fresque be free to reuse, and that any association may run it after half a day of training.',
    ),
  ),
  quarter(
    text(
      'Engagement 2 : où en est la formation des agents, au regard des 500 par an visés',
      'Commitment 2: where the training of civil servants stands, 500 a year being the target',
    ),
    'À la fin d’août, 291 agents ont été formés à la facilitation. Les sessions d’outre-mer se tiennent à distance ; leur évaluation est **aussi bonne**.',
    text(
      'Une séance de découverte par trimestre, avec la société civile',
      'One introductory session a quarter, with civil society',
    ),
    text(
      'Le groupe recommande qu’une séance de découverte par trimestre soit animée à deux voix, par un agent et une association.',
      'The group recommends that one introductory session a quarter be led by two voices, a civil servant’s and an association’s.',
    ),
  ),
  quarter(
    text(
      'Engagement 5 : lecture de la proposition de cadre pour le statut du citoyen participant',
      'Commitment 5: reading the draft framework for the participant citizen status',
    ),
    'La proposition est lue article par article. Restent ouverts l’indemnité, la garde d’enfants et l’information de l’employeur.\n\n- Les employeurs publics diront quel préavis leur suffit.',
    text('Ce que le statut devrait garantir', 'What the status should guarantee'),
    text(
      'Le groupe recommande que le statut garantisse une indemnité forfaitaire, la prise en charge des gardes d’enfants et une autorisation d’absence.',
      'The group recommends that the status guarantee a flat-rate allowance, the cost of childcare and leave of absence.',
    ),
  ),
  quarter(
    text(
      'Engagement 14 : questions posées sur Agora, et réponses données',
      'Commitment 14: questions asked on Agora, and the answers given',
    ),
    'Sur un trimestre, 38 questions ont atteint le seuil de réponse ; 31 ont reçu la leur, en **23 jours** en moyenne.',
    text('Dater les réponses publiées sur Agora', 'Dating the answers published on Agora'),
    text(
      'Le groupe recommande d’afficher, pour chaque question, le jour où elle a été posée, celui de la réponse et ce qui en a été fait.',
      'The group recommends showing, for each question, the day it was asked, the day of the answer and what came of it.',
    ),
  ),
  quarter(
    text(
      'Engagement 1 : essai du questionnaire court dans trois départements',
      'Commitment 1: trial of the short questionnaire in three departments',
    ),
    'Quatre-vingt-sept communes ont répondu, en huit minutes en moyenne. La question sur les suites données est la moins bien comprise : elle est récrite en séance.',
    text('Étendre le questionnaire à tous les départements', 'Taking the questionnaire to every department'),
    text(
      'Le groupe recommande d’adresser le questionnaire récrit à toutes les communes, et d’en publier les réponses au fil de l’eau.',
      'The group recommends sending the rewritten questionnaire to every municipality, and publishing the answers as they come.',
    ),
  ),
  quarter(
    text(
      'Engagement 2 : première promotion de formateurs au sein des administrations',
      'Commitment 2: the first trainers trained inside government departments',
    ),
    'Vingt-quatre formateurs exercent dans neuf ministères. Ils demandent du temps reconnu pour préparer les sessions.',
    text('Reconnaître le temps des formateurs', 'Recognising the time of trainers'),
    text(
      'Le groupe recommande que chaque ministère inscrive le temps de préparation des formateurs dans leur lettre de mission.',
      'The group recommends that each ministry write its trainers’ time for preparation into their letters of appointment.',
    ),
  ),
  quarter(
    text(
      'Bilan des engagements 1, 2, 5, 6 et 14, à présenter à la séance plénière',
      'Account of commitments 1, 2, 5, 6 and 14, to be given to the plenary',
    ),
    'Le bilan tient en cinq pages, une par engagement : ce qui est fait, la preuve, ce qui reste. Les deux collèges signent le même texte.',
    text('Ce que le prochain plan devrait reprendre', 'What the next plan should take up'),
    text(
      'Le groupe recommande que le prochain plan reprenne le statut du citoyen participant et la publication des suites données à chaque démarche.',
      'The group recommends that the next plan take up the participant citizen status and the publication of what came of each practice.',
    ),
  ),
];

/** Commitments 11, 15, 16 and 17 of the plan, two years of quarters. */
export const DATA: readonly StoryTopic[] = [
  quarter(
    text(
      'Engagement 16 : les indicateurs de l’observatoire du service public de la donnée',
      'Commitment 16: the indicators of the Public Data Monitoring Centre',
    ),
    'Quatre indicateurs sont retenus : disponibilité, fraîcheur, documentation, réponse aux réutilisateurs. Le dernier se mesure mal : **un essai** est décidé sur vingt jeux de données.',
    text('Dire quand un jeu de données a été mis à jour', 'Saying when a dataset was updated'),
    text(
      'Le groupe recommande que chaque jeu de données de référence affiche sa fréquence promise et le jour de sa dernière mise à jour.',
      'The group recommends that each reference dataset show how often it is promised and the day of its last update.',
    ),
  ),
  quarter(
    text(
      'Engagement 17 : gouvernance d’Ecosphères avec les plateformes régionales',
      'Commitment 17: the governance of Ecosphères with regional platforms',
    ),
    'Cinq plateformes régionales exposent leurs catalogues. Les doublons avec le catalogue national restent nombreux : **un jeu sur six**.\n\n- Une règle de priorité est esquissée : le producteur d’abord.',
    text('Un seul catalogue de référence par jeu de données', 'One catalogue of reference for each dataset'),
    text(
      'Le groupe recommande que chaque jeu de données ait un catalogue de référence, celui de son producteur, que les autres moissonnent.',
      'The group recommends that each dataset have one catalogue of reference, its producer’s, which the others harvest.',
    ),
  ),
  quarter(
    text(
      'Engagement 15 : les communs accompagnés, et ceux qui demandent à l’être',
      'Commitment 15: the commons that are supported, and those that ask for it',
    ),
    'Six communs sont accompagnés ; quatre candidatures sont arrivées. La maintenance, plus que le développement, manque de moyens.',
    text('Financer la maintenance des communs', 'Funding the maintenance of commons'),
    text(
      'Le groupe recommande que la part des achats de logiciels d’une administration qui va aux communs serve aussi à leur maintenance.',
      'The group recommends that what a department’s software budget gives to commons serve their maintenance too.',
    ),
  ),
  quarter(
    text(
      'Engagement 11 : lecture du portail d’information des patients',
      'Commitment 11: reading the information portal for patients',
    ),
    'Huit patients ont lu le portail devant le groupe. Trois mots ne sont pas compris : *pseudonymisé*, *finalité*, *appariement*. Chacun aura une phrase et un exemple.',
    text(
      'Faire relire par des patients ce qui leur est destiné',
      'Having patients read what is meant for them',
    ),
    text(
      'Le groupe recommande que toute page destinée aux patients soit relue par cinq d’entre eux avant sa mise en ligne.',
      'The group recommends that every page meant for patients be read by five of them before it goes online.',
    ),
  ),
  quarter(
    text(
      'Engagement 16 : résultats de l’essai sur vingt jeux de données',
      'Commitment 16: results of the trial on twenty datasets',
    ),
    'Sur vingt jeux, treize répondent aux réutilisateurs en moins de quinze jours ; quatre **ne répondent jamais**. Les producteurs concernés sont entendus au prochain trimestre.',
    text('Répondre aux réutilisateurs en quinze jours', 'Answering those who reuse data within a fortnight'),
    text(
      'Le groupe recommande un délai de réponse de quinze jours, affiché sur la page du jeu de données et mesuré par l’observatoire.',
      'The group recommends an answer within fifteen days, announced on the page of the dataset and measured by the Centre.',
    ),
  ),
  quarter(
    text(
      'Engagement 15 : dix logiciels libres clés, où en sont les migrations',
      'Commitment 15: ten key open-source programs, where migrations stand',
    ),
    'Sept migrations sur dix ont commencé. Deux administrations partagent leur plan, leurs coûts et leurs erreurs.',
    text('Publier les retours de migration', 'Publishing what migrations taught'),
    text(
      'Le groupe recommande que chaque migration accompagnée publie son plan, son coût et ce qu’elle referait autrement.',
      'The group recommends that each migration supported publish its plan, its cost and what it would do otherwise.',
    ),
  ),
  quarter(
    text(
      'Engagement 17 : la donnée environnementale dans les projets des collectivités',
      'Commitment 17: environmental data in the projects of local authorities',
    ),
    'Trois collectivités montrent ce qu’elles ont fait d’Ecosphères : une carte de l’eau, un plan d’arbres, une alerte de crue. Toutes ont dû **nettoyer les unités**.',
    text(
      'Donner l’unité et l’incertitude de chaque mesure',
      'Giving the unit and the uncertainty of each measure',
    ),
    text(
      'Le groupe recommande que toute mesure publiée sur Ecosphères porte son unité, sa date et son incertitude.',
      'The group recommends that every measure published on Ecosphères carry its unit, its date and its uncertainty.',
    ),
  ),
  quarter(
    text(
      'Bilan des engagements 11, 15, 16 et 17, à présenter à la séance plénière',
      'Account of commitments 11, 15, 16 and 17, to be given to the plenary',
    ),
    'Le bilan donne pour chaque engagement un chiffre que chacun peut recalculer, et les données qui le permettent.',
    text('Des engagements que chacun peut vérifier', 'Commitments that anybody can check'),
    text(
      'Le groupe recommande que chaque engagement du prochain plan annonce, dès son adoption, les données qui permettront de le vérifier.',
      'The group recommends that each commitment of the next plan announce, from its adoption, the data by which it will be checked.',
    ),
  ),
];
