// Written by `cargo run -p xtask -- bindings`. Do not edit.

export type AddressView = { lines: Array<string>, city: string, region: string, postal_code: string, country: string, };

export type AppointmentTypeInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, minutes: number, tint: number, arrive_early: number, active: boolean, };

export type AppointmentTypeView = { id: string, name: string, minutes: number, 
/**
 * 0 to 7, an index into the palette.
 */
tint: number, arrive_early: number, active: boolean, };

export type AppointmentView = { id: string, revision: number, patient: string, patient_name: string, preferred_name: string | null, initials: string, age: number | null, phone: string | null, 
/**
 * The patient's alert; empty when there is none.
 */
alert: string, provider: string | null, provider_name: string, chair: string | null, chair_name: string, kind: string | null, 
/**
 * Type, or the reason where there is no type.
 */
kind_name: string, tint: number, start: string, end: string, 
/**
 * The second of two equal local times (clocks set back).
 */
second_pass: boolean, minutes: number, 
/**
 * Local time at which the patient is asked to be there, when it differs from the start.
 */
arrive: string | null, status: WireStatus, confirmation: WireConfirmation, notes: string, overbooked: boolean, 
/**
 * Why a cancelled or missed visit ended so.
 */
ended_reason: string | null, 
/**
 * Local times.
 */
arrived_at: string | null, seated_at: string | null, dismissed_at: string | null, };

export type BookAppointment = { patient: string, provider: string, chair: string, kind: string | null, start: string, second_pass: boolean, 
/**
 * None takes the type's length.
 */
minutes: number | null, notes: string, 
/**
 * Book knowingly over what is there (S4).
 */
overbook: boolean, };

/**
 * One record by its id.
 */
export type ById = { id: string, };

/**
 * Whose visits a calendar holds, and what it says of them.
 */
export type CalendarExport = { 
/**
 * Id; none is everybody's.
 */
provider: string | null, 
/**
 * First and last day; none has no bound.
 */
from: string | null, to: string | null, 
/**
 * Only that there is a visit, and nothing of the patient.
 */
private: boolean, };

/**
 * Whose calendar it is, and what of it becomes block-outs.
 */
export type CalendarImport = { 
/**
 * Id.
 */
provider: string, 
/**
 * First and last day, `2026-11-23`; none takes whatever does not repeat, and of series a year back
 * and two ahead.
 */
from: string | null, to: string | null, 
/**
 * Whether events that their calendar has as free block their time too.
 */
free_too: boolean, };

export type CancelAppointment = { id: string, reason: string, by_practice: boolean, };

export type ChairInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, hours: WeekHoursView | null, active: boolean, };

export type ChairView = { id: string, name: string, hours: WeekHoursView | null, active: boolean, };

export type ChangePassphrase = { old_passphrase: string, new_passphrase: string, };

export type ChooseTheme = { theme: WireTheme, };

export type ClashResource = "provider" | "chair" | "patient";

/**
 * What stands in the way of a booking.
 */
export type ClashView = { resource: ClashResource, appointment: string, patient_name: string, provider_name: string, chair_name: string, start: string, end: string, };

export type ClosedView = { from: string, to: string, why: ClosedWhy, };

export type ClosedWhy = "practice" | "nobody_works" | "chair";

export type ClosureInput = { 
/**
 * None makes a new one.
 */
id: string | null, from: string, to: string, name: string, };

export type ClosureView = { id: string, from: string, to: string, name: string, };

export type ColumnProvider = { id: string, name: string, from: string, to: string, };

/**
 * A chair, or with no id the visits that have none.
 */
export type ColumnView = { chair: string | null, name: string, 
/**
 * Who works there, and when: "Dr Okafor, 08:00-17:00".
 */
providers: Array<ColumnProvider>, 
/**
 * Stretches in which nobody can be booked here.
 */
closed: Array<ClosedView>, };

