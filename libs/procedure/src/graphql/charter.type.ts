import { type Life, LIVES, nextStates } from '@hemicycle/charter';
import { Rule, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One state in the life of a thing.' })
export class LifeState {
  @Field({ description: 'The word that the API uses for it.' })
  state: string;

  @TextField('Its name.')
  name: Text;

  @Field(() => [String], { description: 'The states that may follow; none: nothing follows.' })
  nextStates: string[];
}

@ObjectType('Life', {
  description: 'The whole life of a kind of thing: what is not listed cannot happen (charter LIFE).',
})
export class LifeType {
  @Field(() => ID, { description: 'Its name, the same for ever, such as `ELECTION`.' })
  id: string;

  @TextField('The kind of thing, with its article.')
  name: Text;

  @Field({ description: 'The state in which it begins.' })
  begins: string;

  @Field(() => [LifeState], { description: 'From the beginning on.' })
  states: LifeState[];
}

@ObjectType({
  description:
    'The forum’s rules, each with its source: France’s National Action Plan for the Open Government Partnership, the Partnership’s standards, and, where nobody says anything, this product’s own choices.',
})
export class Charter {
  @Field(() => [Rule], { description: 'Every rule, in the charter’s order.' })
  rules: Rule[];

  @Field(() => [LifeType], { description: 'The life of every kind of thing.' })
  lives: LifeType[];
}

/** Every life as the API tells it. */
export function livesTold(): LifeType[] {
  return Object.entries<Life<string>>(LIVES).map(([id, life]) => ({
    id,
    name: life.thing,
    begins: life.begins,
    states: Object.entries(life.states).map(([state, { name }]) => ({
      state,
      name,
      nextStates: [...nextStates(life, state)],
    })),
  }));
}
