import type { Example } from './example.js';

const university = ['Malmö universitet (Stigendal): Malmökommissionen 2011–13', 'https://lumist.uni.mau.se/forskningsprojekt/malmokommissionen-2'] as const;
const broadened = ['Malmö universitet: Synen på kunskap och arbete måste breddas', 'https://mau.se/nyheter/synen-pa-kunskap-och-arbete-maste-breddas/'] as const;
const preschools = [
  'Malmö stad 2016-12-15: Öppna förskolor ska bli familjecentraler',
  'https://malmo.se/Forskola--utbildning/Forskola/Nyheter-forskola/2016-12-15-Oppna-forskolor-ska-bli-familjecentraler.html',
] as const;
const oneRoof = [
  'Malmö stad 2019-05-06: Allt för familjen under ett och samma tak',
  'https://malmo.se/Service/Var-stad-och-var-omgivning/Stadsplanering--strategier/Utvecklingsomraden/Lindangen/Lindangen-nyhetsarkiv/2019-05-06-Allt-for-familjen-under-ett-och-samma-tak.html',
] as const;

/** Malmö: family centres. Real facts with their sources; every person is invented. */
export const malmo: Example = {
  name: 'Familjecentraler i Malmö',
  worry: 'Familjer som mest skulle ha nytta av stöd i början av barnets liv är de som sällan kommer.',
  purpose: 'Att tillsammans förstå vad som får familjer att komma, stanna och känna igen sig på en familjecentral.',
  groundRules: 'Alla kunskaper räknas lika mycket.\nVi frågar ”hur vet du det?” av nyfikenhet.\nDen som inte håller med skriver en egen problembild bredvid.',
  people: [
    { name: 'Rut Hallgren', capacity: 'RESEARCHER', knows: 'ojämlikhet i hälsa och hur den mäts' },
    { name: 'Olle Sandberg', capacity: 'OFFICIAL', knows: 'hur öppen förskola planeras och budgeteras' },
    { name: 'Birgitta Lund', capacity: 'OFFICIAL', knows: 'tjugo år som barnmorska' },
    { name: 'Amina Warsame', capacity: 'RESIDENT', knows: 'att komma ny till en öppen förskola med ett litet barn' },
    { name: 'Jenny Ek', capacity: 'RESIDENT', knows: 'hur det är när den närmaste förskolan stänger' },
  ],
  organisations: [
    { name: 'Förskoleförvaltningen', parent: 'Malmö stad', answer: 'YES', speaker: { name: 'Olle Sandberg', mandate: 'Får säga hur vi planerar, inte lova pengar', until: '2027-06-30' } },
    { name: 'Stadskontoret', parent: 'Malmö stad' },
    { name: 'Individ- och familjeomsorgen', parent: 'Malmö stad', answer: 'LATER', reason: 'Vi svarar när vår nya chef är på plats.' },
    { name: 'Barnmorskemottagningen', parent: 'Region Skåne', answer: 'YES', speaker: { name: 'Birgitta Lund', mandate: 'Talar för oss som möter föräldrarna', until: '2027-12-31' } },
    { name: 'Malmö universitet', answer: 'YES' },
    { name: 'SFI', parent: 'Malmö stad', answer: 'NO', reason: 'Vi hinner inte i år, men fråga oss igen.' },
  ],
  framings: [
    {
      name: 'Tidig start: nå alla familjer under samma tak',
      by: 'Olle Sandberg',
      belongs: 'Att öppen förskola, barnavård, barnmorska och socialrådgivning finns på samma ställe.',
      outside: 'Hur förskolan för äldre barn är organiserad.',
      forWhom: 'Familjer med barn under sex år, först i de områden där avstånden i hälsa är störst.',
      unknown: 'Hur många som aldrig kommer, och varför.',
      norms: 'Varje barn har rätt till en god start.',
      text: [
        'Skillnaderna i hälsa börjar tidigt. När stödet finns på ett ställe behöver familjen bara hitta dit en gång.',
        { by: 'Birgitta Lund', text: 'Barnmorskan och barnavården är vägen in: nästan alla kommer dit. Den som redan är på plats upptäcker resten.' },
        { by: 'Rut Hallgren', text: 'Det som mäts är hälsan hos dem som kommer. Om dem som aldrig kommer vet vi nästan ingenting.' },
      ],
      talk: [
        {
          by: 'Jenny Ek',
          about: 'upptäcker resten',
          text: 'Upptäcker de resten? Jag gick raka vägen hem.',
          replies: [
            { by: 'Birgitta Lund', text: 'I vårt väntrum gör många det. Men du har rätt, vi har inte räknat. Kan du se det i dina siffror, Rut?', to: 'Rut Hallgren' },
            { by: 'Rut Hallgren', text: 'Nej. Jag ser bara dem som skrevs in. Ska vi fråga tillsammans?' },
          ],
        },
        {
          by: 'Olle Sandberg',
          text: 'Ska vi skriva ”stödet” eller räkna upp vad som finns?',
          replies: [{ by: 'Amina Warsame', text: 'Stödet. Den som läser vill veta om det är för henne, inte vad det heter.' }],
          resolved: { by: 'Olle Sandberg', note: 'Vi skriver stödet, och räknar upp det under vad som hör till.' },
        },
      ],
      rests: [
        { by: 'Rut Hallgren', about: 'börjar tidigt', stance: 'SUPPORTS', on: 'Dålig tandhälsa' },
        { by: 'Jenny Ek', about: 'börjar tidigt', stance: 'CHALLENGES', on: 'Vår öppna förskola' },
        { by: 'Amina Warsame', about: 'upptäcker resten', stance: 'NUANCES', on: 'Jag gick dit för vågen' },
      ],
      suggested: { by: 'Amina Warsame', after: 'bara hitta dit en gång', words: ', och känna att någon väntar', reason: 'Att hitta dit är det lätta.' },
      named: { by: 'Rut Hallgren', label: 'Inför vårmötet' },
    },
    {
      name: 'Tröskeln är tillit, inte utbud',
      by: 'Amina Warsame',
      belongs: 'Vad som gör att någon vågar komma, och kommer tillbaka.',
      outside: 'Lokaler och öppettider.',
      forWhom: 'Föräldrar som inte är vana vid att myndigheter vill väl.',
      unknown: 'Vad de tänker som kom en gång och aldrig mer.',
      norms: 'Tillit växer mellan människor och kan inte beställas.',
      text: [
        'Att det finns plats räcker inte. Någon ska minnas barnets namn.',
        { by: 'Birgitta Lund', text: 'Den som arbetar där ser det innan det sägs, men ingen frågar efter det i uppföljningen.' },
        { by: 'Rut Hallgren', text: 'Det går att räkna hur många som kommer. Vad som fick dem att stanna går inte att räkna, men det går att fråga.' },
      ],
      talk: [
        {
          by: 'Rut Hallgren',
          about: 'minnas barnets namn',
          text: 'Hur gör man det en dag när fyrtio kommer?',
          replies: [{ by: 'Birgitta Lund', text: 'Man hinner inte alla. Men man hinner den som står närmast dörren.', to: 'Rut Hallgren' }],
        },
      ],
      before: { name: 'Fler måste få veta att vi finns', by: 'Birgitta Lund', reason: 'De vet redan att vi finns. Det är något annat som gör att de inte kommer.' },
    },
    {
      name: 'Kvalitetskrav mot närhet',
      by: 'Jenny Ek',
      belongs: 'Kravet att öppen förskola ska vara del av en familjecentral, och de förskolor som därför stängde.',
      outside: 'Om familjecentraler är bra eller dåliga i sig.',
      forWhom: 'De som hade en förskola i gångavstånd.',
      unknown: 'Vart de familjerna tog vägen.',
      norms: 'Närhet är också kvalitet.',
      text: ['Två bussar är långt med en trött ettåring. Det som blev bättre för många blev sämre för några, och de syns inte i siffrorna.'],
    },
  ],
  contributions: [
    { text: 'Skillnaden i medellivslängd mellan stadsdelar är fyra och ett halvt år för kvinnor och fem och ett halvt år för män.', by: 'Rut Hallgren', kinds: ['FACTS'], how: ['READ', 'MEASURED'], framing: 'Tidig start: nå alla familjer under samma tak', about: 'börjar tidigt', source: university },
    { text: 'Dålig tandhälsa är ungefär sex gånger vanligare bland sexåringar vid kliniker i utsatta områden.', by: 'Rut Hallgren', kinds: ['FACTS'], how: ['READ', 'MEASURED'], framing: 'Tidig start: nå alla familjer under samma tak', source: university },
    { text: 'En bra uppväxt och en god start i livet är en av de absolut viktigaste faktorerna för ett bra liv.', by: 'Olle Sandberg', kinds: ['UNDERSTANDING'], how: ['READ'], framing: 'Tidig start: nå alla familjer under samma tak', source: preschools },
    { text: 'Ojämlikhet i hälsa är ett bättre mått på tillståndet i samhället än tillväxt.', by: 'Rut Hallgren', kinds: ['UNDERSTANDING'], how: ['READ'], source: broadened },
    { text: 'När flera professioner samarbetar på ett naturligt sätt blir trösklarna lägre för alla.', by: 'Olle Sandberg', kinds: ['SKILL', 'UNDERSTANDING'], how: ['PRACTISED'], framing: 'Tidig start: nå alla familjer under samma tak', source: oneRoof },
    { text: 'Barnmorskan och BVC är magneter: de som besöker dem upptäcker öppna förskolan och socialrådgivningen.', by: 'Birgitta Lund', kinds: ['SKILL'], how: ['PRACTISED'], framing: 'Tidig start: nå alla familjer under samma tak', about: 'upptäcker resten', source: oneRoof, question: { by: 'Jenny Ek', text: 'Hur vet ni att de upptäcker resten? Jag gick raka vägen hem.', answer: 'Vi ser det i väntrummet, men vi har inte räknat.' } },
    { text: 'Jag gick dit för vågen men stannade för att de kom ihåg mitt barns namn.', by: 'Amina Warsame', kinds: ['FAMILIARITY'], how: ['LIVED'], framing: 'Tröskeln är tillit, inte utbud', about: 'minnas barnets namn' },
    { text: 'Vår öppna förskola i föreningens lokal stängde; till centralen är det två bussar.', by: 'Jenny Ek', kinds: ['FAMILIARITY', 'FACTS'], how: ['LIVED'], framing: 'Kvalitetskrav mot närhet', about: 'Två bussar' },
    {
      text: 'Man ser på hur någon ställer barnvagnen om hon tänker komma tillbaka.',
      by: 'Birgitta Lund',
      kinds: ['FAMILIARITY'],
      how: ['PRACTISED', 'LIVED'],
      framing: 'Tröskeln är tillit, inte utbud',
      about: 'ser det innan det sägs',
      tacit: { situation: 'I entrén, de första fem minuterna.', saw: 'Vagnen ställs nära dörren, jackan behålls på.', did: 'Jag går dit och frågar om barnet, inte om ärendet.', newcomer: 'Hon skulle titta i schemat i stället för mot dörren.' },
    },
    { text: 'Det är höga krav, och besvikelsen hos dem vars öppna förskola inte kan fortsätta går att förstå.', by: 'Olle Sandberg', kinds: ['UNDERSTANDING'], how: ['TOLD'], framing: 'Kvalitetskrav mot närhet', source: preschools },
    { text: 'Låt den som arbetar i entrén ha tid att göra ingenting annat än att vara där första halvtimmen.', by: 'Amina Warsame', kinds: ['FAMILIARITY', 'SKILL'], how: ['LIVED'], framing: 'Tröskeln är tillit, inte utbud', proposal: true },
  ],
  initiatives: [
    { name: 'Familjecentralen i Lindängen', description: 'Öppen förskola, barnavård, barnmorska och socialrådgivning under ett tak sedan januari 2019.', url: oneRoof[1] },
    { name: 'Öppen förskola för nyanlända familjer', description: 'Satsning på att nå nyanlända familjer med öppen förskola.', url: 'https://malmo.se/Forskola--utbildning/Forskola/Nyheter-forskola/2016-04-21-Satsning-pa-oppen-forskola-for-att-na-nyanlanda-familjer.html' },
  ],
};
