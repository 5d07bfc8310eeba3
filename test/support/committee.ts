import { EDITION_0 } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { COLLEGES, day, instantAt, newId } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import type { Json, MemberVoice } from './forum.js';
import { done, Plenary } from './plenary.js';
import { RECOMMENDATION } from './working-groups.js';

/**
 * A forum whose first plenary, of 20 June 2024, elected the third members of the colleges co-chairs; the fourth ones are members
 * of the committee from that day on, straight in the tables.
 */
export async function withCommittee(): Promise<Plenary> {
  const plenary = await (await Plenary.planned()).held();
  const mandates = plenary.forum.api.get(MandatesRepository, { strict: false });
  for (const college of COLLEGES) {
    const { memberId } = plenary.member(college, 4);
    await plenary.forum.api.get(Database).transaction((tx) =>
      mandates.begin(tx, {
        memberId,
        office: 'COMMITTEE_MEMBER',
        seat: 1,
        college,
        proclaimedOn: day(plenary.on),
        electionId: newId(),
        rules: EDITION_0,
      }),
    );
  }
  return plenary;
}

/** A meeting of the committee, planned by its co-chair from civil society for ten o'clock of a day, with its agenda; gives its id. */
export async function committeeMeeting(
  plenary: Plenary,
  on: string,
  items: readonly Json[] = [RECOMMENDATION],
): Promise<string> {
  const coChair = plenary.member('CIVIL_SOCIETY', 3);
  const startsAt = instantAt(day(on), '10:00', plenary.forum.timeZone).toISOString();
  const input = { body: 'MANAGEMENT_COMMITTEE', startsAt, onlineLink: 'https://visio.example/committee' };
  const { id: meetingId } = done(await coChair.does('planMeeting', input, '... on Meeting { id }'));
  if (items.length > 0) done(await coChair.does('draftAgenda', { meetingId, items }));
  return meetingId;
}

/** Goes to the hour of a convened meeting of the committee, has these members attend, and opens it by the first of them. */
export async function committeeInSession(
  plenary: Plenary,
  meetingId: string,
  on: string,
  present: readonly [MemberVoice, ...MemberVoice[]],
): Promise<void> {
  await plenary.goTo(on, '10:00');
  const entries = present.map(({ memberId }) => ({ memberId, mode: 'ONLINE' }));
  done(await plenary.secretary.does('recordAttendance', { meetingId, entries }));
  done(await present[0].does('openSession', { meetingId }));
}
