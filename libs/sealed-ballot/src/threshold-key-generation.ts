import { demand, inside } from './checks.js';
import type { Element, Group } from './group.js';
import { hashToScalar } from './hash.js';
import { at, canonical, list, parsed, record, readText } from './json.js';
import { type ProofData, proofDataFrom } from './proof.js';
import { modulo, randomBase58, randomScalar, scalarFrom } from './scalars.js';
import { receive, send } from './sealed-message.js';
import {
  checkSignature,
  sign,
  type SignedMessage,
  signedMessage,
  signedMessageFrom,
} from './signed-message.js';
import {
  type CertificateContext,
  certificateKeys,
  type CertificateKeys,
  checkCertificate,
  checkCoefficients,
  commitmentsToSum,
  committedValue,
  demandContexts,
  demandPossible,
  setupMessage,
  type ThresholdParameters,
} from './threshold-key.js';
import { checkPublicKey, publicKeyFrom, publicKeyOf, type TrusteePublicKey } from './trustee-key.js';

/*
 * How n trustees make a key that any t + 1 of them open (3.1.1, “Pedersen protocol”; 4.6), by way of a server that sees
 * only public or sealed things:
 *
 *   trustee                                     server
 *   1. certificate()                 ── certificate ──▶  2. checkCertificates(), sends all to all
 *   3. shareOut()                    ── polynomial ───▶  4. inputFor() each trustee
 *   5. combineShares()               ── output ───────▶  6. thresholdParameters(), published
 *   later: openDecryptionKey() of her own output, then decrypts with it
 *
 * A trustee keeps one thing, her seed of 22 characters.
 */

/** What trustee i sends at step 3 (4.6.4), fields in the order of the specification, then ours. */
export interface Polynomial {
  /** Her polynomial, sealed for herself. */
  readonly polynomial: string;
  /** s_ij sealed for each trustee j. */
  readonly secrets: readonly string[];
  readonly coefexps: SignedMessage;
  /** Her signature on all certificates and her commitments (tools 3.x). */
  readonly signature: ProofData;
}

/** What the server routes to trustee j at step 4 (4.6.5). */
export interface ShareInput {
  readonly polynomial: string;
  readonly secrets: readonly string[];
  readonly coefexps: readonly SignedMessage[];
}

/** What trustee j sends at step 5 (4.6.6). */
export interface ShareOutput {
  /** S_j, sealed for herself. */
  readonly private_key: string;
  readonly public_key: TrusteePublicKey;
}

/** A new seed (4.6.1): all that a trustee keeps, and keeps secret. */
export const newTrusteeSeed = (): string => randomBase58(22);

/**
 * Step 1: the public keys derived from the seed, signed (4.6.2), with the context that tools 3.x want.
 * @throws CheckFailed threshold-possible
 */
export function certificate(group: Group, seed: string, context: CertificateContext): SignedMessage {
  const { signing, decryption } = keysOf(group, seed);
  const { size, threshold, index } = context;
  demand([size, threshold, index].every(Number.isSafeInteger), 'threshold-possible', '');
  demandPossible(threshold, size, 'threshold');
  demand(1 <= index && index <= size, 'threshold-possible', 'index');
  const message = JSON.stringify({
    context: { group: group.name, size, threshold, index },
    verification: group.encode(group.powerOfGenerator(signing)),
    encryption: group.encode(group.powerOfGenerator(decryption)),
  });
  return signedMessage(group, signing, message);
}

/**
 * Step 2, and again by every trustee before she trusts the list: each certificate is well signed and in its place, and
 * no two are the same trustee's.
 * @throws CheckFailed threshold-possible, certificate-signed, certificate-context, json-…
 */
export function checkCertificates(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
): CertificateKeys[] {
  demandPossible(threshold, certs.length, 'threshold');
  const keys = certificateKeys(group, certs, threshold, 'certs');
  demandContexts(group, keys, 'certs');
  return keys;
}

