import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { MinutesText } from '../minutes/minutes-text.js';
import { Action, isAllowed, PERMITTED } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, Choice, languageIn, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { More } from '../parts/more.js';
import { Rare } from '../parts/rare.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

const WRITTEN = graphql(
  `
    fragment ReportWritten on GroupReport {
      id
      language
      state
      submittedAt
      submittedBy {
        name
      }
      version {
        number
        text
        writtenAt
        writtenBy {
          name
        }
      }
      permitted {
        ...Permitted
      }
    }
  `,
  [PERMITTED],
);
const REPORT = graphql(
  `
    query GroupReport($groupId: ID!, $meetingId: ID!) {
      workingGroup(id: $groupId) {
        id
        theme
        permitted {
          ...Permitted
        }
        reportingTo(meetingId: $meetingId) {
          meeting {
            id
            number
            state
          }
          report {
            ...ReportWritten
          }
          earlierReport {
            id
            language
            version {
              text
            }
            meeting {
              id
              number
              state
              publishedAgenda {
                items {
                  id
                  reportOfId
                }
              }
              postponements {
                itemId
              }
            }
          }
        }
      }
    }
  `,
  [WRITTEN, PERMITTED],
);
const VERSIONS = graphql(`
  query GroupReportVersions($groupId: ID!, $meetingId: ID!, $after: String) {
    groupReport(groupId: $groupId, meetingId: $meetingId) {
      id
      versions(first: 10, after: $after) {
        nodes {
          number
          text
          writtenAt
          writtenBy {
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
const SAVE = graphql(
  `
    mutation SaveGroupReport($input: SaveGroupReportInput!) {
      result: saveGroupReport(input: $input) {
        __typename
        ... on GroupReport {
          ...ReportWritten
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, WRITTEN],
);
const SUBMIT = graphql(
  `
    mutation SubmitGroupReport($input: SubmitGroupReportInput!) {
      result: submitGroupReport(input: $input) {
        __typename
        ... on GroupReport {
          ...ReportWritten
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, WRITTEN],
);

type Report = ResultOf<typeof WRITTEN>;
type Group = NonNullable<ResultOf<typeof REPORT>['workingGroup']>;
type Reporting = NonNullable<Group['reportingTo']>;
type Plenary = Reporting['meeting'];
type Earlier = NonNullable<Reporting['earlierReport']>;

/** Before the session opens, what a group reports to it may be written. */
const AHEAD: readonly Plenary['state'][] = ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM'];

/** What a working group reports to a plenary: everybody reads it once submitted; its facilitators write it here. */
export function ReportPage() {
  const { id: groupId = '', meetingId = '' } = useParams();
  const [answer, again] = useQuery({ query: REPORT, variables: { groupId, meetingId } });
  useFresh(groupId, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ workingGroup }) => {
        const reporting = workingGroup?.reportingTo ?? null;
        if (workingGroup === null || reporting === null) return <NotFound />;
        return <Shown group={workingGroup} reporting={reporting} />;
      }}
    </Loaded>
  );
}

/** Whether its plenary never heard it: it was cancelled, or left the item to the next one. */
function isUnheard(
  { meeting: { state, publishedAgenda, postponements } }: Earlier,
  groupId: string,
): boolean {
  const item = publishedAgenda?.items.find(({ reportOfId }) => reportOfId === groupId);
  return state === 'CANCELLED' || postponements.some(({ itemId }) => itemId === item?.id);
}

function Shown({
  group,
  reporting: { meeting: plenary, report, earlierReport: earlier },
}: {
  readonly group: Group;
  readonly reporting: Reporting;
}) {
  const { t } = useTranslation();
  const at = useInstant();
  const ahead = AHEAD.includes(plenary.state);
  const begins = report === null && ahead && isAllowed(group.permitted, 'saveGroupReport');
  const unheard = earlier !== null && isUnheard(earlier, group.id) ? earlier : null;
  const named = t('report.plenaryNamed', plenary);
  return (
    <Page
      title={t('report.on', { theme: group.theme, plenary: named })}
      lead={
        <div className="row">
          {report !== null && <StateTag of="report" state={report.state} />}
          <To href={`/groups/${group.id}`}>{group.theme}</To>
          <To href={`/meetings/${plenary.id}`}>{t('meeting.plenary', plenary)}</To>
        </div>
      }
    >
      {report?.state !== 'SUBMITTED' && (
        <>
          {(report === null || !ahead) && (
            <Paragraph>{t(ahead ? 'report.noneYet' : 'report.noneSubmitted')}</Paragraph>
          )}
          {earlier !== null && (
            <Paragraph>
              <To href={`/groups/${group.id}/reports/${earlier.meeting.id}`}>
                {t('report.earlier', { plenary: t('report.plenaryNamed', earlier.meeting) })}
              </To>
            </Paragraph>
          )}
        </>
      )}
      {report?.state === 'DRAFT' && <Paragraph>{t('report.draft')}</Paragraph>}
      {report?.submittedAt && (
        <Paragraph>
          {t('report.submittedOn', { at: at(report.submittedAt), name: report.submittedBy?.name })}
        </Paragraph>
      )}
      {report !== null && (
        <Section title={t('report.text')}>
          <Paragraph className="quiet">
            {t('report.version', {
              number: report.version.number,
              name: report.version.writtenBy.name,
              at: at(report.version.writtenAt),
            })}
          </Paragraph>
          <MinutesText markdown={report.version.text} language={report.language} />
          {report.version.number > 1 && (
            <Rare label={t('report.versions')}>
              <Versions
                key={report.version.number}
                groupId={group.id}
                meetingId={plenary.id}
                report={report}
              />
            </Rare>
          )}
        </Section>
      )}
      {(begins || (report !== null && isAllowed(report.permitted, 'saveGroupReport'))) && (
        <Section title={t('report.edit')}>
          <Editor groupId={group.id} meetingId={plenary.id} report={report} unheard={unheard} />
        </Section>
      )}
      {report !== null && isAllowed(report.permitted, 'submitGroupReport') && (
        <Section title={t('report.submit')}>
          <Paragraph>{t('report.submitText')}</Paragraph>
          <Action
            permitted={report.permitted}
            action="submitGroupReport"
            document={SUBMIT}
            variables={{ input: { reportId: report.id, version: report.version.number } }}
            label={t('report.submit')}
            done={t('report.submitted')}
          />
        </Section>
      )}
    </Page>
  );
}

/** What it said before, ten versions at a time. */
function Versions({
  after = null,
  ...about
}: {
  readonly groupId: string;
  readonly meetingId: string;
  readonly report: Report;
  readonly after?: string | null;
}) {
  const { t } = useTranslation();
  const at = useInstant();
  const { groupId, meetingId } = about;
  const { language, version } = about.report;
  const [answer, again] = useQuery({ query: VERSIONS, variables: { groupId, meetingId, after } });
  return (
    <Loaded answer={answer} again={again}>
      {({ groupReport }) => (
        <>
          {(groupReport?.versions.nodes ?? [])
            .filter(({ number }) => number < version.number)
            .map(({ number, text, writtenAt, writtenBy }) => (
              <div className="item stack" key={number}>
                <Paragraph className="quiet">
                  {t('report.version', { number, name: writtenBy.name, at: at(writtenAt) })}
                </Paragraph>
                <MinutesText markdown={text} language={language} />
              </div>
            ))}
          {groupReport !== null && (
            <More page={groupReport.versions.pageInfo} label={t('report.older')}>
              {(from) => <Versions {...about} after={from} />}
            </More>
          )}
        </>
      )}
    </Loaded>
  );
}

/** The text, with what it will look like. What somebody else saves meanwhile is shown beside it; nothing is lost. */
function Editor({
  groupId,
  meetingId,
  report,
  unheard,
}: {
  readonly groupId: string;
  readonly meetingId: string;
  readonly report: Report | null;
  /** What was reported to an earlier plenary, which did not hear it: a new report starts from it. */
  readonly unheard: Earlier | null;
}) {
  const { t } = useTranslation();
  const [startsFrom] = useState(report ?? unheard);
  /** The text that the field began with, and the number of the version that the next save replaces. */
  const [base, setBase] = useState({
    number: report?.version.number ?? 0,
    text: startsFrom?.version.text ?? '',
  });
  const [replaced, setReplaced] = useState(base.number);
  const [typed, setTyped] = useState<string | null>(null);
  const version = report?.version;
  function begin(next: Report['version']): void {
    setBase({ number: next.number, text: next.text });
    setReplaced(next.number);
    setTyped(null);
  }
  // Whoever has written nothing yet starts from what others saved.
  useEffect(() => {
    if (version !== undefined && version.number > replaced && (typed === null || typed === base.text))
      begin(version);
  }, [version?.number]);
  const text = typed ?? base.text;
  const language = (report ?? startsFrom)?.language ?? 'FR';
  return (
    <div
      className="stack"
      onInput={({ target }: SyntheticEvent) => {
        if (target instanceof HTMLTextAreaElement) setTyped(target.value);
      }}
    >
      <Paragraph>{t('report.lead')}</Paragraph>
      {report === null && unheard !== null && (
        <Paragraph>
          {t('report.startsFrom', { plenary: t('report.plenaryNamed', unheard.meeting) })}
        </Paragraph>
      )}
      {version !== undefined && version.number > replaced && typed !== null && (
        <Alert data-color="warning" role="alert">
          <Paragraph>
            {t('report.changed', { number: version.number, name: version.writtenBy.name })}
          </Paragraph>
          <Paragraph className="as-typed" lang={language.toLowerCase()}>
            {version.text}
          </Paragraph>
          <Button variant="secondary" onClick={() => setReplaced(version.number)}>
            {t('report.joined')}
          </Button>
        </Alert>
      )}
      <ActForm
        key={base.number}
        document={SAVE}
        variables={(given) => ({
          input: {
            groupId,
            meetingId,
            language: report === null ? languageIn(given) : report.language,
            basedOnVersion: replaced,
            text: given('text'),
          },
        })}
        submit={t('report.save')}
        done={t('report.saved')}
        onDone={(given) => given.__typename === 'GroupReport' && begin(given.version)}
      >
        {report === null && (
          <Choice
            name="language"
            legend={t('report.language')}
            defaultValue={language}
            options={[
              { value: 'FR', label: 'Français' },
              { value: 'EN', label: 'English' },
            ]}
          />
        )}
        <TextInput
          name="text"
          label={t('report.label')}
          lines={14}
          required
          defaultValue={base.text}
          maxLength={50000}
        />
      </ActForm>
      {text !== '' && (
        <Rare label={t('report.preview')}>
          <MinutesText markdown={text} language={language} />
        </Rare>
      )}
    </div>
  );
}
