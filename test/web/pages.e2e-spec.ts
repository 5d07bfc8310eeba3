import { Database } from '@hemicycle/database';
import { ProcedureRepository } from '@hemicycle/procedure';
import { fingerprintOf, oneOf } from '@hemicycle/sealed-ballot';
import { COLLEGES } from '@hemicycle/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { anElection, type HeldElection } from '../../libs/sealed-ballot/test/an-election.js';
import { aBrowser, Reader } from '../support/browser.js';
import type { Json, TestForum, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { proposed } from '../support/working-groups.js';

let browser: Browser;
let plenary: Plenary;
let forum: TestForum;
let elections: Awaited<ReturnType<Plenary['called']>>;
let callId: string;
let groupId: string;
let eventId: string;
const readers: Reader[] = [];

beforeAll(async () => {
  browser = await aBrowser();
  plenary = await Plenary.planned();
  ({ forum } = plenary);
  const procedure = forum.api.get(ProcedureRepository, { strict: false });
  await forum.api.get(Database).transaction((tx) => procedure.markAsDemonstration(tx));
  callId = await anOpenCall(plenary.secretary);
  groupId = await proposed(plenary, [plenary.member('GOVERNMENT', 1), plenary.member('CIVIL_SOCIETY', 1)]);
  eventId = await anEvent(plenary.secretary);
  elections = await plenary.convened();
  for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
    for (const place of [2, 3]) {
      // They stand on the ballot in this order.
      forum.clock.pass(60_000);
      await plenary.stands(plenary.member(college, place), elections[college]);
    }
  }
});
afterEach(async () => {
  for (const reader of readers.splice(0)) {
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  }
});
afterAll(async () => {
  await browser?.close();
  await forum?.close();
});

async function anOpenCall(secretary: Voice): Promise<string> {
  const call = done(
    await secretary.does(
      'draftCall',
      {
        titleFr: 'Appel à candidatures',
        titleEn: 'Call for applications',
        criteriaFr: 'Des compétences.',
        criteriaEn: 'Some skills.',
        opensOn: forum.today,
        closesOn: '2024-06-28',
      },
      '... on CallForApplications { id }',
    ),
  );
  done(await secretary.does('openCall', { callId: call.id }));
  return call.id;
}

async function anEvent(secretary: Voice): Promise<string> {
  const event = {
    kind: 'WEBINAR',
    titleFr: 'Webinaire',
    titleEn: 'Webinar',
    topicsFr: 'Le programme.',
    topicsEn: 'The programme.',
    startsAt: '2025-01-10T16:00:00Z',
    endsAt: '2025-01-10T18:00:00Z',
    streamLink: 'https://stream.example.org',
    captioning: true,
    signLanguage: false,
    stepFree: false,
    presentsResults: false,
  };
  const { id } = done(await secretary.does('draftEvent', event, '... on ForumEvent { id }'));
  done(await secretary.does('publishEvent', { eventId: id }));
  return id;
}

async function reads(
  voice: Voice | null,
  { at = forum, ...view }: { at?: TestForum; language?: 'fr' | 'en'; width?: number } = {},
): Promise<Reader> {
  const reader = await Reader.at(browser, at.url, { token: voice?.token ?? null, ...view });
  readers.push(reader);
  return reader;
}

const publicPages = (): string[] => [
  '/',
  '/meetings',
  `/meetings/${plenary.id}`,
  `/elections/${elections.GOVERNMENT}`,
  '/members',
  `/members/${plenary.member('GOVERNMENT', 1).memberId}`,
  '/organisations',
  `/organisations/${plenary.member('GOVERNMENT', 1).organisationId}`,
  '/calls',
  `/calls/${callId}`,
  '/charter',
  '/observance',
  '/decisions',
  '/groups',
  '/committee',
  `/groups/${groupId}`,
  '/events',
  `/events/${eventId}`,
  '/events/place',
  '/verify',
  '/feeds',
  '/contact',
];
const ownPages = (): string[] => [
  '/needs-me',
  `/meetings/${plenary.id}/trustee`,
  '/account',
  '/desk',
  `/desk/meetings/${plenary.id}`,
  '/desk/calls',
  `/desk/calls/${callId}`,
  '/desk/members',
  '/desk/rules',
  '/desk/follow-ups',
  '/groups',
  '/events',
  `/events/${eventId}`,
  `/members/${plenary.member('CIVIL_SOCIETY', 1).memberId}`,
];

