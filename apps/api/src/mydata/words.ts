type Words = Readonly<Record<string, string>>;

/** What the readable file says of itself. */
export const pageWords = {
  sv: { title: 'Allt om mig', made: 'Hämtat', others: 'Här står det som Samsyn har om dig: det du själv har sagt och gjort, och det som rör dig. Vad andra har skrivit är inte med.', parts: 'Innehåll', nothing: 'Inget.' },
  en: { title: 'Everything about me', made: 'Taken', others: 'This is what Samsyn holds about you: what you said and did yourself, and what concerns you. What others wrote is not in it.', parts: 'Contents', nothing: 'Nothing.' },
} as const;

/** What the parts are called. */
export const partWords: Readonly<Record<'sv' | 'en', Words>> = {
  sv: {
    person: 'Vem jag är här', card: 'Mitt kort med sex ord', organisationSignIns: 'Inloggning från min organisation', sessions: 'När jag har varit inne', signInLinks: 'Länkar för att gå in', letters: 'Brev till min adress', participations: 'Mina allianser', representations: 'Dem jag företräder',
    coordinating: 'När jag har samordnat', invitations: 'Inbjudningar jag gjort', formed: 'Allianser jag bildat', problems: 'Problem jag satt ord på', framings: 'Problembilder jag öppnat', reframings: 'När jag namngett eller bestämt på nytt',
    sources: 'Källor jag lagt till', contributions: 'Mina bidrag', writtenDown: 'Nedskrivet åt andra', questions: 'Frågor jag ställt', answers: 'Svar jag gett', stances: 'Vad jag sagt att bidrag gör', threads: 'Trådar jag börjat',
    posts: 'Vad jag sagt i trådar', mentions: 'Där jag är nämnd', suggestions: 'Mina förslag till text', suggestionAnswers: 'Förslag jag svarat på', hidings: 'Vad jag dolt, svarat på eller visat igen', hiddenWords: 'Mina ord som är dolda', claims: 'Lappar jag gjort eller använt', nameAsks: 'När jag bett att få veta ett namn', roundsCalled: 'Samtyckesrundor jag kallat till', roundQuestions: 'Frågor jag ställt i rundor', roundResponses: 'Mina svar i rundor', versions: 'Versioner jag gett namn', clearings: 'Det jag bett om att få rensat', clearingAnswers: 'Svar på rensningar',
    files: 'Bilder, inspelningar och filer', imports: 'Kalkylblad jag tagit in', bringings: 'Texter jag tagit in', initiatives: 'Initiativ jag noterat', organisations: 'Organisationer jag lagt till', renamings: 'Organisationer jag gett nytt namn', acts: 'Mina rader i liggaren', words: 'Mina ord i texter',
  },
  en: {
    person: 'Who I am here', card: 'My card with six words', organisationSignIns: 'Sign-in from my organisation', sessions: 'When I was in', signInLinks: 'Links to step in', letters: 'Letters to my address', participations: 'My alliances', representations: 'Whom I speak for',
    coordinating: 'When I coordinated', invitations: 'Invitations I made', formed: 'Alliances I formed', problems: 'Problems I put in words', framings: 'Framings I opened', reframings: 'When I named or bounded anew',
    sources: 'Sources I added', contributions: 'My contributions', writtenDown: 'Written down for others', questions: 'Questions I asked', answers: 'Answers I gave', stances: 'What I said contributions do', threads: 'Threads I opened',
    posts: 'What I said in threads', mentions: 'Where I am mentioned', suggestions: 'My suggestions to texts', suggestionAnswers: 'Suggestions I answered', hidings: 'What I hid, answered or showed again', hiddenWords: 'My words that are hidden', claims: 'Slips I made or used', nameAsks: 'When I asked to know a name', roundsCalled: 'Consent rounds I called', roundQuestions: 'Questions I asked in rounds', roundResponses: 'My answers in rounds', versions: 'Versions I named', clearings: 'What I asked to have cleared', clearingAnswers: 'Answers to clearings',
    files: 'Pictures, recordings and files', imports: 'Spreadsheets I brought in', bringings: 'Texts I brought in', initiatives: 'Initiatives I noted', organisations: 'Organisations I added', renamings: 'Organisations I renamed', acts: 'My entries in the ledger', words: 'My words in texts',
  },
};

