import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Json, MemberVoice } from '../support/forum.js';
import { committeeInSession, committeeMeeting } from '../support/committee.js';
import { done, type Plenary } from '../support/plenary.js';
import {
  decided,
  decisionOn,
  groupInSession,
  groupMeeting,
  morning,
  RECOMMENDATION,
  withGroup,
} from '../support/working-groups.js';

jest.setTimeout(120_000);

const ELECTION = {
  kind: 'ELECTION',
  titleFr: 'Coprésidence, société civile',
  titleEn: 'Co-chair, civil society',
  office: 'CO_CHAIR',
  college: 'CIVIL_SOCIETY',
};

/**
 * What a working group, the committee and a poll that outlives its session make due, as the calendar tells it from January to
 * April 2025: each line below was written by hand from the charter.
 */
describe('the calendar of what is due, of bodies that prepare and of polls', () => {
  /** The plenary under way: the one that set the group up, then that of 17 April. */
  let plenary: Plenary;
  let groupId: string;
  let electionId: string;
  const candidacies: string[] = [];
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);

  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
  });
  afterAll(() => plenary?.forum.close());

  /** What stands in the calendar by one rule, a line each. */
  const lines = async (rule: string): Promise<string[]> => {
    const { observance } = await plenary.forum.anyone.reads(
      '{ observance { obligations { rule { id } subject dueOn doneOn state } } }',
    );
    return observance.obligations
      .filter((one: Json) => one.rule.id === rule)
      .map(({ subject, dueOn, doneOn, state }: Json) => `${dueOn} ${doneOn ?? '-'} ${state}: ${subject}`);
  };
  const items = async (): Promise<string[]> => {
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: plenary.id },
    );
    return meeting.agenda.items.map(({ id }: Json) => id);
  };

  it('has a group’s meeting wait for its agenda, then for its convocation, until it opens (C3-AGENDA, NOTICE)', async () => {
    const named = 'of meeting 1 of the working group “Open justice”';
    await plenary.goTo('2025-01-06');
    const meetingId = await groupMeeting({ plenary, groupId }, '2025-02-03', []);
    expect(await lines('C3-AGENDA')).toEqual([`2025-01-29 - UPCOMING: Agenda ${named}`]);
    expect(await lines('NOTICE')).toEqual([`2025-01-29 - UPCOMING: Convocation ${named}`]);
    await plenary.goTo('2025-01-15');
    expect(await lines('C3-AGENDA')).toEqual([`2025-01-29 - DUE_SOON: Agenda ${named}`]);
    done(await government(4).does('draftAgenda', { meetingId, items: [RECOMMENDATION] }));
    expect(await lines('C3-AGENDA')).toEqual([]);
    expect(await lines('NOTICE')).toEqual([`2025-01-29 - DUE_SOON: Convocation ${named}`]);
    // It leaves by itself.
    await morning(plenary, '2025-01-27');
    expect(await lines('NOTICE')).toEqual([`2025-01-29 2025-01-27 DONE: Convocation ${named}`]);
    await groupInSession(plenary, meetingId, '2025-02-03', [government(4)]);
    expect(await lines('NOTICE')).toEqual([]);
    done(await government(4).does('closeSession', { meetingId }));
  });

  it('has the committee’s wait for them too, late as long as nobody sends it (C3-AGENDA, NOTICE)', async () => {
    const named = 'of meeting 1 of the management committee';
    const meetingId = await committeeMeeting(plenary, '2025-02-20', []);
    expect(await lines('C3-AGENDA')).toEqual([`2025-02-15 - DUE_SOON: Agenda ${named}`]);
    done(await civil(3).does('draftAgenda', { meetingId, items: [RECOMMENDATION] }));
    expect(await lines('C3-AGENDA')).toEqual([]);
    await plenary.goTo('2025-02-15');
    expect(await lines('NOTICE')).toEqual([`2025-02-15 - DUE_SOON: Convocation ${named}`]);
    await plenary.goTo('2025-02-16');
    expect(await lines('NOTICE')).toEqual([`2025-02-15 - LATE: Convocation ${named}`]);
    const urgency = { meetingId, urgencyReason: 'The minister comes.' };
    done(await plenary.secretary.does('conveneMeeting', urgency));
    expect(await lines('NOTICE')).toEqual([`2025-02-15 2025-02-16 DONE: Convocation ${named}`]);
    await committeeInSession(plenary, meetingId, '2025-02-20', [government(3), civil(3)]);
    expect(await lines('NOTICE')).toEqual([]);
    done(await government(3).does('closeSession', { meetingId }));
  });

  it('wants a facilitator in the place of one who left, of the next plenary (WORKING-GROUP-SETUP)', async () => {
    const subject = 'Facilitator of the working group “Open justice” (government)';
    const { workingGroup } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { facilitators { id college } } }',
      { id: groupId },
    );
    const held = workingGroup.facilitators.find(({ college }: Json) => college === 'GOVERNMENT');
    done(await government(4).does('resignFacilitation', { mandateId: held.id }));
    expect(await lines('WORKING-GROUP-SETUP')).toEqual([]);
    await plenary.goTo('2025-02-21');
    // Six months after the last one, while none is announced.
    expect(await lines('WORKING-GROUP-SETUP')).toEqual([`2025-06-12 - UPCOMING: ${subject}`]);
    plenary = await plenary.another('2025-04-17');
    expect(await lines('WORKING-GROUP-SETUP')).toEqual([`2025-04-17 - DUE_SOON: ${subject}`]);
  });

  it('has an agenda changed after the convocation wait for its keys, then for its publication (C3-AGENDA)', async () => {
    const { id: meetingId, secretary } = plenary;
    const replacement = { groupId, memberId: government(2).memberId };
    const proposal = await secretary.does(
      'proposeFacilitator',
      replacement,
      '... on WorkingGroup { facilitatorProposals { id withGroup } }',
    );
    const { id: proposalId } = done(proposal).facilitatorProposals.find((one: Json) => !one.withGroup);
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const { id: mandateId } = committee.coChairs.find(({ college }: Json) => college === 'CIVIL_SOCIETY');
    done(await civil(3).does('resignMandate', { mandateId, lastOn: '2025-04-20' }));
    const first = [decisionOn('FACILITATOR_NAMING', proposalId), ELECTION];
    done(await secretary.does('draftAgenda', { meetingId, items: first }));
    await plenary.keys([government(3), civil(3)]);
    electionId = await plenary.call('CIVIL_SOCIETY');
    await plenary.goTo('2025-03-28');
    done(await secretary.does('conveneMeeting', { meetingId }));
    for (const place of [1, 2]) candidacies.push(await plenary.stands(civil(place), electionId));
    expect(await lines('C3-AGENDA')).toEqual([]);

    await plenary.goTo('2025-04-01');
    const [naming, election] = await items();
    const changed = [
      { ...first[0], id: naming },
      { ...first[1], id: election },
      { kind: 'INFORMATION', titleFr: 'Nouvelles', titleEn: 'News' },
    ];
    done(await secretary.does('draftAgenda', { meetingId, items: changed }));
    expect(await lines('C3-AGENDA')).toEqual([
      '2025-04-12 - DUE_SOON: Changed agenda of plenary 3: the secretariat’s key',
      '2025-04-12 - DUE_SOON: Changed agenda of plenary 3: the committee’s half, government',
      '2025-04-12 - DUE_SOON: Changed agenda of plenary 3: the committee’s half, civil society',
    ]);
    await plenary.keys([government(3), civil(3)], 2);
    expect(await lines('C3-AGENDA')).toEqual([
      '2025-04-12 - DUE_SOON: Changed agenda of plenary 3: publication',
    ]);
    done(await secretary.does('publishAgenda', { meetingId }));
    expect(await lines('C3-AGENDA')).toEqual([]);
  });

  it('tells on which day the facilitator was named (WORKING-GROUP-SETUP)', async () => {
    await plenary.goTo(plenary.on, '14:00');
    await plenary.everybodyPresent();
    done(await government(3).does('openSession', { meetingId: plenary.id }));
    const [naming = ''] = await items();
    await decided(plenary, naming);
    expect(await lines('WORKING-GROUP-SETUP')).toEqual([
      '2025-04-17 2025-04-17 DONE: Facilitator of the working group “Open justice” (government)',
    ]);
  });

  it('wants a poll closed on the day announced, and the round that its count calls for opened within ten days (POLL)', async () => {
    const of = 'election of the co-chair (civil society)';
    const president = government(3);
    done(await president.does('orderPoll', { electionId }));
    const closesAt = '2025-04-24T16:00:00Z';
    done(await plenary.secretary.does('openVoting', { electionId, closesAt }));
    for (const [place, candidacyId] of candidacies.entries())
      done(await plenary.cast(civil(place + 4), electionId, candidacyId));
    done(await plenary.closes(president));
    expect(await lines('POLL')).toEqual([`2025-04-24 - DUE_SOON: Closing of round 1, ${of}`]);
    await plenary.goTo('2025-04-25');
    expect(await lines('POLL')).toEqual([`2025-04-24 - LATE: Closing of round 1, ${of}`]);
    await plenary.count(electionId);
    const closed = `2025-04-24 2025-04-25 DONE: Closing of round 1, ${of}`;
    expect(await lines('POLL')).toEqual([`2025-05-05 - DUE_SOON: Opening of round 2, ${of}`, closed]);
    await plenary.goTo('2025-04-28');
    done(await president.does('orderPoll', { electionId }));
    const again = { electionId, closesAt: '2025-05-02T16:00:00Z' };
    done(await plenary.secretary.does('openVoting', again));
    const opened = `2025-05-05 2025-04-28 DONE: Opening of round 2, ${of}`;
    expect(await lines('POLL')).toEqual([`2025-05-02 - DUE_SOON: Closing of round 2, ${of}`, opened, closed]);
    done(await plenary.cast(civil(4), electionId, candidacies[0] ?? null));
    await plenary.goTo('2025-05-02', '18:00');
    await plenary.count(electionId);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    expect(await lines('POLL')).toEqual([
      `2025-05-02 2025-05-02 DONE: Closing of round 2, ${of}`,
      opened,
      closed,
    ]);
  });
});
