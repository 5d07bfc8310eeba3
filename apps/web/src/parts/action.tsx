import { Button, type ButtonProps, Paragraph } from '@digdir/designsystemet-react';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../frame/notice.js';
import { useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ByRule, Hindered } from './rule-refusal.js';
import { useSpaced } from './spaced.js';

export const PERMITTED = graphql(`
  fragment Permitted on PermittedAction {
    action
    allowed
    violations {
      reason
      rule {
        id
      }
    }
  }
`);
export type Permitted = ResultOf<typeof PERMITTED>;

/** What the API answers for one act: `null` when it is not the reader’s to do, or not in this state of the thing. */
export function answerFor(permitted: readonly Permitted[], action: string): Permitted | null {
  const answer = permitted.find((one) => one.action === action);
  if (answer === undefined) return null;
  if (!answer.allowed && answer.violations.length === 0) return null;
  return answer.violations.some(({ rule }) => rule.id === 'LIFE') ? null : answer;
}

/** Whether an act that falls to whoever presides is the reader’s, now or in a moment. */
export const isMine = (permitted: readonly Permitted[], action: string): boolean =>
  answerFor(permitted, action)?.violations.every(({ rule }) => rule.id !== 'PRESIDING') === true;

/** Whether an act may be done now. */
export const isAllowed = (permitted: readonly Permitted[], action: string): boolean =>
  answerFor(permitted, action)?.allowed === true;

/**
 * Shows what does an act when the charter allows it, and otherwise a button that does nothing but says which rules
 * keep it from being done. It can be reached by the keyboard all the same.
 */
export function WhenPermitted({
  permitted,
  action,
  label,
  children,
}: {
  readonly permitted: readonly Permitted[];
  readonly action: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const spaced = useSpaced();
  const id = useId();
  const answer = answerFor(permitted, action);
  if (answer === null) return null;
  if (answer.allowed) return children;
  return (
    <div className="stack">
      <Button variant="secondary" aria-disabled="true" aria-describedby={id}>
        {label}
      </Button>
      <div id={id}>
        {answer.violations.map(({ reason, rule }) => (
          <Paragraph data-size="sm" key={rule.id + reason}>
            {t('action.notNow')} {spaced(reason)} <ByRule id={rule.id} />
          </Paragraph>
        ))}
      </div>
    </div>
  );
}

/** A button that does one act. */
export function Act<Data extends { result: { __typename?: string } }, Variables extends AnyVariables>({
  document,
  variables,
  label,
  done,
  onDone,
  ...look
}: {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly label: string;
  /** What to tell afterwards. */
  readonly done: string;
  readonly onDone?: () => void;
} & Pick<ButtonProps, 'variant' | 'data-color'>) {
  const { act, underWay, hindrance } = useAct(document);
  const tell = useTell();
  return (
    <div className="stack">
      <Button
        {...look}
        loading={underWay}
        onClick={() =>
          void act(variables).then((given) => {
            if (given === null) return;
            onDone?.();
            tell(done);
          })
        }
      >
        {label}
      </Button>
      <Hindered by={hindrance} />
    </div>
  );
}

/** An act that needs nothing but a button. */
export function Action<Data extends { result: { __typename?: string } }, Variables extends AnyVariables>({
  permitted,
  action,
  ...act
}: {
  readonly permitted: readonly Permitted[];
  readonly action: string;
} & Parameters<typeof Act<Data, Variables>>[0]) {
  return (
    <WhenPermitted permitted={permitted} action={action} label={act.label}>
      <Act {...act} />
    </WhenPermitted>
  );
}
