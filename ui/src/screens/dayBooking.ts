import type { AppointmentView } from "$/api/bindings";
import type { Booking } from "$/features/booking/booking.svelte";
import type { Wish } from "$/features/booking/wanted";
import type { Day } from "$/features/day/day.svelte";
import { firstFree } from "$/features/day/free";
import { dayOf } from "$/features/day/place";
import type { App } from "$/lib/app.svelte";
import type { BookFor } from "$/lib/router.svelte";
import { at } from "$/lib/time";

interface Desk {
  app: App;
  day: Day;
  booking: Booking;
  /** Whether something is being moved: nothing else is begun meanwhile. */
  busy: () => boolean;
  /** Closes what stands beside the grid. */
  clear: () => void;
}

/** How the day begins a booking. */
export function dayBooking({ app, day, booking, busy, clear }: Desk) {
  /** Where the desk points, or in the first time that is free. */
  function begin(wish: Wish | null = null): void {
    if (busy()) return;
    const free = day.view && firstFree(day.view, app.now);
    day.select(null);
    clear();
    const wished = wish ?? free ?? { chair: null, start: at(day.date, "09:00"), minutes: null };
    booking.begin(wished, dayOf(day.days, wished.start));
  }

  /** For somebody, in the first time of the day that is free; the openings about it are shown. */
  function next(patient: BookFor): void {
    const free = day.view && firstFree(day.view, app.now);
    begin({ ...(free ?? { chair: null, start: at(day.date, "09:00"), minutes: null }), patient });
    void booking.findOpenings(true);
  }

  /** The patient of a visit once more. */
  function again(visit: AppointmentView): void {
    const patient = { id: visit.patient, name: visit.patient_name, alert: visit.alert };
    begin({ chair: visit.chair, provider: visit.provider, start: visit.start, minutes: null, patient });
    void booking.findOpenings();
  }

  return { begin, next, again };
}
