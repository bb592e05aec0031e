import type { Standing, Visibility } from '../shared/enums.js';
import type { RefusalCode } from '../shared/refusals.js';

/** Where the one who asks stands: nobody has not stepped in, outside has no participation. */
export type AskingStanding = Standing | 'NOBODY' | 'OUTSIDE';

/**
 * What a condition may look at besides standing: the state of the thing, and whether it is one's own.
 * Capacity, title, kind of knowledge and amount contributed have no place here [R1].
 */
export interface Thing {
  readonly visibility?: Visibility;
  readonly state?: string;
  readonly mine?: boolean;
  /** The alliance has ended: everything is read and taken along, one's own is withdrawn, nothing new is written [L8]. */
  readonly ended?: boolean;
}

type Condition = (standing: AskingStanding, thing: Thing) => RefusalCode | null;

const known: Condition = (standing) => (standing === 'NOBODY' ? 'session/none' : null);

const goesOn: Condition = (_standing, thing) => (thing.ended === true ? 'alliance/ended' : null);

const reads: Condition = (standing, thing) =>
  standing === 'TAKES_PART' || thing.visibility !== 'CLOSED' ? null : 'not-found';

const stillTakesPart: Condition = (standing, thing) => {
  if (standing === 'TAKES_PART') return null;
  if (thing.visibility === 'CLOSED') return standing === 'NOBODY' ? 'session/none' : 'not-found';
  return standing === 'NOBODY' ? 'session/none' : 'alliance/not-taking-part';
};

// What those who take part do as long as the alliance goes on.
const takesPart: Condition = (standing, thing) => stillTakesPart(standing, thing) ?? goesOn(standing, thing);

const hasEnded: Condition = (_standing, thing) => (thing.ended === true ? null : 'round/not-ended');

const all =
  (...conditions: readonly Condition[]): Condition =>
  (standing, thing) => {
    for (const condition of conditions) {
      const code = condition(standing, thing);
      if (code !== null) return code;
    }
    return null;
  };

const mine =
  (code: RefusalCode): Condition =>
  (_standing, thing) =>
    thing.mine === true ? null : code;

const notMine =
  (code: RefusalCode): Condition =>
  (_standing, thing) =>
    thing.mine === true ? code : null;

const state =
  (wanted: string, code: RefusalCode): Condition =>
  (_standing, thing) =>
    thing.state === wanted ? null : code;

const oneOf =
  (wanted: readonly string[], code: RefusalCode): Condition =>
  (_standing, thing) =>
    thing.state !== undefined && wanted.includes(thing.state) ? null : code;

const notState =
  (unwanted: string, code: RefusalCode): Condition =>
  (_standing, thing) =>
    thing.state === unwanted ? code : null;

const joins: Condition = (standing, thing) => {
  if (standing === 'NOBODY') return 'session/none';
  if (standing === 'TAKES_PART') return 'alliance/already';
  if (standing === 'ASKED_TO_LEAVE') return 'alliance/asked-to-leave';
  if (thing.ended === true && (thing.visibility !== 'CLOSED' || standing !== 'OUTSIDE')) return 'alliance/ended';
  return thing.visibility === 'CLOSED' && standing !== 'INVITED' && standing !== 'LATER' && standing !== 'DECLINED' ? 'alliance/closed' : null;
};

const comesByCode: Condition = (standing, thing) => {
  if (standing === 'TAKES_PART') return 'alliance/already';
  return standing === 'ASKED_TO_LEAVE' ? 'alliance/asked-to-leave' : goesOn(standing, thing);
};

// What one gave oneself can be read and answered also after having left: its door is not asked about then.
const readsHidden: Condition = (standing, thing) => (thing.mine === true && reads(standing, thing) === null ? known(standing, thing) : stillTakesPart(standing, thing));

const holds: Condition = (_standing, thing) => (thing.state === 'UNDONE' || thing.state === 'ERASED' ? 'hiding/over' : null);