/**
 * Step 3: a random polynomial f of degree t, the commitments g^a_k to it, and a share f(j) sealed for each trustee.
 * @throws CheckFailed own-key when no certificate is of this seed; those of {@link checkCertificates}
 */
export async function shareOut(
  group: Group,
  seed: string,
  certs: readonly SignedMessage[],
  threshold: number,
): Promise<Polynomial> {
  const keys = checkCertificates(group, certs, threshold);
  const { signing } = keysOf(group, seed);
  const self = positionOf(group, seed, keys);
  const coefficients = Array.from({ length: threshold }, () => randomScalar(group.order));
  const message = JSON.stringify({
    coefexps: coefficients.map((coefficient) => group.encode(group.powerOfGenerator(coefficient))),
  });
  const coefexps = signedMessage(group, signing, message);
  const secrets: string[] = [];
  for (const [index, { encryption }] of keys.entries()) {
    const secret = valueAt(group, coefficients, index + 1).toString();
    secrets.push(await send(group, signing, encryption, JSON.stringify({ secret })));
  }
  const polynomial = JSON.stringify({ polynomial: coefficients.map(String) });
  return {
    polynomial: await send(group, signing, keys[self]?.encryption ?? group.one, polynomial),
    secrets,
    coefexps,
    signature: sign(group, signing, setupMessage(certs, coefexps)),
  };
}

/** Step 4: what goes to trustee `index` (from 0). @throws CheckFailed json-shape when a trustee sealed too few shares */
export function inputFor(polynomials: readonly Polynomial[], index: number): ShareInput {
  return {
    polynomial: polynomials[index]?.polynomial ?? '',
    secrets: polynomials.map(({ secrets }, sender) =>
      readText(secrets[index], `polynomials[${sender}].secrets[${index}]`),
    ),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
  };
}

/**
 * Step 5: opens the shares received, checks each against its sender's commitments (g^s_ij = Π (A_ik)^(j^k), 4.6.5) and
 * sums them: S_j = Σ_i s_ij (4.6.6).
 * @throws CheckFailed own-key, message-for-me, share-consistent, coefficients-signed: the place names the sender at fault
 */
export async function combineShares(
  group: Group,
  seed: string,
  certs: readonly SignedMessage[],
  threshold: number,
  input: ShareInput,
): Promise<ShareOutput> {
  const keys = checkCertificates(group, certs, threshold);
  const { signing, decryption } = keysOf(group, seed);
  const self = positionOf(group, seed, keys);
  demand(input.secrets.length === keys.length, 'json-shape', 'secrets');
  demand(input.coefexps.length === keys.length, 'json-shape', 'coefexps');
  let sum = 0n;
  for (const [sender, { verification }] of keys.entries()) {
    const coefficients = checkCoefficients(
      group,
      signedMessageFrom(input.coefexps[sender], `coefexps[${sender}]`),
      verification,
      threshold,
      `coefexps[${sender}]`,
    );
    const place = `secrets[${sender}]`;
    const message = await opened(place, () =>
      receive(group, decryption, verification, input.secrets[sender] ?? ''),
    );
    const { secret } = inside(place, () => record(parsed(message), '', 'secret'));
    const share = scalarFrom(secret, group.order, at(place, 'secret'));
    const committed = committedValue(group, coefficients, self + 1);
    demand(group.equal(group.powerOfGenerator(share), committed), 'share-consistent', place);
    sum = modulo(sum + share, group.order);
  }
  const privateKey = JSON.stringify({ decryption_key: sum.toString() });
  return {
    private_key: await send(group, signing, keys[self]?.encryption ?? group.one, privateKey),
    public_key: publicKeyOf(group, sum, signing),
  };
}

/**
 * What the server checks of a trustee's step 3 when it comes: commitments and signatures. The shares are sealed: only those
 * for whom they are check them (step 5).
 * @param index of the trustee, from 0
 * @throws CheckFailed own-key when no certificate has that index, coefficients-signed, setup-signed, json-shape when she
 *   sealed too few shares, …
 */
