import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { To } from '../parts/to.js';
import { Code } from './code.js';
import { fetched } from './on-device.js';
import type { Files } from './verify-page.js';

const ROUND = graphql(`
  query RoundToVerify($id: ID!) {
    election(id: $id) {
      office
      college
      rounds {
        number
        sealed {
          fingerprint
          archiveUrl
          sideFileUrl
        }
      }
    }
  }
`);

/** The files of one round, where they are published. */
export function PublishedFiles({
  electionId,
  number,
  busy,
  onFiles,
}: {
  readonly electionId: string;
  readonly number: number;
  readonly busy: boolean;
  readonly onFiles: (files: () => Promise<Files>, expected: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: ROUND, variables: { id: electionId } });
  return (
    <Section title={t('sealed.verify.fetched')}>
      <Loaded answer={answer} again={again}>
        {({ election }) => {
          const sealed = election?.rounds.find((round) => round.number === number)?.sealed ?? null;
          const name =
            election &&
            t('sealed.verify.of', {
              election: t(`election.of.${election.office}`, { college: t(`college.${election.college}`) }),
              round: number,
            });
          if (sealed === null || sealed.archiveUrl === null) {
            return <Paragraph>{t('sealed.verify.notYet')}</Paragraph>;
          }
          const { archiveUrl, sideFileUrl, fingerprint } = sealed;
          const files = async (): Promise<Files> => ({
            archive: await fetched(archiveUrl),
            sideFile: sideFileUrl === null ? null : await fetched(sideFileUrl),
            standard: 'ours',
          });
          return (
            <>
              <To href={`/elections/${electionId}`}>{name}</To>
              <Paragraph>
                {t('sealed.booth.fingerprint')}
                {t('colon')}
                <Code>{fingerprint}</Code>
              </Paragraph>
              <Button loading={busy} onClick={() => void onFiles(files, fingerprint)}>
                {t('sealed.verify.start')}
              </Button>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
