import { COLLEGES } from '@hemicycle/kernel';
import type { Json, MemberVoice } from './forum.js';
import { done, type Plenary } from './plenary.js';

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
