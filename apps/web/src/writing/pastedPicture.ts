let waiting: File | null = null;

/** A picture has been pasted; the form for pictures asks what one sees in it. */
export function keepPasted(file: File): void {
  waiting = file;
}

/** The picture that was pasted, once. */
export function takePasted(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
