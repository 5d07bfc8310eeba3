import { Database } from '@hemicycle/database';
import {
  CollegeEnum,
  CurrentAct,
  DayScalar,
  type Page,
  PageArgs,
  pageFrom,
  readCursor,
} from '@hemicycle/graphql';
import type { RuleRefusal } from '@hemicycle/graphql';
import type { Act, College, Day } from '@hemicycle/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RegisterOrganisation } from '../commands/register-organisation.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';
import { OrganisationPage, OrganisationType, RegisterOrganisationResult } from './organisation.type.js';
import { RegisterOrganisationInput } from './organisations.inputs.js';

@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly registration: RegisterOrganisation,
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

  @Mutation(() => RegisterOrganisationResult, { description: 'Enters an organisation in a college.' })
  registerOrganisation(
    @CurrentAct() act: Act,
    @Args('input') input: RegisterOrganisationInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.registration.execute(act, input);
  }
}
