// Written by `cargo run -p xtask -- bindings`. Do not edit.

export type AddClosures = { days: Array<ClosedDay>, 
/**
 * Close over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type AddStop = { channel: WireChannel, address: string, 
/**
 * Who asked for it, and how.
 */
words: string, };

export type AddedClosures = { added: number, 
/**
 * Days on which the practice was closed already.
 */
there: number, };

export type AddressView = { lines: Array<string>, city: string, region: string, postal_code: string, country: string, };

export type AppointmentTypeInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, minutes: number, tint: number, arrive_early: number, active: boolean, pattern: string | null, chairs: Array<string>, providers: Array<string>, recall_trigger: string, };

export type AppointmentTypeView = { id: string, name: string, minutes: number, 
/**
 * 0 to 7, an index into the palette.
 */
tint: number, arrive_early: number, active: boolean, 
/**
 * `XX//X`: who is busy in each five minutes, X the provider, / an assistant; none is the
 * provider throughout.
 */
pattern: string | null, 
/**
 * Where it may take place, and with whom; none of them is anywhere, and anybody.
 */
chairs: Array<string>, providers: Array<string>, 
/**
 * The recall that a completed visit sets off; empty for none.
 */
recall_trigger: string, };

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
 * Who is busy in each five minutes, `X` the provider, `/` an assistant (S2); none is the
 * provider throughout.
 */
pattern: string | null, 
/**
 * Local time at which the patient is asked to be there, when it differs from the start.
 */
arrive: string | null, status: WireStatus, confirmation: WireConfirmation, notes: string, overbooked: boolean, 
/**
 * Why a cancelled or missed visit ended so.
 */
ended_reason: string | null, 
/**
 * When and by whom a cancelled or missed visit ended so.
 */
ended: EndedView | null, 
/**
 * A person set the confirmation, so that no machine does.
 */
confirmed_by_person: boolean, 
/**
 * Local times.
 */
arrived_at: string | null, seated_at: string | null, dismissed_at: string | null, 
/**
 * The series it was booked in.
 */
series: string | null, 
/**
 * What the patient is still to be told of it.
 */
notice: NoticeView | null, 
/**
 * After a change: the desk is asked whether to tell the patient of it.
 */
asks: WireNoticeOf | null, 
/**
 * Local time since when the patient would come sooner, and when that would suit them.
 */
asap: string | null, wish: WishView, 
/**
 * Local times of calls that nobody answered.
 */
unanswered: Array<string>, };

/**
 * How often visits were kept, and how often not (S8).
 */
export type AttendanceView = { kept: number, missed: number, 
/**
 * By the patient, too late for somebody else to come.
 */
late_cancelled: number, 
/**
 * By the patient, in time; it counts against nobody.
 */
cancelled: number, cancelled_by_practice: number, };

export type BlockOutTypeInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, effect: WireEffect, types: Array<string>, tint: number, active: boolean, };

export type BlockOutTypeView = { id: string, name: string, effect: WireEffect, 
/**
 * With `reserved`: the appointment types it is kept for.
 */
types: Array<string>, 
/**
 * 0 to 7, an index into the palette.
 */
tint: number, active: boolean, };

/**
 * A block-out on one of its days.
 */
export type BlockOutView = { id: string, kind: string, 
/**
 * Of its type.
 */
name: string, effect: WireEffect, 
/**
 * With `reserved`: names of the appointment types it is kept for.
 */
kept_for: Array<string>, tint: number, date: string, 
/**
 * `12:00`
 */
from: string, 
/**
 * `13:00`, up to `24:00`
 */
to: string, 
/**
 * Whose time; with neither it is the whole practice's.
 */
provider: string | null, provider_name: string, chair: string | null, chair_name: string, note: string, first: string, repeat: RepeatView, };

export type BoardProvider = { id: string, name: string, 
/**
 * Minutes behind, where that is worth telling; zero is on time.
 */
behind: number, };

/**
 * Today, as the waiting room sees it. Every minute is counted from whole minutes that passed.
 */
export type BoardView = { date: string, 
/**
 * Local date and time when this was answered.
 */
now: string, 
/**
 * Minutes of waiting from which it warns.
 */
alert_minutes: number, 
/**
 * Booked first, first.
 */
waiting: Array<WaitingRow>, 
/**
 * By chair.
 */
in_chair: Array<InChairRow>, 
/**
 * Whose time has come and who has not, longest first.
 */
late: Array<LateRow>, 
/**
 * To come, soonest first.
 */
next: Array<NextRow>, 
/**
 * Whose turn it is; none while nobody waits for a chair that is free.
 */
seat_next: string | null, 
/**
 * Providers who have somebody today.
 */
providers: Array<BoardProvider>, done: number, 
/**
 * How many of today's visits nobody brought to an end.
 */
open: number, 
/**
 * Whether the hours of today are over.
 */
day_over: boolean, 
/**
 * How many visits of days gone by nobody brought to an end.
 */
left_open: number, 
/**
 * S14: rows that could not be read.
 */
unreadable: Array<UnreadableView>, };

export type BookAppointment = { patient: string, provider: string, chair: string, kind: string | null, start: string, second_pass: boolean, 
/**
 * None takes the type's length.
 */
minutes: number | null, notes: string, 
/**
 * Book knowingly over what is there (S4).
 */
overbook: boolean, 
/**
 * The entry of a list that is done with then.
 */
closes?: ClosesEntry, };

export type BookFamily = { visits: Array<BookAppointment>, };

export type BookSeries = { 
/**
 * The first visit.
 */
visit: BookAppointment, plan: SeriesPlan, 
/**
 * Dates that are left out, or booked elsewhere.
 */
instead: Array<InsteadOf>, 
/**
 * Where some dates are refused, book the others; else nothing is booked then (S13).
 */
rest: boolean, 
/**
 * Write nothing; say what would be.
 */
only_ask: boolean, };

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

export type CancelSeries = { visit: CancelAppointment, };

/**
 * Somebody who could take a gap.
 */
export type CandidateView = { 
/**
 * The list they are on; never `unconfirmed`.
 */
list: WireList, 
/**
 * Of the visit, or of the entry of the waiting list.
 */
id: string, revision: number, patient: string, patient_name: string, phone: string | null, kind: string | null, kind_name: string, tint: number, minutes: number, 
/**
 * Where in the gap it would begin.
 */
start: string, second_pass: boolean, 
/**
 * Local time since when they wait.
 */
since: string, 
/**
 * Whether they said when or with whom they would like to come; this is it then.
 */
wished: boolean, urgent: boolean, note: string, 
/**
 * Where the visit that would come sooner, or that did not take place, stands.
 */
booked: PlaceView | null, };

