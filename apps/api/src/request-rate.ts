import { callerNetwork } from '@hemicycle/accounts';
import { ApiError } from '@hemicycle/graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Units of cost (see LIMITS) that weigh as much as one request more: what is expensive to answer counts for more. */
export const COST_OF_A_REQUEST = 500;

/**
 * Too much from one address in a minute. Of the six codes, FORBIDDEN: not you, not now; over HTTP, 429.
 * `retryAfter` is in seconds.
 */
export class TooManyRequests extends ApiError {
  constructor(
    most: number,
    readonly retryAfter: number,
  ) {
    super(
      'FORBIDDEN',
      {
        fr: `Trop de demandes depuis cette adresse : ${most} par minute au plus, les coûteuses comptant plusieurs fois. Réessayez dans ${retryAfter} s.`,
        en: `Too many requests from this address: at most ${most} a minute, costly ones counting several times. Try again in ${retryAfter} s.`,
      },
      { retryAfter },
    );
  }
}

/** Counts in memory what each network asks in a minute: an IPv4 address, or an IPv6 block as households have it. */
export class RequestRate {
  private readonly limiter: RateLimiterMemory;

  constructor(private readonly perMinute: number) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** @throws TooManyRequests once the address asked for more than its minute holds. */
  async count(address: string, requests = 1): Promise<void> {
    try {
      await this.limiter.consume(callerNetwork(address), requests);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyRequests(this.perMinute, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }
}
