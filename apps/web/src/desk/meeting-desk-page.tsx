import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { AGENDA, AgendaItems, Changes, hasSecondKey, Keys } from '../meetings/agenda.js';
import { DECISIONS, Decisions } from '../meetings/decisions.js';
import { PROXIES, Proxies } from '../meetings/proxies.js';
import { MOVES } from '../meetings/moves.js';
import { QUORUM, QuorumInWords } from '../meetings/quorum.js';
import { OpenAndClose, TurnKey } from '../meetings/session-acts.js';
import { MINUTES_OF, MinutesToWrite } from '../minutes/of-meeting.js';
import { Act, Action, answerFor, isAllowed, PERMITTED, WhenPermitted } from '../parts/action.js';
import { InstantText, useDay } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { MEETING_NAMED } from '../parts/meeting-name.js';
import { ByRule } from '../parts/rule-refusal.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { instantIn, When } from '../parts/when.js';
import { CeremonyDesk } from '../sealed/ceremony-desk.js';
import { AGENDA_DRAFT, AgendaEditor } from './agenda-editor.js';
import { ATTENDANCE, AttendanceSheet } from './attendance-sheet.js';
import { ATTENDEES, Attendees } from './attendees.js';
import { Rare } from '../parts/rare.js';
import { ElectionDesk } from './election-desk.js';
import { MoveMeeting } from './move-meeting.js';
import { PAPERS_DESK, PapersDesk } from './papers-desk.js';
import { SecretariatOnly } from './secretariat-only.js';

