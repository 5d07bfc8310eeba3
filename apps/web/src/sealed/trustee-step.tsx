import { Alert, Button, Checkbox, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../frame/notice.js';
import { Section } from '../frame/page.js';
import { useAct } from '../graphql/act.js';
import { Hindered } from '../parts/rule-refusal.js';
import { GIVE_TRUSTEE_PART } from './acts.js';
import { CodeToKeep } from './code.js';
import { type Ceremony, Memory } from './memory.js';
import { OnDevice, useDevice } from './on-device.js';
import { OwnProgram, textFile } from './own-program.js';
import { SeedField, seedIn } from './seed-field.js';
import type { Work } from './trustee-page.js';
import { commandOfStep, FILES, partIn } from './trustee-program.js';

type StepName = NonNullable<Work['dueStep']>;

interface StepProps {
  readonly step: StepName;
  readonly ceremony: Ceremony;
  readonly work: Work;
}

/** The step that a trustee has to make now: computed here, and only its public part sent. */
export function TrusteeStep({ step, ...rest }: StepProps) {
  const { t } = useTranslation();
  return (
    <Section title={t(`sealed.trustee.due.${step}`)}>
      <Paragraph>{t(`sealed.trustee.dueText.${step}`)}</Paragraph>
      {step === 'CERTIFICATE' ? <First {...rest} /> : <Next step={step} {...rest} />}
      <WithProgram step={step} {...rest} />
    </Section>
  );
}

/** The same step, made by the trustee’s own program: the page sends what it wrote. */
function WithProgram({ step, ceremony, work }: StepProps) {
  const giving = useGiving(work, step);
  const { certificates, shareInput } = work;
  const downloads = [
    ...(step === 'CERTIFICATE' ? [] : [textFile(FILES.certificates, `[${certificates.join(',')}]`)]),
    ...(step === 'KEY' && shareInput !== null ? [textFile(FILES.shares, shareInput)] : []),
  ];

  async function send({ part }: { readonly part: string }): Promise<void> {
    // A seed drawn here and not used would pass for that of her certificate at the next step.
    if ((await giving.give(part)) && step === 'CERTIFICATE') Memory.ofThisDevice().forgetSeed(ceremony);
  }

  return (
    <>
      <OwnProgram
        command={commandOfStep(step, work)}
        downloads={downloads}
        read={(text) => partIn(text, step)}
        send={send}
        busy={giving.underWay}
      />
      <Hindered by={giving.hindrance} />
    </>
  );
}

/** Draws the seed and has it written down before anything rests on it. */
function First({ ceremony, work }: Omit<StepProps, 'step'>) {
  const { t } = useTranslation();
  const device = useDevice();
  const giving = useGiving(work, 'CERTIFICATE');
  const [memory] = useState(() => Memory.ofThisDevice());
  // Drawn already, and the page was left before the certificate: it is the same that is written down.
  const [seed, setSeed] = useState(() => memory.seedOf(ceremony));
  const [kept, setKept] = useState(seed !== null);
  const [unwritten, setUnwritten] = useState(false);
  const written = useRef<HTMLInputElement>(null);

  async function draw(): Promise<void> {
    const drawn = await device.attempt((does) => does('newSeed', null));
    if (drawn === null) return;
    setKept(memory.keepSeed(ceremony, drawn));
    setSeed(drawn);
  }

  async function send(drawn: string): Promise<void> {
    const isWritten = written.current?.checked === true;
    setUnwritten(!isWritten);
    if (!isWritten) return written.current?.focus();
    const { group, size, threshold, number: index } = work;
    const part = await device.attempt((does) =>
      does('makeCertificate', { seed: drawn, group, size, threshold, index }),
    );
    if (part !== null) await giving.give(part);
  }

  return (
    <>
      {seed === null ? (
        <Button loading={device.busy} onClick={() => void draw()}>
          {t('sealed.trustee.make')}
        </Button>
      ) : (
        <>
          <Alert data-color="warning" role="alert">
            <div className="stack">
              <Paragraph>
                <strong>{t('sealed.trustee.seed')}</strong>
              </Paragraph>
              <CodeToKeep label={t('sealed.trustee.seed')}>{seed}</CodeToKeep>
              <Paragraph>{t('sealed.trustee.seedWrite')}</Paragraph>
              <Paragraph>{t(kept ? 'sealed.trustee.seedKept' : 'sealed.trustee.seedNotKept')}</Paragraph>
            </div>
          </Alert>
          <Checkbox
            ref={written}
            value="written"
            label={t('sealed.trustee.seedWritten')}
            onChange={() => setUnwritten(false)}
          />
          {unwritten && (
            <ValidationMessage role="alert">{t('sealed.trustee.seedNotWritten')}</ValidationMessage>
          )}
          <Button loading={device.busy || giving.underWay} onClick={() => void send(seed)}>
            {t('sealed.trustee.sendCertificate')}
          </Button>
        </>
      )}
      <OnDevice device={device} />
      <Hindered by={giving.hindrance} />
    </>
  );
}

/** The two steps that rest on what the others gave. */
function Next({ step, ceremony, work }: StepProps) {
  const { t } = useTranslation();
  const device = useDevice();
  const giving = useGiving(work, step);
  const [memory] = useState(() => Memory.ofThisDevice());
  const [kept] = useState(() => memory.seedOf(ceremony));
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function send(): Promise<void> {
    const seed = kept ?? seedIn(field.current);
    setMissing(seed === null);
    if (seed === null) return field.current?.focus();
    const { group, size, threshold, number: index, certificates, shareInput } = work;
    const common = { seed, group, size, threshold, index, certificates };
    const part = await device.attempt((does) =>
      step === 'KEY' && shareInput !== null
        ? does('makeKey', { ...common, shareInput })
        : does('makeShares', common),
    );
    if (part === null) return;
    memory.keepSeed(ceremony, seed);
    await giving.give(part);
  }

  return (
    <>
      {kept === null && <SeedField ref={field} missing={missing} />}
      <Button loading={device.busy || giving.underWay} onClick={() => void send()}>
        {t(step === 'KEY' ? 'sealed.trustee.sendKey' : 'sealed.trustee.sendShares')}
      </Button>
      <OnDevice device={device} known={{ 'own-key': t('sealed.trustee.seedWrong') }} />
      <Hindered by={giving.hindrance} />
    </>
  );
}

function useGiving({ keyCeremonyId }: Work, step: StepName) {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(GIVE_TRUSTEE_PART);
  return {
    underWay,
    hindrance,
    /** Whether it is given. */
    async give(part: string): Promise<boolean> {
      const given = (await act({ input: { keyCeremonyId, step, part } })) !== null;
      if (given) tell(t('sealed.trustee.sent'));
      return given;
    },
  };
}
