//! Files that are not what they should be: a plain sentence for each, and nothing that was there changes.

use e2e::{Result, Session, act, check, ensure, find};
use serde_json::{Value, json};

use crate::steps::{self, Exported};

const HOME: &str = "Rosewood House";
const UNCHANGED: &str = "Nothing on this device has changed.";

/// Chosen with the button, every bad file gets its own sentence.
pub async fn each_bad_file_gets_its_own_sentence(s: &mut Session) -> Result<()> {
    let good = answered(s).await?;
    let folder = tempfile::tempdir()?;
    let before = find::storage(s).await?;
    for Bad { name, bytes, sentence } in bad_files(&good)? {
        let path = steps::file(folder.path(), &name, bytes)?;
        steps::choose_file(s, &path).await?;
        refused(s, &name, &sentence).await?;
        ensure!(find::storage(s).await? == before, "{name} changed what is kept on the device");
    }
    still_there(s).await
}

/// Dropped on the page, they are met in the same way.
pub async fn a_bad_file_that_is_dropped_changes_nothing(s: &mut Session) -> Result<()> {
    let good = answered(s).await?;
    let before = find::storage(s).await?;
    act::open(s, "#/about").await?;
    // But for the huge one: WebDriver carries what is dropped as a list of numbers.
    for Bad { name, bytes, sentence } in bad_files(&good)?.into_iter().filter(|bad| bad.bytes.len() < 500_000)
    {
        act::drop_file(s, "heading", "About Standards Met", &name, "application/json", &bytes).await?;
        refused(s, &name, &sentence).await?;
        ensure!(find::storage(s).await? == before, "{name} changed what is kept on the device");
    }
    still_there(s).await
}

/// A file that can be read but is odd comes in after a warning, with all that it holds.
pub async fn an_odd_file_comes_in_with_a_warning_and_loses_nothing(s: &mut Session) -> Result<()> {
    let good = answered(s).await?;
    let folder = tempfile::tempdir()?;

    let mut edited = good.json.clone();
    edited["assessment"]["responses"][0]["answer"] = json!("Somebody else");
    let path = steps::file(folder.path(), "edited.json", edited.to_string())?;
    steps::choose_file(s, &path).await?;
    check::text(s, "This file was changed after it was exported").await?;
    act::press(s, "Cancel").await?;
    check::absent(s, "button", "Cancel").await?;

    let mut bare = edited.clone();
    take(&mut bare, "check_code");
    let path = steps::file(folder.path(), "bare.json", bare.to_string())?;
    steps::choose_file(s, &path).await?;
    check::text(s, "This file has no check code").await?;
    act::press(s, "Cancel").await?;
    check::absent(s, "button", "Cancel").await?;

    // From a page that knows more items and more fields than this one.
    let mut richer = good.json.clone();
    let mut unknown = richer["assessment"]["responses"][0].clone();
    (unknown["item"], unknown["answer"]) = (json!("99.9.9"), json!("From another year"));
    push(&mut richer["assessment"]["responses"], unknown);
    richer["assessment"]["responses"][0]["a_new_field"] = json!({ "kept": [1, 2.5, null] });
    richer["a_new_top_field"] = json!("kept");
    let path = steps::file(folder.path(), "richer.json", richer.to_string())?;
    steps::choose_file(s, &path).await?;
    check::text(s, "It answers items that its list of questions does not hold (99.9.9).").await?;
    act::press(s, "Replace").await?;
    check::text(s, &format!("{HOME} is on this device now.")).await?;
    act::reload(s).await?;
    let again = steps::export(s, HOME).await?;
    ensure!(again.json["a_new_top_field"] == "kept", "the unknown field at the top is gone:\n{}", again.text);
    let responses = |file: &Value| -> Vec<Value> {
        let mut all = file["assessment"]["responses"].as_array().cloned().unwrap_or_default();
        // What replaced something counts as edited at that moment.
        all.iter_mut().for_each(|response| take(response, "edited_at"));
        all.sort_by_key(|response| response["item"].to_string());
        all
    };
    let (given, kept) = (responses(&richer), responses(&again.json));
    ensure!(given == kept, "imported:\n{given:#?}\nand exported again:\n{kept:#?}");
    Ok(())
}

struct Bad {
    name: String,
    bytes: Vec<u8>,
    sentence: String,
}

