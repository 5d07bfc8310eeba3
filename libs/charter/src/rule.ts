import type { Text } from '@hemicycle/kernel';
import type { RuleId } from './articles.js';

/** A rule that the facts break, with the reason in words: this is what a refusal shows. */
export interface Violation {
  readonly rule: RuleId;
  readonly reason: Text;
}

/** One article of the charter applied to facts. Pure: every fact, the day included, is in `facts`. */
export interface Rule<Facts> {
  readonly id: RuleId;
  /** `true` when the facts respect the rule, otherwise why they do not. */
  readonly check: (facts: Facts) => true | Text;
}

export function rule<Facts>(id: RuleId, check: (facts: Facts) => true | Text): Rule<Facts> {
  return { id, check };
}

/** The rules that one act must respect, in charter order. `act` is the name of the API's operation. */
export interface Law<Facts> {
  readonly act: string;
  readonly rules: readonly Rule<Facts>[];
}

export function law<Facts>(act: string, rules: readonly Rule<Facts>[]): Law<Facts> {
  return { act, rules };
}

/** Every rule the facts break, in the law's order. An empty list is a yes. */
export function judge<Facts>({ rules }: Law<Facts>, facts: Facts): Violation[] {
  return rules.flatMap(({ id, check }) => {
    const answer = check(facts);
    return answer === true ? [] : [{ rule: id, reason: answer }];
  });
}
