import { expect } from '@jest/globals';
import type { Json } from './forum.js';

declare module 'expect' {
  interface Matchers<R> {
    /** The mutation answered with a RuleRefusal that names this rule of the charter. */
    toBeRefusedBy(rule: string): R;
    /** The mutation was carried out and gave a thing of this type. */
    toBeDone(typename?: string): R;
  }
}

expect.extend({
  toBeRefusedBy(result: Json, rule: string) {
    const rules: string[] = (result?.violations ?? []).map((violation: Json) => violation.rule.id);
    const reasoned = (result?.violations ?? []).every((violation: Json) => violation.reason.length > 0);
    return {
      pass: result?.__typename === 'RuleRefusal' && rules.includes(rule) && reasoned,
      message: () => `expected a refusal by ${rule}, received ${JSON.stringify(result)}`,
    };
  },
  toBeDone(result: Json, typename?: string) {
    const done = result?.__typename !== 'Error' && result?.__typename !== 'RuleRefusal';
    return {
      pass: done && (typename === undefined || result.__typename === typename),
      message: () => `expected ${typename ?? 'it'} to be done, received ${JSON.stringify(result)}`,
    };
  },
});
