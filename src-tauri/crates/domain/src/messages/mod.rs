//! Messages to patients (M1 to M17): which go out, to whom, by which channel and when, and why one
//! does not. Words of the texts and the sending itself are elsewhere.

mod answer;
mod consent;
mod defaults;
mod invitation;
mod kind;
mod letter;
mod mail_guess;
mod mailbox;
mod medication;
mod number;
mod plan;
mod quiet;
mod rule;
mod sending;
mod sms;
mod stop;
mod template;
mod text;

pub use answer::{
    Answer, AnswerFollows, OpenQuestion, Whose, read_answer, reference, referred_to, what_follows,
    whom_it_is_about,
};
pub use consent::{Answered, Consent, ConsentKind, ContactWish, Unknown, Way};
pub use defaults::default_rules;
pub use invitation::{CalendarEvent, Invitation, LastTold, Method, invitation};
pub use kind::{Channel, MessageKind};
pub use letter::{Letter, ReadyAnswer};
pub use mail_guess::{MailGuess, guess_mailbox};
pub use mailbox::{MailSecurity, Mailbox, MailboxUnfit, Trouble};
pub use medication::{Dosing, Medication};
pub use number::Number;
pub use plan::{
    About, Facts, Index, Key, MARGIN, NoWay, Part, Party, PartyDay, Plan, Planned, Queued,
    Recipient, SETTLES, Stage, Unsent, Verdict, VisitFacts, WhyNot, Withdrawn, birthday, eligible,
    plan, plan_for,
};
pub use quiet::{QuietHours, Settings};
pub use rule::{Lead, ReminderRule, RuleUnfit};
pub use sending::{Attempt, Event, Failed, OutOfTurn, Sending, after, pause};
pub use sms::{Alphabet, SmsLength, dear_letters, plain_letters, sms_length};
pub use stop::{LiftedBy, Stop, StopBy, Stops};
pub use template::{
    Fault, Field, Form, Place, Template, TemplateError, Unfilled, Values, Warned, Warning,
    first_name, header_line,
};
pub use text::{MessageText, TextFault, TextPart, Wording};
