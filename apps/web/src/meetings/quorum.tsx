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
  ofAGroup,
}: {
  readonly quorum: ResultOf<typeof QUORUM>;
  /** A working group’s meeting opens without one, which only its recorded votes need. */
  readonly ofAGroup: boolean;
}) {
  const { t } = useTranslation();
  const asked = required || ofAGroup;
  const verdict = !asked ? 'noQuorumRequired' : met ? 'quorumMet' : 'quorumMissing';
  return (
    <Alert data-color={met || !asked ? 'success' : 'info'} role="status">
      <div className="stack">
        <Paragraph>
          <strong>{t(`meeting.${verdict}`)}</strong> {ofAGroup && t('meeting.noQuorumInAGroup')}
        </Paragraph>
        {colleges.map(({ college, explanation }) => (
          <Paragraph key={college}>{explanation}</Paragraph>
        ))}
      </div>
    </Alert>
  );
}
