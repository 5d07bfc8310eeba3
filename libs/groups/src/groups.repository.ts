import type { GroupState } from '@hemicycle/charter';
import { tellChanged, type Tx } from '@hemicycle/database';
import { COLLEGES, type College, type Day, newId } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import type { NamedPerson } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { FacilitatorProposal } from './facilitator-proposal.entity.js';
import { GroupMember } from './group-member.entity.js';
import { WorkingGroup } from './working-group.entity.js';

/** A member of the forum in a group: `untilOn` says when she left it, the forum, or the group closed; null: no end known. */
export interface ListedGroupMember extends GroupMember {
  readonly number: number;
  readonly college: College;
}

/** Who proposed a group, by name. */
export interface Proposer {
  readonly groupId: string;
  readonly person: NamedPerson;
}

/** Who is in which group from which day to which: `id`, `groupId`, `memberId`, `fromOn`, `untilOn`, `number`, `college`. */
export const GROUP_MEMBERS = `
  SELECT g.id, g.group_id AS "groupId", g.member_id AS "memberId", g.from_on AS "fromOn",
         least(g.until_on, m.until_on, w.closed_on) AS "untilOn", m.number, m.college
  FROM group_member g JOIN member m ON m.id = g.member_id JOIN working_group w ON w.id = g.group_id`;

