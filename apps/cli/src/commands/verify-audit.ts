import { AuditRepository, AuditRow, type Flaw, verifyChain } from '@hemicycle/audit';
import { dataSourceOptions } from '@hemicycle/database';
import type { Text } from '@hemicycle/kernel';
import { DataSource } from 'typeorm';
import { readStorage } from '../../../api/src/config.js';
import { OperatorError } from '../operator-error.js';
import { onForum } from '../storage.js';

/** The one table that is read: no other room need be loaded. */
const TRAIL = { entities: [AuditRow], migrations: [] };

/**
 * `hemicycle verify-audit`: reads the whole trail in order. What it finds is said in French and in English, since it
 * may have to be shown to people of both; the exit code is 1 when anything is wrong, and 2 when nothing can be said: a head that is
 * none, a database that does not answer.
 *
 * @param head a hash published earlier (`auditHead` of the API), or undefined.
 */
export async function verifyAudit(head: string | undefined): Promise<void> {
  // Until the whole trail is read: what stops the command is no verdict.
  process.exitCode = 2;
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new OperatorError({
      fr: 'Une empreinte est faite de 64 chiffres hexadécimaux, en minuscules.',
      en: 'A head is 64 hexadecimal digits in lowercase.',
    });
  }
  const {
    rows,
    head: last,
    flaws,
  } = await onForum(readStorage(process.env), async ({ url }) => {
    const source = new DataSource(dataSourceOptions({ url, as: 'application', poolSize: 1 }, TRAIL));
    await source.initialize();
    try {
      return await verifyChain(new AuditRepository().rows(source.manager), head);
    } finally {
      await source.destroy();
    }
  });
  if (flaws.length === 0) {
    console.log(`Piste d’audit intacte : ${rows} lignes, dernière empreinte ${last}`);
    console.log(`Audit trail intact: ${rows} rows, head ${last}`);
    process.exitCode = 0;
    return;
  }
  for (const flaw of flaws) {
    const { fr, en } = inWords(flaw);
    console.log(`${fr}\n${en}`);
  }
  process.exitCode = 1;
}

function inWords(flaw: Flaw): Text {
  switch (flaw.kind) {
    case 'altered':
      return {
        fr: `Ligne ${flaw.seq} modifiée : son contenu n’est plus celui de son empreinte.`,
        en: `Row ${flaw.seq} altered: its content is no longer that of its hash.`,
      };
    case 'missing':
      return flaw.seq === flaw.until
        ? {
            fr: `Ligne ${flaw.seq} manquante : elle a été retirée.`,
            en: `Row ${flaw.seq} missing: it was removed.`,
          }
        : {
            fr: `Lignes ${flaw.seq} à ${flaw.until} manquantes : elles ont été retirées.`,
            en: `Rows ${flaw.seq} to ${flaw.until} missing: they were removed.`,
          };
    case 'unlinked':
      return {
        fr: `Ligne ${flaw.seq} détachée : elle ne suit pas la ligne qui la précède (retrait, déplacement ou réécriture).`,
        en: `Row ${flaw.seq} unlinked: it does not follow the row before it (removed, moved or rewritten).`,
      };
    case 'head not found':
      return {
        fr: `Empreinte ${flaw.head} introuvable : la fin de la piste a été coupée, ou la piste réécrite depuis sa publication.`,
        en: `Head ${flaw.head} not found: the end of the trail was cut, or the trail rewritten since it was published.`,
      };
  }
}
