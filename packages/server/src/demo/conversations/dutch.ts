import {readScript, type Script} from '../script.ts';

/** What the Dutch-speaking colleagues talk about. */
export const dutch: readonly Script[] = [
  readScript('onboarding', 'onboarding/dag-1', 'discussion', 'Je eerste dag', `
sanne +4: Welkom! Welke drie woorden hoorde je vandaag die je nog niet kende? Geen woord is te klein. Bij mij waren het ooit *rolco*, *derving* en *de maandagvorm*.
> noor +2: *Golf*, *slot* en *afkeur*. Bij golf dacht ik aan de zee.
>> pieter +3: Een golf is een stapel bestellingen die we samen verzamelen. Op maandag is het trouwens net de zee.
> femke +1: *Retourstroom*, *kruisdok* en *Hendrik*.
>> bram +5: Hendrik is de heftruck. Hij heeft een naam omdat hij al hier was toen wij kwamen.
> anouk: *Transitorisch*, *crediteur*, *afletteren*.
>> fatima +1: Afletteren: twee rijen cijfers naast elkaar leggen tot alles een maatje heeft. Wie overblijft, daar bel je over.
>>> anouk +2: Eindelijk een uitleg die ik aan mijn oma kan geven.
> daan: *Rolco* staat nog open. Dat is een rolcontainer: een kooi op wielen. Niet aan trekken, altijd duwen.
>> wouter +2: En niet met je telefoon in je hand. Vraag niet hoe ik dat weet.
>> hanna +3: Ik weet het. Er is een formulier van.
joris +2: Mag je hier echt alles vragen? In mijn vorige baan zeiden ze dat ook.
> sanne +6: Probeer het. Stel de vraag waar je het meest tegenop ziet, dan doen we die eerst.
> joris +3: Goed dan. Waar is het toilet bij de werkplaats?
>> emil +5: Achter de lasafdeling, groene deur. Dat heb ik op mijn vierde dag gevraagd. Vier dagen!
>> george +4: Er komt een bordje. Het had er al twintig jaar moeten hangen.
femke: Ik heb vanavond mijn maatje bedankt. Zij zei dat niemand dat ooit doet.
> fatima +3: Dat klopt, en het is gratis. Mooi dat jij het doet.
`),
  readScript('onboarding', 'onboarding/dag-3', 'discussion', 'Het magazijn in', `
hanna +3: Gele streep = mensen, grijs = machines, en altijd **ogen vóór voeten**. Wat viel je vandaag op?
> femke +1: Dat iedereen elkaar goedemorgen zegt, ook om elf uur 's avonds.
>> bram +2: Voor ons is het dan ook ochtend.
> anouk +1: Dat er zo weinig ligt. Ik dacht aan bergen.
>> daan +3: Als er bergen liggen, is er iets misgegaan. Eten moet weg, daar is het voor.
> wouter: De deuren van de laadkuil staan 's nachts open terwijl er niemand is.
>> pieter +2: Er is wel iemand: een chauffeur die tien minuten te vroeg is. Maar drie deuren is veel voor één chauffeur.
>>> wouter +1: Mag ik een keer meelopen om half drie?
>>> pieter: Neem een jas mee.
noor +2: Ik heb preien en bosuien verwisseld. Twee keer.
> ingrid +3: Dat doet iedereen. Daarom krijgen ze nu een andere kleur label. Jij bent de reden, niet de schuldige.
> bram +2: Ik ook, na zeven jaar. Om zes uur 's ochtends is alles groen.
joris: Waarom duwen we de karren en trekken we ze niet?
> sanne +4: Waar kijk je naar als je trekt?
> joris +1: Naar… achteren. O.
> sanne +2: Precies. En waar zijn je hielen?
soraya +1: Voor wie Nederlands leert: *laadkuil*, *stellingkast*, *heftruck*. Ik maak kaartjes met een tekening. Wie wil ze?
> mei +2: Ik! En graag ook *gedoe*. Dat hoor ik overal en het staat nergens.
>> soraya +4: Gedoe laat zich niet tekenen. Ik zal het proberen met een touw.
>> femke +1: Gedoe is als drie mensen over een deur praten en de deur dicht blijft.
`),
  readScript('onboarding', 'onboarding/checklist-nl', 'discussion', 'Mijn checklist voor het openen van deur 6', `
daan +5: Zo doe ik het, elke ochtend. Doe het na en zeg wat je anders doet:

1. Kijk op het bord *en* bel de chauffeur
2. Licht op rood, wiggen voor de wielen
3. Pas dan de klep
4. Thermometer in de middelste pallet, niet in de voorste
> noor +2: Nagedaan. Bij stap 4 kon ik niet bij de middelste. Ik heb de achterste genomen en dat erbij geschreven.
>> daan +2: Goed dat je het erbij schrijft. De achterste is beter dan de voorste.
> pieter +1: Bij mij komt er een stap nul: kijk of het vandaag wel deur 6 is.
>> daan +3: Stap nul staat er nu in. Met jouw naam.
> hanna +2: Stap 2 is de stap die mensen overslaan als het regent. Hang de wiggen onder het afdak.
>> george +1: Haak hangt er. Rechts, op heuphoogte.
> ingrid: Waarom niet de voorste pallet?
>> daan +3: Die heeft bij elke stop de deur open gezien. De middelste vertelt hoe de reis was.
> anouk: Mag ik dit gebruiken voor de facturen? Stap nul: kijk of het wel deze klant is.
>> fatima +2: Dit is het leukste hergebruik van de week.
`),
];
