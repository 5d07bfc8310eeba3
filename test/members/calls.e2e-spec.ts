import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DailyTasks } from '@hemicycle/jobs';
import { idOf, type Json, TestForum, type Voice } from '../support/forum.js';

const TEXTS = {
  titleFr: 'Appel à la société civile',
  titleEn: 'Call to civil society',
  criteriaFr: 'Agir pour l’ouverture de l’action publique.',
  criteriaEn: 'Act for open government.',
};
const REASONS = { reasonsFr: 'Une action reconnue pour la transparence.' };

describe('calls for applications', () => {
  let forum: TestForum;
  let secretary: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-03-04');
    secretary = await forum.secretary();
  });
  afterAll(() => forum.close());

  const drafted = async (opensOn: string, closesOn: string): Promise<string> =>
    idOf(
      await secretary.does('draftCall', { ...TEXTS, opensOn, closesOn }, '... on CallForApplications { id }'),
    );
  const opened = async (opensOn: string, closesOn: string): Promise<string> => {
    forum.clock.goTo(opensOn);
    // Months pass in this file; sessions last one.
    secretary = await forum.voiceOf(secretary.personId ?? '');
    const callId = await drafted(opensOn, closesOn);
    expect(await secretary.does('openCall', { callId })).toBeDone('CallForApplications');
    return callId;
  };
  const application = async (callId: string, email: string): Promise<Record<string, unknown>> => ({
    callId,
    email,
    name: `Applicant ${email}`,
    language: 'FR',
    organisationName: `Association of ${email}`,
    motivation: 'Because.\n\nAnd because.',
    proofOfWork: await forum.proofOfWork(callId),
  });
  const applied = async (callId: string, email: string): Promise<string> => {
    const done = await forum.anyone.does('applyToCall', await application(callId, email));
    expect(done).toBeDone('ApplicationReceipt');
    const [row] = await forum.database.query<{ id: string }>(
      'SELECT id FROM application WHERE call_id = $1 AND email = $2',
      [callId, email.toLowerCase()],
    );
    return idOf(row);
  };
  const stateOf = async (id: string, voice = forum.anyone): Promise<string | undefined> =>
    (await voice.reads('query ($id: ID!) { callForApplications(id: $id) { state } }', { id }))
      .callForApplications?.state;
  const lastLetterTo = async (address: string): Promise<{ subject: string; text: string }> => {
    const letter = (await forum.letters()).find(({ to }) => to === address);
    if (letter === undefined) throw new Error(`No letter to ${address}`);
    return letter.letter;
  };
  const codeIn = (text: string): string => /\b[\w-]{43}\b/.exec(text)?.[0] ?? '';

  describe('in their dates', () => {
    it('are drafted in secret, with dates in order (OPEN-CALL)', async () => {
      expect(
        await secretary.does('draftCall', { ...TEXTS, opensOn: '2024-03-10', closesOn: '2024-03-09' }),
      ).toBeRefusedBy('OPEN-CALL');
      const callId = await drafted('2024-03-11', '2024-03-24');
      expect(await stateOf(callId)).toBeUndefined();
      expect(await stateOf(callId, secretary)).toBe('DRAFT');
      const list = '{ callsForApplications(first: 100) { nodes { id } } }';
      expect((await forum.anyone.reads(list)).callsForApplications.nodes).not.toContainEqual({ id: callId });
      expect((await secretary.reads(list)).callsForApplications.nodes).toContainEqual({ id: callId });
      expect(
        await forum.anyone.does('applyToCall', await application(callId, 'early@example.org')),
      ).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('open on their day, for fourteen days at least, and once (OPEN-CALL, LIFE)', async () => {
      const callId = await drafted('2024-03-11', '2024-03-24');
      expect(await secretary.does('openCall', { callId })).toBeRefusedBy('OPEN-CALL');
      forum.clock.goTo('2024-03-12');
      expect(await secretary.does('openCall', { callId })).toBeRefusedBy('OPEN-CALL');
      forum.clock.goTo('2024-03-11', '23:30');
      expect(
        await secretary.does('openCall', { callId }, '... on CallForApplications { state }'),
      ).toMatchObject({ state: 'OPEN' });
      expect(await secretary.does('openCall', { callId })).toBeRefusedBy('LIFE');
    });

    it('close by themselves at the end of the last day, in the forum’s time zone', async () => {
      const callId = await opened('2024-03-18', '2024-03-31');
      forum.clock.goTo('2024-03-31', '23:59');
      expect(await stateOf(callId)).toBe('OPEN');
      await applied(callId, 'last.minute@example.org');
      const late = await application(callId, 'late@example.org');
      forum.clock.pass(60_000);
      expect(await stateOf(callId)).toBe('CLOSED');
      const refused = await forum.anyone.does('applyToCall', late);
      expect(refused).toBeRefusedBy('OPEN-CALL');
      expect(refused.violations[0].reason).toContain('31 March 2024');
      expect(await secretary.does('closeCall', { callId })).toBeRefusedBy('LIFE');
    });

    it('close early only after fourteen full days (OPEN-CALL)', async () => {
      const callId = await opened('2024-04-02', '2024-05-31');
      forum.clock.goTo('2024-04-15');
      expect(await secretary.does('closeCall', { callId })).toBeRefusedBy('OPEN-CALL');
      forum.clock.goTo('2024-04-16');
      expect(
        await secretary.does('closeCall', { callId }, '... on CallForApplications { state closesOn lastOn }'),
      ).toMatchObject({ state: 'CLOSED', closesOn: '2024-05-31', lastOn: '2024-04-16' });
      const refused = await forum.anyone.does('applyToCall', await application(callId, 'late@example.org'));
      expect(refused).toBeRefusedBy('OPEN-CALL');
      expect(refused.violations[0].reason).toContain('16 April 2024');
    });
  });

  describe('open to everybody', () => {
    let callId: string;
    beforeAll(async () => {
      callId = await opened('2024-04-22', '2024-05-05');
    });

    it('acknowledge, confirm by letter, and tell nobody who has applied', async () => {
      const fields = '... on ApplicationReceipt { receivedAt closesOn }';
      const first = await forum.anyone.does(
        'applyToCall',
        await application(callId, 'Ada@Example.org'),
        fields,
      );
      expect(first).toEqual({
        __typename: 'ApplicationReceipt',
        receivedAt: forum.clock.now().toISOString(),
        closesOn: '2024-05-05',
      });
      const confirmation = await lastLetterTo('ada@example.org');
      expect(confirmation.subject).toBe('Dossier reçu – Appel à la société civile');
      const again = await forum.anyone.does(
        'applyToCall',
        await application(callId, 'ada@example.ORG'),
        fields,
      );
      expect(again).toEqual(first);
      const warning = await lastLetterTo('ada@example.org');
      expect(warning.subject).toBe('Un dossier est déjà reçu – Appel à la société civile');
      expect(codeIn(warning.text)).toBe(codeIn(confirmation.text));
      const rows = await forum.database.query(`SELECT FROM application WHERE email = 'ada@example.org'`);
      expect(rows).toHaveLength(1);
      // Somebody else may have given her address: the answer stays the same, her mailbox stays quiet.
      for (let i = 0; i < 4; i += 1) {
        const more = await application(callId, 'ada@example.org');
        expect(await forum.anyone.does('applyToCall', more, fields)).toEqual(first);
      }
      const letters = (await forum.letters()).filter(({ to }) => to === 'ada@example.org');
      expect(letters).toHaveLength(3);
    });

    it('let applicants withdraw with the code of the letter, and then erase everything', async () => {
      await applied(callId, 'gone@example.org');
      const code = codeIn((await lastLetterTo('gone@example.org')).text);
      expect(await forum.anyone.does('withdrawApplication', { code: `${code}x` })).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await forum.anyone.does('withdrawApplication', { code })).toBeDone('WithdrawalReceipt');
      expect(await forum.anyone.does('withdrawApplication', { code })).toBeRefusedBy('LIFE');
      expect((await lastLetterTo('gone@example.org')).subject).toContain('Dossier retiré');
      const found = await forum.database.query(
        `SELECT FROM application a WHERE to_json(a)::text LIKE '%gone@example.org%'`,
      );
      expect(found).toEqual([]);
      await applied(callId, 'gone@example.org');
    });

    it('keep automatic senders away: trap, proof of work, once and in time', async () => {
      const good = await application(callId, 'robot@example.org');
      const refused = async (change: Record<string, unknown>, field: string): Promise<void> => {
        const { errors } = await forum.anyone.does('applyToCall', { ...good, ...change });
        expect(errors?.[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
      };
      await refused({ website: 'https://spam.example' }, 'website');
      await refused({ proofOfWork: 'nothing' }, 'proofOfWork');
      for (const junk of [null, {}, { challenge: {} }, { challenge: { parameters: { nonce: 'x' } } }]) {
        await refused({ proofOfWork: Buffer.from(JSON.stringify(junk)).toString('base64') }, 'proofOfWork');
      }
      const payload = JSON.parse(Buffer.from(good['proofOfWork'] as string, 'base64').toString('utf8'));
      const sent = (changed: Json): string => Buffer.from(JSON.stringify(changed)).toString('base64');
      await refused(
        { proofOfWork: sent({ ...payload, solution: { ...payload.solution, counter: 1_000_000 } }) },
        'proofOfWork',
      );
      const { parameters } = payload.challenge;
      const easier = { ...payload.challenge, parameters: { ...parameters, keyPrefix: '0' } };
      await refused({ proofOfWork: sent({ ...payload, challenge: easier }) }, 'proofOfWork');
      const other = await drafted('2024-06-01', '2024-06-30');
      await refused({ proofOfWork: await forum.proofOfWork(other) }, 'proofOfWork');
      expect(await forum.anyone.does('applyToCall', { ...good, website: '' })).toBeDone('ApplicationReceipt');
      await refused({ email: 'robot2@example.org' }, 'proofOfWork');
      const old = await application(callId, 'slow@example.org');
      forum.clock.pass(60 * 60_000);
      const { errors } = await forum.anyone.does('applyToCall', old);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('ask for a new one'),
        extensions: { field: 'proofOfWork' },
      });
      const robots = await forum.database.query(
        `SELECT FROM application WHERE email LIKE 'robot%' OR email LIKE 'slow%'`,
      );
      expect(robots).toHaveLength(1);
    });

    it('use a challenge up once when twenty send it at the same time', async () => {
      const input = await application(callId, 'swarm@example.org');
      const results: Json[] = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          forum.anyone.does('applyToCall', { ...input, email: `swarm${i}@example.org` }),
        ),
      );
      expect(results.filter(({ __typename }) => __typename === 'ApplicationReceipt')).toHaveLength(1);
    });

    it('take a hundred in an hour from one network, and no more', async () => {
      forum.clock.pass(2 * 60 * 60_000);
      for (let sent = 0; sent < 100; sent += 1) {
        await forum.database.query(
          `INSERT INTO spent_challenge (nonce, caller_hash, address_hash, spent_at)
           SELECT $1, caller_hash, $2, $3 FROM spent_challenge LIMIT 1`,
          [`spent ${sent}`, `address ${sent}`, forum.clock.now()],
        );
      }
      expect(
        await forum.anyone.does('applyToCall', await application(callId, 'many@example.org')),
      ).toMatchObject({ code: 'FORBIDDEN' });
      forum.clock.pass(60 * 60_000);
      await applied(callId, 'many@example.org');
      const kept = await forum.database.query(`SELECT FROM spent_challenge`);
      expect(kept).toHaveLength(1);
    });
  });

  describe('decided', () => {
    const decision =
      '... on Application { state reasonsFr member { number route callForApplications { id } } }';

    it('give each application one decision, with reasons, told to the applicant (OPEN-CALL, LIFE)', async () => {
      const callId = await opened('2024-06-03', '2024-06-16');
      const [yes, no] = [await applied(callId, 'yes@example.org'), await applied(callId, 'no@example.org')];
      const organisationId = await forum.organisation({ name: 'Association Yes', college: 'CIVIL_SOCIETY' });
      const admit = { applicationId: yes, organisationId };
      expect(await secretary.does('admitApplicant', { ...admit, ...REASONS })).toBeRefusedBy('LIFE');
      forum.clock.goTo('2024-06-17');
      expect(await secretary.does('admitApplicant', admit)).toBeRefusedBy('OPEN-CALL');
      expect(await secretary.does('declineApplication', { applicationId: no })).toBeRefusedBy('OPEN-CALL');
      const ministry = await forum.organisation({ college: 'GOVERNMENT' });
      expect(
        await secretary.does('admitApplicant', { ...admit, organisationId: ministry, ...REASONS }),
      ).toBeRefusedBy('C3-ADMISSION');
      expect(await secretary.does('decideCall', { callId })).toBeRefusedBy('OPEN-CALL');

      expect(await secretary.does('admitApplicant', { ...admit, ...REASONS }, decision)).toMatchObject({
        state: 'ADMITTED',
        ...REASONS,
        member: { route: 'CALL', callForApplications: { id: callId } },
      });
      expect(
        await secretary.does('declineApplication', { applicationId: no, reasonsEn: 'Another field.' }),
      ).toBeDone('Application');
      const welcome = await lastLetterTo('yes@example.org');
      expect(welcome.text).toContain('Association Yes');
      expect(welcome.text).toContain(REASONS.reasonsFr);
      expect((await lastLetterTo('no@example.org')).text).toContain('Another field.');
      for (const applicationId of [yes, no]) {
        expect(await secretary.does('declineApplication', { applicationId, ...REASONS })).toBeRefusedBy(
          'LIFE',
        );
        expect(
          await secretary.does('admitApplicant', { applicationId, organisationId, ...REASONS }),
        ).toBeRefusedBy('LIFE');
      }
      expect(
        await secretary.does(
          'decideCall',
          { callId },
          '... on CallForApplications { state members { person { name } organisation { name } } }',
        ),
      ).toMatchObject({
        state: 'DECIDED',
        members: [
          { person: { name: 'Applicant yes@example.org' }, organisation: { name: 'Association Yes' } },
        ],
      });
      expect(await secretary.does('decideCall', { callId })).toBeRefusedBy('LIFE');
    });

    it('are shown to the secretariat with what may be done, a page at a time', async () => {
      const callId = await opened('2024-07-01', '2024-07-14');
      for (const who of ['a', 'b', 'c']) {
        await applied(callId, `${who}@example.org`);
        forum.clock.pass(1);
      }
      const list = `query ($callId: ID!, $first: Int!, $after: String) {
        applications(callId: $callId, first: $first, after: $after) {
          nodes { email language motivation permitted { action allowed violations { rule { id } } } }
          pageInfo { endCursor hasNextPage } } }`;
      expect((await forum.anyone.ask(list, { callId, first: 2 })).errors?.[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
      const { applications: first } = await secretary.reads(list, { callId, first: 2 });
      expect(first.nodes).toMatchObject([
        {
          email: 'a@example.org',
          language: 'FR',
          motivation: 'Because.\n\nAnd because.',
          permitted: [
            { action: 'admitApplicant', allowed: false, violations: [{ rule: { id: 'LIFE' } }] },
            { action: 'declineApplication', allowed: false, violations: [{ rule: { id: 'LIFE' } }] },
          ],
        },
        { email: 'b@example.org' },
      ]);
      const { applications: rest } = await secretary.reads(list, {
        callId,
        first: 2,
        after: first.pageInfo.endCursor,
      });
      expect(rest.nodes.map(({ email }: Json) => email)).toEqual(['c@example.org']);
      forum.clock.goTo('2024-07-15');
      const { applications: closed } = await secretary.reads(list, { callId, first: 1 });
      expect(closed.nodes[0].permitted).toMatchObject([{ allowed: true }, { allowed: true }]);
    });

    it('say what may be done with a call, to whom', async () => {
      forum.clock.goTo('2024-08-01');
      secretary = await forum.voiceOf(secretary.personId ?? '');
      const callId = await drafted('2024-08-01', '2024-08-14');
      const asked = `query ($id: ID!) { callForApplications(id: $id) { permitted { action allowed violations { rule { id } } } } }`;
      const of = async (voice: Voice): Promise<Json> =>
        Object.fromEntries(
          (await voice.reads(asked, { id: callId })).callForApplications.permitted.map((one: Json) => [
            one.action,
            [one.allowed, ...one.violations.map(({ rule }: Json) => rule.id)],
          ]),
        );
      expect(await of(secretary)).toEqual({
        openCall: [true],
        applyToCall: [false, 'OPEN-CALL'],
        closeCall: [false, 'LIFE'],
        decideCall: [false, 'LIFE'],
      });
      expect(await secretary.does('openCall', { callId })).toBeDone('CallForApplications');
      expect(await of(secretary)).toEqual({
        openCall: [false, 'LIFE'],
        applyToCall: [true],
        closeCall: [false, 'OPEN-CALL'],
        decideCall: [false, 'LIFE'],
      });
      // Why not is told to those who could ask: how many applications wait concerns the secretariat alone.
      expect(await of(forum.anyone)).toEqual({
        openCall: [false],
        applyToCall: [true],
        closeCall: [false],
        decideCall: [false],
      });
    });
  });

  it('lead nobody but the secretariat to an application', async () => {
    const { PERMISSIONS } = await import('../../apps/api/src/permissions.js');
    const { __schema: schema } = await forum.anyone.reads(`{ __schema { types { name
      fields { name type { ...of } } possibleTypes { name } } } }
      fragment of on __Type { name ofType { name ofType { name ofType { name } } } }`);
    const types = new Map<string, Json>(schema.types.map((type: Json) => [type.name, type]));
    const nameOf = (type: Json): string => type.name ?? nameOf(type.ofType);
    const reached = new Set<string>();
    const walk = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      const { fields, possibleTypes } = types.get(name);
      for (const field of fields ?? []) walk(nameOf(field.type));
      for (const possible of possibleTypes ?? []) walk(possible.name);
    };
    for (const [operation, roles] of Object.entries(PERMISSIONS)) {
      if (roles.every((role) => role === 'SECRETARIAT')) continue;
      const [root = '', name] = operation.split('.');
      walk(nameOf(types.get(root).fields.find((field: Json) => field.name === name).type));
    }
    expect(reached).toContain('CallForApplications');
    expect(reached).not.toContain('Application');
    expect(types.has('Application')).toBe(true);
  });

  describe('when many act at once', () => {
    it('decide an application once when forty decisions meet', async () => {
      const callId = await opened('2024-09-02', '2024-09-15');
      const applicationId = await applied(callId, 'forty@example.org');
      const organisationId = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      forum.clock.goTo('2024-09-16');
      const results: Json[] = await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          i % 2 === 0
            ? secretary.does('admitApplicant', { applicationId, organisationId, ...REASONS })
            : secretary.does('declineApplication', { applicationId, ...REASONS }),
        ),
      );
      const [won, ...more] = results.filter(({ __typename }) => __typename === 'Application');
      expect(more).toEqual([]);
      for (const result of results) if (result !== won) expect(result).toBeRefusedBy('LIFE');
      const [row] = await forum.database.query<{ state: string; members: string; decisions: string }>(
        `SELECT a.state, (SELECT count(*) FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = a.email) AS members,
           (SELECT count(*) FROM audit_row WHERE subject_id = a.id AND command <> 'applyToCall') AS decisions
         FROM application a WHERE a.id = $1`,
        [applicationId],
      );
      expect(row?.members).toBe(row?.state === 'ADMITTED' ? '1' : '0');
      expect(row?.decisions).toBe('1');
      expect(['ADMITTED', 'DECLINED']).toContain(row?.state);
    });

    it('give one seat to a person whom three routes admit at once', async () => {
      const email = 'everywhere@example.org';
      const callId = await opened('2024-09-23', '2024-10-06');
      const applicationId = await applied(callId, email);
      forum.clock.goTo('2024-10-07');
      const founder = await forum.founder('CIVIL_SOCIETY');
      const needId = idOf(
        await founder.does(
          'stateNeed',
          { statementFr: 'Une expertise', statementEn: 'Some expertise' },
          '... on Need { id }',
        ),
      );
      const [association, ministry] = [
        await forum.organisation({ college: 'CIVIL_SOCIETY' }),
        await forum.organisation({ college: 'GOVERNMENT' }),
      ];
      const person = { name: 'Everywhere', email, language: 'EN' };
      const results: Json[] = await Promise.all(
        Array.from({ length: 21 }, (_, i) => {
          if (i % 3 === 0) {
            const input = { applicationId, organisationId: association, ...REASONS };
            return secretary.does('admitApplicant', input);
          }
          return i % 3 === 1
            ? secretary.does('appointDirectly', { organisationId: association, needId, ...person })
            : secretary.does('conveneMember', { organisationId: ministry, ...person });
        }),
      );
      const won = results.filter(({ __typename }) => __typename === 'Member' || __typename === 'Application');
      expect(won).toHaveLength(1);
      for (const result of results) {
        if (!won.includes(result)) expect(result).toBeRefusedBy('C3-COLLEGES');
      }
      const seats = await forum.database.query(
        'SELECT FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = $1',
        [email],
      );
      expect(seats).toHaveLength(1);
    });

    it('store what they acknowledge and acknowledge what they store, while the call is being closed', async () => {
      const callId = await opened('2024-10-14', '2024-11-30');
      forum.clock.goTo('2024-10-28');
      const inputs = await Promise.all(
        Array.from({ length: 60 }, (_, i) => application(callId, `rush${i}@example.org`)),
      );
      // Six senders, each with ten to send one after the other; the call is closed in the midst of it.
      const results: Json[] = inputs.map(() => null);
      let closing: Promise<Json> | undefined;
      await Promise.all(
        Array.from({ length: 6 }, async (_, sender) => {
          for (let i = sender; i < inputs.length; i += 6) {
            results[i] = await forum.anyone.does('applyToCall', inputs[i] ?? {});
            if (i >= 12) closing ??= secretary.does('closeCall', { callId });
          }
        }),
      );
      expect(await closing).toBeDone('CallForApplications');
      const acknowledged = new Set(
        inputs.filter((_, i) => results[i].__typename === 'ApplicationReceipt').map(({ email }) => email),
      );
      for (const result of results) {
        if (result.__typename !== 'ApplicationReceipt') expect(result).toBeRefusedBy('OPEN-CALL');
      }
      // Otherwise this race was none.
      expect(acknowledged.size).toBeGreaterThanOrEqual(12);
      expect(acknowledged.size).toBeLessThan(60);
      const stored = await forum.database.query<{ email: string; late: boolean }>(
        `SELECT a.email, a.submitted_at > c.closed_at AS late
         FROM application a JOIN call_for_applications c ON c.id = a.call_id WHERE c.id = $1`,
        [callId],
      );
      expect(new Set(stored.map(({ email }) => email))).toEqual(acknowledged);
      expect(stored).toHaveLength(acknowledged.size);
      expect(stored.filter(({ late }) => late)).toEqual([]);
      // In the trail, which is in the order of commits, nothing arrives after the closing.
      const [after] = await forum.database.query<{ late: string }>(
        `SELECT count(*) AS late FROM audit_row r JOIN application a ON a.id = r.subject_id
         WHERE a.call_id = $1 AND r.command = 'applyToCall'
           AND r.seq > (SELECT seq FROM audit_row WHERE command = 'closeCall' AND subject_id = $1)`,
        [callId],
      );
      expect(after?.late).toBe('0');
      const waiting = await forum.database.query(
        `SELECT FROM outgoing_mail WHERE kind = 'APPLICATION_RECEIVED' AND parameters->>'applicationId' IN
           (SELECT id::text FROM application WHERE call_id = $1)`,
        [callId],
      );
      expect(waiting).toHaveLength(acknowledged.size);
    });
  });

  it('forget what was sent a year after they were decided, and why it was declined', async () => {
    const callId = await opened('2024-12-02', '2024-12-15');
    const [yes, no] = [await applied(callId, 'ada@example.net'), await applied(callId, 'bob@example.net')];
    const gone = await applied(callId, 'eve@example.net');
    const { text } = await lastLetterTo('eve@example.net');
    expect(await forum.anyone.does('withdrawApplication', { code: codeIn(text) })).toBeDone(
      'WithdrawalReceipt',
    );
    forum.clock.goTo('2024-12-16');
    const organisationId = await forum.organisation({ college: 'CIVIL_SOCIETY' });
    const reasons = { reasonsFr: 'Motif', reasonsEn: 'Reason' };
    expect(
      await secretary.does('admitApplicant', { applicationId: yes, organisationId, ...reasons }),
    ).toBeDone('Application');
    expect(await secretary.does('declineApplication', { applicationId: no, ...reasons })).toBeDone(
      'Application',
    );
    expect(await secretary.does('decideCall', { callId })).toBeDone('CallForApplications');
    const days = forum.api.get(DailyTasks, { strict: false });
    const shown = async (on: string): Promise<Json[]> => {
      forum.clock.goTo(on);
      await days.begin();
      await forum.settled();
      secretary = await forum.voiceOf(secretary.personId ?? '');
      const { applications } = await secretary.reads(
        `query ($callId: ID!) { applications(callId: $callId) { nodes {
          id state name email organisationName motivation reasonsFr reasonsEn } } }`,
        { callId },
      );
      return applications.nodes;
    };
    const ofAda = { name: 'Applicant ada@example.net', motivation: 'Because.\n\nAnd because.' };
    expect((await shown('2025-12-16')).find(({ id }) => id === yes)).toMatchObject(ofAda);
    const nothing = { name: null, email: null, organisationName: null, motivation: null };
    const forgotten = { reasonsFr: null, reasonsEn: null };
    const afterwards = await shown('2025-12-17');
    expect(afterwards).toHaveLength(3);
    expect(afterwards).toEqual(
      expect.arrayContaining([
        { id: yes, state: 'ADMITTED', ...nothing, ...reasons },
        { id: no, state: 'DECLINED', ...nothing, ...forgotten },
        { id: gone, state: 'WITHDRAWN', ...nothing, ...forgotten },
      ]),
    );
  });
});
