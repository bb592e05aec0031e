/**
 * Something an operator can put right. The message is the whole of what is printed: one sentence,
 * what is wrong and what to do.
 */
export class Refusal extends Error {}
