import { Button } from '@digdir/designsystemet-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** An entry under work: its key stays the same while it moves and is rewritten. */
export interface Draft<Item> {
  readonly key: number;
  readonly item: Item;
}

/** The namespaces that hold the words of a list under work. */
type Words = 'desk.meeting' | 'roadmap';

export interface ListUnderWork<Item> {
  readonly drafts: readonly Draft<Item>[];
  /** Whether anything was written since the list began. */
  readonly changed: boolean;
  /** For the element around the list, in which controls take the focus. */
  readonly editor: RefObject<HTMLDivElement | null>;
  /** What happened last, for whoever does not see it. */
  readonly said: string;
  readonly say: (words: string) => void;
  /** Gives the focus to the control whose `data-control` is this, once the list stands as it was asked for. */
  readonly focusOn: (control: string) => void;
  /** Starts anew from what is saved. */
  readonly begin: (items: readonly Item[]) => void;
  /** What the list holds from now on. An item that stands in it already keeps its key. */
  readonly write: (items: readonly Item[]) => void;
  /** Adds items at the end, and gives the focus to the control of that name of the first of them. */
  readonly add: (items: readonly Item[], control: string, after?: readonly Item[]) => void;
  readonly rewrite: (key: number, part: Partial<Item>) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (key: number) => void;
}

/**
 * A list that somebody writes, to be saved as a whole: its entries are rewritten, moved by buttons and removed. Each of these is
 * said to whoever does not see it, and the focus stays where the work goes on: on the button that moved an entry, or on the
 * control called `add`.
 */
export function useListUnderWork<Item extends object>(
  words: Words,
  first: () => readonly Item[],
): ListUnderWork<Item> {
  const { t } = useTranslation();
  const nextKey = useRef(0);
  const draftOf = (item: Item): Draft<Item> => ({ key: nextKey.current++, item });
  const [drafts, setDrafts] = useState(() => first().map(draftOf));
  const [changed, setChanged] = useState(false);
  const [said, say] = useState('');
  const [focus, focusOn] = useState<string | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus === null) return;
    editor.current?.querySelector<HTMLElement>(`[data-control="${focus}"]`)?.focus();
    focusOn(null);
  }, [focus]);

  const items = drafts.map(({ item }) => item);
  function change(next: Draft<Item>[]): void {
    setDrafts(next);
    setChanged(true);
  }
  const kept = (item: Item): Draft<Item> => drafts.find((draft) => draft.item === item) ?? draftOf(item);
  return {
    drafts,
    changed,
    editor,
    said,
    say,
    focusOn,
    begin(saved) {
      setDrafts(saved.map(draftOf));
      setChanged(false);
    },
    write: (next) => change(next.map(kept)),
    add(added, control, after = items) {
      const more = added.map(draftOf);
      change([...after.map(kept), ...more]);
      focusOn(`${control}-${more[0]?.key}`);
    },
    rewrite: (key, part) =>
      change(drafts.map((draft) => (draft.key === key ? { key, item: { ...draft.item, ...part } } : draft))),
    move(from, to) {
      const moved = drafts[from];
      if (moved === undefined || to < 0 || to >= drafts.length) return;
      change(drafts.toSpliced(from, 1).toSpliced(to, 0, moved));
      say(t(`${words}.moved`, { position: to + 1 }));
      focusOn(`${to < from ? 'up' : 'down'}-${moved.key}`);
    },
    remove(key) {
      change(drafts.filter((draft) => draft.key !== key));
      say(t(`${words}.removed`));
      focusOn('add');
    },
  };
}

/** Moves an entry of a list under work, or removes it. */
export function PlaceButtons<Item>({
  words,
  of: { drafts, move, remove },
  place,
  removable = true,
}: {
  readonly words: Words;
  readonly of: Pick<ListUnderWork<Item>, 'drafts' | 'move' | 'remove'>;
  /** Of the entry, from 0. */
  readonly place: number;
  readonly removable?: boolean;
}) {
  const { t } = useTranslation();
  const key = drafts[place]?.key ?? 0;
  const position = place + 1;
  return (
    <div className="row">
      <Button
        variant="tertiary"
        data-control={`up-${key}`}
        aria-disabled={place === 0}
        aria-label={t(`${words}.upOne`, { position })}
        onClick={() => move(place, place - 1)}
      >
        {t(`${words}.up`)}
      </Button>
      <Button
        variant="tertiary"
        data-control={`down-${key}`}
        aria-disabled={position === drafts.length}
        aria-label={t(`${words}.downOne`, { position })}
        onClick={() => move(place, place + 1)}
      >
        {t(`${words}.down`)}
      </Button>
      {removable && (
        <Button
          variant="tertiary"
          data-color="danger"
          aria-label={t(`${words}.removeOne`, { position })}
          onClick={() => remove(key)}
        >
          {t(`${words}.remove`)}
        </Button>
      )}
    </div>
  );
}
