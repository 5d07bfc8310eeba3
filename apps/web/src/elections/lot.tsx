import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES } from '@hemicycle/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Act, answerFor, isAllowed, type Permitted } from '../parts/action.js';
import { ActForm, TextInput } from '../parts/form.js';
import { ByRule } from '../parts/rule-refusal.js';
import { Rows } from '../parts/table.js';
import { Code } from '../sealed/code.js';

export const LOT = graphql(`
  fragment LotOf on ElectionRound {
    lotValues {
      college
      commitment
      rolled
      value
    }
    lot {
      text
      digest
      elected
      candidacy {
        id
        member {
          person {
            name
          }
        }
      }
    }
  }
`);
type Lot = ResultOf<typeof LOT>;

const COMMIT = graphql(
  `
    mutation CommitLotValue($input: CommitLotValueInput!) {
      result: commitLotValue(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const REVEAL = graphql(
  `
    mutation RevealLotValue($input: RevealLotValueInput!) {
      result: revealLotValue(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const DRAW = graphql(
  `
    mutation DrawLot($input: DrawLotInput!) {
      result: drawLot(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** What each college gave to the lot of a round, and its outcome, which anybody can work out again. */
export function LotShown({ round: { lotValues, lot } }: { readonly round: Lot }) {
  const { t } = useTranslation();
  if (lotValues.length === 0 && lot === null) return null;
  return (
    <Section title={t('lot.title')} level={4}>
      <ul className="items">
        {lotValues.map(({ college, commitment, value, rolled }) => (
          <li key={college}>
            {t(`collegeTitle.${college}`)}
            {t('colon')}
            {value === null ? (
              <>
                {t('lot.committed')} <Code>{commitment ?? ''}</Code>
              </>
            ) : (
              <>
                {t(rolled ? 'lot.rolled' : 'lot.revealed')} <Code>{value}</Code>
              </>
            )}
          </li>
        ))}
      </ul>
      {lot !== null && (
        <>
          <Rows
            caption={t('lot.caption')}
            rows={lot}
            keyOf={({ candidacy }) => candidacy.id}
            columns={[
              { heading: t('election.candidate'), cell: ({ candidacy }) => candidacy.member.person.name },
              {
                heading: t('lot.outcome'),
                cell: ({ elected }) => t(elected ? 'lot.elected' : 'lot.notElected'),
              },
              { heading: t('lot.text'), cell: ({ text }) => <Code>{text}</Code> },
              { heading: t('lot.digest'), cell: ({ digest }) => <Code>{digest}</Code> },
            ]}
          />
          <Paragraph>{t('lot.replay')}</Paragraph>
        </>
      )}
    </Section>
  );
}

/** What a scrutineer does for the lot: chooses a value before the poll and keeps it, reveals it afterwards. */
export function ScrutineersPart({
  election: { id, permitted },
}: {
  readonly election: { readonly id: string; readonly permitted: readonly Permitted[] };
}) {
  const { t } = useTranslation();
  return (
    <>
      {isAllowed(permitted, 'commitLotValue') && <Choosing electionId={id} />}
      {isAllowed(permitted, 'revealLotValue') && (
        <ActForm
          document={REVEAL}
          variables={(typed) => ({ input: { electionId: id, value: typed('value').toLowerCase() } })}
          submit={t('lot.reveal')}
          done={t('lot.revealDone')}
        >
          <ValueInput name="value" label={t('lot.value')} description={t('lot.revealHint')} required />
        </ActForm>
      )}
    </>
  );
}

/** Thirty-two hexadecimal digits. */
function ValueInput(input: {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly required?: boolean;
}) {
  return <TextInput {...input} pattern="[0-9a-fA-F]{32}" maxLength={32} />;
}

/** The value is made here and shown once: the forum learns its hash alone. */
function Choosing({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ value: string; commitment: string } | null>(null);

  async function make(): Promise<void> {
    const value = hex(crypto.getRandomValues(new Uint8Array(16)));
    setMade({ value, commitment: await sha256(value) });
  }

  if (made === null) {
    return (
      <div className="stack">
        <Paragraph>
          {t('lot.why')} <ByRule id="TIE" />
        </Paragraph>
        <Button variant="secondary" onClick={() => void make()}>
          {t('lot.make')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <Alert data-color="warning" role="status">
        <div className="stack">
          <Paragraph>{t('lot.keep')}</Paragraph>
          <Paragraph>
            <Code>{made.value}</Code>
          </Paragraph>
        </div>
      </Alert>
      <Act
        document={COMMIT}
        variables={{ input: { electionId, commitment: made.commitment } }}
        label={t('lot.commit')}
        done={t('lot.commitDone')}
      />
    </div>
  );
}

/** Draws the lot between those tied; dice are rolled in session for a college whose value is withheld. */
export function Drawing({
  electionId,
  round,
  permitted,
}: {
  readonly electionId: string;
  readonly round: Lot;
  readonly permitted: readonly Permitted[];
}) {
  const { t } = useTranslation();
  if (answerFor(permitted, 'drawLot') === null) return null;
  const known = (college: (typeof COLLEGES)[number]) =>
    round.lotValues.some((one) => one.college === college && one.value !== null);
  return (
    <ActForm
      document={DRAW}
      variables={(typed) => ({
        input: {
          electionId,
          governmentDice: typed('GOVERNMENT').toLowerCase() || null,
          civilSocietyDice: typed('CIVIL_SOCIETY').toLowerCase() || null,
        },
      })}
      submit={t('lot.draw')}
      done={t('lot.drawn')}
    >
      {COLLEGES.filter((college) => !known(college)).map((college) => (
        <ValueInput
          key={college}
          name={college}
          label={t('lot.dice', { college: t(`college.${college}`) })}
          description={t('lot.diceHint')}
          required
        />
      ))}
    </ActForm>
  );
}