/// Every way in which a file can be bad, made from a good one.
fn bad_files(good: &Exported) -> Result<Vec<Bad>> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut file = good.json.clone();
        change(&mut file);
        file.to_string().into_bytes()
    };
    let text = good.text.as_bytes();
    let cut = text.get(..text.len() / 2).unwrap_or_default().to_vec();
    let with_bell = good.text.replacen("Helen", "Hel\u{7}en", 1).into_bytes();
    ensure!(with_bell != text, "the export does not hold the answer");
    let nested = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    // The list of a site's editions; an edition itself has a page of its own (editions.rs).
    let list =
        json!({ "format": "standards-met/editions", "version": 1, "editions": [] }).to_string().into_bytes();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "letter.json",
            b"Dear Helen,\nplease find attached".to_vec(),
            "It is not a file that this page made, or it was changed by hand (line 1).",
        ),
        ("shopping.json", br#"{"milk": 2}"#.to_vec(), "It is a data file, but not one from Standards Met."),
        ("list.json", b"[1, 2, 3]".to_vec(), "It is a data file, but not one from Standards Met."),
        (
            "editions.json",
            list,
            "It is a Standards Met file of another kind (standards-met/editions), not an assessment.",
        ),
        ("empty.json", b" \n".to_vec(), "It is empty."),
        ("cut.json", cut, "The end of it is missing"),
        ("picture.json", b"\x89PNG\r\n\x1a\n\xff\xfe".to_vec(), "It is not a text file"),
        (
            "huge.json",
            vec![b' '; 20_000_000],
            "It is 20 MB, and a file for this page is never larger than 8 MB.",
        ),
        (
            "newer.json",
            changed(&|file| file["version"] = json!(2)),
            "It was made by a newer version of this page (form 2).",
        ),
        (
            "types.json",
            changed(&|file| file["assessment"]["responses"][0]["answer"] = json!(7)),
            "The answer to 1.1.5 is 7, which is not text. Another program probably changed the file.",
        ),
        (
            "name.json",
            changed(&|file| file["assessment"]["organisation"] = json!("Home")),
            "The entry for the organisation is damaged.",
        ),
        (
            "questions.json",
            changed(&|file| file["edition"]["parts"] = json!("four")),
            "The list of parts is damaged.",
        ),
        (
            "whole.json",
            changed(&|file| file["version"] = json!("one")),
            "The version of the file is “one”, which is not a whole number from 1.",
        ),
        (
            "date.json",
            changed(&|file| {
                file["assessment"]["responses"][0]["actions"] = json!([{ "id": "a", "due": "31/02/2026" }]);
            }),
            "The due date of an action of 1.1.5 is “31/02/2026”, which is not a date.",
        ),
        (
            "twice.json",
            changed(&|file| {
                let first = file["assessment"]["responses"][0].clone();
                push(&mut file["assessment"]["responses"], first);
            }),
            "It answers item 1.1.5 twice",
        ),
        (
            "half.json",
            changed(&|file| file["edition"] = json!("another-edition/0123456789ab")),
            "It leaves out the questions that it answers",
        ),
        ("bell.json", with_bell, "It has a damaged character on line "),
        (
            "nested.json",
            nested.into_bytes(),
            "It is not an assessment: its contents are nested far deeper than an assessment's",
        ),
    ];
    let bad = |(name, bytes, sentence): (&str, Vec<u8>, &str)| Bad {
        name: name.into(),
        bytes,
        sentence: sentence.into(),
    };
    Ok(cases.into_iter().map(bad).collect())
}

/// An assessment with one answer, and its export. What was saved is still on the device.
async fn answered(s: &Session) -> Result<Exported> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    steps::export(s, HOME).await
}

/// The page says what is wrong with this file, and that nothing changed.
async fn refused(s: &Session, name: &str, sentence: &str) -> Result<()> {
    check::text(s, &format!("“{name}” could not be opened. {sentence}")).await?;
    check::text(s, UNCHANGED).await?;
    check::absent(s, "button", "Cancel").await
}

async fn still_there(s: &Session) -> Result<()> {
    act::reload(s).await?;
    act::open(s, "#/").await?;
    act::follow(s, find::starting(HOME)).await?;
    check::text(s, "1 of 43 done").await
}

fn push(list: &mut Value, value: Value) {
    if let Some(list) = list.as_array_mut() {
        list.push(value);
    }
}

fn take(object: &mut Value, key: &str) {
    if let Some(object) = object.as_object_mut() {
        object.remove(key);
    }
}
