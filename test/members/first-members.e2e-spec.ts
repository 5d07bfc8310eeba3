import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Json, TestForum, type Voice } from '../support/forum.js';

/** Step 2 of the forum's first year, as the plan tells it, with every wrong turn refused by the rule that forbids it. */
describe('the first members of the forum', () => {
  let forum: TestForum;
  let secretary: Voice;
  let founder: Voice;
  const organisations = new Map<string, string>();
  const of = (name: string): string => organisations.get(name) ?? '';
  /** Time passes, and sessions with it: both sign in afresh. */
  const goTo = async (on: string, time?: string): Promise<void> => {
    forum.clock.goTo(on, time);
    secretary = await forum.voiceOf(secretary.personId ?? '');
    founder = await forum.voiceOf(founder.personId ?? '');
  };
  const memberFor = (name: string): Record<string, string> => ({
    name: `Member for ${name}`,
    email: `member@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
    language: 'FR',
  });

  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
    secretary = await forum.secretary();
    founder = await forum.founder('GOVERNMENT');
  });
  afterAll(() => forum.close());

  it('are called for by the edition of the rules that the founding group approved (RULES-EDITION)', async () => {
    const edition = await secretary.does(
      'draftRulesOfProcedure',
      { settings: { callOpenDays: 21 } },
      '... on RulesOfProcedure { id }',
    );
    await goTo('2024-02-26');
    expect(await founder.does('approveRulesOfProcedure', { editionId: idOf(edition) })).toBeDone();
  });

  it('come from organisations in one college each', async () => {
    await goTo('2024-03-04');
    for (const [college, names] of [
      ['GOVERNMENT', ['DITP', 'DINUM']],
      ['CIVIL_SOCIETY', ['Démocratie Ouverte', 'Open Data France', 'IMODEV']],
    ] as const) {
      for (const name of names) organisations.set(name, await forum.organisation({ name, college }));
    }
    const again = { nameFr: 'IMODEV', nameEn: 'IMODEV', college: 'GOVERNMENT' };
    expect(await secretary.does('registerOrganisation', again)).toBeRefusedBy('C3-COLLEGES');
  });

  let callId: string;
  const applications = new Map<string, string>();

  it('answer a call that is open long enough, and in time (OPEN-CALL)', async () => {
    const call = {
      titleFr: 'Appel à la société civile',
      titleEn: 'Call to civil society',
      criteriaFr: 'Représenter une organisation engagée pour l’ouverture de l’action publique.',
      criteriaEn: 'Stand for an organisation that works for open government.',
      opensOn: '2024-03-04',
    };
    const drafted = async (closesOn: string): Promise<string> =>
      idOf(await secretary.does('draftCall', { ...call, closesOn }, '... on CallForApplications { id }'));
    // Fourteen days would do for edition 0; the edition in force wants twenty-one.
    expect(await secretary.does('openCall', { callId: await drafted('2024-03-17') })).toBeRefusedBy(
      'OPEN-CALL',
    );
    callId = await drafted('2024-03-24');
    expect(await secretary.does('openCall', { callId })).toBeDone('CallForApplications');

    await goTo('2024-03-20');
    const applying = async (name: string): Promise<Json> =>
      forum.anyone.does('applyToCall', {
        callId,
        ...memberFor(name),
        organisationName: name,
        motivation: `Why ${name} would be of use.`,
        proofOfWork: await forum.proofOfWork(callId),
      });
    for (const name of ['Démocratie Ouverte', 'Open Data France', 'Cabinet Exemple']) {
      expect(await applying(name)).toBeDone('ApplicationReceipt');
    }
    expect(await secretary.does('closeCall', { callId })).toBeRefusedBy('OPEN-CALL');
    await goTo('2024-03-25', '00:00');
    expect(await applying('IMODEV')).toBeRefusedBy('OPEN-CALL');
    const { applications: received } = await secretary.reads(
      'query ($callId: ID!) { applications(callId: $callId) { nodes { id organisationName } } }',
      { callId },
    );
    for (const { id, organisationName } of received.nodes) applications.set(organisationName, id);
    expect([...applications.keys()]).toEqual(
      expect.arrayContaining(['Démocratie Ouverte', 'Open Data France', 'Cabinet Exemple']),
    );
    expect(applications.size).toBe(3);
  });

  it('are admitted or declined once, with reasons', async () => {
    await goTo('2024-04-15');
    const admitted = (name: string, reasons = {}): Promise<Json> =>
      secretary.does(
        'admitApplicant',
        { applicationId: applications.get(name), organisationId: of(name), ...reasons },
        '... on Application { member { number } }',
      );
    const reasonsFr = 'Une action reconnue pour la transparence et la participation.';
    expect(await admitted('Démocratie Ouverte')).toBeRefusedBy('OPEN-CALL');
    expect(await admitted('Démocratie Ouverte', { reasonsFr })).toMatchObject({ member: { number: 1 } });
    expect(await admitted('Démocratie Ouverte', { reasonsFr })).toBeRefusedBy('LIFE');
    expect(await admitted('Open Data France', { reasonsFr })).toMatchObject({ member: { number: 2 } });
    expect(await secretary.does('decideCall', { callId })).toBeRefusedBy('OPEN-CALL');
    const declined = {
      applicationId: applications.get('Cabinet Exemple'),
      reasonsFr: 'Une société commerciale.',
    };
    expect(await secretary.does('declineApplication', declined)).toBeDone('Application');
    expect(await secretary.does('decideCall', { callId })).toBeDone('CallForApplications');
  });

  it('are appointed directly for a need that the founding group states (C3-ADMISSION)', async () => {
    await goTo('2024-04-18');
    const need = {
      statementFr: 'Un regard universitaire sur le droit du gouvernement ouvert.',
      statementEn: 'An academic eye on the law of open government.',
    };
    const appointment = { organisationId: of('IMODEV'), ...memberFor('IMODEV') };
    expect(await secretary.does('appointDirectly', appointment)).toBeRefusedBy('C3-ADMISSION');
    expect(await secretary.does('stateNeed', need)).toBeRefusedBy('C3-ADMISSION');
    const needId = idOf(await founder.does('stateNeed', need, '... on Need { id }'));
    expect(
      await secretary.does('appointDirectly', { ...appointment, needId }, '... on Member { number }'),
    ).toMatchObject({ number: 3 });
  });

  it('are convened, for government (C3-ADMISSION)', async () => {
    await goTo('2024-04-24');
    const convening = (voice: Voice, name: string): Promise<Json> =>
      voice.does('conveneMember', { organisationId: of(name), ...memberFor(name) });
    expect(await convening(founder, 'DITP')).toBeRefusedBy('C3-ADMISSION');
    expect(await convening(secretary, 'Open Data France')).toBeRefusedBy('C3-ADMISSION');
    for (const name of ['DITP', 'DINUM']) expect(await convening(secretary, name)).toBeDone('Member');
    expect(
      await secretary.does('conveneMember', { organisationId: of('DINUM'), ...memberFor('DITP') }),
    ).toBeRefusedBy('C3-COLLEGES');
  });

  it('have an alternate from their own organisation (ALTERNATE)', async () => {
    const { members } = await secretary.reads('{ members { nodes { id organisation { name } } } }');
    const memberId = members.nodes.find((one: Json) => one.organisation.name === 'DITP').id;
    const alternate = { memberId, name: 'Alternate', email: 'alternate@ditp.example', language: 'FR' };
    expect(
      await secretary.does('nameAlternate', { ...alternate, organisationId: of('DINUM') }),
    ).toBeRefusedBy('ALTERNATE');
    expect(await secretary.does('nameAlternate', { ...alternate, organisationId: of('DITP') })).toBeDone(
      'Member',
    );
  });

  it('are then public, with the way by which each came in; who was declined is not', async () => {
    const { members, callForApplications } = await forum.anyone.reads(
      `query ($id: ID!) {
        members { nodes { number route organisation { name } need { statement(language: FR) } alternate { name }
          callForApplications { title(language: EN) } } }
        callForApplications(id: $id) { state members { number } } }`,
      { id: callId },
    );
    const call = { title: 'Call to civil society' };
    const plain = { need: null, alternate: null, callForApplications: null };
    expect(members.nodes).toEqual([
      {
        ...plain,
        number: 1,
        route: 'CALL',
        organisation: { name: 'Démocratie Ouverte' },
        callForApplications: call,
      },
      {
        ...plain,
        number: 2,
        route: 'CALL',
        organisation: { name: 'Open Data France' },
        callForApplications: call,
      },
      {
        ...plain,
        number: 3,
        route: 'DIRECT_APPOINTMENT',
        organisation: { name: 'IMODEV' },
        need: { statement: 'Un regard universitaire sur le droit du gouvernement ouvert.' },
      },
      {
        ...plain,
        number: 4,
        route: 'CONVENED',
        organisation: { name: 'DITP' },
        alternate: { name: 'Alternate' },
      },
      { ...plain, number: 5, route: 'CONVENED', organisation: { name: 'DINUM' } },
    ]);
    expect(callForApplications).toEqual({ state: 'DECIDED', members: [{ number: 1 }, { number: 2 }] });
  });
});
