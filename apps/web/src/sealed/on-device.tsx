import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { Device, NotRight } from './device.js';

/** What a device computes, how far it is, and what it found wrong. */
export function useDevice() {
  const device = useRef<Device | null>(null);
  const [progress, setProgress] = useState<{ checked: number; of: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<unknown>(null);
  useEffect(() => () => device.current?.leaves(), []);

  /** Gives what the device computed; null: a check did not hold, which {@link OnDevice} tells. */
  async function attempt<Outcome>(
    compute: (does: Device['does'], tell: (checked: number, of: number) => void) => Promise<Outcome>,
  ): Promise<Outcome | null> {
    setWrong(null);
    setProgress(null);
    setBusy(true);
    try {
      device.current ??= new Device();
      const { current } = device;
      return await compute(current.does.bind(current), (checked, of) => setProgress({ checked, of }));
    } catch (error) {
      setWrong(error);
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { attempt, busy, progress, wrong };
}

export type OnThisDevice = Omit<ReturnType<typeof useDevice>, 'attempt'>;

/** The file could not be had from the forum. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** One of the forum’s files, whole. @throws Unreachable */
export async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => null);
  if (response === null || !response.ok) throw new Unreachable(url);
  return new Uint8Array(await response.arrayBuffer());
}

/** Tells how far a computation is, and what it found wrong. */
export function OnDevice({
  device: { busy, progress, wrong },
  known = {},
}: {
  readonly device: OnThisDevice;
  /** What to say of some checks in the words of the page. */
  readonly known?: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong !== null) place.current?.focus();
  }, [wrong]);
  return (
    <>
      <div role="status">{busy && <Paragraph>{t('sealed.device.working')}</Paragraph>}</div>
      {busy && progress !== null && (
        // Not in the live region: it would be read at each step.
        <label className="advance">
          {t('sealed.device.progress', progress)}
          <progress max={progress.of} value={progress.checked} />
        </label>
      )}
      {wrong !== null && (
        <Alert data-color="danger" role="alert" ref={place} tabIndex={-1}>
          <Wrong wrong={wrong} known={known} />
        </Alert>
      )}
    </>
  );
}

function Wrong({
  wrong,
  known,
}: {
  readonly wrong: unknown;
  readonly known: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const { language } = useHere();
  if (wrong instanceof Unreachable) return <Paragraph>{t('sealed.device.unreachable')}</Paragraph>;
  if (!(wrong instanceof NotRight)) return <Paragraph>{t('sealed.device.broken')}</Paragraph>;
  const said = known[wrong.check];
  if (said !== undefined) return <Paragraph>{said}</Paragraph>;
  return (
    <div className="stack">
      <Paragraph>{t('sealed.device.wrong')}</Paragraph>
      <Paragraph>{t('sealed.device.shouldHold', { statement: wrong.statement[language] })}</Paragraph>
      {wrong.place !== '' && <Paragraph>{t('sealed.device.where', { place: wrong.place })}</Paragraph>}
    </div>
  );
}
