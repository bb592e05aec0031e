import type { Example } from './example.js';

const goals = ['Göteborgs Stad: Litteratur och läsning för de globala målen', 'https://goteborg.se/wps/portal/enhetssida/litteraturstaden-goteborg/ansokan-2021/litteratur-och-lasning-for-de-globala-malen'] as const;
const fair = ['Vårt Göteborg, 2016: Göteborgs lässatsning för barn visas upp på Bokmässan', 'https://vartgoteborg.se/kultur-o-fritid/goteborgs-lassatsning-for-barn-visas-upp-pa-bokmassan/'] as const;
const visits = ['Vårt Göteborg: Fler familjer får hembesök av biblioteket', 'https://vartgoteborg.se/kultur-o-fritid/fler-familjer-far-hembesok-av-biblioteket/'] as const;

/** Göteborg: the city where we read for our children. Real facts with their sources; every person is invented. */
export const goteborg: Example = {
  name: 'Staden där vi läser för våra barn',
  worry: 'Barn kommer till skolan med olika många ord, och det följer dem hela livet.',
  purpose: 'Att alla barn får höra berättelser, på vilket språk det än är.',
  groundRules: 'En saga räknas lika mycket som en bok.\nVi skriver så att en förälder på språng hinner läsa.',
  people: [
    { name: 'Maja Lind', capacity: 'OFFICIAL', knows: 'hembesök från biblioteket' },
    { name: 'Henrik Aas', capacity: 'OFFICIAL', knows: 'folkbibliotek och kapprumsbibliotek' },
    { name: 'Ingrid Falk', capacity: 'RESEARCHER', knows: 'små barns språk' },
    { name: 'Yusuf Demir', capacity: 'RESIDENT', knows: 'att vara läsambassadör på flera språk' },
    { name: 'Leyla Karimi', capacity: 'RESIDENT', knows: 'sagor som aldrig har stått i en bok' },
  ],
  organisations: [
    { name: 'Social resursförvaltning', parent: 'Göteborgs Stad', answer: 'YES' },
    { name: 'Stadsbiblioteket', parent: 'Göteborgs Stad', answer: 'YES', speaker: { name: 'Henrik Aas', mandate: 'Talar för biblioteken i nordost', until: '2027-08-31' } },
    { name: 'Barnavårdscentralerna', parent: 'Västra Götalandsregionen' },
    { name: 'Alfons Åbergs Kulturhus', answer: 'YES' },
    { name: 'Bokstart', answer: 'YES', speaker: { name: 'Maja Lind', mandate: 'Hembesöken, inte bokgåvan', until: '2027-12-31' } },
  ],
  framings: [
    {
      name: 'Högläsning som jämlikhetsarbete',
      by: 'Maja Lind',
      belongs: 'Böcker, tid och vuxna som läser högt.',
      outside: 'Hur skolan lär barn att läsa.',
      forWhom: 'Familjer med barn under sex år.',
      unknown: 'Vad som händer hemma när vi har gått.',
      norms: 'Språket är en del av en jämlik start.',
      text: ['Läsförmågan hör till det som avgör mest för ett barns möjligheter. Därför börjar vi hemma hos familjen, med en bok i handen, när barnet är ett halvår.'],
    },
    {
      name: 'Berättande före bok',
      by: 'Leyla Karimi',
      belongs: 'Sagor, sånger och minnen på alla språk.',
      outside: 'Att få alla att läsa böcker på svenska.',
      forWhom: 'Familjer där böcker saknas på det egna språket.',
      unknown: 'Hur många sagor som finns i staden.',
      norms: 'Det talade ordet är lika mycket värt som det skrivna.',
      text: [
        { by: 'Yusuf Demir', text: 'Den som inte läser själv vill inte bli sedd med en bok. Men nästan alla kan berätta.' },
        'Min mor kan fyrtio sagor. Ingen av dem står i en bok, och när hon är borta är de det också.',
        { by: 'Ingrid Falk', text: 'För ett litet barns språk spelar det mindre roll om orden kommer ur en bok eller ur en människa än att de kommer, varje dag.' },
      ],
      talk: [
        {
          by: 'Henrik Aas',
          about: 'ur en människa',
          text: 'Vet vi det, eller tror vi det?',
          replies: [{ by: 'Ingrid Falk', text: 'Vi vet det om samtal. Om sagor tror jag det. Skriv gärna in den skillnaden.', to: 'Henrik Aas' }],
        },
      ],
      named: { by: 'Leyla Karimi', label: 'Som vi läste den på biblioteket' },
      before: { name: 'Fler böcker på fler språk', by: 'Henrik Aas', reason: 'Böckerna är en väg. Berättandet kommer före.' },
    },
  ],
  contributions: [
    { text: 'Läsförmågan är en av de viktigaste faktorerna för ett barns möjligheter i livet.', by: 'Ingrid Falk', kinds: ['FACTS'], how: ['READ'], framing: 'Högläsning som jämlikhetsarbete', source: goals },
    { text: 'Uppmaningen att läsa för barnen kom från Michael Marmot, som svar på hur klyftorna kan minskas.', by: 'Ingrid Falk', kinds: ['UNDERSTANDING'], how: ['READ'], framing: 'Högläsning som jämlikhetsarbete', source: goals },
    { text: 'Hembesök med bokgåva när barnet är sex månader, ett nytt besök vid elva månader.', by: 'Maja Lind', kinds: ['SKILL'], how: ['PRACTISED'], framing: 'Högläsning som jämlikhetsarbete', source: visits },
    { text: 'Kapprumsbibliotek på förskolan gör att föräldrar lånar böcker när de hämtar.', by: 'Henrik Aas', kinds: ['SKILL'], how: ['PRACTISED'], source: fair },
    { text: 'Många tror att små barn inte hör hemma på biblioteket.', by: 'Maja Lind', kinds: ['UNDERSTANDING'], how: ['TOLD'], framing: 'Berättande före bok', source: visits },
    { text: 'Den som inte läser själv vill inte bli sedd med en bok; börja med att berätta.', by: 'Yusuf Demir', kinds: ['FAMILIARITY'], how: ['LIVED', 'PRACTISED'], framing: 'Berättande före bok', about: 'bli sedd med en bok', question: { by: 'Ingrid Falk', text: 'Hur märker du det?', answer: 'De lägger boken upp och ned och tittar på mig i stället.' } },
    { text: 'Vi har inga barnböcker på mitt språk, men min mor kan fyrtio sagor.', by: 'Leyla Karimi', kinds: ['FAMILIARITY'], how: ['LIVED'], framing: 'Berättande före bok', about: 'fyrtio sagor' },
    { text: 'Spela in mormödrarna och låt inspelningarna lånas ut som böcker.', by: 'Leyla Karimi', kinds: ['FAMILIARITY'], how: ['LIVED'], framing: 'Berättande före bok', proposal: true },
  ],
  initiatives: [
    { name: 'Bokstart', description: 'Hembesök från biblioteket med bokgåva vid sex och elva månader; från två områden till tolv.', url: visits[1] },
    { name: 'Bokgåva i förskoleklass', description: 'Omkring 6 400 barn får en bok.', url: 'https://vartgoteborg.se/utbildning/6400-barn-far-bokgava/' },
  ],
};