/** What the lines are called. */
export const fieldWords: Readonly<Record<'sv' | 'en', Words>> = {
  sv: {
    at: 'När', id: 'Id', name: 'Namn', language: 'Språk', guest: 'Gäst', invented: 'Påhittad person', email: 'E-post', device: 'Enhet', issuer: 'Utfärdare', lastUsedAt: 'Senast använd', expiresAt: 'Gäller till', endedAt: 'Avslutad', usedAt: 'Använd', sentAt: 'Skickat',
    alliance: 'Allians', allianceId: 'Alliansens id', standing: 'Läge', capacity: 'Egenskap', knows: 'Vet något om', reason: 'Skäl', answeredAt: 'Svarade', leftAt: 'Lämnade', organisation: 'Organisation', mandate: 'Mandat', until: 'Till', way: 'Sätt', revokedAt: 'Återkallad', uses: 'Gånger använd',
    visibility: 'Synlighet', sentence: 'Mening', framingId: 'Problembildens id', field: 'Del', title: 'Titel', year: 'År', doi: 'DOI', url: 'Länk', note: 'Anteckning', state: 'Tillstånd', text: 'Ord', kinds: 'Slag av kunskap', howKnown: 'Hur jag vet det', proposal: 'Förslag', tacit: 'Inte satt i ord', telling: 'Berättelse',
    sourceUrl: 'Källans länk', sourceText: 'Källa', approval: 'Ordalydelsen', correctedAt: 'Rättat', withdrawnAt: 'Återtaget', earlier: 'Hur det löd förut', files: 'Filer', contributionId: 'Bidragets id', about: 'Om', outcome: 'Utgång', answer: 'Svar', stance: 'Bidraget', threadId: 'Trådens id', act: 'Handling', takenBackAt: 'Taget tillbaka', readAt: 'Läst',
    words: 'Ord', subject: 'Vad', choice: 'Svar', endReason: 'Varför det visades igen', number: 'Nummer', label: 'Namn', automatic: 'Av sig själv', kind: 'Slag', mime: 'Filtyp', size: 'Byte', description: 'Beskrivning', durationMs: 'Millisekunder', fileName: 'Filens namn', rows: 'Rader', format: 'Format', organisationId: 'Organisationens id', verb: 'Vad', subjectKind: 'Om', subjectId: 'Om (id)', takenAway: 'Borttaget ur texten, kvar i dess historia',
    situation: 'Situation', saw: 'Såg', did: 'Gjorde', newcomer: 'Till den som är ny',
  },
  en: {
    at: 'When', id: 'Id', name: 'Name', language: 'Language', guest: 'Guest', invented: 'Invented person', email: 'E-mail', device: 'Device', issuer: 'Issuer', lastUsedAt: 'Last used', expiresAt: 'Holds until', endedAt: 'Ended', usedAt: 'Used', sentAt: 'Sent',
    alliance: 'Alliance', allianceId: 'Id of the alliance', standing: 'Standing', capacity: 'Capacity', knows: 'Knows something about', reason: 'Reason', answeredAt: 'Answered', leftAt: 'Left', organisation: 'Organisation', mandate: 'Mandate', until: 'Until', way: 'Way', revokedAt: 'Revoked', uses: 'Times used',
    visibility: 'Visibility', sentence: 'Sentence', framingId: 'Id of the framing', field: 'Part', title: 'Title', year: 'Year', doi: 'DOI', url: 'Link', note: 'Note', state: 'State', text: 'Words', kinds: 'Kinds of knowledge', howKnown: 'How I know it', proposal: 'Proposal', tacit: 'Not put in words', telling: 'Telling',
    sourceUrl: 'Link of the source', sourceText: 'Source', approval: 'Wording', correctedAt: 'Corrected', withdrawnAt: 'Withdrawn', earlier: 'How it read before', files: 'Files', contributionId: 'Id of the contribution', about: 'About', outcome: 'Outcome', answer: 'Answer', stance: 'The contribution', threadId: 'Id of the thread', act: 'Act', takenBackAt: 'Taken back', readAt: 'Read',
    words: 'Words', subject: 'What', choice: 'Answer', endReason: 'Why it was shown again', number: 'Number', label: 'Name', automatic: 'By itself', kind: 'Kind', mime: 'Type of file', size: 'Bytes', description: 'Description', durationMs: 'Milliseconds', fileName: 'Name of the file', rows: 'Rows', format: 'Format', organisationId: 'Id of the organisation', verb: 'What', subjectKind: 'About', subjectId: 'About (id)', takenAway: 'Taken out of the text, still in its history',
    situation: 'Situation', saw: 'Saw', did: 'Did', newcomer: 'For a newcomer',
  },
};

