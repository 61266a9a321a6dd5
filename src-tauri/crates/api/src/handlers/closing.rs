//! Hours of single dates, and public holidays.

use super::{Answer, practice};
use crate::convert::{date, id, shifts};
use crate::wire::closing::*;
use crate::wire::practice::PracticeView;
use app::{Daybook, Error, HoursOfDay, WhoseHours, holidays};
use chrono::NaiveDate;

pub(crate) fn except(daybook: &mut Daybook, request: ExceptHours) -> Answer<PracticeView> {
    let ExceptHours {
        of,
        id: whose,
        from,
        to,
        hours,
        shifts: then,
        note,
        accept,
    } = request;
    let request = app::ExceptHours {
        whose: match of {
            HoursOf::Provider => WhoseHours::Provider(id("id", &whose)?),
            HoursOf::Chair => WhoseHours::Chair(id("id", &whose)?),
        },
        from: date("from", &from)?,
        to: date("to", &to)?,
        hours: match hours {
            HoursThen::Usual => HoursOfDay::Usual,
            HoursThen::Off => HoursOfDay::Off,
            HoursThen::Shifts => HoursOfDay::Shifts(shifts("shifts", &then)?),
        },
        note,
        accept,
    };
    app::except_hours(daybook.desk()?, &request)?;
    practice::get(daybook, ())
}

pub(crate) fn places(daybook: &mut Daybook, (): ()) -> Answer<HolidayPlaces> {
    let zone = daybook.desk()?.setup()?.zone();
    let years = holidays::years();
    Ok(HolidayPlaces {
        countries: holidays::countries()
            .iter()
            .map(|country| HolidayCountry {
                code: country.code.to_owned(),
                regions: country
                    .regions
                    .iter()
                    .map(|region| HolidayRegion {
                        code: region.code.to_owned(),
                        name: region.name.to_owned(),
                    })
                    .collect(),
            })
            .collect(),
        suggested: holidays::country_of_zone(zone.name()).map(|country| country.code.to_owned()),
        first_year: *years.start(),
        last_year: *years.end(),
    })
}

pub(crate) fn list(daybook: &mut Daybook, request: ListHolidays) -> Answer<Vec<HolidayView>> {
    let ListHolidays {
        country,
        region,
        year,
    } = request;
    let found = app::holidays_for(daybook.desk()?, &country, region.as_deref(), year)?;
    Ok(found
        .into_iter()
        .map(
            |app::HolidayView {
                 date,
                 name,
                 local_name,
                 partly,
                 closed_as,
                 visits,
             }| HolidayView {
                date: date.to_string(),
                name,
                local_name,
                partly,
                closed_as,
                visits,
            },
        )
        .collect())
}

pub(crate) fn add(daybook: &mut Daybook, request: AddClosures) -> Answer<AddedClosures> {
    let days: Result<Vec<(NaiveDate, String)>, Error> = request
        .days
        .into_iter()
        .map(|ClosedDay { date: day, name }| Ok((date("date", &day)?, name)))
        .collect();
    let app::AddedClosures { added, there } =
        app::add_closures(daybook.desk()?, &days?, request.accept)?;
    Ok(AddedClosures { added, there })
}
