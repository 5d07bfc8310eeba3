import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestForum } from '../support/forum.js';

describe('registering an organisation', () => {
  let forum: TestForum;
  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
  });
  afterAll(() => forum.close());

  const input = { nameFr: 'Démocratie Ouverte', nameEn: 'Démocratie Ouverte', college: 'CIVIL_SOCIETY' };

  it('is for the secretariat', async () => {
    expect(await forum.anyone.does('registerOrganisation', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const person = await forum.person('Somebody');
    expect(await person.does('registerOrganisation', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await forum.anyone.reads('{ organisations { nodes { name } pageInfo { hasNextPage } } }')).toEqual(
      {
        organisations: { nodes: [], pageInfo: { hasNextPage: false } },
      },
    );
  });
});
