import { Ledger } from '@hemicycle/audit';
import { consecutiveFullTerms, judge, standAsCandidate, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ElectionsRepository, type NamedCandidacy } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Declares a candidacy, by the member who stands, with her statement (charter ELIGIBILITY). */
@Injectable()
export class StandAsCandidate {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly situations: Situations,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    const { personId, roles } = act.actor;
    const member = personId === null ? null : await this.members.memberOfPerson(reader, personId, act.on);
    return judge(standAsCandidate, {
      ...this.situations.nominations(situation, act),
      college: situation.election.college,
      member,
      isAlternate: roles.has('ALTERNATE'),
      stands: situation.actorIsCandidate,
      fullTerms: await this.fullTerms(reader, situation, member),
      isTrustee: situation.trustees.some((trustee) => trustee.personId === personId),
      proclaimedHere:
        member !== null && (await this.elections.proclaimedAt(reader, situation.meeting.id, member.id)),
    });
  }

  private async fullTerms(
    reader: EntityManager,
    { election, plenaryOn, rules }: Situation,
    member: MemberOnDay | null,
  ): Promise<{ person: number; organisation: number }> {
    if (member === null) return { person: 0, organisation: 0 };
    const { person, organisation } = await this.mandates.served(reader, election.office, member);
    return {
      person: consecutiveFullTerms(person, plenaryOn, rules),
      organisation: consecutiveFullTerms(organisation, plenaryOn, rules),
    };
  }

  execute(
    act: Act,
    { electionId, statement }: { readonly electionId: string; readonly statement: string },
  ): Promise<NamedCandidacy | RuleRefusal> {
    return this.ledger.record(act, 'standAsCandidate', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const { personId } = act.actor;
      const member = personId === null ? null : await this.members.memberOfPerson(tx, personId, act.on);
      // A membership that ends meanwhile waits: nobody stands for a seat already lost.
      if (member !== null) await this.members.lock(tx, member.id);
      const violations = await this.verdict(tx, act, await this.situations.of(tx, act, election));
      if (violations.length > 0 || member === null) return new RuleRefusal(violations);
      const candidacy = { id: newId(), electionId, memberId: member.id, statement, declaredAt: act.at };
      await this.elections.declare(tx, candidacy);
      return {
        ...candidacy,
        withdrawnAt: null,
        lapsedAt: null,
        personId: member.personId,
        personName: member.personName,
      };
    });
  }
}
