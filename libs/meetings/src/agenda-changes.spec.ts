import { describe, expect, it } from '@jest/globals';
import { agendaChanges, type ItemOnAgenda } from './agenda-changes.js';

const agenda = (...titles: string[]): ItemOnAgenda[] =>
  titles.map((title, index) => {
    const [itemId = '', words = title] = title.split('=');
    return {
      itemId,
      position: index + 1,
      kind: 'DISCUSSION',
      titleFr: words,
      titleEn: words,
      office: null,
      college: null,
      subject: null,
      objectId: null,
      presentsResults: false,
      reportOfId: null,
      plannedMinutes: null,
    };
  });

const told = (before: ItemOnAgenda[], after: ItemOnAgenda[]): string[] =>
  agendaChanges(before, after).map((change) => `${change.kind} ${(change.after ?? change.before)?.itemId}`);

describe('what changed between two versions of an agenda', () => {
  it('is nothing when nothing did', () => {
    expect(told(agenda('a', 'b'), agenda('a', 'b'))).toEqual([]);
  });

  it('tells what was added, reworded and removed, in the order of the later version', () => {
    expect(told(agenda('a', 'b', 'c'), agenda('new', 'a=other', 'c'))).toEqual([
      'ADDED new',
      'CHANGED a',
      'REMOVED b',
    ]);
  });

  it('tells the one item that moved, not those it passed', () => {
    expect(told(agenda('a', 'b', 'c', 'd'), agenda('d', 'a', 'b', 'c'))).toEqual(['MOVED d']);
    expect(told(agenda('a', 'b', 'c', 'd'), agenda('b', 'c', 'd', 'a'))).toEqual(['MOVED a']);
    expect(told(agenda('a', 'b', 'c'), agenda('new', 'a', 'b', 'c'))).toEqual(['ADDED new']);
  });

  it('tells the seat of an election that changed', () => {
    const item = { ...agenda('a')[0], kind: 'ELECTION', office: 'CO_CHAIR' } as ItemOnAgenda;
    const changes = agendaChanges(
      [{ ...item, college: 'GOVERNMENT' }],
      [{ ...item, college: 'CIVIL_SOCIETY' }],
    );
    expect(changes).toMatchObject([
      { kind: 'CHANGED', before: { college: 'GOVERNMENT' }, after: { college: 'CIVIL_SOCIETY' } },
    ]);
  });
});
