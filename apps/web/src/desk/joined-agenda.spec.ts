import { describe, expect, it } from '@jest/globals';
import { joinedAgenda } from './joined-agenda.js';

interface Item {
  readonly id: string | null;
  readonly title: string;
}
const item = (id: string | null, title = id ?? ''): Item => ({ id, title });

describe('two versions of an agenda', () => {
  const base = [item('a'), item('b'), item('c')];

  it('are joined with what each of them added', () => {
    const own = [...base, item(null, 'mine')];
    const other = [...base, item('d')];
    expect(joinedAgenda(own, base, other)).toEqual([...base, item(null, 'mine'), item('d')]);
  });

  it('are joined in the words of whoever rewrote an item, the writer’s first', () => {
    const own = [item('a', 'mine'), item('b', 'mine too'), item('c')];
    const other = [item('a', 'theirs'), item('b'), item('c', 'theirs')];
    expect(joinedAgenda(own, base, other)).toEqual([
      item('a', 'mine'),
      item('b', 'mine too'),
      item('c', 'theirs'),
    ]);
  });

  it('are joined without what either removed, unless the writer had rewritten it', () => {
    const own = [item('b', 'rewritten'), item('c')];
    const other = [item('a', 'theirs')];
    expect(joinedAgenda(own, base, other)).toEqual([item(null, 'rewritten')]);
  });

  it('are joined in the order of the writer, who may have had no version to begin with', () => {
    const own = [item('c'), item('a'), item('b')];
    expect(joinedAgenda(own, base, base)).toEqual(own);
    expect(joinedAgenda([item(null, 'mine')], [], base)).toEqual([item(null, 'mine'), ...base]);
  });

  it('keep what was taken from the other version before they were joined', () => {
    const other = [item('a', 'theirs'), item('b'), item('c')];
    expect(joinedAgenda([item('a', 'theirs'), item('b')], base, other)).toEqual([
      item('a', 'theirs'),
      item('b'),
    ]);
  });
});
