import { DailyTasks } from '@hemicycle/jobs';
import { COLLEGES, day, instantAt } from '@hemicycle/kernel';
import type { Json, MemberVoice } from './forum.js';
import { done, Plenary } from './plenary.js';

/** An item that decides on a subject. */
export const decisionOn = (subject: string, objectId: string): Json => ({
  kind: 'DECISION',
  titleFr: `Décision : ${subject} ${objectId}`,
  titleEn: `Decision: ${subject} ${objectId}`,
  subject,
  objectId,
});

/** Proposes a group facilitated by the fourth member of each college, or by whoever is given; gives its id. */
export async function proposed(
  plenary: Plenary,
  facilitators: readonly MemberVoice[] = COLLEGES.map((college) => plenary.member(college, 4)),
): Promise<string> {
  const input = {
    themeFr: 'Justice ouverte',
    themeEn: 'Open justice',
    commitments: [12, 3],
    facilitatorIds: facilitators.map(({ memberId }) => memberId),
  };
  return done(await plenary.secretary.does('proposeWorkingGroup', input, '... on WorkingGroup { id }')).id;
}

/** Convenes a plenary of a committee on these items and opens it on its day, all but the fourth members present; gives the ids of the items, in order. */
export async function inSession(plenary: Plenary, items: readonly Json[]): Promise<string[]> {
  done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items }));
  await plenary.keys([plenary.member('GOVERNMENT', 3), plenary.member('CIVIL_SOCIETY', 3)]);
  done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
  await plenary.goTo(plenary.on, '14:00');
  const entries = COLLEGES.flatMap((college) =>
    [1, 2, 3, 5].map((place) => ({ memberId: plenary.member(college, place).memberId, mode: 'IN_ROOM' })),
  );
  done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
  done(await plenary.member('GOVERNMENT', 3).does('openSession', { meetingId: plenary.id }));
  const { meeting } = await plenary.forum.anyone.reads(
    'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
    { id: plenary.id },
  );
  return meeting.publishedAgenda.items.map(({ id }: Json) => id);
}

/** Puts an item to the vote, which everybody answers so; gives the decision as closed. */
export async function decided(plenary: Plenary, itemId: string, choice = 'FOR'): Promise<Json> {
  const put = await plenary
    .member('GOVERNMENT', 3)
    .does('putToVote', { meetingId: plenary.id, itemId }, '... on Decision { id }');
  const { id: decisionId } = done(put);
  done(await plenary.secretary.does('openDecisionVote', { decisionId }));
  for (const college of COLLEGES) {
    for (const place of [1, 2, 5]) {
      const voter = plenary.member(college, place);
      done(await voter.does('castDecisionVote', { decisionId, memberId: voter.memberId, choice }));
    }
  }
  return done(
    await plenary.secretary.does(
      'closeDecisionVote',
      { decisionId },
      '... on Decision { id state reference effect workingGroup { id state } }',
    ),
  );
}

/** Closes the session. */
export async function closed(plenary: Plenary): Promise<void> {
  done(await plenary.closes(plenary.member('GOVERNMENT', 3)));
}

/** A second plenary of a forum, of 12 December 2024, that set a group up; the first members of each college joined it. Gives the group's id. */
export async function withGroup(): Promise<{ readonly plenary: Plenary; readonly groupId: string }> {
  const first = await (await Plenary.planned()).held();
  await first.goTo('2024-11-20');
  const plenary = await first.another('2024-12-12');
  const groupId = await proposed(plenary);
  const [item] = await inSession(plenary, [decisionOn('WORKING_GROUP_SETUP', groupId)]);
  await decided(plenary, item ?? '');
  await closed(plenary);
  for (const college of COLLEGES)
    done(await plenary.member(college, 1).does('joinWorkingGroup', { groupId }));
  return { plenary, groupId };
}

/** A group's meeting, planned by its facilitator from government for two o'clock of a day; gives its id. */
export async function groupMeeting(
  { plenary, groupId }: { readonly plenary: Plenary; readonly groupId: string },
  on: string,
  items: readonly Json[] = [RECOMMENDATION],
): Promise<string> {
  const facilitator = plenary.member('GOVERNMENT', 4);
  const startsAt = instantAt(day(on), '14:00', plenary.forum.timeZone).toISOString();
  const input = { body: 'WORKING_GROUP', groupId, startsAt, onlineLink: 'https://visio.example/group' };
  const { id: meetingId } = done(await facilitator.does('planMeeting', input, '... on Meeting { id }'));
  if (items.length > 0) done(await facilitator.does('draftAgenda', { meetingId, items }));
  return meetingId;
}

/** A morning of the forum: what each day asks for is done. */
export async function morning(plenary: Plenary, on: string): Promise<void> {
  await plenary.goTo(on, '08:00');
  await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
  await plenary.forum.settled();
}

/** Goes to the hour of a convened meeting of a group, has these members attend, and opens it by its facilitator. */
export async function groupInSession(
  plenary: Plenary,
  meetingId: string,
  on: string,
  present: readonly MemberVoice[],
): Promise<void> {
  const facilitator = plenary.member('GOVERNMENT', 4);
  await plenary.goTo(on, '14:00');
  const entries = present.map(({ memberId }) => ({ memberId, mode: 'ONLINE' }));
  done(await facilitator.does('recordAttendance', { meetingId, entries }));
  done(await facilitator.does('openSession', { meetingId }));
}

export const RECOMMENDATION = {
  kind: 'DECISION',
  titleFr: 'Recommandation sur les jeux de données',
  titleEn: 'Recommendation on datasets',
};
