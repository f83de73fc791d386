//! What the page takes for markup.

use e2e::{Result, Session, act, check, ensure};
use serde_json::Value;

/// What no view of ours has in it, in the forms in which it gets past a search for one of them.
const REFUSED: [&str; 12] = [
    "<script>alert(1)</script>",
    "<SCRIPT src=//example.org/x.js></SCRIPT>",
    "<p><iframe src=about:blank></iframe></p>",
    "<iframe srcdoc='<p>x</p>'></iframe>",
    "<p srcdoc=x></p>",
    "<object data=x></object>",
    "<embed src=x>",
    "<base href=//example.org/>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<img src=\"x\"onerror = alert(1)>",
    "<a href=' javascript:alert(1)'>x</a>",
];

/// What views do have in them.
const TAKEN: [&str; 4] = [
    "<p class=\"app-hint\">Carry on = go on</p>",
    "<a href=\"#/data\">Your data</a>",
    "<button type=\"button\" aria-pressed=\"false\">Once</button>",
    "<svg viewBox=\"0 0 34 34\"><path d=\"M4 15\"></path></svg>",
];

/// Markup with a script in it is refused wherever somebody would put it into the page, and the page goes on.
pub async fn markup_with_a_script_is_refused(s: &mut Session) -> Result<()> {
    // The browser says on its console what it refused.
    s.expect_console_errors();
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    ensure!(s.script("return !!window.trustedTypes", vec![]).await? == true, "there are no Trusted Types");
    let put = "const taken = (markup) => {
          try { document.createElement('div').innerHTML = markup; return true; } catch { return false; }
        };
        return arguments[0].map(taken);";
    for (markup, wanted) in [(REFUSED.as_slice(), false), (TAKEN.as_slice(), true)] {
        let taken = s.script(put, vec![Value::from(markup)]).await?;
        let wrong: Vec<&str> =
            markup.iter().enumerate().filter(|(at, _)| taken[*at] != wanted).map(|(_, one)| *one).collect();
        ensure!(wrong.is_empty(), "taken is to be {wanted}: {wrong:?}");
    }
    act::open(s, "#/about").await?;
    check::heading(s, "About Standards Met").await
}
