import {
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Heading,
  Paragraph,
  Radio,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery, type UseQueryExecute } from 'urql';
import { useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { type Given, useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { answerFor, isAllowed, PERMITTED, WhenPermitted } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { Hindered } from '../parts/rule-refusal.js';
import { To } from '../parts/to.js';
import { SEALED_BOOTH, SealedBooth } from '../sealed/sealed-booth.js';
import { CAST_BALLOT } from './acts.js';
import { Step } from './step.js';

const BOOTH = graphql(
  `
    query Booth($id: ID!) {
      election(id: $id) {
        id
        office
        college
        register {
          person {
            id
          }
          alternate {
            id
          }
        }
        rounds {
          number
          seats
          openedAt
          closedAt
          sealed {
            ...SealedBooth
          }
          candidates {
            id
            member {
              person {
                name
              }
              organisation {
                name
              }
            }
          }
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [PERMITTED, SEALED_BOOTH],
);

type Election = NonNullable<ResultOf<typeof BOOTH>['election']>;
type Candidate = Election['rounds'][number]['candidates'][number];
type Receipt = Extract<Given<ResultOf<typeof CAST_BALLOT>>, { __typename: 'RecordedBallotReceipt' }>;

const BLANK = 'blank';

/** Choose, read again, vote, keep the receipt, vote again until the closing. */
export function BoothPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: BOOTH, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ election }) =>
        election === null ? (
          <NotFound />
        ) : (
          <Page
            title={t('booth.title', {
              election: t(`election.of.${election.office}`, { college: t(`college.${election.college}`) }),
            })}
            lead={<To href={`/elections/${id}`}>{t('booth.back')}</To>}
          >
            <OfTheRound election={election} again={again} />
          </Page>
        )
      }
    </Loaded>
  );
}

/** Votes by name and sealed ballots have nothing of a booth in common. */
function OfTheRound({ election, again }: { readonly election: Election; readonly again: UseQueryExecute }) {
  const { me } = useHere();
  const { t } = useTranslation();
  const round = election.rounds.at(-1);
  if (me === null) {
    return (
      <Paragraph>
        {t('booth.signIn')}{' '}
        <a className="ds-link" href="/sign-in">
          {t('frame.signIn')}
        </a>
      </Paragraph>
    );
  }
  if (round === undefined || round.sealed === null) return <Booth election={election} />;
  return (
    <SealedBooth
      electionId={election.id}
      poll={round.sealed}
      organisations={round.candidates.map(({ member }) => member.organisation.name)}
      isOpen={round.closedAt === null}
      isElector={
        election.register?.some(({ person, alternate }) =>
          [person.id, alternate?.id].includes(me.person.id),
        ) === true
      }
      permitted={election.permitted}
      again={again}
    />
  );
}

function Booth({ election }: { readonly election: Election }) {
  const { t } = useTranslation();
  const { act, underWay, hindrance } = useAct(CAST_BALLOT);
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [step, setStep] = useState<'choose' | 'review' | 'voted'>('choose');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const round = election.rounds.find(({ openedAt, closedAt }) => openedAt !== null && closedAt === null);

  if (round === undefined && step !== 'voted') {
    return (
      <>
        <Hindered by={hindrance} />
        <Paragraph>{t('booth.noPoll')}</Paragraph>
      </>
    );
  }
  if (step !== 'voted' && !isAllowed(election.permitted, 'castRecordedBallot')) {
    return (
      <>
        <Hindered by={hindrance} />
        {answerFor(election.permitted, 'castRecordedBallot') === null && (
          <Paragraph>{t('booth.notYours')}</Paragraph>
        )}
        <WhenPermitted permitted={election.permitted} action="castRecordedBallot" label={t('booth.cast')}>
          {null}
        </WhenPermitted>
      </>
    );
  }
  const candidates = round?.candidates ?? [];
  const blank = choices.includes(BLANK);

  async function cast(): Promise<void> {
    const ballot = blank ? { blank: true } : { candidacyIds: [...choices] };
    const given = await act({ input: { electionId: election.id, ...ballot } });
    if (given?.__typename !== 'RecordedBallotReceipt') return;
    setReceipt(given);
    setStep('voted');
  }

  return (
    <>
      {step !== 'voted' && (
        <Alert data-color="info">
          <Heading level={2} data-size="2xs">
            {t('booth.byName')}
          </Heading>
          <Paragraph>{t('booth.byNameText')}</Paragraph>
        </Alert>
      )}
      {step === 'choose' && (
        <Choose
          candidates={candidates}
          seats={round?.seats ?? 1}
          choices={choices}
          onChoice={(made) => {
            setChoices(made);
            setStep('review');
          }}
        />
      )}
      {step === 'review' && (
        <Step title={t('booth.reviewTitle')}>
          {blank ? (
            <Paragraph>
              <strong>{t('booth.youVoteBlank')}</strong>
            </Paragraph>
          ) : (
            <>
              <Paragraph>{t('booth.youVote')}</Paragraph>
              <ul className="items">
                {candidates
                  .filter(({ id }) => choices.includes(id))
                  .map(({ id, member }) => (
                    <li key={id}>
                      <strong>{member.person.name}</strong>, {member.organisation.name}
                    </li>
                  ))}
              </ul>
            </>
          )}
          <div className="row">
            <Button loading={underWay} onClick={() => void cast()}>
              {t('booth.cast')}
            </Button>
            <Button variant="secondary" onClick={() => setStep('choose')}>
              {t('booth.change')}
            </Button>
          </div>
          <Hindered by={hindrance} />
        </Step>
      )}
      {step === 'voted' && receipt !== null && (
        <Step title={t('booth.receipt')}>
          <ReceiptShown receipt={receipt} candidates={candidates} />
          {round !== undefined && (
            <Button variant="secondary" onClick={() => setStep('choose')}>
              {t('booth.again')}
            </Button>
          )}
        </Step>
      )}
    </>
  );
}

/** One name where one seat is to be filled; where there are more, as many names at most. */
function Choose({
  candidates,
  seats,
  choices,
  onChoice,
}: {
  readonly candidates: readonly Candidate[];
  readonly seats: number;
  readonly choices: readonly string[];
  readonly onChoice: (choices: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [mistake, setMistake] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const Choice = seats === 1 ? Radio : Checkbox;

  function wrong(made: readonly string[]): string | null {
    if (made.length === 0) return t('booth.missing');
    if (made.length > 1 && made.includes(BLANK)) return t('booth.blankAlone');
    return made.length > seats ? t('booth.tooMany', { count: seats }) : null;
  }
  function review(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const made = new FormData(event.currentTarget)
      .getAll('choice')
      .filter((one): one is string => typeof one === 'string');
    const said = wrong(made);
    setMistake(said);
    if (said === null) onChoice(made);
    else form.current?.querySelector('input')?.focus();
  }

  return (
    <form className="stack" ref={form} noValidate onSubmit={review}>
      <Fieldset>
        <Fieldset.Legend>
          {seats === 1 ? t('booth.choice') : t('booth.choices', { count: seats })}
        </Fieldset.Legend>
        {candidates.map(({ id, member }) => (
          <Choice
            key={id}
            name="choice"
            value={id}
            label={member.person.name}
            description={member.organisation.name}
            defaultChecked={choices.includes(id)}
          />
        ))}
        <Choice
          name="choice"
          value={BLANK}
          label={t('booth.blank')}
          description={t('booth.blankHint')}
          defaultChecked={choices.includes(BLANK)}
        />
        {mistake !== null && <ValidationMessage role="alert">{mistake}</ValidationMessage>}
      </Fieldset>
      <Button type="submit">{t('booth.review')}</Button>
    </form>
  );
}

function ReceiptShown({
  receipt: { round, number, castAt, candidacyIds },
  candidates,
}: {
  readonly receipt: Receipt;
  readonly candidates: readonly Candidate[];
}) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const choice =
    candidates
      .filter(({ id }) => candidacyIds.includes(id))
      .map(({ member }) => member.person.name)
      .join(', ') || t('booth.blank').toLowerCase();
  return (
    <Alert data-color="success">
      <Paragraph>{t('booth.receiptText', { round, number, at: inWords(castAt), choice })}</Paragraph>
      <Paragraph>{t('booth.receiptKeep')}</Paragraph>
    </Alert>
  );
}