export type ChairInput = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, hours: WeekHoursView | null, active: boolean, 
/**
 * Close over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type ChairView = { id: string, name: string, 
/**
 * None is open whenever a provider works there.
 */
hours: WeekHoursView | null, 
/**
 * Dates with hours of their own, in order.
 */
exceptions: Array<ExceptionView>, active: boolean, };

export type ChangePassphrase = { old_passphrase: string, new_passphrase: string, };

export type ChooseTheme = { theme: WireTheme, };

/**
 * Language and clock, for this person on this machine.
 */
export type ChooseWording = { language: WireLanguage, clock: WireClock, };

export type ClashResource = "provider" | "chair" | "patient";

/**
 * What stands in the way of a booking.
 */
export type ClashView = { resource: ClashResource, appointment: string, patient_name: string, provider_name: string, chair_name: string, start: string, end: string, };

export type ClosedDay = { date: string, name: string, };

export type ClosedView = { from: string, to: string, why: ClosedWhy, };

export type ClosedWhy = "practice" | "nobody_works" | "chair";

/**
 * The entry of a list that a booking answers.
 */
export type ClosesEntry = { list: WireList, id: string, };

export type ClosureInput = { 
/**
 * None makes a new one.
 */
id: string | null, from: string, to: string, name: string, 
/**
 * Close over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type ClosureView = { id: string, from: string, to: string, name: string, };

export type ColumnChair = { id: string, name: string, from: string, to: string, };

export type ColumnProvider = { id: string, name: string, from: string, to: string, };

/**
 * A chair or a provider; with neither the visits that have none.
 */
export type ColumnView = { chair: string | null, provider: string | null, name: string, 
/**
 * Who works there, and when: "Dr Okafor, 08:00-17:00"; in a provider's column themselves.
 */
providers: Array<ColumnProvider>, 
/**
 * Which chairs a provider's hours name, and when; in a provider's column only.
 */
chairs: Array<ColumnChair>, 
/**
 * Stretches in which nobody can be booked here.
 */
closed: Array<ClosedView>, 
/**
 * Time that is not for every visit, by its start.
 */
block_outs: Array<BlockOutView>, };

/**
 * What holds for one kind by one channel.
 */
export type ConsentView = { kind: WireConsentKind, channel: WireChannel, answered: WireAnswered, 
/**
 * From where it is known; empty where nobody asked.
 */
source: string, 
/**
 * When it was said, as an instant.
 */
at: string | null, 
/**
 * Whether messages go out by it: a yes, or what counts where nobody asked.
 */
allowed: boolean, };

export type ContactWay = { channel: WireChannel, address: string, };

/**
 * It beats every default: no household, guardian, other number or other channel.
 */
export type ContactWish = { patient: string, 
/**
 * None of them is every usual way.
 */
only: Array<ContactWay>, };

export type CreatePractice = { name: string, zone: string, phone: string, hours: WeekHoursView, providers: Array<ProviderInput>, chairs: Array<ChairInput>, passphrase: string, 
/**
 * Typed back by a person.
 */
recovery_code: string, 
/**
 * Open on this machine without a passphrase from now on.
 */
keyring: boolean, };

/**
 * A gap of a day that somebody who asked could take.
 */
export type DayGapView = { provider: string, chair: string, start: string, second_pass: boolean, end: string, minutes: number, 
/**
 * How many could, and the family names of the best.
 */
count: number, names: Array<string>, };

export type DayView = { date: string, 
/**
 * Name of the closure, when the practice is closed.
 */
closed: string | null, 
/**
 * Earliest and latest time that should be in view, `08:00` and `18:00`.
 */
from: string, to: string, 
/**
 * The chairs, and the visits that have none.
 */
columns: Array<ColumnView>, 
/**
 * The providers, and the visits that have none.
 */
provider_columns: Array<ColumnView>, 
/**
 * Cancelled ones are left out; missed ones are not.
 */
appointments: Array<AppointmentView>, 
/**
 * S14: rows that could not be read.
 */
unreadable: Array<UnreadableView>, };

/**
 * Which days of a block-out that repeats are meant.
 */
export type DaysMeant = { "which": "all" } | { "which": "only", date: string, } | { "which": "from", date: string, };

/**
 * A letter that makes a text message dear.
 */
export type DearLetter = { letter: string, 
/**
 * Characters of the filled text before it.
 */
at: number, };

/**
 * What `doctor` found.
 */
export type DoctorView = { ok: boolean, findings: Array<FindingView>, };

export type EditAppointment = { id: string, revision: number, kind: string | null, notes: string, 
/**
 * Of that type knowingly where its time or place is for others (S4).
 */
overbook: boolean, };

export type EmailView = { label: string, address: string, };

/**
 * What is left to do before going home.
 */
export type EndOfDayView = { date: string, 
/**
 * Local date and time when this was answered.
 */
now: string, 
/**
 * Of today, those in the house first, then by start.
 */
open: Array<OpenVisitView>, 
/**
 * How many of today's visits came to an end.
 */
settled: number, 
/**
 * Of days gone by, the latest day first; the latest of them.
 */
left: Array<OpenVisitView>, 
/**
 * How many there are in all.
 */
left_total: number, 
/**
 * The next day that has visits.
 */
next_day: string | null, 
/**
 * Those of its visits that the patient has not confirmed.
 */
unconfirmed: Array<AppointmentView>, 
/**
 * S14: rows that could not be read.
 */
unreadable: Array<UnreadableView>, };

/**
 * The end of a visit that did not take place (S8).
 */
export type EndedView = { 
/**
 * Local time.
 */
at: string, 
/**
 * Who wrote it down; empty in older records.
 */
by: string, 
/**
 * The practice cancelled; it counts against nobody.
 */
by_practice: boolean, 
/**
 * Minutes before the start at which it was cancelled, negative after it; none for a missed one.
 */
notice_minutes: number | null, 
/**
 * Cancelled by the patient too late for somebody else to come.
 */
late: boolean, };

/**
 * A code is here only because a window does something of its own with it.
 */
export type ErrorCode = "locked" | "absent" | "wrong_secret" | "wait" | "invalid" | "clash" | "closed" | "duplicate" | "stale" | "not_found" | "completed" | "refused" | "damaged" | "disk_full" | "failed";

/**
 * Other hours from one date to another, both included.
 */
export type ExceptHours = { of: HoursOf, id: string, from: string, to: string, hours: HoursThen, 
/**
 * With `shifts`.
 */
shifts: Array<ShiftView>, note: string, 
/**
 * Also where visits are booked then; without it they come back as clashes.
 */
accept: boolean, };

/**
 * Hours of one date that differ from its weekday's; no shifts is off.
 */
export type ExceptionView = { date: string, shifts: Array<ShiftView>, note: string, };

export type ExchangeFormat = "csv" | "fhir" | "ics" | "vcf";

export type ExportReport = { files: Array<string>, patients: number, appointments: number, 
/**
 * Address books: patients who are not to be contacted (P3), and are not in it.
 */
not_contacted: number, };

export type FamilyNeed = { 
/**
 * None takes the type's length.
 */
minutes: number | null, kind: string | null, };

/**
 * A time for all, with a place for each, in the order of the members. `minutes` is the visit's.
 */
export type FamilyOpening = { places: Array<OpeningView>, };

export type FamilyTogether = "side_by_side" | "in_turn";

/**
 * Any time within the gap means it.
 */
export type FindCandidates = { provider: string, chair: string, at: string, second_pass: boolean, 
/**
 * 1 to 50.
 */
limit: number, };

/**
 * Times at which several people could come together.
 */
export type FindFamilyOpenings = { members: Array<FamilyNeed>, from: string, to: string, together: FamilyTogether, 
/**
 * 1 to 50.
 */
limit: number, };

export type FindOpenings = { 
/**
 * None takes the type's length.
 */
minutes: number | null, kind: string | null, 
/**
 * Without a first day from today on, without a last one for 400 days.
 */
wish: WishView, 
/**
 * Whose other visits it must not overlap.
 */
patient: string | null, 
/**
 * Each opening by itself; else one line a minute, fair over providers.
 */
every: boolean, 
/**
 * 1 to 200.
 */
limit: number, };

export type FindingView = { check: string, ok: boolean, what: string, next: string, };

export type FoundGap = { 
/**
 * None when nothing is free there any more.
 */
gap: GapView | null, };

export type GapView = { provider: string, provider_name: string, chair: string, chair_name: string, start: string, second_pass: boolean, end: string, minutes: number, 
/**
 * Names of the only types that it is for; empty for all.
 */
kept_for: Array<string>, 
/**
 * How many could take it, and how many of them asked for an earlier visit.
 */
total: number, asked: number, 
/**
 * The best of them, best first.
 */
candidates: Array<CandidateView>, };

export type GetConsents = { patient: string, };

export type GetContactWish = { patient: string, };

export type GetDayGaps = { date: string, };

export type GetList = { list: WireList, 
/**
 * Further back and ahead than is usually of use.
 */
all: boolean, };

export type GetMessageFields = { kind: WireMessageKind, };

export type GetMessagePlan = { 
/**
 * What goes from this day on, and what does not go of visits from this day on.
 */
from: string, 
/**
 * To this day, included.
 */
to: string, };

/**
 * Which texts are looked at; none of both is all.
 */
export type GetMessageTexts = { kind: WireMessageKind | null, language: string | null, };

/**
 * The weeks that hold the month of a date. Visits are counted that stand in the columns of a view:
 * none of the chairs, or of the providers, is all.
 */
export type GetMonth = { date: string, 
/**
 * The day that weeks begin with; 0 is Monday, 6 Sunday.
 */
week_begins: number, by: WireBy, chairs: Array<string>, providers: Array<string>, };

export type GetPatientMessages = { patient: string, };

/**
 * Days from `from` to `to`, both included, at most six weeks.
 */
export type GetSchedule = { from: string, to: string, };

export type GuessMailbox = { address: string, };

export type HistoryAction = "created" | "changed" | "undone" | "redone" | "imported";

/**
 * One line of the audit trail of a record.
 */
export type HistoryView = { at: string, actor: string, action: string, note: string, };

export type HolidayCountry = { 
/**
 * ISO 3166-1, two letters.
 */
code: string, regions: Array<HolidayRegion>, };

/**
 * Of which places and years the holidays are known.
 */
export type HolidayPlaces = { countries: Array<HolidayCountry>, 
/**
 * The country in which the practice's time zone lies.
 */
suggested: string | null, first_year: number, last_year: number, };

export type HolidayRegion = { code: string, name: string, };

export type HolidayView = { date: string, name: string, 
/**
 * As the country itself calls it, where that differs.
 */
local_name: string | null, 
/**
 * In some places only, of some employers, or for half a day.
 */
partly: boolean, 
/**
 * Name of the closure that covers it already.
 */
closed_as: string | null, 
/**
 * Visits that are booked for the day.
 */
visits: number, };

export type HoursOf = "provider" | "chair";

export type HoursThen = "usual" | "off" | "shifts";

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

export type InChairRow = { visit: AppointmentView, 
/**
 * Minutes since they were seated.
 */
minutes: number | null, 
/**
 * Minutes beyond the length they were booked for.
 */
over: number, 
/**
 * Another patient sits there by now, so that this one is probably done.
 */
forgotten: boolean, };

/**
 * What is booked on a date of the series instead of the usual place.
 */
export type InsteadOf = { date: string, 
/**
 * None leaves the date out.
 */
place: InsteadPlace | null, };

export type InsteadPlace = { start: string, second_pass: boolean, provider: string, chair: string, };

/**
 * What is shown, and the saved view that it began with.
 */
export type LastView = { view: string | null, shows: ViewShows, };

export type LateRow = { visit: AppointmentView, 
/**
 * Minutes since the start.
 */
minutes: number, };

export type LeftOutKind = { 
/**
 * Name of the FHIR resource, or of the part of a calendar.
 */
kind: string, count: number, };

export type LetVisitGo = { id: string, reason: string, };

export type LetWaitingGo = { id: string, revision: number, reason: string, };

export type ListBlockOuts = { from: string, to: string, };

export type ListCountsView = { unscheduled: number, asap: number, waiting: number, unconfirmed: number, planned: number, };

export type ListHolidays = { country: string, region: string | null, year: number, };

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
 * A row of any list; what a list does not have is none or empty.
 */
export type ListRow = { 
/**
 * Of the visit, or of the entry of the waiting list.
 */
id: string, revision: number, patient: string, patient_name: string, phone: string | null, kind: string | null, kind_name: string, tint: number, minutes: number, provider: string | null, provider_name: string, chair: string | null, chair_name: string, 
/**
 * Local start of the visit.
 */
start: string | null, status: WireStatus | null, confirmation: WireConfirmation | null, 
/**
 * Local time since when somebody waits; none for a visit that is only to be confirmed.
 */
since: string | null, wish: WishView, urgent: boolean, note: string, 
/**
 * Who ended a visit that did not take place, when and with how much notice; and why.
 */
ended: EndedView | null, ended_reason: string, 
/**
 * Local times of calls that nobody answered.
 */
unanswered: Array<string>, 
/**
 * Local time at which the patient comes next, if at all.
 */
next: string | null, };

export type ListView = { rows: Array<ListRow>, 
/**
 * Whether there are more than are shown.
 */
more: boolean, };

/**
 * A sheet that was made.
 */
export type MadeSheet = { date: string, path: string, encrypted: boolean, };

/**
 * Where the mailbox of an address is, as far as the address tells.
 */
export type MailboxGuess = { host: string, port: number, security: WireMailSecurity, user: string, token: boolean, from: string, reply_to: string, 
/**
 * Whether the provider is known; else it is what most have.
 */
certain: boolean, };

/**
 * How the mailbox is to be.
 */
export type MailboxInput = { host: string, port: number, security: WireMailSecurity, user: string, 
/**
 * None keeps the one that there is; refused where server or user is another one.
 */
password: string | null, token: boolean, from: string, reply_to: string, };

/**
 * How a test went.
 */
export type MailboxTested = { 
/**
 * Whether the server took the mail.
 */
ok: boolean, 
/**
 * As the server calls itself; empty where it did not work.
 */
server: string, encrypted: boolean, 
/**
 * At which step it failed.
 */
step: string | null, 
/**
 * What went wrong.
 */
what: string | null, 
/**
 * What to do about it.
 */
todo: string | null, 
/**
 * The server's own words.
 */
said: string | null, };

/**
 * What keeps mail from going, and what to do.
 */
export type MailboxTrouble = { 
/**
 * Since when, as an instant.
 */
since: string, 
/**
 * The same on the practice's wall clock.
 */
since_local: string, what: string, todo: string, 
/**
 * The server's own words.
 */
said: string | null, };

/**
 * The mailbox, without what opens it.
 */
export type MailboxView = { host: string, port: number, security: WireMailSecurity, 
/**
 * Empty where there is no login.
 */
user: string, has_password: boolean, 
/**
 * Whether the password is an access token (XOAUTH2).
 */
token: boolean, 
/**
 * The address that mail comes from.
 */
from: string, 
/**
 * Where answers go; empty for `from`.
 */
reply_to: string, 
/**
 * Whether mail goes out by it.
 */
active: boolean, 
/**
 * What keeps mail from going; none while it goes.
 */
trouble: MailboxTrouble | null, };

export type MessageAbout = { patient: string, patient_name: string, 
/**
 * Where it is about a visit: its local start.
 */
start: string | null, };

/**
 * What somebody at the desk has to see.
 */
export type MessageDesk = { 
/**
 * How many there are of all four, and one for the trouble, for a badge.
 */
count: number, 
/**
 * What keeps all messages from going: the mailbox, or that they cannot be planned.
 */
trouble: MailboxTrouble | null, 
/**
 * Failed by every way, and somebody still has to hear it.
 */
failed: Array<MessageInFull>, 
/**
 * May have been sent, and still of use.
 */
unknown: Array<MessageInFull>, 
/**
 * Nobody can be reached, such as a household without a guarantor, or it came too late.
 */
unreached: Array<MessageInFull>, 
/**
 * To be called, with what to say.
 */
calls: Array<MessageInFull>, };

/**
 * A blank of a text.
 */
export type MessageField = { 
/**
 * As it stands between the braces.
 */
name: string, 
/**
 * What it is filled with, in the person's language.
 */
explanation: string, 
/**
 * Whether it tells whoever sees the message why somebody goes there.
 */
tells_too_much: boolean, };

/**
 * A message with its words.
 */
export type MessageInFull = { message: MessageView, 
/**
 * None where it never came to have any.
 */
words: MessageWords | null, 
/**
 * Whether a person may have it sent again.
 */
may_resend: boolean, };

/**
 * When messages of a kind may go out.
 */
export type MessageRuleKind = { kind: WireMessageKind, 
/**
 * Each with what a new rule may begin with.
 */
leads: Array<WireLead>, 
/**
 * Whether it is for visits of some types; a birthday is of none.
 */
of_visits: boolean, };

export type MessageRuleView = { id: string, kind: WireMessageKind, 
/**
 * Appointment types; none of them is all.
 */
types: Array<string>, lead: WireLead, 
/**
 * The first that reaches the patient is taken.
 */
channels: Array<WireChannel>, active: boolean, position: number, 
/**
 * When it goes out and by which ways, in the person's language.
 */
words: string, };

/**
 * All rules, and what a form may offer for a new one.
 */
export type MessageRules = { 
/**
 * In the order of lists.
 */
rules: Array<MessageRuleView>, kinds: Array<MessageRuleKind>, };

/**
 * What holds for all messages.
 */
export type MessageSettings = { 
/**
 * The channels that are set up; only told, and of no meaning where settings are saved.
 */
channels: Array<WireChannel>, 
/**
 * Nothing goes out from this time of day until `quiet_to`.
 */
quiet_from: string, quiet_to: string, 
/**
 * Nor while the practice is closed for a holiday.
 */
quiet_closures: boolean, 
/**
 * Years from which on patients are written to themselves.
 */
of_age: number, 
/**
 * What the practice calls itself towards patients; empty is its name.
 */
sender: string, 
/**
 * A page on which others may be told of a visit; empty for none.
 */
review_link: string, };

/**
 * A text as it would be read.
 */
export type MessageTextPreview = { 
/**
 * Both empty while there are errors.
 */
subject: string, text: string, 
/**
 * Of a text message without errors.
 */
sms: WireSmsLength | null, warnings: Array<TextRemark>, 
/**
 * With any of them the text is not kept.
 */
errors: Array<TextRemark>, };

/**
 * The text that counts for a kind, a channel and a language.
 */
export type MessageTextView = { kind: WireMessageKind, channel: WireChannel, language: string, 
/**
 * Empty where the channel has none.
 */
subject: string, body: string, 
/**
 * Whether the practice wrote it; else it comes with Daybook.
 */
own: boolean, warnings: Array<TextRemark>, 
/**
 * Of a text message: how long it is with an example filled in.
 */
sms: WireSmsLength | null, };

export type MessageTexts = { 
/**
 * Tags of the languages in which patients can be written to.
 */
languages: Array<string>, texts: Array<MessageTextView>, };

/**
 * A message to a patient, or why there is none.
 */
export type MessageView = { 
/**
 * None while it is not in the outbox.
 */
id: string | null, kind: WireMessageKind, about: Array<MessageAbout>, 
/**
 * None where it does not go.
 */
channel: WireChannel | null, 
/**
 * Who is written to; empty for the desk, and where it does not go.
 */
to: string, address: string, 
/**
 * When it goes, is tried again or went, as an instant.
 */
send_at: string | null, 
/**
 * The same on the practice's wall clock.
 */
send_at_local: string | null, 
/**
 * `planned`, `claimed`, `accepted`, `transient`, `permanent`, `unknown`, `withdrawn`, or
 * `unsent` where it does not go.
 */
state: string, 
/**
 * Why it does not go, or did not get there.
 */
why: string | null, 
/**
 * Whether somebody at the desk has to see it.
 */
for_desk: boolean, attempts: number, };

export type MessageWords = { 
/**
 * Empty where the channel has none.
 */
subject: string, text: string, 
/**
 * BCP 47 tag of the language it is written in.
 */
language: string, 
/**
 * Whether it was handed over with these words; else it would be if it went now.
 */
said: boolean, };

/**
 * What was done, or would be.
 */
export type MessagesTicked = { 
/**
 * Another program of the practice is sending.
 */
busy: boolean, planned: number, withdrawn: number, accepted: number, put_off: number, failed: number, unknown: number, not_tried: number, 
/**
 * Of a dry run: what would be handed over.
 */
would_send: Array<MessageView>, };

export type MonthDay = { date: string, 
/**
 * Name of the closure, when the practice is closed.
 */
closed: string | null, 
/**
 * Whether somebody works.
 */
open: boolean, 
/**
 * Cancelled and missed ones are left out.
 */
visits: number, unconfirmed: number, 
/**
 * The first of them, as many as a page can have room for.
 */
names: Array<MonthName>, 
/**
 * S14: rows that could not be read.
 */
unreadable: number, };

export type MonthName = { start: string, 
/**
 * What the patient is called.
 */
name: string, tint: number, };

export type MonthView = { 
/**
 * Local date and time when this was answered.
 */
now: string, 
/**
 * The first of the month.
 */
first: string, 
/**
 * Whole weeks.
 */
days: Array<MonthDay>, };

/**
 * New time, place or length; what is none stays.
 */
export type MoveAppointment = { id: string, 
/**
 * Of the appointment as it was seen.
 */
revision: number, start: string, second_pass: boolean, provider: string | null, chair: string | null, minutes: number | null, overbook: boolean, 
/**
 * It leaves the ASAP list.
 */
leaves_asap?: boolean, };

/**
 * A visit of a series and those that come after it, to another time: all go as far as this one.
 */
export type MoveSeries = { visit: MoveAppointment, rest: boolean, only_ask: boolean, };

export type NextRow = { visit: AppointmentView, 
/**
 * Local time at which it is expected to begin.
 */
expected: string, 
/**
 * Minutes later than booked, where that is worth telling; else zero.
 */
later: number, };

/**
 * What the patient is still to be told.
 */
export type NoticeView = { id: string, of: WireNoticeOf, 
/**
 * With `moved`: the local time at which the patient believes the visit to be.
 */
from: string | null, 
/**
 * Since when it waits, as an instant.
 */
made: string, };

/**
 * A visit that nobody brought to an end.
 */
export type OpenVisitView = { visit: AppointmentView, why: StillOpenWhy, };

/**
 * A bookable gap: the visit may start at `start`.
 */
export type OpeningView = { provider: string, provider_name: string, chair: string, chair_name: string, 
/**
 * The first time in the gap that is wished for, and how long it is free from then on.
 */
start: string, second_pass: boolean, minutes: number, 
/**
 * The whole gap.
 */
gap_start: string, gap_minutes: number, 
/**
 * With whom else a visit could begin then.
 */
also: Array<OtherOpening>, };

/**
 * An opening that begins at the same time.
 */
export type OtherOpening = { provider: string, provider_name: string, chair: string, chair_name: string, 
/**
 * How long it is free from then on.
 */
minutes: number, };

/**
 * A part of the visit before and after.
 */
export type PartChangeView = { part: VisitPart, 
/**
 * None for nothing. A local time, and ` 2` after it for the second of two equal ones; whole
 * minutes; the name of a status or a confirmation; `yes`; or text as it was written.
 */
from: string | null, to: string | null, };

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
sorted_name: string, preferred_name: string | null, birth_date: string | null, age: number | null, chart_number: string | null, phones: Array<PhoneView>, emails: Array<EmailView>, status: WirePatientStatus, 
/**
 * Shown before a visit is booked; empty when there is none.
 */
alert: string, };

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
appointments: Array<AppointmentView>, attendance: AttendanceView, 
/**
 * What was changed, newest first.
 */
