import { type College, instantAt, newId } from '@hemicycle/kernel';
import type { DestinationStream } from 'pino';
import { type Json, MemberVoice, TestForum, type Voice } from './forum.js';

const COLLEGES: readonly College[] = ['GOVERNMENT', 'CIVIL_SOCIETY'];

/** @throws Error unless the mutation was carried out. */
export function done(result: Json): Json {
  if (result?.__typename === 'Error' || result?.__typename === 'RuleRefusal') {
    throw new Error(`Refused: ${JSON.stringify(result)}`);
  }
  return result;
}

interface World {
  /** Members of each college, in the order of their numbers; five by default. */
  readonly members?: number;
  /** Settings of edition 1, which allows recorded elections. */
  readonly settings?: Record<string, unknown>;
  /** When the plenary begins: a day of 2024, at 14:00; 20 June by default. */
  readonly on?: string;
  /** Where the server's log goes. */
  readonly log?: DestinationStream;
}

const RATIFICATION = {
  kind: 'DECISION',
  titleFr: 'Ratification des règles de fonctionnement',
  titleEn: 'Ratification of the rules of procedure',
  subject: 'RULES_RATIFICATION',
};

/** A candidacy, several, or a blank vote. */
type Choice = string | readonly string[] | null;

/** A forum that is ready for its first plenary: its members, and rules of procedure that its founding group approved. */
export interface Founded {
  readonly forum: TestForum;
  readonly secretary: Voice;
  readonly founder: Voice;
  readonly members: Readonly<Record<College, MemberVoice[]>>;
}

/** Founded on 31 May 2024. */
export async function founded({ members = 5, settings = {}, log }: World = {}): Promise<Founded> {
  const forum = await TestForum.on('2024-05-31', {}, log);
  const secretary = await forum.secretary();
  const founder = await forum.founder('GOVERNMENT');
  const edition = done(
    await secretary.does(
      'draftRulesOfProcedure',
      { settings: { recordedElectionsAllowed: true, ...settings } },
      '... on RulesOfProcedure { id }',
    ),
  );
  done(await founder.does('approveRulesOfProcedure', { editionId: edition.id }));
  const seats: Record<College, MemberVoice[]> = { GOVERNMENT: [], CIVIL_SOCIETY: [] };
  for (const college of COLLEGES) {
    for (let number = 1; number <= members; number += 1) {
      seats[college].push(await forum.member({ college, name: `${college} ${number}` }));
    }
  }
  return { forum, secretary, founder, members: seats };
}

/** A forum with its members, its rules of procedure and a first plenary, taken as far as a test asks. */
export class Plenary implements Founded {
  private constructor(
    readonly forum: TestForum,
    readonly secretary: Voice,
    readonly founder: Voice,
    readonly members: Readonly<Record<College, MemberVoice[]>>,
    readonly on: string,
    readonly id: string,
    private readonly isFirst: boolean,
  ) {}

  /** Planned for the day given, seen from twenty days before. */
  static async planned({ on = '2024-06-20', ...world }: World = {}): Promise<Plenary> {
    const ready = await founded(world);
    return Plenary.first(ready, on, await Plenary.plan(ready.forum, ready.secretary, on));
  }

  /** The first plenary of a forum, planned by somebody else for that day. */
  static first({ forum, secretary, founder, members }: Founded, on: string, id: string): Plenary {
    return new Plenary(forum, secretary, founder, members, on, id, true);
  }

  /** So many more members of a college, admitted on its planning day straight into the tables. */
  async moreMembers(college: College, count: number): Promise<void> {
    const { database, today } = this.forum;
    const organisationId = await this.forum.organisation({ college });
    const [{ next } = { next: 1 }] = await database.query<{ next: number }>(
      'SELECT max(number) + 1 AS next FROM member',
    );
    const need = college === 'GOVERNMENT' ? 'NULL' : '(SELECT id FROM need LIMIT 1)';
    const route = college === 'GOVERNMENT' ? 'CONVENED' : 'DIRECT_APPOINTMENT';
    for (let number = next; number < next + count; number += 1) {
      const voice = await this.forum.person(`${college} ${number}`);
      const memberId = newId();
      await database.query(
        `INSERT INTO member (id, number, person_id, college, route, need_id, from_on)
         VALUES ($1, $2, $3, $4, $5, ${need}, $6)`,
        [memberId, number, voice.personId, college, route, today],
      );
      await database.query(
        `INSERT INTO member_affiliation (id, member_id, organisation_id, from_on) VALUES ($1, $2, $3, $4)`,
        [newId(), memberId, organisationId, today],
      );
      const { token, personId } = voice;
      if (token === null || personId === null) throw new Error('Nobody.');
      this.members[college].push(
        new MemberVoice(this.forum.url, token, personId, memberId, number, organisationId),
      );
    }
  }

  /** Another plenary of the same forum. */
  async another(on: string): Promise<Plenary> {
    const id = await Plenary.plan(this.forum, this.secretary, on);
    return new Plenary(this.forum, this.secretary, this.founder, this.members, on, id, false);
  }

