import { PeopleRepository } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import {
  judge,
  nameTrustees,
  TRUSTEE_CAPACITIES,
  type TrusteeCapacity,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import { ElectionsRepository, isUnderWay } from '../elections.repository.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { MEETING_THING, PERSON_THING } from '../things.js';

/** Who is proposed for each capacity. */
export type ProposedTrustees = Readonly<
  Record<TrusteeCapacity, { readonly id: string; readonly name: string }>
>;

/**
 * Names the three trustees of a plenary, by the secretariat (charter CNIL-1-08): they then make the key that seals its
 * secret polls. Naming again starts the making of a new key.
 */
@Injectable()
export class NameTrustees {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** @param proposed null: judged as for people who may be. */
  async verdict(
    reader: EntityManager,
    { on }: Act,
    { id, state, body }: Meeting,
    proposed: ProposedTrustees | null,
  ): Promise<Violation[]> {
    const ceremony = await this.sealed.ceremony(reader, id);
    const keyServes = ceremony !== null && (await this.sealed.serves(reader, ceremony.id));
    const isPlenary = body === 'PLENARY';
    if (proposed === null)
      return judge(nameTrustees, { state, isPlenary, proposed: [], distinct: true, keyServes });
    const members = await this.members.inForce(reader, on);
    const secretaries = await this.procedure.appointments(reader, on);
    const candidates = await this.candidates(reader, id);
    const belongs = (capacity: TrusteeCapacity, personId: string): boolean =>
      capacity === 'HOST'
        ? secretaries.some(({ person }) => person.id === personId)
        : members.some(
            (member) =>
              member.college === capacity &&
              (member.personId === personId || member.alternatePersonId === personId),
          );
    return judge(nameTrustees, {
      state,
      isPlenary,
      proposed: TRUSTEE_CAPACITIES.map((capacity) => {
        const { id: personId, name } = proposed[capacity];
        return { capacity, name, belongs: belongs(capacity, personId), stands: candidates.has(personId) };
      }),
      distinct:
        new Set(Object.values(proposed).map((person) => person.id)).size === TRUSTEE_CAPACITIES.length,
      keyServes,
    });
  }

  /** Who stands in an election of the meeting that is under way. */
  private async candidates(reader: EntityManager, meetingId: string): Promise<Set<string>> {
    const underWay = (await this.elections.ofMeetings(reader, [meetingId])).filter(isUnderWay);
    const candidacies = await this.elections.candidacies(
      reader,
      underWay.map(({ id }) => id),
    );
    return new Set(
      candidacies
        .filter(({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null)
        .map(({ personId }) => personId),
    );
  }

  execute(
    act: Act,
    {
      meetingId,
      trustees,
    }: { readonly meetingId: string; readonly trustees: Readonly<Record<TrusteeCapacity, string>> },
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'nameTrustees', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      // A part of the key made until now is given before this, or is told that it comes too late.
      const last = await this.sealed.ceremony(tx, meetingId);
      if (last !== null) await this.sealed.lockCeremony(tx, last.id);
      const people = await this.people.byIds(tx, Object.values(trustees));
      const person = (id: string): { id: string; name: string } => {
        const found = people.find((one) => one.id === id);
        if (found === undefined) throw new NotFound(PERSON_THING, id);
        return found;
      };
      const proposed = {
        GOVERNMENT: person(trustees.GOVERNMENT),
        CIVIL_SOCIETY: person(trustees.CIVIL_SOCIETY),
        HOST: person(trustees.HOST),
      };
      const violations = await this.verdict(tx, act, meeting, proposed);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.sealed.name(
        tx,
        { id: newId(), meetingId, namedById: actingPerson(act), namedAt: act.at },
        TRUSTEE_CAPACITIES.map((capacity, index) => ({
          number: index + 1,
          capacity,
          personId: proposed[capacity].id,
        })),
      );
      return meeting;
    });
  }
}
