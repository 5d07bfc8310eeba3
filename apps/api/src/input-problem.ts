import { BadUserInput } from '@hemicycle/graphql';
import type { ValidationError } from 'class-validator';

/** The first thing wrong with an input, as an error that names the field by its path. */
export function inputProblem(problems: readonly ValidationError[]): BadUserInput {
  const path: string[] = [];
  let [problem] = problems;
  while (problem !== undefined) {
    path.push(problem.property);
    if (problem.constraints !== undefined) break;
    [problem] = problem.children ?? [];
  }
  const said = Object.values(problem?.constraints ?? {})[0] ?? 'is not valid';
  const field = path.join('.');
  return new BadUserInput(field, { fr: `Champ ${field} : valeur refusée (${said}).`, en: `${said}.` });
}
