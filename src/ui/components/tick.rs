//! A box to tick.

use crate::ui::closure::Command;
use crate::ui::element::{El, el};

pub fn tick(id: &str, label: &str, ticked: impl Fn() -> bool + 'static, on_change: Command<bool>) -> El {
    let input = el("input").attr("type", "checkbox").id(id).live_checked(ticked);
    let node = input.node().clone();
    let input = input.on("change", move |_| on_change.run(node.is_checked()));
    let label = el("label").attr("for", id).text(label);
    el("div").child(el("span").class("app-check").child(input).child(label))
}
