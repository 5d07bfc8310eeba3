import { addDays, type Day, instantAt } from '@hemicycle/kernel';
import { type Story, ZONE } from './story.js';

const ACCESS = { captioning: true, signLanguage: true, stepFree: true } as const;

/** The events that the secretariat announced. */
export interface AnnouncedEvents {
  readonly held: string;
  readonly coming: string;
  readonly cancelled: string;
}

/** Three events are announced: an open evening some days later, a workshop and a webinar after the day of the session. */
export async function announceEvents(
  story: Story,
  secretaryId: string,
  { evening, session }: { readonly evening: Day; readonly session: Day },
): Promise<AnnouncedEvents> {
  const announces = async (on: Day, hours: readonly [string, string], terms: object): Promise<string> => {
    story.pass(15);
    const input = {
      ...ACCESS,
      ...terms,
      startsAt: instantAt(on, hours[0], ZONE).toISOString(),
      endsAt: instantAt(on, hours[1], ZONE).toISOString(),
    };
    const { id: eventId } = await story.does(secretaryId, 'draftEvent', input, 'ForumEvent');
    await story.does(secretaryId, 'publishEvent', { eventId });
    return eventId;
  };
  return {
    held: await announces(evening, ['18:00', '20:30'], {
      kind: 'OPEN_EVENING',
      titleFr: 'Soirée ouverte : où en sont les engagements ?',
      titleEn: 'Open evening: where do the commitments stand?',
      topicsFr: 'Chaque administration présente ses résultats ; la salle les commente.',
      topicsEn: 'Each department presents its results; the room comments on them.',
      place: 'Palais d’Iéna, Paris',
      streamLink: 'https://direct.forum.example/soiree',
      presentsResults: true,
    }),
    coming: await announces(addDays(session, 21), ['14:00', '17:00'], {
      kind: 'WORKSHOP',
      titleFr: 'Atelier : écrire une demande de données',
      titleEn: 'Workshop: writing a request for data',
      topicsFr: 'Ce que dit la loi\nÉcrire à deux une demande réelle\nCe que répondent les administrations',
      topicsEn: 'What the law says\nWriting a real request in pairs\nWhat departments answer',
      place: 'Palais d’Iéna, Paris',
      capacity: 12,
      presentsResults: false,
    }),
    cancelled: await announces(addDays(session, 10), ['12:30', '13:30'], {
      kind: 'WEBINAR',
      titleFr: 'Webinaire : le gouvernement ouvert en une heure',
      titleEn: 'Webinar: open government in one hour',
      topicsFr: 'Les principes, le plan, le forum.',
      topicsEn: 'The principles, the plan, the forum.',
      streamLink: 'https://direct.forum.example/webinaire',
      stepFree: false,
      presentsResults: false,
    }),
  };
}

/** The evening was held and is told; the webinar is cancelled. */
export async function tellEvents(
  story: Story,
  secretaryId: string,
  { held, cancelled }: AnnouncedEvents,
): Promise<void> {
  story.pass(15);
  await story.does(secretaryId, 'recordEvent', {
    eventId: held,
    governmentHeads: 14,
    civilSocietyHeads: 23,
    publicHeads: 61,
  });
  await story.does(secretaryId, 'publishEventResults', {
    eventId: held,
    summaryFr:
      'Onze administrations ont présenté leurs résultats.\n\n- **Trente-deux observations** ont été recueillies.\n- Chacune recevra une réponse écrite avant la prochaine soirée.',
    summaryEn:
      'Eleven departments presented their results.\n\n- **Thirty-two comments** were collected.\n- Each will have a written answer before the next evening.',
    documents: [{ title: 'Notes de la soirée', link: 'https://documents.forum.example/soiree' }],
  });
  await story.does(secretaryId, 'cancelEvent', {
    eventId: cancelled,
    reason: 'L’intervenante est souffrante ; une autre date sera annoncée.',
  });
}
