//! The command line: articles in, statements, positions and names out, as lines that other programs read.
//!
//! Glue only: what is typed ([`args`]), files in ([`input`]), text out. Everything else is the library's.
#![expect(clippy::print_stderr, reason = "messages to the person at the terminal go to stderr")]

mod args;
mod eval;
mod input;
mod parse;
mod print;
mod relations;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use demarche::text::Problem;

use self::args::{Cli, Command};

/// What a command comes to.
enum Outcome {
    /// Text for stdout; empty where nothing was found.
    Text(String),
    /// Nothing could be done, and why.
    Failed(Problem),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Analyse(asked) => print::statements(&asked),
        Command::Compare(asked) => print::positions(&asked),
        Command::Entities(asked) => print::entities(&asked),
        Command::Attributions(asked) => print::attributions(&asked),
        Command::Propositions(asked) => print::propositions(&asked),
        Command::Relations(asked) => relations::relations(&asked),
        Command::Parse(asked) => parse::parse(&asked),
        Command::Eval(asked) => eval::eval(&asked),
    };
    match outcome {
        Outcome::Text(text) => match write(&text) {
            Ok(()) if text.is_empty() => ExitCode::from(1),
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&Problem::new("stdout", error.to_string())),
        },
        Outcome::Failed(problem) => fail(&problem),
    }
}

/// Writes to stdout. A reader that stops early, such as `head`, is no error.
fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Says what went wrong without stopping the work.
fn tell(problem: &Problem) {
    eprintln!("demarche: {problem}");
}

fn fail(problem: &Problem) -> ExitCode {
    eprintln!("demarche: {problem}");
    ExitCode::from(2)
}
