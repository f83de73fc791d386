//! An assessment with everything that is hard to write: long texts, marks that mean something to a spreadsheet or to XML,
//! scripts that run the other way, and two hundred actions. The same every time.

use standards_met_core::assessment::{
    ActionEdit, Assessment, Date, Edit, EvidenceEdit, Id, Judgement, Priority, ReviewEdit, Reviewer, Subject,
    Timestamp, Verdict, YesNoUnsure,
};
use standards_met_core::catalogue::{Edition, EvidenceItem, ItemId};

const ACTIONS: usize = 200;
/// How many letters the first answer has: more than a cell of a spreadsheet may hold.
const LONGEST: usize = 40_000;
/// How many letters every fourth answer has. All of them would be a thousand pages, and minutes for LibreOffice.
const LONG: usize = 10_000;
/// How many letters the others have.
const SHORT: usize = 500;

/// What a text begins with. A carriage return, a form feed and a vertical tab come from what people paste.
const HARD: [&str; 24] = [
    "=1+1",
    "+44 20 7946 0000",
    "-5 degrees, \"quoted\", and more",
    "@SUM(A1:A9)",
    "\tbegins with a tab",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "line one\nline two\n\nline four",
    "<b>bold</b> &amp; &lt; &#65; </w:t>",
    "]]> <![CDATA[ <!-- -->",
    "'an apostrophe first",
    "\"quoted\", 'twice', “curly” ‘marks’",
    "a,b;c|d\te",
    "Tŷ Gŵyr, Ŵŷŵŷ, Llanfairpwllgwyngyll",
    "مرحبا بكم في الدار",
    "שלום לכולם",
    "emoji 😀👩‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿 done",
    "日本語とe\u{301}",
    "back\\slash \\n \\, \\; and %20",
    "_x0041_ is not an A",
    "2026-01-02",
    "007",
    "  spaces  before, between   and after  ",
    "carried\r\nover\rby hand",
    "page\u{c}break\u{b}and\u{1}control",
];

/// What to write in the place with this number: never the same twice.
fn text(number: usize) -> String {
    let hard = HARD.get(number % HARD.len()).copied().unwrap_or_default();
    format!("{hard} #{number}.")
}

/// What to answer in the place with this number.
fn long(number: usize) -> String {
    let letters = match number {
        0 => LONGEST,
        _ if number % 4 == 1 => LONG,
        _ => SHORT,
    };
    let texts = (0..letters).map(|step| text(number + step) + if step % 4 == 3 { "\n" } else { " " });
    let mut long = String::new();
    for text in texts {
        let room = letters.saturating_sub(long.chars().count());
        if room == 0 {
            break;
        }
        long.extend(text.chars().take(room));
    }
    long
}

/// So many seconds after half past eleven in the evening, when the day is another one where the device is.
fn at(second: usize) -> Option<Timestamp> {
    Some(Timestamp::from_millis(
        Timestamp::parse("2026-06-30T23:30:00Z")?.millis() + f64::from(u32::try_from(second).ok()?) * 1000.0,
    ))
}

fn day(number: usize) -> Option<Date> {
    Some(Date::parse("2026-09-01")?.plus_days(i32::try_from(number).ok()?))
}

/// The assessment; nothing where a number in here is out of range.
pub fn assessment(edition: &Edition) -> Option<Assessment> {
    let name = "Tŷ Gŵyr & Sons <b>\"Care\"</b>, Ltd";
    let mut assessment = Assessment::new(Id("awkward00001".into()), name, "VM1AB", at(0)?);
    for (n, question) in edition.interview.iter().enumerate() {
        let told = YesNoUnsure::ALL.get(n % 3).copied();
        assessment.tell(edition, &question.id, told, at(n)?);
    }
    for (n, item) in edition.items().enumerate() {
        answer(&mut assessment, item, n)?;
    }
    let items: Vec<&EvidenceItem> = edition.items().collect();
    for n in 0..ACTIONS {
        act(&mut assessment, &items.get(n % items.len())?.id, n)?;
    }
    review(&mut assessment, edition)?;
    // An item of another edition.
    let unknown = ItemId("99.9.9".into());
    assessment.edit(&unknown, Edit::Judge(Some(Judgement::NotYet)), at(900)?);
    assessment.edit(&unknown, Edit::Answer("An answer from another year".into()), at(901)?);
    let what = ActionEdit::What("Something left from another year".into());
    assessment.edit(&unknown, Edit::Action(Id("awkward-other".into()), what), at(902)?);
    Some(assessment)
}

