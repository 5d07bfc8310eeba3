import type { Command } from 'commander';
import { operatorLanguage } from './say.js';

/** What commander says of a command line that it cannot read, and the same in French. */
const IN_FRENCH: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.*)'/, 'l’argument « $1 » manque'],
  [/required option '(.*)' not specified/, 'l’option « $1 » est obligatoire'],
  [/option '(.*)' argument missing/, 'l’option « $1 » attend une valeur'],
  [
    /option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    '« $2 » ne va pas pour l’option « $1 ». Valeurs possibles : $3.',
  ],
  [/unknown option '(.*)'/, 'l’option « $1 » est inconnue'],
  [/unknown command '(.*)'/, 'la commande « $1 » est inconnue'],
  [
    /too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)\./,
    'trop d’arguments : $1 attendus, $2 reçus.',
  ],
  [/\(Did you mean (one of )?(.*)\?\)/, '(Est-ce $2 ?)'],
  [/^error: /, 'erreur : '],
];

/** An error of commander in French; what it might say one day and is not known here stays as it is. */
export const inFrench = (error: string): string =>
  IN_FRENCH.reduce((text, [said, french]) => text.replace(said, french), error);

/** Has commander say its errors in the language of the terminal. Before the commands are added, which take it over. */
export function speakOfMistakes(program: Command): Command {
  return program.configureOutput({
    outputError: (text, write) => write(operatorLanguage === 'fr' ? inFrench(text) : text),
  });
}
