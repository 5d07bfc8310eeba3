import { addDays, type Day, day, type Text } from '@hemicycle/kernel';
import { type Attendant, meetRegularly, type StoryTopic } from './regular-meetings.js';
import type { Story } from './story.js';

/** The committee prepares each plenary: on a Wednesday without a public holiday, five or six weeks before June’s and December’s. */
const FROM = ['11-04', '05-09'] as const;

/** The day of its meeting, counted from that of November 2024. */
function meetingDay(count: number): Day {
  const year = 2024 + Math.floor((count + 1) / FROM.length);
  for (let on = day(`${year}-${FROM[count % FROM.length]}`); ; on = addDays(on, 1)) {
    if (new Date(on).getUTCDay() === 3) return on;
  }
}

/** Puts the meetings of the management committee into the story’s diary: a co-chair plans each, the secretariat convenes it. */
export async function prepareEveryPlenary(story: Story, secretaryId: string): Promise<void> {
  await meetRegularly(story, {
    plan: {
      body: 'MANAGEMENT_COMMITTEE',
      place: 'CESE, palais d’Iéna, salle 225',
      onlineLink: 'https://visio.forum.example/comite',
    },
    dayOf: meetingDay,
    time: '09:30',
    ahead: { agenda: 14, convocation: 9 },
    keepers: async () => (await seatsOf(story)).coChairs.map(({ person }) => person.id),
    members: async () => {
      const { coChairs, members } = await seatsOf(story);
      return [...coChairs, ...members];
    },
    topic: (count) => topicOf(count),
    review: {
      title: { fr: 'Échéances des règles du forum', en: 'What the forum’s rules make due' },
      said: 'Le secrétariat présente le calendrier de ce que les règles rendent dû d’ici la prochaine séance plénière.',
    },
    said: {
      first: 'La coprésidence accueille les membres du comité, élus lors de la première séance plénière.',
      later: 'Le compte rendu de la réunion précédente n’appelle pas de remarque.',
      last: 'La coprésidence remercie les membres du comité et le secrétariat.',
    },
    convene: async (meetingId) => {
      await story.does(secretaryId, 'conveneMeeting', { meetingId });
    },
    held: () => undefined,
  });
}

/** Who serves on the committee on the day of the story. */
async function seatsOf(
  story: Story,
): Promise<{ readonly coChairs: readonly Attendant[]; readonly members: readonly Attendant[] }> {
  const holder = '{ holder { id person { id } } }';
  const { committee } = (await story.asks(
    null,
    `query ($on: Day) { committee(on: $on) { coChairs ${holder} members ${holder} } }`,
    { on: story.today },
  )) as { committee: Readonly<Record<'coChairs' | 'members', readonly { readonly holder: Attendant }[]>> };
  const held = (mandates: readonly { readonly holder: Attendant }[]): Attendant[] =>
    mandates.map(({ holder: attendant }) => attendant);
  return { coChairs: held(committee.coChairs), members: held(committee.members) };
}

const topic = (heard: Text, said: string, recommends: Text, wording: Text): StoryTopic => ({
  heard,
  said,
  recommends,
  wording,
});

/** What the committee takes up before the plenary that sets up the working groups. */
const FIRST: StoryTopic = topic(
  {
    fr: 'Groupes de travail : les thèmes et les engagements à proposer à la séance plénière',
    en: 'Working groups: the themes and commitments to be proposed to the plenary',
  },
  'Deux thèmes réunissent neuf des dix-sept engagements : la participation, et les données. Chaque groupe aurait **un animateur par collège**.\n\n- Les engagements qu’aucun groupe ne suit restent présentés à la séance plénière.',
  { fr: 'Deux groupes pour commencer', en: 'Two groups to begin with' },
  {
    fr: 'Le comité recommande à la séance plénière de constituer deux groupes de travail, et d’en faire le bilan après un an.',
    en: 'The committee recommends that the plenary set up two working groups, and look back on them after a year.',
  },
);

/** Then before four plenaries in a row, the third of which renews the committee. */
const THEN: readonly StoryTopic[] = [
  topic(
    {
      fr: 'Rapports des groupes : la place qu’ils prennent dans la séance plénière',
      en: 'The groups’ reports: the place that they take in the plenary',
    },
    'Les rapports sont lus avant la séance ; dix minutes suffisent à chacun, et **la discussion garde l’essentiel du temps**.',
    {
      fr: 'Des rapports remis une semaine avant la séance',
      en: 'Reports submitted a week before the session',
    },
    {
      fr: 'Le comité recommande que chaque groupe remette son rapport au moins une semaine avant la séance plénière.',
      en: 'The committee recommends that each group submit its report at least one week before the plenary.',
    },
  ),
  topic(
    {
      fr: 'Engagements en retard : ce que la séance plénière devrait en entendre',
      en: 'Commitments that are late: what the plenary should hear of them',
    },
    'Trois engagements n’ont pas publié de preuve depuis six mois. Leurs ministères sont invités à dire **ce qui manque**, plutôt que ce qui avance.',
    { fr: 'Entendre les engagements en retard en premier', en: 'Hearing the late commitments first' },
    {
      fr: 'Le comité recommande que la séance plénière commence par les engagements en retard, et entende leurs responsables.',
      en: 'The committee recommends that the plenary begin with the commitments that are late, and hear those responsible for them.',
    },
  ),
  topic(
    {
      fr: 'Renouvellement des mandats et bilan de deux ans',
      en: 'The renewal of mandates, and an account of two years',
    },
    'Les mandats de la coprésidence et du comité durent deux ans. Les membres sortants remettent à leurs successeurs **les dossiers en cours** et les recommandations restées sans suite.',
    { fr: 'Publier le bilan du comité', en: 'Publishing the committee’s account' },
    {
      fr: 'Le comité recommande de publier, à chaque renouvellement, la liste de ses recommandations et des suites qu’elles ont reçues.',
      en: 'The committee recommends publishing, at each renewal, the list of its recommendations and of what came of them.',
    },
  ),
  topic(
    {
      fr: 'Accessibilité des séances : ce que les membres ont demandé',
      en: 'The accessibility of sessions: what members asked for',
    },
    'Deux membres demandent une transcription écrite en direct ; une autre, les documents en gros caractères. Le CESE propose **une répétition technique** la veille de chaque séance.',
    { fr: 'Transcrire les séances en direct', en: 'Transcribing sessions live' },
    {
      fr: 'Le comité recommande que chaque séance plénière soit transcrite en direct, et que le secrétariat demande à chacun ce dont il a besoin.',
      en: 'The committee recommends that each plenary be transcribed live, and that the secretariat ask everybody what they need.',
    },
  ),
];

/** What the meeting of this count takes up. */
const topicOf = (count: number): StoryTopic =>
  count === 0 ? FIRST : (THEN[(count - 1) % THEN.length] as StoryTopic);
