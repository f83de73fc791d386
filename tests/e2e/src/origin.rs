//! An origin for each journey, so that nothing that one stores is there for the next in the same browser.

use std::sync::{LazyLock, Mutex, PoisonError};

use anyhow::{Context, Result};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The ports that were handed out. They stay open until the program ends: the system would give a port that was closed to
/// another journey, which would find there what the first one has stored.
static OPEN: LazyLock<Mutex<Vec<JoinHandle<()>>>> = LazyLock::new(Mutex::default);

/// Another port for what is served at `base`, as its address with a slash at the end.
///
/// # Errors
/// Where `base` is not the address of a port, and where no port is free.
pub(crate) async fn for_itself(base: &str) -> Result<String> {
    let host = base.strip_prefix("http://").and_then(|rest| rest.split('/').next());
    let host = host.with_context(|| format!("{base} is not the address of a server"))?.to_owned();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = format!("http://{}/", listener.local_addr()?);
    let leading = tokio::spawn(async move {
        loop {
            // A browser that goes away before it is answered is no reason to stop.
            let Ok((mut browser, _)) = listener.accept().await else { continue };
            let host = host.clone();
            tokio::spawn(async move {
                let Ok(mut server) = TcpStream::connect(host).await else { return };
                // Either may go away in the middle, which is its right.
                let _ = tokio::io::copy_bidirectional(&mut browser, &mut server).await;
            });
        }
    });
    OPEN.lock().unwrap_or_else(PoisonError::into_inner).push(leading);
    Ok(address)
}
