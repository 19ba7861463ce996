//! The site in a process of its own, as the benchmarks ask it.

use std::fs;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

/// Stopped by [`Site::stop`].
pub struct Site {
    child: Child,
    /// Its address.
    pub base: String,
}

impl Site {
    /// Starts it with these settings beside the environment's; how long it took to get ready.
    pub fn start(settings: &[(&str, &str)]) -> Result<(Self, Duration)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let base = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_samal"))
            .args(["serve", "--no-worker"])
            .envs(settings.iter().copied())
            .env("SAMAL_BIND", format!("127.0.0.1:{port}"))
            .env("SAMAL_LOG", "error")
            .stdout(Stdio::null())
            .spawn()?;
        while Command::new("curl").args(["-sf", "-o", "/dev/null", &format!("{base}/readyz")]).status()?.code() != Some(0) {
            anyhow::ensure!(started.elapsed() < Duration::from_secs(30), "the site did not get ready");
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok((Self { child, base }, started.elapsed()))
    }

    /// A line of `/proc/…/status`, in megabytes: `VmRSS`, `RssAnon`.
    pub fn memory(&self, line: &str) -> Result<u64> {
        memory(self.child.id(), line)
    }

    /// Asks it to stop and waits.
    pub fn stop(&mut self) -> Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }
}

/// What a process holds, in megabytes.
pub fn memory(process: u32, line: &str) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find(|known| known.starts_with(line)).ok_or_else(|| anyhow!("no {line}"))?;
    Ok(line.split_whitespace().nth(1).unwrap_or("0").parse::<u64>()? / 1024)
}
