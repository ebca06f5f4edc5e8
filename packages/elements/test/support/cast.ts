import {backendUrl} from './backend.ts';

interface Sample {
  readonly id: string;
  readonly name: string;
}

let drawn = 0;

/** A prime number: with another stride in every round, the same two stand side by side once. */
const circle = 13;

/**
 * People of the sample organisation whom no other browser uses, and pairs whom no other test does, so that what one may give
 * in a week is spent by nobody else.
 */
export async function drawPeople(count: number): Promise<readonly Sample[]> {
  const {people} = (await (await fetch(`${await backendUrl()}/demo/people`)).json()) as {people: readonly Sample[]};
  const browser = /Firefox/.test(navigator.userAgent) ? 1 : /Chrome/.test(navigator.userAgent) ? 0 : 2;
  const own = people.filter((_, index) => index % 3 === browser);
  return Array.from({length: count}, () => {
    const stride = Math.floor(drawn / circle) + 1;
    return own[(drawn++ * stride) % circle]!;
  });
}
