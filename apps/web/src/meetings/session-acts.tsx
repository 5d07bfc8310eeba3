import { useTranslation } from 'react-i18next';
import type { VariablesOf } from '../graphql/graphql.js';
import { Act, Action, type Permitted } from '../parts/action.js';
import { CLOSE_SESSION, OPEN_SESSION, TURN_KEY } from './acts.js';
import type { AgendaShown } from './agenda.js';

type Key = VariablesOf<typeof TURN_KEY>['input']['key'];

interface Place {
  readonly id: string;
  readonly permitted: readonly Permitted[];
}

/** Turns one key of the agenda as it stands. */
export function TurnKey({
  meeting: { id, permitted, moves },
  agenda: { version },
  which,
}: {
  /** An urgency is agreed to for the day that was read. */
  readonly meeting: Place & { readonly moves: readonly unknown[] };
  readonly agenda: AgendaShown;
  readonly which: Key;
}) {
  const { t } = useTranslation();
  const act = {
    document: TURN_KEY,
    variables: { input: { meetingId: id, key: which, version, basedOnMove: moves.length } },
    label: t(`meeting.turn.${which}`),
    done: t('desk.meeting.turned'),
  };
  // What `permitted` judges is the agreement to the agenda; that to an urgency is judged when it is given.
  return which === 'URGENCY' ? (
    <Act {...act} variant="secondary" />
  ) : (
    <Action {...act} permitted={permitted} action="turnKey" />
  );
}

/** Opens the session, then closes it. */
export function OpenAndClose({ meeting: { id, permitted } }: { readonly meeting: Place }) {
  const { t } = useTranslation();
  const variables = { input: { meetingId: id } };
  return (
    <>
      <Action
        permitted={permitted}
        action="openSession"
        document={OPEN_SESSION}
        variables={variables}
        label={t('desk.meeting.openSession')}
        done={t('desk.meeting.sessionOpened')}
      />
      <Action
        permitted={permitted}
        action="closeSession"
        document={CLOSE_SESSION}
        variables={variables}
        label={t('desk.meeting.closeSession')}
        done={t('desk.meeting.sessionClosed')}
      />
    </>
  );
}
