import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Act } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';

export const SIGNATURES = graphql(`
  fragment SignaturesOf on MinutesEdition {
    number
    sha256
    signatures {
      capacity
      person {
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

/** Who signed this edition and who did not, and the act of whoever may. */
export function Signatures({
  minutesId,
  edition: { number, sha256, signatures },
  maySign,
}: {
  readonly minutesId: string;
  readonly edition: ResultOf<typeof SIGNATURES>;
  readonly maySign: boolean;
}) {
  const { t } = useTranslation();
  const inWords = useInstant();
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
      {maySign && (
        <>
          <Paragraph>{t('minutes.signatures.meaning')}</Paragraph>
          <Act
            document={SIGN}
            variables={{ input: { minutesId, sha256 } }}
            label={t('minutes.signatures.sign')}
            done={t('minutes.signatures.done')}
          />
        </>
      )}
      <Link href={`/minutes/${minutesId}/signatures.md?edition=${number}`} download>
        {t('minutes.signatures.file')}
      </Link>
    </Section>
  );
}
