//! What was made before out of the same bytes is not made again: made small, packed, put together.
//!
//! Each thing is a file below `target/cache/`, named after a digest of how it was made and of everything that it was made
//! of. What nobody has asked for in a while is removed.

use crate::Result;
use crate::project::Project;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long something lies there unused.
const UNUSED: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// A folder of finished things.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The one of this checkout.
    pub fn of(project: &Project) -> Self {
        Self::at(project.target("cache"))
    }

    /// The one in this folder.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What is made in this way out of these bytes, either now or at some time before.
    ///
    /// # Errors
    /// Those of making it. A cache that cannot be read or written only costs time.
    pub fn get_or_make(
        &self,
        how: &str,
        inputs: &[&[u8]],
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        if let Some(made) = self.get(how, inputs) {
            return Ok(made);
        }
        let made = make()?;
        self.put(how, inputs, &made);
        Ok(made)
    }

    /// What was made in this way out of these bytes.
    pub fn get(&self, how: &str, inputs: &[&[u8]]) -> Option<Vec<u8>> {
        let place = self.place(how, inputs);
        let made = fs::read(&place).ok()?;
        // So that it is not taken for something that nobody wants any more.
        let file = fs::File::options().append(true).open(&place);
        let _ = file.and_then(|file| file.set_modified(SystemTime::now()));
        Some(made)
    }

    /// Keeps what was made. Where that fails, it is made again the next time.
    pub fn put(&self, how: &str, inputs: &[&[u8]], made: &[u8]) {
        let place = self.place(how, inputs);
        // Whole or not at all: a command that is stopped in the middle would leave half of it.
        let begun = place.with_extension(std::process::id().to_string());
        let _ = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&begun, made))
            .and_then(|()| fs::rename(&begun, &place));
    }

    fn place(&self, how: &str, inputs: &[&[u8]]) -> PathBuf {
        self.folder.join(digest([how.as_bytes()].iter().chain(inputs)))
    }

    /// Removes what has not been asked for in a week.
    pub fn tidy(&self) {
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let used = file.metadata().and_then(|known| known.modified()).ok();
            if used.and_then(|used| used.elapsed().ok()).is_some_and(|since| since > UNUSED) {
                let _ = fs::remove_file(file.path());
            }
        }
    }
}

/// A digest of pieces, in hexadecimal. The same bytes cut in another place are others.
pub fn digest<'a, T: AsRef<[u8]> + ?Sized + 'a>(pieces: impl IntoIterator<Item = &'a T>) -> String {
    let mut all = Sha256::new();
    for piece in pieces {
        let piece = piece.as_ref();
        all.update(piece.len().to_be_bytes());
        all.update(piece);
    }
    all.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A digest of the files at these places and below them, with their names.
///
/// # Errors
/// Which place cannot be read.
pub fn digest_of_files(root: &Path, places: &[&str]) -> Result<String> {
    let mut names = Vec::new();
    for place in places {
        list(&root.join(place), &mut names)?;
    }
    names.sort();
    let mut pieces = Vec::new();
    for name in &names {
        pieces.push(name.to_string_lossy().into_owned().into_bytes());
        pieces.push(fs::read(name).map_err(|error| unread(name, &error))?);
    }
    Ok(digest(&pieces))
}

fn list(place: &Path, into: &mut Vec<PathBuf>) -> Result {
    if place.is_file() {
        into.push(place.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(place).map_err(|error| unread(place, &error))?.flatten() {
        list(&entry.path(), into)?;
    }
    Ok(())
}

fn unread(place: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", place.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that goes when the test ends, however it ends.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-cache-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_same_is_made_once_and_anything_else_anew() {
        let folder = Folder::new("once");
        let cache = Cache::at(folder.0.join("cache"));
        let mut made = 0;
        let mut get = |how: &str, inputs: &[&[u8]]| {
            let make = || {
                made += 1;
                Ok(vec![made])
            };
            cache.get_or_make(how, inputs, make).expect("it is made")
        };
        assert_eq!((get("-Oz", &[b"ab", b"c"]), get("-Oz", &[b"ab", b"c"])), (vec![1], vec![1]));
        assert_eq!((get("-Oz", &[b"a", b"bc"]), get("-O1", &[b"ab", b"c"])), (vec![2], vec![3]));
        assert_eq!(get("-Oz", &[b"ab", b"c"]), [1]);
    }

    #[test]
    fn what_could_not_be_made_is_tried_again() {
        let folder = Folder::new("failed");
        let cache = Cache::at(folder.0.clone());
        assert_eq!(cache.get_or_make("x", &[], || Err("no".to_owned())), Err("no".to_owned()));
        assert_eq!(cache.get_or_make("x", &[], || Ok(vec![1])), Ok(vec![1]));
    }

    #[test]
    fn what_is_still_wanted_is_not_tidied_away() {
        let folder = Folder::new("tidy");
        let cache = Cache::at(folder.0.clone());
        for how in ["old", "new"] {
            cache.get_or_make(how, &[], || Ok(how.into())).expect("it is made");
        }
        let old = folder.0.join(digest(["old"]));
        let file = fs::File::options().append(true).open(&old).expect("the file");
        file.set_modified(SystemTime::now() - 2 * UNUSED).expect("a time");
        cache.tidy();
        assert!(!old.exists() && folder.0.join(digest(["new"])).exists());
    }

    #[test]
    fn a_file_counts_with_its_name() {
        let folder = Folder::new("files");
        let digest = || digest_of_files(&folder.0, &["src"]).expect("files");
        fs::create_dir_all(folder.0.join("src/ui")).expect("a folder");
        fs::write(folder.0.join("src/ui/a.rs"), "a").expect("a file");
        let first = digest();
        assert_eq!(digest(), first);
        fs::rename(folder.0.join("src/ui/a.rs"), folder.0.join("src/a.rs")).expect("moved");
        let moved = digest();
        fs::write(folder.0.join("src/a.rs"), "b").expect("a file");
        assert!(moved != first && digest() != moved);
        assert!(digest_of_files(&folder.0, &["missing"]).is_err_and(|sentence| sentence.contains("missing")));
    }
}
