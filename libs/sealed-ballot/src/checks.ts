import type { Text } from '@hemicycle/kernel';

/**
 * Everything that this room checks, with the section of the Belenios specification (version 2.0) that asks for it
 * where one does, said as what holds when the check passes. A refusal names one of these and a place, never a value.
 */
export const CHECKS = {
  'json-well-formed': stated('', 'The file is well-formed JSON.', 'Le fichier est du JSON bien formé.'),
  'json-shape': stated(
    '4',
    'Each object has the fields of the specification, of the right kind.',
    'Chaque objet a les champs de la spécification, du bon type.',
  ),
  'json-canonical': stated(
    '4.15',
    'The text is the canonical serialisation of what it says.',
    'Le texte est la sérialisation canonique de ce qu’il dit.',
  ),
  'scalar-in-range': stated(
    '4.2',
    'Each exponent is a decimal number without leading zeros, below the order of the group.',
    'Chaque exposant est un nombre décimal sans zéro de tête, inférieur à l’ordre du groupe.',
  ),
  'element-in-group': stated(
    '4.2',
    'Each group element belongs to the prime-order group, in its canonical writing.',
    'Chaque élément appartient au groupe d’ordre premier, dans son écriture canonique.',
  ),
  'group-known': stated(
    '5',
    'The group is BELENIOS-2048 or Ed25519.',
    'Le groupe est BELENIOS-2048 ou Ed25519.',
  ),
  'election-version': stated('4.10', 'The protocol version is 1.', 'La version du protocole est 1.'),
  'election-uuid': stated(
    '4.2',
    'The identifier is at least 14 base-58 characters.',
    'L’identifiant compte au moins 14 caractères en base 58.',
  ),
  'question-countable': stated(
    '4.9',
    'Each question is homomorphic, has one to a thousand answers, and 0 ≤ min ≤ max ≤ number of answers.',
    'Chaque question est homomorphe, a de une à mille réponses, et 0 ≤ min ≤ max ≤ nombre de réponses.',
  ),
  'choice-allowed': stated(
    '4.11.1',
    'The choices are ones that the questions allow.',
    'Les choix sont de ceux que les questions permettent.',
  ),
  'key-proof': stated(
    '4.5',
    'Each trustee proves that she knows the private key of her public key.',
    'Chaque porteur prouve qu’il connaît la clé privée de sa clé publique.',
  ),
  'certificate-signed': stated(
    '4.6.2',
    'Each certificate of the threshold key is signed by its own verification key.',
    'Chaque certificat de la clé à seuil est signé par sa propre clé de vérification.',
  ),
  'certificate-context': stated(
    '',
    'Each certificate names this group, this number of trustees, this threshold and its place; no two are the same trustee’s.',
    'Chaque certificat nomme ce groupe, ce nombre de porteurs, ce seuil et sa place ; aucun porteur n’en a deux.',
  ),
  'coefficients-signed': stated(
    '4.6.4',
    'Each trustee’s polynomial commitments are signed by her and as many as the threshold.',
    'Les engagements polynomiaux de chaque porteur sont signés par lui et aussi nombreux que le seuil.',
  ),
  'setup-signed': stated(
    '',
    'Each trustee of the threshold key signs all certificates together with her commitments.',
    'Chaque porteur de la clé à seuil signe l’ensemble des certificats avec ses engagements.',
  ),
  'verification-key': stated(
    '4.6.6',
    'Each trustee’s verification key is the one that all commitments imply.',
    'La clé de vérification de chaque porteur est celle qu’impliquent tous les engagements.',
  ),
  'verification-key-signed': stated(
    '',
    'Each verification key is signed by its trustee.',
    'Chaque clé de vérification est signée par son porteur.',
  ),
  'threshold-possible': stated(
    '4.6.7',
    'The threshold is at least 1 and at most the number of trustees, who are 100 at most.',
    'Le seuil est au moins 1 et au plus le nombre de porteurs, qui sont 100 au plus.',
  ),
  'share-consistent': stated(
    '4.6.5',
    'The secret shares received agree with the senders’ commitments.',
    'Les parts secrètes reçues s’accordent avec les engagements des expéditeurs.',
  ),
  'message-for-me': stated(
    '4.6.3',
    'The sealed message opens, is signed by its sender and addressed to this trustee.',
    'Le message scellé s’ouvre, est signé par son expéditeur et adressé à ce porteur.',
  ),
  'own-key': stated(
    '4.6.4',
    'The key given is the one that the public data name.',
    'La clé fournie est celle que nomment les données publiques.',
  ),
  'election-key': stated(
    '3.1.1',
    'The election’s public key is the product of the trustees’ keys, and not 1, which would hide nothing.',
    'La clé publique du scrutin est le produit des clés des porteurs, et n’est pas 1, qui ne cacherait rien.',
  ),
  'credential-checksum': stated(
    '4.8',
    'The credential’s last character agrees with the others: it was typed right.',
    'Le dernier caractère du code s’accorde avec les autres : il a été bien saisi.',
  ),
  'credentials-distinct': stated(
    '3.1',
    'Public credentials are all different.',
    'Les codes publics sont tous différents.',
  ),
  'credentials-sorted': stated(
    '',
    'Public credentials are sorted and bare: their order says nothing of the voters’, and each has one vote.',
    'Les codes publics sont triés et nus : leur ordre ne dit rien de celui des électeurs, et chacun vaut une voix.',
  ),
  'credential-weight': stated(
    '4.8',
    'Each weight is a positive whole number.',
    'Chaque poids est un nombre entier positif.',
  ),
  'credential-listed': stated(
    '3.2',
    'Each ballot’s credential is on the public list.',
    'Le code de chaque bulletin est sur la liste publique.',
  ),
  'ballot-election': stated(
    '4.15',
    'Each ballot names this election and its fingerprint.',
    'Chaque bulletin nomme ce scrutin et son empreinte.',
  ),
  'ballot-shape': stated(
    '4.11.1',
    'Each ballot answers each question with as many choices and proofs as it asks.',
    'Chaque bulletin répond à chaque question avec autant de choix et de preuves qu’elle en demande.',
  ),
  'ballot-hash': stated(
    '4.14',
    'The hash that each ballot’s signature names is the ballot’s.',
    'L’empreinte que nomme la signature de chaque bulletin est celle du bulletin.',
  ),
  'ballot-signature': stated(
    '4.14',
    'Each ballot is signed by its credential.',
    'Chaque bulletin est signé par son code.',
  ),
  'individual-proof': stated(
    '4.12',
    'Each choice is proved to be 0 or 1.',
    'Chaque choix est prouvé égal à 0 ou 1.',
  ),
  'overall-proof': stated(
    '4.12',
    'The number of choices is proved to lie between the question’s bounds, or the vote to be blank.',
    'Le nombre de choix est prouvé compris entre les bornes de la question, ou le vote blanc.',
  ),
  'blank-proof': stated(
    '4.13',
    'A blank vote is proved to choose nothing else.',
    'Un vote blanc est prouvé ne rien choisir d’autre.',
  ),
  'ballot-new': stated(
    '',
    'No ballot is in the box twice: an old one cannot be replayed.',
    'Aucun bulletin n’est deux fois dans l’urne : un ancien ne peut être rejoué.',
  ),
  'tally-sum': stated(
    '4.16',
    'The encrypted tally is the product of the last ballots of each voter.',
    'Le décompte chiffré est le produit des derniers bulletins de chaque électeur.',
  ),
  'tally-size': stated(
    '4.16',
    'The numbers of ballots and votes announced are those of the box.',
    'Les nombres de bulletins et de voix annoncés sont ceux de l’urne.',
  ),
  'decryption-shape': stated(
    '4.18',
    'Each partial decryption has one factor and one proof for each number of the tally.',
    'Chaque déchiffrement partiel a un facteur et une preuve pour chaque nombre du décompte.',
  ),
  'decryption-owner': stated(
    '4.18',
    'Each partial decryption names a trustee of this election, once.',
    'Chaque déchiffrement partiel nomme un porteur de ce scrutin, une seule fois.',
  ),
  'decryption-proof': stated(
    '4.18',
    'Each factor is proved to come from its trustee’s key.',
    'Chaque facteur est prouvé venir de la clé de son porteur.',
  ),
  'bound-proof': stated(
    '',
    'Each factor is proved, once more, for the very ciphertext that it opens, in this box.',
    'Chaque facteur est prouvé, une fois de plus, pour le chiffré même qu’il ouvre, dans cette urne.',
  ),
  'shares-enough': stated(
    '4.19',
    'Every trustee needed, and as many as each threshold asks, took part in the opening.',
    'Tous les porteurs nécessaires, aussi nombreux que le demande chaque seuil, ont participé à l’ouverture.',
  ),
  'result-right': stated(
    '4.19',
    'The result published is the one that the tally opens to.',
    'Le résultat publié est celui que donne l’ouverture du décompte.',
  ),
  'archive-tar': stated(
    '4.4',
    'The archive is byte for byte what its contents make.',
    'L’archive est, à l’octet près, celle que font ses contenus.',
  ),
  'archive-names': stated(
    '4.4',
    'Each file of the archive is named by its hash, none appears twice.',
    'Chaque fichier de l’archive porte son empreinte pour nom, aucun n’y est deux fois.',
  ),
  'archive-chain': stated(
    '4.4',
    'Each event names the one before it, and their heights follow.',
    'Chaque événement nomme le précédent, et leurs rangs se suivent.',
  ),
  'archive-order': stated(
    '4.4',
    'Events and data come in the order of the specification, with nothing besides.',
    'Événements et données viennent dans l’ordre de la spécification, sans rien d’autre.',
  ),
  'archive-grew': stated(
    '',
    'The archive begins with the earlier one, byte for byte: nothing was removed or altered since.',
    'L’archive commence par celle d’avant, à l’octet près : rien n’a été retiré ni altéré depuis.',
  ),
  'archive-complete': stated('4.4', 'The archive goes to the result.', 'L’archive va jusqu’au résultat.'),
  'side-file': stated(
    '',
    'The side file holds the bound proofs of every partial decryption of this very archive, and nothing else.',
    'Le fichier annexe porte les preuves liées de chaque déchiffrement partiel de cette archive même, et rien d’autre.',
  ),
} as const satisfies Record<string, Check>;

