import type { AppointmentView } from "$/api/bindings";
import type { App } from "$/lib/app.svelte";
import { mediumDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";

interface CopyPlace {
  start: string;
  chair: string | null;
  provider: string | null;
  minutes: number;
  overbook: boolean;
}

/** Books a second visit like this one: same patient, type and notes, at another place. */
export async function bookCopy(app: App, visit: AppointmentView, place: CopyPlace): Promise<AppointmentView> {
  const practice = app.practice;
  const copy = await app.call("appointment.book", {
    patient: visit.patient,
    // Visits from other systems may name nobody; a new one has to.
    provider: place.provider ?? practice?.providers.find((one) => one.active)?.id ?? "",
    chair: place.chair ?? practice?.chairs.find((one) => one.active)?.id ?? "",
    kind: visit.kind,
    start: place.start,
    second_pass: false,
    minutes: place.minutes,
    notes: visit.notes,
    overbook: place.overbook,
  });
  app.done(t("said-copied", { patient: copy.patient_name, date: mediumDate(copy.start), time: timeOf(copy.start) }), [copy]);
  return copy;
}
