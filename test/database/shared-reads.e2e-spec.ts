import { Database } from '@hemicycle/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Plenary } from '../support/plenary.js';

const PERMITTED = 'permitted { action allowed violations { reason } }';
const MEETING = `id place ${PERMITTED} agenda { items { id } } elections { id state ${PERMITTED} }`;

let plenary: Plenary;
let database: Database;

beforeAll(async () => {
  plenary = await Plenary.planned();
  await plenary.called();
  database = plenary.forum.api.get(Database);
});
afterAll(() => plenary?.forum.close());

/** Where the plenary takes place, as somebody else writes it: another connection, which says nothing to the server. */
const moves = (place: string): Promise<unknown> =>
  plenary.forum.database.query('UPDATE meeting SET place = $1 WHERE id = $2', [place, plenary.id]);
/** The same, as a reader reads it. */
const read = async (reader: EntityManager): Promise<{ place: string }> => {
  const rows: [{ place: string }] = await reader.query('SELECT place FROM meeting WHERE id = $1', [
    plenary.id,
  ]);
  return rows[0];
};
const place = async (reader: EntityManager): Promise<string> => (await read(reader)).place;

/** Does this as a request does its work. */
const inRequest = (work: () => Promise<void>): Promise<void> => database.sharingReads(work);

describe('what one request reads', () => {
  it('is asked once: permissions, laws and lists share it', async () => {
    const sent = await plenary.forum.statementsAndValues(() =>
      plenary.secretary.reads(`query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`, { id: plenary.id }),
    );
    const questions = sent.map((one) => JSON.stringify(one));
    expect(questions.length).toBeGreaterThan(10);
    expect(questions).toHaveLength(new Set(questions).size);
  });

  it('is asked again by the next one', async () => {
    const asks = async (): Promise<string> =>
      (await plenary.secretary.reads('query ($id: ID!) { meeting(id: $id) { place } }', { id: plenary.id }))
        .meeting.place;
    await moves('Palais Bourbon');
    expect(await asks()).toBe('Palais Bourbon');
    await moves('Palais d’Iéna');
    expect(await asks()).toBe('Palais d’Iéna');
  });

  it('is asked again once it has written: each mutation of one request shows what it did', async () => {
    const input = (name: string): string => `$${name}: ${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const does = (name: string): string => `${name}(input: $${name}) { ... on Meeting { ${PERMITTED} } }`;
    const { turnKey, draftAgenda } = await plenary.secretary.reads(
      `mutation (${input('turnKey')}, ${input('draftAgenda')}) { ${does('turnKey')} ${does('draftAgenda')} }`,
      {
        turnKey: { meetingId: plenary.id, version: 1, key: 'SECRETARIAT' },
        draftAgenda: {
          meetingId: plenary.id,
          items: [{ kind: 'INFORMATION', titleFr: 'Ouverture', titleEn: 'Opening' }],
        },
      },
    );
    const { meeting } = await plenary.secretary.reads(
      `query ($id: ID!) { meeting(id: $id) { ${PERMITTED} } }`,
      { id: plenary.id },
    );
    expect(draftAgenda.permitted).toEqual(meeting.permitted);
    expect(turnKey.permitted).not.toEqual(meeting.permitted);
  });

  it('stays what it was for the request alone', () =>
    inRequest(async () => {
      await moves('here');
      expect(await place(database.reader)).toBe('here');
      await moves('there');
      expect(await place(database.reader)).toBe('here');
      expect(await database.snapshot(place)).toBe('there');
    }));

  it('is nothing that a transaction rests on, whichever reader asks in it', () =>
    inRequest(async () => {
      await moves('here');
      expect(await place(database.reader)).toBe('here');
      await moves('there');
      await database.transaction(async (tx) => {
        expect(await place(tx)).toBe('there');
        expect(await place(database.reader)).toBe('there');
      });
      expect(await place(database.reader)).toBe('there');
    }));

  it('is forgotten after a transaction that failed, too', () =>
    inRequest(async () => {
      await moves('here');
      expect(await place(database.reader)).toBe('here');
      await moves('there');
      await expect(database.transaction(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
      expect(await place(database.reader)).toBe('there');
    }));

  it('is shared by nothing that goes on after the request', async () => {
    let reader = database.reader;
    await inRequest(async () => {
      ({ reader } = database);
      await moves('here');
      expect(await place(reader)).toBe('here');
    });
    await moves('there');
    expect(await place(reader)).toBe('there');
    await moves('elsewhere');
    expect(await place(reader)).toBe('elsewhere');
  });

  it('can be changed by nobody who shares it, and writes nothing', () =>
    inRequest(async () => {
      const { reader } = database;
      const row = await read(reader);
      expect(() => (row.place = 'elsewhere')).toThrow(TypeError);
      await expect(reader.query('DELETE FROM session')).rejects.toThrow('A reader only reads');
      await expect(reader.transaction(() => Promise.resolve())).rejects.toThrow('A reader only reads');
    }));
});