history: Array<HistoryView>, };

export type PendingNoticeView = { notice: NoticeView, visit: AppointmentView, };

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

export type PlaceView = { start: string, provider: string, chair: string, };

export type PlacedVisit = { patient: string, start: string, second_pass: boolean, minutes: number, provider: string | null, chair: string | null, 
/**
 * The visit as it is by now, where it was written.
 */
appointment: AppointmentView | null, 
/**
 * What is in the way, where it was refused. Neither: it could stand there.
 */
refused: WireError | null, 
/**
 * Where it could be instead: places near that time that are long enough.
 */
near: Array<OpeningView>, };

/**
 * What became of each of several visits, in order.
 */
export type PlacedVisits = { visits: Array<PlacedVisit>, 
/**
 * Whether anything was written.
 */
kept: boolean, };

/**
 * How the sheet is to be made.
 */
export type PowerCutInput = { on: boolean, at: string, folder: string, encrypted: boolean, 
/**
 * None keeps the one that there is.
 */
passphrase: string | null, paper: WirePaper, keep_days: number, };

/**
 * How the sheet is made, and how that went.
 */
export type PowerCutView = { on: boolean, 
/**
 * Time of day, each evening.
 */
at: string, folder: string, 
/**
 * Whether a reader program asks for the passphrase.
 */
encrypted: boolean, has_passphrase: boolean, paper: WirePaper, 
/**
 * Days after which a sheet of the past is taken away.
 */
keep_days: number, 
/**
 * The day of the sheet that was made last.
 */
made_for: string | null, 
/**
 * Why the sheet that is due could not be made; it is tried again.
 */
failed: SheetFailure | null, };

