import { describe, expect, it } from '@jest/globals';
import { Command, Option } from 'commander';
import { inFrench } from './parsing-errors.js';

/** What commander says of words that it cannot read, in French. */
function refusalOf(...words: string[]): string {
  let said = '';
  const program = new Command('hemicycle')
    .exitOverride()
    .configureOutput({ outputError: (text) => (said += inFrench(text)) });
  program
    .command('invite')
    .argument('<email>')
    .option('--name <name>')
    .addOption(new Option('--role <role>').choices(['secretariat', 'founding-group']).makeOptionMandatory());
  expect(() => program.parse(words, { from: 'user' })).toThrow();
  return said.trim();
}

describe('a command line that cannot be read', () => {
  it.each([
    [['invite', '--role', 'secretariat'], 'erreur : l’argument « email » manque'],
    [['invite', 'a@b.fr'], 'erreur : l’option « --role <role> » est obligatoire'],
    [['invite', 'a@b.fr', '--role'], 'erreur : l’option « --role <role> » attend une valeur'],
    [
      ['invite', 'a@b.fr', '--role', 'x'],
      'erreur : « x » ne va pas pour l’option « --role <role> ». Valeurs possibles : secretariat, founding-group.',
    ],
    [
      ['invite', 'a@b.fr', '--role', 'secretariat', '--nam', 'x'],
      'erreur : l’option « --nam » est inconnue\n(Est-ce --name ?)',
    ],
    [['invit'], 'erreur : la commande « invit » est inconnue\n(Est-ce invite ?)'],
    [
      ['invite', 'a@b.fr', 'c@d.fr', '--role', 'secretariat'],
      'erreur : trop d’arguments : 1 attendus, 2 reçus.',
    ],
  ])('is refused in French: %j', (words, said) => {
    expect(refusalOf(...words)).toBe(said);
  });
});
