import { expect, test } from '@jest/globals';
import { ruleNumbers } from '../../test/rules.js';
import { standings, visibilities } from '../shared/enums.js';
import { refusals } from '../shared/refusals.js';
import { may, rights, rightsOf, whyNot, type AskingStanding, type Verb } from './rights.js';

const verbs = Object.keys(rights) as Verb[];
const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];
const states = ['ASKED', 'HELD', 'WITHDRAWN', 'GIVEN', 'NOT_YET', 'OPEN', 'PREVIEW', 'RUNNING', 'DONE', 'ON', 'PERSON', 'ORGANISATION', 'RESOLVED', 'TAKEN_BACK', 'GONE', 'PROPOSED', 'UNCLAIMED', 'AGREED', 'HIDDEN', 'ASIDE', 'UNDONE', 'DUE', 'PASSED'];
// Coming in is for those who are outside; all other acts are for those who are inside, or for everyone.
const comingIn: readonly Verb[] = ['alliance.join', 'alliance.joinByCode', 'alliance.askToJoin'];
// Who has been asked and has not come in yet may say no.
const stayingOut: readonly Verb[] = ['alliance.decline'];
// Stepping in and setting up are before every alliance.
const outsideAlliances: readonly Verb[] = ['session.begin', 'examples.load', 'equal.check'];

const things = [...visibilities].flatMap((visibility) => states.flatMap((state) => [true, false].flatMap((mine) => [true, false].map((ended) => ({ visibility, state, mine, ended })))));

test('[R1] every act has a rule that exists and a refusal that exists', () => {
  const known = new Set(ruleNumbers());
  expect(verbs.filter((verb) => !known.has(rights[verb].rule))).toEqual([]);
  const codes = new Set(verbs.flatMap((verb) => everyStanding.flatMap((standing) => things.map((thing) => whyNot(verb, standing, thing)))));
  codes.delete(null);
  expect([...codes].filter((code) => code === null || !(code in refusals))).toEqual([]);
  expect(codes.size).toBeGreaterThan(10);
});

test('[R1] every act can be done by somebody, and is closed to somebody', () => {
  for (const verb of verbs) {
    const answers = everyStanding.flatMap((standing) => things.map((thing) => may(verb, standing, thing)));
    expect([verb, answers.includes(true), answers.includes(false)]).toEqual([verb, true, verb !== 'session.begin' && verb !== 'equal.check']);
  }
});

test('[R1] taking part never takes a right away', () => {
  const lost = verbs
    .filter((verb) => !comingIn.includes(verb) && !stayingOut.includes(verb))
    .filter((verb) => things.some((thing) => !may(verb, 'TAKES_PART', thing) && everyStanding.some((standing) => may(verb, standing, thing))));
  expect(lost).toEqual([]);
});

test('[L1] whoever has stepped in can form an alliance, and nobody else', () => {
  expect(everyStanding.filter((standing) => !may('alliance.form', standing, {}))).toEqual(['NOBODY']);
  expect(whyNot('alliance.form', 'NOBODY', {})).toBe('session/none');
});

test('[L2] a closed alliance is read by those who take part, an open one and one by link by all', () => {
  for (const verb of ['alliance.read', 'framing.read', 'contribution.read', 'thread.read'] as const) {
    expect(everyStanding.filter((standing) => may(verb, standing, { visibility: 'CLOSED' }))).toEqual(['TAKES_PART']);
    expect(everyStanding.filter((standing) => !may(verb, standing, { visibility: 'OPEN' }))).toEqual([]);
    expect(everyStanding.filter((standing) => !may(verb, standing, { visibility: 'LINK' }))).toEqual([]);
  }
});

test('[R3] to somebody without a place in it, a closed alliance sounds as if it did not exist, whatever they try', () => {
  const forAnyone = new Set<Verb>(verbs.filter((verb) => may(verb, 'OUTSIDE', { visibility: 'CLOSED' })));
  const telling = verbs
    .filter((verb) => !comingIn.includes(verb) && !outsideAlliances.includes(verb) && !forAnyone.has(verb))
    .flatMap((verb) => things.filter(({ visibility }) => visibility === 'CLOSED').map((thing) => `${verb}: ${String(whyNot(verb, 'OUTSIDE', thing))}`))
    .filter((answer) => !answer.endsWith('not-found'));
  expect([...new Set(telling)]).toEqual([]);
});

test('[L3] anyone taking part may admit in a closed alliance, and nobody else', () => {
  const asked = { visibility: 'CLOSED', state: 'ASKED' } as const;
  expect(everyStanding.filter((standing) => may('participation.admit', standing, asked))).toEqual(['TAKES_PART']);
  expect(whyNot('participation.admit', 'TAKES_PART', { visibility: 'CLOSED', state: 'LEFT' })).toBe('participation/not-asked');
});

