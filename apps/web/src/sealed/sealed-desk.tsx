import { Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OPEN_VOTING } from '../elections/acts.js';
import { useTell } from '../frame/notice.js';
import { useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { isAllowed, type Permitted } from '../parts/action.js';
import { Hindered } from '../parts/rule-refusal.js';

export const SEALED_DESK = graphql(`
  fragment SealedDesk on ElectionRound {
    openedAt
    closedAt
    sealedUuid
    sealed {
      openedBy
    }
    count {
      underFloor
    }
  }
`);

/** What a secret vote adds to the desk: codes issued elsewhere before it opens, shares awaited after it closed. */
export function SealedDesk({
  electionId,
  round: { openedAt, closedAt, sealedUuid, sealed, count },
  permitted,
}: {
  readonly electionId: string;
  readonly round: ResultOf<typeof SEALED_DESK>;
  readonly permitted: readonly Permitted[];
}) {
  const { t } = useTranslation();
  if (openedAt === null && isAllowed(permitted, 'openVoting')) {
    return (
      <Details>
        <Details.Summary>{t('sealed.desk.apart')}</Details.Summary>
        <Details.Content>
          <OpeningWithCodes electionId={electionId} uuid={sealedUuid} />
        </Details.Content>
      </Details>
    );
  }
  if (sealed === null || closedAt === null || count !== null) return null;
  return <Paragraph>{t('sealed.desk.decryptions', { count: sealed.openedBy.length })}</Paragraph>;
}

function OpeningWithCodes({ electionId, uuid }: { readonly electionId: string; readonly uuid: string }) {
  const { t } = useTranslation();
  const id = useId();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(OPEN_VOTING);

  async function open(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('pubcreds');
    if (!(file instanceof File) || file.size === 0) return document.getElementById(id)?.focus();
    const publicCredentials = (await file.text()).trim();
    if ((await act({ input: { electionId, publicCredentials } })) !== null) tell(t('desk.election.opened'));
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void open(event)}>
      <Paragraph>{t('sealed.desk.apartText', { uuid })}</Paragraph>
      <Field>
        <Label htmlFor={id}>{t('sealed.desk.pubcreds')}</Label>
        <Input id={id} type="file" name="pubcreds" required />
      </Field>
      <Button type="submit" variant="secondary" loading={underWay}>
        {t('sealed.desk.openApart')}
      </Button>
      <Hindered by={hindrance} />
    </form>
  );
}
