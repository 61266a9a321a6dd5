//! Which date format a file uses, from all of its dates.

use super::DateFormat;
use super::moment::split;

/// What a file's dates allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateFormatGuess {
    /// There is no date.
    None,
    /// There is one reading.
    Sure(DateFormat),
    /// There are several, and a person must say which is meant (P8).
    Ambiguous(Vec<DateFormat>),
}

/// Takes in all dates of a file, and tells which orders they allow.
#[derive(Debug, Clone, Default)]
pub(crate) struct DateVotes {
    any: bool,
    /// Dates that can be read in this order, by [`DateFormat::ALL`].
    fits: [u64; 3],
    /// Dates whose parts had to be weighed: those that begin with a four-digit year, or name their
    /// month, say nothing about the others.
    weighed: u64,
    /// Some date means different days in different orders.
    differs: bool,
    two_digit_years: bool,
}

impl DateVotes {
    /// Takes one cell into account; what is no date is passed over.
    pub(crate) fn see(&mut self, text: &str) {
        let Some(parts) = split(text) else { return };
        self.any = true;
        let month = parts.named_month.map(|(place, _)| place);
        self.two_digit_years |= parts
            .parts
            .iter()
            .enumerate()
            .all(|(place, part)| Some(place) == month || part.len() <= 2);
        if parts.named_month.is_some() || parts.parts[0].len() == 4 {
            return;
        }
        let [Ok(a), Ok(b), Ok(c)] = parts.parts.map(str::parse::<u32>) else {
            return;
        };
        let month = |number: u32| (1..=12).contains(&number);
        let day = |number: u32| (1..=31).contains(&number);
        let fits = [
            parts.parts[2].len() <= 2 && month(b) && day(c),
            day(a) && month(b),
            month(a) && day(b),
        ];
        if !fits.contains(&true) {
            return;
        }
        self.weighed += 1;
        for (count, fits) in self.fits.iter_mut().zip(fits) {
            *count += u64::from(fits);
        }
        self.differs |= a != b || (fits[0] && a != c);
    }

    /// Whether there is a date whose year has two digits.
    pub(crate) fn two_digit_years(&self) -> bool {
        self.two_digit_years
    }

    /// What all the dates together allow.
    pub(crate) fn guess(&self) -> DateFormatGuess {
        if !self.any {
            return DateFormatGuess::None;
        }
        if self.weighed == 0 {
            return DateFormatGuess::Sure(DateFormat::Ymd);
        }
        let of = |wanted: &dyn Fn(u64) -> bool| -> Vec<DateFormat> {
            let counted = DateFormat::ALL.into_iter().zip(self.fits);
            counted
                .filter(|(_, count)| wanted(*count))
                .map(|(format, _)| format)
                .collect()
        };
        let all = of(&|count| count == self.weighed);
        match all.as_slice() {
            [one] => DateFormatGuess::Sure(*one),
            [one, ..] if !self.differs => DateFormatGuess::Sure(*one),
            // The dates contradict each other: a person decides, and the rest is refused by row.
            [] => DateFormatGuess::Ambiguous(of(&|count| count > 0)),
            _ => DateFormatGuess::Ambiguous(all),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateFormat::*;
    use DateFormatGuess::*;

    #[test]
    fn p8_a_format_is_sure_only_when_no_other_reading_is_left() {
        for (dates, expected) in [
            (vec![], None),
            (vec!["", "n/a"], None),
            (vec!["2014-10-06", "2008-04-07"], Sure(Ymd)),
            (vec!["01/02/2003", "04/05/2006"], Ambiguous(vec![Dmy, Mdy])),
            (vec!["01/02/2003", "31/05/2006"], Sure(Dmy)),
            (vec!["01/02/2003", "05/31/2006"], Sure(Mdy)),
            (vec!["31/05/2006", "05/31/2006"], Ambiguous(vec![Dmy, Mdy])),
            (vec!["05/05/2006"], Sure(Dmy)),
            (vec!["99-12-31", "01-02-03"], Sure(Ymd)),
            (vec!["26-11-23"], Ambiguous(vec![Ymd, Dmy])),
            (vec!["26-11-23", "01-02-63"], Sure(Dmy)),
            (vec!["01/02/03"], Ambiguous(vec![Ymd, Dmy, Mdy])),
            (vec!["3 Nov 2020", "01.02.1980"], Ambiguous(vec![Dmy, Mdy])),
            (vec!["2020-01-02 10:00", "13.02.1980 10:00"], Sure(Dmy)),
        ] {
            let mut votes = DateVotes::default();
            dates.iter().for_each(|date| votes.see(date));
            assert_eq!(votes.guess(), expected, "{dates:?}");
        }
    }
}
