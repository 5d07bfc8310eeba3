import type { Text } from '@hemicycle/kernel';
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNullableType,
  GraphQLError,
  type GraphQLSchema,
  isIntrospectionType,
  isListType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ApiError, BadUserInput } from './errors.js';

/** What one request may ask. An answer that refuses for one of these names it and says how much was asked. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 262_144,
  /** Words and signs of a GraphQL document. */
  tokens: 2_000,
  /** Levels of fields, the first being 1; introspection counts apart. */
  depth: 12,
  /** Fields under another name. */
  aliases: 30,
  /** Fields, those of a fragment counted wherever it is spread. */
  fields: 500,
  /** Times that one answer's name may be asked for in one place: comparing them all is what costs. */
  repeats: 20,
  /** Fields of the operation's own level, each of which may be a command. */
  roots: 20,
  /** See {@link costOf}. */
  cost: 10_000,
} as const;

/** How many things a plain list is taken to hold: those that may grow without bound are pages. */
const PLAIN_LIST = 10;

/** What each limit counts. */
export const LIMITS_SAID: Record<keyof typeof LIMITS, Text> = {
  body: { fr: 'octets de corps', en: 'bytes of body' },
  tokens: { fr: 'mots et signes', en: 'words and signs' },
  depth: { fr: 'niveaux', en: 'levels' },
  aliases: { fr: 'alias', en: 'aliases' },
  fields: { fr: 'champs, fragments dépliés', en: 'fields, fragments unfolded' },
  repeats: { fr: 'fois le même nom au même endroit', en: 'times the same name in one place' },
  roots: { fr: 'champs au premier niveau', en: 'fields at the first level' },
  cost: {
    fr: 'unités de coût (un champ vaut 1, une page ce qu’elle contient fois « first », une liste dix fois, un acte 400, « permitted » d’une réunion ou d’un scrutin 400, « quorum » 100)',
    en: 'units of cost (a field is 1, a page what it holds times `first`, a list ten times, a command 400, `permitted` of a meeting or an election 400, `quorum` 100)',
  },
};

/** One request asks for more than the server gives at once. */
export class LimitExceeded extends ApiError {
  constructor(limit: keyof typeof LIMITS, asked?: number) {
    const most = LIMITS[limit];
    const found = asked === undefined ? null : Math.min(Math.round(asked), Number.MAX_SAFE_INTEGER);
    super(
      'BAD_USER_INPUT',
      {
        fr: `Requête trop grande : ${most} ${LIMITS_SAID[limit].fr} au plus${found === null ? '' : ` (ici ${found})`}.`,
        en: `The request is too large: at most ${most} ${LIMITS_SAID[limit].en}${found === null ? '' : ` (here ${found})`}.`,
      },
      { limit, most },
    );
  }
}

const circular = (name: string): ApiError =>
  new ApiError('BAD_USER_INPUT', {
    fr: `Le fragment ${name} se contient lui-même.`,
    en: `Fragment ${name} contains itself.`,
  });

const introspectedTwice = (): ApiError =>
  new ApiError('BAD_USER_INPUT', {
    fr: 'Le schéma se demande une fois par requête, sans alias.',
    en: 'The schema is asked for once a request, without aliases.',
  });

interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** How often the whole schema is asked for, and how many aliases its description holds. */
  readonly schemas: number;
  readonly hidden: number;
}

const NOTHING: Shape = { depth: 0, aliases: 0, fields: 0, schemas: 0, hidden: 0 };

const together = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  schemas: a.schemas + b.schemas,
  hidden: a.hidden + b.hidden,
});

