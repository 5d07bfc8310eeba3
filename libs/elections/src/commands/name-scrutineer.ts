import { Ledger } from '@hemicycle/audit';
import { judge, nameScrutineer, type ScrutineerStanding, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, College } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { PeopleRepository } from '@hemicycle/accounts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING, PERSON_THING } from '../things.js';

interface Naming {
  readonly electionId: string;
  readonly college: College;
  readonly personId: string;
}

/** Names a college's scrutineer for an election, by the secretariat: another may be named until the poll opens. */
@Injectable()
export class NameScrutineer {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly lots: LotsRepository,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
    private readonly people: PeopleRepository,
    private readonly situations: Situations,
  ) {}

  async verdict(
    reader: EntityManager,
    { on }: Act,
    { election: { state }, actorIsCandidate, standing, scrutineers }: Situation,
    { college, personId }: Pick<Naming, 'college' | 'personId'>,
  ): Promise<Violation[]> {
    const candidates = new Set(standing.map((candidacy) => candidacy.personId));
    const members = (await this.members.inForce(reader, on)).filter((member) => member.college === college);
    const others = members.filter((member) => !candidates.has(member.personId));
    const secretaries = await this.procedure.appointments(reader, on);
    const standingOf = (): ScrutineerStanding => {
      if (others.some((member) => member.personId === personId)) return 'NON_CANDIDATE';
      if (members.some((member) => member.alternatePersonId === personId)) return 'ALTERNATE';
      return secretaries.some(({ person }) => person.id === personId) && !candidates.has(personId)
        ? 'SECRETARIAT'
        : 'NOBODY';
    };
    return judge(nameScrutineer, {
      state,
      actorIsCandidate,
      college,
      standing: standingOf(),
      nonCandidates: others.length > 0,
      servesTheOther: scrutineers.some((one) => one.college !== college && one.personId === personId),
      alternates: members.some((member) => member.alternatePersonId !== null),
    });
  }

  execute(act: Act, { electionId, college, personId }: Naming): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'nameScrutineer', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const [person] = await this.people.byIds(tx, [personId]);
      if (person === undefined) throw new NotFound(PERSON_THING, personId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation, { college, personId });
      if (violations.length > 0) return new RuleRefusal(violations);
      const namedById = actingPerson(act);
      await this.lots.name(tx, { electionId, college, personId, namedById, namedAt: act.at });
      return election;
    });
  }
}