fn answer(assessment: &mut Assessment, item: &EvidenceItem, n: usize) -> Option<()> {
    let judgement = match n % 4 {
        0 => Some(Judgement::Met),
        3 => None,
        2 if item.not_applicable.is_some() => Some(Judgement::NotApplicable),
        _ => Some(Judgement::NotYet),
    };
    let mut edit = |edit| {
        assessment.edit(&item.id, edit, at(100 + n)?);
        Some(())
    };
    edit(Edit::Judge(judgement))?;
    edit(Edit::Answer(long(n)))?;
    edit(Edit::Comments(text(1000 + n)))?;
    if judgement == Some(Judgement::NotApplicable) {
        edit(Edit::Reason(text(2000 + n)))?;
    }
    // Dates and judgements are awkward too: without this, rules of the edition would speak against some of them.
    edit(Edit::Explain(text(9000 + n)))?;
    for number in 0..n % 4 {
        let id = Id(format!("awkward-d-{n}-{number}"));
        let mut document = |part| edit(Edit::Evidence(id.clone(), part));
        document(EvidenceEdit::Title(text(3000 + 10 * n + number)))?;
        let location = match number {
            0 => format!("https://example.org/a?n={n}&b=<c>\"#d"),
            1 => text(4000 + 10 * n),
            _ => String::new(),
        };
        document(EvidenceEdit::Location(location))?;
        if number != 1 {
            document(EvidenceEdit::ApprovedOn(day(n + number).map(|day| day.months_before(15))))?;
        }
    }
    Some(())
}

fn act(assessment: &mut Assessment, item: &ItemId, n: usize) -> Option<()> {
    let id = Id(format!("awkward-a-{n}"));
    let mut edit = |part| {
        assessment.edit(item, Edit::Action(id.clone(), part), at(300 + n)?);
        Some(())
    };
    edit(ActionEdit::What(text(5000 + n)))?;
    if n % 7 != 6 {
        edit(ActionEdit::Owner(text(6000 + n)))?;
    }
    if n % 9 != 8 {
        edit(ActionEdit::Due(day(n)))?;
    }
    let priorities = [Some(Priority::High), Some(Priority::Medium), Some(Priority::Low), None];
    edit(ActionEdit::Priority(priorities.get(n % 4).copied().flatten()))?;
    if n % 5 == 4 {
        edit(ActionEdit::Done(day(n / 5)))?;
    }
    Some(())
}

/// What two reviewers say of items, of a part and of the whole, some of it answered or resolved.
fn review(assessment: &mut Assessment, edition: &Edition) -> Option<()> {
    let verdicts = [Verdict::Agreed, Verdict::Question, Verdict::NotAgreed];
    let on_items = edition.items().map(|item| Subject::Item(item.id.clone())).step_by(2);
    let wider = [Subject::Overall, Subject::Part(3)];
    for (n, on) in on_items.chain(wider).enumerate() {
        let (name, organisation) =
            if n % 2 == 0 { ("Reviewer =1+1 <One>", "") } else { ("Reviewer, Two", "=North & \"Support\"") };
        let reviewer = Reviewer { name: name.into(), organisation: organisation.into(), role: String::new() };
        let id = Id(format!("awkward-r-{n}"));
        let verdict = ReviewEdit::Verdict(verdicts.get(n % 3).copied());
        assessment.remark(edition, &on, &reviewer, id.clone(), verdict, at(600 + n)?);
        let comments = ReviewEdit::Comments(text(7000 + n));
        assessment.remark(edition, &on, &reviewer, id.clone(), comments, at(600 + n)?);
        let item = on.place(edition)?;
        let reply = (n % 3 == 1).then(|| text(8000 + n));
        if n % 4 != 3 {
            assessment.handle(&item, &id, reply, Some(n % 2 == 0), at(700 + n)?);
        }
    }
    Some(())
}
