//! Migration of documents from older versions to the newest. It goes forward only: nothing is ever written in an older
//! form.
//!
//! Files of every released version stay in `tests/fixtures/` permanently, and a test reads each of them.

use super::document::VERSION;
use crate::json::Extra;

/// A function that turns a document of one version into one of the next.
type Migration = fn(Extra) -> Extra;

/// The steps in order, the first from version 1 to 2. Raising [`VERSION`] without adding a step does not compile.
const STEPS: [Migration; VERSION as usize - 1] = [];

/// Turns a document of this version into one of the newest.
#[must_use]
pub fn migrate(fields: Extra, version: u64) -> Extra {
    through(&STEPS, fields, version)
}

fn through(steps: &[Migration], mut fields: Extra, version: u64) -> Extra {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    for step in steps.iter().skip(done) {
        fields = step(fields);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Each step consumes the field that the step before it left.
    const MADE_UP: [Migration; 2] = [
        |mut fields| {
            let one = fields.remove("one");
            fields.insert("two".into(), json!([one]));
            fields
        },
        |mut fields| {
            let two = fields.remove("two");
            fields.insert("three".into(), json!([two]));
            fields
        },
    ];

    #[test]
    fn a_document_goes_through_every_version_after_its_own_in_order() {
        for (version, before, after) in [
            (1, json!({ "one": 1, "kept": true }), json!({ "three": [[1]], "kept": true })),
            (2, json!({ "two": 2 }), json!({ "three": [2] })),
            (3, json!({ "three": 3 }), json!({ "three": 3 })),
        ] {
            let before = before.as_object().expect("an object").clone();
            assert_eq!(json!(through(&MADE_UP, before, version)), after, "from version {version}");
        }
    }

    #[test]
    fn the_newest_version_stays_as_it_is() {
        let fields = json!({ "format": "standards-met/assessment", "new": 1 });
        let fields = fields.as_object().expect("an object");
        assert_eq!(migrate(fields.clone(), u64::from(VERSION)), *fields);
    }
}
