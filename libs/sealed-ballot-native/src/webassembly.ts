/** Machine code of WebAssembly: of an expression, which leaves its value, or of a statement, which leaves none. */
export type Code = readonly number[];

const SIMD = 0xfd;
const I32 = 0x7f;
const V128 = 0x7b;

const code = (...parts: (number | Code)[]): Code => parts.flat();

/*
 * The few instructions of WebAssembly that montgomery-code.ts uses, written as an expression is read: operands, then
 * operator. Numbers have 32 bits, modulo 2^32; vectors are four of them. Addresses are in bytes.
 * https://webassembly.github.io/spec/core/binary/instructions.html
 */

export const get = (local: number): Code => code(0x20, local);
export const set = (local: number, value: Code): Code => code(value, 0x21, local);
export const number = (value: number): Code => code(0x41, signed(value));
export const sum = (first: Code, ...others: Code[]): Code =>
  others.reduce((total, each) => code(total, each, 0x6a), first);
export const product = (a: Code, b: Code): Code => code(a, b, 0x6c);
export const and = (a: Code, mask: number): Code => code(a, number(mask), 0x71);
export const or = (a: Code, b: Code): Code => code(a, b, 0x72);
export const shiftLeft = (a: Code, bits: number): Code => code(a, number(bits), 0x74);
export const shiftRight = (a: Code, bits: number): Code => code(a, number(bits), 0x76);

/** The word at an address, and `offset` after it. */
export const word = (address: Code, offset: number): Code => code(address, 0x28, 2, unsigned(offset));
export const setWord = (address: Code, offset: number, value: Code): Code =>
  code(address, value, 0x36, 2, unsigned(offset));

export const vector = (address: Code, offset: number): Code => code(address, SIMD, 0, 2, unsigned(offset));
export const setVector = (address: Code, offset: number, value: Code): Code =>
  code(address, value, SIMD, 11, 2, unsigned(offset));
export const zeros: Code = code(
  SIMD,
  12,
  Array.from({ length: 16 }, () => 0),
);
/** Four times the same word. */
export const splat = (value: Code): Code => code(value, SIMD, 17);
export const lastWord = (a: Code): Code => code(a, SIMD, 27, 3);
export const vectorSum = (first: Code, ...others: Code[]): Code =>
  others.reduce((total, each) => code(total, each, SIMD, unsigned(0xae)), first);
export const vectorAnd = (a: Code, b: Code): Code => code(a, b, SIMD, 78);
export const vectorShiftRight = (a: Code, bits: number): Code => code(a, number(bits), SIMD, unsigned(0xad));
/** In each word: the product of the low halves plus the product of the high halves, as signed 16-bit numbers. */
export const dot = (a: Code, b: Code): Code => code(a, b, SIMD, unsigned(0xba));
/** The last word of `before`, then the first three of `a`: what each word of `a` has on its left. */
export const leftNeighbours = (before: Code, a: Code): Code =>
  code(
    code(before, a, SIMD, 13),
    Array.from({ length: 16 }, (_, byte) => byte + 12),
  );

/** Runs statements once, and again as long as `a < b`, unsigned. */
export const repeatWhileLess = (a: Code, b: Code, ...statements: Code[]): Code =>
  code(0x03, 0x40, ...statements, a, b, 0x49, 0x0d, 0, 0x0b);

/**
 * A module of one page of memory, exported as `memory`, and one function of numbers that gives nothing.
 * @param parameters how many; the local variables that follow are numbers, then vectors
 */
export function moduleOf(
  name: string,
  parameters: number,
  locals: { readonly numbers: number; readonly vectors: number },
  statements: readonly Code[],
): Uint8Array<ArrayBuffer> {
  const body = code(2, locals.numbers, I32, locals.vectors, V128, ...statements, 0x0b);
  return new Uint8Array([
    ...code(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    ...section(
      1,
      code(
        0x60,
        parameters,
        Array.from({ length: parameters }, () => I32),
        0,
      ),
    ),
    ...section(3, [0]),
    ...section(5, [0, 1]),
    ...section(7, code(text('memory'), 2, 0), code(text(name), 0, 0)),
    ...section(10, code(unsigned(body.length), body)),
  ]);
}

const section = (id: number, ...items: Code[]): Code => {
  const content = code(unsigned(items.length), ...items);
  return code(id, unsigned(content.length), content);
};

const text = (value: string): Code => code(value.length, [...Buffer.from(value)]);

/** LEB128: seven bits a byte, the lowest first, the high bit of each byte but the last. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The same of a number that is not negative but read as signed: the last byte stays below 64. */
function signed(value: number): Code {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
