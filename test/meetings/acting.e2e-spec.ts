import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DailyTasks } from '@hemicycle/jobs';
import type { College } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { outcomes, times } from '../support/at-once.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

const election = (office: string, college: College): object => ({
  kind: 'ELECTION',
  titleFr: 'Scrutin',
  titleEn: 'Election',
  office,
  college,
});
const OTHER_BUSINESS = { kind: 'DISCUSSION', titleFr: 'Divers', titleEn: 'Other business' };

/**
 * The co-chairs, the third member of each college, were elected on 20 June 2024 for two years, alone: the committee has no
 * other member. Nobody was elected in their place by 20 June 2026.
 */
describe('whoever acts after her term (ACTING)', () => {
  let plenary: Plenary;
  let electionIds: Json;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const turns = (voice: Voice, key = 'COMMITTEE', version = 1): Promise<Json> =>
    voice.does('turnKey', { meetingId: plenary.id, version, key });
  const agendaSeen = async (voice: Voice): Promise<Json> =>
    (
      await voice.reads(
        `query ($id: ID!) { meeting(id: $id) { agenda { state keys { key college byMember turnedBy { name } } } } }`,
        { id: plenary.id },
      )
    ).meeting.agenda;
  const needs = async (voice: Voice): Promise<string[]> =>
    (await voice.reads('{ whatNeedsMe { act } }')).whatNeedsMe.map(({ act }: Json) => act);
  const planned = async (on: string, items: readonly object[]): Promise<void> => {
    plenary = await plenary.another(on);
    done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items }));
  };

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2026-08-03');
    await planned('2026-09-10', [
      OTHER_BUSINESS,
      election('CO_CHAIR', 'GOVERNMENT'),
      election('CO_CHAIR', 'CIVIL_SOCIETY'),
      election('COMMITTEE_MEMBER', 'CIVIL_SOCIETY'),
    ]);
    electionIds = {
      government: await plenary.call('GOVERNMENT'),
      civil: await plenary.call('CIVIL_SOCIETY'),
      committee: await plenary.call('CIVIL_SOCIETY', 'COMMITTEE_MEMBER'),
    };
    done(await turns(plenary.secretary, 'SECRETARIAT'));
  });
  afterAll(() => plenary?.forum.close());

  it('reads the draft of a plenary’s agenda, and is told that her key is waited for', async () => {
    expect(await agendaSeen(civil(1))).toBeNull();
    expect(await agendaSeen(civil(3))).toMatchObject({ state: 'DRAFT' });
    expect(await needs(civil(1))).not.toContain('turnKey');
    expect(await needs(civil(3))).toContain('turnKey');
    await plenary.goTo('2026-08-24', '08:00');
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    await plenary.forum.settled();
    const asked = await plenary.forum.database.query<{ name: string }>(
      `SELECT p.name FROM outgoing_mail o JOIN person p ON p.id = o.person_id
       WHERE kind = 'reminder' AND o.parameters->>'subjectEn' LIKE 'Agenda of plenary 2:%' ORDER BY p.name`,
    );
    expect(asked.map(({ name }) => name)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
  });

  it('turns her college’s half of the second key, whatever is on the agenda', async () => {
    expect(await turns(government(1))).toBeRefusedBy('C3-AGENDA');
    done(await turns(government(3)));
    done(await turns(civil(3)));
    expect((await agendaSeen(civil(3))).keys.filter(({ key }: Json) => key === 'COMMITTEE')).toEqual([
      { key: 'COMMITTEE', college: 'GOVERNMENT', byMember: false, turnedBy: { name: 'GOVERNMENT 3' } },
      { key: 'COMMITTEE', college: 'CIVIL_SOCIETY', byMember: false, turnedBy: { name: 'CIVIL_SOCIETY 3' } },
    ]);
    expect(await needs(civil(3))).not.toContain('turnKey');
    expect(
      await plenary.secretary.does(
        'conveneMeeting',
        { meetingId: plenary.id },
        '... on Meeting { convocations { ground } }',
      ),
    ).toMatchObject({ convocations: [{ ground: 'TWO_KEYS' }] });
  });

  it('requires no plenary with the other co-chair: it is no current business (EXTRAORDINARY)', async () => {
    const { id: requestId } = done(
      await government(3).does(
        'requestPlenary',
        { reason: 'Il y a urgence.', items: [OTHER_BUSINESS] },
        '... on PlenaryRequest { id }',
      ),
    );
    expect(
      await civil(3).does(
        'supportPlenaryRequest',
        { requestId },
        '... on PlenaryRequest { state requirement { supporters coChairs } }',
      ),
    ).toMatchObject({ state: 'OPEN', requirement: { supporters: 2, coChairs: 0 } });
  });

  it('presides over the plenary that elects, save over the election in which she stands, until her successor does (PRESIDING)', async () => {
    const again = await plenary.stands(government(3), electionIds.government);
    const other = await plenary.stands(government(4), electionIds.government);
    const member = await plenary.stands(civil(5), electionIds.committee);
    await plenary.goTo('2026-09-10', '14:00');
    await plenary.everybodyPresent();
    const early = await government(1).does('openSession', { meetingId: plenary.id });
    expect(early).toBeRefusedBy('PRESIDING');
    expect(early.violations[0].reason).toBe(
      'GOVERNMENT 3 presides over the session (co-chair present, acting).',
    );
    done(await government(3).does('openSession', { meetingId: plenary.id }));
    expect(await government(3).does('orderPoll', { electionId: electionIds.government })).toBeRefusedBy(
      'PRESIDING',
    );
    await plenary.round(electionIds.government, 'GOVERNMENT', [other, other, again], civil(3));
    done(await plenary.secretary.does('proclaimResult', { electionId: electionIds.government }));
    // Nobody stands to succeed her colleague, who acts on.
    expect(await government(3).does('orderPoll', { electionId: electionIds.civil })).toBeRefusedBy(
      'PRESIDING',
    );
    done(await government(4).does('orderPoll', { electionId: electionIds.civil }));
    done(await plenary.secretary.does('recordFailure', { electionId: electionIds.civil }));
    await plenary.round(electionIds.committee, 'CIVIL_SOCIETY', [member], government(4));
    done(await plenary.secretary.does('proclaimResult', { electionId: electionIds.committee }));
    expect(await plenary.closes(government(3))).toBeRefusedBy('PRESIDING');
    expect(await plenary.closes(government(4))).toMatchObject({ state: 'HELD' });
    const { committee } = await plenary.forum.anyone.reads(
      '{ committee { coChairs { holder { person { name } } } acting { holder { person { name } } } } }',
    );
    expect(committee).toEqual({
      coChairs: [{ holder: { person: { name: 'GOVERNMENT 4' } } }],
      acting: [{ holder: { person: { name: 'CIVIL_SOCIETY 3' } } }],
    });
  });

  it('acts for six months, the last day included, and then no more', async () => {
    await plenary.goTo('2026-12-20');
    await planned('2027-02-11', [OTHER_BUSINESS, election('CO_CHAIR', 'CIVIL_SOCIETY')]);
    // Her college has somebody in office: it is her time that has passed, not her college’s turn.
    done(await turns(civil(3)));
    done(await turns(government(4)));
    await planned('2027-02-12', [OTHER_BUSINESS]);
    await plenary.goTo('2026-12-21');
    const late = await turns(civil(3));
    expect(late).toBeRefusedBy('ACTING');
    expect(late).toBeRefusedBy('C3-AGENDA');
    expect(late.violations[0].reason).toBe(
      'Your term has ended and you could act until 20 December 2026: you turn the committee’s key no more.',
    );
    const { meeting } = await civil(3).reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { version } permitted { action violations { rule { id } } } } }',
      { id: plenary.id },
    );
    expect(meeting.agenda).toBeNull();
    expect(meeting.permitted.find(({ action }: Json) => action === 'turnKey').violations).toContainEqual({
      rule: { id: 'ACTING' },
    });
    done(await turns(civil(5)));
    // A successor did what there was to do: nothing is said of acting to whoever was succeeded.
    const succeeded = await turns(government(3));
    expect(succeeded).toBeRefusedBy('C3-AGENDA');
    expect(succeeded).not.toBeRefusedBy('ACTING');
  });
});

