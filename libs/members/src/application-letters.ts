import { ProvenIds } from '@hemicycle/accounts';
import { dayInWords, type Day } from '@hemicycle/kernel';
import { Mail, type MailKind } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { WITHDRAWAL } from './things.js';

/** The call in question, in the words of its letters. Types, not interfaces: they are kept as JSON. */
type AboutCall = { callFr: string; callEn: string };
type AboutReceipt = AboutCall & { applicationId: string; closesOn: Day };
type AboutDecision = AboutCall & { reasonsFr: string | null; reasonsEn: string | null };
type AboutAdmission = AboutDecision & { number: number; organisationFr: string; organisationEn: string };

/** What applicants are written. */
@Injectable()
export class ApplicationLetters {
  readonly received: MailKind<AboutReceipt>;
  readonly receivedBefore: MailKind<AboutReceipt>;
  readonly withdrawn: MailKind<AboutCall>;
  readonly admitted: MailKind<AboutAdmission>;
  readonly declined: MailKind<AboutDecision>;

  constructor(mail: Mail, codes: ProvenIds) {
    this.received = {
      kind: 'APPLICATION_RECEIVED',
      compose: ({ applicationId, callFr, callEn, closesOn }, language) =>
        language === 'fr'
          ? letter(`Dossier reçu – ${callFr}`, [
              'Bonjour,',
              `Votre dossier pour l’appel à candidatures « ${callFr} » est bien reçu. L’appel est ouvert jusqu’au ${dayInWords(closesOn).fr} compris ; une décision motivée vous sera ensuite adressée.`,
              `Pour retirer votre dossier tant qu’il n’a pas reçu de décision, utilisez ce code : ${codes.of(WITHDRAWAL, applicationId)}`,
              'Le retrait efface ce que vous avez envoyé. Si vous n’avez rien envoyé, quelqu’un a donné votre adresse : retirez le dossier avec ce code.',
            ])
          : letter(`Application received – ${callEn}`, [
              'Hello,',
              `Your application to the call “${callEn}” has arrived. The call is open through ${dayInWords(closesOn).en}; you will then be sent a decision with its reasons.`,
              `To withdraw your application as long as it has no decision, use this code: ${codes.of(WITHDRAWAL, applicationId)}`,
              'Withdrawing erases what you sent. If you sent nothing, somebody gave your address: withdraw the application with this code.',
            ]),
    };
    this.receivedBefore = {
      kind: 'APPLICATION_RECEIVED_BEFORE',
      compose: ({ applicationId, callFr, callEn }, language) =>
        language === 'fr'
          ? letter(`Un dossier est déjà reçu – ${callFr}`, [
              'Bonjour,',
              `Un second dossier a été envoyé avec cette adresse pour l’appel à candidatures « ${callFr} ». Le premier reste seul valable.`,
              `Pour le remplacer, retirez-le d’abord avec ce code, puis renvoyez-en un : ${codes.of(WITHDRAWAL, applicationId)}`,
            ])
          : letter(`An application has arrived before – ${callEn}`, [
              'Hello,',
              `A second application to the call “${callEn}” was sent with this address. The first one stands alone.`,
              `To replace it, withdraw it with this code first, then send another: ${codes.of(WITHDRAWAL, applicationId)}`,
            ]),
    };
    this.withdrawn = {
      kind: 'APPLICATION_WITHDRAWN',
      compose: ({ callFr, callEn }, language) =>
        language === 'fr'
          ? letter(`Dossier retiré – ${callFr}`, [
              'Bonjour,',
              `Votre dossier pour l’appel à candidatures « ${callFr} » est retiré, et ce qu’il contenait est effacé.`,
            ])
          : letter(`Application withdrawn – ${callEn}`, [
              'Hello,',
              `Your application to the call “${callEn}” is withdrawn, and what was in it is erased.`,
            ]),
    };
    this.admitted = {
      kind: 'APPLICATION_ADMITTED',
      compose: ({ number, ...about }, language, { publicUrl }) =>
        language === 'fr'
          ? letter(`Vous êtes membre du forum – ${about.callFr}`, [
              'Bonjour,',
              `Votre dossier pour l’appel à candidatures « ${about.callFr} » est retenu : vous êtes le membre n° ${number} du forum, pour « ${about.organisationFr} ».`,
              `Motifs de la décision :\n${about.reasonsFr ?? about.reasonsEn ?? ''}`,
              `Vous pouvez vous connecter avec cette adresse : ${publicUrl}`,
            ])
          : letter(`You are a member of the forum – ${about.callEn}`, [
              'Hello,',
              `Your application to the call “${about.callEn}” is accepted: you are member no. ${number} of the forum, for “${about.organisationEn}”.`,
              `Reasons for the decision:\n${about.reasonsEn ?? about.reasonsFr ?? ''}`,
              `You can sign in with this address: ${publicUrl}`,
            ]),
    };
    this.declined = {
      kind: 'APPLICATION_DECLINED',
      compose: ({ callFr, callEn, reasonsFr, reasonsEn }, language) =>
        language === 'fr'
          ? letter(`Décision sur votre dossier – ${callFr}`, [
              'Bonjour,',
              `Votre dossier pour l’appel à candidatures « ${callFr} » n’est pas retenu.`,
              `Motifs de la décision :\n${reasonsFr ?? reasonsEn ?? ''}`,
            ])
          : letter(`Decision on your application – ${callEn}`, [
              'Hello,',
              `Your application to the call “${callEn}” is not accepted.`,
              `Reasons for the decision:\n${reasonsEn ?? reasonsFr ?? ''}`,
            ]),
    };
    for (const kind of [this.received, this.receivedBefore, this.withdrawn, this.admitted, this.declined]) {
      mail.register(kind);
    }
  }
}

function letter(subject: string, paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.join('\n\n') };
}
