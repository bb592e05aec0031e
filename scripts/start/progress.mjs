const PLAIN_SECONDS = 10;

/**
 * Says which step is under way and how far it is: one line that is rewritten on a terminal, plain
 * lines elsewhere.
 *
 * @param {number} total how many steps there are
 */
export function progress(total, out = process.stdout) {
  let number = 0;
  return {
    /** Does one step and says when it is done. The work may report a share from 0 to 1. */
    async step(title, work) {
      number += 1;
      const line = stepLine(`${number}/${total} ${title}`, out);
      try {
        const result = await work((share) => line.reached(share));
        line.done(typeof result === 'string' ? result : '');
        return result;
      } catch (error) {
        line.broken();
        throw error;
      }
    },
  };
}

function stepLine(title, out) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  let share;
  let told = 0;
  const far = () => (share === undefined ? `${seconds()} s` : `${Math.floor(share * 100)} %, ${seconds()} s`);
  const tell = () => {
    if (out.isTTY) out.write(`\r${title} … ${far()}\u001b[K`);
    else if (seconds() - told >= PLAIN_SECONDS) {
      told = seconds();
      out.write(`${title} … ${far()}\n`);
    }
  };
  const timer = setInterval(tell, 250);
  timer.unref();
  if (out.isTTY) out.write(`${title} …`);
  return {
    reached(value) { share = Math.max(share ?? 0, Math.min(value, 0.99)); },
    done(note) {
      clearInterval(timer);
      const took = seconds() >= 1 ? ` (${seconds()} s)` : '';
      out.write(`${out.isTTY ? '\r' : ''}${title}${note ? `: ${note}` : ''}${took}${out.isTTY ? '\u001b[K' : ''}\n`);
    },
    broken() {
      clearInterval(timer);
      if (out.isTTY) out.write('\n');
    },
  };
}
