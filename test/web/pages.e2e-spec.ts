import { Database } from '@hemicycle/database';
import { ProcedureRepository } from '@hemicycle/procedure';
import { fingerprintOf, oneOf } from '@hemicycle/sealed-ballot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anElection, type HeldElection } from '../../libs/sealed-ballot/test/an-election.js';
import { aBrowser, Reader } from '../support/browser.js';
import type { MemberVoice, TestForum, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

let browser: Browser;
let plenary: Plenary;
let forum: TestForum;
let elections: Awaited<ReturnType<Plenary['called']>>;
let callId: string;
const readers: Reader[] = [];

beforeAll(async () => {
  browser = await aBrowser();
  plenary = await Plenary.planned();
  ({ forum } = plenary);
  const procedure = forum.api.get(ProcedureRepository, { strict: false });
  await forum.api.get(Database).transaction((tx) => procedure.markAsDemonstration(tx));
  callId = await anOpenCall(plenary.secretary);
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
  '/calls',
  `/calls/${callId}`,
  '/charter',
  '/verify',
];
const ownPages = (): string[] => [
  '/needs-me',
  '/account',
  '/desk',
  `/desk/meetings/${plenary.id}`,
  '/desk/calls',
  `/desk/calls/${callId}`,
  '/desk/members',
];

describe('every page', () => {
  /** What must hold wherever one looks, wide and narrow. */
  async function isSound(reader: Reader, path: string, language: 'fr' | 'en'): Promise<void> {
    await reader.opens(path);
    const { page } = reader;
    expect({ path, headings: await page.locator('h1').count() }).toEqual({ path, headings: 1 });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const title = (await page.locator('h1').textContent()) ?? '';
    expect((await page.title()).startsWith(title)).toBe(true);
    const host = language === 'fr' ? 'Hébergé par le Conseil' : 'Hosted by the Economic';
    expect(await page.locator('footer').textContent()).toContain(host);
    expect(await page.locator('aside').textContent()).toMatch(/^D[ée]monstration/);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ path, width, overflow: await reader.overflow() }).toEqual({ path, width, overflow: 0 });
      expect({ path, width, barriers: await reader.barriers() }).toEqual({ path, width, barriers: [] });
    }
  }

  it.each(['fr', 'en'] as const)(
    'has no barrier and fits a telephone, for the public, in %s',
    async (language) => {
      const reader = await reads(null, { language });
      for (const path of publicPages()) await isSound(reader, path, language);
    },
  );

  it.each(['fr', 'en'] as const)(
    'has no barrier and fits a telephone, for the secretariat, in %s',
    async (language) => {
      const reader = await reads(plenary.secretary, { language });
      for (const path of ownPages()) await isSound(reader, path, language);
    },
  );

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

describe('what others do', () => {
  it('shows on the page without asking, and again after the database let go of whoever listens', async () => {
    const reader = await reads(null);
    await reader.opens(`/elections/${elections.CIVIL_SOCIETY}`);
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 5), elections.CIVIL_SOCIETY);
    await reader.page.getByText('CIVIL_SOCIETY 5').first().waitFor();
    await forum.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'hemicycle listener' AND datname = current_database()`,
    );
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
});

describe('the meeting desk', () => {
  let young: Plenary;
  beforeAll(async () => {
    young = await Plenary.planned();
  });
  afterAll(() => young?.forum.close());

  it('goes from planning to convening, and explains what cannot be done yet', async () => {
    const reader = await reads(young.secretary, { at: young.forum });
    const { page } = reader;
    await page.goto(`${reader.url}/desk`);
    await page.getByLabel('Day', { exact: true }).fill('2024-12-12');
    await page.getByLabel('Place').fill('Palais d’Iéna');
    await page.getByRole('button', { name: 'Plan the session' }).click();
    await page.getByRole('heading', { level: 1, name: 'Desk: plenary session no. 2' }).waitFor();
    const { pathname } = new URL(page.url());
    const meetingId = pathname.split('/').at(-1) ?? '';

    const item = (position: number) => page.getByRole('group', { name: `Item ${position}` });
    await item(1).getByLabel('Title in French').fill('Clôture');
    await item(1).getByLabel('Title in English').fill('Closing');
    await page.getByRole('button', { name: 'Add an item' }).click();
    await item(2).getByLabel('Title in French').fill('Ouverture');
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('Give every item a title in both languages.').waitFor();
    await item(2).getByLabel('Title in English').fill('Opening');
    await page.getByRole('button', { name: 'Move up item 2' }).focus();
    await page.keyboard.press('Enter');
    expect(await reader.focused()).toBe('Move up item 1');
    expect(await item(1).getByLabel('Title in English').inputValue()).toBe('Opening');
    for (const [position, college] of [
      [3, 'government actors'],
      [4, 'civil society'],
    ] as const) {
      await page.getByRole('button', { name: 'Add an item' }).click();
      await item(position).getByLabel('Kind').selectOption('Election');
      await item(position).getByLabel('Seat to be filled').selectOption(`Co-chairs, ${college}`);
      await item(position).getByLabel('Title in French').fill(`Élection, ${college}`);
      await item(position).getByLabel('Title in English').fill(`Election, ${college}`);
    }
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('The agenda is saved: version 1.').waitFor();
    for (const college of ['government actors', 'civil society']) {
      await page.getByRole('button', { name: `Call the election: Co-chairs, ${college}` }).click();
      await page.getByRole('heading', { name: `Election of the co-chair, ${college}` }).waitFor();
    }

    // Not before both keys: the button can be reached, and says why it does nothing.
    const convene = page.getByRole('button', { name: 'Convene the members' });
    await convene.focus();
    expect(await convene.getAttribute('aria-disabled')).toBe('true');
    const why = await convene.evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(why).toContain('C3-AGENDA');
    await page.keyboard.press('Enter');
    expect(await page.getByText('The convocations have left.').count()).toBe(0);

    await page.getByRole('button', { name: 'Turn the secretariat’s key' }).click();
    await page.getByText('The key is turned.').waitFor();
    await turnsTheOtherKey(meetingId);
    await page.reload();
    await page.getByRole('button', { name: 'Convene the members' }).click();
    await page.getByText('The convocations have left.').waitFor();
    const { meeting } = await young.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { state agenda { items { title } } elections { state } } }',
      { id: meetingId },
    );
    expect(meeting.state).toBe('CONVENED');
    expect(meeting.agenda.items.slice(0, 2)).toEqual([{ title: 'Opening' }, { title: 'Closing' }]);
    expect(meeting.elections).toEqual([{ state: 'NOMINATIONS' }, { state: 'NOMINATIONS' }]);
  });

  async function turnsTheOtherKey(meetingId: string): Promise<void> {
    const reader = await reads(young.founder, { at: young.forum });
    const { page } = reader;
    await page.goto(`${reader.url}/needs-me`);
    await page.getByRole('link', { name: 'Turn your key of the agenda' }).click();
    await page.getByRole('button', { name: 'Turn the management committee’s key' }).click();
    await page.getByText('The key is turned.').waitFor();
    expect(page.url()).toContain(meetingId);
  }
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

describe('a recorded election', () => {
  it('is voted in by keyboard alone, from what needs me to the receipt, and voted in again', async () => {
    await plenary.opened();
    await plenary.vote(elections.GOVERNMENT);
    const voter = plenary.member('GOVERNMENT', 4);
    const reader = await reads(voter, { width: 360 });
    const { page } = reader;
    await page.goto(`${reader.url}/needs-me`);
    await page.getByRole('link', { name: /^Vote/ }).waitFor();
    await tabTo(reader, /^Vote/);
    await page.keyboard.press('Enter');
    await page.getByText('Your vote is by name').waitFor();
    await tabTo(reader, /^GOVERNMENT 2/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await tabTo(reader, /^Review my choice/);
    await page.keyboard.press('Enter');
    await page.getByText('You vote for:').waitFor();
    expect(await reader.focused()).toBe('Read again before you vote');
    expect(await page.locator('main').textContent()).toContain('GOVERNMENT 3');
    await tabTo(reader, /^Vote$/);
    await page.keyboard.press('Enter');
    await page.getByText('Round 1, ballot no. 1 of this seat').waitFor();
    expect(await reader.focused()).toBe('Your vote is recorded');
    expect(await reader.barriers()).toEqual([]);

    await tabTo(reader, /^Vote again/);
    await page.keyboard.press('Enter');
    await tabTo(reader, /^GOVERNMENT 3/);
    await page.keyboard.press('ArrowDown');
    await tabTo(reader, /^Review my choice/);
    await page.keyboard.press('Enter');
    await page.getByText('You cast a blank vote.').waitFor();
    await tabTo(reader, /^Vote$/);
    await page.keyboard.press('Enter');
    await page.getByText('Round 1, ballot no. 2 of this seat').waitFor();

    await isTooLate();
    await expectRecorded(voter);
  });

  /** The poll closes while somebody reads her choice again: the rule that refuses is shown, its text and its source. */
  async function isTooLate(): Promise<void> {
    const reader = await reads(plenary.member('GOVERNMENT', 5));
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.GOVERNMENT}/vote`);
    await page.getByLabel('GOVERNMENT 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await plenary.count(elections.GOVERNMENT);
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
  async function expectRecorded({ number }: MemberVoice): Promise<void> {
    const reader = await reads(null);
    const { page } = reader;
    await page.goto(`${reader.url}/elections/${elections.GOVERNMENT}`);
    await page.getByText('Votes by name', { exact: true }).click();
    const row = page.getByRole('row', { name: /GOVERNMENT 4/ });
    expect(number).toBe(4);
    expect(await row.last().textContent()).toContain('blank vote');
  }

  /** Goes forward by the key that everybody has. @throws when a whole round of the page does not lead there. */
  async function tabTo(reader: Reader, name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await reader.focused();
      if (name.test(focused)) return;
      passed.push(focused.slice(0, 30));
      await reader.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not lead to ${name}, but to ${passed.join(' · ')}`);
  }
});
