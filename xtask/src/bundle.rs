//! Puts the modules of a part of the program into one file, so that a browser asks once and not for each: on a slow network
//! every request costs, and most hosts let a browser ask for six files at a time.
//!
//! The file is a WebAssembly module of nothing but custom sections, each a module by its name: hosts, caches and browsers know
//! what it is, and `WebAssembly.Module.customSections` takes it apart.

use crate::Result;
use crate::split::replaced;

/// The parts whose modules come together, with what they share with others. What two of them share comes with the first.
const TOGETHER: [&str; 2] = ["answering", "everyday"];

/// What takes a bundle apart, for the loader that the splitter writes. A bundle that does not arrive is asked for again.
const UNBUNDLED: &str = "const bundles = new Map();
function unbundled(file, name) {
    if (!bundles.has(file)) {
        const bundle = fetch(new URL(file, import.meta.url)).then((answer) => {
            if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
            return answer.arrayBuffer();
        }).then((bytes) => WebAssembly.compile(bytes));
        bundle.catch(() => bundles.delete(file));
        bundles.set(file, bundle);
    }
    return bundles.get(file).then((bundle) => new Response(WebAssembly.Module.customSections(bundle, name)[0]));
}
";

/// The modules that come in one file: the name of their part, and theirs.
#[derive(Debug, PartialEq)]
pub struct Bundle {
    pub part: &'static str,
    pub modules: Vec<String>,
}

impl Bundle {
    /// The name of its file, without number and ending.
    pub fn stem(&self) -> String {
        format!("split_{}", self.part)
    }
}

/// What comes together, by the comments in which the splitter writes whose each module is.
///
/// # Errors
/// Where the splitter writes otherwise.
pub fn of(loader: &str) -> Result<Vec<Bundle>> {
    let mut bundles: Vec<Bundle> =
        TOGETHER.map(|part| Bundle { part, modules: vec![format!("split_{part}")] }).into();
    for (parts, rest) in loader.split("/*").skip(1).filter_map(|piece| piece.split_once("*/")) {
        let parts: Vec<&str> = parts.split(',').map(str::trim).collect();
        let Some(bundle) = bundles.iter_mut().find(|bundle| parts.contains(&bundle.part)) else { continue };
        let module = rest.split_once("\"./").and_then(|(_, name)| name.split_once(".wasm\""));
        let (module, _) =
            module.ok_or("The splitter writes otherwise which part has what: xtask has to follow it.")?;
        bundle.modules.push(module.to_owned());
    }
    Ok(bundles)
}

/// The loader that takes these modules out of their bundles. Its files have numbered names already.
///
/// # Errors
/// Where it asks for one of them in another way.
pub fn loader(loader: &str, bundles: &[Bundle], number: &str) -> Result<String> {
    let mut text = loader.to_owned();
    for bundle in bundles {
        let file = bundle.stem();
        for module in &bundle.modules {
            let old = format!("fetch(new URL(\"./{module}{number}.wasm\", import.meta.url))");
            text = replaced(&text, &old, &format!("unbundled(\"./{file}{number}.wasm\", \"{module}\")"))?;
        }
    }
    Ok(format!("{UNBUNDLED}{text}"))
}

/// A module that holds these, each by its name.
pub fn module(modules: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut bundle = b"\0asm\x01\0\0\0".to_vec();
    for (name, bytes) in modules {
        let mut section = leb128(name.len());
        section.extend(name.bytes());
        section.extend(bytes);
        bundle.push(0);
        bundle.extend(leb128(section.len()));
        bundle.extend(section);
    }
    bundle
}

/// A number as WebAssembly writes it.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut digits = Vec::new();
    loop {
        let digit = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            digits.push(digit);
            return digits;
        }
        digits.push(digit | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "import a;\n/* answering, everyday */ load(fetch(new URL(\"./chunk_1.wasm\", import.meta.url)))\n\
        /* everyday, reports */ load(fetch(new URL(\"./chunk_2.wasm\", import.meta.url)))\n\
        /* reports */ load(fetch(new URL(\"./chunk_3.wasm\", import.meta.url)))\n";

    #[test]
    fn a_module_comes_with_the_first_part_that_needs_it() {
        let [answering, everyday] = &of(LOADER).unwrap()[..] else { panic!() };
        assert_eq!(answering.modules, ["split_answering", "chunk_1"]);
        assert_eq!(everyday.modules, ["split_everyday", "chunk_2"]);
        assert!(of("/* answering */ nothing").is_err());
    }

    #[test]
    fn the_loader_takes_them_out_of_their_bundle() {
        let bundles = [Bundle { part: "everyday", modules: vec!["chunk_2".to_owned()] }];
        let text = loader(&LOADER.replace(".wasm", "-0a.wasm"), &bundles, "-0a").unwrap();
        assert!(text.contains("load(unbundled(\"./split_everyday-0a.wasm\", \"chunk_2\"))"), "{text}");
        assert!(text.contains("load(fetch(new URL(\"./chunk_3-0a.wasm\", import.meta.url)))"), "{text}");
        assert!(loader("", &bundles, "-0a").is_err());
    }

    #[test]
    fn a_bundle_is_a_module_of_custom_sections() {
        let bundle = module(&[("a", vec![7; 200]), ("bc", vec![])]);
        assert_eq!(&bundle[..14], b"\0asm\x01\0\0\0\0\xca\x01\x01a\x07"[..14].as_ref());
        assert_eq!(&bundle[bundle.len() - 5..], b"\0\x03\x02bc");
    }
}