export type CreatePractice = { name: string, zone: string, phone: string, hours: WeekHoursView, providers: Array<ProviderInput>, chairs: Array<ChairInput>, passphrase: string, 
/**
 * Typed back by a person.
 */
recovery_code: string, 
/**
 * Open on this machine without a passphrase from now on.
 */
keyring: boolean, };

export type DayView = { date: string, 
/**
 * Local date and time when this was answered.
 */
now: string, 
/**
 * Name of the closure, when the practice is closed.
 */
closed: string | null, 
/**
 * Earliest and latest time that should be in view, `08:00` and `18:00`.
 */
from: string, to: string, columns: Array<ColumnView>, 
/**
 * Cancelled ones are left out; missed ones are not.
 */
appointments: Array<AppointmentView>, 
/**
 * S14: rows that could not be read.
 */
unreadable: Array<UnreadableView>, };

/**
 * What `doctor` found.
 */
export type DoctorView = { ok: boolean, findings: Array<FindingView>, };

export type EditAppointment = { id: string, revision: number, kind: string | null, notes: string, };

export type EmailView = { label: string, address: string, };

/**
 * A code is here only because a window does something of its own with it.
 */
export type ErrorCode = "locked" | "absent" | "wrong_secret" | "wait" | "invalid" | "clash" | "closed" | "duplicate" | "stale" | "not_found" | "refused" | "damaged" | "disk_full" | "failed";

export type ExchangeFormat = "csv" | "fhir" | "ics" | "vcf";

export type ExportReport = { files: Array<string>, patients: number, appointments: number, 
/**
 * Address books: patients who are not to be contacted (P3), and are not in it.
 */
not_contacted: number, };

export type FindOpenings = { minutes: number, from: string, to: string, 
/**
 * None searches all active providers.
 */
provider: string | null, 
/**
 * 1 to 200.
 */
limit: number, };

export type FindingView = { check: string, ok: boolean, what: string, next: string, };

export type GetDay = { date: string, };

/**
 * One line of the audit trail of a record.
 */
export type HistoryView = { at: string, actor: string, action: string, note: string, };

export type HouseholdMember = { id: string, name: string, age: number | null, };

export type HouseholdView = { id: string, name: string, guarantor: string | null, members: Array<HouseholdMember>, };

export type ImportPreview = { 
/**
 * CSV only: columns in order.
 */
columns: Array<PreviewColumn>, 
/**
 * Fields a column may be mapped to.
 */
fields: Array<string>, 
/**
 * First rows as they would be read, at most 20.
 */
rows: Array<PreviewRow>, 
/**
 * How dates are read; none when nothing needs one.
 */
date_format: string | null, 
/**
 * Formats that fit all dates equally well; a person must choose.
 */
date_formats: Array<string>, delimiter: string | null, encoding: string | null, 
/**
 * How two-digit years are read, as a sentence.
 */
year_rule: string, read: number, refused: Array<RefusedRow>, };

/**
 * Stands for a job that runs in the background; ask `import.progress` until it is done.
 */
export type ImportProgress = { running: boolean, 
/**
 * Bytes read so far and in all.
 */
done: number, total: number, report: ImportReport | null, error: WireError | null, };

export type ImportReport = { read: number, created: number, updated: number, unchanged: number, refused: Array<RefusedRow>, 
/**
 * CSV: columns that nothing was taken from, by file.
 */
unused_columns: Array<UnusedColumns>, 
/**
 * FHIR and calendars: what Daybook has no place for, and how many there were.
 */
left_out: Array<LeftOutKind>, 
/**
 * How two-digit years were read, where there were any (P8).
 */
year_rule: string | null, 
/**
 * Calendars: how many series go on after the last day, and that day.
 */
going_on: number, going_on_after: string | null, 
/**
 * Whether it was stopped by a person; then nothing was changed.
 */
cancelled: boolean, };

export type LeftOutKind = { 
/**
 * Name of the FHIR resource, or of the part of a calendar.
 */
kind: string, count: number, };