  private static async plan(forum: TestForum, secretary: Voice, on: string): Promise<string> {
    const input = { startsAt: Plenary.at(forum, on).toISOString(), place: 'Palais d’Iéna' };
    return done(await secretary.does('planMeeting', input, '... on Meeting { id }')).id;
  }

  private static at(forum: TestForum, on: string): Date {
    return instantAt(on as never, '14:00', forum.timeZone);
  }

  /** Drafts an agenda that elects the co-chairs of these colleges, after the ratification at the first plenary, and calls these elections. */
  async called(colleges: readonly College[] = COLLEGES): Promise<Record<College, string>> {
    await this.agenda(colleges);
    const elections: Partial<Record<College, string>> = {};
    for (const college of colleges) elections[college] = await this.call(college);
    return elections as Record<College, string>;
  }

  /** @param committee the colleges whose members of the committee are elected too */
  async agenda(colleges: readonly College[] = COLLEGES, committee: readonly College[] = []): Promise<void> {
    const item = (office: string, college: College) => ({
      kind: 'ELECTION',
      titleFr: `Élection, ${college}`,
      titleEn: `Election, ${college}`,
      office,
      college,
    });
    const items = [
      { kind: 'INFORMATION', titleFr: 'Ouverture', titleEn: 'Opening' },
      ...(this.isFirst ? [RATIFICATION] : []),
      ...colleges.map((college) => item('CO_CHAIR', college)),
      ...committee.map((college) => item('COMMITTEE_MEMBER', college)),
    ];
    done(await this.secretary.does('draftAgenda', { meetingId: this.id, items }));
  }

  async call(college: College, office = 'CO_CHAIR'): Promise<string> {
    const input = { meetingId: this.id, office, college };
    return done(await this.secretary.does('callElection', input, '... on Election { id }')).id;
  }

  /** Turns both keys on the agenda; the second by whoever is given. */
  async keys(second: readonly Voice[] = [this.founder], version = 1): Promise<void> {
    done(await this.secretary.does('turnKey', { meetingId: this.id, version, key: 'SECRETARIAT' }));
    for (const voice of second) {
      done(await voice.does('turnKey', { meetingId: this.id, version, key: 'COMMITTEE' }));
    }
  }

  /** With its elections called, its keys turned and its convocations sent; gives the elections. */
  async convened(
    colleges: readonly College[] = COLLEGES,
    second?: readonly Voice[],
  ): Promise<Record<College, string>> {
    const elections = await this.called(colleges);
    await this.keys(second);
    done(await this.secretary.does('conveneMeeting', { meetingId: this.id }));
    return elections;
  }

  /** Goes to a time of a day; sessions last thirty days, so everybody signs in again, as it were. */
  async goTo(on: string, time?: string): Promise<void> {
    this.forum.clock.goTo(on, time);
    await this.forum.database.query(
      `UPDATE session SET created_at = $1::timestamptz, expires_at = $1::timestamptz + interval '30 days'`,
      [this.forum.clock.now()],
    );
  }

  /** Goes to its day, records everybody present and opens the session. */
  async opened(): Promise<void> {
    await this.goTo(this.on, '14:00');
    await this.everybodyPresent();
    done(await this.president().does('openSession', { meetingId: this.id }));
  }

  async everybodyPresent(): Promise<void> {
    const entries = COLLEGES.flatMap((college) =>
      this.members[college].map(({ memberId }) => ({ memberId, mode: 'IN_ROOM' })),
    );
    // A sheet has two hundred lines at most.
    for (let from = 0; from < entries.length; from += 200) {
      const sheet = entries.slice(from, from + 200);
      done(await this.secretary.does('recordAttendance', { meetingId: this.id, entries: sheet }));
    }
  }

  /** Who presides while there is no committee: the first admitted. */
  president(): MemberVoice {
    return this.member('GOVERNMENT', 1);
  }

  /** Who closed the plenary that {@link held} tells, as a co-chair whom it elected: its president in what comes after. */
  closedBy(): MemberVoice {
    return this.member('GOVERNMENT', 3);
  }

  /** The member of a college by place, from 1. */
  member(college: College, place: number): MemberVoice {
    const member = this.members[college][place - 1];
    if (member === undefined) throw new Error(`No member ${place} of ${college}`);
    return member;
  }

  /** Stands, and gives the candidacy. */
  async stands(member: Voice, electionId: string): Promise<string> {
    const input = { electionId, statement: 'I stand.' };
    return done(await member.does('standAsCandidate', input, '... on Candidacy { id }')).id;
  }

  /** The president orders, the secretariat opens. */
  async vote(electionId: string, president: Voice = this.president()): Promise<void> {
    done(await president.does('orderPoll', { electionId }));
    done(await this.secretary.does('openVoting', { electionId }));
  }

  /** Each choice in turn, from the first member of the college on; null is blank, a list is several names. */
  async ballots(electionId: string, college: College, choices: readonly Choice[]): Promise<void> {
    for (const [index, choice] of choices.entries()) {
      done(await this.cast(this.member(college, index + 1), electionId, choice));
    }
  }

