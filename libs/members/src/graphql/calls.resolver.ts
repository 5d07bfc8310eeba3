import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  NotFound,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import { type ApplicationReceived, ApplyToCall } from '../commands/apply-to-call.js';
import { CloseCall } from '../commands/close-call.js';
import { DecideCall } from '../commands/decide-call.js';
import { DraftCall } from '../commands/draft-call.js';
import { OpenCall } from '../commands/open-call.js';
import { type ApplicationWithdrawn, WithdrawApplication } from '../commands/withdraw-application.js';
import type { ListedMember } from '../members.repository.js';
import { ProofOfWork } from '../proof-of-work.js';
import { CALL_FOR_APPLICATIONS } from '../things.js';
import {
  ApplyToCallResult,
  CallPage,
  CallType,
  CloseCallResult,
  DecideCallResult,
  DraftCallResult,
  OpenCallResult,
  WithdrawApplicationResult,
} from './call.type.js';
import {
  ApplyToCallInput,
  CloseCallInput,
  DecideCallInput,
  DraftCallInput,
  OpenCallInput,
  WithdrawApplicationInput,
} from './calls.inputs.js';
import { ChallengeType } from './challenge.type.js';
import { MemberType } from './member.type.js';
import { MembersLoaders } from './members.loaders.js';

@Resolver(() => CallType)
export class CallsResolver {
  constructor(
    private readonly database: Database,
    private readonly calls: CallsRepository,
    private readonly proofs: ProofOfWork,
    private readonly loaders: MembersLoaders,
    private readonly drafting: DraftCall,
    private readonly opening: OpenCall,
    private readonly closing: CloseCall,
    private readonly conclusion: DecideCall,
    private readonly applying: ApplyToCall,
    private readonly withdrawal: WithdrawApplication,
  ) {}

  @Query(() => CallPage, {
    name: 'callsForApplications',
    description: 'The calls for applications, the latest opening first; drafts for the secretariat alone.',
  })
  async callList(@CurrentAct() act: Act, @Args() { first, after }: PageArgs): Promise<Page<CallAtInstant>> {
    const rows = await this.calls.list(this.database.reader, {
      at: act.at,
      drafts: seesDrafts(act),
      after: readCursor(after, ['day', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ opensOn, id }) => [opensOn, id]);
  }

  @Query(() => CallType, {
    nullable: true,
    description: 'A call for applications; null: unknown, or a draft that the reader may not see.',
  })
  async callForApplications(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CallAtInstant | null> {
    const [call] = isId(id) ? await this.calls.byIds(this.database.reader, [id], act.at) : [];
    return call === undefined || (call.state === 'DRAFT' && !seesDrafts(act)) ? null : call;
  }

  @Query(() => ChallengeType, {
    description:
      'A proof of work to be done before applying to a call: no account, no cookie, no third party. Good for one hour and one application.',
  })
  async applicationChallenge(
    @CurrentAct() act: Act,
    @Args('callId', { type: () => ID }) callId: string,
  ): Promise<ChallengeType> {
    if (!isId(callId)) throw new NotFound(CALL_FOR_APPLICATIONS, callId);
    return this.proofs.challenge(callId, act.at);
  }

  @ResolveField(() => [MemberType], { description: 'Who came in by this call, by number.' })
  members({ id }: CallAtInstant, _: unknown, context: ApiContext): Promise<ListedMember[]> {
    return this.loaders.membersOfCall(context, id);
  }

  @ResolveField(() => [PermittedAction], { description: 'What the actor may do with it now.' })
  async permitted(call: CallAtInstant, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const [{ rules }, undecided] = await Promise.all([
      this.loaders.edition(context),
      this.loaders.undecided(context, call.id),
    ]);
    const bySecretariat = act.actor.roles.has('SECRETARIAT');
    return [
      permittedAction('openCall', this.opening.verdict(act, rules, call), bySecretariat),
      permittedAction('applyToCall', this.applying.verdict(call)),
      permittedAction('closeCall', this.closing.verdict(act, rules, call), bySecretariat),
      permittedAction('decideCall', this.conclusion.verdict(call, undecided), bySecretariat),
    ];
  }

  @Mutation(() => DraftCallResult, {
    description: 'Prepares a call for applications: nobody but the secretariat sees it until it opens.',
  })
  draftCall(
    @CurrentAct() act: Act,
    @Args('input') input: DraftCallInput,
  ): Promise<CallAtInstant | RuleRefusal> {
    return this.drafting.execute(act, input);
  }

  @Mutation(() => OpenCallResult, {
    description: 'Opens a call at once, on its opening day or later, to the end of its closing day.',
  })
  openCall(
    @CurrentAct() act: Act,
    @Args('input') input: OpenCallInput,
  ): Promise<CallAtInstant | RuleRefusal> {
    return this.opening.execute(act, input);
  }

  @Mutation(() => CloseCallResult, {
    description: 'Closes a call ahead of its closing day, on which it closes by itself.',
  })
  closeCall(
    @CurrentAct() act: Act,
    @Args('input') input: CloseCallInput,
  ): Promise<CallAtInstant | RuleRefusal> {
    return this.closing.execute(act, input);
  }

  @Mutation(() => DecideCallResult, {
    description: 'Records that a closed call is over: every application has its decision.',
  })
  decideCall(
    @CurrentAct() act: Act,
    @Args('input') input: DecideCallInput,
  ): Promise<CallAtInstant | RuleRefusal> {
    return this.conclusion.execute(act, input);
  }

  @Mutation(() => ApplyToCallResult, {
    description:
      'Applies to a call: open to everybody, without an account. A second application with the same address is not stored; the letter alone says so.',
  })
  applyToCall(
    @CurrentAct() act: Act,
    @Context() { callerAddress }: ApiContext,
    @Args('input') input: ApplyToCallInput,
  ): Promise<ApplicationReceived | RuleRefusal> {
    return this.applying.execute(act, input, callerAddress);
  }

  @Mutation(() => WithdrawApplicationResult, {
    description:
      'Withdraws an application that waits for its decision, by the code of its letter, and erases it.',
  })
  withdrawApplication(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawApplicationInput,
  ): Promise<ApplicationWithdrawn | RuleRefusal> {
    return this.withdrawal.execute(act, input);
  }
}

const seesDrafts = ({ actor }: Act): boolean => actor.roles.has('SECRETARIAT');
