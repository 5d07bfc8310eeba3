import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CollegeEnum,
  CurrentAct,
  DayScalar,
  PermittedAction,
  permittedAction,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act, College, Day } from '@hemicycle/kernel';
import {
  type ListedMember,
  MemberActs,
  MemberType,
  type NamedOrganisation,
  OrganisationActs,
  OrganisationType,
  type Succession,
} from '@hemicycle/members';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EndActing } from '../commands/end-acting.js';
import { EndMembership } from '../commands/end-membership.js';
import { RecordDeparture } from '../commands/record-departure.js';
import { RecordSuccession } from '../commands/record-succession.js';
import { ResignMandate } from '../commands/resign-mandate.js';
import { type Committee, Committees } from '../committee.js';
import type { Office } from '../mandate.entity.js';
import { type DatedMandate, MandatesRepository } from '../mandates.repository.js';
import {
  EndActingResult,
  EndMembershipResult,
  ManagementCommitteeType,
  MandateType,
  OrganisationSuccessionType,
  RecordDepartureResult,
  RecordSuccessionResult,
  ResignMandateResult,
} from './mandate.type.js';
import {
  EndActingInput,
  EndMembershipInput,
  RecordDepartureInput,
  RecordSuccessionInput,
  ResignMandateInput,
} from './mandates.inputs.js';
import { MandatesLoaders } from './mandates.loaders.js';
import { OfficeEnum } from './office.enum.js';

@Resolver(() => MandateType)
export class MandatesResolver {
  constructor(
    private readonly database: Database,
    private readonly mandates: MandatesRepository,
    private readonly committees: Committees,
    private readonly loaders: MandatesLoaders,
    private readonly resignation: ResignMandate,
    private readonly actingEnd: EndActing,
  ) {}

  @Query(() => [MandateType], {
    name: 'mandates',
    description: 'The mandates held on a day: six at most. Co-chairs first, government first.',
  })
  heldMandates(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) on: Day | null,
    @Args('office', { type: () => OfficeEnum, nullable: true, description: 'Null: any.' })
    office: Office | null,
    @Args('college', { type: () => CollegeEnum, nullable: true, description: 'Null: both.' })
    college: College | null,
  ): Promise<DatedMandate[]> {
    return this.mandates.on(this.database.reader, {
      on: on ?? act.on,
      office: office ?? null,
      college: college ?? null,
    });
  }

  @Query(() => ManagementCommitteeType, {
    description:
      'Who the co-chairs and the other members of the management committee are on a day, and until when.',
  })
  committee(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) on: Day | null,
  ): Promise<Committee> {
    return this.committees.on(this.database.reader, on ?? act.on);
  }

  @ResolveField(() => MemberType, { description: 'Who holds it, with the organisation of today.' })
  holder({ memberId }: DatedMandate, _: unknown, context: ApiContext): Promise<ListedMember> {
    return this.loaders.holder(context, memberId);
  }

  @ResolveField(() => [PermittedAction], { description: 'What the actor may do with it today.' })
  async permitted(mandate: DatedMandate, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const { person } = await this.loaders.holder(context, mandate.memberId);
    return [
      permittedAction(
        'resignMandate',
        this.resignation.verdict(act, mandate),
        act.actor.personId === person.id,
      ),
      permittedAction(
        'endActing',
        await this.actingEnd.verdict(this.database.reader, act, mandate, person.id),
        act.actor.personId === person.id || act.actor.roles.has('SECRETARIAT'),
      ),
    ];
  }

  @Mutation(() => ResignMandateResult, { description: 'Gives up one’s own mandate before its term.' })
  resignMandate(
    @CurrentAct() act: Act,
    @Args('input') input: ResignMandateInput,
  ): Promise<DatedMandate | RuleRefusal> {
    return this.resignation.execute(act, input);
  }

  @Mutation(() => EndActingResult, {
    description:
      'Ends the acting of whoever goes on after her term without a successor: her own act, or the secretariat’s with its reason. ' +
      'Today is its last day, and the seat is vacant from then on (charter ACTING, VACANCY).',
  })
  endActing(
    @CurrentAct() act: Act,
    @Args('input') input: EndActingInput,
  ): Promise<DatedMandate | RuleRefusal> {
    return this.actingEnd.execute(act, input);
  }
}

/** What mandates add to members. */
@Resolver(() => MemberType)
export class MemberMandatesResolver {
  constructor(
    private readonly loaders: MandatesLoaders,
    private readonly ending: EndMembership,
    acts: MemberActs,
  ) {
    acts.add('endMembership', (_, act, member) => ending.verdict(act, member), 'SECRETARIAT');
  }

  @ResolveField(() => [MandateType], {
    description: 'Every mandate that the member holds or held, the oldest first.',
  })
  mandates({ id }: ListedMember, _: unknown, context: ApiContext): Promise<DatedMandate[]> {
    return this.loaders.ofMember(context, id);
  }

  @Mutation(() => EndMembershipResult, {
    description: 'Ends a membership, and the mandates that the member holds (charter VACANCY).',
  })
  endMembership(
    @CurrentAct() act: Act,
    @Args('input') input: EndMembershipInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.ending.execute(act, input);
  }
}

/** What mandates add to organisations: their going ends seats and mandates. */
@Resolver(() => OrganisationType)
export class OrganisationDeparturesResolver {
  constructor(
    private readonly loaders: MandatesLoaders,
    private readonly departure: RecordDeparture,
    private readonly takingOver: RecordSuccession,
    acts: OrganisationActs,
  ) {
    acts.add(
      'recordDeparture',
      (_, act, organisation) => departure.verdict(act, organisation),
      'SECRETARIAT',
    );
  }

  @ResolveField(() => OrganisationSuccessionType, {
    nullable: true,
    description:
      'Which organisation took over from it, by merger, succession or change of college; null: none.',
  })
  succession({ id }: NamedOrganisation, _: unknown, context: ApiContext): Promise<Succession | null> {
    return this.loaders.succession(context, id);
  }

  @Mutation(() => RecordDepartureResult, {
    description:
      'Records that an organisation leaves the forum: its seats and their mandates end with it (charter VACANCY).',
  })
  recordDeparture(
    @CurrentAct() act: Act,
    @Args('input') input: RecordDepartureInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.departure.execute(act, input);
  }

  @Mutation(() => RecordSuccessionResult, {
    description:
      'Records that an organisation takes over from another. Within a college seats and mandates carry over; otherwise ' +
      'they end the day before (charter C3-COLLEGES). Gives the predecessor.',
  })
  recordSuccession(
    @CurrentAct() act: Act,
    @Args('input') input: RecordSuccessionInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.takingOver.execute(act, input);
  }
}
