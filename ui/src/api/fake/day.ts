import type {
  AppointmentView, BlockOutView, ClashView, ColumnView, DayView, FindOpenings, OpeningView, PracticeView, ProviderView,
  ShiftView, WishView,
} from "../bindings";
import { BUSY_PLACES } from "./busy";
import { addDays, addMinutes, at, clockFrom, clockOf, dateOf, minutesOf, weekdayOf } from "$/lib/time";
import { inColumn } from "./blockOuts";

/** Who works where: the practice in memory gives each provider a chair. */
const PLACES: Record<string, string[]> = {
  c1: ["okafor"], c2: ["lindqvist"], c3: ["silva"], c4: ["okafor"], ...BUSY_PLACES,
};

function shiftsOf(practice: PracticeView, hours: ProviderView["hours"], date: string): ShiftView[] {
  return (hours ?? practice.hours).days[weekdayOf(date)] ?? [];
}

export function closureOn(practice: PracticeView, date: string) {
  return practice.closures.find((closure) => closure.from <= date && date <= closure.to);
}

export function dayOf(practice: PracticeView, visits: AppointmentView[], date: string, bad: boolean, blockOuts: BlockOutView[] = []): DayView {
  const closure = closureOn(practice, date);
  const shown = visits.filter((visit) => dateOf(visit.start) === date && visit.status !== "cancelled");
  return {
    date,
    closed: closure?.name ?? null,
    from: "08:00",
    to: "18:00",
    columns: practice.chairs.filter((chair) => chair.active).map((chair) => {
      const providers = providersAt(practice, chair.id);
      const open = providers.flatMap((provider) => shiftsOf(practice, provider.hours, date));
      const chairOpen = chair.hours ? shiftsOf(practice, chair.hours, date) : null;
      const here = providers.flatMap((provider) => {
        const shifts = shiftsOf(practice, provider.hours, date);
        const [first, last] = [shifts[0], shifts[shifts.length - 1]];
        return first && last ? [{ id: provider.id, name: provider.name, from: first.from, to: last.to }] : [];
      });
      return {
        chair: chair.id,
        provider: null,
        name: chair.name,
        chairs: [],
        providers: here,
        block_outs: inColumn(blockOuts, { chair: chair.id, providers: here }),
        closed: closedStretches(open, chairOpen, closure !== undefined),
      } satisfies ColumnView;
    }),
    provider_columns: practice.providers
      .filter((one) => one.active || shown.some((visit) => visit.provider === one.id))
      .map((one) => providerColumn(practice, one, date, closure !== undefined)),
    appointments: shown,
    unreadable: bad
      ? [{ id: "bad", start: at(date, "16:00"), what: "Appointment 0192…7c cannot be read: its length is missing." }]
      : [],
  };
}

function providerColumn(practice: PracticeView, { id, name, hours }: ProviderView, date: string, closed: boolean): ColumnView {
  const shifts = shiftsOf(practice, hours, date);
  const [first, last] = [shifts[0], shifts[shifts.length - 1]];
  return {
    chair: null,
    block_outs: [],
    provider: id,
    name,
    providers: first && last ? [{ id, name, from: first.from, to: last.to }] : [],
    chairs: [],
    closed: closedStretches(shifts, null, closed),
  };
}

function providersAt(practice: PracticeView, chair: string): ProviderView[] {
  const known = PLACES[chair];
  return practice.providers.filter((one) => one.active && (!known || known.includes(one.id)));
}

function closedStretches(open: ShiftView[], chair: ShiftView[] | null, closed: boolean): ColumnView["closed"] {
  const stretches: ColumnView["closed"] = [];
  const inside = (shifts: ShiftView[], minute: number): boolean =>
    shifts.some((shift) => minutesOf(shift.from) <= minute && minute < minutesOf(shift.to));
  for (let minute = 0; minute < 1440; minute += 15) {
    const why = closed
      ? "practice"
      : chair && !inside(chair, minute)
        ? "chair"
        : inside(open, minute)
          ? null
          : "nobody_works";
    const last = stretches[stretches.length - 1];
    if (!why) continue;
    if (last?.why === why && last.to === clockFrom(minute)) last.to = clockFrom(minute + 15);
    else stretches.push({ from: clockFrom(minute), to: clockFrom(minute + 15), why });
  }
  return stretches;
}

