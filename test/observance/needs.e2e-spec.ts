import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Json, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

describe('what needs each person', () => {
  let plenary: Plenary;
  let secretary: Voice;
  const NEEDS = `{ whatNeedsMe { act rule { id } about why meetingId meetingName election { id } thingId dueOn closesAt late } }`;
  const needs = async (voice: Voice): Promise<Json[]> => (await voice.reads(NEEDS)).whatNeedsMe;
  const acts = async (voice: Voice): Promise<string[]> => (await needs(voice)).map(({ act }) => act);

  beforeAll(async () => {
    plenary = await Plenary.planned();
    ({ secretary } = plenary);
  });
  afterAll(() => plenary?.forum.close());

  it('is told to nobody who did not sign in', async () => {
    const { errors } = await plenary.forum.anyone.ask(NEEDS);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is the agenda for the secretariat, with its rule and its day, and nothing for a member', async () => {
    expect(await needs(secretary)).toContainEqual({
      act: 'draftAgenda',
      rule: { id: 'C3-AGENDA' },
      about: null,
      why: 'The convocation leaves with the agenda.',
      meetingId: plenary.id,
      meetingName: 'plenary no. 1',
      election: null,
      thingId: null,
      dueOn: '2024-06-05',
      closesAt: null,
      late: false,
    });
    expect(await needs(plenary.member('CIVIL_SOCIETY', 1))).toEqual([]);
  });

  it('is the key for whoever holds it, until it is turned', async () => {
    await plenary.called();
    done(await secretary.does('turnKey', { meetingId: plenary.id, version: 1, key: 'SECRETARIAT' }));
    expect(await acts(plenary.founder)).toEqual(['turnKey']);
    done(await plenary.founder.does('turnKey', { meetingId: plenary.id, version: 1, key: 'COMMITTEE' }));
    expect(await acts(plenary.founder)).toEqual([]);
    expect(await acts(secretary)).toContain('conveneMeeting');
    done(await secretary.does('conveneMeeting', { meetingId: plenary.id }));
    expect(await acts(secretary)).not.toContain('conveneMeeting');
    // Apologies may be recorded by now; the attendance waits for the day.
    expect(await acts(secretary)).not.toContain('recordAttendance');
  });

  it('is an open poll for its electors and for nobody else, whether or not they voted (CNIL-1-07)', async () => {
    const { elections } = (
      await secretary.reads('query ($id: ID!) { meeting(id: $id) { elections { id college } } }', {
        id: plenary.id,
      })
    ).meeting;
    const election = elections.find(({ college }: Json) => college === 'GOVERNMENT').id;
    const candidacy = await plenary.stands(plenary.member('GOVERNMENT', 3), election);
    await plenary.opened();
    expect(await acts(secretary)).toContain('recordAttendance');
    expect(await acts(plenary.president())).toEqual(expect.arrayContaining(['orderPoll', 'putToVote']));
    await plenary.vote(election);
    const voter = plenary.member('GOVERNMENT', 2);
    const polls = async (voice: Voice): Promise<Json[]> =>
      (await needs(voice)).filter(({ act }) => act === 'castRecordedBallot');
    const before = await polls(voter);
    expect(before).toMatchObject([
      { rule: { id: 'REGISTER' }, election: { id: election }, meetingName: 'plenary no. 1' },
    ]);
    done(await plenary.cast(voter, election, candidacy));
    expect(await polls(voter)).toEqual(before);
    expect(await polls(plenary.member('CIVIL_SOCIETY', 2))).toEqual([]);
    expect(await acts(secretary)).toContain('closeVoting');
    done(await secretary.does('closeVoting', { electionId: election }));
    expect(await polls(voter)).toEqual([]);
    expect(await acts(secretary)).toContain('countVotes');
  });

  it('is a recorded vote for whoever holds the vote of a seat in it', async () => {
    const decisionId = await plenary.ratificationOpened();
    const of = async (voice: Voice): Promise<Json[]> =>
      (await needs(voice)).filter(({ act }) => act === 'castDecisionVote');
    expect(await of(plenary.member('CIVIL_SOCIETY', 4))).toMatchObject([
      { thingId: decisionId, about: 'Ratification of the rules of procedure', rule: { id: 'DECISION' } },
    ]);
    expect(await of(secretary)).toEqual([]);
    done(await secretary.does('closeDecisionVote', { decisionId }));
    expect(await of(plenary.member('CIVIL_SOCIETY', 4))).toEqual([]);
  });
});

