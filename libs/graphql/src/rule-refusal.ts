import { ARTICLES, DOCUMENTS, type RuleId, type Violation } from '@hemicycle/charter';
import type { Text } from '@hemicycle/kernel';
import type { Type } from '@nestjs/common';
import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from './enums.js';
import { TextField } from './text-field.js';

const RuleKind = enumOf('RuleKind', ['FIXED', 'SETTING'] as const, 'Who decides what a rule says.', {
  FIXED: 'The sources state it: nobody in the forum can choose otherwise.',
  SETTING: 'A parameter of the rules of procedure, which an edition may change.',
});
const RuleEffect = enumOf(
  'RuleEffect',
  ['REFUSED', 'WARNED', 'STATED'] as const,
  'What happens to an act that breaks a rule.',
  {
    REFUSED: 'The act is refused with a RuleRefusal naming the rule.',
    WARNED: 'The act is allowed, and shown to be late or missing.',
    STATED: 'The rule is true by construction.',
  },
);

@ObjectType({ description: 'A passage of a text from which a rule comes.' })
export class RuleSource {
  @TextField('The text, by its full name.')
  document: Text;

  @TextField('Where in the text, or what it says.')
  passage: Text;
}

@ObjectType({ description: 'An article of the forum’s charter.' })
export class Rule {
  @Field(() => ID, { description: 'Its name, the same for ever, such as `C3-COCHAIRS`.' })
  id: RuleId;

  @TextField('What it says.')
  statement: Text;

  @Field(() => [RuleSource], { description: 'The texts it comes from; the one that binds comes first.' })
  source: RuleSource[];

  @Field(() => RuleKind, { description: 'Who decides what it says.' })
  kind: 'FIXED' | 'SETTING';

  @Field(() => [RuleEffect], { description: 'What happens to an act that breaks it.' })
  effects: ('REFUSED' | 'WARNED' | 'STATED')[];

  @Field(() => [String], { description: 'The settings of the rules of procedure that it reads.' })
  settings: string[];
}

@ObjectType({ description: 'One rule that the act would break.' })
export class RuleViolation {
  @Field(() => Rule, { description: 'The rule, with its source.' })
  rule: Rule;

  @TextField('Why the facts break the rule, in words.')
  reason: Text;
}

/** An article of the charter as the API tells it. */
export function ruleOf(id: RuleId): Rule {
  const { statement, sources, kind, effects, settings } = ARTICLES[id];
  return {
    id,
    statement,
    source: sources.map(({ document, passage }) => ({ document: DOCUMENTS[document].title, passage })),
    kind,
    effects: [...effects],
    settings: [...settings],
  };
}

export const violationOf = ({ rule, reason }: Violation): RuleViolation => ({ rule: ruleOf(rule), reason });

@ObjectType({
  description: 'The charter says no. Nothing was written. Every rule broken is named, with its source.',
})
export class RuleRefusal {
  @Field(() => [RuleViolation], { description: 'All at once, in the charter’s order.' })
  readonly violations: RuleViolation[];

  constructor(violations: readonly Violation[]) {
    this.violations = violations.map(violationOf);
  }
}

/** The union of what a mutation gives and of the charter’s refusal, named `<Name>Result`. */
export function resultOf<Value extends object>(name: string, value: () => Type<Value>): Value | RuleRefusal {
  return createUnionType({
    name: `${name}Result`,
    description: 'What the act gave, or the charter’s refusal.',
    types: () => [value(), RuleRefusal] as const,
    resolveType: (given: object) => (given instanceof RuleRefusal ? RuleRefusal : value()),
  });
}

@ObjectType({ description: 'The answer given before the act: may it be done now, by the person who asks?' })
export class PermittedAction {
  @Field({ description: 'The mutation’s name.' })
  action: string;

  @Field({
    description:
      'Whether the mutation would be accepted now. False with no violation: sign in, or your role does not allow it.',
  })
  allowed: boolean;

  @Field(() => [RuleViolation], { description: 'The rules that refuse it.' })
  violations: RuleViolation[];
}

/**
 * What `permitted` answers for one action.
 *
 * @param mayTry whether the permission table lets the actor call the mutation: otherwise she would not be told which
 * rules refuse it, and is not told here.
 */
export function permittedAction(
  action: string,
  violations: readonly Violation[],
  mayTry = true,
): PermittedAction {
  return mayTry
    ? { action, allowed: violations.length === 0, violations: violations.map(violationOf) }
    : { action, allowed: false, violations: [] };
}
