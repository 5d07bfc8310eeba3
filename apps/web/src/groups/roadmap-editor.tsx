import {
  Alert,
  Button,
  Checkbox,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import type { Day } from '@hemicycle/kernel';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../frame/notice.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { Rare } from '../parts/rare.js';
import { Hindered } from '../parts/rule-refusal.js';
import { useCommitments } from './commitments.js';
import { useDue } from './due.js';

export const ROADMAP_WRITTEN = graphql(`
  fragment RoadmapWritten on Roadmap {
    version
    writtenAt
    writtenBy {
      name
    }
    steps {
      id
      title
      titleFr: title(language: FR)
      titleEn
      description
      descriptionFr: description(language: FR)
      descriptionEn
      commitments
      fromOn
      dueOn
      dueInWords
      responsible
      state
      settledOn
      reason
      late
    }
  }
`);
type Written = ResultOf<typeof ROADMAP_WRITTEN>;
type WrittenStep = Written['steps'][number];

const SAVE = graphql(
  `
    mutation SaveRoadmap($input: SaveRoadmapInput!) {
      result: saveRoadmap(input: $input) {
        __typename
        ... on WorkingGroup {
          id
          roadmap {
            ...RoadmapWritten
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, ROADMAP_WRITTEN],
);
type StepInput = VariablesOf<typeof SAVE>['input']['steps'][number];

/** The fields of a step that are typed. */
const TYPED = [
  'titleFr',
  'titleEn',
  'descriptionFr',
  'descriptionEn',
  'fromOn',
  'dueOn',
  'dueInWords',
  'responsible',
  'settledOn',
  'reason',
] as const;

/** A step under work. Its key stays the same while it moves. */
interface Draft extends Record<(typeof TYPED)[number], string> {
  readonly key: number;
  /** Null: not saved yet. */
  readonly id: string | null;
  readonly commitments: readonly number[];
  readonly state: StepInput['state'];
}

const STATES = ['TO_DO', 'UNDER_WAY', 'DONE', 'GIVEN_UP'] as const;
const isSettled = ({ state }: Pick<Draft, 'state'>): boolean => state === 'DONE' || state === 'GIVEN_UP';

const typedOf = (step: Partial<WrittenStep>): Record<(typeof TYPED)[number], string> =>
  Object.fromEntries(TYPED.map((field) => [field, step[field] ?? ''])) as Record<
    (typeof TYPED)[number],
    string
  >;
const asDraft = (step: WrittenStep, key: number): Draft => ({
  ...typedOf(step),
  key,
  id: step.id,
  commitments: step.commitments,
  state: step.state,
});
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
/** As the API takes it, which judges its days: that of a step that waits again, or a reason that is none any more, is left out. */
const asInput = (draft: Draft): StepInput => ({
  id: draft.id,
  titleFr: draft.titleFr.trim(),
  titleEn: orNull(draft.titleEn),
  descriptionFr: orNull(draft.descriptionFr),
  descriptionEn: orNull(draft.descriptionEn),
  commitments: [...draft.commitments],
  fromOn: orNull(draft.fromOn) as Day | null,
  dueOn: draft.dueOn as Day,
  dueInWords: orNull(draft.dueInWords),
  responsible: draft.responsible.trim(),
  state: draft.state,
  settledOn: isSettled(draft) ? (orNull(draft.settledOn) as Day | null) : null,
  reason: draft.state === 'GIVEN_UP' ? orNull(draft.reason) : null,
});
/** The first thing that a step still lacks, by the name of its control; null: nothing. */
function lackOf(draft: Draft): string | null {
  if (draft.titleFr.trim() === '') return 'titleFr';
  if (draft.commitments.length === 0) return 'commitments';
  if (draft.dueOn === '') return 'dueOn';
  if (draft.responsible.trim() === '') return 'responsible';
  return draft.state === 'GIVEN_UP' && draft.reason.trim() === '' ? 'reason' : null;
}
/** All that is said of a step. */
const saying = (step: WrittenStep): string => JSON.stringify(asInput(asDraft(step, 0)));

/**
 * The roadmap as the group's facilitators write it: steps are added, moved by buttons and saved together. What somebody else
 * saves meanwhile is shown beside it; nothing is lost.
 */
export function RoadmapEditor({
  groupId,
  commitments,
  roadmap,
}: {
  readonly groupId: string;
  readonly commitments: readonly number[];
  readonly roadmap: Written | null;
}) {
  const { t } = useTranslation();
  const tell = useTell();
  const due = useDue();
  const { act, underWay, hindrance } = useAct(SAVE);
  const nextKey = useRef(1);
  const draftsOf = (written: Written | null): readonly Draft[] =>
    written?.steps.map((step) => asDraft(step, nextKey.current++)) ?? [];
  /** The version that the drafts began with, and the number of the one that the next save replaces. */
  const [base, setBase] = useState(roadmap);
  const [replaced, setReplaced] = useState(roadmap?.version ?? 0);
  const [drafts, setDrafts] = useState(() => draftsOf(roadmap));
  const [changed, setChanged] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const [said, setSaid] = useState('');
  /** The control that takes the focus once the list stands as it was asked for. */
  const [focus, setFocus] = useState<string | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus === null) return;
    editor.current?.querySelector<HTMLElement>(`[data-control="${focus}"]`)?.focus();
    setFocus(null);
  }, [focus]);

  function begin(written: Written | null): void {
    setBase(written);
    setReplaced(written?.version ?? 0);
    setDrafts(draftsOf(written));
    setChanged(false);
    setIncomplete(false);
  }
  // Whoever has written nothing yet starts from what others saved.
  useEffect(() => {
    if (!changed && (roadmap?.version ?? 0) > replaced) begin(roadmap);
  }, [roadmap?.version]);

  function change(next: readonly Draft[]): void {
    setDrafts(next);
    setChanged(true);
  }
  function rewrite(key: number, part: Partial<Draft>): void {
    change(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  }
  function move(from: number, to: number): void {
    const moved = drafts[from];
    if (moved === undefined || to < 0 || to >= drafts.length) return;
    change(drafts.toSpliced(from, 1).toSpliced(to, 0, moved));
    setSaid(t('roadmap.moved', { position: to + 1 }));
    setFocus(`${to < from ? 'up' : 'down'}-${moved.key}`);
  }
  function remove(key: number): void {
    change(drafts.filter((draft) => draft.key !== key));
    setSaid(t('roadmap.removed'));
    setFocus('add');
  }
  function add(): void {
    const key = nextKey.current++;
    const [only, ...others] = commitments;
    const served = only !== undefined && others.length === 0 ? [only] : [];
    change([...drafts, { ...typedOf({}), key, id: null, commitments: served, state: 'TO_DO' }]);
    setFocus(`titleFr-${key}`);
  }
  /** Puts a step of another version in the place of one's own, or after all. */
  function take(step: WrittenStep): void {
    const taken = asDraft(step, nextKey.current++);
    const own = drafts.findIndex(({ id }) => id === step.id);
    change(own < 0 ? [...drafts, taken] : drafts.with(own, taken));
    setSaid(t('roadmap.taken', { title: step.title }));
  }
  /** What is new in the other version stays on the roadmap in any case: no step leaves it. */
  function join(other: Written): void {
    const unknown = other.steps.filter((step) => !drafts.some(({ id }) => id === step.id));
    change([...drafts, ...unknown.map((step) => asDraft(step, nextKey.current++))]);
    setBase(other);
    setReplaced(other.version);
    setFocus('save');
  }

  async function save(): Promise<void> {
    const lacking = drafts.find((draft) => lackOf(draft) !== null);
    setIncomplete(lacking !== undefined);
    if (lacking !== undefined) {
      setFocus(`${lackOf(lacking)}-${lacking.key}`);
      return;
    }
    const given = await act({ input: { groupId, basedOnVersion: replaced, steps: drafts.map(asInput) } });
    if (given?.__typename !== 'WorkingGroup' || given.roadmap === null) return;
    begin(given.roadmap);
    tell(t('roadmap.saved', { number: given.roadmap.version }));
  }

  const others = (roadmap?.steps ?? []).filter((step) => {
    const known = base?.steps.find(({ id }) => id === step.id);
    return known === undefined || saying(known) !== saying(step);
  });
  return (
    <Rare label={t(roadmap === null ? 'roadmap.write' : 'roadmap.change')}>
      <div className="stack" ref={editor}>
        <Paragraph>{t('roadmap.lead')}</Paragraph>
        {roadmap !== null && changed && roadmap.version > replaced && (
          <Alert data-color="warning" role="alert">
            <div className="stack">
              <Paragraph>
                {t('roadmap.changed', { number: roadmap.version, name: roadmap.writtenBy.name })}
              </Paragraph>
              {others.length === 0 && <Paragraph>{t('roadmap.same')}</Paragraph>}
              {others.map((step) => (
                <div className="stack" key={step.id}>
                  <Paragraph>
                    <strong>{step.title}</strong>
                    <br />
                    {[t(`state.step.${step.state}`), due(step), step.responsible].join(' · ')}
                  </Paragraph>
                  <Button
                    variant="secondary"
                    aria-label={t('roadmap.takeOne', { title: step.title })}
                    onClick={() => take(step)}
                  >
                    {t('roadmap.take')}
                  </Button>
                </div>
              ))}
              <Button onClick={() => join(roadmap)}>{t('roadmap.joined')}</Button>
            </div>
          </Alert>
        )}
        <ol className="plain stack">
          {drafts.map((draft, place) => (
            <li key={draft.key}>
              <StepEditor
                draft={draft}
                offered={commitments}
                position={place + 1}
                last={place === drafts.length - 1}
                lacks={incomplete ? lackOf(draft) : null}
                onRewrite={(part) => rewrite(draft.key, part)}
                onMove={(by) => move(place, place + by)}
                onRemove={() => remove(draft.key)}
              />
            </li>
          ))}
        </ol>
        <div role="status" className="ds-sr-only">
          {said}
        </div>
        {incomplete && (
          <Alert data-color="danger" role="alert">
            {t('roadmap.incomplete')}
          </Alert>
        )}
        {changed && <Paragraph className="quiet">{t('roadmap.unsaved')}</Paragraph>}
        <div className="row">
          <Button variant="secondary" onClick={add} data-control="add">
            {t('roadmap.add')}
          </Button>
          {drafts.length > 0 && (
            <Button loading={underWay} onClick={() => void save()} data-control="save">
              {t('roadmap.save')}
            </Button>
          )}
        </div>
        <Hindered by={hindrance} />
      </div>
    </Rare>
  );
}

/** One step: what it is, for what, when, by whom, how far, and its place. */
function StepEditor({
  draft,
  offered,
  position,
  last,
  lacks,
  onRewrite,
  onMove,
  onRemove,
}: {
  readonly draft: Draft;
  readonly offered: readonly number[];
  readonly position: number;
  readonly last: boolean;
  readonly lacks: string | null;
  readonly onRewrite: (part: Partial<Draft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const said = useCommitments();
  const { key } = draft;
  const field = (name: (typeof TYPED)[number]) => ({
    id: `${id}-${name}`,
    'data-control': `${name}-${key}`,
    value: draft[name],
    error: lacks === name ? t('form.missing') : undefined,
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onRewrite({ [name]: target.value }),
  });
  const serve = (number: number, checked: boolean) =>
    onRewrite({
      commitments: offered.filter((one) => (one === number ? checked : draft.commitments.includes(one))),
    });
  return (
    <Fieldset className="item">
      <Fieldset.Legend>{t('roadmap.step', { position })}</Fieldset.Legend>
      <div className="grid">
        <Textfield {...field('titleFr')} label={t('roadmap.titleFr')} lang="fr" maxLength={300} />
        <Textfield {...field('titleEn')} label={t('roadmap.titleEn')} lang="en" maxLength={300} />
        <Textfield
          {...field('descriptionFr')}
          label={t('roadmap.descriptionFr')}
          lang="fr"
          multiline
          rows={2}
          maxLength={4000}
        />
        <Textfield
          {...field('descriptionEn')}
          label={t('roadmap.descriptionEn')}
          lang="en"
          multiline
          rows={2}
          maxLength={4000}
        />
        <Textfield {...field('fromOn')} label={t('roadmap.fromOn')} type="date" />
        <Textfield {...field('dueOn')} label={t('roadmap.dueOn')} type="date" />
        <Textfield
          {...field('dueInWords')}
          label={t('roadmap.dueInWords')}
          description={t('roadmap.dueInWordsHint')}
          maxLength={100}
        />
        <Textfield
          {...field('responsible')}
          label={t('roadmap.responsible')}
          description={t('roadmap.responsibleHint')}
          maxLength={300}
        />
        <Field>
          <Label>{t('roadmap.state')}</Label>
          <Select
            id={`${id}-state`}
            value={draft.state}
            onChange={({ target }) =>
              onRewrite({ state: STATES.find((one) => one === target.value) ?? 'TO_DO', settledOn: '' })
            }
          >
            {STATES.map((state) => (
              <Select.Option key={state} value={state}>
                {t(`state.step.${state}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {isSettled(draft) && (
          <Textfield
            {...field('settledOn')}
            label={t('roadmap.settledOn')}
            description={t('roadmap.settledHint')}
            type="date"
          />
        )}
        {draft.state === 'GIVEN_UP' && (
          <Textfield {...field('reason')} label={t('roadmap.reason')} multiline rows={2} maxLength={1000} />
        )}
      </div>
      <Fieldset>
        <Fieldset.Legend>{t('roadmap.serves')}</Fieldset.Legend>
        {offered.map((number, place) => (
          <Checkbox
            key={number}
            id={`${id}-commitment-${number}`}
            data-control={place === 0 ? `commitments-${key}` : undefined}
            value={String(number)}
            label={said([number])}
            checked={draft.commitments.includes(number)}
            onChange={({ target }) => serve(number, target.checked)}
          />
        ))}
        {lacks === 'commitments' && <ValidationMessage>{t('form.missing')}</ValidationMessage>}
      </Fieldset>
      <div className="row">
        <Button
          variant="tertiary"
          data-control={`up-${key}`}
          aria-disabled={position === 1}
          aria-label={t('roadmap.upOne', { position })}
          onClick={() => onMove(-1)}
        >
          {t('roadmap.up')}
        </Button>
        <Button
          variant="tertiary"
          data-control={`down-${key}`}
          aria-disabled={last}
          aria-label={t('roadmap.downOne', { position })}
          onClick={() => onMove(1)}
        >
          {t('roadmap.down')}
        </Button>
        {draft.id === null && (
          <Button
            variant="tertiary"
            data-color="danger"
            aria-label={t('roadmap.removeOne', { position })}
            onClick={onRemove}
          >
            {t('roadmap.remove')}
          </Button>
        )}
      </div>
    </Fieldset>
  );
}