describe('what needs each person after a plenary', () => {
  let plenary: Plenary;
  let secretary: Voice;
  const needs = async (voice: Voice): Promise<Json[]> =>
    (
      await voice.reads(
        '{ whatNeedsMe { act rule { id } about(language: FR) meetingName thingId dueOn closesAt late } }',
      )
    ).whatNeedsMe;
  const some = async (voice: Voice, ...wanted: string[]): Promise<Json[]> =>
    (await needs(voice)).filter(({ act }) => wanted.includes(act));

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    ({ secretary } = plenary);
    await plenary.goTo('2024-06-25');
  });
  afterAll(() => plenary?.forum.close());

  it('is the minutes, to comment before an instant, then to rule on', async () => {
    const member = plenary.member('CIVIL_SOCIETY', 2);
    const toWrite = { rule: { id: 'MINUTES' }, dueOn: '2024-07-05', meetingName: 'plenary no. 1' };
    expect(await some(secretary, 'draftMinutes', 'keepInTime')).toMatchObject([
      { act: 'draftMinutes', ...toWrite },
    ]);
    await plenary.goTo('2024-06-28');
    expect(await some(member, 'draftMinutes', 'keepInTime', 'commentMinutes')).toEqual([]);
    const drafted = await secretary.does('draftMinutes', { meetingId: plenary.id }, '... on Minutes { id }');
    const minutesId = done(drafted).id;
    expect(await some(secretary, 'draftMinutes', 'circulateMinutes', 'keepInTime')).toMatchObject([
      { act: 'circulateMinutes', ...toWrite, thingId: minutesId },
    ]);
    expect(await some(member, 'circulateMinutes')).toEqual([]);
    done(await secretary.does('circulateMinutes', { minutesId, version: 1 }));
    const wanted = {
      rule: { id: 'MINUTES' },
      thingId: minutesId,
      meetingName: 'plenary no. 1',
      about: null,
      dueOn: null,
      late: false,
    };
    // Seven days after 28 June, by the clock of Paris.
    expect(await some(member, 'commentMinutes')).toEqual([
      { act: 'commentMinutes', ...wanted, closesAt: '2024-07-05T22:00:00.000Z' },
    ]);
    done(await member.does('commentMinutes', { minutesId, text: 'Un mot manque.' }));
    await plenary.goTo('2024-07-06');
    expect(await some(member, 'commentMinutes', 'decideOnComments')).toEqual([]);
    const presided = plenary.closedBy();
    expect(await some(presided, 'decideOnComments')).toEqual([
      { act: 'decideOnComments', ...wanted, closesAt: '2024-07-12T22:00:00.000Z' },
    ]);
    await plenary.goTo('2024-07-13');
    expect(await some(presided, 'decideOnComments', 'keepInTime')).toEqual([]);
  });

  it('is what a decision charged the member or her organisation with, late or not', async () => {
    const { decisions } = await secretary.reads('{ decisions { nodes { id } } }');
    const decisionId = decisions.nodes[0].id;
    const member = plenary.member('CIVIL_SOCIETY', 4);
    const task = { decisionId, taskFr: 'Publier les règles', dueOn: '2024-07-20' };
    done(await secretary.does('recordFollowUp', { ...task, memberId: member.memberId }));
    const { organisationId } = plenary.member('GOVERNMENT', 5);
    done(await secretary.does('recordFollowUp', { ...task, taskFr: 'Ouvrir un compte', organisationId }));
    expect(await some(member, 'completeFollowUp')).toMatchObject([
      { about: 'Publier les règles', thingId: decisionId, dueOn: '2024-07-20', late: false },
    ]);
    expect(await some(plenary.member('GOVERNMENT', 5), 'completeFollowUp')).toMatchObject([
      { about: 'Ouvrir un compte' },
    ]);
    expect(await some(plenary.member('CIVIL_SOCIETY', 1), 'completeFollowUp')).toEqual([]);
    expect(await some(secretary, 'completeFollowUp')).toEqual([]);
    done(await secretary.does('recordFollowUp', { ...task, taskFr: 'Écrire', roleFr: 'Le secrétariat' }));
    expect(await some(secretary, 'completeFollowUp')).toMatchObject([
      { about: 'Écrire', thingId: decisionId, dueOn: '2024-07-20' },
    ]);
    expect(await some(member, 'completeFollowUp')).toHaveLength(1);
    const due = async (): Promise<string[]> =>
      (
        await plenary.forum.anyone.reads('{ observance { obligations { rule { id } subject state } } }')
      ).observance.obligations
        .filter(({ rule }: Json) => rule.id === 'DECISION')
        .map(({ subject, state }: Json) => `${state} ${subject}`);
    expect(await due()).toContain('DUE_SOON Publier les règles (CIVIL_SOCIETY 4)');
    await plenary.goTo('2024-07-21');
    expect(await due()).toContain('LATE Publier les règles (CIVIL_SOCIETY 4)');
    expect(await some(member, 'completeFollowUp')).toMatchObject([{ late: true }]);
  });

  it('is a request that she may support, until she did', async () => {
    const items = [{ kind: 'DISCUSSION', titleFr: 'Le site', titleEn: 'The site' }];
    const asked = await plenary
      .member('CIVIL_SOCIETY', 1)
      .does('requestPlenary', { reason: 'Le site est tombé.', items }, '... on PlenaryRequest { id }');
    const requestId = done(asked).id;
    const other = plenary.member('GOVERNMENT', 4);
    expect(await some(plenary.member('CIVIL_SOCIETY', 1), 'supportPlenaryRequest')).toEqual([]);
    expect(await some(other, 'supportPlenaryRequest')).toMatchObject([
      { rule: { id: 'EXTRAORDINARY' }, thingId: requestId },
    ]);
    done(await other.does('supportPlenaryRequest', { requestId }));
    expect(await some(other, 'supportPlenaryRequest')).toEqual([]);
  });

  it('is the end of her own mandate, half a year ahead, by the calendar of what is due (C3-TERM)', async () => {
    await plenary.goTo('2025-12-22');
    const coChair = plenary.member('CIVIL_SOCIETY', 3);
    expect(await some(coChair, 'keepInTime')).toMatchObject([
      { rule: { id: 'C3-TERM' }, dueOn: '2026-06-20' },
    ]);
    expect(await some(plenary.member('CIVIL_SOCIETY', 4), 'keepInTime')).toEqual([]);
  });
});