export type PracticeInput = { 
/**
 * Of prints and messages: `en` or `de`.
 */
language: string, name: string, zone: string, phone: string, hours: WeekHoursView, 
/**
 * Close over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type PracticeView = { name: string, zone: string, language: string, phone: string, hours: WeekHoursView, providers: Array<ProviderView>, chairs: Array<ChairView>, types: Array<AppointmentTypeView>, closures: Array<ClosureView>, block_out_types: Array<BlockOutTypeView>, 
/**
 * Local date and time when this was answered.
 */
now: string, patients: number, 
/**
 * Minutes of waiting from which the waiting room warns.
 */
waiting_alert: number, 
/**
 * Hours of notice below which a cancellation is late.
 */
late_notice_hours: number, };

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

export type PreviewMessageText = { kind: WireMessageKind, channel: WireChannel, language: string, subject: string, body: string, 
/**
 * Whose next visit it is filled with; none is a made-up example.
 */
patient: string | null, };

export type PreviewRow = { line: number, 
/**
 * Patient, practitioner, visit or block-out.
 */
kind: string, summary: string, };

export type PrintRequest = { what: PrintWhat, date: string, paper: WirePaper, landscape: boolean, 
/**
 * Initials only, for a wall.
 */
private: boolean, provider?: string, patient?: string, appointment?: string, 
/**
 * 7 when it is not given.
 */
days?: number, 
/**
 * A card of 85 x 55 mm when it is not given.
 */
card?: WireCardSize, };