test('[L3] one joins a closed alliance by invitation only, and anybody may ask', () => {
  expect(everyStanding.filter((standing) => may('alliance.join', standing, { visibility: 'CLOSED' }))).toEqual(['INVITED', 'DECLINED', 'LATER']);
  expect(everyStanding.filter((standing) => !may('alliance.askToJoin', standing, { visibility: 'CLOSED' }))).toEqual(['NOBODY', 'ASKED', 'TAKES_PART', 'ASKED_TO_LEAVE']);
});

test('[C3] one corrects and withdraws what is one’s own, and also after having left', () => {
  const own = { visibility: 'OPEN', state: 'GIVEN', mine: true } as const;
  for (const verb of ['contribution.correct', 'contribution.withdraw'] as const) {
    expect(may(verb, 'LEFT', own)).toBe(true);
    expect(whyNot(verb, 'TAKES_PART', { ...own, mine: false })).toBe('contribution/not-yours');
    expect(whyNot(verb, 'TAKES_PART', { ...own, state: 'WITHDRAWN' })).toBe('contribution/withdrawn');
  }
});

test('[L8] in an alliance that has ended everything is read, one’s own is taken back, and nothing is written', () => {
  // What is before every alliance goes on as it did.
  const everywhere: readonly Verb[] = [...outsideAlliances, 'alliance.form', 'session.end', 'organisation.add', 'organisation.rename', 'organisation.merge', 'initiative.note', 'person.rename', 'person.protect', 'person.answerAsk', 'contribution.claim', 'way.remove', 'card.make'];
  const reading: readonly Verb[] = ['alliance.read', 'framing.read', 'framing.retrace', 'contribution.read', 'thread.read', 'mention.read'];
  const takingBack: readonly Verb[] = ['contribution.withdraw', 'post.takeBack', 'passage.takeBack', 'suggestion.withdraw', 'alliance.leave', 'alliance.decline', 'invitation.revoke'];
  const clearing: readonly Verb[] = ['framing.proposeClearing', 'clearing.answer'];
  // What harms somebody is hidden also there, and shown again.
  const hiding: readonly Verb[] = ['hiding.hide', 'hiding.read', 'hiding.answer', 'hiding.undo', 'hiding.askAside', 'hiding.agreeAside', 'hiding.erase'];
  // A round that would reopen it.
  const rounds: readonly Verb[] = ['alliance.callReopening', 'round.read', 'round.ask', 'round.respond', 'round.reword', 'round.offerCondition', 'round.settle', 'round.takeBack', 'round.close', 'round.lapse'];
  const still = verbs.filter((verb) => everyStanding.some((standing) => things.some((thing) => may(verb, standing, { ...thing, ended: true }))));
  const asking = still.filter((verb) => verb !== 'alliance.askToJoin');
  // Claiming what one said oneself makes it one's own, so that it can be taken back.
  const allowed = [...everywhere, ...reading, ...takingBack, ...clearing, ...rounds, ...hiding, 'contribution.claim'];
  expect(asking.filter((verb) => !allowed.includes(verb) && !/^(person|way|session|card|letter)\./.test(verb))).toEqual([]);
  expect([...reading, ...takingBack, ...clearing, ...rounds, ...hiding].filter((verb) => !still.includes(verb))).toEqual([]);
  expect(whyNot('framing.write', 'TAKES_PART', { visibility: 'OPEN', ended: true })).toBe('alliance/ended');
  // From outside a closed one still sounds as if it did not exist, or as any closed one.
  expect(whyNot('framing.write', 'OUTSIDE', { visibility: 'CLOSED', ended: true })).toBe('not-found');
  for (const verb of comingIn) for (const thing of [{ visibility: 'CLOSED' }, { visibility: 'CLOSED', ended: true }] as const) if (verb !== 'alliance.joinByCode') expect(whyNot(verb, 'OUTSIDE', thing)).toBe(verb === 'alliance.join' ? 'alliance/closed' : null);
});

test('[L9] whoever was asked to leave stands as one who left, and does not come in by link, code or asking until invited anew', () => {
  for (const verb of comingIn) for (const visibility of visibilities) expect(whyNot(verb, 'ASKED_TO_LEAVE', { visibility })).toBe('alliance/asked-to-leave');
  const differ = verbs.filter((verb) => !comingIn.includes(verb)).filter((verb) => things.some((thing) => whyNot(verb, 'ASKED_TO_LEAVE', thing) !== whyNot(verb, 'LEFT', thing)));
  expect(differ).toEqual([]);
  expect(may('alliance.join', 'INVITED', { visibility: 'CLOSED' })).toBe(true);
});

test('[R2] what is sent with a thing says of each act whether it may be done, and why not', () => {
  expect(rightsOf(['alliance.give', 'alliance.join'], 'TAKES_PART', { visibility: 'OPEN' })).toEqual([
    { verb: 'alliance.give', may: true, whyNot: null },
    { verb: 'alliance.join', may: false, whyNot: 'alliance/already' },
  ]);
});
