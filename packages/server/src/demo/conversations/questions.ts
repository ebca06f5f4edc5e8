import type {Script} from './script.ts';

/** Questions with their answers. */
export const questions: readonly Script[] = [
  {
    space: 'questions', key: 'questions/yellow-light', title: 'The yellow light on my scanner stays on. How do I reset it?', kind: 'question', start: '2026-03-10T08:20:00Z',
    lines: `
0 amara: I have a handheld scanner from the shelf by door 2. It reads codes, but the yellow light stays on, and it forgets every third one. I tried to switch it off and on (the side button, five seconds). What am I missing?
1 ravi: Which one is it, grey or blue?
1 amara: Blue, number 14.
0* bram: Hold the **yellow** button, not the side one, for ten seconds, until it beeps *twice*. After one beep it has only restarted.

Then scan the sheet that hangs above the charger. That tells it which hall it is in.
1 amara: It beeped twice and remembers everything. Thank you! The sheet had fallen behind the charger; I have stuck it back.
1 kwame: Ten seconds is longer than one thinks. I count lorries.
0 viktor: Yellow means "no network" on the blue ones. If it comes back, tell me where you stood. There is a corner behind the bananas that I do not trust.
1 noor: It is the corner behind the bananas.
1 viktor: I knew it.
`,
  },
  {
    space: 'questions', key: 'questions/late-lorry', title: 'What do I say to a customer when I do not know when the lorry will be there?', kind: 'question', start: '2026-03-14T08:20:00Z',
    lines: `
0 femke: She was not even angry. She just wanted to know if she could go and fetch her children. I said "soon", and I felt bad about it all day.
1 lucia: I have said "soon", too. It is the one word that helps nobody.
0* tomas: Three sentences, in this order:

1. what I **know**: "It left at 6:40, and it has two stops before you."
2. what I do **not** know: "I do not know how long the second one takes."
3. what I will **do**, and when: "I call the driver at ten and then you, also if there is nothing new."

The third one is what lets her fetch her children.
1 femke: Tried it today. He said "finally somebody who does not know". I take it as a compliment.
1 grace: "Also if there is nothing new" is the sentence I forgot. It is the most important one.
0 daan: You may always call me or the driver. We know more than the screen, and we like to be asked before and not after.
`,
  },
  {
    space: 'questions', key: 'questions/invoice-twice', title: 'A supplier has billed the same delivery twice, with two numbers. Which one do I book?', kind: 'question', start: '2026-03-18T08:20:00Z',
    lines: `
0 anouk: Same date, same kilos, same price, numbers 20883 and 20883-B. The system does not mind. I do. Whom do I ask first: the supplier or Mehdi?
0* marta: Neither, at first. Look at the **delivery note**. If there is one note, there is one bill: book the first, park the second, write "double?" on it.

*Then* the supplier, in one line: "We have 20883 and 20883-B for note 771. Is B a correction?" Nearly always it is, and nearly always nobody has sent the credit for the first.
1 anouk: One note. And it *is* a correction: the price in B is for the right tomato. So I book B, and not the first!
1 marta: You see? I would have booked the wrong one. Good that you looked at the lines.
0 mehdi: Ask me second, and do ask me: if it is the third time for one supplier I want to know it.
0 clara: From the legal side: keep both papers, even the one that is void. Ten years. I know.
`,
  },
  {
    space: 'questions', key: 'questions/first-meeting', title: 'How do you prepare for your first meeting with a mentor?', kind: 'question', start: '2026-04-10T08:20:00Z',
    lines: `
0 liam: I am going to be mentored by Emil and I am more nervous than for my exam. What does one bring?
1 joris: I was, too. It turned out that he was as well.
0* sanne: Bring **one thing that you are stuck with** and one that you are proud of. The first gives you something to do together, the second tells your mentor what you like.

Do not bring a plan for two years. You will make a better one in three months.
0* fatima: And agree on three small things at the end: when next, who writes it down, and what you may tell others of it. It takes two minutes and saves the whole mentorship.
0 hanna: Ask your mentor what *they* would like to learn. I have learned more from the people I mentored than from my courses. Snowboarding, for one thing.
1 liam: We met. I was stuck with a thread (M8, not this kind) and he wanted to know how to cut a video. We each left with homework.
1 emil: The video is not good yet.
`,
  },
  {
    space: 'questions', key: 'questions/broken-english', title: 'My English is not good enough to write here. May I write in my own language?', kind: 'question', start: '2026-04-14T08:20:00Z',
    lines: `
0 oskar: A colleague asks me this and does not dare to. She reads everything.
0* soraya: Yes! Write as you can. Whoever wants to understand you, will: there are 40 of us with eleven languages. I translate with pleasure, but mostly nobody needs me.

A simple sentence is a *good* sentence. Nobody here counts mistakes.
1 mei: I write in short sentences, and read them aloud once. When I stumble, I cut.
1 diego: Yo escribo como hablo. Rápido.
0 chloe: As somebody who edits: what makes a text hard is never the grammar. It is the missing *example*. Give one, and we have got it.
0 oskar: She has just written her first post. I will not say which one it is.
1 elin: We do not need to know. Welcome to her.
`,
  },
  {
    space: 'questions', key: 'questions/pick-route', title: 'Why does the pick route send me through aisle 9 twice?', kind: 'question', start: '2026-04-18T08:20:00Z',
    lines: `
0 noor: Order of 24 lines. I was in 9 for beetroot, then 4, 6, and back to 9 for celeriac, which is *beside* the beetroot. Is that a mistake, or is there something that I do not see?
1 bram: Show-your-work answer below; I had to try it out, too.
0* pieter: There is something that one cannot see: **weight**. Beetroot goes to the bottom, celeriac to the top, and the route is made for the cart and not for the feet.

How I checked it: took your order, sorted it by kilos, drew it on the plan. Twice through 9 is 40 metres more and no squashed herbs.
1 noor: I have tried it the other way, to see. The herbs looked like pesto.
0 aiko: It could *say* so, though. "Back to 9: light things on top." One line on the screen. I will try it.
1 noor: If you need a newcomer to try it on: gladly.
0 zeynep: I like that this began with "is there something that I do not see". Into the release note it goes.
`,
  },
  {
    space: 'questions', key: 'questions/quiet-newcomer', title: 'One of my newcomers has gone quiet. What do I do?', kind: 'question', start: '2026-05-10T08:20:00Z',
    lines: `
0 hanna: First week full of questions, second week fewer, now none. The work is fine. I do not want to make it bigger than it is.
1 george: How long has it been?
1 hanna: Six days.
0* fatima: Ask about the *work* and not about the silence. "What was odd this week?" is a better door than "is something wrong?".

And say that you have missed the questions. Often somebody has heard "you ask a lot", once, from somebody who meant it kindly.
1 hanna: It was that. Word for word. I have said that I *live* on those questions, and I have got three since.
0 tomas: I walk along for an hour and ask *my* questions. Usually it starts again by itself.
0 maya: When people go quiet in my interviews, I wait. Ten seconds, breathing. It is terrible, and then the important thing comes.
1 emil: Ten seconds again, as with the scanner.
`,
  },
];
