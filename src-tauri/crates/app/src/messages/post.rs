//! The real ways out of the house, for a host to keep: mail by the practice's own mailbox.

use super::channels::{Channels, Handed, MailTrouble, Outgoing, TestLetter, Tested};
use super::mailbox::Postbox;
use super::trouble::written;
use ::channels::email::{
    Answer, Handed as Mailed, Invitation, Letter, Login, Mailbox, Mailer, Mailto, Method, Patience,
    Proof, Secret, Security, Step,
};
use domain::messages::{Channel, MailSecurity, Method as Told, reference};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a mail program sends that wants no more (M9).
const STOP: &str = "STOP";

/// Somebody waits for a test, and a server that works answers sooner.
const TEST: Patience = Patience {
    connect: Duration::from_secs(10),
    reply: Duration::from_secs(20),
    before: Duration::from_secs(40),
    verdict: Duration::from_secs(60),
};

/// Hands messages over. Its lines to a server stay open until it rests, as long as the mailbox is the
/// same; behind that it has no password any more.
#[derive(Debug, Default)]
pub struct Post {
    open: Mutex<Option<Open>>,
}

#[derive(Debug)]
struct Open {
    postbox: Postbox,
    label: String,
    mailer: Arc<Mailer>,
}

impl Post {
    fn mailer(&self, postbox: &Postbox, label: &str) -> Result<Arc<Mailer>, MailTrouble> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(open) = &*open
            && open.postbox == *postbox
            && open.label == label
        {
            return Ok(Arc::clone(&open.mailer));
        }
        let mailer = Arc::new(Mailer::new(mailbox(postbox, label), Patience::default())?);
        *open = Some(Open {
            postbox: postbox.clone(),
            label: label.to_owned(),
            mailer: Arc::clone(&mailer),
        });
        Ok(mailer)
    }

    fn mail(&self, postbox: &Postbox, message: &Outgoing<'_>) -> Handed {
        let letter = message.letter;
        let mailer = match self.mailer(postbox, &letter.sender) {
            Ok(mailer) => mailer,
            Err(trouble) => return Handed::Unusable(trouble),
        };
        let answers_to = postbox.mailbox.answers_to();
        let reference = reference(message.id);
        let subjects: Vec<String> = letter
            .answers
            .iter()
            .map(|answer| format!("{} {reference}", answer.says))
            .collect();
        let answers: Vec<Answer<'_>> = letter
            .answers
            .iter()
            .zip(&subjects)
            .map(|(answer, subject)| Answer {
                label: &answer.label,
                by: Mailto {
                    to: answers_to,
                    subject,
                    body: &answer.says,
                },
            })
            .collect();
        let uids: Vec<String> = letter.invitations.iter().map(|one| one.uid()).collect();
        let invitations: Vec<Invitation<'_>> = letter
            .invitations
            .iter()
            .zip(&uids)
            .map(|(one, uid)| {
                let (start, end) = one.event.on_the_wall(one.zone);
                Invitation {
                    uid,
                    sequence: one.sequence,
                    method: match one.event.method {
                        Told::Request => Method::Request,
                        Told::Cancel => Method::Cancel,
                    },
                    start,
                    end,
                    zone: one.zone,
                    summary: &one.summary,
                    place: "",
                    note: "",
                }
            })
            .collect();
        handed(mailer.send(&Letter {
            to: &message.message.address,
            to_name: &letter.to,
            subject: &letter.subject,
            text: &letter.text,
            language: &letter.language,
            message_id: message.message_id,
            date: message.date,
            unsubscribe: Some(Mailto {
                to: answers_to,
                subject: STOP,
                body: "",
            }),
            answers: &answers,
            invitations: &invitations,
        }))
    }
}

impl Channels for Post {
    fn carries(&self, channel: Channel, postbox: Option<&Postbox>) -> bool {
        match channel {
            Channel::Email => postbox.is_some(),
            Channel::Sms | Channel::Phone | Channel::Desktop => false,
        }
    }

    fn hand_over(&self, message: &Outgoing<'_>) -> Handed {
        match (message.message.channel, message.postbox) {
            (Channel::Email, Some(postbox)) => self.mail(postbox, message),
            // Not carried, so that it never comes here.
            _ => Handed::NotNow(String::new()),
        }
    }

    fn test(&self, postbox: &Postbox, letter: &TestLetter) -> Result<Tested, MailTrouble> {
        let TestLetter {
            to,
            sender,
            subject,
            text,
            language,
            message_id,
            date,
        } = letter;
        // On a line of its own: what is tested may be no more than written.
        Mailer::new(mailbox(postbox, sender), TEST)?.test(&Letter {
            to,
            to_name: "",
            subject,
            text,
            language,
            message_id,
            date: *date,
            unsubscribe: None,
            answers: &[],
            invitations: &[],
        })
    }

    fn rest(&self) {
        // Taken out first: nobody waits for a server's good-bye.
        let mut there = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let open = there.take();
        drop(there);
        if let Some(open) = open {
            open.mailer.rest();
        }
    }
}

fn mailbox(postbox: &Postbox, label: &str) -> Mailbox {
    let of = &postbox.mailbox;
    let login = (!of.user.is_empty()).then(|| {
        let secret = postbox.password.as_ref();
        let secret = Secret::from(secret.map_or_else(String::new, |one| String::clone(one)));
        Login {
            user: of.user.clone(),
            proof: if of.token {
                Proof::Token(secret)
            } else {
                Proof::Password(secret)
            },
        }
    });
    Mailbox {
        host: of.host.clone(),
        port: of.port,
        security: match of.security {
            MailSecurity::Tls => Security::Tls,
            MailSecurity::StartTls => Security::StartTls,
            MailSecurity::None => Security::None,
        },
        login,
        from: of.from.clone(),
        label: label.to_owned(),
        reply_to: (!of.reply_to.is_empty()).then(|| of.reply_to.clone()),
        trusted: Vec::new(),
    }
}

fn handed(mailed: Mailed) -> Handed {
    match mailed {
        Mailed::Accepted => Handed::Accepted,
        // Before a message is named, it is none of its affair, and no attempt at it.
        Mailed::NotNow(trouble) if trouble.step < Step::Sender && trouble.step != Step::Letter => {
            Handed::Unusable(trouble)
        }
        Mailed::NotNow(trouble) => Handed::NotNow(written(&trouble)),
        Mailed::Refused(trouble) => Handed::Refused(written(&trouble)),
        Mailed::Unusable(trouble) => Handed::Unusable(trouble),
        Mailed::Lost(trouble) => Handed::Lost(written(&trouble)),
    }
}
