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
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../frame/notice.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { type Draft, type ListUnderWork, PlaceButtons, useListUnderWork } from '../parts/list-under-work.js';
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

/** A step under work. */
interface Step extends Record<(typeof TYPED)[number], string> {
  /** Null: not saved yet. */
  readonly id: string | null;
  readonly commitments: readonly number[];
  readonly state: StepInput['state'];
}

const STATES = ['TO_DO', 'UNDER_WAY', 'DONE', 'GIVEN_UP'] as const;
const isSettled = ({ state }: Pick<Step, 'state'>): boolean => state === 'DONE' || state === 'GIVEN_UP';

const typedOf = (step: Partial<WrittenStep>): Record<(typeof TYPED)[number], string> =>
  Object.fromEntries(TYPED.map((field) => [field, step[field] ?? ''])) as Record<
    (typeof TYPED)[number],
    string
  >;
const asStep = (step: WrittenStep): Step => ({
  ...typedOf(step),
  id: step.id,
  commitments: step.commitments,
  state: step.state,
});
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
/** As the API takes it, which judges its days: that of a step that waits again, or a reason that is none any more, is left out. */
const asInput = (step: Step): StepInput => ({
  id: step.id,
  titleFr: step.titleFr.trim(),
  titleEn: orNull(step.titleEn),
  descriptionFr: orNull(step.descriptionFr),
  descriptionEn: orNull(step.descriptionEn),
  commitments: [...step.commitments],
  fromOn: orNull(step.fromOn) as Day | null,
  dueOn: step.dueOn as Day,
  dueInWords: orNull(step.dueInWords),
  responsible: step.responsible.trim(),
  state: step.state,
  settledOn: isSettled(step) ? (orNull(step.settledOn) as Day | null) : null,
  reason: step.state === 'GIVEN_UP' ? orNull(step.reason) : null,
});
/** The first thing that a step still lacks, by the name of its control; null: nothing. */
function lackOf(step: Step): string | null {
  if (step.titleFr.trim() === '') return 'titleFr';
  if (step.commitments.length === 0) return 'commitments';
  if (step.dueOn === '') return 'dueOn';
  if (step.responsible.trim() === '') return 'responsible';
  return step.state === 'GIVEN_UP' && step.reason.trim() === '' ? 'reason' : null;
}
/** All that is said of a step. */
const saying = (step: WrittenStep): string => JSON.stringify(asInput(asStep(step)));

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
  const begun = (written: Written | null): readonly Step[] => written?.steps.map(asStep) ?? [];
  /** The version that the drafts began with; null: none was saved. */
  const [base, setBase] = useState(roadmap);
  const list = useListUnderWork('roadmap', () => begun(roadmap));
  const { drafts, changed, focusOn } = list;
  const steps = drafts.map(({ item }) => item);
  const [incomplete, setIncomplete] = useState(false);

  const replaced = base?.version ?? 0;
  function begin(written: Written | null): void {
    setBase(written);
    list.begin(begun(written));
    setIncomplete(false);
  }
  // Whoever has written nothing yet starts from what others saved.
  useEffect(() => {
    if (!changed && (roadmap?.version ?? 0) > replaced) begin(roadmap);
  }, [roadmap?.version]);

  function add(): void {
    const [only, ...others] = commitments;
    const served = only !== undefined && others.length === 0 ? [only] : [];
    list.add([{ ...typedOf({}), id: null, commitments: served, state: 'TO_DO' }], 'titleFr');
  }
  /** Puts a step of another version in the place of one's own, or after all. */
  function take(step: WrittenStep): void {
    const own = steps.findIndex(({ id }) => id === step.id);
    list.write(own < 0 ? [...steps, asStep(step)] : steps.with(own, asStep(step)));
    list.say(t('roadmap.taken', { title: step.title }));
  }
  /** What is new in the other version stays on the roadmap in any case: no step leaves it. */
  function join(other: Written): void {
    const unknown = other.steps.filter((step) => !steps.some(({ id }) => id === step.id));
    list.write([...steps, ...unknown.map(asStep)]);
    setBase(other);
    focusOn('save');
  }

  async function save(): Promise<void> {
    const lacking = drafts.find(({ item }) => lackOf(item) !== null);
    setIncomplete(lacking !== undefined);
    if (lacking !== undefined) {
      focusOn(`${lackOf(lacking.item)}-${lacking.key}`);
      return;
    }
    const given = await act({ input: { groupId, basedOnVersion: replaced, steps: steps.map(asInput) } });
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
      <div className="stack" ref={list.editor}>
        <Paragraph>{t('roadmap.lead')}</Paragraph>
        {/* One’s own saving may be heard of before it is answered. */}
        {roadmap !== null && changed && !underWay && roadmap.version > replaced && (
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
                list={list}
                draft={draft}
                place={place}
                offered={commitments}
                lacks={incomplete ? lackOf(draft.item) : null}
              />
            </li>
          ))}
        </ol>
        <div role="status" className="ds-sr-only">
          {list.said}
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
  list,
  draft: { key, item: step },
  place,
  offered,
  lacks,
}: {
  readonly list: ListUnderWork<Step>;
  readonly draft: Draft<Step>;
  /** Its place on the list, from 0. */
  readonly place: number;
  readonly offered: readonly number[];
  readonly lacks: string | null;
}) {
  const { t } = useTranslation();
  const id = useId();
  const said = useCommitments();
  const onRewrite = (part: Partial<Step>): void => list.rewrite(key, part);
  const field = (name: (typeof TYPED)[number]) => ({
    id: `${id}-${name}`,
    'data-control': `${name}-${key}`,
    value: step[name],
    error: lacks === name ? t('form.missing') : undefined,
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onRewrite({ [name]: target.value }),
  });
  const serve = (number: number, checked: boolean) =>
    onRewrite({
      commitments: offered.filter((one) => (one === number ? checked : step.commitments.includes(one))),
    });
  return (
    <Fieldset className="item">
      <Fieldset.Legend>{t('roadmap.step', { position: place + 1 })}</Fieldset.Legend>
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
            value={step.state}
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
        {isSettled(step) && (
          <Textfield
            {...field('settledOn')}
            label={t('roadmap.settledOn')}
            description={t('roadmap.settledHint')}
            type="date"
          />
        )}
        {step.state === 'GIVEN_UP' && (
          <Textfield {...field('reason')} label={t('roadmap.reason')} multiline rows={2} maxLength={1000} />
        )}
      </div>
      <Fieldset>
        <Fieldset.Legend>{t('roadmap.serves')}</Fieldset.Legend>
        {offered.map((number, nth) => (
          <Checkbox
            key={number}
            id={`${id}-commitment-${number}`}
            data-control={nth === 0 ? `commitments-${key}` : undefined}
            value={String(number)}
            label={said([number])}
            checked={step.commitments.includes(number)}
            onChange={({ target }) => serve(number, target.checked)}
          />
        ))}
        {lacks === 'commitments' && <ValidationMessage>{t('form.missing')}</ValidationMessage>}
      </Fieldset>
      <PlaceButtons words="roadmap" of={list} place={place} removable={step.id === null} />
    </Fieldset>
  );
}