export function checkPolynomial(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  polynomial: Polynomial,
  index: number,
): void {
  const { verification } = keysAt(checkCertificates(group, certs, threshold), index);
  commitmentsIn(group, certs, threshold, polynomial, verification);
}

/**
 * What the server checks of a trustee's step 5 when it comes, against everybody's commitments (4.6.6).
 * @param index of the trustee, from 0
 * @throws CheckFailed own-key when no certificate has that index, verification-key, verification-key-signed, key-proof, …
 */
export function checkOutput(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  polynomials: readonly Polynomial[],
  output: Pick<ShareOutput, 'public_key'>,
  index: number,
): void {
  checkKey(group, dealt(group, certs, threshold, polynomials), output, index);
}

/**
 * Step 6: the public threshold key (4.6.7), after checking each trustee's output against all commitments (4.6.6).
 * @throws CheckFailed verification-key, verification-key-signed, setup-signed, key-proof, …
 */
export function thresholdParameters(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  polynomials: readonly Polynomial[],
  outputs: readonly Pick<ShareOutput, 'public_key'>[],
): ThresholdParameters {
  const deal = dealt(group, certs, threshold, polynomials);
  demand(outputs.length === certs.length, 'json-shape', 'outputs');
  for (const [index, output] of outputs.entries())
    inside(`outputs[${index}]`, () => checkKey(group, deal, output, index));
  return {
    threshold,
    certs,
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    signatures: polynomials.map(({ signature }) => signature),
    verification_keys: outputs.map(({ public_key }) => public_key),
  };
}

/** Everybody's certificates, and the commitments to the sum of all polynomials, checked. */
interface Deal {
  readonly keys: readonly CertificateKeys[];
  readonly sum: readonly Element[];
}

function dealt(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  polynomials: readonly Polynomial[],
): Deal {
  const keys = checkCertificates(group, certs, threshold);
  demand(polynomials.length === keys.length, 'json-shape', 'polynomials');
  const commitments = polynomials.map((each, sender) =>
    inside(`polynomials[${sender}]`, () =>
      commitmentsIn(group, certs, threshold, each, keysAt(keys, sender).verification),
    ),
  );
  return { keys, sum: commitmentsToSum(group, commitments, threshold) };
}

/** The keys of a trustee's certificate. @throws CheckFailed own-key when there is none of that number */
function keysAt(keys: readonly CertificateKeys[], index: number): CertificateKeys {
  const own = keys[index];
  demand(own !== undefined, 'own-key', `certs[${index}]`);
  return own;
}

function commitmentsIn(
  group: Group,
  certs: readonly SignedMessage[],
  threshold: number,
  { coefexps, signature, secrets }: Polynomial,
  verification: Element,
): Element[] {
  demand(secrets.length === certs.length, 'json-shape', 'secrets');
  const coefficients = checkCoefficients(group, coefexps, verification, threshold, 'coefexps');
  checkSignature(group, verification, setupMessage(certs, coefexps), signature, 'setup-signed', 'signature');
  return coefficients;
}

function checkKey(
  group: Group,
  { keys, sum }: Deal,
  { public_key }: Pick<ShareOutput, 'public_key'>,
  index: number,
): void {
  const { verification } = keysAt(keys, index);
  const element = checkPublicKey(group, public_key, 'public_key', verification);
  demand(group.equal(element, committedValue(group, sum, index + 1)), 'verification-key', 'public_key');
}

/** Reads one certificate, as a trustee sends it at step 1. @throws CheckFailed json-… */
export const certificateFrom = (raw: string): SignedMessage =>
  canonical(raw, signedMessageFrom(parsed(raw), ''));

/**
 * What the server checks of a trustee's step 1 when it comes.
 * @throws CheckFailed certificate-signed, certificate-context, json-…
 */
export function checkOwnCertificate(group: Group, cert: SignedMessage, context: CertificateContext): void {
  const { context: written } = checkCertificate(group, cert, context, '');
  demand(written !== undefined, 'certificate-context', 'message');
}

