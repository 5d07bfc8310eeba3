import '../support/matchers.js';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'ascii').digest('hex');

const GOVERNMENT_VALUE = '00112233445566778899aabbccddeeff';
const DICE = '123456123456123456123456abcdef00';

describe('the lot between those tied (TIE)', () => {
  let plenary: Plenary;
  let electionId: string;
  const candidacies: string[] = [];
  const scrutineer = () => plenary.member('GOVERNMENT', 1);
  const names = (college: string, personId: string | null) =>
    plenary.secretary.does('nameScrutineer', { electionId, college, personId });
  const commits = (commitment: string) => scrutineer().does('commitLotValue', { electionId, commitment });
  const reveals = (value: string) => scrutineer().does('revealLotValue', { electionId, value });
  const draws = (dice: Record<string, string> = {}) =>
    plenary.secretary.does('drawLot', { electionId, ...dice });

  beforeAll(async () => {
    plenary = await Plenary.planned();
    electionId = (await plenary.convened()).GOVERNMENT;
    for (const place of [2, 3]) {
      candidacies.push(await plenary.stands(plenary.member('GOVERNMENT', place), electionId));
    }
    await plenary.opened();
  });
  afterAll(() => plenary?.forum.close());

  it('has its scrutineers, named among the members of each college who are no candidates (SECRECY-FLOOR)', async () => {
    const candidate = plenary.member('GOVERNMENT', 2).personId;
    const other = plenary.member('CIVIL_SOCIETY', 2).personId;
    expect(await names('GOVERNMENT', candidate)).toBeRefusedBy('SECRECY-FLOOR');
    expect(await names('GOVERNMENT', other)).toBeRefusedBy('SECRECY-FLOOR');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await names('GOVERNMENT', nobody)).toMatchObject({ code: 'NOT_FOUND' });
    done(await names('GOVERNMENT', plenary.member('GOVERNMENT', 4).personId));
    done(await names('GOVERNMENT', scrutineer().personId));
    done(await names('CIVIL_SOCIETY', plenary.member('CIVIL_SOCIETY', 2).personId));
    // Asked for with others of its fields.
    const { scrutineers } = await plenary.election(
      electionId,
      'scrutineers { college person { name } } candidacies { id } rounds { number }',
    );
    expect(scrutineers).toEqual([
      { college: 'GOVERNMENT', person: { name: 'GOVERNMENT 1' } },
      { college: 'CIVIL_SOCIETY', person: { name: 'CIVIL_SOCIETY 2' } },
    ]);
  });

  it('rests on values committed by their scrutineers before the poll opens, once', async () => {
    const [a = '', b = ''] = candidacies;
    expect(await commits(sha256(GOVERNMENT_VALUE))).toBeRefusedBy('TIE');
    await plenary.round(electionId, 'GOVERNMENT', [a, b]);
    done(await plenary.president().does('orderPoll', { electionId }));
    expect(
      await plenary.member('GOVERNMENT', 4).does('commitLotValue', { electionId, commitment: sha256('x') }),
    ).toBeRefusedBy('TIE');
    expect(await commits('not a hash')).toMatchObject({ code: 'BAD_USER_INPUT' });
    done(await commits(sha256(GOVERNMENT_VALUE)));
    expect(await commits(sha256(DICE))).toBeRefusedBy('TIE');
    expect(await reveals(GOVERNMENT_VALUE)).toBeRefusedBy('TIE');
    done(await plenary.secretary.does('openVoting', { electionId }));
    expect(await reveals(GOVERNMENT_VALUE)).toBeRefusedBy('LIFE');
    expect(await names('GOVERNMENT', plenary.member('GOVERNMENT', 4).personId)).toBeRefusedBy('LIFE');
  });

  it('follows a last round of exactly those tied, not a tie that another round may settle', async () => {
    const [a = '', b = ''] = candidacies;
    expect(await draws()).toBeRefusedBy('TIE');
    await plenary.ballots(electionId, 'GOVERNMENT', [a, b]);
    await plenary.count(electionId);
    expect(await plenary.president().does('orderPoll', { electionId })).toBeRefusedBy('TIE');
    const missing = await draws();
    expect(missing).toBeRefusedBy('TIE');
    expect(missing.violations[0].reason).toContain('of government actors and of civil society');
  });

  it('takes the value committed, and dice rolled in session for the one withheld', async () => {
    expect(await reveals(DICE)).toBeRefusedBy('TIE');
    done(await reveals(GOVERNMENT_VALUE));
    expect(await reveals(GOVERNMENT_VALUE)).toBeRefusedBy('TIE');
    expect(
      await plenary.member('CIVIL_SOCIETY', 2).does('revealLotValue', { electionId, value: DICE }),
    ).toBeRefusedBy('TIE');
    expect(await draws({ governmentDice: DICE, civilSocietyDice: DICE })).toBeRefusedBy('TIE');
    expect(await plenary.member('GOVERNMENT', 1).does('drawLot', { electionId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const drawn = await Promise.all(Array.from({ length: 8 }, () => draws({ civilSocietyDice: DICE })));
    expect(drawn.filter(({ __typename }) => __typename === 'Election')).toHaveLength(1);
  });

  it('puts the smallest hash first, for anybody to replay, and gives her the seat', async () => {
    const expected = candidacies
      .map((id) => ({ id, text: `${GOVERNMENT_VALUE}|${DICE}|${electionId}|2|${id}` }))
      .map((one) => ({ ...one, digest: sha256(one.text) }))
      .toSorted((one, other) => (one.digest < other.digest ? -1 : 1));
    const { rounds } = await plenary.election(
      electionId,
      'rounds { lotValues { college commitment value rolled } lot { candidacy { id } text digest elected } }',
    );
    expect(rounds[0]).toEqual({ lotValues: [], lot: null });
    expect(rounds[1].lotValues).toEqual([
      { college: 'GOVERNMENT', commitment: sha256(GOVERNMENT_VALUE), value: GOVERNMENT_VALUE, rolled: false },
      { college: 'CIVIL_SOCIETY', commitment: null, value: DICE, rolled: true },
    ]);
    expect(rounds[1].lot).toEqual(
      expected.map(({ id, text, digest }, place) => ({
        candidacy: { id },
        text,
        digest,
        elected: place === 0,
      })),
    );
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('POLL');
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { proclamations } = await plenary.election(electionId, 'proclamations { candidacy { id } }');
    expect(proclamations).toEqual([{ candidacy: { id: expected[0]?.id } }]);
  });

  it('is kept as it was drawn', async () => {
    for (const table of ['scrutineer', 'lot_commitment', 'lot_value', 'lot_draw']) {
      await expect(plenary.forum.database.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    const foreseen = plenary.forum.anyone.reads(
      'query ($id: ID!) { election(id: $id) { permitted { action allowed } } }',
      { id: electionId },
    );
    const actions = (await foreseen).election.permitted.map(({ action }: Json) => action);
    expect(actions).toEqual(expect.arrayContaining(['commitLotValue', 'revealLotValue', 'drawLot']));
  });
});
