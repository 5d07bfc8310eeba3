import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const QUORUM = graphql(`
  fragment QuorumShown on Quorum {
    required
    met
    colleges {
      college
      met
      explanation
    }
  }
`);

/** Whether the meeting has its quorum, with the arithmetic in words. Read out when it changes. */
export function QuorumInWords({
  quorum: { required, met, colleges },
}: {
  readonly quorum: ResultOf<typeof QUORUM>;
}) {
  const { t } = useTranslation();
  const verdict = !required ? 'noQuorumRequired' : met ? 'quorumMet' : 'quorumMissing';
  return (
    <Alert data-color={met || !required ? 'success' : 'info'} role="status">
      <div className="stack">
        <Paragraph>
          <strong>{t(`meeting.${verdict}`)}</strong>
        </Paragraph>
        {colleges.map(({ college, explanation }) => (
          <Paragraph key={college}>{explanation}</Paragraph>
        ))}
      </div>
    </Alert>
  );
}