export type PrintWhat = "day" | "day_list" | "week" | "provider_week" | "month" | "unconfirmed" | "routing" | "card" | "letter" | "power_cut";

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
id: string | null, name: string, hours: WeekHoursView | null, active: boolean, 
/**
 * Close over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type ProviderView = { id: string, name: string, 
/**
 * None follows the practice's hours.
 */
hours: WeekHoursView | null, 
/**
 * Dates with hours of their own, in order.
 */
exceptions: Array<ExceptionView>, active: boolean, 
/**
 * 0 to 7, an index into the palette.
 */
tint: number, };

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

/**
 * The visits whose patients are to be told of what was last done to them.
 */
export type RememberNotices = { appointments: Array<string>, };

export type RemoveBlockOut = { id: string, days: DaysMeant, };

/**
 * Takes the practice's own text away.
 */
export type RemoveMessageText = { kind: WireMessageKind, channel: WireChannel, language: string, };

export type RemoveStop = { id: string, 
/**
 * Stays in the trail.
 */
why: string, };

/**
 * On which days it falls, from its first one on. Weekdays are 0, Monday, to 6.
 */
export type RepeatView = { "how": "once" } | { "how": "weekly", every: number, days: Array<number>, 
/**
 * The last day it may fall on; none goes on.
 */
until: string | null, } | { "how": "monthly", every: number, last: boolean, until: string | null, };

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

