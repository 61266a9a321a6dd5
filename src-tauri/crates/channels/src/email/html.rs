//! The same text for programs that show HTML: plain, in the reader's own colours by day and night.

use std::fmt::Write;

/// A link to be clicked at.
pub(super) struct Button<'a> {
    pub(super) label: &'a str,
    pub(super) link: &'a str,
}

/// The page. No colours are set, so that none is unreadable in the dark, and nothing is fetched.
pub(super) fn page(
    title: &str,
    text: &str,
    language: Option<&str>,
    buttons: &[Button<'_>],
) -> String {
    let mut page = String::from("<!DOCTYPE html>\n<html");
    if let Some(language) = language {
        let _ = write!(page, " lang=\"{}\"", escaped(language));
    }
    page.push_str(
        "><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>",
    );
    page.push_str(&escaped(title));
    page.push_str(
        "</title></head>\n\
         <body dir=\"auto\" style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em\">\n",
    );
    for paragraph in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
        page.push_str("<p>");
        for (number, line) in paragraph.trim_matches('\n').split('\n').enumerate() {
            if number > 0 {
                page.push_str("<br>\n");
            }
            linked(&mut page, line);
        }
        page.push_str("</p>\n");
    }
    if !buttons.is_empty() {
        page.push_str("<p>\n");
        for button in buttons {
            let _ = writeln!(
                page,
                "<a href=\"{}\" style=\"display:inline-block;margin:0 8px 8px 0;padding:8px 14px;border:1px solid;border-radius:6px;text-decoration:none\">{}</a>",
                escaped(button.link),
                escaped(button.label)
            );
        }
        page.push_str("</p>\n");
    }
    page.push_str("</body></html>\n");
    page
}

/// A line whose web addresses can be followed.
fn linked(page: &mut String, line: &str) {
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let link = bare.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '>']);
        if link.starts_with("https://") && link.len() > "https://".len() {
            let shown = escaped(link);
            let _ = write!(page, "<a href=\"{shown}\">{shown}</a>");
            page.push_str(&escaped(&word[link.len()..]));
        } else {
            page.push_str(&escaped(word));
        }
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_and_addresses_can_be_followed() {
        let text = "Hi <script>alert(\"1\")</script> & 'you'\nsee https://example.org/a?b=1&c=2.\n\n\njavascript:x https:// end";
        let page = page("</title><b>", text, Some("en"), &[]);
        assert!(page.contains(
            "<p>Hi &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;you&#39;<br>\n\
             see <a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>.</p>\n\
             <p>javascript:x https:// end</p>"
        ), "{page}");
        assert!(page.contains("<title>&lt;/title&gt;&lt;b&gt;</title>"));
        assert_eq!(page.matches("<a ").count(), 1);
    }

    #[test]
    fn a_link_in_quotes_ends_where_it_ends() {
        let page = page("", "\"https://example.org\" onmouseover=\"x\"", None, &[]);
        assert!(!page.contains("\" onmouseover"), "{page}");
    }
}
