import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RequestRate, TooManyRequests } from '../../apps/api/src/request-rate.js';
import { newId } from '@hemicycle/kernel';
import '../support/matchers.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { send } from '../support/http.js';
import { committeeMeeting, withCommittee } from '../support/committee.js';
import { DOCX, ODS, ODT, PDF, PNG, sends, sendsSlowly, upload, XLSX } from '../support/papers.js';
import { done, Plenary } from '../support/plenary.js';
import { groupInSession, groupMeeting, withGroup } from '../support/working-groups.js';

const TEXT = Buffer.from('# Bilan\n\nDeux ateliers.\n');
const OTHER = Buffer.from('# Bilan\n\nTrois ateliers.\n');
const PAPER = `id itemId title membersOnlyReason state withdrawReason
  versions { number fileName format size fingerprint afterConvocation addedBy { name } }`;
const LARGEST = 10 * 1024 * 1024;

describe('papers of an agenda', () => {
  let plenary: Plenary;
  let secretary: Voice;
  let anyone: Voice;
  let url: string;
  let item: string;

  const about = (more: Json = {}): Json => ({
    meetingId: plenary.id,
    itemId: item,
    titleFr: 'Bilan du semestre',
    titleEn: 'Results of the half-year',
    fileName: 'bilan.md',
    ...more,
  });
  const attaches = (voice: Voice, more: Json = {}, file: Buffer = TEXT): Promise<Json> =>
    sends(url, 'attach', voice, about(more), file);
  const replaces = (
    voice: Voice,
    paperId: string,
    basedOnVersion: number,
    file: Buffer = OTHER,
  ): Promise<Json> => sends(url, 'replace', voice, { paperId, basedOnVersion, fileName: 'bilan.md' }, file);
  const withdraws = (voice: Voice, paperId: string): Promise<Json> =>
    voice.does('withdrawPaper', { paperId, reason: 'Sent by mistake.' }, `... on Paper { ${PAPER} }`);
  const papers = async (voice: Voice, fields = PAPER, id = plenary.id): Promise<Json[]> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { papers { ${fields} } } }`, { id })).meeting
      .papers;
  const gets = (voice: Voice, path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/papers/${path}`, {
      headers: { ...(voice.token === null ? {} : { authorization: `Bearer ${voice.token}` }), ...headers },
    });
  const status = async (voice: Voice, path: string): Promise<number> => (await gets(voice, path)).status;
  const letters = (): Promise<{ parameters: Json }[]> =>
    plenary.forum.database.query(`SELECT parameters FROM outgoing_mail WHERE kind = 'paper' ORDER BY id`);
  const itemsOf = async (voice: Voice): Promise<string[]> =>
    (
      await voice.reads('query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }', {
        id: plenary.id,
      })
    ).meeting.agenda.items.map(({ id }: Json) => id);

  beforeAll(async () => {
    plenary = await Plenary.planned();
    ({ secretary } = plenary);
    ({ anyone, url } = plenary.forum);
    await plenary.called();
    [item = ''] = await itemsOf(secretary);
  });
  afterAll(() => plenary?.forum.close());

  describe('before the convocation', () => {
    it('are attached by the secretariat alone (C3-AGENDA), and permitted says so', async () => {
      expect(await attaches(plenary.founder)).toBeRefusedBy('C3-AGENDA');
      expect(await attaches(plenary.member('GOVERNMENT', 1))).toBeRefusedBy('C3-AGENDA');
      expect(await attaches(anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
      const permitted = async (voice: Voice): Promise<Json> =>
        (
          await voice.reads(
            'query ($id: ID!) { meeting(id: $id) { permitted { action allowed violations { rule { id } } } } }',
            { id: plenary.id },
          )
        ).meeting.permitted.find(({ action }: Json) => action === 'attachPaper');
      expect(await permitted(secretary)).toMatchObject({ allowed: true });
      expect(await permitted(plenary.founder)).toMatchObject({
        allowed: false,
        violations: [{ rule: { id: 'C3-AGENDA' } }],
      });
      expect(await attaches(secretary)).toBeDone('Paper');
      const [row] = await plenary.forum.database.query<{ fingerprint: string }>(
        `SELECT fingerprint FROM audit_row WHERE command = 'attachPaper'`,
      );
      expect(row?.fingerprint).toBe(createHash('sha256').update(TEXT).digest('hex'));
    });

    it('put no key back, and are read by whoever reads the draft', async () => {
      await plenary.keys();
      plenary.forum.clock.pass(60_000);
      done(await attaches(secretary, { titleEn: 'Second', fileName: 'note.txt' }));
      const { meeting } = await secretary.reads(
        'query ($id: ID!) { meeting(id: $id) { agenda { version keys { key turnedAt } } } }',
        { id: plenary.id },
      );
      expect(meeting.agenda.version).toBe(1);
      expect(meeting.agenda.keys.filter(({ turnedAt }: Json) => turnedAt !== null)).toHaveLength(2);
      const [paper] = await papers(secretary);
      expect(paper).toEqual({
        id: expect.any(String),
        itemId: item,
        title: 'Results of the half-year',
        membersOnlyReason: null,
        state: 'ATTACHED',
        withdrawReason: null,
        versions: [
          {
            number: 1,
            fileName: 'bilan.md',
            format: 'MARKDOWN',
            size: TEXT.length,
            fingerprint: createHash('sha256').update(TEXT).digest('hex'),
            afterConvocation: false,
            addedBy: { name: 'Secretary' },
          },
        ],
      });
      expect(await papers(plenary.founder)).toHaveLength(2);
      expect(await status(plenary.founder, paper?.id)).toBe(200);
      for (const voice of [anyone, plenary.member('GOVERNMENT', 1), await plenary.forum.person('Nobody')]) {
        expect(await papers(voice)).toEqual([]);
        expect(await status(voice, paper?.id)).toBe(404);
      }
    });
  });

  describe('the file', () => {
    it.each([
      ['a.pdf', PDF, 'PDF'],
      ['a.PNG', PNG, 'PNG'],
      ['a.odt', ODT, 'ODT'],
      ['a.ods', ODS, 'ODS'],
      ['a.docx', DOCX, 'DOCX'],
      ['a.xlsx', XLSX, 'XLSX'],
      ['a.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'JPEG'],
      ['a.csv', Buffer.from('ville;événements\nLyon;3\n'), 'CSV'],
      ['b.csv', Buffer.from('ID3;ville\n3;Lyon\n'), 'CSV'],
      ['b.md', Buffer.from('BM, ou bibliothèque municipale : un bilan.\n'), 'MARKDOWN'],
      ['c.md', Buffer.from('<?xml version="1.0"?>\nC’est ainsi que commence le fichier.\n'), 'MARKDOWN'],
      ['b.txt', Buffer.from('solid results\n'), 'TEXT'],
    ])('may be %s', async (fileName, file, format) => {
      const { id } = done(await attaches(secretary, { fileName }, file));
      const paper = (await papers(secretary)).find((one) => one.id === id);
      expect(paper?.versions[0].format).toBe(format);
      done(await withdraws(secretary, id));
    });

    it.each([
      ['page.html', Buffer.from('<p>x</p>'), 'file'],
      ['run.exe', Buffer.from('MZ'), 'file'],
      ['noextension', TEXT, 'file'],
      ['../a.pdf', PDF, 'fileName'],
      ['a.pdf', DOCX, 'file'],
      ['a.pdf', TEXT, 'file'],
      ['a.docx', ODT, 'file'],
      ['a.png', PDF, 'file'],
      ['a.md', PDF, 'file'],
      ['a.txt', DOCX, 'file'],
      ['a.txt', Buffer.from([0x41, 0, 0x42]), 'file'],
      ['a.csv', Buffer.from('é', 'latin1'), 'file'],
      ['a.txt', Buffer.alloc(0), 'file'],
    ])('may not be %s with other content than its name says', async (fileName, file, field) => {
      expect(await attaches(secretary, { fileName }, file)).toMatchObject({ code: 'BAD_USER_INPUT', field });
    });

    it('is of ten mebibytes at most, said before it is read', async () => {
      const largest = Buffer.alloc(LARGEST, 'a');
      const { id } = done(await attaches(secretary, { fileName: 'a.txt' }, largest));
      const answer = await gets(secretary, id);
      expect(Buffer.from(await answer.arrayBuffer()).equals(largest)).toBe(true);
      const counted = jest.spyOn(plenary.forum.api.get(RequestRate), 'count');
      counted.mockImplementation((_address, requests = 1) =>
        requests === 1 ? Promise.resolve() : Promise.reject(new TooManyRequests(300, 9)),
      );
      const refused = await gets(secretary, id);
      counted.mockRestore();
      expect(refused.status).toBe(429);
      expect(refused.headers.get('content-type')).toContain('application/json');
      for (const header of ['content-disposition', 'etag']) expect(refused.headers.get(header)).toBeNull();
      done(await withdraws(secretary, id));
      const asked = {
        'content-type': 'application/octet-stream',
        'paper-input': encodeURIComponent(JSON.stringify(about())),
        authorization: `Bearer ${secretary.token}`,
      };
      const announced = await send(`${url}/papers/attach`, {
        method: 'POST',
        headers: { ...asked, 'content-length': String(LARGEST + 1) },
        body: 'a',
      }).catch(() => null);
      expect(announced?.status ?? 400).toBe(400);
      if (announced !== null) expect(announced.body).toContain('10 485 760');
      const streamed = await send(`${url}/papers/attach`, {
        method: 'POST',
        headers: { ...asked, 'transfer-encoding': 'chunked' },
        body: 'a'.repeat(LARGEST + 1),
      }).catch(() => null);
      if (streamed !== null) expect(streamed.body).toContain('10 485 760');
    });

    it('comes as no form sends it, from our pages, with an input that can be read', async () => {
      for (const headers of [
        { 'content-type': 'text/plain' },
        { 'paper-input': '%' },
        { 'paper-input': '{}' },
      ])
        expect((await sendsWith(headers)).code).toBe('BAD_USER_INPUT');
      const cookie = { cookie: `hemicycle-session=${secretary.token}`, 'sec-fetch-site': 'cross-site' };
      expect(await sends(url, 'attach', { token: null }, about(), TEXT, cookie)).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
      const ours = { cookie: `hemicycle-session=${secretary.token}` };
      const { id } = done(await sends(url, 'attach', { token: null }, about(), TEXT, ours));
      done(await withdraws(secretary, id));
      // Without a file, the mutation says where it goes.
      expect(await secretary.does('attachPaper', about())).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await attaches(secretary, { itemId: newId() })).toMatchObject({ field: 'itemId' });
      expect(await attaches(secretary, { meetingId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await attaches(secretary, { titleFr: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    });

    const sendsWith = (headers: Json): Promise<Json> =>
      sends(url, 'attach', secretary, about(), TEXT, headers);
  });

  describe('once the meeting is convened', () => {
    let open: string;
    let reserved: string;

    beforeAll(async () => {
      [open = ''] = (await papers(secretary, 'id state'))
        .filter(({ state }) => state === 'ATTACHED')
        .map(({ id }) => id);
      const reason = 'It names people.';
      reserved = done(await attaches(secretary, { membersOnlyReason: reason, titleEn: 'Reserved' })).id;
      done(await secretary.does('conveneMeeting', { meetingId: plenary.id }));
      plenary.forum.clock.pass(60_000);
    });

    it('are listed in its letters, with where they are read (NOTICE)', async () => {
      const { letter } = (await plenary.forum.letters()).find(({ letter: { subject } }) =>
        subject.startsWith('Convocation to plenary no. 1'),
      ) ?? { letter: { text: '' } };
      expect(letter.text).toContain(
        'Papers:\n- item 1, Results of the half-year (Markdown, 24\u00a0bytes): ',
      );
      expect(letter.text).toContain(`/papers/${open}`);
      expect(letter.text).toContain('for members only, on the meeting’s page): ');
      expect(letter.text).not.toContain(`/papers/${reserved}`);
    });

    it('are everybody’s, but those for members alone', async () => {
      const alternate = await plenary.alternateOf(plenary.member('GOVERNMENT', 2));
      for (const voice of [secretary, plenary.founder, plenary.member('CIVIL_SOCIETY', 2), alternate]) {
        expect((await papers(voice, 'id')).map(({ id }) => id)).toEqual(
          expect.arrayContaining([open, reserved]),
        );
        expect(await status(voice, reserved)).toBe(200);
      }
      for (const voice of [anyone, await plenary.forum.person('Nobody')]) {
        expect(await papers(voice, 'id')).toContainEqual({ id: open });
        expect(await papers(voice, 'id')).not.toContainEqual({ id: reserved });
        expect(await status(voice, open)).toBe(200);
        expect(await status(voice, reserved)).toBe(404);
      }
      for (const path of [newId(), 'x', `${open}/2`, `${open}/0`, `${open}/x`])
        expect(await status(anyone, path)).toBe(404);
    });

    it('are downloaded, never shown in our pages, and asked for once', async () => {
      const answer = await gets(anyone, open);
      const sha = createHash('sha256').update(TEXT).digest('hex');
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': 'attachment; filename=bilan.md',
        'content-length': String(TEXT.length),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, no-cache',
        etag: `"${sha}"`,
      });
      expect(await answer.text()).toBe(TEXT.toString());
      expect((await gets(anyone, open, { 'if-none-match': `"${sha}"` })).status).toBe(304);
      expect((await gets(secretary, reserved)).headers.get('cache-control')).toBe('private, no-store');
    });

    it('are added and replaced still, which is said and told to those convened (NOTICE)', async () => {
      const added = done(await attaches(secretary, { titleEn: 'Late', fileName: 'retard.txt' })).id;
      const [paper] = (await papers(anyone)).filter(({ id }) => id === added);
      expect(paper?.versions[0].afterConvocation).toBe(true);
      // The ten members and the alternate.
      expect(await letters()).toHaveLength(11);
      expect(await replaces(plenary.member('GOVERNMENT', 1), open, 1)).toBeRefusedBy('C3-AGENDA');
      const twice = await Promise.all([1, 2, 3].map(() => replaces(secretary, open, 1)));
      expect(twice.filter(({ __typename }) => __typename === 'Paper')).toHaveLength(1);
      expect(twice.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
      expect(await replaces(secretary, open, 2)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'file' });
      const [replaced] = (await papers(anyone)).filter(({ id }) => id === open);
      expect(
        replaced?.versions.map(({ number, afterConvocation }: Json) => [number, afterConvocation]),
      ).toEqual([
        [2, true],
        [1, false],
      ]);
      expect(await (await gets(anyone, open)).text()).toBe(OTHER.toString());
      expect(await (await gets(anyone, `${open}/1`)).text()).toBe(TEXT.toString());
      expect(await letters()).toHaveLength(22);
      const sent = (await plenary.forum.letters()).map(
        ({ letter: { subject, text } }) => `${subject}\n${text}`,
      );
      expect(sent.some((one) => one.startsWith('Paper added: plenary no. 1, 20 June 2024'))).toBe(true);
      expect(sent.some((one) => one.includes('is replaced by a new version, after the convocation'))).toBe(
        true,
      );
    });

    it('are attached by several at once, each whole', async () => {
      const before = (await papers(secretary, 'id')).length;
      const titles = ['A', 'B', 'C', 'D'];
      const all = await Promise.all(
        titles.map((titleEn) => attaches(secretary, { titleEn }, PDF_OF(titleEn))),
      );
      expect(all.map(({ __typename }) => __typename)).toEqual(titles.map(() => 'Error'));
      expect(await papers(secretary, 'id')).toHaveLength(before);
      const files = await Promise.all(
        titles.map((titleEn) => attaches(secretary, { titleEn, fileName: 'a.pdf' }, PDF_OF(titleEn))),
      );
      const attached = files.filter(({ __typename }) => __typename === 'Paper');
      expect(attached.length).toBeGreaterThan(0);
      // Whoever sends several at once is asked to send one after the other.
      for (const file of files)
        if (!attached.includes(file)) expect(file).toMatchObject({ code: 'CONFLICT' });
      expect(await papers(secretary, 'id')).toHaveLength(before + attached.length);
    });

    it('are withdrawn with a reason: on record, read no more, told once (LIFE)', async () => {
      expect(await withdraws(plenary.member('GOVERNMENT', 1), open)).toBeRefusedBy('C3-AGENDA');
      expect(await withdraws(anyone, open)).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await withdraws(secretary, newId())).toMatchObject({ code: 'NOT_FOUND' });
      const before = (await letters()).length;
      const twice = await Promise.all([withdraws(secretary, open), withdraws(secretary, open)]);
      expect(twice.filter(({ __typename }) => __typename === 'Paper')).toHaveLength(1);
      expect(twice.find(({ __typename }) => __typename === 'RuleRefusal')).toBeRefusedBy('LIFE');
      expect(await replaces(secretary, open, 2)).toBeRefusedBy('LIFE');
      expect((await letters()).length).toBe(before + 11);
      const [paper] = (await papers(anyone)).filter(({ id }) => id === open);
      expect(paper).toMatchObject({ state: 'WITHDRAWN', withdrawReason: 'Sent by mistake.' });
      for (const path of [open, `${open}/1`]) {
        expect(await status(anyone, path)).toBe(404);
        expect(await status(secretary, path)).toBe(404);
      }
    });

    it('are kept by the database as they were', async () => {
      const { database } = plenary.forum;
      for (const statement of [
        `UPDATE paper SET withdrawn_at = now() WHERE withdrawn_at IS NOT NULL`,
        `UPDATE paper_version SET size = 1`,
        `UPDATE paper_file SET content = '\\x00'`,
        `DELETE FROM paper_file`,
      ])
        await expect(database.query(statement)).rejects.toThrow('is append-only');
      await expect(
        database.query(`UPDATE paper SET withdraw_reason = 'x' WHERE withdrawn_at IS NULL`),
      ).rejects.toThrow('paper_withdrawn_with_reason');
    });

    it('are its record once the session is over (LIFE)', async () => {
      const [paper] = (await papers(secretary, 'id state')).filter(({ state }) => state === 'ATTACHED');
      done(await secretary.does('cancelMeeting', { meetingId: plenary.id, reason: 'Another day.' }));
      expect(await attaches(secretary)).toBeRefusedBy('LIFE');
      expect(await replaces(secretary, paper?.id, 1)).toBeRefusedBy('LIFE');
      const before = (await letters()).length;
      expect(await withdraws(secretary, paper?.id)).toBeDone('Paper');
      expect(await letters()).toHaveLength(before);
    });
  });

  it('are not read at all from somebody who did not sign in', async () => {
    expect((await upload(url, 'attach', anyone, about(), TEXT)).status).toBe(401);
  });
});

const PDF_OF = (text: string): Buffer => Buffer.concat([PDF, Buffer.from(`% ${text}\n`)]);

describe('papers of a group’s meeting', () => {
  let plenary: Plenary;
  let meetingId: string;
  let itemId: string;

  beforeAll(async () => {
    const group = await withGroup();
    ({ plenary } = group);
    await plenary.goTo('2025-01-06');
    meetingId = await groupMeeting(group, '2025-02-04');
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: meetingId },
    );
    itemId = meeting.agenda.items[0].id;
  });
  afterAll(() => plenary?.forum.close());

  it('are its facilitators’, and read by members from then on (C3-AGENDA)', async () => {
    const { url, anyone } = plenary.forum;
    const input = { meetingId, itemId, titleFr: 'Note', titleEn: 'Note', fileName: 'note.pdf' };
    const attaches = (voice: Voice): Promise<Json> => sends(url, 'attach', voice, input, PDF);
    expect(await attaches(plenary.secretary)).toBeRefusedBy('C3-AGENDA');
    expect(await attaches(plenary.member('GOVERNMENT', 1))).toBeRefusedBy('C3-AGENDA');
    const { id } = done(await attaches(plenary.member('CIVIL_SOCIETY', 4)));
    const reads = async ({ token }: Voice): Promise<number> =>
      (
        await fetch(`${url}/papers/${id}`, {
          headers: token === null ? {} : { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await reads(plenary.member('GOVERNMENT', 2))).toBe(200);
    expect(await reads(anyone)).toBe(404);
    done(await plenary.member('GOVERNMENT', 4).does('conveneMeeting', { meetingId }));
    expect(await reads(anyone)).toBe(200);
  });

  it('are named by its minutes with their fingerprints, those for members alone excepted', async () => {
    const { url } = plenary.forum;
    const facilitator = plenary.member('GOVERNMENT', 4);
    const input = { meetingId, itemId, titleFr: 'Noms', titleEn: 'Names', fileName: 'noms.pdf' };
    const reserved = { ...input, membersOnlyReason: 'It names people.' };
    done(await sends(url, 'attach', facilitator, reserved, PDF_OF('names')));
    await groupInSession(plenary, meetingId, '2025-02-04', [facilitator]);
    done(await facilitator.does('closeSession', { meetingId }));
    const drafted = await facilitator.does(
      'draftMinutes',
      { meetingId, language: 'EN' },
      '... on Minutes { version { sections { key facts } } }',
    );
    const { sections } = done(drafted).version;
    const text = sections.find(({ key }: Json) => key === itemId).facts;
    expect(text).toMatch(/^- Papers:\n {2}- \[Note\]\(http\S+\/papers\/[\w-]+\/1\) \(PDF, /m);
    expect(text).toContain(`SHA-256 fingerprint ${createHash('sha256').update(PDF).digest('hex')}`);
    expect(text).not.toContain('Names');
  });
});

describe('papers of the committee’s meeting', () => {
  let plenary: Plenary;
  let meetingId: string;
  let coChair: MemberVoice;
  let url: string;
  let input: Json;
  let drafted: string;
  let reserved: string;
  let dropped: string;

  const attaches = (voice: Voice, more: Json = {}): Promise<Json> =>
    sends(url, 'attach', voice, { ...input, ...more }, PDF_OF('a paper'));
  const papers = async (voice: Voice): Promise<Json[]> =>
    (
      await voice.reads(
        `query ($id: ID!) { meeting(id: $id) { papers { id versions { number afterConvocation } } } }`,
        { id: meetingId },
      )
    ).meeting.papers;
  const numbers = async (voice: Voice, paper: string): Promise<number[] | undefined> =>
    (await papers(voice)).find(({ id }) => id === paper)?.versions.map(({ number }: Json) => number);
  const reads = async ({ token }: Voice, path: string): Promise<number> =>
    (
      await fetch(`${url}/papers/${path}`, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      })
    ).status;

  beforeAll(async () => {
    plenary = await withCommittee();
    ({ url } = plenary.forum);
    await plenary.goTo('2024-09-25');
    coChair = plenary.member('CIVIL_SOCIETY', 3);
    meetingId = await committeeMeeting(plenary, '2024-10-08');
    const { meeting } = await coChair.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: meetingId },
    );
    const itemId = meeting.agenda.items[0].id;
    input = { meetingId, itemId, titleFr: 'Note', titleEn: 'Note', fileName: 'note.pdf' };
    const replace = { basedOnVersion: 1, fileName: 'note.pdf' };
    drafted = done(await attaches(coChair)).id;
    done(await sends(url, 'replace', coChair, { ...replace, paperId: drafted }, PDF_OF('second')));
    reserved = done(await attaches(coChair, { membersOnlyReason: 'It names people.' })).id;
    dropped = done(await attaches(coChair)).id;
    done(await coChair.does('withdrawPaper', { paperId: dropped, reason: 'Not for others.' }));
  });
  afterAll(() => plenary?.forum.close());

  it('are the committee’s alone while they are drafted', async () => {
    for (const voice of [coChair, plenary.member('GOVERNMENT', 4), plenary.secretary])
      expect(new Set((await papers(voice)).map(({ id }) => id))).toEqual(
        new Set([drafted, reserved, dropped]),
      );
    for (const voice of [plenary.forum.anyone, plenary.member('GOVERNMENT', 1), plenary.founder]) {
      expect(await papers(voice)).toEqual([]);
      expect(await reads(voice, drafted)).toBe(404);
    }
  });

  it('are judged before anything of the file is read, and read one a person at a time (C3-AGENDA)', async () => {
    const nobody = await plenary.forum.person('Nobody');
    const unread = await sendsSlowly(url, nobody, input, PDF);
    expect(await unread.answered).toBeRefusedBy('C3-AGENDA');
    await unread.ends();
    const twice = [
      await sendsSlowly(url, coChair, input, Buffer.from('no PDF')),
      await sendsSlowly(url, coChair, input, Buffer.from('no PDF')),
    ];
    expect(await Promise.race(twice.map(({ answered }) => answered))).toMatchObject({ code: 'CONFLICT' });
    expect(await attaches(plenary.member('GOVERNMENT', 3), { fileName: 'a.txt' })).toMatchObject({
      field: 'file',
    });
    const codes = await Promise.all(twice.map(async ({ ends }) => (await ends()).code));
    expect(new Set(codes)).toEqual(new Set(['CONFLICT', 'BAD_USER_INPUT']));
  });

  it('come after the convocation when it left while they were on their way, and then are told (NOTICE)', async () => {
    const slow = await sendsSlowly(url, coChair, input, PDF);
    plenary.forum.clock.pass(60_000);
    done(await plenary.secretary.does('conveneMeeting', { meetingId }));
    plenary.forum.clock.pass(60_000);
    const { id } = done(await slow.ends());
    expect((await papers(coChair)).find((one) => one.id === id)?.versions).toEqual([
      { number: 1, afterConvocation: true },
    ]);
    const told = await plenary.forum.database.query(`SELECT FROM outgoing_mail WHERE kind = 'paper'`);
    expect(told.length).toBeGreaterThan(0);
  });

  it('show nobody else how they were drafted, nor those for members to whoever is not of the committee', async () => {
    for (const voice of [coChair, plenary.secretary]) {
      expect(await numbers(voice, drafted)).toEqual([2, 1]);
      expect(await numbers(voice, dropped)).toEqual([1]);
      expect(await reads(voice, `${drafted}/1`)).toBe(200);
      expect(await reads(voice, reserved)).toBe(200);
    }
    for (const voice of [plenary.forum.anyone, plenary.member('GOVERNMENT', 1), plenary.founder]) {
      expect(await numbers(voice, drafted)).toEqual([2]);
      expect(await numbers(voice, dropped)).toBeUndefined();
      expect(await numbers(voice, reserved)).toBeUndefined();
      expect(await reads(voice, drafted)).toBe(200);
      expect(await reads(voice, `${drafted}/1`)).toBe(404);
      expect(await reads(voice, reserved)).toBe(404);
    }
    const headers = { authorization: `Bearer ${coChair.token}` };
    const kept = async (path: string): Promise<string | null> =>
      (await fetch(`${url}/papers/${path}`, { headers })).headers.get('cache-control');
    expect(await kept(`${drafted}/1`)).toBe('private, no-store');
    expect(await kept(`${drafted}/2`)).toBe('public, no-cache');
  });

  it('are judged once for all of them', async () => {
    const asked = (fields: string): Promise<string[]> =>
      plenary.forum.statements(() =>
        coChair.reads(`query ($id: ID!) { meeting(id: $id) { papers { ${fields} } } }`, { id: meetingId }),
      );
    const [without, judged] = [await asked('id'), await asked('id permitted { action allowed }')];
    // The meeting, and whom the charter asks about.
    expect(judged.length - without.length).toBeLessThan(4);
  });

  it('are read still when their item leaves the agenda (C3-AGENDA)', async () => {
    const items = [{ kind: 'DISCUSSION', titleFr: 'Autre chose', titleEn: 'Something else' }];
    done(await coChair.does('draftAgenda', { meetingId, items }));
    done(await plenary.secretary.does('publishAgenda', { meetingId }));
    for (const voice of [plenary.forum.anyone, coChair]) {
      expect((await papers(voice)).map(({ id }) => id)).toContain(drafted);
      expect(await reads(voice, drafted)).toBe(200);
    }
    done(await coChair.does('withdrawPaper', { paperId: drafted, reason: 'Its item is gone.' }));
  });

  it('are not attached by whoever signed out before the file was there', async () => {
    const slow = await sendsSlowly(url, coChair, input, PDF);
    await coChair.reads('mutation { signOut { __typename } }');
    expect(await slow.ends()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