export type ListPatients = { offset: number, 
/**
 * 1 to 500.
 */
limit: number, 
/**
 * None lists all.
 */
status: WirePatientStatus | null, };

/**
 * New time, place or length; what is none stays.
 */
export type MoveAppointment = { id: string, 
/**
 * Of the appointment as it was seen.
 */
revision: number, start: string, second_pass: boolean, provider: string | null, chair: string | null, minutes: number | null, overbook: boolean, };

/**
 * A bookable gap: a visit of `minutes` may start at `start`.
 */
export type OpeningView = { provider: string, provider_name: string, chair: string, chair_name: string, start: string, 
/**
 * Length of the whole gap.
 */
minutes: number, };

/**
 * Everything that can be edited of a patient.
 */
export type PatientFields = { chart_number: string | null, prefix: string, given: string, family: string, suffix: string, preferred_name: string | null, birth_date: string | null, sex: WireSex, phones: Array<PhoneView>, emails: Array<EmailView>, address: AddressView | null, language: string | null, notes: string, alert: string, status: WirePatientStatus, deceased_on: string | null, household: string | null, guardian: string | null, };

/**
 * One line of a result or a list.
 */
export type PatientHit = { id: string, 
/**
 * Legal name as spoken.
 */
name: string, 
/**
 * "Family, Given", for lists.
 */
sorted_name: string, preferred_name: string | null, birth_date: string | null, age: number | null, chart_number: string | null, phones: Array<PhoneView>, emails: Array<EmailView>, status: WirePatientStatus, };

/**
 * Sorted by family name, then given name.
 */
export type PatientPage = { total: number, offset: number, rows: Array<PatientHit>, };

/**
 * The patient's page.
 */
export type PatientView = { id: string, revision: number, name: string, age: number | null, fields: PatientFields, household: HouseholdView | null, 
/**
 * Newest first, cancelled and missed ones too.
 */
appointments: Array<AppointmentView>, 
/**
 * What was changed, newest first.
 */
history: Array<HistoryView>, };

export type PhoneView = { label: string, number: string, };

/**
 * Asks the desktop for a path; none when the person thought better of it.
 */
export type PickPath = { purpose: PickPurpose, 
/**
 * Suggested file name when saving.
 */
name: string | null, };

export type PickPurpose = "open_csv" | "open_fhir" | "open_ics" | "open_vcf" | "open_folder" | "save_pdf" | "save_csv" | "save_fhir" | "save_ics" | "save_vcf";

export type PickedPath = { path: string | null, };

export type PracticeInput = { name: string, zone: string, phone: string, hours: WeekHoursView, };

export type PracticeView = { name: string, zone: string, language: string, phone: string, hours: WeekHoursView, providers: Array<ProviderView>, chairs: Array<ChairView>, types: Array<AppointmentTypeView>, closures: Array<ClosureView>, 
/**
 * Local date and time when this was answered.
 */
now: string, patients: number, };

export type PreviewColumn = { name: string, field: string | null, 
/**
 * First values that are not empty, at most 3.
 */
samples: Array<string>, };

export type PreviewImport = { 
/**
 * Files or folders.
 */
paths: Array<string>, format: ExchangeFormat, 
/**
 * CSV column name to field name; empty guesses by name.
 */
map: { [key in string]: string }, 
/**
 * Such as `dmy`, `mdy`, `ymd`; none guesses, and asks when it cannot tell.
 */
date_format: string | null, 
/**
 * Of a calendar.
 */
calendar: CalendarImport | null, };

export type PreviewRow = { line: number, 
/**
 * Patient, practitioner, visit or block-out.
 */
kind: string, summary: string, };

export type PrintRequest = { what: PrintWhat, date: string, paper: WirePaper, landscape: boolean, 
/**
 * Initials only, for a wall.
 */
private: boolean, };

export type PrintWhat = "day" | "day_list" | "week";

export type PrintedPages = { 
/**
 * PDF, base64.
 */
pdf: string, 
/**
 * Suggested file name.
 */
name: string, };

export type ProviderInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, hours: WeekHoursView | null, active: boolean, };

