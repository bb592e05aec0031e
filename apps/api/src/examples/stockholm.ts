import type { Example } from './example.js';

const divided = ['Skillnadernas Stockholm, 2015', 'https://pdfslide.tips/documents/skillnadernas-1-2015-06-23-3-en-stad-som-vaexer-samman-vi-talar-ofta.html'] as const;
const million = ['Sveriges Allmännytta: Så kan miljonprogram utvecklas', 'https://www.sverigesallmannytta.se/sa-kan-miljonprogram-utvecklas-for-mer-liv-mellan-husen/'] as const;
const reports = ['Stockholms stad: Social hållbarhet, rapporter', 'https://start.stockholm/om-stockholms-stad/utredningar-statistik-och-fakta/utredningar-och-rapporter/hallbarhet/social-hallbarhet/'] as const;
const begins = ['Stockholms byggnyheter 2017-09-05: Nu drar Fokus Skärholmen igång', 'http://www.stockholmsbyggnyheter.se/20170905/3109/nu-drar-fokus-skarholmen-igang'] as const;
const approved = ['Stockholm växer, januari 2022: 5500 bostäder godkända', 'https://vaxer.stockholm/nyheter/2022/01/5500-bostader-godkanda--inom-fokus-skarholmen/'] as const;

/** Stockholm: Fokus Skärholmen. Real facts with their sources; every person is invented. */
export const stockholm: Example = {
  name: 'Fokus Skärholmen',
  worry: 'Det byggs för människor som inte får vara med och säga vad som redan fungerar i området.',
  purpose: 'Att bygga så att stadsdelarna hänger ihop, och så att det som är någons torg får vara kvar.',
  groundRules: 'Vi talar om platser vi har stått på.\nRitningar visas innan de är färdiga.\nInvändningar skrivs ned och får stå kvar.',
  people: [
    { name: 'Karin Dahl', capacity: 'OFFICIAL', knows: 'hur mark anvisas och vad som går att kräva' },
    { name: 'Samir Haddad', capacity: 'OFFICIAL', knows: 'detaljplaner och torg' },
    { name: 'Elsa Norén', capacity: 'RESEARCHER', knows: 'trygghet i offentliga rum' },
    { name: 'Fatuma Ali', capacity: 'RESIDENT', knows: 'Vårberg sedan trettio år' },
    { name: 'Göran Holm', capacity: 'RESIDENT', knows: 'vägen hem från tunnelbanan på kvällen' },
  ],
  organisations: [
    { name: 'Exploateringskontoret', parent: 'Stockholms stad', answer: 'YES', speaker: { name: 'Karin Dahl', mandate: 'Markanvisningar i Skärholmen', until: '2027-03-31' } },
    { name: 'Stadsbyggnadskontoret', parent: 'Stockholms stad', answer: 'YES', speaker: { name: 'Samir Haddad', mandate: 'Får visa planer tidigt', until: '2026-06-30' } },
    { name: 'Skärholmens stadsdelsförvaltning', parent: 'Stockholms stad', answer: 'YES' },
    { name: 'Stadsledningskontoret', parent: 'Stockholms stad' },
    { name: 'Stockholmshem', answer: 'LATER', reason: 'Vi vill se hur det används först.' },
  ],
  framings: [
    {
      name: 'Delad stad: läk ihop öarna med bebyggelse',
      by: 'Samir Haddad',
      belongs: 'Avstånden, vägarna och tomrummen mellan stadsdelarna.',
      outside: 'Vem som får bo i de nya husen.',
      forWhom: 'De som i dag går omvägar.',
      unknown: 'Vilka vägar människor faktiskt tar.',
      norms: 'Staden ska hänga ihop.',
      text: ['Områdena ritades som öar runt var sin tunnelbanestation. Nya hus mellan dem kan göra vägen kortare och mindre ensam.'],
    },
    {
      name: 'Konkurrera med social hållbarhet i stället för pris',
      by: 'Karin Dahl',
      belongs: 'Hur marken fördelas och vad byggarna lovar.',
      outside: 'Bostädernas hyra efter tio år.',
      forWhom: 'De som ska bygga, och de som ska leva med det.',
      unknown: 'Om det som lovas blir gjort.',
      norms: 'Gemensam mark ska ge något tillbaka.',
      text: ['När priset är fast får byggarna tävla om annat: lägenheter för stora familjer, arbete, läxhjälp, trygghet.'],
    },
    {
      name: 'Vardagens platser är torget',
      by: 'Fatuma Ali',
      belongs: 'Bänkar, portar, trappor och gångtunnlar som människor redan använder.',
      outside: 'Det stora torget i mitten.',
      forWhom: 'Äldre, barn och alla som är hemma på dagen.',
      unknown: 'Var alla de platserna finns: ingen karta visar dem.',
      norms: 'Det som används är viktigt, även om det inte är ritat.',
      text: ['På ritningen är bänken en möbel. För oss är den ett torg. Den som ritar behöver ha suttit där.'],
      before: { name: 'Det behövs fler mötesplatser', by: 'Elsa Norén', reason: 'Platserna finns redan. Frågan är om de får vara kvar.' },
    },
  ],
  contributions: [
    { text: 'Bland treåringar är hål i tänderna 13 gånger vanligare i den stadsdel som är värst utsatt.', by: 'Elsa Norén', kinds: ['FACTS'], how: ['READ', 'MEASURED'], source: divided },
    { text: 'Skärholmen har lägre upplevd trygghet, högre arbetslöshet, lägre medelinkomst och lägre gymnasiebehörighet än resten av staden.', by: 'Karin Dahl', kinds: ['FACTS'], how: ['READ'], framing: 'Delad stad: läk ihop öarna med bebyggelse', source: million },
    { text: 'Resursstarka medborgare deltar i större utsträckning och får därmed större inflytande.', by: 'Elsa Norén', kinds: ['UNDERSTANDING'], how: ['READ'], source: reports },
    { text: 'Mark tilldelas till fast pris efter hur väl förslaget förbättrar social hållbarhet.', by: 'Karin Dahl', kinds: ['SKILL'], how: ['PRACTISED'], framing: 'Konkurrera med social hållbarhet i stället för pris', source: begins },
    { text: 'Områdena är planerade som öar runt tunnelbanestationer; det hänger inte riktigt ihop.', by: 'Samir Haddad', kinds: ['UNDERSTANDING'], how: ['PRACTISED', 'READ'], framing: 'Delad stad: läk ihop öarna med bebyggelse', source: million },
    { text: 'Efter åtta går ingen genom tunneln under vägen, men alla säger att de gör det.', by: 'Göran Holm', kinds: ['FAMILIARITY'], how: ['LIVED'], framing: 'Vardagens platser är torget', question: { by: 'Elsa Norén', text: 'I vår enkät säger de flesta att de går där. Är det här förtrogenhet eller fakta?', kinds: ['FACTS', 'FAMILIARITY'] } },
    { text: 'Bänken vid porten är vårt torg. Ritar ni bort den försvinner de äldre.', by: 'Fatuma Ali', kinds: ['FAMILIARITY'], how: ['LIVED'], framing: 'Vardagens platser är torget' },
    { text: 'Byggaktörer bidrar med fler större lägenheter, sysselsättning, läxhjälp och trygghetsskapande åtgärder.', by: 'Karin Dahl', kinds: ['SKILL', 'FACTS'], how: ['READ'], framing: 'Konkurrera med social hållbarhet i stället för pris', source: approved },
  ],
  initiatives: [
    { name: 'Markanvisning efter social hållbarhet', description: 'Mark till fast pris i Skärholmen; förslagen bedöms efter vad de gör för området.', url: begins[1] },
    { name: 'Fokus Skärholmen, stadsutveckling', description: 'Minst 4 000 nya bostäder i Vårberg, Skärholmen, Sätra och Bredäng med social hållbarhet i fokus.', url: 'https://vaxer.stockholm/omraden/fokus-skarholmen/' },
  ],
};