export interface Place {
  provider: string;
  chair: string;
  patient: string;
  start: string;
  end: string;
  but?: string;
}

/** S1, S2: half-open, by provider, chair and patient. */
export function clashesWith(visits: AppointmentView[], place: Place): ClashView[] {
  return visits
    .filter((visit) => visit.id !== place.but && visit.status !== "cancelled" && visit.status !== "missed")
    .filter((visit) => visit.start < place.end && place.start < visit.end)
    .flatMap((visit) => {
      const { id: appointment, patient_name, provider_name, chair_name, start, end } = visit;
      return (["provider", "chair", "patient"] as const)
        .filter((resource) => visit[resource] === place[resource])
        .map((resource) => ({ resource, appointment, patient_name, provider_name, chair_name, start, end }));
    });
}

export function isClosed(practice: PracticeView, chair: string, start: string, end: string): boolean {
  const column = dayOf(practice, [], dateOf(start), false).columns.find((one) => one.chair === chair);
  return (column?.closed ?? []).some(
    (closed) => minutesOf(closed.from) < minutesOf(clockOf(end)) && minutesOf(clockOf(start)) < minutesOf(closed.to),
  );
}

/** Whether a visit may begin then, by what somebody wishes for. */
export function suits(wish: WishView, provider: string, chair: string, start: string, minutes: number): boolean {
  const date = dateOf(start);
  const end = addMinutes(start, minutes);
  return (
    (wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(date))) &&
    (wish.providers.length === 0 || wish.providers.includes(provider)) &&
    (wish.chairs.length === 0 || wish.chairs.includes(chair)) &&
    (!wish.from || at(date, wish.from) <= start) &&
    (!wish.to || end <= at(date, wish.to)) &&
    (!wish.first_day || wish.first_day <= date) &&
    (!wish.last_day || date <= wish.last_day)
  );
}

/** Openings a quarter of an hour apart from each other at least, each by itself. */
export function openingsOf(practice: PracticeView, visits: AppointmentView[], wanted: FindOpenings): OpeningView[] {
  const found: OpeningView[] = [];
  const { wish } = wanted;
  const minutes = wanted.minutes ?? practice.types.find((one) => one.id === wanted.kind)?.minutes ?? 30;
  const today = dateOf(practice.now);
  const first = wish.first_day && wish.first_day > today ? wish.first_day : today;
  const last = wish.last_day ?? addDays(first, 400);
  for (let date = first; date <= last; date = addDays(date, 1)) {
    for (const chair of practice.chairs) {
      const provider = providersAt(practice, chair.id)[0];
      if (!provider) continue;
      for (let minute = 8 * 60; minute + minutes <= 18 * 60; minute += 15) {
        const start = at(date, clockFrom(minute));
        const end = addMinutes(start, minutes);
        if (start < practice.now || !suits(wish, provider.id, chair.id, start, minutes)) continue;
        if (isClosed(practice, chair.id, start, end)) continue;
        const place = { provider: provider.id, chair: chair.id, patient: wanted.patient ?? "", start, end };
        if (clashesWith(visits, place).length) continue;
        found.push({
          provider: provider.id, provider_name: provider.name, chair: chair.id, chair_name: chair.name,
          start, second_pass: false, minutes, gap_start: start, gap_minutes: minutes, also: [],
        });
        minute += minutes - 15;
      }
    }
    if (found.length >= wanted.limit) break;
  }
  return found.sort((one, other) => (one.start < other.start ? -1 : 1)).slice(0, wanted.limit);
}
