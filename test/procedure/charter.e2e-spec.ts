import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ARTICLES, DOCUMENTS, LIVES, nextStates, RULE_IDS } from '@hemicycle/charter';
import { type Json, TestForum } from '../support/forum.js';

describe('the charter that the API tells', () => {
  let forum: TestForum;
  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
  });
  afterAll(() => forum.close());

  const RULES = `rules { id statement source { document passage } kind effects settings }`;

  it.each([
    ['fr', 'fr-FR,fr;q=0.9,en;q=0.5'],
    ['en', 'en-GB,fr;q=0.2'],
    ['fr', 'de'],
  ] as const)('tells every rule in %s to whoever prefers %s', async (language, header) => {
    const { data } = await forum.anyone.ask(`{ charter { ${RULES} } }`, {}, { 'accept-language': header });
    expect(data.charter.rules).toEqual(
      RULE_IDS.map((id) => {
        const { statement, sources, kind, effects, settings } = ARTICLES[id];
        return {
          id,
          statement: statement[language],
          source: sources.map(({ document, passage }) => ({
            document: DOCUMENTS[document].title[language],
            passage: passage[language],
          })),
          kind,
          effects,
          settings,
        };
      }),
    );
  });

  it('tells both languages in one answer, by argument', async () => {
    const { charter } = await forum.anyone.reads(
      `{ charter { rule(id: "C3-COCHAIRS") { fr: statement(language: FR) en: statement(language: EN) } } }`,
    );
    expect(charter.rule).toEqual(ARTICLES['C3-COCHAIRS'].statement);
  });

  it('has no rule of another name', async () => {
    for (const id of ['C3-NOTHING', 'toString', '']) {
      const { charter } = await forum.anyone.reads(`query ($id: ID!) { charter { rule(id: $id) { id } } }`, {
        id,
      });
      expect(charter.rule).toBeNull();
    }
  });

  it('tells the life of every kind of thing', async () => {
    const { charter } = await forum.anyone.reads(
      `{ charter { lives { id fr: name(language: FR) begins states { state en: name(language: EN) nextStates } } } }`,
    );
    expect(charter.lives.map(({ id }: Json) => id)).toEqual(Object.keys(LIVES));
    const election = charter.lives.find(({ id }: Json) => id === 'ELECTION');
    expect(election).toMatchObject({ fr: 'Le scrutin', begins: 'DRAFT' });
    expect(election.states).toContainEqual({
      state: 'COUNTED',
      en: 'counted',
      nextStates: nextStates(LIVES.ELECTION, 'COUNTED'),
    });
  });

  it('says whose forum it is, and whether what it shows is invented (C3-HOST)', async () => {
    const query = `{ forum { name(language: FR) host(language: FR) partnership(language: FR) timeZone demonstration notice } }`;
    expect(await forum.anyone.reads(query)).toEqual({
      forum: {
        name: 'Forum du gouvernement ouvert',
        host: expect.stringContaining('Conseil économique, social et environnemental'),
        partnership: expect.stringContaining('Partenariat pour un gouvernement ouvert'),
        timeZone: 'Europe/Paris',
        demonstration: false,
        notice: null,
      },
    });
    await forum.database.query(`UPDATE forum SET demonstration = true`);
    expect(await forum.anyone.reads(query)).toMatchObject({
      forum: {
        demonstration: true,
        notice: 'Demonstration: what you read is invented. The program plays its trustees.',
      },
    });
  });
});
