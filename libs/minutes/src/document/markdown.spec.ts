import { frenchSpaces } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asMarkdown, markdownProblems, paragraphsAsMarkdown, readMarkdown, wordsOf } from './markdown.js';

describe('a text of the rapporteur', () => {
  it.each([
    'A paragraph, with *emphasis*, **weight**, `code` and a [link](https://example.org/a?b=c).\n\n- a\n- b\n\n1. c',
    '### A heading\n\n#### Below it\n\n### Another\n\n> A quotation',
    'Write to [us](mailto:forum@example.org)',
    'a < b and b > a, 3 & 4',
    '',
  ])('takes %j', (markdown) => {
    expect(markdownProblems(markdown)).toEqual([]);
  });

  it.each([
    ['Text\n\n<script>alert(1)</script>', 3],
    ['Text with <b>bold</b>', 1],
    ['![A picture](https://example.org/a.png)', 1],
    ['[bad](javascript:alert(1))', 1],
    ['Line\nand [bad](data:text/html,x)', 2],
    ['[relative](/minutes)', 1],
    ['[](https://example.org)', 1],
    ['# Title', 1],
    ['## Title', 1],
    ['#### Too deep', 1],
    ['##### Deeper', 1],
    ['- ### In a list', 1],
    ['Title\n=====', 1],
    ['Text\n\n---', 3],
    ['Text\n\n    code', 3],
    ['[a]: https://example.org', 1],
    [`Text\n${'>'.repeat(9_000)}`, 2],
    [`Text\n${'- '.repeat(9_000)}a`, 2],
    [`${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`, 1],
    [Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'), 10],
  ])('refuses %j, and says on which line', (markdown, line) => {
    expect(markdownProblems(markdown)[0]?.line).toBe(line);
  });
});

describe('words that become Markdown', () => {
  const oneParagraph = (markdown: string): string | null => {
    const { children } = readMarkdown(markdown);
    const [only] = children;
    if (children.length !== 1 || only?.type !== 'paragraph') return null;
    return only.children.every(({ type }) => type === 'text') ? wordsOf(only) : null;
  };
  const awkward = fc.string({
    unit: fc.constantFrom(...'ab1 -+*_#.)(=~`<>[]!&;:\\|é«»\n"\''.split('')),
    minLength: 1,
    maxLength: 30,
  });

  it('say themselves and nothing else, whatever they hold', () => {
    fc.assert(
      fc.property(awkward, (words) => {
        const said = words.replace(/\s+/gu, ' ').trim();
        fc.pre(said !== '');
        expect(oneParagraph(asMarkdown(words))).toBe(said);
      }),
      { numRuns: 500 },
    );
  });

  it('stay words behind the mark of a list, and in a heading', () => {
    fc.assert(
      fc.property(awkward, (words) => {
        const said = words.replace(/\s+/gu, ' ').trim();
        fc.pre(said !== '');
        const [list] = readMarkdown(`- ${asMarkdown(words)}`).children;
        expect(list?.type).toBe('list');
        if (list?.type !== 'list') return;
        expect(list.children[0]?.children.map(({ type }) => type)).toEqual(['paragraph']);
        expect(wordsOf(list)).toBe(said);
        const [heading] = readMarkdown(`## ${asMarkdown(words)}`).children;
        expect(heading?.type).toBe('heading');
        expect(heading === undefined ? '' : wordsOf(heading)).toBe(said);
      }),
      { numRuns: 500 },
    );
  });

  it('keep their paragraphs', () => {
    expect(readMarkdown(paragraphsAsMarkdown('# One\nline\n\n\n- Two')).children.map(wordsOf)).toEqual([
      '# One line',
      '- Two',
    ]);
  });
});

describe('French spaces', () => {
  it('do not break before high signs and inside quotation marks', () => {
    expect(frenchSpaces('Un mot : « oui » ; non ? si ! https://a.org 12:30')).toBe(
      'Un mot\u202f: «\u202foui\u202f»\u202f; non\u202f? si\u202f! https://a.org 12:30',
    );
  });
});