export type ProviderView = { id: string, name: string, 
/**
 * None follows the practice's hours.
 */
hours: WeekHoursView | null, active: boolean, };

/**
 * Writes the shown recovery code as a page to print.
 */
export type RecoverySheet = { practice_name: string, };

export type RefusedRow = { 
/**
 * File name.
 */
source: string, 
/**
 * Line in the file, or number of the entry in a bundle; from 1.
 */
line: number, reason: string, };

export type RunExport = { format: ExchangeFormat, 
/**
 * File (csv: patients; beside it one for appointments) or folder.
 */
path: string, 
/**
 * Of a calendar; none holds all visits with names.
 */
calendar: CalendarExport | null, };

export type RunImport = { paths: Array<string>, format: ExchangeFormat, map: { [key in string]: string }, date_format: string | null, calendar: CalendarImport | null, };

export type SaveHousehold = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, guarantor: string | null, members: Array<string>, };

export type SavePatient = { 
/**
 * None makes a new patient.
 */
id: string | null, 
/**
 * Of the patient that was edited; 0 for a new one.
 */
revision: number, fields: PatientFields, 
/**
 * Save although it is probably somebody who is there already (P1).
 */
accept_duplicate: boolean, };

export type SavePrint = { print: PrintRequest, path: string, };

export type SavedPrint = { path: string, };

export type SearchPatients = { text: string, 
/**
 * 1 to 100.
 */
limit: number, };

export type SessionState = "absent" | "locked" | "open";

/**
 * Where the window stands.
 */
export type SessionView = { state: SessionState, 
/**
 * The folder of the practice.
 */
folder: string, 
/**
 * Once open.
 */
practice_name: string | null, 
/**
 * Whether this machine's keyring may open it without a passphrase.
 */
keyring: boolean, 
/**
 * Seconds to wait before the next try of a passphrase.
 */
wait_seconds: number, version: string, 
/**
 * What the vault and the database disagree about; a person must be told.
 */
warning: string | null, };

export type SetConfirmation = { id: string, confirmation: WireConfirmation, };

export type SetStatus = { id: string, status: WireStatus, };

/**
 * What the wizard starts from.
 */
export type SetupDefaults = { 
/**
 * This machine's zone, or UTC.
 */
zone: string, zones: Array<string>, hours: WeekHoursView, 
/**
 * A fresh recovery code, valid for the `session.create` that follows.
 */
recovery_code: string, };

export type ShiftView = { 
/**
 * `08:30`
 */
from: string, 
/**
 * `17:00`, up to `24:00`
 */
to: string, 
/**
 * The chair used then; none is any.
 */
chair: string | null, };

export type UndoableChange = "booking" | "move" | "cancellation" | "status" | "edit" | "waiting" | "block_out" | "block_out_type" | "closure" | "saved_view" | "notice" | "patient" | "household" | "practice" | "provider" | "chair" | "appointment_type";

/**
 * What was taken back, or done again.
 */
export type Undone = { 
/**
 * None when there was nothing left.
 */
what: UndoneChange | null, };

export type UndoneChange = { change: UndoableChange, 
/**
 * Whom or what it was about: patients for visits, else what the record is called.
 */
names: Array<string>, 
/**
 * How many visits it was about and are still there.
 */
visits: number, 
/**
 * The first of them.
 */
appointment: string | null, 
/**
 * Its local start as it stands now, for the day to show.
 */
start: string | null, };

export type Unlock = { passphrase: string, };

export type UnlockWithRecoveryCode = { recovery_code: string, 
/**
 * Replaces the forgotten one.
 */
new_passphrase: string, };

export type UnreadableView = { id: string, 
/**
 * As much of the start as could be read.
 */
start: string, what: string, };

export type UnusedColumns = { 
/**
 * File name.
 */
source: string, columns: Array<string>, };

/**
 * Shifts by weekday, Monday first, always seven.
 */
export type WeekHoursView = { days: Array<Array<ShiftView>>, };

