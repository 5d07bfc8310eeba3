import type { Words } from './fr.js';

/** Parity between women and men among the committee's seats. */
export const parityEn: Words['parity'] = {
  of: 'Parity between women and men, {{college}}',
  MET: 'met',
  NOT_MET: 'not met',
  UNKNOWN: 'unknown (too few have declared)',
  mine: 'Parity on the management committee',
  text: 'You hold a seat on the management committee. To follow parity, the forum invites you to declare whether you are counted as a woman or as a man. Nothing obliges you to. Nobody but you reads what you declare: for each college the forum shows only whether parity is “met”, “not met” or “unknown”. You may change it or take it back at any time; it is deleted when you leave the seat.',
  legend: 'What I declare',
  gender: {
    WOMAN: 'A woman',
    MAN: 'A man',
    NEITHER: 'Neither',
    NOTHING: 'I declare nothing',
  },
  saved: 'Your choice is recorded.',
};
