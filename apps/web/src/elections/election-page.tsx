import { Alert, Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link as RouterLink, useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, Act, answerFor, isAllowed, isMine, PERMITTED, WhenPermitted } from '../parts/action.js';
import { useDay, useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { ActForm, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { ByRule } from '../parts/rule-refusal.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { TrackerCheck } from '../sealed/tracker-check.js';
import { ASK_FOR_SECRECY, ORDER_POLL, STAND, WITHDRAW } from './acts.js';
import { ScrutineersPart } from './lot.js';
import { ROUND, RoundShown } from './round.js';

const ELECTION = graphql(
  `
    query Election($id: ID!) {
      election(id: $id) {
        id
        office
        college
        state
        method
        seats
        editionNumber
        secrecyAskedAt
        meeting {
          id
          number
          minutes {
            id
            state
          }
          publishedAgenda {
            items {
              id
              office
              college
            }
          }
        }
        conclusion {
          reason
        }
        proclamations {
          proclaimedOn
          candidacy {
            id
            member {
              person {
                name
              }
            }
          }
        }
        candidacies {
          id
          declaredAt
          withdrawnAt
          lapsedAt
          statement
          member {
            id
            person {
              id
              name
            }
            organisation {
              name
            }
          }
        }
        scrutineers {
          college
          person {
            id
            name
          }
        }
        register {
          id
        }
        rounds {
          ...RoundShown
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [ROUND, PERMITTED],
);

type Election = NonNullable<ResultOf<typeof ELECTION>['election']>;
const LIVE = ['NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED'];

/** One election, from its candidates to its proclamation. */
export function ElectionPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: ELECTION, variables: { id } });
  useFresh(id, again, LIVE.includes(answer.data?.election?.state ?? ''));
  return (
    <Loaded answer={answer} again={again}>
      {({ election }) => (election === null ? <NotFound /> : <Shown election={election} />)}
    </Loaded>
  );
}

/** Where the published minutes tell of it; null: they are not published. */
function extractFor({ office, college, meeting }: Election): string | null {
  const { minutes, publishedAgenda } = meeting;
  const item = publishedAgenda?.items.find((one) => one.office === office && one.college === college);
  if (minutes?.state !== 'PUBLISHED' || item === undefined) return null;
  return `/minutes/${minutes.id}/items/${item.id}`;
}

function Shown({ election }: { readonly election: Election }) {
  const { t } = useTranslation();
  const { state, method, editionNumber, meeting, register, scrutineers } = election;
  const extract = extractFor(election);
  return (
    <Page
      title={t(`election.of.${election.office}`, { college: t(`college.${election.college}`) })}
      lead={<StateTag of="election" state={state} />}
    >
      <Result election={election} />
      <Facts>
        <Fact name={t('election.meeting')}>
          <To href={`/meetings/${meeting.id}`}>{t('meeting.plenary', { number: meeting.number })}</To>
        </Fact>
        <Fact name={t('minutes.section')}>
          {extract === null ? null : <To href={extract}>{t('minutes.extract.read')}</To>}
        </Fact>
        <Fact name={t('election.method')}>
          {method === null ? t('election.notFixed') : t(`election.methods.${method}`)}
        </Fact>
        <Fact name={t('election.seats')}>{election.seats}</Fact>
        <Fact name={t('election.rules')}>
          {editionNumber === null ? null : (
            <To href="/charter#rules-of-procedure">{t('election.edition', { number: editionNumber })}</To>
          )}
        </Fact>
        <Fact name={t('election.register')}>
          {register === null
            ? t('election.registerLater')
            : t('election.registerSize', { count: register.length })}
        </Fact>
        <Fact name={t('scrutineer.title')}>
          {scrutineers.length === 0
            ? null
            : scrutineers
                .map(({ college, person }) => `${person.name} (${t(`college.${college}`)})`)
                .join(', ')}
        </Fact>
      </Facts>
      <Paragraph>
        {t(wayOfVoting(election))} <ByRule id="SECRECY" />
      </Paragraph>
      <ToDo election={election} />
      <Section title={t('election.candidates')}>
        <Candidates election={election} />
      </Section>
      {election.rounds.length > 0 && (
        <Section title={t('election.result')}>
          {election.rounds.map((round) => (
            <RoundShown key={round.number} electionId={election.id} round={round} />
          ))}
        </Section>
      )}
      {election.rounds.some(({ sealed }) => sealed !== null) && <TrackerCheck electionId={election.id} />}
    </Page>
  );
}

/** A round that is under way or held says how it votes; before, nobody knows for certain until it opens. */
function wayOfVoting({ secrecyAskedAt, rounds }: Election) {
  const opened = rounds.findLast(({ openedAt }) => openedAt !== null);
  if (opened !== undefined) return opened.sealed === null ? 'election.byName' : 'sealed.round.sealed';
  return secrecyAskedAt === null ? 'election.byRules' : 'election.secret';
}

function Result({ election: { proclamations, conclusion } }: { readonly election: Election }) {
  const { t } = useTranslation();
  const inWords = useDay();
  if (proclamations.length > 0) {
    return (
      <Alert data-color="success">
        {proclamations.map(({ candidacy: { id, member }, proclaimedOn }) => (
          <Paragraph key={id}>
            <strong>
              {t('election.proclaimed', { name: member.person.name, day: inWords(proclaimedOn) })}
            </strong>{' '}
            {t('election.mandate')}
          </Paragraph>
        ))}
      </Alert>
    );
  }
  return conclusion === null || conclusion.reason === null ? null : (
    <Alert data-color="warning">{conclusion.reason}</Alert>
  );
}

function Candidates({ election: { candidacies, permitted } }: { readonly election: Election }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const inWords = useInstant();
  if (candidacies.length === 0) return <Paragraph>{t('election.noCandidate')}</Paragraph>;
  return (
    <ul className="grid">
      {candidacies.map(({ id, declaredAt, withdrawnAt, lapsedAt, statement, member }) => (
        <li key={id}>
          <Card>
            <Heading level={3} data-size="xs">
              <To href={`/members/${member.id}`}>{member.person.name}</To>
            </Heading>
            <Paragraph>{member.organisation.name}</Paragraph>
            <Paragraph data-size="sm" className="quiet">
              {withdrawnAt !== null
                ? t('election.withdrawn', { at: inWords(withdrawnAt) })
                : lapsedAt !== null
                  ? t('election.lapsed', { at: inWords(lapsedAt) })
                  : t('election.declared', { at: inWords(declaredAt) })}
            </Paragraph>
            <Paragraph className="as-written">{statement}</Paragraph>
            {withdrawnAt === null && lapsedAt === null && me?.person.id === member.person.id && (
              <WhenPermitted permitted={permitted} action="withdrawCandidacy" label={t('election.withdraw')}>
                <Act
                  document={WITHDRAW}
                  variables={{ input: { candidacyId: id } }}
                  label={t('election.withdraw')}
                  done={t('election.withdrawDone')}
                  variant="secondary"
                />
              </WhenPermitted>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** What a member may do here; the secretariat does the rest at its desk. */
function ToDo({ election }: { readonly election: Election }) {
  const { id, permitted, rounds, scrutineers } = election;
  const { t } = useTranslation();
  const sealed = (rounds.at(-1)?.sealed ?? null) !== null;
  const { me } = useHere();
  const member = me !== null && (me.roles.includes('MEMBER') || me.roles.includes('ALTERNATE'));
  const mine = ['castRecordedBallot', 'castBallot', 'standAsCandidate', 'askForSecrecy'].some(
    (action) => answerFor(permitted, action) !== null,
  );
  const asScrutineer =
    scrutineers.some(({ person }) => person.id === me?.person.id) &&
    ['commitLotValue', 'revealLotValue'].some((action) => isAllowed(permitted, action));
  const presides = me !== null && isMine(permitted, 'orderPoll');
  if (!(member && mine) && !asScrutineer && !presides) return null;
  return (
    <Section title={t('election.toDo')}>
      {member && (
        <>
          <WhenPermitted
            permitted={permitted}
            action={sealed ? 'castBallot' : 'castRecordedBallot'}
            label={t('election.vote')}
          >
            <Button asChild>
              <RouterLink href={`/elections/${id}/vote`}>{t('election.vote')}</RouterLink>
            </Button>
          </WhenPermitted>
          <WhenPermitted permitted={permitted} action="standAsCandidate" label={t('election.stand')}>
            <ActForm
              document={STAND}
              variables={(typed) => ({ input: { electionId: id, statement: typed('statement') } })}
              submit={t('election.stand')}
              done={t('election.standDone')}
            >
              <TextInput
                name="statement"
                label={t('election.statement')}
                description={t('election.statementHint')}
                lines={6}
                required
                maxLength={5000}
              />
            </ActForm>
          </WhenPermitted>
          <Action
            permitted={permitted}
            action="askForSecrecy"
            document={ASK_FOR_SECRECY}
            variables={{ input: { electionId: id } }}
            label={t('election.askSecrecy')}
            done={t('election.askSecrecyDone')}
            variant="secondary"
          />
        </>
      )}
      {asScrutineer && <ScrutineersPart election={election} />}
      {presides && (
        <Action
          permitted={permitted}
          action="orderPoll"
          document={ORDER_POLL}
          variables={{ input: { electionId: id } }}
          label={t('election.order')}
          done={t('election.orderDone')}
        />
      )}
    </Section>
  );
}
