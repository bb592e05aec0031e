/** Refusals of what is decided, hidden, claimed and kept together: part of `refusals`. */
export const refusalsTogether = {
  'round/closed': { sv: 'Rundan är avslutad. Det som beslutades står på sidan.', en: 'The round is over. What was decided stands on the page.' },
  'round/not-yet': {
    sv: 'Tiden har inte gått ut, och alla har inte svarat utan invändningar. Rundan avslutas av sig själv.',
    en: 'The time has not passed, and not everybody has answered without objections. The round ends by itself.',
  },
  'round/not-decided': { sv: 'Här finns inget beslut att följa upp.', en: 'There is no decision here to review.' },
  'round/not-ended': { sv: 'Alliansen pågår redan.', en: 'The alliance goes on already.' },
  'round/not-yours': { sv: 'Det här gör bara den som sa det.', en: 'Only the one who said it does this.' },
  'round/reworded': {
    sv: 'Förslaget har ändrats sedan du läste det. Läs det som står nu och svara på det; det du skrivit finns kvar.',
    en: 'The proposal has been changed since you read it. Read what it says now and answer that; what you wrote is kept.',
  },
  'round/harm-needed': {
    sv: 'Skriv hur förslaget skadar det alliansen är till för. Då går det att göra något åt.',
    en: 'Say how the proposal harms what the alliance is for. Then something can be done about it.',
  },
  'round/receipt-needed': {
    sv: 'Rundan är hemlig, så bara ditt kvitto visar vilket svar som är ditt. Öppna sidan där du svarade.',
    en: 'The round is secret, so only your receipt shows which answer is yours. Open the page where you answered.',
  },
  'round/answers-themselves': {
    sv: 'Någon med det namnet deltar och svarar själv.',
    en: 'Somebody of that name takes part and answers themselves.',
  },
  'round/entered-by-another': {
    sv: 'Någon annan har redan skrivit ner den personens svar.',
    en: 'Somebody else has already written down that person’s answer.',
  },
  'round/no-objection': { sv: 'Det finns ingen öppen invändning här.', en: 'There is no open objection here.' },
  'round/no-condition': { sv: 'Ingen har föreslagit ett villkor än.', en: 'Nobody has offered a condition yet.' },
  'round/subject': { sv: 'Det är redan så, eller går inte att besluta om här. Välj något annat.', en: 'It is so already, or cannot be decided here. Choose something else.' },
  'round/rules': {
    sv: 'Välj hur stor del som behöver svara (1 till 100 procent) och hur många dagar en runda är öppen (1 till 60).',
    en: 'Choose how large a part has to answer (1 to 100 per cent) and for how many days a round is open (1 to 60).',
  },
  'card/six-words': { sv: 'Skriv alla {count} orden på kortet, i samma ordning.', en: 'Write all {count} words of the card, in the same order.' },
  'card/unknown-word': { sv: 'Ord nummer {nr} finns inte på något kort. Titta efter hur det stavas.', en: 'Word number {nr} is on no card. Look at how it is spelt.' },
  'card/wrong': {
    sv: 'Orden hör inte till något kort som gäller. Titta efter ordningen, och om du har gjort ett nyare kort.',
    en: 'These words belong to no card that is valid. Look at their order, and whether you have made a newer card.',
  },
  'card/other-person': {
    sv: 'Kortet hör till någon annan än den du är inne som. Går du in med det kan du inte komma tillbaka till namnet du har nu. Det du har bidragit med finns kvar.',
    en: 'The card belongs to somebody other than who you are here now. If you step in with it, you cannot come back to the name you have now. What you contributed stays.',
  },
  'way/last': {
    sv: 'Det är ditt enda sätt att komma tillbaka. Tar du bort det är du inne bara så länge du använder den här webbläsaren.',
    en: 'This is your only way to come back. If you remove it, you are in only for as long as you use this browser.',
  },
  'claim/wrong': {
    sv: 'Koden stämmer inte, eller är redan använd. Läs den på lappen en gång till, eller be den som skrev ner om en ny lapp.',
    en: 'The code is not right, or has been used already. Read the slip once more, or ask whoever wrote it down for a new one.',
  },
  'claim/own-writing': {
    sv: 'Lappen är till den som berättade. Den som skrev ner kan inte ta över orden som sina.',
    en: 'The slip is for the one who told it. Whoever wrote it down cannot make the words theirs.',
  },
  'claim/nothing-left': {
    sv: 'Den som berättade är redan angiven här, så det behövs ingen lapp.',
    en: 'The one who told it is named here already, so no slip is needed.',
  },
  'protected/already': { sv: 'Du visas redan som en boende.', en: 'You are shown as a resident already.' },
  'protected/not': { sv: 'Du visas redan under ditt namn.', en: 'You are shown under your name already.' },
  'hiding/reason-needed': { sv: 'Skriv några ord om varför, så att alla förstår. Upprepa inte det du döljer.', en: 'Write a few words about why, so that everybody understands. Do not repeat what you hide.' },
  'hiding/hidden': { sv: 'Det är dolt just nu. Läs varför; den som deltar kan visa det igen.', en: 'It is hidden at the moment. Read why; anyone taking part can show it again.' },
  'hiding/nothing': { sv: 'Orden är redan borta, så det finns inget att dölja.', en: 'The words are gone already, so there is nothing to hide.' },
  'hiding/suggestion-open': { sv: 'Förslaget väntar på svar. Avböj det först: då går orden ur texten, och sedan går det att dölja.', en: 'The suggestion waits for an answer. Decline it first: then its words leave the text, and it can be hidden.' },
  'hiding/over': { sv: 'Det är inte dolt längre.', en: 'It is not hidden any more.' },
  'hiding/aside': { sv: 'Två som deltar har lagt undan det. Ingen läser det förrän en samtyckesrunda beslutar annat.', en: 'Two who take part have put it aside. Nobody reads it until a consent round decides otherwise.' },
  'hiding/asked': { sv: 'Någon har redan bett att det läggs undan. En person till behöver hålla med.', en: 'Somebody has asked already that it be put aside. One more person needs to agree.' },
  'hiding/not-asked': { sv: 'Ingen har bett att det läggs undan.', en: 'Nobody has asked that it be put aside.' },
  'hiding/second-person': { sv: 'Någon annan än du behöver hålla med. Två personer lägger undan tillsammans.', en: 'Somebody other than you needs to agree. Two people put aside together.' },
  'hiding/not-yours': { sv: 'Det här är någon annans. Du kan läsa varför det döljs och visa det igen.', en: 'This is somebody else’s. You can read why it is hidden and show it again.' },
  'hiding/take-back': { sv: 'Återta det där det står i stället: då raderas orden på riktigt.', en: 'Take it back where it stands instead: then the words are really deleted.' },
  'receipt/mistyped': { sv: 'Koden är inte riktigt avskriven. Jämför den med kvittot: ett nummer och sedan fem grupper om fyra tecken.', en: 'The code is not quite copied. Compare it with the receipt: a number, and then five groups of four characters.' },
} as const satisfies Record<string, { sv: string; en: string }>;