describe('every page', () => {
  /** What must hold wherever one looks, wide and narrow, in both languages. */
  async function areSound(voice: Voice | null, paths: readonly string[]): Promise<void> {
    const [french, english] = [await reads(voice, { language: 'fr' }), await reads(voice)];
    for (const path of paths) {
      await Promise.all([french.opens(path), english.opens(path)]);
      for (const [{ page }, language, host] of [
        [french, 'fr', 'Hébergé par le Conseil'],
        [english, 'en', 'Hosted by the Economic'],
      ] as const) {
        expect({ path, headings: await page.locator('h1').count() }).toEqual({ path, headings: 1 });
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        const title = (await page.locator('h1').textContent()) ?? '';
        expect((await page.title()).startsWith(title)).toBe(true);
        expect(await page.locator('footer').textContent()).toContain(host);
        expect(await page.locator('aside').textContent()).toMatch(/^D[ée]monstration/);
      }
      expect({ path, flaws: await french.flaws() }).toEqual({ path, flaws: [] });
      // In English the same page in other words: it can have no other barrier, and may only be wider.
      const structures = [await english.structure(), await french.structure()];
      expect({ path, structure: structures[0] }).toEqual({ path, structure: structures[1] });
      for (const width of [1280, 360]) {
        await english.page.setViewportSize({ width, height: 900 });
        expect({ path, width, overflow: await english.overflow() }).toEqual({ path, width, overflow: 0 });
      }
    }
  }

  it('has no barrier and fits a telephone, for the public', () => areSound(null, publicPages()));

  it('has no barrier and fits a telephone, for the secretariat', () =>
    areSound(plenary.secretary, ownPages()));

  it('is reached by a link that moves the focus to its heading and changes the title', async () => {
    const reader = await reads(null);
    await reader.opens('/');
    await reader.page.keyboard.press('Tab');
    expect(await reader.focused()).toBe('Skip to content');
    await reader.page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: 'Members' })
      .click();
    await reader.page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
    expect(await reader.focused()).toBe('Members');
    expect(await reader.page.title()).toBe('Members – Open Government Forum');
  });

  it('keeps its sections behind a button on a telephone, until one is asked for', async () => {
    const reader = await reads(null, { width: 360 });
    await reader.opens('/');
    const sections = reader.page.getByRole('navigation', { name: 'Sections' });
    const menu = sections.getByRole('button', { name: 'Menu' });
    const members = sections.getByRole('link', { name: 'Members' });
    expect(await members.isVisible()).toBe(false);
    await menu.press('Enter');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await reader.barriers()).toEqual([]);
    await members.click();
    await reader.page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
    expect(await members.isVisible()).toBe(false);
  });

  it('speaks the other language at once, and still does the next time', async () => {
    const reader = await reads(null, { language: 'fr' });
    await reader.opens('/charter');
    await reader.page.getByRole('button', { name: 'English' }).click();
    await reader.page.getByRole('heading', { level: 1, name: 'Charter of the forum' }).waitFor();
    await reader.opens('/members');
    expect(await reader.page.locator('h1').textContent()).toBe('Members');
    await reader.opens('/sign-in');
    expect(await reader.page.locator('h1').textContent()).toBe('Sign in');
  });
});

