import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';
import { atomText } from '../../libs/feeds/src/atom.js';
import '../support/matchers.js';
import { done, Plenary } from '../support/plenary.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
  readonly url: string;
}

const ENTITY = /&#(\d+);/g;
const plain = (text: string): string =>
  text.replaceAll(ENTITY, (_, code: string) => String.fromCharCode(Number(code)));

/** Each element named, once in what is given. */
function once(name: string, xml: string): string {
  const found = [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))];
  if (found.length !== 1) throw new Error(`RFC 4287: ${name} once, not ${found.length} times`);
  return plain(found[0]?.[1] ?? '');
}

const instant = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) throw new Error(`RFC 3339: ${text}`);
  return text;
};

/** Reads a feed after checking what RFC 4287 requires of it. @throws Error that says which is not so. */
async function readFeed(text: string): Promise<{ id: string; updated: string; entries: Entry[] }> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'feed.atom', contents: text }],
    // Well-formed and of this shape: a grammar of what the forum writes, stricter than the RFC's.
    schema: [GRAMMAR],
    extension: 'relaxng',
  });
  if (!valid) throw new Error(errors.map(({ message }) => message).join('\n'));
  const [head = '', ...parts] = text.split('<entry>');
  const entries = parts.map((part) => ({
    id: once('id', part),
    title: once('title', part),
    updated: instant(once('updated', part)),
    summary: once('summary', part),
    url: plain(/<link rel="alternate" type="text\/html" href="([^"]*)"\/>/.exec(part)?.[1] ?? ''),
  }));
  if (new Set(entries.map(({ id }) => id)).size !== entries.length)
    throw new Error('RFC 4287: an id is used twice');
  for (const { id, url } of entries) {
    if (!/^tag:[a-z0-9.-]+,\d{4}:\S+$/.test(id) || !URL.canParse(url))
      throw new Error(`RFC 4151: ${id} ${url}`);
  }
  const updated = instant(once('updated', head));
  if (entries.some((entry) => entry.updated > updated))
    throw new Error('RFC 4287: updated before its entries');
  return { id: once('id', head), updated, entries };
}

const text = (name: string): string => `<element name="${name}"><text/></element>`;
const link = (rel: string, type: string): string =>
  `<element name="link"><attribute name="rel"><value>${rel}</value></attribute><attribute name="type"><value>${type}</value></attribute><attribute name="href"/></element>`;
const GRAMMAR = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"><start>
  <element name="feed"><attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>
    ${text('id')}${text('title')}${text('updated')}<element name="author">${text('name')}</element>
    ${link('self', 'application/atom+xml')}${link('alternate', 'text/html')}
    <zeroOrMore><element name="entry">
      ${text('id')}${text('title')}${text('published')}${text('updated')}${link('alternate', 'text/html')}${text('summary')}
    </element></zeroOrMore>
  </element></start></grammar>`;

describe('feeds', () => {
  let plenary: Plenary;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${plenary.forum.url}${path}`, { headers });
  const read = async (about: string, lang = 'en'): ReturnType<typeof readFeed> =>
    readFeed(await (await get(`/feeds/${about}.atom?lang=${lang}`)).text());

  beforeAll(async () => {
    plenary = await Plenary.planned();
  });
  afterAll(() => plenary.forum.close());

  it('are valid with nothing in them, and there are no others', async () => {
    for (const about of ['minutes', 'decisions', 'elections'])
      expect((await read(about)).entries).toEqual([]);
    expect((await get('/feeds/secrets.atom')).status).toBe(404);
  });

  it('hold whatever people write, as text', async () => {
    const title = 'A < B & "C" ]]> \u0000\u0007 <script>';
    const { entries } = await readFeed(
      atomText({
        id: 'tag:forum.example,2024:feeds/calls/en',
        title,
        language: 'en',
        self: 'https://forum.example/feeds/calls.atom?lang=en&x=1',
        page: 'https://forum.example/calls',
        entries: [
          {
            id: 'tag:forum.example,2024:calls/1',
            title,
            publishedAt: new Date('2024-02-29T23:59:59Z'),
            updatedAt: new Date('2024-02-29T23:59:59Z'),
            url: 'https://forum.example/calls/1?a=1&b="2"',
            summary: title,
          },
        ],
      }),
    );
    expect(entries[0]).toMatchObject({
      title: 'A < B & "C" ]]>  <script>',
      url: 'https://forum.example/calls/1?a=1&b="2"',
    });
  });

  it('tell a result once it is proclaimed, never a count, and decisions once they are taken', async () => {
    const elections = await plenary.convened();
    const electionId = elections.GOVERNMENT;
    const candidate = plenary.member('GOVERNMENT', 2);
    const candidacy = await plenary.stands(candidate, electionId);
    await plenary.opened();
    await plenary.ratifies();
    expect((await read('decisions')).entries).toMatchObject([
      {
        title: 'Decision 2024-1 of the plenary: Ratification of the rules of procedure',
        summary: expect.stringContaining('Adopted'),
      },
    ]);
    await plenary.vote(electionId);
    await plenary.ballots(electionId, 'GOVERNMENT', [candidacy, candidacy, candidacy]);
    expect((await read('elections')).entries).toEqual([]);
    await plenary.count(electionId);
    expect((await read('elections')).entries).toEqual([]);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const [english] = (await read('elections')).entries;
    expect(english).toMatchObject({ summary: 'Proclaimed: GOVERNMENT 2' });
    const [french] = (await read('elections', 'fr')).entries;
    expect(french).toMatchObject({
      id: english?.id,
      updated: english?.updated,
      summary: 'Proclamation : GOVERNMENT 2',
    });
  });

  it('are not sent again to whoever has them', async () => {
    const first = await get('/feeds/decisions.atom?lang=fr');
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/feeds/decisions.atom?lang=fr', { 'if-none-match': tag })).status).toBe(304);
  });
});