export type WireConfirmation = "unconfirmed" | "sent" | "confirmed" | "declined";

/**
 * What went wrong, in words for the person at the desk.
 */
export type WireError = { code: ErrorCode, 
/**
 * What happened.
 */
what: string, 
/**
 * What it means for the data.
 */
data: string, 
/**
 * What to do next.
 */
next: string, 
/**
 * With code `clash`: what is there.
 */
clashes: Array<ClashView>, 
/**
 * With code `duplicate`: who it may be.
 */
duplicates: Array<PatientHit>, 
/**
 * With code `wait`: seconds until the next try.
 */
wait_seconds: number | null, 
/**
 * With code `invalid`: the field that is wrong, as it is named in the request.
 */
field: string | null, };

export type WirePaper = "a4" | "letter";

export type WirePatientStatus = "prospective" | "active" | "inactive" | "archived" | "deceased";

export type WireSex = "female" | "male" | "other" | "unknown";

export type WireStatus = "scheduled" | "arrived" | "seated" | "completed" | "missed" | "cancelled";

/**
 * Light or dark, for this person on this machine.
 */
export type WireTheme = "system" | "light" | "dark";

export interface Commands {
  "session.state": { request: null; response: SessionView };
  "setup.defaults": { request: null; response: SetupDefaults };
  "setup.recovery_sheet": { request: RecoverySheet; response: PrintedPages };
  "session.create": { request: CreatePractice; response: SessionView };
  "session.unlock": { request: Unlock; response: SessionView };
  "session.unlock_keyring": { request: null; response: SessionView };
  "session.unlock_recovery": { request: UnlockWithRecoveryCode; response: SessionView };
  "session.lock": { request: null; response: SessionView };
  "session.change_passphrase": { request: ChangePassphrase; response: null };
  "theme.get": { request: null; response: WireTheme };
  "theme.choose": { request: ChooseTheme; response: WireTheme };
  "practice.get": { request: null; response: PracticeView };
  "practice.save": { request: PracticeInput; response: PracticeView };
  "provider.save": { request: ProviderInput; response: PracticeView };
  "chair.save": { request: ChairInput; response: PracticeView };
  "appointment_type.save": { request: AppointmentTypeInput; response: PracticeView };
  "closure.save": { request: ClosureInput; response: PracticeView };
  "closure.remove": { request: ById; response: PracticeView };
  "day.get": { request: GetDay; response: DayView };
  "patient.search": { request: SearchPatients; response: Array<PatientHit> };
  "patient.list": { request: ListPatients; response: PatientPage };
  "patient.get": { request: ById; response: PatientView };
  "patient.save": { request: SavePatient; response: PatientView };
  "household.save": { request: SaveHousehold; response: HouseholdView };
  "appointment.get": { request: ById; response: AppointmentView };
  "appointment.book": { request: BookAppointment; response: AppointmentView };
  "appointment.move": { request: MoveAppointment; response: AppointmentView };
  "appointment.edit": { request: EditAppointment; response: AppointmentView };
  "appointment.cancel": { request: CancelAppointment; response: AppointmentView };
  "appointment.set_status": { request: SetStatus; response: AppointmentView };
  "appointment.set_confirmation": { request: SetConfirmation; response: AppointmentView };
  "appointment.openings": { request: FindOpenings; response: Array<OpeningView> };
  "undo": { request: null; response: Undone };
  "redo": { request: null; response: Undone };
  "import.preview": { request: PreviewImport; response: ImportPreview };
  "import.start": { request: RunImport; response: ImportProgress };
  "import.progress": { request: null; response: ImportProgress };
  "import.cancel": { request: null; response: ImportProgress };
  "export.run": { request: RunExport; response: ExportReport };
  "path.pick": { request: PickPath; response: PickedPath };
  "print.render": { request: PrintRequest; response: PrintedPages };
  "print.save": { request: SavePrint; response: SavedPrint };
  "doctor.run": { request: null; response: DoctorView };
}
