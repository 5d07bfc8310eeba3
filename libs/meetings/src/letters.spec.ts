import { describe, expect, it } from '@jest/globals';
import { day, FORUM, type Language } from '@hemicycle/kernel';
import { AGENDA_CHANGE_LETTER, changesInWords } from './agenda-change.letter.js';
import type { AgendaChange, ItemOnAgenda } from './agenda-changes.js';
import { CANCELLATION_LETTER } from './cancellation.letter.js';
import { CONVOCATION_LETTER, type ConvocationWords } from './convocation.letter.js';
import { meetingEvent, type MeetingWords, toThePublic } from './meeting-event.js';
import { MOVE_LETTER, type MoveWords } from './move.letter.js';

const meeting: MeetingWords = {
  meetingId: '0190b5a0-0000-7000-8000-000000000001',
  body: 'PLENARY',
  groupFr: null,
  groupEn: null,
  meetingNumber: 1,
  state: 'CONVENED',
  plannedAt: '2024-05-20T08:00:00.000Z',
  startsAt: '2024-06-12T12:00:00.000Z',
  closedAt: null,
  timeZone: 'Europe/Paris',
  place: 'Palais d’Iéna, Paris',
  onlineLink: null,
  cancelReason: null,
  movedFrom: null,
  moveReason: null,
  itemsFr: ['Point d’étape', 'Coprésidence, acteurs publics'],
  itemsEn: ['Where we stand', 'Co-chair, government'],
  elects: true,
  plannedMinutes: null,
  changes: 1,
  changedAt: '2024-05-28T08:00:00.000Z',
};
const words: ConvocationWords = {
  ...meeting,
  urgencyReason: null,
  ground: 'TWO_KEYS',
  papersFr: [],
  papersEn: [],
  paperPaths: [],
  isAlternate: false,
  again: false,
};
const letter = (language: Language, changes: Partial<ConvocationWords> = {}): string => {
  const { subject, text } = CONVOCATION_LETTER.compose({ ...words, ...changes }, language, {
    publicUrl: 'https://forum.example',
    forum: FORUM,
  });
  return `${subject}\n${text}`;
};

describe('the letter of a convocation', () => {
  it('says the date at the forum’s hour, the place and the agenda, in French', () => {
    const french = letter('fr');
    expect(french).toContain('Convocation à la séance plénière n° 1 : 12 juin 2024 à 14\u00a0h\u00a000');
    expect(french).toContain('(heure d’été d’Europe centrale)');
    expect(french).toContain('Lieu : Palais d’Iéna, Paris');
    expect(french).toContain('1. Point d’étape\n2. Coprésidence, acteurs publics');
    expect(french).not.toContain('À distance');
    expect(french).not.toContain('quorum');
  });

  it('and in English, by the clock of another zone', () => {
    const english = letter('en', { timeZone: 'America/Cayenne', onlineLink: 'https://meet.example/1' });
    expect(english).toContain('Convocation to plenary no. 1: 12 June 2024 at 09:00');
    expect(english).toContain('Online: https://meet.example/1');
    expect(english).toContain('1. Where we stand\n2. Co-chair, government');
  });

  it('says to an alternate in which case she sits (ALTERNATE)', () => {
    expect(letter('fr')).not.toContain('suppléance');
    expect(letter('fr', { isAlternate: true })).toContain(
      'vous siégez si le membre que vous suppléez est empêché',
    );
    expect(letter('en', { isAlternate: true })).toContain('This comes to you as an alternate');
  });

  it('invites to stand where there is an election to stand in', () => {
    expect(letter('fr')).toContain('Pour consulter l’ordre du jour et vous porter candidat à une élection :');
    expect(letter('fr', { elects: false })).toContain('Pour consulter l’ordre du jour : https://');
    expect(letter('en', { elects: false })).toContain('To read the agenda: https://');
  });

  it('says that the second key is missing after ten days of silence (C3-AGENDA)', () => {
    expect(letter('fr')).not.toContain('clé');
    expect(letter('fr', { ground: 'SILENCE' })).toContain('n’a pas été tournée dans les dix jours');
    expect(letter('en', { ground: 'SILENCE' })).toContain('was not turned within ten days');
  });

  it('gives the reason of an urgency, and says when no quorum is required (NOTICE)', () => {
    expect(letter('fr', { urgencyReason: 'Le plan est attendu.' })).toContain('Motif : Le plan est attendu.');
    expect(letter('fr', { again: true })).toContain('aucun quorum n’est exigé');
    expect(letter('en', { again: true })).toContain('no quorum is required');
  });
});

