import { Alert, Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { type Role, useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { MINUTES_OF, MinutesOf } from '../minutes/of-meeting.js';
import { answerFor, isAllowed, isMine, PERMITTED } from '../parts/action.js';
import { InstantText, useDay, useInstant, useTimes } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
import { MEETING_NAMED, useMeetingName } from '../parts/meeting-name.js';
import { Rare } from '../parts/rare.js';
import { ByRule } from '../parts/rule-refusal.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { MeetingKey } from '../sealed/ceremony.js';
import { AGENDA, AgendaItems, Changes, hasSecondKey, Keys } from './agenda.js';
import { ATTENDANCE, Attendance } from './attendance.js';
import { DECISIONS, Decisions, type Seat } from './decisions.js';
import { PAPERS, PapersOfRemovedItems } from './papers.js';
import { PROXIES, Proxies } from './proxies.js';
import { AgreeToMove, MovedLast, MOVES, Moves } from './moves.js';
import { QUORUM, QuorumInWords } from './quorum.js';
import { OpenAndClose, TurnKey } from './session-acts.js';

const MEETING = graphql(
  `
    query Meeting($id: ID!) {
      meeting(id: $id) {
        id
        ...MeetingNamed
        on
        state
        startsAt
        place
        onlineLink
        openedAt
        closedAt
        cancelReason
        presidents {
          fromAt
          member {
            id
          }
          person {
            name
          }
        }
        convocations {
          number
          sentAt
          noticeDays
          quorumRequired
          urgencyReason
          agendaVersion
          ground
        }
        ...MovesOf
        convocationLeavesOn
        convocationStop {
          reason
        }
        agenda {
          ...AgendaShown
        }
        publishedAgenda {
          ...AgendaShown
        }
        agendaPublications {
          version
          publishedAt
          noticeDays
          urgencyReason
        }
        quorum {
          ...QuorumShown
        }
        ...PapersOf
        ...AttendanceOf
        ...ProxiesOf
        ...DecisionsOf
        ...MinutesOf
        groupReports {
          id
          workingGroup {
            id
            theme
          }
        }
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
  [MEETING_NAMED, AGENDA, PAPERS, QUORUM, ATTENDANCE, PROXIES, DECISIONS, MINUTES_OF, MOVES, PERMITTED],
);

type Meeting = NonNullable<ResultOf<typeof MEETING>['meeting']>;
const LIVE = ['CONVENED', 'IN_SESSION'];
const OVER = ['HELD', 'CANCELLED'];
/** Before anybody was counted, that the quorum is missing says nothing. */
const COUNTED = ['IN_SESSION', 'HELD', 'WITHOUT_QUORUM'];

/** One session: when, where, what is taken up, who agreed to it, who came. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: MEETING, variables: { id } });
  useFresh(id, again, LIVE.includes(answer.data?.meeting?.state ?? ''));
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => (meeting === null ? <NotFound /> : <Shown meeting={meeting} />)}
    </Loaded>
  );
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const named = useMeetingName();
  const { body, group } = meeting;
  return (
    <Page
      title={named(meeting)}
      lead={
        <div className="row">
          <StateTag of="meeting" state={meeting.state} />
          {(me?.roles.includes('SECRETARIAT') || keeps(meeting)) && (
            <To href={`/desk/meetings/${meeting.id}`}>
              {t(body === 'PLENARY' ? 'meeting.desk' : 'meeting.deskOfGroup')}
            </To>
          )}
        </div>
      }
    >
      {group !== null && (
        <Paragraph>
          {t('meeting.group')}
          {t('colon')}
          <To href={`/groups/${group.id}`}>{group.theme}</To>
        </Paragraph>
      )}
      {body === 'MANAGEMENT_COMMITTEE' && (
        <Paragraph>
          <To href="/committee">{t('committee.title')}</To>
        </Paragraph>
      )}
      <WhenAndWhere meeting={meeting} />
      <LeavesByItself meeting={meeting} />
      <MinutesOf meeting={meeting} />
      <ToDo meeting={meeting} />
      <Agendas meeting={meeting} />
      {meeting.groupReports.length > 0 && (
        <Section title={t('report.plenary')}>
          <ul className="items">
            {meeting.groupReports.map(({ id, workingGroup }) => (
              <li key={id}>
                <To href={`/groups/${workingGroup.id}/reports/${meeting.id}`}>
                  {t('report.of', workingGroup)}
                </To>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {meeting.agenda !== null && body === 'PLENARY' && (
        <Section title={t(hasSecondKey(meeting.agenda) ? 'meeting.keys' : 'meeting.oneKey')}>
          <Keys agenda={meeting.agenda} />
        </Section>
      )}
      <Decisions meeting={meeting} seats={me === null ? [] : seatsOf(me.person.id, meeting)} />
      {body === 'PLENARY' && (
        <Section title={t('meeting.elections')}>
          {meeting.elections.length === 0 ? (
            <Paragraph>{t('meeting.noElection')}</Paragraph>
          ) : (
            <ul className="items">
              {meeting.elections.map(({ id, office, college, state }) => (
                <li key={id}>
                  <To href={`/elections/${id}`}>
                    {t(`election.of.${office}`, { college: t(`college.${college}`) })}
                  </To>{' '}
                  <StateTag of="election" state={state} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {body === 'PLENARY' && <MeetingKey meetingId={meeting.id} />}
      {(COUNTED.includes(meeting.state) || (meeting.attendance ?? []).length > 0) && (
        <Section title={t('meeting.quorum')}>
          <QuorumInWords quorum={meeting.quorum} ofAGroup={group !== null} />
        </Section>
      )}
      <Section title={t('meeting.attendance')}>
        <Attendance
          attendance={meeting.attendance}
          attendanceWithoutQuorum={meeting.attendanceWithoutQuorum}
        />
      </Section>
      <Proxies meeting={meeting} />
    </Page>
  );
}

/** Whether the reader facilitates the group, or co-chairs the committee, whose desk it is too. */
const keeps = ({ body, permitted }: Meeting): boolean =>
  body !== 'PLENARY' &&
  permitted.some(
    ({ action, allowed, violations }) => action === 'recordAttendance' && (allowed || violations.length > 0),
  );

/** When the convocation of a group leaves by itself, or why it does not. */
function LeavesByItself({
  meeting: { convocationLeavesOn, convocationStop },
}: {
  readonly meeting: Pick<Meeting, 'convocationLeavesOn' | 'convocationStop'>;
}) {
  const { t } = useTranslation();
  const inWords = useDay();
  if (convocationStop !== null) {
    return (
      <Alert data-color="warning">
        {t('meeting.stopped')}
        {t('colon')}
        {convocationStop.reason}
      </Alert>
    );
  }
  if (convocationLeavesOn === null) return null;
  return (
    <Paragraph>
      {t('meeting.leavesOn', { day: inWords(convocationLeavesOn) })} <ByRule id="C3-CONVOCATION" />
    </Paragraph>
  );
}

function WhenAndWhere({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const { clock } = useTimes();
  return (
    <>
      {meeting.cancelReason !== null && (
        <Alert data-color="danger">
          {t('meeting.cancelled')}
          {t('colon')}
          {meeting.cancelReason}
        </Alert>
      )}
      {!OVER.includes(meeting.state) && <MovedLast meeting={meeting} />}
      <Facts>
        <Fact name={t('meeting.when')}>
          <InstantText at={meeting.startsAt} weekday />
        </Fact>
        <Fact name={t('meeting.where')}>{meeting.place ?? t('meeting.onlineOnly')}</Fact>
        <Fact name={t('meeting.online')}>
          {meeting.onlineLink === null || OVER.includes(meeting.state) ? null : (
            <Link href={meeting.onlineLink}>{t('meeting.join')}</Link>
          )}
        </Fact>
        <Fact name={t('meeting.president')}>
          {meeting.presidents.length === 0
            ? null
            : meeting.presidents.map(({ fromAt, member, person }, index) => (
                <div key={fromAt + person.name}>
                  {person.name}
                  {member === null && `, ${t('meeting.secretariat')}`}
                  {index > 0 && `, ${t('meeting.presidesSince', { at: clock(new Date(fromAt)) })}`}
                </div>
              ))}
        </Fact>
        <Fact name={t('meeting.opened')}>
          {meeting.openedAt === null ? null : <InstantText at={meeting.openedAt} />}
        </Fact>
        <Fact name={t('meeting.closed')}>
          {meeting.closedAt === null ? null : <InstantText at={meeting.closedAt} />}
        </Fact>
      </Facts>
      {meeting.convocations.length === 0 && meeting.moves.length > 0 && (
        <Section title={t('meeting.dates')}>
          <Moves meeting={meeting} />
        </Section>
      )}
      {meeting.convocations.length > 0 && (
        <Section title={t('meeting.convoked')}>
          <Moves meeting={meeting} whilePlanned />
          {meeting.convocations.map(
            ({ number, sentAt, noticeDays, urgencyReason, quorumRequired, ground }) => (
              <div className="stack" key={number}>
                <Paragraph>
                  {t('meeting.convokedOn', { number, at: inWords(sentAt), days: noticeDays })}
                </Paragraph>
                {urgencyReason !== null && (
                  <Paragraph>{t('meeting.urgency', { reason: urgencyReason })}</Paragraph>
                )}
                {ground === 'SILENCE' && <Paragraph>{t('meeting.silence')}</Paragraph>}
                {ground === 'REQUEST' && <Paragraph>{t('meeting.requested')}</Paragraph>}
                {!quorumRequired && (
                  <Paragraph>
                    {t(ground === 'FACILITATORS' ? 'meeting.noQuorumInAGroup' : 'meeting.noQuorumRequired')}
                  </Paragraph>
                )}
              </div>
            ),
          )}
          <Moves meeting={meeting} whilePlanned={false} />
        </Section>
      )}
    </>
  );
}

/** The agenda that stands, what was changed of it since the convocation, and the change under way for whoever sees it. */
function Agendas({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const {
    id,
    body,
    startsAt,
    agenda,
    publishedAgenda,
    agendaPublications,
    convocations,
    postponements,
    minutes,
    papers,
  } = meeting;
  const [convocation] = convocations;
  return (
    <>
      <Section title={t('meeting.agenda')}>
        <AgendaItems
          agenda={publishedAgenda ?? agenda}
          startsAt={startsAt}
          ofAGroup={body !== 'PLENARY'}
          postponements={postponements}
          papers={papers}
          minutesId={minutes?.state === 'PUBLISHED' ? minutes.id : null}
        />
        <PapersOfRemovedItems papers={papers} agendas={[publishedAgenda, agenda]} />
        {agendaPublications.map(({ version, publishedAt, noticeDays, urgencyReason }) => (
          <div key={version}>
            <Paragraph>
              {t('meeting.changedOn', { version, at: inWords(publishedAt), count: noticeDays })}
            </Paragraph>
            {urgencyReason !== null && (
              <Paragraph>{t('meeting.urgency', { reason: urgencyReason })}</Paragraph>
            )}
          </div>
        ))}
        {publishedAgenda !== null && convocation !== undefined && agendaPublications.length > 0 && (
          <Changes meetingId={id} version={publishedAgenda.version} since={convocation.agendaVersion} />
        )}
      </Section>
      {agenda?.state === 'DRAFT' && publishedAgenda !== null && (
        <Section title={t('meeting.changeUnderWay')}>
          <Paragraph>
            {t(
              hasSecondKey(publishedAgenda)
                ? 'meeting.publishedStands'
                : 'meeting.publishedStandsUntilChanged',
            )}
          </Paragraph>
          <AgendaItems agenda={agenda} startsAt={startsAt} ofAGroup={body !== 'PLENARY'} papers={papers} />
          <Changes meetingId={id} version={agenda.version} since={publishedAgenda.version} />
        </Section>
      )}
    </>
  );
}

/** Who turns the second key of an agenda by office; the secretariat, which sees drafts too, holds the first. */
const SECOND_KEY: readonly Role[] = ['FOUNDING_GROUP', 'CO_CHAIR', 'COMMITTEE_MEMBER'];

/** What the reader herself may do here; the secretariat has its desk. */
function ToDo({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const { me } = useHere();
  if (me === null) return null;
  const { agenda, publishedAgenda, permitted } = meeting;
  // Besides the secretariat, whoever sees a draft agrees to it, members of a college without anybody in office included.
  const ofTheKey =
    meeting.body === 'PLENARY' &&
    agenda?.state === 'DRAFT' &&
    (!me.roles.includes('SECRETARIAT') || me.roles.some((role) => SECOND_KEY.includes(role)));
  const holdsKey = ofTheKey && answerFor(permitted, 'turnKey') !== null;
  const turnsKey = holdsKey && hasSecondKey(agenda);
  const urgency = agenda?.keys.filter(({ key }) => key === 'URGENCY') ?? [];
  const mayAgreeToUrgency =
    holdsKey &&
    agenda.keys.every(({ key, turnedAt }) => key === 'URGENCY' || turnedAt !== null) &&
    urgency.some(({ turnedAt }) => turnedAt === null) &&
    urgency.every(({ turnedBy }) => turnedBy?.id !== me.person.id);
  const agreesToMove = publishedAgenda !== null && isAllowed(permitted, 'agreeToMove');
  const presides = ['openSession', 'closeSession'].some((action) => isMine(permitted, action));
  if (!turnsKey && !mayAgreeToUrgency && !agreesToMove && !presides) return null;
  return (
    <Section title={t('meeting.toDo')}>
      {turnsKey && <TurnKey meeting={meeting} agenda={agenda} which="COMMITTEE" />}
      {mayAgreeToUrgency && (
        <Rare label={t('meeting.turn.URGENCY')}>
          <Paragraph>{t('meeting.urgencyMeaning')}</Paragraph>
          <TurnKey meeting={meeting} agenda={agenda} which="URGENCY" />
        </Rare>
      )}
      {agreesToMove && <AgreeToMove meetingId={meeting.id} version={publishedAgenda.version} />}
      {presides && <OpenAndClose meeting={meeting} />}
    </Section>
  );
}

/** The seats whose votes a person holds in decisions, as far as attendance was recorded. */
function seatsOf(personId: string, { attendance, proxies }: Meeting): Seat[] {
  const present = (attendance ?? []).filter(
    ({ mode, alternate, member }) =>
      (mode === 'IN_ROOM' || mode === 'ONLINE') && (alternate ?? member.person).id === personId,
  );
  const lent = (proxies ?? []).filter(
    ({ endedAt, holder }) => endedAt === null && holder.person.id === personId,
  );
  return [...present.map(({ member }) => member), ...lent.map(({ giver }) => giver)].map(
    ({ id, person }) => ({
      id,
      name: person.name,
    }),
  );
}
