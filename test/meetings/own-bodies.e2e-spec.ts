import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomes, times } from '../support/at-once.js';
import { committeeMeeting } from '../support/committee.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { done, type Plenary } from '../support/plenary.js';
import { groupMeeting, morning, withGroup } from '../support/working-groups.js';

/** The third members are the co-chairs, the fourth facilitate the group, the first are in it; the second are in no other body. */
describe('a meeting', () => {
  let plenary: Plenary;
  let groupId: string;
  let committee: string;
  let group: string;
  let alternateOfCoChair: Voice;
  let alternateInTheGroup: Voice;
  let outsider: Voice;

  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const foreseen = async (voice: Voice, id: string, action: string): Promise<Json> => {
    const { meeting } = await voice.reads(
      'query ($id: ID!) { meeting(id: $id) { permitted { action allowed violations { rule { id } reason } } } }',
      { id },
    );
    return meeting.permitted.find((one: Json) => one.action === action);
  };
  const gives = (giver: MemberVoice, holder: MemberVoice, meetingId: string): Promise<Json> =>
    giver.does('giveProxy', { meetingId, memberId: giver.memberId, holderId: holder.memberId });

  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
    await plenary.goTo('2025-01-10');
    alternateOfCoChair = await plenary.alternateOf(civil(3));
    alternateInTheGroup = await plenary.alternateOf(government(1));
    outsider = await plenary.forum.person('Outsider');
    committee = await committeeMeeting(plenary, '2025-02-03');
    group = await groupMeeting({ plenary, groupId }, '2025-02-04');
    done(await plenary.secretary.does('conveneMeeting', { meetingId: committee }));
    done(await government(4).does('conveneMeeting', { meetingId: group }));
    done(await gives(government(4), government(1), group));
    done(
      await plenary.secretary.does('recordAttendance', {
        meetingId: committee,
        entries: [{ memberId: civil(3).memberId, mode: 'EXCUSED' }],
      }),
    );
  });
  afterAll(() => plenary?.forum.close());

  /** Every role, with the meetings whose link it sees. */
  const readers = (): [string, Voice, readonly string[]][] => [
    ['anybody', plenary.forum.anyone, []],
    ['a person without a seat', outsider, []],
    ['a member of the forum', government(2), []],
    ['a member of the group', civil(1), [group]],
    ['her alternate', alternateInTheGroup, [group]],
    ['a facilitator', civil(4), [group]],
    ['a co-chair', government(3), [committee]],
    ['her alternate, as one sits there in person', alternateOfCoChair, []],
    ['the secretariat', plenary.secretary, [committee, group]],
  ];

  it('says where it is online, who is recorded and whose vote is lent to those whose it is, and to the secretariat', async () => {
    const seen: Json[] = [];
    for (const [who, voice] of readers()) {
      const { meetings } = await voice.reads(
        '{ meetings(first: 10) { nodes { id state onlineLink attendance { mode } proxies { ending } } } }',
      );
      const toCome = meetings.nodes.filter(({ state }: Json) => state === 'CONVENED');
      const those = (field: string): string[] =>
        toCome.filter((one: Json) => one[field] !== null).map(({ id }: Json) => id);
      seen.push([
        who,
        those('onlineLink').toSorted(),
        those('attendance').toSorted(),
        those('proxies').toSorted(),
      ]);
    }
    expect(seen).toEqual(
      readers().map(([who, , ids]) => [who, ids.toSorted(), ids.toSorted(), ids.toSorted()]),
    );
  });

  it('is asked about in as many statements as the rest of the list, however many there are', async () => {
    const asked = (first: number): Promise<string[]> =>
      plenary.forum.statements(() =>
        civil(1).reads('query ($first: Int!) { meetings(first: $first) { nodes { onlineLink } } }', {
          first,
        }),
      );
    expect(await asked(4)).toHaveLength((await asked(1)).length);
  });

  const own = async (voice: Voice): Promise<ReadEvent[]> => {
    const { makePersonalCalendar } = await voice.reads('mutation { makePersonalCalendar { address } }');
    const { pathname } = new URL(makePersonalCalendar.address);
    return readCalendar(await (await fetch(`${plenary.forum.url}${pathname}?lang=en`)).text());
  };

  it('stands in the calendar of those whose it is, as every plenary stands in everybody’s', async () => {
    for (const [who, voice, ids] of readers().slice(1)) {
      const events = await own(voice);
      const others = events.filter(({ uid }) => [committee, group].includes(uid));
      expect([who, others.map(({ uid }) => uid).toSorted()]).toEqual([who, ids.toSorted()]);
      expect(others.every(({ description }) => description.includes('https://visio.example/'))).toBe(true);
      expect(events.some(({ uid }) => uid === plenary.id)).toBe(true);
    }
  });

  it('names who makes it up, as of its day', async () => {
    const members = async (id: string): Promise<string[]> => {
      const query = 'query ($id: ID!) { meeting(id: $id) { members { person { name } } } }';
      const { meeting } = await plenary.forum.anyone.reads(query, { id });
      return meeting.members.map(({ person }: Json) => person.name).toSorted();
    };
    expect(await members(committee)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
    expect(await members(group)).toEqual([
      'CIVIL_SOCIETY 1',
      'CIVIL_SOCIETY 4',
      'GOVERNMENT 1',
      'GOVERNMENT 4',
    ]);
    expect(await members(plenary.id)).toHaveLength(10);
  });

  it('has the proxies of its own members alone, who are told before they choose anybody (PROXY)', async () => {
    for (const [meetingId, body, giver, outside] of [
      [committee, 'the management committee', civil(3), civil(2)],
      [group, 'the group', civil(1), civil(2)],
    ] as const) {
      const { allowed, violations } = await foreseen(outside, meetingId, 'giveProxy');
      expect([allowed, violations.map(({ rule }: Json) => rule.id)]).toEqual([false, ['PROXY']]);
      expect(violations[0].reason).toContain(`CIVIL_SOCIETY 2 is not a member of ${body} on`);
      expect(await foreseen(giver, meetingId, 'giveProxy')).toMatchObject({ allowed: true });
      expect(await gives(outside, giver, meetingId)).toBeRefusedBy('PROXY');
      expect(await gives(giver, outside, meetingId)).toBeRefusedBy('PROXY');
    }
  });

  it('has interests declared by its own members, in what is discussed too (RECUSAL)', async () => {
    const items = [
      { kind: 'DISCUSSION', titleFr: 'Marchés publics', titleEn: 'Public contracts' },
      { kind: 'DECISION', titleFr: 'Avis', titleEn: 'Opinion' },
    ];
    const meetingId = await committeeMeeting(plenary, '2025-02-10', items);
    done(await plenary.secretary.does('conveneMeeting', { meetingId }));
    const item = async (voice: Voice, itemId: string): Promise<Json> => {
      const query = `query ($id: ID!, $itemId: ID!) { meeting(id: $id) { item(id: $itemId) {
        recusals { member { person { name } } } permitted { action allowed violations { reason } } } } }`;
      const { meeting } = await voice.reads(query, { id: meetingId, itemId });
      const { recusals, permitted } = meeting.item;
      return { recusals, declares: permitted.find(({ action }: Json) => action === 'declareInterest') };
    };
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
      { id: meetingId },
    );
    const [{ id: discussed }] = meeting.publishedAgenda.items;
    expect((await item(government(3), discussed)).declares).toMatchObject({ allowed: true });
    // It is another body’s: nothing is to be explained to her.
    expect((await item(government(2), discussed)).declares).toMatchObject({ allowed: false, violations: [] });
    const declare = (member: MemberVoice): Promise<Json> =>
      member.does('declareInterest', { meetingId, itemId: discussed, memberId: member.memberId });
    expect(await declare(government(2))).toBeRefusedBy('RECUSAL');
    expect(await declare(government(3))).toBeDone();
    expect((await item(plenary.forum.anyone, discussed)).recusals).toEqual([
      { member: { person: { name: 'GOVERNMENT 3' } } },
    ]);
  });

  describe('reaches, by its convocation', () => {
    interface Sent {
      readonly name: string;
      readonly words: Json;
    }
    const sent = async (meetingId: string, kind = 'convocation'): Promise<Sent[]> => {
      await plenary.forum.settled();
      return plenary.forum.database.query(
        `SELECT p.name, o.parameters AS words FROM outgoing_mail o JOIN person p ON p.id = o.person_id
         WHERE kind = $2 AND o.parameters->>'meetingId' = $1 ORDER BY p.name`,
        [meetingId, kind],
      );
    };
    const names = async (meetingId: string, kind?: string): Promise<string[]> =>
      (await sent(meetingId, kind)).map(({ name }) => name);
    const IN_THE_GROUP = ['Alternate', 'CIVIL_SOCIETY 1', 'CIVIL_SOCIETY 4', 'GOVERNMENT 1', 'GOVERNMENT 4'];

    it('its members and their alternates, who are told that they are; on the committee one sits in person (ALTERNATE)', async () => {
      expect(await names(group)).toEqual(IN_THE_GROUP);
      expect((await sent(group)).filter(({ words }) => words.isAlternate).map(({ name }) => name)).toEqual([
        'Alternate',
      ]);
      expect(await names(committee)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 3']);
      const told: Sent[] = await plenary.forum.database.query(
        `SELECT parameters AS words FROM outgoing_mail WHERE kind = 'alternate-named' ORDER BY parameters->>'memberName'`,
      );
      expect(told.map(({ words }) => words.memberName)).toEqual(['CIVIL_SOCIETY 3', 'GOVERNMENT 1']);
    });

    it('whoever joins the group after it left, once, as the same event (C3-CONVOCATION)', async () => {
      const [first] = await sent(group);
      const together = await times(3, () => civil(5).does('joinWorkingGroup', { groupId }));
      expect(outcomes(together).filter((one) => one === 'WorkingGroup')).toHaveLength(1);
      const letters = await sent(group);
      expect(letters.map(({ name }) => name)).toEqual([...IN_THE_GROUP, 'CIVIL_SOCIETY 5'].toSorted());
      const words: Json = letters.find(({ name }) => name === 'CIVIL_SOCIETY 5')?.words;
      const { meetingId, changes, startsAt, isAlternate } = words;
      expect({ meetingId, changes, startsAt, isAlternate }).toEqual({
        meetingId: group,
        changes: first?.words.changes,
        startsAt: first?.words.startsAt,
        isAlternate: false,
      });
      await morning(plenary, '2025-01-13');
      expect(await names(group)).toHaveLength(letters.length);
    });

    it('whoever is admitted to the forum, and an alternate once named, of the plenaries to come alone', async () => {
      const next = await plenary.another('2025-03-20');
      const items = [{ kind: 'INFORMATION', titleFr: 'Bilan', titleEn: 'Review' }];
      done(await next.secretary.does('draftAgenda', { meetingId: next.id, items }));
      await next.keys([government(3), civil(3)]);
      done(await next.secretary.does('conveneMeeting', { meetingId: next.id }));
      expect(await names(next.id)).toHaveLength(12);
      await plenary.forum.member({ college: 'GOVERNMENT', name: 'Nora' });
      await plenary.forum.member({ college: 'CIVIL_SOCIETY', name: 'Odile' });
      await plenary.alternateOf(civil(2));
      const after = await sent(next.id);
      expect(after).toHaveLength(15);
      expect(after.filter(({ words }) => words.isAlternate)).toHaveLength(3);
      expect(after.find(({ name }) => name === 'Nora')?.words).toMatchObject({
        elects: false,
        isAlternate: false,
      });
      expect(await names(plenary.id)).not.toContain('Nora');
      expect(await names(group)).not.toContain('Nora');
      done(await plenary.secretary.does('cancelMeeting', { meetingId: next.id, reason: 'Grève.' }));
      expect(await names(next.id, 'meeting-cancelled')).toEqual(after.map(({ name }) => name));
    });

    describe('and frees', () => {
      const inHerCalendar = async (voice: Voice): Promise<Json> => {
        const { status, sequence } = (await own(voice)).find(({ uid }) => uid === group) ?? {};
        return { status, sequence };
      };

      it('whoever leaves before its day, once; who comes back is convened again', async () => {
        const [before] = (await sent(group)).filter(({ name }) => name === 'CIVIL_SOCIETY 5');
        const sequence: number = before?.words.changes;
        expect(await inHerCalendar(civil(5))).toEqual({ status: 'CONFIRMED', sequence });
        done(await civil(5).does('leaveWorkingGroup', { groupId }));
        const [freed] = await sent(group, 'meeting-released');
        expect(freed).toMatchObject({ name: 'CIVIL_SOCIETY 5', words: { changes: sequence + 1 } });
        expect(await inHerCalendar(civil(5))).toEqual({ status: 'CANCELLED', sequence: sequence + 1 });
        await morning(plenary, '2025-01-15');
        expect(await names(group, 'meeting-released')).toEqual(['CIVIL_SOCIETY 5']);
        const letter = (await plenary.forum.letters())
          .map((one) => one.letter)
          .find(({ subject }) => subject.startsWith('You are no longer convened'));
        expect(letter?.subject).toBe(
          'You are no longer convened: meeting no. 1 of the working group “Open justice”, 4 February 2025 at 14:00',
        );
        expect(letter?.invitation).toMatchObject({
          method: 'CANCEL',
          event: { uid: group, sequence: sequence + 1, status: 'CANCELLED' },
        });
        expect(JSON.stringify(letter)).not.toContain('https://visio.example/');

        done(await civil(5).does('joinWorkingGroup', { groupId }));
        const again = (await sent(group)).filter(({ name }) => name === 'CIVIL_SOCIETY 5');
        expect(new Set(again.map(({ words }) => words.changes))).toEqual(new Set([sequence, sequence + 2]));
        expect(await inHerCalendar(civil(5))).toEqual({ status: 'CONFIRMED', sequence: sequence + 2 });
      });

      it('an alternate whose right ends, and of a seat that ends its member and her alternate; nobody writes to the dead', async () => {
        const before = await names(group, 'meeting-released');
        done(await government(1).does('endAlternate', { memberId: government(1).memberId }));
        expect(await names(group, 'meeting-released')).toEqual(['Alternate', ...before]);
        const ends = async ({ memberId }: MemberVoice, reason: string): Promise<Json> =>
          done(await plenary.secretary.does('endMembership', { memberId, reason, lastOn: '2025-01-31' }));
        await ends(government(1), 'DIED');
        await ends(civil(1), 'LEFT_ORGANISATION');
        // Their place is theirs until the day before that of another meeting.
        const sooner = await groupMeeting({ plenary, groupId }, '2025-01-30');
        done(await government(4).does('conveneMeeting', { meetingId: sooner }));
        await morning(plenary, '2025-01-16');
        expect(await names(group, 'meeting-released')).toEqual(['Alternate', 'CIVIL_SOCIETY 1', ...before]);
        expect(await names(sooner)).toEqual([
          'CIVIL_SOCIETY 1',
          'CIVIL_SOCIETY 4',
          'CIVIL_SOCIETY 5',
          'GOVERNMENT 1',
          'GOVERNMENT 4',
        ]);
        expect(await names(sooner, 'meeting-released')).toEqual([]);
        const event = { uid: group, status: 'CANCELLED' };
        expect(await own(civil(1))).toContainEqual(expect.objectContaining(event));
      });

      it('whoever resigns from the committee, of its meetings alone', async () => {
        const meetingId = await committeeMeeting(plenary, '2025-02-17');
        done(await plenary.secretary.does('conveneMeeting', { meetingId }));
        const { committee: seats } = await plenary.forum.anyone.reads(
          '{ committee { coChairs { id college } } }',
        );
        const held = seats.coChairs.find(({ college }: Json) => college === 'CIVIL_SOCIETY');
        done(await civil(3).does('resignMandate', { mandateId: held.id, lastOn: plenary.forum.today }));
        expect(await names(meetingId, 'meeting-released')).toEqual(['CIVIL_SOCIETY 3']);
        expect(await names(plenary.id, 'meeting-released')).toEqual([]);
      });
    });
  });
});
