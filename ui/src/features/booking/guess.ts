import type { DayView, PracticeView } from "$/api/bindings";
import { clockOf, dateOf } from "$/lib/time";

interface Guess {
  provider: string;
  chair: string;
}

/** Who works in that chair then, and where the provider works when no chair was chosen. */
export function guessPlace(
  practice: PracticeView,
  view: DayView | null,
  chair: string | null,
  start: string,
  wanted: string | null = null,
): Guess {
  const columns = view?.date === dateOf(start) ? view.columns.filter((one) => one.chair) : [];
  const clock = clockOf(start);
  const works = (from: string, to: string): boolean => from <= clock && clock < to;
  const column =
    columns.find((one) => one.chair === chair) ??
    columns.find((one) => one.providers.some((provider) => provider.id === wanted && works(provider.from, provider.to))) ??
    columns.find((one) => one.providers.some((provider) => works(provider.from, provider.to))) ??
    columns[0];
  const provider =
    column?.providers.find(({ from, to }) => works(from, to)) ?? column?.providers[0];
  const active = practice.providers.filter((one) => one.active);
  return {
    provider: wanted ?? provider?.id ?? active[0]?.id ?? "",
    chair: column?.chair ?? chair ?? practice.chairs.find((one) => one.active)?.id ?? "",
  };
}
