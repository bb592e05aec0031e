import { refusalsTogether } from './refusals.together.js';

/** Every code a refusal can carry, with its sentence in Swedish and English. {name} stands for an argument. */
export const refusals = {
  'session/none': {
    sv: 'Du behöver gå in först. Ett namn räcker.',
    en: 'You need to step in first. A name is enough.',
  },
  'not-found': {
    sv: 'Det finns inte, eller är inte delat med dig.',
    en: 'It does not exist, or is not shared with you.',
  },
  'alliance/not-taking-part': {
    sv: 'Det här gör de som deltar i alliansen. Gå med först.',
    en: 'Those who take part in the alliance do this. Join first.',
  },
  'alliance/closed': {
    sv: 'Alliansen är sluten. Be om att få delta, så kan vem som helst av deltagarna släppa in dig.',
    en: 'The alliance is closed. Ask to take part, and any participant can let you in.',
  },
  'alliance/ended': {
    sv: 'Alliansen är avslutad. Allt går att läsa och ta med, och var och en kan återta sitt. Den öppnas igen genom en samtyckesrunda.',
    en: 'The alliance has ended. Everything can be read and taken along, and each can withdraw what is theirs. It is reopened by a consent round.',
  },
  'alliance/asked-to-leave': {
    sv: 'De som deltar har tillsammans bett dig lämna alliansen. Du kan komma tillbaka om de beslutar om det.',
    en: 'Those who take part have together asked you to leave the alliance. You can come back if they decide so.',
  },
  'alliance/already': { sv: 'Du deltar redan.', en: 'You already take part.' },
  'alliance/last-one': {
    sv: 'Du är den sista som deltar. Bjud in någon innan du lämnar.',
    en: 'You are the last one taking part. Invite somebody before you leave.',
  },
  'participation/not-asked': {
    sv: 'Ingen har bett om att få delta här, eller någon har redan svarat.',
    en: 'Nobody has asked to take part here, or somebody has answered already.',
  },
  'participation/asked-to-leave': {
    sv: 'De som deltar har tillsammans bett dem lämna alliansen. De bjuds in igen genom en samtyckesrunda.',
    en: 'Those who take part have together asked them to leave the alliance. They are invited again by a consent round.',
  },
  'participation/not-yours': { sv: 'Det här säger var och en själv.', en: 'Each person says this for themselves.' },
  'participation/not-organisation': {
    sv: 'Bara en organisation eller allians kan företrädas.',
    en: 'Only an organisation or an alliance can be represented.',
  },
  'representation/not-taking-part': {
    sv: 'Den som företräder en organisation här ska själv delta i alliansen.',
    en: 'Whoever speaks for an organisation here takes part in the alliance themselves.',
  },
  'representation/ended': { sv: 'Uppdraget är redan avslutat.', en: 'The mandate has already ended.' },
  'coordinating/not-held': {
    sv: 'Uppdraget att samordna har redan gått vidare.',
    en: 'The task of coordinating has already been passed on.',
  },
  'coordinating/not-taking-part': {
    sv: 'Den som samordnar ska delta i alliansen.',
    en: 'Whoever coordinates takes part in the alliance.',
  },
  'coordinating/already': { sv: 'Personen samordnar redan.', en: 'This person already coordinates.' },
  'invitation/spent': {
    sv: 'Koden eller länken gäller inte längre. Be den som bjöd in dig om en ny.',
    en: 'The code or link no longer works. Ask whoever invited you for a new one.',
  },
  'source/doi': {
    sv: 'Det ser inte ut som en DOI. Den börjar med 10. och har ett snedstreck, till exempel 10.1000/182.',
    en: 'That does not look like a DOI. It begins with 10. and has a slash, for example 10.1000/182.',
  },
  'source/year': { sv: 'Skriv året med siffror, till exempel 2019.', en: 'Write the year in figures, for example 2019.' },
  'source/too-many': {
    sv: 'Listan rymmer {max} källor, och är full. Rätta en som inte används.',
    en: 'The list holds {max} sources, and is full. Correct one that is not in use.',
  },
  'source/cited': {
    sv: 'Texten hänvisar till källan. Ta bort hänvisningen först.',
    en: 'The text cites this source. Take the citation away first.',
  },
  'source/cited-in-version': {
    sv: 'En sparad version hänvisar till källan, så den står kvar. Du kan rätta den.',
    en: 'A version that is kept cites this source, so it stays. You can correct it.',
  },
  'organisation/merged-into-itself': {
    sv: 'En organisation kan inte slås ihop med sig själv eller en del av sig.',
    en: 'An organisation cannot be merged with itself or with a part of it.',
  },
  'organisation/nothing-changed': { sv: 'Inget har ändrats.', en: 'Nothing has changed.' },
  'organisation/exists': { sv: 'Den finns redan i listan.', en: 'It is already in the list.' },
  'sign-in/spent': {
    sv: 'Länken har gått ut, är redan använd eller öppnades i en annan webbläsare. Be om en ny.',
    en: 'The link has expired, was used already or was opened in another browser. Ask for a new one.',
  },
  'sign-in/other-person': {
    sv: 'Adressen hör redan till någon som är med här. Går du in med den kan du inte komma tillbaka till namnet du har nu. Det du har bidragit med finns kvar.',
    en: 'The address belongs to somebody here already. If you step in with it, you cannot come back to the name you have now. What you contributed stays.',
  },
  'organisation/other-person': {
    sv: 'Inloggningen hör redan till någon annan än den du är inne som. Det du har bidragit med finns kvar vad du än väljer.',
    en: 'This sign-in belongs to somebody other than who you are here now. What you contributed stays whatever you choose.',
  },
  'sign-in/name-needed': { sv: 'Vad vill du kallas?', en: 'What do you want to be called?' },
  'examples/off': {
    sv: 'Exempelpersoner finns inte i den här installationen.',
    en: 'There are no example people in this installation.',
  },
  'framing/reason-needed': {
    sv: 'Skriv med några ord varför.',
    en: 'Say in a few words why.',
  },
  'framing/nothing-changed': { sv: 'Inget har ändrats.', en: 'Nothing has changed.' },
  'version/nothing-changed': { sv: 'Versionen heter redan så.', en: 'The version already has that name.' },
  'version/reads-so-already': { sv: 'Texten lyder redan så.', en: 'The text already reads so.' },
  'clearing/answered': { sv: 'Någon har redan svarat på det här.', en: 'Somebody has answered this already.' },
  'clearing/needs-another': {
    sv: 'Det är också andras ord. Någon annan som deltar behöver hålla med först.',
    en: 'These are other people’s words too. Somebody else taking part has to agree first.',
  },
  'clearing/nothing': { sv: 'Välj den text som ska rensas. Det som redan är föreslaget eller rensat kan inte väljas.', en: 'Choose the text to clear. What is proposed or cleared already cannot be chosen.' },
  'clearing/in-a-version': {
    sv: 'Orden står i versionen ”{label}”, och den ändras aldrig. De kan inte rensas.',
    en: 'The words stand in the version “{label}”, which never changes. They cannot be cleared.',
  },
  'version/no-such-position': { sv: 'Texten har inget sådant läge. Välj ett på tidslinjen.', en: 'The text has no such position. Choose one on the time line.' },
  'passage/gone': {
    sv: 'De orden finns inte längre i texten. Välj stället en gång till.',
    en: 'Those words are no longer in the text. Choose the passage again.',
  },
  'passage/said': { sv: 'Det har du redan sagt om det här stället.', en: 'You have already said that about this passage.' },
  'passage/not-yours': { sv: 'Var och en tar tillbaka det de själva sagt.', en: 'Each person takes back what they said themselves.' },
  'contribution/withdrawn': { sv: 'Bidraget är återtaget.', en: 'The contribution has been withdrawn.' },
  'contribution/not-yours': {
    sv: 'Bara den vars kunskap det är kan göra det. Du kan ställa en fråga.',
    en: 'Only the one whose knowledge it is can do that. You can ask a question.',
  },
  'contribution/yours': { sv: 'Det är din egen kunskap. Du kan rätta den i stället.', en: 'This is your own knowledge. You can correct it instead.' },
  'contribution/nothing-to-approve': { sv: 'Det finns inget att godkänna.', en: 'There is nothing to approve.' },
  'contribution/empty': {
    sv: 'Skriv något, tala in något eller välj en bild.',
    en: 'Write something, record something or choose a picture.',
  },
  'contribution/nothing-changed': { sv: 'Inget har ändrats.', en: 'Nothing has changed.' },
  'contribution/organisation': {
    sv: 'Du kan bara tala för en organisation som du företräder i den här alliansen.',
    en: 'You can only speak for an organisation that you represent in this alliance.',
  },
  'name/asked': { sv: 'Du har redan frågat. Personen svarar när den vill.', en: 'You have asked already. The person answers when they like.' },
  'name/answered': { sv: 'Frågan är redan besvarad.', en: 'The question has been answered already.' },
  'name/not-told': {
    sv: 'Namnet visas bara om personen har sagt ja, en gång och inom en vecka. Fråga på nytt om du behöver det.',
    en: 'The name is shown only when the person has said yes, once and within a week. Ask again if you need it.',
  },
  'representation/protected': {
    sv: 'Den som lever med skyddad identitet företräder ingen organisation här, för det skulle kunna avslöja vem det är.',
    en: 'Whoever lives with protected identity represents no organisation here, since that could tell who they are.',
  },
  'question/answered': { sv: 'Frågan är redan besvarad.', en: 'The question has been answered.' },
  'thread/resolved': {
    sv: 'Tråden är avslutad. Öppna den igen om det finns mer att säga; det du skrivit finns kvar.',
    en: 'The thread is resolved. Reopen it if there is more to say; what you wrote is kept.',
  },
  'thread/open': { sv: 'Tråden är redan öppen.', en: 'The thread is open already.' },
  'thread/note-needed': { sv: 'Skriv med några ord vad ni kom fram till.', en: 'Say in a few words what you arrived at.' },
  'thread/reason-needed': { sv: 'Skriv med några ord varför.', en: 'Say in a few words why.' },
  'post/not-yours': { sv: 'Bara den som har sagt det kan ta tillbaka det.', en: 'Only the one who said it can take it back.' },
  'post/taken-back': { sv: 'Det är redan tillbakataget.', en: 'It has been taken back already.' },
  'mention/not-yours': { sv: 'Det väntar inte på dig.', en: 'It does not wait for you.' },
  'text/empty': { sv: 'Skriv något här först.', en: 'Write something here first.' },
  'text/too-long': {
    sv: 'Texten är för lång: högst {max} tecken. Din text finns kvar.',
    en: 'The text is too long: at most {max} characters. Your text is kept.',
  },
  'text/not-allowed': {
    sv: 'Texten innehåller tecken som inte går att spara. Din text finns kvar.',
    en: 'The text holds characters that cannot be stored. Your text is kept.',
  },
  'name/too-short': { sv: 'Skriv ett namn med minst ett synligt tecken.', en: 'Write a name with at least one visible character.' },
  'email/wrong': { sv: 'E-postadressen ser inte rätt ut, till exempel saknas @.', en: 'The e-mail address does not look right; an @ may be missing.' },
  'url/wrong': { sv: 'Länken ska börja med https:// eller http://.', en: 'The link should begin with https:// or http://.' },
  'date/wrong': { sv: 'Datumet finns inte.', en: 'There is no such date.' },
  'list/too-long': { sv: 'Listan är för lång: högst {max}.', en: 'The list is too long: at most {max}.' },
  'search/too-short': { sv: 'Skriv minst tre bokstäver.', en: 'Write at least three letters.' },
  'media/too-large': { sv: 'Filen är för stor: högst {max} MB.', en: 'The file is too large: at most {max} MB.' },
  'media/wrong-kind': {
    sv: 'Filen är inte en bild eller inspelning som går att visa här.',
    en: 'The file is not a picture or recording that can be shown here.',
  },
  'media/too-long': { sv: 'Inspelningen är för lång: högst {max} minuter.', en: 'The recording is too long: at most {max} minutes.' },
  'media/not-yours': { sv: 'Filen hör till någon annan.', en: 'The file belongs to somebody else.' },
  'import/empty': { sv: 'Filen har inga rader.', en: 'The file has no rows.' },
  'import/too-many-rows': { sv: 'Filen har för många rader: högst {max}.', en: 'The file has too many rows: at most {max}.' },
  'import/too-large': { sv: 'Filen är för stor: högst {max} MB.', en: 'The file is too large: at most {max} MB.' },
  'import/not-a-table': { sv: 'Filen går inte att läsa som en tabell (CSV).', en: 'The file cannot be read as a table (CSV).' },
  'import/workbook': {
    sv: 'Det här är en arbetsbok från ett kalkylprogram. Öppna den där, välj Spara som CSV och läs in den filen.',
    en: 'This is a workbook from a spreadsheet program. Open it there, choose Save as CSV and bring in that file.',
  },
  'import/open-quote': {
    sv: 'På rad {row} börjar ett citattecken som aldrig slutar. Rätta raden och välj filen igen.',
    en: 'In row {row} a quotation mark begins and never ends. Mend the row and choose the file again.',
  },
  'import/too-many-columns': { sv: 'Filen har för många kolumner: högst {max}.', en: 'The file has too many columns: at most {max}.' },
  'import/column': { sv: 'Kolumnen finns inte i filen.', en: 'There is no such column in the file.' },
  'import/state': { sv: 'Importen är redan påbörjad eller ångrad.', en: 'The import has already begun or been undone.' },
  'import/not-mapped': { sv: 'Välj först vilken kolumn som har texten.', en: 'First choose which column holds the text.' },
  'import/row-empty': { sv: 'Raden har ingen text.', en: 'The row has no text.' },
  'import/row-too-long': { sv: 'Texten på raden är längre än {max} tecken.', en: 'The text of the row is longer than {max} characters.' },
  'import/row-columns': { sv: 'Raden har inte lika många kolumner som rubriken.', en: 'The row does not have as many columns as the heading.' },
  'import/row-not-allowed': { sv: 'Raden innehåller tecken som inte går att spara.', en: 'The row holds characters that cannot be stored.' },
  'bring/too-large': { sv: 'Filen är för stor: högst {max} MB. Spara den utan bilder, eller dela den.', en: 'The file is too large: at most {max} MB. Save it without pictures, or divide it.' },
  'bring/kind': {
    sv: 'Den sortens fil går inte att ta in här. Spara den som Word (docx), Markdown eller webbsida och välj den igen.',
    en: 'That kind of file cannot be brought in here. Save it as Word (docx), Markdown or a web page and choose it again.',
  },
  'bring/broken': {
    sv: 'Filen är trasig och går inte att öppna. Öppna den i programmet den kommer från, spara den på nytt och välj den igen.',
    en: 'The file is broken and cannot be opened. Open it in the program it comes from, save it anew and choose it again.',
  },
  'bring/packed': {
    sv: 'Filen packar upp till mycket mer än ett dokument brukar vara, och öppnas därför inte.',
    en: 'The file unpacks to far more than a document is, and is therefore not opened.',
  },
  'bring/too-slow': { sv: 'Filen tog för lång tid att läsa. Dela den, eller spara den som Markdown.', en: 'The file took too long to read. Divide it, or save it as Markdown.' },
  'bring/too-long': { sv: 'Texten i filen är för lång: högst {max} tecken. Dela den i flera.', en: 'The text in the file is too long: at most {max} characters. Divide it.' },
  'bring/empty': { sv: 'Det finns ingen text i filen.', en: 'There is no text in the file.' },
  'bring/nothing-chosen': { sv: 'Välj minst ett stycke.', en: 'Choose at least one paragraph.' },
  'bring/written-since': {
    sv: 'Någon har skrivit eller bidragit i problembilden sedan den togs in. Därför går det inte att ångra.',
    en: 'Somebody has written or contributed in the framing since it was brought in. So it cannot be undone.',
  },
  'export/too-much': {
    sv: 'Den filen gick inte att göra, troligen för att texten är så lång. Ta den som webbsida eller Markdown i stället.',
    en: 'That file could not be made, most likely because the text is so long. Take it as a web page or Markdown instead.',
  },
  'writing/no-room': { sv: 'Texten finns inte, eller är inte delad med dig.', en: 'The text does not exist, or is not shared with you.' },
  'writing/foreign-client': { sv: 'Ändringen bar en annan skribents märke och togs inte emot.', en: 'The change carried another writer’s mark and was not taken in.' },
  'writing/damaged': { sv: 'Ändringen kom fram skadad. Ladda om sidan; din text finns kvar i den här enheten.', en: 'The change arrived damaged. Reload the page; your text is kept on this device.' },
  'writing/too-large': { sv: 'Ändringen är för stor. Klistra in mindre åt gången.', en: 'The change is too large. Paste less at a time.' },
  'writing/full': { sv: 'Texten är full. Ta bort något innan du skriver mer.', en: 'The text is full. Take something away before you write more.' },
  'suggestion/not-yours': { sv: 'Det här är någon annans förslag. Du kan godta det eller svara på det.', en: 'This is somebody else’s suggestion. You can accept it or answer it.' },
  'suggestion/settled': { sv: 'Förslaget har redan fått sitt svar.', en: 'The suggestion has been answered already.' },
  'suggestion/gone': { sv: 'Förslaget står inte längre i texten, så det går inte att godta. Du kan svara på det.', en: 'The suggestion no longer stands in the text, so it cannot be accepted. You can answer it.' },
  'suggestion/changed': { sv: 'Någon har skrivit i förslaget sedan du såg det. Läs det igen, och godta det då.', en: 'Somebody has written in the suggestion since you saw it. Read it again, and accept it then.' },
  'suggestion/answer-needed': { sv: 'Skriv några ord om varför, så att den som föreslog får veta.', en: 'Write a few words about why, so that whoever suggested it knows.' },
  'request/too-large': { sv: 'Frågan är för stor.', en: 'The request is too large.' },
  'request/wrong': { sv: 'Frågan går inte att förstå.', en: 'The request cannot be understood.' },
  'request/too-many': { sv: 'Det gick lite fort. Vänta en stund och försök igen.', en: 'That was a little fast. Wait a while and try again.' },
  'request/origin': { sv: 'Frågan kom från en annan webbplats.', en: 'The request came from another site.' },
  fault: { sv: 'Något gick fel hos oss. Det du skrev finns kvar. Försök igen.', en: 'Something went wrong on our side. What you wrote is kept. Try again.' },
  ...refusalsTogether,
} as const satisfies Record<string, { sv: string; en: string }>;

/** The code of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** The two languages of the product. */
export type Language = 'sv' | 'en';

const grouped = { sv: new Intl.NumberFormat('sv'), en: new Intl.NumberFormat('en') } as const;

/** The sentence of a refusal in the reader's language; numbers are written as the language does. */
export function sentence(code: RefusalCode, language: Language, about: Readonly<Record<string, string | number>> = {}): string {
  return refusals[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const said = about[name];
    return typeof said === 'number' ? grouped[language].format(said) : (said ?? whole);
  });
}
