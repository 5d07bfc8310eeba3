import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { College } from '@hemicycle/kernel';
import { verifyArchive } from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { TOOL_IS_HERE, toolAccepts } from '../sealed-ballot/third-party-tool.js';
import { idOf, type Json, TestForum, type Voice } from '../support/forum.js';
import { casts, lastRound, makeKey, pollFile, sealed, TrusteeDevice } from '../support/sealed.js';

const MINISTRY = 'Ministry for Democratic Renewal';
const DITP = 'Interministerial Directorate for Public Transformation (DITP)';
const EUROPE = 'Ministry for Europe and Foreign Affairs';
const EDUCATION = 'Ministry of Education and Youth Affairs';
const DINUM = 'Interministerial Directorate for Digital Affairs (DINUM)';
const GOVERNMENT: readonly (readonly [nameFr: string, nameEn: string])[] = [
  ['Ministère chargé du Renouveau démocratique', MINISTRY],
  ['Direction interministérielle de la transformation publique (DITP)', DITP],
  ['Ministère de l’Europe et des Affaires étrangères', EUROPE],
  ['Ministère de l’Éducation nationale et de la Jeunesse', EDUCATION],
  ['Direction interministérielle du numérique (DINUM)', DINUM],
];
const DEMOCRATIE_OUVERTE = 'Démocratie Ouverte';
const TRANSPARENCY = 'Transparency International France';
const A_VOTE = 'A Voté';
const ANTICOR = 'Anticor';
const IMODEV = 'IMODEV';
const APPLICANTS = [DEMOCRATIE_OUVERTE, TRANSPARENCY, A_VOTE, ANTICOR];

const MEETING = '... on Meeting { id state }';
const ELECTION = '... on Election { id state }';

/**
 * The forum’s first year, as the action plan tells it: from the founding working group to two co-chairs and four members of the
 * committee elected by sealed ballots, the minutes of their election, a meeting of the committee, the plenary that sets up a working
 * group and the one that hears its report, over HTTP, with every wrong turn refused by the rule that forbids it. Each step stands
 * on the one before.
 */
