import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EDITION_0 } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type College, newId } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import pg from 'pg';
import { idOf, type Json, type MemberVoice, TestForum, type Voice } from '../support/forum.js';

jest.setTimeout(60_000);

describe('mandates', () => {
  let forum: TestForum;
  let secretary: Voice;

  beforeAll(async () => {
    forum = await TestForum.on('2024-02-29');
    secretary = await forum.secretary();
  });
  afterAll(() => forum.close());

  /** What a proclamation does with a mandate; the elections that lead to it have tests of their own. */
  const proclaimed = ({ memberId }: MemberVoice, college: College): Promise<string> =>
    forum.api.get(Database).transaction((tx) =>
      forum.api.get(MandatesRepository, { strict: false }).begin(tx, {
        memberId,
        office: 'CO_CHAIR',
        seat: 1,
        college,
        proclaimedOn: forum.today,
        electionId: newId(),
        rules: EDITION_0,
      }),
    );
  /** Somebody at the API anew: sessions end after some weeks. */
  const back = async (voice: Voice): Promise<Voice> => forum.voiceOf(voice.personId as string);
  const committee = async (on: string): Promise<Json> =>
    (
      await forum.anyone.reads(
        `query ($on: Day) { committee(on: $on) {
           coChairs { college fromOn termUntilOn untilOn endReason electionId holder { person { name } organisation { name } } }
           members { id } vacantSeats { office college seats } } }`,
        { on },
      )
    ).committee;
  const coChairsOn = async (on: string): Promise<string[]> =>
    (await committee(on)).coChairs.map(
      ({ college, holder, untilOn }: Json) => `${college}: ${holder.person.name} until ${untilOn}`,
    );

  describe('of the co-chairs', () => {
    let ana: MemberVoice;
    let bea: MemberVoice;
    let cem: MemberVoice;
    beforeAll(async () => {
      ana = await forum.member({ college: 'GOVERNMENT', name: 'Ana' });
      bea = await forum.member({ college: 'CIVIL_SOCIETY', name: 'Bea' });
      cem = await forum.member({ college: 'GOVERNMENT', name: 'Cem' });
    });

    it('are vacant before any election', async () => {
      expect(await committee('2024-02-29')).toEqual({
        coChairs: [],
        members: [],
        vacantSeats: [
          { office: 'CO_CHAIR', college: 'GOVERNMENT', seats: 1 },
          { office: 'CO_CHAIR', college: 'CIVIL_SOCIETY', seats: 1 },
          { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT', seats: 2 },
          { office: 'COMMITTEE_MEMBER', college: 'CIVIL_SOCIETY', seats: 2 },
        ],
      });
    });

    it('last two years from date to date, 29 February giving way to 28 February (C3-TERM)', async () => {
      await proclaimed(ana, 'GOVERNMENT');
      await proclaimed(bea, 'CIVIL_SOCIETY');
      expect(await coChairsOn('2024-02-28')).toEqual([]);
      const both = ['GOVERNMENT: Ana until 2026-02-28', 'CIVIL_SOCIETY: Bea until 2026-02-28'];
      expect(await coChairsOn('2024-02-29')).toEqual(both);
      expect(await coChairsOn('2026-02-28')).toEqual(both);
      expect(await coChairsOn('2026-03-01')).toEqual([]);
      expect((await committee('2025-01-01')).vacantSeats).toHaveLength(2);
      expect(
        (await forum.anyone.reads('{ mandates(college: GOVERNMENT) { office college } }')).mandates,
      ).toEqual([{ office: 'CO_CHAIR', college: 'GOVERNMENT' }]);
    });

    it('are two, one of each college, each from an election, in the database itself', async () => {
      const insert = (values: Record<string, unknown>): Promise<unknown> => {
        const row = {
          id: newId(),
          member_id: cem.memberId,
          office: 'CO_CHAIR',
          college: 'GOVERNMENT',
          seat: 1,
          from_on: '2026-03-01',
          term_until_on: '2028-03-01',
          election_id: newId(),
          ...values,
        };
        return forum.database.query(
          `INSERT INTO mandate (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map((_, i) => `$${i + 1}`)
            .join(', ')})`,
          Object.values(row),
        );
      };
      await expect(insert({ from_on: '2026-02-28', term_until_on: '2026-03-31' })).rejects.toMatchObject({
        constraint: 'mandate_one_holder_a_seat',
      });
      await expect(insert({ seat: 2 })).rejects.toMatchObject({ constraint: 'mandate_seat' });
      await expect(insert({ term_until_on: '2028-03-02' })).rejects.toMatchObject({
        constraint: 'mandate_two_years_at_most',
      });
      await expect(insert({ election_id: null })).rejects.toMatchObject({ column: 'election_id' });
      await expect(
        insert({
          member_id: bea.memberId,
          office: 'COMMITTEE_MEMBER',
          college: 'CIVIL_SOCIETY',
          from_on: '2026-02-28',
          term_until_on: '2026-12-31',
        }),
      ).rejects.toMatchObject({ constraint: 'mandate_one_seat_a_member' });
      await expect(insert({ ended_on: '2028-03-02', end_reason: 'RESIGNED' })).rejects.toMatchObject({
        constraint: 'mandate_never_lengthened',
      });
    });

    it('give the second key of an agenda, a half to each college (C3-AGENDA)', async () => {
      const meetingId = idOf(
        await secretary.does(
          'planMeeting',
          { startsAt: '2024-06-12T12:00:00Z', place: 'Paris' },
          '... on Meeting { id }',
        ),
      );
      const items = [{ kind: 'DISCUSSION', titleFr: 'Divers', titleEn: 'Other business' }];
      await secretary.does('draftAgenda', { meetingId, items });
      const turn = { meetingId, version: 1, key: 'COMMITTEE' };
      const founder = await forum.founder('GOVERNMENT');
      expect(await founder.does('turnKey', turn)).toBeRefusedBy('C3-AGENDA');
      expect(await cem.does('turnKey', turn)).toBeRefusedBy('C3-AGENDA');
      expect(await ana.does('turnKey', turn)).toBeDone();
      expect(await ana.does('turnKey', turn)).toBeRefusedBy('C3-AGENDA');
      const keys = '{ agenda { keys { key college turnedBy { name } } } }';
      const { meeting } = await bea.reads(`query ($id: ID!) { meeting(id: $id) ${keys} }`, { id: meetingId });
      expect(meeting.agenda.keys).toEqual([
        { key: 'SECRETARIAT', college: null, turnedBy: null },
        { key: 'COMMITTEE', college: 'GOVERNMENT', turnedBy: { name: 'Ana' } },
        { key: 'COMMITTEE', college: 'CIVIL_SOCIETY', turnedBy: null },
        { key: 'URGENCY', college: 'GOVERNMENT', turnedBy: null },
        { key: 'URGENCY', college: 'CIVIL_SOCIETY', turnedBy: null },
      ]);
      expect(await bea.does('turnKey', turn)).toBeDone();
      expect(await bea.does('turnKey', { ...turn, key: 'URGENCY' })).toBeDone();
    });

    it('are given up by their holders alone, never lengthened (C3-TERM), from today on (LIFE)', async () => {
      forum.clock.goTo('2024-11-29');
      const mandateId = await mandateOf(bea);
      const resign = async (voice: Voice, lastOn: string): Promise<Json> =>
        (await back(voice)).does(
          'resignMandate',
          { mandateId, lastOn },
          '... on Mandate { untilOn endReason }',
        );
      expect(await resign(secretary, '2024-11-30')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await resign(ana, '2024-11-30')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await resign(bea, '2026-03-01')).toBeRefusedBy('C3-TERM');
      expect(await resign(bea, '2024-11-28')).toBeRefusedBy('LIFE');
      const { mandates } = await (await back(bea)).reads('{ mandates { permitted { action allowed } } }');
      expect(mandates.map(({ permitted }: Json) => permitted)).toEqual([
        [
          { action: 'resignMandate', allowed: false },
          { action: 'endActing', allowed: false },
        ],
        [
          { action: 'resignMandate', allowed: true },
          { action: 'endActing', allowed: false },
        ],
      ]);
      expect(await resign(bea, '2024-11-30')).toEqual({
        __typename: 'Mandate',
        untilOn: '2024-11-30',
        endReason: 'RESIGNED',
      });
      expect(await coChairsOn('2024-11-30')).toHaveLength(2);
      expect(await coChairsOn('2024-12-01')).toEqual(['GOVERNMENT: Ana until 2026-02-28']);
      forum.clock.goTo('2024-12-01');
      expect(await resign(bea, '2024-12-01')).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('are taken up for the rest of the term by whoever is elected in between (C3-TERM, VACANCY)', async () => {
      forum.clock.goTo('2025-01-20');
      const dee = await forum.member({ college: 'CIVIL_SOCIETY', name: 'Dee' });
      await proclaimed(dee, 'CIVIL_SOCIETY');
      expect((await coChairsOn('2025-01-20'))[1]).toBe('CIVIL_SOCIETY: Dee until 2026-02-28');
    });

    it('end the day before they are renewed, with a full term near the end', async () => {
      forum.clock.goTo('2026-01-14');
      await proclaimed(cem, 'GOVERNMENT');
      expect((await coChairsOn('2026-01-13'))[0]).toBe('GOVERNMENT: Ana until 2026-01-13');
      expect((await coChairsOn('2026-01-14'))[0]).toBe('GOVERNMENT: Cem until 2028-01-14');
      const { member } = await forum.anyone.reads(
        'query ($id: ID!) { member(id: $id) { mandates { untilOn termUntilOn endReason } } }',
        {
          id: ana.memberId,
        },
      );
      expect(member.mandates).toEqual([
        { untilOn: '2026-01-13', termUntilOn: '2026-02-28', endReason: 'SUCCEEDED' },
      ]);
    });

    it('pass within one day when a holder resigned that morning', async () => {
      const mandateId = await mandateOf(cem);
      expect(await (await back(cem)).does('resignMandate', { mandateId, lastOn: '2026-01-14' })).toBeDone();
      await proclaimed(ana, 'GOVERNMENT');
      expect(await coChairsOn('2026-01-14')).toContain('GOVERNMENT: Ana until 2028-01-14');
      const { member } = await forum.anyone.reads(
        'query ($id: ID!) { member(id: $id) { mandates { fromOn untilOn endReason } } }',
        {
          id: cem.memberId,
        },
      );
      expect(member.mandates).toEqual([
        { fromOn: '2026-01-14', untilOn: '2026-01-13', endReason: 'RESIGNED' },
      ]);
    });

    it('are begun once, however many proclamations meet', async () => {
      forum.clock.goTo('2028-03-01');
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () => proclaimed(bea, 'CIVIL_SOCIETY')),
      );
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await coChairsOn('2028-03-01')).toEqual(['CIVIL_SOCIETY: Bea until 2030-03-01']);
    });
  });

  const mandateOf = async ({ memberId }: MemberVoice): Promise<string> => {
    const { member } = await forum.anyone.reads('query ($id: ID!) { member(id: $id) { mandates { id } } }', {
      id: memberId,
    });
    return member.mandates.at(-1).id;
  };

  describe('end with what they rest on', () => {
    let secretaryThen: Voice;
    beforeAll(async () => {
      forum.clock.goTo('2030-09-10');
      secretaryThen = await back(secretary);
    });
    const member = async (memberId: string): Promise<Json> =>
      (
        await secretaryThen.reads(
          `query ($id: ID!) { member(id: $id) { untilOn organisation { id }
             mandates { untilOn endReason } permitted { action allowed } } }`,
          { id: memberId },
        )
      ).member;

    it('a membership, ended by the secretariat from today on (LIFE, VACANCY)', async () => {
      const chair = await forum.member({ college: 'GOVERNMENT' });
      await proclaimed(chair, 'GOVERNMENT');
      const input = { memberId: chair.memberId, reason: 'LEFT_ORGANISATION', lastOn: '2030-09-30' };
      const person = await forum.person('Somebody');
      expect(await person.does('endMembership', input)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await secretaryThen.does('endMembership', { ...input, lastOn: '2030-09-09' })).toBeRefusedBy(
        'LIFE',
      );
      expect(await secretaryThen.does('endMembership', { ...input, memberId: newId() })).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await member(chair.memberId)).permitted).toContainEqual({
        action: 'endMembership',
        allowed: true,
      });
      expect(await secretaryThen.does('endMembership', input)).toBeDone('Member');
      expect(await secretaryThen.does('endMembership', input)).toBeRefusedBy('LIFE');
      expect(await member(chair.memberId)).toMatchObject({
        untilOn: '2030-09-30',
        mandates: [{ untilOn: '2030-09-30', endReason: 'LEFT_ORGANISATION' }],
        permitted: expect.arrayContaining([{ action: 'endMembership', allowed: true }]),
      });
      expect(await secretaryThen.does('endMembership', { ...input, lastOn: '2030-09-12' })).toBeDone();
      expect((await member(chair.memberId)).mandates).toEqual([
        { untilOn: '2030-09-12', endReason: 'LEFT_ORGANISATION' },
      ]);
    });

    it('a membership whose end is known bounds the mandate that begins', async () => {
      const chair = await forum.member({ college: 'CIVIL_SOCIETY' });
      const input = { memberId: chair.memberId, reason: 'RESIGNED', lastOn: '2031-01-31' };
      expect(await secretaryThen.does('endMembership', input)).toBeDone();
      await proclaimed(chair, 'CIVIL_SOCIETY');
      expect((await member(chair.memberId)).mandates).toEqual([
        { untilOn: '2031-01-31', endReason: 'RESIGNED' },
      ]);
    });

    it('once, whatever else happens at the same time', async () => {
      const chair = await forum.member({ college: 'GOVERNMENT' });
      const input = { memberId: chair.memberId, reason: 'DIED', lastOn: '2030-09-10' };
      const [proclamation, ...ends] = await Promise.allSettled([
        proclaimed(chair, 'GOVERNMENT'),
        ...Array.from({ length: 10 }, () => secretaryThen.does('endMembership', input)),
      ]);
      expect(proclamation.status).toBe('fulfilled');
      const results = ends.map((end) => (end.status === 'fulfilled' ? end.value.__typename : end.reason));
      expect(results.filter((name) => name === 'Member')).toHaveLength(1);
      expect(results.filter((name) => name === 'RuleRefusal')).toHaveLength(9);
      expect(await member(chair.memberId)).toMatchObject({
        untilOn: '2030-09-10',
        mandates: [{ untilOn: '2030-09-10', endReason: 'DIED' }],
      });
    });

    it('not an organisation taken over within its college: seats and mandates carry over (C3-COLLEGES)', async () => {
      const predecessorId = await forum.organisation({ college: 'CIVIL_SOCIETY', name: 'Association' });
      const successorId = await forum.organisation({ college: 'CIVIL_SOCIETY', name: 'Fédération' });
      forum.clock.goTo('2030-09-11');
      const chair = await forum.member({ college: 'CIVIL_SOCIETY', organisation: predecessorId });
      await proclaimed(chair, 'CIVIL_SOCIETY');
      forum.clock.goTo('2030-09-13');
      const input = { predecessorId, successorId, firstOn: '2030-09-12' };
      const succession = (changes: object): Promise<Json> =>
        secretaryThen.does('recordSuccession', { ...input, ...changes });
      expect(await succession({ successorId: predecessorId })).toBeRefusedBy('C3-COLLEGES');
      expect(await succession({ firstOn: '2030-09-11' })).toBeRefusedBy('C3-COLLEGES');
      expect(await succession({ successorId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        await secretaryThen.does(
          'recordSuccession',
          input,
          '... on Organisation { leftOn succession { fromOn successor { name } } }',
        ),
      ).toMatchObject({
        leftOn: '2030-09-11',
        succession: { fromOn: '2030-09-12', successor: { name: 'Fédération' } },
      });
      expect(await succession({})).toBeRefusedBy('C3-COLLEGES');
      expect(await member(chair.memberId)).toMatchObject({
        untilOn: null,
        organisation: { id: successorId },
        mandates: [{ untilOn: '2032-09-10', endReason: null }],
      });
      // Its terms are the successor's too, where the rules of procedure limit those in a row (TERM-LIMIT).
      const { reader } = forum.api.get(Database);
      const { organisation } = await forum.api
        .get(MandatesRepository, { strict: false })
        .served(reader, 'CO_CHAIR', { personId: newId(), organisationId: successorId });
      expect(organisation.map(({ fromOn }) => fromOn)).toEqual(['2030-09-11']);
    });

    it('an organisation that goes to the other college: they end the day before (C3-COLLEGES)', async () => {
      forum.clock.goTo('2030-09-16');
      const predecessorId = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      const successorId = await forum.organisation({ college: 'GOVERNMENT' });
      forum.clock.goTo('2030-09-17');
      const chair = await forum.member({ college: 'CIVIL_SOCIETY', organisation: predecessorId });
      await proclaimed(chair, 'CIVIL_SOCIETY');
      forum.clock.goTo('2030-09-20');
      const input = { predecessorId, successorId, firstOn: '2030-09-19' };
      expect(await secretaryThen.does('recordSuccession', input)).toBeRefusedBy('LIFE');
      expect(await secretaryThen.does('recordSuccession', { ...input, firstOn: '2030-09-20' })).toBeDone(
        'Organisation',
      );
      expect(await member(chair.memberId)).toMatchObject({
        untilOn: '2030-09-19',
        mandates: [{ untilOn: '2030-09-19', endReason: 'CHANGED_COLLEGE' }],
      });
      expect((await committee('2030-09-20')).vacantSeats).toContainEqual({
        office: 'CO_CHAIR',
        college: 'CIVIL_SOCIETY',
        seats: 1,
      });
    });

    it('an organisation that leaves the forum, once, admissions meeting the departure', async () => {
      const organisationId = await forum.organisation({ college: 'GOVERNMENT' });
      const chair = await forum.member({ college: 'GOVERNMENT', organisation: organisationId });
      await proclaimed(chair, 'GOVERNMENT');
      const input = { organisationId, lastOn: '2030-09-20' };
      expect(await secretaryThen.does('recordDeparture', { ...input, lastOn: '2030-09-19' })).toBeRefusedBy(
        'LIFE',
      );
      const admission = (i: number): Promise<Json> =>
        secretaryThen.does('conveneMember', {
          organisationId,
          name: `Late ${i}`,
          email: `late-${i}-${newId()}@example.org`,
          language: 'FR',
        });
      const [departure] = await Promise.all([
        secretaryThen.does('recordDeparture', input),
        ...Array.from({ length: 6 }, (_, i) => admission(i)),
      ]);
      expect(departure).toBeDone('Organisation');
      expect(await secretaryThen.does('recordDeparture', input)).toBeRefusedBy('C3-COLLEGES');
      expect(await member(chair.memberId)).toMatchObject({
        untilOn: '2030-09-20',
        mandates: [{ untilOn: '2030-09-20', endReason: 'ORGANISATION_LEFT' }],
      });
      forum.clock.goTo('2030-09-21');
      const { organisation } = await forum.anyone.reads(
        'query ($id: ID!) { organisation(id: $id) { leftOn members { number } } }',
        { id: organisationId },
      );
      expect(organisation).toEqual({ leftOn: '2030-09-20', members: [] });
    });
  });

  it('cost one statement, however many members are listed', async () => {
    const statements = jest.spyOn(pg.Client.prototype, 'query');
    const cost = async (first: number): Promise<number> => {
      statements.mockClear();
      await forum.anyone.reads(
        'query ($first: Int!) { members(first: $first, on: "2030-09-10") { nodes { number mandates { untilOn } } } }',
        {
          first,
        },
      );
      return statements.mock.calls.filter(([query]) => /mandate|member /.test(JSON.stringify(query))).length;
    };
    expect(await cost(1)).toBe(2);
    expect(await cost(8)).toBe(2);
    statements.mockRestore();
  });
});
