import { Database } from '@hemicycle/database';
import { ProcedureRepository } from '@hemicycle/procedure';
import {
  credentialsFile,
  fingerprintOf,
  newCredential,
  oneOf,
  publicCredential,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anElection, type HeldElection } from '../../libs/sealed-ballot/test/an-election.js';
import { aBrowser, Reader } from '../support/browser.js';
import type { Json, MemberVoice, TestForum, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { proposed } from '../support/working-groups.js';
import { TOOL_IS_HERE, toolAccepts } from '../sealed-ballot/third-party-tool.js';
import { casts, lastRound, pollFile, TrusteeDevice } from '../support/sealed.js';

let browser: Browser;
let plenary: Plenary;
let forum: TestForum;
let elections: Awaited<ReturnType<Plenary['called']>>;
let callId: string;
let groupId: string;
const readers: Reader[] = [];

beforeAll(async () => {
  browser = await aBrowser();
  plenary = await Plenary.planned();
  ({ forum } = plenary);
  const procedure = forum.api.get(ProcedureRepository, { strict: false });
  await forum.api.get(Database).transaction((tx) => procedure.markAsDemonstration(tx));
  callId = await anOpenCall(plenary.secretary);
  groupId = await proposed(plenary, [plenary.member('GOVERNMENT', 1), plenary.member('CIVIL_SOCIETY', 1)]);
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
  '/observance',
  '/decisions',
  '/groups',
  `/groups/${groupId}`,
  '/verify',
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
  `/members/${plenary.member('CIVIL_SOCIETY', 1).memberId}`,
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

  it('says when ten days of silence are what lets it convene (C3-AGENDA)', async () => {
    const { secretary, id: meetingId } = young;
    // The plenary of the test before has called the same elections.
    const { meetings } = await secretary.reads('{ meetings(first: 5) { nodes { id } } }');
    const other = meetings.nodes.find(({ id }: Json) => id !== meetingId);
    done(await secretary.does('cancelMeeting', { meetingId: other.id, reason: 'One plenary is enough.' }));
    const items = (['GOVERNMENT', 'CIVIL_SOCIETY'] as const).map((college) => ({
      kind: 'ELECTION',
      titleFr: `Élection, ${college}`,
      titleEn: `Election, ${college}`,
      office: 'CO_CHAIR',
      college,
    }));
    done(await secretary.does('draftAgenda', { meetingId, items }));
    await young.call('GOVERNMENT');
    await young.call('CIVIL_SOCIETY');
    done(await secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' }));
    const reader = await reads(secretary, { at: young.forum, width: 360 });
    const silence = reader.page.getByText('The second key was not turned within ten days of yours.');
    await reader.opens(`/desk/meetings/${meetingId}`);
    expect(await silence.count()).toBe(0);
    await young.goTo('2024-06-10');
    await reader.opens(`/desk/meetings/${meetingId}`);
    await silence.waitFor();
    expect(await reader.barriers()).toEqual([]);
  });
});

describe('an agenda changed after the convocation', () => {
  let convened: Plenary;
  beforeAll(async () => {
    convened = await Plenary.planned();
    await convened.convened();
  });
  afterAll(() => convened?.forum.close());

  it('is published late, once those of the second key agree to its urgency', async () => {
    await convened.goTo('2024-06-17');
    const [desk, founder, anyone] = [
      await reads(convened.secretary, { at: convened.forum }),
      await reads(convened.founder, { at: convened.forum, width: 360 }),
      await reads(null, { at: convened.forum, width: 360 }),
    ];
    await desk.page.goto(`${desk.url}/needs-me`);
    await desk.page.getByRole('link', { name: 'Record attendance' }).waitFor();
    expect(await desk.page.getByRole('link', { name: 'Prepare the agenda' }).count()).toBe(0);

    await desk.opens(`/desk/meetings/${convened.id}`);
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

    await anyone.opens(`/meetings/${convened.id}`);
    expect(await anyone.page.getByText('Budget of the forum').count()).toBe(0);

    await founder.opens(`/meetings/${convened.id}`);
    await founder.page.getByRole('heading', { name: 'Change under way' }).waitFor();
    await founder.page.getByText('Changes since version 1').waitFor();
    expect(await founder.overflow()).toBe(0);
    expect(await founder.barriers()).toEqual([]);
    await founder.page.getByRole('button', { name: 'Turn the management committee’s key' }).click();
    const urgency = founder.page.getByText('Agree to the urgency', { exact: true }).first();
    await urgency.click();
    await founder.page.getByRole('button', { name: 'Agree to the urgency' }).click();
    await founder.page.getByText('Agreement to the urgency: turned by').waitFor();

    await desk.opens(`/desk/meetings/${convened.id}`);
    expect(await desk.barriers()).toEqual([]);
    await desk.page.getByLabel('Reason for urgency').fill('The budget came today.');
    await desk.page.getByRole('button', { name: 'Publish by urgency' }).click();
    await desk.page.getByText('The changed agenda is published.').waitFor();
    await publish.waitFor({ state: 'detached' });

    await anyone.opens(`/meetings/${convened.id}`);
    await anyone.page.getByText('Urgency: The budget came today.').waitFor();
    await anyone.page.getByText(/^Version 2 published on .*, 3 days before the session\.$/).waitFor();
    await anyone.page.getByText('Changes since version 1').waitFor();
    expect(await anyone.page.getByText('Budget of the forum').count()).toBe(2);
    expect(await anyone.overflow()).toBe(0);
    expect(await anyone.barriers()).toEqual([]);
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
  let held: Plenary;
  let electionId: string;
  beforeAll(async () => {
    held = await Plenary.planned();
    electionId = (await held.convened()).GOVERNMENT;
  });
  afterAll(() => held?.forum.close());
  const member = (place: number) => held.member('GOVERNMENT', place);
  const meets = async (voice: Voice, path = `/meetings/${held.id}`): Promise<Reader> => {
    const reader = await reads(voice, { at: held.forum, width: 360 });
    await reader.opens(path);
    return reader;
  };
  const desk = () => meets(held.secretary, `/desk/meetings/${held.id}`);

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
    await held.opened();
    const { memberId } = member(4);
    const isAway = async (mode: string): Promise<void> => {
      const away = { meetingId: held.id, entries: [{ memberId, mode }] };
      done(await held.secretary.does('recordAttendance', away));
    };
    await isAway('EXCUSED');
    const lending = { meetingId: held.id, memberId, holderId: member(5).memberId };
    done(await member(4).does('giveProxy', lending));
    await isAway('REPRESENTED');

    const president = await meets(held.president());
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

    const anyone = await reads(null, { at: held.forum });
    await anyone.opens(`/meetings/${held.id}`);
    await anyone.page.getByText('Votes by name', { exact: true }).click();
    const lent = anyone.page.getByRole('row', { name: /^GOVERNMENT 4/ });
    expect(await lent.textContent()).toContain('GOVERNMENT 5, by proxy');
    expect(await anyone.barriers()).toEqual([]);
  });

  it('draws a lot from values that scrutineers chose before the poll', async () => {
    const candidacies: string[] = [];
    for (const place of [2, 3]) candidacies.push(await held.stands(member(place), electionId));
    const [one = '', two = ''] = candidacies;
    const secretary = await desk();
    const election = secretary.page
      .getByRole('region', { name: 'Election of the co-chair, government actors' })
      .or(secretary.page.locator('section', { hasText: 'Election of the co-chair, government actors' }))
      .last();
    await election.getByText(/^Scrutineers: nobody yet/).click();
    await election.getByLabel('Scrutineer of the college: government actors').selectOption('GOVERNMENT 1');
    await election.getByRole('button', { name: 'Name this scrutineer: government actors' }).click();
    await election.getByText(/^Scrutineers: GOVERNMENT 1/).waitFor();

    await held.round(electionId, 'GOVERNMENT', [one, two]);
    done(await held.president().does('orderPoll', { electionId }));
    const scrutineer = await meets(held.president(), `/elections/${electionId}`);
    const { page } = scrutineer;
    await page.getByRole('button', { name: 'Choose a value at random' }).click();
    const value = await page.locator('.ds-alert code').textContent();
    expect(value).toMatch(/^[0-9a-f]{32}$/);
    expect(await scrutineer.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'I wrote it down: publish its hash' }).click();
    await page.getByText('The hash is published.').waitFor();

    done(await held.secretary.does('openVoting', { electionId }));
    await held.ballots(electionId, 'GOVERNMENT', [one, two]);
    await held.count(electionId);
    await page.getByLabel('Your value').fill('0'.repeat(32));
    await page.getByRole('button', { name: 'Reveal my value' }).click();
    await page.getByText('is not the one that was committed').waitFor();
    await page.getByLabel('Your value').fill(value ?? '');
    await page.getByRole('button', { name: 'Reveal my value' }).click();
    await page.getByText('The value is revealed.').waitFor();

    await secretary.page
      .getByLabel('Dice rolled in session for the college: government actors')
      .waitFor({ state: 'detached' });
    await secretary.page
      .getByLabel('Dice rolled in session for the college: civil society')
      .fill('123456123456123456123456abcdef00');
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

describe('a session without quorum', () => {
  it('is convened again at the desk, for a new day', async () => {
    const poor = await Plenary.planned();
    try {
      await poor.convened();
      await poor.goTo(poor.on, '14:00');
      done(await poor.secretary.does('declareNoQuorum', { meetingId: poor.id }));
      const reader = await reads(poor.secretary, { at: poor.forum, width: 360 });
      const { page } = reader;
      await reader.opens(`/desk/meetings/${poor.id}`);
      const again = page.getByRole('button', { name: 'Convene again' });
      await page.getByLabel('New date').fill('2024-06-22');
      await again.click();
      await page.getByRole('alert').getByRole('link', { name: 'NOTICE' }).waitFor();
      expect(await page.getByLabel('New date').inputValue()).toBe('2024-06-22');
      await page.getByLabel('New date').fill('2024-06-27');
      await again.click();
      await page.getByText('The convocations have left.').waitFor();
      expect(await reader.barriers()).toEqual([]);
      await reader.opens(`/meetings/${poor.id}`);
      await page.getByText('This second convocation requires no quorum.').first().waitFor();
      await reader.leaves();
    } finally {
      await poor.forum.close();
    }
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
});

/** Everybody has a browser of her own, kept from her first act to her last. */
describe('a secret election', () => {
  let secret: Plenary;
  let electionId: string;
  let underFloor: string;
  let host: Voice;
  let desk: Reader;
  /** The first votes by keyboard alone, on a telephone; the second presides too. */
  let voters: [Reader, Reader];
  let trustees: [Reader, Reader, Reader];
  /** What the trustees wrote on paper. */
  const seeds: string[] = [];
  /** What the two voters wrote down. */
  const trackers: string[] = [];
  const voter = (place: number): MemberVoice => secret.member('GOVERNMENT', place);
  const address = (): string => `/elections/${electionId}`;

  beforeAll(async () => {
    secret = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    ({ GOVERNMENT: electionId, CIVIL_SOCIETY: underFloor } = await secret.convened());
    for (const place of [2, 3]) {
      // They stand on the ballot in this order.
      secret.forum.clock.pass(60_000);
      await secret.stands(voter(place), electionId);
      await secret.stands(secret.member('CIVIL_SOCIETY', place), underFloor);
    }
    await secret.opened();
    await secret.ratifies();
    host = await secret.forum.secretary('Host');
    const { url } = secret.forum;
    const browserOf = ({ token }: Voice, width = 1280): Promise<Reader> =>
      Reader.at(browser, url, { token, width });
    desk = await browserOf(secret.secretary);
    voters = [await browserOf(voter(4), 360), await browserOf(voter(1))];
    trustees = [
      await browserOf(voter(5)),
      await browserOf(secret.member('CIVIL_SOCIETY', 5)),
      await browserOf(host),
    ];
  });
  afterAll(async () => {
    for (const one of [desk, ...(voters ?? []), ...(trustees ?? [])]) await one?.leaves();
    await secret?.forum.close();
  });

  /** Wide and narrow, where it stands now: no barrier, and nothing beyond the edge. */
  async function isSound(reader: Reader): Promise<void> {
    for (const width of [1280, 360]) {
      await reader.page.setViewportSize({ width, height: 900 });
      expect({ width, overflow: await reader.overflow() }).toEqual({ width, overflow: 0 });
      expect({ width, barriers: await reader.barriers() }).toEqual({ width, barriers: [] });
    }
  }

  /** One election at the desk, which shows by itself what others did. */
  const atTheDesk = (college = 'government actors') =>
    desk.page
      .locator('section')
      .filter({ has: desk.page.getByRole('heading', { level: 3, name: new RegExp(`${college}$`) }) })
      .last();
  async function presses(button: string, said: string, college?: string): Promise<void> {
    await atTheDesk(college).getByRole('button', { name: button }).click();
    await desk.page.getByText(said).waitFor();
  }

  /** Presses a button that is gone once the server has what it sends. */
  async function sends({ page }: Reader, name: string): Promise<void> {
    const button = page.getByRole('button', { name });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  async function namesScrutineers(id: string): Promise<void> {
    for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
      const { personId } = secret.member(college, 6);
      done(await secret.secretary.does('nameScrutineer', { electionId: id, college, personId }));
    }
  }

  it('has its key made by three trustees', async () => {
    await desk.opens(`/desk/meetings/${secret.id}`);
    await desk.page.getByLabel('For government actors').selectOption(voter(5).personId);
    await desk.page.getByLabel('For civil society').selectOption(secret.member('CIVIL_SOCIETY', 5).personId);
    await desk.page.getByLabel('For the host').selectOption(host.personId ?? '');
    await desk.page.getByRole('button', { name: 'Name the trustees' }).click();
    await desk.page.getByText('The trustees are named.').waitFor();
    await isSound(desk);

    for (const trustee of trustees) {
      const { page, url } = trustee;
      await page.goto(`${url}/needs-me`);
      await page.getByRole('link', { name: 'Make your share of the key' }).click();
      await page.getByRole('button', { name: 'Draw my secret code' }).click();
      seeds.push((await page.getByRole('alert').locator('code').textContent()) ?? '');
      await page.getByRole('button', { name: 'Send my certificate' }).click();
      await page.getByText('First write the code on paper').waitFor();
      await page.getByLabel('I have written it on paper').check();
      if (seeds.length === 1) await isSound(trustee);
      await sends(trustee, 'Send my certificate');
    }
    expect(new Set(seeds).size).toBe(3);
    for (const trustee of trustees) await sends(trustee, 'Seal and send the shares');
    // The third lost her device: she types what she wrote down, wrongly first.
    const [first, , third] = trustees;
    await third.page.evaluate(() => localStorage.clear());
    await third.page.reload();
    await third.page.getByLabel('Your secret code of 22 characters').fill(seeds[0] ?? '');
    await third.page.getByRole('button', { name: 'Put my shares together' }).click();
    await third.page.getByText('This secret code is not that of your share.').waitFor();
    await isSound(third);
    await third.page.getByLabel('Your secret code of 22 characters').fill(` ${seeds[2]} `);
    for (const trustee of [third, ...trustees.slice(0, 2)]) await sends(trustee, 'Put my shares together');
    await first.page.getByText('The key is made.').waitFor();
    await isSound(first);
  });

  it('is ordered by its president, and opened at the desk', async () => {
    await namesScrutineers(electionId);
    const [, president] = voters;
    await president.page.goto(`${president.url}/needs-me`);
    await president.page.getByRole('link', { name: /^Order the vote.*government actors$/ }).click();
    await president.page.getByRole('button', { name: 'Order the round' }).click();
    await president.page.getByText('The round is ordered').waitFor();
    await isSound(president);
    await atTheDesk().getByText('Round 1: ordered, not open yet.').waitFor();
    await presses('Open the vote, to close in session', 'The vote is open.');
  });

  it('is voted in by keyboard alone, sealed on the voter’s device, and voted in again', async () => {
    const [reader] = voters;
    const { page } = reader;
    await reader.opens('/needs-me');
    await tabTo(reader, /^Vote by secret ballot/);
    await page.keyboard.press('Enter');
    await page.getByText('Your vote is secret').waitFor();
    // Told before she votes (SECRECY-FLOOR).
    await page.getByText('of a single ballot, the outcome tells everything').waitFor();
    await isSound(reader);
    await votes(/^GOVERNMENT 2/, 'GOVERNMENT 3');
    const first = await trackerOn(reader);
    await isSound(reader);
    await tabTo(reader, /^Vote again/);
    await page.keyboard.press('Enter');
    await votes(/^GOVERNMENT 3/, 'Blank vote');
    await page.getByText(`It replaces your ballot ${first}.`).waitFor();
    const second = await trackerOn(reader);
    await page.getByText(`${first}: replaced, in round 1`).waitFor();
    await page.getByText(`${second}: in the box of round 1`).waitFor();
    const elsewhere = 'replaced by a ballot that was not cast from this device';
    expect(await page.getByText(elsewhere).count()).toBe(0);

    // Somebody with her session votes: the booth tells her when she comes back, and she has the last word.
    const { tracker: foreign } = done(await casts(voter(4), electionId, []));
    await page.reload();
    await page.getByText(elsewhere).waitFor();
    await isSound(reader);
    await page.getByLabel('Blank vote').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByRole('button', { name: 'Seal and vote' }).click();
    await page.getByText(`It replaces the ballot ${foreign}, which was not cast from this device.`).waitFor();
    const third = await trackerOn(reader);
    await page.getByText(`${third}: in the box of round 1`).waitFor();
    expect(await page.getByText(elsewhere).count()).toBe(0);
    trackers.push(third);

    // Whatever is read of the page later, nothing of it goes with a choice.
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain(third);
    expect(kept).not.toMatch(/blank|GOVERNMENT/);

    async function votes(before: RegExp, chosen: string): Promise<void> {
      await tabTo(reader, before);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await tabTo(reader, /^Review my choice/);
      await page.keyboard.press('Enter');
      await page.getByText('Read again before you vote').waitFor();
      expect(await page.locator('dd').first().textContent()).toBe(chosen);
      await isSound(reader);
      await tabTo(reader, /^Seal and vote/);
      await page.keyboard.press('Enter');
      await page.getByText('Your sealed ballot is in the box.').waitFor();
      expect(await reader.focused()).toBe('Your ballot is in the box');
    }
  });
  const trackerOn = async ({ page }: Reader): Promise<string> =>
    (await page.locator('main code').first().textContent()) ?? '';

  it('is voted in by a second voter, who follows her ballot by its number', async () => {
    const [, reader] = voters;
    const { page } = reader;
    await page.getByRole('link', { name: 'Vote', exact: true }).click();
    await page.getByLabel('GOVERNMENT 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByRole('button', { name: 'Seal and vote' }).click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
    const tracker = await trackerOn(reader);
    trackers.push(tracker);
    // During the poll anybody learns of a number where its ballot is, and nothing else.
    const anyone = await reads(null, { at: secret.forum });
    await anyone.opens(address());
    await anyone.page.getByLabel('Tracker').fill(tracker);
    await anyone.page.getByRole('button', { name: 'Look for it' }).click();
    await anyone.page.getByText(`${tracker}: in the box of round 1`).waitFor();
    await anyone.page.getByText('2 seats have voted.').waitFor();
    expect(await anyone.page.getByRole('link', { name: /archive/ }).count()).toBe(0);
    // Another college reads why it does not vote here; signing in again would change nothing.
    const other = await reads(secret.member('CIVIL_SOCIETY', 4), { at: secret.forum });
    await other.opens(`${address()}/vote`);
    await other.page.getByText(/You are not on the register/).waitFor();
    expect(await other.page.getByRole('link', { name: /^Sign in again/ }).count()).toBe(0);
  });

  it('asks to sign in again whoever did so long ago', async () => {
    const anHour = 61 * 60_000;
    secret.forum.clock.pass(anHour);
    const reader = await reads(voter(6), { at: secret.forum });
    await reader.opens(`${address()}/vote`);
    await reader.page.getByText(/To vote, sign in again/).waitFor();
    await isSound(reader);
    expect(await reader.page.getByRole('link', { name: /^Sign in again/ }).getAttribute('href')).toBe(
      '/account',
    );
    secret.forum.clock.pass(-anHour);
  });

  it('has its box checked while the poll is open, from its page, by a scrutineer', async () => {
    const reader = await reads(voter(6), { at: secret.forum });
    const { page } = reader;
    await reader.opens(address());
    await page.getByRole('button', { name: 'Check the whole box now' }).click();
    await page.getByRole('status').getByText('The box is whole: 2 ballots').waitFor();
    await isSound(reader);
  });

  it('is opened by two trustees, who verify the box first, and counted', async () => {
    for (const [place, choice] of [
      [2, 0],
      [3, 1],
      [5, 0],
    ] as const) {
      const { candidates } = await lastRound(voter(place), electionId);
      done(await casts(voter(place), electionId, [candidates[choice].id]));
    }
    await presses('Close the vote', 'The vote is closed.');
    const [first, second, third] = trustees;
    const boxes: string[] = [];
    for (const reader of [first, third]) {
      const { page, url } = reader;
      await page.goto(`${url}/needs-me`);
      await page.getByRole('link', { name: /^Open the box/ }).click();
      await page.getByRole('button', { name: 'Verify the box' }).click();
      await page.getByText('The box is right.').waitFor();
      expect(await reader.focused()).toBe('The box is right.');
      boxes.push((await page.locator('dd code').first().textContent()) ?? '');
      await isSound(reader);
      await page.getByRole('button', { name: 'Open my share' }).click();
      await page.getByText('Your share is given.').waitFor();
    }
    expect(boxes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(boxes[1]).toBe(boxes[0]);

    // A device that opened a box of this election opens no other.
    await second.page.evaluate(
      ({ uuid }) => localStorage.setItem(`hemicycle.opened.${uuid}`, 'another box'),
      { uuid: (await lastRound(secret.secretary, electionId)).sealedUuid },
    );
    await second.page.reload();
    await second.page.getByRole('button', { name: 'Verify the box' }).click();
    await second.page.getByRole('button', { name: 'Open my share' }).click();
    await second.page.getByText('This device has opened another box').waitFor();
    await presses('Count', 'The round is counted.');
  });

  it('is proclaimed, and verified by each voter in her browser, and by somebody else’s tool', async () => {
    for (const { page, url } of voters) {
      await page.goto(url + address());
      await page.getByText('GOVERNMENT 2 wins in the first round').waitFor();
    }
    await presses('Proclaim the result', 'The result is proclaimed.');
    for (const [place, reader] of voters.entries()) {
      const { page } = reader;
      // Nobody has to ask again: the proclamation comes by itself.
      await page.getByText(/GOVERNMENT 2 was proclaimed on/).waitFor();
      await page.getByText(`${trackers[place]}: in the box of round 1, and it counts`).waitFor();
      await page.getByText('Trackers of the ballots counted').click();
      await page.getByRole('table', { name: /^Members who voted/ }).waitFor();
      if (place === 0) await isSound(reader);
      await page.getByRole('link', { name: 'Verify in this browser' }).click();
      const said = await verifies(reader);
      expect(said).toContain('GOVERNMENT 2: 3; GOVERNMENT 3: 1; blank: 1');
      expect(said).toContain('✓ Each factor is proved, once more,');
      if (place === 0) await isSound(reader);
      await page.getByLabel('Tracker').fill(trackers[place] ?? '');
      await page.getByRole('button', { name: 'Look for it' }).click();
      await page.getByText('this ballot is in the box and it counts').waitFor();
    }
    const { archiveUrl } = (await lastRound(secret.forum.anyone, electionId)).sealed;
    const archive = await pollFile(secret.forum.url, archiveUrl, null);
    if (TOOL_IS_HERE) expect(toolAccepts(new Uint8Array(await archive.arrayBuffer()))).toBe(true);
  });

  /** Verifies the files that the forum publishes; gives what the page says of them. */
  async function verifies({ page }: Reader): Promise<string> {
    const published = page.locator('section').filter({ hasText: 'With the files that the forum publishes' });
    await published.getByRole('button', { name: 'Read and verify' }).click();
    await page.getByText('Everything that was checked is right.').waitFor();
    return (await page.locator('main').textContent()) ?? '';
  }

  it('may have its codes issued on another machine, which voters type', async () => {
    await namesScrutineers(underFloor);
    done(await voter(2).does('orderPoll', { electionId: underFloor }));
    const { sealedUuid } = await lastRound(secret.secretary, underFloor);
    const codes = Array.from({ length: 6 }, () => newCredential());
    const file = (issued: readonly string[]) => ({
      name: `${sealedUuid}.pubcreds`,
      mimeType: 'application/json',
      buffer: Buffer.from(
        credentialsFile(
          issued.map((code) => publicCredential(nativeGroups('BELENIOS-2048'), sealedUuid, code)),
        ),
      ),
    });
    const section = atTheDesk('civil society');
    await section.getByText('Voting codes are issued apart').click();
    await section.getByLabel('.pubcreds').setInputFiles(file(codes.slice(1)));
    await section.getByRole('button', { name: 'Open the vote with these codes' }).click();
    await section.getByText('This file has 5 credentials; the register has 6 seats.').waitFor();
    await section.getByLabel('.pubcreds').setInputFiles(file(codes));
    await section.getByRole('button', { name: 'Open the vote with these codes' }).click();
    await desk.page.getByText('The vote is open.').waitFor();

    const reader = await reads(secret.member('CIVIL_SOCIETY', 4), { at: secret.forum, width: 360 });
    const { page } = reader;
    await reader.opens(`/elections/${underFloor}/vote`);
    await page.getByLabel('CIVIL_SOCIETY 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    const cast = page.getByRole('button', { name: 'Seal and vote' });
    await cast.click();
    await page.getByText('Type your voting code.').waitFor();
    const [code = ''] = codes;
    const typed = page.getByLabel('Your voting code');
    await typed.fill(code.slice(0, -1) + (code.endsWith('a') ? 'b' : 'a'));
    await cast.click();
    await page.getByText('This code is impossible').waitFor();
    await typed.fill(newCredential());
    await cast.click();
    await page.getByText('Make sure that this code is yours').waitFor();
    await isSound(reader);
    await typed.fill(` ${code} `);
    await cast.click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
  });

  it('shows figures and files of few ballots to its scrutineers alone (SECRECY-FLOOR)', async () => {
    await presses('Close the vote', 'The vote is closed.', 'civil society');
    for (const place of [0, 1]) {
      const voice = place === 0 ? voter(5) : secret.member('CIVIL_SOCIETY', 5);
      const { archiveUrl } = (await lastRound(voice, underFloor)).sealed;
      const archive = await pollFile(secret.forum.url, archiveUrl, voice.token);
      const device = new TrusteeDevice(voice, secret.id, seeds[place]);
      done(await device.opens(underFloor, new Uint8Array(await archive.arrayBuffer())));
    }
    await presses('Count', 'The round is counted.', 'civil society');
    await atTheDesk('civil society').getByText('Elected: CIVIL_SOCIETY 2.').waitFor();

    const anyone = await reads(null, { at: secret.forum });
    await anyone.opens(`/elections/${underFloor}`);
    await anyone.page.getByText('Elected: CIVIL_SOCIETY 2.').waitFor();
    await anyone.page.getByText('One seat has voted.').waitFor();
    expect(await anyone.page.getByRole('table').count()).toBe(0);
    expect(await anyone.page.getByRole('link', { name: /archive/ }).count()).toBe(0);

    const scrutineer = await reads(secret.member('CIVIL_SOCIETY', 6), { at: secret.forum });
    await scrutineer.opens(`/elections/${underFloor}`);
    await scrutineer.page.getByText('shown to the two scrutineers alone, and you are one').waitFor();
    expect(await scrutineer.page.getByRole('row', { name: /^CIVIL_SOCIETY 2/ }).textContent()).toMatch(/1$/);
    await isSound(scrutineer);
    await scrutineer.page.getByRole('link', { name: 'Verify in this browser' }).click();
    expect(await verifies(scrutineer)).toContain('CIVIL_SOCIETY 2: 1; CIVIL_SOCIETY 3: 0; blank: 0');
    for (const { troubles } of [desk, ...voters, ...trustees]) expect(troubles).toEqual([]);
  });

  it('gives a mandate that its holder alone may resign, from her page', async () => {
    const { memberId } = voter(2);
    const other = await reads(voter(3), { at: secret.forum });
    await other.opens(`/members/${memberId}`);
    await other.page.getByText('Co-chair from').waitFor();
    expect(await other.page.getByText(/^Resign/).count()).toBe(0);
    const holder = await reads(voter(2), { at: secret.forum, width: 360 });
    const { page } = holder;
    await holder.opens(`/members/${memberId}`);
    await page.getByText('Resign from this office').click();
    const last = page.getByLabel('Last day');
    await last.fill('2027-01-01');
    await page.getByRole('button', { name: 'Resign the mandate' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'C3-TERM' }).waitFor();
    await last.fill('2024-12-31');
    await isSound(holder);
    await page.getByRole('button', { name: 'Resign the mandate' }).click();
    await page.getByText('The end of the mandate is recorded.').waitFor();
    await page.getByText(/to 31 December 2024/).waitFor();
  });
});
