import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { times } from '../support/at-once.js';
import type { Json, Voice } from '../support/forum.js';
import '../support/matchers.js';
import { done, Plenary } from '../support/plenary.js';

const MINUTES = '... on Minutes { id state version { number sections { key title facts text } } }';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function read(voice: Voice, id: string, fields: string): Promise<Json> {
  return (await voice.reads(`query ($id: ID!) { minutes(id: $id) { ${fields} } }`, { id })).minutes;
}

/** The last act of the audit trail on these minutes, with its fingerprint. */
async function lastAct({ forum }: Plenary, id: string): Promise<Json> {
  const rows = await forum.database.query(
    'SELECT command, fingerprint FROM audit_row WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1',
    [id],
  );
  return rows[0];
}

const draft = async (plenary: Plenary, language = 'FR'): Promise<Json> =>
  done(await plenary.secretary.does('draftMinutes', { meetingId: plenary.id, language }, MINUTES));

describe('minutes', () => {
  let plenary: Plenary;
  let secretary: Voice;
  let anyone: Voice;
  let member: Voice;
  let id: string;
  let item: string;

  beforeAll(async () => {
    plenary = await Plenary.planned();
    ({ secretary } = plenary);
    ({ anyone } = plenary.forum);
    member = plenary.member('CIVIL_SOCIETY', 2);
  });
  afterAll(() => plenary.forum.close());

  it('are not drafted before the meeting was held', async () => {
    const early = await secretary.does('draftMinutes', { meetingId: plenary.id });
    expect(early).toBeRefusedBy('MINUTES-AFTER-MEETING');
    expect(early.violations[0].reason).toContain('“planned”');
    await plenary.held();
    expect(await member.does('draftMinutes', { meetingId: plenary.id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('begin with what happened: attendance, quorum, decisions by name, elections', async () => {
    const minutes = await draft(plenary, 'EN');
    id = minutes.id;
    const { sections, number } = minutes.version;
    expect(number).toBe(1);
    expect(sections.map(({ title }: Json) => title)).toEqual([
      'Attendance and quorum',
      '1. Opening',
      '2. Ratification of the rules of procedure',
      '3. Election, GOVERNMENT',
      '4. Election, CIVIL_SOCIETY',
      'Close',
    ]);
    const [opening, , ratification, government] = sections;
    item = ratification.key;
    expect(opening.facts).toContain('- Present in the room:\n  - GOVERNMENT 1 (');
    expect(opening.facts).toContain('Government: 5 present or represented of 5, 3 needed; met');
    expect(ratification.facts).toContain('**Decision 2024-1: adopted.**');
    expect(ratification.facts).toContain(
      '- For:\n  - Government: GOVERNMENT 1\n  - Civil society: CIVIL\\_SOCIETY 1',
    );
    expect(government.facts).toContain('Candidates: GOVERNMENT 3.');
    expect(government.facts).toContain('**Proclaimed on 20 June 2024: GOVERNMENT 3.**');
    expect(government.facts).toContain('  - GOVERNMENT 2: did not vote');
    expect(await secretary.does('draftMinutes', { meetingId: plenary.id })).toBeRefusedBy('LIFE');
  });

  it('are the secretariat’s while they are a draft', async () => {
    expect(await read(member, id, 'id')).toBeNull();
    const { meeting } = await anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { minutes { id } minutesDueOn } }',
      {
        id: plenary.id,
      },
    );
    expect(meeting).toEqual({ minutes: null, minutesDueOn: '2024-07-05' });
  });

  it('take Markdown without HTML, images or foreign links, and say where the text stops them', async () => {
    const save = (text: string): Promise<Json> =>
      secretary.does('saveMinutes', { minutesId: id, basedOnVersion: 1, sections: [{ key: item, text }] });
    for (const text of [
      'A line\n\n<img src=x onerror=alert(1)>',
      'A\n\n![](https://a.org/a.png)',
      'A\n\n[a](javascript:b)',
      'A\n\n## Title',
    ]) {
      const refused = await save(text);
      expect(refused).toMatchObject({
        code: 'BAD_USER_INPUT',
        errors: [{ extensions: { field: 'sections.0.text' } }],
      });
      expect(refused.message).toMatch(/^“2\. Ratification of the rules of procedure”, line 3: /);
    }
    const nowhere = { minutesId: id, basedOnVersion: 1, sections: [{ key: 'elsewhere', text: '' }] };
    expect(await secretary.does('saveMinutes', nowhere)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('tell the second of two editors, and lose nothing', async () => {
    const other = await plenary.forum.secretary('Another');
    const save = (voice: Voice, text: string): Promise<Json> =>
      voice.does(
        'saveMinutes',
        { minutesId: id, basedOnVersion: 1, sections: [{ key: item, text }] },
        MINUTES,
      );
    const answers = await Promise.all([save(secretary, 'The first text.'), save(other, 'The second text.')]);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['Error', 'Minutes']));
    expect(answers.find(({ __typename }) => __typename === 'Error')).toMatchObject({ code: 'CONFLICT' });
    const { version } = await read(
      secretary,
      id,
      'version { number writtenBy { name } sections { key text } }',
    );
    expect(version.number).toBe(2);
    expect(version.sections.find(({ key }: Json) => key === item).text).toMatch(
      /^The (first|second) text\.$/,
    );
    done(
      await secretary.does('saveMinutes', {
        minutesId: id,
        basedOnVersion: 2,
        sections: [
          { key: item, text: 'Both texts, *joined*.' },
          { key: 'closing', text: 'Thanks to the host.' },
        ],
      }),
    );
  });

  it('are told of to nobody before they are circulated, in the database too', async () => {
    await expect(
      plenary.forum.database.query('UPDATE minutes SET publication_told_at = now()'),
    ).rejects.toThrow('minutes_told_once_published');
  });

  it('are circulated once, to every member, by letter', async () => {
    await plenary.goTo('2024-06-25', '10:00');
    const stale = await secretary.does('circulateMinutes', { minutesId: id, version: 2 });
    expect(stale).toMatchObject({ code: 'CONFLICT' });
    const answers = await times(3, () =>
      secretary.does(
        'circulateMinutes',
        { minutesId: id, version: 3 },
        '... on Minutes { state commentsUntil rulingUntil }',
      ),
    );
    const sent = answers.filter(({ __typename }) => __typename === 'Minutes');
    expect(sent).toEqual([
      {
        __typename: 'Minutes',
        state: 'CIRCULATED',
        commentsUntil: '2024-07-02T22:00:00.000Z',
        rulingUntil: '2024-07-09T22:00:00.000Z',
      },
    ]);
    for (const refused of answers.filter((answer) => !sent.includes(answer)))
      expect(refused).toBeRefusedBy('LIFE');
    const letters = await plenary.forum.letters();
    const told = letters.filter(({ letter }) => letter.subject.startsWith('Minutes of plenary no. 1'));
    expect(told).toHaveLength(10);
    expect(told[0]?.letter.text).toContain('You may comment on them until the end of 2 July 2024.');
    expect(told[0]?.letter.text).toContain(`/minutes/${id}`);
    expect(
      await secretary.does('saveMinutes', { minutesId: id, basedOnVersion: 3, sections: [] }),
    ).toBeRefusedBy('LIFE');
  });

  it('are read by the members and commented on by them alone', async () => {
    expect(await read(anyone, id, 'id')).toBeNull();
    const file = `${plenary.forum.url}/minutes/${id}.md`;
    expect((await fetch(file)).status).toBe(404);
    const headers = { authorization: `Bearer ${member.token}` };
    expect((await fetch(file, { headers })).status).toBe(200);
    const extract = `${plenary.forum.url}/minutes/${id}/items/${item}`;
    for (const address of [extract, `${extract}.md`]) {
      expect((await fetch(address, { headers })).status).toBe(404);
    }
    expect(await read(member, id, 'state editions { number }')).toEqual({
      state: 'CIRCULATED',
      editions: [{ number: 1 }],
    });
    expect(await secretary.does('commentMinutes', { minutesId: id, text: 'No.' })).toBeRefusedBy('MINUTES');
    expect(
      await secretary.does('decideOnComments', {
        minutesId: id,
        decisions: [{ commentId: id, takenIn: false, reason: 'No' }],
      }),
    ).toBeRefusedBy('MINUTES');
  });

  it('are published by themselves at the end of the delay, without a comment, with the hash that the trail has', async () => {
    await plenary.goTo('2024-07-02', '23:59');
    expect(await read(anyone, id, 'id')).toBeNull();
    await plenary.goTo('2024-07-03', '00:00');
    const published = await read(
      anyone,
      id,
      'state nextStates approval publishedAt meeting { id minutes { id } } editions { number sha256 markdown }',
    );
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      nextStates: ['PUBLISHED'],
      approval: 'WITHOUT_COMMENT',
      publishedAt: '2024-07-02T22:00:00.000Z',
      meeting: { id: plenary.id, minutes: { id } },
    });
    const [{ sha256: hash, markdown }] = published.editions;
    expect(sha256(markdown)).toBe(hash);
    expect(markdown).toContain('# Minutes of plenary no. 1, 20 June 2024\n');
    expect(markdown).toContain('Both texts, *joined*.');
    expect(await lastAct(plenary, id)).toEqual({ command: 'circulateMinutes', fingerprint: hash });
    const { publishedMinutes } = await anyone.reads(
      '{ publishedMinutes { nodes { id meeting { number } } } }',
    );
    expect(publishedMinutes.nodes).toEqual([{ id, meeting: { number: 1 } }]);
  });

  it('are had as files, whose hash anybody recomputes, by whoever may read them', async () => {
    const get = (name: string): Promise<Response> => fetch(`${plenary.forum.url}/minutes/${name}`);
    const { editions } = await read(anyone, id, 'editions { sha256 }');
    const file = await get(`${id}.md?edition=1`);
    expect(file.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(sha256(await file.text())).toBe(editions[0].sha256);
    const pdf = await get(`${id}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
    const xml = await (await get(`${id}.xml`)).text();
    expect(xml).toContain('<TLCPerson eId="person_1"');
    expect(xml).toContain(editions[0].sha256);
    for (const name of [`${id}.md?edition=2`, `${id}.md?edition=x`, 'x.md', `${plenary.id}.pdf`]) {
      expect((await get(name)).status).toBe(404);
    }
    expect((await get(id)).status).toBe(200);
  });

  it('are had item by item by anybody, each extract saying where it comes from', async () => {
    const fields = 'extract(itemId: $item) { itemTitle markdown edition { number sha256 } }';
    const { minutes } = await anyone.reads(
      `query ($id: ID!, $item: ID!) { minutes(id: $id) { editions { markdown sha256 } ${fields} } }`,
      { id, item },
    );
    const { extract, editions } = minutes;
    const [{ markdown: whole, sha256: hash }] = editions;
    expect(extract.itemTitle).toBe('2. Ratification of the rules of procedure');
    expect(extract.edition).toEqual({ number: 1, sha256: hash });
    expect(extract.markdown).toContain('# Extract from the minutes of plenary no. 1, 20 June 2024\n');
    expect(extract.markdown).toContain('**Decision 2024-1: adopted.**');
    expect(extract.markdown).toContain('Both texts, *joined*.');
    expect(extract.markdown).not.toContain('GOVERNMENT 3 proclaimed');
    expect(extract.markdown).not.toContain('Election, ');
    expect(extract.markdown).toContain(`- SHA-256 of the Markdown file of the minutes: \`${hash}\``);
    expect(extract.markdown).toMatch(new RegExp(`\\(https?://[^)]+/minutes/${id}\\?edition=1\\)`, 'u'));
    const section = /^## 2\. .*?(?=\n\n## )/msu.exec(whole)?.[0] ?? 'none';
    expect(extract.markdown).toContain(section);
    const get = (name: string): Promise<Response> => fetch(`${plenary.forum.url}/minutes/${name}`);
    expect(await (await get(`${id}/items/${item}.md`)).text()).toBe(extract.markdown);
    const pdf = await get(`${id}/items/${item}.pdf?edition=1`);
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="extract-${item}.pdf"`);
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
    const xml = await (await get(`${id}/items/${item}.xml`)).text();
    expect(xml).toContain('<portion includedIn="#file">');
    expect(xml).toContain(hash);
    expect((await get(`${id}/items/${item}`)).status).toBe(200);
    for (const name of [`${item}.md?edition=2`, 'opening.md', `${id}.pdf`, `${item}.toString`, id, 'x']) {
      expect((await get(`${id}/items/${name}`)).status).toBe(404);
    }
  });

  it('are never edited then, only corrected', async () => {
    const before = await read(anyone, id, 'editions { markdown }');
    const editing = await secretary.does('saveMinutes', { minutesId: id, basedOnVersion: 3, sections: [] });
    expect(editing).toBeRefusedBy('MINUTES');
    expect(await member.does('commentMinutes', { minutesId: id, text: 'Late.' })).toBeRefusedBy('MINUTES');
    const correction = {
      minutesId: id,
      basedOnVersion: 3,
      reason: 'A name was missing.',
      sections: [{ key: item, text: 'With the name.' }],
    };
    expect(await member.does('correctMinutes', correction)).toMatchObject({ code: 'FORBIDDEN' });
    done(await secretary.does('correctMinutes', correction));
    expect(await secretary.does('correctMinutes', correction)).toMatchObject({ code: 'CONFLICT' });
    const { editions } = await read(anyone, id, 'editions { number reason sha256 markdown }');
    expect(editions[0].markdown).toBe(before.editions[0].markdown);
    expect(editions[1]).toMatchObject({ number: 2, reason: 'A name was missing.' });
    expect(editions[1].markdown).toContain(
      '**Version 2, corrected.** Reason for the correction: A name was missing.',
    );
    expect(editions[1].markdown).toContain('With the name.');
    expect(sha256(editions[1].markdown)).toBe(editions[1].sha256);
    const extracted = async (edition?: number): Promise<string> => {
      const { extract } = await read(
        anyone,
        id,
        `extract(itemId: "${item}"${edition === undefined ? '' : `, edition: ${edition}`}) { markdown }`,
      );
      return extract.markdown;
    };
    expect(await extracted(1)).toContain('Both texts, *joined*.');
    expect(await extracted()).toContain('With the name.');
    expect(await extracted()).toContain(
      '**Version 2, corrected.** Reason for the correction: A name was missing.',
    );
    expect(await lastAct(plenary, id)).toEqual({
      command: 'correctMinutes',
      fingerprint: editions[1].sha256,
    });
  });
});

describe('comments on minutes', () => {
  let plenary: Plenary;
  let id: string;
  let president: Voice;
  const comment = (voice: Voice, text: string, section?: string): Promise<Json> =>
    voice.does('commentMinutes', { minutesId: id, text, section });

  beforeAll(async () => {
    plenary = await (
      await Plenary.planned({ settings: { minutesCommentDays: 3, minutesRulingDays: 2 } })
    ).held();
    president = plenary.closedBy();
    ({ id } = await draft(plenary));
    await plenary.goTo('2024-06-21', '18:00');
    done(await plenary.secretary.does('circulateMinutes', { minutesId: id, version: 1 }));
  });
  afterAll(() => plenary.forum.close());

  it('come in the time of the edition in force, one a member and section, and are annexed as they come', async () => {
    const [first, second] = [plenary.member('GOVERNMENT', 1), plenary.member('CIVIL_SOCIETY', 2)];
    done(await comment(first, 'J’étais excusé : *non* présent.', 'opening'));
    done(await comment(first, 'Je n’étais là qu’à 15 h.\n\nLe reste est exact.', 'opening'));
    await plenary.goTo('2024-06-21', '19:00');
    done(await comment(second, 'Merci au CESE.'));
    expect(await comment(second, 'Ailleurs', 'f7a0a1f2-0000-4000-8000-000000000000')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const minutes = await read(
      second,
      id,
      'comments { text section takenIn } editions { number sha256 markdown }',
    );
    expect(minutes.comments).toEqual([
      { text: 'Je n’étais là qu’à 15 h.\n\nLe reste est exact.', section: 'opening', takenIn: null },
      { text: 'Merci au CESE.', section: null, takenIn: null },
    ]);
    expect(minutes.editions).toHaveLength(1);
    const [{ markdown, sha256: hash }] = minutes.editions;
    expect(markdown).toContain(
      '## Observations des membres\n\nAucune décision n’a été prise à leur sujet dans le délai',
    );
    expect(markdown).toContain('> Je n’étais là qu’à 15 h.\n>\n> Le reste est exact.');
    expect(await lastAct(plenary, id)).toEqual({ command: 'commentMinutes', fingerprint: hash });
  });

  it('are decided on by whoever presided over the meeting, once the time to comment is over', async () => {
    const { comments } = await read(president, id, 'comments { id }');
    const decisions = comments.map((one: Json, index: number) => ({
      commentId: one.id,
      takenIn: index === 0,
      reason: index === 0 ? 'Exact.' : 'Sans effet sur le texte.',
    }));
    const sections = [{ key: 'opening', text: 'Une membre est arrivée à 15 h.' }];
    const decide = (voice: Voice, given: Json): Promise<Json> =>
      voice.does(
        'decideOnComments',
        { minutesId: id, ...given },
        '... on Minutes { state approval publishedAt }',
      );
    expect(await decide(president, { decisions, sections })).toBeRefusedBy('MINUTES');
    await plenary.goTo('2024-06-25', '09:00');
    const late = await comment(plenary.member('GOVERNMENT', 2), 'Trop tard.');
    expect(late).toBeRefusedBy('MINUTES');
    expect(late.violations[0].reason).toBe('The time to comment ended on 24 June 2024.');
    const other = await decide(plenary.president(), { decisions, sections });
    expect(other.violations[0].reason).toContain('decided on by GOVERNMENT 3');
    expect(await decide(president, { decisions: decisions.slice(1) })).toBeRefusedBy('MINUTES');
    expect(await decide(president, { decisions })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const [done_, again] = await Promise.all([
      decide(president, { decisions, sections }),
      decide(president, { decisions, sections }),
    ]).then((answers) => answers.toSorted((a, b) => (a.__typename < b.__typename ? -1 : 1)));
    expect(done_).toMatchObject({
      state: 'PUBLISHED',
      approval: 'BY_PRESIDENT',
      publishedAt: '2024-06-25T07:00:00.000Z',
    });
    expect(again).toBeRefusedBy('LIFE');
    const { editions } = await read(plenary.forum.anyone, id, 'editions { sha256 markdown }');
    expect(editions[0].markdown).toContain('Une membre est arrivée à 15 h.');
    expect(editions[0].markdown).toContain('**Retenue.** Exact.');
    expect(editions[0].markdown).toContain('**Non retenue.** Sans effet sur le texte.');
    const { version } = await read(plenary.forum.anyone, id, 'version { sections { key } }');
    const items = version.sections.filter(({ key }: Json) => key !== 'opening' && key !== 'closing');
    const { extract } = await read(
      plenary.forum.anyone,
      id,
      `extract(itemId: "${items[0].key}") { markdown }`,
    );
    expect(extract.markdown).toContain('Une membre est arrivée à 15 h.');
    expect(extract.markdown).not.toContain('## Observations des membres');
    expect(await lastAct(plenary, id)).toEqual({
      command: 'decideOnComments',
      fingerprint: editions[0].sha256,
    });
  });
});

describe('comments on which nobody decides', () => {
  let plenary: Plenary;
  let id: string;
  let first: string;
  let second: string;

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    ({ id } = await draft(plenary));
    await plenary.goTo('2024-06-21', '18:00');
    done(await plenary.secretary.does('circulateMinutes', { minutesId: id, version: 1 }));
    const comment = { minutesId: id, text: 'Une observation.' };
    const { version } = await read(plenary.secretary, id, 'version { sections { key } }');
    [, first, second] = version.sections.map(({ key }: Json) => key);
    done(await plenary.member('CIVIL_SOCIETY', 4).does('commentMinutes', comment));
    const own = { minutesId: id, section: second, text: 'Sur ce point.' };
    done(await plenary.member('CIVIL_SOCIETY', 4).does('commentMinutes', own));
  });
  afterAll(() => plenary.forum.close());

  it('are annexed to the minutes, which are published at the end of the president’s time', async () => {
    await plenary.goTo('2024-06-29', '00:00');
    expect(await read(plenary.forum.anyone, id, 'id')).toBeNull();
    const { permitted } = await read(plenary.closedBy(), id, 'permitted { action allowed }');
    expect(permitted).toContainEqual({ action: 'decideOnComments', allowed: true });
    await plenary.goTo('2024-07-06', '00:00');
    const minutes = await read(plenary.forum.anyone, id, 'approval publishedAt editions { sha256 markdown }');
    expect(minutes).toMatchObject({ approval: 'COMMENTS_ANNEXED', publishedAt: '2024-07-05T22:00:00.000Z' });
    expect(minutes.editions[0].markdown).toContain('> Une observation.');
    const { commented, silent } = await read(
      plenary.forum.anyone,
      id,
      `commented: extract(itemId: "${second}") { markdown } silent: extract(itemId: "${first}") { markdown }`,
    );
    expect(commented.markdown).toContain('> Sur ce point.');
    expect(commented.markdown).toContain('Aucune décision n’a été prise à leur sujet dans le délai');
    expect(commented.markdown).not.toContain('> Une observation.');
    expect(silent.markdown).not.toContain('Observations des membres');
    expect(sha256(minutes.editions[0].markdown)).toBe(minutes.editions[0].sha256);
  });
});
