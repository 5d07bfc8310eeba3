import type { Violation } from '@hemicycle/charter';
import type { Act, Role } from '@hemicycle/kernel';
import type { EntityManager } from 'typeorm';
import { PermittedAction, permittedAction } from './rule-refusal.js';

/** What an act on a thing would be told: the very law and facts of its command. Null: the act is not hers on this thing. */
export type VerdictOn<Thing> = (
  reader: EntityManager,
  act: Act,
  thing: Thing,
) => Promise<Violation[] | null> | Violation[] | null;

/**
 * The acts that people do on one kind of thing, for its `permitted`. The room that owns the thing names a class of it;
 * later rooms, whose acts touch the thing too, add theirs when they are made.
 */
export abstract class ActsOn<Thing> {
  private readonly known = new Map<string, { verdict: VerdictOn<Thing>; roles: readonly Role[] }>();

  /**
   * @param roles whom the permission table lets try; none, hence `PERSON`, where the charter itself says who may act.
   * @throws Error when the act is there already.
   */
  add(action: string, verdict: VerdictOn<Thing>, ...roles: Role[]): void {
    if (this.known.has(action)) throw new Error(`${action} is there already.`);
    this.known.set(action, { verdict, roles: roles.length === 0 ? ['PERSON'] : roles });
  }

  /**
   * The answers for one thing, by the names of the acts: which room came first does not show. Whoever may not even try
   * costs no look at the facts.
   */
  async permitted(reader: EntityManager, act: Act, thing: Thing): Promise<PermittedAction[]> {
    const answers: PermittedAction[] = [];
    for (const [action, { verdict, roles }] of [...this.known].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const mayTry = roles.some((role) => act.actor.roles.has(role));
      const violations = mayTry ? await verdict(reader, act, thing) : null;
      answers.push(permittedAction(action, violations ?? [], violations !== null));
    }
    return answers;
  }

  /** Those of these acts that nothing hinders now, in the order given; what is not asked for is not judged. */
  async allowed<Name extends string>(
    reader: EntityManager,
    act: Act,
    thing: Thing,
    actions: readonly Name[],
  ): Promise<Name[]> {
    const allowed: Name[] = [];
    for (const action of actions) {
      const known = this.known.get(action);
      if (known === undefined) throw new Error(`${action} is no act on this.`);
      const mayTry = known.roles.some((role) => act.actor.roles.has(role));
      if (mayTry && (await known.verdict(reader, act, thing))?.length === 0) allowed.push(action);
    }
    return allowed;
  }
}