/**
 * The private key S_j of a trustee, from her own output (4.6.6).
 * @throws CheckFailed message-for-me, json-…, scalar-in-range, own-key when it is not the key that the output publishes
 */
export async function openDecryptionKey(group: Group, seed: string, output: ShareOutput): Promise<bigint> {
  const { signing, decryption } = keysOf(group, seed);
  const sender = group.powerOfGenerator(signing);
  const message = await opened('private_key', () => receive(group, decryption, sender, output.private_key));
  const { decryption_key } = inside('private_key', () => record(parsed(message), '', 'decryption_key'));
  // Not below q: tools write the sum of the shares as it comes. The public key tells whether it is the right one.
  const written = readText(decryption_key, 'private_key');
  demand(/^[0-9]{1,160}$/.test(written), 'scalar-in-range', 'private_key');
  const secret = modulo(BigInt(written), group.order);
  const publicKey = group.encode(group.powerOfGenerator(secret));
  demand(publicKey === output.public_key.public_key, 'own-key', 'private_key');
  return secret;
}

/** Reads what a trustee sent at step 3. @throws CheckFailed json-… */
export function polynomialFrom(raw: string): Polynomial {
  const fields = record(parsed(raw), '', 'polynomial', 'secrets', 'coefexps', 'signature');
  return canonical(raw, {
    polynomial: readText(fields.polynomial, 'polynomial'),
    secrets: list(fields.secrets, 'secrets', readText),
    coefexps: signedMessageFrom(fields.coefexps, 'coefexps'),
    signature: proofDataFrom(fields.signature, 'signature'),
  });
}

/** Reads everybody's certificates, as the server sends them after step 2. @throws CheckFailed json-… */
export const signedMessagesFrom = (raw: string): SignedMessage[] =>
  canonical(raw, list(parsed(raw), '', signedMessageFrom));

/** Reads what the server sends at step 4. @throws CheckFailed json-… */
export function shareInputFrom(raw: string): ShareInput {
  const fields = record(parsed(raw), '', 'polynomial', 'secrets', 'coefexps');
  return canonical(raw, {
    polynomial: readText(fields.polynomial, 'polynomial'),
    secrets: list(fields.secrets, 'secrets', readText),
    coefexps: list(fields.coefexps, 'coefexps', signedMessageFrom),
  });
}

/** Reads what a trustee sent at step 5. @throws CheckFailed json-… */
export function shareOutputFrom(raw: string): ShareOutput {
  const fields = record(parsed(raw), '', 'private_key', 'public_key');
  return canonical(raw, {
    private_key: readText(fields.private_key, 'private_key'),
    public_key: publicKeyFrom(fields.public_key, 'public_key'),
  });
}

/** sk = SHA256(`sk|seed`), dk = SHA256(`dk|seed`), mod q (4.6.1). */
function keysOf(group: Group, seed: string): { signing: bigint; decryption: bigint } {
  const key = (prefix: string): bigint => hashToScalar(`${prefix}|${seed}`, group.order);
  return { signing: key('sk'), decryption: key('dk') };
}

function positionOf(group: Group, seed: string, keys: readonly CertificateKeys[]): number {
  const { signing, decryption } = keysOf(group, seed);
  const verification = group.powerOfGenerator(signing);
  const encryption = group.encode(group.powerOfGenerator(decryption));
  const position = keys.findIndex((key) => group.equal(key.verification, verification));
  demand(position >= 0 && keys[position]?.encryptionText === encryption, 'own-key', 'certs');
  return position;
}

/** s_ij = f_i(j) mod q (4.6.4). */
const valueAt = (group: Group, coefficients: readonly bigint[], trustee: number): bigint =>
  coefficients.reduceRight(
    (value, coefficient) => modulo(value * BigInt(trustee) + coefficient, group.order),
    0n,
  );

async function opened(place: string, open: () => Promise<string>): Promise<string> {
  try {
    return await open();
  } catch (error) {
    return inside(place, () => {
      throw error;
    });
  }
}
