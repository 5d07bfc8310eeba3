import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useDay, useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
import { More } from '../parts/more.js';
import { StateTag } from '../parts/state-tag.js';
import { useCommitments } from './commitments.js';
import { useDue } from './due.js';
import { ROADMAP_WRITTEN, RoadmapEditor } from './roadmap-editor.js';

const ROADMAP = graphql(
  `
    query Roadmap($id: ID!) {
      workingGroup(id: $id) {
        id
        roadmap {
          ...RoadmapWritten
        }
      }
    }
  `,
  [ROADMAP_WRITTEN],
);
type Shown = ResultOf<typeof ROADMAP_WRITTEN>;
type Step = Shown['steps'][number];

const HISTORY = graphql(`
  query RoadmapStepHistory($id: ID!, $stepId: ID!, $after: String) {
    workingGroup(id: $id) {
      id
      roadmap {
        version
        step(id: $stepId) {
          id
          history(first: 20, after: $after) {
            nodes {
              version
              writtenAt
              writtenBy {
                name
              }
              title
              titleEn
              description
              descriptionEn
              commitments
              fromOn
              dueOn
              dueInWords
              responsible
              state
              settledOn
              reason
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

/** The group’s common plan: its steps in order, what is late, what each step said before; and where it is written. */
export function RoadmapSection({
  groupId,
  commitments,
  writable,
}: {
  readonly groupId: string;
  readonly commitments: readonly number[];
  /** Whether whoever reads may write it. */
  readonly writable: boolean;
}) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: ROADMAP, variables: { id: groupId } });
  useFresh(groupId, again, true);
  return (
    <Section title={t('roadmap.title')} id="roadmap">
      <Loaded answer={answer} again={again}>
        {({ workingGroup }) => {
          const roadmap = workingGroup?.roadmap ?? null;
          return (
            <>
              {roadmap === null ? (
                <Paragraph>{t('roadmap.none')}</Paragraph>
              ) : (
                <Steps groupId={groupId} roadmap={roadmap} />
              )}
              {writable && <RoadmapEditor groupId={groupId} commitments={commitments} roadmap={roadmap} />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Steps({ groupId, roadmap }: { readonly groupId: string; readonly roadmap: Shown }) {
  const { t } = useTranslation();
  const at = useInstant();
  const { version, writtenAt, writtenBy, steps } = roadmap;
  const late = steps.filter((step) => step.late).length;
  return (
    <>
      <Paragraph className="quiet">
        {t('roadmap.version', { number: version, name: writtenBy.name, at: at(writtenAt) })}
      </Paragraph>
      {late > 0 && (
        <Paragraph>
          <strong>{t('roadmap.late', { count: late })}</strong>
        </Paragraph>
      )}
      <ol className="timeline stack">
        {steps.map((step) => (
          <li key={step.id} className="stack" data-late={step.late}>
            <OneStep groupId={groupId} version={version} step={step} />
          </li>
        ))}
      </ol>
      <Button variant="secondary" onClick={() => print()}>
        {t('roadmap.print')}
      </Button>
    </>
  );
}

function OneStep({
  groupId,
  version,
  step,
}: {
  readonly groupId: string;
  readonly version: number;
  readonly step: Step;
}) {
  const { t } = useTranslation();
  const inWords = useDay();
  const due = useDue();
  const commitments = useCommitments();
  const settled = step.settledOn === null ? null : inWords(step.settledOn);
  const languages = useWrittenIn(step);
  return (
    <>
      <Heading level={3} data-size="xs" lang={languages.title}>
        {step.title}
      </Heading>
      <div className="row">
        <StateTag of="step" state={step.state} />
        {step.late && <Tag data-color="danger">{t('roadmap.isLate')}</Tag>}
        {step.state === 'DONE' && step.settledOn !== null && step.settledOn > step.dueOn && (
          <Tag data-color="warning">{t('roadmap.doneLate')}</Tag>
        )}
      </div>
      {step.state === 'DONE' && <Paragraph>{t('roadmap.done', { on: settled })}</Paragraph>}
      {step.state === 'GIVEN_UP' && (
        <Paragraph className="as-typed">
          {t('roadmap.givenUp', { on: settled, reason: step.reason })}
        </Paragraph>
      )}
      {step.description !== null && (
        <Paragraph className="as-typed" lang={languages.description}>
          {step.description}
        </Paragraph>
      )}
      <Facts>
        <Fact name={t('roadmap.due')}>{due(step)}</Fact>
        <Fact name={t('roadmap.responsible')}>{step.responsible}</Fact>
        <Fact name={t('roadmap.commitments')}>{commitments(step.commitments)}</Fact>
      </Facts>
      <History groupId={groupId} version={version} step={step} />
    </>
  );
}

type Revision = NonNullable<
  NonNullable<NonNullable<ResultOf<typeof HISTORY>['workingGroup']>['roadmap']>['step']
>['history']['nodes'][number];

function Said({ revision }: { readonly revision: Revision }) {
  const { t } = useTranslation();
  const at = useInstant();
  const inWords = useDay();
  const due = useDue();
  const commitments = useCommitments();
  const languages = useWrittenIn(revision);
  const { version, writtenAt, writtenBy, title, description, responsible, state, settledOn, reason } =
    revision;
  const settled = settledOn === null ? null : inWords(settledOn);
  return (
    <>
      {t('roadmap.said', { number: version, name: writtenBy.name, at: at(writtenAt) })}{' '}
      <StateTag of="step" state={state} />
      <br />
      <span lang={languages.title}>{title}</span>
      {[due(revision), responsible, commitments(revision.commitments)].map((part) => ` · ${part}`)}
      {description !== null && (
        <Paragraph className="as-typed" lang={languages.description}>
          {description}
        </Paragraph>
      )}
      {state === 'DONE' && <Paragraph>{t('roadmap.done', { on: settled })}</Paragraph>}
      {state === 'GIVEN_UP' && (
        <Paragraph className="as-typed">{t('roadmap.givenUp', { on: settled, reason })}</Paragraph>
      )}
    </>
  );
}

/** What a step said before, asked for when somebody wants to know, twenty changes at a time. */
function History({
  groupId,
  version,
  step: { id, title },
}: {
  readonly groupId: string;
  readonly version: number;
  readonly step: Step;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="stack not-printed">
      <Button
        variant="tertiary"
        aria-expanded={open}
        aria-label={t('roadmap.historyOf', { title })}
        onClick={() => setOpen(!open)}
      >
        {t('roadmap.history')}
      </Button>
      {/* Of another version, another history: it begins with the latest again. */}
      {open && <Revisions key={version} groupId={groupId} stepId={id} />}
    </div>
  );
}

function Revisions({
  groupId,
  stepId,
  after = null,
}: {
  readonly groupId: string;
  readonly stepId: string;
  readonly after?: string | null;
}) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({
    query: HISTORY,
    variables: { id: groupId, stepId, after },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Loaded answer={answer} again={again}>
      {({ workingGroup }) => {
        const { nodes = [], pageInfo } = workingGroup?.roadmap?.step?.history ?? {};
        if (nodes.length <= 1 && after === null) return <Paragraph>{t('roadmap.unchanged')}</Paragraph>;
        return (
          <>
            <ul className="items">
              {nodes.map((one) => (
                <li key={one.version}>
                  <Said revision={one} />
                </li>
              ))}
            </ul>
            {pageInfo !== undefined && (
              <More page={pageInfo} label={t('roadmap.earlier')}>
                {(from) => <Revisions groupId={groupId} stepId={stepId} after={from} />}
              </More>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** In which language what a step says is written where that is not the page's: what nobody wrote in English is in French. */
function useWrittenIn({
  titleEn,
  descriptionEn,
}: {
  readonly titleEn: string | null;
  readonly descriptionEn: string | null;
}): { readonly title: 'fr' | undefined; readonly description: 'fr' | undefined } {
  const { language } = useHere();
  const of = (english: string | null) => (language === 'en' && english === null ? 'fr' : undefined);
  return { title: of(titleEn), description: of(descriptionEn) };
}
