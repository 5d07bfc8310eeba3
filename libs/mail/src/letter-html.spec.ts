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