describe('the letter of a changed agenda', () => {
  const item = (position: number, more: Partial<ItemOnAgenda> = {}): ItemOnAgenda => ({
    itemId: `item ${position}`,
    position,
    kind: 'DISCUSSION',
    presentsResults: false,
    reportOfId: null,
    plannedMinutes: null,
    titleFr: `Sujet ${position}`,
    titleEn: `Subject ${position}`,
    office: null,
    college: null,
    subject: null,
    objectId: null,
    ...more,
  });
  const changes: readonly AgendaChange[] = [
    { kind: 'ADDED', before: null, after: item(1, { kind: 'ELECTION' }) },
    { kind: 'CHANGED', before: item(2), after: item(2, { kind: 'DECISION' }) },
    { kind: 'MOVED', before: item(5), after: item(3) },
    { kind: 'REMOVED', before: item(4, { kind: 'INFORMATION' }), after: null },
  ];
  const composed = (
    language: Language,
    urgencyReason: string | null = null,
    more: Partial<MeetingWords> = {},
  ): string => {
    const { subject, text } = AGENDA_CHANGE_LETTER.compose(
      {
        ...meeting,
        meetingNumber: 2,
        startsAt: '2024-12-03T13:00:00.000Z',
        changesFr: changesInWords(changes, 'fr'),
        changesEn: changesInWords(changes, 'en'),
        itemsFr: ['Sujet 1', 'Sujet 2', 'Sujet 5'],
        itemsEn: ['Subject 1', 'Subject 2', 'Subject 5'],
        papersFr: [],
        papersEn: [],
        paperPaths: [],
        urgencyReason,
        ...more,
      },
      language,
      { publicUrl: 'https://forum.example', forum: FORUM },
    );
    return `${subject}\n${text}`;
  };

  it('invites to stand where there is an election to stand in', () => {
    expect(composed('fr')).toContain('Pour le consulter et vous porter candidat à une élection :');
    expect(composed('fr', null, { elects: false })).toContain('Pour le consulter : https://');
    expect(composed('en', null, { elects: false })).toContain('To read it: https://');
  });

  it('says what changes, and the whole of the new one, in French', () => {
    const french = composed('fr');
    expect(french).toContain(
      'Ordre du jour modifié : séance plénière n° 2, 3 décembre 2024 à 14\u00a0h\u00a000',
    );
    expect(french).toContain(
      [
        'Ce qui change :',
        '- ajouté : « Sujet 1 » (élection)',
        '- modifié : « Sujet 2 » (décision), auparavant « Sujet 2 » (discussion)',
        '- déplacé du point 5 au point 3 : « Sujet 3 » (discussion)',
        '- retiré : « Sujet 4 » (information)',
      ].join('\n'),
    );
    expect(french).toContain('1. Sujet 1\n2. Sujet 2\n3. Sujet 5');
    expect(french).not.toContain('urgence');
  });

  it('and in English, with the reason of an urgency', () => {
    const english = composed('en', 'A seat is vacant.');
    expect(english).toContain('Changed agenda: plenary no. 2, 3 December 2024 at 14:00');
    expect(english).toContain('- changed: “Subject 2” (decision), formerly “Subject 2” (discussion)');
    expect(english).toContain('- moved from item 5 to item 3: “Subject 3” (discussion)');
    expect(english).toContain('Changed by urgency. Reason: A seat is vacant.');
  });
});