// Says no to an invitation, or takes back what one asked.
const declines: Condition = (standing, thing) => {
  if (standing === 'INVITED' || standing === 'ASKED' || standing === 'LATER') return null;
  return standing === 'TAKES_PART' ? 'alliance/already' : stillTakesPart(standing, thing);
};

const anyone: Condition = () => null;

const asks: Condition = (standing, thing) => {
  if (standing === 'NOBODY') return 'session/none';
  if (standing === 'TAKES_PART' || standing === 'ASKED') return 'alliance/already';
  if (standing === 'ASKED_TO_LEAVE') return 'alliance/asked-to-leave';
  // Whoever only knows of a closed alliance is not told how it goes there.
  return thing.visibility === 'CLOSED' && standing === 'OUTSIDE' ? null : goesOn(standing, thing);
};

/** The one table of rights [R1]: the act, the rule that gives it, and what must hold. */
export const rights = {
  'alliance.form': { rule: 'L1', whyNot: known },
  'alliance.read': { rule: 'L2', whyNot: reads },
  'alliance.join': { rule: 'L3', whyNot: joins },
  'alliance.joinByCode': { rule: 'L3', whyNot: comesByCode },
  'alliance.askToJoin': { rule: 'L3', whyNot: asks },
  'alliance.decline': { rule: 'L4', whyNot: declines },
  'alliance.leave': { rule: 'L4', whyNot: stillTakesPart },
  'alliance.describe': { rule: 'R1', whyNot: takesPart },
  'alliance.invite': { rule: 'R1', whyNot: takesPart },
  'alliance.inviteOrganisation': { rule: 'R1', whyNot: takesPart },
  'alliance.inviteAlliance': { rule: 'R1', whyNot: takesPart },
  'alliance.takeOnCoordinating': { rule: 'L6', whyNot: takesPart },
  'alliance.nameProblem': { rule: 'F1', whyNot: takesPart },
  'alliance.openFraming': { rule: 'F1', whyNot: takesPart },
  'alliance.give': { rule: 'C1', whyNot: takesPart },
  'alliance.import': { rule: 'C1', whyNot: takesPart },
  'alliance.callRound': { rule: 'D1', whyNot: takesPart },
  'alliance.callReopening': { rule: 'D1', whyNot: all(stillTakesPart, hasEnded) },
  'round.read': { rule: 'L2', whyNot: reads },
  // Open rounds of an alliance that has ended are those that would reopen it.
  'round.ask': { rule: 'D2', whyNot: all(stillTakesPart, state('OPEN', 'round/closed')) },
  'round.respond': { rule: 'D3', whyNot: all(stillTakesPart, state('OPEN', 'round/closed')) },
  'round.reword': { rule: 'D4', whyNot: all(stillTakesPart, state('OPEN', 'round/closed')) },
  'round.offerCondition': { rule: 'D4', whyNot: all(stillTakesPart, state('OPEN', 'round/closed')) },
  'round.settle': { rule: 'D4', whyNot: all(stillTakesPart, state('OPEN', 'round/closed'), mine('round/not-yours')) },
  'round.takeBack': { rule: 'D1', whyNot: all(stillTakesPart, state('OPEN', 'round/closed'), mine('round/not-yours')) },
  'round.close': { rule: 'D5', whyNot: all(stillTakesPart, state('OPEN', 'round/closed')) },
  // Time does this, whoever looks.
  'round.lapse': { rule: 'D5', whyNot: all(reads, state('DUE', 'round/not-yet')) },
  'round.review': { rule: 'D6', whyNot: all(takesPart, state('PASSED', 'round/not-decided')) },
  'participation.admit': { rule: 'L3', whyNot: all(takesPart, state('ASKED', 'participation/not-asked')) },
  'participation.speakAs': { rule: 'A2', whyNot: all(takesPart, mine('participation/not-yours')) },
  'participation.answer': { rule: 'L5', whyNot: all(takesPart, notState('PERSON', 'participation/not-organisation')) },
  'participation.represent': { rule: 'L5', whyNot: all(takesPart, notState('PERSON', 'participation/not-organisation')) },
  'coordinating.passOn': { rule: 'L6', whyNot: all(takesPart, state('HELD', 'coordinating/not-held')) },
  'invitation.revoke': { rule: 'R1', whyNot: stillTakesPart },
  'framing.read': { rule: 'L2', whyNot: reads },
  'framing.write': { rule: 'F2', whyNot: takesPart },
  'framing.suggest': { rule: 'W12', whyNot: takesPart },
  'framing.reframe': { rule: 'F3', whyNot: takesPart },
  'framing.retrace': { rule: 'V1', whyNot: stillTakesPart },
  'framing.restore': { rule: 'V4', whyNot: takesPart },
  'framing.proposeClearing': { rule: 'V6', whyNot: stillTakesPart },
  'clearing.answer': { rule: 'V6', whyNot: all(stillTakesPart, state('PROPOSED', 'clearing/answered')) },
  'deleted.quote': { rule: 'V5', whyNot: takesPart },
  'framing.nameVersion': { rule: 'V2', whyNot: takesPart },
  'version.relabel': { rule: 'V2', whyNot: takesPart },
  'suggestion.explain': { rule: 'W12', whyNot: all(takesPart, mine('suggestion/not-yours'), oneOf(['OPEN', 'GONE'], 'suggestion/settled')) },
  'suggestion.accept': { rule: 'W13', whyNot: all(takesPart, notState('GONE', 'suggestion/gone'), state('OPEN', 'suggestion/settled')) },
  'suggestion.decline': { rule: 'W13', whyNot: all(takesPart, oneOf(['OPEN', 'GONE'], 'suggestion/settled')) },
  'suggestion.withdraw': { rule: 'W13', whyNot: all(stillTakesPart, mine('suggestion/not-yours'), oneOf(['OPEN', 'GONE'], 'suggestion/settled')) },
  'contribution.read': { rule: 'L2', whyNot: reads },
  'contribution.correct': { rule: 'C3', whyNot: all(reads, known, mine('contribution/not-yours'), goesOn, notState('WITHDRAWN', 'contribution/withdrawn'), notState('HIDDEN', 'hiding/hidden')) },
  'contribution.withdraw': { rule: 'C3', whyNot: all(reads, known, mine('contribution/not-yours'), notState('WITHDRAWN', 'contribution/withdrawn')) },
  'contribution.approve': { rule: 'C5', whyNot: all(reads, known, mine('contribution/not-yours'), goesOn, notState('HIDDEN', 'hiding/hidden'), state('NOT_YET', 'contribution/nothing-to-approve')) },
  'contribution.makeSlip': { rule: 'C20', whyNot: all(takesPart, mine('contribution/not-yours'), state('UNCLAIMED', 'claim/nothing-left')) },
  'contribution.claim': { rule: 'C20', whyNot: known },
  'contribution.leaveOutName': { rule: 'C21', whyNot: all(takesPart, mine('contribution/not-yours'), state('UNCLAIMED', 'claim/nothing-left')) },
  'contribution.question': { rule: 'C4', whyNot: all(takesPart, notState('WITHDRAWN', 'contribution/withdrawn'), notState('HIDDEN', 'hiding/hidden'), notMine('contribution/yours')) },
  'passage.cite': { rule: 'C11', whyNot: takesPart },
  'passage.restOn': { rule: 'C13', whyNot: takesPart },
  'passage.takeBack': { rule: 'C13', whyNot: all(reads, known, mine('passage/not-yours')) },
  'question.answer': { rule: 'C4', whyNot: all(takesPart, mine('contribution/not-yours'), notState('HIDDEN', 'hiding/hidden'), state('OPEN', 'question/answered')) },
  'framing.talk': { rule: 'T1', whyNot: takesPart },
  'contribution.talk': { rule: 'T1', whyNot: all(takesPart, notState('WITHDRAWN', 'contribution/withdrawn')) },
  'thread.read': { rule: 'L2', whyNot: reads },
  'thread.reply': { rule: 'T1', whyNot: all(takesPart, state('OPEN', 'thread/resolved')) },
  'thread.resolve': { rule: 'T2', whyNot: all(takesPart, state('OPEN', 'thread/resolved')) },
  'thread.reopen': { rule: 'T2', whyNot: all(takesPart, state('RESOLVED', 'thread/open')) },
  'post.takeBack': { rule: 'T3', whyNot: all(reads, known, mine('post/not-yours'), notState('TAKEN_BACK', 'post/taken-back')) },
  'mention.read': { rule: 'T4', whyNot: all(stillTakesPart, mine('mention/not-yours')) },
  'hiding.hide': { rule: 'H1', whyNot: all(stillTakesPart, notState('WITHDRAWN', 'hiding/nothing'), notState('OPEN', 'hiding/suggestion-open'), notState('HIDDEN', 'hiding/hidden')) },
  'hiding.read': { rule: 'H1', whyNot: all(readsHidden, holds, notState('ASIDE', 'hiding/aside')) },
  'hiding.answer': { rule: 'H2', whyNot: all(reads, known, mine('hiding/not-yours'), holds, notState('ASIDE', 'hiding/aside')) },
  'hiding.undo': { rule: 'H2', whyNot: all(stillTakesPart, holds, notState('ASIDE', 'hiding/aside')) },
  'hiding.askAside': { rule: 'H3', whyNot: all(stillTakesPart, holds, notState('ASIDE', 'hiding/aside'), state('HIDDEN', 'hiding/asked')) },
  'hiding.agreeAside': { rule: 'H3', whyNot: all(stillTakesPart, holds, state('ASKED', 'hiding/not-asked'), notMine('hiding/second-person')) },
  'hiding.erase': { rule: 'H3', whyNot: all(reads, known, mine('hiding/not-yours'), holds) },
  'import.run': { rule: 'C6', whyNot: all(takesPart, state('PREVIEW', 'import/state')) },
  'import.continue': { rule: 'C6', whyNot: all(takesPart, state('RUNNING', 'import/state')) },
  'import.undo': { rule: 'C6', whyNot: all(takesPart, oneOf(['DONE', 'FAILED'], 'import/state')) },
  'organisation.add': { rule: 'A3', whyNot: known },
  'organisation.rename': { rule: 'A3', whyNot: known },
  'organisation.merge': { rule: 'A3', whyNot: known },
  'initiative.note': { rule: 'I1', whyNot: known },
  'person.rename': { rule: 'A4', whyNot: known },
  'person.protect': { rule: 'A11', whyNot: known },
  'person.askForName': { rule: 'A12', whyNot: takesPart },
  'person.answerAsk': { rule: 'A12', whyNot: known },
  'person.readName': { rule: 'A12', whyNot: all(takesPart, mine('not-found'), state('AGREED', 'name/not-told')) },
  'examples.load': { rule: 'S4', whyNot: state('ON', 'examples/off') },
  'equal.check': { rule: 'R1', whyNot: anyone },
  'session.begin': { rule: 'M1', whyNot: anyone },
  'session.end': { rule: 'E2', whyNot: known },
  'card.make': { rule: 'E1', whyNot: known },
  'way.remove': { rule: 'E5', whyNot: known },
} as const satisfies Record<string, { rule: string; whyNot: Condition }>;

/** An act that the table knows. */
export type Verb = keyof typeof rights;

/** Why the act may not be done now, as a code; null when it may. */
export function whyNot(verb: Verb, standing: AskingStanding, thing: Thing): RefusalCode | null {
  return rights[verb].whyNot(standing, thing);
}

/** May the act be done now? */
export function may(verb: Verb, standing: AskingStanding, thing: Thing): boolean {
  return whyNot(verb, standing, thing) === null;
}

/** An act with its answer, as it is sent along with every object. */
export interface Right {
  readonly verb: Verb;
  readonly may: boolean;
  readonly whyNot: RefusalCode | null;
}

/** The answers for several acts on one thing. */
export function rightsOf(verbs: readonly Verb[], standing: AskingStanding, thing: Thing): Right[] {
  return verbs.map((verb) => {
    const code = whyNot(verb, standing, thing);
    return { verb, may: code === null, whyNot: code };
  });
}
