/** What a file says of itself and of those whose words it holds, in both languages. */
export const exportWords = {
  sv: {
    RESEARCHER: 'forskare', OFFICIAL: 'tjänsteperson', RESIDENT: 'boende',
    FACTS: 'fakta', UNDERSTANDING: 'förståelse', SKILL: 'färdighet', FAMILIARITY: 'förtrogenhet',
    READ: 'läst det', MEASURED: 'mätt eller undersökt det', PRACTISED: 'gjort det', LIVED: 'levt med det', TOLD: 'fått det berättat',
    BELONGS: 'Vad som hör till', OUTSIDE: 'Vad som inte hör till', FOR_WHOM: 'För vem', UNKNOWN: 'Vad vi inte vet', NORMS: 'Normer och värden',
    alliance: 'Allians', problem: 'Det som oroar', address: 'Adress', made: 'Hämtat', framing: 'Problembild',
    text: 'Texten', empty: 'Ingen har skrivit i texten än.', notes: 'Noter', whose: 'Vems ord', whoseLabel: 'Vems ord, {number}', sources: 'Källor',
    knew: 'Vem visste vad', knewHow: 'I den ordning texten har, sedan i den ordning de kom.', knewNone: 'Inga bidrag är nedskrivna än.',
    words: 'Skrivet av', quotes: 'Citat från', nobody: 'någon som inte är känd', stated: 'enligt filen', invented: 'påhittad person',
    restsOn: 'Vilar på bidrag av', SUPPORTS: 'Stöds av bidrag av', CHALLENGES: 'Ifrågasätts av bidrag av', NUANCES: 'Nyanseras av bidrag av', saidBy: 'Det säger', kinds: 'Slag av kunskap', howKnown: 'Hur man vet det', notStated: 'inte angivet', withdrawn: 'Bidraget är återtaget.', hidden: 'Bidraget är dolt.',
    wroteDown: 'Nedskrivet av', unapproved: 'ordalydelsen är inte godkänd än', source: 'Källa', given: 'Lämnat', passage: 'Om orden', id: 'Bidrag',
    question: 'Fråga', answer: 'Svar', asKind: 'Kan också läsas som', tacit: 'Kunskap som någon bär och som inte är satt i ord.',
    noPicture: 'Bild. Beskrivning saknas.', removed: 'En bild som inte längre finns.', suggested: 'Förslag som ingen har svarat på är inte med i filen.', back: 'Tillbaka till texten',
    open: '”', close: '”',
  },
  en: {
    RESEARCHER: 'researcher', OFFICIAL: 'official', RESIDENT: 'resident',
    FACTS: 'facts', UNDERSTANDING: 'understanding', SKILL: 'skill', FAMILIARITY: 'familiarity',
    READ: 'read it', MEASURED: 'measured or studied it', PRACTISED: 'done it', LIVED: 'lived with it', TOLD: 'been told',
    BELONGS: 'What belongs to it', OUTSIDE: 'What does not', FOR_WHOM: 'For whom', UNKNOWN: 'What we do not know', NORMS: 'Norms and values',
    alliance: 'Alliance', problem: 'What worries', address: 'Address', made: 'Taken', framing: 'Framing',
    text: 'The text', empty: 'Nobody has written in the text yet.', notes: 'Notes', whose: 'Whose words', whoseLabel: 'Whose words, {number}', sources: 'Sources',
    knew: 'Who knew what', knewHow: 'In the order of the text, then in the order they came.', knewNone: 'No contributions are recorded yet.',
    words: 'Written by', quotes: 'Quoted from', nobody: 'somebody who is not known', stated: 'as stated by the file', invented: 'invented person',
    restsOn: 'Rests on a contribution by', SUPPORTS: 'Supported by a contribution by', CHALLENGES: 'Challenged by a contribution by', NUANCES: 'Nuanced by a contribution by', saidBy: 'So says', kinds: 'Kinds of knowledge', howKnown: 'How it is known', notStated: 'not stated', withdrawn: 'The contribution has been withdrawn.', hidden: 'The contribution is hidden.',
    wroteDown: 'Written down by', unapproved: 'the wording is not approved yet', source: 'Source', given: 'Given', passage: 'About the words', id: 'Contribution',
    question: 'Question', answer: 'Answer', asKind: 'Can also be read as', tacit: 'Knowledge that somebody holds and that is not put in words.',
    noPicture: 'Picture. No description yet.', removed: 'A picture that is no longer there.', suggested: 'Suggestions that nobody has answered are not in the file.', back: 'Back to the text',
    open: '“', close: '”',
  },
} as const;

/** The words of a file in one language. */
export type ExportWords = (typeof exportWords)[keyof typeof exportWords];
