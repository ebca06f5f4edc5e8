import type {Script} from './script.ts';

export const others: readonly Script[] = [
  {
    space: 'mentors', key: 'mentors/first-meeting', title: 'The first meeting with a mentee', start: '2026-05-04T12:00:00Z',
    lines: `
0 tomas: I begin with the same question each time: "what would have to happen so that you say in June, this was worth it?" What do you ask?
1 sanne: "What do you already do well that nobody has noticed?" It takes a while, and then it does not stop.
1 hanna: I ask what they are afraid to ask. The first answer is polite; I wait for the second.
0 sanne: Where do you meet? I have given up on meeting rooms.
1 tomas: We walk. Twice around the yard is forty minutes, and one says more beside than opposite each other.
2 hanna: In February?
3 tomas: In February once around.
0 elin: May I collect these for the handbook, without names of mentees?
1 hanna: Of course. And add: the mentee writes the notes. Then one sees what was heard.
`,
  },
  {
    space: 'archive', key: 'archive/summer-2025', title: 'What we learned from the heat of 2025', start: '2025-09-08T08:00:00Z',
    lines: `
0 hanna: Five days above 35 degrees, nobody hurt, two lorries that gave up. Please write down what you would do again, and what never.
1 kwame: Again: starting two hours earlier. Never: thermos bottles without names.
1 wouter: Again: asking the farms to cool before loading. It cost us a phone call each and saved a tenth of the diesel.
1 femke: Again: telling the shops the evening before that it would be tight. Not one of them was angry.
0 ingrid: Shrink was 3.1 % in that week, against 2.2 %. I had expected five. The north docks did it.
1 pieter: And that the berries went first. I have kept it in the plan since.
0 george: The fans are stored in hall 3, labelled, with their cables this time.
1 viktor: I can confirm the cables.
`,
  },
];
