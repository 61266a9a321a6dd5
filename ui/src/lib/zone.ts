/** Whether a local time happens twice in a zone, because the clocks are set back (S12). */
export function repeatedHour(local: string, zone: string): boolean {
  const utc = Date.parse(`${local}Z`);
  if (Number.isNaN(utc)) return false;
  try {
    const before = offsetAt(utc - 86_400_000, zone);
    const after = offsetAt(utc + 86_400_000, zone);
    return before > after && [before, after].every((offset) => offsetAt(utc - offset, zone) === offset);
  } catch {
    // A zone that this machine does not know: the core decides.
    return false;
  }
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - instant;
}
