import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomes, times } from '../support/at-once.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import '../support/matchers.js';
import { linesOfPdf, outOfOrder } from '../support/pdf.js';
import { done, Plenary } from '../support/plenary.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('signatures of minutes', () => {
  let plenary: Plenary;
  let president: MemberVoice;
  let id: string;
  let hash: string;

  const editions = async (): Promise<Json[]> =>
    (
      await plenary.forum.anyone.reads(
        `query ($id: ID!) { minutes(id: $id) { editions { number sha256
           signatures { capacity person { name } signedAt } } } }`,
        { id },
      )
    ).minutes.editions;
  const signs = (voice: Voice, signed = hash): Promise<Json> =>
    voice.does('signMinutes', { minutesId: id, sha256: signed }, '... on Minutes { id }');
  const file = async (path: string): Promise<string> =>
    (await fetch(`${plenary.forum.url}/minutes/${id}${path}`)).text();
  const needs = async (voice: Voice): Promise<string[]> =>
    (await voice.reads('{ whatNeedsMe { act thingId } }')).whatNeedsMe
      .filter(({ thingId }: Json) => thingId === id)
      .map(({ act }: Json) => act);

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    // Whoever opened the session presided last over it too.
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { president { person { id } } } }',
      { id: plenary.id },
    );
    const found = Object.values(plenary.members)
      .flat()
      .find(({ personId }) => personId === meeting.president.person.id);
    if (found === undefined) throw new Error('Nobody presided');
    president = found;
    const drafted = await plenary.secretary.does(
      'draftMinutes',
      { meetingId: plenary.id, language: 'EN' },
      '... on Minutes { id }',
    );
    id = done(drafted).id;
    done(await plenary.secretary.does('circulateMinutes', { minutesId: id, version: 1 }));
  });
  afterAll(() => plenary?.forum.close());

  it('wait for the publication, which does not wait for them (LIFE)', async () => {
    const [{ sha256: circulated, signatures }] = (
      await plenary.secretary.reads(
        'query ($id: ID!) { minutes(id: $id) { editions { sha256 signatures { capacity } } } }',
        { id },
      )
    ).minutes.editions;
    expect(signatures).toEqual([]);
    expect(await signs(president, circulated)).toBeRefusedBy('LIFE');
    await plenary.goTo('2024-07-05');
    const [published] = await editions();
    hash = published.sha256;
    expect(published.signatures.map(({ capacity, signedAt }: Json) => `${capacity} ${signedAt}`)).toEqual([
      'PRESIDENT null',
      'RAPPORTEUR null',
    ]);
    expect(await needs(president)).toEqual(['signMinutes']);
    expect(await needs(plenary.secretary)).toEqual(['signMinutes']);
  });

  it('are the president’s and the rapporteur’s, of the text that was read (MINUTES)', async () => {
    expect(await signs(plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await signs(plenary.member('CIVIL_SOCIETY', 5))).toBeRefusedBy('MINUTES');
    expect(await signs(await plenary.forum.secretary('Another'))).toBeRefusedBy('MINUTES');
    expect(await signs(president, 'f'.repeat(64))).toMatchObject({ code: 'CONFLICT' });
    expect(await signs(president, 'f')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are given by whoever signed in within the hour, whom the page says so before (MINUTES)', async () => {
    const signing = async (): Promise<Json> =>
      (
        await president.reads(
          'query ($id: ID!) { minutes(id: $id) { permitted { action allowed violations { reason } } } }',
          { id },
        )
      ).minutes.permitted.find(({ action }: Json) => action === 'signMinutes');
    plenary.forum.clock.pass(61 * 60_000);
    expect(await signs(president)).toBeRefusedBy('MINUTES');
    const { allowed, violations } = await signing();
    expect([allowed, violations[0].reason]).toEqual([false, expect.stringContaining('sign in again')]);
    // It still waits for her.
    expect(await needs(president)).toEqual(['signMinutes']);
    await plenary.goTo('2024-07-05');
    expect((await signing()).allowed).toBe(true);
  });

  it('are given once, apart from the text, whose hash stays', async () => {
    const before = await file('.md');
    expect(sha256(before)).toBe(hash);
    const both = await times(2, () => signs(president));
    expect(outcomes(both).toSorted()).toEqual(['LIFE', 'Minutes']);
    expect(await file('.md')).toBe(before);
    const [{ signatures }] = await editions();
    expect(signatures[0]).toMatchObject({ capacity: 'PRESIDENT', signedAt: '2024-07-05T07:00:00.000Z' });
    expect(signatures[1]).toMatchObject({ capacity: 'RAPPORTEUR', signedAt: null });
    expect(await needs(president)).toEqual([]);
    const [act] = await plenary.forum.database.query<Json>(
      'SELECT command, fingerprint FROM audit_row WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1',
      [id],
    );
    expect(act).toEqual({ command: 'signMinutes', fingerprint: hash });
  });

  it('are told by the sheet of signatures, the PDF and Akoma Ntoso', async () => {
    const { name } = (await editions())[0].signatures[0].person;
    const sheet = await file('/signatures.md');
    expect(sheet).toContain(hash);
    expect(sheet).toContain('president of the session, on 5 July 2024.');
    expect(sheet).toContain('- Not signed: Secretary, rapporteur.');
    const xml = await file('.xml');
    expect(xml).toContain(`as="#president">${name}</person>, <date date="2024-07-05">`);
    expect(xml).toContain(`SHA-256 ${hash}</signature>`);
    expect(xml).toContain('<p class="unsigned">Not signed: Secretary, rapporteur.</p>');
    const pdf = await fetch(`${plenary.forum.url}/minutes/${id}.pdf`);
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    const read = [
      'Minutes of plenary no. 1, 20 June 2024',
      'Attendance and quorum',
      'Decision 2024-1: adopted.',
      `SHA-256 of the Markdown file of this text: ${hash}.`,
      `Signed by ${name}, president of the session, on 5 July 2024.`,
      'Not signed: Secretary, rapporteur.',
    ];
    expect(outOfOrder(await linesOfPdf(new Uint8Array(await pdf.arrayBuffer())), read)).toBe(null);
    expect((await fetch(`${plenary.forum.url}/minutes/${id}/signatures.md?edition=7`)).status).toBe(404);
  });

  it('are told by each extract, whatever its form: who signed, as what and when, who did not', async () => {
    const { minutes } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { minutes(id: $id) { version { sections { key } } } }',
      { id },
    );
    const item = minutes.version.sections[1].key;
    const { name } = (await editions())[0].signatures[0].person;
    const markdown = await file(`/items/${item}.md`);
    expect(markdown.slice(markdown.indexOf('## Where this extract comes from'))).toContain(
      [
        `: \`${hash}\``,
        `- Signed by ${name}, president of the session, on 5 July 2024.`.replace('_', '\\_'),
        '- Not signed: Secretary, rapporteur.',
      ].join('\n'),
    );
    const xml = await file(`/items/${item}.xml`);
    expect(xml).toContain(`as="#president">${name}</person>, <date date="2024-07-05">`);
    expect(xml).toContain('<p class="unsigned">Not signed: Secretary, rapporteur.</p>');
    expect(await file(`/items/${item}.md?edition=1`)).toBe(markdown);
  });

  it('are for one version: a correction is signed anew, by who wrote it', async () => {
    const corrector = await plenary.forum.secretary('Corrector');
    const correction = { minutesId: id, basedOnVersion: 1, sections: [], reason: 'A name.' };
    done(await corrector.does('correctMinutes', correction));
    const [first, second] = await editions();
    expect(first.signatures[0].signedAt).not.toBeNull();
    expect(second.signatures.map(({ person, signedAt }: Json) => `${person.name} ${signedAt}`)).toEqual([
      `${first.signatures[0].person.name} null`,
      'Corrector null',
    ]);
    expect(await signs(president)).toMatchObject({ code: 'CONFLICT' });
    hash = second.sha256;
    done(await signs(corrector));
    done(await signs(president));
    expect((await editions())[1].signatures.map(({ signedAt }: Json) => signedAt)).not.toContain(null);
  });

  it('are kept by the database: the text under them does not change, nor do they', async () => {
    await expect(
      plenary.forum.database.query(`UPDATE minutes_edition SET sha256 = repeat('0', 64) WHERE number = 1`),
    ).rejects.toThrow('minutes_signature_of');
    const [granted] = await plenary.forum.database.query<{ update: boolean; remove: boolean }>(
      `SELECT has_table_privilege('hemicycle_app', 'minutes_signature', 'UPDATE') AS update,
              has_table_privilege('hemicycle_app', 'minutes_signature', 'DELETE') AS remove`,
    );
    expect(granted).toEqual({ update: false, remove: false });
  });
});
