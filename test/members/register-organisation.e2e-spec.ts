import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestForum, type Voice } from '../support/forum.js';

describe('registering an organisation', () => {
  let forum: TestForum;
  let secretariat: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
    secretariat = await forum.secretary();
  });
  afterAll(() => forum.close());

  const organisation = {
    nameFr: 'Démocratie Ouverte',
    nameEn: 'Open Democracy',
    college: 'CIVIL_SOCIETY',
  };
  const names = async (): Promise<string[]> => {
    const { organisations } = await forum.anyone.reads('{ organisations { nodes { name } } }');
    return organisations.nodes.map(({ name }: { name: string }) => name);
  };

  it('is for the secretariat', async () => {
    expect(await forum.anyone.does('registerOrganisation', organisation)).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    for (const other of [await forum.person('Somebody'), await forum.founder('CIVIL_SOCIETY')]) {
      expect(await other.does('registerOrganisation', organisation)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await names()).toEqual([]);
  });

  it('enters it in its college from that day on', async () => {
    const done = await secretariat.does(
      'registerOrganisation',
      organisation,
      '... on Organisation { fr: name(language: FR) en: name college registeredOn leftOn }',
    );
    expect(done).toEqual({
      __typename: 'Organisation',
      fr: 'Démocratie Ouverte',
      en: 'Open Democracy',
      college: 'CIVIL_SOCIETY',
      registeredOn: '2024-02-12',
      leftOn: null,
    });
    expect(await names()).toEqual(['Open Democracy']);
  });

  it('refuses a name that is registered already, in either college and either language (C3-COLLEGES)', async () => {
    for (const again of [
      { ...organisation, college: 'GOVERNMENT' },
      { ...organisation, nameFr: 'DÉMOCRATIE OUVERTE', nameEn: 'Something else' },
      { ...organisation, nameFr: 'Autre chose' },
    ]) {
      expect(await secretariat.does('registerOrganisation', again)).toBeRefusedBy('C3-COLLEGES');
    }
    expect(await names()).toEqual(['Open Democracy']);
  });

  it('registers a name once when twenty ask for it at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        secretariat.does('registerOrganisation', {
          nameFr: 'Regards citoyens',
          nameEn: 'Regards citoyens',
          college: i % 2 === 0 ? 'CIVIL_SOCIETY' : 'GOVERNMENT',
        }),
      ),
    );
    expect(results.filter(({ __typename }) => __typename === 'Organisation')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename !== 'Organisation')) {
      expect(result).toBeRefusedBy('C3-COLLEGES');
    }
    expect(await names()).toEqual(['Open Democracy', 'Regards citoyens']);
    const [trail] = await forum.database.query<{ acts: string }>(
      `SELECT count(*) AS acts FROM audit_row WHERE command = 'registerOrganisation'`,
    );
    expect(trail?.acts).toBe('2');
  });
});
