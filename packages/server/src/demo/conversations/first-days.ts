import type {Script} from './script.ts';

export const firstDays: readonly Script[] = [
  {
    space: 'onboarding', key: 'onboarding/day-1', title: 'Find your feet', start: '2026-02-02T08:40:00Z',
    lines: `
0 amara: My three: **cross-dock**, **dolly** and "the cage". I nodded at all three this morning and understood none.
1 tomas: Cross-dock first: goods come in at one door and leave by the one opposite, without ever being put on a shelf. Most of our lettuce never sleeps here.
2 amara: So the building is more of a corridor than a store?
3 tomas: That is the best description I have heard in six years. May I use it on the next tour?
3 sanne: Stealing "a corridor, not a store" as well.
1 bram: A dolly is the thing on four wheels under the crates. If you see one alone in the aisle, push it to the wall. Everybody's shins will thank you.
1 henry: The cage is where alcohol and razor blades live. You need two people to open it, which is why it is never open when you want it.
2 amara: I pictured something far more dramatic. Thank you!
0 joris: Mine are **peak**, **short** and **golden hour**. The last one sounds like a photography course.
1 sanne: Golden hour is 04:30 to 05:30, when four in ten lorries leave. Nobody schedules a meeting, a fire drill or a birthday then.
2 joris: I will not bring cake at five. Noted.
2 oskar: Cake at half past five is welcome.
1 daan: Short means the farm sent less than it promised. It is said as "we are short on leeks", and it is not about your height. I asked.
0 noor: I have *backhaul*, *reefer* and *OTIF*. Reefer got me some looks when I googled it at my desk.
1 kwame: A reefer is a trailer that cools. You will hear it before you see it; the motor hums at night and some of us sleep better with it by now.
1 pieter: OTIF is "on time, in full". It is the one figure that the whole house looks at. Ask me to show you the board, it is better than the spreadsheet.
2 noor: Is there a number below which people get nervous?
3 pieter: 96 is a normal day, 94 is a quiet lunch. Below that, somebody is already on the phone with the shops.
1 mehdi: Backhaul: a lorry that would drive home empty brings something back. Empty crates, mostly. We save about 40 trips a week that way.
0 anouk: Finance has its own: **accrual**, **shrink** and **the bridge**. I thought the bridge was a place.
1 marta: It is a drawing: last month's result on the left, this month's on the right, and steps between that say why. You will make one in week three. With help.
2 anouk: With *much* help, please.
1 ingrid: Shrink is what we bought and could not sell. A bruised peach is shrink. We write down why, because "why" is the only part that we can change.
0 liam: Three words: wedge, chock, and whatever Emil calls the green cleaner.
1 emil: The green cleaner is called the green cleaner on paper. What I call it is not for this page.
1 hanna: A wedge and a chock are the same thing here: it keeps a parked trailer parked. No wedge, no loading. It is the one rule without exceptions.
2 liam: I saw somebody stop a forklift for a missing one. Everybody just waited. I liked that.
3 hanna: That is the nicest thing I have read today.
0 grace: Not new any more, but I never dared to ask: what is a "ghost pallet"?
1 mei: One that the system has and the floor does not. Usually it was scanned in twice. Tell me the number and I will find where it died.
2 grace: Seven months I have been nodding at that one.
0 elin: Thirty-one words so far this month. I am putting them on a list, with your explanations under your names, so that the next ones have less to nod at.
1 amara: Please keep "the corridor".
1 soraya: I can have them in Polish and Turkish by Friday, half of the night shift will be glad.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/day-2', title: 'How we talk to each other', start: '2026-02-03T09:10:00Z',
    lines: `
0 diego: A driver rang me from the road: "the bridge at Alcala is closed, I am going round, forty minutes." That was all. I rang eleven shops. Nobody waited at a door in the rain.
1 lucia: And eleven shopkeepers told us how nice it was to be told. I still have one of the messages.
1 amara: Does the driver always ring, or is there a button?
2 sipho: There is a button. We ring when it needs a sentence. "Forty minutes" is a button, "the road is gone" is a sentence.
0 priya: Somebody told me that the numbers I had sent out were from the wrong week. It took him some courage, I was new and looked sure. Otherwise we would have ordered 3,000 boxes of strawberries for a rainy weekend.
1 zeynep: I was in that meeting! We had the stickers printed already.
1 joris: How did he say it?
2 priya: "Could it be that this is week 21? I may be wrong." The second half made it easy to look again.
3 fatima: I use that sentence in every training now. It was Viktor, by the way.
4 viktor: I was quite sure. But yes, "may be wrong" costs nothing.
0 bram: A trainee told me that my forklift was leaking. I had driven past him three times. I thought he was waving.
1 noor: I *was* waving. I did not know one may shout in there.
2 hanna: One may always shout for oil, fire and feet.
0 chloe: We nearly posted a photo of the new depot with the door code on the wall behind the smiling people. Henry saw it ten minutes before.
1 henry: It was also my birthday code. Two things learned.
0 ravi: The other way round: nobody told me that the label printers were to be moved. I came on Monday, and the whole queue was standing at an empty table.
1 zeynep: That was mine, and I am still sorry. Since then a move has a name on the board a week before, and anybody may say no.
2 ravi: Works well, actually. I said no to Thursday twice.
1 liam: What happens when two people say no to different days?
2 zeynep: Then they talk for five minutes, and it is never the day that I had in mind.
0 clara: In legal it is a question of *early*. Ask me when there is an idea, and it takes an hour. Ask me when it is signed, and it takes until summer.
1 ana: Confirmed. The cheese raffle.
2 clara: We do not speak of the cheese raffle.
0 tomas: For those who are new: nobody here was ever in trouble for telling too early. I have looked for an example for years.
1 grace: Except the time when you announced cake before it was there.
2 tomas: Fair.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/day-3', title: 'The warehouse, in boots', start: '2026-02-04T07:55:00Z',
    lines: `
0 joris: My crate (apples, Elstar, 12 kg) waited **22 minutes** at door 9. The screen said "staging". A person said "we wait for the pears".
1 daan: The pears and the apples go to the same forty shops, so they travel together. When the pears are late, the apples read the newspaper.
2 joris: And when the pears are *very* late?
3 daan: Pieter lets the apples go at 04:50. He hates it.
4 pieter: I do. Two half trips cost more than one late one. But a shop without apples at eight remembers it until Christmas.
0 amara: Mine never stopped! Herbs, from the gate to the lorry in nine minutes. I had to run.
1 sanne: Herbs have right of way. Basil turns black below eight degrees and limp above fourteen.
2 wouter: It is the only thing in the building that complains about both. We built the warm corner at door 3 for it.
0 noor: Crate of mushrooms, 41 minutes at the scale. I asked three people. Everybody thought that somebody else had the key.
1 ingrid: That is a real one, thank you. The scale was locked after a spill and nobody wrote down who had the key. Now there is a hook with a name on it.
2 noor: My first improvement! After three days!
3 elin: It is on the wall of firsts. Go and look, next to the coffee machine.
0 liam: I followed a pallet instead of a crate. Is that cheating?
1 oskar: It is ambitious. What did it wait for?
2 liam: For a driver who was at the dentist. Honestly.
3 kwame: That was me. I have a new tooth, and I am told the pallet was fine.
0 anouk: Finance in boots, what a sight. My crate waited for a *signature* for 12 minutes, which felt rather close to home.
1 marta: We asked for that signature in 2019, for one supplier. I shall look whether we still need it.
2 marta: We do not. From Monday no signature for crates below 200 euro.
3 bram: Twelve minutes, every morning, for seven years. Thank you, boots.
0 maya: I watched people instead of crates, it is my trade. Eleven of fourteen look at the lamp above the door and not at the screen. The screen could have told me anything.
1 lena: Then the words should be on the lamp. I will bring a drawing.
2 aiko: The lamp takes four colours and a blink. What would you say with that?
3 lena: Green: go. White: wait, and you need not ask. Blink: come here. Three are enough.
0 george: Please remember where you put the boots. We miss two left ones in size 42.
1 henry: Found one. It was in the cage.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/day-4', title: 'Your first order', start: '2026-02-05T10:20:00Z',
    lines: `
0 amara: I nearly ordered 40 *pallets* of leeks instead of 40 crates. The field turned yellow, and Lucía coughed very politely.
1 lucia: The cough is in the procedure. Step 6.
1 zeynep: The yellow is new since last autumn, after somebody really did order 40 pallets of pumpkins. We ate soup until December.
2 amara: Who was it?
3 zeynep: Me. I build the form now.
0 joris: I chose the wrong shop. There are two called "Markt 3". What stopped me was that my buddy knew that one of them is closed on Thursdays.
1 priya: I looked: eleven pairs of shops share a name. Would the village behind it have helped?
2 joris: Yes, and the picture of the shop front even more.
3 aiko: The village is in from today, see the grey line below the name. Pictures need a little longer.
0 noor: I forgot the delivery note for the eggs, and the form did not say so. The driver did.
1 sipho: Eggs need the farm's number on paper, since a person at the door checks it. It is the last paper that we carry.
2 noor: I have written it on my hand.
3 hanna: We have little cards for that, but I admire the spirit.
0 grace: Five years ago I sent 12 crates of ice to a flower shop. They kept it, and asked whether they could have it every week in summer. So: ring first, then panic.
1 femke: They still order it. Thursday, 12 crates.
0 anouk: Mine was about the price: I typed it with a point, the form wanted a comma. 1.99 became 199.
1 mei: That should not be possible. Which browser?
2 anouk: The old tablet at desk 4.
3 mei: Found: it took the language of the tablet instead of yours. Mended, with a test so that it stays so.
4 anouk: I broke something on my fourth day and was thanked for it. Odd place.
0 tomas: The point of today, in case you missed it under the leeks: everybody *nearly* got something wrong, and somebody or something stopped them. Write down what stopped you. That is how the yellow field was born.
1 liam: Nothing stopped me. I simply was very slow.
2 tomas: Slow is a fine stop.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/day-5', title: 'Look back, look ahead', start: '2026-02-06T11:00:00Z',
    lines: `
0 amara: The odd thing: there are three places to write down that a crate was broken, and people use a fourth, a whiteboard.
1 ingrid: The whiteboard is the only one that you can reach with gloves on.
2 lena: Oh. That explains the whole survey.
1 ravi: Which of the three do you look at, Ingrid?
2 ingrid: The whiteboard.
0 joris: Everybody says good morning at four in the afternoon, when the late shift begins. It is lovely, and nobody can tell me why.
1 oskar: It is the morning of the shift. Good night is said at midnight, whatever the sun does.
0 noor: The odd thing for me: the meeting about having fewer meetings is every week.
1 fatima: That one hurt. It is every two weeks from now on.
2 yusuf: Proposal: we cancel it once, and see who misses it.
3 fatima: Done. If nobody asks until March, it is gone for good.
4 elin: Nobody asked. It is gone for good.
0 liam: We have a machine that folds boxes and a person who unfolds half of them, because they are too small for the new crates.
1 mehdi: The machine is from before the new crates. I have an offer for the bigger frame since spring and thought nobody minded.
2 emil: The person who unfolds minds. Hello.
3 mehdi: Ordered. Two weeks. Emil, I owe you a coffee a day until then.
0 anouk: I got an answer from the person who runs the company at ten at night, to a question about the canteen. Kind, but please sleep.
1 chloe: She read this, laughed, and has promised to send such answers in the morning.
0 maya: As one who did this course last year: the oddest thing I named then (the bell that rings when *nothing* has arrived) still rings. I have grown fond of it.
1 viktor: It tells us that the network is alive. If it ever stops ringing, run.
0 elin: The cake of the month goes to the whiteboard and its gloves. We meet at 15:00 in the canteen, Amara cuts.
1 amara: I have been here five days and have a cake. My mother will not believe it.
2 grace: Wait until you see who has to do the dishes.
0 pieter: Question to you all: what would you do differently in the first week, if it were yours to plan?
1 noor: Boots on day one. Everything else makes sense after the boots.
1 joris: A list of who is who at the coffee machine. With faces.
2 soraya: And how to say the names! I can record them, two seconds each.
3 wouter: As a Wouter, I vote for this.
1 amara: Less reading on day two, and one more walk.
2 elin: Boots on day one it is, from the March group on. Thank you for being frank.
`,
  },
];
