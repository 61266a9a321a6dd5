//! `channel set`, `show`, `remove` and `test`.

use crate::answer::table;
use crate::arguments::{Channel, Security, SetChannel, SetEmail, TestChannel};
use crate::session::{ask, secret};
use crate::{Answer, Refusal};
use app::Daybook;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: Channel) -> Result<Answer, Refusal> {
    match command {
        Channel::Set(SetChannel::Email(set)) => {
            let kept = set_email(daybook, set)?;
            let people = shown(&kept);
            Ok(Answer::new(kept, people))
        }
        Channel::Show => {
            let mailbox = api::rpc(daybook, "mailbox.get", Value::Null)?;
            let people = shown(&mailbox);
            // Whoever asks by a script is to hear that nothing goes.
            let works = mailbox["trouble"].is_null();
            Ok(Answer::new(json!({ "email": mailbox }), people).but_not_done(works))
        }
        Channel::Remove { name: _ } => {
            api::rpc(daybook, "mailbox.remove", Value::Null)?;
            let people = "No mail goes out any more.\n".to_owned();
            Ok(Answer::new(json!({ "email": null }), people))
        }
        Channel::Test(TestChannel { name: _, to }) => {
            let asked = json!({ "to": to, "mailbox": null });
            let tested = api::rpc(daybook, "mailbox.test", asked)?;
            let people = how_it_went(&tested);
            let done = tested["ok"] == true;
            Ok(Answer::new(tested, people).but_not_done(done))
        }
    }
}

/// What is not said stays as it is, or follows from the address.
fn set_email(daybook: &mut Daybook, set: SetEmail) -> Result<Value, Refusal> {
    let SetEmail {
        from,
        host,
        port,
        security,
        user,
        reply_to,
        password_file,
        keep_password,
        no_login,
        token,
    } = set;
    let there = api::rpc(daybook, "mailbox.get", Value::Null)?;
    let base = match &from {
        Some(from) if there["from"] != json!(from) => {
            api::rpc(daybook, "mailbox.guess", json!({ "address": from }))?
        }
        _ => there,
    };
    let security = security.map(|security| match security {
        Security::Tls => "tls",
        Security::Starttls => "starttls",
        Security::None => "none",
    });
    let user = if no_login { Some(String::new()) } else { user };
    let or = |given: Option<Value>, name: &str, none: Value| {
        given.unwrap_or_else(|| match &base[name] {
            Value::Null => none,
            there => there.clone(),
        })
    };
    let user = or(user.map(Value::from), "user", json!(""));
    let password = match password_file {
        Some(path) => Some(secret(&path)?),
        None if keep_password || user == json!("") => None,
        None => Some(ask("Password of the mailbox: ")?),
    };
    let input = json!({
        "host": or(host.map(Value::from), "host", json!("")),
        "port": or(port.map(Value::from), "port", json!(0)),
        "security": or(security.map(Value::from), "security", json!("tls")),
        "user": user,
        "password": password.map(|password| password.to_string()),
        "token": token,
        "from": or(from.map(Value::from), "from", json!("")),
        "reply_to": or(reply_to.map(Value::from), "reply_to", json!("")),
    });
    Ok(api::rpc(daybook, "mailbox.save", input)?)
}

fn shown(mailbox: &Value) -> String {
    if mailbox.is_null() {
        return "No mailbox is set up.\n".to_owned();
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let password = match (mailbox["has_password"] == true, mailbox["token"] == true) {
        (true, false) => "kept",
        (true, true) => "an access token is kept",
        (false, _) => "none",
    };
    let goes = if mailbox["active"] == true {
        "goes out"
    } else {
        "does not go out: switched off in the settings of messages"
    };
    let mut rows = vec![
        row("from", text(&mailbox["from"])),
        row("answers to", text(&mailbox["reply_to"])),
        row(
            "server",
            format!("{}:{}", text(&mailbox["host"]), mailbox["port"]),
        ),
        row("security", text(&mailbox["security"])),
        row("user", text(&mailbox["user"])),
        row("password", password.to_owned()),
        row("mail", goes.to_owned()),
    ];
    let trouble = &mailbox["trouble"];
    if !trouble.is_null() {
        rows.push(row("in trouble since", text(&trouble["since_local"])));
        rows.push(row("what", text(&trouble["what"])));
        rows.push(row("the server said", text(&trouble["said"])));
        rows.push(row("what to do", text(&trouble["todo"])));
    }
    rows.retain(|row| row.last().is_some_and(|value| !value.is_empty()));
    table(&rows)
}

fn how_it_went(tested: &Value) -> String {
    let text = |name: &str| tested[name].as_str().unwrap_or_default();
    if tested["ok"] == true {
        let how = if tested["encrypted"] == true {
            "over an encrypted line"
        } else {
            "without encryption"
        };
        return format!("{} took the mail {how}.\n", text("server"));
    }
    let mut lines = vec![
        format!("Failed at: {}.", text("step")),
        text("what").to_owned(),
    ];
    if !text("said").is_empty() {
        lines.push(format!("The server said: {}", text("said")));
    }
    lines.push(text("todo").to_owned());
    lines.join("\n") + "\n"
}