const MEETING = graphql(
  `
    query MeetingDesk($id: ID!) {
      meeting(id: $id) {
        id
        ...MeetingNamed
        on
        state
        startsAt
        place
        onlineLink
        ...MovesOf
        convocationLeavesOn
        convocationStop {
          reason
        }
        agenda {
          ...AgendaShown
          ...AgendaDraft
        }
        publishedAgenda {
          ...AgendaShown
        }
        quorum {
          ...QuorumShown
        }
        attendance {
          ...AttendanceSheet
        }
        ...AttendeesOf
        ...PapersDesk
        ...ProxiesOf
        ...DecisionsOf
        ...MinutesOf
        elections {
          id
          office
          college
          state
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [
    MEETING_NAMED,
    AGENDA,
    AGENDA_DRAFT,
    QUORUM,
    ATTENDANCE,
    ATTENDEES,
    PAPERS_DESK,
    PROXIES,
    DECISIONS,
    MINUTES_OF,
    MOVES,
    PERMITTED,
  ],
);

const CALL_ELECTION = graphql(
  `
    mutation CallElection($input: CallElectionInput!) {
      result: callElection(input: $input) {
        __typename
        ... on Election {
          id
          meeting {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CONVENE = graphql(
  `
    mutation ConveneMeeting($input: ConveneMeetingInput!) {
      result: conveneMeeting(input: $input) {
        __typename
        ... on Meeting {
          id
          elections {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const PUBLISH_AGENDA = graphql(
  `
    mutation PublishAgenda($input: PublishAgendaInput!) {
      result: publishAgenda(input: $input) {
        __typename
        ... on Meeting {
          id
          elections {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const STOP = graphql(
  `
    mutation StopConvocation($input: StopConvocationInput!) {
      result: stopConvocation(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const LET_LEAVE = graphql(
  `
    mutation LetConvocationLeave($input: LetConvocationLeaveInput!) {
      result: letConvocationLeave(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const NO_QUORUM = graphql(
  `
    mutation DeclareNoQuorum($input: DeclareNoQuorumInput!) {
      result: declareNoQuorum(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CANCEL = graphql(
  `
    mutation CancelMeeting($input: CancelMeetingInput!) {
      result: cancelMeeting(input: $input) {
        __typename
        ... on Meeting {
          id
          elections {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

type Meeting = NonNullable<ResultOf<typeof MEETING>['meeting']>;
type Stage = { readonly meeting: Meeting };

/** Where the secretariat, a working group’s facilitators or the committee’s co-chairs, prepare and run one session, in the order in which things happen. */
export function MeetingDeskPage() {
  return (
    <SecretariatOnly orMembers>
      <Desk />
    </SecretariatOnly>
  );
}

function Desk() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEETING, variables: { id } });
  useFresh(
    id,
    again,
    ['PLANNED', 'CONVENED', 'IN_SESSION', 'HELD'].includes(answer.data?.meeting?.state ?? ''),
  );
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) =>
        meeting === null ? (
          <NotFound />
        ) : (
          <Page
            title={
              meeting.body === 'MANAGEMENT_COMMITTEE'
                ? t('committee.desk', { number: meeting.number })
                : meeting.group === null
                  ? t('desk.meeting.title', { number: meeting.number })
                  : t('desk.meeting.titleOfGroup', { number: meeting.number, theme: meeting.group.theme })
            }
            lead={
              <div className="row">
                <StateTag of="meeting" state={meeting.state} />
                <span>
                  <InstantText at={meeting.startsAt} weekday />
                  {meeting.place !== null && `, ${meeting.place}`}
                </span>
                <To href={`/meetings/${id}`}>{t('desk.meeting.publicPage')}</To>
              </div>
            }
          >
            <MinutesToWrite meeting={meeting} />
            <Agenda meeting={meeting} />
            <PapersDesk meeting={meeting} items={itemsWithPapers(meeting)} onDone={again} />
            <KeysToTurn meeting={meeting} />
            <Convening meeting={meeting} />
            <Publishing meeting={meeting} />
            <Attendance meeting={meeting} />
            <Attendees meeting={meeting} />
            <Proxies meeting={meeting} atTheDesk />
            <Session meeting={meeting} />
            <Decisions meeting={meeting} seats={[]} />
            {meeting.body === 'PLENARY' && <CeremonyDesk meetingId={meeting.id} on={meeting.on} />}
            {meeting.body === 'PLENARY' && <Elections meeting={meeting} />}
          </Page>
        )
      }
    </Loaded>
  );
}

/** The items that papers may go with: those of the agenda that stands, then those of the draft alone. */
function itemsWithPapers({ agenda, publishedAgenda }: Meeting) {
  const standing = publishedAgenda?.items ?? [];
  const drafted = (agenda?.items ?? []).filter(({ id }) => !standing.some((item) => item.id === id));
  return [...standing, ...drafted];
}

function Agenda({ meeting: { id, body, startsAt, agenda, publishedAgenda, permitted } }: Stage) {
  const { t } = useTranslation();
  // Said once: a convocation that leaves while somebody writes folds nothing away from her.
  const [folds] = useState(publishedAgenda !== null);
  const editor = isAllowed(permitted, 'draftAgenda') && (
    <AgendaEditor meetingId={id} agenda={agenda} ofAGroup={body !== 'PLENARY'} />
  );
  return (
    <Section title={t('desk.meeting.agenda')}>
      {(publishedAgenda !== null || !editor) && (
        <AgendaItems agenda={publishedAgenda ?? agenda} startsAt={startsAt} ofAGroup={body !== 'PLENARY'} />
      )}
      {!folds || publishedAgenda === null || !editor ? (
        editor
      ) : (
        <Rare label={t('desk.meeting.changeAgenda')}>
          <Paragraph>
            {t(
              hasSecondKey(publishedAgenda)
                ? 'meeting.publishedStands'
                : 'meeting.publishedStandsUntilChanged',
            )}
          </Paragraph>
          {editor}
        </Rare>
      )}
    </Section>
  );
}

function KeysToTurn({ meeting }: Stage) {
  const { t } = useTranslation();
  if (meeting.agenda === null || meeting.body !== 'PLENARY') return null;
  return (
    <Section title={t('desk.meeting.keys')}>
      <Keys agenda={meeting.agenda} />
      {meeting.agenda.state === 'DRAFT' && (
        <TurnKey meeting={meeting} agenda={meeting.agenda} which="SECRETARIAT" />
      )}
    </Section>
  );
}

function Convening({ meeting }: Stage) {
  const { id, body, state, agenda, permitted, group, moves } = meeting;
  // Whoever convenes does so for the day that she read.
  const read = { meetingId: id, basedOnMove: moves.length };
  const { t } = useTranslation();
  const { forum } = useHere();
  const answer = answerFor(permitted, 'conveneMeeting');
  if (answer === null) return null;
  if (state === 'WITHOUT_QUORUM') {
    return (
      <Section title={t('desk.meeting.conveneAgain')}>
        <Paragraph>
          {t('desk.meeting.conveneAgainText')} <ByRule id="QUORUM" />
        </Paragraph>
        <ActForm
          document={CONVENE}
          variables={(typed) => ({ input: { meetingId: id, startsAt: instantIn(typed, forum.timeZone) } })}
          submit={t('desk.meeting.conveneAgain')}
          done={t('desk.meeting.convened')}
        >
          <When label={t('desk.meeting.startsAt')} time="14:00" />
        </ActForm>
      </Section>
    );
  }
  // A short notice is the only hindrance that the secretariat can lift itself, by saying why.
  const short = answer.violations.every(({ rule }) => rule.id === 'NOTICE') && !answer.allowed;
  // Without the second key, only its silence lets the secretariat convene.
  const silence =
    (answer.allowed || short) &&
    agenda?.keys.some(({ key, turnedAt }) => key === 'COMMITTEE' && turnedAt === null);
  return (
    <Section title={t('desk.meeting.convene')}>
      {group === null ? (
        <Paragraph>{t(body === 'PLENARY' ? 'desk.meeting.conveneText' : 'committee.conveneText')}</Paragraph>
      ) : (
        <LeavingByItself meeting={meeting} />
      )}
      {silence && (
        <Paragraph>
          {t('meeting.silenceAtTheDesk')} <ByRule id="C3-AGENDA" />
        </Paragraph>
      )}
      <Action
        permitted={permitted}
        action="conveneMeeting"
        document={CONVENE}
        variables={{ input: read }}
        label={t('desk.meeting.convene')}
        done={t('desk.meeting.convened')}
      />
      {short && (
        <ActForm
          document={CONVENE}
          variables={(typed) => ({ input: { ...read, urgencyReason: typed('urgencyReason') } })}
          submit={t('desk.meeting.convene')}
          done={t('desk.meeting.convened')}
        >
          <UrgencyReason />
        </ActForm>
      )}
    </Section>
  );
}

/** A group’s convocation, which leaves by itself: until it does, it may be sent sooner, or stopped by the secretariat. */
function LeavingByItself({ meeting: { id, convocationLeavesOn, convocationStop, permitted } }: Stage) {
  const { t } = useTranslation();
  const inWords = useDay();
  return (
    <>
      {convocationStop !== null && (
        <Alert data-color="warning">
          {t('meeting.stopped')}
          {t('colon')}
          {convocationStop.reason}
        </Alert>
      )}
      {convocationStop === null && convocationLeavesOn !== null && (
        <Paragraph>
          {t('meeting.leavesOn', { day: inWords(convocationLeavesOn) })} <ByRule id="C3-CONVOCATION" />
        </Paragraph>
      )}
      {isAllowed(permitted, 'stopConvocation') && (
        <Rare label={t('desk.meeting.stop')}>
          <ActForm
            document={STOP}
            variables={(typed) => ({ input: { meetingId: id, reason: typed('reason') } })}
            submit={t('desk.meeting.stop')}
            done={t('desk.meeting.stopped')}
          >
            <TextInput name="reason" label={t('desk.meeting.stopReason')} required maxLength={500} />
          </ActForm>
        </Rare>
      )}
      {isAllowed(permitted, 'letConvocationLeave') && (
        <Act
          document={LET_LEAVE}
          variables={{ input: { meetingId: id } }}
          label={t('desk.meeting.letLeave')}
          done={t('desk.meeting.leavesAgain')}
          variant="secondary"
        />
      )}
    </>
  );
}

function UrgencyReason() {
  const { t } = useTranslation();
  return (
    <TextInput
      name="urgencyReason"
      label={t('desk.meeting.urgencyReason')}
      description={t('desk.meeting.urgencyHint')}
      required
      maxLength={500}
    />
  );
}

/** An agenda changed after the convocation takes the place of the one that stands. */
function Publishing({ meeting: { id, body, startsAt, agenda, publishedAgenda, permitted } }: Stage) {
  const { t } = useTranslation();
  const answer = answerFor(permitted, 'publishAgenda');
  if (answer === null || publishedAgenda === null || agenda?.state !== 'DRAFT') return null;
  // What else C3-AGENDA may hold against it, once its keys are turned, is above all that it comes late.
  const late =
    !answer.allowed &&
    answer.violations.every(({ rule }) => rule.id === 'C3-AGENDA') &&
    agenda.keys.every(({ key, turnedAt }) => key === 'URGENCY' || turnedAt !== null);
  return (
    <Section title={t('desk.meeting.publish')}>
      <Paragraph>{t('desk.meeting.publishText')}</Paragraph>
      <AgendaItems agenda={agenda} startsAt={startsAt} ofAGroup={body !== 'PLENARY'} />
      <Changes meetingId={id} version={agenda.version} since={publishedAgenda.version} />
      <Action
        permitted={permitted}
        action="publishAgenda"
        document={PUBLISH_AGENDA}
        variables={{ input: { meetingId: id } }}
        label={t('desk.meeting.publish')}
        done={t('desk.meeting.changePublished')}
      />
      {late && (
        <ActForm
          document={PUBLISH_AGENDA}
          variables={(typed) => ({ input: { meetingId: id, urgencyReason: typed('urgencyReason') } })}
          submit={t('desk.meeting.publishByUrgency')}
          done={t('desk.meeting.changePublished')}
        >
          <Paragraph>{t('desk.meeting.urgencyAgreed')}</Paragraph>
          <UrgencyReason />
        </ActForm>
      )}
    </Section>
  );
}

function Attendance({ meeting: { id, state, quorum, attendance, permitted, group } }: Stage) {
  const { t } = useTranslation();
  if (answerFor(permitted, 'recordAttendance') === null) return null;
  return (
    <Section title={t('desk.meeting.attendance')}>
      <QuorumInWords quorum={quorum} ofAGroup={group !== null} />
      <WhenPermitted permitted={permitted} action="recordAttendance" label={t('desk.meeting.record')}>
        {state === 'HELD' && (
          <Paragraph>
            {t('desk.meeting.correctText')} <ByRule id="MINUTES" />
          </Paragraph>
        )}
        <AttendanceSheet meetingId={id} attendance={attendance ?? []} />
      </WhenPermitted>
    </Section>
  );
}

function Session({ meeting }: Stage) {
  const { t } = useTranslation();
  const { id, permitted } = meeting;
  const some = ['openSession', 'declareNoQuorum', 'closeSession', 'moveMeeting', 'cancelMeeting'].some(
    (action) => answerFor(permitted, action) !== null,
  );
  if (!some) return null;
  return (
    <Section title={t('desk.meeting.session')}>
      <OpenAndClose meeting={meeting} />
      {meeting.group === null && (
        <Action
          permitted={permitted}
          action="declareNoQuorum"
          document={NO_QUORUM}
          variables={{ input: { meetingId: id } }}
          label={t('desk.meeting.noQuorum')}
          done={t('desk.meeting.noQuorumDone')}
          variant="secondary"
        />
      )}
      <MoveMeeting meeting={meeting} />
      <WhenPermitted permitted={permitted} action="cancelMeeting" label={t('desk.meeting.cancel')}>
        <Rare label={t('desk.meeting.cancel')}>
          <ActForm
            document={CANCEL}
            variables={(typed) => ({ input: { meetingId: id, reason: typed('reason') } })}
            submit={t('desk.meeting.cancel')}
            done={t('desk.meeting.cancelled')}
          >
            <TextInput name="reason" label={t('desk.meeting.reason')} required maxLength={500} />
          </ActForm>
        </Rare>
      </WhenPermitted>
    </Section>
  );
}

/** The elections called, and those that the agenda carries and nobody called yet. */
function Elections({ meeting: { id, state, agenda, elections } }: Stage) {
  const { t } = useTranslation();
  const under = elections.filter((election) => !['CANCELLED', 'FAILED'].includes(election.state));
  const uncalled = (['PLANNED', 'CONVENED'].includes(state) ? (agenda?.items ?? []) : []).filter(
    (item) =>
      item.kind === 'ELECTION' &&
      !under.some(({ office, college }) => office === item.office && college === item.college),
  );
  return (
    <Section title={t('desk.meeting.elections')}>
      {elections.length === 0 && uncalled.length === 0 && <Paragraph>{t('desk.meeting.noCall')}</Paragraph>}
      {uncalled.map(({ id: itemId, office, college }) =>
        office === null || college === null ? null : (
          <Act
            key={itemId}
            document={CALL_ELECTION}
            variables={{ input: { meetingId: id, office, college } }}
            label={t('desk.meeting.call', { seat: `${t(`office.${office}`)}, ${t(`college.${college}`)}` })}
            done={t('desk.meeting.called')}
            variant="secondary"
          />
        ),
      )}
      {elections.map(({ id: electionId }) => (
        <ElectionDesk key={electionId} id={electionId} />
      ))}
    </Section>
  );
}
