import type {Script} from './script.ts';

/** Where people say hello. The first words of newcomers wait there for a moderator; see `seed-moderation.ts`. */
export const hello: readonly Script[] = [
  {
    space: 'hello', key: 'hello/wall', title: 'Say hello', start: '2026-05-11T07:40:00Z',
    lines: `
0 elin: This wall is for everybody who is new, and for everybody who was. Three lines are plenty: who you are, what you do here, and one thing that nobody would guess.
0 aiko: Aiko, software. I keep the route planner awake. Nobody would guess that I once drove the 4:30 to Groningen, because the driver was ill and I had the licence.
1 kwame: I was the driver. She was on time.
0 bram: Bram, warehouse, hall 2. I know where everything is, except my own gloves.
1 oskar: Left pocket of the other jacket. As always.
0 noor: Noor, trainee in logistics since Monday. I did not know that leeks have a loading order. Now I dream of it.
0 liam: Liam, apprentice. Best deal on trainers, ask me, **cheapest in town**, link in my profile!!
`,
  },
];