@Injectable()
export class GroupsRepository {
  constructor(
    private readonly facilitators: FacilitatorsRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  /**
   * The group's row, locked until the end of the transaction; null: unknown. Whoever acts on a group waits here, and
   * whoever watches it is told when the act is committed.
   */
  async lock(tx: Tx, id: string): Promise<WorkingGroup | null> {
    const group = await tx.findOne(WorkingGroup, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (group !== null) await tellChanged(tx, [id]);
    return group;
  }

  byId(reader: EntityManager, id: string): Promise<WorkingGroup | null> {
    return reader.findOneBy(WorkingGroup, { id });
  }

  /** Unknown ones are left out. */
  byIds(reader: EntityManager, ids: readonly string[]): Promise<WorkingGroup[]> {
    return reader.findBy(WorkingGroup, { id: In(ids) });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<WorkingGroup> {
    const group = await this.byId(reader, id);
    if (group === null) throw new RangeError(`No group ${id}`);
    return group;
  }

  /** Whether a group was ever set up. */
  anySetUp(reader: EntityManager): Promise<boolean> {
    return reader.existsBy(WorkingGroup, { state: In(['SET_UP', 'CLOSED']) });
  }

  /** A page's worth of groups, the latest proposed first. */
  list(
    reader: EntityManager,
    { state, after, limit }: { state: GroupState | null; after: readonly unknown[] | null; limit: number },
  ): Promise<WorkingGroup[]> {
    const query = reader
      .createQueryBuilder(WorkingGroup, 'working')
      .orderBy('working.proposedOn', 'DESC')
      .addOrderBy('working.id', 'DESC')
      .limit(limit);
    if (state !== null) query.andWhere('working.state = :state', { state });
    if (after !== null) {
      query.andWhere('(working.proposedOn, working.id) < (:day::date, :id::uuid)', {
        day: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  /** Who proposed these groups. */
  proposers(reader: EntityManager, groupIds: readonly string[]): Promise<Proposer[]> {
    return reader.query(
      `SELECT w.id AS "groupId", json_build_object('id', p.id, 'name', p.name) AS person
       FROM working_group w JOIN person p ON p.id = w.proposed_by_id WHERE w.id = ANY ($1)`,
      [groupIds],
    );
  }

  /** Adds a proposed group, with whoever would facilitate it. */
  async propose(
    tx: Tx,
    group: Pick<WorkingGroup, 'id' | 'themeFr' | 'themeEn' | 'commitments' | 'proposedById' | 'proposedOn'>,
    facilitatorIds: readonly string[],
  ): Promise<WorkingGroup> {
    await tx.insert(WorkingGroup, { ...group, state: 'PROPOSED' });
    const { id: groupId, proposedById, proposedOn } = group;
    await tx.insert(
      FacilitatorProposal,
      facilitatorIds.map((memberId) => ({
        id: newId(),
        groupId,
        memberId,
        withGroup: true,
        replacesId: null,
        proposedById,
        proposedOn,
      })),
    );
    return this.known(tx, groupId);
  }

  async proposeFacilitator(tx: Tx, proposal: Omit<FacilitatorProposal, 'withGroup'>): Promise<void> {
    await tx.insert(FacilitatorProposal, { ...proposal, withGroup: false });
  }

  proposal(reader: EntityManager, id: string): Promise<FacilitatorProposal | null> {
    return reader.findOneBy(FacilitatorProposal, { id });
  }

  /** @throws RangeError for an id that names nothing. */
  async knownProposal(reader: EntityManager, id: string): Promise<FacilitatorProposal> {
    const proposal = await this.proposal(reader, id);
    if (proposal === null) throw new RangeError(`No proposal ${id}`);
    return proposal;
  }

  /** Whoever was proposed to facilitate these groups, the earliest first, then by member number. */
  proposals(reader: EntityManager, groupIds: readonly string[]): Promise<FacilitatorProposal[]> {
    return reader.query(
      `SELECT f.id, f.group_id AS "groupId", f.member_id AS "memberId", f.with_group AS "withGroup",
              f.replaces_id AS "replacesId", f.proposed_by_id AS "proposedById", f.proposed_on AS "proposedOn"
       FROM facilitator_proposal f JOIN member m ON m.id = f.member_id
       WHERE f.group_id = ANY ($1) ORDER BY f.proposed_on, m.number, f.id`,
      [groupIds],
    );
  }

  /** Whoever is or was a member of these groups, by member number. */
  members(reader: EntityManager, groupIds: readonly string[]): Promise<ListedGroupMember[]> {
    return reader.query(`${GROUP_MEMBERS} WHERE g.group_id = ANY ($1) ORDER BY m.number, g.from_on`, [
      groupIds,
    ]);
  }

  /** The ids of a group's members on a day. */
  async memberIdsOn(reader: EntityManager, groupId: string, on: Day): Promise<string[]> {
    const rows: { memberId: string }[] = await reader.query(
      `SELECT "memberId" FROM (${GROUP_MEMBERS}) members
       WHERE "groupId" = $1 AND $2 BETWEEN "fromOn" AND coalesce("untilOn", 'infinity')`,
      [groupId, on],
    );
    return rows.map(({ memberId }) => memberId);
  }

  /** The days on which a person was in each of her groups. */
  ofPerson(
    reader: EntityManager,
    personId: string,
  ): Promise<{ readonly groupId: string; readonly fromOn: Day; readonly untilOn: Day | null }[]> {
    return reader.query(
      `SELECT "groupId", "fromOn", "untilOn" FROM (${GROUP_MEMBERS}) members
       WHERE "memberId" IN (SELECT id FROM member WHERE person_id = $1)`,
      [personId],
    );
  }

  /** Makes somebody a member from a day on, unless she is one. The group's row is locked by then. */
  async join(tx: Tx, groupId: string, memberId: string, fromOn: Day): Promise<void> {
    // Whoever left and comes back on the same day was never away.
    const [known]: { id: string }[] = await tx.query(
      `SELECT id FROM group_member
       WHERE group_id = $1 AND member_id = $2 AND coalesce(until_on, 'infinity') >= $3`,
      [groupId, memberId, fromOn],
    );
    if (known !== undefined) await tx.update(GroupMember, { id: known.id }, { untilOn: null });
    else await tx.insert(GroupMember, { id: newId(), groupId, memberId, fromOn, untilOn: null });
  }

  /** Ends a membership of a group, `lastOn` being its last day. */
  async leave(tx: Tx, groupId: string, memberId: string, lastOn: Day): Promise<void> {
    await tx.query(
      `UPDATE group_member SET until_on = $1
       WHERE group_id = $2 AND member_id = $3 AND from_on <= $1 AND until_on IS NULL`,
      [lastOn, groupId, memberId],
    );
  }

  /** The colleges that have fewer facilitators in a group than the rules of procedure of that day give them. */
  async vacantColleges(reader: EntityManager, groupId: string, on: Day): Promise<College[]> {
    const { rules } = await this.procedure.editionOn(reader, on);
    const inOffice = await this.facilitators.inOffice(reader, groupId, on);
    return COLLEGES.filter(
      (one) => inOffice.filter(({ college }) => college === one).length < rules.facilitatorsPerCollege,
    );
  }

  /**
   * Sets a proposed group up by a decision of that day: the mandates of whoever was proposed with it begin, and they are its
   * first members. One that was set up meanwhile stays as it is (charter WORKING-GROUP-SETUP).
   */
  async setUp(tx: Tx, id: string, { on, decisionId }: { on: Day; decisionId: string }): Promise<void> {
    const group = await this.lock(tx, id);
    if (group?.state !== 'PROPOSED') return;
    await tx.update(WorkingGroup, { id }, { state: 'SET_UP', setUpOn: on });
    for (const { memberId, withGroup } of await this.proposals(tx, [id])) {
      if (withGroup) await this.give(tx, { groupId: id, memberId, replacesId: null }, { on, decisionId });
    }
  }

  /** Names a facilitator to a group at work by a decision of that day, and makes her a member of it. */
  async nameFacilitator(
    tx: Tx,
    proposalId: string,
    decision: { readonly on: Day; readonly decisionId: string },
  ): Promise<void> {
    const proposal = await this.knownProposal(tx, proposalId);
    const group = await this.lock(tx, proposal.groupId);
    if (group?.state === 'SET_UP') await this.give(tx, proposal, decision);
  }

  private async give(
    tx: Tx,
    { groupId, memberId, replacesId }: Pick<FacilitatorProposal, 'groupId' | 'memberId' | 'replacesId'>,
    { on, decisionId }: { readonly on: Day; readonly decisionId: string },
  ): Promise<void> {
    const begun = await this.facilitators.begin(tx, {
      groupId,
      memberId,
      replacesId,
      fromOn: on,
      decisionId,
    });
    if (begun) await this.join(tx, groupId, memberId, on);
  }

  /** Closes a group by a decision of that day, which is its last: its facilitators' mandates end with it. */
  async close(tx: Tx, id: string, on: Day): Promise<void> {
    const group = await this.lock(tx, id);
    if (group?.state !== 'SET_UP') return;
    await tx.update(WorkingGroup, { id }, { state: 'CLOSED', closedOn: on });
    await this.facilitators.endWithGroup(tx, id, on);
  }
}
