import { judge, law, rule } from './rule.js';

interface Facts {
  readonly days: number;
  readonly present: number;
}
const notice = rule<Facts>(
  'NOTICE',
  ({ days }) => days >= 15 || { fr: `${days} jours.`, en: `${days} days.` },
);
const quorum = rule<Facts>(
  'QUORUM',
  ({ present }) => present >= 3 || { fr: 'Pas de quorum.', en: 'No quorum.' },
);
const openSession = law('openSession', [notice, quorum]);

describe('a judgement', () => {
  it('is empty when every rule is respected', () => {
    expect(judge(openSession, { days: 15, present: 3 })).toEqual([]);
  });

  it('names every broken rule with its reason, in the order of the law', () => {
    expect(judge(openSession, { days: 4, present: 2 })).toEqual([
      { rule: 'NOTICE', reason: { fr: '4 jours.', en: '4 days.' } },
      { rule: 'QUORUM', reason: { fr: 'Pas de quorum.', en: 'No quorum.' } },
    ]);
    expect(judge(openSession, { days: 20, present: 2 }).map(({ rule: id }) => id)).toEqual(['QUORUM']);
  });
});