/** What stands in the lines where it is a word of the house. */
export const valueWords: Readonly<Record<'sv' | 'en', Words>> = {
  sv: {
    true: 'ja', false: 'nej', RESEARCHER: 'forskare', OFFICIAL: 'tjänsteperson', RESIDENT: 'boende', INVITED: 'inbjuden', ASKED: 'har bett om att få delta', TAKES_PART: 'deltar', DECLINED: 'tackade nej', LATER: 'kanske senare', LEFT: 'har lämnat', ASKED_TO_LEAVE: 'ombedd att lämna', CONSENT: 'samtycke', RESERVATION: 'förbehåll', OBJECTION: 'invändning', OPEN: 'öppen', LINK: 'via länk', CLOSED: 'sluten', EMAIL: 'e-post',
    FACTS: 'fakta', UNDERSTANDING: 'förståelse', SKILL: 'färdighet', FAMILIARITY: 'förtrogenhet', READ: 'läst', MEASURED: 'mätt', PRACTISED: 'gjort', LIVED: 'levt med', TOLD: 'fått berättat', GIVEN: 'lämnat', WITHDRAWN: 'återtaget', NOT_NEEDED: 'behöver inte godkännas', NOT_YET: 'inte godkänd än', APPROVED: 'godkänd',
    KIND: 'slaget', CLAIM: 'påståendet', KEPT: 'stod kvar', CHANGED: 'ändrades', SUPPORTS: 'stöder', CHALLENGES: 'ifrågasätter', NUANCES: 'nyanserar', SAID: 'sade', RESOLVED: 'avslutade', REOPENED: 'öppnade igen', ACCEPTED: 'antaget', PROPOSED: 'föreslagen', CLEARED: 'rensad', PICTURE: 'bild', RECORDING: 'inspelning',
    PREVIEW: 'visat först', RUNNING: 'pågår', DONE: 'klart', FAILED: 'misslyckades', UNDONE: 'ångrat', NAME: 'namn', BELONGS: 'vad som hör till', OUTSIDE: 'vad som inte hör till', FOR_WHOM: 'för vem', UNKNOWN: 'vad vi inte vet', NORMS: 'normer',
  },
  en: {
    true: 'yes', false: 'no', RESEARCHER: 'researcher', OFFICIAL: 'official', RESIDENT: 'resident', INVITED: 'invited', ASKED: 'asked to take part', TAKES_PART: 'takes part', DECLINED: 'declined', LATER: 'maybe later', LEFT: 'left', ASKED_TO_LEAVE: 'asked to leave', CONSENT: 'consent', RESERVATION: 'reservation', OBJECTION: 'objection', OPEN: 'open', LINK: 'by link', CLOSED: 'closed', EMAIL: 'e-mail',
    FACTS: 'facts', UNDERSTANDING: 'understanding', SKILL: 'skill', FAMILIARITY: 'familiarity', READ: 'read', MEASURED: 'measured', PRACTISED: 'practised', LIVED: 'lived', TOLD: 'told', GIVEN: 'given', WITHDRAWN: 'withdrawn', NOT_NEEDED: 'needs no approval', NOT_YET: 'not approved yet', APPROVED: 'approved',
    KIND: 'the kind', CLAIM: 'the claim', KEPT: 'kept', CHANGED: 'changed', SUPPORTS: 'supports', CHALLENGES: 'challenges', NUANCES: 'nuances', SAID: 'said', RESOLVED: 'resolved', REOPENED: 'reopened', ACCEPTED: 'accepted', PROPOSED: 'proposed', CLEARED: 'cleared', PICTURE: 'picture', RECORDING: 'recording',
    PREVIEW: 'shown first', RUNNING: 'running', DONE: 'done', FAILED: 'failed', UNDONE: 'undone', NAME: 'name', BELONGS: 'what belongs', OUTSIDE: 'what does not', FOR_WHOM: 'for whom', UNKNOWN: 'what we do not know', NORMS: 'norms',
  },
};
