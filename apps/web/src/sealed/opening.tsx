import { Alert, Button, Details, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { useTell } from '../frame/notice.js';
import { Section } from '../frame/page.js';
import { useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { isAllowed, PERMITTED, WhenPermitted } from '../parts/action.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
import { Hindered } from '../parts/rule-refusal.js';
import { GIVE_DECRYPTION } from './acts.js';
import { Code } from './code.js';
import { type Ceremony, Memory } from './memory.js';
import { fetched, OnDevice, useDevice } from './on-device.js';
import { OwnProgram, textFile } from './own-program.js';
import { ReportShown } from './report.js';
import { SeedField, seedIn } from './seed-field.js';
import type { Opened, Verified } from './tasks.js';
import type { Work } from './trustee-page.js';
import { commandOfOpening, decryptionIn, FILES } from './trustee-program.js';

const BOX = graphql(
  `
    query BoxToOpen($id: ID!) {
      election(id: $id) {
        id
        office
        college
        rounds {
          number
          ballots
          sealedUuid
          sealed {
            fingerprint
            openedBy
            archiveUrl
          }
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [PERMITTED],
);
type Round = NonNullable<ResultOf<typeof BOX>['election']>['rounds'][number];

interface OpeningProps {
  readonly electionId: string;
  readonly ceremony: Ceremony;
  readonly work: Work;
}

/** One closed box of a meeting, for its trustee: verified here, compared with the others, then opened. */
export function Opening({ electionId, ceremony, work }: OpeningProps) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: BOX, variables: { id: electionId } });
  useFresh(electionId, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ election }) => {
        const round = election?.rounds.at(-1);
        if (election === null || round === undefined || round.sealed === null) return null;
        const { permitted, office, college } = election;
        const name = t(`election.of.${office}`, { college: t(`college.${college}`) });
        return (
          <Section title={t('sealed.verify.of', { election: name, round: round.number })} level={3}>
            {round.sealed.openedBy.includes(work.number) ? (
              <Paragraph>{t('sealed.trustee.done')}</Paragraph>
            ) : isAllowed(permitted, 'giveDecryption') ? (
              <Box electionId={electionId} ceremony={ceremony} work={work} round={round} />
            ) : (
              <WhenPermitted permitted={permitted} action="giveDecryption" label={t('sealed.trustee.open')}>
                {null}
              </WhenPermitted>
            )}
          </Section>
        );
      }}
    </Loaded>
  );
}

/** What keeps a box from being opened here. */
type Stop = 'another' | 'unable' | 'otherBox' | 'notOpenable';

interface CheckedBox {
  readonly verified: Verified;
  readonly box: string;
}

function Box({ electionId, ceremony, work, round }: OpeningProps & { readonly round: Round }) {
  const { t } = useTranslation();
  const tell = useTell();
  const device = useDevice();
  const { act, underWay, hindrance } = useAct(GIVE_DECRYPTION);
  const [checked, setChecked] = useState<CheckedBox | null>(null);
  const [refused, setRefused] = useState<Verified | null>(null);
  const [stop, setStop] = useState<Stop | null>(null);
  const [memory] = useState(() => Memory.ofThisDevice());
  const [kept] = useState(() => memory.seedOf(ceremony));
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { sealed, sealedUuid, ballots } = round;

  async function check(): Promise<void> {
    setStop(null);
    setRefused(null);
    const url = sealed?.archiveUrl ?? '';
    const found = await device.attempt(async (does, hear) => {
      const archive = await fetched(url);
      return does('checkBox', { archive, index: work.number }, hear);
    });
    if (found === null) return;
    const { verified, box } = found;
    if (box === null) {
      setRefused(verified);
      setStop('notOpenable');
    } else if (verified.uuid !== sealedUuid || verified.fingerprint !== sealed?.fingerprint) {
      setStop('otherBox');
    } else setChecked({ verified, box });
  }

  async function open({ box }: CheckedBox): Promise<void> {
    const seed = kept ?? seedIn(field.current);
    setMissing(seed === null);
    if (seed === null) return field.current?.focus();
    const answer = memory.opensOneBox(sealedUuid, box);
    setStop(answer === 'yes' ? null : answer);
    if (answer !== 'yes') return;
    const opened = await device.attempt((does) => does('openBox', { seed, output: work.output ?? '' }));
    if (opened !== null) await give(opened);
  }

  async function give(opened: Opened): Promise<void> {
    const given = await act({ input: { electionId, ...opened } });
    if (given !== null) tell(t('sealed.trustee.opened'));
  }

  return (
    <>
      {checked === null ? (
        <Button loading={device.busy} onClick={() => void check()}>
          {t('sealed.trustee.check')}
        </Button>
      ) : (
        <>
          <Checked checked={checked} announced={ballots} />
          {kept === null && <SeedField ref={field} missing={missing} />}
          <Button loading={device.busy || underWay} onClick={() => void open(checked)}>
            {t('sealed.trustee.open')}
          </Button>
        </>
      )}
      <OnDevice
        device={device}
        known={{
          'own-key': t('sealed.trustee.seedWrong'),
          'message-for-me': t('sealed.trustee.seedWrong'),
        }}
      />
      {stop !== null && (
        <Alert data-color="danger" role="alert">
          {t(`sealed.trustee.${stop}`)}
        </Alert>
      )}
      {refused !== null && <ReportShown verified={refused} />}
      <OwnProgram
        command={commandOfOpening(sealedUuid, work)}
        downloads={[
          { name: `${sealedUuid}.bel`, href: sealed?.archiveUrl ?? '' },
          textFile(FILES.key, work.output ?? ''),
        ]}
        announced={ballots}
        read={(text) => decryptionIn(text, work.number)}
        send={give}
        busy={underWay}
      />
      <Hindered by={hindrance} />
    </>
  );
}

/** What she compares with the session and with the other trustees before she opens. */
function Checked({
  checked: { verified, box },
  announced,
}: {
  readonly checked: CheckedBox;
  readonly announced: number;
}) {
  const { t } = useTranslation();
  const right = useRef<HTMLDivElement>(null);
  useEffect(() => right.current?.focus(), []);
  return (
    <>
      <Alert data-color="success" ref={right} tabIndex={-1}>
        {t('sealed.trustee.right')}
      </Alert>
      <Facts>
        <Fact name={t('sealed.trustee.ballots')}>{verified.counted}</Fact>
        <Fact name={t('sealed.trustee.announced')}>{announced}</Fact>
        <Fact name={t('sealed.trustee.boxHash')}>
          <Code>{box}</Code>
        </Fact>
      </Facts>
      {verified.counted !== announced && (
        <Alert data-color="danger" role="alert">
          {t('sealed.trustee.mismatch')}
        </Alert>
      )}
      <Paragraph data-size="sm">{t('sealed.trustee.few')}</Paragraph>
      <Details>
        <Details.Summary>{t('sealed.trustee.report')}</Details.Summary>
        <Details.Content>
          <ReportShown verified={verified} />
        </Details.Content>
      </Details>
    </>
  );
}
