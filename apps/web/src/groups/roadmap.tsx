import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useDay, useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
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

const HISTORIES = graphql(`
  query RoadmapHistories($id: ID!) {
    workingGroup(id: $id) {
      id
      roadmap {
        version
        steps {
          id
          history {
            version
            writtenAt
            writtenBy {
              name
            }
            title
            commitments
            fromOn
            dueOn
            dueInWords
            responsible
            state
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
  return (
    <>
      <Heading level={3} data-size="xs">
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
      {step.description !== null && <Paragraph className="as-typed">{step.description}</Paragraph>}
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
  NonNullable<ResultOf<typeof HISTORIES>['workingGroup']>['roadmap']
>['steps'][number]['history'][number];

function Said({ revision }: { readonly revision: Revision }) {
  const { t } = useTranslation();
  const at = useInstant();
  const due = useDue();
  const commitments = useCommitments();
  const { version, writtenAt, writtenBy, title, responsible, state } = revision;
  return (
    <>
      {t('roadmap.said', { number: version, name: writtenBy.name, at: at(writtenAt) })}{' '}
      <StateTag of="step" state={state} />
      <br />
      {[title, due(revision), responsible, commitments(revision.commitments)].join(' · ')}
    </>
  );
}

/** What a step said before, asked for when somebody wants to know. */
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
  const [answer, again] = useQuery({ query: HISTORIES, variables: { id: groupId }, pause: !open });
  const known = answer.data?.workingGroup?.roadmap;
  const history = known?.steps.find((one) => one.id === id)?.history ?? [];
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
      {open && (
        <Loaded answer={answer} again={again}>
          {() =>
            history.length <= 1 && known?.version === version ? (
              <Paragraph>{t('roadmap.unchanged')}</Paragraph>
            ) : (
              <ul className="items">
                {history.map((one) => (
                  <li key={one.version}>
                    <Said revision={one} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