export type SaveBlockOut = { 
/**
 * None makes a new one.
 */
id: string | null, 
/**
 * Of one that is there: which of its days become what is asked for.
 */
days: DaysMeant, kind: string, provider: string | null, chair: string | null, first: string, from: string, to: string, repeat: RepeatView, note: string, 
/**
 * Lay it over visits that are there already; without it they come back as clashes.
 */
accept: boolean, };

export type SaveConsent = { patient: string, channel: WireChannel, kind: WireConsentKind, answered: WireAnswered, 
/**
 * From where it is known, such as `form at the desk`.
 */
source: string, };

export type SaveHousehold = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, guarantor: string | null, members: Array<string>, };

export type SaveMessageRule = { 
/**
 * None makes a new one.
 */
id: string | null, kind: WireMessageKind, types: Array<string>, lead: WireLead, channels: Array<WireChannel>, active: boolean, };

export type SaveMessageText = { kind: WireMessageKind, channel: WireChannel, language: string, subject: string, body: string, };

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

export type SaveView = { 
/**
 * None makes a new one.
 */
id: string | null, name: string, key: number | null, shows: ViewShows, };

/**
 * The waiting list, or planned visits.
 */
export type SaveWaiting = { 
/**
 * None is somebody new on the list.
 */
id: string | null, revision: number, patient: string, 
/**
 * `waiting` or `planned`.
 */
list: WireList, kind: string | null, 
/**
 * None takes the type's length.
 */
minutes: number | null, wish: WishView, urgent: boolean, note: string, };

export type SavedBlockOut = { id: string, };

export type SavedPrint = { path: string, };

export type SavedViewView = { id: string, name: string, 
/**
 * 1 to 12 for F1 to F12.
 */
key: number | null, shows: ViewShows, };

/**
 * An entry as it was saved.
 */
export type SavedWaiting = { id: string, revision: number, };

export type ScheduleView = { 
/**
 * Local date and time when this was answered.
 */
now: string, 
/**
 * Every day asked for, in order.
 */
days: Array<DayView>, };

export type SearchPatients = { text: string, 
/**
 * 1 to 100.
 */
limit: number, };

/**
 * On which days, beside the first.
 */
export type SeriesPlan = { "kind": "repeat", every: number, unit: SeriesUnit, count: number | null, until: string | null, } | { "kind": "chosen", dates: Array<string>, };

export type SeriesUnit = "days" | "weeks" | "months";

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

export type SetAsap = { id: string, revision: number, on: boolean, wish: WishView, };

export type SetConfirmation = { id: string, confirmation: WireConfirmation, 
/**
 * Change a completed visit knowingly (S9).
 */
unlock: boolean, };

export type SetStatus = { id: string, status: WireStatus, 
/**
 * Local time at which it was; none is now.
 */
at: string | null, 
/**
 * Change a completed visit knowingly (S9).
 */
unlock: boolean, };

/**
 * Puts a time right by hand.
 */
export type SetTime = { id: string, 
/**
 * Of the appointment as it was seen.
 */
revision: number, step: WireStep, 
/**
 * Local time.
 */
at: string, 
/**
 * Change a completed visit knowingly (S9).
 */
unlock: boolean, };

/**
 * Minutes of waiting from which the waiting room warns.
 */
