import {readScript, type Script} from '../script.ts';

/** Questions with their answers. */
export const questions: readonly Script[] = [
  readScript('questions', 'questions/yellow-light', 'question', 'The yellow light on my scanner stays on. How do I reset it?', `
amara: I have a handheld scanner from the shelf by door 2. It reads codes, but the yellow light stays on, and it forgets every third one. I tried to switch it off and on (the side button, five seconds). What am I missing?
> ravi: Which one is it, grey or blue?
> amara: Blue, number 14.
bram ✓ +7: Hold the **yellow** button, not the side one, for ten seconds, until it beeps *twice*. After one beep it has only restarted.

Then scan the sheet that hangs above the charger. That tells it which hall it is in.
> amara +2: It beeped twice and remembers everything. Thank you! The sheet had fallen behind the charger; I have stuck it back.
> kwame: Ten seconds is longer than one thinks. I count lorries.
viktor +1: Yellow means "no network" on the blue ones. If it comes back, tell me where you stood. There is a corner behind the bananas that I do not trust.
> noor +2: It is the corner behind the bananas.
> viktor +3: I knew it.
`),
  readScript('questions', 'questions/late-lorry', 'question', 'What do I say to a customer when I do not know when the lorry will be there?', `
femke: She was not even angry. She just wanted to know if she could go and fetch her children. I said "soon", and I felt bad about it all day.
> lucia +1: I have said "soon", too. It is the one word that helps nobody.
tomas ✓ +9: Three sentences, in this order:

1. what I **know**: "It left at 6:40, and it has two stops before you."
2. what I do **not** know: "I do not know how long the second one takes."
3. what I will **do**, and when: "I call the driver at ten and then you, also if there is nothing new."

The third one is what lets her fetch her children.
> femke +3: Tried it today. He said "finally somebody who does not know". I take it as a compliment.
> grace +1: "Also if there is nothing new" is the sentence I forgot. It is the most important one.
daan +3: You may always call me or the driver. We know more than the screen, and we like to be asked before and not after.
`),
  readScript('questions', 'questions/invoice-twice', 'question', 'A supplier has billed the same delivery twice, with two numbers. Which one do I book?', `
anouk: Same date, same kilos, same price, numbers 20883 and 20883-B. The system does not mind. I do. Whom do I ask first: the supplier or Mehdi?
marta ✓ +5: Neither, at first. Look at the **delivery note**. If there is one note, there is one bill: book the first, park the second, write "double?" on it.

*Then* the supplier, in one line: "We have 20883 and 20883-B for note 771. Is B a correction?" Nearly always it is, and nearly always nobody has sent the credit for the first.
> anouk +2: One note. And it *is* a correction: the price in B is for the right tomato. So I book B, and not the first!
> marta +4: You see? I would have booked the wrong one. Good that you looked at the lines.
mehdi +1: Ask me second, and do ask me: if it is the third time for one supplier I want to know it.
clara: From the legal side: keep both papers, even the one that is void. Ten years. I know.
`),
  readScript('questions', 'questions/first-meeting', 'question', 'How do you prepare for your first meeting with a mentor?', `
liam: I am going to be mentored by Emil and I am more nervous than for my exam. What does one bring?
> joris +1: I was, too. It turned out that he was as well.
sanne ✓ +6: Bring **one thing that you are stuck with** and one that you are proud of. The first gives you something to do together, the second tells your mentor what you like.

Do not bring a plan for two years. You will make a better one in three months.
fatima ✓ +4: And agree on three small things at the end: when next, who writes it down, and what you may tell others of it. It takes two minutes and saves the whole mentorship.
hanna +2: Ask your mentor what *they* would like to learn. I have learned more from the people I mentored than from my courses. Snowboarding, for one thing.
> liam +3: We met. I was stuck with a thread (M8, not this kind) and he wanted to know how to cut a video. We each left with homework.
> emil +4: The video is not good yet.
`),
  readScript('questions', 'questions/broken-english', 'question', 'My English is not good enough to write here. May I write in my own language?', `
oskar: A colleague asks me this and does not dare to. She reads everything.
soraya ✓ +8: Yes! Write as you can. Whoever wants to understand you, will: there are 40 of us with eleven languages. I translate with pleasure, but mostly nobody needs me.

A simple sentence is a *good* sentence. Nobody here counts mistakes.
> mei +3: I write in short sentences, and read them aloud once. When I stumble, I cut.
> diego +2: Yo escribo como hablo. Rápido.
chloe +3: As somebody who edits: what makes a text hard is never the grammar. It is the missing *example*. Give one, and we have got it.
oskar +5: She has just written her first post. I will not say which one it is.
> elin +6: We do not need to know. Welcome to her.
`),
  readScript('questions', 'questions/pick-route', 'question', 'Why does the pick route send me through aisle 9 twice?', `
noor: Order of 24 lines. I was in 9 for beetroot, then 4, 6, and back to 9 for celeriac, which is *beside* the beetroot. Is that a mistake, or is there something that I do not see?
> bram: Show-your-work answer below; I had to try it out, too.
pieter ✓ +5: There is something that one cannot see: **weight**. Beetroot goes to the bottom, celeriac to the top, and the route is made for the cart and not for the feet.

How I checked it: took your order, sorted it by kilos, drew it on the plan. Twice through 9 is 40 metres more and no squashed herbs.
> noor +2: I have tried it the other way, to see. The herbs looked like pesto.
aiko +2: It could *say* so, though. "Back to 9: light things on top." One line on the screen. I will try it.
> noor +1: If you need a newcomer to try it on: gladly.
zeynep: I like that this began with "is there something that I do not see". Into the release note it goes.
`),
  readScript('questions', 'questions/quiet-newcomer', 'question', 'One of my newcomers has gone quiet. What do I do?', `
hanna: First week full of questions, second week fewer, now none. The work is fine. I do not want to make it bigger than it is.
> george +1: How long has it been?
> hanna: Six days.
fatima ✓ +6: Ask about the *work* and not about the silence. "What was odd this week?" is a better door than "is something wrong?".

And say that you have missed the questions. Often somebody has heard "you ask a lot", once, from somebody who meant it kindly.
> hanna +4: It was that. Word for word. I have said that I *live* on those questions, and I have got three since.
tomas +3: I walk along for an hour and ask *my* questions. Usually it starts again by itself.
maya +2: When people go quiet in my interviews, I wait. Ten seconds, breathing. It is terrible, and then the important thing comes.
> emil +1: Ten seconds again, as with the scanner.
`),
];
