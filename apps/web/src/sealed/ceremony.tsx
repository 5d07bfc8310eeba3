import { Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useFresh } from '../parts/fresh.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import { Code } from './code.js';
import { useDevice } from './on-device.js';

export const CEREMONY = graphql(`
  fragment CeremonyShown on KeyCeremony {
    number
    completedAt
    trusteesFile
    trustees {
      number
      capacity
      given
      person {
        id
        name
      }
    }
  }
`);
type Ceremony = ResultOf<typeof CEREMONY>;

/** Who makes the key of a meeting, and how far they are. */
export function CeremonyShown({
  ceremony: { trustees, completedAt, trusteesFile },
  certificates = [],
}: {
  readonly ceremony: Ceremony;
  /** Of all, in order, to be compared; none for whoever is no trustee. */
  readonly certificates?: readonly string[];
}) {
  const { t } = useTranslation();
  const [key, ...ofCertificates] = useFingerprints([trusteesFile ?? '', ...certificates]);
  const rows = trustees.map((trustee) => ({ ...trustee, certificate: ofCertificates[trustee.number - 1] }));
  return (
    <>
      <Paragraph>{t(completedAt === null ? 'sealed.trustee.underWay' : 'sealed.trustee.complete')}</Paragraph>
      {trusteesFile !== null && key !== undefined && (
        <Paragraph>
          {t('sealed.trustee.keyFingerprint')}
          {t('colon')}
          <Code>{key}</Code>
        </Paragraph>
      )}
      <Rows
        caption={t('sealed.trustee.caption')}
        rows={rows}
        keyOf={({ number }) => String(number)}
        columns={[
          {
            heading: t('sealed.trustee.name'),
            cell: ({ person, capacity }) => `${person.name}, ${t(`sealed.trustee.capacity.${capacity}`)}`,
          },
          { heading: t('sealed.trustee.number'), cell: ({ number }) => number },
          {
            heading: t('sealed.trustee.given'),
            cell: ({ given }) =>
              given.map((part) => t(`sealed.trustee.step.${part}`)).join(', ') || t('sealed.trustee.noPart'),
          },
          ...(certificates.length === 0
            ? []
            : [
                {
                  heading: t('sealed.trustee.certificate'),
                  cell: ({ certificate = '' }: { certificate?: string | undefined }) => (
                    <Code>{certificate}</Code>
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}

/** Fingerprints of public texts, once the device has computed them. */
function useFingerprints(texts: readonly string[]): readonly string[] {
  const { attempt } = useDevice();
  const [found, setFound] = useState<readonly string[]>([]);
  const together = texts.join('\n');
  useEffect(() => {
    void attempt((does) => does('fingerprints', texts)).then((made) => setFound(made ?? []));
  }, [together]);
  return found;
}

const MEETING_KEY = graphql(
  `
    query MeetingKey($id: ID!) {
      meeting(id: $id) {
        id
        keyCeremony {
          ...CeremonyShown
        }
      }
    }
  `,
  [CEREMONY],
);

/** The key of a meeting’s secret votes, for everybody; nothing when no trustee is named. */
export function MeetingKey({ meetingId }: { readonly meetingId: string }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [{ data }, again] = useQuery({ query: MEETING_KEY, variables: { id: meetingId } });
  const ceremony = data?.meeting?.keyCeremony ?? null;
  useFresh(meetingId, again, ceremony !== null && ceremony.completedAt === null);
  if (ceremony === null) return null;
  return (
    <Section title={t('sealed.meeting.key')}>
      <CeremonyShown ceremony={ceremony} />
      {ceremony.trustees.some(({ person }) => person.id === me?.person.id) && (
        <To href={`/meetings/${meetingId}/trustee`}>{t('sealed.meeting.yours')}</To>
      )}
    </Section>
  );
}