/** Measures a document without the schema. Fragments are measured once, however often they are spread. */
class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Shape>();
  private readonly open = new Set<string>();

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  /** The first limit that the document breaks, in any of its operations and fragments; null: none. */
  problem(): ApiError | null {
    try {
      for (const definition of this.document.definitions) {
        if (definition.kind === Kind.OPERATION_DEFINITION) {
          this.within(this.selections(definition.selectionSet));
          const roots = [...this.namesIn(definition.selectionSet).values()].reduce((sum, n) => sum + n, 0);
          if (roots > LIMITS.roots) throw new LimitExceeded('roots', roots);
        } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
          this.within(this.fragment(definition.name.value));
        }
      }
      return null;
    } catch (problem) {
      if (problem instanceof ApiError) return problem;
      throw problem;
    }
  }

  private within({ depth, aliases, fields, schemas, hidden }: Shape): void {
    if (depth > LIMITS.depth) throw new LimitExceeded('depth', depth);
    if (fields > LIMITS.fields) throw new LimitExceeded('fields', fields);
    if (aliases > LIMITS.aliases) throw new LimitExceeded('aliases', aliases);
    if (schemas > 1 || hidden > 0) throw introspectedTwice();
  }

  private selections(set: SelectionSetNode): Shape {
    for (const [, times] of this.namesIn(set)) {
      if (times > LIMITS.repeats) throw new LimitExceeded('repeats', times);
    }
    return set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return this.field(selection);
        if (selection.kind === Kind.INLINE_FRAGMENT) return this.selections(selection.selectionSet);
        return this.fragment(selection.name.value);
      })
      .reduce(together, NOTHING);
  }

  private field({ name, alias, selectionSet }: FieldNode): Shape {
    const below = selectionSet === undefined ? NOTHING : this.selections(selectionSet);
    const aliases = below.aliases + (alias === undefined ? 0 : 1);
    const fields = below.fields + 1;
    if (name.value === '__schema' || name.value === '__type') {
      return { depth: 1, aliases, fields, schemas: 1, hidden: aliases };
    }
    return { ...below, depth: below.depth + 1, aliases, fields };
  }

  private fragment(name: string): Shape {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    if (definition === undefined) return NOTHING;
    if (this.open.has(name)) throw circular(name);
    this.open.add(name);
    const inside = this.selections(definition.selectionSet);
    // A fragment on the schema's own types can only stand in introspection, whose depth GraphQL limits itself.
    const shape = definition.typeCondition.name.value.startsWith('__') ? { ...inside, depth: 0 } : inside;
    this.open.delete(name);
    this.measured.set(name, shape);
    return shape;
  }

  /** The names of the answer that one place asks for, and how often, through fragments. */
  private namesIn(
    set: SelectionSetNode,
    names = new Map<string, number>(),
    seen = new Set<string>(),
  ): Map<string, number> {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        names.set(name, (names.get(name) ?? 0) + 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.namesIn(selection.selectionSet, names, seen);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = this.fragments.get(selection.name.value);
        if (fragment !== undefined) this.namesIn(fragment.selectionSet, names, seen);
      }
    }
    return names;
  }
}

/**
 * The validation rule that looks at a document's size before any other rule looks at its content: what GraphQL's
 * own rules do is quadratic in repeated fields and without end in circular fragments. A document out of bounds is
 * replaced by an empty one, so that they find nothing to do.
 */
export function withinLimits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const problem = new Measure(document).problem();
      if (problem === null) return undefined;
      context.reportError(problem);
      return { ...document, definitions: [] };
    },
  };
}

/** A command locks, judges, writes and is written down; the whole schema is a long answer, whatever is asked of it. */
const COMMAND = 400;
const SCHEMA = 2_000;
/** The `complexity` of a field that gathers, for each thing of a list anew, the facts of one law… */
export const FACTS = 100;
/** …or of every act on the thing. */
export const VERDICTS = 400;

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (isIntrospectionType(type)) return 1 + childComplexity;
  if (field.name === '__schema') return SCHEMA + childComplexity;
  if (type.name === 'Mutation') return COMMAND + childComplexity;
  const { complexity } = field.extensions;
  const itself = typeof complexity === 'number' ? complexity : 1;
  if (typeof args['first'] === 'number') return itself + Math.max(args['first'], 1) * childComplexity;
  // A page's `first` has multiplied its nodes already.
  const paged = field.name === 'nodes' && type.name.endsWith('Page');
  return itself + (isListType(getNullableType(field.type)) && !paged ? PLAIN_LIST : 1) * childComplexity;
};

/**
 * What an operation may cost at most, in fields of its answer: a field is 1, a page is what it holds times `first`,
 * another list ten times what it holds, a command {@link COMMAND} more, and a field with a `complexity` that instead of
 * 1. The document is valid.
 *
 * @throws BadUserInput when the variables are not what the operation declares.
 */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | null,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      estimators: [estimate],
      ...(operationName === null ? {} : { operationName }),
    });
  } catch (problem) {
    if (!(problem instanceof GraphQLError)) throw problem;
    throw new BadUserInput('variables', {
      fr: `Variables refusées : ${problem.message}`,
      en: problem.message,
    });
  }
}
