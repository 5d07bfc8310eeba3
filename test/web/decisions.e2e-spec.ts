import { beforeAll, describe, expect, it } from '@jest/globals';
import { COLLEGES } from '@hemicycle/kernel';
import type { Locator, Page } from 'playwright-core';
import type { Reader } from '../support/browser.js';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;

const DECISIONS = [
  {
    kind: 'DECISION',
    titleFr: 'Ratification',
    titleEn: 'Ratification of edition 1',
    subject: 'RULES_RATIFICATION',
  },
  { kind: 'DECISION', titleFr: 'Sujets prioritaires', titleEn: 'Priority subjects' },
  { kind: 'DISCUSSION', titleFr: 'Horaires des réunions', titleEn: 'Hours of the meetings' },
];
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await Plenary.planned();
  await plenary.called();
  const elections = COLLEGES.map((college) => ({
    kind: 'ELECTION',
    titleFr: college,
    titleEn: college,
    office: 'CO_CHAIR',
    college,
  }));
  const agenda = { meetingId: plenary.id, items: [...DECISIONS, ...elections] };
  done(await plenary.secretary.does('draftAgenda', agenda));
  await plenary.keys([plenary.founder], 2);
  done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
});

async function hasNoBarrier(reader: Reader): Promise<void> {
  expect(await reader.barriers()).toEqual([]);
  expect(await reader.overflow()).toBe(0);
}

/** The part of a meeting's page about one item. */
const about = (page: Page, title: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: title }) })
    .last();

