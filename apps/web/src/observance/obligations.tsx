import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { useSpaced } from '../parts/spaced.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';

export const OBSERVANCE = graphql(`
  query Observance($on: Day) {
    observance(on: $on) {
      on
      plenariesHeld
      obligations {
        rule {
          id
        }
        subject
        meetingId
        electionId
        decisionId
        dueOn
        doneOn
        state
        why
      }
    }
  }
`);

export type Obligation = ResultOf<typeof OBSERVANCE>['observance']['obligations'][number];

/** Where an obligation is seen to: the decision that it follows from, the election whose round it is, the meeting, at the desk or in public. */
function addressOf({ decisionId, electionId, meetingId }: Obligation, meetings: string): string | null {
  if (decisionId !== null) return `/decisions/${decisionId}`;
  if (electionId !== null) return `/elections/${electionId}`;
  return meetingId === null ? null : `${meetings}/${meetingId}`;
}

/** What is due or was done: the day, the state, the reason, the rule; linked to what it is about. */
export function Obligations({
  caption,
  obligations,
  meetings,
}: {
  readonly caption: string;
  readonly obligations: readonly Obligation[];
  readonly meetings: '/meetings' | '/desk/meetings';
}) {
  const { t } = useTranslation();
  const spaced = useSpaced();
  return (
    <Rows
      caption={caption}
      rows={obligations}
      keyOf={({ rule, subject, dueOn }) => `${rule.id} ${subject} ${dueOn}`}
      columns={[
        {
          heading: t('observance.subject'),
          cell: (obligation) => {
            const address = addressOf(obligation, meetings);
            const subject = spaced(obligation.subject);
            return (
              <>
                {address === null ? subject : <To href={address}>{subject}</To>}
                <Paragraph data-size="sm" className="quiet">
                  {spaced(obligation.why)}
                </Paragraph>
              </>
            );
          },
        },
        { heading: t('observance.state'), cell: ({ state }) => <StateTag of="obligation" state={state} /> },
        { heading: t('observance.due'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
        {
          heading: t('observance.done'),
          cell: ({ doneOn }) => (doneOn === null ? t('observance.notDone') : <DayText day={doneOn} />),
        },
        {
          heading: t('observance.rule'),
          cell: ({ rule: { id } }) => <Link href={`/charter#${id}`}>{id}</Link>,
        },
      ]}
    />
  );
}