describe('the letter of a cancellation', () => {
  it('names the meeting, its date and the reason, in both languages', () => {
    const parameters = {
      ...meeting,
      meetingNumber: 2,
      startsAt: '2024-12-03T13:00:00.000Z',
      reason: 'Une canicule.',
      electionsFr: ['la coprésidence (société civile)'],
      electionsEn: ['co-chair (civil society)'],
    };
    const context = { publicUrl: 'https://forum.example', forum: FORUM };
    expect(CANCELLATION_LETTER.compose(parameters, 'fr', context).text).toContain(
      'prévue le 3 décembre 2024 à 14\u00a0h\u00a000, est annulée',
    );
    expect(CANCELLATION_LETTER.compose(parameters, 'en', context).text).toContain(
      'planned for 3 December 2024 at 14:00, is cancelled',
    );
    expect(CANCELLATION_LETTER.compose(parameters, 'en', context).text).toContain('Reason: Une canicule.');
    expect(CANCELLATION_LETTER.compose(parameters, 'fr', context).text).toContain(
      'les scrutins pour :\n- la coprésidence (société civile)',
    );
  });
});

describe('a meeting in a calendar', () => {
  const event = (changes: Partial<MeetingWords>, language: Language = 'fr') =>
    meetingEvent({ ...meeting, ...changes }, language, 'https://forum.example');

  it('comes with the letter that convenes, the same as in the feeds', () => {
    const context = { publicUrl: 'https://forum.example', forum: FORUM };
    expect(CONVOCATION_LETTER.compose(words, 'fr', context).invitation).toEqual({
      method: 'REQUEST',
      event: event({}),
      zone: 'Europe/Paris',
    });
    expect(
      CANCELLATION_LETTER.compose({ ...meeting, reason: '', electionsFr: [], electionsEn: [] }, 'fr', context)
        .invitation?.method,
    ).toBe('CANCEL');
  });

  it('is tentative until it is convened, lasts until it was closed, stays when it is cancelled', () => {
    expect(event({ state: 'PLANNED' })).toMatchObject({ status: 'TENTATIVE' });
    expect(event({})).toMatchObject({
      uid: meeting.meetingId,
      sequence: 1,
      status: 'CONFIRMED',
      endsAt: new Date('2024-06-12T14:00:00Z'),
      url: `https://forum.example/meetings/${meeting.meetingId}`,
    });
    expect(event({ plannedMinutes: 45 }).endsAt).toEqual(new Date('2024-06-12T12:45:00Z'));
    expect(event({ state: 'HELD', closedAt: '2024-06-12T15:30:00.000Z' }).endsAt).toEqual(
      new Date('2024-06-12T15:30:00Z'),
    );
    const cancelled = event({ state: 'CANCELLED', cancelReason: 'Une canicule.' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', summary: 'Annulée – Séance plénière n° 1' });
    expect(cancelled.description).toContain('Une canicule.');
  });

  it('keeps the link of those who take part from the public', () => {
    const onlineLink = 'https://meet.example/secret';
    expect(JSON.stringify(event({ onlineLink }))).toContain(onlineLink);
    const shown = toThePublic({ ...meeting, onlineLink, place: null });
    expect(JSON.stringify(meetingEvent(shown, 'en', ''))).not.toContain(onlineLink);
  });
});

describe('the letter of a move', () => {
  it('says what stands, and until when one may stand for election at the new date', () => {
    const moved: MoveWords = {
      ...meeting,
      formerStartsAt: '2024-06-05T12:00:00.000Z',
      samePlace: true,
      reason: 'La salle est inondée.',
      urgencyReason: null,
      nominationsUntilOn: day('2024-06-07'),
    };
    const said = (language: Language, changes: Partial<MoveWords> = {}): string =>
      MOVE_LETTER.compose({ ...moved, ...changes }, language, {
        publicUrl: 'https://forum.example',
        forum: FORUM,
      }).text;
    expect(said('fr')).toContain('les absences annoncées pour cette réunion valent toujours');
    expect(said('fr')).toContain('On peut se porter candidat, ou se retirer, jusqu’au 7 juin 2024 inclus.');
    expect(said('en')).toContain('One may stand, or stand down, until 7 June 2024, that day included.');
    expect(said('en', { nominationsUntilOn: null })).not.toContain('stand down');
  });
});
