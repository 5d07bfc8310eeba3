import { MailTransport, type Message, type Outbox } from '@hemicycle/mail';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pageLanguage } from './language.js';
import { markup, type Markup, sendPage } from './page.js';
import { WORDS } from './words.js';

/** Where a proxy says for whom it asks. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Only for whoever sits at this machine: the letters hold sign-in links. The name under which the page is asked for
 * counts too, or a page of any site could make its own name lead here and read them through the browser.
 */
function isAskedForHere({ socket, headers }: Request): boolean {
  const peer = socket.remoteAddress ?? '';
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(peer) &&
    /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '') &&
    FORWARDING.every((header) => headers[header] === undefined)
  );
}

/** Makes the addresses in a text into links. */
const linked = (text: string): Markup[] =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? markup`<a href="${part}">${part}</a>` : markup`${part}`));

/** The letters of a demonstration. The route exists in no other forum. */
@Controller('outbox')
export class OutboxController {
  constructor(@Inject(MailTransport) private readonly outbox: Outbox) {}

  @Get()
  letters(@Req() request: Request, @Res() response: Response): void {
    if (!isAskedForHere(request)) throw new NotFoundException();
    const language = pageLanguage(request);
    const letters = this.outbox.letters.map(
      ({ to, letter, language: written }: Message) =>
        markup`<article lang="${written}">
          <h2>${letter.subject}</h2>
          <p lang="${language}">${WORDS.to[language]} ${to}</p>
          <pre>${linked(letter.text)}</pre>
        </article>`,
    );
    sendPage(response, 200, {
      language,
      title: WORDS.outbox[language],
      body: markup`<p>${WORDS.outboxMeaning[language]}</p>
        ${letters.length === 0 ? markup`<p>${WORDS.noLetter[language]}</p>` : letters}`,
      demonstration: true,
    });
  }
}
