import { Alert, Button, Details, Link, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useAct } from '../graphql/act.js';
import { Hindered } from '../parts/rule-refusal.js';
import { SignInAgain } from '../parts/sign-in-again.js';
import { type BallotReceipt, CAST_SEALED, CREDENTIAL } from './acts.js';
import { Code, CodeToKeep } from './code.js';
import { FileField } from './file-field.js';
import type { SealedQuestion } from './question.js';

/** In bytes; the API takes no longer ballot. */
const LARGEST_BALLOT = 200_000;

/**
 * For whoever would rather trust no page with her choice: what her own program needs, and where the ballot that it sealed
 * is put in the box, under the checks of any ballot.
 */
export function OwnBallot({
  electionId,
  openingUrl,
  fingerprint,
  credentialsIssuedApart,
  questions,
  onCast,
}: {
  readonly electionId: string;
  readonly openingUrl: string;
  readonly fingerprint: string;
  readonly credentialsIssuedApart: boolean;
  readonly questions: readonly SealedQuestion[];
  readonly onCast: (receipt: BallotReceipt) => void;
}) {
  const { t } = useTranslation();
  const archive = openingUrl.split('/').at(-1) ?? '';
  return (
    <Details>
      <Details.Summary>{t('sealed.ownBallot.title')}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>{t('sealed.ownBallot.text')}</Paragraph>
          <ol className="items">
            <li>
              <Link href={openingUrl} download>
                {t('sealed.round.opening', { name: archive })}
              </Link>
            </li>
            <li>
              {credentialsIssuedApart ? (
                t('sealed.ownBallot.credentialApart')
              ) : (
                <OwnCredential electionId={electionId} />
              )}
            </li>
            <li>
              <div className="stack">
                {t('sealed.ownBallot.command')}
                <CodeToKeep label={t('sealed.ownBallot.commandName')}>
                  {`npx hemicycle vote ${archive} --credential mine.txt --choices ${t('sealed.ownBallot.choice')} --fingerprint ${fingerprint} --output ballot.json`}
                </CodeToKeep>
                {t('sealed.ownBallot.compare')}
                {questions.map((question) => (
                  <ChoicesWritten key={question.question} question={question} />
                ))}
              </div>
            </li>
            <li>
              <BallotFile electionId={electionId} onCast={onCast} />
            </li>
          </ol>
        </div>
      </Details.Content>
    </Details>
  );
}

/** How the command is told each answer. */
function ChoicesWritten({ question: { answers, blank, max } }: { readonly question: SealedQuestion }) {
  const { t } = useTranslation();
  return (
    <>
      <Paragraph>{t('sealed.ownBallot.choices')}</Paragraph>
      <ul className="items">
        {answers.map((answer, place) => (
          // Two candidates may have the same name.
          <li key={place}>
            <Code>{`'[[${place}]]'`}</Code> {answer}
          </li>
        ))}
        {blank && (
          <li>
            <Code>{`'["blank"]'`}</Code> {t('sealed.booth.blank')}
          </li>
        )}
        {max > 1 && (
          <li>
            <Code>{`'[[0,1]]'`}</Code> {t('sealed.ownBallot.several')}
          </li>
        )}
      </ul>
    </>
  );
}

/** The credential that the forum holds for her, shown when she asks, on this page and nowhere else. */
function OwnCredential({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const [credential, setCredential] = useState<string | null>(null);
  const [given, setGiven] = useState(true);

  async function show(): Promise<void> {
    setAsking(true);
    const { data } = await client
      .query(CREDENTIAL, { electionId }, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    setCredential(data?.votingCredential ?? null);
    setGiven((data?.votingCredential ?? null) !== null);
  }

  return (
    <div className="stack">
      {t('sealed.ownBallot.credential')}
      {credential === null ? (
        <Button variant="secondary" loading={asking} onClick={() => void show()}>
          {t('sealed.ownBallot.show')}
        </Button>
      ) : (
        <>
          <CodeToKeep label={t('sealed.booth.credential')}>{credential}</CodeToKeep>
          <Button variant="secondary" onClick={() => setCredential(null)}>
            {t('sealed.ownBallot.hide')}
          </Button>
        </>
      )}
      {!given && (
        <Alert data-color="danger" role="alert">
          <Paragraph>{t('sealed.booth.noCredential')}</Paragraph>
          <SignInAgain />
        </Alert>
      )}
    </div>
  );
}

function BallotFile({
  electionId,
  onCast,
}: {
  readonly electionId: string;
  readonly onCast: (receipt: BallotReceipt) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { act, underWay, hindrance } = useAct(CAST_SEALED);
  const [wrong, setWrong] = useState(false);

  async function cast(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('ballot');
    const ballot = file instanceof File && file.size > 0 && file.size <= LARGEST_BALLOT ? file : null;
    setWrong(ballot === null);
    if (ballot === null) return document.getElementById(id)?.focus();
    // Programs end a file with a new line, which is not the ballot’s.
    const receipt = await act({ input: { electionId, ballot: (await ballot.text()).trim() } });
    if (receipt !== null) onCast(receipt);
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void cast(event)}>
      <FileField
        id={id}
        name="ballot"
        label={t('sealed.ownBallot.ballot')}
        accept=".json,application/json"
        {...(wrong ? { error: t('sealed.ownBallot.noBallot') } : {})}
      />
      <Paragraph>{t('sealed.ownBallot.sameTracker')}</Paragraph>
      <Button type="submit" variant="secondary" loading={underWay}>
        {t('sealed.ownBallot.cast')}
      </Button>
      <Hindered by={hindrance} />
    </form>
  );
}
