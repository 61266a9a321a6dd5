//! Every command, once.

use crate::handlers::{
    appointment, block_out, board, closing, day, exchange, history, lists, mailbox, message,
    message_consent, message_desk, message_rule, message_stop, message_text, message_wish, month,
    notice, patient, power_cut, practice, printing, series, session, view,
};
use crate::wire::appointment::*;
use crate::wire::block_out::*;
use crate::wire::board::*;
use crate::wire::closing::*;
use crate::wire::day::*;
use crate::wire::error::WireError;
use crate::wire::exchange::*;
use crate::wire::history::*;
use crate::wire::lists::*;
use crate::wire::mailbox::*;
use crate::wire::message::*;
use crate::wire::message_consent::*;
use crate::wire::message_desk::*;
use crate::wire::message_rule::*;
use crate::wire::message_stop::*;
use crate::wire::message_text::*;
use crate::wire::message_wish::*;
use crate::wire::month::*;
use crate::wire::notice::*;
use crate::wire::patient::*;
use crate::wire::power_cut::*;
use crate::wire::practice::*;
use crate::wire::printing::*;
use crate::wire::series::*;
use crate::wire::session::*;
use crate::wire::view::*;
use crate::words::Words;
use app::{Daybook, Host, spoken_on};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

macro_rules! commands {
    ($($name:literal => $handler:path: $request:ty => $response:ty;)+) => {
        /// Runs the command of that name.
        ///
        /// # Errors
        /// What went wrong, in words for the person at the desk.
        pub fn rpc(daybook: &mut Daybook, name: &str, request: Value) -> Result<Value, WireError> {
            let words = |daybook: &Daybook| words_on(daybook.host());
            match name {
                $($name => {
                    let request: $request = serde_json::from_value(request)
                        .map_err(|error| WireError::malformed(name, &error, &words(daybook)))?;
                    let response: $response = $handler(daybook, request)
                        .map_err(|error| WireError::of(&error, &words(daybook)))?;
                    serde_json::to_value(response)
                        .map_err(|error| WireError::malformed(name, &error, &words(daybook)))
                })+
                _ => Err(WireError::malformed(name, &"there is no such command", &words(daybook))),
            }
        }

        /// The TypeScript of all that crosses, and the list of commands.
        pub fn bindings() -> String {
            let config = Config::new();
            let mut found = Declarations { config: &config, types: BTreeMap::new() };
            let mut list = String::new();
            $(
                found.visit::<$request>();
                found.visit::<$response>();
                list += &format!(
                    "  {:?}: {{ request: {}; response: {} }};\n",
                    $name, <$request as TS>::name(&config), <$response as TS>::name(&config)
                );
            )+
            found.visit::<WireError>();
            let types: Vec<String> = found.types.into_values().collect();
            format!(
                "// Written by `cargo run -p xtask -- bindings`. Do not edit.\n\n{}\n\nexport interface Commands {{\n{list}}}\n",
                types.join("\n\n")
            )
        }
    };
}

/// The words for the person at this machine.
pub(crate) fn words_on(host: &dyn Host) -> Words {
    Words::of(&spoken_on(host))
}

