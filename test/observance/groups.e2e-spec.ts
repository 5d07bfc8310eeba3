import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, Voice } from '../support/forum.js';
import { done, type Plenary } from '../support/plenary.js';
import { groupInSession, groupMeeting, morning, withGroup } from '../support/working-groups.js';

describe('the calendar of what is due, of a working group', () => {
  let plenary: Plenary;
  let groupId: string;
  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
    mine.add(groupId);
  });
  afterAll(() => plenary?.forum.close());

  const observed = async (): Promise<Json> =>
    (
      await plenary.forum.anyone.reads(
        '{ observance { plenariesHeld obligations { rule { id } subject dueOn doneOn state } } }',
      )
    ).observance;
  /** The minutes of the group's meetings, the earliest due first. */
  const minutes = async (): Promise<string[]> =>
    (await observed()).obligations
      .filter(({ rule, subject }: Json) => rule.id === 'MINUTES' && subject.includes('working group'))
      .map(({ rule, dueOn, doneOn, state }: Json) => `${rule.id} ${dueOn} ${doneOn ?? '-'} ${state}`)
      .toSorted((a: string, b: string) => a.localeCompare(b));
  /** What waits for somebody, as lines: the act, its rule, the thing, the day, whether it is late. */
  const waits = async (voice: Voice): Promise<string[]> =>
    (await voice.reads('{ whatNeedsMe { act rule { id } meetingId thingId dueOn late } }')).whatNeedsMe
      .filter(({ meetingId, thingId }: Json) => mine.has(meetingId) || mine.has(thingId))
      .map(({ act, rule, dueOn, late }: Json) => `${act} ${rule.id} ${dueOn ?? '-'}${late ? ' LATE' : ''}`);
  const mine = new Set<string>();
  const reminders = async (): Promise<string[]> =>
    (
      await plenary.forum.database.query<{ line: string }>(
        `SELECT p.name || ': ' || (o.parameters->>'subjectEn') AS line
         FROM outgoing_mail o JOIN person p ON p.id = o.person_id
         WHERE kind = 'reminder' AND o.parameters->>'rule' = 'MINUTES' AND o.parameters->>'subjectEn' LIKE '%working group%'
         ORDER BY 1`,
      )
    ).map(({ line }) => line);
  const quarters = async (): Promise<string[]> =>
    (await observed()).obligations
      .filter(({ rule }: Json) => rule.id === 'C3-WG-CADENCE')
      .map(({ rule, dueOn, doneOn, state }: Json) => `${rule.id} ${dueOn} ${doneOn ?? '-'} ${state}`);

  it('wants a meeting in each quarter that follows the one of its set-up (C3-WG-CADENCE)', async () => {
    await plenary.goTo('2025-01-06');
    expect(await quarters()).toEqual(['C3-WG-CADENCE 2025-03-31 - UPCOMING']);
  });

  it('counts a meeting once it was held, and as no plenary', async () => {
    const meetingId = await groupMeeting({ plenary, groupId }, '2025-02-03');
    mine.add(meetingId);
    await morning(plenary, '2025-01-27');
    const facilitator = plenary.member('GOVERNMENT', 4);
    await groupInSession(plenary, meetingId, '2025-02-03', [facilitator]);
    expect(await quarters()).toEqual(['C3-WG-CADENCE 2025-03-31 - UPCOMING']);
    done(await facilitator.does('closeSession', { meetingId }));
    expect(await quarters()).toContain('C3-WG-CADENCE 2025-03-31 2025-02-03 DONE');
    expect((await observed()).plenariesHeld).toBe(0);
  });

  it('wants its minutes of its facilitators, who are reminded, and the decision of whoever presided (MINUTES)', async () => {
    const [facilitator, other] = [plenary.member('GOVERNMENT', 4), plenary.member('CIVIL_SOCIETY', 4)];
    const commenting = plenary.member('CIVIL_SOCIETY', 1);
    expect(await minutes()).toEqual(['MINUTES 2025-02-18 - UPCOMING', 'MINUTES 2025-02-26 - UPCOMING']);
    for (const voice of [facilitator, other])
      expect(await waits(voice)).toEqual(['draftMinutes MINUTES 2025-02-18']);
    for (const voice of [plenary.secretary, commenting]) expect(await waits(voice)).toEqual([]);

    await morning(plenary, '2025-02-10');
    expect(await reminders()).toEqual([]);
    await morning(plenary, '2025-02-11');
    const subject =
      'Minutes of meeting 1 of the working group “Open justice”, to be sent to the members of the group';
    const once = [`CIVIL_SOCIETY 4: ${subject}`, `GOVERNMENT 4: ${subject}`];
    expect(await reminders()).toEqual(once);
    await morning(plenary, '2025-02-12');
    expect(await reminders()).toEqual(once);
    expect(await minutes()).toEqual(['MINUTES 2025-02-18 - DUE_SOON', 'MINUTES 2025-02-26 - UPCOMING']);

    const meetingId = [...mine].find((id) => id !== groupId);
    const { id: minutesId } = done(await other.does('draftMinutes', { meetingId }, '... on Minutes { id }'));
    mine.add(minutesId);
    expect(await waits(facilitator)).toEqual(['circulateMinutes MINUTES 2025-02-18']);
    done(await facilitator.does('circulateMinutes', { minutesId, version: 1 }));
    await plenary.goTo('2025-02-13');
    const { comments } = done(
      await commenting.does(
        'commentMinutes',
        { minutesId, text: 'And the third workshop?' },
        '... on Minutes { comments { id } }',
      ),
    );
    expect(await minutes()).toEqual([
      'MINUTES 2025-02-18 2025-02-12 DONE',
      'MINUTES 2025-02-26 - UPCOMING',
      'MINUTES 2025-03-05 - UPCOMING',
    ]);
    await plenary.goTo('2025-02-21');
    expect(await waits(facilitator)).toContain('decideOnComments MINUTES -');
    const decisions = comments.map(({ id: commentId }: Json) => ({
      commentId,
      takenIn: false,
      reason: 'It comes later.',
    }));
    done(await facilitator.does('decideOnComments', { minutesId, decisions }));
    expect(await minutes()).toEqual([
      'MINUTES 2025-02-18 2025-02-12 DONE',
      'MINUTES 2025-02-26 2025-02-21 DONE',
      'MINUTES 2025-03-05 2025-02-21 DONE',
    ]);
    expect(await waits(facilitator)).toEqual(['signMinutes MINUTES -']);
    const { minutes: published } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { minutes(id: $id) { editions { sha256 signatures { person { id } } } } }',
      { id: minutesId },
    );
    const [{ sha256, signatures }] = published.editions;
    for (const personId of new Set<string>(signatures.map(({ person }: Json) => person.id)))
      done(await (await plenary.forum.voiceOf(personId)).does('signMinutes', { minutesId, sha256 }));
    expect(await waits(facilitator)).toEqual([]);
  });

  it('needs its facilitators for the steps of its roadmap that are past their day, and for the meeting of the quarter', async () => {
    const [facilitator, other] = [plenary.member('GOVERNMENT', 4), plenary.member('CIVIL_SOCIETY', 4)];
    const step = (state: string, id: string | null = null): Json => ({
      id,
      titleFr: 'Cartographier',
      commitments: [3],
      dueOn: '2025-02-28',
      responsible: 'Etalab',
      state,
    });
    const saved = await facilitator.does(
      'saveRoadmap',
      { groupId, basedOnVersion: 0, steps: [step('TO_DO')] },
      '... on WorkingGroup { roadmap { steps { id } } }',
    );
    expect(await waits(other)).toEqual([]);
    await plenary.goTo('2025-03-01');
    for (const voice of [facilitator, other])
      expect(await waits(voice)).toEqual(['saveRoadmap C3-WG-CADENCE 2025-02-28 LATE']);
    for (const voice of [plenary.secretary, plenary.member('CIVIL_SOCIETY', 1)])
      expect(await waits(voice)).toEqual([]);
    const [{ id }] = done(saved).roadmap.steps;
    done(await other.does('saveRoadmap', { groupId, basedOnVersion: 1, steps: [step('DONE', id)] }));
    expect(await waits(facilitator)).toEqual([]);

    await plenary.goTo('2025-05-30');
    expect(await waits(facilitator)).toEqual([]);
    await plenary.goTo('2025-05-31');
    for (const voice of [facilitator, other])
      expect(await waits(voice)).toEqual(['planMeeting C3-WG-CADENCE 2025-06-30']);
    mine.add(await groupMeeting({ plenary, groupId }, '2025-06-20', []));
    expect(await waits(facilitator)).toEqual(['draftAgenda C3-AGENDA 2025-06-15']);
  });

  it('tells that a quarter went by without one', async () => {
    await plenary.goTo('2025-07-01');
    expect(await quarters()).toContain('C3-WG-CADENCE 2025-06-30 - LATE');
  });
});