export type SetWaitingAlert = { 
/**
 * 1 to 240.
 */
minutes: number, };

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

/**
 * What hindered the sheet, and what to do.
 */
export type SheetFailure = { what: string, next: string, };

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

/**
 * One step back: done by mistake is in the chair again, missed is expected again.
 */
export type StepBack = { id: string, 
/**
 * Change a completed visit knowingly (S9).
 */
unlock: boolean, };

export type StillOpenWhy = "in_chair" | "waiting" | "not_arrived" | "to_come";

export type StopView = { id: string, 
/**
 * By which nothing goes there.
 */
channel: WireChannel, address: string, 
/**
 * As an instant.
 */
since: string, stopped_by: WireStopBy, 
/**
 * The words that were sent, or what the desk wrote.
 */
words: string, 
/**
 * Whether the desk may take it off the list; else only a START from there does.
 */
removable: boolean, };

export type TestMailbox = { 
/**
 * The address that a test mail goes to.
 */
to: string, 
/**
 * None for the mailbox that is kept; else as it is written here, with nothing kept of it.
 */
mailbox: MailboxInput | null, };

export type TextPlace = { 
/**
 * Characters before it.
 */
at: number, 
/**
 * Line and character in it, both from 1.
 */
line: number, column: number, };

/**
 * What is wrong with a text, or might be.
 */
export type TextRemark = { 
/**
 * None where it is of the text as a whole.
 */
part: WireTextPart | null, 
/**
 * Where in that part; none where it is of all of it.
 */
place: TextPlace | null, words: string, };

export type TickMessages = { 
/**
 * As if it were this instant; by default it is now.
 */
now: string | null, 
/**
 * Only says what would be done.
 */
dry_run: boolean, };

export type UndoableChange = "booking" | "move" | "cancellation" | "status" | "edit" | "waiting" | "block_out" | "block_out_type" | "closure" | "saved_view" | "notice" | "patient" | "household" | "practice" | "power_cut" | "provider" | "chair" | "appointment_type" | "message_rule" | "message_text" | "message_settings";

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
 * What is shown of whom, and how.
 */
export type ViewShows = { span: WireSpan, by: WireBy, 
/**
 * Whose columns; none of them is all.
 */
chairs: Array<string>, providers: Array<string>, colour: WireColour, 
/**
 * What a card tells beside the name, the most important first.
 */
card: Array<WireCardLine>, 
/**
 * The first hour in view, `08:00`; none follows the hours of the day.
 */
from: string | null, 
/**
 * Minutes of a step of the grid: 5, 10 or 15.
 */
grid: number, };

/**
 * All saved views, and what was shown last on this machine.
 */
export type ViewsView = { views: Array<SavedViewView>, 
/**
 * None on the first start, or when it cannot be understood any more.
 */
last: LastView | null, };

/**
 * One change of a visit.
 */
export type VisitHistoryEntry = { 
/**
 * An instant.
 */
at: string, actor: string, action: HistoryAction, 
/**
 * What was written with it, such as the reason.
 */
note: string, 
/**
 * Empty where it was booked, or its booking was taken back or done again.
 */
changes: Array<PartChangeView>, };

export type VisitPart = "patient" | "start" | "minutes" | "provider" | "chair" | "kind" | "status" | "confirmation" | "reason" | "notes" | "arrive_early" | "overbooked" | "asap" | "other";

export type WaitingRow = { visit: AppointmentView, 
/**
 * Minutes since they came; none when nobody wrote down when.
 */
minutes: number | null, 
/**
 * Waiting beyond what the practice puts up with.
 */
alert: boolean, 
/**
 * Local time at which it is expected to be their turn.
 */
expected: string, };

/**
 * Shifts by weekday, Monday first, always seven.
 */
export type WeekHoursView = { days: Array<Array<ShiftView>>, };

export type WireAnswered = "yes" | "no" | "unknown";

export type WireBy = "chair" | "provider" | "both";

export type WireCardLine = "time" | "type" | "note" | "provider" | "chair" | "phone" | "age" | "alert";

/**
 * Width and height in millimetres.
 */
export type WireCardSize = "85x55" | "62x29" | "57x32" | "89x36";

export type WireChannel = "email" | "sms" | "phone" | "desktop";

/**
 * How a time of day is written.
 */
export type WireClock = "region" | "twelve" | "twenty_four";

export type WireColour = "type" | "provider" | "status";

export type WireConfirmation = "unconfirmed" | "sent" | "confirmed" | "declined";

export type WireConsentKind = "appointments" | "recalls" | "surveys" | "marketing";

/**
 * What a block-out does to booking.
 */
export type WireEffect = "no_scheduling" | "reserved" | "note";

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

/**
 * The language of the window.
 */
export type WireLanguage = "system" | "en" | "de";

/**
 * When a message goes out, by the clock on the practice's wall.
 */
export type WireLead = { "when": "at_once" } | { "when": "days_before", days: number, at: string, } | { "when": "hours_before", hours: number, } | { "when": "hours_after", hours: number, } | { "when": "days_after", days: number, at: string, };

export type WireList = "unscheduled" | "asap" | "waiting" | "unconfirmed" | "planned";

/**
 * How the line to the server is kept from being read.
 */
export type WireMailSecurity = "tls" | "starttls" | "none";

export type WireMessageKind = "booking_confirmation" | "moved" | "cancelled" | "reminder" | "please_confirm" | "missed_visit" | "follow_up" | "survey" | "birthday" | "medication";

/**
 * What happened to a visit that its patient has to hear of.
 */
export type WireNoticeOf = "booked" | "moved" | "cancelled";

export type WirePaper = "a4" | "letter";

export type WirePatientStatus = "prospective" | "active" | "inactive" | "archived" | "deceased";

export type WireSex = "female" | "male" | "other" | "unknown";

/**
 * How long a text message is.
 */
export type WireSmsLength = { 
/**
 * Characters as they are counted: some count twice.
 */
characters: number, 
/**
 * Messages that are paid for.
 */
segments: number, 
/**
 * Characters that still fit into the last of them.
 */
left: number, 
/**
 * Whether a letter makes each segment hold 70 characters in place of 160.
 */
unicode: boolean, dear: Array<DearLetter>, };

export type WireSpan = "day" | "week" | "month" | "agenda";

export type WireStatus = "scheduled" | "arrived" | "seated" | "completed" | "missed" | "cancelled";

export type WireStep = "arrived" | "seated" | "dismissed";

export type WireStopBy = "reply" | "unsubscribed" | "bounced" | "desk";