commands! {
    "session.state" => session::state: () => SessionView;
    "setup.defaults" => session::defaults: () => SetupDefaults;
    "setup.recovery_sheet" => session::recovery_sheet: RecoverySheet => PrintedPages;
    "session.create" => session::create: CreatePractice => SessionView;
    "session.unlock" => session::unlock: Unlock => SessionView;
    "session.unlock_keyring" => session::unlock_keyring: () => SessionView;
    "session.unlock_recovery" => session::unlock_recovery: UnlockWithRecoveryCode => SessionView;
    "session.lock" => session::lock: () => SessionView;
    "session.change_passphrase" => session::change_passphrase: ChangePassphrase => ();
    "theme.get" => session::theme: () => WireTheme;
    "theme.choose" => session::choose_theme: ChooseTheme => WireTheme;
    "wording.get" => session::wording: () => WordingView;
    "wording.choose" => session::choose_wording: ChooseWording => WordingView;
    "practice.get" => practice::get: () => PracticeView;
    "practice.save" => practice::save: PracticeInput => PracticeView;
    "provider.save" => practice::save_provider: ProviderInput => PracticeView;
    "chair.save" => practice::save_chair: ChairInput => PracticeView;
    "appointment_type.save" => practice::save_type: AppointmentTypeInput => PracticeView;
    "closure.save" => practice::save_closure: ClosureInput => PracticeView;
    "closure.remove" => practice::remove_closure: ById => PracticeView;
    "closure.add" => closing::add: AddClosures => AddedClosures;
    "holiday.places" => closing::places: () => HolidayPlaces;
    "holiday.list" => closing::list: ListHolidays => Vec<HolidayView>;
    "hours.except" => closing::except: ExceptHours => PracticeView;
    "block_out_type.save" => block_out::save_type: BlockOutTypeInput => PracticeView;
    "block_out.list" => block_out::list: ListBlockOuts => Vec<BlockOutView>;
    "block_out.save" => block_out::save: SaveBlockOut => SavedBlockOut;
    "block_out.remove" => block_out::remove: RemoveBlockOut => ();
    "board.get" => board::get: () => BoardView;
    "board.set_alert" => practice::set_waiting_alert: SetWaitingAlert => PracticeView;
    "day.end" => board::end_of_day: () => EndOfDayView;
    "schedule.get" => day::schedule: GetSchedule => ScheduleView;
    "month.get" => month::get: GetMonth => MonthView;
    "view.list" => view::list: () => ViewsView;
    "view.save" => view::save: SaveView => SavedViewView;
    "view.remove" => view::remove: ById => ();
    "view.choose" => view::choose: LastView => ();
    "day.gaps" => lists::gaps: GetDayGaps => Vec<DayGapView>;
    "patient.search" => patient::search: SearchPatients => Vec<PatientHit>;
    "patient.list" => patient::list: ListPatients => PatientPage;
    "patient.get" => patient::get: ById => PatientView;
    "patient.save" => patient::save: SavePatient => PatientView;
    "household.save" => patient::save_household: SaveHousehold => HouseholdView;
    "appointment.get" => appointment::get: ById => AppointmentView;
    "appointment.book" => appointment::book: BookAppointment => AppointmentView;
    "appointment.move" => appointment::move_to: MoveAppointment => AppointmentView;
    "appointment.edit" => appointment::edit: EditAppointment => AppointmentView;
    "appointment.cancel" => appointment::cancel: CancelAppointment => AppointmentView;
    "appointment.set_status" => appointment::set_status: SetStatus => AppointmentView;
    "appointment.step_back" => appointment::step_back: StepBack => AppointmentView;
    "appointment.set_time" => appointment::set_time: SetTime => AppointmentView;
    "appointment.set_confirmation" => appointment::set_confirmation: SetConfirmation => AppointmentView;
    "appointment.openings" => appointment::openings: FindOpenings => Vec<OpeningView>;
    "appointment.history" => history::get: ById => Vec<VisitHistoryEntry>;
    "notice.list" => notice::list: () => Vec<PendingNoticeView>;
    "notice.remember" => notice::remember: RememberNotices => ();
    "notice.told" => notice::told: ById => ();
    "notice.withdraw" => notice::withdraw: ById => ();
    "message.plan" => message::plan: GetMessagePlan => Vec<MessageView>;
    "message.list" => message::list: () => Vec<MessageView>;
    "message.tick" => message::tick: TickMessages => MessagesTicked;
    "message.settings" => message::settings: () => MessageSettings;
    "message.save_settings" => message::save_settings: MessageSettings => MessageSettings;
    "mailbox.get" => mailbox::get: () => Option<MailboxView>;
    "mailbox.save" => mailbox::save: MailboxInput => MailboxView;
    "mailbox.remove" => mailbox::remove: () => ();
    "mailbox.test" => mailbox::test: TestMailbox => MailboxTested;
    "mailbox.guess" => mailbox::guess: GuessMailbox => MailboxGuess;
    "message_rule.list" => message_rule::list: () => MessageRules;
    "message_rule.save" => message_rule::save: SaveMessageRule => MessageRuleView;
    "message_rule.remove" => message_rule::remove: ById => ();
    "message_text.list" => message_text::list: GetMessageTexts => MessageTexts;
    "message_text.fields" => message_text::fields: GetMessageFields => Vec<MessageField>;
    "message_text.preview" => message_text::preview: PreviewMessageText => MessageTextPreview;
    "message_text.save" => message_text::save: SaveMessageText => MessageTextView;
    "message_text.remove" => message_text::remove: RemoveMessageText => MessageTextView;
    "message.of_patient" => message_desk::of_patient: GetPatientMessages => Vec<MessageInFull>;
    "message.desk" => message_desk::desk: () => MessageDesk;
    "message.resend" => message_desk::resend: ById => ();
    "message.done" => message_desk::done: ById => ();
    "consent.of_patient" => message_consent::of_patient: GetConsents => Vec<ConsentView>;
    "consent.save" => message_consent::save: SaveConsent => Vec<ConsentView>;
    "contact_wish.of_patient" => message_wish::of_patient: GetContactWish => ContactWish;
    "contact_wish.save" => message_wish::save: ContactWish => ContactWish;
    "stop_list.list" => message_stop::list: () => Vec<StopView>;
    "stop_list.add" => message_stop::add: AddStop => StopView;
    "stop_list.remove" => message_stop::remove: RemoveStop => ();
    "series.book" => series::book: BookSeries => PlacedVisits;
    "series.move" => series::move_on: MoveSeries => PlacedVisits;
    "series.cancel" => series::cancel_on: CancelSeries => Vec<AppointmentView>;
    "series.list" => series::list: ById => Vec<AppointmentView>;
    "family.openings" => series::family_openings: FindFamilyOpenings => Vec<FamilyOpening>;
    "family.book" => series::book_family: BookFamily => PlacedVisits;
    "appointment.set_asap" => lists::set_asap: SetAsap => AppointmentView;
    "appointment.let_go" => lists::let_visit_go: LetVisitGo => AppointmentView;
    "appointment.no_answer" => lists::no_answer: ById => AppointmentView;
    "gap.candidates" => lists::candidates: FindCandidates => FoundGap;
    "list.get" => lists::get: GetList => ListView;
    "list.counts" => lists::counts: () => ListCountsView;
    "waiting.save" => lists::save_waiting: SaveWaiting => SavedWaiting;
    "waiting.let_go" => lists::let_waiting_go: LetWaitingGo => SavedWaiting;
    "undo" => appointment::undo: () => Undone;
    "redo" => appointment::redo: () => Undone;
    "import.preview" => exchange::preview: PreviewImport => ImportPreview;
    "import.start" => exchange::start: RunImport => ImportProgress;
    "import.progress" => exchange::progress: () => ImportProgress;
    "import.cancel" => exchange::cancel: () => ImportProgress;
    "export.run" => exchange::export: RunExport => ExportReport;
    "path.pick" => exchange::pick: PickPath => PickedPath;
    "print.render" => printing::render: PrintRequest => PrintedPages;
    "print.save" => printing::save: SavePrint => SavedPrint;
    "power_cut.get" => power_cut::get: () => PowerCutView;
    "power_cut.save" => power_cut::save: PowerCutInput => PowerCutView;
    "power_cut.make" => power_cut::make: () => MadeSheet;
    "doctor.run" => printing::doctor: () => DoctorView;
}

/// Collects each type that crosses, with all that it is made of.
struct Declarations<'a> {
    config: &'a Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() && !self.types.contains_key(&T::ident(self.config)) {
            let docs = T::docs().unwrap_or_default();
            let declared = format!("{docs}export {}", T::decl(self.config));
            self.types.insert(T::ident(self.config), declared);
        }
        T::visit_dependencies(&mut Deeper { found: self });
        T::visit_generics(&mut Deeper { found: self });
    }
}

/// Goes on only into types that were not seen yet.
struct Deeper<'a, 'b> {
    found: &'a mut Declarations<'b>,
}

impl TypeVisitor for Deeper<'_, '_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none()
            || !self.found.types.contains_key(&T::ident(self.found.config))
        {
            self.found.visit::<T>();
        }
    }
}