describe('a question that fails', () => {
  it('is told once, with a way to ask again, and not as something that is not there', async () => {
    const reader = await reads(null);
    const { page } = reader;
    const fails = async (route: Route): Promise<void> => {
      const asked = route.request().postData() ?? '';
      if (!/workingGroup\(|meeting\(/.test(asked)) return route.continue();
      await route.fulfill({
        json: {
          data: { workingGroup: null, meeting: null },
          errors: [{ message: 'It failed.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
        },
      });
    };
    await page.route('**/graphql', fails);
    for (const path of [`/groups/${groupId}`, `/meetings/${plenary.id}`]) {
      await reader.opens(path);
      expect(await page.locator('h1').allTextContents()).toEqual(['This page could not be shown']);
      expect(await page.getByRole('alert').allTextContents()).toEqual(['It failed.']);
      expect(await reader.flaws()).toEqual([]);
    }
    await page.unroute('**/graphql', fails);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plenary session no. 1' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);

    // What was read stays where a later answer fails.
    await page.route('**/graphql', fails);
    forum.clock.pass(60_000);
    await plenary.stands(plenary.member('GOVERNMENT', 4), elections.GOVERNMENT);
    await page.getByText('It failed.').waitFor();
    expect(await page.locator('h1').allTextContents()).toEqual(['Plenary session no. 1']);
    await page.unroute('**/graphql', fails);
  });
});

describe('what others do', () => {
  it('shows on the page without asking, and again after the database let go of whoever listens', async () => {
    const reader = await reads(null);
    await reader.opens(`/elections/${elections.CIVIL_SOCIETY}`);
    forum.clock.pass(60_000);
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 5), elections.CIVIL_SOCIETY);
    await reader.page.getByText('CIVIL_SOCIETY 5').first().waitFor();
    await forum.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'hemicycle listener' AND datname = current_database()`,
    );
    forum.clock.pass(60_000);
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 1), elections.CIVIL_SOCIETY);
    await reader.page.getByText('CIVIL_SOCIETY 1').first().waitFor();
  });
});

describe('a form', () => {
  it('says its mistakes beside the fields and above, loses nothing, and survives a lost network', async () => {
    const reader = await readsApplicationForm();
    const { page } = reader;
    await page.getByLabel('First name and surname').fill('Ada Lovelace');
    await page.getByLabel('Email address').fill('ada');
    await page.getByRole('button', { name: 'Send my application' }).click();
    const summary = page.getByRole('heading', { name: '3 answers are to be corrected' });
    await summary.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      '3 answers are to be corrected',
    );
    await page.getByRole('link', { name: /^Email address/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
    await page.getByLabel('Email address').fill('ada@example.org');
    await page.getByLabel('Organisation').fill('Analytical Society');
    await page.getByLabel('Motivation').fill('I count.');

    const lost = (route: { abort: () => Promise<void> }): Promise<void> => route.abort();
    await page.route('**/graphql', lost);
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.getByText('The forum does not answer').waitFor();
    expect(await page.getByLabel('Motivation').inputValue()).toBe('I count.');
    await page.unroute('**/graphql', lost);
    // A network that is cut is told by the browser too.
    reader.troubles.length = 0;

    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.getByText('Your application is sent').waitFor();
    const { applications } = await plenary.secretary.reads(
      'query ($callId: ID!) { applications(callId: $callId) { nodes { name organisationName } } }',
      { callId },
    );
    expect(applications.nodes).toEqual([{ name: 'Ada Lovelace', organisationName: 'Analytical Society' }]);
  });

  async function readsApplicationForm(): Promise<Reader> {
    const reader = await reads(null, { width: 360 });
    await reader.opens(`/calls/${callId}`);
    return reader;
  }

  it('says that a session is over, and keeps what was written', async () => {
    const visitor = await forum.voiceOf(plenary.member('CIVIL_SOCIETY', 4).personId);
    const reader = await reads(visitor);
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.CIVIL_SOCIETY}`);
    await page.getByLabel('Your statement').fill('I shall stand.');
    await visitor.reads('mutation { signOut { revoked } }');
    await page.getByRole('button', { name: 'Stand as a candidate' }).click();
    await page.getByText('Your session is over').waitFor();
    expect(await page.getByLabel('Your statement').inputValue()).toBe('I shall stand.');
  });

  it('keeps what was written where the page is told of a change after the session, until its reader reads on', async () => {
    const visitor = await forum.voiceOf(plenary.member('CIVIL_SOCIETY', 4).personId);
    const reader = await reads(visitor);
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.CIVIL_SOCIETY}`);
    await page.getByLabel('Your statement').fill('I shall stand.');
    await visitor.reads('mutation { signOut { revoked } }');
    const elsewhere = await forum.voiceOf(plenary.member('CIVIL_SOCIETY', 4).personId);
    const candidacyId = await plenary.stands(elsewhere, elections.CIVIL_SOCIETY);
    await page.getByText('Your session is over').waitFor();
    expect(await page.getByLabel('Your statement').inputValue()).toBe('I shall stand.');
    await page.getByRole('button', { name: /^Read on/ }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await page.getByLabel('Your statement').count()).toBe(0);
    done(await elsewhere.does('withdrawCandidacy', { candidacyId }));
  });
});

describe('a plenary that meets obstacles', () => {
  let first: Plenary;
  let second: Plenary;
  beforeAll(async () => {
    first = await Plenary.planned();
  });
  afterAll(() => first?.forum.close());

  it('says when ten days of silence are what lets it be convened (C3-AGENDA)', async () => {
    const { secretary, id: meetingId } = first;
    const items = COLLEGES.map((college) => ({
      kind: 'ELECTION',
      titleFr: `Élection, ${college}`,
      titleEn: `Election, ${college}`,
      office: 'CO_CHAIR',
      college,
    }));
    done(await secretary.does('draftAgenda', { meetingId, items }));
    for (const college of COLLEGES) await first.call(college);
    await first.keys([]);
    const reader = await reads(secretary, { at: first.forum, width: 360 });
    const silence = reader.page.getByText('The second key was not turned within ten days of yours.');
    await reader.opens(`/desk/meetings/${meetingId}`);
    expect(await silence.count()).toBe(0);
    await first.goTo('2024-06-10');
    await reader.opens(`/desk/meetings/${meetingId}`);
    await silence.waitFor();
    expect(await reader.barriers()).toEqual([]);
    done(await secretary.does('cancelMeeting', { meetingId, reason: 'It waits for its second key.' }));
  });

  it('publishes a changed agenda late, once those of the second key agree to its urgency', async () => {
    const { secretary } = first;
    const startsAt = '2024-07-10T12:00:00Z';
    const { id } = done(
      await secretary.does('planMeeting', { startsAt, place: 'Paris' }, '... on Meeting { id }'),
    );
    second = Plenary.first(first, '2024-07-10', id);
    await second.convened();
    await second.goTo('2024-07-07');
    const [desk, founder, anyone] = [
      await reads(second.secretary, { at: second.forum }),
      await reads(second.founder, { at: second.forum, width: 360 }),
      await reads(null, { at: second.forum, width: 360 }),
    ];
    await desk.opens('/needs-me');
    await desk.page.getByRole('heading', { level: 1, name: 'What needs me' }).waitFor();
    // Convened, its day ahead: neither asks for anything yet.
    for (const name of ['Record attendance', 'Prepare the agenda'])
      expect(await desk.page.getByRole('link', { name }).count()).toBe(0);

    await desk.opens(`/desk/meetings/${second.id}`);
    await desk.page.getByText('Change the agenda').click();
    await desk.page.getByRole('button', { name: 'Add an item' }).click();
    const added = desk.page.getByRole('group', { name: 'Item 5' });
    await added.getByLabel('Title in French').fill('Budget');
    await added.getByLabel('Title in English').fill('Budget of the forum');
    await desk.page.getByRole('button', { name: 'Save the agenda' }).click();
    const publish = desk.page.getByRole('button', { name: 'Publish the changed agenda' });
    await publish.waitFor();
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await desk.page.getByText('Until then, the published agenda stands').waitFor();
    await desk.page.getByRole('button', { name: 'Turn the secretariat’s key' }).click();
    await desk.page.getByText('The key is turned.').waitFor();

    await anyone.opens(`/meetings/${second.id}`);
    expect(await anyone.page.getByText('Budget of the forum').count()).toBe(0);

    await founder.opens(`/meetings/${second.id}`);
    await founder.page.getByRole('heading', { name: 'Change under way' }).waitFor();
    await founder.page.getByText('Changes since version 1').waitFor();
    expect(await founder.overflow()).toBe(0);
    expect(await founder.barriers()).toEqual([]);
    await founder.page.getByRole('button', { name: 'Turn the management committee’s key' }).click();
    const urgency = founder.page.getByText('Agree to the urgency', { exact: true }).first();
    await urgency.click();
    await founder.page.getByRole('button', { name: 'Agree to the urgency' }).click();
    await founder.page.getByText('Agreement to the urgency: turned by').waitFor();

    await desk.opens(`/desk/meetings/${second.id}`);
    expect(await desk.barriers()).toEqual([]);
    await desk.page.getByRole('textbox', { name: 'Reason for urgency' }).fill('The budget came today.');
    await desk.page.getByRole('button', { name: 'Publish by urgency' }).click();
    await desk.page.getByText('The changed agenda is published.').waitFor();
    await publish.waitFor({ state: 'detached' });

    await anyone.opens(`/meetings/${second.id}`);
    await anyone.page.getByText('Urgency: The budget came today.').waitFor();
    await anyone.page.getByText(/^Version 2 published on .*, 3 days before the session\.$/).waitFor();
    await anyone.page.getByText('Changes since version 1').waitFor();
    expect(await anyone.page.getByText('Budget of the forum').count()).toBe(2);
    expect(await anyone.overflow()).toBe(0);
    expect(await anyone.barriers()).toEqual([]);
  });

  it('is convened again at the desk for a new day, when its quorum was missing', async () => {
    await second.goTo(second.on, '14:00');
    const apology = { memberId: second.member('GOVERNMENT', 5).memberId, mode: 'EXCUSED' };
    done(await second.secretary.does('recordAttendance', { meetingId: second.id, entries: [apology] }));
    done(await second.secretary.does('declareNoQuorum', { meetingId: second.id }));
    const reader = await reads(second.secretary, { at: second.forum, width: 360 });
    const { page } = reader;
    await reader.opens(`/desk/meetings/${second.id}`);
    const again = page.getByRole('button', { name: 'Convene again' });
    await page.getByLabel('New date').fill('2024-07-12');
    await again.click();
    await page.getByRole('alert').getByRole('link', { name: 'NOTICE' }).waitFor();
    expect(await page.getByLabel('New date').inputValue()).toBe('2024-07-12');
    await page.getByLabel('New date').fill('2024-07-17');
    await again.click();
    await page.getByText('The convocations have left.').waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.opens(`/meetings/${second.id}`);
    await page.getByText('This second convocation requires no quorum.').first().waitFor();
    // Attendance starts anew; what was recorded before stays.
    await page.getByText('At the session that lacked its quorum').click();
    await page.getByRole('link', { name: 'GOVERNMENT 5' }).waitFor();
    expect(await reader.barriers()).toEqual([]);
  });
});

describe('a verification', () => {
  let held: HeldElection;
  beforeAll(async () => {
    held = await anElection({
      questions: [oneOf('Who?', ['Ada', 'Grace'], true)],
      trustees: [[2, 3]],
      votes: [
        { voter: 0, choices: [[0]] },
        { voter: 1, choices: ['blank'] },
        { voter: 0, choices: [[1]] },
      ],
      opening: [1, 3],
    });
  });

  /** Gives files to the page and waits for what it says of them. */
  async function verified(reader: Reader, archive: Uint8Array, verdict: string): Promise<string> {
    const { page } = reader;
    const file = (name: string, content: Uint8Array | string) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
    await page.getByLabel('Archive (.bel)').setInputFiles(file('election.bel', archive));
    await page
      .getByLabel('Bound proofs (.bound.json)')
      .setInputFiles(file('election.bound.json', held.sideFile));
    await page.getByRole('button', { name: 'Read and verify' }).click();
    await page.getByText(verdict).waitFor();
    return (await page.locator('main').textContent()) ?? '';
  }

  it('is made by the reader’s own device, of files that she has, in a thread that the policy lets start', async () => {
    const reader = await reads(null, { width: 360 });
    const { page } = reader;
    await reader.opens('/verify');
    await page.getByRole('button', { name: 'Read and verify' }).click();
    await page.getByText('Choose the archive to verify.').waitFor();
    const said = await verified(reader, held.archive, 'Everything that was checked is right.');
    expect(await reader.focused()).toBe('Everything that was checked is right.');
    expect(said).toContain('Who? — Ada: 0; Grace: 1; blank: 1');
    expect(said).toContain('✓ Each ballot is signed by its credential.');
    expect(await reader.barriers()).toEqual([]);
    expect(await reader.overflow()).toBe(0);

    const [replaced, blank] = held.ballots.map(fingerprintOf);
    await page.getByLabel('Tracker').fill(`  ${blank}`);
    await page.getByRole('button', { name: 'Look for it' }).click();
    await page.getByText('this ballot is in the box and it counts').waitFor();
    await page.getByLabel('Tracker').fill(replaced ?? '');
    await page.getByRole('button', { name: 'Look for it' }).click();
    await page.getByText('replaced by a later one').waitFor();

    const altered = held.archive.slice();
    altered[altered.length - 512] = (altered[altered.length - 512] ?? 0) ^ 1;
    expect(await verified(reader, altered, 'This archive is not right.')).toContain('✗ FALSE: ');
  });
});

describe('the rules of procedure', () => {
  it('are drafted from those in force, and said where they contradict a text', async () => {
    const reader = await reads(plenary.secretary, { width: 360 });
    const { page } = reader;
    await reader.opens('/desk/rules');
    const notice = page.getByLabel('Notice of a plenary, in days');
    expect(await notice.inputValue()).toBe('15');
    await notice.fill('400');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('link', { name: /^Notice of a plenary, in days/ }).click();
    expect(await reader.focused()).toBe('Notice of a plenary, in days');
    await notice.fill('20');
    await page.getByLabel('Majority of a decision put to the vote').selectOption('simple');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved').waitFor();
    const { charter } = await plenary.secretary.reads(
      '{ charter { draft { settings { plenaryNoticeDays decisionMajority recordedElectionsAllowed } } } }',
    );
    expect(charter.draft.settings).toEqual({
      plenaryNoticeDays: 20,
      decisionMajority: 'SIMPLE',
      recordedElectionsAllowed: true,
    });
    await reader.opens('/charter');
    await page.getByText('Draft of edition 2, waiting for its adoption').waitFor();
    expect(await reader.barriers()).toEqual([]);
  });
});

describe('a seat', () => {
  it('has its alternate named and ended by its member', async () => {
    const { memberId } = plenary.member('CIVIL_SOCIETY', 4);
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 4), { width: 360 });
    const { page } = reader;
    await reader.opens(`/members/${memberId}`);
    await page.getByLabel('First name and surname').fill('Grace Hopper');
    await page.getByLabel('Email address').fill('grace@example.org');
    await page.getByRole('button', { name: 'Name an alternate' }).click();
    await page.getByText('The alternate is named.').waitFor();
    expect(await reader.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'End the right of Grace Hopper' }).click();
    await page.getByText('The right of the alternate ends today.').waitFor();
    const other = await reads(plenary.member('GOVERNMENT', 1));
    await other.opens(`/members/${memberId}`);
    expect(await other.page.getByRole('button', { name: 'Name an alternate' }).count()).toBe(0);
  });

  it('has the address of its member changed by the secretariat, which says what it costs (REGISTER)', async () => {
    const { personId } = plenary.member('CIVIL_SOCIETY', 4);
    const { page, url } = await reads(plenary.secretary);
    await page.goto(`${url}/desk/members`);
    await page.getByLabel('Person').selectOption(personId);
    await page.getByLabel('New email address').fill('moved@example.org');
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByText('The address is changed.').waitFor();
    const moved = await reads(await forum.voiceOf(personId), { width: 360 });
    await moved.opens('/account');
    await moved.page.getByText('moved@example.org').waitFor();
    await moved.page.getByText('An address that changes after a register is fixed').waitFor();
  });
});

describe('a session', () => {
  const member = (place: number) => plenary.member('GOVERNMENT', place);
  const meets = async (voice: Voice, path = `/meetings/${plenary.id}`): Promise<Reader> => {
    const reader = await reads(voice, { width: 360 });
    await reader.opens(path);
    return reader;
  };
  const desk = () => meets(plenary.secretary, `/desk/meetings/${plenary.id}`);

  it('is represented by proxy: given, withdrawn, given again by the secretariat, shown', async () => {
    const giver = await meets(member(4));
    await giver.page.getByLabel('Member who gets the proxy').selectOption('GOVERNMENT 5');
    await giver.page.getByRole('button', { name: 'Give a proxy' }).click();
    await giver.page.getByText('GOVERNMENT 4 to GOVERNMENT 5').waitFor();
    await giver.page.getByRole('button', { name: 'Withdraw my proxy' }).click();
    await giver.page.getByText(/Withdrawn on/).waitFor();
    expect(await giver.barriers()).toEqual([]);
    expect(await giver.overflow()).toBe(0);

    const { page } = await desk();
    const record = page.getByRole('button', { name: 'Record the proxy received in writing' });
    await page.getByLabel('Member who is away').selectOption('GOVERNMENT 4');
    await page.getByLabel('Member who gets the proxy').selectOption('CIVIL_SOCIETY 1');
    await record.click();
    await page.getByText('a proxy is given to a member of the same college').waitFor();
    await page.getByLabel('Member who gets the proxy').selectOption('GOVERNMENT 5');
    await record.click();
    await page.getByText('The proxy is recorded.').waitFor();
  });

  it('decides by a vote by name, put by whoever presides, opened and closed at the desk', async () => {
    await plenary.opened();
    const { memberId } = member(4);
    const isAway = async (mode: string): Promise<void> => {
      const away = { meetingId: plenary.id, entries: [{ memberId, mode }] };
      done(await plenary.secretary.does('recordAttendance', away));
    };
    await isAway('EXCUSED');
    const lending = { meetingId: plenary.id, memberId, holderId: member(5).memberId };
    done(await member(4).does('giveProxy', lending));
    await isAway('REPRESENTED');

    const president = await meets(plenary.president());
    await president.page.getByRole('button', { name: /^Put to the vote: Ratification/ }).click();
    await president.page.getByText('The item is put to the vote').waitFor();
    const secretary = await desk();
    await secretary.page.getByRole('button', { name: 'Open the vote', exact: true }).click();
    await secretary.page.getByText('The vote is open.').waitFor();

    const voter = await meets(member(5));
    for (const seat of ['GOVERNMENT 5', 'GOVERNMENT 4']) {
      const answer = voter.page.getByRole('group', { name: `Answer of the seat of ${seat}` });
      await answer.getByLabel('For').check();
      await voter.page.getByRole('button', { name: `Vote for the seat of ${seat}` }).click();
      await voter.page.getByText('The answer is recorded.').waitFor();
    }
    await voter.page.getByText('2 seats have answered.').waitFor();
    expect(await voter.barriers()).toEqual([]);
    expect(await voter.overflow()).toBe(0);
    // The desk is told.
    await secretary.page.getByText('2 seats have answered.').waitFor();
    await secretary.page.getByRole('button', { name: 'Close the vote', exact: true }).click();
    await secretary.page.getByText('Rejected').waitFor();
    const row = secretary.page.getByRole('row', { name: /^government actors/ });
    expect(await row.textContent()).toContain('2');

    const anyone = await reads(null);
    await anyone.opens(`/meetings/${plenary.id}`);
    await anyone.page.getByText('Votes by name', { exact: true }).click();
    const lent = anyone.page.getByRole('row', { name: /^GOVERNMENT 4/ });
    expect(await lent.textContent()).toContain('GOVERNMENT 5, by proxy');
    expect(await anyone.barriers()).toEqual([]);
  });

  it('draws a lot from values that scrutineers chose before the poll', async () => {
    const electionId = elections.GOVERNMENT;
    const { candidacies } = await plenary.election(electionId, 'candidacies { id }');
    const [one, two]: string[] = candidacies.map(({ id }: Json) => id);
    if (one === undefined || two === undefined) throw new Error('Two stand.');
    const secretary = await desk();
    const election = secretary.page
      .getByRole('region', { name: 'Election of the co-chair, government actors' })
      .or(secretary.page.locator('section', { hasText: 'Election of the co-chair, government actors' }))
      .last();
    await election.getByText(/^Scrutineers: nobody yet/).click();
    await election.getByLabel('Scrutineer of the college: government actors').selectOption('GOVERNMENT 1');
    await election.getByRole('button', { name: 'Name this scrutineer: government actors' }).click();
    await election.getByText(/^Scrutineers: GOVERNMENT 1/).waitFor();

    await plenary.round(electionId, 'GOVERNMENT', [one, two]);
    done(await plenary.president().does('orderPoll', { electionId }));
    const scrutineer = await meets(plenary.president(), `/elections/${electionId}`);
    const { page } = scrutineer;
    await page.getByRole('button', { name: 'Choose a value at random' }).click();
    const value = await page.locator('.ds-alert code').textContent();
    expect(value).toMatch(/^[0-9a-f]{32}$/);
    expect(await scrutineer.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'I wrote it down: publish its hash' }).click();
    await page.getByText('The hash is published.').waitFor();

    done(await plenary.secretary.does('openVoting', { electionId }));
    await plenary.ballots(electionId, 'GOVERNMENT', [one, two]);
    await plenary.count(electionId);
    await page.getByLabel('Your value').fill('0'.repeat(32));
    await page.getByRole('button', { name: 'Reveal my value' }).click();
    await page.getByText('is not the one that was committed').waitFor();
    await page.getByLabel('Your value').fill(value ?? '');
    await page.getByRole('button', { name: 'Reveal my value' }).click();
    await page.getByText('The value is revealed.').waitFor();

    // The desk may not have heard of the count yet: first its form, then the value revealed, in whose place no dice are asked for.
    const dice = secretary.page.getByLabel('Dice rolled in session for the college: civil society');
    await dice.waitFor();
    await secretary.page
      .getByLabel('Dice rolled in session for the college: government actors')
      .waitFor({ state: 'detached' });
    await dice.fill('123456123456123456123456abcdef00');
    await secretary.page.getByRole('button', { name: 'Draw the lot between those tied' }).click();
    await secretary.page.getByText('The lot has decided.').waitFor();
    await page.getByRole('heading', { name: 'Lot' }).waitFor();
    await page
      .getByRole('row', { name: /Elected/ })
      .first()
      .waitFor();
    expect(await scrutineer.barriers()).toEqual([]);
    expect(await scrutineer.overflow()).toBe(0);
  });
});

describe('a recorded election', () => {
  it('is voted in by keyboard alone, from what needs me to the receipt, and voted in again', async () => {
    await plenary.vote(elections.CIVIL_SOCIETY);
    const voter = plenary.member('CIVIL_SOCIETY', 3);
    const reader = await reads(voter, { width: 360 });
    const { page } = reader;
    await page.goto(`${reader.url}/needs-me`);
    await page.getByRole('link', { name: /^Vote/ }).waitFor();
    await reader.tabTo(/^Vote/);
    await page.keyboard.press('Enter');
    await page.getByText('Your vote is by name').waitFor();
    await reader.tabTo(/^CIVIL_SOCIETY 2/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await reader.tabTo(/^Review my choice/);
    await page.keyboard.press('Enter');
    await page.getByText('You vote for:').waitFor();
    expect(await reader.focused()).toBe('Read again before you vote');
    expect(await page.locator('main').textContent()).toContain('CIVIL_SOCIETY 3');
    await reader.tabTo(/^Vote$/);
    await page.keyboard.press('Enter');
    await page.getByText('Round 1, ballot no. 1 of this seat').waitFor();
    expect(await reader.focused()).toBe('Your vote is recorded');
    expect(await reader.barriers()).toEqual([]);

    await reader.tabTo(/^Vote again/);
    await page.keyboard.press('Enter');
    await reader.tabTo(/^CIVIL_SOCIETY 3/);
    // Two more stand, then comes the blank vote.
    for (let place = 0; place < 3; place += 1) await page.keyboard.press('ArrowDown');
    await reader.tabTo(/^Review my choice/);
    await page.keyboard.press('Enter');
    await page.getByText('You cast a blank vote.').waitFor();
    await reader.tabTo(/^Vote$/);
    await page.keyboard.press('Enter');
    await page.getByText('Round 1, ballot no. 2 of this seat').waitFor();

    await isTooLate();
    await expectRecorded();
  });

  /** The poll closes while somebody reads her choice again: the rule that refuses is shown, its text and its source. */
  async function isTooLate(): Promise<void> {
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 2));
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.CIVIL_SOCIETY}/vote`);
    await page.getByLabel('CIVIL_SOCIETY 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await plenary.count(elections.CIVIL_SOCIETY);
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    const refusal = page.getByRole('alert', { name: 'The charter does not allow it' });
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/Rule LIFE[\s\S]*Source: /);
    expect(await reader.focused()).toContain('The charter does not allow it');
    expect(await reader.barriers()).toEqual([]);
    await refusal.getByRole('link', { name: 'LIFE' }).click();
    await page.getByRole('heading', { level: 1, name: 'Charter' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('LIFE');
  }

  /** The last ballot counts, and everybody can read it. */
  async function expectRecorded(): Promise<void> {
    const reader = await reads(null);
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.CIVIL_SOCIETY}`);
    await page.getByText('Votes by name', { exact: true }).click();
    const votes = page.getByRole('table', { name: /^Votes by name/ });
    const row = votes.getByRole('row', { name: /^CIVIL_SOCIETY 3/ });
    expect(await row.textContent()).toContain('blank vote');
  }
});
