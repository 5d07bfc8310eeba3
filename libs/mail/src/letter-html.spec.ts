import { htmlOf } from './letter-html.js';

const body = (text: string): string =>
  /<body>\n([^]*)\n<\/body>/.exec(htmlOf({ subject: 'A subject', text }, 'en'))?.[1] ?? '';

describe('a letter as HTML', () => {
  it('says its language and its subject, and loads nothing', () => {
    const html = htmlOf({ subject: 'Séance <1> & "2"', text: 'Bonjour,' }, 'fr');
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Séance &#60;1&#62; &#38; &#34;2&#34;</title>');
    expect(html).toContain('content="light dark"');
    expect(html).not.toMatch(/<img|<link|<script|style=|src=|url\(/);
  });

  it('makes paragraphs, lists and the signature of what the text has', () => {
    expect(body('Hello,\n\nOne line\nand another\n\n- first\n- second\n\n-- \nForum\nHost\n')).toBe(
      [
        '<p>Hello,</p>',
        '<p>One line<br>and another</p>',
        '<ul><li>first</li><li>second</li></ul>',
        '<footer><hr><p>Forum<br>Host</p></footer>',
      ].join('\n'),
    );
  });

  it('makes lists of lines behind dashes or numbers, which keep their numbers, also below a line of their own', () => {
    expect(body('Agenda:\n1. First\n3. Third\n\nChanges:\n- one\n– two\nEnd')).toBe(
      [
        '<p>Agenda:</p>',
        '<ol><li value="1">First</li><li value="3">Third</li></ol>',
        '<p>Changes:</p>',
        '<ul><li>one</li><li>two</li></ul>',
        '<p>End</p>',
      ].join('\n'),
    );
  });

  it('leaves a paragraph that begins with a year as it is', () => {
    expect(body('It is over.\n\n2025. A year of\n12. meetings')).toBe(
      '<p>It is over.</p>\n<p>2025. A year of<br>12. meetings</p>',
    );
  });

  it('shows as quoted what is, none of which is a title or the signature', () => {
    expect(body('Their words:\n\n> Hello,\n> \n> Title\n> =====\n> -- \n> X')).toBe(
      '<p>Their words:</p>\n<blockquote><p>Hello,<br><br>Title<br>=====<br>--<br>X</p></blockquote>',
    );
  });

  it('keeps French signs with the word before them', () => {
    expect(htmlOf({ subject: 'S', text: 'Motif : « oui » ; https://a.example/?b=1' }, 'fr')).toContain(
      '<p>Motif\u202f: «\u202foui\u202f»\u202f; <a href="https://a.example/?b=1">',
    );
  });

  it('has a column in which a long address breaks, and no colour', () => {
    const html = htmlOf({ subject: 'S', text: 'T' }, 'en');
    expect(html).toContain('overflow-wrap:anywhere');
    expect(html).not.toMatch(/(?:^|[;{])(?:color|background)/mu);
  });

  it('makes links of whole addresses, and of nothing else', () => {
    expect(body('Open https://forum.example/a?b=1&c="x". Then (http://forum.example/d), end.')).toBe(
      '<p>Open <a href="https://forum.example/a?b=1&#38;c=">https://forum.example/a?b=1&#38;c=</a>&#34;x&#34;. Then (<a href="http://forum.example/d">http://forum.example/d</a>), end.</p>',
    );
    expect(body('javascript:alert(1) data:text/html,x')).not.toContain('<a');
  });

  it('lets nothing of the text be markup', () => {
    expect(body('<img src=x onerror=alert(1)> https://x.example/"><script>')).toBe(
      '<p>&#60;img src=x onerror=alert(1)&#62; <a href="https://x.example/">https://x.example/</a>&#34;&#62;&#60;script&#62;</p>',
    );
  });
});
