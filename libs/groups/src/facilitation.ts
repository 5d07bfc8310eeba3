import type { NamingFacts, ProposedFacilitator, SubjectFacts } from '@hemicycle/charter';
import { covers, type Day } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FacilitatorProposal } from './facilitator-proposal.entity.js';
import { GroupsRepository } from './groups.repository.js';

type SetUp = Extract<SubjectFacts, { readonly subject: 'WORKING_GROUP_SETUP' }>;

/** What the charter asks to know of whoever would facilitate a group (charter WORKING-GROUP-SETUP). */
@Injectable()
export class Facilitation {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** Those proposed, as they are on a day, in the order given; null in the place of an id that names nobody. */
  async proposed(
    reader: EntityManager,
    memberIds: readonly string[],
    on: Day,
  ): Promise<(ProposedFacilitator | null)[]> {
    const members = await this.members.onDay(reader, memberIds, on);
    return memberIds.map((id) => {
      const member = members.find((one) => one.id === id);
      if (member === undefined) return null;
      return { name: member.personName, college: member.college, isMember: covers(member, on) };
    });
  }

  /** Of a group as it was proposed. */
  async ofSetUp(reader: EntityManager, groupId: string, on: Day): Promise<Omit<SetUp, 'subject'>> {
    const { state } = await this.groups.known(reader, groupId);
    const { rules } = await this.procedure.editionOn(reader, on);
    const ids = await this.namedWith(reader, groupId);
    const facilitators = (await this.proposed(reader, ids, on)).filter((one) => one !== null);
    return { state, rules, facilitators };
  }

  /** The members whom the decision that sets a group up names. */
  async namedWith(reader: EntityManager, groupId: string): Promise<string[]> {
    const proposals = await this.groups.proposals(reader, [groupId]);
    return proposals.filter(({ withGroup }) => withGroup).map(({ memberId }) => memberId);
  }

  /** Of a facilitator proposed for a group at work. */
  async ofNaming(reader: EntityManager, proposalId: string, on: Day): Promise<NamingFacts> {
    const facts = await this.named(reader, await this.groups.knownProposal(reader, proposalId), on);
    if (facts === null) throw new RangeError(`Proposal ${proposalId} names no member`);
    return facts;
  }

  /** Of a facilitator about to be proposed, or named; null: nobody has that id. */
  async named(
    reader: EntityManager,
    { groupId, memberId, replacesId }: Pick<FacilitatorProposal, 'groupId' | 'memberId' | 'replacesId'>,
    on: Day,
  ): Promise<NamingFacts | null> {
    const { state } = await this.groups.known(reader, groupId);
    const { rules } = await this.procedure.editionOn(reader, on);
    const inOffice = await this.facilitators.inOffice(reader, groupId, on);
    const [facilitator] = await this.proposed(reader, [memberId], on);
    if (facilitator === undefined || facilitator === null) return null;
    return {
      state,
      rules,
      facilitator,
      facilitates: inOffice.some((one) => one.memberId === memberId),
      staying: inOffice.filter(({ college, id }) => college === facilitator.college && id !== replacesId)
        .length,
    };
  }
}
