import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committeeMeeting } from '../support/committee.js';
import type { Json, MemberVoice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { morning } from '../support/working-groups.js';

/** The third members are the co-chairs. That of civil society leaves in September; the plenary of 22 August elects who follows her. */
describe('a convocation that left', () => {
  let plenary: Plenary;
  let electionId: string;
  let committee: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);

  /** To whom letters of a kind about a meeting went, and what they said of elections. */
  const sent = async (
    meetingId: string,
    kind = 'convocation',
  ): Promise<{ name: string; elects: boolean }[]> => {
    await plenary.forum.settled();
    return plenary.forum.database.query(
      `SELECT p.name, (o.parameters->>'elects')::boolean AS elects
       FROM outgoing_mail o JOIN person p ON p.id = o.person_id
       WHERE kind = $2 AND o.parameters->>'meetingId' = $1 ORDER BY p.name`,
      [meetingId, kind],
    );
  };
  const names = async (meetingId: string, kind?: string): Promise<string[]> =>
    (await sent(meetingId, kind)).map(({ name }) => name);

  beforeAll(async () => {
    const first = await (await Plenary.planned()).held();
    await first.goTo('2024-07-01');
    plenary = await first.another('2024-08-22');
    const { committee: holders } = await first.forum.anyone.reads(
      '{ committee { coChairs { id college } } }',
    );
    const { id: mandateId } = holders.coChairs.find(({ college }: Json) => college === 'CIVIL_SOCIETY');
    done(await civil(3).does('resignMandate', { mandateId, lastOn: '2024-09-10' }));
    await plenary.agenda(['CIVIL_SOCIETY']);
    electionId = await plenary.call('CIVIL_SOCIETY');
    await plenary.keys([government(3), civil(3)]);
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    committee = await committeeMeeting(plenary, '2024-09-05');
    done(await plenary.secretary.does('conveneMeeting', { meetingId: committee }));
  });
  afterAll(() => plenary?.forum.close());

  it('reaches whoever is admitted by a call, once, who may stand (C3-CONVOCATION)', async () => {
    const { forum, secretary } = plenary;
    const texts = { titleFr: 'Appel', titleEn: 'Call', criteriaFr: 'Agir.', criteriaEn: 'Act.' };
    const dates = { opensOn: '2024-07-01', closesOn: '2024-07-15' };
    const { id: callId } = done(
      await secretary.does('draftCall', { ...texts, ...dates }, '... on CallForApplications { id }'),
    );
    done(await secretary.does('openCall', { callId }));
    const application = {
      callId,
      name: 'Nora',
      email: 'nora@example.org',
      language: 'EN',
      organisationName: 'Association of Nora',
      motivation: 'Because.',
      proofOfWork: await forum.proofOfWork(callId),
    };
    done(await forum.anyone.does('applyToCall', application));
    const [applied] = await forum.database.query<{ id: string }>('SELECT id FROM application');
    const before = await names(plenary.id);
    expect(before).toHaveLength(10);

    await plenary.goTo('2024-07-16');
    const organisationId = await forum.organisation({
      name: 'Association of Nora',
      college: 'CIVIL_SOCIETY',
    });
    const reasons = { reasonsFr: 'Une action reconnue.' };
    const admitted = await secretary.does(
      'admitApplicant',
      { applicationId: applied?.id, organisationId, ...reasons },
      '... on Application { member { person { id } } }',
    );
    const after = await sent(plenary.id);
    expect(after.map(({ name }) => name)).toEqual([...before, 'Nora'].toSorted());
    expect(after.find(({ name }) => name === 'Nora')?.elects).toBe(true);
    expect(await names(committee)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
    await morning(plenary, '2024-07-17');
    expect(await names(plenary.id)).toHaveLength(11);
    await plenary.stands(await forum.voiceOf(done(admitted).member.person.id), electionId);
  });

  it('reaches the co-chair whom a plenary proclaims, once, of the committee’s meeting to come (C3-CONVOCATION)', async () => {
    const candidacyId = await plenary.stands(civil(1), electionId);
    await plenary.goTo(plenary.on, '14:00');
    await plenary.everybodyPresent();
    done(await government(3).does('openSession', { meetingId: plenary.id }));
    await plenary.vote(electionId, government(3));
    for (const place of [1, 2]) done(await plenary.cast(civil(place), electionId, candidacyId));
    await plenary.count(electionId);
    expect(await names(committee)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    expect(await names(committee)).toEqual(['CIVIL_SOCIETY 1', 'CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
    done(await plenary.closes(government(3)));
    await morning(plenary, '2024-08-23');
    expect(await names(committee)).toHaveLength(3);
    done(await plenary.secretary.does('cancelMeeting', { meetingId: committee, reason: 'Grève.' }));
    expect(await names(committee, 'meeting-cancelled')).toEqual(['CIVIL_SOCIETY 1', 'GOVERNMENT 3']);
  });
});
