import {readScript, type Script} from '../script.ts';

/** The conversations below the five days of the onboarding course. */
export const onboarding: readonly Script[] = [
  readScript('onboarding', 'onboarding/day-1', 'discussion', 'Find your feet', `
elin +6: Welcome! Tell us your **three words**: three that everybody around you used today and that you did not know. No word is too small. Mine, nine years ago: *tote*, *cut-off* and *Hendrik* (he turned out to be the forklift).
> amara +4: *Cross-dock*, *shrinkage* and *ASN*. I nodded at all three.
>> tomas +5: An **ASN** is an advance shipping notice: the farm tells us what is on the lorry before it is here. Nodding is how I got through my first month, too. I would have been faster by asking.
>> bram +3: *Shrinkage* is what we bought and cannot sell: bruised, wilted, gone. We write it on the board by the door each morning, so come and look.
>>> amara: I walked past that board and thought it was the lunch menu.
>>> bram +7: It has been said to be more appetising than the lunch menu.
>> joris: And cross-dock?
>>> daan +4: In on one side of the hall, out on the other, without ever being put on a shelf. If it sleeps here, it was not cross-docked.
> joris +2: *Reefer*, *pick face* and *the Monday shape*.
>> sanne +3: A reefer is a lorry that cools. The pick face is the front of the shelf, where hands go. What is the Monday shape?
>> joris: I hoped somebody would tell me. Oskar drew it in the air.
>> oskar +5: It is how Monday's volumes look as a curve: nothing, nothing, then a wall at half past four. I will draw it on paper.
> noor: *Wave*, *slot* and *dolly*. Only the dolly was what I thought.
>> pieter +3: A wave is a bunch of orders that we pick together; a slot is the time that a lorry has at a door. Miss your slot and you learn another word.
> liam +2: *Datum*, *shim*, *snag list*. I am in the workshop, so mine are metal.
>> emil +2: Datum: the one surface that everything else is measured from. Choose it badly, and everything is precisely wrong.
>>> liam: I am going to hang that over my bench.
> anouk: *Accrual*, *three-way match*, *month-end*. I know month-end as a date; here it seems to be weather.
>> marta +6: It is weather. A three-way match is easy, though: what we ordered, what came, what they bill. If the three agree, it pays itself.
> mei +1: *Golden record*, *backfill* and *flaky*.
>> priya +2: Golden record: of the four places that know a customer, the one that we believe. It changes less often than you would fear, and more often than I would like.
grace +3: I drew the map of the house. It is wrong in two places that I know of. Does anybody else have a staircase that is on no plan?
> george +5: There is one behind the cold store that ends at a wall. It was a door until 2011. You have drawn it right; the house is wrong.
> sipho: I found the roof and could not find the way down. A very kind person with a mop saved me.
>> henry +4: That is Odile, and she knows the house better than my cameras do. Ask her things.
femke: Is it normal to be this tired after a day of only listening?
> fatima +8: Completely. Listening to a new place is work: everything is news. It gets lighter around Thursday, nearly to the day.
> lucia +3: I fell asleep on the tram in my first week, and again in the second. Third week fine.
kwame +2: For my buddy, Zeynep: thank you for saying "I did not know that either, let us look". That made my day.
> zeynep +4: It is true of most things you asked. You ask good ones.
diego: What do you all write down, and where? I have four notebooks already and it is half past three.
> lena +3: One notebook, two columns: what I was told | what I still wonder. On Friday I ask the second column.
> aiko +2: A plain text file, newest on top, with the name of who told me. The name turned out to be the useful part.
> hanna +2: On paper in the hall. Not because it is nice, but because you look where you walk.
soraya +1: For those who work in their second or third language like me: ask for the word again. Nobody has ever minded, and twice it turned out that the others were not sure, either.
> ana +2: Seconded, in my fourth.
> chloe: We are making a glossary out of this thread. It has 41 words so far, and one forklift.
`),
  readScript('onboarding', 'onboarding/day-2', 'discussion', 'How we talk to each other', `
elin +5: Today's question: tell us of a time when somebody **asked something simple** and it helped you. Or of a time when nobody did.
> ingrid +7: We had a form with a box called "Ref. B". Everybody filled it in. In my second week I asked what for. It was for a system that had been switched off two years earlier.
>> viktor +4: I switched it off. I had no idea that anybody was still typing.
>> pieter +2: We saved about four minutes a day each. That is a lot of coffee.
> clara +3: The other way round: in a meeting I did not ask what "exposed" meant. I thought of the law, they thought of tomatoes in the sun. We agreed on something that neither of us meant.
>> maya +2: I now end meetings with "what did we just decide?", said by the person who talked least. It is surprising how often it is news.
>>> zeynep +1: Stolen for our planning. It works.
> ravi +4: A customer asked me why the button was grey. I explained, and while explaining saw that it should not be.
amara +2: I find it hard to ask in the big channel. Forty people see that I do not know.
> tomas +9: Forty people see that it can be asked. I promise that at least three of them are glad. If it is too much today, ask me, and I will ask it there as mine.
>> amara +1: I would like to take that offer once, and then try by myself.
>> tomas +2: Deal.
> grace +3: I counted when I was new: of the ten things I asked in my first month, eight were asked by somebody else later. With my answers below them.
> liam: I practise on Emil.
>> emil +5: I am honoured, and often ignorant.
yusuf +3: A small thing about *how*. "It does not work" takes me an hour. "I did A, I saw B, I had thought C" takes me five minutes. The second is not longer to write.
> ravi +2: And if you do not know what you had thought, say that. It is a fine answer as well.
> aiko +2: We put exactly that into the form for bugs: did, saw, had thought. Half of them solve themselves while being written.
> kwame: In the field I add a photograph. Of the whole thing and not only of the broken bit.
>> sipho +2: With a hand in it. For the size.
lena +1: What do you do when you get an answer and do not understand the answer?
> hanna +4: I say back what I think I heard. "So I may open it when the light is green?" Then they say no, and I still have my fingers.
> soraya +2: I ask for an example. Nearly everybody explains better by example than by rule.
> mehdi: I ask somebody else, quietly. Is that bad?
>> fatima +3: Not at all. Perhaps tell the first person what you found; they will explain it better the next time.
chloe +1: Writing tip from somebody who edits other people's sentences for a living: the question goes **first**. Then the story.
> marta: I do it the other way round, because I fear to be rude.
>> chloe +3: I know that fear! "Could you check invoice 4410 for me? Here is why:" is polite and still begins with the question.
femke +2: Somebody thanked me today for a thing from March. I had forgotten it. I have not stopped smiling.
> elin +4: This is the second half of today. Think of one person who helped you, and **tell them**, here or in person, with what exactly they did.
> joris +3: Oskar, thank you for the drawing of the Monday shape. I have it on my locker.
>> oskar +1: I am going to pretend that I am not moved.
> noor +2: Daan, for walking the loading bay with me twice, the second time slower.
> anouk +1: Marta, for "it is weather".
> mei +2: Priya, for letting me break the test data, and for having a copy.
wouter: In my last job a question was a sign of weakness. It will take me a while.
> george +5: Take it. I was like that for two years. Then I asked where the main valve was, five minutes before I needed it.
> ana +2: Same. I began by answering other people's questions. Asking came by itself.
`),
  readScript('onboarding', 'onboarding/day-3', 'discussion', 'The warehouse, in boots', `
hanna +5: Before anybody goes in: yellow line = people, grey = machines, and the rule that has no exception: **eyes before feet**. What did you see today that you did not expect?
> priya +3: How quiet it is. I had thought of noise. It is mostly wheels and "morning".
> lena +2: That the labels are at hip height. On my drawings they are at eye height. I will change my drawings.
>> bram +4: Please do! And bigger. We read them from a moving cart.
>>> lena +1: May I come on Thursday at five and watch?
>>> bram: Four. By five we are done.
> clara: Hendrik. He is smaller than his legend.
> maya +2: Everybody has a pen behind an ear, and there is a form for nearly nothing. What are the pens for?
>> daan +6: The backs of our hands.
grace +1: I picked one order, 31 lines, in 52 minutes. Bram says the record is eleven. I got all 31 right, though.
> bram +7: All right beats fast. Fast comes from having been right for a year.
> noor: I did 31 lines with two wrong. Leeks and spring onions are the same plant at six in the morning.
>> ingrid +2: They are not, but the labels could do more. Writing it down.
ravi: Why are the bananas in a room of their own?
> mehdi +4: They breathe out something that tells everything near them to ripen. Lovely for bananas, unhappy for broccoli.
>> ravi +1: I shall think of certain meetings differently from now on.
> noor +1: And the room is warmer! 14 degrees. I had put my gloves on.
sanne +2: For the workshop people: look at the wheels of the carts, not at the carts. What do you notice?
> liam +2: The left back one is more worn than the others. On all of them.
>> sanne +4: Now find out why. Do not tell the others before Friday.
>> joris: Is it because the hall slopes?
>>> sanne +1: It is a good idea. How could one measure that with what is in your pocket?
>>> joris +3: A ball pen on the floor. It rolls to the drain!
>>> emil +2: And this is how he came to us.
wouter +1: The cooling hums at night when nobody is there. I looked at the curve: from two to four it works against the open doors of the bay.
> viktor: There is a sensor on each door, as it happens. They report to nobody.
>> wouter +3: They could report to me. Coffee?
>> viktor +1: Coffee.
> george +2: If those two are going to have coffee, I want it in the minutes. This house pays 40 per cent of its electricity for cold.
diego: I sold these things for a year without having smelled them. Embarrassing, and wonderful. I will take customers here.
> hanna +1: With boots and in groups of six, please. I will help you.
> chloe: And may I come with a camera? Not on the faces, on the hands.
>> bram +2: Ask each one. Most will say yes. Not before coffee.
henry +2: You need a badge for the cold store, and the badge reader does not like gloves. Take one glove off, badge, wait for the *click*, not the light. The light lies.
> aiko: How long has the light lied?
>> henry: Since the update.
>> aiko +3: Did, saw, had thought? I will fix your light.
amara +2: I was on the phone for a customer whose delivery was late, and this time I knew what it looks like at four in the morning. I talked to her quite differently.
> lucia +3: That is exactly why customer care goes in boots. What did you say?
>> amara +4: Not "the delivery is delayed" but "it is on the second lorry, they are loading it now, I have stood there". She laughed and said to say hello to Hendrik. I had told her of Hendrik.
`),
  readScript('onboarding', 'onboarding/day-4', 'discussion', 'Your first order', `
tomas +3: Today each of you takes one order from the first call to the shelf. Write what happened, in order, as it was and not as it should be. Where did you wait?
> femke +2: 8:10 call, 8:14 typed, 8:15 … 9:40 nothing. I waited for a price.
>> diego +4: For me. I was in the car. That price is the same every week; you should not have to ask me at all.
>>> zeynep +2: Then it can be in the list. I will put it in, if you tell me when it changes.
>>> femke: This took four minutes to solve, and it has waited for years?
>>> tomas +5: Nobody had stood where you stood, with a pen.
> noor +1: I waited twelve minutes at door 6 for a lorry that was at door 9.
>> daan +2: The board said 6, the driver's phone said 9. Both are right: one is the plan, the other is the world.
>> pieter +3: I make the plan. Call me when the world disagrees. I mean it.
> amara: I did not wait at all, but I asked the customer the same thing three times, since three screens wanted it.
>> aiko +1: Which thing?
>> amara: The gate code.
>> aiko +4: I am looking at it. It is typed in three places because in 2014 there were three companies. I will show you on Monday.
> joris +1: Mine was a spare part, so it went the other way: from the shelf to the cart that did not roll. Nobody waited but the cart.
anouk +2: I followed the bill. The order was right, the delivery was right, the bill was for a different tomato.
> marta +3: Tell me more about the tomato.
> anouk: Ordered "tomato vine 5 kg", delivered the same, billed "tomato plum 5 kg". 40 cents less. Nobody complained.
>> marta +4: Of course not! Look at how many bills have it before you tell Mehdi. Bring him a number, and a biscuit.
>> mehdi +2: I accept numbers also without biscuits. But I have noted the custom.
>> anouk +5: 212 bills since May. Here is the number. The biscuit is on your desk.
kwame: I was in the field, so my order was a fridge in a shop in the hills. It took four hours, three and a half of them road.
> sipho +2: Did you take the part that "nobody ever needs"?
>> kwame +3: I did, because you told me. I needed it.
grace +1: My customer wanted the thing that we do not have and was kind about it. I offered the thing that we have. She took it and wrote a review. Is that luck or can one learn it?
> tomas +4: What were your words?
> grace +2: "I have not got that one. I have one that I would take myself for a soup." It was for a soup.
> tomas +6: Then one can learn it: you asked what it was *for*. That is most of our work.
> lucia +2: I have stolen "that I would take myself".
mei: I traced one order through the data. It has seven numbers. Seven! Which one is the order?
> priya +3: The one that the customer says on the telephone. All the others are ours.
> ravi +1: I keep a card with the seven on it. I will make you one.
> henry: Eight, with the one on the badge of the lorry.
>> mei +1: I am going to lie down.
liam +3: What I learned: before I began I thought that an order is a thing. It is a lot of people one after another, and each one has to trust the one before.
> elin +8: If you had told me on Monday that somebody would write this on Thursday, I would have believed it, because somebody always does. Still: thank you.
`),
  readScript('onboarding', 'onboarding/day-5', 'discussion', 'Look back, look ahead', `
elin +3: Last day. Three lines each: **what I will keep**, **what I would change**, **what I want to learn next**. Mentors read along and answer.
> joris +2: Keep: eyes before feet. Change: the wheels (it was the drain!). Learn: to weld without looking like a firework.
>> sanne +3: Wednesdays at three, bench four. Bring sleeves.
> amara +2: Keep: asking what it is for. Change: the gate code. Learn: what to say when I really cannot help.
>> tomas +2: Let us do that together, next week, with two recordings. One of them is mine, and it is not a good one.
> noor +1: Keep: the column with what I wonder. Change: door 6. Learn: planning, from Pieter, if he likes.
>> pieter +2: He likes.
> anouk +2: Keep: three-way match. Change: one tomato. Learn: how Marta knows where to look.
>> marta +3: I do not know where to look. I look at what is *bored*: what nobody has looked at for longest.
> mei +1: Keep: writing down who told me. Change: seven numbers to, say, six. Learn: to say "I do not know" in a meeting.
>> priya +4: I will begin: I do not know either why there are seven.
> liam +2: Keep: the datum. Change: nothing yet, ask me in a month. Learn: everything, slowly.
> femke +1: Keep: thanking people, by name and with the thing. Change: waiting for prices. Learn: French, a little.
>> chloe +1: Volontiers. Lunch on Tuesdays?
> kwame: Keep: the part nobody needs. Change: the road, but it is not ours. Learn: the new cooling.
>> wouter +2: We have a group for that: two people, one kettle. Join us.
> grace +2: Keep: all right beats fast. Change: the labels for leeks. Learn: to read the Monday shape before it comes.
>> oskar +2: I teach that for drawings of one's own.
lena +2: To those who came in boots with me: the labels are now at hip height and twice the size. On paper. We try them in aisle 3 from Monday.
> bram +6: They are up already. I could not wait. I read one from the far end and cheered; people looked.
> ingrid +2: Leeks and spring onions have different colours now, as in nature.
aiko +3: The light in front of the cold store tells the truth. Henry tested it with gloves.
> henry +4: I have been lied to for a year and miss it a little.
wouter +2: Doors and cooling talk to each other since Thursday night. First figure: 6 per cent less between two and four. It is one night, so no more than a nice beginning.
> george +3: I would frame it.
zeynep +2: For the record, out of one week with newcomers came: a price in the list, labels, a lamp, a door, a tomato. We should look at our own house like this more often.
> yusuf +3: We could each spend a day as somebody's newcomer. I volunteer for the night shift.
>> bram +2: Half past three. Bring something to eat. And a pen.
> maya +2: I would like to write down what made people see these things. My guess: they were *asked*, and had somebody beside them.
>> elin +5: And nobody laughed. Let us keep that.
`),
];
