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
0^# hanna: The yellow light on the scanner, so that nobody walks to the desk for it any more:

1. Hold it with the glass down, away from your eyes
2. Press the yellow button and keep it pressed
3. Count to ten, slowly: it beeps **twice**
4. Scan any label on the wall to see that it took
1+ mei: Works at door 4, too. Mine beeped at eight, and I let go at ten anyway.
1+ liam: It did not for me, twice. The third time I held it with the glove off, and it did.
2 hanna: Good to know, I never wear gloves at the wall. I will put it on the card.
1 sipho: Which labels on the wall? I only see the fire plan.
2 hanna: The ones under the fire plan, grey. Nobody ever saw them before they needed them.
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
  {
    space: 'onboarding', key: 'onboarding/spring', title: 'The spring cohort looks back', start: '2026-04-10T12:00:00Z',
    lines: `
0 elin: Last day. Three lines each: **what I will keep**, **what I would change**, **what I want to learn next**. Mentors read along and answer.
1 joris: Keep: eyes before feet. Change: the wheels (it was the drain!). Learn: to weld without looking like a firework.
2 sanne: Wednesdays at three, bench four. Bring sleeves.
1 amara: Keep: asking what it is for. Change: the gate code. Learn: what to say when I really cannot help.
2 tomas: Let us do that together, next week, with two recordings. One of them is mine, and it is not a good one.
1 noor: Keep: the column with what I wonder. Change: door 6. Learn: planning, from Pieter, if he likes.
2 pieter: He likes.
1 anouk: Keep: three-way match. Change: one tomato. Learn: how Marta knows where to look.
2 marta: I do not know where to look. I look at what is *bored*: what nobody has looked at for longest.
1 mei: Keep: writing down who told me. Change: seven numbers to, say, six. Learn: to say "I do not know" in a meeting.
2 priya: I will begin: I do not know either why there are seven.
1 liam: Keep: the datum. Change: nothing yet, ask me in a month. Learn: everything, slowly.
1 femke: Keep: thanking people, by name and with the thing. Change: waiting for prices. Learn: French, a little.
2 chloe: Volontiers. Lunch on Tuesdays?
1 kwame: Keep: the part nobody needs. Change: the road, but it is not ours. Learn: the new cooling.
2 wouter: We have a group for that: two people, one kettle. Join us.
1 grace: Keep: all right beats fast. Change: the labels for leeks. Learn: to read the Monday shape before it comes.
2 oskar: I teach that for drawings of one's own.
0 lena: To those who came in boots with me: the labels are now at hip height and twice the size. On paper. We try them in aisle 3 from Monday.
1 bram: They are up already. I could not wait. I read one from the far end and cheered; people looked.
1 ingrid: Leeks and spring onions have different colours now, as in nature.
0 aiko: The light in front of the cold store tells the truth. Henry tested it with gloves.
1 henry: I have been lied to for a year and miss it a little.
0 wouter: Doors and cooling talk to each other since Thursday night. First figure: 6 per cent less between two and four. It is one night, so no more than a nice beginning.
1 george: I would frame it.
0 zeynep: For the record, out of one week with newcomers came: a price in the list, labels, a lamp, a door, a tomato. We should look at our own house like this more often.
1 yusuf: We could each spend a day as somebody's newcomer. I volunteer for the night shift.
2 bram: Half past three. Bring something to eat. And a pen.
1 maya: I would like to write down what made people see these things. My guess: they were *asked*, and had somebody beside them.
2 elin: And nobody laughed. Let us keep that.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/spring-orders', title: 'First orders of the spring cohort', start: '2026-04-09T09:00:00Z',
    lines: `
0 tomas: Today each of you takes one order from the first call to the shelf. Write what happened, in order, as it was and not as it should be. Where did you wait?
1 femke: 8:10 call, 8:14 typed, 8:15 … 9:40 nothing. I waited for a price.
2 diego: For me. I was in the car. That price is the same every week; you should not have to ask me at all.
3 zeynep: Then it can be in the list. I will put it in, if you tell me when it changes.
3 femke: This took four minutes to solve, and it has waited for years?
3 tomas: Nobody had stood where you stood, with a pen.
1 noor: I waited twelve minutes at door 6 for a lorry that was at door 9.
2 daan: The board said 6, the driver's phone said 9. Both are right: one is the plan, the other is the world.
2 pieter: I make the plan. Call me when the world disagrees. I mean it.
1 amara: I did not wait at all, but I asked the customer the same thing three times, since three screens wanted it.
2 aiko: Which thing?
2 amara: The gate code.
2 aiko: I am looking at it. It is typed in three places because in 2014 there were three companies. I will show you on Monday.
1 joris: Mine was a spare part, so it went the other way: from the shelf to the cart that did not roll. Nobody waited but the cart.
0 anouk: I followed the bill. The order was right, the delivery was right, the bill was for a different tomato.
1 marta: Tell me more about the tomato.
1 anouk: Ordered "tomato vine 5 kg", delivered the same, billed "tomato plum 5 kg". 40 cents less. Nobody complained.
2 marta: Of course not! Look at how many bills have it before you tell Mehdi. Bring him a number, and a biscuit.
2 mehdi: I accept numbers also without biscuits. But I have noted the custom.
2 anouk: 212 bills since May. Here is the number. The biscuit is on your desk.
0 kwame: I was in the field, so my order was a fridge in a shop in the hills. It took four hours, three and a half of them road.
1 sipho: Did you take the part that "nobody ever needs"?
2 kwame: I did, because you told me. I needed it.
0 grace: My customer wanted the thing that we do not have and was kind about it. I offered the thing that we have. She took it and wrote a review. Is that luck or can one learn it?
1 tomas: What were your words?
1 grace: "I have not got that one. I have one that I would take myself for a soup." It was for a soup.
1 tomas: Then one can learn it: you asked what it was *for*. That is most of our work.
1 lucia: I have stolen "that I would take myself".
0 mei: I traced one order through the data. It has seven numbers. Seven! Which one is the order?
1 priya: The one that the customer says on the telephone. All the others are ours.
1 ravi: I keep a card with the seven on it. I will make you one.
1 henry: Eight, with the one on the badge of the lorry.
2 mei: I am going to lie down.
0 liam: What I learned: before I began I thought that an order is a thing. It is a lot of people one after another, and each one has to trust the one before.
1 elin: If you had told me on Monday that somebody would write this on Thursday, I would have believed it, because somebody always does. Still: thank you.
`,
  },
];