export interface Check {
  /** Section of the Belenios specification, version 2.0; empty when the check is our own or of tools 3.x. */
  readonly section: string;
  readonly statement: Text;
}

/** The name of a check, as refusals and reports give it. */
export type CheckName = keyof typeof CHECKS;

/**
 * What this room throws, and the only thing that it throws on bad input: the check that failed and where, as a path
 * in the object or file (`answers[0].choices[1].alpha`). Never a value, so never a secret.
 */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';

  constructor(
    readonly check: CheckName,
    readonly place: string,
  ) {
    super(`${check} at ${place}`);
  }

  /** The same failure seen from an outer object. */
  within(outer: string): CheckFailed {
    return new CheckFailed(this.check, joined(outer, this.place));
  }
}

/** Throws {@link CheckFailed} unless the condition holds. */
export function demand(condition: boolean, check: CheckName, place: string): asserts condition {
  if (!condition) throw new CheckFailed(check, place);
}

/** Runs `read`, placing any failed check under `outer`. */
export function inside<T>(outer: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CheckFailed ? error.within(outer) : error;
  }
}

function joined(outer: string, inner: string): string {
  if (inner === '') return outer;
  return inner.startsWith('[') ? `${outer}${inner}` : `${outer}.${inner}`;
}

function stated(section: string, en: string, fr: string): Check {
  return { section, statement: { en, fr } };
}