export type WireTextPart = "subject" | "body";

/**
 * Light or dark, for this person on this machine.
 */
export type WireTheme = "system" | "light" | "dark";

/**
 * When and with whom somebody would like to come; what is empty or none does not matter to them.
 */
export type WishView = { 
/**
 * 0 is Monday.
 */
weekdays: Array<number>, 
/**
 * Not earlier in the day than `from`, over by `to`.
 */
from: string | null, to: string | null, providers: Array<string>, chairs: Array<string>, 
/**
 * Both included.
 */
first_day: string | null, last_day: string | null, };

/**
 * What was chosen, and what it comes to on this desktop.
 */
export type WordingView = { language: WireLanguage, clock: WireClock, 
/**
 * Language and region, such as `de-AT`.
 */
locale: string, 
/**
 * Times of day as 2:30 PM.
 */
twelve: boolean, };

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
  "wording.get": { request: null; response: WordingView };
  "wording.choose": { request: ChooseWording; response: WordingView };
  "practice.get": { request: null; response: PracticeView };
  "practice.save": { request: PracticeInput; response: PracticeView };
  "provider.save": { request: ProviderInput; response: PracticeView };
  "chair.save": { request: ChairInput; response: PracticeView };
  "appointment_type.save": { request: AppointmentTypeInput; response: PracticeView };
  "closure.save": { request: ClosureInput; response: PracticeView };
  "closure.remove": { request: ById; response: PracticeView };
  "closure.add": { request: AddClosures; response: AddedClosures };
  "holiday.places": { request: null; response: HolidayPlaces };
  "holiday.list": { request: ListHolidays; response: Array<HolidayView> };
  "hours.except": { request: ExceptHours; response: PracticeView };
  "block_out_type.save": { request: BlockOutTypeInput; response: PracticeView };
  "block_out.list": { request: ListBlockOuts; response: Array<BlockOutView> };
  "block_out.save": { request: SaveBlockOut; response: SavedBlockOut };
  "block_out.remove": { request: RemoveBlockOut; response: null };
  "board.get": { request: null; response: BoardView };
  "board.set_alert": { request: SetWaitingAlert; response: PracticeView };
  "day.end": { request: null; response: EndOfDayView };
  "schedule.get": { request: GetSchedule; response: ScheduleView };
  "month.get": { request: GetMonth; response: MonthView };
  "view.list": { request: null; response: ViewsView };
  "view.save": { request: SaveView; response: SavedViewView };
  "view.remove": { request: ById; response: null };
  "view.choose": { request: LastView; response: null };
  "day.gaps": { request: GetDayGaps; response: Array<DayGapView> };
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
  "appointment.step_back": { request: StepBack; response: AppointmentView };
  "appointment.set_time": { request: SetTime; response: AppointmentView };
  "appointment.set_confirmation": { request: SetConfirmation; response: AppointmentView };
  "appointment.openings": { request: FindOpenings; response: Array<OpeningView> };
  "appointment.history": { request: ById; response: Array<VisitHistoryEntry> };
  "notice.list": { request: null; response: Array<PendingNoticeView> };
  "notice.remember": { request: RememberNotices; response: null };
  "notice.told": { request: ById; response: null };
  "notice.withdraw": { request: ById; response: null };
  "message.plan": { request: GetMessagePlan; response: Array<MessageView> };
  "message.list": { request: null; response: Array<MessageView> };
  "message.tick": { request: TickMessages; response: MessagesTicked };
  "message.settings": { request: null; response: MessageSettings };
  "message.save_settings": { request: MessageSettings; response: MessageSettings };
  "mailbox.get": { request: null; response: MailboxView | null };
  "mailbox.save": { request: MailboxInput; response: MailboxView };
  "mailbox.remove": { request: null; response: null };
  "mailbox.test": { request: TestMailbox; response: MailboxTested };
  "mailbox.guess": { request: GuessMailbox; response: MailboxGuess };
  "message_rule.list": { request: null; response: MessageRules };
  "message_rule.save": { request: SaveMessageRule; response: MessageRuleView };
  "message_rule.remove": { request: ById; response: null };
  "message_text.list": { request: GetMessageTexts; response: MessageTexts };
  "message_text.fields": { request: GetMessageFields; response: Array<MessageField> };
  "message_text.preview": { request: PreviewMessageText; response: MessageTextPreview };
  "message_text.save": { request: SaveMessageText; response: MessageTextView };
  "message_text.remove": { request: RemoveMessageText; response: MessageTextView };
  "message.of_patient": { request: GetPatientMessages; response: Array<MessageInFull> };
  "message.desk": { request: null; response: MessageDesk };
  "message.resend": { request: ById; response: null };
  "message.done": { request: ById; response: null };
  "consent.of_patient": { request: GetConsents; response: Array<ConsentView> };
  "consent.save": { request: SaveConsent; response: Array<ConsentView> };
  "contact_wish.of_patient": { request: GetContactWish; response: ContactWish };
  "contact_wish.save": { request: ContactWish; response: ContactWish };
  "stop_list.list": { request: null; response: Array<StopView> };
  "stop_list.add": { request: AddStop; response: StopView };
  "stop_list.remove": { request: RemoveStop; response: null };
  "series.book": { request: BookSeries; response: PlacedVisits };
  "series.move": { request: MoveSeries; response: PlacedVisits };
  "series.cancel": { request: CancelSeries; response: Array<AppointmentView> };
  "series.list": { request: ById; response: Array<AppointmentView> };
  "family.openings": { request: FindFamilyOpenings; response: Array<FamilyOpening> };
  "family.book": { request: BookFamily; response: PlacedVisits };
  "appointment.set_asap": { request: SetAsap; response: AppointmentView };
  "appointment.let_go": { request: LetVisitGo; response: AppointmentView };
  "appointment.no_answer": { request: ById; response: AppointmentView };
  "gap.candidates": { request: FindCandidates; response: FoundGap };
  "list.get": { request: GetList; response: ListView };
  "list.counts": { request: null; response: ListCountsView };
  "waiting.save": { request: SaveWaiting; response: SavedWaiting };
  "waiting.let_go": { request: LetWaitingGo; response: SavedWaiting };
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
  "power_cut.get": { request: null; response: PowerCutView };
  "power_cut.save": { request: PowerCutInput; response: PowerCutView };
  "power_cut.make": { request: null; response: MadeSheet };
  "doctor.run": { request: null; response: DoctorView };
}
