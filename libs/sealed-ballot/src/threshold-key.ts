import { demand, inside } from './checks.js';
import { type Element, type Group, productOf } from './group.js';
import { at, canonical, list, parsed, record, readText, readWhole } from './json.js';
import { type ProofData, proofDataFrom } from './proof.js';
import { checkSignature, type SignedMessage, signedMessageFrom } from './signed-message.js';
import { checkPublicKey, publicKeyFrom, type TrusteePublicKey } from './trustee-key.js';

/** Pedersen's threshold key as published (4.6.7), fields in the order of the specification and of tools 3.x. */
export interface ThresholdParameters {
  /** t + 1: how many trustees open the box. */
  readonly threshold: number;
  readonly certs: readonly SignedMessage[];
  readonly coefexps: readonly SignedMessage[];
  /** Tools 3.x: each trustee's signature on all certificates and her own commitments. */
  readonly signatures?: readonly ProofData[];
  readonly verification_keys: readonly TrusteePublicKey[];
}

/** Trustees of one threshold key at most: what it costs to check grows with their square. */
const MOST_TRUSTEES = 100;

/** @throws CheckFailed threshold-possible, before anything is computed */
export function demandPossible(threshold: number, size: number, place: string): void {
  demand(size <= MOST_TRUSTEES && threshold >= 1 && threshold <= size, 'threshold-possible', place);
}

/** What tools 3.x write in each certificate: for which group, how many trustees, which threshold, whose (from 1). */
export interface CertificateContext {
  readonly group: string;
  readonly size: number;
  readonly threshold: number;
  readonly index: number;
}

/** The public keys of one trustee's certificate (4.6.2). */
export interface CertificateKeys {
  readonly verification: Element;
  readonly encryption: Element;
  readonly encryptionText: string;
  /** Absent from certificates of tools 2.0. */
  readonly context?: CertificateContext;
}

/**
 * Checks a certificate and gives its keys (4.6.2): signed by the signing key of its own verification key; with a
 * context, the one expected.
 * @throws CheckFailed json-…, element-in-group, scalar-in-range, certificate-signed, certificate-context
 */
export function checkCertificate(
  group: Group,
  certificate: SignedMessage,
  expected: CertificateContext,
  place: string,
): CertificateKeys {
  const inMessage = at(place, 'message');
  const fields = inside(inMessage, () =>
    record(parsed(certificate.message), '', 'verification', 'encryption'),
  );
  const context = Object.hasOwn(fields, 'context')
    ? contextFrom(fields['context'], at(inMessage, 'context'))
    : undefined;
  const encryptionText = readText(fields.encryption, at(inMessage, 'encryption'));
  const verificationText = readText(fields.verification, at(inMessage, 'verification'));
  inside(inMessage, () =>
    canonical(certificate.message, {
      ...(context === undefined ? {} : { context }),
      verification: verificationText,
      encryption: encryptionText,
    }),
  );
  const verification = group.decode(verificationText, at(inMessage, 'verification'));
  const encryption = group.decode(encryptionText, at(inMessage, 'encryption'));
  if (context !== undefined)
    demand(
      JSON.stringify(context) === JSON.stringify(contextFrom(expected, '')),
      'certificate-context',
      at(inMessage, 'context'),
    );
  checkSignature(
    group,
    verification,
    certificate.message,
    certificate.signature,
    'certificate-signed',
    at(place, 'signature'),
  );
  return { verification, encryption, encryptionText, ...(context === undefined ? {} : { context }) };
}

/** Checks each certificate in its place and gives the keys of all (4.6.2). @throws CheckFailed those of {@link checkCertificate} */
export const certificateKeys = (
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  place: string,
): CertificateKeys[] =>
  certs.map((certificate, index) =>
    checkCertificate(
      group,
      certificate,
      { group: group.name, size: certs.length, threshold, index: index + 1 },
      `${place}[${index}]`,
    ),
  );

/** Checks that each certificate has a context, and that no two are the same trustee's. @throws CheckFailed certificate-context */
export function demandContexts(group: Group, keys: readonly CertificateKeys[], place: string): void {
  const texts = keys.map(({ verification }) => group.encode(verification));
  for (const [index, { context }] of keys.entries()) {
    const message = `${place}[${index}].message`;
    demand(context !== undefined, 'certificate-context', message);
    demand(texts.indexOf(texts[index] ?? '') === index, 'certificate-context', at(message, 'verification'));
  }
}

/**
 * Checks a trustee's commitments A_0…A_t to her polynomial and gives them (4.6.4).
 * @throws CheckFailed json-…, element-in-group, scalar-in-range, coefficients-signed
 */
export function checkCoefficients(
  group: Group,
  coefficients: SignedMessage,
  verification: Element,
  threshold: number,
  place: string,
): Element[] {
  checkSignature(
    group,
    verification,
    coefficients.message,
    coefficients.signature,
    'coefficients-signed',
    at(place, 'signature'),
  );
  const inMessage = at(place, 'message');
  return inside(inMessage, () => {
    const coefexps = coefficientList(coefficients);
    demand(coefexps.length === threshold, 'coefficients-signed', 'coefexps');
    return coefexps.map((element, index) => group.decode(element, `coefexps[${index}]`));
  });
}

