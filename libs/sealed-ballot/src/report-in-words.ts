import type { Text } from '@hemicycle/kernel';
import { CHECKS, type CheckName } from './checks.js';
import { ballotOf, type Report } from './verification.js';

/**
 * A report as sentences, in French and English, in the order in which a reader wants them: what the archive is, what was
 * checked, what failed and where, what was not checked, the count, the verdict.
 */
export function reportInWords(report: Report): Text[] {
  const { election, ballots, counted, replaced, credentials, trustees, decryptions } = report;
  const lines: Text[] = [];
  const say = (en: string, fr: string): void => void lines.push({ en, fr });
  if (election !== null) {
    say(`Election “${election.name}” (${election.uuid})`, `Scrutin « ${election.name} » (${election.uuid})`);
    say(`Fingerprint: ${election.fingerprint}`, `Empreinte : ${election.fingerprint}`);
    say(
      `Group ${report.group}; ${credentials} credentials, ${ballots} ballots of which ${replaced.length} replaced, ${counted} counted; ${trustees} trustees, ${decryptions} of whom opened the box.`,
      `Groupe ${report.group} ; ${credentials} codes, ${ballots} bulletins dont ${replaced.length} remplacés, ${counted} comptés ; ${trustees} porteurs de clé, dont ${decryptions} ont ouvert l’urne.`,
    );
  }
  for (const name of report.passed) say(`✓ ${inEnglish(name)}`, `✓ ${inFrench(name)}`);
  for (const { check, place } of report.failures) {
    const where = place === '' ? '' : ` [${place}]`;
    say(`✗ FALSE: ${inEnglish(check)}${where}`, `✗ FAUX : ${inFrench(check)}${where}`);
  }
  for (const name of report.unmade)
    say(`– Not checked: ${inEnglish(name)}`, `– Non vérifié : ${inFrench(name)}`);
  for (const { question, answers, blank } of report.counts ?? []) {
    const en = answers.map(({ answer, votes }) => `${answer}: ${votes}`);
    const fr = answers.map(({ answer, votes }) => `${answer} : ${votes}`);
    if (blank !== null) {
      en.push(`blank: ${blank}`);
      fr.push(`blancs : ${blank}`);
    }
    say(`${question} — ${en.join('; ')}`, `${question} — ${fr.join(' ; ')}`);
  }
  if (!report.valid) say('The archive is NOT valid.', 'L’archive n’est PAS valide.');
  else if (report.unmade.length > 0)
    say('Everything that was checked is right.', 'Tout ce qui a été vérifié est juste.');
  else say('The archive is valid.', 'L’archive est valide.');
  return lines;
}

/** What became of one voter’s ballot, as a sentence. */
export function ballotInWords(report: Report, tracker: string): Text {
  switch (ballotOf(report, tracker)) {
    case 'counted':
      return {
        en: `✓ The ballot ${tracker} is in the box and counts.`,
        fr: `✓ Le bulletin ${tracker} est dans l’urne et compte.`,
      };
    case 'replaced':
      return {
        en: `✗ The ballot ${tracker} is in the box but does not count: its voter’s credential cast a later one.`,
        fr: `✗ Le bulletin ${tracker} est dans l’urne mais ne compte pas : le code de son électeur en a déposé un autre ensuite.`,
      };
    case 'absent':
      return {
        en: `✗ No ballot of this box that could be read has the tracker ${tracker}.`,
        fr: `✗ Aucun bulletin lisible de cette urne n’a le numéro de suivi ${tracker}.`,
      };
  }
}

const inEnglish = (name: CheckName): string => CHECKS[name].statement.en;
const inFrench = (name: CheckName): string => CHECKS[name].statement.fr;
