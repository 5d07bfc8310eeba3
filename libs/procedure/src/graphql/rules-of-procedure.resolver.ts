import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  loaderOf,
  PermittedAction,
  permittedAction,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ApproveRulesOfProcedure } from '../commands/approve-rules-of-procedure.js';
import { DraftRulesOfProcedure } from '../commands/draft-rules-of-procedure.js';
import { fingerprintOf } from '../fingerprint.js';
import type { KnownEdition } from '../procedure.repository.js';
import { ApproveRulesOfProcedureResult, DraftRulesOfProcedureResult, EditionType } from './edition.type.js';
import { ApproveRulesOfProcedureInput, DraftRulesOfProcedureInput } from './rules-of-procedure.inputs.js';
import { settingsFrom, SettingInWords, settingsInWords } from './settings.type.js';

@Resolver(() => EditionType)
export class RulesOfProcedureResolver {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftRulesOfProcedure,
    private readonly approval: ApproveRulesOfProcedure,
  ) {}

  @ResolveField(() => String, {
    description:
      'What the audit trail keeps of it: SHA-256, in lowercase hex, of its settings as JSON without spaces, names in alphabetical order at every level, the colleges named `GOVERNMENT` and `CIVIL_SOCIETY`.',
  })
  fingerprint({ rules }: KnownEdition): string {
    return fingerprintOf(rules);
  }

  @ResolveField(() => [SettingInWords], { description: 'Every setting in words, in the charter’s order.' })
  inWords({ rules }: KnownEdition): SettingInWords[] {
    return settingsInWords(rules);
  }

  @ResolveField(() => [PermittedAction], {
    description: 'Whether the person who asks may approve it now, and which rules refuse it.',
  })
  async permitted(edition: KnownEdition, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const byFounder = await loaderOf(context, ApproveRulesOfProcedure, () =>
      this.approval.byFounder(this.database.reader, act),
    );
    const violations = this.approval.verdict(edition, byFounder);
    return [permittedAction('approveRulesOfProcedure', violations, act.actor.personId !== null)];
  }

  @Mutation(() => DraftRulesOfProcedureResult, {
    description:
      'Drafts the next edition of the rules of procedure, by the secretariat (charter RULES-EDITION). The draft that was waiting is superseded.',
  })
  draftRulesOfProcedure(
    @CurrentAct() act: Act,
    @Args('input') { settings }: DraftRulesOfProcedureInput,
  ): Promise<KnownEdition> {
    return this.drafting.execute(act, { settings: settingsFrom(settings) });
  }

  @Mutation(() => ApproveRulesOfProcedureResult, {
    description:
      'Adopts edition 1, by a member of the founding working group; it is in force from that day. Later editions need a plenary decision (charter RULES-ADOPTION).',
  })
  approveRulesOfProcedure(
    @CurrentAct() act: Act,
    @Args('input') input: ApproveRulesOfProcedureInput,
  ): Promise<KnownEdition | RuleRefusal> {
    return this.approval.execute(act, input);
  }
}
