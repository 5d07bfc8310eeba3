import { describe, expect, it } from '@jest/globals';
import { assertObjectType, buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { costOf, LIMITS, withinLimits } from './limits.js';

const schema = buildSchema(`
  type Query { a(x: Int): Query s: String list: [Query!]! things(first: Int! = 20): ThingPage! }
  type ThingPage { nodes: [Thing!]! pageInfo: PageInfo! }
  type Mutation { act: Query }
  type PageInfo { endCursor: String }
  type Thing { name: String parts: [Thing!]! }
`);

/** GraphQL's own rules and ours, as the server runs them. */
const problems = (document: string): string[] =>
  validate(schema, parse(document, { maxTokens: LIMITS.tokens }), [withinLimits]).map(
    ({ message }) => message,
  );

const nested = (levels: number, inner: string): string =>
  `${'{ a '.repeat(levels - 1)}{ ${inner} }${'}'.repeat(levels - 1)}`;

describe('the limits of a document', () => {
  it('gives the whole schema, once and without aliases', () => {
    const introspection = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    expect(problems(introspection)).toEqual([]);
    expect(costOf(schema, parse(introspection), {}, null)).toBeLessThan(LIMITS.cost);
    expect(problems('{ x: __schema { types { name } } }')).toEqual([
      expect.stringContaining('once a request'),
    ]);
    expect(problems('{ __schema { a: types { name } b: types { name } } }')).toEqual([
      expect.stringContaining('once a request'),
    ]);
    expect(problems('{ __schema { types { name } } __schema { directives { name } } }')).toHaveLength(1);
  });

  it('stops at a depth, through fragments too', () => {
    expect(problems(nested(LIMITS.depth, 's'))).toEqual([]);
    expect(problems(nested(LIMITS.depth + 1, 's'))).toEqual([
      `The request is too large: at most ${LIMITS.depth} levels (here ${LIMITS.depth + 1}).`,
    ]);
    const chain = Array.from({ length: 20 }, (_, i) => `fragment f${i} on Query { a { ...f${i + 1} } }`);
    expect(problems(`{ ...f0 } ${chain.join(' ')} fragment f20 on Query { s }`)[0]).toContain('levels');
  });

  it('counts aliases', () => {
    const aliases = (n: number): string => Array.from({ length: n }, (_, i) => `x${i}: s`).join(' ');
    expect(problems(`{ a { ${aliases(LIMITS.aliases)} } }`)).toEqual([]);
    expect(problems(`{ a { ${aliases(LIMITS.aliases + 1)} } }`)[0]).toContain('aliases');
  });

  it('bounds what may be asked in one operation at its first level', () => {
    const roots = Array.from({ length: LIMITS.roots + 1 }, (_, i) => `x${i}: s`).join(' ');
    expect(problems(`{ ${roots} }`)[0]).toContain('first level');
  });

  it('refuses the same field over and over, which GraphQL would compare pair by pair', () => {
    expect(problems(`{ a { ${'s '.repeat(LIMITS.repeats)} } }`)).toEqual([]);
    expect(problems(`{ a { ${'s '.repeat(LIMITS.repeats + 1)} } }`)[0]).toContain('same name');
    const twice = '...f '.repeat(2) + '... on Query { s s }'.repeat(10);
    expect(problems(`{ a { ${twice} } } fragment f on Query { s s }`)[0]).toContain('same name');
  });

  it('unfolds fragments that double at every step', () => {
    const doubling = Array.from(
      { length: 9 },
      (_, i) => `fragment f${i} on Query { a { ...f${i + 1} } ...f${i + 1} }`,
    );
    expect(problems(`{ ...f0 } ${doubling.join(' ')} fragment f9 on Query { s }`)[0]).toContain('fields');
    const without = Array.from(
      { length: 90 },
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    );
    expect(problems(`{ ...f0 } ${without.join(' ')} fragment f90 on Query { s }`)[0]).toContain('fields');
  });

  it('refuses circular fragments, on which GraphQL’s own rules would not end', () => {
    const circle = Array.from({ length: 100 }, (_, i) => {
      return `fragment f${i} on Query { a { ...f${(i + 1) % 100} } a { ...f${(i + 7) % 100} } }`;
    });
    expect(problems(`{ ...f0 } ${circle.join(' ')}`)).toEqual([expect.stringContaining('contains itself')]);
    expect(problems('{ s } fragment unused on Query { ...unused }')).toHaveLength(1);
  });

  it('measures what no operation uses', () => {
    expect(problems(`{ s } fragment f on Query ${nested(14, 's')}`)).toEqual([
      expect.stringContaining('levels'),
    ]);
  });
});

describe('the cost of an operation', () => {
  const cost = (document: string, variables = {}): number => costOf(schema, parse(document), variables, null);

  it('is what its answer may hold', () => {
    expect(cost('{ s }')).toBe(1);
    expect(cost('{ a { s } }')).toBe(2);
    expect(cost('{ list { s s } }')).toBe(1 + 10 * 2);
    // page: 1 + first × (nodes: 1 + (name + parts: 1 + 10 × name))
    expect(cost('{ things(first: 100) { nodes { name parts { name } } } }')).toBe(1 + 100 * (1 + 1 + 11));
    expect(cost('{ things { nodes { name } } }')).toBe(1 + 20 * 2);
    expect(cost('query ($n: Int!) { things(first: $n) { nodes { name } } }', { n: 50 })).toBe(1 + 50 * 2);
  });

  it('counts a command for hundreds of fields, and the whole schema for thousands', () => {
    expect(cost('mutation { act { s } }')).toBe(401);
    expect(cost('{ __schema { types { name } } }')).toBeGreaterThan(2_000);
  });

  it('is what a field says of itself, where it looks further than its answer shows', () => {
    const { parts } = assertObjectType(schema.getType('Thing')).getFields();
    Object.assign(parts ?? {}, { extensions: { complexity: 400 } });
    expect(cost('{ things(first: 20) { nodes { parts { name } } } }')).toBe(1 + 20 * (1 + 400 + 10));
    Object.assign(parts ?? {}, { extensions: {} });
    const { things } = assertObjectType(schema.getType('Query')).getFields();
    Object.assign(things ?? {}, { extensions: { complexity: 100 } });
    expect(cost('{ things(first: 20) { nodes { name } } }')).toBe(100 + 20 * 2);
    Object.assign(things ?? {}, { extensions: {} });
  });

  it('grows with lists in lists', () => {
    const deep = `{ things(first: 100) { nodes { ${'parts { '.repeat(4)} name ${'}'.repeat(4)} } } }`;
    expect(cost(deep)).toBeGreaterThan(LIMITS.cost);
  });

  it('does not count what is skipped, nor go below a page of one', () => {
    expect(cost('query ($no: Boolean!) { s a @include(if: $no) { s } }', { no: false })).toBe(1);
    expect(cost('{ things(first: -1000000) { nodes { name } } }')).toBe(3);
  });

  it('refuses variables that are not what was declared', () => {
    expect(() => cost('query ($n: Int!) { things(first: $n) { nodes { name } } }', { n: 'many' })).toThrow(
      '$n',
    );
    expect(() => cost('query ($n: Int) { things(first: $n) { nodes { name } } }', { n: null })).toThrow();
  });
});
