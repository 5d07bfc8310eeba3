export { ArchiveWriter, type ElectionArchive, readArchive, setupFile } from './archive.js';
export {
  type BallotData,
  ballotFrom,
  type CheckedBallot,
  checkBallot,
  type SealedBallot,
  sealBallot,
  sealVectors,
} from './ballot.js';
export {
  BELENIOS_2048,
  belenios2048,
  type ModularPower,
  type ModularPowers,
  modularPower,
  portableArithmetic,
} from './belenios-2048.js';
export {
  admitBallot,
  type BallotFailure,
  type BoxCount,
  type BoxedBallot,
  type BoxPart,
  countBox,
  countPart,
  multiplyTallies,
  sumBox,
} from './box.js';
export { CheckFailed, CHECKS, type Check, type CheckName } from './checks.js';
export {
  credentialFrom,
  type CredentialForm,
  credentialsAreSorted,
  credentialSecret,
  credentialsFile,
  newCredential,
  openCredentials,
  publicCredential,
  type PublicCredentials,
} from './credential.js';
export {
  checkBoundProofs,
  checkDecryption,
  type CheckedDecryption,
  decryptTally,
  type TrusteeDecryption,
} from './decryption.js';
export { ED25519_ORDER, ed25519Group, elementBytes, elementText } from './ed25519.js';
export {
  type Election,
  type ElectionData,
  electionFile,
  newElectionUuid,
  openElection,
  uuidFrom,
} from './election.js';
export { type Element, type Group, GROUP_NAMES, type GroupName, type PowersOf } from './group.js';
export { groupName, type Groups, portableGroups } from './groups.js';
export { fingerprintOf, hashBy, portableSha256, type Sha256, sha256Hex } from './hash.js';
export { approvalOf, type Choice, fewOf, gradesOf, oneOf, type Question, vectorOf } from './question.js';
export { ballotInWords, reportInWords } from './report-in-words.js';
export { countsOf, openResult, plainCount, type QuestionCount, type Result, resultFile } from './result.js';
export { type BoundDecryption, boundProofsFrom, type SideFile, sideFile } from './side-file.js';
export type { SignedMessage } from './signed-message.js';
export { type EncryptedTally, lastBallots, openTally, sumOf, tallyFile } from './tally.js';
export { type CertificateContext, type ThresholdParameters } from './threshold-key.js';
export {
  certificate,
  certificateFrom,
  checkCertificates,
  checkOutput,
  checkOwnCertificate,
  checkPolynomial,
  combineShares,
  inputFor,
  newTrusteeSeed,
  openDecryptionKey,
  type Polynomial,
  polynomialFrom,
  shareInputFrom,
  shareOut,
  type ShareInput,
  type ShareOutput,
  shareOutputFrom,
  signedMessagesFrom,
  thresholdParameters,
} from './threshold-key-generation.js';
export { type Products } from './products.js';
export { type Places, sharedPowers } from './shared-powers.js';
export { newTrusteeKey, privateKeyFrom, type TrusteeKey, type TrusteePublicKey } from './trustee-key.js';
export {
  checkElectionKey,
  openTrustees,
  type Trustee,
  type Trustees,
  type TrusteesData,
  trusteesFile,
} from './trustees.js';
export {
  ballotOf,
  type CountBox,
  type Failure,
  type Report,
  type VerificationOptions,
  verifyArchive,
} from './verification.js';
