import type {Script} from './script.ts';

export const eersteDagen: readonly Script[] = [
  {
    space: 'onboarding', key: 'onboarding/dag-1', title: 'Vind je draai', start: '2026-03-02T08:30:00Z',
    lines: `
0 femke: Mijn drie woorden: **retourfust**, **venstertijd** en "de kooi". Bij het eerste dacht ik aan bier.
1 sanne: Zo gek is dat niet, het woord komt er vandaan. Bij ons zijn het de lege kratten die terugkomen. Per dag zo'n 14.000.
2 femke: Veertienduizend? Waar laat je die?
3 bram: In de achterste hal, tot ze gewassen zijn. Op maandagmorgen kun je er een doolhof in lopen. Niet doen.
1 pieter: Venstertijd is het uur waarin een winkel ons mag ontvangen. Te vroeg is net zo vervelend als te laat: dan staat de bus voor een dichte deur.
0 daan: Ik hoorde steeds **"op rood"**. Het is geen stoplicht, weet ik nu.
1 joris: Wat dan wel?
2 daan: Een lijn met tekort. Rood op het bord betekent: bel eerst de winkel, zoek daarna de oorzaak.
3 wouter: En in die volgorde! De oorzaak loopt niet weg.
0 anouk: Welk woord gebruiken jullie zelf te vaak, zonder uit te leggen?
1 emil: "Even." Het duurt nooit even.
1 fatima: "Traject." Ik doe mijn best.
1 marta: "Overlopend." In gewoon Nederlands: het hoort bij vorige maand, maar de rekening kwam nu pas.
0 soraya: Voor wie het Nederlands nog nieuw is: elke dinsdag om half drie oefenen we een half uur bij de koffie. Fouten zijn welkom, ik maak ze ook.
1 kwame: Ik kom, als iemand mij eindelijk "gezellig" uitlegt.
2 femke: Dat is precies wat er op dinsdag gebeurt.
1 sipho: Ik ook. Mag mijn zoon van zes mee? Hij is beter dan ik.
2 soraya: Dan mag hij lesgeven.
0 elin: Ook deze woorden komen op de lijst. Nummer 32 tot en met 36, met dank.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/dag-2', title: 'Zo praten we met elkaar', start: '2026-03-03T09:05:00Z',
    lines: `
0 joris: Een chauffeur zei tegen mij: "je planning klopt, maar de weg niet." Er lag een omgewaaide boom die nog niet op de kaart stond. Zonder hem had ik twee bussen die kant op gestuurd.
1 pieter: Dat was vorige week donderdag? Toen stond ik erachter. Dank je wel dus.
0 noor: Ik heb zelf iets op tijd gezegd! De temperatuur in wagen 12 liep op, en ik dacht eerst dat ik verkeerd keek.
1 wouter: Je keek goed. Twee graden in twintig minuten, de deur sloot niet. We hebben de zuivel nog net overgezet.
2 noor: Mijn hart klopte harder dan de motor.
3 hanna: Zo voelt het de eerste keer. Daarna wordt het gewoon een telefoontje.
0 femke: Aan de telefoon leerde ik: zeg eerst wat je *weet*, dan wat je *niet* weet, en dan wanneer je terugbelt. Winkels vinden dat derde het belangrijkst.
1 lucia: En bel dan ook terug, zelfs als je nog niets weet.
2 femke: Juist dan.
0 bram: Wat doe je als je iets tegen je baas moet zeggen wat hij niet leuk vindt?
1 fatima: Zeggen. En als dat niet lukt, eerst tegen mij zeggen, dan doen we het samen.
1 oskar: Ik heb Emil eens verteld dat zijn nieuwe indeling niet werkte. Hij was een uur boos en toen hebben we hem samen veranderd.
2 emil: Drie kwartier.
0 liam: Mijn Nederlands is nog klein, maar ik zeg: dank voor het langzame praten van iedereen deze week.
1 sanne: Dat is een mooie zin, Liam. Geen fout te vinden.
2 soraya: "Mijn Nederlands is nog klein" ga ik inlijsten.
0 anouk: Vraag: chat, mail of bellen? Ik doe het nu op gevoel.
1 ravi: Brandt het: bellen. Mag het morgen: chat. Moet iemand het over een maand terugvinden: hier.
2 anouk: "Hier" is dus dit gesprek?
3 ravi: Precies. In de chat is het over drie weken weg, hier vindt de volgende groep het terug.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/dag-3', title: 'Het magazijn in', start: '2026-03-04T08:10:00Z',
    lines: `
0 hanna: Gele streep = mensen, grijs = machines, en altijd **ogen vóór voeten**. Wat viel je vandaag op?
1 femke: Dat iedereen elkaar goedemorgen zegt, ook om elf uur 's avonds.
2 bram: Voor ons is het dan ook ochtend.
1 anouk: Dat er zo weinig ligt. Ik dacht aan bergen.
2 daan: Als er bergen liggen, is er iets misgegaan. Eten moet weg, daar is het voor.
1 wouter: De deuren van de laadkuil staan 's nachts open terwijl er niemand is.
2 pieter: Er is wel iemand: een chauffeur die tien minuten te vroeg is. Maar drie deuren is veel voor één chauffeur.
3 wouter: Mag ik een keer meelopen om half drie?
3 pieter: Neem een jas mee.
0 noor: Ik heb preien en bosuien verwisseld. Twee keer.
1 ingrid: Dat doet iedereen. Daarom krijgen ze nu een andere kleur label. Jij bent de reden, niet de schuldige.
1 bram: Ik ook, na zeven jaar. Om zes uur 's ochtends is alles groen.
0 joris: Waarom duwen we de karren en trekken we ze niet?
1 sanne: Waar kijk je naar als je trekt?
1 joris: Naar… achteren. O.
1 sanne: Precies. En waar zijn je hielen?
0 soraya: Voor wie Nederlands leert: *laadkuil*, *stellingkast*, *heftruck*. Ik maak kaartjes met een tekening. Wie wil ze?
1 mei: Ik! En graag ook *gedoe*. Dat hoor ik overal en het staat nergens.
2 soraya: Gedoe laat zich niet tekenen. Ik zal het proberen met een touw.
2 femke: Gedoe is als drie mensen over een deur praten en de deur dicht blijft.
`,
  },
  {
    space: 'onboarding', key: 'onboarding/checklist-nl', title: 'Mijn checklist voor het openen van deur 6', start: '2026-03-05T08:10:00Z',
    lines: `
0 daan: Zo doe ik het, elke ochtend. Doe het na en zeg wat je anders doet:

1. Kijk op het bord *en* bel de chauffeur
2. Licht op rood, wiggen voor de wielen
3. Pas dan de klep
4. Thermometer in de middelste pallet, niet in de voorste
1 noor: Nagedaan. Bij stap 4 kon ik niet bij de middelste. Ik heb de achterste genomen en dat erbij geschreven.
2 daan: Goed dat je het erbij schrijft. De achterste is beter dan de voorste.
1 pieter: Bij mij komt er een stap nul: kijk of het vandaag wel deur 6 is.
2 daan: Stap nul staat er nu in. Met jouw naam.
1 hanna: Stap 2 is de stap die mensen overslaan als het regent. Hang de wiggen onder het afdak.
2 george: Haak hangt er. Rechts, op heuphoogte.
1 ingrid: Waarom niet de voorste pallet?
2 daan: Die heeft bij elke stop de deur open gezien. De middelste vertelt hoe de reis was.
1 anouk: Mag ik dit gebruiken voor de facturen? Stap nul: kijk of het wel deze klant is.
2 fatima: Dit is het leukste hergebruik van de week.
`,
  },
];
