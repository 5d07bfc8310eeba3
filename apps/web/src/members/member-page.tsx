import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { FIGURE, Figures } from '../meetings/attendance.js';
import { PERMITTED } from '../parts/action.js';
import { DayText, useDay } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { To } from '../parts/to.js';
import { ActingEnded, GivingActingUp } from './acting.js';
import { Resigning } from './resigning.js';
import { SeatActs } from './seat-acts.js';

const MEMBER = graphql(
  `
    query Member($id: ID!) {
      member(id: $id) {
        id
        number
        college
        fromOn
        untilOn
        route
        person {
          id
          name
        }
        organisation {
          id
          name
        }
        alternate {
          id
          name
        }
        callForApplications {
          id
          title
        }
        need {
          statement
        }
        attendanceFigures {
          ...FigureShown
        }
        mandates {
          id
          office
          fromOn
          untilOn
          endReason
          actingEndedOn
          actingEndReason
          electionId
          permitted {
            ...Permitted
          }
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [FIGURE, PERMITTED],
);

type Member = NonNullable<ResultOf<typeof MEMBER>['member']>;

/** One seat of the forum: for whom, since when, by which way in, with which mandates. */
export function MemberPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: MEMBER, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ member }) => (member === null ? <NotFound /> : <Shown member={member} />)}
    </Loaded>
  );
}

function Shown({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const { me } = useHere();
  const mine =
    me !== null &&
    (me.roles.includes('SECRETARIAT') || [member.person.id, member.alternate?.id].includes(me.person.id));
  return (
    <Page
      title={member.person.name}
      lead={<Paragraph className="quiet">{t('member.number', { number: member.number })}</Paragraph>}
    >
      <Facts>
        <Fact name={t('member.organisation')}>
          <To href={`/organisations/${member.organisation.id}`}>{member.organisation.name}</To>
        </Fact>
        <Fact name={t('member.college')}>{t(`college.${member.college}`)}</Fact>
        <Fact name={t('member.from')}>
          <DayText day={member.fromOn} />
        </Fact>
        <Fact name={t('member.until')}>
          {member.untilOn === null ? null : <DayText day={member.untilOn} />}
        </Fact>
        <Fact name={t('member.route')}>
          {member.callForApplications === null ? (
            t(`member.routes.${member.route}`)
          ) : (
            <To href={`/calls/${member.callForApplications.id}`}>{member.callForApplications.title}</To>
          )}
        </Fact>
        <Fact name={t('member.need')}>{member.need?.statement ?? null}</Fact>
        <Fact name={t('member.alternate')}>{member.alternate?.name ?? null}</Fact>
      </Facts>
      <Section title={t('member.mandates')}>
        {member.mandates.length === 0 ? (
          <Paragraph>{t('member.noMandate')}</Paragraph>
        ) : (
          <ul className="items">
            {member.mandates.map((mandate) => {
              const { id, office, fromOn, untilOn, endReason, electionId } = mandate;
              const holder = t(`holder.${office}`);
              return (
                <li key={id}>
                  {holder} {t('member.fromTo', { from: inWords(fromOn), until: inWords(untilOn) })}
                  {endReason !== null && ` (${t(`member.ends.${endReason}`)})`},{' '}
                  <To href={`/elections/${electionId}`}>{t('member.election')}</To>
                  <ActingEnded mandate={mandate} />
                  <Resigning mandate={mandate} holder={holder} />
                  <GivingActingUp
                    mandate={mandate}
                    holder={holder}
                    own={me?.person.id === member.person.id}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <Figures figures={member.attendanceFigures} />
      <SeatActs member={member} mine={mine} />
    </Page>
  );
}
