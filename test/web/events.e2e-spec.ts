import { beforeAll, describe, expect, it } from '@jest/globals';
import { TestForum, type Voice } from '../support/forum.js';
import { readersOf } from '../support/readers.js';

let forum: TestForum;
let secretary: Voice;
let path: string;
const reads = readersOf(() => forum);

beforeAll(async () => {
  forum = await TestForum.on('2025-03-01');
  secretary = await forum.secretary();
});

describe('the pages of events', () => {
  it('let the secretariat prepare an event and announce it', async () => {
    const reader = await reads(secretary, '/events', { width: 1280 });
    const { page } = reader;
    await page.getByText('No event is announced.').waitFor();
    await page.getByText('Prepare an event').click();
    await page.getByRole('button', { name: 'Prepare', exact: true }).click();
    await page.getByRole('heading', { name: '5 answers are to be corrected' }).waitFor();
    await page.getByLabel('Title in French').fill('Atelier des données');
    await page.getByLabel('Title in English').fill('Data workshop');
    await page.getByLabel('Programme in French').fill('Ouvrir les données de la justice.');
    await page.getByLabel('Programme in English').fill('Opening the data of justice.');
    await page.getByLabel('Place, if there is one').fill('CESE, Paris');
    await page.getByLabel('Link to follow it online').fill('https://stream.example.org/a');
    await page.getByLabel('Number of places').fill('1');
    await page.getByLabel('captioning').check();
    await page.getByLabel('presents results of implementation').check();
    await page.locator('input[name=day]').first().fill('2025-03-20');
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Prepare', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Data workshop' }).waitFor();
    path = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Announce the event' }).click();
    await page.getByText('The event is announced: anybody may register.').waitFor();
    for (const closed of ['Change the event', 'Change the date', 'Cancel the event'])
      await page.locator('summary', { hasText: closed }).click();
    expect(await reader.flaws()).toEqual([]);
  });

  it('keep what the second of two writes, who reads the first one’s words before replacing them', async () => {
    const reader = await reads(secretary, path, { width: 1280 });
    const { page } = reader;
    await page.locator('summary', { hasText: 'Change the event' }).click();
    await page.getByLabel('Programme in English').fill('Opening the data of courts.');
    const id = path.split('/').at(-1) ?? '';
    const changes = async (more: object): Promise<void> => {
      const { event } = await secretary.reads('query ($id: ID!) { event(id: $id) { version } }', { id });
      const input = {
        eventId: id,
        basedOnVersion: event.version,
        kind: 'WORKSHOP',
        titleFr: 'Atelier des données',
        titleEn: 'Data workshop',
        topicsFr: 'Ouvrir les données de la justice.',
        topicsEn: 'Opening the data of justice.',
        place: 'CESE, Paris',
        streamLink: 'https://stream.example.org/a',
        captioning: true,
        signLanguage: false,
        stepFree: false,
        capacity: 1,
        presentsResults: true,
        ...more,
      };
      expect(await secretary.does('reviseEvent', input)).toMatchObject({ __typename: 'ForumEvent' });
    };
    await changes({ topicsEn: 'Opening the data of tribunals.' });
    const alert = page.getByRole('alert').filter({ hasText: 'Somebody changed this event' });
    await alert.getByText('Opening the data of tribunals.').waitFor();
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'what I save takes its place' }).click();
    await alert.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Programme in English').inputValue()).toBe('Opening the data of courts.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The event is changed.', { exact: false }).waitFor();
    await page.getByText('Opening the data of courts.').first().waitFor();
    await changes({});
  });

  it('give a place to whoever confirms by the letter, a waiting list to the next, and one click to a person', async () => {
    const reader = await reads(null, path);
    const { page } = reader;
    await page.getByText('Opening the data of justice.').waitFor();
    await page.getByRole('button', { name: 'Ask for a place' }).click();
    await page.getByRole('heading', { name: 'One answer is to be corrected' }).waitFor();
    await page.getByLabel('Email address').fill('ada@example.org');
    expect(await reader.flaws()).toEqual([]);
    // By the keyboard alone.
    await page.getByLabel('Email address').press('Enter');
    await page.getByText('Check your mail: a link in it confirms your registration.').waitFor();
    const [letter] = await forum.letters();
    const link = /\/events\/place#\S+/.exec(letter?.letter.text ?? '')?.[0] ?? '';
    await reader.opens(link);
    await page.getByText('Your registration is to be confirmed.').waitFor();
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Confirm my registration' }).click();
    await page.getByText('A place is yours.').waitFor();

    const person = await reads(await forum.person('Grace Hopper'), path);
    await person.page.getByText('Every place is taken: you will be on the waiting list.').waitFor();
    await person.page.getByRole('button', { name: 'Register me' }).click();
    await person.page.getByText('You are on the waiting list', { exact: false }).first().waitFor();
    expect(await person.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel my registration' }).click();
    await page.getByText('This registration is cancelled, and the address erased.').waitFor();
    await person.opens(path);
    await person.page.getByText('A place is yours.').waitFor();
  });

  it('tell what came out of it, in both languages', async () => {
    forum.clock.goTo('2025-03-20', '21:00');
    const desk = await reads(secretary, path, { width: 1280 });
    const { page } = desk;
    await page.getByText('Say who came').click();
    await page.getByLabel('Government actors').fill('4');
    await page.getByLabel('Civil society').fill('7');
    await page.getByLabel('Public', { exact: true }).fill('31');
    await page.getByRole('button', { name: 'Record the count' }).click();
    await page.getByText('The event is held, and counted.').waitFor();
    await page.getByText('Publish the results').click();
    await page.getByLabel('Results in French').fill('Douze **pistes**.');
    await page.getByLabel('Title of a document').first().fill('Notes');
    await page.getByLabel('Its address').first().fill('https://example.org/notes');
    expect(await desk.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('The results are published.').waitFor();
    for (const language of ['fr', 'en'] as const) {
      const reader = await reads(null, path, { language });
      await reader.page.getByText('Douze').waitFor();
      await reader.page.getByRole('link', { name: 'Notes' }).waitFor();
      expect(await reader.flaws()).toEqual([]);
      await reader.opens('/events');
      await reader.page.getByRole('link', { name: /Data workshop|Atelier des données/ }).waitFor();
      expect(await reader.flaws()).toEqual([]);
    }
  });

  it('take an event that ends past midnight, on the night when the clock changes too, and say which day it is', async () => {
    const reader = await reads(secretary, '/events', { width: 1280 });
    const { page } = reader;
    await page.getByText('Prepare an event').click();
    for (const [field, text] of [
      ['Title in French', 'Nuit des données'],
      ['Title in English', 'Data night'],
      ['Programme in French', 'Jusqu’au matin.'],
      ['Programme in English', 'Until the morning.'],
      ['Place, if there is one', 'CESE, Paris'],
    ] as const)
      await page.getByLabel(field).fill(text);
    await page.locator('input[name=day]').first().fill('2025-03-29');
    await page.locator('input[name=time]').first().fill('22:00');
    const end = page.getByLabel('Time of the end');
    await end.fill('04:00');
    await page.getByText('A time that does not come after the beginning is on the next day.').waitFor();
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Prepare', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Data night' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { event } = await secretary.reads('query ($id: ID!) { event(id: $id) { startsAt endsAt } }', {
      id,
    });
    expect(event).toEqual({ startsAt: '2025-03-29T21:00:00.000Z', endsAt: '2025-03-30T02:00:00.000Z' });
    await page.getByText('30 March 2025 at 04:00').waitFor();
  });
});
