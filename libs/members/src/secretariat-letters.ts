import { Mail, type MailKind } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';

/** A message to the secretariat. A type, not an interface: it is kept as JSON until it leaves. */
type Message = { name: string | null; email: string; subject: string; message: string };

/** What passes between anybody and the secretariat. */
@Injectable()
export class SecretariatLetters {
  readonly message: MailKind<Message> = {
    kind: 'MESSAGE_TO_SECRETARIAT',
    forgottenOnceSent: true,
    compose: ({ name, email, subject, message }, language) => ({
      // The name too is the sender's, not ours: her words stay apart from those of the forum.
      replyTo: { name: name ?? '', address: email },
      ...(language === 'fr'
        ? letter(`Message au secrétariat : ${subject}`, [
            'Bonjour,',
            'Quelqu’un a écrit au secrétariat par la page de contact du forum. Ni le nom ni l’adresse n’ont été vérifiés. Répondre à cette lettre, c’est écrire à cette adresse. Toutes les personnes du secrétariat reçoivent ce message ; le forum ne le garde pas une fois qu’il est transmis.',
            `Nom : ${name ?? 'non indiqué'}\nAdresse : ${email}\nObjet : ${subject}`,
            quoted(message),
          ])
        : letter(`Message to the secretariat: ${subject}`, [
            'Hello,',
            'Somebody wrote to the secretariat through the contact page of the forum. Neither the name nor the address was verified. Answering this letter writes to that address. Everybody in the secretariat receives this message; the forum does not keep it once it is passed on.',
            `Name: ${name ?? 'not given'}\nAddress: ${email}\nSubject: ${subject}`,
            quoted(message),
          ])),
    }),
  };

  /**
   * Repeats nothing that was typed, neither name nor subject nor message: whoever gives somebody else's address would
   * have the forum send her whatever words he likes, in the forum's name.
   */
  readonly acknowledgement: MailKind = {
    kind: 'MESSAGE_TO_SECRETARIAT_RECEIVED',
    compose: (_, language) =>
      language === 'fr'
        ? letter('Votre message au secrétariat', [
            'Bonjour,',
            'Un message a été envoyé au secrétariat du forum avec cette adresse. Il est transmis à toutes les personnes qui y travaillent ; la réponse viendra à cette adresse.',
            'Cette lettre ne répète pas le message, et le forum ne le garde pas une fois qu’il est transmis. Si vous n’avez rien écrit, quelqu’un a donné votre adresse : vous n’avez rien à faire.',
          ])
        : letter('Your message to the secretariat', [
            'Hello,',
            'A message was sent to the secretariat of the forum with this address. It goes to everybody who works there; the answer will come to this address.',
            'This letter does not repeat the message, and the forum does not keep it once it is passed on. If you wrote nothing, somebody gave your address: there is nothing that you must do.',
          ]),
  };

  constructor(mail: Mail) {
    mail.register(this.message);
    mail.register(this.acknowledgement);
  }
}

/** Marked line by line as somebody else's, so that nothing in it passes for a title, a list or the forum's signature. */
function quoted(message: string): string {
  return message
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function letter(subject: string, paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.join('\n\n') };
}
