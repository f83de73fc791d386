//! The removal of what nothing needs any more.

use super::generations::assessment_of;
use super::keys::{EDITIONS, HOMES, copy_owner, history_owner};
use super::store::Store;

/// Removes the editions that no text names, whether or not this version can read the text. Also removes what belongs to
/// an assessment that is neither here nor set aside any more.
pub(super) fn drop_unused(store: &impl Store) {
    let (mut leaning, mut texts, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for key in store.keys() {
        let name = key.strip_prefix(EDITIONS).or_else(|| history_owner(&key)).or_else(|| copy_owner(&key));
        if let Some(name) = name {
            leaning.push((name.to_owned(), key));
        } else if !key.starts_with(HOMES) {
            // The table of homes is not searched: it names assessments and editions, but needs none of them.
            texts.extend(store.get(&key));
            ids.extend(assessment_of(&key));
        }
    }
    for (name, key) in leaning {
        let names =
            |text: &String| text.as_bytes().windows(name.len().max(1)).any(|part| part == name.as_bytes());
        if !texts.iter().any(names) && !ids.iter().any(|id| id.as_str() == name) {
            store.remove(&key);
        }
    }
}