  cast(voter: Voice, electionId: string, choice: Choice): Promise<Json> {
    return voter.does(
      'castRecordedBallot',
      { electionId, ...(choice === null ? { blank: true } : { candidacyIds: [choice].flat() }) },
      '... on RecordedBallotReceipt { number round candidacyIds castAt }',
    );
  }

  /** Closes and counts. */
  async count(electionId: string): Promise<void> {
    done(await this.secretary.does('closeVoting', { electionId }));
    done(await this.secretary.does('countVotes', { electionId }));
  }

  /** The item of the published agenda that ratifies the rules of procedure. */
  async ratificationItem(): Promise<string> {
    const { meeting } = await this.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id subject } } } }',
      { id: this.id },
    );
    return meeting.agenda.items.find(({ subject }: Json) => subject === 'RULES_RATIFICATION').id;
  }

  /** The president puts the ratification to the vote, and the secretariat opens it; gives the decision. */
  async ratificationOpened(president: Voice = this.president()): Promise<string> {
    const input = { meetingId: this.id, itemId: await this.ratificationItem() };
    const { id } = done(await president.does('putToVote', input, '... on Decision { id }'));
    done(await this.secretary.does('openDecisionVote', { decisionId: id }));
    return id;
  }

  /** Edition 1 is ratified, by one vote in each college. */
  async ratifies(president?: Voice): Promise<void> {
    const decisionId = await this.ratificationOpened(president);
    for (const college of COLLEGES) {
      const voter = this.member(college, 1);
      const answer = { decisionId, memberId: voter.memberId, choice: 'FOR' };
      done(await voter.does('castDecisionVote', answer));
    }
    done(await this.secretary.does('closeDecisionVote', { decisionId }));
  }

  /** From the order to the count of one round. */
  async round(
    electionId: string,
    college: College,
    choices: readonly Choice[],
    president?: Voice,
  ): Promise<void> {
    await this.vote(electionId, president);
    await this.ballots(electionId, college, choices);
    await this.count(electionId);
  }

  /** The president closes the session. */
  closes(president: Voice): Promise<Json> {
    return president.does('closeSession', { meetingId: this.id }, '... on Meeting { state closedAt }');
  }

  /** Held: the rules of procedure are ratified, and its co-chairs are the third members of the colleges, proclaimed on its day. */
  async held(): Promise<this> {
    const elections = await this.convened();
    const candidacies: Partial<Record<College, string>> = {};
    for (const college of COLLEGES) {
      candidacies[college] = await this.stands(this.member(college, 3), elections[college]);
    }
    await this.opened();
    const [first, second] = [this.president(), this.closedBy()];
    await this.ratifies();
    await this.round(elections.GOVERNMENT, 'GOVERNMENT', [candidacies.GOVERNMENT ?? null], first);
    done(await this.secretary.does('proclaimResult', { electionId: elections.GOVERNMENT }));
    await this.round(elections.CIVIL_SOCIETY, 'CIVIL_SOCIETY', [candidacies.CIVIL_SOCIETY ?? null], second);
    done(await this.secretary.does('proclaimResult', { electionId: elections.CIVIL_SOCIETY }));
    done(await this.closes(second));
    return this;
  }

  /** Names somebody as the alternate of a member, and signs her in. */
  async alternateOf({ memberId, organisationId }: MemberVoice): Promise<Voice> {
    const person = { name: 'Alternate', email: `${memberId}@alternates.example`, language: 'EN' };
    done(await this.secretary.does('nameAlternate', { memberId, organisationId, ...person }));
    const [row] = await this.forum.database.query<{ id: string }>(`SELECT id FROM person WHERE email = $1`, [
      person.email,
    ]);
    return this.forum.voiceOf(row?.id ?? '');
  }

  /** A person who is both a member and of the secretariat. */
  async secretaryToo({ personId }: MemberVoice): Promise<void> {
    await this.forum.database.query(
      `INSERT INTO secretariat_appointment (id, person_id, body_id, from_on)
       SELECT gen_random_uuid(), $1, id, $2 FROM secretariat_body LIMIT 1`,
      [personId, this.forum.today],
    );
  }

  /** What the election would answer, before the act: the rules that refuse it. */
  async foreseen(
    voice: Voice,
    electionId: string,
    action: string,
  ): Promise<{ allowed: boolean; rules: string[] }> {
    const { election } = await voice.reads(
      `query ($id: ID!) { election(id: $id) { permitted { action allowed violations { rule { id } } } } }`,
      { id: electionId },
    );
    const answer = election.permitted.find((one: Json) => one.action === action);
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  }

  async election(electionId: string, fields: string): Promise<Json> {
    const { election } = await this.forum.anyone.reads(
      `query ($id: ID!) { election(id: $id) { ${fields} } }`,
      {
        id: electionId,
      },
    );
    return election;
  }

  async stateOf(electionId: string): Promise<string> {
    return (await this.election(electionId, 'state')).state;
  }
}