describe('the pages of decisions', () => {
  it('let a member declare an interest before the session', async () => {
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 1), `/meetings/${plenary.id}`);
    const item = about(reader.page, 'Priority subjects');
    await item.getByText('Declare an interest: Priority subjects').click();
    await item.getByLabel('Member who has the interest').selectOption({ label: 'CIVIL_SOCIETY 1' });
    await item.getByRole('button', { name: 'Declare the interest' }).click();
    await reader.page.getByText('The interest is declared').waitFor();
    await item.getByText('Takes no part, by a declared interest: CIVIL_SOCIETY 1.').waitFor();
    await hasNoBarrier(reader);
  });

  it('let whoever presides record a consensus with an objection, and tell what was decided', async () => {
    await plenary.opened();
    const reader = await reads(plenary.president(), `/meetings/${plenary.id}`);
    const item = about(reader.page, 'Priority subjects');
    await item.getByText('Record a consensus: Priority subjects').click();
    const form = item.locator('form').filter({ has: reader.page.getByText('Add an objection') });
    await form.getByLabel('What is decided, in French').fill('Le climat d’abord, puis l’école.');
    await form.getByRole('button', { name: 'Add an objection' }).click();
    await form.getByLabel('Objection 1: whose').selectOption({ label: 'CIVIL_SOCIETY 2' });
    await form.getByLabel('Objection 1: in her own words').fill('Pas sans calendrier.');
    await hasNoBarrier(reader);
    await form.getByRole('button', { name: 'Record the consensus' }).click();
    await reader.page.getByRole('link', { name: 'Decision 2024-1 of the plenary' }).click();
    await reader.page.getByRole('heading', { level: 1, name: 'Priority subjects' }).waitFor();
    await reader.page.getByText('Le climat d’abord, puis l’école.').waitFor();
    await reader.page.getByText('CIVIL_SOCIETY 2: Pas sans calendrier.').waitFor();
    await hasNoBarrier(reader);
  });

  it('let whoever presides leave an item to the next session', async () => {
    const reader = await reads(plenary.president(), `/meetings/${plenary.id}`);
    const { page } = reader;
    const item = about(page, 'Hours of the meetings');
    await item.getByText('Leave to the next session: Hours of the meetings').click();
    await item.getByLabel('Reason (optional)').fill('The time was short.');
    await hasNoBarrier(reader);
    await item.getByRole('button', { name: 'Postpone this item' }).click();
    await page.getByText('The item is postponed').waitFor();
    await page.getByText('Reason: The time was short.').waitFor();
    await item.waitFor({ state: 'detached' });
    await hasNoBarrier(reader);
  });

  it('find it by a word, and follow it up until it is done', async () => {
    const reader = await reads(null, '/decisions');
    const { page } = reader;
    await page.getByLabel('Words, or a number').fill('ecole');
    await page.getByRole('button', { name: 'Look for' }).click();
    const path = await page.getByRole('link', { name: '2024-1, Priority subjects' }).getAttribute('href');
    await page.getByLabel('Words, or a number').fill('gendarmerie');
    await page.getByRole('button', { name: 'Look for' }).click();
    await page.getByText('No decision.').waitFor();
    await hasNoBarrier(reader);

    const secretary = await reads(plenary.secretary, path ?? '');
    await secretary.page.getByText('Write down what is to be done').click();
    await secretary.page.getByLabel('What, in French').fill('Publier le calendrier');
    await secretary.page.getByLabel('Who, in French').fill('le secrétariat');
    await secretary.page.getByLabel('Due on').fill('2024-07-31');
    await secretary.page.getByRole('button', { name: 'Record', exact: true }).click();
    await secretary.page.getByText('Publier le calendrier (le secrétariat)').waitFor();
    await hasNoBarrier(secretary);
    // A person or an organisation is chosen by name, among all members.
    await secretary.opens(path ?? '');
    await secretary.page.getByText('Write down what is to be done').click();
    await secretary.page.getByLabel('What, in French').fill('Ouvrir un compte');
    const who = secretary.page.getByLabel('Who', { exact: true });
    const named = await who.getByRole('option', { name: /^CIVIL_SOCIETY 2 / }).getAttribute('value');
    await who.selectOption(named);
    await secretary.page.getByLabel('Who, in French').waitFor({ state: 'detached' });
    await secretary.page.getByLabel('Due on').fill('2024-06-20');
    await hasNoBarrier(secretary);
    await secretary.page.getByRole('button', { name: 'Record', exact: true }).click();
    await secretary.page.getByText('Ouvrir un compte (CIVIL_SOCIETY 2)').waitFor();
    const charged = await reads(plenary.member('CIVIL_SOCIETY', 2), '/needs-me');
    await charged.page.getByText('Do what a decision charged you with').waitFor();
    await charged.page.getByText('By 20 June 2024').waitFor();
    await hasNoBarrier(charged);
    await secretary.opens('/desk/follow-ups');
    await secretary.page.getByText('It is done: Ouvrir un compte').click();
    await secretary.page.getByLabel('Day on which it was done').first().fill('2024-06-20');
    await secretary.page.getByLabel('What was done').first().fill('Ouvert.');
    await secretary.page.getByRole('button', { name: 'Record that it is done' }).first().click();
    await secretary.page.getByText('It is done: Ouvrir un compte').waitFor({ state: 'detached' });
    await secretary.opens('/desk/follow-ups');
    await secretary.page.getByText('It is done: Publier le calendrier').click();
    await secretary.page.getByLabel('Day on which it was done').fill('2024-06-20');
    await secretary.page.getByLabel('What was done').fill('Publié.');
    await hasNoBarrier(secretary);
    await secretary.page.getByRole('button', { name: 'Record that it is done' }).click();
    await secretary.page.getByText('Everything is done.').waitFor();
  });

  it('let the secretariat give what follows from it another day, or withdraw it, with reasons that everybody reads', async () => {
    const { decisions } = await plenary.forum.anyone.reads('{ decisions { nodes { id title } } }');
    const { id: decisionId } = decisions.nodes.find(({ title }: Json) => title === 'Priority subjects');
    for (const taskFr of ['Écrire aux préfets', 'Écrire aux maires'])
      done(
        await plenary.secretary.does('recordFollowUp', {
          decisionId,
          taskFr,
          roleFr: 'le secrétariat',
          dueOn: '2024-07-31',
        }),
      );

    const secretary = await reads(plenary.secretary, `/decisions/${decisionId}`);
    const { page } = secretary;
    const folded = (label: string): Locator => page.locator('details').filter({ hasText: label });
    const redating = folded('Give another day: Écrire aux préfets');
    await redating.locator('summary').click();
    await redating.getByLabel('New day').fill('2024-09-30');
    await hasNoBarrier(secretary);
    await redating.getByLabel('Reason').fill('Le préfet change en août.');
    await redating.getByRole('button', { name: 'Give another day' }).click();
    await page.getByText('Due on 30 September 2024 instead of 31 July 2024').waitFor();
    await page.getByText('Le préfet change en août.').waitFor();

    await secretary.opens(`/decisions/${decisionId}`);
    const withdrawing = folded('Withdraw: Écrire aux maires');
    await withdrawing.locator('summary').click();
    await withdrawing.getByLabel('Reason').fill('Écrit deux fois.');
    await hasNoBarrier(secretary);
    await withdrawing.getByRole('button', { name: 'Withdraw this' }).click();
    await page.getByText('Withdrawn on').waitFor();
    await withdrawing.waitFor({ state: 'detached' });
    await hasNoBarrier(secretary);

    const anybody = await reads(null, `/decisions/${decisionId}`, { width: 1280, language: 'fr' });
    await anybody.page.getByText('Échéance portée du 31 juillet 2024 au 30 septembre 2024').waitFor();
    for (const reason of ['Le préfet change en août.', 'Écrit deux fois.'])
      await anybody.page.getByText(reason).waitFor();
    await hasNoBarrier(anybody);
  });

  it('let the secretariat take up on the next agenda, by one action, what a session left', async () => {
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id } } }',
      { id: plenary.id },
    );
    for (const { id } of meeting.elections) {
      const cancelled = { electionId: id, reason: 'The room had to be left.' };
      done(await plenary.secretary.does('cancelElection', cancelled));
    }
    done(await plenary.closes(plenary.president()));
    const { id } = await plenary.another('2024-11-14');
    const reader = await reads(plenary.secretary, `/desk/meetings/${id}`);
    const { page } = reader;
    await page.getByText('Item postponed: The time was short.').waitFor();
    await hasNoBarrier(reader);
    await page.getByRole('button', { name: 'Add these 4 items to the agenda' }).click();
    await page.getByText('What earlier sessions leave').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page
      .getByText(/version 1/i)
      .first()
      .waitFor();
    const { meeting: next } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { kind subject title } } } }',
      { id },
    );
    expect(next.agenda.items).toEqual([
      {
        kind: 'INFORMATION',
        subject: null,
        title: 'Take note of the minutes of plenary no. 1 of 20 June 2024',
      },
      { kind: 'DISCUSSION', subject: null, title: 'Hours of the meetings' },
      { kind: 'ELECTION', subject: null, title: 'GOVERNMENT' },
      { kind: 'ELECTION', subject: null, title: 'CIVIL_SOCIETY' },
    ]);
  });

  it('let the secretariat say on an agenda what a decision would change', async () => {
    const settings = { plenaryNoticeDays: 20 };
    done(await plenary.secretary.does('draftRulesOfProcedure', { settings }));
    const { id } = await plenary.another('2024-12-12');
    const reader = await reads(plenary.secretary, `/desk/meetings/${id}`);
    const { page } = reader;
    await page.getByLabel('Kind').selectOption('DECISION');
    await page
      .getByLabel('What it changes')
      .selectOption({ label: 'Adopts the draft of edition 2 of the rules of procedure' });
    await page.getByLabel('Title in French').fill('Adoption de l’édition 2');
    await page.getByLabel('Title in English').fill('Adoption of edition 2');
    await hasNoBarrier(reader);
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page
      .getByText(/version 1/i)
      .first()
      .waitFor();
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { subject objectId } } } }',
      { id },
    );
    expect(meeting.agenda.items).toEqual([{ subject: 'RULES_EDITION', objectId: expect.any(String) }]);
  });
});

