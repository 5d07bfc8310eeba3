import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import '../support/matchers.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { EventStream } from '../support/event-stream.js';
import { done, type Plenary } from '../support/plenary.js';
import {
  closed,
  decided,
  decisionOn,
  groupMeeting,
  inSession,
  withGroup,
} from '../support/working-groups.js';

const REPORT = `id state language submittedAt submittedBy { name } meeting { number } workingGroup { id }
  version { number text writtenBy { name } }`;

describe('what a working group reports to a plenary', () => {
  let before: Plenary;
  let plenary: Plenary;
  let groupId: string;
  let one: MemberVoice;
  let other: MemberVoice;
  let anyone: Voice;
  let reportId: string;

  const saves = (voice: Voice, basedOnVersion: number, text: string, more: Json = {}): Promise<Json> =>
    voice.does(
      'saveGroupReport',
      { groupId, basedOnVersion, text, ...more },
      `... on GroupReport { ${REPORT} }`,
    );
  const submits = (voice: Voice, version: number, id = reportId): Promise<Json> =>
    voice.does('submitGroupReport', { reportId: id, version }, `... on GroupReport { ${REPORT} }`);
  const report = async (voice: Voice, fields = REPORT): Promise<Json> =>
    (
      await voice.reads(
        `query ($g: ID!, $m: ID!) { groupReport(groupId: $g, meetingId: $m) { ${fields} } }`,
        { g: groupId, m: plenary.id },
      )
    ).groupReport;
  const ofGroup = async (voice: Voice): Promise<Json[]> =>
    (
      await voice.reads(
        'query ($id: ID!) { workingGroup(id: $id) { reportsToPlenaries { nodes { id state } } } }',
        { id: groupId },
      )
    ).workingGroup.reportsToPlenaries.nodes;
  const drafts = (
    items: readonly Json[],
    meetingId = plenary.id,
    by: Voice = plenary.secretary,
  ): Promise<Json> => by.does('draftAgenda', { meetingId, items });
  const heard = (more: Json = {}): Json => ({
    kind: 'INFORMATION',
    titleFr: 'Rapport du groupe',
    titleEn: 'Report of the group',
    reportOfId: groupId,
    ...more,
  });

  beforeAll(async () => {
    ({ plenary: before, groupId } = await withGroup());
    one = before.member('GOVERNMENT', 4);
    other = before.member('CIVIL_SOCIETY', 4);
    ({ anyone } = before.forum);
    await before.goTo('2025-05-20');
  });
  afterAll(() => before?.forum.close());

  it('goes to a plenary that is ahead: none named, to the next (LIFE)', async () => {
    expect(await saves(one, 0, 'Bilan.')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await saves(one, 0, 'Bilan.', { meetingId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await saves(one, 0, 'Bilan.', { meetingId: before.id })).toBeRefusedBy('LIFE');
    const ofTheGroup = await groupMeeting({ plenary: before, groupId }, '2025-06-03');
    expect(await saves(one, 0, 'Bilan.', { meetingId: ofTheGroup })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const later = await before.another('2025-12-11');
    plenary = await before.another('2025-06-12');
    const saved = done(await saves(one, 0, '### Bilan\n\nDeux ateliers.'));
    expect(saved).toMatchObject({
      state: 'DRAFT',
      language: 'FR',
      submittedAt: null,
      version: { number: 1, text: '### Bilan\n\nDeux ateliers.', writtenBy: { name: 'GOVERNMENT 4' } },
    });
    reportId = saved.id;
    expect(await report(one, 'id')).toEqual({ id: reportId });
    const { workingGroup } = await anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { reportsNextTo { id } } }',
      { id: groupId },
    );
    expect(workingGroup.reportsNextTo.id).toBe(plenary.id);
    done(await later.secretary.does('cancelMeeting', { meetingId: later.id, reason: 'Une autre date.' }));
    expect(await saves(one, 0, 'Bilan.', { meetingId: later.id })).toBeRefusedBy('LIFE');
  });

  it('is its facilitators’, who alone read it with the secretariat until it is submitted (WORKING-GROUP-SETUP)', async () => {
    for (const voice of [before.secretary, before.member('CIVIL_SOCIETY', 1)]) {
      expect(await saves(voice, 1, 'Autre.')).toBeRefusedBy('WORKING-GROUP-SETUP');
    }
    expect(await saves(anyone, 1, 'Autre.')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await report(anyone)).toBeNull();
    expect(await report(before.member('CIVIL_SOCIETY', 1))).toBeNull();
    expect(await ofGroup(anyone)).toEqual([]);
    expect(await ofGroup(before.secretary)).toEqual([{ id: reportId, state: 'DRAFT' }]);
    expect(await submits(before.member('CIVIL_SOCIETY', 1), 1)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await submits(before.secretary, 1)).toBeRefusedBy('WORKING-GROUP-SETUP');
    expect((await report(before.secretary, 'permitted { action allowed }')).permitted).toEqual([
      { action: 'saveGroupReport', allowed: false },
      { action: 'submitGroupReport', allowed: false },
    ]);
    expect((await report(other, 'permitted { action allowed }')).permitted).toEqual([
      { action: 'saveGroupReport', allowed: true },
      { action: 'submitGroupReport', allowed: true },
    ]);
  });

  it('takes Markdown as minutes do, one editor at a time, and nothing is lost', async () => {
    for (const text of [
      '',
      ' ',
      '<b>Non</b>',
      '# Titre',
      `![](https://example.org/a.png)`,
      'x'.repeat(50_001),
    ]) {
      expect(await saves(one, 1, text)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => saves(n % 2 === 0 ? one : other, 1, `Version de ${n}.`)),
    );
    const written = answers.filter(({ __typename }) => __typename === 'GroupReport');
    expect(written).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(5);
    // The same text again is no new version.
    const { text } = written[0]?.['version'] ?? {};
    expect(done(await saves(other, 2, text))).toMatchObject({ version: { number: 2, text } });
    done(await saves(other, 2, '### Bilan\n\nTrois ateliers, [un bilan](https://example.org/).'));
    const { versions } = await report(
      one,
      'versions(first: 2) { nodes { number text } pageInfo { hasNextPage endCursor } }',
    );
    expect(versions.nodes.map(({ number }: Json) => number)).toEqual([3, 2]);
    expect(versions.pageInfo.hasNextPage).toBe(true);
    const { versions: rest } = await report(
      one,
      `versions(first: 2, after: "${versions.pageInfo.endCursor}") { nodes { number text } pageInfo { hasNextPage } }`,
    );
    expect(rest).toEqual({
      nodes: [{ number: 1, text: '### Bilan\n\nDeux ateliers.' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('is everybody’s once submitted, and so is what is written since (LIFE)', async () => {
    expect(await submits(one, 2)).toMatchObject({ code: 'CONFLICT' });
    const { database } = plenary.forum;
    await expect(
      database.query(
        `UPDATE group_report SET submitted_at = now(), submitted_by_id = $2, submitted_version = 99 WHERE id = $1`,
        [reportId, one.personId],
      ),
    ).rejects.toThrow('group_report_submitted_as');
    const watched = await EventStream.watching(before.forum.url, plenary.id);
    const twice = await Promise.all([submits(one, 3), submits(other, 3)]);
    expect(await watched.changed()).toEqual([plenary.id]);
    watched.leave();
    expect(twice.filter(({ __typename }) => __typename === 'GroupReport')).toHaveLength(1);
    expect(twice.find(({ __typename }) => __typename === 'RuleRefusal')).toBeRefusedBy('LIFE');
    expect(await report(anyone)).toMatchObject({
      state: 'SUBMITTED',
      meeting: { number: 4 },
      version: { number: 3 },
    });
    await expect(
      database.query(
        `UPDATE group_report SET submitted_at = NULL, submitted_by_id = NULL, submitted_version = NULL WHERE id = $1`,
        [reportId],
      ),
    ).rejects.toThrow('group_report is append-only');
    done(await saves(one, 3, 'Quatre ateliers.'));
    const { versions } = await report(anyone, 'versions { nodes { number } }');
    expect(versions.nodes).toEqual([{ number: 4 }, { number: 3 }]);
    expect(await ofGroup(anyone)).toEqual([{ id: reportId, state: 'SUBMITTED' }]);
    const { meeting } = await anyone.reads('query ($id: ID!) { meeting(id: $id) { groupReports { id } } }', {
      id: plenary.id,
    });
    expect(meeting.groupReports).toEqual([{ id: reportId }]);
  });

  it('is named by an item of the plenary’s agenda, to be heard or discussed, once', async () => {
    const decision = heard({ kind: 'DECISION' });
    for (const items of [[decision], [heard(), heard()], [heard({ reportOfId: newId() })]]) {
      expect(await drafts(items)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const ofTheGroup = await groupMeeting({ plenary: before, groupId }, '2025-06-05');
    expect(await drafts([heard()], ofTheGroup, one)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await one.does('requestPlenary', { reason: 'Sans tarder.', items: [heard()] })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await inSession(plenary, [heard(), { kind: 'INFORMATION', titleFr: 'Divers', titleEn: 'Other' }]);
    const { meeting } = await anyone.reads(
      `query ($id: ID!) { meeting(id: $id) { publishedAgenda { items {
         reportOfId reportOf { theme } report { id version { number } } } } } }`,
      { id: plenary.id },
    );
    expect(meeting.publishedAgenda.items).toEqual([
      {
        reportOfId: groupId,
        reportOf: { theme: 'Open justice' },
        report: { id: reportId, version: { number: 4 } },
      },
      { reportOfId: null, reportOf: null, report: null },
    ]);
  });

  it('is written no more once the session opened (LIFE), and the minutes name it', async () => {
    expect(await saves(one, 4, 'Cinq ateliers.', { meetingId: plenary.id })).toBeRefusedBy('LIFE');
    await closed(plenary);
    const { version } = done(
      await plenary.secretary.does(
        'draftMinutes',
        { meetingId: plenary.id, language: 'EN' },
        '... on Minutes { version { sections { title facts } } }',
      ),
    );
    expect(version.sections[1]).toEqual({
      title: '1. Report of the group',
      facts: expect.stringMatching(
        new RegExp(
          `^\\[Report of the working group “Open justice”\\]\\(http[^ ]*/groups/${groupId}/reports/${plenary.id}\\)\\.$`,
        ),
      ),
    });
    expect((await report(anyone)).version).toMatchObject({ number: 4, text: 'Quatre ateliers.' });
  });

  it('goes to the nearest plenary whose session has not opened, once its hour has struck or its quorum was missed', async () => {
    const next = async (): Promise<Json> =>
      (
        await anyone.reads('query ($id: ID!) { workingGroup(id: $id) { reportsNextTo { id } } }', {
          id: groupId,
        })
      ).workingGroup.reportsNextTo;
    const late = await before.another('2025-09-11');
    const missed = await before.another('2025-10-09');
    await before.goTo(late.on, '14:05');
    expect(await next()).toEqual({ id: late.id });
    done(await late.secretary.does('cancelMeeting', { meetingId: late.id, reason: 'Salle fermée.' }));
    expect(await next()).toEqual({ id: missed.id });

    done(await drafts([{ kind: 'INFORMATION', titleFr: 'Divers', titleEn: 'Other' }], missed.id));
    await missed.keys([missed.member('GOVERNMENT', 3), missed.member('CIVIL_SOCIETY', 3)]);
    done(await missed.secretary.does('conveneMeeting', { meetingId: missed.id }));
    await before.goTo(missed.on, '14:05');
    const entries = [{ memberId: missed.member('GOVERNMENT', 3).memberId, mode: 'IN_ROOM' }];
    done(await missed.secretary.does('recordAttendance', { meetingId: missed.id, entries }));
    done(await missed.member('GOVERNMENT', 3).does('declareNoQuorum', { meetingId: missed.id }));
    expect(await next()).toEqual({ id: missed.id });
    done(await missed.secretary.does('cancelMeeting', { meetingId: missed.id, reason: 'Sans quorum.' }));
  });

  it('has its address where nothing was submitted, which leads to what was submitted before', async () => {
    const silent = await before.another('2025-11-13');
    const draft = done(await saves(one, 0, 'Brouillon.', { meetingId: silent.id }));
    await inSession(silent, [heard()]);
    const { meeting } = await anyone.reads(
      `query ($id: ID!) { meeting(id: $id) { publishedAgenda { items {
         report { id } earlierReport { id meeting { number } } } } } }`,
      { id: silent.id },
    );
    expect(meeting.publishedAgenda.items).toEqual([
      { report: null, earlierReport: { id: reportId, meeting: { number: 4 } } },
    ]);
    await closed(silent);
    const { id: minutesId } = done(
      await silent.secretary.does(
        'draftMinutes',
        { meetingId: silent.id, language: 'EN' },
        '... on Minutes { id }',
      ),
    );
    done(await silent.secretary.does('circulateMinutes', { minutesId, version: 1 }));
    await before.goTo('2025-12-01');
    const { minutes } = await anyone.reads(
      'query ($id: ID!) { minutes(id: $id) { editions { markdown } } }',
      { id: minutesId },
    );
    const path = `/groups/${groupId}/reports/${silent.id}`;
    expect(minutes.editions[0].markdown).toContain(`${path})`);

    const status = async (address: string): Promise<number> =>
      (await fetch(`${before.forum.url}${address}`, { headers: { accept: 'text/html' } })).status;
    expect(await status(path)).toBe(200);
    const ofTheGroup = await groupMeeting({ plenary: before, groupId }, '2026-01-08');
    for (const none of [newId(), ofTheGroup, 'next']) {
      expect(await status(`/groups/${groupId}/reports/${none}`)).toBe(404);
    }
    const reporting = async (voice: Voice): Promise<Json> =>
      (
        await voice.reads(
          `query ($g: ID!, $m: ID!) { workingGroup(id: $g) {
             reportingTo(meetingId: $m) { meeting { id } report { id } earlierReport { id } } } }`,
          { g: groupId, m: silent.id },
        )
      ).workingGroup.reportingTo;
    const known = { meeting: { id: silent.id }, earlierReport: { id: reportId } };
    expect(await reporting(anyone)).toEqual({ ...known, report: null });
    expect(await reporting(one)).toEqual({ ...known, report: { id: draft.id } });
  });

  it('is heard from a group at work: a closed one is named by no agenda that did not name it before', async () => {
    const closing = await before.another('2026-01-15');
    const named = await before.another('2026-03-12');
    const after = await before.another('2026-04-16');
    done(await drafts([heard()], named.id));
    const [item] = await inSession(closing, [decisionOn('WORKING_GROUP_CLOSURE', groupId)]);
    await decided(closing, item ?? '');
    await closed(closing);
    expect(await drafts([heard()], after.id)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('it reports to the plenary no more'),
    });
    done(await drafts([heard({ plannedMinutes: 10 })], named.id));
  });
});
