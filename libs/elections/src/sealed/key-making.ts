import { TRUSTEE_STEPS, type TrusteeStep, TRUSTEES_NEEDED } from '@hemicycle/charter';
import {
  certificateFrom,
  checkOutput,
  checkOwnCertificate,
  checkPolynomial,
  type Group,
  inputFor,
  polynomialFrom,
  shareOutputFrom,
  thresholdParameters,
  trusteesFile,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';

/** The group in which the forum's elections compute. */
export const GROUP_NAME = 'BELENIOS-2048';
export const group = (): Group => nativeGroups(GROUP_NAME);

/** How many trustees share a key. */
export const TRUSTEES = 3;

/** What one trustee gave at one step. */
export interface GivenPart {
  readonly number: number;
  readonly step: TrusteeStep;
  readonly part: string;
}

/** What the trustees gave at a step, by number; null: somebody has not yet. */
export function partsOfAll(parts: readonly GivenPart[], step: TrusteeStep): string[] | null {
  const given = parts.filter((one) => one.step === step).toSorted((a, b) => a.number - b.number);
  return given.length === TRUSTEES ? given.map(({ part }) => part) : null;
}

/** What is due from a trustee: the first step that she has not given, once everybody gave the step before it; null: nothing. */
export function dueStep(
  steps: readonly Pick<GivenPart, 'number' | 'step'>[],
  number: number,
): TrusteeStep | null {
  for (const [index, step] of TRUSTEE_STEPS.entries()) {
    const before = TRUSTEE_STEPS[index - 1];
    const ready = before === undefined || steps.filter((one) => one.step === before).length === TRUSTEES;
    if (!ready) return null;
    if (!steps.some((one) => one.step === step && one.number === number)) return step;
  }
  return null;
}

const certificates = (parts: readonly GivenPart[]) =>
  (partsOfAll(parts, 'CERTIFICATE') ?? []).map(certificateFrom);
const polynomials = (parts: readonly GivenPart[]) => (partsOfAll(parts, 'SHARES') ?? []).map(polynomialFrom);

/**
 * Checks what a trustee gives, against what all gave before.
 * @throws CheckFailed the first check that fails, at its place
 */
export function checkPart(parts: readonly GivenPart[], { number, step, part }: GivenPart): void {
  switch (step) {
    case 'CERTIFICATE': {
      const context = { group: GROUP_NAME, size: TRUSTEES, threshold: TRUSTEES_NEEDED, index: number };
      return checkOwnCertificate(group(), certificateFrom(part), context);
    }
    case 'SHARES':
      checkPolynomial(group(), certificates(parts), TRUSTEES_NEEDED, polynomialFrom(part), number - 1);
      return;
    case 'KEY':
      return checkOutput(
        group(),
        certificates(parts),
        TRUSTEES_NEEDED,
        polynomials(parts),
        shareOutputFrom(part),
        number - 1,
      );
  }
}

/** The shares that the others sealed for a trustee, as JSON; null: somebody has not given hers. */
export function shareInputFor(parts: readonly GivenPart[], number: number): string | null {
  return partsOfAll(parts, 'SHARES') === null
    ? null
    : JSON.stringify(inputFor(polynomials(parts), number - 1));
}

/** The file of the trustees, once all gave everything; null: somebody has not. */
export function keyMadeOf(parts: readonly GivenPart[]): string | null {
  const outputs = partsOfAll(parts, 'KEY')?.map(shareOutputFrom);
  if (outputs === undefined) return null;
  const made = thresholdParameters(
    group(),
    certificates(parts),
    TRUSTEES_NEEDED,
    polynomials(parts),
    outputs,
  );
  return trusteesFile([['Pedersen', made]]);
}
