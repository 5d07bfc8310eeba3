import {
  Alert,
  Button,
  Checkbox,
  Details,
  Fieldset,
  Heading,
  Paragraph,
  Radio,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type UseQueryExecute } from 'urql';
import { Step } from '../elections/step.js';
import { useHere } from '../frame/forum.js';
import { useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { answerFor, isAllowed, type Permitted, WhenPermitted } from '../parts/action.js';
import { ByRule, Hindered } from '../parts/rule-refusal.js';
import { SignInAgain } from '../parts/sign-in-again.js';
import { type BallotReceipt, CAST_SEALED, CREDENTIAL } from './acts.js';
import { Code, CodeToKeep } from './code.js';
import { Memory } from './memory.js';
import { OnDevice, useDevice } from './on-device.js';
import { OwnBallot } from './own-ballot.js';
import { type Choice, choiceFrom, type Mistake, questionsOf, type SealedQuestion } from './question.js';
import { TrackerCheck } from './tracker-check.js';

export const SEALED_BOOTH = graphql(`
  fragment SealedBooth on SealedPoll {
    electionFile
    fingerprint
    credentialsIssuedApart
    boothHash
    openingUrl
  }
`);
type Poll = ResultOf<typeof SEALED_BOOTH>;

interface Receipt {
  readonly tracker: string;
  readonly replaced: string | null;
  /** Whether the ballot replaced was cast from this device. */
  readonly replacedHere: boolean;
  /** Whether this device keeps the tracker. */
  readonly kept: boolean;
}

/** The booth of a secret vote: know what is promised, choose, read again, seal on this device, keep the tracker. */
export function SealedBooth({
  electionId,
  poll,
  organisations,
  isOpen,
  isElector,
  permitted,
  again,
}: {
  readonly electionId: string;
  readonly poll: Poll;
  /** Of the candidates, in the order of the ballot. */
  readonly organisations: readonly string[];
  readonly isOpen: boolean;
  /** Whether the reader may hold the vote of a seat: whom a refusal of the register sends to sign in again. */
  readonly isElector: boolean;
  readonly permitted: readonly Permitted[];
  /** Asks again what she may do, once she is back from signing in. */
  readonly again: UseQueryExecute;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [step, setStep] = useState<'choose' | 'review' | 'voted'>('choose');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const questions = useMemo(() => questionsOf(poll.electionFile), [poll.electionFile]);

  function voted({ round, tracker, replacedTracker: replaced }: BallotReceipt): void {
    const memory = Memory.ofThisDevice();
    const person = me?.person.id ?? '';
    const before = memory.ballotsOf(person, electionId);
    setReceipt({
      tracker,
      replaced,
      replacedHere: before.some((ballot) => ballot.tracker === replaced),
      kept: memory.keepBallot(person, electionId, { round, tracker }),
    });
    setStep('voted');
  }

  if (step === 'voted' && receipt !== null) {
    return (
      <>
        <Step title={t('sealed.booth.castTitle')}>
          <ReceiptShown receipt={receipt} />
          {isOpen && (
            <Button variant="secondary" onClick={() => setStep('choose')}>
              {t('sealed.booth.again')}
            </Button>
          )}
        </Step>
        <TrackerCheck electionId={electionId} />
      </>
    );
  }
  // While she reads her choice again the poll may close: then sealing and casting say so, with the rule.
  if (step === 'choose' && !isAllowed(permitted, 'castBallot')) {
    return (
      <>
        {(!isOpen || answerFor(permitted, 'castBallot') === null) && (
          <Paragraph>{t(isOpen ? 'booth.notYours' : 'booth.noPoll')}</Paragraph>
        )}
        <WhenPermitted permitted={permitted} action="castBallot" label={t('sealed.booth.cast')}>
          {null}
        </WhenPermitted>
        {isElector &&
          answerFor(permitted, 'castBallot')?.violations.some(({ rule }) => rule.id === 'REGISTER') && (
            <SignInAgain again={again} />
          )}
        <TrackerCheck electionId={electionId} />
      </>
    );
  }
  if (step === 'choose') {
    return (
      <>
        <Promises poll={poll} />
        <Choose
          questions={questions}
          organisations={organisations}
          made={choices}
          onChoices={(made) => {
            setChoices(made);
            setStep('review');
          }}
        />
        {poll.openingUrl !== null && (
          <OwnBallot
            electionId={electionId}
            openingUrl={poll.openingUrl}
            fingerprint={poll.fingerprint}
            credentialsIssuedApart={poll.credentialsIssuedApart}
            questions={questions}
            onCast={voted}
          />
        )}
        <TrackerCheck electionId={electionId} />
      </>
    );
  }
  return (
    <Review
      electionId={electionId}
      poll={poll}
      questions={questions}
      choices={choices}
      onChange={() => setStep('choose')}
      onCast={voted}
    />
  );
}

const PROMISES = ['sealed', 'trustees', 'verifiable', 'tracker'] as const;
const LIMITS = ['receipt', 'page', 'device'] as const;

function Promises({ poll: { fingerprint, boothHash } }: { readonly poll: Poll }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="info">
      <div className="stack">
        <Heading level={2} data-size="2xs">
          {t('sealed.booth.secret')}
        </Heading>
        <Heading level={3} data-size="2xs">
          {t('sealed.booth.promised')}
        </Heading>
        <ul className="items">
          {PROMISES.map((name) => (
            <li key={name}>{t(`sealed.booth.promises.${name}`)}</li>
          ))}
        </ul>
        <Heading level={3} data-size="2xs">
          {t('sealed.booth.notPromised')}
        </Heading>
        <ul className="items">
          {LIMITS.map((name) => (
            <li key={name}>{t(`sealed.booth.limits.${name}`)}</li>
          ))}
          <li>
            {t('sealed.booth.floor')} <ByRule id="SECRECY-FLOOR" />
          </li>
        </ul>
        <Paragraph>
          {t('sealed.booth.fingerprint')}
          {t('colon')}
          <Code>{fingerprint}</Code>
          <br />
          {t('sealed.booth.fingerprintHint')}
        </Paragraph>
        <Details>
          <Details.Summary>{t('sealed.booth.boothHash')}</Details.Summary>
          <Details.Content>
            <Code>{boothHash}</Code>
          </Details.Content>
        </Details>
      </div>
    </Alert>
  );
}

/** One fieldset a question: radio buttons where one answer is asked, boxes to tick where there may be more. */
function Choose({
  questions,
  organisations,
  made,
  onChoices,
}: {
  readonly questions: readonly SealedQuestion[];
  readonly organisations: readonly string[];
  readonly made: readonly Choice[];
  readonly onChoices: (choices: readonly Choice[]) => void;
}) {
  const { t } = useTranslation();
  const [mistakes, setMistakes] = useState<readonly (Mistake | null)[]>([]);
  const form = useRef<HTMLFormElement>(null);

  function review(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = questions.map((question, place) =>
      choiceFrom(question, data.getAll(`question-${place}`).filter(isText)),
    );
    const wrong = read.map((one) => ('mistake' in one ? one.mistake : null));
    setMistakes(wrong);
    const first = wrong.findIndex((one) => one !== null);
    if (first >= 0) form.current?.querySelector<HTMLInputElement>(`input[name="question-${first}"]`)?.focus();
    else onChoices(read.flatMap((one) => ('choice' in one ? [one.choice] : [])));
  }

  return (
    <form className="stack" ref={form} noValidate onSubmit={review}>
      {questions.map((question, place) => (
        <OneQuestion
          key={question.question}
          organisations={organisations}
          question={question}
          name={`question-${place}`}
          made={made[place] ?? null}
          mistake={mistakes[place] ?? null}
        />
      ))}
      <Button type="submit">{t('sealed.booth.review')}</Button>
    </form>
  );
}

/** A question as it is sealed: the same text for every voter, French first, then English. Each is read out as what it is. */
function InBothLanguages({ children }: { readonly children: string }) {
  const [fr, en, ...more] = children.split(' / ');
  if (en === undefined || more.length > 0) return children;
  return (
    <>
      <span lang="fr">{fr}</span> / <span lang="en">{en}</span>
    </>
  );
}

const isText = (value: FormDataEntryValue): value is string => typeof value === 'string';

function OneQuestion({
  organisations,
  question: { question, answers, blank, max },
  name,
  made,
  mistake,
}: {
  readonly organisations: readonly string[];
  readonly question: SealedQuestion;
  readonly name: string;
  readonly made: Choice | null;
  readonly mistake: Mistake | null;
}) {
  const { t } = useTranslation();
  const Option = max === 1 ? Radio : Checkbox;
  return (
    <Fieldset>
      <Fieldset.Legend>
        <InBothLanguages>{question}</InBothLanguages>
        {max > 1 && ` ${t('sealed.booth.upTo', { count: max })}`}
      </Fieldset.Legend>
      {answers.map((answer, place) => (
        <Option
          // Two candidates may have the same name.
          key={place}
          name={name}
          value={String(place)}
          label={answer}
          description={organisations[place]}
          defaultChecked={made !== null && made !== 'blank' && made.includes(place)}
        />
      ))}
      {blank && (
        <Option
          name={name}
          value="blank"
          label={t('sealed.booth.blank')}
          description={t('sealed.booth.blankHint')}
          defaultChecked={made === 'blank'}
        />
      )}
      {mistake !== null && (
        <ValidationMessage role="alert">{t(`sealed.booth.mistake.${mistake}`, { max })}</ValidationMessage>
      )}
    </Fieldset>
  );
}

/** What hinders before anything is sent. */
type Stop = 'noCredential' | 'otherElection';

function Review({
  electionId,
  poll: { electionFile, fingerprint, credentialsIssuedApart },
  questions,
  choices,
  onChange,
  onCast,
}: {
  readonly electionId: string;
  readonly poll: Poll;
  readonly questions: readonly SealedQuestion[];
  readonly choices: readonly Choice[];
  readonly onChange: () => void;
  readonly onCast: (receipt: BallotReceipt) => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const device = useDevice();
  const { act, underWay, hindrance } = useAct(CAST_SEALED);
  const [stop, setStop] = useState<Stop | null>(null);
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const typed = useRef<HTMLInputElement>(null);

  async function cast(): Promise<void> {
    setStop(null);
    const credential = credentialsIssuedApart ? (typed.current?.value.trim() ?? '') : await given();
    setMissing(credential === '');
    if (credential === '') return typed.current?.focus();
    if (credential === null) return setStop('noCredential');
    const sealed = await device.attempt((does) => does('seal', { electionFile, credential, choices }));
    if (sealed === null) return;
    if (sealed.fingerprint !== fingerprint) return setStop('otherElection');
    const receipt = await act({ input: { electionId, ballot: sealed.ballot } });
    if (receipt !== null) onCast({ ...receipt, tracker: sealed.tracker });
  }

  /** The credential that the forum holds for her; null: it gives none. */
  async function given(): Promise<string | null> {
    setAsking(true);
    const { data } = await client
      .query(CREDENTIAL, { electionId }, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    return data?.votingCredential ?? null;
  }

  return (
    <Step title={t('sealed.booth.reviewTitle')}>
      <dl className="facts">
        {questions.map(({ question, answers }, place) => (
          <div key={question}>
            <dt>
              <InBothLanguages>{question}</InBothLanguages>
            </dt>
            <dd>
              <strong>{inWords(choices[place] ?? [], answers)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {credentialsIssuedApart && (
        <Textfield
          ref={typed}
          label={t('sealed.booth.credential')}
          description={t('sealed.booth.credentialHint')}
          autoComplete="off"
          spellCheck={false}
          error={missing ? t('sealed.booth.credentialMissing') : undefined}
        />
      )}
      <div className="row">
        <Button loading={asking || device.busy || underWay} onClick={() => void cast()}>
          {t('sealed.booth.cast')}
        </Button>
        <Button variant="secondary" onClick={onChange}>
          {t('sealed.booth.change')}
        </Button>
      </div>
      <OnDevice device={device} known={{ 'credential-checksum': t('sealed.booth.credentialMistyped') }} />
      {stop !== null && (
        <Alert data-color="danger" role="alert">
          <Paragraph>{t(`sealed.booth.${stop}`)}</Paragraph>
          {stop === 'noCredential' && <SignInAgain />}
        </Alert>
      )}
      <Hindered by={hindrance} />
      {credentialsIssuedApart && hindrance !== null && (
        <Paragraph>{t('sealed.booth.credentialOfThisRound')}</Paragraph>
      )}
    </Step>
  );

  function inWords(choice: Choice, answers: readonly string[]): string {
    if (choice === 'blank') return t('sealed.booth.blank');
    return choice.map((place) => answers[place]).join(', ') || t('sealed.booth.nobody');
  }
}

function ReceiptShown({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const { tracker, replaced, replacedHere, kept } = receipt;
  return (
    <>
      <Alert data-color="success">
        <div className="stack">
          <Paragraph>{t('sealed.booth.castDone')}</Paragraph>
          <CodeToKeep label={t('sealed.tracker.label')}>{tracker}</CodeToKeep>
          <Paragraph>{t(kept ? 'sealed.booth.castKept' : 'sealed.booth.castNotKept')}</Paragraph>
        </div>
      </Alert>
      {replaced !== null &&
        (replacedHere ? (
          <Paragraph>{t('sealed.booth.replaces', { tracker: replaced })}</Paragraph>
        ) : (
          <Alert data-color="warning">{t('sealed.booth.replacesUnknown', { tracker: replaced })}</Alert>
        ))}
    </>
  );
}
