import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { AppointSecretary, NameFounder, RegisterSecretariatBody } from '@hemicycle/procedure';
import { type Json, TestForum, type Voice } from '../support/forum.js';

describe('the secretariat and the founding group', () => {
  let forum: TestForum;
  let bodyId: string;
  let secretary: Voice;

  /** The operator at the command line: nobody who signed in. */
  const operator = (): Act => ({
    actor: { personId: null, sessionId: null, roles: new Set() },
    at: forum.clock.now(),
    on: forum.today,
    requestId: newId(),
  });
  const command = <Command>(type: new (...given: never[]) => Command): Command =>
    forum.api.get<Command>(type, { strict: false });
  const appoint = (voice: Voice, email: string, name = 'Somebody', to = bodyId): Promise<Json> =>
    voice.does(
      'appointSecretary',
      { bodyId: to, name, email, language: 'FR' },
      '... on SecretariatAppointment { id person { id name } body { name } fromOn untilOn }',
    );

  beforeAll(async () => {
    forum = await TestForum.on('2024-02-01');
  });
  afterAll(() => forum.close());

  it('are named by the operator at the command line', async () => {
    const body = await command(RegisterSecretariatBody).execute(operator(), {
      nameFr: 'Direction interministérielle de la transformation publique',
      nameEn: 'Interministerial Directorate for Public Transformation',
    });
    if (body instanceof RuleRefusal) throw new Error('refused');
    bodyId = body.id;
    const appointment = await command(AppointSecretary).execute(operator(), {
      bodyId,
      name: 'Secretary at the DITP',
      email: 'Secretary@ditp.example',
      language: 'FR',
    });
    if (appointment instanceof RuleRefusal) throw new Error('refused');
    secretary = await forum.voiceOf(appointment.person.id);
    const founder = {
      name: 'Founder',
      email: 'founder@example.org',
      language: 'FR',
      college: 'CIVIL_SOCIETY',
    } as const;
    expect(await command(NameFounder).execute(operator(), founder)).not.toBeInstanceOf(RuleRefusal);
    expect(await command(NameFounder).execute(operator(), founder)).toMatchObject({
      violations: [{ rule: { id: 'LIFE' } }],
    });
    expect(
      await forum.anyone.reads(
        `{ secretariat { bodies { name(language: FR) registeredOn } members { person { name } body { id } fromOn untilOn } }
           foundingGroup { endedOn members { person { name } college fromOn untilOn } } }`,
      ),
    ).toEqual({
      secretariat: {
        bodies: [
          {
            name: 'Direction interministérielle de la transformation publique',
            registeredOn: '2024-02-01',
          },
        ],
        members: [
          {
            person: { name: 'Secretary at the DITP' },
            body: { id: bodyId },
            fromOn: '2024-02-01',
            untilOn: null,
          },
        ],
      },
      foundingGroup: {
        endedOn: null,
        members: [
          { person: { name: 'Founder' }, college: 'CIVIL_SOCIETY', fromOn: '2024-02-01', untilOn: null },
        ],
      },
    });
    const trail = await forum.database.query(`SELECT command, actor_id FROM audit_row ORDER BY seq`);
    expect(trail).toEqual(
      ['registerSecretariatBody', 'appointSecretary', 'nameFounder'].map((name) => ({
        command: name,
        actor_id: null,
      })),
    );
  });

  it('are, for the secretariat, the secretariat’s own business and nobody else’s', async () => {
    const founder = await forum.founder('GOVERNMENT');
    for (const [voice, code] of [
      [forum.anyone, 'UNAUTHENTICATED'],
      [await forum.person('Somebody'), 'FORBIDDEN'],
      [founder, 'FORBIDDEN'],
    ] as const) {
      expect(await appoint(voice, 'other@example.org')).toMatchObject({ code });
      expect(await voice.does('registerSecretariatBody', { nameFr: 'Autre', nameEn: 'Other' })).toMatchObject(
        { code },
      );
      expect(await voice.does('endSecretaryAppointment', { appointmentId: newId() })).toMatchObject({ code });
    }
  });

  it('keep one body of one name (LIFE)', async () => {
    const cese = {
      nameFr: 'Conseil économique, social et environnemental',
      nameEn: 'Economic, Social and Environmental Council',
    };
    expect(
      await secretary.does('registerSecretariatBody', cese, '... on SecretariatBody { name registeredOn }'),
    ).toEqual({ __typename: 'SecretariatBody', name: cese.nameEn, registeredOn: '2024-02-01' });
    for (const again of [cese, { ...cese, nameFr: 'Autre' }, { ...cese, nameEn: 'OTHER' }]) {
      expect(await secretary.does('registerSecretariatBody', again)).toBeRefusedBy('LIFE');
    }
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        secretary.does('registerSecretariatBody', {
          nameFr: 'Ministère chargé du renouveau démocratique',
          nameEn: 'Ministry for Democratic Renewal',
        }),
      ),
    );
    expect(results.filter(({ __typename }) => __typename === 'SecretariatBody')).toHaveLength(1);
    expect(results.filter(({ __typename }) => __typename === 'RuleRefusal')).toHaveLength(19);
  });

  it('take a person in once, whoever asks first and in whatever case her address is written (LIFE)', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        appoint(secretary, i % 2 === 0 ? 'camille@ditp.example' : 'Camille@DITP.example', 'Camille'),
      ),
    );
    const [done, ...more] = results.filter(({ __typename }) => __typename === 'SecretariatAppointment');
    expect(more).toEqual([]);
    expect(done).toMatchObject({ person: { name: 'Camille' }, fromOn: '2024-02-01', untilOn: null });
    for (const result of results.filter((one) => one !== done)) expect(result).toBeRefusedBy('LIFE');
  });

  it('need a body that exists and an address that is one', async () => {
    expect(await appoint(secretary, 'a@example.org', 'A', newId())).toMatchObject({ code: 'NOT_FOUND' });
    for (const [email, name] of [
      ['nowhere', 'A'],
      ['a@example.org', ' '],
      ['a@example.org', 'A\0B'],
    ] as const) {
      expect(await appoint(secretary, email, name)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const [person] = await forum.database.query(`SELECT FROM person WHERE email = 'a@example.org'`);
    expect(person).toBeUndefined();
  });

  it('let a person go: that day is her last, and another appointment may follow (LIFE)', async () => {
    const { id, person } = await appoint(secretary, 'leaving@ditp.example');
    const leaving = await forum.voiceOf(person.id);
    const permitted = async (voice: Voice): Promise<Json> => {
      const { secretariat } = await voice.reads(
        '{ secretariat { members { id permitted { action allowed violations { rule { id } } } } } }',
      );
      return secretariat.members.find((member: Json) => member.id === id)?.permitted;
    };
    const action = 'endSecretaryAppointment';
    expect(await permitted(secretary)).toEqual([{ action, allowed: true, violations: [] }]);
    expect(await permitted(forum.anyone)).toEqual([{ action, allowed: false, violations: [] }]);

    forum.clock.goTo('2024-02-05');
    const input = { appointmentId: id };
    expect(await secretary.does(action, input, '... on SecretariatAppointment { fromOn untilOn }')).toEqual({
      __typename: 'SecretariatAppointment',
      fromOn: '2024-02-01',
      untilOn: '2024-02-05',
    });
    expect(await secretary.does(action, input)).toBeRefusedBy('LIFE');
    expect(await permitted(secretary)).toMatchObject([
      { allowed: false, violations: [{ rule: { id: 'LIFE' } }] },
    ]);
    expect(await appoint(leaving, 'last.day@ditp.example')).toBeDone('SecretariatAppointment');

    forum.clock.goTo('2024-02-06');
    expect(await permitted(secretary)).toBeUndefined();
    expect(await appoint(leaving, 'too.late@ditp.example')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await appoint(secretary, 'leaving@ditp.example')).toMatchObject({
      person: { id: person.id },
      fromOn: '2024-02-06',
    });
    const { before, on } = await forum.anyone.reads(
      `{ before: secretariat(on: "2024-01-31") { bodies { id } members { id } }
         on: secretariat(on: "2024-02-05") { members { person { id } } } }`,
    );
    expect(before).toEqual({ bodies: [], members: [] });
    expect(on.members).toContainEqual({ person: { id: person.id } });
  });
});