describe('the first year of the forum', () => {
  let forum: TestForum;
  let secretary: Voice;
  let founder: Voice;
  const organisations = new Map<string, string>();
  const members = new Map<string, { memberId: string; personId: string }>();
  let voices = new Map<string, Voice>();

  const organisation = (name: string): string => organisations.get(name) ?? '';
  const seat = (name: string): string => members.get(name)?.memberId ?? '';
  const member = (name: string): Voice => voices.get(name) ?? forum.anyone;
  const person = (name: string): Record<string, string> => ({
    name: `Member for ${name}`,
    email: `${name
      .normalize('NFD')
      .replaceAll(/[^a-z]/gi, '')
      .toLowerCase()}@members.example`,
    language: 'FR',
  });
  const keep = (name: string, admitted: Json): void => {
    expect(admitted).toMatchObject({ id: expect.any(String), person: { id: expect.any(String) } });
    members.set(name, { memberId: admitted.id, personId: admitted.person.id });
  };
  /** Time passes, and sessions with it: everybody signs in afresh. */
  const goTo = async (on: string, time?: string): Promise<void> => {
    forum.clock.goTo(on, time);
    secretary = await forum.voiceOf(secretary.personId ?? '');
    founder = await forum.voiceOf(founder.personId ?? '');
    const afresh = new Map<string, Voice>();
    for (const [name, { personId }] of members) afresh.set(name, await forum.voiceOf(personId));
    voices = afresh;
  };

  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
    // The operator’s work, at the command line: a first secretary, and the founding working group.
    secretary = await forum.secretary('Secretary, CESE');
    founder = await forum.founder('CIVIL_SOCIETY', 'Founder');
  });
  afterAll(() => forum?.close());

  describe('1. in February 2024 a founding working group approves edition 1 of the rules of procedure', () => {
    let editionId: string;

    it('with a secretariat of several bodies', async () => {
      const [[nameFr, nameEn] = ['', '']] = GOVERNMENT;
      const body = { nameFr, nameEn };
      expect(await founder.does('registerSecretariatBody', body)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await secretary.does('registerSecretariatBody', body)).toBeDone();
      expect(await secretary.does('registerSecretariatBody', body)).toBeRefusedBy('LIFE');
    });

    it('drafted by the secretariat: twenty-one days for a call, elections secret as the charter has them', async () => {
      const settings = { callOpenDays: 21 };
      expect(await founder.does('draftRulesOfProcedure', { settings })).toMatchObject({ code: 'FORBIDDEN' });
      const fields = '... on RulesOfProcedure { id number state }';
      const draft = await secretary.does('draftRulesOfProcedure', { settings }, fields);
      expect(draft).toMatchObject({ number: 1, state: 'DRAFTED' });
      editionId = idOf(draft);
    });

    it('approved by the group, and by nobody else (RULES-ADOPTION)', async () => {
      expect(await secretary.does('approveRulesOfProcedure', { editionId })).toBeRefusedBy('RULES-ADOPTION');
      await goTo('2024-02-26');
      expect(await founder.does('approveRulesOfProcedure', { editionId })).toBeDone('RulesOfProcedure');
      expect(await founder.does('approveRulesOfProcedure', { editionId })).toBeRefusedBy('LIFE');
      const { charter } = await forum.anyone.reads(`{ charter {
        before: rulesOfProcedure(on: "2024-02-25") { number }
        now: rulesOfProcedure { number inForceFromOn } } }`);
      expect(charter).toEqual({ before: { number: 0 }, now: { number: 1, inForceFromOn: '2024-02-26' } });
    });
  });

  describe('2. members come in from both sides', () => {
    it('for organisations that are each in one college (C3-COLLEGES)', async () => {
      await goTo('2024-03-04');
      const register = (nameFr: string, nameEn: string, college: College): Promise<Json> =>
        secretary.does('registerOrganisation', { nameFr, nameEn, college }, '... on Organisation { id }');
      for (const [nameFr, nameEn] of GOVERNMENT) {
        organisations.set(nameEn, idOf(await register(nameFr, nameEn, 'GOVERNMENT')));
      }
      for (const name of [...APPLICANTS, IMODEV]) {
        organisations.set(name, idOf(await register(name, name, 'CIVIL_SOCIETY')));
      }
      expect(await register(ANTICOR, ANTICOR, 'GOVERNMENT')).toBeRefusedBy('C3-COLLEGES');
    });

    it('civil society by a call, open and decided as the rules want (OPEN-CALL)', async () => {
      const call = {
        titleFr: 'Appel à la société civile',
        titleEn: 'Call to civil society',
        criteriaFr: 'Agir pour l’ouverture de l’action publique.',
        criteriaEn: 'Work for open government.',
        opensOn: '2024-03-04',
      };
      const drafted = async (closesOn: string): Promise<string> =>
        idOf(await secretary.does('draftCall', { ...call, closesOn }, '... on CallForApplications { id }'));
      const tooShort = { callId: await drafted('2024-03-18') };
      expect(await secretary.does('openCall', tooShort)).toBeRefusedBy('OPEN-CALL');
      const callId = await drafted('2024-03-31');
      expect(await secretary.does('openCall', { callId })).toBeDone('CallForApplications');
      const apply = async (name: string): Promise<Json> =>
        forum.anyone.does('applyToCall', {
          callId,
          ...person(name),
          organisationName: name,
          motivation: `What ${name} would bring.`,
          proofOfWork: await forum.proofOfWork(callId),
        });
      await goTo('2024-03-25');
      for (const name of APPLICANTS) expect(await apply(name)).toBeDone('ApplicationReceipt');
      await goTo('2024-04-01', '00:00');
      expect(await apply(IMODEV)).toBeRefusedBy('OPEN-CALL');

      await goTo('2024-04-15');
      const { applications } = await secretary.reads(
        'query ($callId: ID!) { applications(callId: $callId) { nodes { id organisationName } } }',
        { callId },
      );
      const admit = (name: string, reasons: object): Promise<Json> =>
        secretary.does(
          'admitApplicant',
          {
            applicationId: applications.nodes.find((one: Json) => one.organisationName === name).id,
            organisationId: organisation(name),
            ...reasons,
          },
          '... on Application { member { id person { id } } }',
        );
      const reasonsFr = 'Une action reconnue pour la transparence et la participation.';
      expect(await admit(ANTICOR, {})).toBeRefusedBy('OPEN-CALL');
      for (const name of APPLICANTS) keep(name, (await admit(name, { reasonsFr })).member);
      expect(await admit(ANTICOR, { reasonsFr })).toBeRefusedBy('LIFE');
      expect(await secretary.does('decideCall', { callId })).toBeDone('CallForApplications');
    });

    it('one directly, for a need that the founding group states (C3-ADMISSION)', async () => {
      await goTo('2024-04-18');
      const appointment = { organisationId: organisation(IMODEV), ...person(IMODEV) };
      const need = { statementFr: 'Un regard universitaire.', statementEn: 'An academic eye.' };
      expect(await secretary.does('appointDirectly', appointment)).toBeRefusedBy('C3-ADMISSION');
      expect(await secretary.does('stateNeed', need)).toBeRefusedBy('C3-ADMISSION');
      const needId = idOf(await founder.does('stateNeed', need, '... on Need { id }'));
      const fields = '... on Member { id person { id } }';
      keep(IMODEV, await secretary.does('appointDirectly', { ...appointment, needId }, fields));
    });

    it('departments, convened by the secretariat (C3-ADMISSION)', async () => {
      await goTo('2024-04-24');
      const convene = (voice: Voice, name: string): Promise<Json> =>
        voice.does(
          'conveneMember',
          { organisationId: organisation(name), ...person(name) },
          '... on Member { id person { id } }',
        );
      expect(await convene(founder, MINISTRY)).toBeRefusedBy('C3-ADMISSION');
      for (const [, name] of GOVERNMENT) keep(name, await convene(secretary, name));
      const { members: all } = await forum.anyone.reads('{ members { nodes { number college route } } }');
      expect(all.nodes.map(({ number, college, route }: Json) => `${number} ${college} ${route}`)).toEqual([
        ...[1, 2, 3, 4].map((number) => `${number} CIVIL_SOCIETY CALL`),
        '5 CIVIL_SOCIETY DIRECT_APPOINTMENT',
        ...[6, 7, 8, 9, 10].map((number) => `${number} GOVERNMENT CONVENED`),
      ]);
    });
  });

  let meetingId: string;
  /** An election of the plenary: of a college's co-chair, or of its two other seats in the committee. */
  type Poll = College | `${College} committee`;
  const elections = new Map<Poll, string>();
  const electionOf = (poll: Poll): string => elections.get(poll) ?? '';

  describe('3. the first plenary is planned, agreed upon and convened', () => {
    const agenda = (colleges: readonly College[]): Promise<Json> =>
      secretary.does('draftAgenda', {
        meetingId,
        items: [
          { kind: 'INFORMATION', titleFr: 'Ouverture', titleEn: 'Opening' },
          {
            kind: 'DECISION',
            titleFr: 'Ratification des règles de fonctionnement',
            titleEn: 'Ratification of the rules of procedure',
            subject: 'RULES_RATIFICATION',
          },
          ...colleges.map((college) => ({
            kind: 'ELECTION',
            titleFr: 'Élection à la coprésidence',
            titleEn: 'Election of a co-chair',
            office: 'CO_CHAIR',
            college,
          })),
          ...colleges.map((college) => ({
            kind: 'ELECTION',
            titleFr: 'Élection de deux membres du comité de direction',
            titleEn: 'Election of two members of the management committee',
            office: 'COMMITTEE_MEMBER',
            college,
          })),
        ],
      });
    const call = (voice: Voice, office: string, college: College): Promise<Json> =>
      voice.does('callElection', { meetingId, office, college }, ELECTION);
    const convene = (voice: Voice): Promise<Json> => voice.does('conveneMeeting', { meetingId }, MEETING);
    const turn = (voice: Voice, key: string, version: number): Promise<Json> =>
      voice.does('turnKey', { meetingId, key, version });

    it('by the secretariat, for a time to come (C3-CONVOCATION, NOTICE)', async () => {
      await goTo('2024-05-13');
      const plan = { startsAt: '2024-06-20T12:00:00Z', place: 'Palais d’Iéna, Paris' };
      expect(await founder.does('planMeeting', plan)).toBeRefusedBy('C3-CONVOCATION');
      const past = { ...plan, startsAt: '2024-05-13T07:00:00Z' };
      expect(await secretary.does('planMeeting', past)).toBeRefusedBy('NOTICE');
      meetingId = idOf(await secretary.does('planMeeting', plan, MEETING));
    });

    it('on an agenda that elects both co-chairs and the four members, each election being called (C3-FIRST-PLENARY, C3-COMMITTEE)', async () => {
      expect(await convene(secretary)).toBeRefusedBy('C3-AGENDA');
      expect(await agenda([])).toBeDone('Meeting');
      expect(await convene(secretary)).toBeRefusedBy('C3-FIRST-PLENARY');
      expect(await agenda(['GOVERNMENT', 'CIVIL_SOCIETY'])).toBeDone('Meeting');
      expect(await convene(secretary)).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
      expect(await call(founder, 'CO_CHAIR', 'GOVERNMENT')).toMatchObject({ code: 'FORBIDDEN' });
      for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
        elections.set(college, idOf(await call(secretary, 'CO_CHAIR', college)));
        elections.set(`${college} committee`, idOf(await call(secretary, 'COMMITTEE_MEMBER', college)));
      }
      expect(await call(secretary, 'CO_CHAIR', 'GOVERNMENT')).toBeRefusedBy('C3-COCHAIRS');
    });

    it('with two keys, the founding group’s and the secretariat’s (C3-AGENDA)', async () => {
      await goTo('2024-05-27');
      expect(await convene(secretary)).toBeRefusedBy('C3-AGENDA');
      expect(await turn(member(IMODEV), 'COMMITTEE', 2)).toBeRefusedBy('C3-AGENDA');
      expect(await turn(founder, 'COMMITTEE', 1)).toBeRefusedBy('C3-AGENDA');
      expect(await turn(founder, 'COMMITTEE', 2)).toBeDone('Meeting');
      expect(await turn(founder, 'SECRETARIAT', 2)).toBeRefusedBy('C3-AGENDA');
      expect(await turn(secretary, 'SECRETARIAT', 2)).toBeDone('Meeting');
      // A change puts both back.
      expect(await agenda(['CIVIL_SOCIETY', 'GOVERNMENT'])).toBeDone('Meeting');
      expect(await convene(secretary)).toBeRefusedBy('C3-AGENDA');
      expect(await turn(founder, 'COMMITTEE', 3)).toBeDone('Meeting');
      expect(await turn(secretary, 'SECRETARIAT', 3)).toBeDone('Meeting');
    });

    it('fifteen days ahead, by the secretariat alone (NOTICE, C3-CONVOCATION)', async () => {
      await goTo('2024-06-03');
      const tooSoon = { meetingId, startsAt: '2024-06-17T12:00:00Z' };
      expect(await secretary.does('conveneMeeting', tooSoon)).toBeRefusedBy('NOTICE');
      expect(await convene(founder)).toBeRefusedBy('C3-CONVOCATION');
      expect(await convene(secretary)).toMatchObject({ state: 'CONVENED' });
      expect(await convene(secretary)).toBeRefusedBy('LIFE');
      const subjects = (await forum.letters()).map(({ letter }) => letter.subject);
      expect(
        subjects.filter((subject) => subject.startsWith('Convocation à la séance plénière')),
      ).toHaveLength(10);
    });

    it('nominations being open to the members of each college (ELIGIBILITY)', async () => {
      await goTo('2024-06-10');
      const stands = (voice: Voice, poll: Poll): Promise<Json> =>
        voice.does('standAsCandidate', { electionId: electionOf(poll), statement: 'Pourquoi moi.' });
      expect(await stands(member(ANTICOR), 'GOVERNMENT')).toBeRefusedBy('ELIGIBILITY');
      for (const name of [DITP, EUROPE]) {
        expect(await stands(member(name), 'GOVERNMENT')).toBeDone('Candidacy');
        expect(await stands(member(name), 'GOVERNMENT')).toBeRefusedBy('ELIGIBILITY');
        forum.clock.pass(60_000);
      }
      for (const name of [DEMOCRATIE_OUVERTE, TRANSPARENCY, ANTICOR]) {
        expect(await stands(member(name), 'CIVIL_SOCIETY')).toBeDone('Candidacy');
        forum.clock.pass(60_000);
      }
      for (const name of [EUROPE, MINISTRY]) {
        expect(await stands(member(name), 'GOVERNMENT committee')).toBeDone('Candidacy');
        forum.clock.pass(60_000);
      }
      for (const name of [DEMOCRATIE_OUVERTE, TRANSPARENCY, A_VOTE, ANTICOR]) {
        expect(await stands(member(name), 'CIVIL_SOCIETY committee')).toBeDone('Candidacy');
        forum.clock.pass(60_000);
      }
      const alternate = {
        memberId: seat(A_VOTE),
        organisationId: organisation(A_VOTE),
        name: 'Alternate for A Voté',
        email: 'alternate@avote.example',
        language: 'FR',
      };
      expect(await secretary.does('nameAlternate', alternate)).toBeDone('Member');
      const refused = await stands(await alternateForAVote(), 'CIVIL_SOCIETY');
      expect(refused).toBeRefusedBy('ELIGIBILITY');
      expect(refused.violations[0].reason).toContain('An alternate is never a candidate');
      expect(await secretary.does('openVoting', { electionId: electionOf('CIVIL_SOCIETY') })).toBeRefusedBy(
        'C3-ELECTED-AT-PLENARY',
      );
    });
  });

  async function alternateForAVote(): Promise<Voice> {
    const [row] = await forum.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'alternate@avote.example'`,
    );
    return forum.voiceOf(row?.id ?? '');
  }

  describe('4. at the plenary, two co-chairs are elected, then four members of the committee', () => {
    const does = (voice: Voice, act: string, poll: Poll, input: object = {}): Promise<Json> =>
      voice.does(act, { electionId: electionOf(poll), ...input }, ELECTION);
    const open = (voice: Voice): Promise<Json> => voice.does('openSession', { meetingId }, MEETING);
    const close = (voice: Voice): Promise<Json> => voice.does('closeSession', { meetingId }, MEETING);
    const attendance = (names: readonly string[], entry: object = {}): Promise<Json> =>
      secretary.does('recordAttendance', {
        meetingId,
        entries: names.map((name) => ({ memberId: seat(name), mode: 'IN_ROOM', ...entry })),
      });
    const election = async (poll: Poll): Promise<Json> => {
      const answer = await forum.anyone.reads(
        `query ($id: ID!) { election(id: $id) { state
           candidacies { id member { organisation { name } } }
           rounds { number ballots orderedBy { name } count { outcome blanks votesCast explanation(language: FR) }
             votes { member { number } holder { name } choices { member { number } } } } } }`,
        { id: electionOf(poll) },
      );
      return answer.election;
    };
    /** A vote for the candidates of these organisations, sealed on the voter’s device; none is blank. */
    const cast = async (voice: Voice, poll: Poll, ...names: readonly string[]): Promise<Json> => {
      const { candidacies } = await election(poll);
      const of = (name: string): string =>
        candidacies.find((one: Json) => one.member.organisation.name === name).id;
      return casts(voice, electionOf(poll), names.map(of));
    };
    /** A ballot that somebody else’s device sealed, sent by whoever has no vote to seal. */
    const sends = async (voice: Voice, college: College, sealedBy: Voice): Promise<Json> => {
      const { raw } = await sealed(sealedBy, electionOf(college), []);
      return voice.does('castBallot', { electionId: electionOf(college), ballot: raw });
    };
    const file = async (path: string, voice = forum.anyone): Promise<Uint8Array> =>
      new Uint8Array(await (await pollFile(forum.url, path, voice.token)).arrayBuffer());
    /** Two trustees open the box; each trusts the archive, not the server. */
    const boxOpened = async (poll: Poll): Promise<void> => {
      for (const device of trustees.slice(1)) {
        const { sealed: seal } = await lastRound(device.voice, electionOf(poll));
        const archive = await file(seal.archiveUrl, device.voice);
        expect(await device.opens(electionOf(poll), archive)).toBeDone('Election');
      }
    };
    /** The archive of the last round, published, is right for our verifier and for a third party’s. */
    const archiveVerifies = async (poll: Poll): Promise<void> => {
      const { sealed: seal } = await lastRound(forum.anyone, electionOf(poll));
      const archive = await file(seal.archiveUrl);
      const sideFile = await file(seal.sideFileUrl);
      const report = await verifyArchive(archive, { sideFile, standard: 'ours', groups: nativeGroups });
      expect(report).toMatchObject({ valid: true, failures: [] });
      if (TOOL_IS_HERE) expect(toolAccepts(archive)).toBe(true);
    };
    let trustees: TrusteeDevice[];

    it('it opens at its hour, with a quorum in each college, by whoever presides (NOTICE, QUORUM, PRESIDING)', async () => {
      await goTo('2024-06-20', '13:30');
      expect(await attendance([DEMOCRATIE_OUVERTE, TRANSPARENCY, ANTICOR, DITP])).toBeDone('Meeting');
      expect(await open(member(DEMOCRATIE_OUVERTE))).toBeRefusedBy('NOTICE');
      await goTo('2024-06-20', '14:05');
      expect(await open(member(DEMOCRATIE_OUVERTE))).toBeRefusedBy('QUORUM');
      expect(await attendance([EUROPE, EDUCATION, DINUM])).toBeDone('Meeting');
      expect(await attendance([A_VOTE], { byAlternate: true })).toBeDone('Meeting');
      expect(await attendance([IMODEV], { mode: 'EXCUSED' })).toBeDone('Meeting');
      expect(await open(secretary)).toBeRefusedBy('PRESIDING');
      expect(await open(member(DITP))).toBeRefusedBy('PRESIDING');
      expect(await open(member(DEMOCRATIE_OUVERTE))).toMatchObject({ state: 'IN_SESSION' });
      expect(await open(member(DEMOCRATIE_OUVERTE))).toBeRefusedBy('LIFE');
    });

    it('it ratifies edition 1, by a recorded vote with a double majority (RULES-ADOPTION, DECISION)', async () => {
      const { meeting } = await forum.anyone.reads(
        'query ($id: ID!) { meeting(id: $id) { agenda { items { id subject } } } }',
        { id: meetingId },
      );
      const item = meeting.agenda.items.find(({ subject }: Json) => subject !== null);
      const order = { meetingId, itemId: item.id };
      expect(await secretary.does('putToVote', order)).toBeRefusedBy('PRESIDING');
      const decision = '... on Decision { id state }';
      const decisionId = idOf(await member(DEMOCRATIE_OUVERTE).does('putToVote', order, decision));
      expect(await secretary.does('openDecisionVote', { decisionId }, decision)).toMatchObject({
        state: 'VOTING',
      });
      const answers = async (voice: Voice, name: string, choice: string): Promise<Json> =>
        voice.does('castDecisionVote', { decisionId, memberId: seat(name), choice });
      for (const [name, choice] of [
        [DEMOCRATIE_OUVERTE, 'FOR'],
        [TRANSPARENCY, 'FOR'],
        [ANTICOR, 'AGAINST'],
        [DITP, 'FOR'],
        [EUROPE, 'ABSTAIN'],
      ] as const) {
        expect(await answers(member(name), name, choice)).toBeDone('Decision');
      }
      expect(await answers(member(IMODEV), IMODEV, 'FOR')).toBeRefusedBy('QUORUM');
      expect(await answers(member(A_VOTE), A_VOTE, 'FOR')).toBeRefusedBy('ALTERNATE');
      expect(await answers(await alternateForAVote(), A_VOTE, 'FOR')).toBeDone('Decision');
      expect(await close(member(DEMOCRATIE_OUVERTE))).toBeRefusedBy('LIFE');
      const closed = await secretary.does(
        'closeDecisionVote',
        { decisionId },
        '... on Decision { state result { explanation(language: FR) } }',
      );
      expect(closed).toMatchObject({
        state: 'ADOPTED',
        result: {
          explanation:
            'Double majorité, dans chaque collège : acteurs publics, 1 pour et 0 contre, soit plus de voix pour que contre ; société civile, 3 pour et 1 contre, soit plus de voix pour que contre. La décision est adoptée.',
        },
      });
    });

    it('three trustees make the key of its boxes, each on her own device (CNIL-1-08)', async () => {
      trustees = [member(EDUCATION), member(IMODEV), secretary].map(
        (voice) => new TrusteeDevice(voice, meetingId),
      );
      const [governmentId, civilSocietyId, hostId] = trustees.map(({ voice }) => voice.personId);
      const named = { meetingId, governmentId, civilSocietyId, hostId };
      expect(
        await secretary.does('nameTrustees', { ...named, governmentId: members.get(DITP)?.personId }),
      ).toBeRefusedBy('CNIL-1-08');
      expect(await secretary.does('nameTrustees', named)).toBeDone('Meeting');
      await makeKey(trustees);
      for (const poll of elections.keys()) {
        for (const [of, name] of [
          ['GOVERNMENT', DINUM],
          ['CIVIL_SOCIETY', IMODEV],
        ] as const) {
          const scrutineer = { college: of, personId: members.get(name)?.personId };
          expect(await does(secretary, 'nameScrutineer', poll, scrutineer)).toBeDone('Election');
        }
      }
    });

    it('government elects its co-chair in one round, by sealed ballots that a third party’s tool checks too (POLL, COLLEGE-VOTES, ONE-BALLOT, SECRECY, CNIL-3-02)', async () => {
      const president = member(DEMOCRATIE_OUVERTE);
      expect(await does(member(DITP), 'orderPoll', 'GOVERNMENT')).toBeRefusedBy('RECUSAL');
      expect(await does(secretary, 'openVoting', 'GOVERNMENT')).toBeRefusedBy('POLL');
      expect(await does(president, 'orderPoll', 'GOVERNMENT')).toBeDone('Election');
      expect(await does(president, 'openVoting', 'GOVERNMENT')).toMatchObject({ code: 'FORBIDDEN' });
      const closesAt = '2024-06-22T12:00:00Z';
      expect(await does(secretary, 'openVoting', 'GOVERNMENT', { closesAt })).toBeRefusedBy('POLL');
      expect(await does(secretary, 'openVoting', 'GOVERNMENT')).toMatchObject({ state: 'VOTING' });
      expect(await does(member(DITP), 'askForSecrecy', 'GOVERNMENT')).toBeRefusedBy('LIFE');

      expect(await sends(member(ANTICOR), 'GOVERNMENT', member(DITP))).toBeRefusedBy('COLLEGE-VOTES');
      const byName = { electionId: electionOf('GOVERNMENT'), candidacyIds: [], blank: true };
      expect(await member(DITP).does('castRecordedBallot', byName)).toBeRefusedBy('SECRECY');
      const { tracker } = await cast(member(DITP), 'GOVERNMENT', EUROPE);
      expect(await cast(member(DITP), 'GOVERNMENT', DITP)).toMatchObject({ replacedTracker: tracker });
      for (const [voter, choice] of [
        [EUROPE, EUROPE],
        [EDUCATION, DITP],
        // On the register, though not in the room.
        [MINISTRY, DITP],
        [DINUM],
      ] as const) {
        const names = choice === undefined ? [] : [choice];
        expect(await cast(member(voter), 'GOVERNMENT', ...names)).toBeDone('BallotReceipt');
      }
      const late = await sealed(member(DINUM), electionOf('GOVERNMENT'), []);

      expect(await does(secretary, 'countVotes', 'GOVERNMENT')).toBeRefusedBy('CNIL-1-09');
      expect((await election('GOVERNMENT')).rounds).toMatchObject([{ ballots: 5, votes: null, count: null }]);
      expect(await does(secretary, 'closeVoting', 'GOVERNMENT')).toMatchObject({ state: 'CLOSED' });
      const tooLate = { electionId: electionOf('GOVERNMENT'), ballot: late.raw };
      expect(await member(DINUM).does('castBallot', tooLate)).toBeRefusedBy('POLL');
      expect(await does(secretary, 'countVotes', 'GOVERNMENT')).toBeRefusedBy('CNIL-1-08');
      await boxOpened('GOVERNMENT');
      expect(await does(secretary, 'countVotes', 'GOVERNMENT')).toMatchObject({ state: 'COUNTED' });
      expect(await does(secretary, 'countVotes', 'GOVERNMENT')).toBeRefusedBy('CNIL-1-09');

      await archiveVerifies('GOVERNMENT');

      const { rounds } = await election('GOVERNMENT');
      expect(rounds[0].orderedBy.name).toBe('Member for Démocratie Ouverte');
      expect(rounds[0].count).toEqual({
        outcome: 'ELECTED',
        blanks: 1,
        votesCast: 4,
        explanation: [
          'Premier tour : 5 bulletins, dont 1 blanc. Les votes blancs sont comptés à part : 4 suffrages exprimés.',
          `Member for ${DITP} : 3 voix ; Member for ${EUROPE} : 1 voix.`,
          'La moitié de 4 est 2 : il faut la dépasser, donc obtenir au moins 3 voix, pour l’emporter au premier tour.',
          `Member for ${DITP} l’emporte au premier tour avec 3 voix.`,
        ].join('\n'),
      });
      expect(await does(secretary, 'proclaimResult', 'GOVERNMENT')).toMatchObject({ state: 'PROCLAIMED' });
      expect(await does(secretary, 'proclaimResult', 'GOVERNMENT')).toBeRefusedBy('LIFE');
    });

    it('it is not closed with one co-chair (C3-FIRST-PLENARY), who presides from then on (PRESIDING)', async () => {
      expect(await close(member(DITP))).toBeRefusedBy('C3-FIRST-PLENARY');
      expect(await close(member(DEMOCRATIE_OUVERTE))).toBeRefusedBy('PRESIDING');
    });

    it('civil society elects its own in two rounds, an alternate holding a seat’s vote (ONE-BALLOT)', async () => {
      const sittingIn = await alternateForAVote();
      const round = async (choices: readonly (readonly [string, string])[]): Promise<void> => {
        expect(await does(secretary, 'openVoting', 'CIVIL_SOCIETY')).toBeRefusedBy('POLL');
        expect(await does(member(DITP), 'orderPoll', 'CIVIL_SOCIETY')).toBeDone('Election');
        expect(await does(secretary, 'openVoting', 'CIVIL_SOCIETY')).toBeDone('Election');
        for (const [voter, choice] of choices) {
          expect(await cast(member(voter), 'CIVIL_SOCIETY', choice)).toBeDone('BallotReceipt');
        }
        expect(await sends(member(A_VOTE), 'CIVIL_SOCIETY', sittingIn)).toBeRefusedBy('ONE-BALLOT');
        expect(await cast(sittingIn, 'CIVIL_SOCIETY', DEMOCRATIE_OUVERTE)).toBeDone('BallotReceipt');
        expect(await does(secretary, 'closeVoting', 'CIVIL_SOCIETY')).toBeDone('Election');
        await boxOpened('CIVIL_SOCIETY');
        expect(await does(secretary, 'countVotes', 'CIVIL_SOCIETY')).toBeDone('Election');
        await archiveVerifies('CIVIL_SOCIETY');
      };
      // The longest-serving stands in this item; the new co-chair does not.
      expect(await does(member(DEMOCRATIE_OUVERTE), 'orderPoll', 'CIVIL_SOCIETY')).toBeRefusedBy('PRESIDING');
      await round([
        [DEMOCRATIE_OUVERTE, DEMOCRATIE_OUVERTE],
        [TRANSPARENCY, TRANSPARENCY],
        [ANTICOR, ANTICOR],
        [IMODEV, TRANSPARENCY],
      ]);
      expect(await does(secretary, 'proclaimResult', 'CIVIL_SOCIETY')).toBeRefusedBy('POLL');
      expect(await does(secretary, 'recordFailure', 'CIVIL_SOCIETY')).toBeRefusedBy('POLL');
      await round([
        [DEMOCRATIE_OUVERTE, DEMOCRATIE_OUVERTE],
        [TRANSPARENCY, TRANSPARENCY],
        [ANTICOR, DEMOCRATIE_OUVERTE],
        [IMODEV, TRANSPARENCY],
      ]);
      const { rounds } = await election('CIVIL_SOCIETY');
      expect(rounds).toMatchObject([
        { number: 1, ballots: 5, count: { outcome: 'SECOND_ROUND' } },
        { number: 2, ballots: 5, count: { outcome: 'ELECTED' } },
      ]);
      expect(rounds[1].votes).toBeNull();
      const { sealed: seal } = await lastRound(member(DITP), electionOf('CIVIL_SOCIETY'));
      expect(seal.voted).toContainEqual({ number: 3 });
      expect(seal.trackers).toHaveLength(5);
      expect(await does(secretary, 'proclaimResult', 'CIVIL_SOCIETY')).toMatchObject({ state: 'PROCLAIMED' });
    });

    it('each college elects two members of the committee, in one round, its co-chair being none of them (C3-COMMITTEE, METHOD)', async () => {
      const elects = async (
        poll: Poll,
        votes: readonly (readonly [voter: Voice, ...names: string[]])[],
      ): Promise<string[]> => {
        expect(await does(member(DEMOCRATIE_OUVERTE), 'orderPoll', poll)).toBeDone('Election');
        expect(await does(secretary, 'openVoting', poll)).toBeDone('Election');
        for (const [voter, ...names] of votes) {
          expect(await cast(voter, poll, ...names)).toBeDone('BallotReceipt');
        }
        expect(await does(secretary, 'closeVoting', poll)).toBeDone('Election');
        await boxOpened(poll);
        expect(await does(secretary, 'countVotes', poll)).toBeDone('Election');
        await archiveVerifies(poll);
        expect(await does(secretary, 'proclaimResult', poll)).toMatchObject({ state: 'PROCLAIMED' });
        const { election: elected } = await forum.anyone.reads(
          `query ($id: ID!) { election(id: $id) { proclamations { candidacy { member { organisation { name } } } } } }`,
          { id: electionOf(poll) },
        );
        return elected.proclamations.map(({ candidacy }: Json) => candidacy.member.organisation.name);
      };
      const both = [EUROPE, MINISTRY] as const;
      const ofGovernment = [DITP, EUROPE, EDUCATION, MINISTRY, DINUM].map(
        (name) => [member(name), ...both] as const,
      );
      // As many candidates as seats: the vote takes place all the same.
      expect((await elects('GOVERNMENT committee', ofGovernment)).toSorted()).toEqual([...both].toSorted());
      // The new co-chair's other candidacy lapsed: three stand for two seats.
      const ofCivilSociety = [
        [member(DEMOCRATIE_OUVERTE), TRANSPARENCY, ANTICOR],
        [member(TRANSPARENCY), TRANSPARENCY, A_VOTE],
        [member(ANTICOR), ANTICOR, TRANSPARENCY],
        [member(IMODEV), ANTICOR],
        [await alternateForAVote(), A_VOTE],
      ] as const;
      expect((await elects('CIVIL_SOCIETY committee', ofCivilSociety)).toSorted()).toEqual(
        [ANTICOR, TRANSPARENCY].toSorted(),
      );
      const { committee } = await forum.anyone.reads(
        '{ committee { coChairs { college } members { college untilOn } vacantSeats { seats } } }',
      );
      const untilOn = '2026-06-20';
      expect(committee).toEqual({
        coChairs: [{ college: 'GOVERNMENT' }, { college: 'CIVIL_SOCIETY' }],
        members: [
          { college: 'GOVERNMENT', untilOn },
          { college: 'GOVERNMENT', untilOn },
          { college: 'CIVIL_SOCIETY', untilOn },
          { college: 'CIVIL_SOCIETY', untilOn },
        ],
        vacantSeats: [],
      });
    });

    it('it is closed by a co-chair, and the founding group has done its work (RULES-ADOPTION)', async () => {
      expect(await close(secretary)).toBeRefusedBy('PRESIDING');
      expect(await close(member(DEMOCRATIE_OUVERTE))).toMatchObject({ state: 'HELD' });
      expect((await forum.anyone.reads('{ foundingGroup { endedOn } }')).foundingGroup.endedOn).toBe(
        '2024-06-20',
      );
      await goTo('2024-06-21');
      const { charter } = await forum.anyone.reads(
        '{ charter { rulesOfProcedure { number ratifiedOn inForceUntilOn } } }',
      );
      expect(charter.rulesOfProcedure).toEqual({
        number: 1,
        ratifiedOn: '2024-06-20',
        inForceUntilOn: null,
      });
      const need = { statementFr: 'Encore un besoin.', statementEn: 'One more need.' };
      expect(await founder.does('stateNeed', need)).toBeRefusedBy('C3-ADMISSION');
    });
  });

  describe('5. minutes are drafted from what happened, circulated, approved, published', () => {
    let minutesId: string;
    const minutes = async (voice: Voice, fields: string): Promise<Json> =>
      (await voice.reads(`query ($id: ID!) { minutes(id: $id) { ${fields} } }`, { id: minutesId })).minutes;

    it('by the secretariat, from the tables: who was there, what was decided, who was elected (MINUTES)', async () => {
      const given = '... on Minutes { id version { sections { key title facts } } }';
      const drafted = await secretary.does('draftMinutes', { meetingId }, given);
      minutesId = idOf(drafted);
      const facts: string[] = drafted.version.sections.map((one: Json) => one.facts);
      expect(facts[0]).toContain(`- Member for ${DITP}`);
      expect(facts.join('\n')).toContain('**Décision 2024-1\u202f: adoptée.**');
      expect(facts.join('\n')).toContain(
        '**Proclamation le 20 juin 2024\u202f: Member for Démocratie Ouverte.**',
      );
      // The polls were secret: nobody stands in the minutes with her choice.
      expect(facts.join('\n')).not.toContain('Votes nominatifs');
      const sections = [{ key: 'closing', text: 'La présidence remercie le CESE.' }];
      expect(await secretary.does('saveMinutes', { minutesId, basedOnVersion: 1, sections })).toBeDone();
    });

    it('sent to the members, who comment for seven days (MINUTES)', async () => {
      await goTo('2024-07-01');
      expect(await secretary.does('circulateMinutes', { minutesId, version: 2 })).toBeDone();
      expect(await secretary.does('commentMinutes', { minutesId, text: 'Non.' })).toBeRefusedBy('MINUTES');
      const comment = { minutesId, text: 'Merci aussi aux porteurs de clé.' };
      expect(await member(TRANSPARENCY).does('commentMinutes', comment)).toBeDone();
      await goTo('2024-07-09');
      expect(await minutes(forum.anyone, 'id')).toBeNull();
    });

    it('published with that comment, nobody having decided on it in time (MINUTES)', async () => {
      await goTo('2024-07-16');
      const published = await minutes(forum.anyone, 'approval publishedAt editions { sha256 markdown }');
      expect(published).toMatchObject({
        approval: 'COMMENTS_ANNEXED',
        publishedAt: '2024-07-15T22:00:00.000Z',
        editions: [{ markdown: expect.stringContaining('> Merci aussi aux porteurs de clé.') }],
      });
    });
  });

  describe('6. in autumn the management committee meets, and prepares the second plenary', () => {
    let committeeId: string;
    let minutesId: string;

    it('as a co-chair plans it, on an agenda that a co-chair sets, convened by the secretariat (C3-CONVOCATION, C3-AGENDA)', async () => {
      await goTo('2024-10-21');
      const body = 'MANAGEMENT_COMMITTEE';
      const plan = { body, startsAt: '2024-11-06T08:30:00Z', place: 'Palais d’Iéna, Paris' };
      expect(await member(ANTICOR).does('planMeeting', plan)).toBeRefusedBy('C3-CONVOCATION');
      committeeId = idOf(await member(DITP).does('planMeeting', plan, MEETING));
      const items = [
        {
          kind: 'DECISION',
          titleFr: 'Un premier groupe de travail',
          titleEn: 'A first working group',
        },
      ];
      const drafts = (voice: Voice): Promise<Json> =>
        voice.does('draftAgenda', { meetingId: committeeId, items });
      expect(await drafts(secretary)).toBeRefusedBy('C3-AGENDA');
      expect(await drafts(member(DEMOCRATIE_OUVERTE))).toBeDone('Meeting');
      const convene = { meetingId: committeeId };
      expect(await member(DITP).does('conveneMeeting', convene)).toBeRefusedBy('C3-CONVOCATION');
      expect(await secretary.does('conveneMeeting', convene)).toBeDone('Meeting');
    });

    it('held with a quorum in each college, it recommends what the plenary will decide (QUORUM, DECISION)', async () => {
      await goTo('2024-11-06', '09:30');
      const entries = [DITP, EUROPE, DEMOCRATIE_OUVERTE, ANTICOR].map((name) => ({
        memberId: seat(name),
        mode: 'IN_ROOM',
      }));
      const meeting = { meetingId: committeeId };
      expect(await secretary.does('recordAttendance', { ...meeting, entries })).toBeDone('Meeting');
      expect(await member(DITP).does('openSession', meeting)).toBeRefusedBy('PRESIDING');
      expect(await member(DEMOCRATIE_OUVERTE).does('openSession', meeting)).toBeDone('Meeting');
      const { meeting: opened } = await forum.anyone.reads(
        'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
        { id: committeeId },
      );
      const recommended = {
        ...meeting,
        itemId: opened.publishedAgenda.items[0].id,
        wordingFr: 'Le comité recommande de constituer un groupe sur la participation.',
        objections: [],
      };
      const reference = '... on Decision { reference effect }';
      expect(await member(DEMOCRATIE_OUVERTE).does('recordConsensus', recommended, reference)).toEqual({
        __typename: 'Decision',
        reference: '2024-2',
        effect: null,
      });
      expect(await member(DEMOCRATIE_OUVERTE).does('closeSession', meeting)).toBeDone('Meeting');
    });

    it('its minutes are written by a co-chair, published by themselves and signed by both (MINUTES)', async () => {
      await goTo('2024-11-08');
      const draft = { meetingId: committeeId, language: 'FR' };
      expect(await member(ANTICOR).does('draftMinutes', draft)).toMatchObject({ code: 'FORBIDDEN' });
      minutesId = idOf(await member(DITP).does('draftMinutes', draft, '... on Minutes { id }'));
      const circulated = { minutesId, version: 1 };
      expect(await member(DITP).does('circulateMinutes', circulated)).toBeDone('Minutes');
      await goTo('2024-11-16');
      const editions = async (): Promise<Json> =>
        (
          await forum.anyone.reads(
            `query ($id: ID!) { minutes(id: $id) { editions { sha256 signatures { capacity person { name } signedAt } } } }`,
            { id: minutesId },
          )
        ).minutes.editions[0];
      const { sha256 } = await editions();
      expect(await member(ANTICOR).does('signMinutes', { minutesId, sha256 })).toBeRefusedBy('MINUTES');
      for (const name of [DITP, DEMOCRATIE_OUVERTE])
        expect(await member(name).does('signMinutes', { minutesId, sha256 })).toBeDone('Minutes');
      const signedAt = '2024-11-16T08:00:00.000Z';
      expect((await editions()).signatures).toEqual([
        { capacity: 'PRESIDENT', person: { name: 'Member for Démocratie Ouverte' }, signedAt },
        { capacity: 'RAPPORTEUR', person: { name: `Member for ${DITP}` }, signedAt },
      ]);
    });

    it('the calendar of what is due has them sent and published in time (MINUTES)', async () => {
      const { observance } = await forum.anyone.reads(
        '{ observance { obligations { rule { id } subject doneOn } } }',
      );
      const ofIt = observance.obligations.filter(
        ({ rule, subject }: Json) => rule.id === 'MINUTES' && subject.includes('management committee'),
      );
      expect(ofIt.map(({ doneOn }: Json) => doneOn).toSorted()).toEqual(['2024-11-08', '2024-11-16']);
    });
  });

  describe('7. the second plenary sets up a working group, which reports to the one after', () => {
    let groupId: string;

    /** Takes a plenary of this agenda to its session: drafted, agreed to by both co-chairs, convened, attended, opened. Gives its id. */
    const planned = async (startsAt: string, items: readonly Json[]): Promise<string> => {
      const plan = { startsAt, place: 'Palais d’Iéna, Paris' };
      const plenaryId = idOf(await secretary.does('planMeeting', plan, MEETING));
      expect(await secretary.does('draftAgenda', { meetingId: plenaryId, items })).toBeDone('Meeting');
      const key = { meetingId: plenaryId, version: 1 };
      expect(await secretary.does('turnKey', { ...key, key: 'SECRETARIAT' })).toBeDone('Meeting');
      for (const name of [DITP, DEMOCRATIE_OUVERTE])
        expect(await member(name).does('turnKey', { ...key, key: 'COMMITTEE' })).toBeDone('Meeting');
      expect(await secretary.does('conveneMeeting', { meetingId: plenaryId })).toBeDone('Meeting');
      return plenaryId;
    };
    /** Gives the ids of the items. */
    const opened = async (plenaryId: string): Promise<string[]> => {
      const entries = [DITP, EUROPE, EDUCATION, DEMOCRATIE_OUVERTE, ANTICOR, IMODEV].map((name) => ({
        memberId: seat(name),
        mode: 'IN_ROOM',
      }));
      const attendance = { meetingId: plenaryId, entries };
      expect(await secretary.does('recordAttendance', attendance)).toBeDone('Meeting');
      expect(await member(DEMOCRATIE_OUVERTE).does('openSession', { meetingId: plenaryId })).toBeDone(
        'Meeting',
      );
      const { meeting } = await forum.anyone.reads(
        'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
        { id: plenaryId },
      );
      return meeting.publishedAgenda.items.map(({ id }: Json) => id);
    };
    const closed = async (plenaryId: string): Promise<void> => {
      expect(await member(DEMOCRATIE_OUVERTE).does('closeSession', { meetingId: plenaryId })).toBeDone(
        'Meeting',
      );
    };

    it('within six months of the first, by a decision that names its facilitators (OGP-1.1, WORKING-GROUP-SETUP)', async () => {
      await goTo('2024-11-18');
      const proposal = {
        themeFr: 'Participation',
        themeEn: 'Participation',
        commitments: [1, 2],
        facilitatorIds: [seat(EDUCATION), seat(IMODEV)],
      };
      groupId = idOf(await secretary.does('proposeWorkingGroup', proposal, '... on WorkingGroup { id }'));
      const setUp = {
        kind: 'DECISION',
        titleFr: 'Constitution du groupe',
        titleEn: 'Setting up of the group',
        subject: 'WORKING_GROUP_SETUP',
        objectId: groupId,
      };
      const second = await planned('2024-12-12T13:00:00Z', [setUp]);
      await goTo('2024-12-12', '14:00');
      const [itemId] = await opened(second);
      const order = { meetingId: second, itemId };
      const put = await member(DEMOCRATIE_OUVERTE).does('putToVote', order, '... on Decision { id }');
      const decisionId = idOf(put);
      expect(await secretary.does('openDecisionVote', { decisionId })).toBeDone('Decision');
      for (const name of [DITP, EUROPE, DEMOCRATIE_OUVERTE, ANTICOR]) {
        const vote = { decisionId, memberId: seat(name), choice: 'FOR' };
        expect(await member(name).does('castDecisionVote', vote)).toBeDone('Decision');
      }
      expect(await secretary.does('closeDecisionVote', { decisionId })).toBeDone('Decision');
      await closed(second);
    });

    it('the group’s facilitators report, the plenary hears it, and its minutes take note of it (C3-PLENARY-CADENCE)', async () => {
      await goTo('2025-05-12');
      const third = await planned('2025-06-05T12:00:00Z', [
        {
          kind: 'INFORMATION',
          titleFr: 'Rapport du groupe Participation',
          titleEn: 'Report of the group Participation',
          reportOfId: groupId,
        },
      ]);
      const saving = { groupId, meetingId: third, basedOnVersion: 0, language: 'FR', text: 'Deux ateliers.' };
      expect(await member(ANTICOR).does('saveGroupReport', saving)).toBeRefusedBy('WORKING-GROUP-SETUP');
      const report = '... on GroupReport { id }';
      const reportId = idOf(await member(EDUCATION).does('saveGroupReport', saving, report));
      const submitted = { reportId, version: 1 };
      expect(await member(IMODEV).does('submitGroupReport', submitted)).toBeDone('GroupReport');

      await goTo('2025-06-05', '14:00');
      const [itemId] = await opened(third);
      expect(await member(EDUCATION).does('saveGroupReport', { ...saving, basedOnVersion: 1 })).toBeRefusedBy(
        'LIFE',
      );
      await closed(third);
      const given = '... on Minutes { id version { sections { key facts } } }';
      const drafted = await secretary.does('draftMinutes', { meetingId: third, language: 'FR' }, given);
      const heard = drafted.version.sections.find(({ key }: Json) => key === itemId);
      expect(heard.facts).toContain(`/groups/${groupId}/reports/${third}`);
      const sections = [{ key: itemId, text: 'La séance plénière prend acte du rapport.' }];
      const saved = { minutesId: idOf(drafted), basedOnVersion: 1, sections };
      expect(await secretary.does('saveMinutes', saved)).toBeDone('Minutes');
    });
  });

  describe('who are the co-chairs, until when?', () => {
    it('one of each college, from 20 June 2024 until 20 June 2026 (C3-TERM)', async () => {
      const coChairs = async (on: string): Promise<Json> => {
        const { committee } = await forum.anyone.reads(
          `query ($on: Day!) { committee(on: $on) {
             coChairs { college fromOn untilOn holder { person { name } } election { id state } } } }`,
          { on },
        );
        return committee.coChairs;
      };
      const term = { fromOn: '2024-06-20', untilOn: '2026-06-20' };
      const both = [
        {
          ...term,
          college: 'GOVERNMENT',
          holder: { person: { name: `Member for ${DITP}` } },
          election: { id: electionOf('GOVERNMENT'), state: 'PROCLAIMED' },
        },
        {
          ...term,
          college: 'CIVIL_SOCIETY',
          holder: { person: { name: 'Member for Démocratie Ouverte' } },
          election: { id: electionOf('CIVIL_SOCIETY'), state: 'PROCLAIMED' },
        },
      ];
      expect(await coChairs('2024-06-19')).toEqual([]);
      for (const on of ['2024-06-20', '2025-02-28', '2026-06-20']) expect(await coChairs(on)).toEqual(both);
      expect(await coChairs('2026-06-21')).toEqual([]);
    });

    it('their seats are put to the vote again within six months of that day, not sooner (C3-COCHAIRS)', async () => {
      await goTo('2025-11-03');
      const called = async (startsAt: string): Promise<Json> => {
        const planned = await secretary.does('planMeeting', { startsAt, place: 'Palais d’Iéna' }, MEETING);
        const seats = { meetingId: idOf(planned), office: 'CO_CHAIR', college: 'GOVERNMENT' };
        return secretary.does('callElection', seats, ELECTION);
      };
      expect(await called('2025-12-19T13:00:00Z')).toBeRefusedBy('C3-COCHAIRS');
      expect(await called('2025-12-20T13:00:00Z')).toMatchObject({ state: 'DRAFT' });
    });
  });
});
