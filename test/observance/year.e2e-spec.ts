import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Json, MemberVoice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

const RESULTS = {
  kind: 'DISCUSSION',
  titleFr: 'Où en est le plan d’action',
  titleEn: 'Where the action plan stands',
  presentsResults: true,
  plannedMinutes: 45,
};
const RESERVE = { kind: 'DECISION', titleFr: 'Un site de secours', titleEn: 'A site in reserve' };

/** A year of meetings, as the calendar of what is due tells it: each verdict below was written by hand from the charter. */
describe('a year of meetings', () => {
  let first: Plenary;
  let meetingId: string;
  const coChair = (college: 'GOVERNMENT' | 'CIVIL_SOCIETY'): MemberVoice => first.member(college, 3);

  beforeAll(async () => {
    first = await (await Plenary.planned()).held();
  });
  afterAll(() => first?.forum.close());

  const observed = async (): Promise<Json> =>
    (
      await first.forum.anyone.reads(
        '{ observance { plenariesHeld obligations { rule { id } subject dueOn doneOn state why } } }',
      )
    ).observance;
  /** What stands in the calendar by one rule, a line each. */
  const lines = async (rule: string): Promise<string[]> =>
    (await observed()).obligations
      .filter((one: Json) => one.rule.id === rule)
      .map(({ dueOn, doneOn, state }: Json) => `${dueOn} ${doneOn ?? '-'} ${state}`);
  const items = async (id: string): Promise<Json[]> =>
    (
      await first.secretary.reads(
        'query ($id: ID!) { meeting(id: $id) { agenda { items { id title(language: FR) presentsResults plannedMinutes } } } }',
        { id },
      )
    ).meeting.agenda.items;
  const everybody = (id: string, mode: string): Promise<Json> =>
    first.secretary.does('recordAttendance', {
      meetingId: id,
      entries: Object.values(first.members)
        .flat()
        .map(({ memberId }) => ({ memberId, mode })),
    });

  it('begins with decisions and results of elections published on the day of the first plenary (OGP-2.2)', async () => {
    expect(await lines('OGP-2.2')).toEqual(['2024-12-31 - UPCOMING']);
    const { obligations } = await observed();
    const evidence = obligations.find(({ rule }: Json) => rule.id === 'OGP-2.2');
    expect(evidence.why).toBe(
      '2024: new evidence published on 1 day, of 2: 20 June 2024 (decisions, results and archive of an election).',
    );
    expect(await lines('OGP-5.1')).toEqual(['2024-12-31 - UPCOMING']);
  });

  it('publishes its minutes though nobody ruled on a comment in time, and says so (MINUTES)', async () => {
    await first.goTo('2024-06-25');
    const { secretary } = first;
    const { id } = done(
      await secretary.does('draftMinutes', { meetingId: first.id, language: 'FR' }, '... on Minutes { id }'),
    );
    done(await secretary.does('circulateMinutes', { minutesId: id, version: 1 }));
    expect(await lines('MINUTES')).toEqual(['2024-07-13 - UPCOMING', '2024-07-05 2024-06-25 DONE']);
    done(await first.member('CIVIL_SOCIETY', 2).does('commentMinutes', { minutesId: id, text: 'Un mot.' }));
    expect(await lines('MINUTES')).toEqual([
      '2024-07-09 - UPCOMING',
      '2024-07-20 - UPCOMING',
      '2024-07-05 2024-06-25 DONE',
    ]);
    await first.goTo('2024-07-10');
    expect(await lines('MINUTES')).toEqual([
      '2024-07-09 - LATE',
      '2024-07-20 2024-07-10 DONE',
      '2024-07-05 2024-06-25 DONE',
    ]);
    expect(await lines('OGP-2.2')).toEqual(['2024-12-31 2024-07-10 DONE']);
  });

  it('has a plenary required by both co-chairs, all of whose items are postponed: it stays due (EXTRAORDINARY)', async () => {
    await first.goTo('2024-09-02');
    const request = done(
      await coChair('GOVERNMENT').does(
        'requestPlenary',
        { reason: 'Le site est tombé deux fois.', items: [RESULTS, RESERVE] },
        '... on PlenaryRequest { id items { presentsResults plannedMinutes } }',
      ),
    );
    expect(request.items).toEqual([
      { presentsResults: true, plannedMinutes: 45 },
      { presentsResults: false, plannedMinutes: null },
    ]);
    const requestId = request.id;
    done(await coChair('CIVIL_SOCIETY').does('supportPlenaryRequest', { requestId }));
    const startsAt = '2024-10-10T12:00:00Z';
    const planned = await first.secretary.does(
      'planRequiredPlenary',
      { requestId, startsAt, place: 'Palais d’Iéna' },
      '... on Meeting { id }',
    );
    meetingId = done(planned).id;
    done(await first.secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' }));
    done(await first.secretary.does('conveneMeeting', { meetingId }));
    await first.goTo('2024-10-10', '14:05');
    done(await everybody(meetingId, 'IN_ROOM'));
    const president = coChair('GOVERNMENT');
    done(await president.does('openSession', { meetingId }));
    expect((await observed()).plenariesHeld).toBe(1);
    for (const { id } of await items(meetingId)) {
      done(await president.does('postponeItem', { meetingId, itemId: id }));
    }
    done(await president.does('closeSession', { meetingId }));
    expect((await observed()).plenariesHeld).toBe(2);
    // It met: the cadence and the six months count it. What was asked for, it did not take up.
    expect(await lines('C3-PLENARY-CADENCE')).toEqual(['2024-12-31 2024-10-10 DONE']);
    expect(await lines('EXTRAORDINARY')).toEqual(['2024-11-01 - DUE_SOON']);
    expect(await lines('OGP-5.1')).toEqual(['2024-12-31 - UPCOMING']);
    await first.goTo('2024-11-02');
    expect(await lines('EXTRAORDINARY')).toEqual(['2024-11-01 - LATE']);
  });

  it('has one cancelled, which counts for nothing', async () => {
    const cancelled = await first.another('2024-12-05');
    done(await first.secretary.does('cancelMeeting', { meetingId: cancelled.id, reason: 'Grève' }));
    const { obligations } = await observed();
    const year = obligations.find(({ rule }: Json) => rule.id === 'C3-PLENARY-CADENCE');
    expect(year.why).toBe('2024: 2 plenaries held of the 2 planned.');
  });

  it('has one without quorum, then held on its second convocation, on which it takes up what was left', async () => {
    const next = await first.another('2024-12-16');
    const { meeting } = await first.secretary.reads(
      `query ($id: ID!) { meeting(id: $id) { itemsLeft { kind titleFr: title(language: FR) titleEn: title(language: EN)
         presentsResults plannedMinutes } } }`,
      { id: next.id },
    );
    expect(meeting.itemsLeft.slice(2)).toEqual([
      RESULTS,
      { ...RESERVE, presentsResults: false, plannedMinutes: null },
    ]);
    done(await first.secretary.does('draftAgenda', { meetingId: next.id, items: meeting.itemsLeft }));
    await next.keys([coChair('GOVERNMENT'), coChair('CIVIL_SOCIETY')]);
    await first.goTo('2024-11-25');
    done(await first.secretary.does('conveneMeeting', { meetingId: next.id }));
    await first.goTo('2024-12-16', '14:05');
    done(await everybody(next.id, 'ABSENT'));
    const president = coChair('CIVIL_SOCIETY');
    const presiding = first.member('GOVERNMENT', 1);
    const twoCome = async (): Promise<void> => {
      const entries = [president, presiding].map(({ memberId }) => ({ memberId, mode: 'IN_ROOM' }));
      done(await first.secretary.does('recordAttendance', { meetingId: next.id, entries }));
    };
    await twoCome();
    expect(await president.does('openSession', { meetingId: next.id })).toBeRefusedBy('QUORUM');
    done(await president.does('declareNoQuorum', { meetingId: next.id }));
    expect((await observed()).plenariesHeld).toBe(2);
    const again = { meetingId: next.id, startsAt: '2024-12-30T22:30:00Z' };
    done(await first.secretary.does('conveneMeeting', again));
    await first.goTo('2024-12-30', '23:30');
    await twoCome();
    const opened = await coChair('CIVIL_SOCIETY').does('openSession', { meetingId: next.id });
    if (opened.__typename !== 'Meeting') done(await presiding.does('openSession', { meetingId: next.id }));
    expect((await observed()).plenariesHeld).toBe(2);
    // It closes after midnight, and was held on the day on which it opened.
    await first.goTo('2024-12-31', '00:40');
    expect((await observed()).plenariesHeld).toBe(2);
    expect(await lines('EXTRAORDINARY')).toEqual(['2024-11-01 - LATE']);
    done(await coChair('CIVIL_SOCIETY').does('closeSession', { meetingId: next.id }));
    expect((await observed()).plenariesHeld).toBe(3);
    expect(await lines('OGP-1.1')).toEqual([
      '2025-06-30 - UPCOMING',
      '2025-04-10 2024-12-30 DONE',
      '2024-12-20 2024-10-10 DONE',
    ]);
    expect(await lines('EXTRAORDINARY')).toEqual(['2024-11-01 2024-12-30 DONE']);
    const { obligations } = await observed();
    const results = obligations.find(({ rule }: Json) => rule.id === 'OGP-5.1');
    expect(results).toMatchObject({ dueOn: '2024-12-31', state: 'DUE_SOON' });
    expect(results.why).toBe(
      '2024: 1 meeting presented implementation results to civil society and collected its comments, of 2: 30 December 2024.',
    );
  });

  it('counts an event that presented results, once it was held (OGP-5.1)', async () => {
    // 1 November 2024 at 23:30 UTC is 2 November in Paris; one that was not held counts for nothing.
    for (const state of ['PUBLISHED', 'HELD']) {
      await first.forum.database.query(
        `WITH event AS (INSERT INTO forum_event (id, kind, state, title_fr, title_en, topics_fr, topics_en, starts_at, ends_at, place, captioning,
           sign_language, step_free, presents_results, published_at, version, changed_at, drafted_by_id)
         VALUES (gen_random_uuid(), 'OPEN_EVENING', $1, 'Soirée', 'Evening', 'Où nous en sommes', 'Where we stand',
           '2024-11-01T23:30:00Z', '2024-11-02T01:00:00Z', 'Palais d’Iéna', true, false, true, true, '2024-10-01T10:00:00Z', 2, '2024-10-01T10:00:00Z', $2)
           RETURNING id, state)
         INSERT INTO event_head_count (event_id, number, government, civil_society, public, recorded_by_id, recorded_at)
         SELECT id, 1, 5, 5, 30, $2, '2024-11-02T01:00:00Z' FROM event WHERE state = 'HELD'`,
        [state, first.secretary.personId],
      );
    }
    const { obligations } = await observed();
    const results = obligations.find(({ rule }: Json) => rule.id === 'OGP-5.1');
    expect(results).toMatchObject({ dueOn: '2024-12-31', doneOn: '2024-12-30', state: 'DONE' });
    expect(results.why).toContain('2 meetings presented');
    expect(results.why).toContain('of 2: 2 November 2024, 30 December 2024.');
  });

  it('lets an item to be decided present nothing', async () => {
    const next = await first.another('2025-03-30');
    const wrong = [{ ...RESERVE, presentsResults: true }];
    expect(await first.secretary.does('draftAgenda', { meetingId: next.id, items: wrong })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    for (const plannedMinutes of [0, 601, 1.5]) {
      const drafted = { meetingId: next.id, items: [{ ...RESULTS, plannedMinutes }] };
      expect(await first.secretary.does('draftAgenda', drafted)).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });
});
