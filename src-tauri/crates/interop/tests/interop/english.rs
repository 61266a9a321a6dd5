//! Reasons as a person reads them in English; dates as 2026-11-23 and quotation marks straight, so
//! that tests are easy to read.

use domain::said::{Fill, Said};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

const SOURCE: &str = include_str!("../../../../../assets/locales/en/core.ftl");

pub(crate) fn english(said: &Said) -> String {
    let mut bundle = FluentBundle::new(vec!["en".parse().unwrap()]);
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(SOURCE.to_owned()).unwrap();
    bundle.add_resource(resource).unwrap();
    put(&bundle, said).replace(['“', '”'], "\"")
}

fn put(bundle: &FluentBundle<FluentResource>, said: &Said) -> String {
    let mut args = FluentArgs::new();
    for (name, fill) in &said.fill {
        let value: FluentValue<'_> = match fill {
            Fill::Text(text) => text.as_str().into(),
            Fill::Number(number) => (*number).into(),
            Fill::Date(date) => date.to_string().into(),
            Fill::At(at) => at.format("%Y-%m-%d %H:%M").to_string().into(),
            Fill::Time(time) => time.format("%H:%M").to_string().into(),
            Fill::Minute(minute) => minute.to_string().into(),
            Fill::Said(said) => put(bundle, said).into(),
            Fill::All(all) => {
                let all: Vec<String> = all.iter().map(|one| put(bundle, one)).collect();
                all.join(" ").into()
            }
        };
        args.set(*name, value);
    }
    let message = bundle.get_message(said.id).unwrap();
    let mut wrong = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut wrong);
    assert!(wrong.is_empty(), "{said}: {wrong:?}");
    text.into_owned()
}
