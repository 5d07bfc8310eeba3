import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  LanguageEnum,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Application } from '../application.entity.js';
import { ApplicationsRepository } from '../applications.repository.js';
import type { CallAtInstant } from '../calls.repository.js';
import { AdmitApplicant } from '../commands/admit-applicant.js';
import { DeclineApplication } from '../commands/decline-application.js';
import type { ListedMember } from '../members.repository.js';
import {
  AdmitApplicantResult,
  ApplicationPage,
  ApplicationType,
  DeclineApplicationResult,
} from './application.type.js';
import { CallType } from './call.type.js';
import { AdmitApplicantInput, DeclineApplicationInput } from './calls.inputs.js';
import { MemberType } from './member.type.js';
import { MembersLoaders } from './members.loaders.js';

@Resolver(() => ApplicationType)
export class ApplicationsResolver {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsRepository,
    private readonly loaders: MembersLoaders,
    private readonly admission: AdmitApplicant,
    private readonly refusal: DeclineApplication,
  ) {}

  @Query(() => ApplicationPage, {
    name: 'applications',
    description: 'The applications to a call, the earliest first, for the secretariat.',
  })
  async applicationList(
    @Args('callId', { type: () => ID }) callId: string,
    @Args() { first, after }: PageArgs,
  ): Promise<Page<Application>> {
    const key = readCursor(after, ['instant', 'id']);
    const rows = isId(callId)
      ? await this.applications.list(this.database.reader, { callId, after: key, limit: first + 1 })
      : [];
    return pageFrom(rows, first, ({ submittedAt, id }) => [submittedAt.toISOString(), id]);
  }

  @ResolveField(() => LanguageEnum, { description: 'The language in which to write to the applicant.' })
  language({ language }: Application): string {
    return language.toUpperCase();
  }

  @ResolveField(() => CallType)
  callForApplications({ callId }: Application, _: unknown, context: ApiContext): Promise<CallAtInstant> {
    return this.loaders.call(context, callId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Whom it brought in; null: nobody.' })
  member({ memberId }: Application, _: unknown, context: ApiContext): Promise<ListedMember | null> | null {
    return memberId === null ? null : this.loaders.member(context, memberId);
  }

  @ResolveField(() => [PermittedAction], {
    description: 'What the actor may do with it now, reasons given and for an applicant without ties.',
  })
  async permitted(application: Application, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const call = await this.loaders.call(context, application.callId);
    const bySecretariat = act.actor.roles.has('SECRETARIAT');
    return [
      permittedAction('admitApplicant', this.admission.verdict(act, call, application), bySecretariat),
      permittedAction('declineApplication', this.refusal.verdict(call, application), bySecretariat),
    ];
  }

  @Mutation(() => AdmitApplicantResult, {
    description: 'Accepts an application with its reasons: the applicant becomes a member, and is told.',
  })
  admitApplicant(
    @CurrentAct() act: Act,
    @Args('input') input: AdmitApplicantInput,
  ): Promise<Application | RuleRefusal> {
    return this.admission.execute(act, input);
  }

  @Mutation(() => DeclineApplicationResult, {
    description: 'Declines an application with its reasons; the applicant is told, and nobody else.',
  })
  declineApplication(
    @CurrentAct() act: Act,
    @Args('input') input: DeclineApplicationInput,
  ): Promise<Application | RuleRefusal> {
    return this.refusal.execute(act, input);
  }
}
