import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CollegeEnum,
  CurrentAct,
  DayScalar,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { type Act, type College, type Day, isId } from '@hemicycle/kernel';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AppointDirectly } from '../commands/appoint-directly.js';
import { ConveneMember } from '../commands/convene-member.js';
import { NameCorrespondent } from '../commands/name-correspondent.js';
import { RegisterOrganisation } from '../commands/register-organisation.js';
import { RenameOrganisation } from '../commands/rename-organisation.js';
import type { NamedCorrespondent } from '../correspondents.repository.js';
import { OrganisationActs } from '../organisation-acts.js';
import type { ListedMember } from '../members.repository.js';
import {
  type DatedName,
  type NamedOrganisation,
  OrganisationsRepository,
} from '../organisations.repository.js';
import { CorrespondentType } from './correspondent.type.js';
import { MemberType } from './member.type.js';
import { MembersLoaders } from './members.loaders.js';
import {
  OrganisationNameType,
  OrganisationPage,
  OrganisationType,
  RegisterOrganisationResult,
  RenameOrganisationResult,
} from './organisation.type.js';
import { RegisterOrganisationInput, RenameOrganisationInput } from './organisations.inputs.js';

@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly loaders: MembersLoaders,
    private readonly registration: RegisterOrganisation,
    private readonly renaming: RenameOrganisation,
    private readonly acts: OrganisationActs,
    private readonly convening: ConveneMember,
    private readonly appointment: AppointDirectly,
    private readonly correspondence: NameCorrespondent,
  ) {}

  @Query(() => OrganisationPage, {
    name: 'organisations',
    description: 'The organisations of the forum, by French name.',
  })
  async organisationList(
    @CurrentAct() act: Act,
    @Args() { first, after }: PageArgs,
    @Args('college', { type: () => CollegeEnum, nullable: true, description: 'Null: both.' })
    college: College | null,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'The day of the names; null: today.' })
    on: Day | null,
  ): Promise<Page<NamedOrganisation>> {
    const rows = await this.organisations.list(this.database.reader, {
      on: on ?? act.on,
      college: college ?? null,
      after: readCursor(after, ['string', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ name, id }) => [name.fr, id]);
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'An organisation, by the name that it bears today; null: unknown.',
  })
  async organisation(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<NamedOrganisation | null> {
    if (!isId(id)) return null;
    const [organisation] = await this.organisations.namedByIds(this.database.reader, [id], act.on);
    return organisation ?? null;
  }

  @ResolveField(() => [OrganisationNameType], {
    description: 'Every name that it has borne, and those announced, the earliest first.',
  })
  names({ id }: NamedOrganisation, _: unknown, context: ApiContext): Promise<DatedName[]> {
    return this.loaders.names(context, id);
  }

  @ResolveField(() => [MemberType], { description: 'Who sits for it today, by number.' })
  members({ id }: NamedOrganisation, _: unknown, context: ApiContext): Promise<ListedMember[]> {
    return this.loaders.membersOfOrganisation(context, id);
  }

  @ResolveField(() => [CorrespondentType], {
    description: 'Its contacts for the action plan today, by name; none outside government.',
  })
  correspondents({ id }: NamedOrganisation, _: unknown, context: ApiContext): Promise<NamedCorrespondent[]> {
    return this.loaders.correspondentsOf(context, id);
  }

  @ResolveField(() => [PermittedAction], {
    description:
      'What the actor may do with it today, as far as it depends on the organisation: for a new name that nobody bears, for a person without ties.',
  })
  async permitted(
    organisation: NamedOrganisation,
    _: unknown,
    context: ApiContext,
  ): Promise<PermittedAction[]> {
    const { act } = context;
    const names = await this.loaders.names(context, organisation.id);
    const renaming = this.renaming.verdict({
      on: act.on,
      organisation,
      namesakes: [],
      lastNamedOn: names.at(-1)?.fromOn ?? organisation.registeredOn,
    });
    const bySecretariat = act.actor.roles.has('SECRETARIAT');
    const signedIn = act.actor.personId !== null;
    return [
      permittedAction('renameOrganisation', renaming, bySecretariat),
      permittedAction('conveneMember', this.convening.verdict(act, organisation), signedIn),
      permittedAction('appointDirectly', this.appointment.verdict(act, organisation), signedIn),
      permittedAction('nameCorrespondent', this.correspondence.verdict(act, organisation), bySecretariat),
      ...(await this.acts.permitted(this.database.reader, act, organisation)),
    ];
  }

  @Mutation(() => RegisterOrganisationResult, { description: 'Enters an organisation in a college.' })
  registerOrganisation(
    @CurrentAct() act: Act,
    @Args('input') input: RegisterOrganisationInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.registration.execute(act, input);
  }

  @Mutation(() => RenameOrganisationResult, {
    description: 'Records the name that an organisation bears from a day on; the earlier ones are kept.',
  })
  renameOrganisation(
    @CurrentAct() act: Act,
    @Args('input') input: RenameOrganisationInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.renaming.execute(act, input);
  }
}
