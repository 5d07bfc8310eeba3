import { Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { YearsOfMeetings } from '../meetings/attendance.js';
import { Action, answerFor, isAllowed, PERMITTED } from '../parts/action.js';
import { StatingANeed } from '../needs/stating-a-need.js';
import { DayText, useDay } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
import { Rare } from '../parts/rare.js';
import { RuleLink } from '../parts/rule-refusal.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { useCommitments } from './commitments.js';
import { useLasting } from './lasting.js';
import { GroupMeetings, MEETINGS_OF_GROUP, Recommendations } from './meetings.js';
import { ReportsSection } from './reports.js';
import { RoadmapSection } from './roadmap.js';
import { mayPropose, ProposingAFacilitator } from './proposing.js';

const GROUP = graphql(
  `
    query WorkingGroup($id: ID!) {
      workingGroup(id: $id) {
        id
        theme
        commitments
        state
        proposedBy {
          name
        }
        proposedOn
        setUpOn
        closedOn
        vacantColleges
        facilitators {
          id
          college
          fromOn
          endedOn
          endReason
          holder {
            id
            person {
              id
              name
            }
            organisation {
              name
            }
          }
          permitted {
            ...Permitted
          }
        }
        facilitatorProposals {
          id
          withGroup
          member {
            id
            college
            person {
              name
            }
          }
        }
        members {
          fromOn
          untilOn
          member {
            id
            college
            person {
              name
            }
            organisation {
              name
            }
          }
        }
        needs {
          id
          statement
          statedOn
          members {
            id
            person {
              name
            }
          }
        }
        decisions {
          id
          reference
          title
          state
          takenOn
        }
        ...MeetingsOfGroup
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [MEETINGS_OF_GROUP, PERMITTED],
);
type Group = NonNullable<ResultOf<typeof GROUP>['workingGroup']>;

const JOIN = graphql(
  `
    mutation JoinWorkingGroup($input: JoinWorkingGroupInput!) {
      result: joinWorkingGroup(input: $input) {
        __typename
        ... on WorkingGroup {
          id
          members {
            fromOn
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const LEAVE = graphql(
  `
    mutation LeaveWorkingGroup($input: LeaveWorkingGroupInput!) {
      result: leaveWorkingGroup(input: $input) {
        __typename
        ... on WorkingGroup {
          id
          members {
            fromOn
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const RESIGN = graphql(
  `
    mutation ResignFacilitation($input: ResignFacilitationInput!) {
      result: resignFacilitation(input: $input) {
        __typename
        ... on Facilitator {
          id
          endedOn
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** One working group: what it is for, who is in it, what it did and which decisions made it. */
export function GroupPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: GROUP, variables: { id } });
  useFresh(id, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ workingGroup }) => (workingGroup === null ? <NotFound /> : <Shown group={workingGroup} />)}
    </Loaded>
  );
}

function Shown({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const commitments = useCommitments();
  const lasting = useLasting();
  const inOffice = group.facilitators.filter(({ endedOn }) => lasting(endedOn));
  return (
    <Page title={group.theme} lead={<StateTag of="group" state={group.state} />}>
      <Facts>
        <Fact name={t('groups.commitments')}>{commitments(group.commitments)}</Fact>
        <Fact name={t('groups.proposed')}>
          <DayText day={group.proposedOn} />
        </Fact>
        <Fact name={t('groups.by')}>{group.proposedBy.name}</Fact>
        <Fact name={t('groups.setUp')}>
          {group.setUpOn === null ? null : <DayText day={group.setUpOn} />}
        </Fact>
        <Fact name={t('groups.closed')}>
          {group.closedOn === null ? null : <DayText day={group.closedOn} />}
        </Fact>
      </Facts>
      <Facilitators group={group} />
      {group.state !== 'PROPOSED' && <GroupMeetings group={group} />}
      {group.state !== 'PROPOSED' && <YearsOfMeetings body="WORKING_GROUP" groupId={group.id} />}
      <Recommendations group={group} />
      {group.state !== 'PROPOSED' && (
        <RoadmapSection
          groupId={group.id}
          commitments={group.commitments}
          writable={isAllowed(group.permitted, 'saveRoadmap')}
        />
      )}
      {group.state !== 'PROPOSED' && (
        <ReportsSection groupId={group.id} writable={isAllowed(group.permitted, 'saveGroupReport')} />
      )}
      {group.state !== 'PROPOSED' && (
        <Section title={t('groups.members')}>
          <Members group={group} />
        </Section>
      )}
      {group.state !== 'PROPOSED' && <Needs group={group} />}
      <Section title={t('groups.decisions')}>
        {group.decisions.length === 0 ? (
          <Paragraph>{t('groups.noDecision')}</Paragraph>
        ) : (
          <ul className="items">
            {group.decisions.map(({ id, reference, title, state }) => (
              <li key={id}>
                <To href={`/decisions/${id}`}>{[reference, title].filter((part) => part).join(', ')}</To>{' '}
                <StateTag of="decision" state={state} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {group.state === 'SET_UP' && mayPropose(me) && (
        <Section title={t('groups.name')}>
          <ProposingAFacilitator
            groupId={group.id}
            inOffice={inOffice.map(({ id, college, holder }) => ({ id, college, name: holder.person.name }))}
          />
        </Section>
      )}
    </Page>
  );
}

function Needs({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const lasting = useLasting();
  const facilitates = group.facilitators.some(
    ({ endedOn, holder }) => lasting(endedOn) && holder.person.id === me?.person.id,
  );
  return (
    <Section title={t('groups.needs')}>
      {group.needs.length === 0 ? (
        <Paragraph>{t('groups.noNeed')}</Paragraph>
      ) : (
        <ul className="items">
          {group.needs.map(({ id, statement, statedOn, members }) => (
            <li key={id}>
              {statement} (<DayText day={statedOn} />)
              {members.map((member) => (
                <span key={member.id}>
                  , <To href={`/members/${member.id}`}>{member.person.name}</To>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {facilitates && (
        <Rare label={t('desk.member.stateNeed')}>
          <StatingANeed groupId={group.id} />
        </Rare>
      )}
    </Section>
  );
}

function Facilitators({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const lasting = useLasting();
  const past = group.facilitators.filter(({ endedOn }) => !lasting(endedOn));
  const span = ({ fromOn, endedOn }: Group['facilitators'][number]) =>
    endedOn === null
      ? t('groups.fromOn', { from: inWords(fromOn) })
      : t('groups.fromTo', { from: inWords(fromOn), until: inWords(endedOn) });
  const listed = (facilitators: Group['facilitators']) => (
    <ul className="items">
      {facilitators.map((one) => (
        <li key={one.id}>
          <To href={`/members/${one.holder.id}`}>{one.holder.person.name}</To> ({one.holder.organisation.name}
          ), {t(`college.${one.college}`)}, {span(one)}
          {one.endReason !== null && ` (${t(`groups.ends.${one.endReason}`)})`}
          {answerFor(one.permitted, 'resignFacilitation')?.allowed === true && (
            <Rare label={t('groups.resign')}>
              <Paragraph>
                {t('groups.resignText')} <RuleLink id="WORKING-GROUP-SETUP" />
              </Paragraph>
              <Action
                permitted={one.permitted}
                action="resignFacilitation"
                document={RESIGN}
                variables={{ input: { mandateId: one.id } }}
                label={t('groups.resignIt')}
                done={t('groups.resigned')}
                variant="secondary"
              />
            </Rare>
          )}
        </li>
      ))}
    </ul>
  );
  if (group.state === 'PROPOSED') {
    return (
      <Section title={t('groups.proposedFacilitators')}>
        <ul className="items">
          {group.facilitatorProposals.map(({ id, member }) => (
            <li key={id}>
              <To href={`/members/${member.id}`}>{member.person.name}</To>, {t(`college.${member.college}`)}
            </li>
          ))}
        </ul>
      </Section>
    );
  }
  return (
    <>
      {group.state === 'SET_UP' && (
        <Section title={t('groups.facilitators')}>
          {listed(group.facilitators.filter(({ endedOn }) => lasting(endedOn)))}
          {group.vacantColleges.map((college) => (
            <Paragraph key={college}>{t('groups.vacant', { college: t(`college.${college}`) })}</Paragraph>
          ))}
        </Section>
      )}
      {past.length > 0 && <Section title={t('groups.pastFacilitators')}>{listed(past)}</Section>}
    </>
  );
}

function Members({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const listed = (members: Group['members']) => (
    <ul className="items">
      {members.map(({ member, fromOn, untilOn }) => (
        <li key={member.id + fromOn}>
          <To href={`/members/${member.id}`}>{member.person.name}</To> ({member.organisation.name}),{' '}
          {untilOn === null
            ? t('groups.fromOn', { from: inWords(fromOn) })
            : t('groups.fromTo', { from: inWords(fromOn), until: inWords(untilOn) })}
        </li>
      ))}
    </ul>
  );
  const lasting = useLasting();
  const former = group.members.filter(({ untilOn }) => !lasting(untilOn));
  return (
    <>
      {group.state === 'SET_UP' &&
        COLLEGES.map((college) => {
          const present = group.members.filter(
            ({ member, untilOn }) => member.college === college && lasting(untilOn),
          );
          return (
            <Section key={college} level={3} title={t(`collegeTitle.${college}`)}>
              {present.length === 0 ? <Paragraph>{t('groups.noMember')}</Paragraph> : listed(present)}
            </Section>
          );
        })}
      {former.length > 0 && (
        <Section level={3} title={t('groups.former')}>
          {listed(former)}
        </Section>
      )}
      <div className="row">
        <Action
          permitted={group.permitted}
          action="joinWorkingGroup"
          document={JOIN}
          variables={{ input: { groupId: group.id } }}
          label={t('groups.join')}
          done={t('groups.joined')}
        />
        <Action
          permitted={group.permitted}
          action="leaveWorkingGroup"
          document={LEAVE}
          variables={{ input: { groupId: group.id } }}
          label={t('groups.leave')}
          done={t('groups.left')}
          variant="secondary"
        />
      </div>
    </>
  );
}