/** What tools 3.x have each trustee sign: every certificate and her own commitments. */
export const setupMessage = (certs: readonly SignedMessage[], coefficients: SignedMessage): string =>
  `certs_sig|${JSON.stringify({ certs, coefexps: coefficientList(coefficients) })}`;

/**
 * Π_i A_ik for each k: the commitments to the sum of all polynomials. The first is the key; its value at j, by
 * {@link committedValue}, is the verification key that all commitments imply for trustee j: g^S_j = Π_i Π_k (A_ik)^(j^k)
 * (4.6.6), for as many powers as the threshold.
 * @throws CheckFailed coefficients-signed when one is missing
 */
export const commitmentsToSum = (
  group: Group,
  commitments: readonly (readonly Element[])[],
  threshold: number,
): Element[] =>
  Array.from({ length: threshold }, (_, degree) =>
    productOf(
      group,
      commitments.map((coefficients, sender) => {
        const coefficient = coefficients[degree];
        demand(coefficient !== undefined, 'coefficients-signed', `[${sender}][${degree}]`);
        return coefficient;
      }),
    ),
  );

/** g^f(j) = Π_k (A_k)^(j^k) (4.6.5). */
export const committedValue = (group: Group, coefficients: readonly Element[], trustee: number): Element =>
  coefficients.reduceRight(
    (value, coefficient) => group.times(group.publicPower(value, BigInt(trustee)), coefficient),
    group.one,
  );

/** What a checked threshold key is used for. */
export interface ThresholdKey {
  readonly threshold: number;
  /** y of this key: Π A_z0 (4.6.4). */
  readonly publicKey: Element;
  /** g^S_j of each trustee, and its writing. */
  readonly verificationKeys: readonly { readonly element: Element; readonly text: string }[];
}

/**
 * Checks every part of a threshold key (3.1.1, 4.6). Certificates with a context (tools 3.x) must all have one, each of
 * another trustee, and then the signatures of tools 3.x are required too.
 * @throws CheckFailed the first check that fails, at its place
 */
export function checkThresholdKey(
  group: Group,
  parameters: ThresholdParameters,
  place: string,
): ThresholdKey {
  const { threshold, certs, coefexps, signatures, verification_keys } = parameters;
  const size = certs.length;
  demandPossible(threshold, size, at(place, 'threshold'));
  demand(coefexps.length === size, 'json-shape', at(place, 'coefexps'));
  demand(verification_keys.length === size, 'json-shape', at(place, 'verification_keys'));
  const keys = certificateKeys(group, certs, threshold, at(place, 'certs'));
  const withContext = signatures !== undefined || keys.some(({ context }) => context !== undefined);
  if (withContext) {
    demandContexts(group, keys, at(place, 'certs'));
    demand(signatures !== undefined && signatures.length === size, 'setup-signed', at(place, 'signatures'));
  }
  const commitments = coefexps.map((signed, index) => {
    const verification = keys[index]?.verification ?? group.one;
    const coefficientsAt = `${at(place, 'coefexps')}[${index}]`;
    const coefficients = checkCoefficients(group, signed, verification, threshold, coefficientsAt);
    const signature = signatures?.[index];
    if (signature !== undefined)
      checkSignature(
        group,
        verification,
        setupMessage(certs, signed),
        signature,
        'setup-signed',
        `${at(place, 'signatures')}[${index}]`,
      );
    return coefficients;
  });
  const sum = commitmentsToSum(group, commitments, threshold);
  const verificationKeys = verification_keys.map((key, index) => {
    const keyAt = `${at(place, 'verification_keys')}[${index}]`;
    const element = checkPublicKey(group, key, keyAt, withContext ? keys[index]?.verification : undefined);
    demand(
      group.equal(element, committedValue(group, sum, index + 1)),
      'verification-key',
      at(keyAt, 'public_key'),
    );
    return { element, text: key.public_key };
  });
  return { threshold, publicKey: sum[0] ?? group.one, verificationKeys };
}

/** @throws CheckFailed json-shape */
export function thresholdParametersFrom(value: unknown, place: string): ThresholdParameters {
  const fields = record(value, place, 'threshold', 'certs', 'coefexps', 'verification_keys');
  return {
    threshold: readWhole(fields.threshold, at(place, 'threshold')),
    certs: list(fields.certs, at(place, 'certs'), signedMessageFrom),
    coefexps: list(fields.coefexps, at(place, 'coefexps'), signedMessageFrom),
    ...(fields['signatures'] === undefined
      ? {}
      : { signatures: list(fields['signatures'], at(place, 'signatures'), proofDataFrom) }),
    verification_keys: list(fields.verification_keys, at(place, 'verification_keys'), publicKeyFrom),
  };
}

function contextFrom(value: unknown, place: string): CertificateContext {
  const fields = record(value, place, 'group', 'size', 'threshold', 'index');
  return {
    group: readText(fields.group, at(place, 'group')),
    size: readWhole(fields.size, at(place, 'size')),
    threshold: readWhole(fields.threshold, at(place, 'threshold')),
    index: readWhole(fields.index, at(place, 'index')),
  };
}

function coefficientList({ message }: SignedMessage): string[] {
  const { coefexps } = record(parsed(message), '', 'coefexps');
  return canonical(message, { coefexps: list(coefexps, 'coefexps', readText) }).coefexps;
}