describe('whoever acts may stop (ACTING)', () => {
  let plenary: Plenary;
  let mandates: Record<College, string>;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const SHOWN = '... on Mandate { actingEndedOn actingEndReason }';
  const acting = async (on: string | null = null): Promise<string[]> => {
    const { committee } = await plenary.forum.anyone.reads(
      'query ($on: Day) { committee(on: $on) { acting { holder { person { name } } } } }',
      { on },
    );
    return committee.acting.map(({ holder }: Json) => holder.person.name);
  };
  const foreseen = async (voice: Voice, memberId: string): Promise<Json> => {
    const { member } = await voice.reads(
      `query ($id: ID!) { member(id: $id) { mandates {
         actingEndedOn permitted { action allowed violations { rule { id } } } } } }`,
      { id: memberId },
    );
    const [{ permitted, actingEndedOn }] = member.mandates;
    const answer = permitted.find(({ action }: Json) => action === 'endActing');
    return [actingEndedOn, answer.allowed, answer.violations.map(({ rule }: Json) => rule.id)];
  };

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const of = (college: College): string =>
      committee.coChairs.find((one: Json) => one.college === college).id;
    mandates = { GOVERNMENT: of('GOVERNMENT'), CIVIL_SOCIETY: of('CIVIL_SOCIETY') };
  });
  afterAll(() => plenary?.forum.close());

  it('once she acts, and not while her mandate runs (LIFE)', async () => {
    await plenary.goTo('2026-06-20');
    const early = await civil(3).does('endActing', { mandateId: mandates.CIVIL_SOCIETY });
    expect(early).toBeRefusedBy('LIFE');
    expect(await foreseen(civil(3), civil(3).memberId)).toEqual([null, false, ['LIFE']]);
    await plenary.goTo('2026-06-21');
    expect(await foreseen(civil(3), civil(3).memberId)).toEqual([null, true, []]);
    expect(await foreseen(plenary.secretary, civil(3).memberId)).toEqual([null, true, []]);
    // To others it is nothing of theirs.
    expect(await foreseen(civil(2), civil(3).memberId)).toEqual([null, false, []]);
    const other = await civil(2).does('endActing', { mandateId: mandates.CIVIL_SOCIETY });
    expect(other).toBeRefusedBy('ACTING');
  });

  it('by an act of her own, once, that day being the last; the seat is vacant and its by-election due (VACANCY)', async () => {
    await plenary.goTo('2026-08-03');
    const input = { mandateId: mandates.CIVIL_SOCIETY };
    const together = await times(3, () => civil(3).does('endActing', input, SHOWN));
    expect(outcomes(together).toSorted()).toEqual(['LIFE', 'LIFE', 'Mandate']);
    expect(together.find(({ __typename }) => __typename === 'Mandate')).toMatchObject({
      actingEndedOn: '2026-08-03',
      actingEndReason: null,
    });
    expect(await acting()).toEqual(['GOVERNMENT 3', 'CIVIL_SOCIETY 3']);
    await plenary.goTo('2026-08-04');
    expect(await acting()).toEqual(['GOVERNMENT 3']);
    expect(await acting('2026-08-03')).toEqual(['GOVERNMENT 3', 'CIVIL_SOCIETY 3']);
    expect(await foreseen(civil(3), civil(3).memberId)).toEqual(['2026-08-03', false, ['LIFE']]);
    const { observance } = await plenary.forum.anyone.reads(
      '{ observance { obligations { rule { id } subject state why } } }',
    );
    const due = observance.obligations.filter(
      ({ rule, subject }: Json) =>
        ['VACANCY', 'ACTING'].includes(rule.id) && subject.includes('co-chair’s seat'),
    );
    expect(due.map(({ rule, subject }: Json) => [rule.id, subject]).toSorted()).toEqual([
      ['ACTING', 'End of the acting time of the co-chair’s seat (government)'],
      ['VACANCY', 'By-election to the co-chair’s seat (civil society)'],
    ]);
    expect(due.find(({ rule }: Json) => rule.id === 'VACANCY').why).toContain(
      'The term of CIVIL_SOCIETY 3 passed on 20 June 2026 without a successor, and the acting time ended on 3 August 2026.',
    );
  });

  it('as a member like any other, she turns her college’s half with another, on an agenda of elections (C3-AGENDA)', async () => {
    plenary = await plenary.another('2026-09-10');
    const items = [election('CO_CHAIR', 'CIVIL_SOCIETY')];
    done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items }));
    const turns = (voice: Voice): Promise<Json> =>
      voice.does('turnKey', { meetingId: plenary.id, version: 1, key: 'COMMITTEE' });
    done(await turns(civil(3)));
    done(await turns(civil(1)));
    done(
      await plenary.secretary.does('draftAgenda', {
        meetingId: plenary.id,
        basedOnVersion: 1,
        items: [...items, OTHER_BUSINESS],
      }),
    );
    const alone = await civil(3).does('turnKey', { meetingId: plenary.id, version: 2, key: 'COMMITTEE' });
    expect(alone).toBeRefusedBy('C3-AGENDA');
    expect(alone).not.toBeRefusedBy('ACTING');
  });

  it('by the secretariat, which says why, to everybody', async () => {
    const ends = (reason: string | null): Promise<Json> =>
      plenary.secretary.does('endActing', { mandateId: mandates.GOVERNMENT, reason }, SHOWN);
    expect(await ends(null)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await ends('Long congé de maladie.')).toMatchObject({
      actingEndedOn: '2026-08-04',
      actingEndReason: 'Long congé de maladie.',
    });
    const { member } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { member(id: $id) { mandates { untilOn endReason actingEndedOn actingEndReason } } }',
      { id: government(3).memberId },
    );
    expect(member.mandates).toEqual([
      {
        untilOn: '2026-06-20',
        endReason: null,
        actingEndedOn: '2026-08-04',
        actingEndReason: 'Long congé de maladie.',
      },
    ]);
    await plenary.goTo('2026-08-05');
    expect(await acting()).toEqual([]);
  });
});
