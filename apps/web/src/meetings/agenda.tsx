import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Day } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useDay, useInstant, useTimes } from '../parts/day-text.js';
import { To } from '../parts/to.js';
import { type Paper, PapersOfItem } from './papers.js';

export const AGENDA = graphql(`
  fragment AgendaShown on Agenda {
    version
    state
    items {
      id
      position
      kind
      office
      college
      subject
      title
      presentsResults
      reportOf {
        id
        theme
      }
      report {
        id
        meeting {
          id
        }
      }
      earlierReport {
        id
        meeting {
          id
          number
        }
      }
      plannedMinutes
    }
    keys {
      key
      college
      byMember
      forDay
      turnedAt
      turnedBy {
        id
        name
      }
    }
    keysPutBack {
      key
      college
      byMember
      version
      turnedBy {
        id
        name
      }
    }
  }
`);
export type AgendaShown = ResultOf<typeof AGENDA>;

/** What the meeting will take up, in order. */
export function AgendaItems({
  agenda,
  startsAt,
  ofAGroup,
  postponements = [],
  minutesId = null,
  papers = [],
}: {
  readonly agenda: AgendaShown | null;
  /** When the meeting is to begin. */
  readonly startsAt: string;
  /** What a working group decides on are recommendations. */
  readonly ofAGroup: boolean;
  /** What the session left to the next one. */
  readonly postponements?: readonly { readonly itemId: string; readonly reason: string | null }[];
  /** The minutes, which anybody reads item by item; null: they are not published. */
  readonly minutesId?: string | null;
  /** Those of its items. */
  readonly papers?: readonly Paper[];
}) {
  const { t } = useTranslation();
  const { clock, lasting } = useTimes();
  const postponed = (itemId: string) => postponements.find((one) => one.itemId === itemId);
  if (agenda === null) return <Paragraph>{t('meeting.noAgenda')}</Paragraph>;
  const expected = expectedTimes(startsAt, agenda.items);
  const total = agenda.items.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  const untold = agenda.items.filter(({ plannedMinutes }) => plannedMinutes === null).length;
  const draft = ofAGroup ? 'meeting.draftInAGroup' : 'meeting.draft';
  const said = agenda.state === 'DRAFT' ? draft : 'meeting.published';
  return (
    <>
      <Paragraph className="quiet">{t(said, { version: agenda.version })}</Paragraph>
      <ol className="items">
        {agenda.items.map(
          ({ id, kind, title, presentsResults, reportOf, report, earlierReport, plannedMinutes }, place) => (
            <li key={id}>
              {title}{' '}
              <Tag data-color={kind === 'ELECTION' ? 'accent' : 'neutral'}>{t(itemKind(kind, ofAGroup))}</Tag>
              {presentsResults && (
                <>
                  {' '}
                  <Tag data-color="info">{t('meeting.presentsResults')}</Tag>
                </>
              )}
              {reportOf !== null && (
                <Paragraph data-size="sm">
                  {report === null ? (
                    <>
                      <To href={`/groups/${reportOf.id}`}>{t('report.awaited', reportOf)}</To>
                      {earlierReport !== null && (
                        <>
                          <br />
                          <To href={`/groups/${reportOf.id}/reports/${earlierReport.meeting.id}`}>
                            {t('report.earlier', {
                              plenary: t('report.plenaryNamed', earlierReport.meeting),
                            })}
                          </To>
                        </>
                      )}
                    </>
                  ) : (
                    <To href={`/groups/${reportOf.id}/reports/${report.meeting.id}`}>
                      {t('report.of', reportOf)}
                    </To>
                  )}
                </Paragraph>
              )}
              {plannedMinutes !== null && (
                <Paragraph className="quiet" data-size="sm">
                  {expected[place] === null || expected[place] === undefined
                    ? lasting(plannedMinutes)
                    : t('meeting.expectedAt', {
                        at: clock(expected[place]),
                        lasting: lasting(plannedMinutes),
                      })}
                </Paragraph>
              )}
              <PapersOfItem papers={papers.filter(({ itemId }) => itemId === id)} position={place + 1} />
              {postponed(id) && (
                <>
                  {' '}
                  <Tag data-color="warning">{t('meeting.postponed')}</Tag>
                  {postponed(id)?.reason && (
                    <Paragraph className="quiet" data-size="sm">
                      {t('meeting.postponedFor', { reason: postponed(id)?.reason })}
                    </Paragraph>
                  )}
                </>
              )}
              {minutesId !== null && (
                <Paragraph data-size="sm">
                  <To
                    href={`/minutes/${minutesId}/items/${id}`}
                    label={t('minutes.extract.readOf', { title })}
                  >
                    {t('minutes.extract.read')}
                  </To>
                </Paragraph>
              )}
            </li>
          ),
        )}
      </ol>
      {total > 0 && (
        <Paragraph className="quiet">
          {t('meeting.total', { lasting: lasting(total) })}
          {untold > 0 && ` ${t('meeting.untold', { count: untold })}`}
        </Paragraph>
      )}
    </>
  );
}

