import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { UseQueryExecute } from 'urql';
import { useHere } from '../frame/forum.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, isAllowed, type Permitted } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { SignInAgain } from '../parts/sign-in-again.js';

export const SIGNATURES = graphql(`
  fragment SignaturesOf on MinutesEdition {
    number
    sha256
    signatures {
      capacity
      person {
        id
        name
      }
      signedAt
    }
  }
`);

const SIGN = graphql(
  `
    mutation SignMinutes($input: SignMinutesInput!) {
      result: signMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/**
 * Who signed this edition and who did not, and the act of whoever is to sign: she is identified anew first.
 *
 * @param isLast whether it is the last edition, which alone is signed
 * @param again asks anew what may be done
 */
export function Signatures({
  minutesId,
  edition: { number, sha256, signatures },
  isLast,
  permitted,
  again,
}: {
  readonly minutesId: string;
  readonly edition: ResultOf<typeof SIGNATURES>;
  readonly isLast: boolean;
  readonly permitted: readonly Permitted[];
  readonly again: UseQueryExecute;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const inWords = useInstant();
  const isAwaited = signatures.some(
    ({ person, signedAt }) => signedAt === null && person.id === me?.person.id,
  );
  return (
    <Section title={t('minutes.signatures.title')}>
      <Paragraph>{t('minutes.signatures.text')}</Paragraph>
      <Facts>
        {signatures.map(({ capacity, person: { name }, signedAt }) => (
          <Fact key={capacity} name={t(`minutes.signatures.${capacity}`)}>
            {signedAt === null
              ? t('minutes.signatures.unsigned', { name })
              : t('minutes.signatures.signed', { name, at: inWords(signedAt) })}
          </Fact>
        ))}
      </Facts>
      {isLast && isAwaited && (
        <>
          <Paragraph>{t('minutes.signatures.meaning')}</Paragraph>
          <Action
            permitted={permitted}
            action="signMinutes"
            document={SIGN}
            variables={{ input: { minutesId, sha256 } }}
            label={t('minutes.signatures.sign')}
            done={t('minutes.signatures.done')}
          />
          {!isAllowed(permitted, 'signMinutes') && <SignInAgain again={again} />}
        </>
      )}
      <Link href={`/minutes/${minutesId}/signatures.md?edition=${number}`} download>
        {t('minutes.signatures.file')}
      </Link>
    </Section>
  );
}