describe('the page of meetings', () => {
  it('lets a member ask for a plenary, and the secretariat plan it once enough support it', async () => {
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 1), '/meetings');
    const { page } = reader;
    await page.getByText('Ask for a plenary').click();
    await page.getByRole('button', { name: 'Make the request' }).click();
    await page.getByText('The reason is missing').waitFor();
    await page.getByLabel('Why a plenary is needed').fill('The site fell twice.');
    await page.getByLabel('Title in French').fill('La panne du site');
    await page.getByLabel('Title in English').fill('The outage of the site');
    await hasNoBarrier(reader);
    await page.getByRole('button', { name: 'Make the request' }).click();
    await page.getByRole('heading', { name: 'Request of CIVIL_SOCIETY 1' }).waitFor();
    await page.getByText('1 of 10 members ask for it; it takes 4').waitFor();
    const { plenaryRequests } = await plenary.secretary.reads('{ plenaryRequests { nodes { id } } }');
    const requestId = plenaryRequests.nodes[0].id;
    for (const place of [1, 2]) {
      done(await plenary.member('GOVERNMENT', place).does('supportPlenaryRequest', { requestId }));
    }
    const other = await reads(plenary.member('CIVIL_SOCIETY', 2), '/meetings');
    await other.page.getByRole('button', { name: 'Support this request' }).click();
    await other.page.getByText('Supported by enough members since').waitFor();
    const secretary = await reads(plenary.secretary, '/meetings');
    await secretary.page.getByLabel('Day').fill('2024-07-25');
    await secretary.page.getByLabel('Place').fill('Palais d’Iéna');
    await hasNoBarrier(secretary);
    await secretary.page.getByRole('button', { name: 'Plan the session' }).click();
    await secretary.page.getByText('The plenary is planned, on the agenda of the request.').waitFor();
    const { meetings } = await plenary.secretary.reads(
      '{ meetings { nodes { request { id } agenda { items { title } } } } }',
    );
    expect(meetings.nodes).toContainEqual({
      request: { id: requestId },
      agenda: { items: [{ title: 'The outage of the site' }] },
    });
  });
});