/** The words for what an item asks of a session. */
export const itemKind = <Kind extends AgendaShown['items'][number]['kind']>(kind: Kind, ofAGroup: boolean) =>
  ofAGroup && kind === 'DECISION'
    ? ('meeting.itemKind.RECOMMENDATION' as const)
    : (`meeting.itemKind.${kind}` as const);

/** When each item is expected to begin; null: what comes before it has no planned duration. */
function expectedTimes(startsAt: string, items: AgendaShown['items']): (Date | null)[] {
  let next: Date | null = new Date(startsAt);
  return items.map(({ plannedMinutes }) => {
    const at = next;
    next = at === null || plannedMinutes === null ? null : new Date(at.getTime() + plannedMinutes * MINUTE);
    return at;
  });
}
const MINUTE = 60_000;

const CHANGES = graphql(`
  query AgendaChanges($id: ID!, $since: Int!) {
    meeting(id: $id) {
      id
      agenda {
        version
        changesSince(version: $since) {
          ...AgendaChanged
        }
      }
      publishedAgenda {
        version
        changesSince(version: $since) {
          ...AgendaChanged
        }
      }
    }
  }
  fragment AgendaChanged on AgendaChange {
    kind
    before {
      id
      title
    }
    after {
      id
      title
    }
  }
`);

interface Comparison {
  readonly meetingId: string;
  readonly version: number;
  readonly since: number;
}

/** What one version of an agenda changes of an earlier one; nothing for whoever may not read that one. */
export function Changes(comparison: Comparison) {
  // Another version is another question, though it is asked in the same words.
  return <ChangesOf key={comparison.version} {...comparison} />;
}

function ChangesOf({ meetingId, version, since }: Comparison) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: CHANGES, variables: { id: meetingId, since } });
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => {
        const compared = [meeting?.publishedAgenda, meeting?.agenda].find((one) => one?.version === version);
        const changes = compared?.changesSince ?? [];
        if (changes.length === 0) return null;
        return (
          <>
            <Paragraph>{t('meeting.changes', { version: since })}</Paragraph>
            <ul className="items">
              {changes.map(({ kind, before, after }) => (
                <li key={after?.id ?? before?.id}>
                  {(after ?? before)?.title} <Tag data-color="info">{t(`meeting.change.${kind}`)}</Tag>
                  {kind === 'CHANGED' && before?.title !== after?.title && (
                    <Paragraph className="quiet" data-size="sm">
                      {t('meeting.changeBefore', { title: before?.title })}
                    </Paragraph>
                  )}
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

type Key = Omit<AgendaShown['keysPutBack'][number], 'version'> & { readonly forDay?: Day | null };

/** Whether the committee turns a key of it: where members required the plenary, the secretariat’s suffices (charter EXTRAORDINARY). */
export const hasSecondKey = ({ keys }: Pick<AgendaShown, 'keys'>) =>
  keys.some(({ key }) => key === 'COMMITTEE');

/** Who turned which key, and which were put back. */
export function Keys({ agenda }: { readonly agenda: AgendaShown }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const onDay = useDay();
  const named = ({ key, college, byMember, forDay }: Key) =>
    [
      forDay === undefined || forDay === null
        ? t(`meeting.key.${key}`)
        : t('meeting.urgencyOfMove', { on: onDay(forDay) }),
      ...(college === null ? [] : [t(`college.${college}`)]),
      ...(byMember ? [t('meeting.byMember')] : []),
    ].join(', ');
  const shown = agenda.keys.filter(({ key, turnedAt }) => key !== 'URGENCY' || turnedAt !== null);
  return (
    <>
      <Paragraph>{t(hasSecondKey(agenda) ? 'meeting.keysMeaning' : 'meeting.oneKeyMeaning')}</Paragraph>
      <ul className="items">
        {/* Urgency is the exception: its agreement is shown where it was asked for and given. */}
        {shown.map((part, place) => (
          // Two members turn the half of a vacant college: only their places tell two parts apart.
          <li key={place}>
            {named(part)}
            {t('colon')}
            {part.turnedAt === null || part.turnedBy === null ? (
              t('meeting.notTurned')
            ) : (
              <strong>{t('meeting.turned', { name: part.turnedBy.name, at: inWords(part.turnedAt) })}</strong>
            )}
          </li>
        ))}
      </ul>
      {shown.some(({ byMember }) => byMember) && (
        <Paragraph className="quiet">{t('meeting.byMemberMeaning')}</Paragraph>
      )}
      {agenda.keysPutBack.length > 0 && (
        <>
          <Paragraph>{t('meeting.putBack')}</Paragraph>
          <ul className="items">
            {agenda.keysPutBack.map((part) => (
              <li key={`${part.key} ${part.college} ${part.version} ${part.turnedBy?.id}`}>
                {t('meeting.putBackOne', {
                  key: named(part),
                  name: part.turnedBy?.name ?? '',
                  version: part.version,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
